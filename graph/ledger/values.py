"""The values of facts as a keeper of the ledger gives them: names, texts, whether they fit.

Invariant: a value is taken only in the form that the facts format has for it, so that a decision can always be applied.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ...errors import UsageError
from ..facts import BY_NAME, Fact, value_names

_DATES = frozenset({"date", "as_of", "until", "met", "first_met"})
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z")
_SPANS = frozenset({"frequency", "meets"})
_SPAN = re.compile(r"P(?:\d+[YMWD])+\Z")
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d\Z")


def is_date(text: str) -> bool:
    """Whether a text is a day, month or year as facts have them."""
    return bool(_DATE.match(text))


def several(text: str) -> tuple[str, ...]:
    """The values of a property that can have several, divided by semicolons."""
    return tuple(part for one in text.split(";") if (part := one.strip()))


def corrected(fact: Fact, name: str, value: str) -> Fact | None:
    """A fact with one value changed, or left out if the new one is empty; None if its type has no such value."""
    field = _field(type(fact), name)
    if field is None:
        return None
    if not value and field.default is dataclasses.MISSING:
        return None
    given: Any = value or None
    if get_type_hints(type(fact))[field.name] == tuple[str, ...]:
        given = several(value)
    return dataclasses.replace(fact, **{field.name: given})


def checked(kind: str, given: Mapping[str, str]) -> dict[str, str | list[str]]:
    """The values of a fact of a type as the facts format has them; UsageError, in words, for one that does not fit."""
    if kind not in BY_NAME:
        raise UsageError(f"no type of fact {kind!r}; the types are {', '.join(sorted(BY_NAME))}")
    fits: dict[str, str | list[str]] = {}
    for name, value in given.items():
        one = check_value(kind, name, value)
        if one:
            fits[name] = one
    needed = [f.name for f in dataclasses.fields(BY_NAME[kind]) if f.default is dataclasses.MISSING and f.name != "evidence"]  # fmt: skip
    if lacking := [name for name in needed if not fits.get(name)]:
        raise UsageError(f"{kind} needs {' and '.join(lacking)}; give them as {lacking[0]}=VALUE")
    return fits


def check_value(kind: str, name: str, value: str) -> str | list[str]:
    """A value of a type of fact as the facts format has it; UsageError if the type has no such value, or not that one."""
    fact = BY_NAME[kind]
    field = _field(fact, name)
    if field is None:
        raise UsageError(f"{kind} has no value {name!r}; it has {', '.join(value_names(fact))}")
    if not value:
        if field.default is dataclasses.MISSING:
            raise UsageError(f"{kind} cannot be without {name}; remit reject takes the whole fact out")
        return ""
    hint = get_type_hints(fact)[field.name]
    if hint == tuple[str, ...]:
        return list(several(value))
    choices = [a for h in (hint, *get_args(hint)) if get_origin(h) is Literal for a in get_args(h)]
    if choices and value not in choices:
        raise UsageError(f"{name} of {kind} is one of {', '.join(choices)}, not {value!r}")
    clock = kind == "meeting" and name in {"start", "end"}
    day = name in _DATES or (name in {"from", "to"} and kind in {"holds", "term"})
    for asked, form, example in ((clock, _TIME, "18:05"), (day, _DATE, "2017-06-14, 2017-06 or 2017"), (name in _SPANS, _SPAN, "P3M for quarterly")):  # fmt: skip
        if asked and not form.match(value):
            raise UsageError(f"{name} of {kind} is written as {example}, not {value!r}")
    return value


def _field(fact: type[Fact], name: str) -> Any:
    """The field of a fact's own value by its printed name; None if there is none."""
    fits = (f for f in dataclasses.fields(fact) if f.name != "evidence" and f.name.rstrip("_") == name)
    return next(fits, None)
