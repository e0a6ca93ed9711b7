"""What tables list of posts, day by day: that one is vacant, held by somebody not named, or exists no longer.

Invariant: a table speaks of its own day; what a later table of the same post says takes the place of what an earlier one said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .asof import How, is_date, known
from .reading import Look, Proof, Ref

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_STATUSES = ("filled", "vacant", "undisclosed", "eliminated")
_EMPTY = ("vacant", "eliminated")


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A post that tables list without naming a holder; `form` is `vacant`, `undisclosed` or `eliminated`.

    It has the fields of a holder, those that it cannot have empty.
    """

    person: None
    post: Ref
    role: str | None
    form: str
    known: How | None
    since: None
    until: None
    seen: tuple[str, ...]
    evidence: tuple[Proof, ...]
    id: str


def status(look: Look, listing: NamedNode) -> str | None:
    """What a table says of who holds a post: of several rows the one that says most."""
    said = look.texts(listing, "postStatus")
    return next((one for one in _STATUSES if one in said), None)


def unnamed(look: Look, post: NamedNode, on: str | None = None) -> list[Unnamed]:
    """The days on which tables list a post without a holder, by what they say of it."""
    listings = look.sources("listedPost", post)
    out = []
    for form in _STATUSES[1:]:
        nodes = [node for node in listings if status(look, node) == form]
        if not nodes:
            continue
        seen = tuple(sorted({day for node in nodes for day in look.texts(node, "observed")}))
        how = known(on, seen)
        if on is not None and how in {"between", "last known"} and _told_after(look, post, seen, on):
            how = "ended"
        ref = look.ref(post)
        out.append(Unnamed(None, ref, None, form, how, None, None, seen, look.proofs(*nodes), nodes[0].value))
    return out


def standing(look: Look, post: NamedNode, on: str) -> tuple[str | None, str, NamedNode] | None:
    """What the last table until a day says of who holds a post, its day and the listing; None where none lists it."""
    dated = [(day, node) for node in look.sources("listedPost", post) for day in look.texts(node, "observed") if is_date(day) and day <= on]  # fmt: skip
    if not dated:
        return None
    day, node = max(dated, key=lambda d: (d[0], str(d[1].value)))
    return status(look, node), day, node


def days(look: Look, post: NamedNode, *statuses: str) -> list[str]:
    """The days of the tables that list a post, or list it with one of some statuses."""
    found = [node for node in look.sources("listedPost", post) if not statuses or status(look, node) in statuses]
    return sorted({day for node in found for day in look.texts(node, "observed") if is_date(day)})


def empty_days(look: Look, post: NamedNode) -> list[str]:
    """The days on which tables list a post as held by nobody."""
    return days(look, post, *_EMPTY)


def told_otherwise(look: Look, line: NamedNode, on: str) -> bool:
    """Whether a table until a day lists the reporter of a line after the line was last seen, and shows it no more."""
    reporter = look.node(line, "reporter")
    if reporter is None:
        return False
    seen = set(look.texts(line, "observed"))
    last = max((day for day in seen if is_date(day) and day <= on), default="")
    return any(last < day <= on and day not in seen for day in days(look, reporter))


def _told_after(look: Look, post: NamedNode, seen: tuple[str, ...], on: str) -> bool:
    """Whether a table or paper until a day tells of the post after it was last listed so."""
    last = max((day for day in seen if day <= on), default="")
    later = {day for tenure in look.sources("heldPost", post) for day in look.texts(tenure, "observed")}
    return any(last < day <= on and day not in seen for day in {*days(look, post), *later})
