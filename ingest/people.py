"""Entries of a roll: a person with what is printed beside the name.

Invariant: `text` is the passage of the entry; `person` the name with its honorifics; `role` what else is printed there
as title or organisation, without the marks of the roll itself (Chair, Member, initials, minutes).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..graph.facts import Capacity
from .document import Text, join
from .names_persons import honorifics_end, name_end, person_at, post_nominals_end
from .names_phrases import role_end
from .names_tokens import key_of, tokens_of
from .roll import APOLOGY, Group

_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "chair",
        re.compile(
            r"^(?:in\s+the\s+chair|(?:acting\s+|interim\s+)?(?:chair|chairman|chairwoman|chairperson|presiding)(?:\s+(?:of|for)\s+(?:the|this)\s+meeting)?|chair\s*-?\s*(?:from|for)\b.*)$",
            re.IGNORECASE,
        ),
    ),
    (
        "substitute",
        re.compile(
            r"^(?:as\s+)?(?:a\s+)?(?:substitut\w+|deputis\w+|sub|deputy)(?:\s+(?:member|for)\b.*)?$", re.IGNORECASE
        ),
    ),
    (
        "guest",
        re.compile(
            r"^(?:as\s+)?(?:an?\s+)?(?:observ\w+|guest|visitor|resident|member\s+of\s+(?:the\s+)?public|public|advis[eo]r)$",
            re.IGNORECASE,
        ),
    ),
    (
        "officer",
        re.compile(
            r"^(?:clerk|minutes|minute[\s-]taker|taking\s+(?:the\s+)?minutes|notes?|note[\s-]taker|secretariat|secretary|minuting)$",
            re.IGNORECASE,
        ),
    ),
    (
        "member",
        re.compile(r"^(?:member|voting\s+member|vice[\s-]?chair(?:man|person|woman)?|deputy\s+chair)$", re.IGNORECASE),
    ),
    (
        "",
        re.compile(
            r"^(?:[A-Z][A-Za-z]{1,3}[a-z]?|phoning\s+in|by\s+phone|dial\w*[\s-]in|(?:via|by|on)\s+(?:MS\s+)?(?:teams|zoom|phone|telephone|video)|virtual(?:ly)?|remote(?:ly)?|online|part|part\s+of\s+(?:the\s+)?meeting|for\s+items?\b.*|items?\s+\d.*|(?:until|from|left|arrived|joined)\b.*|late|[A-Z]{2,5}\s+for\s+item\b.*)$",
            re.IGNORECASE,
        ),
    ),
)
_KEEP_ROLE = {"member"}
_LEAD = re.compile(
    r"^(?:(?:were|was|had\s+been|have\s+been)\s+)?(?:(?:received|noted|accepted|given|submitted|tendered|made)\s+)?(?:for\s+(?:absence|lateness)\s+)?(?:(?:were|was)\s+)?(?:received\s+|given\s+)?(?:from|by|on\s+behalf\s+of)?\s*(?:(?:board|committee|panel|group)\s+members?\s+)?",
    re.IGNORECASE,
)
_PLURALS = {"cllrs": "Cllr", "councillors": "Councillor", "messrs": "Mr", "drs": "Dr"}
_SPLIT = re.compile(r"\s*[;,]\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+(?:from\s+)?|(?<=[a-z)])\.\s+|\s{3,}|\n")
_SEMI = re.compile(r"\s*;\s*(?:and\s+)?|(?<=[a-z)])\.\s+(?=[A-Z])")
_NONE = re.compile(r"^(?:none|no\s+one|nil|n/?a|there\s+(?:were|was)\s+none|no\s+apologies|vacan\w+)\b", re.IGNORECASE)


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
    if group.inline:
        return _inline(group)
    if group.capacity == "apologies":
        told = join(group.parts)
        places = [m.end() for m in APOLOGY.finditer(told.clean)]
        if places:
            stops = [*[told.clean.rfind(".", 0, at) + 1 or at for at in places[1:]], len(told.clean)]
            pieces = [told.part(a, max(a, b)) for a, b in zip(places, stops, strict=True)]
            return [e for piece in pieces for e in _inline(replace(group, parts=(piece,), inline=True))]
    return [found for text in _whole(group.parts) for found in _line(text, group)]


def _whole(parts: tuple[Text, ...]) -> list[Text]:
    """The lines of a list, those that go on with the entry before joined to it."""
    out: list[Text] = []
    for part in parts:
        text = part.clean.strip()
        opened = bool(out) and out[-1].clean.count("(") > out[-1].clean.count(")")
        goes_on = bool(out) and (
            text[:1] in "(-"
            or text[:1].islower()
            or (out[-1].clean.rstrip().endswith((",", "&", " and", " -")) and len(out[-1].clean.strip()) > 20)
        )
        if out and (opened or goes_on):
            out[-1] = join([out[-1], part])
        else:
            out.append(part)
    return out


def _line(text: Text, group: Group) -> list[Entry]:
    """The entries of one line: mostly one; several where names share it."""
    whole = text.clean.strip(" •-*·")
    if not whole or _NONE.match(whole):
        return []
    entry = read_entry(text, group.capacity, "list")
    return [entry] if entry else []


def read_entry(text: Text, capacity: Capacity, rule: str, honorific: str = "") -> Entry | None:
    """The entry that a stretch of text is, if it begins with (or, after a title, holds) a person's name."""
    clean = text.clean
    tokens = tokens_of(clean)
    at, end = _name(clean, honorific)
    if end is None:
        return None
    if (
        at == 0
        and end > 2
        and tokens.words[0].isupper()
        and len(tokens.words[0]) > 1
        and not tokens.words[1].isupper()
        and person_at(tokens, 1)
    ):
        at = 1
    person = " ".join(clean[tokens.starts[at] : tokens.stops[end - 1]].split())
    person = re.sub(
        r"^(cllrs|councillors|messrs|drs)\b", lambda m: _PLURALS[m[0].casefold()], person, flags=re.IGNORECASE
    )
    before = clean[: tokens.starts[at]].strip(" -–,:•*")
    before = re.sub(r"^(?:from\s+|and\s+|&\s+|the\s+)+", "", before, flags=re.IGNORECASE)
    rest = clean[tokens.stops[end - 1] :]
    role, marks, initials = _beside(rest, person)
    for name, form in _MARKS[:2]:
        if before and form.match(before):
            marks, before = [name, *marks], ""
    found: Capacity = capacity
    for mark in marks:
        if mark in {"chair", "substitute", "guest", "officer"} and capacity != "apologies":
            found = mark  # type: ignore[assignment]
            break
    said = " ".join(part for part in (before, role) if part).strip(" ,;-") or None
    last = len(clean.rstrip(" .;,-"))
    person = f"{honorific} {person}" if honorific and not before and not person.casefold().startswith(honorific.casefold()) else person
    return Entry(person, found, said, text.part(0, last), rule, initials)


