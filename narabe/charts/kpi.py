"""Indicators on one scale: the target is 100."""

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look
from narabe.model.kpi import Indicator, KpiBoard
from narabe.model.text import Lang, Text
from narabe.words import labels, numbers

LEAST_END = 125.0


def board(board: KpiBoard, look: Look) -> Spec:
    """Latest known value (yearly basis) in percent of the target, tick at the baseline, line at the target."""
    lines = Lines()
    for indicator in board.indicators:
        lines.title(indicator.title.in_(look.lang))
        lines.words(bar_label(indicator, look.lang))
        now, start = _of_target(indicator, indicator.yearly), _of_target(indicator, indicator.yearly_baseline)
        if start is not None:
            said = Text("基準", "baseline") if now is None else numbers.percent(now, 0)
            lines.bar(said.in_(look.lang), look.palette.pace[indicator.state], now, start=start)
    furthest = max((_of_target(i, i.yearly) or 0 for i in board.indicators), default=0)
    target = Text("目標=100", "target = 100").in_(look.lang)
    scale = Scale(0, max(LEAST_END, 1.2 * furthest), (0, 50, 100), ("0", "50", target), rule=100)
    return drawn(lines, scale, look)


def bar_label(indicator: Indicator, lang: Lang) -> str:
    """`ペース以上　740 → 791 → 目標 862`; what is on a yearly basis says so."""
    state = labels.PACE[indicator.state].in_(lang)
    if indicator.target is None or indicator.target.value is None:
        return Text(f"{state}　図にのみ記載（原本参照）", f"{state}: only in a picture of the original").in_(
            lang
        )
    goal, start = numbers.number(indicator.target.value).ja, numbers.number(indicator.yearly_baseline).ja
    now = Text("", "")
    if indicator.yearly is not None:
        yearly = Text("（年換算）", " (yearly)") if _projected(indicator) else Text("", "")
        latest = numbers.number(indicator.yearly).ja
        now = Text(f" → {latest}{yearly.ja}", f" → {latest}{yearly.en}")
    return Text(f"{state}　{start}{now.ja} → 目標 {goal}", f"{state}: {start}{now.en} → target {goal}").in_(
        lang
    )


def alt_text(board: KpiBoard, lang: Lang) -> str:
    """The board in words."""
    items = [
        f"{i.title.in_(lang)}: {labels.PACE[i.state].in_(lang)}, {bar_label(i, lang)}"
        for i in board.indicators
    ]
    return " ".join([board.sentence.in_(lang), "; ".join(items)])


def _projected(indicator: Indicator) -> bool:
    return any(o is not None and o.months not in (None, 12) for o in (indicator.baseline, indicator.latest))


def _of_target(indicator: Indicator, value: float | None) -> float | None:
    if value is None or indicator.target is None or not indicator.target.value:
        return None
    return 100 * value / indicator.target.value
