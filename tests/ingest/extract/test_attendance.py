"""Who was at a meeting: the roll in every layout in which it is printed."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context
from remit.ingest.extract import attendance
from remit.ingest.head import find_head
from remit.ingest.structure import build

ROLLS: dict[str, tuple[str, set[tuple[str, str, str | None]]]] = {
    "hyphen_bullets": (
        """\
Open Records Board: minutes of a meeting held on 11 January 2023

Present

- Dame Una Frost (Chair)
- Professor Gil Rowe
- Ivan Petts

Observers and speakers

- Dr Noor Haddad
- Cllr Tim Ashe

Officials

- Kay Brill (Records Office)
- Leo Munt (Secretary)

Welcome and introductions
""",
        {
            ("Dame Una Frost", "chair", None),
            ("Professor Gil Rowe", "member", None),
            ("Ivan Petts", "member", None),
            ("Dr Noor Haddad", "guest", None),
            ("Cllr Tim Ashe", "guest", None),
            ("Kay Brill", "officer", "Records Office"),
            ("Leo Munt", "officer", "Secretary"),
        },
    ),
    "lists_under_organisations": (
        """\
MINUTES OF THE CHARGES CONSULTATION GROUP

Held on Wednesday 13 July 2022 at Kestrel House

Attendees:

Fees Office:

Nigel Garth (Chairman), Paul Reeve, Ruth Sandys, Rob Pell (Job Shadower), Alice Dunn (Secretary).

Treasury:

Roger Peake

Chas Lane-Ottley (CILA) (CL-O)

1. WELCOME
""",
        {
            ("Nigel Garth", "chair", None),
            ("Paul Reeve", "member", None),
            ("Ruth Sandys", "member", None),
            ("Rob Pell", "member", "Job Shadower"),
            ("Alice Dunn", "officer", "Secretary"),
            ("Roger Peake", "member", None),
            ("Chas Lane-Ottley", "member", "CILA"),
        },
    ),
    "nhs_label_col": (
        """\
Hartwell NHS Foundation Trust

Minutes of the Board of Directors meeting held in public on Thursday 6 June 2024 at 10.00am
in the Boardroom, Hartwell General Hospital

Present:        Dame Margaret Oakes       Chair
                Mr Peter Lund             Non-Executive Director
                Ms Anita Desai            Chief Executive
                Dr Samuel Okoro           Medical Director

In attendance:  Ms Joan Pike              Trust Secretary (minutes)
                Mr Carl Weston            Deputy Director of Finance

Apologies:      Professor Lee Marsh       Non-Executive Director

1.   Welcome and apologies
""",
        {
            ("Dame Margaret Oakes", "chair", None),
            ("Dr Samuel Okoro", "member", "Medical Director"),
            ("Mr Carl Weston", "officer", "Deputy Director of Finance"),
            ("Mr Peter Lund", "member", "Non-Executive Director"),
            ("Ms Anita Desai", "member", "Chief Executive"),
            ("Ms Joan Pike", "officer", "Trust Secretary"),
            ("Professor Lee Marsh", "apologies", "Non-Executive Director"),
        },
    ),
    "nhs_label_tab": (
        """\
Hartwell NHS Foundation Trust
Minutes of the Board of Directors held on Thursday 6 June 2024

Present:\tDame Margaret Oakes\tChair
\tMr Peter Lund\tNon-Executive Director
\tMs Anita Desai\tChief Executive
In attendance:\tMs Joan Pike\tTrust Secretary
\tMr Carl Weston\tDeputy Director of Finance
Apologies:\tProfessor Lee Marsh\tNon-Executive Director

1.   Welcome and apologies
""",
        {
            ("Dame Margaret Oakes", "chair", None),
            ("Mr Carl Weston", "officer", "Deputy Director of Finance"),
            ("Mr Peter Lund", "member", "Non-Executive Director"),
            ("Ms Anita Desai", "member", "Chief Executive"),
            ("Ms Joan Pike", "officer", "Trust Secretary"),
            ("Professor Lee Marsh", "apologies", "Non-Executive Director"),
        },
    ),
    "tab_columns": (
        """\
Water Users Forum
MINUTES
3rd meeting
19 July 2013

