"""What a person decided about a monthly file last time, applied to the next one of the same dataset."""

from dataclasses import replace

from narabe.intake.figures.subjects import subject_in
from narabe.ledger import Imports
from narabe.ledger.as_json import from_json
from narabe.model.figures_plan import BlockPlan, FiguresPlan, SeriesPlan
from narabe.model.intake import Kind
from narabe.settings import store
from narabe.warehouse.imports import folder_of

EXACT = 1.0
Name = tuple[str, str, str | None]
"""Table, label and unit of a line."""


def last_plan(dataset: str) -> FiguresPlan | None:
    """The mapping of the newest active import of figures under this name."""
    for entry in reversed(Imports(store()).every()):
        if entry.active and entry.dataset == dataset and entry.kind is Kind.FIGURES:
            return from_json((folder_of(entry.import_id) / "plan.json").read_text("utf-8"), FiguresPlan)
    return None


def remembered(plan: FiguresPlan, last: FiguresPlan | None, known: set[str]) -> FiguresPlan:
    """The plan with every line mapped as the line of the same table, label and unit was; `known` are metrics there are.

    A line that is named like a known metric, or whose table is, stays that metric. Nothing is taken over for names that
    stood for several things.
    """
    if last is None:
        return plan
    before: dict[Name, list[SeriesPlan]] = {}
    for block in last.blocks:
        for one in block.series:
            before.setdefault(_name(block, one), []).append(one)
    return replace(
        plan,
        blocks=tuple(
            replace(
                block,
                series=tuple(_as_before(each, before.get(_name(block, each), []), known) for each in block.series),
            )
            for block in plan.blocks
        ),
    )  # fmt: skip


def _name(block: BlockPlan, one: SeriesPlan) -> Name:
    """A table goes by its title, else by its sheet, without the time they say."""
    return (subject_in(block.title) or subject_in(block.sheet), one.label, one.unit)


def _as_before(series: SeriesPlan, before: list[SeriesPlan], known: set[str]) -> SeriesPlan:
    decided = _different(before)
    if len(decided) > 1:
        decided = _different([each for each in before if each.role == series.role])
    if len(decided) != 1:
        return series
    (last,) = decided
    exact = series.metric_id is not None and series.new is None and series.certain == EXACT
    if exact and last.metric_id not in (None, series.metric_id):
        return series
    return replace(
        series,
        metric_id=last.metric_id,
        new=None if last.metric_id in known else last.new,
        segment=last.segment,
        segment_label=last.segment_label,
        role=last.role,
        factor=last.factor,
        certain=EXACT,
    )


def _different(lines: list[SeriesPlan]) -> list[SeriesPlan]:
    return list({(each.metric_id, each.segment, each.role, each.factor): each for each in lines}.values())
