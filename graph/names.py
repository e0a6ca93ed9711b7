"""Comparison of names: of people, of bodies and posts, of their short forms.

Invariant: honorifics never make two people and a shared surname never makes one; a short form matches a longer name only
by its letters or words, in order.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "baroness",
        "baron",
        "viscount",
        "earl",
        "rev",
        "revd",
        "reverend",
        "cllr",
        "cllrs",
        "clr",
        "councillor",
        "councillors",
        "alderman",
        "ald",
        "rt",
        "hon",
        "the",
        "honourable",
        "right",
        "county",
        "mayor",
        "mep",
        "mp",
        "ms",
        "am",
        "msp",
        "cbe",
        "obe",
        "mbe",
        "kbe",
        "dbe",
        "kc",
        "qc",
        "jp",
        "dl",
        "frs",
        "ba",
        "bsc",
        "ma",
        "msc",
        "phd",
        "hons",
    ]
)
_SMALL = frozenset({"of", "for", "the", "and", "in", "to", "on", "at", "a", "an", "s"})
_GENERIC = frozenset(
    [
        "board",
        "boards",
        "panel",
        "committee",
        "council",
        "councils",
        "authority",
        "group",
        "trust",
        "cabinet",
        "forum",
        "partnership",
        "commission",
        "commissioners",
        "department",
        "ministry",
        "agency",
        "office",
        "body",
        "company",
        "corporation",
        "chair",
        "chairman",
        "chairperson",
        "clerk",
        "mayor",
        "leader",
        "minister",
        "secretary",
        "adviser",
        "director",
        "plan",
        "plans",
        "regulations",
        "act",
        "directions",
        "direction",
        "members",
        "officers",
        "officer",
        "member",
        "governors",
        "trustees",
        "school",
        "government",
        "service",
        "services",
        "team",
        "executive",
        "framework",
        "improvement",
        "strategy",
        "programme",
        "report",
        "order",
        "convention",
        "scheme",
        "sub-group",
        "subgroup",
    ]
)
_ROLE = re.compile(
    r"\b(?:chair(?:man|woman|person)?|vice[- ]chair|director|directors|officer|officers|secretar(?:y|ies)\s+of\s+state|sos|sose|minister|ministers|leader|leaders|mayor|chief\s+executive|commissioners?|clerk|manager|managers|members?|head|advis[eo]r|councillors?|treasurer|secretary|governors?|representatives?|inspector|president|lead|leads|nurse|commander|headteacher|registrar|auditor|planner|solicitor|librarian|engineer|partners|cabinet\s+member)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:board|committee|council|panel|group|forum|authority|trust|department|ministry|cabinet|commission|agency|association|partnership|team|service|services|office|school|company|ltd|llp|plc|college|university|government|party|project|body|executive|constabulary|police|ofsted|union|network|consultants?)\b",
    re.IGNORECASE,
)
_NATIONAL = re.compile(
    r"^(?:(?:department|ministry|office)\s+(?:for|of)\b|home\s+office|cabinet\s+office|hm\s+\w+|secretary\s+of\s+state\s+(?:for|of)\b|treasury|minister\s+(?:for|of)\b|local\s+government\s+association$|ofsted$|welsh\s+government$|nhs\s+england$)",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name for comparison: lower case, plain, `&` as `and`, no article or possessive ending."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("’", "'").replace("&", " and ")
    plain = re.sub(r"'s\b", "s", plain).replace("'", "")
    found = re.findall(r"[\w]+", plain)
    return tuple(found[1:] if found[:1] in (["the"], ["a"], ["an"]) and len(found) > 1 else found)


def key(name: str) -> str:
    """A name for comparison, its small words left out."""
    kept = [w for w in words(name) if w not in _SMALL]
    if kept[:2] == ["secretary", "state"] and len(kept) > 2:
        kept = [w for w in kept if w not in {"department", "ministry"}]
    return " ".join(kept or words(name))


def body_key(name: str) -> str:
    """A body's name for comparison: as `key`, but `and` stays, since it can tell two bodies apart."""
    return " ".join([w for w in words(name) if w not in _SMALL or w == "and"] or words(name))


def national_name(name: str) -> str:
    """The one form of a national body's or minister's name: no short form in brackets, no `Department` after `for`."""
    plain = re.sub(r"\s*\([A-Za-z&]{2,10}\)", "", name).replace("&", "and").strip()
    plain = re.sub(r"^(?:the\s+)?secretary\s+of\s+state\s+(?:for|of)\s+(?:the\s+)?(?:(?:department|ministry)\s+(?:for|of)\s+)?", "Secretary of State for ", plain, flags=re.IGNORECASE)  # fmt: skip
    return re.sub(r"^(?:the\s+)?department\s+of\b", "Department for", plain, flags=re.IGNORECASE)


