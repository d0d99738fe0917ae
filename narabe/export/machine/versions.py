"""A file belongs to the version of which it was asked, or is not made."""

from collections.abc import Callable

from narabe.model.problem import Problem
from narabe.warehouse import Warehouse, open_live
from narabe.words import open_sentences as say


class Changed(Problem):
    """Another version went live in the meantime."""


def of_version(build_id: str, make: Callable[[Warehouse], bytes]) -> bytes:
    """What `make` makes of the live version. Errors: Changed where that is another one before or after; those of `make`."""
    served = open_live()
    if served.build_id != build_id:
        raise Changed(say.BUSY)
    content = make(served)
    if open_live().build_id != build_id:
        raise Changed(say.BUSY)
    return content
