"""The structure pass: headings, items under their stems, tables, paragraphs unwrapped, whatever the layout."""

from __future__ import annotations

from remit.ingest.structure import build


def _shown(text: str) -> list[tuple[str, str, str]]:
    return [(b.kind, b.mark, b.clean) for b in build("a.txt", text).blocks]


def test_stem_and_nested_items():
    """Items hang on their stem, letters under numbers one deeper, wrapped lines inside their item."""
    document = build(
        "a.txt",
        "The Panel must:\n\n1. submit a plan\n   to the Board;\n   (a) by June; and\n   (b) each year after;\n2. meet monthly.\n",
    )
    stem, *items = document.blocks
    assert [(b.number, b.level, b.clean) for b in items] == [
        ("1", 1, "submit a plan to the Board;"),
        ("a", 2, "by June; and"),
        ("b", 2, "each year after;"),
        ("2", 1, "meet monthly."),
    ]
    assert [b.number for b in document.items(stem)] == ["1", "2"]
    assert document.blocks[items[1].stem].number == "1"


def test_headings_in_their_forms():
    """Markdown, capitals, numbered titles and agenda items govern what follows them."""
    for title in ("## Membership", "MEMBERSHIP OF THE PANEL", "3. MEMBERSHIP", "**Membership**", "Item 3: Membership"):
        document = build("a.txt", f"{title}\n\nThe Panel has six members.\n")
        head, text = document.blocks
        assert head.kind == "heading", title
        assert document.headings(text) == [head]


def test_sentence_over_a_page():
    """A sentence that runs over a page break, its running foot and a blank line is one paragraph."""
    text = "The Board agreed at its meeting that the\n\nPage 1 of 2\n\fplan be sent to all members of the Panel.\n\nPage 2 of 2\n"
    assert _shown(text) == [
        ("paragraph", "", "The Board agreed at its meeting that the plan be sent to all members of the Panel.")
    ]


def test_detached_numbers():
    """Paragraph numbers that stand on lines of their own go to the paragraphs after them."""
    text = "2.1\n\nThe Council shall report.\n\n2.2\n\nThe Panel shall advise.\n"
    assert [(b.number, b.clean) for b in build("a.txt", text).blocks] == [
        ("2.1", "The Council shall report."),
        ("2.2", "The Panel shall advise."),
    ]


def test_cells_with_lists():
    """A cell's paragraphs and items are blocks of their own, in their row and column."""
    text = "<b>NAME</b>\t<p>Roads Forum</p>\n<b>AIM</b>\t<p>It will:</p><ul><li>advise</li><li>report</li></ul>\n"
    blocks = build("a.txt", text).blocks
    assert [(b.cell.row, b.cell.column, b.kind, b.clean) for b in blocks if b.cell] == [
        (0, 0, "paragraph", "NAME"),
        (0, 1, "paragraph", "Roads Forum"),
        (1, 0, "paragraph", "AIM"),
        (1, 1, "paragraph", "It will:"),
        (1, 1, "item", "advise"),
        (1, 1, "item", "report"),
    ]


def test_columns_of_blanks():
    """A table laid out with blanks is read by its head; wrapped cells go on in their own column."""
    text = (
        "Ref   Action                      Owner        Due\n"
        "1     Write to all members        Clerk        June\n"
        "      of the Panel\n"
        "2     Book the hall               Chair        May\n"
    )
    cells = {(b.cell.row, b.cell.column): b.clean for b in build("a.txt", text).blocks if b.cell}
    assert cells[1, 1] == "Write to all members of the Panel"
    assert cells[2, 2] == "Chair"


def test_markdown_table():
    """A table of pipes has a row of heads and no block for its rule."""
    blocks = build("a.md", "| Post | Name |\n|---|:--|\n| Chair | Ann Hart |\n").blocks
    assert [(b.cell.head, b.clean) for b in blocks if b.cell] == [
        (True, "Post"),
        (True, "Name"),
        (False, "Chair"),
        (False, "Ann Hart"),
    ]


def test_markup_and_entities_map_back():
    """Inline markup and character references stand for what they show, and their blocks for the raw slice."""
    raw = "The <b>Board&#8217;s</b> plan of 28<sup>th</sup> May &amp; June.\n"
    document = build("a.txt", raw)
    (block,) = document.blocks
    assert block.clean == "The Board's plan of 28th May & June."
    start = block.clean.index("Board's")
    quote = document.evidence(block, start, start + 7, rule="x.y").quote
    assert quote == "Board&#8217;s"


def test_contents_are_furniture():
    """Lines of a table of contents state nothing."""
    text = "CONTENTS\n1. Purpose ............ 3\n2. Members ............ 4\n\nThe Panel shall meet monthly.\n"
    assert not any("...." in clean for _, _, clean in _shown(text))


def test_glyphs_of_bullets():
    """Any bullet glyph marks an item, private-use glyphs of symbol fonts among them."""
    for glyph in "•●▪-–*o\uf0b7\uf0a7":
        shown = _shown(f"The Panel will:\n\n{glyph} advise the Board\n{glyph} report yearly\n")
        assert [(kind, clean) for kind, _, clean in shown[1:]] == [
            ("item", "advise the Board"),
            ("item", "report yearly"),
        ], glyph


def test_appendix_begins_a_section():
    """An appendix is a section of the highest level, not part of the chapter before it."""
    document = build("a.txt", "3. RISKS\n\nNone.\n\nAppendix 2\n\nTERMS OF REFERENCE\n\nThe Panel shall advise.\n")
    assert "RISKS" not in [h.clean for h in document.headings(document.blocks[-1])]


def test_paragraph_tags():
    """Text that keeps the tags of a page has a block for each paragraph and item, and tags stand in none of them."""
    text = (
        "<p><strong>Present:</strong></p>\n<p>Ann Hart (Chair)</p>\n<p>Ben Low</p>\n"
        "<p>The board met with operators</p>\n<ul><li>It heard of the first scheme</li>\n"
        "<li>It heard of the second scheme</li>\n"
        "</ul><p><strong>Actions: </strong>Ben Low to write to the operators</p>"
    )
    blocks = build("a.txt", text).blocks
    assert [b.clean for b in blocks] == [
        "Present:",
        "Ann Hart (Chair)",
        "Ben Low",
        "The board met with operators",
        "It heard of the first scheme",
        "It heard of the second scheme",
        "Actions: Ben Low to write to the operators",
    ]
    assert [b.kind for b in blocks[4:6]] == ["item", "item"]


def test_unwrapped_lines():
    """Where a paper does not wrap its lines, each line is a paragraph, with or without a full stop."""
    long = "The chair set out the reasons for the closure and said that the works would be done in two parts, " * 3
    text = f"Apologies: Cllrs Ann Hart and Ben Low\nDiscussion\n{long.rstrip(' ,')}\nOptions\n{long.rstrip(' ,')}\n"
    assert [b.clean[:12] for b in build("a.txt", text).blocks] == [
        "Apologies: C",
        "Discussion",
        "The chair se",
        "Options",
        "The chair se",
    ]
