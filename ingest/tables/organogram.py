"""Organograms: tables of posts, each with its reference, its holder and the reference of the post it reports to.

The columns are those of the organograms that central government publishes of senior posts (one a row) and junior ones
(posts of one kind a row), in their older and newer headings, and of structure charts of other bodies that name the
superior by title. Invariant: every row with a title is a post of its own, unless reference or all that tells posts apart
says that two rows are one (a job share); a vacant post is a post, one that exists no longer has no line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ...graph.facts import Fact, Holds, Post, ReportsTo
from ...graph.listed_posts import reference_key
from .grid import Grid, Row, evidence
from .headings import Headed, headed
from .holders import Holding, read_holder

_TOP = re.compile(r"\W*(?:x+|n\W*[da]|none|not\s+applicable|top|nil|-+)?\W*", re.IGNORECASE)
_NOT_IN_POST = re.compile(r"\W*(?:not\s+in\s+post|n/a)\W*", re.IGNORECASE)
_NO_REFERENCE = re.compile(r"\W*(?:0+|n\W*[da]|x+|tb[ac]|none|new|vacan\w*|eliminated|deleted|awaiting\w*|unknown|-+)?\W*", re.IGNORECASE)  # fmt: skip
_UNSAID = re.compile(r"\W*(?:n\W*[da]|none|x+|-+)?\W*", re.IGNORECASE)
_NEEDED = (("title", "superior", "reference"), ("title", "superior", "holder"), ("title", "superior", "number"))


@dataclass(frozen=True)
class Entry:
    """A row of an organogram; `reference` and `superior` are empty where the row gives none."""

    row: Row
    title: str
    reference: str
    superior: str
    unit: str
    grade: str
    body: str
    number: str
    holding: Holding

    @cached_property
    def post(self) -> tuple[str, ...]:
        """What is one post in the table: the reference and title, else all that tells rows apart."""
        if self.reference:
            return (reference_key(self.reference), key(self.title))
        return (
            "",
            key(self.title),
            key(self.unit),
            key(self.grade),
            key(self.body),
            reference_key(self.superior),
            self.holding.person or "",
        )


def find(grid: Grid) -> Headed | None:
    """A grid as a table of posts, if its headings say that it is one."""
    return headed(grid, "post", *_NEEDED)


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """Words for comparison."""
    return " ".join(re.findall(r"\w+", text.casefold().replace("&", " and ")))


def facts(text: str, table: Headed, date: str | None, body: str | None) -> Iterator[Fact]:
    """The posts of a table, their holders, and the lines between them; `body` is whose they are where no column says."""
    entries = [entry for row in table.rows if (entry := _entry(table, row, body))]
    names = designations(entries)
    superiors = Superiors(entries)
    told: set[tuple[tuple[str, ...], ...]] = set()
    for entry in entries:
        name = names[entry.post]
        at = table.places("reference", "title", "unit", "grade", "superior", "number")
        post = Post(
            name=name, title=entry.title, body=entry.body or None, unit=entry.unit or None, reference=entry.reference or None,
            superior=entry.superior or None, grade=entry.grade or None, number=entry.number or None,
            status=entry.holding.status, as_of=date,
            evidence=evidence(text, table.grid, entry.row, at, rule="post.organogram", at=table.heading("title")),
        )  # fmt: skip
        yield post
        if entry.holding.person:
            proof = evidence(text, table.grid, entry.row, table.places("holder", "title"), rule="holds.organogram", at=table.heading("holder"))  # fmt: skip
            form = f" ({entry.holding.form})" if entry.holding.form else ""
            yield Holds(person=entry.holding.person, role=f"{name}{form}", body=entry.body or None, as_of=date, evidence=proof)  # fmt: skip
        above = superiors.of(entry)
        if above is not None and entry.holding.status != "eliminated" and (entry.post, above.post) not in told:
            told.add((entry.post, above.post))
            proof = evidence(text, table.grid, entry.row, table.places("reference", "title", "superior"), rule="reports_to.organogram", at=table.heading("superior"))  # fmt: skip
            yield ReportsTo(subject=name, object=names[above.post], evidence=proof)


def _entry(table: Headed, row: Row, body: str | None) -> Entry | None:
    """A row as an entry; None for one that is no post."""
    given = {purpose: table.said(row, purpose) for purpose in table.columns}
    reference = given.get("reference", "")
    zero = bool(reference) and not reference.strip("0. ")
    title = given["title"]
    if zero or _NOT_IN_POST.fullmatch(title):
        return None
    reference = "" if _NO_REFERENCE.fullmatch(reference) else reference
    if not title and not reference:
        return None
    whose = next((said for p in ("organisation", "department") if not _UNSAID.fullmatch(said := given.get(p, ""))), body or "")  # fmt: skip
    unit = given.get("unit", "")
    superior = given["superior"]
    return Entry(
        row=row,
        title=title or f"Post {reference}",
        reference=reference,
        superior="" if _TOP.fullmatch(superior) else superior,
        unit="" if _UNSAID.fullmatch(unit) or key(unit) == key(whose) else unit,
        grade=given.get("grade", ""),
        body=whose,
        number=given.get("number", ""),
        holding=read_holder(given["holder"]) if "holder" in given else Holding(None, None),
    )


def designations(entries: Sequence[Entry]) -> dict[tuple[str, ...], str]:
    """A name for each post that no other post of the table has: the title, with unit, grade or reference where needed."""
    posts = {entry.post: entry for entry in entries}
    names: dict[tuple[str, ...], str] = {}
    open_ = list(posts.values())
    for level in (_by_title, _by_unit, _by_grade, _by_reference):
        groups: dict[str, list[Entry]] = defaultdict(list)
        for entry in open_:
            groups[key(level(entry))].append(entry)
        taken = {key(name) for name in names.values()}
        for form, group in groups.items():
            if len(group) == 1 and form not in taken:
                names[group[0].post] = level(group[0])
        open_ = [entry for entry in open_ if entry.post not in names]
    for entry in open_:
        names[entry.post] = f"{_by_grade(entry)} (row {entry.row.number})"
    return names


def _by_title(entry: Entry) -> str:
    return entry.title


def _by_unit(entry: Entry) -> str:
    return ", ".join(dict.fromkeys(filter(None, (entry.title, entry.unit))))


def _by_grade(entry: Entry) -> str:
    return f"{_by_unit(entry)} ({entry.grade})" if entry.grade and not entry.reference else _by_unit(entry)


def _by_reference(entry: Entry) -> str:
    if entry.reference:
        return f"{entry.title} (post {entry.reference})"
    return f"{_by_grade(entry)}, under post {entry.superior}" if entry.superior else _by_grade(entry)


class Superiors:
    """Which entry a superior's reference, title or holder names."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._named: dict[str, dict[tuple[str, ...], Entry]] = defaultdict(dict)
        for entry in entries:
            for mark in (f"={entry.reference}", f"#{reference_key(entry.reference)}", f"t{key(entry.title)}", f"p{key(entry.holding.person or '')}"):  # fmt: skip
                if len(mark) > 1:
                    self._named[mark].setdefault(entry.post, entry)

    def of(self, entry: Entry) -> Entry | None:
        """The one post that an entry reports to; None if it names none, or if several or none are meant."""
        said = entry.superior
        if not said:
            return None
        for mark in (f"={said}", f"#{reference_key(said)}", f"t{key(said)}", f"p{key(said)}"):
            fits = [other for post, other in self._named.get(mark, {}).items() if post != entry.post]
            living = [other for other in fits if other.holding.status != "eliminated"]
            if len(living) == 1 or (not living and len(fits) == 1):
                return (living or fits)[0]
            if fits:
                return None
        return None
