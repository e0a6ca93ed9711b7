"""What changed between two days: who joined and left bodies, who took up posts, lines, directions, bodies.

Invariant: a change is told only where both sides are known. Somebody has left a body when a later record of it shows
neither presence nor apologies nor a substitute in their stead; has joined when the record before does not show them.
Nothing is said of what no paper of the time shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from pyoxigraph import NamedNode

from ..lookup import key
from .asof import earliest, holds, is_date
from .instruments import status
from .listings import standing
from .members import Holder, holder_of
from .proposed import is_proposed
from .reading import Look, Proof, Ref
from .reporting import dated
from .rolls import last_until, rolls

ORDER = (
    "joined", "left", "only substituted", "new capacity", "took up", "first seen in post", "gave up", "fell vacant", "eliminated", "made", "came into force",
    "lapsed", "revoked", "set up", "proposed", "succeeded", "line first stated", "line ended",
)  # fmt: skip
"""The kinds of change, in the order in which they are told."""
_NEAR = 0.85


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its kind, whom and what it concerns, how it was and is, since when that is known."""

    change: str
    who: Ref | None
    of: Ref | None
    before: str | None
    after: str | None
    seen: str | None
    evidence: tuple[Proof, ...]
    id: str


def diff(look: Look, first: str, second: str, about: NamedNode | None = None) -> list[Change]:
    """The changes between two days: of one thing, or of all. The days may be given in either order."""
    first, second = sorted((first, second))
    found: list[Change] = []
    bodies = look.members("Body") if about is None else [about]
    for body in bodies:
        found += _membership(look, body, first, second)
        found += _founding(look, body, first, second)
    found += _tenures(look, about, first, second)
    found += _vacancies(look, about, first, second)
    found += _lines(look, about, first, second)
    found += _instruments(look, about, first, second)
    unique = {(c.change, c.id, c.who, c.of): c for c in found}
    return sorted(unique.values(), key=_place)


def _membership(look: Look, body: NamedNode, first: str, second: str) -> Iterator[Change]:
    """Who joined and left a body between its last records until each day; who only substituted at either."""
    known = rolls(look, body)
    was, now = last_until(known, first), last_until(known, second)
    if was is None or now is None or was.meeting == now.meeting:
        return
    of = look.ref(body)
    for who in sorted(set(was.members) | set(now.members), key=lambda r: (r.name, r.id)):
        before, after = was.members.get(who), now.members.get(who)
        if before is None and after is not None:
            yield Change("joined", who, of, None, after.role or after.shown, now.date, after.evidence, now.meeting)
        elif before is not None and after is None:
            yield Change("left", who, of, before.role or before.shown, None, was.date, before.evidence, now.meeting)
        elif before and after and "chair" in {before.shown, after.shown} and before.shown != after.shown:
            if {before.shown, after.shown} <= {"chair", "member"}:
                yield Change("new capacity", who, of, before.shown, after.shown, now.date, after.evidence, now.meeting)
    for roll in (was, now):
        for who, place in sorted(roll.substitutes.items(), key=lambda s: (s[0].name, s[0].id)):
            if who not in was.members and who not in now.members:
                yield Change("only substituted", who, of, None, None, roll.date, place.evidence, roll.meeting)


def _founding(look: Look, body: NamedNode, first: str, second: str) -> Iterator[Change]:
    """Bodies first told of as set up or proposed, or as following another, by papers of the time between.

    A setting up that an undated paper tells of too, or of a body that was seen before, is none of the time.
    """
    for link, change in (("established", "set up"), ("org:resultingOrganization", "succeeded"), ("org:originalOrganization", "succeeded")):  # fmt: skip
        for node in look.sources(link, body):
            seen = _first_seen(look, node)
            if seen is None or not first < seen <= second or _undated(look, node):
                continue
            if change == "set up" and (_first_seen(look, body) or seen) <= first:
                continue
            new = look.node(node, "org:resultingOrganization") or body
            old = look.one(node, "org:originalOrganization")
            kind = "proposed" if is_proposed(look, new) else change
            yield Change(kind, look.ref(new), old, None, None, seen, look.proofs(node), node.value)


