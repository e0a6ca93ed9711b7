"""Inline lists of people: names parted by commas, semicolons and `and`, each with what stands beside it.

A plural honorific counts for all names up to the next one of its kind; words that are no name belong to the name
before them, or to the one after them where `the` leads them. Invariant: a stretch of the text is used for one entry.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .document import Text
from .names_persons import honorifics_end
from .names_phrases import body_end, role_end
from .names_tokens import tokens_of
from .people import _NONE, _PLURAL, SINGULAR, Entry, is_person, read_entry
from .people_marks import beside, mark_of
from .roll_labels import label_of
from .roll_lines import Group

_LEAD = re.compile(
    r"^[\s*]*(?:(?:were|was|had\s+been|have\s+been)\s+)?(?:(?:received|noted|accepted|given|submitted|tendered|made)\s+)?(?:for\s+(?:absence|lateness)\s+)?(?:(?:were|was)\s+)?(?:received\s+|given\s+)?(?:(?:from|by|on\s+behalf\s+of)\b\s*:?)?\s*(?:(?:the\s+)?(?P<shared>(?:board|committee|panel|group)\s+member)s\s+)?",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\s*(?P<semi>;)\s*(?:and\s+|&\s+)?|\s*,(?!\s*\()\s*(?:and\s+|&\s+)?(?:also\s+)?(?:from\s+)?|\s+(?:and|&)\s+(?:also\s+)?(?:from\s+)?"
    r"|(?<=[a-z)])(?<!\bCllrs)(?<!\bCllr)(?<!\bMrs)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bProf)(?<!\bRev)(?P<stop>\.)\s+(?=[A-Z])|\s{3,}|[\t|]"
)
_END = re.compile(
    r"(?<=[a-z)])(?<!\bCllr)(?<!\bMrs)(?<!\bMr)(?<!\bMs)(?<!\bDr)\.\s+(?=(?:The|It|There|No|A|An|This|In|At|Due|Following|With|Having|Councillor\s+\w+\s+(?:was|had|would)|RESOLVED)\b)|\bfor\s+lateness\b|\b(?:were|was)\s+(?:received|noted|accepted|absent|in\s+the\s+chair|welcomed)|,?\s+\b(?:for|by)\s+whom\b|,?\s+\bwhose\b"
)
_ASIDE = re.compile(
    r",?\s+(?:who|due\s+to|because|as\s+(?:he|she|they))\b[^,;.]*?(?=\s+and\s+[A-Z]|[,;.]|$)"
    r"|(?:,?\s*\b(?:and|plus)|\s*&)?\s+(?:\d+|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several))\s+(?:other\s+)?(?:[Mm]embers?\s+of\s+(?:the\s+)?(?:[Pp]ublic|[Pp]ress)|[Rr]esidents?|[Pp]arishioners?|[Ee]lectors|[Vv]isitors)\b(?:\s+present)?"
    r"|(?<=\w)\s+(?=(?:Councillors|Cllrs|Members|Governors|Trustees|Officers|Clerk|Apologies|Absent|In\s+[Aa]ttendance|Also\s+[Pp]resent|Members\s+of\s+(?:the\s+)?[Pp]ublic)\s*:)"
)
_HONOUR = re.compile(
    r"(?<=[a-z)\]])\s+(?=(?:(?:County|District|Borough|Town|Parish|City|Community)\s+)?(?:Cllrs?|Councill?ors?|Mr|Mrs|Miss|Ms|Dr|Prof|Professor)\b\.?\s+[A-Z])"
)
_BEHIND_BRACKET = re.compile(
    r"(?<=\))\s+(?=[A-Z][a-z]*\.?\s+[A-Z][A-Za-z'-]+\s*(?:,|;|and\b|&|\(|$))|\s+[-–]\s+(?=[A-Z][A-Za-z ]{3,30}:\s)"
)
_BEFORE_HONOUR = frozenset(
    [
        "cllr",
        "cllrs",
        "councillor",
        "councillors",
        "councilor",
        "councilors",
        "county",
        "district",
        "borough",
        "town",
        "parish",
        "city",
        "community",
        "mayor",
        "chair",
        "chairman",
        "chairwoman",
        "chairperson",
        "vice",
        "deputy",
        "leader",
        "alderman",
        "the",
        "hon",
        "hon.",
        "vice-chair",
        "vice-chairman",
        "president",
        "convener",
        "provost",
        "clerk",
        "secretary",
        "treasurer",
        "officer",
    ]
)
_PUBLIC = re.compile(r"\s*members?\s+of\s+(?:the\s+)?(?:public|press)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:[Tt]he\s+)?(?P<role>(?:assistant\s+to\s+the\s+|(?:(?i:deputy|acting|assistant|parish|town))\s+)?(?:[Cc]lerk|secretary|treasurer|R\.?F\.?O\.?))\s+(?=[A-Z])",
)
_GENDERED = re.compile(r"^(?:Mrs|Miss|Ms|Mr|Dr|Prof|Sir|Dame|Revd?)\b\.?", re.IGNORECASE)
_SHARED_FROM = re.compile(r"\s+(?:both\s+)?from\s+(?:the\s+)?(?=[A-Z])")


def inline_entries(group: Group) -> list[Entry]:
    """The entries of an inline list, in order."""
    text = group.parts[0]
    lead = _LEAD.match(text.clean)
    whole = text.part(lead.end() if lead else 0, len(text.clean))
    if _NONE.match(whole.clean):
        return []
    if stop := _END.search(whole.clean):
        whole = whole.part(0, stop.start())
    found = _List(whole, group).read()
    if lead and lead["shared"]:
        found = [replace(entry, role=entry.role or lead["shared"]) for entry in found]
    return found


class _List:
    """Goes through the pieces of one list."""

    def __init__(self, whole: Text, group: Group) -> None:
        self.whole = whole
        self.capacity = group.capacity
        self.out: list[Entry] = []
        self.honorific = ""
        self.ahead = ""
        self.led = False
        """Whether the list begins with `the` and a title: titles stand before their people."""
        self.borrows = self.borrowed = False
        """Whether the next person, and the last, has only a title that stood before, as another's might."""
        self.said: tuple[int, int] | None = None
        self.pair = False

    def read(self) -> list[Entry]:
        """All entries."""
        for start, stop, joint in pieces(self.whole):
            self._piece(start, stop, joint)
        self._close()
        return self.out

    def _piece(self, start: int, stop: int, joint: str) -> None:
        words = self.whole.clean[start:stop]
        if joint in {";", "."}:
            self._close()
            self.honorific = ""
        group = re.match(r"^([^:,;]{3,40}?)(?::\s*|\s-\s+)(?=[A-Z])", words)
        label = label_of(group[1] + ":") if group else None
        if group and label and label.end >= len(group[1]):
            self._close()
            if (label.capacity != "member" or self.capacity == "chair") and not (
                self.capacity == "apologies" and group[1].casefold() == "also"
            ):
                self.capacity = label.capacity
            self.honorific = SINGULAR.get(group[1].strip().casefold(), "")
            start += group.end()
            words = self.whole.clean[start:stop]
        plural = _PLURAL.match(words)
        if plural:
            self.honorific = SINGULAR[plural[1].casefold()]
            start += plural.end()
            words = self.whole.clean[start:stop]
        if not words.strip() or _PUBLIC.match(words):
            return
        if (mark := mark_of(words)) is not None and self.out and not self.ahead and words[:4].casefold() != "the ":
            self._mark(mark, words)
            return
        if not plural and joint == "and" and self.said and not is_person(words):
            self.said = (self.said[0], stop)
            return
        entry = self._entry(start, stop)
        if entry:
            self._close()
            self.borrowed, self.borrows = self.borrows, False
            self.out.append(entry)
            self.pair = joint == "and" and len(self.out) == 2 and self.out[0].role is None
        elif (re.match(r"the\s", words, re.IGNORECASE) and (self.led or joint != ",")) or not self.out:
            self.led = self.led or (not self.out and bool(re.match(r"the\s", words, re.IGNORECASE)))
            self.ahead = re.sub(r"^the\s+", "", words.strip(), flags=re.IGNORECASE)
        elif _is_said(words):
            self.said = (self.said[0], stop) if self.said else (start, stop)

    def _entry(self, start: int, stop: int) -> Entry | None:
        words = self.whole.clean[start:stop]
        text = self.whole.part(start, stop)
        if _is_role(words):
            return None
        own = honorifics_end(tokens_of(words), 0) if words[:1].isupper() else 0
        if own and not _GENDERED.match(words):
            self.honorific = ""
        if office := _OFFICE.match(words):
            entry = read_entry(self.whole.part(start + office.end(), stop), self.capacity, "inline")
            mark = mark_of(office["role"])
            if entry and entry.capacity == "member" and mark in {"clerk", "officer", None}:
                entry = replace(entry, capacity="officer")
            if entry:
                return replace(entry, role=entry.role or office["role"])
        shared = _SHARED_FROM.search(words)
        entry = read_entry(text, self.capacity, "inline", self.honorific)
        if not entry or (entry.role and len(entry.role) > 160) or entry.person.casefold() in {"the clerk", "clerk"}:
            return None
        if shared and self.out and self.out[-1].role is None and entry.role and self.said is None:
            self.out[-1] = replace(self.out[-1], role=entry.role)
        if self.ahead:
            mark = mark_of(self.ahead)
            capacity = "officer" if mark in {"officer", "clerk"} and entry.capacity == "member" else entry.capacity
            capacity = "chair" if mark == "chair" and entry.capacity == "member" else capacity
            role = self.ahead if mark in {None, "clerk"} else None
            entry = replace(entry, role=" ".join(p for p in (role, entry.role) if p) or None, capacity=capacity)
            self.borrows = role is not None and not self.led
            self.ahead = ""
        return entry

    def _mark(self, mark: str, words: str) -> None:
        last = self.out[-1]
        if mark == "clerk":
            self.out[-1] = replace(last, role=(None if self.borrowed else last.role) or words.strip(" ."))
        if mark in {"chair", "officer", "clerk", "guest", "substitute"} and last.capacity == "member":
            capacity = "officer" if mark == "clerk" else mark
            self.out[-1] = replace(last, capacity=capacity)  # type: ignore[arg-type]

    def _close(self) -> None:
        """Give the words that follow a name to it; to both of a pair that has nothing else."""
        if self.said and self.out:
            text = self.whole.part(*self.said)
            role, marks, _ = beside(text.clean, self.out[-1].person)
            both = self.pair and len(self.out) == 2
            for place in range(len(self.out) - (2 if both else 1), len(self.out)):
                entry = self.out[place]
                before = None if self.borrowed and role else entry.role
                joined = ", ".join(part for part in (before, role) if part) or None
                capacity = "officer" if "officer" in marks and entry.capacity == "member" else entry.capacity
                capacity = "chair" if "chair" in marks and entry.capacity == "member" else capacity
                self.out[place] = replace(entry, role=joined, capacity=capacity)
        self.said, self.ahead, self.borrowed = None, "", False


