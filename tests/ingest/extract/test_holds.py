"""Who holds which post, as facts."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context
from remit.ingest.extract.holds import extract
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build


def facts(text):
    document = build("a.txt", text)
    head = find_head(document)
    context = Context(document, head, Names.build(document, head))
    found = list(extract(context))
    for fact in found:
        assert document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    return found


def held(text):
    return [(fact.person, fact.role, fact.body) for fact in facts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Report of: Anna Keel, Director of Law & Governance", ("Anna Keel", "Director of Law & Governance", None)),
        ("Anna Keel (Chief Planner, Weldon Council) spoke.", ("Anna Keel", "Chief Planner", "Weldon Council")),
        (
            "The Council's Chief Finance Officer, Anna Keel, wrote to the Weldon Borough Council.",
            ("Anna Keel", "Chief Finance Officer", "Weldon Borough Council"),
        ),
        ("The Weldon Harbour Board, chaired by Anna Keel, met.", ("Anna Keel", "Chair", "Weldon Harbour Board")),
        ("Anna Keel was elected Chair of the Audit Committee.", ("Anna Keel", "Chair", "Audit Committee")),
        (
            "Anna Keel, former Director of Housing at Norvale County Council, came.",
            ("Anna Keel", "former Director of Housing", "Norvale County Council"),
        ),
        ("The inquiry was held by the Inspector, Anna Keel BA MRTPI.", ("Anna Keel BA MRTPI", "Inspector", None)),
        ("The new headteacher, Anna Keel, joins soon.", ("Anna Keel", "headteacher", None)),
        ("Ms Anna Keel spoke. She was appointed as a Parent Governor.", ("Ms Anna Keel", "Parent Governor", None)),
        (
            "Anna Keel, DfE's Chief Planning Officer, spoke to the Department for Education (DfE).",
            ("Anna Keel", "Chief Planning Officer", "Department for Education"),
        ),
        (
            "Yours ever\n\nAnna Keel\nSecretary of State for Rivers and Local Services",
            ("Anna Keel", "Secretary of State for Rivers and Local Services", None),
        ),
        (
            "Anna Keel - Norvale Police Federation, General Secretary",
            ("Anna Keel", "General Secretary", "Norvale Police Federation"),
        ),
        ("We thank Mayor Anna Keel.", ("Mayor Anna Keel", "Mayor", None)),
        ("The Adviser named in the letter is Anna Keel.", ("Anna Keel", "Adviser", None)),
        (
            "Yours sincerely\n\nAnna Keel            Tom Orr\nChief Executive      Leader of the Council",
            ("Anna Keel", "Chief Executive", None),
        ),
        (
            "Yours sincerely\n\nAnna Keel\nDirector, Rivers\nMinistry of Ports",
            ("Anna Keel", "Director, Rivers", "Ministry of Ports"),
        ),
    ],
)
def test_posts_beside_names(text, expected):
    """Posts after, before and under a name, and in sentences, with the body that is named."""
    assert expected in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Keel (Norvale Trust) spoke.",
        "In reply to the Leader, Ms Keel said that it was so.",
        "Anna Keel, Information Commissioner's Office",
        "Anna Keel, National Association of Welfare Advisers",
        "Anna Keel will be Chair next year.",
        "Contact Officer: Anna Keel",
    ],
)
def test_no_posts(text):
    """Organisations, addressees of a sentence and what is to come give no post."""
    assert held(text) == []


def test_two_posts_are_two_facts():
    """`Deputy Mayor and Cabinet Member for Housing` is two posts."""
    roles = [role for _, role, _ in held("Anna Keel (Deputy Mayor and Cabinet Member for Housing) spoke.")]
    assert roles == ["Deputy Mayor", "Cabinet Member for Housing"]


def test_the_roll_of_minutes():
    """Entries of a roll give their posts; the chair's and clerk's body is the one that meets."""
    text = (
        "WELDON PARISH COUNCIL\n\nMinutes of the meeting of Weldon Parish Council held on 4 March 2024\n\n"
        "Present: Cllr Anna Keel (Chairman), Cllr Tom Orr\n\nIn attendance: Helen Crabbe (Clerk)\n\n1. APOLOGIES\nNone.\n"
    )
    found = {(f.person, f.role, f.body, f.as_of) for f in facts(text)}
    assert ("Cllr Anna Keel", "Chairman", "Weldon Parish Council", "2024-03-04") in found
    assert ("Helen Crabbe", "Clerk", "Weldon Parish Council", "2024-03-04") in found
    assert not any(person == "Cllr Tom Orr" for person, *_ in found)


def test_from_when_a_post_is_held():
    """`with effect from` a day dates the post."""
    (fact,) = facts("Dated 3 October 2023\n\nAnna Keel was appointed Clerk with effect from 1 January 2024.")
    assert (fact.from_, fact.as_of) == ("2024-01-01", None)


def test_tables_of_leads():
    """A column of people under a heading gives that post for the subject of the row; a new heading row begins anew."""
    text = (
        "Portfolio            Lead Member         Lead Officer\nHousing              Cllr Anna Keel      Tom Orr\n"
        "Leisure and Parks    Cllr Ruth Sandhu    Helen Crabbe\n\n"
        "Staff and Governor Leads\n\nSubject              Staff Member        Governor (lead/deputy)\n"
        "Maths                Jane Peake          Tom Orr/Anna Keel\n"
    )
    assert [(person, role) for person, role, _ in held(text)] == [
        ("Cllr Anna Keel", "Lead Member, Housing"),
        ("Tom Orr", "Lead Officer, Housing"),
        ("Cllr Ruth Sandhu", "Lead Member, Leisure and Parks"),
        ("Helen Crabbe", "Lead Officer, Leisure and Parks"),
        ("Jane Peake", "Staff Lead, Maths"),
        ("Tom Orr", "Governor Lead, Maths"),
        ("Anna Keel", "Governor Deputy, Maths"),
    ]


def test_the_task_below_a_person_is_no_post():
    """A line that begins with a post which is to do something says nothing of the person at the end of the line before."""
    assert not held("Bench - in progress Anna Keel\nClerk to write to the Weldon Borough Council\n")


def test_presiding_is_no_post():
    """Who is only said to be in the chair of a meeting, or to preside, does not hold the post of its chair."""
    roll = "Minutes of the Weldon Harbour Board held on 4 May 2021\n\nPresent: Anna Keel{}, Tom Orr, Ruth Lisle\n\n1. Welcome\n"
    assert not held(roll.format(" (in the chair)"))
    assert held(roll.format(" (Chair)")) == [("Anna Keel", "Chair", "Weldon Harbour Board")]