Attendees\tOfficials
Hester Savin (Chair) (HS)\tEd Plarkes (Cabinet Office) (EP) (phoning in)
Bob Harr (BH)\tKristina Kato (Cabinet Office) (KK)
Andrew Mackie (AM)\t
Paul Mallory (PM)\tObservers
Chris Royle (CR)\tTina Webb (Ofwat)
Gesa Schmidt (GS)\tApologies
Jacky Tailor (JT)\tJenny Camp (JC)
\tAdam Tickle (AT)

1. Welcome
""",
        {
            ("Adam Tickle", "apologies", None),
            ("Andrew Mackie", "member", None),
            ("Bob Harr", "member", None),
            ("Chris Royle", "member", None),
            ("Ed Plarkes", "officer", "Cabinet Office"),
            ("Gesa Schmidt", "member", None),
            ("Hester Savin", "chair", None),
            ("Jacky Tailor", "member", None),
            ("Jenny Camp", "apologies", None),
            ("Kristina Kato", "officer", "Cabinet Office"),
            ("Paul Mallory", "member", None),
            ("Tina Webb", "guest", "Ofwat"),
        },
    ),
    "table_head": (
        """\
Minutes of the Finance Committee held on 4 March 2021

Name\tRole\tAttendance
Susan Black\tChair of Governors\tPresent
Tom Reed\tParent Governor\tApologies
Wendy Marsh\tHeadteacher\tPresent
Alan Coe\tStaff Governor\tAbsent

1. Declarations of interest
""",
        {
            ("Alan Coe", "apologies", "Staff Governor"),
            ("Susan Black", "member", "Chair of Governors"),
            ("Tom Reed", "apologies", "Parent Governor"),
            ("Wendy Marsh", "member", "Headteacher"),
        },
    ),
    "parish_inline": (
        """\
LITTLE MARLOW PARISH COUNCIL
Minutes of the Parish Council Meeting held on Tuesday 8th May 2018 at 7.30pm in the Village Hall, Church Road

PRESENT: Cllr J Smith (Chairman), Cllr Mrs A Brown, Cllrs Hughes, Page and Wilmot, District Councillor R Bell and the Clerk, Mrs K Fenn.

There were 4 members of the public present.

PC/18/45 Apologies for absence
Apologies were received from Cllr D Young (holiday) and County Councillor P Vane.
""",
        {
            ("Cllr D Young", "apologies", None),
            ("Cllr Hughes", "member", None),
            ("Cllr J Smith", "chair", None),
            ("Cllr Mrs A Brown", "member", None),
            ("Cllr Page", "member", None),
            ("Cllr Wilmot", "member", None),
            ("County Councillor P Vane", "apologies", None),
            ("District Councillor R Bell", "member", None),
            ("Mrs K Fenn", "officer", "Clerk"),
        },
    ),
    "councillors_list": (
        """\
BOROUGH OF WENBURY

MINUTES OF A MEETING OF THE LICENSING COMMITTEE HELD ON 12 JANUARY 2016 AT 6.30 PM IN THE COUNCIL CHAMBER, CIVIC CENTRE, WENBURY

PRESENT:

Councillor Margaret Hale (in the Chair)
Councillors Akhtar, Bowles, Crane (substitute for Councillor Dunn), Mrs Egan and Foster

Officers: Pauline Green (Head of Licensing), Mark Shaw (Solicitor) and Jo Trent (Democratic Services Officer)

Also present: Councillor Gray

Apologies for absence: Councillors Dunn and Harris

1. MINUTES
""",
        {
            ("Councillor Akhtar", "member", None),
            ("Councillor Bowles", "member", None),
            ("Councillor Crane", "substitute", None),
            ("Councillor Dunn", "apologies", None),
            ("Councillor Foster", "member", None),
            ("Councillor Gray", "officer", None),
            ("Councillor Harris", "apologies", None),
            ("Councillor Margaret Hale", "chair", None),
            ("Councillor Mrs Egan", "member", None),
            ("Jo Trent", "officer", "Democratic Services Officer"),
            ("Mark Shaw", "officer", "Solicitor"),
            ("Pauline Green", "officer", "Head of Licensing"),
        },
    ),
    "dash_posts": (
        """\
Police and Crime Panel
Notes of the meeting held on 3rd October 2019

Attendees:
Rosa Linden – Chair, Police and Crime Commissioner
Chief Constable Ian Petrie – Wessmere Police
Sgt Amy Doyle – Wessmere Police
Dr Hugh Carver, Public Health, Wessmere County Council
Lena Frost (Victim Support)
Minutes: Paula Yates

