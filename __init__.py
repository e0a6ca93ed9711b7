"""remit: who reports to whom, and which direction mandates each action, with the words that prove it.

::

    import remit

    remit.ingest_papers("papers/", store="papers.remit")
    with remit.open_store("papers.remit") as papers:
        for line in papers.reports_to("Improvement Board", as_of="2024-04-01"):
            print(line.superior, line.evidence[0].quote)

Names are loaded when they are first used, so that `import remit`, and with it a cold command, costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api.answers import Answers
    from .api.papers import Papers
    from .api.reading import facts, ingest_papers, open_store
    from .errors import (
        AmbiguousName,
        BadDate,
        NoStore,
        NothingFound,
        QueryError,
        ReadError,
        RemitError,
        StoreBusy,
        StoreError,
        UsageError,
    )

__version__ = "0.1.0"

__all__ = [
    "AmbiguousName",
    "Answers",
    "BadDate",
    "NoStore",
    "NothingFound",
    "Papers",
    "QueryError",
    "ReadError",
    "RemitError",
    "StoreBusy",
    "StoreError",
    "UsageError",
    "__version__",
    "facts",
    "ingest_papers",
    "open_store",
]

_PLACES = {
    "Answers": "api.answers",
    "Papers": "api.papers",
    "facts": "api.reading",
    "ingest_papers": "api.reading",
    "open_store": "api.reading",
}
"""Where a name is defined, unless it is an error."""


def __getattr__(name: str) -> Any:
    """A public name, loaded now."""
    if name not in __all__:
        raise AttributeError(f"module 'remit' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_PLACES.get(name, 'errors')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