def _name(clean: str, honorific: str) -> tuple[int, int | None]:
    """Tokens [at, end) of the person's name in an entry."""
    cut = re.search(r"(?<=\S)(?:\t| {2,})", clean)
    tokens = tokens_of(clean[: cut.start()] if cut else clean)
    if not len(tokens):
        return 0, None
    first = next((i for i, w in enumerate(tokens.words) if w[0].isalpha()), 0)
    start = honorifics_end(tokens, first)
    if role_end(tokens, first) is None or start > first:
        end = person_at(tokens, first)
        if end:
            return first, end
        stop = name_end(tokens, start if start > first else first)
        base = start if start > first else first
        alone = stop == base + 1
        if stop > base and (not alone or start > first or honorific) and not (alone and len(tokens.words[base]) < 3):
            return first, post_nominals_end(tokens, stop)
        if (
            tokens.words[first].isupper()
            and first + 1 < len(tokens)
            and tokens.words[first + 1].isupper()
            and role_end(tokens, first) is None
        ):
            stop = first
            while (
                stop < len(tokens)
                and tokens.words[stop].isalpha()
                and tokens.words[stop].isupper()
                and stop - first < 4
                and (stop == first or tokens.near(stop))
            ):
                stop += 1
            if stop - first >= 2:
                return first, stop
    for at in range(first + 1, min(len(tokens), first + 14)):
        if tokens.words[at - 1] in "(-" or not tokens.caps[at]:
            continue
        end = person_at(tokens, at)
        if end:
            return at, end
    return first, None


