"""The rooms of this server's store."""

from functools import lru_cache
from pathlib import Path

from narabe.room.hall import Hall
from narabe.settings import store


def hall() -> Hall:
    """The rooms of the store in use. One per process: what a phone sends is what a wall sees."""
    return _hall(store())


@lru_cache(maxsize=8)
def _hall(folder: Path) -> Hall:
    return Hall(folder)
