"""A metric by tax, fee, department or meeting; printed ratios beside the recomputed ones."""

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look
from narabe.model.metrics import Metric, Observation
from narabe.model.months import condensed
from narabe.model.text import Lang, Text
from narabe.words import labels, numbers
from narabe.words import operations_sentences as say
from narabe.words.kpi_sentences import amount


def parts(metric: Metric, look: Look) -> Spec:
    """A group of bars for each part, one for each period; a ratio as computed and as printed."""
    lines = Lines()
    ends = [0.0]
    for segment in metric.segments:
        lines.title(segment.label.in_(look.lang))
        for observation in _of(metric, segment.segment_id):
            for text, value, colour in _bars(metric, observation, look):
                lines.bar(text, colour, value)
                ends.append(value)
    left, right = min(ends), max(ends)
    return drawn(lines, Scale(left, right, *_ticks(left, right, metric)), look)


def alt_text(metric: Metric, lang: Lang) -> str:
    """Every bar in words."""
    said = [
        f"{o.segment.label.in_(lang)} {say.reading(metric, o).in_(lang)}"
        for segment in metric.segments
        for o in _of(metric, segment.segment_id)
    ]
    return f"{metric.title.in_(lang)}: " + "; ".join(said)


def _of(metric: Metric, segment_id: str) -> list[Observation]:
    """What is known of one part, in order of time; of many months the value that covers them, or the last."""
    return list(condensed(o for o in metric.known if o.segment.segment_id == segment_id))


def _bars(metric: Metric, observation: Observation, look: Look) -> list[tuple[str, float, str]]:
    """Text, length and colour of each bar of one value; the computed ratio first."""
    lang, palette = look.lang, look.palette
    several = len({(o.start, o.end) for o in metric.known}) > 1
    mark = labels.mark(observation.origin).in_(lang)
    when = f"{numbers.period(observation.start, observation.end, None).in_(lang)} " if several else ""
    if observation.recomputed is None:
        if observation.value is None:
            return []
        shown = amount(observation.value, metric.unit, observation.decimals).in_(lang)
        return [(when + shown + mark, observation.value, palette.main)]
    computed = numbers.percent(observation.recomputed, 2).in_(lang)
    counts = f"{numbers.number(observation.numerator).ja} / {numbers.number(observation.denominator).ja}"
    first = Text(f"計算 {computed}（{counts}）", f"computed {computed} ({counts})").in_(lang)
    bars = [(when + first + mark, observation.recomputed, palette.main)]
    if observation.value is not None:
        printed = numbers.percent(observation.value, observation.decimals).in_(lang)
        second = Text(f"記載 {printed}", f"printed {printed}").in_(lang)
        bars.append((when + second + mark, observation.value, palette.quiet))
    return bars


def _ticks(left: float, right: float, metric: Metric) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Zero and the furthest end on either side."""
    places = [end for end in (left, right) if end]
    unit = "%" if metric.unit.en == "%" else ""
    return (0.0, *places), ("0", *(numbers.number(end, 1 if unit else 0).ja + unit for end in places))
