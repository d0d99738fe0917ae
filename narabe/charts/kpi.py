"""Indicators on one scale: the target is 100."""

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look
from narabe.model.indicator import IndicatorDetail, Moment
from narabe.model.kpi import Indicator, KpiBoard
from narabe.model.months import condensed
from narabe.model.text import Lang, Text
from narabe.words import kpi_sentences as say
from narabe.words import labels, numbers

LEAST_END = 105.0


def board(board: KpiBoard, look: Look) -> Spec:
    """Latest known value (yearly basis) in percent of the target, tick at the baseline, mark at the target."""
    lines = Lines()
    for indicator in board.indicators:
        lines.title(indicator.title.in_(look.lang))
        lines.words(say.figures_line(indicator).in_(look.lang))
        now, start = _of_target(indicator, indicator.yearly), _of_target(indicator, indicator.yearly_baseline)
        if start is not None:
            state = labels.PACE[indicator.state]
            share = numbers.percent(now, 0).ja + " " if now is not None else ""
            lines.bar(share + state.in_(look.lang), look.palette.pace[indicator.state], now, start=start)
    furthest = max((_of_target(i, i.yearly) or 0 for i in board.indicators), default=0)
    target = Text("目標=100", "target = 100").in_(look.lang)
    return drawn(lines, Scale(0, max(LEAST_END, furthest), (0, 50, 100), ("0", "50", target), rule=100), look)


def history(detail: IndicatorDetail, look: Look) -> Spec:
    """The values of one indicator in order of time, flows on a yearly basis; the target in a quiet colour.

    Of many months of a year the value that covers them stands, or the last: the table holds each.
    """
    lines, lang = Lines(), look.lang
    indicator, ends = detail.indicator, [0.0]
    for moment in _drawn(detail):
        lines.title(_title(moment, lang))
        shown = say.shown(moment, indicator.unit).in_(lang)
        if moment.yearly is None:
            lines.words(shown)
            continue
        goal = moment.observation.role == "target"
        lines.bar(shown, look.palette.quiet if goal else look.palette.main, moment.yearly)
        ends.append(moment.yearly)
    right = max(ends) or 1.0
    return drawn(lines, Scale(0, right, (0.0, right), ("0", numbers.number(right).ja)), look)


def history_alt(detail: IndicatorDetail, lang: Lang) -> str:
    """The history in words."""
    indicator = detail.indicator
    said = [f"{_title(m, lang)}: {say.shown(m, indicator.unit).in_(lang)}" for m in _drawn(detail)]
    return f"{indicator.title.in_(lang)}. " + "; ".join(said)


def _drawn(detail: IndicatorDetail) -> list[Moment]:
    kept = condensed(moment.observation for moment in detail.history)
    return [moment for moment in detail.history if moment.observation in kept]


def _title(moment: Moment, lang: Lang) -> str:
    o = moment.observation
    return f"{labels.ROLE[o.role].in_(lang)} {numbers.period(o.start, o.end, o.months).in_(lang)}"


def alt_text(board: KpiBoard, lang: Lang) -> str:
    """The board in words."""
    items = [
        f"{i.title.in_(lang)}: {labels.PACE[i.state].in_(lang)}, {say.figures_line(i).in_(lang)}"
        for i in board.indicators
    ]
    return " ".join([board.sentence.in_(lang), "; ".join(items)])


def _of_target(indicator: Indicator, value: float | None) -> float | None:
    if value is None or indicator.target is None or not indicator.target.value:
        return None
    return 100 * value / indicator.target.value
