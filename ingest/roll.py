"""Rolls: the lists of people at the head of minutes, whatever their layout, as groups of entries.

A roll is a run of groups (`Members present:`, `In attendance`, `Apologies`), each an inline list, a list of lines, a
column of a page or rows of a table. Invariant: every part of a group is a stretch of the document's lines, and its
label alone decides its capacity here; marks beside a name are read later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..graph.facts import Capacity
from .document import Document, Text, join
from .roll_labels import APOLOGY, called_for, ends_roll, is_label, is_title, label_of
from .roll_lines import (
    Group,
    attended,
    begins_person,
    broken,
    called,
    chaired,
    listing,
    mixed,
    over_bullets,
    post_first,
    prose,
    several,
)

__all__ = ["APOLOGY", "Group", "cells_of", "groups", "lone"]

_MOST_LINES = 110
_MOST_CHAIRED = 45
_CELL = re.compile(r"[^\s|](?:[^\t|]*?[^\s|])?(?=\s{3,}|\s*[\t|]|\s*$)")
_DONE = re.compile(
    r"\b(?:proposed|seconded|approved|confirmed|signed|agreed|accepted|circulated|was|were)\b", re.IGNORECASE
)
_SHOUTED = re.compile(r"^[A-Z][A-Z &'/-]{9,}$")
_RECEIVED = re.compile(r"\s*(?:were|was|have\s+been|had\s+been|received)\s[^.:]{0,40}?\b(?:from|by)\b")
_ATTENDING = re.compile(r"in\s+attendance\W*$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:[,;&(-]|\band|\bof|\bfor)$")


def cells_of(line: str) -> list[tuple[int, int]]:
    """Spans of the cells of a line, parted by tabs, pipes or three blanks."""
    return [found.span() for found in _CELL.finditer(line)]


def groups(document: Document) -> Iterator[Group]:
    """The groups of the roll at the head of a document, in order."""
    lines = [line for line in document.lines[:_MOST_LINES] if not re.fullmatch(r"[\s|:-]*", line.clean)]
    at, began, listed = 0, False, False
    outer: Capacity | None = None
    while at < len(lines):
        text = lines[at].clean
        cells = cells_of(text)
        heads = [text[a:b] for a, b in cells]
        if len(cells) > 1 and all(is_label(head) for head in heads):
            stop, found = _side_by_side(lines, at, cells)
            yield from found
            began, at, listed = True, stop, True
            continue
        if pairs := _pairs(lines[at], cells):
            yield from pairs
            began, at, listed = True, at + 1, True
            continue
        if label := label_of(text.lstrip(" \t|*")):
            began = True
            stop, made = _group(lines, at, document, outer)
            outer = label.capacity if not made and label.capacity in {"apologies", "member"} else None
            if outer == "member" and "apolog" in label.printed.casefold():
                outer = None
            listed = listed or any(group.capacity in {"member", "chair"} for group in made)
            for group in made:
                yield from _parted(group)
            at = max(stop, at + 1)
            continue
        if at < _MOST_CHAIRED and (told := chaired(lines[at]) or attended(lines[at])):
            yield told
        yield from _beside(lines[at], cells)
        if began and ends_roll(text):
            break
        at += 1
    if not listed:
        yield from called(lines)
    yield from _later_apologies(document, lines[at - 1] if 0 < at <= len(lines) else None)


def lone(found: list[Group]) -> list[Group]:
    """The groups of a roll that has no members but those under `In attendance`, as those of its members."""
    if any(group.capacity == "member" for group in found):
        return found
    return [replace(group, capacity="member") if _ATTENDING.match(group.label) else group for group in found]


def _parted(group: Group) -> Iterator[Group]:
    """A group, and the apologies that its paragraph goes on to tell of."""
    told = APOLOGY.search(group.parts[0].clean, 12) if group.inline and group.capacity != "apologies" else None
    if told is None:
        yield group
        return
    text = group.parts[0]
    yield replace(group, parts=(text.part(0, told.start()),))
    yield Group("apologies", "apologies", (text.part(told.end(), len(text.clean)),), inline=True)


def _pairs(line: Text, cells: list[tuple[int, int]]) -> list[Group]:
    """Groups of one line that holds labels and names by turns (`Chaired by   A Name   Clerked by   B Name`)."""
    if len(cells) < 4 or len(cells) % 2:
        return []
    found = []
    for (a, b), (c, d) in zip(cells[::2], cells[1::2], strict=True):
        label = label_of(line.clean[a:b])
        if not label or not is_label(line.clean[a:b]) or is_label(line.clean[c:d]):
            return []
        found.append(Group(label.capacity, label.printed, (line.part(c, d),), inline=True))
    return found


def _beside(line: Text, cells: list[tuple[int, int]]) -> Iterator[Group]:
    """Labelled names that stand on a line beside other things (`Date: …      Chair: A Name`)."""
    for a, b in cells[1:]:
        label = label_of(line.clean[a:b])
        if label and label.close.startswith(":") and line.clean[a + label.end : b].strip():
            yield Group(label.capacity, label.printed, (line.part(a + label.end, b),), inline=True)


def _later_apologies(document: Document, last: Text | None) -> Iterator[Group]:
    """Apologies told under a heading of their own, after the roll."""
    after = last.span()[0] if last is not None else 0
    for block in document.blocks:
        if block.text.span()[0] < after:
            continue
        label = label_of(block.clean) if block.kind == "heading" and is_label(block.clean) else None
        follower = document.blocks[block.index + 1] if block.index + 1 < len(document.blocks) else None
        if label and label.capacity == "apologies" and follower and begins_person(follower.clean):
            yield Group("apologies", "apologies", (follower.text,), inline=True)
        for found in APOLOGY.finditer(block.clean[:600]):
            inner = block.text.part(found.end(), len(block.clean))
            if inner.clean.strip():
                yield Group("apologies", "apologies", (inner,), inline=True)


def _group(lines: list[Text], at: int, document: Document, outer: Capacity | None) -> tuple[int, list[Group]]:
    """The groups that the label on line `at` makes, and the index after their last line.

    `outer` is what a label above with nothing under it makes of its people: `Apologies:`, then `Members:`.
    """
    line = lines[at]
    lead = len(line.clean) - len(line.clean.lstrip(" \t|*"))
    label = label_of(line.clean[lead:])
    assert label
    capacity, printed = label.capacity, label.printed.strip(" :-*")
    beside = capacity if outer == "member" and capacity != "member" else None
    if outer and (beside or capacity == "member"):
        capacity = outer
    begin = lead + label.end
    begin += len(line.clean[begin:]) - len(line.clean[begin:].lstrip(" *"))
    cells = cells_of(line.clean[begin:])
    if cells and not (all(is_title(line.clean[begin + a : begin + b]) for a, b in cells)):
        return _labelled(lines, at, document, begin, Group(capacity, printed, (), inline=True))
    parts: list[Text] = []
    done: list[Group] = []
    stop = at + 1
    if capacity == "apologies" and stop < len(lines) and _RECEIVED.match(lines[stop].clean):
        return _labelled(lines, stop, document, 0, Group(capacity, printed, (), inline=True))
    while stop < len(lines):
        text = lines[stop].clean.strip(" \t|*")
        if (
            _breaks(lines[stop], text)
            or (len(text.split()) > 30 and not listing(text))
            or (prose(text) and not several(text))
        ):
            break
        if over_bullets(lines, stop) and (inner := called_for(text)):
            done += [Group(capacity, printed, tuple(parts))] if parts else []
            parts, capacity = [], inner if capacity != "apologies" else capacity
        elif parts and several(parts[-1].clean) and not broken(document, lines, stop):
            parts[-1] = join([parts[-1], lines[stop]])
        elif not is_title(text):
            parts.append(lines[stop])
        stop += 1
    if beside and parts:
        return stop, mixed(tuple(parts), capacity, beside, printed)
    return stop, [*done, Group(capacity, printed, tuple(parts))] if parts else done


def _breaks(line: Text, text: str) -> bool:
    """Whether a line begins something other than an entry of the open list."""
    if label_of(text) or ends_roll(text):
        return True
    cells = cells_of(line.clean)
    if cells and (is_label(line.clean[slice(*cells[0])]) or all(is_label(line.clean[a:b]) for a, b in cells)):
        return True
    return bool(_SHOUTED.match(text)) and not begins_person(text.title())


def _labelled(lines: list[Text], at: int, document: Document, begin: int, group: Group) -> tuple[int, list[Group]]:
    """The groups of a label with names on its own line: a hanging list in a column, else inline lists."""
    rest = lines[at].part(begin, len(lines[at].clean))
    if (inner := label_of(rest.clean)) and is_label(rest.clean):
        return at + 1, [replace(group, parts=(rest,))] if inner.capacity == "member" else []
    if group.label.casefold().startswith(("minutes", "notes")) and _DONE.search(rest.clean):
        return at + 1, []
    hanging = at + 1
    while hanging < len(lines) and _hangs(lines[hanging], begin) and not ends_roll(lines[hanging].clean):
        hanging += 1
    listed = len(cells_of(rest.clean)) > 1 or (
        hanging > at + 1
        and not _GOES_ON.search(rest.clean.rstrip())
        and (begins_person(_from(lines[at + 1], begin).clean) or post_first(_from(lines[at + 1], begin).clean))
    )
    if listed:
        further = [_from(line, begin) for line in lines[at + 1 : hanging]]
        return hanging, [replace(group, parts=(rest, *further), inline=False)]
    open_lines, stop, done = [rest], at + 1, []
    while stop < len(lines) and not (
        label_of(lines[stop].clean.strip())
        or ends_roll(lines[stop].clean)
        or lines[stop].clean.lstrip().startswith("#")
    ):
        if broken(document, lines, stop):
            if not begins_person(lines[stop].clean) or prose(lines[stop].clean):
                break
            done.append(replace(group, parts=(join(open_lines),)))
            open_lines = []
        open_lines.append(lines[stop])
        stop += 1
    return stop, [*done, replace(group, parts=(join(open_lines),))]


def _hangs(line: Text, begin: int) -> bool:
    """Whether a line stands under the names beside a label: set in to their column, or its first cell empty."""
    clean = line.clean
    if any(is_label(clean[a:b]) or label_of(clean[a:b]) for a, b in cells_of(clean)[:1]):
        return False
    return bool(re.match(r"[ ]*(?:\t|\|\s*\|)", clean)) or len(clean) - len(clean.lstrip(" ")) >= max(begin - 2, 4)


def _from(line: Text, begin: int) -> Text:
    """A hanging line from the column of names on."""
    first = re.match(r"[ ]*(?:\t|\|\s*\|)", line.clean)
    return line.part(first.end() if first else min(begin - 2 if begin > 2 else 0, len(line.clean)), len(line.clean))


def _side_by_side(lines: list[Text], at: int, columns: list[tuple[int, int]]) -> tuple[int, list[Group]]:
    """Groups that stand in columns under their labels, further labels within a column beginning further groups."""
    open_groups: dict[int, tuple[Capacity, str, list[Text]]] = {}
    done: list[Group] = []
    ruled = "\t" in lines[at].clean or "|" in lines[at].clean
    starts = [a for a, _ in columns]
    stop = at
    while stop < len(lines):
        line = lines[stop]
        if stop > at and (ends_roll(line.clean) or re.match(r"^\s{0,3}(?:#|[A-Z][A-Z &'/-]{9,}$)", line.clean)):
            break
        for column, (a, b) in enumerate(_bounds(line.clean, starts, ruled=ruled)):
            words = line.clean[a:b].strip(" \t|*")
            label = label_of(words) if is_label(words) else None
            if label:
                if column in open_groups and open_groups[column][2]:
                    capacity, name, parts = open_groups[column]
                    done.append(Group(capacity, name, tuple(parts)))
                open_groups[column] = (label.capacity, words.rstrip(":"), [])
            elif words and column in open_groups:
                open_groups[column][2].append(line.part(a, b))
        stop += 1
    done += [Group(c, name, tuple(parts)) for c, name, parts in open_groups.values() if parts]
    return stop, done


def _bounds(line: str, starts: list[int], *, ruled: bool) -> list[tuple[int, int]]:
    """Spans of the columns of a line: by its tabs or pipes where it has them, else by where the columns begin."""
    if not ruled:
        return [(a, min(b, len(line))) for a, b in zip(starts, [*starts[1:], len(line)], strict=True) if a < len(line)]
    out, at = [], len(line) - len(line.lstrip("|")) if line.startswith("|") else 0
    for part in re.split(r"[\t|]", line[at:]):
        out.append((at, at + len(part)))
        at += len(part) + 1
    return out[: len(starts)]
