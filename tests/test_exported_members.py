"""The public surface of the package."""

from __future__ import annotations

import remit
from remit import errors


def test_everything_exported_exists_and_is_sorted():
    """`remit.__all__` names what exists, in order."""
    assert list(remit.__all__) == sorted(remit.__all__)
    assert all(hasattr(remit, name) for name in remit.__all__)


def test_every_error_is_one_tree_with_an_exit_code():
    """Every error of the package descends from RemitError and says what the command line returns."""
    kinds = [getattr(errors, name) for name in errors.__all__]
    assert all(issubclass(kind, errors.RemitError) and kind.exit_code in {1, 2, 3} for kind in kinds)


def test_the_tree_drawn_at_the_top_names_every_error():
    """The drawing in the header of `errors` is complete."""
    assert all(name in (errors.__doc__ or "") for name in errors.__all__)
