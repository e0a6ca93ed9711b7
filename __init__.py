"""remit: who reports to whom, and which direction mandates each action, with the words that prove it."""

from __future__ import annotations

__version__ = "0.1.0"

__all__ = ["__version__"]
