"""The board in one sentence, and why an indicator is judged as it is."""

from collections.abc import Sequence
from datetime import date

from narabe.model.indicator import Moment
from narabe.model.kpi import Indicator
from narabe.model.metrics import Observation
from narabe.model.status import MetricKind, PaceState
from narabe.model.text import EMPTY, Text
from narabe.words import labels, numbers

FULL_YEAR = 12
NAMED_STATES = (PaceState.REACHED, PaceState.ON_COURSE_YEARLY, PaceState.BEHIND)

BEFORE_THE_PLAN = Text(
    "計画期間は2026年4月から。それより前の実績による判定は「ペース参考」です。",
    "The plan runs from April 2026; a verdict on earlier figures is a pace “for reference”.",
)
LOST = Text("未収録（図にのみ記載、原本参照）", "not captured (only in a chart of the original)")
YEARLY = Text("（年換算）", " (yearly)")
NO_BASELINE = Text(
    "基準値が分からないため、必要な伸びを計算できません。",
    "The baseline is not known, so the change needed cannot be computed.",
)
ON_TWELVE_MONTHS = Text(
    "長さの違う期間は、そのまま比べず12か月に換算します。季節による増減は考えていません。",
    "Periods of different length are put on twelve months before they are compared; seasons are not allowed for.",
)


def board_notes(indicators: Sequence[Indicator]) -> tuple[Text, ...]:
    """What a reader of these indicators must know."""
    reference = any(indicator.reference_only for indicator in indicators)
    return (BEFORE_THE_PLAN, ON_TWELVE_MONTHS) if reference else (ON_TWELVE_MONTHS,)


def board(indicators: Sequence[Indicator]) -> Text:
    """`DX計画の11指標のうち、到達見込み 1（職員の生成AI利用者数）、ペース以上 2、…`."""
    said = [_of_state(state, [i for i in indicators if i.state is state]) for state in PaceState]
    told = [text for text in said if text.ja]
    reference = any(indicator.reference_only for indicator in indicators)
    ja, en = "、".join(text.ja for text in told), ", ".join(text.en for text in told)
    whole = _whole(indicators)
    return Text(
        f"{whole.ja}の{len(indicators)}指標のうち、{ja}{'。判定は計画開始前のペース参考' if reference else ''}。",
        f"Of {len(indicators)} indicators of {whole.en}: {en}{' (pace for reference, before the plan begins)' if reference else ''}.",
    )


def _whole(indicators: Sequence[Indicator]) -> Text:
    """What the indicators are those of: one value area, or the plan."""
    areas = {indicator.area for indicator in indicators}
    if len(areas) != 1:
        return Text("DX計画", "the plan")
    area = labels.AREA[areas.pop()]
    return Text(f"「{area.ja}」", f"“{area.en}”")


def _of_state(state: PaceState, indicators: Sequence[Indicator]) -> Text:
    """A state with its count; the indicators themselves where they ask for attention."""
    if not indicators:
        return EMPTY
    label, count = labels.PACE[state], len(indicators)
    if state not in NAMED_STATES:
        return Text(f"{label.ja} {count}", f"{count} {label.en}")
    ja, en = "・".join(i.title.ja for i in indicators), "; ".join(i.title.en for i in indicators)
    return Text(f"{label.ja} {count}（{ja}）", f"{count} {label.en} ({en})")


def why(indicator: Indicator) -> Text:
    """The arithmetic behind a state: what was put on a year, what a year brought, what it needs."""
    state, needed = indicator.state, indicator.pace_needed
    if state is PaceState.NOT_CAPTURED or indicator.target is None:
        return _sentence(labels.PACE_RULE[state])
    if needed is None:
        return NO_BASELINE
    unit, want = _unit_of_change(indicator), pace(needed)
    need = Text(f"必要な伸びは年 {want.ja}{unit.ja}。", f"Needed per year: {want.en} ({unit.en}).")
    if state is PaceState.UNDECIDABLE or indicator.pace_so_far is None:
        return (_too_short(indicator) or _sentence(labels.PACE_RULE[state])) + need
    have = pace(indicator.pace_so_far)
    said = _on_a_year(indicator)
    if state in (PaceState.REACHED, PaceState.ON_COURSE_YEARLY):
        goal = amount(indicator.target.value, indicator.unit)
        said += Text(f"目標の {goal.ja} に届く水準。", f"That is at or above the target of {goal.en}.")
    said += Text(f"これまでの伸びは年 {have.ja}{unit.ja}、", f"Change so far per year: {have.en}.") + need
    return said + (_too_short(indicator) or EMPTY)


def _too_short(indicator: Indicator) -> Text | None:
    """What is too short to be judged: all there is, or the newest."""
    seen = indicator.too_short
    if seen is None:
        return None
    period = numbers.period(seen.start, seen.end, seen.months)
    if seen == indicator.latest:
        return Text(
            f"判定できる期間が足りません（{period.ja}の実績だけ。3か月分から判定します）。",
            f"Too short a period to be judged ({period.en} only; three months are needed).",
        )
    return Text(
        f"{period.ja}の実績は3か月分に満たないため、まだ判定に使っていません。",
        f"{period.en}, less than three months, is not judged yet.",
    )


