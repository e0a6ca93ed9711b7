"""Actions placed on somebody."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context
from remit.ingest.extract import action, obligation
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build

MINUTES = (
    "Minutes of a meeting of Oakmere Parish Council held on 12 March 2024\n\n"
    "Present: Ms Joan Arden (JA) (Chair), Mr Peter Lisle (PL), Mrs Ruth Vane (Clerk)\n\n"
)


def read(text):
    document = build("paper.txt", MINUTES + text + "\n")
    head = find_head(document, None)
    return Context(document, head, Names.build(document, head))


def owners(text):
    context = read(text)
    facts = sorted(action.extract(context), key=lambda fact: fact.evidence.start)
    for fact in facts:
        assert context.document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    return [fact.owner for fact in facts]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("ACTION: Clerk to order a bench.", "Clerk"),
        ("Action 3: Clerk to order a bench.", "Clerk"),
        ("Action by: Clerk (by 3 May 2024)", "Clerk"),
        ("Action (Clerk): order a bench.", "Clerk"),
        ("ACTION: Chair / Clerk", "Chair / Clerk"),
        ("Action: Order a bench. Paint the gate. (PL)", "PL"),
        ("Clerk to chase the contractor.", "Clerk"),
        ("Clerk report the lamp to the County Council.", "Clerk"),
        ("The Clerk was asked to obtain three quotes.", "Clerk"),
        ("The clerk was asked to write to the County Council.", "Clerk"),
        ("It was agreed to invite the Roads Manager. Action: PL.", "PL"),
        ("Licensing Forum – Peter to speak to the Clerk.", "Mr Peter Lisle"),
        ("Sign on the gate no longer visible - Mr Lisle would see that this is repaired.", "Mr Peter Lisle"),
        ("ACTION BY: Clerk", "Clerk"),
        ("The gate is broken. Clerk asked to obtain three quotes.", "Clerk"),
        ("The bench is broken.\n\nAction JA", "JA"),
        ("The old website will close. ACTIONS JA, PL", "JA, PL"),
        ("They had met the school. Action 3.1: JA find out about its hall. PL spoke.", "JA"),
    ],
)
def test_lines(text, owner):
    """Labelled lines, lines of the form `X to do Y`, and tasks asked of an officer have that owner."""
    got = owners(text)
    assert len(got) == 1
    assert got[0] in {owner, "Mr Peter Lisle", "Mr Lisle", "Ms Joan Arden"}


def test_first_name_stands_for_the_person():
    """A first name that only one person bears is that person."""
    assert owners("Action: Peter to look into costs.") == ["Mr Peter Lisle"]


@pytest.mark.parametrize(
    "text", ["Prices would rise.", "The Ministry will issue guidance.", "Action: none.", "The Clerk reported on trees."]
)
def test_none(text):
    """Forecasts about others, empty action lines and narration put no task on anybody."""
    assert not owners(text)


def test_log():
    """Each row of a log is an action; a completed one is no duty."""
    text = (
        "Ref\tAction\tOwner\tDue\tStatus\n1\tOrder a new bench\tClerk\t30 April 2024\tOpen\n"
        "2\tPaint the gate\tMr Peter Lisle\t1 March 2024\tComplete\n"
    )
    assert owners(text) == ["Clerk", "Mr Peter Lisle"]
    duties = list(obligation.extract(read(text)))
    assert [(d.bearer, d.deadline) for d in duties] == [("Clerk", "2024-04-30")]


def test_logs_without_dates():
    """In a log a dash is no deadline, and the organisation beside an owner is no part of the act."""
    context = read(
        "Ref\tAction/Decision\tOwner\tDeadline\n"
        "A1\tPeter Lisle (Parks) to send the contact points.\tPeter Lisle\t-\n"
        "A2\tMembers to send names\tMembers\ttbc\n"
    )
    found = [(o.bearer, o.action, o.deadline) for o in obligation.extract(context)]
    assert found == [("Peter Lisle", "send the contact points", None), ("Members", "send names", None)]


def test_a_title_is_no_task():
    """A title in which a body is to do something puts no task on it."""
    text = "Forum to oversee the new powers\n\nMinutes of meeting 14 October 2022\n\nAttendees:\n\nJo Marsh (JM)\n"
    document = build("paper.txt", text)
    head = find_head(document, None)
    context = Context(document, head, Names.build(document, head))
    assert head.kind == "minutes"
    assert not list(action.extract(context))


def test_log_with_numbers_and_dates_raised():
    """A log laid out with blanks, its first column titled `No.`, is read by its columns."""
    log = (
        "No.   Date raised   Action                                Owner            Target date   Progress\n"
        "1     14/09/23      Draft a memorandum with the prisons   Mr Peter Lisle   31/12/23      First draft\n"
        "                    and the courts\n"
        "2     14/09/23      Invite the auditor                    Clerk            09/11/23      Closed\n"
    )
    assert owners(log) == ["Mr Peter Lisle", "Clerk"]


def test_verbs_own_no_task():
    """What begins with a verb names nobody who could own a task, and agendas set none."""
    assert not owners(
        "Instruct the Clerk to advise the County Council.\n\nTo approve the minutes. Chair to sign.\n\nACTION LOG"
    )
