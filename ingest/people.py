"""Entries of a roll: a person with what is printed beside the name.

Invariant: `text` is the passage of the entry; `person` the name with its honorifics; `role` what else is printed there
as title or organisation, without the marks of the roll itself (Chair, Member, initials, minutes).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..graph.facts import Capacity
from .document import Text, join
from .names_persons import person_at
from .names_phrases import role_end
from .names_tokens import key_of, tokens_of
from .people_marks import beside, mark_of
from .people_names import goes_by_initials, initialled, lone_capitals, name_in, titled
from .roll import cells_of
from .roll_labels import APOLOGY, label_of
from .roll_lines import Group, begins_person, listing, named

__all__ = ["Entry", "entries", "is_person", "read_entry"]

_NONE = re.compile(
    r"^[|\s]*(?:none|no\s+one|nil|n/?a|there\s+(?:were|was)\s+(?:none|no)|no\s+apologies|not\s+applicable|vacan\w+|\d+\s+members?\s+of)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"^(?:the\s+)?(cllrs|councillors|aldermen|messrs|drs)\b\.?\s*(?:[:–-]\s*)?", re.IGNORECASE)
SINGULAR = {"cllrs": "Cllr", "councillors": "Councillor", "messrs": "Mr", "drs": "Dr", "aldermen": "Alderman"}
_POST_FIRST = re.compile(
    r"^[\s•*-]*(?P<post>[A-Z][^()\t|:;]{3,90}?)(?:\s+[-–]\s+(?P<name>[A-Z][^()]*)|\s*\((?P<inside>[^()]+)\))\s*$"
)
_LABELLED = re.compile(r"^([A-Z][^:]{2,60}):\s+")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A person on a roll."""

    person: str
    capacity: Capacity
    role: str | None
    text: Text
    rule: str
    initials: str | None = None

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return key_of(self.person)


def entries(group: Group) -> list[Entry]:
    """The entries of a group, in order."""
    from .people_inline import inline_entries

    if group.inline:
        return inline_entries(group)
    if group.capacity == "apologies":
        told = join(group.parts)
        places = [m.end() for m in APOLOGY.finditer(told.clean)]
        if places:
            stops = [*[told.clean.rfind(".", 0, at) + 1 or at for at in places[1:]], len(told.clean)]
            pieces = [told.part(a, max(a, b)) for a, b in zip(places, stops, strict=True)]
            return [e for piece in pieces for e in inline_entries(replace(group, parts=(piece,), inline=True))]
    found: list[Entry] = []
    for text in _whole(group.parts):
        found.extend(_line(text, group))
    return found


def _whole(parts: tuple[Text, ...]) -> list[Text]:
    """The lines of a list, those that go on with the entry before joined to it."""
    out: list[Text] = []
    column = 0
    dashed = bool(parts) and parts[0].clean.lstrip().startswith("- ")
    for part in parts:
        text = part.clean.strip(" |*")
        if not text:
            continue
        indent = len(part.clean) - len(part.clean.lstrip(" "))
        opened = bool(out) and out[-1].clean.count("(") > out[-1].clean.count(")")
        goes_on = bool(out) and (
            (text[:1] in "(-\t" and not (dashed and text.startswith("- ")))
            or (text[:1].islower() and not text.startswith("o "))
            or (out[-1].clean.rstrip().endswith((",", "&", " and", " -")) and len(out[-1].clean.strip()) > 20)
            or (column > 12 and indent >= column - 3 and not is_person(text))
        )
        if out and (opened or goes_on):
            out[-1] = join([out[-1], part.part(len(part.clean) - len(part.clean.lstrip(" \t|")), len(part.clean))])
        else:
            out.append(part)
            cells = cells_of(part.clean)
            column = cells[1][0] if len(cells) > 1 else 0
    return out


def _line(text: Text, group: Group) -> list[Entry]:
    """The entries of one line: mostly one; several where names share it."""
    from .people_inline import inline_entries

    whole = text.clean.strip(" •-*·|\t")
    if not whole or _NONE.match(whole):
        return []
    told = _LABELLED.match(text.clean.lstrip())
    if told and not any(map(begins_person, told[1].split(","))) and label_of(told[1]) is None:
        return _placed(text, told[1], len(text.clean) - len(text.clean.lstrip()) + told.end(), group)
    if _PLURAL.match(whole) or _shared(whole) or listing(whole):
        lead = text.clean.index(whole[0])
        return inline_entries(replace(group, parts=(text.part(lead, len(text.clean)),), inline=True))
    out: list[Entry] = []
    cells = cells_of(text.clean)
    begins = [
        i for i, (a, b) in enumerate(cells) if i == 0 or is_person(text.clean[a:b]) or goes_by_initials(text.clean[a:b])
    ]
    for place, first in enumerate(begins):
        last = begins[place + 1] - 1 if place + 1 < len(begins) else len(cells) - 1
        entry = read_entry(text.part(cells[first][0], cells[last][1]), group.capacity, "list")
        if entry:
            out.append(entry)
    return out