Apologies:
None

1. Introductions
""",
        {
            ("Chief Constable Ian Petrie", "member", "Wessmere Police"),
            ("Dr Hugh Carver", "member", "Public Health, Wessmere County Council"),
            ("Lena Frost", "member", "Victim Support"),
            ("Paula Yates", "officer", None),
            ("Rosa Linden", "chair", "Police and Crime Commissioner"),
            ("Sgt Amy Doyle", "member", "Wessmere Police"),
        },
    ),
    "register": (
        """\
WINDLE PRIMARY SCHOOL GOVERNING BODY

MINUTES OF THE MEETING HELD ON 23 MAY 2022

Name               Type         04/10/2021   31/01/2022   23/05/2022   11/07/2022
Helen Pousty       Head         P            P            P
Paul Everly        LA           P            A            P
Simon Barns        Co-opted     P            P            A
Olive Laity        Parent       P            P            S

P – Present    A – Apologies   S – Sanctioned absence

1. Welcome
""",
        {
            ("Helen Pousty", "member", "Head"),
            ("Olive Laity", "apologies", "Parent"),
            ("Paul Everly", "member", "LA"),
            ("Simon Barns", "apologies", "Co-opted"),
        },
    ),
    "two_col_names": (
        """\
ASHDALE COUNCIL
MINUTES OF THE CABINET HELD ON 5 JULY 2017

Present:

Councillor Ann Hart (Chair)          Councillor Ben Low
Councillor Carol Day                 Councillor Dev Patel
Councillor Eve Munro

Officers in attendance:

Fiona Grant, Chief Executive         Harry Lane, Monitoring Officer

16. Apologies for absence
There were none.
""",
        {
            ("Councillor Ann Hart", "chair", None),
            ("Councillor Ben Low", "member", None),
            ("Councillor Carol Day", "member", None),
            ("Councillor Dev Patel", "member", None),
            ("Councillor Eve Munro", "member", None),
            ("Fiona Grant", "officer", "Chief Executive"),
            ("Harry Lane", "officer", "Monitoring Officer"),
        },
    ),
    "md_table": (
        """\
# Minutes of the Digital Board, 9 September 2020

| Present | Role |
|---|---|
| Mary Toll | Director (Chair) |
| Nick Orr | Head of Data |

| In attendance | Role |
|---|---|
| Olga Penn | Secretariat |

Apologies: Quentin Roe (Treasury); Rita Sole (HMRC)

## 1. Welcome
""",
        {
            ("Mary Toll", "chair", "Director"),
            ("Nick Orr", "member", "Head of Data"),
            ("Olga Penn", "officer", None),
            ("Quentin Roe", "apologies", "Treasury"),
            ("Rita Sole", "apologies", "HMRC"),
        },
    ),
    "md_bullets": (
        """\
# Minutes of the Digital Board

**Date:** 9 September 2020
**Time:** 10:00 - 11:30
**Location:** Room 4, Dean House

**Attendees**

* Mary Toll (Chair), Director
* Nick Orr, Head of Data
* Olga Penn - Secretariat

**Apologies**

* Quentin Roe

**1. Welcome**
""",
        {
            ("Mary Toll", "chair", "Director"),
            ("Nick Orr", "member", "Head of Data"),
            ("Olga Penn", "officer", None),
            ("Quentin Roe", "apologies", None),
        },
    ),
    "welsh_town": (
        """\
Minutes of the Ordinary Meeting of Llanfair Town Council held at 7 p.m. on Monday 4th February 2019 in the Institute

Present: The Mayor, Cllr G. Pugh, in the Chair; Cllrs. S. Evans, T. Jones, M. Rees; Mrs L. Hopkin (Town Clerk)

Apologies for absence were received from Cllrs. D. Bevan & N. Powell.

1. Declarations of Interest
""",
        {
            ("Cllr D. Bevan", "apologies", None),
            ("Cllr G. Pugh", "chair", "Mayor"),
            ("Cllr M. Rees", "member", None),
            ("Cllr N. Powell", "apologies", None),
            ("Cllr S. Evans", "member", None),
            ("Cllr T. Jones", "member", None),
            ("Mrs L. Hopkin", "officer", "Town Clerk"),
        },
    ),
    "wrapped_entries": (
        """\
MINUTES OF THE HEALTH AND WELLBEING BOARD HELD ON 21 NOVEMBER 2023 AT 2 PM

Members Present:

Councillor Lena Fox (Chair) (Cabinet Member for Health and
Adult Social Care)
Dr Amir Khan                  GP Chair, Northfield Primary Care
                              Network
Sally Burn                    Director of Public Health
Healthwatch Northfield: Kim Dale

Others in attendance: Tom Wren (observer)

1. APOLOGIES FOR ABSENCE

Apologies had been received from Jill Peel, Director of Children's Services, who was represented by Moira Hall.

2. DECLARATIONS
""",
        {
            ("Councillor Lena Fox", "chair", "Cabinet Member for Health and Adult Social Care"),
            ("Dr Amir Khan", "member", "GP Chair, Northfield Primary Care Network"),
            ("Jill Peel", "apologies", "Director of Children's Services"),
            ("Kim Dale", "member", "Healthwatch Northfield"),
            ("Sally Burn", "member", "Director of Public Health"),
            ("Tom Wren", "guest", None),
        },
    ),
    "ministry": (
        """\
Advisory Committee on Rural Roads
Minutes of the 12th meeting, 14 February 2012, 10:30 – 13:00, Great Minster House

Chair: Sir Roger Nunn
Members: Prof Anna Lewis, Dr Kofi Mensah, Ms Jane Tate
Secretariat: Lucy Orme, Paul Dent (DfT)
Observers: Ian Rowe (Welsh Government), Isla Kerr (Transport Scotland)
Apologies: Mr Neil Ross

1. Chair's introduction
""",
        {
            ("Dr Kofi Mensah", "member", None),
            ("Ian Rowe", "guest", "Welsh Government"),
            ("Isla Kerr", "guest", "Transport Scotland"),
            ("Lucy Orme", "officer", None),
            ("Mr Neil Ross", "apologies", None),
            ("Ms Jane Tate", "member", None),
            ("Paul Dent", "officer", "DfT"),
            ("Prof Anna Lewis", "member", None),
            ("Sir Roger Nunn", "chair", None),
        },
    ),
    "word_table": (
        """\
# Northfield Integrated Care Board

**Minutes of the Board meeting held in public**

**Thursday 4 July 2024, 10:00 – 12:30**

**Present:**\t\t
Prof Ada Long\tAL\tChair
Mr Bill Short\tBS\tChief Executive Officer
Dr Cora Wide\tCW\tPartner Member, Primary Care
**In attendance:**\t\t
Dev Narrow\tDN\tDirector of Strategy
Eve Tall\tET\tMinutes
**Apologies:**\t\t
Flo High\tFH\tNon-Executive Member

1. Welcome
""",
        {
            ("Dev Narrow", "officer", "Director of Strategy"),
            ("Dr Cora Wide", "member", "Partner Member, Primary Care"),
            ("Eve Tall", "officer", None),
            ("Flo High", "apologies", "Non-Executive Member"),
            ("Mr Bill Short", "member", "Chief Executive Officer"),
            ("Prof Ada Long", "chair", None),
        },
    ),
    "bracket_orgs": (
        """\
Fen Drainage Partnership Group
Notes of meeting held 3 May 2012 at Defra, London

Present: Ian Reed (Chair, Defra), Jan Sedge (EA), Ken Marsh (NFU), Lou Peat (secretariat, Defra)
Apologies: Meg Bogg (RSPB) and Ned Fenn (ADA)

1. Actions
""",
        {
            ("Ian Reed", "chair", "Defra"),
            ("Jan Sedge", "member", "EA"),
            ("Ken Marsh", "member", "NFU"),
            ("Lou Peat", "officer", "Defra"),
            ("Meg Bogg", "apologies", "RSPB"),
            ("Ned Fenn", "apologies", "ADA"),
        },
    ),
    "governors": (
        """\
The Oaks Primary School
Minutes of the Full Governing Board meeting held on Tuesday 12th October 2021 at 6pm

Governors present: Olga Ash (Chair), Pip Birch (Vice Chair), Quin Cedar (Headteacher), Rae Elm
Also in attendance: Sid Fir (Clerk), Tam Hazel (School Business Manager)
Apologies for absence: Una Larch
Absent without apologies: Viv Maple

1. Welcome
""",
        {
            ("Olga Ash", "chair", None),
            ("Pip Birch", "member", "Vice Chair"),
            ("Quin Cedar", "member", "Headteacher"),
            ("Rae Elm", "member", None),
            ("Sid Fir", "officer", "Clerk"),
            ("Tam Hazel", "officer", "School Business Manager"),
            ("Una Larch", "apologies", None),
            ("Viv Maple", "apologies", None),
        },
    ),
    "council_block": (
        """\