def _beside(rest: str, person: str) -> tuple[str | None, list[str], str | None]:
    """(role, marks, initials) of what is printed after a name."""
    marks: list[str] = []
    said: list[str] = []
    initials: str | None = None
    for piece in re.findall(r"\([^()]*\)?|[^()]+", rest):
        inner = piece.strip().strip("()").strip(" ,;:-–\t.").strip()
        if not inner:
            continue
        mark = next((name for name, form in _MARKS if form.match(inner)), None)
        if mark == "" and re.fullmatch(r"[A-Z][A-Za-z]{1,4}", inner):
            if not _fits(inner, person):
                mark = None
            else:
                initials = inner
        if mark is not None and not (mark == "member" and "vice" in inner.casefold()):
            marks.append(mark)
            if mark == "chair" and re.search(r"\b(?:independent)\b", inner, re.IGNORECASE):
                said.append(inner)
            continue
        said.append(f"({inner})" if said and piece.strip().startswith("(") else inner)
    role = " ".join(said)
    tail = re.search(r"\s*\((in\s+the\s+chair)\)$", role, re.IGNORECASE)
    if tail:
        role, marks = role[: tail.start()], [*marks, "chair"]
    role = re.sub(r"^(?:from|of)\s+", "", re.sub(r"\s+", " ", role).strip(" ,;-"))
    return role or None, marks, initials


def _fits(initials: str, person: str) -> bool:
    """Whether letters can be the initials of a person."""
    words = [w for w in re.findall(r"[A-Z][\w']*", person)]
    return (
        initials[0] in {w[0] for w in words}
        and initials.upper()[0] == initials[0]
        and (initials.isupper() or len(initials) <= 3)
    )


def _inline(group: Group) -> list[Entry]:
    """The entries of an inline list: names parted by commas, semicolons, `and`; a plural honorific counts for all."""
    text = group.parts[0]
    lead = _LEAD.match(text.clean)
    whole = text.part(lead.end() if lead else 0, len(text.clean))
    if _NONE.match(whole.clean.strip()):
        return []
    stop = re.search(
        r"(?<=[a-z)])\.\s+(?=(?:The|It|There|No|A)\b)|\bfor\s+lateness\b|\bwere\s+(?:received|noted)|\bwho\s",
        whole.clean,
    )
    if stop:
        whole = whole.part(0, stop.start())
    semi = ";" in whole.clean
    shared = re.search(r"\b((?:board|committee|panel|group)\s+member)s\s+$", lead[0], re.IGNORECASE) if lead else None
    pieces = _split(whole, _SEMI if semi else _SPLIT)
    out: list[Entry] = []
    honorific = ""
    capacity = group.capacity
    for piece in pieces:
        first = piece.clean.split(" ", 1)[0].casefold() if piece.clean else ""
        if first in _PLURALS:
            honorific = _PLURALS[first]
            piece = piece.part(len(first) + 1, len(piece.clean))
        elif honorific and honorifics_end(tokens_of(piece.clean), 0):
            honorific = ""
        if re.match(r"^(?:Members\s+of\s+the\s+public|Also|In\s+attendance)\b", piece.clean, re.IGNORECASE):
            capacity = "guest"
        label = re.match(r"^[^:]{3,40}:\s*", piece.clean)
        if label:
            piece = piece.part(label.end(), len(piece.clean))
        entry = read_entry(piece, capacity, "inline", honorific)
        if (
            entry
            and entry.role
            and out
            and out[-1].role is None
            and re.search(r"\sfrom\s", piece.clean)
            and piece.clean.endswith(entry.role)
        ):
            out[-1] = replace(out[-1], role=entry.role)
        if entry and not (entry.role and len(entry.role) > 160):
            if entry.person.casefold() in {"the clerk", "clerk"}:
                continue
            out.append(entry)
        elif (
            out
            and not out[-1].role
            and piece.clean[:1].isupper()
            and group.capacity in {"officer", "member"}
            and "(" not in piece.clean
        ):
            role = piece.clean.strip(" .")
            out = [
                replace(e, role=role) if e.role is None and i >= len(out) - 2 and group.capacity == "officer" else e
                for i, e in enumerate(out)
            ]
    if shared:
        out = [replace(e, role=e.role or shared[1]) for e in out]
    return [_plural(e) for e in out]


def _plural(entry: Entry) -> Entry:
    return replace(entry, person=re.sub(r"^(Cllr|Councillor)s\b", r"\1", entry.person))


def _split(text: Text, separator: re.Pattern[str]) -> list[Text]:
    """Parts of a text between separators that stand outside brackets."""
    depth, cuts = 0, []
    depths = []
    for char in text.clean:
        depth += (char == "(") - (char == ")")
        depths.append(max(depth, 0))
    at = 0
    for found in separator.finditer(text.clean):
        if (
            found.end() == found.start()
            or depths[found.start()]
            or (depths[found.end() - 1] and text.clean[found.end() - 1] != ")")
        ):
            continue
        cuts.append((at, found.start()))
        at = found.end()
    cuts.append((at, len(text.clean)))
    return [text.part(a, b) for a, b in cuts if text.clean[a:b].strip()]
