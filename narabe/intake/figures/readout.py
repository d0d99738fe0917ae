"""One cell of a plan -> the figure it states, or why it states none."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from narabe.intake.faults import Faults
from narabe.intake.figures import units, values
from narabe.intake.figures.spans import at_end
from narabe.intake.figures.values import Bound, Gap, Number
from narabe.model.figures_plan import Period, SeriesPlan
from narabe.model.intake import Value
from narabe.model.status import MetricKind
from narabe.model.text import EMPTY, Text
from narabe.words import figures_sentences as say

STATED_GAPS = {gap.value for gap in Gap} & set(say.GAP_NOTES)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands, for messages; `line` and `time` are its numbers in the plan, `at` that of its column."""

    sheet: str
    row: int
    column: str
    line: int
    time: int
    at: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a series at a period, in the unit of its metric. `number` is as written, None for a stated gap."""

    place: Place
    series: SeriesPlan
    role: str
    period: Period
    value: Decimal | None
    number: Number | None
    low: Decimal | None = None
    high: Decimal | None = None
    notes: tuple[Text, ...] = ()
    numerator: int | None = None
    denominator: int | None = None


def read_figure(
    cell: Value,
    place: Place,
    series: SeriesPlan,
    role: str,
    period: Period,
    kind: MetricKind,
    unit: str,
    faults: Faults,
) -> Figure | None:
    """The figure of a cell; None for an empty one and for what cannot be read, which is noted."""
    where = {"sheet": place.sheet, "row": place.row, "column": place.column, "value": cell}
    if values.is_error(cell):
        faults.error(say.FORMULA_FAILED, say.MEND_FORMULA, **where)
        return None
    found = values.read(cell)
    if found is None:
        dated = isinstance(cell, date)
        message, advice = (say.A_DATE, say.MEND_DATE) if dated else (say.NOT_A_NUMBER, say.MEND_CELL)
        faults.warning(message, advice, **where, leaves_out=())
        return None
    period = at_end(period) if kind is MetricKind.STOCK and period.months is not None else period
    if isinstance(found, Gap):
        return _gap(found, place, series, role, period)
    if found.bracketed:
        faults.note(say.BRACKETS, say.LOOK, **where)
    found = _in_time(found, unit, series)
    if found.unit and unit and not units.same(found.unit, unit):
        faults.warning(say.unit_differs(found.unit, unit), say.LOOK, **where, kind="unit")
    value = _scaled(found.value, found, series)
    figure = Figure(place, series, role, period, value, found, notes=_notes(found))
    return _bounded(figure, found) if found.bound or found.up_to is not None else figure


def _in_time(found: Number, unit: str, series: SeriesPlan) -> Number:
    """30分 in hours, 8時間15分 in minutes, where that is the unit of the metric."""
    ratio = units.in_time(found.unit, unit) if found.unit != unit and series.factor == 1 else None
    if ratio is None:
        return found
    value = (found.value * ratio).quantize(Decimal("0.0001")).normalize()
    up_to = None if found.up_to is None else found.up_to * ratio
    return replace(found, value=value, up_to=up_to, unit=unit, decimals=values.measured(value, unit).decimals)


def _gap(gap: Gap, place: Place, series: SeriesPlan, role: str, period: Period) -> Figure | None:
    """A sign for none is kept with its reason; an empty cell and one still to come are nothing."""
    if gap.value not in STATED_GAPS:
        return None
    return Figure(place, series, role, period, None, None, notes=(say.GAP_NOTES[gap.value],))


def _scaled(value: Decimal, found: Number, series: SeriesPlan) -> Decimal:
    """In the metric's unit; a cell that states 円 itself is not scaled as 千円."""
    apart = found.unit and series.unit and found.unit != series.unit and units.same(found.unit, series.unit)
    percent = found.unit == "%" and series.factor == 100
    return value if apart or percent or series.factor == 1 else value * Decimal(repr(series.factor))


def _bounded(figure: Figure, found: Number) -> Figure:
    """2,600人以上 is a range when observed; a target of 80%以上 is 80."""
    value = figure.value
    if found.up_to is not None:
        return replace(figure, value=None, low=value, high=_scaled(found.up_to, found, figure.series))
    least = found.bound is Bound.LEAST
    if figure.role == "target":
        return replace(figure, notes=(*figure.notes, say.more_said(least)))
    return replace(figure, value=None, low=value if least else None, high=None if least else value)


def _notes(found: Number) -> tuple[Text, ...]:
    return (say.noted(found.remark),) if found.remark else ()


def joined(notes: tuple[Text, ...]) -> Text:
    """Notes as one text."""
    return sum(
        (Text(f"{note.ja.rstrip('。')}。", f"{note.en.rstrip('.')}.") for note in dict.fromkeys(notes)), EMPTY
    )