SALTMARSH DISTRICT COUNCIL

PLANNING COMMITTEE

Minutes of a meeting held in the Council Chamber on 9 March 2017 commencing at 2.00 p.m.

Present:  Councillor W. Ashe (Chairman)
          Councillor X. Beech (Vice-Chairman)
          Councillors Mrs Y. Cole, Z. Dray, A. Eyre and B. Foy

Officers: C. Gray (Head of Planning), D. Hill (Solicitor)

Also Present: Mr E. Iles (Saltmarsh Civic Society)

45. APOLOGIES FOR ABSENCE

An apology for absence was received from Councillor F. Jay, for whom Councillor A. Eyre was substituting.
""",
        {
            ("C. Gray", "officer", "Head of Planning"),
            ("Councillor A. Eyre", "member", None),
            ("Councillor B. Foy", "member", None),
            ("Councillor F. Jay", "apologies", None),
            ("Councillor Mrs Y. Cole", "member", None),
            ("Councillor W. Ashe", "chair", None),
            ("Councillor X. Beech", "member", "Vice-Chairman"),
            ("Councillor Z. Dray", "member", None),
            ("D. Hill", "officer", "Solicitor"),
            ("Mr E. Iles", "officer", "Saltmarsh Civic Society"),
        },
    ),
    "parish2": (
        """\
HIGHMOOR PARISH COUNCIL
MINUTES of the Parish Council meeting held on Monday 6th January 2020 at 7.30pm at the Church Hall.

Councillors present: G King (Chair), H Lamb, J Moss, K Nunn.
In attendance: L Orr (Clerk), County Councillor M Pugh, 3 members of the public.
Apologies: Cllr N Quill, District Cllr P Rudd.

01/20 Declarations
""",
        {
            ("Cllr N Quill", "apologies", None),
            ("County Councillor M Pugh", "officer", None),
            ("District Cllr P Rudd", "apologies", None),
            ("G King", "chair", None),
            ("H Lamb", "member", None),
            ("J Moss", "member", None),
            ("K Nunn", "member", None),
            ("L Orr", "officer", "Clerk"),
        },
    ),
    "list_titles": (
        """\
Transport Board
Minutes of meeting 8 May 2014

Attendees

Mayor Rob Stone, Chair
Sue Tarn, Director General, Department for Transport
Tim Underhill OBE, Network Rail
Val Wold - Secretary

Apologies

Wes York, Highways Agency

1. Minutes
""",
        {
            ("Mayor Rob Stone", "chair", None),
            ("Sue Tarn", "member", "Director General, Department for Transport"),
            ("Tim Underhill OBE", "member", "Network Rail"),
            ("Val Wold", "officer", "Secretary"),
            ("Wes York", "apologies", "Highways Agency"),
        },
    ),
    "posts_with_initials_behind": (
        """\
Minutes of the Board of Directors of Ashby Vale NHS Trust held on 28 January 2015

Present voting:

Sian Okoro Chairman SO
Ivor Kettle Non-Executive Director (SID) IK
Jane Wold Medical Director from item 6 JW

In attendance at the request of the Chief Executive:-

Bo Firth Head of Communications BF

Members of the public:

Erica Lunn EL

Details Actions

1. Welcome
""",
        {
            ("Sian Okoro", "chair", None),
            ("Ivor Kettle", "member", "Non-Executive Director (SID)"),
            ("Jane Wold", "member", "Medical Director from item 6"),
            ("Bo Firth", "officer", "Head of Communications"),
            ("Erica Lunn", "guest", None),
        },
    ),
    "a_person_a_line_after_the_label": (
        """\
Minutes of a meeting of Nether Wick Parish Council held on Thursday 4 July 2019 at 7pm in the Village Hall
Present: Councillor R Lumb
District Councillor Mrs Lesley Roe
District Councillor Liz Clay
In Attendance: James Shaw - Deputy Monitoring Officer (NWDC)
Katie Cole - Senior Democratic Officer (NWDC)
Mr Mark Scholes
1. Introductions
Roundtable introductions were made, with each person present introducing themselves to the meeting of the council.
""",
        {
            ("Councillor R Lumb", "member", None),
            ("District Councillor Mrs Lesley Roe", "member", None),
            ("District Councillor Liz Clay", "member", None),
            ("James Shaw", "officer", "Deputy Monitoring Officer (NWDC)"),
            ("Katie Cole", "officer", "Senior Democratic Officer (NWDC)"),
            ("Mr Mark Scholes", "officer", None),
        },
    ),
    "roll_called_without_a_label": (
        """\
