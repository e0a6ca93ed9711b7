"""What a question gives: its results in order, shown as a table with the words that prove each in a notebook.

Invariant: results are the frozen dataclasses that `--format json` prints; whatever comes from documents is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, Generic, TypeVar, overload

Result = TypeVar("Result")
_UNSHOWN = frozenset({"id", "evidence"})
_TELLING = ("says", "text", "name", "because", "quote", "type")
"""What of a result inside a result is shown, the most telling first."""
_MOST = 60
_STYLE = "text-align:left;vertical-align:top"


class Answers(Sequence[Result], Generic[Result]):
    """The results of a question, in order. `question` says what was asked, `as_of` the day it was asked for."""

    __slots__ = ("_results", "as_of", "question")

    def __init__(self, question: str, results: Sequence[Result], as_of: str | None = None) -> None:
        self.question = question
        self.as_of = as_of
        self._results = tuple(results)

    @overload
    def __getitem__(self, at: int) -> Result: ...
    @overload
    def __getitem__(self, at: slice) -> Answers[Result]: ...
    def __getitem__(self, at: int | slice) -> Result | Answers[Result]:
        """A result by its place; a slice gives answers again."""
        if isinstance(at, slice):
            return Answers(self.question, self._results[at], self.as_of)
        return self._results[at]

    def __len__(self) -> int:
        return len(self._results)

    def __iter__(self) -> Iterator[Result]:
        return iter(self._results)

    def __repr__(self) -> str:
        lines = [f"<{self._counted()}>", *(f"  {_line(result)}" for result in self._results[:_MOST])]
        return "\n".join([*lines, "  …"] if len(self) > _MOST else lines)

    def rows(self) -> list[dict[str, Any]]:
        """The results as flat rows of texts and numbers, ready for a data frame; the first proof of each with them."""
        return [_row(result) for result in self._results]

    def _repr_html_(self) -> str:
        """The results as a table for notebooks."""
        shown = [_row(result) for result in self._results[:_MOST]]
        names = [name for name in dict.fromkeys(name for row in shown for name in row) if name not in _UNSHOWN]
        names = [name for name in names if any(row.get(name) not in {None, ""} for row in shown)]
        head = "".join(f'<th style="{_STYLE}">{escape(name.replace("_", " "))}</th>' for name in names)
        body = "".join(
            f"<tr>{''.join(f'<td style={chr(34)}{_STYLE}{chr(34)}>{_cell(row.get(name))}</td>' for name in names)}</tr>"
            for row in shown
        )
        more = f"<p>and {len(self) - _MOST} more</p>" if len(self) > _MOST else ""
        return (
            f"<p>{escape(self._counted())}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
        )

    def _counted(self) -> str:
        """What was asked, and how many results there are."""
        on = f" as of {self.as_of}" if self.as_of else ""
        return f"{self.question}{on}: {len(self)} {'result' if len(self) == 1 else 'results'}"


def _values(result: Any) -> Mapping[str, Any]:
    """The values of a result, which is a dataclass or a mapping."""
    if isinstance(result, Mapping):
        return result
    return {name.rstrip("_"): getattr(result, name) for name in result.__dataclass_fields__}


def _row(result: Any) -> dict[str, Any]:
    """A result as a flat row."""
    values = _values(result)
    row = {name: _flat(value) for name, value in values.items() if name != "evidence"}
    proofs = values.get("evidence") or ()
    if proofs and not isinstance(proofs, str):
        row |= {"quote": proofs[0].quote, "document": proofs[0].document, "page": proofs[0].page}
    return row


def _flat(value: Any) -> Any:
    """A value as a text, a number, a yes or no, or nothing."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (tuple, list)):
        return "; ".join(str(_flat(part)) for part in value)
    if (link := getattr(value, "instrument", None)) is not None:
        return f"{_flat(link)} ({value.how})"
    if hasattr(value, "value"):
        return f"{value.name}: {value.value}"
    return next((str(getattr(value, name)) for name in _TELLING if hasattr(value, name)), str(value))


def _cell(value: Any) -> str:
    """A value in a cell of a table."""
    return "" if value is None else escape(" ".join(str(value).split()))


def _line(result: Any) -> str:
    """A result on one line."""
    row = {name: value for name, value in _row(result).items() if name not in _UNSHOWN and value not in {None, ""}}
    return " ".join(" | ".join(f"{name}: {value}" for name, value in row.items()).split())