def _placed(text: Text, place: str, at: int, group: Group) -> list[Entry]:
    """The entries of a line that names a place or organisation first, then those who came for it and who did not."""
    from .people_inline import inline_entries

    away = APOLOGY.search(text.clean, at)
    came = text.part(at, away.start() if away else len(text.clean))
    found = inline_entries(replace(group, parts=(came,), inline=True)) if begins_person(came.clean) else []
    if not found and not away and mark_of(place) is not None:
        entry = read_entry(text, group.capacity, "list")
        return [entry] if entry else []
    if away:
        sent = replace(group, capacity="apologies", parts=(text.part(away.end(), len(text.clean)),), inline=True)
        found += inline_entries(sent)
    return [entry if entry.role or mark_of(place) is not None else replace(entry, role=place) for entry in found]


def _shared(line: str) -> bool:
    """Whether a line of a list is itself an inline list: most of what stands between its commas is a person."""
    places = re.sub(r"\([^()]*\)", "", line).split(",")
    people = sum(is_person(place) for place in places)
    return (people >= 3 and people > 0.6 * len(places)) or (len(places) > 1 and all(map(named, places)))


def is_person(words: str) -> bool:
    """Whether some words begin with a person's name, sure enough to begin an entry in the middle of a line."""
    tokens = tokens_of(words.strip(" •-*·|\t"))
    return len(tokens) > 0 and person_at(tokens, 0) is not None and role_end(tokens, 0) is None


def read_entry(text: Text, capacity: Capacity, rule: str, honorific: str = "") -> Entry | None:
    """The entry that a stretch of text is, if it begins with (or, after a title, holds) a person's name."""
    clean = text.clean
    labelled = _LABELLED.match(clean)
    if labelled and is_person(clean[labelled.end() :]):
        inner = read_entry(text.part(labelled.end(), len(clean)), capacity, rule, honorific)
        if inner and not inner.role and mark_of(labelled[1]) is None:
            return replace(inner, role=labelled[1])
        return inner
    whole = len(clean.rstrip(" .;,-|*\t"))
    if (
        (turned := _POST_FIRST.match(clean))
        and _is_post(turned["post"])
        and begins_person(turned["name"] or turned["inside"])
    ):
        at_name = turned.start("name" if turned["name"] else "inside")
        inner = read_entry(
            text.part(at_name, turned.end("name" if turned["name"] else "inside")), capacity, rule, honorific
        )
        if inner and not inner.role:
            return replace(inner, role=turned["post"].strip(), text=text.part(0, whole))
    clean, behind, most = initialled(clean)
    at, end, tokens = name_in(clean, honorific)
    if most and end is not None and end > at + most:
        end = at + most
    if end is None or end <= at:
        return None
    if lone_capitals(tokens, at, end):
        at += 1
    person = " ".join(clean[tokens.starts[at] : tokens.stops[end - 1]].split())
    person = re.sub(
        r"^(cllrs|councillors|messrs|drs)\b\.?", lambda m: SINGULAR[m[1].casefold()], person, flags=re.IGNORECASE
    )
    person = person if not person.isupper() else titled(person)
    before = clean[: tokens.starts[at]].strip(" -,:•*|\t")
    before = re.sub(r"^(?:(?:from|and|also|&|the)(?:\s+|$))+", "", before, flags=re.IGNORECASE)
    role, marks, initials = beside(clean[tokens.stops[end - 1] :], person)
    initials = initials or behind
    if before and (mark := mark_of(before)) in {"chair", "substitute", "guest", "", "member"}:
        marks, before = (mark, *marks), ""
    elif before and mark_of(before) in {"officer", "clerk"}:
        marks = ("officer", *marks)
        before = before if mark_of(before) == "clerk" else ""
    found: Capacity = capacity
    for mark in marks:
        if mark in {"chair", "substitute", "guest", "officer", "apologies"} and capacity != "apologies":
            found = mark  # type: ignore[assignment]
            break
    said = " ".join(part for part in (before, role) if part).strip(" ,;-") or None
    if honorific and not re.match(r"(?:cllr|councillor|county|borough|district|city|ald)\b", person, re.IGNORECASE):
        person = f"{honorific} {person}"
    return Entry(person, found, said, text.part(0, whole), rule, initials)


def _is_post(words: str) -> bool:
    """Whether some words before a name are a post, and no mark of the meeting."""
    tokens = tokens_of(words)
    return mark_of(words) is None and not begins_person(words) and any(role_end(tokens, i) for i in range(len(tokens)))
