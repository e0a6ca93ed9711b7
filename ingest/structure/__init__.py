"""The structure pass: from a document's text to its blocks."""

from __future__ import annotations

from .blocks import build

__all__ = ["build"]
