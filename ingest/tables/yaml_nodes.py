"""YAML read with the line of every value, so that what is wrong in a file can be told by line and key.

Invariant: values are texts as written (`2024-03-31`, `01`, `no`), lists and mappings of them; nothing is run or built.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ...errors import DamagedDocument, MappingError
from ...graph.questions.asof import is_date

_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file: its parsed node, its file, the key it stands under and its line (from 1)."""

    node: Any
    file: str
    key: str
    line: int

    def wrong(self, key: str, what: str) -> MappingError:
        """The error that something is wrong with a key of this value."""
        return MappingError(self.file, self.line, key, what)

    def entries(self, known: Sequence[str] | None) -> dict[str, Node]:
        """The entries of a mapping by key; with `known`, raises MappingError for any other key."""
        import yaml

        if not isinstance(self.node, yaml.MappingNode):
            raise self.wrong(self.key, "must be keys with values")
        found: dict[str, Node] = {}
        for key, value in self.node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
            line = key.start_mark.line + 1
            if not name or name in found:
                raise MappingError(self.file, line, name or self.key, "stands twice" if name else "has a key that is no text")  # fmt: skip
            if known is not None and name not in known:
                near = get_close_matches(name, known, 1, 0.6)
                raise MappingError(self.file, line, name, f"no such key; did you mean {near[0]!r}?" if near else f"no such key; there are: {', '.join(known)}")  # fmt: skip
            found[name] = Node(value, self.file, name, line)
        return found

    def items(self) -> list[Node]:
        """The values of a list; a single value is a list of one."""
        import yaml

        if isinstance(self.node, yaml.SequenceNode):
            return [Node(value, self.file, self.key, value.start_mark.line + 1) for value in self.node.value]
        return [self]

    def text(self) -> str:
        """A single text."""
        import yaml

        if not isinstance(self.node, yaml.ScalarNode):
            raise self.wrong(self.key, "must be one text (a value that begins with { needs quotes around it)")
        return str(self.node.value).strip()

    def one_of(self, known: Sequence[str]) -> str:
        """A text that must be one of some."""
        if (text := self.text()) not in known:
            raise self.wrong(self.key, f"{text!r} is none of: {', '.join(known)}")
        return text

    def number(self) -> int:
        """A whole number from 1."""
        text = self.text()
        if not text.isdecimal() or int(text) < 1:
            raise self.wrong(self.key, f"{text!r} is no whole number from 1")
        return int(text)

    def date(self) -> str:
        """A date."""
        text = self.text()
        if not is_date(text):
            raise self.wrong(self.key, f"{text!r} is no date; write it as 2017-06-14, 2017-06 or 2017")
        return text


def read_yaml(path: Path) -> tuple[bytes, Node]:
    """The bytes of a YAML file and its root.

    Raises MappingError where it is no YAML, ReadError where it cannot be opened.
    """
    import yaml

    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DamagedDocument(
            str(path), f"cannot be opened ({error.strerror or 'input error'}); check the path"
        ) from error
    try:
        root = yaml.compose(raw[:_MOST_BYTES].decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError:
        raise MappingError(str(path), 1, "file", "is not text in UTF-8") from None
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "cannot be read"
        raise MappingError(str(path), mark.line + 1 if mark else 1, "file", f"is no YAML: {problem}") from None
    if root is None:
        raise MappingError(str(path), 1, "file", "is empty")
    return raw, Node(root, str(path), "file", 1)
