"""Short forms as facts."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context, Head
from remit.ingest.extract.alias import extract
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build


def aliases(text, kind="minutes"):
    document = build("a.txt", text)
    head = find_head(document) if kind == "minutes" else Head(kind)
    context = Context(document, head, Names.build(document, head))
    found = list(extract(context))
    for fact in found:
        assert document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    return {(fact.name, fact.alias) for fact in found}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The Weldon Harbour Board (WHB) met.", ("Weldon Harbour Board", "WHB")),
        ('Weldon Borough Council ("the Authority") must act.', ("Weldon Borough Council", "Authority")),
        ("The Weldon Borough Council (the Council) agreed.", ("Weldon Borough Council", "Council")),
        ("Under the Rivers Act 2006 ('the 2006 Act') it may.", ("Rivers Act 2006", "2006 Act")),
        ('"the Plan" means the Weldon Recovery Plan.', ("Weldon Recovery Plan", "Plan")),
        ("WHB (Weldon Harbour Board) met.", ("Weldon Harbour Board", "WHB")),
        ("The Weldon Harbour Board met. WHB adjourned.", ("Weldon Harbour Board", "WHB")),
        ("Norvale County Council wrote. Norvale CC will reply.", ("Norvale County Council", "Norvale CC")),
        ("Mr Tom Peake spoke. Mr Peake left.", ("Mr Tom Peake", "Mr Peake")),
        ("It is in the Rivers Act 2006. Section 3 of the 2006 Act applies.", ("Rivers Act 2006", "2006 Act")),
        ("Anna Keel spoke first. Then Anna left.", ("Anna Keel", "Anna")),
        ("Anna Keel (Weldon Trust) (AK) was there.", ("Anna Keel", "AK")),
        ("Weldon Access Forum met. The Forum agreed.", ("Weldon Access Forum", "Forum")),
        ("Weldon Access Forum met. The Forum RESOLVED to go on.", ("Weldon Access Forum", "Forum")),
        (
            "Weldon Harbour Steering Group met. The Steering Group agreed.",
            ("Weldon Harbour Steering Group", "Steering Group"),
        ),
        ("It meets at the Annual General Meeting (AGM).", ("Annual General Meeting", "AGM")),
        ("These Terms of Reference (ToR) may change.", ("Terms of Reference", "ToR")),
        ("The Board of Directors (Board) met.", ("Board of Directors", "Board")),
        ("The Weldon Marsh Reserve ('the Reserve') is open.", ("Weldon Marsh Reserve", "Reserve")),
        (
            "It follows the Guidance on moving boats, rafts and buoys ('Guidance').",
            ("Guidance on moving boats, rafts and buoys", "Guidance"),
        ),
        (
            'It is in Harwich\'s report of 2 May 2019 ("the 2019 Harwich report").',
            ("Harwich's report of 2 May 2019", "2019 Harwich report"),
        ),
        (
            "The Weldon Health and Well-being Board met. It was put to the HWB.",
            ("Weldon Health and Well-being Board", "HWB"),
        ),
        ("Weldon Safety Partnerships (WSPs) met.", ("Weldon Safety Partnerships", "WSPs")),
        (
            "It is for Weldon Lights North (WLN). WLN must report. WLN will be asked.",
            ("Weldon Lights North", "WLN"),
        ),
        ("Present: Cllr T Peake, Mr D Peake. Cllr Peake left.", ("Cllr T Peake", "Cllr Peake")),
        ("Proposed by B Keel and seconded by M Orr. Councillor Keel left.", ("B Keel", "Councillor Keel")),
    ],
)
def test_short_forms(text, pair):
    """Introduced forms, initials, surnames, first names and generic words are short forms."""
    assert pair in aliases(text)


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Tom Peake spoke. Councillor Tom Peake left.",
        "Value for money (VFM) matters.",
        "The board met. The board of the Weldon Trust is new.",
        "Anna Keel and Anna Orr spoke. Then Anna left.",
        "The Audit Board and the Harbour Board met. The Board agreed.",
        "Will Keel spoke. Will the scheme go on?",
        "The Weldon Improvement Plan is late. An Improvement Plan is not all.",
        "The Annual Weldon Parish Council met. Weldon Parish Council closed it.",
        "Mr Tom Peake (The Village Lamp) spoke.",
        "The Local Harbour Groups met. It was put to LHG.",
        "Heavy Boat Yards North (HBYN) are a kind of yard.",
    ],
)
def test_no_short_forms(text):
    """Honorifics alone, methods, lower-case words and what could mean two things give none."""
    assert aliases(text, "other") == set()


def test_a_form_leads_to_the_longest_name():
    """Initials of a shortened name stand for the full one."""
    text = "Weldon Harbour Quality Board minutes. The Harbour Quality Board (HQB) met."
    assert ("Weldon Harbour Quality Board", "HQB") in aliases(text)
