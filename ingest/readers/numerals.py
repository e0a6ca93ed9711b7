"""The numbers of lists as word processors and browsers show them: figures, letters, roman numerals.

Invariant: numbering goes on past the alphabet (`z`, `aa`), and what has no roman numeral is shown in figures.
"""

from __future__ import annotations


def label(number: int, kind: str) -> str:
    """The number of an ordered list's item in its kind: `1`, `a`, `A`, `i` or `I`."""
    if kind in {"a", "A"} and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(97 + rest) + letters
        return letters.upper() if kind == "A" else letters
    if kind in {"i", "I"} and 0 < number < 4000:
        out = ""
        for value, sign in zip(
            (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
            ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
            strict=True,
        ):
            out += sign * (number // value)
            number %= value
        return out.upper() if kind == "I" else out
    return str(number)
