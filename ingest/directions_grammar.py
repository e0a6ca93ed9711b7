"""What one sentence says of statutory directions: their dates, issuer, addressee, end, and what is revoked.

A date beside directions can be the day they were made, the day they take effect, the day something is due under them,
the day they end, or the day of something else (a report, a letter). Invariant: only a date that the words tie to the
making is a direction's own. Senses of the word that impose nothing (`direction of travel`) are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .dates import DateMention, find_dates
from .sought import Sought

NOUN = Sought(re.compile(r"\b(?:Directions?|DIRECTIONS?|directions?)\b"), "direction")
_LOOSE = re.compile(
    r"\b(?:(?:strategic|clear|overall|future|same|right|either|both|political|policy|general|opposite|travel|and|sense\s+of|set\s+the|provid\w+\s+\w*)\s+)directions?\b(?!\s+(?:dated|made|issued|given|under|requir))|\b(?:under|at)\s+(?:the|his|her|their)\s+(?:general\s+)?(?-i:direction)\b(?!\s+(?:dated|made|issued|given))|\bdirections?\s+of\s+travel\b|\bdirections\s+to\s+the\s+(?:venue|meeting)\b",
    re.IGNORECASE,
)
_GIVE = r"(?:g[ai]ve[ns]?|giving|issu(?:e[sd]?|ing)|ma[dk]es?|making|placed|impos(?:e[sd]?|ing)|serv(?:e[sd]?|ing)|sent|sign(?:s|ed)|laid|publish(?:es|ed)|directed)"
_GIVING = re.compile(rf"\b{_GIVE}\b|\bsubject\s+to\b|\bunder\s+(?:[A-Z]\w+\s+){{0,3}}[Dd]irections?\b", re.IGNORECASE)
_PAGE = 5000
_CAPS = r"[A-Z][\w'&-]*"
_TITLE = rf"{_CAPS}(?:(?:,\s+|,?\s+and\s+|\s+&\s+|\s+of\s+|\s+for\s+|\s+)(?:the\s+)?(?!Direction|Act\b|In\b|On\b){_CAPS}){{0,14}}"
_ISSUER = re.compile(
    rf"\b(?:Secretary\s+of\s+State(?:\s+(?:for|of)\s+(?:the\s+)?{_TITLE})?|SoS(?:\s+for\s+{_TITLE}|\w*)|(?:Welsh|Scottish)\s+Ministers|Ministers?\s+(?:of\s+State\s+)?(?:for|of)\s+(?:the\s+)?{_TITLE}"
    rf"|(?:Home|Education|Health|Health\s+and\s+Social\s+Care|Communities|Environment|Transport|Local\s+Government|Levelling\s+Up)\s+Secretary|Lord\s+Chancellor|Mayor\s+of\s+[A-Z]\w+)"
)
_BY = re.compile(
    rf"(?:directions?|issued|given|made|served)\s+(?:[\w\s]{{0,30}}?\s)?(?:by|from)\s+(?:the\s+)?(?P<i>{_TITLE})",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?:^|,\s+|\bthe\s+|\bThe\s+|\bthat\s+)(?P<i>{_TITLE})\s+(?:has|have|had)?\s*(?:(?:also|since|then|subsequently|now)\s+)*(?:gave|given|issued|issues|made|makes|served|imposed|sent)\s[^.;]{{0,60}}?[Dd]irections?\b"
)
_HEADS = (
    r"(?:[Cc]ouncil|[Aa]uthority|Trust|Board|Corporation|Commissioners?|Governing\s+[Bb]ody|Borough|Association|College|School|Academy|Service|"
    r"Company|University|Agency|Commission|Committee|Police|Provider|Landlord|County|City|Regulator|Executive|Mayor)"
)
_BODY = rf"(?:[Tt]he\s+)?(?:{_CAPS}\s+(?:(?:of|and|upon|for)\s+(?:the\s+)?)?){{0,6}}{_HEADS}(?:\s+of\s+{_CAPS}(?:\s+{_CAPS})?)?(?!\s+Act\b)(?!\w)"
_TO = re.compile(
    rf"\b(?:to|on|upon|against|in\s+relation\s+to|in\s+respect\s+of|requir(?:es|ed|ing|e)|direct(?:s|ed|ing)|sent|gave|given|served|issued)\s+(?P<a>{_BODY})"
)
_PLACED = re.compile(
    rf"(?P<a>{_BODY})\s+(?:(?:was|were|is|are|has\s+been|have\s+been|had\s+been|being|became|remains?)\s+)?(?:\w+\s+)?(?:placed\s+under|made\s+subject|subject\s+to|issued\s+with|served\s+with|given|received|in\s+receipt\s+of|directed)\b"
)
UNTIL = re.compile(
    r"(?:\buntil|\bconcludes?(?:\s+on)?|\bwould\s+conclude\s+on|\bexpir(?:es?|ing|y)(?:\s+(?:on|of))?|\b(?:to|will|would|due\s+to|shall|which)\s+(?:end|lapse|expire|cease)(?:s\b)?\s*(?:on|in|to\s+have\s+effect\s+(?:on|in))?|\bends?\s+(?:on|in)|\bruns?\s+(?:to|until|through\s+to)|\bremain\w*\s+in\s+(?:force|place|effect)\s+(?:to|up\s+to)|\bcease[s]?\s+to\s+have\s+effect\s+(?:on|at|from)|\bup\s+to|\bcom(?:e|es|ing)\s+to\s+an\s+end\s+(?:on|in|at))\s+(?:and\s+including\s+)?(?:the\s+)?(?:(?:end|close)\s+of\s+)?(?:midnight\s+on\s+)?$",
    re.IGNORECASE,
)
ENDED = re.compile(
    r"\b(?:(?:revoked|lifted|withdrawn|rescinded|expired|lapsed|ended|superseded|replaced|concluded)(?:\s+by\s+[^.;,]{1,60})?,?\s+(?:on|in|with\s+effect\s+from|as\s+(?:of|from)|from)|ceased\s+to\s+have\s+effect\s+(?:on|in|from)|came\s+to\s+an\s+end\s+(?:on|in))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FORCE = re.compile(
    r"\b(?:effect|effective|force|applies|apply|applying|starting|commencing|commence[sd]?|beginning|functions|period)\s+(?:from|on|as\s+from|with)?\s*(?:the\s+)?$|\bfrom\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"\b(?:by|before|later\s+than|within|at\s+the\s+end\s+of|from|due\s+(?:on|in)|since|after|between|following)\s+(?:the\s+)?(?:end\s+of\s+)?(?:\d{1,2}(?:[.:]\d\d)?\s*[ap]\.?m\.?\s+on\s+)?$",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:report(?:s|ed)?|letters?|wrote|inspect(?:ed|ion)|meetings?|received|representations|review(?:ed)?|visit(?:ed)?|hearing|judge?ment|plans?|agreed|approved|resolved|considered|election|appointed|submitted|responded|replied|consultation|cabinet\s+on|committee\s+on)\b",
    re.IGNORECASE,
)
_POWER = re.compile(
    r"\b[Ss]ections?\s+\d|\bs\.\s?\d|\b[Rr]egulation\s+\d|\bstatutory\b|\bAct\s+(?:19|20)\d\d|\b(?:D|draft\s+d)irections?\b|\bdirection\s+dated\b"
)
_COURT = re.compile(
    r"\b(?:[Tt]ribunal|[Jj]udge|[Cc]ase\s+management|[Cc]oroner|High\s+Court\s+gave|[Ss]tage\s+directions)\b"
)
_STATUTORY = re.compile(r"\b(?:statutory|ministerial|improvement|Secretary\s+of\s+State's|Minister's)\s+(?:\w+\s+)?$")
_PASSIVE = re.compile(
    r"[^.;]{0,70}?\b(?:are|is|were|was|(?:have|has|had)(?:\s+\w+)?\s+been)\s+(?:hereby\s+|now\s+|subsequently\s+|later\s+)*(?:revoked|lifted|withdrawn|rescinded|superseded|replaced)\b",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"\b(?:draft|proposed|minded\s+to|intended|intends\s+to|proposes\s+to|propose)\b[^.;]{0,60}?\b[Dd]irections?\b",
    re.IGNORECASE,
)
REVOKED = re.compile(
    r"\b(?:revok(?:ed|es|ing)|replac(?:ed|es|ing|e)|supersed(?:ed|es|ing|e)|lapsed|expired|withdrawn|rescinded|lifted|ceased\s+to\s+(?:have\s+effect|be\s+in\s+force))\b",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"\b(?:revok(?:ed|es|ing|e)|replac(?:ed|es|ing|e)|supersed(?:ed|es|ing|e)|in\s+place\s+of|withdrew|rescind(?:ed|s))\s+(?:all\s+)?(?:the\s+|those\s+|these\s+)?(?:(?:previous|earlier|existing|original|former)\s+)?(?:[Dd]irections?\s+)?(?:(?:issued|made|given|dated|of)\s+)*(?:on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One dated direction as a sentence tells of it; the passage is `sentence[start:end]`."""

    date: str
    start: int
    end: int
    draft: bool = False
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says of directions; `ends` are (date, already ended)."""

    told: tuple[Told, ...] = ()
    issuer: str | None = None
    addressee: str | None = None
    ends: tuple[tuple[str, bool], ...] = ()
    draft: bool = False
    years: tuple[str, ...] = field(default=())


def statutory(sentence: str) -> bool:
    """Whether the directions of a sentence are plainly those of the law: by their giver, their power, or their capital."""
    return bool(_ISSUER.search(sentence) or _POWER.search(sentence)) and not _COURT.search(sentence)


def speaks(sentence: str) -> bool:
    """Whether a sentence speaks of directions in the sense of the law."""
    return any(
        not any(m.start() <= n.start() < m.end() for m in _LOOSE.finditer(sentence)) for n in NOUN.finditer(sentence)
    )


def read(sentence: str) -> Reading:
    """What a sentence that speaks of directions says of them (what runs on for pages is read as far as a page goes)."""
    sentence = sentence[:_PAGE]
    dates = find_dates(sentence, years=True)
    told: list[Told] = []
    ends: list[tuple[str, bool]] = []
    years: list[str] = []
    nouns = list(NOUN.finditer(sentence))
    draft = bool(_DRAFT.search(sentence))
    last = -1
    for place, date in enumerate(dates):
        before = sentence[max(0, date.start - 260) : date.start]
        chained = last == place - 1 >= 0 and re.fullmatch(
            r"\s*(?:,|and|&|,\s+and|and\s+on|,\s+on)\s*(?:the\s+)?", sentence[dates[place - 1].end : date.start]
        )
        if ended := ENDED.search(before):
            ends.append((date.iso, True))
            del ended
        elif UNTIL.search(before):
            ends.append((date.iso, False))
        elif len(date.iso) == 4:
            if re.match(r"\s+[Dd]irections?\b", sentence[date.end :]) or re.search(
                r"\b[Dd]irections?\s*,?\s+(?:of\s+)?$", before
            ):
                years.append(date.iso)
                if re.search(r"\b[Dd]irections?\s+of\s+$", before):
                    told.append(Told(date.iso, _lead(sentence, nouns[0].start(), date.start), date.end))
                    last = place
        elif chained or (nouns and _made(sentence, nouns, date)):
            first = min((n for n in nouns), key=lambda n: abs(n.start() - date.start))
            start = told[-1].start if chained and told else _lead(sentence, first.start(), date.start)
            told.append(
                Told(
                    date.iso,
                    start,
                    max(date.end, first.end() if first.start() < date.end + 120 else 0),
                    draft,
                    bool(_ACTIVE.search(before) or _PASSIVE.match(sentence[date.end :])),
                )
            )
            last = place
    issuer = _ISSUER.search(sentence) or (_SUBJECT.search(sentence) or _BY.search(sentence) if told else None)
    name = issuer["i"] if issuer and "i" in issuer.re.groupindex else issuer[0] if issuer else None
    near = told[0].start if told else nouns[0].start() if nouns else 0
    far = told[-1].end if told else near
    to = min(
        (m for rule in (_PLACED, _TO) for m in rule.finditer(sentence) if m["a"] != name),
        key=lambda m: (
            max(near - m.end("a") + (0 if m.re is _PLACED else 60), m.start("a") - far, 0),
            m.start("a"),
        ),
        default=None,
    )
    return Reading(
        tuple(told),
        re.sub(r"^[Tt]he\s+", "", " ".join(name.split())) if name else None,
        re.sub(r"^[Tt]he\s+", "", " ".join(to["a"].split())) if to else None,
        tuple(ends),
        draft,
        tuple(years),
    )


def _made(sentence: str, nouns: list[re.Match[str]], date: DateMention) -> bool:
    """Whether the words tie a date to the making of a direction."""
    near = [n for n in nouns if abs(n.start() - date.start) < 400]
    if not near:
        return False
    floor = max(0, near[0].start() - 400)
    before, after = sentence[floor : date.start], sentence[date.end : date.end + 400]
    if re.match(r"\s+[Dd]irections?\b", after):
        return True
    if _ACTIVE.search(before):
        return True
    past = [n for n in near if n.end() <= date.start]
    if past:
        between = sentence[past[-1].end() : date.start]
        dated = re.search(r"\b(?:dated|made|issued|given|served|signed)(?:\s+on|\s+in)?\s+(?:the\s+)?$", between)
        plain = len(between) < 130 and re.search(r"(?:\bon|\bin|\bof|\bdated|,)\s+(?:the\s+)?$", between)
        if (
            (dated or plain)
            and not _ELSE.search(between)
            and not (not dated and (_FORCE.search(before) or _DUE.search(before)))
        ):
            at_once = (
                len(between) < 9
                and (sentence[past[-1].start()] == "D" or _STATUTORY.search(sentence[: past[-1].start()]))
                and re.fullmatch(r"\s+(?:of|in|dated)\s+", between)
            )
            return (
                bool(dated or at_once) or bool(_GIVING.search(sentence)) or bool(re.search(r"\bfrom\s+the\b", between))
            )
    opening = re.search(
        r"(?:^|[,;:(]\s*|\bthat\s+|\bwhen\s+|\bwhere\s+|\band\s+)(?:[Oo]n|[Ii]n|[Dd]ated)\s+(?:the\s+)?$", before
    )
    ahead = next((n for n in near if n.start() >= date.end and n.start() - date.end < 240), None)
    if opening and ahead:
        between = sentence[date.end : ahead.end()]
        if re.search(r"\bby\s+(?:means\s+of\s+)?(?:revised|further|new|fresh|amended)\s+[Dd]irections?$", between):
            return True
        return bool(_GIVING.search(between)) and not re.search(
            r"\bwrote\b|\breport\s+(?:was|under)\b|\bhearing\b", between
        )
    return False


def _lead(sentence: str, noun: int, date: int) -> int:
    """Where the passage that ties a direction to its date begins: at its issuer or its adjectives."""
    at = min(noun, date)
    issuer = next((m for m in _ISSUER.finditer(sentence) if m.start() < at and at - m.start() < 120), None)
    if issuer:
        the = re.search(r"\b[Tt]he\s+(?:then\s+)?$", sentence[: issuer.start()])
        return the.start() if the else issuer.start()
    lead = re.search(
        r"(?:\b(?:new|draft|revised|fresh|further|the|a|statutory|on|in|first|second)\s+)+$",
        sentence[:at],
        re.IGNORECASE,
    )
    return lead.start() if lead else at
