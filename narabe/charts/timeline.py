"""Figures over the time they cover: a bar is as long as its months, an empty slot is an outline.

The months of a year stand on one line, each as thick as its value.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import altair as alt

from narabe.charts.template import Spec, along_ticks, down_the_lines, every_line, filled, form, template
from narabe.charts.theme import Look, text_width
from narabe.charts.wrapping import within
from narabe.model.metrics import Metric, Observation
from narabe.model.months import Run, runs
from narabe.model.operations import Strip
from narabe.model.text import Lang
from narabe.words import numbers
from narabe.words import operations_sentences as say

PARAMETERS = ("left", "right", "ticks", "tick_labels")
GAP = 8
THICKEST, THINNEST = 0.72, 0.06
"""How much of its line the largest month of a metric takes, and the smallest."""
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

    def months(self, text: str, bars: list[dict[str, Any]]) -> None:
        """Months on one line, each with `begin`, `end`, its thickness `thick` and what is `said` of it; one text for all."""
        self.slot("months", text, bars[0]["begin"], bars[-1]["end"])
        line = self.rows.pop()
        named = bars[-1] if line["side"] == "after" else bars[0]
        self.rows += [line | bar | {"text": line["text"] if bar is named else ""} for bar in bars]

    def _add(self, kind: str, text: str, begin: float, end: float, side: str, said: str = "") -> None:
        line = self.rows[-1]["line"] + 1 if self.rows else 0
        self.rows.append(
            {
                "line": line,
                "kind": kind,
                "text": text,
                "said": said or text,
                "begin": begin,
                "end": end,
                "side": side,
                "thick": None,
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
        for told in runs(metric.whole):
            if isinstance(told, Run):
                line.months(_text(metric, told, look.lang), _bars(metric, told, look))
            else:
                line.slot(_kind(told), _text(metric, told, look.lang), *_span(told))
    return drawn(line)


def alt_text(strip: Strip, lang: Lang) -> str:
    """A strip in words: value and period of each figure."""
    said = []
    for metric in strip.over_time:
        values = "; ".join(_text(metric, told, lang) + " " + _when(told, lang) for told in runs(metric.whole))
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
    unused = ({"known", "months", "range", "empty", "moment", "words", "after", "before"} - kinds) - sides
    return filled(
        _form(line.look),
        line.rows,
        line.look.line * (line.rows[-1]["line"] + 1),
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


def _bars(metric: Metric, run: Run, look: Look) -> list[dict[str, Any]]:
    """The months of a year, each as thick as its value against the largest month of all years."""
    every = [abs(value) for each in runs(metric.whole) if isinstance(each, Run) for value in each.values]
    largest = max(every) or 1.0
    return [
        {
            "kind": "moment" if run.month_ends else "months",
            "said": f"{say.value(metric, o).in_(look.lang)} {_when(o, look.lang)}",
            "begin": year_of(o.start),
            "end": year_of(o.end),
            "thick": look.line * max(THINNEST, THICKEST * abs(value) / largest),
        }
        for o, value in zip(run.observations, run.values, strict=True)
    ]


def _text(metric: Metric, told: Observation | Run, lang: Lang) -> str:
    segment = told.last.segment if isinstance(told, Run) else told.segment
    named = segment.label.in_(lang) + " " if segment.segment_id != "all" else ""
    said = say.month_by_month(metric, told) if isinstance(told, Run) else say.reading(metric, told)
    return named + said.in_(lang)


def _when(told: Observation | Run, lang: Lang) -> str:
    start, end = told.span if isinstance(told, Run) else (told.start, told.end)
    return f"({numbers.period(start, end, None).in_(lang)})"


@form
def _form(look: Look) -> Spec:
    """The template: bars, outlines and points over years, texts on either side."""
    x, y = along_ticks(zero=False), down_the_lines()
    return template([every_line(x("begin"), y), *_marks(look, x, y), *_texts(look, x, y)], look, PARAMETERS)


def _marks(look: Look, x: Callable[[str], alt.X], y: alt.Y) -> list[alt.Chart]:
    ink, quiet, said = look.palette.main, look.palette.quiet, alt.Description("said:N")
    known = _only("known").mark_bar(height={"band": 0.7}, color=ink, cornerRadius=2)
    months = _only("months").mark_bar(color=ink, stroke=look.palette.ground, strokeWidth=1)
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
    thick = alt.Size("thick:Q", scale=None, legend=None)
    small = months.encode(x("begin"), alt.X2("end:Q"), y, size=thick, description=said)
    return [*bars, small, moment.encode(x("end"), y, description=said)]


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
