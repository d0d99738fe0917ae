"""Narabe (並べ): what residents say beside what a city's services do.

Importing the package loads nothing heavy; each room is imported by whoever needs it.
In a notebook: `import narabe; n = narabe.open()`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from narabe.model.text import Lang
    from narabe.notebook import Notebook


def open(lang: "Lang" = "ja") -> "Notebook":
    """The live version for questions from a notebook. Errors: Problem before the first build."""
    from narabe.notebook import Notebook

    return Notebook(lang)
