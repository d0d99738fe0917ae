"""Work that touches a disk, done in threads of the room's own, so that phones and pages do not wait for each other."""

from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.lowlevel
import anyio.to_thread

Got = TypeVar("Got")
THREADS = 16
_limiters: dict[object, anyio.CapacityLimiter] = {}


async def in_thread(work: Callable[[], Got]) -> Got:
    """What `work` returns, or raises."""
    return await anyio.to_thread.run_sync(work, limiter=_limiter())


def _limiter() -> anyio.CapacityLimiter:
    """One per event loop."""
    loop = anyio.lowlevel.current_token()
    return _limiters.setdefault(loop, anyio.CapacityLimiter(THREADS))
