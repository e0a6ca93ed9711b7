"""The head of a document, and the meeting it is the record of: kind, body, date, times, venue."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context
from remit.ingest.extract import meeting
from remit.ingest.head import find_head
from remit.ingest.structure import build

HEADS: list[tuple[str, tuple[str | None, ...]]] = [
    (
        """\
STOKE MARTIN COMMUNITY COUNCIL
Minutes of a meeting of the above Council held in Martin Hall on Monday 29th October 2018 at 7.00pm.

Present: Cllr A Hart

Public Forum: none came.
""",
        ("minutes", "Stoke Martin Community Council", "2018-10-29", "19:00", None, "Martin Hall"),
    ),
    (
        """\
Minutes of the meeting of the Harbour Chairs on 10 December 2018.

Present:
Ann Hart, Wells Harbour Board
""",
        ("minutes", "Harbour Chairs", "2018-12-10", None, None, None),
    ),
    (
        """\
MARTIN DISTRICT COUNCIL

Minutes of Proceedings of a Meeting of Martin District Council held in the Council Chamber, 50 Ballymartin Road, Martin on Tuesday, 13 September 2011 at 7.30 pm, the Chairman of the Council presiding throughout

Present: Mrs A Hart
""",
        (
            "minutes",
            "Martin District Council",
            "2011-09-13",
            "19:30",
            None,
            "Council Chamber, 50 Ballymartin Road, Martin",
        ),
    ),
    (
        """\
Minutes of the Meeting of the Trust Board held on Wednesday 25 September 2019
at 9.30am in Lecture Theatre 2, Royal Marsh Hospital, Marsham

Present:
Ann Hart, Chair
The meeting closed at 12 noon.
""",
        ("minutes", "Trust Board", "2019-09-25", "09:30", "12:00", "Lecture Theatre 2, Royal Marsh Hospital, Marsham"),
    ),
    (
        """\
STOKE MARTIN PARISH COUNCIL

Minutes of the Annual Parish Council Meeting held on Tuesday 14th May 2019 in the Village Hall commencing at 7.30 pm

Present: Cllr A Hart
There being no further business the Chairman closed the meeting at 9.15 pm.
""",
        ("minutes", "Stoke Martin Parish Council", "2019-05-14", "19:30", "21:15", "Village Hall"),
    ),
    (
        """\
CABINET

10 JULY 2018 AT 1.00 PM

PRESENT: Councillor A Hart
The meeting ended at 2.25 pm
""",
        ("minutes", "Cabinet", "2018-07-10", "13:00", "14:25", None),
    ),
    (
        """\
Overview and Scrutiny Committee

Minutes of a meeting held at County Hall, Wenbury on Thursday, 3 March 2016 from 2.00 pm to 4.15 pm.

Present:
Councillor A Hart
""",
        ("minutes", "Overview and Scrutiny Committee", "2016-03-03", "14:00", "16:15", "County Hall, Wenbury"),
    ),
    (
        """\
Northfield Safeguarding Adults Board
Minutes
Date: 12/03/2020
Time: 14:00 to 16:00
Venue: Conference Room 1, Civic Centre, High Street, Northfield NF1 2AB

Attendees:
Ann Hart
""",
        (
            "minutes",
            "Northfield Safeguarding Adults Board",
            "2020-03-12",
            "14:00",
            "16:00",
            "Conference Room 1, Civic Centre, High Street, Northfield NF1 2AB",
        ),
    ),
    (
        """\
Minutes of the virtual meeting of the Full Governing Body of St Bede's Primary School
held on Monday 8 February 2021 at 6pm via Microsoft Teams

Present: Ann Hart
""",
        ("minutes", "Full Governing Body", "2021-02-08", "18:00", None, "Microsoft Teams"),
    ),
    (
        """\
DEPARTMENT FOR TRANSPORT
Rail Passenger Forum: note of meeting, 6 June 2013, Great Minster House

Attendees:
Ann Hart
""",
        ("minutes", "Rail Passenger Forum", "2013-06-06", None, None, "Great Minster House"),
    ),
    (
        """\
WESSEX POLICE AND CRIME PANEL
MINUTES of the meeting held at 10.30am on Friday 2nd February 2018 in Committee Rooms 1 & 2, The Castle, Wenbury

Present:
Cllr A Hart
(The meeting finished at 1.05pm)
""",
        (
            "minutes",
            "Wessex Police and Crime Panel",
            "2018-02-02",
            "10:30",
            "13:05",
            "Committee Rooms 1 & 2, The Castle, Wenbury",
        ),
    ),
    (
        """\
WENSHIRE COMBINED AUTHORITY
MINUTES OF THE MEETING OF THE WENSHIRE COMBINED AUTHORITY HELD ON FRIDAY, 24TH MAY, 2019 AT 11.00 A.M. AT THE TOWN HALL, WENBURY

PRESENT:
Mayor Ann Hart (in the Chair)
Meeting closed at 1215hrs
""",
        ("minutes", "Wenshire Combined Authority", "2019-05-24", "11:00", "12:15", "TOWN HALL, WENBURY"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), HEADS)
def test_meetings(text, wanted):
    """The head of minutes gives body, day, times and place in any of the forms in use."""
    document = build("a.txt", text)
    head = find_head(document)
    (found,) = meeting.extract(Context(document, head, None))
    assert (head.kind, found.body, found.date, found.start, found.end, found.venue) == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Terms of Reference\n\nAudit and Risk Committee\n\n1. Purpose\nThe Committee will advise.\n", "terms"),
        ("Directions made under section 15(5) of the Local Government Act 1999\n\nDated 4 May 2018\n", "directions"),
        ("Dear Secretary of State\n\nSECOND REPORT\n\n14 March 2019\n", "letter"),
        ("Nothing in particular.\n", "other"),
    ],
)
def test_kinds(text, kind):
    """The kind of a paper is told by its title and form; one that shows none is `other`."""
    document = build("a.txt", text)
    assert find_head(document).kind == kind
    assert not list(meeting.extract(Context(document, find_head(document), None)))


def test_end_takes_its_half_of_the_day():
    """A closing time without am or pm follows the start."""
    document = build(
        "a.txt",
        "Minutes of the Low Marsh Parish Council held on 4 May 2016 at 7.30pm\n\nPresent: A Hart\n\nThe meeting closed at 9.05.\n",
    )
    (found,) = meeting.extract(Context(document, find_head(document), None))
    assert (found.start, found.end) == ("19:30", "21:05")
