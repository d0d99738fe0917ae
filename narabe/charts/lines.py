"""The layout most charts share: a title line for each subject, then one line per bar.

Titles stand above their bars at the left edge, so a long Japanese label fits a phone as well
as a projector, and no legend is needed: each bar says its own name and value.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import altair as alt

from narabe.charts.template import DATA, Spec, along_ticks, down_the_lines, every_line, filled, form, template
from narabe.charts.theme import Look, text_width

GAP = 16
DRAWN_FROM: dict[str, Callable[[dict[str, Any]], bool]] = {
    "bars": lambda row: row["value"] is not None and not row["votes"],
    "votes": lambda row: row["value"] is not None and row["votes"],
    "dots": lambda row: row["value"] is not None,
    "spans": lambda row: row["ceiling"] is not None and row["value"] is None,
    "intervals": lambda row: row["low"] is not None,
    "starts": lambda row: row["start"] is not None,
}
"""What a bar line must have for each named layer to draw anything."""
ENDS = ("value", "high", "ceiling", "start")
PARAMETERS = ("left", "right", "reach", "ticks", "tick_labels", "rule")


@dataclass(frozen=True, slots=True)
class Scale:
    """The x axis: at least from `left` to `right` (`reach` in the template), ticks with their texts, a target mark on each bar line at `rule`."""

    left: float
    right: float
    ticks: tuple[float, ...]
    tick_labels: tuple[str, ...]
    rule: float | None = None


@dataclass
class Lines:
    """Rows of the drawing from top to bottom; numbers are in the unit of the x axis."""

    rows: list[dict[str, Any]] = field(default_factory=list)

    def title(self, text: str) -> None:
        """A line that only says what the next bars are about."""
        self._add("title", text)

    def words(self, text: str) -> None:
        """A line of plain words at the left edge, for labels too long to stand behind a bar."""
        self._add("words", text)

    def bar(
        self,
        text: str,
        colour: str,
        value: float | None = None,
        interval: tuple[float | None, float | None] = (None, None),
        span: tuple[float | None, float | None] = (None, None),
        start: float | None = None,
        votes: bool = False,
    ) -> None:
        """One bar from zero with its label and `interval`.

        `span` draws a range instead of a bar, nothing draws words only; `start` marks where it stood before. `votes`
        of a room are pale with a dashed edge, as on its wall: they are of no sample.
        """
        (low, high), (floor, ceiling) = interval, span
        self._add("bar", text, colour, value, low, high, floor, ceiling, start, votes)

    def _add(self, kind: str, text: str, *rest: Any) -> None:
        names = ("colour", "value", "low", "high", "floor", "ceiling", "start", "votes")
        places = dict.fromkeys(names) | dict(zip(names, rest, strict=False))
        self.rows.append({"line": len(self.rows), "kind": kind, "text": text, **places})


def drawn(lines: Lines, scale: Scale, look: Look, dots: bool = False) -> Spec:
    """The lines as a chart, each value a bar from zero or a dot. A label stands behind the furthest mark of its line,
    or at the left edge."""
    rows = [row | {"label_x": _label_place(row, scale)} for row in lines.rows]
    right = _right(rows, scale.left, scale.right, look.narrowest, look.size)
    ticks, names = _legible(scale, right, look)
    bars = [row for row in rows if row["kind"] == "bar"]
    unused = {name for name, needs in DRAWN_FROM.items() if not any(needs(row) for row in bars)}
    unused |= {"bars", "votes"} if dots else {"dots"}
    return filled(
        _form(look),
        rows,
        look.line * len(rows),
        unused if scale.rule is not None else unused | {"rule"},
        left=scale.left,
        right=right,
        reach=scale.right,
        ticks=ticks,
        tick_labels=names,
        rule=scale.rule,
    )


def _legible(scale: Scale, right: float, look: Look) -> tuple[list[float], list[str]]:
    """The ticks whose names stand clear of the one before and of the left edge on the narrowest drawing."""
    shown: list[tuple[float, str]] = []
    clear = 0.0
    for tick, name in sorted(zip(scale.ticks, scale.tick_labels, strict=True)):
        half = text_width(name, look.size - 1) / 2
        place = (tick - scale.left) / (right - scale.left) * look.narrowest
        if not shown or place - half >= clear:
            shown.append((tick, name))
            clear = place + half
    return [tick for tick, _ in shown], [name for _, name in shown]


def _label_place(row: dict[str, Any], scale: Scale) -> float:
    ends = [row[name] for name in ENDS if row[name] is not None]
    if not ends:
        return scale.left
    return max(0.0, *ends, *([scale.rule] if scale.rule is not None else []))


def is_drawn(chart: Spec) -> bool:
    """Whether a chart has this layout."""
    return {param["name"] for param in chart.get("params", [])} == set(PARAMETERS)


def refitted(chart: Spec, width: int) -> Spec:
    """A chart of this layout for a drawing whose width in pixels is known: the axis as short as its labels allow."""
    given = {param["name"]: param["value"] for param in chart["params"]}
    size = chart["config"]["axis"]["labelFontSize"] + 1
    right = _right(chart["datasets"][DATA], given["left"], given["reach"], width, size)
    params = [{"name": name, "value": value} for name, value in (given | {"right": right}).items()]
    return {**chart, "params": params}


def _right(rows: list[dict[str, Any]], left: float, reach: float, width: int, size: int) -> float:
    """How far the axis must go for every label to fit a drawing of this width."""
    return max(reach, *(_needed(row, left, width, size) for row in rows))


def _needed(row: dict[str, Any], left: float, width: int, size: int) -> float:
    """How far the axis must go for the label of a bar to fit."""
    free = width - GAP - text_width(row["text"], size)
    if row["kind"] != "bar" or free <= 0:
        return left
    return left + (row["label_x"] - left) * width / free


@form
def _form(look: Look) -> Spec:
    """The template of this layout."""
    x, y = along_ticks(), down_the_lines()
    return template([every_line(x("label_x"), y), *_marks(look, x, y), *_texts(look, x, y)], look, PARAMETERS)


def _marks(look: Look, x: Callable[[str], alt.X], y: alt.Y) -> list[alt.Chart]:
    """Bars, ranges, intervals, starting points and the target, each a named layer."""
    ground, ink = look.palette.ground, look.palette.text
    colour = alt.Color("colour:N", scale=None, legend=None)
    outline, said = alt.Stroke("colour:N", scale=None, legend=None), alt.Description("text:N")
    target = _only("rule", "datum.kind == 'bar'").transform_calculate(at="rule")
    bars = _only("bars", "datum.kind == 'bar' && isValid(datum.value) && !datum.votes")
    votes = _only("votes", "datum.kind == 'bar' && isValid(datum.value) && datum.votes")
    spans = _only("spans", "isValid(datum.ceiling) && !isValid(datum.value)")
    marks = [
        target.mark_tick(color=ink, thickness=2, height={"band": 1.0}, aria=False).encode(x("at"), y),
        bars.mark_bar(height={"band": 0.78}, cornerRadiusEnd=2).encode(
            x("value"), y, color=colour, description=said
        ),
        votes.mark_bar(height={"band": 0.78}, fillOpacity=0.3, strokeWidth=2, strokeDash=[6, 4]).encode(
            x("value"), y, color=colour, stroke=outline, description=said
        ),
        spans.mark_bar(height={"band": 0.78}, fillOpacity=0.22, strokeWidth=1.5, strokeDash=[4, 3]).encode(
            x("floor"), alt.X2("ceiling:Q"), y, color=colour, stroke=outline, description=said
        ),
    ]
    # Each lies on an edge in the colour of the ground, so that it is seen on a dark bar too.
    for part, width, paint in (("edge", 4.5, ground), ("ink", 2, ink)):
        interval = _only(f"intervals_{part}", "isValid(datum.low)").mark_rule(
            strokeWidth=width, color=paint, aria=False
        )
        marks.append(interval.encode(x("low"), alt.X2("high:Q"), y))
    for part, width, paint in (("edge", 7, ground), ("ink", 3, ink)):
        start = _only(f"starts_{part}", "isValid(datum.start)")
        tick = start.mark_tick(thickness=width, color=paint, height={"band": 0.95}, aria=False)
        marks.append(tick.encode(x("start"), y))
    dots = _only("dots", "datum.kind == 'bar' && isValid(datum.value)")
    dot = dots.mark_point(filled=True, opacity=1, size=0.7 * look.size**2, stroke=ground, strokeWidth=1.5)
    return [*marks, dot.encode(x("value"), y, color=colour, description=said)]


def _texts(look: Look, x: Callable[[str], alt.X], y: alt.Y) -> list[alt.Chart]:
    """Labels, words and titles, on an edge in the colour of the ground so that lines do not cross them."""
    ground, ink = look.palette.ground, look.palette.text
    edge = {"color": ground, "stroke": ground, "strokeWidth": 4, "strokeJoin": "round"}
    texts = []
    for kind, dx, weight, more in (
        ("bar", 8, "normal", 0),
        ("words", 0, "normal", 0),
        ("title", 0, "bold", 1),
    ):
        shape: dict[str, Any] = {
            "align": "left",
            "dx": dx,
            "fontSize": look.size + more,
            "fontWeight": weight,
        }
        for part, paint in (("edge", edge), ("ink", {"color": ink})):
            text = _only(f"{kind}_{part}", f"datum.kind == '{kind}'").mark_text(**(shape | paint), aria=False)
            texts.append(text.encode(x("label_x"), y, text=alt.Text("text:N")))
    return texts


def _only(name: str, condition: str) -> alt.Chart:
    """A layer of its own name over the rows that meet a condition."""
    return alt.Chart(name=name).transform_filter(condition)
