"""Posts as they are printed beside a name: `Deputy Mayor and Cabinet Member for Housing`, `Chair, Audit Committee`.

A stretch of tokens is cut into posts, and each post into its role and the body it belongs to.
Invariant: role and body are stretches of the tokens given; a stretch without a role head holds no post.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .names_grammar import name_at
from .names_phrases import body_end, role_end, weak_heads
from .names_tokens import Tokens
from .words import words

_JOINTS = frozenset({"and", "&", ",", ";", "/", "plus"})
_SKIP = frozenset(
    {
        "a",
        "an",
        "the",
        "our",
        "its",
        "your",
        "as",
        "is",
        "currently",
        "now",
        "also",
        "-",
        ":",
        ",",
        "(",
        "then",
        "permanent",
        "first",
        "substantive",
    }
)
_OFFICES = frozenset(
    {"chair", "chairman", "chairwoman", "chairperson", "vice-chair", "vice-chairman", "co-chair", "president", "leader",
     "secretary", "treasurer", "clerk", "convenor", "convener", "governor", "trustee", "executive", "ceo", "founder",
     "co-founder", "member", "representative", "rep", "officer", "vice-president", "mayor", "speaker", "head teacher",
     "headteacher", "principal", "spokesperson", "adviser", "advisor", "observer", "chief", "director-general",
     "commissioner", "co-ordinator", "coordinator", "chairs", "vice-chairwoman"}
)  # fmt: skip
_AT = frozenset({"at", "from", "with"})


class Post(NamedTuple):
    """A post in tokens [start, end): its role [start, role), its body [body, until) (empty if none), past or not."""

    start: int
    end: int
    role: int
    body: int
    until: int
    past: bool


def posts_in(tokens: Tokens, start: int, end: int, known: Callable[[str], bool], *, split: bool = True) -> list[Post]:
    """The posts printed in tokens [start, end); `known` says whether a phrase is the name of a body of the document."""
    out: list[Post] = []
    for first, stop in _parts(tokens, start, end) if split else [(start, end)]:
        post = _post(tokens, first, stop, known)
        if post:
            out.append(post)
    return out


def begins_post(tokens: Tokens, at: int, end: int, reach: int = 8) -> int | None:
    """Where the role head of a post that begins at token `at` stands; None if none begins there."""
    here = at
    whole = name_at(tokens, at) if at < end else None
    if whole and whole.kind == "body" and whole.end + 1 < end and tokens.words[whole.end] in {",", "-"}:
        return at if begins_post(tokens, whole.end + 1, end, 4) is not None else None
    while here < min(end, at + reach):
        stop = role_end(tokens, here)
        if stop:
            if whole and whole.kind in {"body", "plan"} and whole.end >= stop and not tokens.possessive(whole.end - 1):
                return None
            return None if _owned(tokens, stop) else here
        low = tokens.lower[here]
        if (
            low == ","
            and here > at
            and here + 1 < end
            and tokens.lower[here - 1] in _portfolios()
            and tokens.lower[here + 1] in _portfolios()
        ):
            here += 1
            continue
        if not (tokens.caps[here] or low in words("role_modifiers") or (here > at and low in {"and", "&", "of"})):
            return None
        here += 1
    return None


def _owned(tokens: Tokens, at: int) -> bool:
    """Whether a role head that ended at token `at` is only the owner of something (the Commissioner's Office)."""
    return tokens.possessive(at - 1) and at < len(tokens.words) and tokens.caps[at] and tokens.near(at)


def _portfolios() -> frozenset[str]:
    return words("portfolio_words")


def _parts(tokens: Tokens, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of single posts: cut where a joint stands between one post and the beginning of another."""
    cuts = [start]
    held = False
    depth = 0
    at = start
    while at < end:
        word = tokens.words[at]
        depth += (word == "(") - (word == ")")
        stop = role_end(tokens, at)
        if stop and stop <= end:
            held, at = True, stop
            continue
        if held and at + 1 < end and (tokens.lower[at] in _JOINTS or word == "("):
            after = at + 1 + (tokens.lower[at + 1] in {"and", "&", "the"})
            if after < end and _starts_role(tokens, after, end):
                cuts.append(after)
                held = False
        at += 1
    stops = [*cuts[1:], end]
    return [(first, stop) for first, stop in zip(cuts, stops, strict=True)]


def _starts_role(tokens: Tokens, at: int, end: int) -> bool:
    """Whether modifiers and a role head, and nothing else, begin at token `at`."""
    here = at
    while here < min(end, at + 4):
        stop = role_end(tokens, here)
        if stop:
            return not (tokens.lower[stop - 1] in {"governors", "trustees", "commissioners"} and here == at)
        if tokens.lower[here] not in words("role_modifiers") and not (tokens.words[here].isupper() and here == at):
            return False
        here += 1
    return False


def _post(tokens: Tokens, start: int, end: int, known: Callable[[str], bool]) -> Post | None:
    while (
        start < end
        and role_end(tokens, start) is None
        and (tokens.lower[start] in _SKIP or tokens.words[start] in "()")
    ):
        start += 1
    while start < end and (tokens.lower[end - 1] in _JOINTS or tokens.words[end - 1] in "().:;-"):
        end -= 1
    whole = name_at(tokens, start) if start < end else None
    if whole and whole.kind == "body" and whole.end <= end:
        if whole.end == end:
            return None
        post = _post(tokens, whole.end + (tokens.words[whole.end] in {",", "-", "("}), end, known)
        return post._replace(body=whole.start, until=whole.end) if post and post.body == post.until else post
    owner = _owner(tokens, start, end, known)
    at = first = owner or start
    head = None
    while at < end and head is None:
        stop = role_end(tokens, at)
        if stop and stop <= end and not _owned(tokens, stop):
            head = stop
        at += 1
    if head is None:
        return None
    last = head
    while last < end:
        more = role_end(tokens, last)
        if not more or more > end:
            break
        last = more
    past = any(low in words("role_past") for low in tokens.lower[start:head])
    role, body, until = _body(tokens, first, last, end, known)
    if owner and body == until:
        body, until = start, owner
    return Post(first, end, role, body, until, past)


def _owner(tokens: Tokens, start: int, end: int, known: Callable[[str], bool]) -> int | None:
    """Where the post begins after the body that has it (the Council's Chief Finance Officer)."""
    for at in range(start, min(end - 1, start + 8)):
        if role_end(tokens, at):
            return None
        if tokens.possessive(at):
            phrase = " ".join(tokens.lower[start : at + 1])
            return at + 1 if known(phrase) or body_end(tokens, at) == at + 1 or tokens.words[start].isupper() else None
    return None


def _body(tokens: Tokens, start: int, head: int, end: int, known: Callable[[str], bool]) -> tuple[int, int, int]:
    """Where the role of a post ends, and where its body stands."""
    at = head
    while at < end:
        low = tokens.lower[at]
        if low in _AT and at + 1 < end:
            after = at + 1 + (tokens.lower[at + 1] in {"the", "our"})
            if after < end and tokens.words[after][0].isupper():
                return at, after, end
        if low in {"of", "for", "to"} and at == head and at + 1 < end:
            after = at + 1 + (tokens.lower[at + 1] in {"the", "our"})
            if after < end and tokens.lower[after] in {"this", "that"} and end - after == 2:
                return at, after, end
            if end - after == 1 and tokens.lower[after] in {"governors", "trustees", "directors"}:
                return end, end, end
            if after < end and _is_body(
                tokens, after, end, known, office=low != "for" and tokens.lower[head - 1] in _OFFICES
            ):
                return at, after, end
        if low in {",", "-", "("} and at + 1 < end:
            after = at + 1 + (tokens.lower[at + 1] == "the")
            if after < end and _is_body(
                tokens, after, end, known, office=low == "-" or _office(tokens, start, head, at)
            ):
                return at, after, end - (tokens.words[end - 1] == ")")
            if low == "," and at > head and tokens.lower[head] in {"of", "for"} and _elsewhere(tokens, after, end):
                return at, after, end
        at += 1
    if tokens.words[start].isupper() and start + 1 < head and known(tokens.words[start]):
        return end, start, start + 1
    return end, end, end


def _elsewhere(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the tokens [at, end), after a post with its portfolio and a comma, can only be the organisation."""
    return 0 < end - at <= 4 and all(tokens.caps[i] and tokens.lower[i] not in _portfolios() for i in range(at, end))


def _office(tokens: Tokens, start: int, head: int, at: int) -> bool:
    return at == head and tokens.lower[head - 1] in _OFFICES and head > start


def _is_body(tokens: Tokens, at: int, end: int, known: Callable[[str], bool], *, office: bool) -> bool:
    """Whether the tokens [at, end) name a body: by a noun of bodies (a strong one unless an office goes before), or known."""
    phrase = " ".join(tokens.lower[at:end])
    if known(phrase):
        return True
    if any(low in {"at", "from"} for low in tokens.lower[at:end]):
        return False
    if not tokens.words[at][0].isupper():
        return False
    if (
        office
        and end - at <= 2
        and all(w[0].isupper() and w.lower() not in words("portfolio_words") for w in tokens.words[at:end])
    ):
        return True
    stop = at
    while stop < end:
        noun = body_end(tokens, stop)
        if noun == end:
            return (
                office
                or tokens.lower[end - 1] not in weak_heads()
                or tokens.lower[end - 1] in {"university", "college", "school"}
            )
        stop += 1
    found = name_at(tokens, at)
    return found is not None and found.kind == "body" and found.end == end