@lru_cache(maxsize=65536)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without honorifics and letters after it; the honorific itself if there is no more."""
    found = tuple(w for w in words(re.sub(r"\([^()]*\)", " ", name)) if w not in _HONORIFICS)
    return found or words(name)


def titles(name: str) -> frozenset[str]:
    """The honorifics of a person's name."""
    return frozenset(w for w in words(name) if w in _HONORIFICS)


def is_generic(name: str) -> bool:
    """Whether a name is a generic word (`the Board`, `Council`), which means another body in every paper."""
    found = [w for w in words(name) if w not in _SMALL]
    return all(w in _GENERIC or w in {"state", "states", "independent", "full", "lead", "new"} for w in found)


def is_national(name: str) -> bool:
    """Whether a name is by its form that of a ministry, a minister of state or another national body."""
    return bool(_NATIONAL.match(" ".join(words(name))))


def is_body_name(name: str) -> bool:
    """Whether a noun for a body stands in a name (`the Audit Committee`)."""
    return bool(_BODY.search(name))


def initials(name: str) -> frozenset[str]:
    """What the initials of a name's words can be: with and without its small words."""
    found = words(name)
    return frozenset({"".join(w[0] for w in found), "".join(w[0] for w in found if w not in _SMALL)})


def is_acronym(name: str) -> bool:
    """Whether a name is printed as an acronym (`RIB`, `DfE`, `SoSE`)."""
    return bool(re.fullmatch(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z&]{1,9}", name.strip()))


def abbreviates(short: str, long: str) -> bool:
    """Whether each word of a short name stands in the longer one, or is the initials of words there, in order."""
    mine, theirs = list(words(short)), [w for w in words(long) if w not in _SMALL]
    mine = [w for w in mine if w not in _SMALL]
    if not mine or len(mine) >= len(theirs) or (len(mine) == 1 and not is_acronym(short)):
        return False

    def fits(i: int, j: int) -> bool:
        if i == len(mine):
            return j == len(theirs)
        if j >= len(theirs):
            return False
        if mine[i] == theirs[j] and fits(i + 1, j + 1):
            return True
        size = len(mine[i])
        run = theirs[j : j + size]
        return 2 <= size <= 6 and len(run) == size and "".join(w[0] for w in run) == mine[i] and fits(i + 1, j + size)

    return fits(0, 0)


def kind_of(name: str, people: frozenset[str]) -> str:
    """Whether a party of a statement is a `person`, `post` or `body`; `people` are the known people's words, joined."""
    plain = " ".join(person_words(name))
    if plain in people or (
        titles(name)
        & {
            "cllr",
            "councillor",
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "sir",
            "dame",
            "prof",
            "professor",
            "lord",
            "lady",
            "baroness",
        }
        and not _ROLE.search(re.sub(r"(?i)councillors?", "", name))
    ):
        return "person"
    roles = list(_ROLE.finditer(name))
    inside = {at for role in roles for at in range(role.start(), role.end())}
    last_body = max((m.end() for m in _BODY.finditer(name) if m.start() not in inside), default=-1)
    if roles and (
        last_body < 0
        or last_body < roles[-1].end()
        or re.search(r"\b(?:of|for|to|at)\b|,", name[roles[0].end() : last_body])
    ):
        return "post"
    return "body"


def same_person(a: str, b: str) -> bool:
    """Whether two printed names can be one person's: the same words, or initials for the first names."""
    x, y = person_words(a), person_words(b)
    if x == y:
        return True
    if not x or not y or x[-1] != y[-1] or len(x) < 2 or len(y) < 2:
        return False
    return _first(x[0], y[0]) and (len(x) == len(y) or len(x) == 2 or len(y) == 2)


def _first(a: str, b: str) -> bool:
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def misprint(a: str, b: str) -> bool:
    """Whether two people's names differ by one dropped, added or changed letter in the surname alone."""
    x, y = person_words(a), person_words(b)
    if len(x) != len(y) or len(x) < 2 or x[:-1] != y[:-1] or min(len(x[-1]), len(y[-1])) < 4:
        return False
    s, t = sorted((x[-1], y[-1]), key=len)
    if len(t) - len(s) > 1:
        return False
    if len(s) == len(t):
        return sum(p != q for p, q in zip(s, t, strict=True)) == 1
    return any(t[:i] + t[i + 1 :] == s for i in range(len(t)))
