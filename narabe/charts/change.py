"""Changes between cohorts, and what the base did to them."""

from itertools import groupby
from math import ceil, floor

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look
from narabe.model.comparison import BaseEffect, Comparison, Difference
from narabe.model.text import Lang, Text
from narabe.words import numbers

STEPS, MOST_TICKS = (1, 2, 5, 10, 20, 50, 100), 5


def differences(comparison: Comparison, look: Look) -> Spec:
    """Bars of difference in points from zero, with intervals, one per option and pair."""
    lines, accent = Lines(), look.palette.series["net2025"]
    several = len({(d.earlier.key, d.later.key) for d in comparison.differences}) > 1
    for label, group in groupby(_by_option(comparison), key=lambda d: d.label):
        lines.title(label.in_(look.lang))
        for difference in group:
            said = [_pair(difference)] if several else []
            said += remarks(difference)
            if said:
                lines.words(Text("、", ", ").in_(look.lang).join(text.in_(look.lang) for text in said))
            interval = (difference.low, difference.high)
            lines.bar(
                difference_label(difference).in_(look.lang), accent, difference.points, interval=interval
            )
    return drawn(lines, _points(lines), look)


def _by_option(comparison: Comparison) -> list[Difference]:
    order = {row.option_id: place for place, row in enumerate(comparison.rows)}
    return sorted(comparison.differences, key=lambda d: order[d.option_id])


def difference_label(difference: Difference) -> Text:
    """`+20.0［+13.3～+26.3］`."""
    moved, interval = (
        numbers.signed(difference.points),
        numbers.point_interval(difference.low, difference.high),
    )
    if difference.low is None:
        return moved
    return Text(f"{moved.ja}［{interval.ja}］", f"{moved.en} [{interval.en}]")


def remarks(difference: Difference) -> list[Text]:
    """What must be said beside a difference: not clear, due to the base, another last digit in print."""
    said = []
    if difference.distinguishable is False:
        said.append(Text("差があるとはいえない", "no clear difference"))
    if difference.due_to_base:
        said.append(Text("分母をそろえると差があるとはいえない", "no clear difference on the same base"))
    if difference.printed_points is not None:
        printed = numbers.signed(difference.printed_points).ja
        said.append(Text(f"記載値どうしでは {printed}", f"from printed shares {printed}"))
    return said


def differences_alt(comparison: Comparison, lang: Lang) -> str:
    """The differences in words."""
    items = [
        f"{d.label.in_(lang)} ({_pair(d).in_(lang)}): "
        + ", ".join(text.in_(lang) for text in (difference_label(d), *remarks(d)))
        for d in _by_option(comparison)
    ]
    return Text("差（ポイント）。", "Differences in points. ").in_(lang) + "; ".join(items)


def base_effects(comparison: Comparison, look: Look) -> Spec:
    """What remains of each change on the chosen base; a tick where it stood before."""
    lines, accent = Lines(), look.palette.series["net2025"]
    for effect in comparison.base_effects:
        lines.title(effect.label.in_(look.lang))
        lines.words(base_label(effect).in_(look.lang))
        lines.bar(
            Text("残り", "rest").in_(look.lang),
            accent,
            effect.remaining,
            interval=(effect.low, effect.high),
            start=effect.total,
        )
    return drawn(lines, _points(lines), look)


def base_label(effect: BaseEffect) -> Text:
    """`−6.3 ＝ 分母 −4.1 ＋ 残り −2.2［−8.2～+4.0］`."""
    total, base, rest = (numbers.signed(v).ja for v in (effect.total, effect.from_base, effect.remaining))
    interval = numbers.point_interval(effect.low, effect.high)
    return Text(
        f"{total} ＝ 分母 {base} ＋ 残り {rest}［{interval.ja}］",
        f"{total} = base {base} + rest {rest} [{interval.en}]",
    )


def base_effects_alt(comparison: Comparison, lang: Lang) -> str:
    """The decomposition in words."""
    items = [f"{e.label.in_(lang)}: {base_label(e).in_(lang)}" for e in comparison.base_effects]
    return Text("変化の内訳（ポイント）。", "Changes taken apart, in points. ").in_(lang) + "; ".join(items)


def _pair(difference: Difference) -> Text:
    return Text(
        f"{difference.earlier.short.ja}→{difference.later.short.ja}",
        f"{difference.earlier.short.en}→{difference.later.short.en}",
    )


def _points(lines: Lines) -> Scale:
    """Room for every interval, zero included, and as much again for the labels on the right."""
    named = ("value", "low", "high", "start")
    edges = [0.0, *(row[name] for row in lines.rows for name in named if row[name] is not None)]
    left, right = min(edges), max(edges)
    step = next(step for step in STEPS if (right - left) / step <= MOST_TICKS)
    ticks = tuple(range(step * ceil(left / step), step * floor(right / step) + 1, step))
    labels = tuple(numbers.signed(tick, 0).ja for tick in ticks)
    return Scale(left - 0.06 * (right - left), right, ticks, labels)
