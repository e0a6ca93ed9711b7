"""Tables as files: organograms, registers of members, and any other that a mapping tells of.

Invariant: a fact's evidence is the row's own words, its locator the row (as the file counts it) and the column.
"""

from __future__ import annotations

from .read import Tabled, is_table, read_tables

__all__ = ["Tabled", "is_table", "read_tables"]
