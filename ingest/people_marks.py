"""What is printed beside a name on a roll: marks of the meeting itself (Chair, minutes, initials) and the role.

Invariant: a mark is a whole bracket, cell or phrase between commas, never a word inside a title.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .names_phrases import body_end, role_end
from .names_tokens import tokens_of

_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "chair",
        re.compile(
            r"(?:in\s+the\s+chair|(?:acting\s+|interim\s+|meeting\s+)?(?:chair|chairman|chairwoman|chairperson|presiding|presided)(?:\s+(?:of|for)\s+(?:the|this)\s+meeting)?|chair\s*-?\s*(?:from|for)\b.*)",
            re.IGNORECASE,
        ),
    ),
    (
        "apologies",
        re.compile(
            r"(?:sent\s+|with\s+)?apolog(?:y|ies)(?:\s+(?:sent|received|given))?|absent|not\s+present|unable\s+to\s+(?:attend|be\s+present)\b.*",
            re.IGNORECASE,
        ),
    ),
    (
        "substitute",
        re.compile(
            r"(?:as\s+)?(?:a\s+)?(?:substitut\w+|deputis\w+|sub|deputy)(?:\s+(?:member|for)\b.*)?", re.IGNORECASE
        ),
    ),
    (
        "guest",
        re.compile(
            r"(?:as\s+)?(?:an?\s+)?(?:observ\w+|guest|visitor|resident|member\s+of\s+(?:the\s+)?public|public|advis[eo]r)",
            re.IGNORECASE,
        ),
    ),
    (
        "officer",
        re.compile(
            r"(?:the\s+)?(?:(?:meeting\s+)?minutes|minute[\s-]taker|(?:taking\s+(?:the\s+)?)?minutes|notes?|note[\s-]taker|secretariat|minuting)",
            re.IGNORECASE,
        ),
    ),
    (
        "clerk",
        re.compile(
            r"(?:joint\s+|deputy\s+)?secretary(?:\s+to\s+the\s+\w+)?|(?:the\s+|acting\s+|assistant\s+|deputy\s+)*(?:town\s+|parish\s+|council\s+|committee\s+)?clerk(?:\s+(?:to|of)\s+the\s+\w+)?(?:\s*(?:and|&|/)\s*(?:RFO|responsible\s+financial\s+officer))?",
            re.IGNORECASE,
        ),
    ),
    (
        "member",
        re.compile(r"(?:member|voting\s+member|vice[\s-]?chair(?:man|person|woman)?|deputy\s+chair)", re.IGNORECASE),
    ),
    (
        "",
        re.compile(
            r"(?:phoning\s+in|by\s+phone|dial\w*[\s-]in|(?:via|by|on)\s+(?:MS\s+|video\s*)?(?:teams|zoom|phone|telephone|video|link)|virtual(?:ly)?|remote(?:ly)?|online|part(?:\s+meeting)?|part\s+of\s+(?:the\s+)?meeting|(?:for\s+)?(?:agenda\s+)?items?\s+\S.{0,40}|for\s+items?\b.*|(?:until|from|left|arrived|joined)\b.*\d.*|late|[A-Z]{2,5}\s+for\s+item\b.*|present|attended|holidays?|on\s+holiday|ill|illness|sick(?:ness)?|unwell|work(?:\s+commitments?)?|personal|family|business|annual\s+leave|on\s+leave|another\s+meeting|to\s+arrive\s+late)",
            re.IGNORECASE,
        ),
    ),
)
_OWN_CHAIR = re.compile(
    r"(?:board|forum|panel|group|meeting|council|trust|partnership)\s+chair(?:man|woman|person)?", re.IGNORECASE
)
_BRACKET = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?|[^()\[\]]+")
_INITIALS = re.compile(r"[A-Z][A-Za-z]{1,4}\.?|[A-Z]{1,2}-[A-Z]{1,2}|(?:[A-Z]\.){2,4}")


class Beside(NamedTuple):
    """The role, the marks and the initials that stand beside a name."""

    role: str | None
    marks: tuple[str, ...]
    initials: str | None


def mark_of(words: str) -> str | None:
    """The mark that some words are, `""` for one that says nothing of the capacity; None for words that are none."""
    inner = words.strip().strip(" ,;:-*.")
    return next((name for name, form in _MARKS if form.fullmatch(inner)), None)


def beside(rest: str, person: str) -> Beside:
    """What the words after a name say."""
    marks: list[str] = []
    said: list[str] = []
    initials: str | None = None
    for place, piece in enumerate(_pieces(rest)):
        inner = piece.strip().strip("()[]").strip(" ,;:-*\t|.").strip()
        if not inner:
            continue
        if (
            (piece.strip()[:1] in "([" or (inner.isupper() and place))
            and _INITIALS.fullmatch(inner)
            and initials_fit(inner, person)
        ):
            initials = inner
            continue
        mark = mark_of(inner)
        if mark == "clerk":
            marks.append("officer")
            said.append(f"({inner})" if said and piece.strip()[:1] in "([" else inner)
            continue
        if mark is None and _OWN_CHAIR.fullmatch(inner):
            marks.append("chair")
        if mark is not None:
            if mark == "member" and "chair" in inner.casefold():
                said.append(inner)
            marks.append(mark)
            continue
        said.append(f"({inner})" if said and piece.strip()[:1] in "([" else inner)
    role = re.sub(r"\s+", " ", " ".join(said)).strip(" ,;-|")
    role, more = _trimmed(role)
    role = re.sub(r"^(?:from|of|representing)\s+", "", role)
    return Beside(role or None, (*marks, *more), initials)


def _pieces(rest: str) -> list[str]:
    """Brackets and what stands between them, cut again at wide gaps."""
    out: list[str] = []
    for piece in _BRACKET.findall(rest):
        out += [piece] if piece[:1] in "([" else re.split(r"\s{3,}|[\t|]", piece)
    return out


def _trimmed(role: str) -> tuple[str, list[str]]:
    """A role without the marks at its ends (`Chair, …`, `… - minutes`, `… (in the Chair)`), and those marks."""
    marks: list[str] = []
    for _ in range(2):
        head = re.match(r"([^,;:]{3,22}?)\s*(?:[,;:]|\s-)\s+(?=\S)", role)
        if head and (mark := mark_of(head[1])) in {"chair", "guest", "officer", "substitute", ""}:
            if mark == "chair" and _of_another(role[head.end() :]):
                break
            role, marks = role[head.end() :], [*marks, mark]
        tail = re.search(r"(?:[,;]|\s-|\s\()\s*([^,;()]{3,24})\)?$", role)
        if tail and (mark := mark_of(tail[1])) in {"chair", "guest", "officer", "substitute", ""}:
            role, marks = role[: tail.start()].rstrip(" ,;-"), [*marks, mark]
    return role, marks


def _of_another(words: str) -> bool:
    """Whether some words name a board and no post: the chair before them is then that board's, not the meeting's."""
    tokens = tokens_of(words)
    places = range(len(tokens))
    return any(body_end(tokens, at) is not None for at in places) and not any(role_end(tokens, at) for at in places)


def initials_fit(initials: str, person: str) -> bool:
    """Whether letters can be the initials of a person: they begin as the name does and occur in it in order."""
    letters = initials.replace(".", "").replace("-", "").casefold()
    words = re.findall(r"[A-Za-z'’-]+", person)
    name = "".join(words).casefold()
    firsts = {word[0].casefold() for word in words[:-1]} or {name[:1]}
    if (
        letters[:1] not in firsts
        or len(letters) < 2
        or not any(w[0].casefold() in letters[1:] for w in words[1:] or words)
    ):
        return False
    at = name.index(letters[0])
    for letter in letters[1:]:
        at = name.find(letter, at + 1)
        if at < 0:
            return False
    return True
