"""Work that touches a disk, done in threads of the room's own, so that phones and pages do not wait for each other."""

from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.lowlevel
import anyio.to_thread

Got = TypeVar("Got")
THREADS = 40
"""Votes that may wait for the disk together."""
_limiter: anyio.lowlevel.RunVar[anyio.CapacityLimiter] = anyio.lowlevel.RunVar("room_threads")


async def in_thread(work: Callable[[], Got]) -> Got:
    """What `work` returns, or raises."""
    try:
        limiter = _limiter.get()
    except LookupError:  # one per event loop
        limiter = anyio.CapacityLimiter(THREADS)
        _limiter.set(limiter)
    return await anyio.to_thread.run_sync(work, limiter=limiter)
