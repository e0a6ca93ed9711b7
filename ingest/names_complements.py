"""What follows the head of a name: the portfolio of a post, the lists of capitalised words in portfolios and bodies.

Invariant: what is found goes on from the token given without a break, and is found in linear time.
"""

from __future__ import annotations

from .names_phrases import body_end, role_end, weak_heads
from .names_tokens import Tokens
from .words import words

LONGEST = 30
"""The most tokens that a name can have."""


def complement_end(tokens: Tokens, at: int) -> int:
    """Where the portfolio or body after a role head that ended at token `at` ends (`at` itself if there is none)."""
    if at >= len(tokens.words) or tokens.possessive(at - 1):
        return at
    low = tokens.lower[at]
    if low in {"of", "for", "to"} and tokens.near(at):
        after = at + 1
        if after < len(tokens.words) and tokens.lower[after] in {"the", "our"}:
            after += 1
        if after < len(tokens.words) and tokens.caps[after]:
            end = list_end(tokens, after)
            if tokens.lower[at - 1] in {"mayor", "provost"}:
                end = next((i for i in range(after, end) if tokens.lower[i] in {"and", "&", ","}), end)
            return end
        return at
    if tokens.caps[at] and tokens.near(at) and low in words("portfolio_words") and not role_end(tokens, at):
        return list_end(tokens, at)
    if (
        tokens.words[at] == ","
        and at + 1 < len(tokens.words)
        and tokens.caps[at + 1]
        and tokens.lower[at + 1] in words("portfolio_words")
    ):
        end = list_end(tokens, at + 1)
        held = [t for t in range(at + 1, end) if tokens.caps[t]]
        if all(tokens.lower[t] in words("portfolio_words") for t in held) and not role_end(tokens, at + 1):
            return end
    return at


def list_end(tokens: Tokens, at: int, *, commas: bool = True, on: bool = False) -> int:
    """Where a list of capitalised words (Housing, Communities and Local Government) that begins at token `at` ends."""
    end = at
    limit = min(len(tokens.words), at + LONGEST)
    whole = joined = False
    while end < limit:
        body = body_end(tokens, end)
        stop = body or end + 1
        whole = bool(body) and tokens.lower[stop - 1] not in weak_heads() and not _unfinished(tokens, stop, limit)
        end = stop
        if end >= limit or (tokens.possessive(end - 1) and not (tokens.near(end) and tokens.caps[end])):
            break
        if tokens.near(end) and tokens.caps[end]:
            if (role_end(tokens, end) and whole) or (body and new_line(tokens, end)):
                break
            continue
        low = tokens.lower[end]
        if low in {"of", "for", "in", "on", "to"} and (not whole or (on and low == "on")) and end + 1 < limit:
            after = end + 2 if tokens.lower[end + 1] == "the" and low == "of" else end + 1
            if after < limit and tokens.caps[after] and (low in {"of", "for"} or on or body_end(tokens, end - 1)):
                end = after
                continue
            break
        if low in {"and", "&"} and not whole and end + 1 < limit and tokens.caps[end + 1]:
            if begins_post(tokens, end + 1) or (joined and _another(tokens, end + 1, limit)):
                break
            joined = True
            end += 1
            continue
        if low == "," and commas and not whole and _closes(tokens, end, limit):
            end += 1
            continue
        break
    return end


def _another(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether a body of its own begins at token `at`, after a list that `and` has closed already."""
    while at < limit and tokens.caps[at] and tokens.near(at):
        if body_end(tokens, at):
            return True
        at += 1
    return False


def _unfinished(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether the name of a body goes on after its noun that ended at token `at`."""
    if at >= limit or not tokens.near(at):
        return False
    if tokens.lower[at] in {"of", "for"}:
        return tokens.lower[at - 1] in words("body_openers")
    return tokens.caps[at]


def begins_post(tokens: Tokens, at: int) -> bool:
    """Whether a further post begins at token `at` (… and Cabinet Member for Housing)."""
    here = at
    while here < len(tokens.words) and here < at + 4 and tokens.caps[here]:
        if role_end(tokens, here):
            return True
        if tokens.lower[here] not in words("role_modifiers"):
            return False
        here += 1
    return False


def _closes(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether the list that goes on after the comma at token `at` is closed by `and` and a capitalised word."""
    here = at + 1
    pieces = 0
    while here < limit and tokens.caps[here] and not role_end(tokens, here):
        while here < limit and tokens.caps[here]:
            body = body_end(tokens, here)
            if body and tokens.lower[body - 1] not in weak_heads() and tokens.lower[body - 1] != "authority":
                return False
            here = body or here + 1
        pieces += 1
        if here + 1 >= limit:
            return False
        if tokens.lower[here] in {"and", "&"}:
            return bool(tokens.caps[here + 1]) and not begins_post(tokens, here + 1)
        if tokens.words[here] != ",":
            return False
        here += 1
    return False


def new_line(tokens: Tokens, at: int) -> bool:
    """Whether token `at` begins a further line of a heading in capitals, the line before being a name of its own."""
    return tokens.starts[at] in tokens.lines and tokens.words[at].isupper() and len(tokens.words[at]) > 1
