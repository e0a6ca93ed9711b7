"""Forms of words that state a line of reporting or accountability.

Invariant: each form needs a verb or noun of reporting, giving account or receiving reports; giving notice is none.
"""

from __future__ import annotations

import re

from .sought import Sought

REPORTS = re.compile(
    r"^(?:[Tt]o\s+)?(?:\w+\s+and\s+)?(?:also\s+|then\s+|in\s+turn\s+|jointly\s+)?(?:report(?:ing)?\b(?!\s+(?:lights|any|trees|street|faults|culvert|defects|incidents?))|(?:submit|provid|present|mak|giv|prepar|produc|deliver)\w*\s+(?:[\w' -]{0,90}?)\b(?:reports?|updates?|submissions?|accounts?|briefings?)\b|(?:send|supply|issue)\s+(?:an?|its|their|regular|quarterly|monthly|annual|six-monthly)\s+[\w' -]{0,60}?\b(?:reports?|updates?|briefings?)\b|account\s+to|updat(?:e|ing)\s+(?:the\s+)?[A-Z])",
    re.IGNORECASE,
)
VERB = Sought(
    re.compile(
        r"\b(?:(?:will|shall|must|to|would|should\s+in\s+future|now|also|who|which|is\s+to|are\s+to|required\s+to|and)\s+(?:also\s+|then\s+|normally\s+|directly\s+|formally\s+)*)?(?P<v>reports?(?:\s+back)?|(?:submits|provides|presents|gives|makes)\s+(?:an?|its|their|regular|the)\s+(?:[\w-]+\s+){0,3}?(?:reports?|updates?|briefings?)|mak(?:e|es|ing)\s+(?:a|an|its|their|regular)\s+(?:\w+\s+)?reports?|feedback|feeds?\s+back|reporting)\s+(?:[\w-]+ly\s+|back\s+|on\s+(?:the\s+)?[\w ,']{3,70}?\s+|progress\s+|monthly\s+|directly\s+|in\s+|formally\s+|(?<=reports\s)(?:(?!to\b|that\b|from\b)[a-z-]+\s+){1,4}?)*?(?:to|at\s+(?:a|each|every|the\s+next)\s+(?:future\s+)?meetings?\s+of)\s+(?=(?:the\s+|its\s+|their\s+|full\s+|each\s+|this\s+|a\s+)?[A-Za-z])"
    ),
    "report",
    "feed",
    "update",
    "briefing",
)
ACCOUNTABLE = re.compile(
    r"\b(?:is|are|be|remain|remains|being)\s+(?:an?\s+(?:[\w-]+\s+){1,5}?(?:which\s+is\s+|that\s+is\s+)?)?(?:directly\s+|ultimately\s+|also\s+|democratically\s+|formally\s+|fully\s+)*(?P<how>accountable|answerable|responsible)\s+to\s+"
)
HOLDS = Sought(
    re.compile(
        r"\bhold(?:ing|s)?\s+to\s+account\s+(?P<who2>[^.;]{3,90}?)(?=\s+(?:for|on|in|over)\b|[.;]|$)|\b(?:hold|holds|holding|held)\s+(?:to\s+)?(?P<who>[^.;]{3,90}?)\s+to\s+account\b",
        re.IGNORECASE,
    ),
    "account",
)
RECEIVES = Sought(
    re.compile(
        r"(?P<src>(?:an?\s+|the\s+)?[A-Z][\w' -]{2,50}?)\s+from\s+(?:which|whom)\s+(?P<who>the\s+[\w' -]{3,60}?)\s+(?:will|shall|is\s+to)\s+receive\s+(?:\w+\s+){0,3}?(?:reports?|updates?)\b|\breceiv\w+\s+(?:[\w-]+\s+){0,4}?(?:reports?|updates?|minutes)\s+(?:[\w ]{0,30}?)(?:from|of)\s+(?P<from>(?:the\s+)?[\w'& -]{3,70}?)(?=\s+(?:on|about|regarding|how|at|in|for|to|as)\b|[.;,]|$)",
        re.IGNORECASE,
    ),
    "receiv",
)
OWN_REPORT = re.compile(
    r"\b[Rr]eceiv\w+\s+(?:and\s+\w+\s+)?(?:the\s+|regular\s+|an?\s+|\w+ly\s+)*(?P<who>[A-Z][\w-]*(?:\s[A-Za-z][\w-]*){0,3}?)(?:'s|s')?\s+(?:annual\s+|quarterly\s+|monthly\s+|termly\s+)?reports?\b"
)
"""A report that goes by who gives it (`receive the Headteacher's report`)."""
BETWEEN = Sought(
    re.compile(
        r"\breporting\s+(?:lines?|arrangements?)\s+(?:\w+\s+)?between\s+(?:the\s+)?(?P<low>[A-Z][\w' &-]+?)\s+and\s+(?:the\s+)?(?P<high>[A-Z][\w' &-]+?)(?=[.;,]|$)"
    ),
    "between",
)
PASSIVE = Sought(
    re.compile(
        r"\b(?P<what>[\w' -]{0,60}?(?:reports?|updates?|submissions?))\b(?:[^.;]{0,60}?)\b(?:will|shall|must|to|are|is)\s+(?:also\s+)?be\s+(?:provided|submitted|made|given|sent|presented)\s+(?:[\w ]{0,30}?)to\s+",
        re.IGNORECASE,
    ),
    " be ",
)
AGREED = Sought(
    re.compile(
        r"\b(?:has|have)\s+(?:also\s+)?(?:agreed|undertaken|committed)\s+to\s+(?P<act>(?:provide|send|submit|give|supply|make|report|update|present)\b[^.;]*?\b(?:reports?|updates?|returns?|briefings?|statements?)\b|report\s)"
    ),
    "agreed",
    "undertaken",
    "committed",
)
"""A standing undertaking to report."""
HELD_BY = Sought(
    re.compile(
        r"\b(?:(?:is|are|will\s+be|shall\s+be|must\s+be|may(?:\s+also)?\s+be)\s+)(?:also\s+|regularly\s+)?held\s+to\s+account\s+(?:for\s+[^,.;]{3,80}?\s+)?by\s+"
    ),
    "to account",
)
SUBMISSION = Sought(
    re.compile(
        r"\b(?:quarterly|monthly|annual|regular|six[\s-]monthly|weekly)\s+(?:submissions?|reports?|updates?)\s+to\s+(?:the\s+)?(?P<to>[A-Z][\w'& ]*?)(?:\s+(?:reporting\s+)?on\s+(?P<what>[^.;]+))?(?=[.;]|$)",
        re.IGNORECASE,
    ),
    "terly",
    "thly",
    "annual",
    "regular",
    "kly",
)
ACCOUNTS = re.compile(
    r"(?:accountab(?:le|ility)|reports?|reporting|answerable)(?:\s+(?:to|line|lines|arrangements))?", re.IGNORECASE
)
NAMES_ALONE = re.compile(
    r"(?:(?:[Dd]irectly\s+)?(?:[Aa]ccountable|[Rr]eports?|[Rr]eporting)\s+(?:directly\s+)?to\s+)?(?:[A-Z][\w'&/-]*|the|full)(?:,?\s+(?:[A-Z][\w'&/-]*|of|the|and|for|&|in|on|its|full))*"
)
"""A row or line that consists of names."""
SPEAKS = re.compile(r"report|account|answer|responsib|receiv|updat|submission|feed|Report|Updat|Submission|Quarterly")
"""What any sentence that states a line of reporting has in it."""
NOUN = re.compile(
    r"\b(?:an?|the|this|that|its|their|his|her|our|first|second|third|final|interim|annual|quarterly|monthly|progress|written|latest|last|next|Clerk)\s+$"
)
"""What stands before `report` where it is a noun, or a task noted without its modal (`Clerk report to …`)."""
NARRATED = re.compile(
    r"\b(?:reported\s+to|has\s+reported|had\s+reported|was\s+reported|were\s+reported|expect\s+to\s+report|incidents?|breach)\b",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:on|about|regarding)\s+(?P<w>(?!an?\s+\w+ly\s+basis|a\s+quarterly)[^.;]+?)(?=\s+(?:every|each|twice|at\s+(?:a|its|each|every)|by\s+\d|to\s+(?:the\s+)?[A-Z]|from\s+\d|within)\b|,\s*(?:the\s+first|on\s+a)|[.;]|$)"
)
