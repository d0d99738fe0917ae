"""The five strips of 5レス in words."""

from collections.abc import Sequence

from narabe.model.metrics import WHOLE, Metric, Observation
from narabe.model.months import Run, at_the_end, condensed, latest
from narabe.model.operations import OTHERS, Strip
from narabe.model.status import MetricKind, Status
from narabe.model.text import EMPTY, Text
from narabe.words import labels, numbers
from narabe.words.kpi_sentences import amount, told

STRIPS = {
    "counterless": (
        Text("カウンターレス", "Counterless"),
        Text("窓口に来なくても手続が済む", "Procedures done without coming to a counter"),
        Text("行政手続のオンライン化率", "share of procedures online"),
    ),
    "cashless": (
        Text("キャッシュレス", "Cashless"),
        Text("現金を使わずに払える", "Payments made without cash"),
        Text("使用料・市税などのキャッシュレス決済比率", "cashless share of fees and taxes"),
    ),
    "moveless": (
        Text("ムーブレス", "Moveless"),
        Text("移動せずに会議ができる", "Meetings held without travelling"),
        Text("ウェブ会議の開催数", "number of online meetings"),
    ),
    "paperless": (
        Text("ペーパーレス", "Paperless"),
        Text("紙に刷らずに仕事が進む", "Work done without printing"),
        Text("印刷枚数の減少率", "cut in pages printed"),
    ),
    "fileless": (
        Text("ファイルレス", "Fileless"),
        Text("台帳をデータにして探しやすくする", "Registers kept as searchable data"),
        Text("データ化した台帳の数", "number of registers turned into data"),
    ),
}
OTHER_METRICS = (
    Text("そのほかの指標", "Other metrics"),
    Text("取り込んだデータのうち、5レスに入らないもの", "What was imported and belongs to none of the five"),
)
LEADS = {"counterless": "online_procedures", "cashless": "cashless_ratio", "fileless": "gis_logins_monthly"}
"""The figure each strip leads with; paperless has figures of single departments only."""
NO_FIGURE = Text("数値の記載なし", "no figure is printed")
ONLY_PARTS = Text("部局別の記載だけ", "single departments only")
TO_SCALE = Text(
    "棒の長さは対象の月数です。長さの違う期間の数は、そのまま比べないでください。",
    "A bar is as long as the months it covers: do not compare figures of different length as they stand.",
)
RECOMPUTED = Text(
    "割合は分子と分母から計算し、記載の値と並べます。割合どうしの平均や合計はしません。",
    "Ratios are recomputed from numerator and denominator beside the printed ones; ratios are never averaged or added.",
)
UNDATED = Text("日の記載なし", "day not printed")
EMPTY_SLOT = Text("未収録", "not captured")
FIRST_FIGURE = Text(
    "今月の数が1つあれば、ここから記録が始まります。「データを入れる」のページで入力できます。",
    "One figure for this month would start the record here. It can be entered on the page “Bring in data”.",
)


def sentence(strips: Sequence[Strip]) -> Text:
    """The leading figure of each strip with its period, and which strips have none."""
    leads = [_lead(strip) for strip in strips if strip.strip_id != OTHERS or len(strips) == 1]
    ja, en = "、".join(lead.ja for lead in leads), "; ".join(lead.en for lead in leads)
    return Text(f"{ja}。", f"{en}.")


def _lead(strip: Strip) -> Text:
    """`キャッシュレス 31.9%（2025年4月～2025年11月・8か月）`, or that no figure is printed."""
    leading = [m for m in strip.known if m.metric_id == LEADS.get(strip.strip_id)]
    metric = next(iter([*leading, *(m for m in strip.known if m.brought_in and _of_all(m))]), None)
    held = latest(metric) if metric else None
    if metric is None or held is None:
        nothing = NO_FIGURE if not strip.known else ONLY_PARTS
        return Text(f"{strip.label.ja}は{nothing.ja}", f"{strip.label.en}: {nothing.en}")
    said, when = value(metric, held), numbers.period(held.start, held.end, held.months)
    return Text(
        f"{strip.label.ja}は{metric.title.ja} {said.ja}（{when.ja}）",
        f"{strip.label.en}: {metric.title.en} {said.en} ({when.en})",
    )


def _of_all(metric: Metric) -> bool:
    """Whether a value of the whole is known, not only of parts."""
    return any(o.told and o.segment.segment_id == WHOLE.segment_id for o in metric.whole)


