"""The grammar of names on strings: people, bodies, posts, plans, instruments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ingest.names_grammar import name_at, within
from remit.ingest.names_instruments import instruments
from remit.ingest.names_persons import person_at
from remit.ingest.names_tokens import key_of, tokens_of


def named(text):
    """(kind, name) of everything the grammar finds in a text, in order."""
    tokens = tokens_of(text)
    out, at = [], 0
    while at < len(tokens):
        end = person_at(tokens, at)
        if end:
            out.append(("person", text[tokens.starts[at] : tokens.stops[end - 1]]))
            at = end
            continue
        found = name_at(tokens, at)
        if found:
            out.append((found.kind, text[tokens.starts[found.start] : tokens.stops[found.end - 1]]))
        at = found.end if found else at + 1
    return out


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Cllr Mrs Ostler said so", "Cllr Mrs Ostler"),
        ("we met Mr. J. R. Hartwell KC there", "Mr. J. R. Hartwell KC"),
        ("Professor Dame Ruth Abara DBE FRS spoke", "Professor Dame Ruth Abara DBE FRS"),
        ("Baroness Kettlewell of Ripley wrote", "Baroness Kettlewell of Ripley"),
        ("Lesley Corrin BA (Hons) MRTPI held it", "Lesley Corrin BA (Hons) MRTPI"),
        ("thanks to Mary Young for her work", "Mary Young"),
        ("Councillor Marcus van der Meer left", "Councillor Marcus van der Meer"),
        ("Patrick O' Neill came late", "Patrick O' Neill"),
        ("Lord Mayor Sheila Orr opened it", "Lord Mayor Sheila Orr"),
    ],
)
def test_a_person_has_honorifics_and_letters(text, person):
    """A name keeps its honorifics, particles and the letters after it."""
    assert ("person", person) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "the Victoria Road scheme",
        "a Grant Funding Panel",
        "General Purposes Committee",
        "Will the Council agree?",
        "Mr Chairman, thank you",
        "Holly Park School",
    ],
)
def test_no_person_is_made_of_places_and_papers(text):
    """Streets, committees and forms of address without a name are no people."""
    assert not [name for kind, name in named(text) if kind == "person"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("the Overview and Scrutiny Committee met", "Overview and Scrutiny Committee"),
        ("sent to the Department for Ports, Rivers and Canals today", "Department for Ports, Rivers and Canals"),
        ("the Royal Borough of Weldon", "Royal Borough of Weldon"),
        ("NHS Weldon and Norvale Integrated Care Board agreed", "NHS Weldon and Norvale Integrated Care Board"),
        ("the Information Commissioner's Office wrote", "Information Commissioner's Office"),
        ("University of Norvale", "University of Norvale"),
        ("the Weldon Local Access Forum", "Weldon Local Access Forum"),
    ],
)
def test_a_body_ends_in_its_noun_or_opens_with_it(text, body):
    """A body's name runs to its noun, or goes on from an opener with of or for."""
    assert ("body", body) in named(text)


def test_and_parts_two_bodies_but_not_one():
    """`and` after a noun begins another body; before it, it is part of the name."""
    assert named("Standards Committee and Audit and Risk Committee") == [
        ("body", "Standards Committee"),
        ("body", "Audit and Risk Committee"),
    ]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Deputy Mayor and Cabinet Member for Housing", ["Deputy Mayor", "Cabinet Member for Housing"]),
        (
            "the Secretary of State for Ports, Rivers and Canals gave",
            ["Secretary of State for Ports, Rivers and Canals"],
        ),
        ("Director of Law & Governance and Monitoring Officer", ["Director of Law & Governance", "Monitoring Officer"]),
        ("the Corporate Director, Resources presented", ["Corporate Director, Resources"]),
        ("Audit Committee Chair", ["Audit Committee Chair"]),
        ("Specialist external adviser", ["Specialist external adviser"]),
        ("the Police and Crime Commissioner for Norvale", ["Police and Crime Commissioner for Norvale"]),
    ],
)
def test_a_post_has_its_portfolio(text, posts):
    """A post keeps the words before its head and the portfolio after it; two posts joined by `and` are two."""
    assert [name for kind, name in named(text) if kind == "post"] == posts


def test_bodies_inside_posts():
    """The body that a post belongs to is found inside it."""
    for text in ("Chair of the Audit Committee", "Audit Committee Chair"):
        tokens = tokens_of(text)
        post = name_at(tokens, 0)
        (body,) = within(tokens, [post])
        assert text[tokens.starts[body.start] : tokens.ends[body.end - 1]] == "Audit Committee"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("under section 15(5) and (6) of the Local Government Act 1999", "Local Government Act 1999"),
        ("the Weldon (Property Functions) Directions 2023 apply", "Weldon (Property Functions) Directions 2023"),
        ("the Schedule of the Order 2000", None),
        ("the Weldon Council (Best Value) Directions", "Weldon Council (Best Value) Directions"),
    ],
)
def test_instruments_are_read_back_from_their_noun(text, title):
    """A title ends in its year or in a noun after a bracket, and holds no number of a provision."""
    tokens = tokens_of(text)
    found = [text[tokens.starts[f.start] : tokens.ends[f.end - 1]] for f in instruments(tokens)]
    assert found == ([title] if title else [])


def test_names_are_compared_without_article_case_and_stops():
    """Keys of names do not depend on article, case, ampersand, hyphen or possessive ending."""
    assert key_of("The Law & Order Sub-Committee's") == key_of("law and order sub committee")


_WORDS = st.sampled_from(
    ["Cllr", "Mr", "the", "Board", "of", "and", "Council", "Chair", "for", "Director", ",", "(", ")", "Anna", "Keel", "J.", "Act",
     "1999", "Audit", "'s", "&", "-", "/", "Department", "Plan", "on", "Lord", "A", "MP", ".", ";", "Secretary of State"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=40).map(" ".join)))
def test_any_text_is_read_without_harm(text):
    """Whatever the text, names lie inside it, in order, and tokens are slices of it."""
    tokens = tokens_of(text)
    assert all(text[s:e] == w for s, e, w in zip(tokens.starts, tokens.ends, tokens.words, strict=True))
    for at in range(len(tokens)):
        end = person_at(tokens, at)
        assert end is None or at < end <= len(tokens)
        found = name_at(tokens, at)
        assert found is None or found.start == at < found.end <= len(tokens)
    assert all(0 <= f.start < f.end <= len(tokens) for f in instruments(tokens))
