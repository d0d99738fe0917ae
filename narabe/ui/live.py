"""The version this run is shown from, and results kept per version."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from typing import Concatenate, ParamSpec, TypeVar

from narabe.settings import Settings
from narabe.warehouse import Warehouse, open_live

Ask = ParamSpec("Ask")
Result = TypeVar("Result")

KEPT = 256
_current: ContextVar[Warehouse] = ContextVar("warehouse")


def begin() -> None:
    """Fix the version for one run: what it began with is what it ends with."""
    _current.set(open_live())


def current_build() -> str:
    """Id of the version this run began with; empty before the first build."""
    warehouse = _current.get(None)
    return warehouse.build_id if warehouse else ""


def settings() -> Settings:
    """The settings this run's version was built under."""
    return _current.get().settings


def cached(
    analysis: Callable[Concatenate[Warehouse, Ask], Result], *ask: Ask.args, **named: Ask.kwargs
) -> Result:
    """The result of an analysis on this run's version. Results are frozen, so all sessions share one."""
    return _kept(analysis, current_build(), ask, tuple(sorted(named.items())))  # type: ignore[return-value]


@lru_cache(maxsize=KEPT)
def _kept(analysis: Callable, _build: str, ask: tuple, named: tuple) -> object:
    # Keyed by the version's id, so that results do not hold an older version's files open.
    return analysis(_current.get(), *ask, **dict(named))
