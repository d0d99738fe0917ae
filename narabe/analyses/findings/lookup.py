"""The figures a finding stands on, or a Problem that names the one that is gone."""

from narabe.analyses.compare import compare
from narabe.model.comparison import CompareAsk, Comparison, Difference, OptionRow, Share
from narabe.model.metrics import Observation
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.warehouse import Warehouse


def number(observation: Observation) -> float:
    """Its value, or the floor of its range. Errors: Problem for neither."""
    for value in (observation.value, observation.low):
        if value is not None:
            return value
    raise lost(observation.source.section_id)


def share(warehouse: Warehouse, concept: str, cohort: str, option: str) -> Share:
    """One share of one cohort."""
    (found,) = row(compare(warehouse, CompareAsk(concept, (cohort,))), option).shares
    return found


def row(comparison: Comparison, option: str) -> OptionRow:
    """The row of one option."""
    for found in comparison.rows:
        if found.option_id == option:
            return found
    raise lost(option)


def difference(comparison: Comparison, option: str) -> Difference:
    """The difference of one option."""
    for found in comparison.differences:
        if found.option_id == option:
            return found
    raise lost(option)


def lost(name: str) -> Problem:
    """A figure a finding cannot do without."""
    return Problem(
        Text(
            f"発見に必要な数値（{name}）が見つかりません。", f"A figure a finding needs ({name}) is missing."
        ),
        Text("data/ の変更を確かめてください。", "Check what changed in data/."),
    )
