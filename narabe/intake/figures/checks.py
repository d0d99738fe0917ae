"""What does not add up among the figures of a block: totals, shares, neighbours ten times apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from narabe.intake.faults import Faults
from narabe.intake.figures.ratios import fits
from narabe.intake.figures.readout import Figure, Place
from narabe.intake.figures.values import Number
from narabe.model.figures_plan import BlockPlan, Period, SeriesPlan
from narabe.model.status import MetricKind
from narabe.words import figures_sentences as say

JUMP, FEWEST_FOR_JUMP, SMALL = 10, 3, 100
"""Ten times its neighbours counts as a jump, of three figures or more, where the larger one reaches a hundred."""
CHANGES = ("増減", "増加", "差", "収支", "削減", "比")
Numbers = Mapping[tuple[int, int], Number]
"""What is written in every cell of a block, by (line, time)."""


@dataclass(frozen=True, slots=True)
class Cells:
    """What is written in a block, by (line, time). `unsaid` are signs for a number that is not told (x, …), and words."""

    numbers: Numbers
    unsaid: frozenset[tuple[int, int]] = frozenset()

    def exact(self, line: int, parts: Sequence[int]) -> bool:
        """Whether every part that says something says its very number: no 約, 以上, x or …."""
        return self.sure([(line, part) for part in parts])

    def sure(self, places: Iterable[tuple[int, int]]) -> bool:
        """`exact` for any cells."""
        return not any(
            place in self.unsaid
            or ((number := self.numbers.get(place)) is not None and not _is_exact(number))
            for place in places
        )

    def says(self, place: tuple[int, int]) -> bool:
        """Whether a cell holds a number, or a sign for one that is not told."""
        return place in self.numbers or place in self.unsaid


def _is_exact(number: Number) -> bool:
    return not number.about and number.bound is None and number.up_to is None


def check_totals(
    block: BlockPlan,
    cells: Cells,
    kind_of: Callable[[SeriesPlan], MetricKind | None],
    place: Callable[[int, int], Place],
    faults: Faults,
) -> None:
    """Every stated total against the sum of its parts: over lines, side by side, and over time. `place` names a (line, time)."""
    times = [time for time, _ in block.times] + [time for time, _ in block.time_totals]
    periods = {one.line: one.period for one in block.headings if one.period} | dict(block.times)
    for series in block.series:
        line, kind = series.line, kind_of(series)
        for time in times if series.total_of else ():
            _compare(cells, (line, time), [(part, time) for part in series.total_of], place, faults)
        for time, parts in block.side_totals if kind in (MetricKind.FLOW, MetricKind.STOCK) else ():
            _compare(cells, (line, time), [(line, part) for part in parts], place, faults)
        for time, parts in block.time_totals if kind is MetricKind.FLOW else ():
            if _covers(periods.get(time), [periods[part] for part in parts if part in periods]):
                _compare(cells, (line, time), [(line, part) for part in parts], place, faults)


def _covers(whole: Period | None, parts: Sequence[Period]) -> bool:
    """Whether the parts of a total fill the period that it names, if it names one."""
    return whole is None or sum(part.months or 0 for part in parts) == whole.months


def _compare(
    cells: Cells,
    whole: tuple[int, int],
    parts: Sequence[tuple[int, int]],
    place: Callable[[int, int], Place],
    faults: Faults,
) -> None:
    numbers = cells.numbers
    stated, found = numbers.get(whole), [numbers[part] for part in parts if part in numbers]
    if stated is None or not found:
        return
    summed = sum((number.value for number in found), Decimal(0))
    slack = sum((half_of(number) for number in found), Decimal(0)) + half_of(stated)
    if not cells.sure(place for place in (whole, *parts) if place in numbers):
        return
    more = summed - stated.value  # where a part is withheld, only a sum above the total is odd
    if (abs(more) if cells.sure(parts) else more) > slack:
        at = place(*whole)
        faults.warning(
            say.total_differs(written(stated.value), written(summed)), say.LOOK,
            sheet=at.sheet, row=at.row, column=at.column, value=written(stated.value), kind="total",
        )  # fmt: skip


def half_of(number: Number) -> Decimal:
    """Whole numbers are exact; a rounded one is known to half of its last digit."""
    return Decimal("0.5") * Decimal(10) ** -number.decimals if number.decimals else Decimal(0)


def check_shares(
    figures: Iterable[Figure], kinds: Mapping[str, MetricKind], numbers: Numbers, faults: Faults
) -> list[Figure]:
    """Shares with the two numbers they come from; those over 100 are said, refused where the numbers say so too."""
    return [
        _share(figure, numbers, faults)
        if kinds[figure.series.metric_id or ""] is MetricKind.RATIO
        else figure
        for figure in figures
    ]


def check_small_shares(
    figures: Iterable[Figure], kinds: Mapping[str, MetricKind], units: Mapping[str, str], faults: Faults
) -> None:
    """Say, once a series, where 0.95 seems to be meant as 95%: no number beyond 1, or others written with their %."""
    by_line: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        metric = figure.series.metric_id or ""
        if kinds[metric] is MetricKind.RATIO and units[metric] == "%" and figure.series.factor == 1:
            by_line[figure.series.line].append(figure)
    for held in by_line.values():
        told = [(figure, figure.number) for figure in held if figure.number is not None]
        small = [(figure, number) for figure, number in told if _fraction(number)]
        bare = [number for _, number in told if number.unit != "%"]
        if small and (len(bare) < len(told) or all(0 <= number.value <= 1 for number in bare)):
            figure, number = small[0]
            faults.warning(
                say.small_share(written(number.value), written(number.value * 100)), say.LOOK_SHARE,
                **{**_where(figure), "value": figure.series.label}, kind="small share",
            )  # fmt: skip


def _fraction(number: Number) -> bool:
    """0.95 without a %."""
    return number.unit != "%" and 0 < number.value < 1


def _share(figure: Figure, numbers: Numbers, faults: Faults) -> Figure:
    where = _where(figure)
    upper, lower = (
        numbers.get((line, figure.place.time)) if line is not None else None
        for line in (figure.series.numerator, figure.series.denominator)
    )
    known = upper is not None and lower is not None and lower.value > 0
    if known and upper is not None and lower is not None and upper.value > lower.value:
        faults.error(say.OVER_WHOLE, say.MEND_SHARE, **where)
        return figure
    if figure.value is not None and figure.value > 100 and not _changes(figure):
        faults.warning(say.OVER_HUNDRED, say.LOOK, **where)
    if figure.value is None or figure.number is None or not known or upper is None or lower is None:
        return figure
    whole = upper.value == int(upper.value) and lower.value == int(lower.value)
    factor = Decimal(repr(figure.series.factor)) if figure.number.unit != "%" else Decimal(1)
    if not whole or not fits(figure.number, upper.value, lower.value, factor):
        share = figure.number.value * factor
        faults.warning(
            say.part_off(written(share), written(upper.value), written(lower.value), written(_shown(upper.value, lower.value))),
            say.LOOK, **where, kind="part off",
        )  # fmt: skip
        return figure
    return replace(figure, numerator=int(upper.value), denominator=int(lower.value))


def _shown(upper: Decimal, lower: Decimal) -> Decimal:
    """A share in percent to one decimal, half up."""
    return (100 * upper / lower).quantize(Decimal("0.1"), ROUND_HALF_UP)


def check_neighbours(figures: Iterable[Figure], kinds: Mapping[str, MetricKind], faults: Faults) -> None:
    """Figures ten times their neighbours in time, and negative counts."""
    runs: dict[tuple[str | None, str, str, int | None], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.value is not None and kinds[figure.series.metric_id or ""] is not MetricKind.RATIO:
            runs[figure.series.metric_id, figure.series.segment, figure.role, figure.period.months].append(
                figure
            )
            if figure.value < 0 and not _changes(figure):
                faults.warning(say.BELOW_ZERO, say.LOOK, **_where(figure))
    for run in runs.values():
        ordered = sorted(run, key=lambda figure: figure.period.start)
        if len(ordered) >= FEWEST_FOR_JUMP:
            usual = median(figure.value for figure in ordered if figure.value is not None)
            for at, figure in enumerate(ordered):
                _jump(figure, [*ordered[max(at - 1, 0) : at], *ordered[at + 1 : at + 2]], usual, faults)


def _jump(figure: Figure, beside: Sequence[Figure], usual: Decimal, faults: Faults) -> None:
    """Beside both neighbours, and beside what is usual in the run: a change of level is not a slip."""
    now = figure.value
    around = [other.value for other in beside if other.value is not None]
    if now is None or now <= 0 or not around or any(other <= 0 for other in around):
        return
    above = all(now >= JUMP * other for other in (*around, usual))
    below = all(now * JUMP <= other for other in (*around, usual))
    if (above or below) and max(now, *around) >= SMALL:
        faults.warning(
            say.jumped("、".join(map(written, around)), written(now)),
            say.LOOK,
            **_where(figure),
            kind="jump",
        )


def _changes(figure: Figure) -> bool:
    return any(word in figure.series.label for word in CHANGES)


def _where(figure: Figure) -> dict[str, object]:
    place = figure.place
    value = "" if figure.value is None else written(figure.value)
    return {"sheet": place.sheet, "row": place.row, "column": place.column, "value": value}


def written(value: Decimal) -> str:
    """A number for messages: `12,000`, `0.5`."""
    return f"{value.normalize():,f}"
