"""What tests share: the corpus beside the checkout, where there is one, and two stores to ask.

The stores are made once a session. They are for questions only: a test that writes makes one of its own, or a copy.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

import remit

settings.register_profile("quick", max_examples=40, deadline=None)
settings.load_profile("quick")

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of documents and gold facts beside the checkout; the test is skipped where it is missing."""
    if not (_SHARED / "corpus" / "docs").is_dir():
        pytest.skip("no corpus beside the checkout")
    return _SHARED


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the example papers."""
    return Path(remit.__file__).parent / "examples"


@pytest.fixture(scope="session")
def case(examples, tmp_path_factory) -> Path:
    """A store of the example case, as `remit demo` makes it."""
    store = tmp_path_factory.mktemp("case") / "store"
    assert remit.ingest_papers(examples, store=store, collection="Ashmere").failures == ()
    return store


@pytest.fixture(scope="session")
def five(shared, tmp_path_factory) -> Path:
    """A store of the first five papers of the corpus."""
    store = tmp_path_factory.mktemp("five") / "store"
    papers = sorted((shared / "corpus" / "docs").glob("00[0-4]_*.txt"))
    assert remit.ingest_papers(papers, store=store).failures == ()
    return store
