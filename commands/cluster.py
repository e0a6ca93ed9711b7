"""The same work on the machines of a cluster: a dask scheduler by its address.

Invariant: outcomes come in the order of the files, as from one process, so that the same bytes go into the store. The
workers need remit installed in the same version, and the files under the same paths.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from ..errors import MissingProgram, UsageError
from .files import Outcome, one

Given = TypeVar("Given")
Got = TypeVar("Got")
_AHEAD = 8
"""How many files are given out ahead for each thread of the cluster."""


def spread(
    work: Callable[[Given], Got], given: Iterable[Given], address: str, *, wait: float = 10
) -> Iterator[Outcome[Given, Got]]:
    """The outcome of the work on each file, in order.

    Raises UsageError where no scheduler answers at the address within `wait` seconds, or it has no workers;
    MissingProgram where dask.distributed is not installed.
    """
    client = _client(address, wait)
    try:
        threads = sum(client.nthreads().values())
        if not threads:
            raise UsageError(f"{address}: the scheduler has no workers; start some with dask worker {address}")
        waiting: deque[tuple[Given, Any]] = deque()
        for item in given:
            waiting.append((item, client.submit(one, work, item, pure=False)))
            if len(waiting) >= threads * _AHEAD:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())
    finally:
        client.close()


def _client(address: str, wait: float) -> Any:
    try:
        import distributed
    except ImportError:
        raise MissingProgram("--scheduler", "needs dask.distributed: pip install 'remit[cluster]'") from None
    try:
        connect: Callable[..., Any] = distributed.Client
        return connect(address, timeout=wait)
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError(f"{address}: no scheduler answers there ({error}); start one with dask scheduler") from error


def _result(item: Given, future: Any) -> Outcome[Given, Got]:
    """The outcome of a file; a worker that died under it is told as such."""
    from distributed import KilledWorker

    try:
        found: Outcome[Given, Got] = future.result()
    except KilledWorker:
        return Outcome(item, None, "the process that read it was brought down")
    return found
