"""What of a picture is shown at once: the reporting lines, the mandates, or everything; and what a page opens on.

Invariant: a show is a part of the picture: lines of some kinds and the boxes at their ends, everything is all of it. The
page chooses in the same way in `assets/scene.js`.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from .drawing import Sheet
from .picture import Line, Picture

SHOWS = {"reports": "Reporting lines", "mandates": "Mandates", "all": "Everything"}
"""The shows and what the page calls them."""
WHOLE = 150
"""Boxes up to which a show is drawn whole."""
FIRST = 40
"""Boxes of the neighbourhood on which a larger one opens."""
ROOM = (1500, 900)
"""The largest sheet that can be read at once on a desk's screen."""
_ACTORS = {"body", "post", "person"}


def belongs(shown: Picture, line: Line, show: str) -> bool:
    """Whether a line belongs to a show: what an actor replaces or chairs belongs to the reporting lines."""
    if show == "all":
        return True
    between = {shown.boxes[line.source].kind, shown.boxes[line.target].kind} <= _ACTORS
    reporting = line.kind in {"reports", "chairs", "seats"} or (line.kind == "replaces" and between)
    return reporting == (show == "reports")


def boxes_of(shown: Picture, show: str) -> list[int]:
    """The boxes of a show."""
    if show == "all":
        return list(range(len(shown.boxes)))
    return sorted({end for line in shown.lines if belongs(shown, line, show) for end in (line.source, line.target)})


def first_show(shown: Picture, sheet: Sheet | None) -> str:
    """The show on which a page opens: everything where that can be read at once, else the reporting lines if there are."""
    if sheet and sheet.width <= ROOM[0] and sheet.height <= ROOM[1]:
        return "all"
    return "reports" if any(line.kind == "reports" for line in shown.lines) else "all"


def start_of(shown: Picture, show: str) -> int:
    """The box on which a page looks first: of those at the top of the longest tree of reporting lines, else of most lines."""
    below: dict[int, list[int]] = defaultdict(list)
    degree: Counter[int] = Counter()
    for line in shown.lines:
        if belongs(shown, line, show):
            degree.update((line.source, line.target))
            if line.kind == "reports":
                below[line.target].append(line.source)
    best, most = -1, (-1, -1)
    lower = {low for some in below.values() for low in some}
    for box in sorted(degree) or range(len(shown.boxes)):
        size = (_reach(below, box) if box in below and box not in lower else 0, degree[box])
        if size > most:
            best, most = box, size
    return best


def _reach(below: dict[int, list[int]], top: int) -> int:
    """How many stand below a box."""
    found, waiting = {top}, [top]
    while waiting:
        for other in below.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return len(found)
