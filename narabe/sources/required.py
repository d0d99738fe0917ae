"""The tables without which there is no version, and the folder whose packages hold them."""

from collections.abc import Iterable

from narabe.model.problem import Problem
from narabe.sources.tables import CheckedTable
from narabe.words import data_problems as say

REQUIRED = {
    "documents": "data/published",
    "sections": "data/published",
    "waves": "data/published",
    "respondents": "data/published",
    "survey_results": "data/published",
    "metric_values": "data/published",
    "projects": "data/published",
    "events": "data/published",
    "occasions": "data/published",
    "voices": "data/published",
    "omissions": "data/published",
    "metrics": "data/metrics",
    "segments": "data/metrics",
    "comparability": "data/comparability",
    "metric_pairs": "data/comparability",
    "themes": "data/judgements",
    "project_links": "data/judgements",
    "needs": "data/judgements",
    "discrepancies": "data/discrepancies",
    "subjects": "data/discrepancies",
    "exemptions": "data/discrepancies",
}


def complete(tables: Iterable[CheckedTable]) -> tuple[CheckedTable, ...]:
    """The same tables. Errors: Problem naming the first that is missing, and its folder."""
    found = tuple(tables)
    names = {table.name for table in found}
    for name, folder in REQUIRED.items():
        if name not in names:
            raise Problem(say.no_table(name, folder), say.MEND)
    return found
