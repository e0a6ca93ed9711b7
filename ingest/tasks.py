"""Tasks: lines that put a task on somebody (`Action: X to do Y`), rows of action logs, and undertakings in minutes.

Invariant: a task has an owner that the line names; the quote of a task is the line or row itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from .actors import before, meant, owner, pronoun, somebody
from .bearers import bare as bare_owner
from .clauses import is_verb, verbs
from .context import Context
from .dates import find_dates
from .document import Block
from .duty import Duty
from .sentences import sentences
from .task import Task
from .task_logs import logs
from .undertakings import undertakings

_LABEL = re.compile(
    r"^\W*(?:ACTIONS?|Actions?|AP\d*|Action\s+[Pp]oints?|Action\s+(?:agreed|required)|Outstanding\s+actions?)"
    r"(?:\s+(?:(?:no\.?|ref\.?)\s*)?[\d/.-]+[a-z]?|\s+(?:by|for|on))*\s*(?:[(\[](?P<who>[^()\[\]]*)[)\]])?\s*(?:[:\-–]|(?<=[)\]]))\s*"
)
_CAPITALS = re.compile(
    r"(?:^\W*|(?<=[.;)])\s+)(?:ACTIONS?|Actions?)\s+(?P<who>(?!(?:LOG|FOR|AND|NO|DUE|BY|REF|DAY)\b)(?:ALL|All|[A-Z]{2,3})(?:(?:\s*[,&/]\s*|\s+and\s+)[A-Z]{2,3})*)\s*\.?$"
)
_BARE_INITIALS = re.compile(r"^(?P<who>[A-Z]{2,3}(?:(?:\s*[/,&]\s*|\s+and\s+)[A-Z]{2,3})*)\s+(?P<verb>[a-z]+)\b")
_BY = re.compile(
    r"^\W*(?:ACTION|Action|action)\s*(?i:by|for|on|:\s*by)\s*[:\-]?\s*(?P<who>.+?)\s*(?:\((?:by|due)\s+(?P<due>[^()]+)\))?\s*$"
)
_TAIL = re.compile(
    r"(?<=[.;)])\s+\(?(?:ACTIONS?|Actions?)\s*(?i:by|for)?\s*[:–-]\s*(?P<who>[A-Z][A-Za-z'. ]{1,30}(?:(?:\s*[&/,]\s*|\s+and\s+)[A-Z][A-Za-z' ]{0,30})*)\)?\s*\.?$"
)
_OWNERS = re.compile(
    r"\s*[\[(](?P<who>[A-Z][A-Za-z' ]{0,30}(?:(?:\s*[&/,]\s*|\s+and\s+)[A-Z][A-Za-z' ]{0,30})*)[\])]\s*\.?$"
)
_TO = re.compile(
    r"^(?P<who>[A-Z][\w'./&, -]*?(?:\s*\([^()]{2,60}\))?)\s+(?:to|will|shall|is\s+to|are\s+to|agreed\s+to|undertook\s+to)\s+(?=[a-z])"
)
_COLON = re.compile(r"^(?P<who>[A-Z][\w'./& -]{1,40}?)\s*(?::|\s[-–])\s*(?P<what>[A-Za-z].+)$")
_BARE = re.compile(
    r"^(?:[-–]\s*)?(?P<who>(?:The\s+)?(?:Clerk|Secretary|Treasurer|Chair(?:man|person)?|Chief\s+Executive|Headteacher|Town\s+Clerk|Parish\s+Clerk|Governance\s+\w+))\s+(?:to\s+)?(?P<verb>[a-z][\w-]+)\b"
)
_AGENDA = re.compile(r"To\s+(?:approve|receive|consider|agree|note|confirm|elect|review|discuss|resolve|sign|adopt)\b")
_NAMES_ALONE = re.compile(
    r"(?:[Tt]he\s+)?(?:[A-Z][\w'./&-]*|of|for|and|,|&|/|members|staff|officers|agencies)(?:[\s,]+(?:[A-Z][\w'./&-]*|of|for|and|&|/|the|members|staff|officers|agencies|partners)){0,8}(?:\s*\([^()]*\))?"
)
_NO_ACT = frozenset(
    {
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
        "these",
        "those",
        "all",
        "be",
        "it",
        "proceed",
        "have",
        "date",
    }
)


@lru_cache(maxsize=8)
def tasks(context: Context) -> tuple[Task, ...]:
    """All tasks of a document, in order."""
    found = list(logs(context))
    in_log = {t.block.cell.table for t in found if t.block.cell}
    for block in context.document.blocks:
        if not (block.cell and block.cell.table in in_log):
            found.extend(_lines(context, block))
    return tuple(found)


def task_duties(context: Context) -> Iterator[tuple[Duty, bool]]:
    """The duties that the open tasks put on their owners, each with whether its line says that it was agreed."""
    for task in tasks(context):
        if task.done or not task.duty or not task.actions:
            continue
        for a, b in task.actions:
            stop = task.end if len(task.actions) == 1 and task.rule == "log" else b
            said = task.block.clean[max(0, task.start - 40) : stop]
            agreed = bool(re.search(r"\b(?:it\s+was\s+agreed|resolved|agreed\s+that)\b", said, re.IGNORECASE))
            bearer = meant(context, task.owner, task.block)
            named = task.block.clean[a:].startswith(task.owner) and task.rule == "log"
            begins = a if task.rule == "log" and not named else _act(task.block, a)
            yield Duty(task.block, a, stop, begins, bearer, f"task-{task.rule}", due=task.due), agreed


def _act(block: Block, at: int) -> int:
    """Where the act itself begins in the words of a task."""
    lead = re.match(
        r"\W*(?:ACTION|Action)?\W*(?:[A-Z][\w'.&,/ -]*?(?:\s*\([^()]*\))?\s+(?:to|will)\s+)?(?=[a-z])", block.clean[at:]
    )
    return at + lead.end() if lead else at


def _lines(context: Context, block: Block) -> Iterator[Task]:
    clean = block.clean
    label = _LABEL.match(clean)
    if by := _BY.match(clean):
        who = re.split(r"\s+by\s+\d", by["who"])[0].strip(" .,;")
        due = next((m.iso for m in find_dates(by["due"] or by["who"])), None)
        yield Task(block, 0, len(clean), owner(who), (), "by", due)
        return
    if context.head.kind == "minutes" and (plain := _CAPITALS.search(clean)):
        yield Task(block, plain.start(), len(clean), owner(plain["who"]), (), "by")
        return
    if label and (block.kind != "heading" or clean[label.end() :].strip()):
        yield from _labelled(context, block, label.end(), label["who"])
        return
    if context.head.kind != "minutes" or block.kind == "heading" or _is_title(block):
        return
    spans = sentences(clean)
    if len(spans) > 1 and (tail := _TAIL.search(clean)) and somebody(context, tail["who"], block):
        start, end = next(((a, b) for a, b in reversed(spans) if b <= tail.start() + 1), spans[0])
        act = (start, min(end, tail.start()))
        yield Task(block, start, len(clean), owner(tail["who"]), (act,), "tail")
        spans = tuple(span for span in spans if span[1] <= start)
    for start, end in spans:
        yield from _sentence(context, block, start, end)


def _is_title(block: Block) -> bool:
    """Whether a line at the very head of a document is part of its title (`Forum to oversee the new powers`)."""
    return block.index < 4 and not block.mark and not block.clean.rstrip().endswith((".", ";"))


def _labelled(context: Context, block: Block, at: int, inside: str | None) -> Iterator[Task]:
    """The tasks of an action line: one an owner with a part of his own."""
    clean = block.clean
    rest = clean[at:].strip(" .")
    if inside and somebody(context, inside, block):
        yield Task(block, 0, len(clean), owner(inside), tuple(_acts(clean, at, len(clean))), "label")
        return
    if rest and _NAMES_ALONE.fullmatch(rest) and somebody(context, rest, block):
        yield Task(block, 0, len(clean), owner(rest), (), "by")
        return
    tail = _OWNERS.search(clean)
    if tail and not re.search(r"\bfor\s+item", tail["who"]):
        yield Task(block, 0, len(clean), tail["who"].strip(), tuple(_acts(clean, at, tail.start())), "owner-behind")
        return
    found = False
    for place, (start, end) in enumerate(_parts(clean, at)):
        if task := _put(context, block, 0 if place == 0 else start, start, end):
            found = True
            yield task
    for item in context.document.items(block):
        colon = _COLON.match(item.clean)
        if (
            colon
            and somebody(context, colon["who"], item)
            and (found or is_verb(colon["what"].split()[0]) or ":" in item.clean)
        ):
            yield Task(item, 0, len(item.clean), colon["who"], ((0, len(item.clean)),), "named-item")


def _put(context: Context, block: Block, first: int, start: int, end: int) -> Task | None:
    """The task that `clean[start:end]` puts on somebody, its evidence from `first` on: `X to …`, `X: …`, `AB send …`."""
    whole = block.clean[start:end].rstrip(" ;")
    to, colon, bare = _TO.match(whole), _COLON.match(whole), _BARE_INITIALS.match(whole)
    if to and somebody(context, to["who"], block):
        who, at = to["who"], to.end()
    elif bare and is_verb(bare["verb"]):
        who, at = bare["who"], bare.start("verb")
    elif colon and somebody(context, colon["who"], block):
        spans = list(_acts(block.clean, start + colon.start("what"), start + len(whole)))
        who, at = colon["who"], -1
    else:
        return None
    if at >= 0:
        spans = [(start + at + a, start + at + b) for a, b in verbs(whole[at:])]
        spans[0] = (start, spans[0][1])
    return Task(block, first, start + len(whole), owner(who), tuple(spans), "line", duty=not _spread(context, block))


def _spread(context: Context, block: Block) -> bool:
    """Whether a line only announces the tasks that the list below it gives to named people."""
    items = context.document.items(block)
    return len(items) > 1 and all(_COLON.match(item.clean) for item in items) and block.clean.rstrip().endswith(":")


def _parts(clean: str, at: int) -> Iterator[tuple[int, int]]:
    """The sentences of a line from `at` on, and their parts at semicolons."""
    for a, b in sentences(clean[at:]):
        cuts = [a, *[a + m.end() for m in re.finditer(r";\s+", clean[at + a : at + b])], b]
        for x, y in pairwise(cuts):
            if clean[at + x : at + y].strip():
                yield at + x, at + y


def _acts(clean: str, at: int, stop: int) -> Iterator[tuple[int, int]]:
    """The acts that a stretch holds: one a sentence, one a verb where it begins with a verb."""
    for start, end in sentences(clean[at:stop]):
        body = clean[at + start : at + end]
        if is_verb(re.split(r"[^\w-]", body)[0]):
            yield from ((at + start + a, at + start + b) for a, b in verbs(body))
        else:
            yield at + start, at + end


def _sentence(context: Context, block: Block, start: int, end: int) -> Iterator[Task]:
    """Undertakings in running text, and tasks put on somebody without a label."""
    sentence = block.clean[start:end]
    if _AGENDA.match(block.clean):
        return
    label = _LABEL.match(sentence) if start else None
    if label and (task := _put(context, block, start, start + label.end(), end)):
        yield task
        return
    for dash in re.finditer(r"\s[-–]\s(?=[A-Z])", sentence):
        to = _TO.match(sentence[dash.end() :])
        if _BARE.match(sentence[dash.end() :]) or (to and len(to["who"].split()) < 5):
            yield from _sentence(context, block, start + dash.end(), end)
            return
    bare = _BARE.match(sentence)
    if bare and is_verb(bare["verb"]):
        at = bare.start("verb")
        spans = [(start + at + a, start + at + b) for a, b in verbs(sentence[at:])]
        spans[0] = (start, spans[0][1])
        yield Task(block, start, end, bare["who"].removeprefix("The "), tuple(spans), "officer")
        return
    to = _TO.match(sentence)
    if to and _NAMES_ALONE.fullmatch(to["who"]) and sentence[to.end("who") :].lstrip().startswith("to "):
        verb = re.split(r"[^\w-]", sentence[to.end() :])[0]
        if is_verb(to["who"].split()[0]):
            return
        sure = is_verb(verb) or context.names.kind(bare_owner(to["who"])) in {"person", "post", "body"}
        if verb not in _NO_ACT and (sure or to["who"].isupper()) and somebody(context, to["who"], block):
            spans = [(start + to.end() + a, start + to.end() + b) for a, b in verbs(sentence[to.end() :])]
            spans[0] = (start, spans[0][1])
            yield Task(block, start, end, owner(to["who"]), tuple(spans), "to")
            return
    inner = re.search(r"\((?P<who>[A-Z]{2,6}|Clerk|[A-Z][a-z]+\s[A-Z][a-z]+)\s+to\s+(?P<what>[a-z][^()]+)\)", sentence)
    if inner:
        yield Task(block, start, end, inner["who"], ((start, end),), "brackets")
    mark = (
        re.search(r"\[(?P<who>[A-Z]{2,4}(?:\s*[/&,]\s*[A-Z]{2,4})*)\]\s*\.?$", block.clean)
        if end == len(block.clean)
        else None
    )
    if mark and start <= mark.start():
        begin = start if mark.start() > start + 3 else (sentences(block.clean)[-2:-1] or [(start, end)])[0][0]
        yield Task(block, begin, end, mark["who"], ((begin, mark.start()),), "mark")
        return
    for found in undertakings(sentence):
        who: str | None = found.who
        if pronoun(found.who):
            resolved = context.names.resolve(found.who, block)
            who = resolved if context.names.kind(resolved) == "person" else before(context, block, start + found.start)
        if not who or not somebody(context, who, block, attends=not found.promised):
            continue
        if found.promised and not found.duty and context.names.resolve(who, block) == context.head.body:
            continue
        acts = ((start + found.start, start + found.end),) if found.duty else ()
        yield Task(block, start + found.start, start + found.end, owner(who), acts, "undertaking", duty=found.duty)
        return
