"""The grammar of bodies, posts, plans and instruments: a run of capitalised words and what its nouns make of it.

A body ends in its noun (Audit Committee) or opens with one (Department for Education); a post has a role head, words
before it and a portfolio or body after it (Deputy Director of Law & Governance); an instrument ends in its year.
Invariant: a mention lies inside the tokens, begins and ends with a word of the name, and is found in linear time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from .names_phrases import body_end, paper_end, phrase_end, role_end, weak_heads
from .names_tokens import Tokens
from .words import words

Kind = Literal["person", "post", "body", "plan", "instrument"]
LONGEST = 30
_FOLLOWERS = frozenset(
    {"member", "members", "meeting", "meetings", "chair", "leader", "minutes", "agenda", "secretariat", "papers",
     "officers", "officer", "staff", "directions", "representatives"}
)  # fmt: skip
_OF_THE = frozenset(
    {"office", "department", "university", "house", "court", "college", "archbishop", "borough", "city"}
)
_TOGETHER = frozenset({"commissioners", "trustees", "governors"})
_TOGETHER_SINGLE = frozenset(
    {"member", "members", "officer", "officers", "governor", "governors", "trustee", "councillor"}
)


class Found(NamedTuple):
    """A name found at tokens [start, end); `head` is where its role head stops, for a post."""

    kind: Kind
    start: int
    end: int
    head: int = 0


def name_at(tokens: Tokens, at: int) -> Found | None:
    """The body, post or plan whose name begins at token `at`; None if none does."""
    if not tokens.opens[at]:
        title = paper_end(tokens, at) if tokens.caps[at] else None
        return Found("plan", at, title) if title and title > at + 1 else None
    limit = min(len(tokens), at + LONGEST)
    nation = phrase_end(tokens, at, "national_bodies")
    if nation and not (
        nation < limit and tokens.near(nation) and tokens.caps[nation] and body_run(tokens, nation, limit)
    ):
        return Found("body", at, nation)
    if tokens.lower[at] in words("role_modifiers"):
        mixed = _modified(tokens, at, limit)
        if mixed:
            return mixed
    head: tuple[Kind, int] | None = None
    here = at
    while here < limit:
        role = role_end(tokens, here)
        body = body_end(tokens, here)
        if role and (not body or role >= body) and not _office(tokens, role) and not _paper_of(tokens, role, limit):
            end = complement_end(tokens, role)
            together = end == role and here > at and tokens.lower[here] in _TOGETHER
            return Found("body" if together else "post", at, end, role)
        paper = None if body else paper_end(tokens, here)
        kind: Kind = "body" if body else "plan"
        here = stop = body or paper or here + 1
        if body or paper:
            head = (kind, stop)
            if tokens.possessive(stop - 1):
                break
        opened = _opened(tokens, at, here, head)
        if opened:
            return opened
        if here >= limit or not tokens.near(here):
            break
        if tokens.caps[here] and (tokens.words[here][0].isalpha()):
            if head and head[1] == here and (not body_run(tokens, here, limit) or _new_line(tokens, here)):
                break
            continue
        if tokens.lower[here] in {"and", "&"} and not (head and head[1] == here and not _joined(tokens, at, here)):
            if here + 1 < limit and tokens.caps[here + 1] and role_end(tokens, here + 1) is None:
                here += 1
                continue
        elif not head and _slashed(tokens, here, limit):
            here += 1
            continue
        break
    return _closed(tokens, at, head)


def _modified(tokens: Tokens, at: int, limit: int) -> Found | None:
    """A post that goes on in lower case (Specialist external adviser, Independent chair)."""
    here = at + 1
    while here < limit and tokens.near(here) and tokens.words[here][0].islower():
        role = role_end(tokens, here)
        if role:
            return Found("post", at, complement_end(tokens, role), role)
        if tokens.lower[here] not in words("role_modifiers"):
            return None
        here += 1
    return None


def body_run(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether capitalised words from token `at` on, without a break, come to a further noun of a body, paper or post."""
    while at < limit and tokens.caps[at] and tokens.near(at):
        if body_end(tokens, at) or paper_end(tokens, at) or role_end(tokens, at):
            return True
        at += 1
    return False


