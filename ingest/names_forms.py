"""Short forms that a document uses without introducing them: initials, dropped words, surnames, first names.

Invariant: a short form is taken only where exactly one name of the document fits it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from ..graph.nicknames import nicknames
from .names_people import parts
from .names_short import fits
from .names_tokens import key_of
from .words import table, words

_PAPERS = words("plan_heads")
_COUNCILLORS = frozenset({"cllr", "cllrs", "clr", "cllor", "councilor", "councillors"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "an"})


def only(candidates: Iterable[str]) -> str | None:
    """The one candidate, or of several that say the same in more words the longest; None if they differ."""
    names = sorted(set(candidates), key=lambda n: (-len(n), n))
    if not names:
        return None
    longest = set(key_of(names[0]).split())
    return names[0] if all(set(key_of(name).split()) <= longest for name in names[1:]) else None


def by_initials(word: str, names: Iterable[str]) -> str | None:
    """The body, post or plan whose words' initials a word is."""
    letters = [c for c in word if c.isalpha()]
    if len(letters) < 2:
        return None
    return only(n for n in names if len(n) > len(word) + 3 and fits(word, n) and (word[-1] == "s" or not _several(n)))


def _several(name: str) -> bool:
    """Whether a name is of several bodies of a kind (Marley Boards), which no unintroduced initials stand for."""
    last = key_of(name).split()[-1]
    return last.endswith("s") and last[:-1] in table("body_generics")


def by_last_initials(word: str, names: Iterable[str]) -> str | None:
    """The body whose last words' initials a word is (HWB for Marley Health and Wellbeing Board)."""
    fitting: list[str] = []
    for name in names:
        own = name.split()
        ends = (" ".join(own[at:]) for at in range(1, len(own) - 1) if own[at][0].upper() == word[0])
        if own[-1] == word or any(fits(word, end) for end in ends):
            fitting.append(name)
    return only(fitting)


def initials(name: str) -> set[str]:
    """The initials that a person can be meant by: of all names, of the first and the last."""
    words = [w for part in parts(name) for w in part.replace("-", " ").split() if w[0].isalpha()]
    if len(words) < 2:
        return set()
    letters = [w[0].upper() for w in words]
    return {"".join(letters), letters[0] + letters[-1]}


def shorter(short: str, long: str) -> bool:
    """Whether a body's or plan's short name is a long one with its first words dropped or with words shortened.

    `Best Value Board` for `Marley Best Value Board`, `BM Committee` for `Business Management Committee`,
    `Marley CC` for `Marley County Council`, `Comms Group` for `Communications Group`.
    """
    a, b = key_of(short).split(), key_of(long).split()
    if not a or len(a) > len(b) or a == b:
        return False
    if len(a) >= 2 and a == b[-len(a) :]:
        return b[-len(a) - 1] not in _SMALL
    if a[0] != b[0] and a[0][0] != b[0][0]:
        return False
    if len(a) >= 3 and a[0] == b[0] and a[-1] == b[-1] and len(b) - len(a) <= 2 and _inside(a, b):
        return a[-1] not in _PAPERS
    if len(a) >= 2 and list(a) == list(b[:-1]) and b[-1] in {"team", "unit", "directorate", "division"}:
        return True
    return _expands(a, b, short)


def _inside(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the words of `a` stand in `b` in order."""
    words = iter(b)
    return all(word in words for word in a)


def _expands(a: Sequence[str], b: Sequence[str], short: str) -> bool:
    """Whether each word of `a` stands, in order, for one or several words of `b`, at least one of them in full."""
    shouted = {w.lower() for w in short.replace("-", " ").split() if w.isupper()}
    whole = 0
    at = 0
    for word in a:
        while at < len(b) and b[at] in _SMALL and word not in _SMALL:
            at += 1
        if at >= len(b):
            return False
        if word == b[at]:
            whole += 1
            at += 1
        elif word in shouted and len(word) <= 5:
            count = at
            for letter in word:
                while count < len(b) and b[count] in _SMALL and b[count][0] != letter:
                    count += 1
                if count >= len(b) or b[count][0] != letter:
                    return False
                count += 1
            at = count
        elif len(word) >= 4 and _clipped(word, b[at]):
            at += 1
        else:
            return False
    return at == len(b) and whole >= 1 and len(a) >= 2


def _clipped(short: str, long: str) -> bool:
    """Whether a word is a longer one cut short (Comms, Glos): the same beginning, letters in order."""
    if len(short) >= len(long) or short[:3] != long[:3] or short + "s" == long:
        return False
    letters = iter(long)
    return all(c in letters for c in short)


def long_form(name: str, names: Iterable[str]) -> str | None:
    """The one longer name of the document that a body's or plan's name is a short form of."""
    return only(other for other in names if other != name and shorter(name, other) and not _plural(name, other))


def _plural(short: str, long: str) -> bool:
    """Whether two names differ only in number (Sector Board, Sector Boards)."""
    return key_of(short).rstrip("s") == key_of(long).rstrip("s")


def same_person(short: str, long: str) -> bool:
    """Whether two printed names can be one person's: same surname, first name the same, a short form or an initial.

    A lone name is a surname, but for `Sir` or `Dame` with a first name.
    """
    a, b = parts(short), parts(long)
    if len(b) < 2:
        return False
    if len(a) == 1 and short.split(maxsplit=1)[0] in {"Sir", "Dame"}:
        return long.split(maxsplit=1)[0] == short.split(maxsplit=1)[0] and a[0].lower() == b[0].lower()
    if a[-1].lower() != b[-1].lower():
        return False
    if len(a) == 1:
        return True
    first, other = a[0].lower().rstrip("."), b[0].lower().rstrip(".")
    if first == other or (len(first) == 1 and other.startswith(first)):
        return True
    return other in nicknames().get(first, frozenset())


def same_address(short: str, long: str) -> bool:
    """Whether two names have a form of address in common (Cllr Keel, Councillor J Keel)."""
    return bool(_address(short) & _address(long))


def _address(name: str) -> set[str]:
    """The forms of address before a name, councillors' in one spelling."""
    first = parts(name)[0].rstrip(".")
    before = takewhile(lambda word: word.rstrip(".,") != first, name.split())
    return {"councillor" if word in _COUNCILLORS else word for word in (w.lower().rstrip(".") for w in before)}