Minutes of Meeting of the Strathoran Council held in the Council Chamber on Thursday, 5 September 2019 at 10.00am.

1. Calling of the Roll and Apologies for Absence

Mr G Adam, Mr R Baird (v/c), Mrs J Orr, Ms K Lowrie, Mrs G Hay-Moir

Mr B Lorne in the Chair

Apologies for absence were intimated on behalf of Mr B Ross and Miss J Cairns.

2. Declarations of Interest
""",
        {
            ("Mr G Adam", "member", None),
            ("Mr R Baird", "member", "v/c"),
            ("Mrs J Orr", "member", None),
            ("Ms K Lowrie", "member", None),
            ("Mrs G Hay-Moir", "member", None),
            ("Mr B Lorne", "chair", None),
            ("Mr B Ross", "apologies", None),
            ("Miss J Cairns", "apologies", None),
        },
    ),
    "places_and_who_came_from_them": (
        """\
Annual Meeting of the Kilmorran Community Forum
Wednesday 4th June 2025 @ 19:00 in the Centre
1) Welcome
Present:
Alder: Apologies from Tilda Crum and Barbara Bain
Birk and Haldane: No rep
Carse: Jack Ford, Apologies from Fiona Jen
Dell: John Hay, Mary Lear
Esk: Isobel Plum (IP) (Forum Chair)
2) Report
""",
        {
            ("Tilda Crum", "apologies", "Alder"),
            ("Barbara Bain", "apologies", "Alder"),
            ("Jack Ford", "member", "Carse"),
            ("Fiona Jen", "apologies", "Carse"),
            ("John Hay", "member", "Dell"),
            ("Mary Lear", "member", "Dell"),
            ("Isobel Plum", "chair", "Forum Chair"),
        },
    ),
    "escaped_numbers_and_paragraphs": (
        """\
Minutes of Wick Fen Parish Council

held in the Hall at 7.30pm

on Wednesday 15th September 2004

1\\. Those attending: Mr M Cox (Chairman), Mrs M Lea, Mrs T Ham,

Mr C Stock, Mrs Neve (Clerk) 16 members of the public

2\\. Apologies for Absence received from Mr B Hart, Mr Rand and

Mr M Ewan

3\\. Declarations of interest - None
""",
        {
            ("Mr M Cox", "chair", None),
            ("Mrs M Lea", "member", None),
            ("Mrs T Ham", "member", None),
            ("Mr C Stock", "member", None),
            ("Mrs Neve", "officer", "Clerk"),
            ("Mr B Hart", "apologies", None),
            ("Mr Rand", "apologies", None),
            ("Mr M Ewan", "apologies", None),
        },
    ),
    "initials_in_columns_and_posts_before_names": (
        """\
Minutes of a Meeting of Carrick Fen District Council held in the Chamber on Tuesday, 13 September 2011.

In the Chair:               Mayor (Councillor J Montrose)

Other Members Present:      P J Bateman            J Camber
                            Mrs E A Forbes         J F Kerr
                            Aldermen A G Ewing, T Jeffs, W A Leath,
                            S Marsh and J Tilley