def _slashed(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether a stroke or dash at token `at` joins two words without blanks (Member/Officer)."""
    if at + 1 >= limit or tokens.words[at] not in {"/", "-"} or not tokens.caps[at + 1]:
        return False
    return tokens.starts[at] == tokens.ends[at - 1] and tokens.starts[at + 1] == tokens.ends[at]


def _new_line(tokens: Tokens, at: int) -> bool:
    """Whether token `at` begins a further line of a heading in capitals, the line before being a name of its own."""
    return tokens.starts[at] in tokens.lines and tokens.words[at].isupper() and len(tokens.words[at]) > 1


def _office(tokens: Tokens, at: int) -> bool:
    """Whether a role with `'s` goes on to its office (the Commissioner's Office), or names something it has."""
    return tokens.possessive(at - 1) and at < len(tokens) and bool(tokens.caps[at]) and bool(body_end(tokens, at))


def _paper_of(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether a role that ended at token `at` only describes a paper (the Member/Officer Protocol)."""
    if at >= limit or not tokens.near(at) or not tokens.caps[at] or tokens.lower[at - 1] not in _TOGETHER_SINGLE:
        return False
    return bool(paper_end(tokens, at))


def _joined(tokens: Tokens, at: int, here: int) -> bool:
    """Whether `and` after a noun joins two words of one name (Services and Performance Board), not two names."""
    return here - at == 1 and tokens.lower[at] in weak_heads()


def _opened(tokens: Tokens, at: int, here: int, head: tuple[Kind, int] | None) -> Found | None:
    """A name that opens with its noun and goes on with of, for or on."""
    if here + 1 >= len(tokens) or not tokens.near(here) or tokens.possessive(here - 1):
        return None
    joint, last = tokens.lower[here], tokens.lower[here - 1]
    opener = last in words("body_openers") or (head is not None and head[0] == "plan" and head[1] == here)
    if not opener or joint not in {"of", "for", "on"}:
        return None
    after = here + 1
    if tokens.lower[after] == "the":
        if last not in _OF_THE:
            return None
        after += 1
    if after >= len(tokens) or not tokens.caps[after]:
        return None
    plan = head is not None and head[0] == "plan" and head[1] == here
    return Found("plan" if plan else "body", at, list_end(tokens, after, commas=not plan, on=plan))


def _closed(tokens: Tokens, at: int, head: tuple[Kind, int] | None) -> Found | None:
    """The name that ends in its noun, if that noun makes it one."""
    if head is None:
        return None
    kind, end = head
    alone = end - at == 1
    if alone and (kind == "plan" or tokens.lower[at] in weak_heads()):
        return None
    follows = end < len(tokens) and tokens.near(end) and tokens.caps[end] and not tokens.possessive(end - 1)
    if follows and alone and tokens.lower[end] not in _FOLLOWERS:
        return None
    return Found(kind, at, end)


def within(tokens: Tokens, finds: Sequence[Found]) -> list[Found]:
    """The bodies that are named inside posts (Chair of the Audit Committee, Audit Committee Chair)."""
    found = []
    for post in finds:
        if post.kind != "post":
            continue
        if post.head >= post.end:
            found.extend(_before_role(tokens, post))
            continue
        at = post.head + 1
        if at < post.end and tokens.lower[at] == "the":
            at += 1
        body = name_at(tokens, at) if at < post.end else None
        if body and body.kind == "body" and body.end <= post.end and body.end - body.start > 1:
            found.append(body)
    return found


def _before_role(tokens: Tokens, post: Found) -> list[Found]:
    """The body whose noun stands before the role head of a post."""
    for stop in range(post.end - 1, post.start + 1, -1):
        noun = body_end(tokens, stop - 1)
        if noun == stop and tokens.lower[stop - 1] not in weak_heads():
            return [Found("body", post.start, stop)]
    return []


def complement_end(tokens: Tokens, at: int) -> int:
    """Where the portfolio or body after a role head that ended at token `at` ends (`at` itself if there is none)."""
    if at >= len(tokens) or tokens.possessive(at - 1):
        return at
    low = tokens.lower[at]
    if low in {"of", "for", "to"} and tokens.near(at):
        after = at + 1
        if after < len(tokens) and tokens.lower[after] in {"the", "our"}:
            after += 1
        if after < len(tokens) and tokens.caps[after]:
            end = list_end(tokens, after)
            if tokens.lower[at - 1] in {"mayor", "provost"}:
                end = next((i for i in range(after, end) if tokens.lower[i] in {"and", "&", ","}), end)
            return end
        return at
    if tokens.caps[at] and tokens.near(at) and low in words("portfolio_words") and not role_end(tokens, at):
        return list_end(tokens, at)
    if (
        tokens.words[at] == ","
        and at + 1 < len(tokens)
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
    limit = min(len(tokens), at + LONGEST)
    whole = joined = False
    while end < limit:
        body = body_end(tokens, end)
        stop = body or end + 1
        whole = bool(body) and tokens.lower[stop - 1] not in weak_heads() and not _unfinished(tokens, stop, limit)
        end = stop
        if end >= limit or (tokens.possessive(end - 1) and not (tokens.near(end) and tokens.caps[end])):
            break
        if tokens.near(end) and tokens.caps[end]:
            if (role_end(tokens, end) and whole) or (body and _new_line(tokens, end)):
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
            if _begins_post(tokens, end + 1) or (joined and _another(tokens, end + 1, limit)):
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


def _begins_post(tokens: Tokens, at: int) -> bool:
    """Whether a further post begins at token `at` (… and Cabinet Member for Housing)."""
    here = at
    while here < len(tokens) and here < at + 4 and tokens.caps[here]:
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
            return bool(tokens.caps[here + 1]) and not _begins_post(tokens, here + 1)
        if tokens.words[here] != ",":
            return False
        here += 1
    return False
