"""`remit export explorer`: one self-contained page to read, search, date, print and send.

Invariant: one file, no request; the content policy allows our one script and our one style, by hash; every text of a
document goes in as JSON and out by `textContent`; the same store gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from ..graph.questions.duty_days import duty_days
from ..graph.questions.reading import Look
from ..graph.texts import read
from ..graph.view_reading import Source
from ..graph.views import view
from .embedding import asset, data_text, filled, module, packed, policy, template
from .explorer_data import explorer_data
from .picture import picture
from .style import DARK, DARK_STROKES, FILLS, STROKES

MODULES = (
    "data.js", "days.js", "standing.js", "fit.js", "captions.js", "ordering.js", "layout.js", "labels.js", "routing.js",
    "bundling.js", "state.js", "elements.js", "scene.js", "camera.js", "draw.js", "marks.js", "announce.js", "search.js",
    "legend.js", "dates.js", "sentences.js", "chain.js", "table.js", "periods.js", "panel.js", "register.js", "findings.js",
    "timeline.js", "keys.js", "main.js",
)  # fmt: skip
"""The page's modules, each after those it uses."""
LARGE = 150_000
"""Characters of data from which on they are compressed."""


def explorer(
    store: Source,
    *,
    as_of: str | None = None,
    findings: Iterable[Any] | None = None,
    title: str = "Reporting lines and mandates",
) -> str:
    """The explorer page of a store; it opens on a day if one is given.

    `findings` are those of a check, as plain mappings or dataclasses; None says that nothing was checked.
    """
    folder = getattr(store, "folder", None)

    def texts(name: str) -> str | None:
        return read(folder, name) if isinstance(folder, Path) else None

    shown = view(store)
    data, passages = explorer_data(shown, picture(shown), texts, as_of=as_of, findings=findings)
    data["title"] = title
    at = {node.id: index for index, node in enumerate(shown.nodes)}
    data["duties"] = {str(at[iri]): turns for iri, turns in duty_days(Look(store)).items() if iri in at}
    script, style = module(MODULES), asset("explorer.css") + _colours()
    main, form = _carried(data_text(data))
    quotes, quotes_form = _carried(data_text(passages))
    return filled(
        template("explorer.html"),
        {
            "policy": policy((script,), (style,)),
            "style": style,
            "data": main,
            "form": form,
            "passages": quotes,
            "passages_form": quotes_form,
            "script": script,
        },
    )


def write_explorer(
    store: Source, out: TextIO | Path, *, as_of: str | None = None, findings: Iterable[Any] | None = None
) -> None:
    """Write the page to a stream or a file."""
    text = explorer(store, as_of=as_of, findings=findings)
    if isinstance(out, Path):
        out.write_text(text, encoding="utf-8", newline="\n")
    else:
        out.write(text)


def _carried(text: str) -> tuple[str, str]:
    """A text as the page carries it, and in which form."""
    return (packed(text), "gzip") if len(text) > LARGE else (text, "json")


def _colours() -> str:
    """The rules that colour boxes and lines, from the one table of styles."""
    light = [f".k-{kind}{{--fill:{fill};--edge:{edge}}}" for kind, (fill, edge, _) in FILLS.items()]
    light += [f".l-{kind}{{--line:{colour}}}" for kind, (colour, _, _) in STROKES.items()]
    dark = [f".k-{kind}{{--fill:{fill};--edge:{edge}}}" for kind, (fill, edge) in DARK.items()]
    dark += [f".l-{kind}{{--line:{colour}}}" for kind, colour in DARK_STROKES.items()]
    widths = [
        f"path.l-{kind}{{stroke-width:{width}" + (f";stroke-dasharray:{dash}" if dash else "") + "}"
        for kind, (_, width, dash) in STROKES.items()
    ]
    themed = "".join(f":root[data-theme=dark] {rule}" for rule in dark)
    return "\n" + "".join(light) + themed + "".join(widths) + "\n"
