"""Colours, borders and shapes of boxes and lines, for every picture.

Contrast (WCAG 2.1): text #111 on each fill at least 15 to 1; each border at least 5 to 1 on its fill and 6 to 1 on white;
each line at least 4.5 to 1 on white. Shape and border tell a kind as its colour does.
"""

from __future__ import annotations

FILLS = {
    "provision": ("#EFE6F7", "#5B2A86", "cut"),
    "act": ("#EFE6F7", "#5B2A86", "cut"),
    "direction": ("#FBE3E3", "#9B1C1C", "square"),
    "terms": ("#FBE3E3", "#9B1C1C", "round"),
    "resolution": ("#FBEFD5", "#7A5200", "double"),
    "plan": ("#FBE3E3", "#9B1C1C", "round"),
    "obligation": ("#E0F2EA", "#0B6E4F", "round"),
    "decision": ("#FBEFD5", "#7A5200", "double"),
    "body": ("#E1ECF7", "#1F4E79", "square"),
    "post": ("#ECECEC", "#444444", "pill"),
    "person": ("#FBEADB", "#8A4B08", "pill"),
}
"""Fill, border and shape of each kind of box."""

DARK = {
    "provision": ("#33204A", "#C9A6EC"),
    "act": ("#33204A", "#C9A6EC"),
    "direction": ("#4A1D1D", "#F2A3A3"),
    "terms": ("#4A1D1D", "#F2A3A3"),
    "resolution": ("#42330F", "#E6C36A"),
    "plan": ("#4A1D1D", "#F2A3A3"),
    "obligation": ("#12392C", "#7FD1B0"),
    "decision": ("#42330F", "#E6C36A"),
    "body": ("#16324D", "#94C1EC"),
    "post": ("#333538", "#C4C7CB"),
    "person": ("#452A12", "#EDB684"),
}
"""Fill and border of each kind of box on a dark page."""

STROKES = {
    "mandate": ("#9B1C1C", "1.5", ""),
    "reports": ("#1F4E79", "2.2", ""),
    "chairs": ("#0B6E4F", "1.5", "6 4"),
    "replaces": ("#767676", "1.5", "2 4"),
    "seats": ("#767676", "1.3", "1 3"),
}
"""Colour, thickness and dashes of each kind of line."""

DARK_STROKES = {
    "mandate": "#F08C8C",
    "reports": "#7DB6EE",
    "chairs": "#67C9A3",
    "replaces": "#A3A3A3",
    "seats": "#A3A3A3",
}
"""Colour of each kind of line on a dark page."""

KIND_WORDS = {
    "provision": "Provision of an Act", "act": "Act", "direction": "Direction", "terms": "Terms of reference",
    "resolution": "Resolution", "plan": "Plan or document", "obligation": "Duty", "decision": "Decision",
    "body": "Body", "post": "Post (holder)", "person": "Person",
}  # fmt: skip
"""What a legend calls each kind of box."""

LINE_WORDS = {
    "mandate": "Mandate: what imposes it",
    "reports": "Reporting line",
    "chairs": "Chairs",
    "replaces": "Replaces",
    "seats": "Has a seat",
}
"""What a legend calls each kind of line."""
