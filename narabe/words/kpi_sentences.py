"""The board in one sentence, and why an indicator is judged as it is."""

from collections.abc import Sequence

from narabe.model.kpi import Indicator, Observation
from narabe.model.status import MetricKind, PaceState
from narabe.model.text import EMPTY, Text
from narabe.words import labels, numbers

BOARD_NOTES = (
    Text(
        "計画期間は2026年4月から。ここにある実績はそれより前のものなので、判定はすべて「ペース参考」です。",
        "The plan runs from April 2026. The figures here are earlier, so every verdict is a pace “for reference”.",
    ),
    Text(
        "長さの違う期間は、そのまま比べず12か月に換算します。季節による増減は考えていません。",
        "Periods of different length are put on twelve months before they are compared; seasons are not allowed for.",
    ),
)


def board(indicators: Sequence[Indicator]) -> Text:
    """`11指標のうち、到達見込み1、ペース以上2、…`."""
    counts = [(state, sum(i.state is state for i in indicators)) for state in PaceState]
    said = [(labels.PACE[state], count) for state, count in counts if count]
    ja = "、".join(f"{label.ja} {count}" for label, count in said)
    en = ", ".join(f"{count} {label.en}" for label, count in said)
    reference = any(i.reference_only for i in indicators)
    return Text(
        f"{len(indicators)}指標のうち、{ja}{'（計画開始前のペース参考）' if reference else ''}。",
        f"Of {len(indicators)} indicators: {en}{' (pace for reference, before the plan begins)' if reference else ''}.",
    )


def why(
    state: PaceState,
    kind: MetricKind,
    baseline: Observation | None,
    latest: Observation | None,
    target: Observation | None,
    unit: Text,
    at_start: float | None,
    now: float | None,
    needed: float | None,
    so_far: float | None,
) -> Text:
    """The arithmetic behind a state, in one or two sentences."""
    if state in (PaceState.NOT_CAPTURED, PaceState.UNDECIDABLE) or latest is None or now is None:
        return Text(labels.PACE_RULE[state].ja + "。", labels.PACE_RULE[state].en.capitalize() + ".")
    assert target is not None and needed is not None and so_far is not None
    said = _on_a_year(kind, baseline, latest, at_start, now, unit)
    if state in (PaceState.REACHED, PaceState.ON_COURSE_YEARLY):
        goal = amount(target.value, unit)
        return said + Text(f"目標 {goal.ja} 以上。", f"That is at or above the target of {goal.en}.")
    have, want = pace(so_far), pace(needed)
    return said + Text(
        f"年あたりの伸びは {have.ja}{unit.ja}、必要なのは {want.ja}{unit.ja}。",
        f"Change per year {have.en}, needed {want.en} ({unit.en}).",
    )


def pace(value: float | None) -> Text:
    """A change per year, signed; one decimal below a hundred."""
    return numbers.signed(value, 1 if value is not None and abs(value) < 100 else 0)


def amount(value: float | None, unit: Text, decimals: int = 0) -> Text:
    """`1,816人` / `1,816 person-months`; percent signs stay attached."""
    shown = numbers.number(value, decimals)
    if value is None:
        return shown
    return Text(f"{shown.ja}{unit.ja}", f"{shown.en}%" if unit.en == "%" else f"{shown.en} {unit.en}")


def _on_a_year(
    kind: MetricKind,
    baseline: Observation | None,
    latest: Observation,
    at_start: float | None,
    now: float,
    unit: Text,
) -> Text:
    if kind is not MetricKind.FLOW or latest.months in (None, 12):
        return EMPTY
    raw, yearly = amount(latest.value, unit), amount(now, unit)
    said = Text(
        f"{latest.months}か月で {raw.ja}、12か月に換算して {yearly.ja}。",
        f"{raw.en} in {latest.months} months, {yearly.en} on a yearly basis.",
    )
    if baseline is None or baseline.months in (None, 12) or at_start is None:
        return said
    first, first_year = amount(baseline.value, unit), amount(at_start, unit)
    return said + Text(
        f"基準値も {baseline.months}か月の {first.ja} を換算して {first_year.ja}。",
        f"The baseline, {first.en} in {baseline.months} months, is {first_year.en} likewise.",
    )
