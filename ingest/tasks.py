"""Tasks: lines that put a task on somebody (`Action: X to do Y`, logs of actions) and undertakings in minutes.

Invariant: a task has an owner that the line names; the quote of a task is the line or row itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .bearers import bears
from .clauses import is_verb, slots, verbs
from .context import Context
from .dates import find_dates
from .document import Block
from .sentences import sentences

_LABEL = re.compile(
    r"^\W*(?:ACTIONS?|Actions?|AP\d*|Action\s+points?)(?:\s+(?:\d+|by|for|on))*\s*(?:\([^()]*\))?\s*[:\-–]\s*",
    re.UNICODE,
)
_BY = re.compile(
    r"^\W*(?:ACTION|Action|action)\s*(?:by|for|on|:\s*by)\s*[:\-]?\s*(?P<who>.+?)\s*(?:\((?:by|due)\s+(?P<due>[^()]+)\))?\s*$"
)
_OWNERS = re.compile(
    r"\s*[\[(](?P<who>[A-Z][A-Za-z' ]{0,30}(?:(?:\s*[&/,]\s*|\s+and\s+)[A-Z][A-Za-z' ]{0,30})*)[\])]\s*\.?$"
)
_TO = re.compile(
    r"^(?P<who>[A-Z][\w'./&, -]*?(?:\s*\([^()]{2,60}\))?)\s+(?:to|will|shall|is\s+to|are\s+to|agreed\s+to|undertook\s+to)\s+(?=[a-z])"
)
_COLON = re.compile(r"^(?P<who>[A-Z][\w'. -]{2,40}?)\s*:\s*(?P<what>[a-z].+)$")
_UNDERTAKES = re.compile(
    r"(?P<who>(?:[A-Z][\w'.-]*|the|The)(?:\s+(?:and\s+|&\s+|of\s+|for\s+)?[A-Z][\w'.-]*){0,6}|She|He|They|she|he)\s+(?P<how>(?:also\s+|then\s+|has\s+|kindly\s+)*(?:agreed|undertook|offered|volunteered|promised|committed)\s+(?:to\s+(?=[a-z])|that\s+(?:he|she|they)\s+(?:would|will)\s+|(?:she|he|they)\s+would\s+)|(?:would\s+also|will\s+also|would|will|is\s+to)\s+(?:then\s+)?(?=[a-z]))"
)
_BARE = re.compile(
    r"^(?P<who>(?:The\s+)?(?:Clerk|Secretary|Treasurer|Chair(?:man|person)?|Chief\s+Executive|Headteacher|Town\s+Clerk|Parish\s+Clerk|Governance\s+\w+))\s+(?:to\s+)?(?P<verb>[a-z][\w-]+)\b"
)
_NAMES_ALONE = re.compile(
    r"(?:[Tt]he\s+)?(?:[A-Z][\w'./&-]*|of|for|and|,|&|members|staff|officers)(?:[\s,]+(?:[A-Z][\w'./&-]*|of|for|and|&|the|members|staff|officers)){0,8}(?:\s*\([^()]*\))?"
)
_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those", "all", "be", "it", "proceed"}
)
_DONE = re.compile(r"\b(?:complete[d]?|done|closed|discharged|actioned|finished|implemented|cleared)\b", re.IGNORECASE)
_HEADS = {
    "owner": re.compile(r"^(?:owner|action\s+(?:by|owner)|by\s+whom|who|lead(?:\s+\w+){0,2}|responsib\w+(?:\s+\w+)?|assigned(?:\s+to)?|officer|action\s+holder|person\s+responsible)$", re.IGNORECASE),
    "what": re.compile(r"^(?:actions?(?:\s+(?:required|agreed|point))?|tasks?|item|description|activity|matter|agreed\s+action)$", re.IGNORECASE),
    "due": re.compile(r"^(?:due(?:\s+date)?|by\s+when|when|deadline|target(?:\s+date)?|timescale|finish\s+date|date(?:\s+due)?|completion\s+date|end\s+date)$", re.IGNORECASE),
    "status": re.compile(r"^(?:status|progress|rag|update|state|outcome|complete\??)$", re.IGNORECASE),
}  # fmt: skip
_FORECAST = re.compile(
    r"^(?:be|have|need|not|probably|continue\s+to\s+be|remain|become|mean|coincide|also\s+be|like|take\s+place|depend|affect|happen|see|want)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """A task: `block.clean[start:end]` to `stop_block`, its owner, what is to be done, due when; `done` if a log says so."""

    block: Block
    start: int
    end: int
    owner: str
    actions: tuple[tuple[int, int], ...]
    rule: str
    due: str | None = None
    done: bool = False
    duty: bool = True
    last: Block | None = None


def tasks(context: Context) -> list[Task]:
    """All tasks of a document, in order."""
    found = list(_logs(context))
    in_log = {t.block.cell.table for t in found if t.block.cell}
    for block in context.document.blocks:
        if block.cell and block.cell.table in in_log:
            continue
        found.extend(_lines(context, block))
    return found


def _lines(context: Context, block: Block) -> Iterator[Task]:
    clean = block.clean
    minutes = context.head.kind == "minutes"
    label = _LABEL.match(clean)
    if by := _BY.match(clean):
        who = re.split(r"\s+by\s+\d", by["who"])[0].strip(" .,;")
        due = next((m.iso for m in find_dates(by["due"] or by["who"])), None)
        yield Task(block, 0, len(clean), _owner(who), (), "by", due)
        return
    if label and block.kind != "heading" or (label and len(clean) > 30):
        assert label
        yield from _labelled(context, block, label.end())
        return
    if not minutes:
        return
    for start, end in sentences(clean):
        yield from _sentence(context, block, start, end)


def _labelled(context: Context, block: Block, at: int) -> Iterator[Task]:
    """The tasks of an action line: one an owner with a part of his own."""
    clean = block.clean
    tail = _OWNERS.search(clean)
    if tail and not re.search(r"\bfor\s+item", tail["who"]):
        actions = []
        for start, end in sentences(clean[at : tail.start()]):
            body = clean[at + start : at + end]
            actions += (
                [(at + start + a, at + start + b) for a, b in verbs(body)]
                if is_verb(re.split(r"\W", body)[0])
                else [(at + start, at + end)]
            )
        yield Task(block, 0, len(clean), tail["who"].strip(), tuple(actions), "owner-behind")
        return
    pieces = [(at + a, at + b) for a, b in sentences(clean[at:])]
    joined: list[tuple[int, int]] = []
    for a, b in pieces:
        cuts = [a, *[a + m.end() for m in re.finditer(r";\s+", clean[a:b])], b]
        joined += [(x, y) for x, y in zip(cuts, cuts[1:], strict=False) if clean[x:y].strip()]
    for place, (start, end) in enumerate(joined):
        whole = clean[start:end].rstrip(" ;")
        to = _TO.match(whole)
        if not to or not _somebody(context, to["who"], block):
            continue
        first = 0 if place == 0 else start
        predicate = start + to.end()
        spans = [(predicate + a, predicate + b) for a, b in verbs(whole[to.end() :])]
        spans[0] = (start, spans[0][1])
        yield Task(block, first, start + len(whole), _owner(to["who"]), tuple(spans), "line")
    for item in context.document.items(block):
        if colon := _COLON.match(item.clean):
            if _somebody(context, colon["who"], item):
                yield Task(item, 0, len(item.clean), colon["who"], ((0, len(item.clean)),), "named-item")


def _sentence(context: Context, block: Block, start: int, end: int) -> Iterator[Task]:
    """Undertakings in running text, and tasks put on an officer without a label."""
    sentence = block.clean[start:end]
    bare = _BARE.match(sentence)
    if bare and is_verb(bare["verb"]) and not re.search(r"\b(?:reported|advised)\b", bare["verb"]):
        at = bare.start("verb")
        spans = [(start + at + a, start + at + b) for a, b in verbs(sentence[at:])]
        spans[0] = (start, spans[0][1])
        yield Task(block, start, end, bare["who"].removeprefix("The "), tuple(spans), "officer")
        return
    to = _TO.match(sentence)
    if to and not _NAMES_ALONE.fullmatch(to["who"]):
        to = None
    if to and sentence[to.end("who") :].lstrip().startswith("to ") and _somebody(context, to["who"], block):
        spans = [(start + to.end() + a, start + to.end() + b) for a, b in verbs(sentence[to.end() :])]
        if is_verb(re.split(r"\W", sentence[to.end() :])[0]):
            spans[0] = (start, spans[0][1])
            yield Task(block, start, end, _owner(to["who"]), tuple(spans), "to")
            return
    inner = re.search(r"\((?P<who>[A-Z]{2,6}|Clerk|[A-Z][a-z]+\s[A-Z][a-z]+)\s+to\s+(?P<what>[a-z][^()]+)\)", sentence)
    if inner:
        yield Task(block, start, end, inner["who"], ((start, end),), "brackets")
    for found in _UNDERTAKES.finditer(sentence):
        who = found["who"].strip()
        rest = sentence[found.end() :]
        verb = re.split(r"\W", rest, maxsplit=1)[0]
        promise = bool(re.search(r"agreed|undertook|offered|volunteered|promised|committed", found["how"]))
        if _FORECAST.match(rest) or not verb or (not is_verb(verb) and (not promise or verb in _DETERMINERS)):
            continue
        before = sentence[: found.start()]
        if not promise and (
            re.search(
                r"\b(?:if|that|which|when|whether|where|said|felt|explained|hoped|suggested|asked|as|of|the|at|in|on|by|for|to)\s*$",
                before,
            )
            or (before.strip() and not re.search(r"(?:^|[,;.]|\band)\s*$", before))
        ):
            continue
        if who in {"She", "He", "They", "she", "he", "they"}:
            who = context.names.resolve(who, block)
            if who.casefold() in {"she", "he", "they"}:
                who = _person_before(context, block, start + found.start()) or ""
        if not who or not _somebody(context, who, block, person=True):
            continue
        yield Task(
            block,
            start + found.start(),
            end,
            _owner(who),
            (),
            "undertaking",
            duty=bool(re.match(r"\s*is\s+to", found["how"])),
        )
        return


def _person_before(context: Context, block: Block, at: int) -> str | None:
    """The person named last before a place in a block, or at the end of the block before."""
    for other, stop in ((block, at), *(((context.document.blocks[block.index - 1], 10**9),) if block.index else ())):
        people = [m for m in context.names.mentions(other) if m.kind == "person" and m.end <= stop]
        if people:
            return people[-1].name
    return None


def _owner(who: str) -> str:
    who = re.split(r",\s+(?=[A-Z][a-z]+\s+(?:Director|Manager|Officer|Service|Executive))", who)[0]
    who = re.sub(r"\s*\([^()]*\)$", "", who)
    who = re.sub(r"\s+as\s+listed\s+\w+$", "", who)
    if "," in who and not re.search(r"\band\b|&|/", who):
        who = who.split(",")[0]
    return re.sub(r"^(?:the|The)\s+", "", " ".join(who.split())).strip(" ,.:")


def _somebody(context: Context, who: str, block: Block, *, person: bool = False) -> bool:
    """Whether a phrase names somebody who can own a task."""
    plain = re.sub(r"\s*\([^()]*\)", "", who).strip()
    if not plain or len(plain.split()) > 9:
        return False
    if re.fullmatch(r"[A-Z]{2,5}(?:(?:\s*[&/,]\s*|\s+and\s+)[A-Z]{2,5})*", plain):
        return True
    if any(
        context.names.kind(part) in {"person", "post"}
        or context.names.kind(context.names.resolve(part, block)) == "person"
        for part in re.split(r"\s*(?:,|/|&|\band\b)\s*", plain)
        if part
    ):
        return True
    if any(
        context.names.kind(part) in {"person", "post", "body"}
        for part in re.split(r"\s*(?:,|/|&|\band\b)\s*", plain)
        if part
    ):
        return (
            not person
            or context.names.kind(plain) in {"person", "post"}
            or bears(re.sub(r"^(?:the|The)\s+", "", plain))
        )
    return bears(re.sub(r"^(?:the|The)\s+", "", plain))


def _logs(context: Context) -> Iterator[Task]:
    """Rows of action logs: tables whose head names an owner and what is to be done."""
    tables: dict[int, list[Block]] = {}
    for block in context.document.blocks:
        if block.cell:
            tables.setdefault(block.cell.table, []).append(block)
    for cells in tables.values():
        columns: dict[str, int] = {}
        for block in cells:
            assert block.cell
            if block.cell.row == 0:
                for name, form in _HEADS.items():
                    if (
                        form.match(block.clean.strip(" :"))
                        and name not in columns
                        and block.cell.column not in columns.values()
                    ):
                        columns[name] = block.cell.column
        if "owner" not in columns or len(columns) < 2 or len({b.cell.row for b in cells if b.cell}) < 2:
            continue
        what = columns.get("what")
        rows: dict[int, list[Block]] = {}
        for block in cells:
            assert block.cell
            if block.cell.row:
                rows.setdefault(block.cell.row, []).append(block)
        for row in rows.values():
            at = {b.cell.column: b for b in row if b.cell}
            owner = at.get(columns["owner"])
            if (
                owner is None
                or not owner.clean.strip()
                or re.fullmatch(r"(?:all|none|n/?a|-|tbc)", owner.clean.strip(), re.IGNORECASE)
            ):
                continue
            task = (
                at.get(what)
                if what is not None
                else max((b for b in row if b is not owner), key=lambda b: len(b.clean), default=None)
            )
            if task is None or len(task.clean) < 6:
                continue
            status = at.get(columns["status"]) if "status" in columns else None
            due_cell = at.get(columns["due"]) if "due" in columns else None
            done = bool(status and _DONE.search(status.clean))
            dates = find_dates(due_cell.clean) if due_cell else []
            due = dates[0].iso if dates else (due_cell.clean.strip() if due_cell and len(due_cell.clean) < 40 else None)
            spans = (
                tuple((a, b) for a, b in verbs(task.clean))
                if is_verb(re.split(r"\W", task.clean)[0])
                else ((0, len(task.clean)),)
            )
            yield Task(
                task,
                0,
                len(task.clean),
                owner.clean.strip(),
                spans,
                "log",
                due or slots(task.clean).deadline,
                done,
                last=max(row, key=lambda b: b.text.span()[1]),
            )
