"""The five strips of 5レス in words."""

from collections.abc import Sequence

from narabe.model.metrics import Metric, Observation
from narabe.model.operations import Strip
from narabe.model.status import MetricKind, Status
from narabe.model.text import EMPTY, Text
from narabe.words import labels, numbers
from narabe.words.kpi_sentences import amount

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
TO_SCALE = Text(
    "棒の長さは対象の月数です。長さの違う期間の数は、そのまま比べないでください。",
    "A bar is as long as the months it covers: do not compare figures of different length as they stand.",
)
RECOMPUTED = Text(
    "割合は分子と分母から計算し、記載の値と並べます。割合どうしの平均や合計はしません。",
    "Ratios are recomputed from numerator and denominator beside the printed ones; ratios are never averaged or added.",
)
EMPTY_SLOT = Text("未収録", "not captured")
FIRST_FIGURE = Text(
    "今月の数を1つ入れれば、ここから記録が始まります。", "One figure for this month would start the record."
)


def sentence(strips: Sequence[Strip]) -> Text:
    """How many metrics have figures in each strip, and which have none."""
    counted = [(strip.label, len(strip.known)) for strip in strips]
    ja = "、".join(f"{label.ja} {count}" for label, count in counted)
    en = ", ".join(f"{label.en} {count}" for label, count in counted)
    whole = Text(f"数値のある指標は、{ja}。", f"Metrics with figures: {en}.")
    bare = [strip.label for strip in strips if not strip.known]
    if not bare:
        return whole
    return whole + Text(
        f"{'・'.join(label.ja for label in bare)}は数値の記載がなく、空欄です。",
        f"{' and '.join(label.en for label in bare)}: no figure is printed, the slot is empty.",
    )


def reading(metric: Metric, observation: Observation) -> Text:
    """`46,906件・8か月` / `記載 2.1%（計算 2.00%）・8か月`: value and months, as drawn beside its period."""
    shown = value(metric, observation)
    months = observation.months
    if months is None or not observation.told:
        return shown
    return Text(f"{shown.ja}・{months}か月", f"{shown.en}, {months} months")


def value(metric: Metric, observation: Observation) -> Text:
    """The value in its unit; a range as a range, a lost one as an empty slot."""
    if observation.value is not None:
        printed = amount(observation.value, metric.unit, observation.decimals)
        computed = observation.recomputed
        ratio = metric.kind is MetricKind.RATIO and observation.status is Status.PRINTED
        if not (ratio and differs(observation)):
            return printed
        again = numbers.percent(computed, observation.decimals + 1)
        return Text(f"記載 {printed.ja}（計算 {again.ja}）", f"printed {printed.en} (computed {again.en})")
    if observation.low is not None or observation.high is not None:
        return _range(metric, observation)
    return EMPTY_SLOT if observation.status is Status.NOT_CAPTURED else labels.STATUS[observation.status]


def differs(observation: Observation) -> bool:
    """Whether the printed ratio is not the recomputed one, rounded half-up."""
    computed = observation.recomputed
    if observation.value is None or computed is None:
        return False
    return numbers.number(computed, observation.decimals) != numbers.number(
        observation.value, observation.decimals
    )


def period_of(metric: Metric) -> Text:
    """`対象：2021年4月～2021年11月・8か月` for each period known."""
    spans = dict.fromkeys((o.start, o.end, o.months) for o in metric.known)
    said = [numbers.period(*span) for span in spans]
    return Text("対象：" + "、".join(s.ja for s in said), "Period: " + "; ".join(s.en for s in said))


def highest_and_lowest(metric: Metric) -> Text:
    """Which part is highest and which lowest in the latest period; nothing for fewer than two parts."""
    latest = max((o.end for o in metric.known), default=None)
    totals = {o.segment.part_of for o in metric.known}
    parts = [o for o in metric.known if o.end == latest and o.segment.segment_id not in totals]
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
