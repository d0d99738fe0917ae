"""A chart of the screen as a native chart of the slide, from the very rows it draws.

A line of the drawing is a category, in the same order and with the same words; value, range, starting point
and colour are those of the line. Ranges are a pale bar up to the upper end with one in the colour of the
ground up to the lower end upon it, so that the sheet behind the chart holds the two ends themselves.
"""

from typing import Any

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Emu, Pt

from narabe.charts import lines, ranks
from narabe.charts.paper import in_lines, line_count
from narabe.charts.template import DATA, Spec
from narabe.charts.theme import text_width
from narabe.export.grid import clean
from narabe.export.handout_deck import INK, QUIET, styled
from narabe.model.text import Lang, Text

Box = tuple[Emu, Emu, Emu, Emu]
"""Left, top, width, height."""
SERIES = {
    "ceiling": Text("上限", "Upper end"),
    "floor": Text("下限", "Lower end"),
    "value": Text("値", "Value"),
    "start": Text("基準", "Baseline"),
}
GROUND, GRID = RGBColor(0xFF, 0xFF, 0xFF), RGBColor(0xE6, 0xE6, 0xE6)
PALE = 0.22
"""How much of a colour is left in the body of a range, as on screen."""
MARK_TITLE = "■ "
LARGEST, SMALLEST, OF_A_LINE = 13.0, 8.0, 0.62
"""Letters in points, at most so much of the height of a line."""
WORDS, WIDER = 0.6, 1.08
"""Share of a chart's width that its words may take; how much wider the slide's face is than the screen's."""


def is_native(chart: Spec) -> bool:
    """Whether the chart can be a native one: bar lines or ranks."""
    return lines.is_drawn(chart) or ranks.is_drawn(chart)


def lines_of(chart: Spec) -> int:
    """Lines of the drawing with its scale above, to make charts side by side equally dense."""
    return 1 + (line_count(chart["datasets"][DATA]) if in_lines(chart) else 0)


def add_native(slide: Slide, chart: Spec, box: Box, lang: Lang) -> GraphicFrame:
    """The chart on the slide."""
    return (
        _add_bars(slide, chart, box, lang) if lines.is_drawn(chart) else _add_ranks(slide, chart, box, lang)
    )


def _add_bars(slide: Slide, chart: Spec, box: Box, lang: Lang) -> GraphicFrame:
    rows = chart["datasets"][DATA]
    data = CategoryChartData(number_format="General")
    data.categories = [_category(row) for row in rows]
    shown = [name for name in SERIES if any(row[name] is not None for row in rows)]
    for name in shown or ["value"]:
        data.add_series(SERIES[name].in_(lang), [_of_series(row, name) for row in rows])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    drawn: Chart = frame.chart
    broadest = max(text_width(_category(row), 1) for row in rows) * WIDER + 1
    width, high = Emu(box[2]).pt, Emu(box[3]).pt
    size = max(SMALLEST, min(LARGEST, OF_A_LINE * high / lines_of(chart), WORDS * width / broadest))
    _plain(drawn, lang, size)
    left, top = min(WORDS, broadest * size / width), 1 / lines_of(chart)
    _placed(drawn, left, top, 0.97 - left, 1 - top)
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 35, 100
    for name, series in zip(shown, plot.series, strict=False):
        for place, row in enumerate(rows):
            if _of_series(row, name) is not None:
                _painted(series, place, name, row)
        if name == "value":
            _intervals(series, rows)
    _axes(drawn, {param["name"]: param["value"] for param in chart["params"]}, lang, size)
    return frame


def _placed(chart: Chart, *box: float) -> None:
    """The drawing itself at this place of the chart: left, top, width and height as shares of it."""
    area = chart._chartSpace.find(f"{qn('c:chart')}/{qn('c:plotArea')}")
    layout = area.find(qn("c:layout"))
    if layout is None:
        layout = etree.Element(qn("c:layout"))
        area.insert(0, layout)
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    settings = [("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge")]
    settings += [(name, f"{share:.4f}") for name, share in zip("xywh", box, strict=True)]
    for name, value in settings:
        etree.SubElement(manual, qn(f"c:{name}"), val=value)


def _category(row: dict[str, Any]) -> str:
    return safe((MARK_TITLE if row["kind"] == "title" else "") + row["text"])


def safe(text: str) -> str:
    """A text that the sheet behind a chart does not take for a formula or a link."""
    cleaned = clean(text)
    return "'" + cleaned if cleaned.startswith(("=", "{=")) or "://" in cleaned else cleaned


def _of_series(row: dict[str, Any], name: str) -> float | None:
    """A line's number in a series; a range is drawn only where there is no value, as on screen."""
    hidden = name in ("floor", "ceiling") and row["value"] is not None
    number: float | None = None if hidden else row[name]
    return number


def _painted(series: BarSeries, place: int, name: str, row: dict[str, Any]) -> None:
    """The look of one bar."""
    form, colour = series.points[place].format, RGBColor.from_string(row["colour"].lstrip("#"))
    if name == "start":
        form.fill.background()
        form.line.color.rgb, form.line.width = INK, Pt(1.25)
        return
    form.fill.solid()
    form.fill.fore_color.rgb = colour
    if name == "value":
        return
    if name == _nearer(row):
        form.fill.fore_color.rgb = form.line.color.rgb = GROUND
        form.line.width = Pt(1.5)
        return
    form.fill.fore_color.rgb = _pale(colour)
    form.line.color.rgb, form.line.width, form.line.dash_style = colour, Pt(1), MSO_LINE.DASH


