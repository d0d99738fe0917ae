"""A file of answers, one row per respondent -> a proposed mapping, then checked tables.

    propose(connection, raw, books, dataset) -> AnswersPlan
    propose_column(connection, raw, books, plan, column) -> AnswersPlan
    convert(connection, raw, plan, folder, limits, progress) -> Converted

`books` are the codebooks we have, for comparison between surveys, and the one that belongs to the file (`Book.own`):
what that one does not know is an unknown code. `narabe.intake.books` reads both.
"""

from narabe.intake.answers.convert import convert
from narabe.intake.answers.propose import propose, propose_column

__all__ = ["convert", "propose", "propose_column"]