def _tenures(look: Look, about: NamedNode | None, first: str, second: str) -> Iterator[Change]:
    """Who took up and gave up posts; on a body, the posts in it."""
    if about is None:
        nodes = look.members("Tenure")
    else:
        posts = [about, *look.sources("org:postIn", about)]
        nodes = [*look.sources("holder", about), *(node for post in posts for node in look.sources("heldPost", post))]
    for node in nodes:
        was, now = holder_of(look, node, first), holder_of(look, node, second)
        if was is None or now is None:
            continue
        title = now.role or now.post.name
        if was.known == "not yet seen" and holds(now.known) and now.known != "undated":
            seen = now.since or min((d for d in now.seen if is_date(d)), default=None)
            if not _printed_before(look, now, first):
                change = "took up" if now.since else "first seen in post"
                yield Change(change, now.person, now.post, None, title, seen, now.evidence, node.value)
        elif holds(was.known) and was.known != "undated" and now.known == "ended":
            yield Change("gave up", now.person, now.post, title, None, now.until, now.evidence, node.value)


def _vacancies(look: Look, about: NamedNode | None, first: str, second: str) -> Iterator[Change]:
    """Posts that tables list as vacant or eliminated and did not before; on a body, the posts in it."""
    posts = look.members("Post") if about is None else [about, *look.sources("org:postIn", about)]
    for post in posts:
        was, now = standing(look, post, first), standing(look, post, second)
        if was and now and was[0] != now[0] and now[0] in {"vacant", "eliminated"}:
            change = "fell vacant" if now[0] == "vacant" else "eliminated"
            yield Change(change, None, look.ref(post), was[0], now[0], now[1], look.proofs(now[2]), now[2].value)


def _printed_before(look: Look, held: Holder, day: str) -> bool:
    """Whether a record until a day prints a title like a post's beside the person, though it was not read as a post."""
    title = key(held.role or held.post.name)
    for node in look.sources("attendee", NamedNode(held.person.id)):
        printed = key(look.text(node, "roleText") or "")
        if any(seen <= day for seen in look.texts(node, "observed")) and printed:
            start = printed[: len(title) + 2]
            if title in printed or SequenceMatcher(None, title, start).ratio() >= _NEAR:
                return True
    return False


def _lines(look: Look, about: NamedNode | None, first: str, second: str) -> Iterator[Change]:
    """Lines of reporting first stated or ended."""
    nodes = look.members("ReportingLine") if about is None else [*look.sources("reporter", about), *look.sources("superior", about)]  # fmt: skip
    for node in nodes:
        was, now = dated(look, node, first), dated(look, node, second)
        low, high = look.one(node, "reporter"), look.one(node, "superior")
        if was == "not yet seen" and holds(now) and now != "undated" and not _undated(look, node):
            yield Change("line first stated", low, high, None, look.text(node, "what"), _first_seen(look, node), look.proofs(node), node.value)  # fmt: skip
        elif holds(was) and now == "ended":
            yield Change("line ended", low, high, look.text(node, "what"), None, look.text(node, "validTo"), look.proofs(node), node.value)  # fmt: skip


def _instruments(look: Look, about: NamedNode | None, first: str, second: str) -> Iterator[Change]:
    """Directions made, in force and ended; of a body those addressed to it or that it was set up under."""
    nodes = look.members("Direction")
    if about is not None:
        mine = {about, *look.sources("addressee", about)}
        for thing in (*look.sources("established", about), *look.sources("bearer", about)):
            mine.update(look.nodes(thing, "establishedBy"))
            for mandate in look.sources("mandated", thing):
                mine.update(look.nodes(mandate, "mandatedBy"))
        nodes = [node for node in nodes if node in mine]
    for node in nodes:
        was, now = status(look, node, first), status(look, node, second)
        if now in (was, "unknown") or was == "unknown":
            continue
        change = {"in force": "came into force", "lapsed": "lapsed", "revoked": "revoked", "superseded": "revoked"}.get(now, "made")  # fmt: skip
        seen = look.text(node, "inForceUntil") if now == "lapsed" else look.text(node, "dcterms:date")
        yield Change(change, look.ref(node), look.one(node, "addressee"), was, now, seen, look.proofs(node), node.value)


def _undated(look: Look, node: NamedNode) -> bool:
    """Whether a paper without a date shows something, so that it may be older than its first dated sign."""
    return any(proof.date is None for proof in look.proofs(node))


def _first_seen(look: Look, node: NamedNode) -> str | None:
    """The first day on which a dated paper shows something."""
    return min((earliest(day) for day in look.texts(node, "observed") if is_date(day)), default=None)


def _place(change: Change) -> tuple[object, ...]:
    """What changes are ordered by."""
    of = change.of.name if change.of else ""
    who = change.who.name if change.who else ""
    return (ORDER.index(change.change), of, who, change.seen or "", change.id)