def _is_role(words: str) -> bool:
    """Whether a piece is a title and nothing else (`Chief Executive`, `the Clerk`)."""
    tokens = tokens_of(re.sub(r"^(?:the|The)\s+", "", words.strip()))
    return len(tokens) > 0 and role_end(tokens, 0) == len(tokens) and honorifics_end(tokens, 0) == 0


def _is_said(words: str) -> bool:
    """Whether a piece without a name can be a title or an organisation."""
    inner = words.strip()
    tokens = tokens_of(inner)
    return (
        bool(inner)
        and len(inner) <= 90
        and inner[0].isupper()
        and not re.match(r"(?:There|No|All|It|This|One|Members\s+of\s+the\s+public)\b", inner)
        and (len(tokens) <= 12 or body_end(tokens, len(tokens) - 1) is not None)
    )


def pieces(text: Text) -> list[tuple[int, int, str]]:
    """Spans of a text between separators that stand outside brackets, each with what parts it from the one before."""
    depth, depths = 0, []
    for char in text.clean:
        depth = max(depth + (char == "(") - (char == ")"), 0)
        depths.append(depth)
    out: list[tuple[int, int, str]] = []
    at, joint = 0, ""
    for found in sorted([*_PART.finditer(text.clean), *_honours(text.clean)], key=lambda m: (m.start(), -m.end())):
        if found.start() < at or depths[found.start()] or not text.clean[found.start() : found.end()]:
            continue
        if text.clean[at : found.start()].strip():
            out.append((at, found.start(), joint))
        at = found.end()
        joint = (
            ";"
            if found.re is _PART and found["semi"]
            else "."
            if found.re is _PART and found["stop"]
            else ","
            if "," in found[0]
            else "and"
            if found[0].strip()
            else " "
        )
    if text.clean[at:].strip(" ."):
        stop = len(text.clean.rstrip(" ."))
        out.append((at, stop, joint))
    return out


def _honours(text: str) -> list[re.Match[str]]:
    """Where a form of address begins the next person without a comma before it (`A Name Cllr B Name`)."""
    return [
        *_ASIDE.finditer(text),
        *_BEHIND_BRACKET.finditer(text),
        *(
            found
            for found in _HONOUR.finditer(text)
            if text[: found.start()].rsplit(maxsplit=1)[-1].casefold().strip("(") not in _BEFORE_HONOUR
        ),
    ]
