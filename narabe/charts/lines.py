"""The layout most charts share: a title line for each subject, then one line per bar.

Titles stand above their bars at the left edge, so a long Japanese label fits a phone as well
as a projector, and no legend is needed: each bar says its own name and value.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

import altair as alt

from narabe.charts.template import Spec, filled, template
from narabe.charts.theme import SIZE, Look

LINE_HEIGHT = 27
ENDS = ("value", "high", "ceiling", "start")
TICKS = ("left", "right", "ticks", "tick_labels", "rule")


@dataclass(frozen=True, slots=True)
class Scale:
    """The x axis: from `left` to `right` (labels included), ticks with their texts, a target line at `rule`."""

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
    ) -> None:
        """One bar from zero with its label and `interval`.

        `span` draws a range instead of a bar, nothing draws words only; `start` marks where it stood before.
        """
        (low, high), (floor, ceiling) = interval, span
        self._add("bar", text, colour, value, low, high, floor, ceiling, start)

    def _add(self, kind: str, text: str, *rest: Any) -> None:
        names = ("colour", "value", "low", "high", "floor", "ceiling", "start")
        places = dict.fromkeys(names) | dict(zip(names, rest, strict=False))
        self.rows.append({"line": len(self.rows), "kind": kind, "text": text, **places})


def drawn(lines: Lines, scale: Scale, look: Look) -> Spec:
    """The lines as a chart. Labels stand behind the furthest mark of their line, or at the left edge."""
    rows = [
        row | {"label_x": max([0.0, *ends]) if (ends := _ends(row)) else scale.left} for row in lines.rows
    ]
    return filled(
        _form(look),
        rows,
        LINE_HEIGHT * len(rows),
        left=scale.left,
        right=scale.right,
        ticks=list(scale.ticks),
        tick_labels=list(scale.tick_labels),
        rule=scale.rule,
    )


def _ends(row: dict[str, Any]) -> list[float]:
    return [row[name] for name in ENDS if row[name] is not None]


@cache
def _form(look: Look) -> Spec:
    """The template of this layout."""
    palette = look.palette
    rows = alt.Chart()
    bars = rows.transform_filter("datum.kind == 'bar' && isValid(datum.value)")
    spans = rows.transform_filter("isValid(datum.ceiling) && !isValid(datum.value)")
    intervals, starts = (
        rows.transform_filter("isValid(datum.low)"),
        rows.transform_filter("isValid(datum.start)"),
    )
    scale = alt.Scale(domain=[alt.ExprRef("left"), alt.ExprRef("right")], nice=False)
    axis = alt.Axis(
        values=alt.ExprRef("ticks"),
        labelExpr="tick_labels[indexof(ticks, datum.value)]",
        orient="top",
        grid=True,
    )
    y = alt.Y("line:O", axis=None, sort=None, scale=alt.Scale(paddingInner=0.2, paddingOuter=0.1))
    colour = alt.Color("colour:N", scale=None, legend=None)
    said = alt.Description("text:N")

    def x(name: str) -> alt.X:
        return alt.X(f"{name}:Q", scale=scale, axis=axis, title=None)

    layers = [
        # An unseen point on every line keeps lines without a bar in the drawing.
        rows.mark_point(opacity=0, size=1, aria=False).encode(x("label_x"), y),
        rows.transform_filter("datum.line == 0 && isValid(rule)")
        .transform_calculate(at="rule")
        .mark_rule(color=palette.text, strokeDash=[4, 3], aria=False)
        .encode(x("at")),
        bars.mark_bar(height={"band": 0.78}, cornerRadiusEnd=2).encode(
            x("value"), y, color=colour, description=said
        ),
        spans.mark_bar(height={"band": 0.78}, fillOpacity=0.22, strokeWidth=1.5, strokeDash=[4, 3]).encode(
            x("floor"),
            alt.X2("ceiling:Q"),
            y,
            color=colour,
            stroke=alt.Stroke("colour:N", scale=None, legend=None),
            description=said,
        ),
    ]
    # Intervals, starts and texts lie on an edge in the colour of the ground: seen on a dark bar, not crossed by lines.
    for width, ink in ((4.5, palette.ground), (2, palette.text)):
        layers.append(
            intervals.mark_rule(strokeWidth=width, color=ink, aria=False).encode(
                x("low"), alt.X2("high:Q"), y
            )
        )
    for width, ink in ((7, palette.ground), (3, palette.text)):
        tick = starts.mark_tick(thickness=width, color=ink, height={"band": 0.95}, aria=False)
        layers.append(tick.encode(x("start"), y))
    for kind, dx, weight, size in (
        ("bar", 8, "normal", SIZE),
        ("words", 0, "normal", SIZE),
        ("title", 0, "bold", SIZE + 1),
    ):
        texts = rows.transform_filter(f"datum.kind == '{kind}'")
        shape: dict[str, Any] = {
            "align": "left",
            "dx": dx,
            "fontSize": size,
            "fontWeight": weight,
            "aria": False,
        }
        edge = {"color": palette.ground, "stroke": palette.ground, "strokeWidth": 4, "strokeJoin": "round"}
        for paint in (edge, {"color": palette.text}):
            layers.append(texts.mark_text(**(shape | paint)).encode(x("label_x"), y, text=alt.Text("text:N")))
    return template(layers, look, TICKS)
