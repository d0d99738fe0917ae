"""Figures over the time they cover: a bar is as long as its months, an empty slot is an outline."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import altair as alt

from narabe.charts.template import Spec, filled, template
from narabe.charts.theme import Look, text_width
from narabe.charts.wrapping import within
from narabe.model.metrics import Metric, Observation
from narabe.model.operations import Strip
from narabe.model.text import Lang
from narabe.words import numbers
from narabe.words import operations_sentences as say

PARAMETERS = ("left", "right", "ticks", "tick_labels")
GAP = 8
EDGE = 20  # pixels left free at both ends of the axis for half the name of a year


@dataclass
class Timeline:
    """Rows from top to bottom; `begin` and `end` are years with decimals, April 1 = .25."""

    left: float
    right: float
    look: Look
    rows: list[dict[str, Any]] = field(default_factory=list)

    def title(self, text: str) -> None:
        """What the next bars count, on as many lines as it takes."""
        for line in within(text, self.look.lang, self.look.narrowest, self.look.size + 1, bold=True):
            self._add("title", line, self.left, self.left, "after")

    def slot(self, kind: str, text: str, begin: float, end: float) -> None:
        """A period with its text on the side that has room; on a line of its own where neither has."""
        width = text_width(text, self.look.size) + GAP
        per_year = self.look.narrowest / (self.right - self.left)
        if (self.right - end) * per_year >= width:
            self._add(kind, text, begin, end, "after")
        elif (begin - self.left) * per_year >= width:
            self._add(kind, text, begin, end, "before")
        else:
            for line in within(text, self.look.lang, self.look.narrowest, self.look.size):
                self._add("words", line, self.left, self.left, "after")
            self._add(kind, "", begin, end, "after", said=text)

    def _add(self, kind: str, text: str, begin: float, end: float, side: str, said: str = "") -> None:
        self.rows.append(
            {
                "line": len(self.rows),
                "kind": kind,
                "text": text,
                "said": said or text,
                "begin": begin,
                "end": end,
                "side": side,
            }
        )


def strip(strip: Strip, look: Look) -> Spec:
    """Every figure of one strip over the months it covers."""
    return metrics([metric for metric in strip.over_time if metric.whole], look)


def metrics(shown: Sequence[Metric], look: Look) -> Spec:
    """Each metric with its figures, to one scale of time."""
    every = [o for metric in shown for o in metric.whole]
    first, last = min(o.start for o in every), max(o.end for o in every)
    edge = EDGE * (year_of(last) - year_of(first)) / (look.narrowest - 2 * EDGE)
    line = Timeline(year_of(first) - edge, year_of(last) + edge, look)
    for metric in shown:
        line.title(metric.title.in_(look.lang))
        for observation in sorted(metric.whole, key=lambda o: (o.end, o.start, o.segment.order)):
            line.slot(_kind(observation), _text(metric, observation, look.lang), *_span(observation))
    return drawn(line)


def alt_text(strip: Strip, lang: Lang) -> str:
    """A strip in words: value and period of each figure."""
    said = []
    for metric in strip.over_time:
        values = "; ".join(_text(metric, o, lang) + " " + _when(o, lang) for o in metric.whole)
        said.append(f"{metric.title.in_(lang)}: {values}")
    return " / ".join(said)


def drawn(line: Timeline) -> Spec:
    """The rows as a chart, with a tick for each fiscal year that has room for its name."""
    years = range(int(line.left) + 1, int(line.right) + 1)
    every = 1 if (line.right - line.left) <= 9 else 2
    ticks = [year + 0.25 for year in years if year % every == 0]
    labels = [f"{int(tick)}.4" for tick in ticks]
    kinds = {row["kind"] for row in line.rows}
    sides = {row["side"] for row in line.rows if row["kind"] != "title"}
    unused = ({"known", "range", "empty", "moment", "words", "after", "before"} - kinds) - sides
    return filled(
        _form(line.look),
        line.rows,
        line.look.line * len(line.rows),
        unused,
        left=line.left,
        right=line.right,
        ticks=ticks,
        tick_labels=labels,
    )


def year_of(day: date) -> float:
    """A day as a year with decimals."""
    return day.year + (day - date(day.year, 1, 1)).days / 365.25


def _kind(observation: Observation) -> str:
    if not observation.told:
        return "empty"
    if observation.start == observation.end:
        return "moment"
    return "known" if observation.value is not None and not observation.undated else "range"


def _span(observation: Observation) -> tuple[float, float]:
    return year_of(observation.start), year_of(observation.end)


def _text(metric: Metric, observation: Observation, lang: Lang) -> str:
    named = observation.segment.label.in_(lang) + " " if observation.segment.segment_id != "all" else ""
    return named + say.reading(metric, observation).in_(lang)


def _when(observation: Observation, lang: Lang) -> str:
    return f"({numbers.period(observation.start, observation.end, None).in_(lang)})"


@cache
def _form(look: Look) -> Spec:
    """The template: bars, outlines and points over years, texts on either side."""
    scale = alt.Scale(domain=[alt.ExprRef("left"), alt.ExprRef("right")], nice=False, zero=False)
    labels = "tick_labels[indexof(ticks, datum.value)]"
    axis = alt.Axis(values=alt.ExprRef("ticks"), labelExpr=labels, orient="top", grid=True)
    y = alt.Y("line:O", axis=None, sort=None, scale=alt.Scale(paddingInner=0.2, paddingOuter=0.1))

    def x(name: str) -> alt.X:
        return alt.X(f"{name}:Q", scale=scale, axis=axis, title=None)

    every_line = alt.Chart().mark_point(opacity=0, size=1, aria=False).encode(x("begin"), y)
    return template([every_line, *_marks(look, x, y), *_texts(look, x, y)], look, PARAMETERS)


def _marks(look: Look, x: Callable[[str], alt.X], y: alt.Y) -> list[alt.Chart]:
    ink, quiet, said = look.palette.main, look.palette.quiet, alt.Description("said:N")
    known = _only("known").mark_bar(height={"band": 0.7}, color=ink, cornerRadius=2)
    ranged = _only("range").mark_bar(
        height={"band": 0.7}, fill=ink, fillOpacity=0.22, stroke=ink, strokeWidth=1.5, strokeDash=[4, 3]
    )
    empty = _only("empty").mark_bar(
        height={"band": 0.7}, fill=None, stroke=quiet, strokeWidth=1.5, strokeDash=[2, 3]
    )
    moment = _only("moment").mark_point(
        shape="diamond", filled=True, size=look.size * 11, color=ink, opacity=1
    )
    bars = [mark.encode(x("begin"), alt.X2("end:Q"), y, description=said) for mark in (known, ranged, empty)]
    return [*bars, moment.encode(x("end"), y, description=said)]


def _texts(look: Look, x: Callable[[str], alt.X], y: alt.Y) -> list[alt.Chart]:
    """Texts on an edge in the colour of the ground, so that grid lines do not cross them."""
    ground, ink = look.palette.ground, look.palette.text
    places = (
        ("after", "datum.side == 'after' && !(datum.kind == 'title' || datum.kind == 'words')", "end", GAP),
        ("before", "datum.side == 'before'", "begin", -GAP),
        ("words", "datum.kind == 'words'", "begin", 0),
        ("title", "datum.kind == 'title'", "begin", 0),
    )
    texts = []
    for name, condition, place, dx in places:
        for part, paint in (
            ("edge", {"color": ground, "stroke": ground, "strokeWidth": 4, "strokeJoin": "round"}),
            ("ink", {"color": ink}),
        ):
            shape: dict[str, Any] = {
                "align": "right" if dx < 0 else "left",
                "dx": dx,
                "fontSize": look.size + (name == "title"),
                "fontWeight": "bold" if name == "title" else "normal",
                "aria": False,
            }
            chart = alt.Chart(name=f"{name}_{part}").transform_filter(condition)
            texts.append(chart.mark_text(**(shape | paint)).encode(x(place), y, text=alt.Text("text:N")))
    return texts


def _only(kind: str) -> alt.Chart:
    return alt.Chart(name=kind).transform_filter(f"datum.kind == '{kind}'")
