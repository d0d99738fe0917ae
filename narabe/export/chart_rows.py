"""A chart of the screen read for a native chart of slides or of a workbook: categories, series, ends and ticks.

A line of the drawing is a category, in the same order and with the same words; value, range, starting point
and colour are those of the line. Ranges are a pale bar up to the upper end with one in the colour of the
ground up to the lower end upon it, so that the sheet behind the chart holds the two ends themselves.
"""

from dataclasses import dataclass
from typing import Any

from narabe.charts import lines, ranks
from narabe.charts.paper import in_lines, line_count
from narabe.charts.template import DATA, Spec
from narabe.export.grid import clean
from narabe.model.text import Text

Row = dict[str, Any]
SERIES = {
    "ceiling": Text("上限", "Upper end"),
    "floor": Text("下限", "Lower end"),
    "value": Text("値", "Value"),
    "start": Text("基準", "Baseline"),
}
PALE = 0.22
"""How much of a colour is left in the body of a range, as on screen."""
MARK_TITLE = "■ "


@dataclass(frozen=True, slots=True)
class Ends:
    """The value axis: from, to, and the step between ticks where there are several."""

    least: float
    most: float
    step: float | None
    number_format: str


@dataclass(frozen=True, slots=True)
class RankLine:
    """An option: its rank at each wave, None where there is none; at which it is named, and on which side of it."""

    name: str
    ranks: tuple[int | None, ...]
    named_at: int
    side: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """Ranks over the waves."""

    waves: tuple[str, ...]
    options: tuple[RankLine, ...]
    lowest: int


def is_native(chart: Spec) -> bool:
    """Whether the chart can be a native one: bar lines or ranks."""
    return is_bars(chart) or ranks.is_drawn(chart)


def is_bars(chart: Spec) -> bool:
    return lines.is_drawn(chart)


def lines_of(chart: Spec) -> int:
    """Lines of the drawing with its scale above, to make charts side by side equally dense."""
    return 1 + (line_count(chart["datasets"][DATA]) if in_lines(chart) else 0)


def bar_rows(chart: Spec) -> list[Row]:
    """The lines of a drawing of bars."""
    rows: list[Row] = chart["datasets"][DATA]
    return rows


def series_shown(rows: list[Row]) -> list[str]:
    """The series of which any line has a number; the values at least."""
    return [name for name in SERIES if any(of_series(row, name) is not None for row in rows)] or ["value"]


def category(row: Row) -> str:
    return safe((MARK_TITLE if row["kind"] == "title" else "") + row["text"])


def safe(text: str) -> str:
    """A text that the sheet behind a chart does not take for a formula or a link."""
    cleaned = clean(text)
    return "'" + cleaned if cleaned.startswith(("=", "{=")) or "://" in cleaned else cleaned


def of_series(row: Row, name: str) -> float | None:
    """A line's number in a series; a range is drawn only where there is no value, as on screen."""
    hidden = name in ("floor", "ceiling") and row["value"] is not None
    number: float | None = None if hidden else row[name]
    return number


def nearer(row: Row) -> str | None:
    """The end of a range that lies between zero and the other end, if one does."""
    floor, ceiling = row["floor"], row["ceiling"]
    if floor >= 0:
        return "floor"
    return "ceiling" if ceiling <= 0 else None


def pale(colour: str) -> str:
    """The body of a range, of a colour `#RRGGBB`."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - PALE * (255 - part)):02X}" for part in parts)


def interval(row: Row, end: str, sign: int) -> float | None:
    """From the value to an end of its interval; None where there is none."""
    if row[end] is None or row["value"] is None:
        return None
    return float(max(0.0, sign * (row[end] - row["value"])))


def ends(chart: Spec) -> Ends:
    """Of bars: ends and ticks as on screen, the ticks counted from the left end."""
    given = {param["name"]: param["value"] for param in chart["params"]}
    ticks, least = given["ticks"], given["left"]
    step = ticks[1] - ticks[0] if len(ticks) > 1 else None
    if step is not None and min(ticks) - least > 0:
        least = min(ticks) - step
    return Ends(least, given["reach"], step, number_format(ticks, given["tick_labels"]))


def number_format(ticks: list[float], labels: list[str]) -> str:
    """A spreadsheet number format that spells the ticks as their labels do."""
    plain = [f"{tick:g}" for tick in ticks]
    if all(label == f"{text}%" for label, text in zip(labels, plain, strict=True)):
        return '0"%"'
    if any(label.startswith("+") for label in labels):
        return "+0;−0;0"
    named = [(text, label) for text, label in zip(plain, labels, strict=True) if label != text]
    if len(named) == 1:
        text, label = named[0]
        return f'[={text}]"{label}";#,##0' if label.replace(",", "") != text else "#,##0"
    return "#,##0"


def ranked(chart: Spec) -> Ranked:
    """Of a drawing of ranks: one line for each option, by the steps of the drawing."""
    rows = chart["datasets"][DATA]
    given = {param["name"]: param["value"] for param in chart["params"]}
    options = []
    for option in dict.fromkeys(row["option"] for row in rows):
        at = {row["at"]: row["rank"] for row in rows if row["option"] == option}
        ((named_at, side),) = [
            (row["at"], row["side"]) for row in rows if row["option"] == option and row["side"]
        ]
        ranks_told = tuple(at.get(step) for step in given["steps"])
        options.append(RankLine(safe(option.replace("\n", "")), ranks_told, named_at, side))
    return Ranked(tuple(map(safe, given["waves"])), tuple(options), max(row["rank"] for row in rows))
