"""A chart of the screen made ready for paper: light, without the outlines of texts, in panels that fill the page.

Nothing is drawn anew: the rows of the chart, and with them its numbers, are those the screen shows.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Any

from narabe.charts import lines
from narabe.charts.template import DATA, Spec
from narabe.charts.theme import BOTTOM, TOP, Look, light_colours

Row = dict[str, Any]
SMALLEST, LARGEST = 0.215, 0.29
"""Millimetres a pixel of the screen becomes on paper: its 14-pixel text is 8.5 to 11 points."""
MOST_PANELS = 3
PANEL_GAP = 8.0
WIDEST = 760
"""Pixels that suffice for a chart which is not made of bar lines."""
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")
LIGHTER = light_colours()
OUTLINE = "_edge"
"""How layers are named that draw a text a second time, broader, in the colour of the ground, so that lines do not
cross it. On paper they are left out: a reader of the file would find each word twice."""


@dataclass(frozen=True, slots=True)
class Place:
    """Room for a chart, in millimetres."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Panel:
    """A chart of known size in pixels, and its size on paper in millimetres."""

    chart: Spec
    width: float
    height: float


def sheets(chart: Spec, place: Place, most: int = MOST_PANELS) -> list[list[Panel]]:
    """The chart in as many columns (at most `most`), and on as many pages, as keep its text readable in the place."""
    chart = light(chart)
    if not in_lines(chart):
        return [[_whole(chart, place)]]
    rows, smallest = chart["datasets"][DATA], SMALLEST * _text_scale(chart)
    a_column = max(1, int((place.height / smallest - TOP - BOTTOM) / line_height(chart)))
    pages = columns(rows, ceil(line_count(rows) / (most * a_column)))
    return [_panels(chart, page, place, most) for page in pages]


def _panels(chart: Spec, rows: list[Row], place: Place, most: int) -> list[Panel]:
    """Some rows of the chart side by side: in one column if its text stays readable, else in more."""
    tried = [_arranged(chart, columns(rows, count), place) for count in range(1, most + 1)]
    readable = (found for found in tried if found[0] >= SMALLEST * _text_scale(chart))
    size, runs = next(readable, max(tried, key=lambda found: found[0]))
    width = _column(place, len(runs))
    pixels = round(width / size)
    chart = lines.refitted(chart, pixels) if lines.is_drawn(chart) else chart  # one scale for all columns
    parts = [_of(chart, run, pixels) for run in runs]
    return [Panel(part, width, part["height"] * width / pixels) for part in parts]


def _arranged(chart: Spec, runs: list[list[Row]], place: Place) -> tuple[float, list[list[Row]]]:
    """Millimetres a pixel becomes when the rows stand in these runs: none is cut off below or at the right."""
    tallest = max(map(line_count, runs)) * line_height(chart) + TOP + BOTTOM
    sizes = (place.height / tallest, _column(place, len(runs)) / _narrowest(chart))
    return min(*sizes, LARGEST * _text_scale(chart)), runs


def _column(place: Place, count: int) -> float:
    return (place.width - PANEL_GAP * (count - 1)) / count


def _narrowest(chart: Spec) -> float:
    """The narrowest drawing the chart's texts were made for, in pixels."""
    scale, phone = _text_scale(chart), Look().narrowest
    return phone / scale if scale == 1 or lines.is_drawn(chart) else Look(large=True).narrowest


def picture(chart: Spec) -> Spec:
    """The chart by itself: light, in one piece, as wide as it reads well."""
    width = round(WIDEST / _text_scale(chart))
    shown = {**light(chart), "width": width}
    return lines.refitted(shown, width) if lines.is_drawn(shown) else shown


def light(chart: Spec) -> Spec:
    """The chart in light colours, its texts drawn once."""
    kept = [layer for layer in chart.get("layer", []) if not _outlines(layer)]
    found: Spec = _recoloured({**chart, "layer": kept} if kept else chart)
    return found


def _outlines(layer: dict[str, Any]) -> bool:
    mark = layer.get("mark")
    kind = mark.get("type") if isinstance(mark, dict) else mark
    return kind == "text" and str(layer.get("name", "")).endswith(OUTLINE)


def in_lines(chart: Spec) -> bool:
    """Whether the chart is made of lines of equal height under titles."""
    rows = chart.get("datasets", {}).get(DATA, [])
    return bool(rows) and all({"line", "kind", "text"} <= row.keys() for row in rows)


def line_height(chart: Spec) -> float:
    """Height of one line of the drawing in pixels."""
    return float(chart["height"] - TOP - BOTTOM) / line_count(chart["datasets"][DATA])


def line_count(rows: list[Row]) -> int:
    """Lines that these rows are drawn on; several marks may share one."""
    return len({row["line"] for row in rows})


def columns(rows: list[Row], count: int) -> list[list[Row]]:
    """The rows in at most `count` runs, the longest as short as can be; each after the first begins with a title."""
    starts = [0, *(place for place, row in enumerate(rows) if row["kind"] == "title" and place > 0)]
    groups = [rows[start:end] for start, end in pairwise((*starts, len(rows)))]
    packed = (_packed(groups, most) for most in range(max(map(line_count, groups)), line_count(rows) + 1))
    return next(runs for runs in packed if len(runs) <= max(count, 1))


def _packed(groups: list[list[Row]], most: int) -> list[list[Row]]:
    """Groups one after another in runs of at most so many lines."""
    runs: list[list[Row]] = [[]]
    for group in groups:
        if line_count(runs[-1]) + line_count(group) > most:
            runs.append([])
        runs[-1] += group
    return [run for run in runs if run]


def _whole(chart: Spec, place: Place) -> Panel:
    """A chart of another layout, as large as the place allows."""
    height = chart.get("height")
    tall = float(height) if isinstance(height, (int, float)) else WIDEST / 2
    size = min(place.height / tall, LARGEST * _text_scale(chart))
    width = min(round(place.width / size), round(WIDEST / _text_scale(chart)))
    return Panel({**chart, "width": width}, width * size, tall * size)


def _of(chart: Spec, rows: list[Row], width: int) -> Spec:
    """The chart with some of its rows."""
    height = round(line_count(rows) * line_height(chart)) + TOP + BOTTOM
    return {**chart, "datasets": {DATA: rows}, "height": height, "width": width}


def _text_scale(chart: Spec) -> float:
    """How much smaller than usual the chart's pixels are: a chart for a wall has larger text."""
    size = chart.get("config", {}).get("axis", {}).get("labelFontSize", 13)
    return 14.0 / (float(size) + 1)


def _recoloured(value: Any) -> Any:
    if isinstance(value, str):
        return COLOUR.sub(lambda found: LIGHTER.get(found[0].upper(), found[0]), value)
    if isinstance(value, dict):
        return {name: _recoloured(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_recoloured(part) for part in value]
    return value
