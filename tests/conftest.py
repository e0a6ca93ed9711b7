"""What tests share: the corpus beside the checkout, where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of documents and gold facts beside the checkout; the test is skipped where it is missing."""
    if not (_SHARED / "corpus" / "docs").is_dir():
        pytest.skip("no corpus beside the checkout")
    return _SHARED
