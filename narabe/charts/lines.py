"""The layout both big charts share: a title line for each subject, then one line per bar.

Titles stand above their bars at the left edge, so a long Japanese label fits a phone as well
as a projector, and no legend is needed: each bar says its own name and value.
"""

from dataclasses import dataclass, field
from typing import Any

import altair as alt
import pandas as pd

from narabe.charts.theme import SIZE, Look, framed

LINE_HEIGHT = 27


@dataclass
class Lines:
    """Rows of the drawing from top to bottom; numbers are in the unit of the x axis."""

    rows: list[dict[str, object]] = field(default_factory=list)

    def title(self, text: str) -> None:
        """A line that only says what the next bars are about."""
        self.rows.append({"kind": "title", "text": text})

    def words(self, text: str) -> None:
        """A line of plain words at the left edge, for labels too long to stand behind a bar."""
        self.rows.append({"kind": "words", "text": text})

    def bar(
        self,
        text: str,
        colour: str,
        value: float | None = None,
        low: float | None = None,
        high: float | None = None,
        floor: float | None = None,
        ceiling: float | None = None,
        base: float | None = None,
    ) -> None:
        """One bar with its label; `floor`–`ceiling` draws a range instead, nothing draws words only.

        `base` marks where the bar started (a baseline tick).
        """
        self.rows.append(
            {
                "kind": "bar",
                "text": text,
                "colour": colour,
                "value": value,
                "low": low,
                "high": high,
                "floor": floor,
                "ceiling": ceiling,
                "start": base,
            }
        )

    def frame(self, left: float) -> pd.DataFrame:
        """One row per line with its place and where its label begins."""
        names = ["kind", "text", "colour", "value", "low", "high", "floor", "ceiling", "start"]
        table = pd.DataFrame(self.rows, columns=names)
        table["line"] = range(len(table))
        table["label_x"] = (
            table[["value", "high", "ceiling", "start"]].astype(float).max(axis=1).clip(lower=0).fillna(left)
        )
        return table


def drawn(
    lines: Lines, look: Look, start: float, end: float, axis: alt.Axis, rule: float | None = None
) -> alt.LayerChart:
    """The lines as a layered chart from `start` to `end`; bars begin at zero; `rule` is a vertical line (a target)."""
    palette, table = look.palette, lines.frame(start)
    bars, words = table[table["kind"] == "bar"], table[table["kind"] != "bar"]
    known, ranged = bars[bars["value"].notna()], bars[bars["ceiling"].notna() & bars["value"].isna()]
    scale = alt.Scale(domain=[start, end], nice=False)
    y = alt.Y("line:O").axis(None).sort(None).scale(alt.Scale(paddingInner=0.2, paddingOuter=0.1))
    colour = alt.Color("colour:N").scale(None).legend(None)
    description = alt.Description("text:N")

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:Q").scale(scale).axis(axis).title(None)

    # An unseen point on every line keeps lines without a bar in the drawing.
    every_line = alt.Chart(pd.DataFrame({"line": table["line"], "value": 0.0})).mark_point(
        opacity=0, size=1, aria=False
    )
    layers: list[alt.Chart] = [every_line.encode(x("value"), y)]
    if rule is not None:
        target = alt.Chart(pd.DataFrame({"value": [rule]}))
        layers.append(target.mark_rule(color=palette.text, strokeDash=[4, 3], aria=False).encode(x("value")))
    layers.append(
        alt.Chart(known)
        .mark_bar(height={"band": 0.78}, cornerRadiusEnd=2)
        .encode(x("value"), y, color=colour, description=description)
    )
    layers.append(
        alt.Chart(ranged)
        .mark_bar(height={"band": 0.78}, fillOpacity=0.22, strokeWidth=1.5, strokeDash=[4, 3])
        .encode(
            x("floor"),
            alt.X2("ceiling:Q"),
            y,
            color=colour,
            stroke=alt.Stroke("colour:N").scale(None).legend(None),
            description=description,
        )
    )
    # Interval and start marks lie on a light edge, so that they are seen on a dark bar too.
    for width, ink in ((4.5, palette.ground), (2, palette.text)):
        spread = alt.Chart(bars[bars["low"].notna()]).mark_rule(strokeWidth=width, color=ink, aria=False)
        layers.append(spread.encode(x("low"), alt.X2("high:Q"), y))
    for width, ink in ((7, palette.ground), (3, palette.text)):
        begun = alt.Chart(bars[bars["start"].notna()]).mark_tick(
            thickness=width, color=ink, height={"band": 0.95}, aria=False
        )
        layers.append(begun.encode(x("start"), y))
    layers += _labels(bars, x("label_x"), y, look, dx=8)
    layers += _labels(words, x("label_x"), y, look, dx=0)
    return framed(alt.layer(*layers), look, height=LINE_HEIGHT * len(table))


def _labels(table: pd.DataFrame, x: alt.X, y: alt.Y, look: Look, dx: int) -> list[alt.Chart]:
    """Texts with an edge in the colour of the ground, so that lines behind do not cross them."""
    palette, text = look.palette, alt.Text("text:N")
    titles = table["kind"] == "title"
    layers = []
    for part, weight, size in ((table[titles], "bold", SIZE + 1), (table[~titles], "normal", SIZE)):
        if part.empty:
            continue
        chart = alt.Chart(part)
        shape: dict[str, Any] = {
            "align": "left",
            "dx": dx,
            "fontSize": size,
            "fontWeight": weight,
            "aria": False,
        }
        layers.append(
            chart.mark_text(
                **shape, color=palette.ground, stroke=palette.ground, strokeWidth=4, strokeJoin="round"
            ).encode(x, y, text=text)
        )
        layers.append(chart.mark_text(**shape, color=palette.text).encode(x, y, text=text))
    return layers