Officers Present:           Chief Executive - J Dixie
                            Director of Operations - G Girvin
                            Mrs Audrey Junkers (Chief Executive's Secretary)

1      Minutes
""",
        {
            ("Councillor J Montrose", "chair", "Mayor"),
            ("P J Bateman", "member", None),
            ("J Camber", "member", None),
            ("Mrs E A Forbes", "member", None),
            ("J F Kerr", "member", None),
            ("Alderman A G Ewing", "member", None),
            ("Alderman T Jeffs", "member", None),
            ("Alderman W A Leath", "member", None),
            ("Alderman S Marsh", "member", None),
            ("Alderman J Tilley", "member", None),
            ("J Dixie", "officer", "Chief Executive"),
            ("G Girvin", "officer", "Director of Operations"),
            ("Mrs Audrey Junkers", "officer", "Chief Executive's Secretary"),
        },
    ),
    "initials_between_name_and_post": (
        """\
Ashby and Vale CCG Governing Body Meeting in Public
Held on 13th January 2022 via Microsoft Teams
Present:
Dr Avi Bhati AB Clinical Chair
Richard Chapel RCp Chief Finance Officer
Professor Ian Shore IS Lay Member for Primary Care (part meeting)
Apologies:
Dr Robyn Dew RD Director of Public Health – Ashby City Council
GBP/2122/214: Welcome
""",
        {
            ("Dr Avi Bhati", "chair", "Clinical Chair"),
            ("Richard Chapel", "member", "Chief Finance Officer"),
            ("Professor Ian Shore", "member", "Lay Member for Primary Care"),
            ("Dr Robyn Dew", "apologies", "Director of Public Health - Ashby City Council"),
        },
    ),
    "all_in_one_paragraph": (
        """\
Minutes of the meeting of Wellow Town Council held in the Church Hall on Monday, 6th August 2007 at 7pm

PRESENT: Councillor D. Mitten (chairman), who presided, Councillors Mrs G. Cope, J. Gover and S. Wills, and the clerk A. Browne and the assistant to the clerk Mrs J. Thorn. There were apologies from Councillors P. Critch (vice chairman), who was ill, and R. Hensley. There were 8 members of the public present.

14365 ANNOUNCEMENTS
""",
        {
            ("Councillor D. Mitten", "chair", None),
            ("Councillor Mrs G. Cope", "member", None),
            ("Councillor J. Gover", "member", None),
            ("Councillor S. Wills", "member", None),
            ("A. Browne", "officer", "clerk"),
            ("Mrs J. Thorn", "officer", "assistant to the clerk"),
            ("Councillor P. Critch", "apologies", "vice chairman"),
            ("Councillor R. Hensley", "apologies", None),
        },
    ),
    "labels_in_the_line_and_people_told_of": (
        """\
Minutes of the Wells Parish Council on Tuesday 20th August 2019 at the Parish Office

Present: Chairman: Cllr Mrs Prior Councillors: Mrs Bolt, Dipple, Mann
Clerk: Mrs Scribe Members of public: 3

Mr D Thom, PCC Link Officer, was in attendance.

1. Welcome

2. Apologies for Absence – Cllr Canning
""",
        {
            ("Cllr Mrs Prior", "chair", None),
            ("Councillor Mrs Bolt", "member", None),
            ("Councillor Dipple", "member", None),
            ("Councillor Mann", "member", None),
            ("Mrs Scribe", "officer", None),
            ("Mr D Thom", "officer", "PCC Link Officer"),
            ("Cllr Canning", "apologies", None),
        },
    ),
    "those_in_attendance_alone": (
        """\
Minutes of the Aber Community Council, 14th May 2024

In Attendance
Councillors S Hughson (SH) Chair, P March (PM) vice-chair, C Burl (CB) G Wilkes (GW), D Court (DC),), J Tudor (JT), Kerry Wells (KW), was in attendance.

1) Apologies - Councillors T Doley and B Ellis.
""",
        {
            ("Councillor S Hughson", "chair", None),
            ("Councillor P March", "member", "vice-chair"),
            ("Councillor C Burl", "member", None),
            ("Councillor G Wilkes", "member", None),
            ("Councillor D Court", "member", None),
            ("Councillor J Tudor", "member", None),
            ("Councillor Kerry Wells", "member", None),
            ("Councillor T Doley", "apologies", None),
            ("Councillor B Ellis", "apologies", None),
        },
    ),
    "groups_under_one_heading": (
        """\
Minutes of the Harbours Forum, 10 December 2018

Attendees and apologies

Health board chairs

  • Martin Keel, NHS Arden
  • Penny Holt, NHS Wells

Government officials

  • Paul Gower, Director of Harbours

Apologies

  • Ruth Robson, NHS Deeps

1. Welcome
""",
        {
            ("Martin Keel", "member", "NHS Arden"),
            ("Penny Holt", "member", "NHS Wells"),
            ("Paul Gower", "officer", "Director of Harbours"),
            ("Ruth Robson", "apologies", "NHS Deeps"),
        },
    ),
    "apologies_told_under_their_number": (
        """\
Minutes of the Bryn Community Council held on 19th July 2022

1          Present

Councillors, Mr Tom Owens (Chair), Mrs Sara Barnes. Also: County Councilor Mr Alun Wynn

2         Apologies

