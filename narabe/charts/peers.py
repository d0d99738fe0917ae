"""A pair of cities on one axis, and a share recomputed from its counts."""

from math import ceil, log10

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look
from narabe.charts.wrapping import within
from narabe.model.metrics import Observation
from narabe.model.peers import OWN, Pair, Side
from narabe.model.text import Lang, Text
from narabe.words import labels, numbers
from narabe.words import peers_sentences as say

ROUND = (1, 2, 5, 10)


def pair(shown: Pair, look: Look) -> Spec:
    """The older above the newer: a bar for a value, a range for what is bounded, a tick for a target."""
    lines = Lines()
    for side in shown.in_time:
        for part in within(_name(side).in_(look.lang), look.lang, look.narrowest, look.size + 1, bold=True):
            lines.title(part)
        colour = look.palette.main if side.city == OWN else look.palette.quiet
        now, goal = side.now, side.target
        lines.bar(
            reading(side, look.lang),
            colour,
            now.value if now else None,
            span=(now.low, now.high) if now and now.value is None else (None, None),
            start=goal.value if goal else None,
        )
    share = shown.own.metric.unit.en == "%"
    ends = [end for side in shown.sides for o in side.shown for end in (o.value, o.high) if end is not None]
    return drawn(lines, _percent() if share else _counted(max(ends)), look)


def pair_alt(shown: Pair, lang: Lang) -> str:
    """A pair in words: value and period of each, the verdict and its reason."""
    said = []
    for side in shown.in_time:
        values = [f"{say.value(side.metric, o).in_(lang)} ({say.when(o).in_(lang)})" for o in side.shown]
        said.append(f"{labels.CITY[side.city].in_(lang)} {side.metric.title.in_(lang)}: {', '.join(values)}")
    said.append(say.time_apart(shown).in_(lang))
    return " / ".join([*said, f"{say.VERDICT[shown.verdict].in_(lang)}: {shown.reason.in_(lang)}"])


def reading(side: Side, lang: Lang) -> str:
    """`54.6%`, `30件 → 目標 60件`: the first as its title says it is."""
    first, *more = side.shown
    values = [say.amount(side.metric, first), *(say.value(side.metric, o) for o in more)]
    return " → ".join(value.in_(lang) for value in values)


def _name(side: Side) -> Text:
    """`盛岡市・2025年度末の目標`."""
    city, held = labels.CITY[side.city], say.moment(side.shown[0])
    return Text(f"{city.ja}・{held.ja}", f"{city.en} – {held.en}")


def cards(side: Side, look: Look) -> Spec:
    """The share of cards issued at each date, from its counts, with the printed one beside it."""
    lines = Lines()
    for observation in _in_time(side):
        lines.bar(say.card_reading(observation).in_(look.lang), look.palette.quiet, observation.recomputed)
    furthest = max(observation.recomputed or 0 for observation in _in_time(side))
    top = _nice(furthest)
    return drawn(lines, Scale(0, top, (0, top), ("0", numbers.percent(top, 0).ja)), look)


def cards_alt(side: Side, lang: Lang) -> str:
    """The same in words."""
    said = "; ".join(say.card_reading(observation).in_(lang) for observation in _in_time(side))
    return f"{labels.CITY[side.city].in_(lang)} {side.metric.title.in_(lang)}: {said}"


def _in_time(side: Side) -> list[Observation]:
    return sorted(side.metric.known, key=lambda observation: observation.end)


def _percent() -> Scale:
    return Scale(0, 100, (0, 50, 100), ("0", "50", "100%"))


def _counted(furthest: float) -> Scale:
    top = _nice(furthest)
    return Scale(0, top, (0, top / 2, top), tuple(numbers.number(at).ja for at in (0, top / 2, top)))


def _nice(furthest: float) -> float:
    """The next 1, 2 or 5 times a power of ten."""
    power = 10.0 ** ceil(log10(furthest) - 1)
    return float(next(step * power for step in ROUND if step * power >= furthest))
