"""Citations of legislation, and their facts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ingest.citations import find_all, find_citations

LGA = "Local Government Act 1999"


def pairs(text):
    return [(c.instrument, c.provision) for c in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"section 3 of the {LGA}", [(LGA, "section 3")]),
        ("Ports Act, 1972 Section 100D", [("Ports Act 1972", "section 100D")]),
        ("Companies Act 2006, s 172", [("Companies Act 2006", "section 172")]),
        ("(Rivers Act 2006)", [("Rivers Act 2006", None)]),
        ("Equality Act (2010)", [("Equality Act 2010", None)]),
        ("the Health and Safety at Work etc. Act 1974", [("Health and Safety at Work etc. Act 1974", None)]),
        ("the Freedom of Information Act changes", [("Freedom of Information Act", None)]),
        ("s.17 Crime & Disorder Act, 1998", [("Crime & Disorder Act 1998", "section 17")]),
        ("THE WELDON (ELECTORAL CHANGES) ORDER 2015", [("Weldon (Electoral Changes) Order 2015", None)]),
        ("Ports, Harbours and Quays Act 1964", [("Ports, Harbours and Quays Act 1964", None)]),
        ("the Care Act 2014, the Rivers Act 2005 and the Ports Act 2010", [("Care Act 2014", None), ("Rivers Act 2005", None), ("Ports Act 2010", None)]),
        ("the Children Acts 1989 and 2004", [("Children Act 1989", None), ("Children Act 2004", None)]),
        ("Part VIIA of the Rivers Act 1972", [("Rivers Act 1972", "Part VIIA")]),
        ("Article 6(1)(e) of the UK GDPR", [("UK GDPR", "article 6(1)(e)")]),
        ("Regulation (EU) 2016/679", [("Regulation (EU) 2016/679", None)]),
        ("Article 8 of the European Convention on Human Rights", [("European Convention on Human Rights", "Article 8")]),
        (
            "subject to the Public Contracts Regulations 2015 and section 151 of the Ports Act 1972",
            [("Public Contracts Regulations 2015", None), ("Ports Act 1972", "section 151")],
        ),
        ("a breach of Byelaw 12", [("Byelaw 12", None)]),
        ("LGA 1972 s.101", [("LGA 1972", "section 101")]),
        ("the section 106 agreement under the Ports Act 1990", [("Ports Act 1990", "section 106")]),
    ],
)  # fmt: skip
def test_forms_of_citation(text, found):
    """Each way of citing gives the title as printed and the provision written out."""
    assert pairs(text) == found


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("section 497A(4) and (4B)", ["section 497A(4)", "section 497A(4B)"]),
        ("sections 135-142", ["sections 135-142"]),
        ("sections 47, 50(1) to (3) and 52", ["section 47", "section 50(1) to (3)", "section 52"]),
        ("section 101(1)(a) and (b)", ["section 101(1)(a)", "section 101(1)(b)"]),
        ("section 8 (2) (b) and (3)", ["section 8(2)(b)", "section 8(3)"]),
        ("ss. 10 and 11", ["section 10", "section 11"]),
        ("paragraph 3 of Part 1 of Schedule 12A", ["paragraph 3 of Part 1 of Schedule 12A"]),
        ("paragraphs 1 and 2 of Schedule 12A", ["paragraph 1 of Schedule 12A", "paragraph 2 of Schedule 12A"]),
        ("Part 4, Chapter 2", ["Part 4 Chapter 2"]),
        ("section 24 of, and Schedule 7 to", ["section 24", "Schedule 7"]),
        ("section 14Z25", ["section 14Z25"]),
    ],
)
def test_lists_of_provisions(text, provisions):
    """A list is one provision for each member, a range stays one, a nested one is written as printed."""
    tie = ", the" if text.endswith("to") else " of the"
    assert [provision for _title, provision in pairs(f"Under {text}{tie} Ports Act 2001 they act.")] == provisions


def test_two_acts_in_one_sentence():
    """Each provision belongs to the Act that the words tie it to."""
    text = f"powers in section 15(5) of the {LGA} and section 497A(4) of the Schools Act 1996"
    assert pairs(text) == [(LGA, "section 15(5)"), ("Schools Act 1996", "section 497A(4)")]


def test_acts_inside_a_title():
    """An instrument whose title holds an Act is one instrument, the longest."""
    title = "Schools and Skills Act 2006 (Inspection of Providers) Regulations 2007"
    assert pairs(f"regulation 4 of the {title}") == [(title, "regulation 4")]
    bracketed = "Ports (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012"
    assert pairs(f"under the {bracketed}") == [(bracketed, None)]


def test_short_names_count_in_the_whole_document():
    """A short name means its Act wherever it stands; references alone are no citation of their own."""
    texts = [
        "See section 13 of the 1999 Act.",
        f'Part 1 of the {LGA} ("the 1999 Act") and the Rivers Act 2004 (RA 2004).',
        "The 1999 Act applies. Section 5 of that Act, section 6 of the RA 2004 and section 7 of the same Act.",
    ]
    found = [[(c.instrument, c.provision) for c in cited] for cited in find_all(texts)]
    assert found[0] == [(LGA, "section 13")]
    assert found[1] == [(LGA, "Part 1"), ("Rivers Act 2004", None)]
    assert found[2] == [(LGA, "section 5"), ("Rivers Act 2004", "section 6"), ("Rivers Act 2004", "section 7")]


def test_reference_to_the_only_order():
    """`the Order`, `the above Order` and `the Order 2000` mean the one Order of the document; `the Act` of two means none."""
    texts = [
        "The Ports Order 2000 and the Ports & Quays Act 1990.",
        "article 4(2) of the above Order",
        "article 3 of the Order 2000",
    ]
    assert [[c.provision for c in cited] for cited in find_all(texts)][1:] == [["article 4(2)"], ["article 3"]]
    assert find_all(["The Ports Act 1990 and the Rivers Act 1991.", "section 2 of the Act"])[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "the Financial Regulations 2019", "Council Procedure Rules 2020", "the Weldon Compulsory Purchase Order 2014", "Section 3 of this report",
        "Article 4 of the Constitution", "the Act", "an Act of Parliament", "Standing Order 12", "section 151 officer", "in order 2 of 2019",
    ],
)  # fmt: skip
def test_what_is_no_legislation(text):
    """An organisation's own rules and orders, and provisions of no named instrument, are not cited legislation."""
    assert pairs(text) == []


@given(st.text(alphabet="SectionsPar tofheAct()1290,.and-GDR'\"bw", max_size=120))
def test_any_text(text):
    """Whatever the text, citations lie in it, in order."""
    found = find_citations(text)
    assert [c.start for c in found] == sorted(c.start for c in found)
    assert all(0 <= c.start < c.end <= len(text) and c.instrument for c in found)


@given(st.integers(1, 999), st.integers(1, 20), st.sampled_from("abcdefgh"), st.integers(1800, 2029))
def test_any_provision_reads_back(section, sub, letter, year):
    """Any section, subsection and paragraph of an Act of any year reads back as printed."""
    provision = f"section {section}({sub})({letter})"
    assert pairs(f"as {provision} of the Harbour Dues Act {year} says") == [(f"Harbour Dues Act {year}", provision)]