were received from: Councillors Mr Gwyn Evans & Mr Les Thorne. Also: County Councilor Mr John Ivor

3         Welcome
""",
        {
            ("Councillor Mr Tom Owens", "chair", None),
            ("Councillor Mrs Sara Barnes", "member", None),
            ("County Councilor Mr Alun Wynn", "officer", None),
            ("Councillor Mr Gwyn Evans", "apologies", None),
            ("Councillor Mr Les Thorne", "apologies", None),
            ("County Councilor Mr John Ivor", "apologies", None),
        },
    ),
    "employees_and_initials_that_are_articles": (
        """\
Minutes of the Glyn Community Council held on 19th October 2023

Present: Chair Cllr. C Edwins, Cllr. A Hipsley, Cllr. R A Willis
Council Employees Present: RFO Clive Bakewell, Clerk Linda Evans
82/23 Declarations of Interest: None.
""",
        {
            ("Cllr. C Edwins", "chair", None),
            ("Cllr. A Hipsley", "member", None),
            ("Cllr. R A Willis", "member", None),
            ("Clive Bakewell", "officer", "RFO"),
            ("Linda Evans", "officer", "Clerk"),
        },
    ),
    "titles_before_names_and_people_unable_to_attend": (
        """\
Minutes of the Deeps Town Council, 27 April 2021

Present: The Mayor, Cllr. D. Hobbs (in the chair), Rita Bayle (Deputy Mayor) Teresa McCabe, Tony Hodge, Jean McInnes (unable to attend today's meeting)

The Town Clerk, Mrs. L.M. Phelps, the Town Clerk's Assistant, Mrs. M.C. Vine and a member of the public were also present.

In Attendance: Partnership Manager, Ms. J. Wilks, Clerk to the Council

1. Welcome
""",
        {
            ("Cllr. D. Hobbs", "chair", "Mayor"),
            ("Rita Bayle", "member", "Deputy Mayor"),
            ("Teresa McCabe", "member", None),
            ("Tony Hodge", "member", None),
            ("Jean McInnes", "apologies", None),
            ("Mrs. L.M. Phelps", "officer", "Town Clerk"),
            ("Mrs. M.C. Vine", "officer", "Town Clerk's Assistant"),
            ("Ms. J. Wilks", "officer", "Clerk to the Council"),
        },
    ),
    "register_with_empty_cells": (
        """\
Minutes of the Holly School Governing Body held on Tuesday 19 March 2024

| Name | Category | Role | Present / Apologies |
|------|----------|------|---------------------|
| Adaeze Nwosu | Co-opted | Chair | Present |
| Mrs K Blunt | Headteacher | | Present |
| Shazia Iqbal | Parent | | Present (via Teams) |
| Cllr Ray Oddie | Local Authority | | Absent |

### 1. Welcome
""",
        {
            ("Adaeze Nwosu", "chair", "Co-opted"),
            ("Mrs K Blunt", "member", "Headteacher"),
            ("Shazia Iqbal", "member", "Parent"),
            ("Cllr Ray Oddie", "apologies", "Local Authority"),
        },
    ),
}


@pytest.mark.parametrize("name", ROLLS)
def test_rolls(name):
    """Everybody on the roll is found once, in the capacity and with the title that is printed, and nobody else."""
    text, wanted = ROLLS[name]
    document = build(f"{name}.txt", text)
    facts = list(attendance.extract(Context(document, find_head(document), None)))
    assert {(fact.person, fact.capacity, fact.role) for fact in facts} == wanted
    assert all(document.text[f.evidence.start : f.evidence.end] == f.evidence.quote for f in facts)


def test_role_told_in_the_text():
    """Somebody on the roll without title takes the organisation that the text prints beside the full name."""
    text = "Minutes of the Roads Forum held on 4 May 2016\n\nPresent: Ann Hart, Ben Low\n\n1. Report\n\nBen Low from Arden Water spoke.\n"
    document = build("a.txt", text)
    facts = attendance.extract(Context(document, find_head(document), None))
    assert {(fact.person, fact.role) for fact in facts} == {("Ann Hart", None), ("Ben Low", "Arden Water")}


def test_no_minutes_no_attendance():
    """A paper that is no record of a meeting has no attendance, whoever it names."""
    document = build("a.txt", "Terms of Reference\n\nMembers:\nAnn Hart\n")
    assert not list(attendance.extract(Context(document, find_head(document), None)))