def arrival(indicator: Indicator) -> Text:
    """When the target would be reached by arithmetic alone, and on how much that rests; nothing where no date follows."""
    found, target = indicator.arrival, indicator.target
    if found is None or target is None:
        return EMPTY
    goal, first = amount(target.value, indicator.unit), _when(found.first, found.by_year)
    if not found.ranged:
        return Text(
            f"2つの値を直線で延ばすと、目標の{goal.ja}に届くのは{first.ja}。計算上の時期で、予測ではありません。幅を示すには、同じ長さの期間が4つ以上要ります。",
            f"A straight line through two values reaches the target of {goal.en} in {first.en}: arithmetic, not a forecast. A range would need at least four periods of equal length.",
        )
    last = Text("届かない", "never") if found.last is None else _when(found.last, found.by_year)
    return Text(
        f"{found.periods}期の実績のうち、最も速い伸びが続けば{first.ja}、最も遅い伸びなら{last.ja}に目標の{goal.ja}に届く計算。",
        f"Of {found.periods} periods, the fastest step would reach the target of {goal.en} in {first.en}, the slowest in {last.en}.",
    )


def _when(day: date, by_year: bool) -> Text:
    """A month, or the fiscal year that ends on a day."""
    if by_year:
        return Text(f"{day.year - 1}年度", f"FY{day.year - 1}")
    return Text(f"{day.year}年{day.month}月", f"{day:%b %Y}")


def shown(moment: Moment, unit: Text) -> Text:
    """One value of a history: as it stands, and on twelve months where it covers less; a range, or why it is empty."""
    observation = moment.observation
    if observation.value is not None:
        raw = told(observation, unit)
        if (
            moment.yearly is None
            or observation.months in (None, FULL_YEAR)
            or moment.yearly == observation.value
        ):
            return raw
        yearly = amount(moment.yearly, unit)
        return Text(f"{raw.ja} → 年換算 {yearly.ja}", f"{raw.en} → {yearly.en} a year")
    if observation.low is not None:
        floor = amount(observation.low, unit)
        return labels.marked(Text(f"{floor.ja}以上", f"{floor.en} or more"), observation.origin)
    return labels.status(observation.status, observation.origin)


def figures_line(indicator: Indicator) -> Text:
    """`基準 740 → 791 → 目標 862`; what is on a yearly basis says so."""
    if indicator.target is None or indicator.target.value is None:
        return LOST
    goal, start = numbers.number(indicator.target.value).ja, numbers.number(indicator.yearly_baseline).ja
    began, now = _yearly(indicator.baseline), EMPTY
    if indicator.yearly is not None:
        yearly, latest = _yearly(indicator.latest), numbers.number(indicator.yearly).ja
        mark = labels.mark(indicator.latest.origin) if indicator.latest else EMPTY
        now = Text(f" → {latest}{yearly.ja}{mark.ja}", f" → {latest}{yearly.en}{mark.en}")
    return Text(
        f"基準 {start}{began.ja}{now.ja} → 目標 {goal}", f"baseline {start}{began.en}{now.en} → target {goal}"
    )


def _yearly(observation: Observation | None) -> Text:
    """Says so where a figure of other than twelve months stands on a yearly basis."""
    return YEARLY if observation and observation.months not in (None, FULL_YEAR) else EMPTY


def _unit_of_change(indicator: Indicator) -> Text:
    """A percentage changes by points."""
    return Text("ポイント", "points") if indicator.unit.en == "%" else indicator.unit


def _sentence(rule: Text) -> Text:
    return Text(f"{rule.ja}。", f"{rule.en[0].upper()}{rule.en[1:]}.")


def pace(value: float | None) -> Text:
    """A change per year, signed; one decimal below a hundred."""
    return numbers.signed(value, 1 if value is not None and abs(value) < 100 else 0)


def told(observation: Observation, unit: Text) -> Text:
    """The value as it is given: `約13,500時間`, `13,511時間`, `1,234件（取込）`."""
    said = amount(observation.value, unit, observation.decimals)
    if observation.about:
        said = Text(f"約{said.ja}", f"about {said.en}")
    return labels.marked(said, observation.origin)


def amount(value: float | None, unit: Text, decimals: int = 0) -> Text:
    """`1,816人` / `1,816 person-months`; percent signs stay attached."""
    shown = numbers.number(value, decimals)
    if value is None:
        return shown
    return Text(f"{shown.ja}{unit.ja}", f"{shown.en}%" if unit.en == "%" else f"{shown.en} {unit.en}")


def _on_a_year(indicator: Indicator) -> Text:
    """What was put on twelve months, or nothing where nothing was."""
    latest, baseline, unit = indicator.latest, indicator.baseline, indicator.unit
    if indicator.kind is not MetricKind.FLOW or latest is None or latest.months in (None, FULL_YEAR):
        return EMPTY
    raw, yearly = amount(latest.value, unit), amount(indicator.yearly, unit)
    said = Text(
        f"{latest.months}か月で {raw.ja}、12か月に換算して {yearly.ja}。",
        f"{raw.en} in {latest.months} months, {yearly.en} on a yearly basis.",
    )
    if baseline is None or baseline.months in (None, FULL_YEAR):
        return said
    first, first_year = amount(baseline.value, unit), amount(indicator.yearly_baseline, unit)
    return said + Text(
        f"基準値も {baseline.months}か月の {first.ja} を換算して {first_year.ja}。",
        f"The baseline, {first.en} in {baseline.months} months, is {first_year.en} likewise.",
    )