def _pale(colour: RGBColor) -> RGBColor:
    return RGBColor(*(round(255 - PALE * (255 - part)) for part in colour))


def _nearer(row: dict[str, Any]) -> str | None:
    """The end of a range that lies between zero and the other end, if one does."""
    floor, ceiling = row["floor"], row["ceiling"]
    if floor >= 0:
        return "floor"
    return "ceiling" if ceiling <= 0 else None


def _intervals(series: BarSeries, rows: list[dict[str, Any]]) -> None:
    """Error bars from low to high."""
    if not any(row["low"] is not None and row["value"] is not None for row in rows):
        return
    bars = etree.SubElement(series._element, qn("c:errBars"))
    series._element.remove(bars)
    series._element.find(qn("c:cat")).addprevious(bars)
    for tag, value in (("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "1")):
        etree.SubElement(bars, qn(f"c:{tag}")).set("val", value)
    for tag, end, sign in (("plus", "high", 1), ("minus", "low", -1)):
        literal = etree.SubElement(etree.SubElement(bars, qn(f"c:{tag}")), qn("c:numLit"))
        etree.SubElement(literal, qn("c:ptCount")).set("val", str(len(rows)))
        for place, row in enumerate(rows):
            if row[end] is not None and row["value"] is not None:
                point = etree.SubElement(literal, qn("c:pt"))
                point.set("idx", str(place))
                etree.SubElement(point, qn("c:v")).text = repr(max(0.0, sign * (row[end] - row["value"])))
    line = etree.SubElement(etree.SubElement(bars, qn("c:spPr")), qn("a:ln"))
    line.set("w", str(Pt(1.5)))
    fill = etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"))
    fill.set("val", str(INK))


def _axes(chart: Chart, given: dict[str, Any], lang: Lang, size: float) -> None:
    """Lines from top to bottom at the left, the scale above them, ends and ticks as on screen."""
    words, scale = chart.category_axis, chart.value_axis
    words.reverse_order, words.major_tick_mark = True, XL_TICK_MARK.NONE
    words.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    words.format.line.fill.background()
    styled(words.tick_labels.font, lang, size, INK)
    skip = etree.SubElement(words._element, qn("c:tickLblSkip"))
    skip.set("val", "1")
    words._element.remove(skip)
    words._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)
    ticks = given["ticks"]
    scale.minimum_scale, scale.maximum_scale = given["left"], given["reach"]
    if len(ticks) > 1:
        scale.major_unit = ticks[1] - ticks[0]
        if min(ticks) - given["left"] > 0:  # ticks are counted from the left end
            scale.minimum_scale = min(ticks) - scale.major_unit
    scale.major_tick_mark, scale.has_major_gridlines = XL_TICK_MARK.NONE, True
    scale.major_gridlines.format.line.color.rgb = GRID
    scale.format.line.fill.background()
    labels = scale.tick_labels
    labels.number_format, labels.number_format_is_linked = number_format(ticks, given["tick_labels"]), False
    styled(labels.font, lang, max(SMALLEST, size - 1), QUIET)


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


def _add_ranks(slide: Slide, chart: Spec, box: Box, lang: Lang) -> GraphicFrame:
    """Ranks over the waves, one line for each option, named at its last point; rank 1 on top."""
    rows = chart["datasets"][DATA]
    given = {param["name"]: param["value"] for param in chart["params"]}
    data = CategoryChartData(number_format="0")
    data.categories = [safe(wave) for wave in given["waves"]]
    options = list(dict.fromkeys(row["option"] for row in rows))
    for option in options:
        at = {row["at"]: row["rank"] for row in rows if row["option"] == option}
        data.add_series(safe(option.replace("\n", "")), [at.get(step) for step in given["steps"]])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box, data)
    drawn: Chart = frame.chart
    _plain(drawn, lang, 11)
    for option, series in zip(options, drawn.plots[0].series, strict=True):
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = RGBColor(0x00, 0x17, 0xC1), Pt(2)
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 9
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = RGBColor(0x00, 0x17, 0xC1)
        for row in (row for row in rows if row["option"] == option):
            label = series.points[row["at"]].data_label
            label.position = XL_LABEL_POSITION.RIGHT if row["side"] == "right" else XL_LABEL_POSITION.LEFT
            _labelled(label._get_or_add_dLbl(), named=row["side"] is not None)
    _placed(drawn, 0.3, 0.1, 0.4, 0.88)
    scale = drawn.value_axis
    scale.reverse_order, scale.visible, scale.has_major_gridlines = True, False, False
    scale.minimum_scale, scale.maximum_scale = 0.5, max(row["rank"] for row in rows) + 0.5
    drawn.category_axis.format.line.fill.background()
    drawn.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    return frame


def _labelled(label: Any, named: bool) -> None:
    """Show the rank, and at the last point the name."""
    for tag, shown in (
        ("showLegendKey", False),
        ("showVal", True),
        ("showCatName", False),
        ("showSerName", named),
    ):
        label.find(qn(f"c:{tag}")).set("val", "1" if shown else "0")
    separator = etree.Element(qn("c:separator"))
    separator.text = " "
    label.find(qn("c:showBubbleSize")).addnext(separator)


def _plain(chart: Chart, lang: Lang, size: float) -> None:
    """No title, no legend, our letters."""
    chart.has_title, chart.has_legend = False, False
    styled(chart.font, lang, size, INK)
