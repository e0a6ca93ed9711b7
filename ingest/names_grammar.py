"""The grammar of bodies, posts, plans and instruments: a run of capitalised words and what its nouns make of it.

A body ends in its noun (Audit Committee) or opens with one (Department for Education); a post has a role head, words
before it and a portfolio or body after it (Deputy Director of Law & Governance); an instrument ends in its year.
Invariant: a mention lies inside the tokens, begins and ends with a word of the name, and is found in linear time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from .names_complements import LONGEST, complement_end, list_end, new_line
from .names_phrases import body_end, paper_end, phrase_end, role_end, weak_heads
from .names_tokens import Tokens
from .words import words

Kind = Literal["person", "post", "body", "plan", "instrument"]
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


_FIELDS = frozenset({"policy", "strategy", "plans", "policies", "standards"})
"""Nouns of papers with which the name of a committee can begin (Policy and Resources Committee)."""
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both", "all", "other"})
_FUNCTIONS = frozenset({"services", "service", "schools", "offices", "partnership"})


class Found(NamedTuple):
    """A name found at tokens [start, end); `head` is where its role head stops, for a post."""

    kind: Kind
    start: int
    end: int
    head: int = 0


def name_at(tokens: Tokens, at: int) -> Found | None:
    """The body, post or plan whose name begins at token `at`; None if none does."""
    if not tokens.opens[at] and not (tokens.words[at][0].isupper() and (role_end(tokens, at) or 0) > at + 1):
        title = paper_end(tokens, at) if tokens.caps[at] else None
        return Found("plan", at, title) if title and title > at + 1 else None
    limit = min(len(tokens.words), at + LONGEST)
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
            if together and here == at + 1 and tokens.lower[at] in _NUMBERS:
                return Found("post", here, end, role)
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
            if head and head[1] == here and (not body_run(tokens, here, limit) or new_line(tokens, here)):
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


def _office(tokens: Tokens, at: int) -> bool:
    """Whether a role with `'s` goes on to its office (the Commissioner's Office), or names something it has."""
    return tokens.possessive(at - 1) and at < len(tokens.words) and bool(tokens.caps[at]) and bool(body_end(tokens, at))


def _paper_of(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether a role that ended at token `at` only describes a paper (the Member/Officer Protocol)."""
    if at >= limit or not tokens.near(at) or not tokens.caps[at] or tokens.lower[at - 1] not in _TOGETHER_SINGLE:
        return False
    if tokens.lower[at - 1] in {"officer", "officers"} and body_end(tokens, at + 1 if at + 1 < limit else at):
        return True
    return bool(paper_end(tokens, at))


def _joined(tokens: Tokens, at: int, here: int) -> bool:
    """Whether `and` after a noun joins two words of one name (Services and Performance Board), not two names."""
    return here - at == 1 and (tokens.lower[at] in weak_heads() or tokens.lower[at] in _FIELDS)


def _opened(tokens: Tokens, at: int, here: int, head: tuple[Kind, int] | None) -> Found | None:
    """A name that opens with its noun and goes on with of, for or on."""
    if here + 1 >= len(tokens.words) or not tokens.near(here) or tokens.possessive(here - 1):
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
    if after >= len(tokens.words) or not tokens.caps[after]:
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
    follows = end < len(tokens.words) and tokens.near(end) and tokens.caps[end] and not tokens.possessive(end - 1)
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
        named = body is not None and body.kind == "body" and body.end <= post.end and body.end - body.start > 1
        if body and named and tokens.lower[body.end - 1] not in _FUNCTIONS:
            found.append(body)
    return found


def _before_role(tokens: Tokens, post: Found) -> list[Found]:
    """The body whose noun stands before the role head of a post."""
    for stop in range(post.end - 1, post.start + 1, -1):
        noun = body_end(tokens, stop - 1)
        if noun == stop and tokens.lower[stop - 1] not in weak_heads():
            return [Found("body", post.start, stop)]
    return []
