"""What a person decided about a monthly file last time, applied to the next one of the same dataset."""

from dataclasses import replace

from narabe.desk.plans import from_json
from narabe.ledger import Imports
from narabe.model.figures_plan import FiguresPlan, SeriesPlan
from narabe.model.intake import Kind
from narabe.settings import store
from narabe.warehouse.imports import folder_of


def last_plan(dataset: str) -> FiguresPlan | None:
    """The mapping of the newest active import of figures under this name."""
    for entry in reversed(Imports(store()).every()):
        if entry.active and entry.dataset == dataset and entry.kind is Kind.FIGURES:
            return from_json((folder_of(entry.import_id) / "plan.json").read_text("utf-8"), FiguresPlan)
    return None


def remembered(plan: FiguresPlan, last: FiguresPlan | None, known: set[str]) -> FiguresPlan:
    """The plan with every line mapped as the line of the same label and unit was; `known` are metrics there are."""
    if last is None:
        return plan
    before = {(each.label, each.unit): each for block in last.blocks for each in block.series}
    return replace(
        plan,
        blocks=tuple(
            replace(block, series=tuple(_as_before(each, before, known) for each in block.series))
            for block in plan.blocks
        ),
    )


def _as_before(
    series: SeriesPlan, before: dict[tuple[str, str | None], SeriesPlan], known: set[str]
) -> SeriesPlan:
    last = before.get((series.label, series.unit))
    if last is None:
        return series
    return replace(
        series,
        metric_id=last.metric_id,
        new=None if last.metric_id in known else last.new,
        segment=last.segment,
        segment_label=last.segment_label,
        role=last.role,
        factor=last.factor,
        certain=1.0,
    )