def month_by_month(metric: Metric, run: Run) -> Text:
    """`月ごと 4,210～6,120件・8か月分、最新は2025年11月 6,120件（取込）`: the months of a year in one line."""
    low, high = (amount(size, metric.unit, run.last.decimals) for size in (min(run.values), max(run.values)))
    low_ja = numbers.number(min(run.values), run.last.decimals).ja
    each = Text("月末ごと", "at month-ends") if run.month_ends else Text("月ごと", "by month")
    last, when = told(run.last, metric.unit), numbers.period(run.last.start, run.last.end, None)
    count = len(run.observations)
    return Text(
        f"{each.ja} {low_ja}～{high.ja}・{count}か月分、最新は{when.ja} {last.ja}",
        f"{each.en}: {low.en} to {high.en} in {count} months, latest {when.en} {last.en}",
    )


def reading(metric: Metric, observation: Observation) -> Text:
    """`46,906件・8か月` / `記載 2.1%（計算 2.00%）・8か月`: value and months, as drawn beside its period."""
    shown = value(metric, observation)
    months = observation.months
    if not observation.told:
        return shown
    if observation.undated:
        return Text(f"{shown.ja}・{UNDATED.ja}", f"{shown.en}, {UNDATED.en}")
    if months is None:
        return shown
    return Text(f"{shown.ja}・{months}か月", f"{shown.en}, {months} months")


def value(metric: Metric, observation: Observation) -> Text:
    """The value in its unit; a range as a range, a lost one as an empty slot."""
    if observation.value is not None:
        printed = told(observation, metric.unit)
        computed = observation.recomputed
        ratio = metric.kind is MetricKind.RATIO and observation.status is Status.PRINTED
        if not (ratio and differs(observation)):
            return printed
        again = numbers.percent(computed, observation.decimals + 1)
        return Text(f"記載 {printed.ja}（計算 {again.ja}）", f"printed {printed.en} (computed {again.en})")
    if observation.low is not None or observation.high is not None:
        return labels.marked(_range(metric, observation), observation.origin)
    return (
        EMPTY_SLOT
        if observation.status is Status.NOT_CAPTURED
        else labels.status(observation.status, observation.origin)
    )


def differs(observation: Observation) -> bool:
    """Whether the printed ratio is not the recomputed one, rounded half-up."""
    computed = observation.recomputed
    if observation.value is None or computed is None:
        return False
    return numbers.number(computed, observation.decimals) != numbers.number(
        observation.value, observation.decimals
    )


def period_of(metric: Metric) -> Text:
    """`対象：2021年4月～2021年11月・8か月` for each period known; months that a longer one covers are not named."""
    spans = dict.fromkeys((o.start, o.end, o.months) for o in condensed(metric.known))
    said = [numbers.period(*span) for span in spans]
    return Text("対象：" + "、".join(s.ja for s in said), "Period: " + "; ".join(s.en for s in said))


def highest_and_lowest(metric: Metric) -> Text:
    """Which part is highest and which lowest in the latest period; nothing for fewer than two parts."""
    totals = {o.segment.part_of for o in metric.known}
    parts = at_the_end([o for o in metric.known if o.segment.segment_id not in totals])
    known = [(o.segment.label, size) for o in parts if (size := comparable(o)) is not None]
    if len(known) < 2:
        return EMPTY
    (top, most), (bottom, least) = max(known, key=lambda p: p[1]), min(known, key=lambda p: p[1])
    decimals = 2 if metric.unit.en == "%" else 0
    high, low = (amount(size, metric.unit, decimals) for size in (most, least))
    if most <= 0:
        return Text(
            f"最も減ったのは{bottom.ja} {low.ja}、減り方が小さいのは{top.ja} {high.ja}。",
            f"Largest cut: {bottom.en} {low.en}; smallest: {top.en} {high.en}.",
        )
    return Text(
        f"最も大きいのは{top.ja} {high.ja}、小さいのは{bottom.ja} {low.ja}。",
        f"Largest: {top.en} {high.en}; smallest: {bottom.en} {low.en}.",
    )


def comparable(observation: Observation) -> float | None:
    """A ratio from its numerator and denominator where they are known, else the value as it stands."""
    return observation.recomputed if observation.recomputed is not None else observation.value


def _range(metric: Metric, observation: Observation) -> Text:
    low, high = observation.low, observation.high
    if high is None:
        said = amount(low, metric.unit)
        return Text(f"{said.ja}以上", f"{said.en} or more")
    if low is None:
        said = amount(high, metric.unit)
        return Text(f"{said.ja}以下", f"at most {said.en}")
    return Text(
        f"{numbers.number(low).ja}～{amount(high, metric.unit).ja}",
        f"{numbers.number(low).en}–{amount(high, metric.unit).en}",
    )
