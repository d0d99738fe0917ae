"""A chart of the screen as a native chart of the slide, from the very rows it draws (`chart_rows`)."""

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

from narabe.charts.template import Spec
from narabe.charts.theme import text_width
from narabe.export.chart_rows import (
    SERIES,
    Ends,
    bar_rows,
    category,
    ends,
    interval,
    is_bars,
    lines_of,
    nearer,
    of_series,
    pale,
    ranked,
    series_shown,
)
from narabe.export.handout_deck import INK, QUIET, styled
from narabe.model.text import Lang

Box = tuple[Emu, Emu, Emu, Emu]
"""Left, top, width, height."""
GROUND, GRID = RGBColor(0xFF, 0xFF, 0xFF), RGBColor(0xE6, 0xE6, 0xE6)
LARGEST, SMALLEST, OF_A_LINE = 13.0, 8.0, 0.62
"""Letters in points, at most so much of the height of a line."""
WORDS, WIDER = 0.6, 1.08
"""Share of a chart's width that its words may take; how much wider the slide's face is than the screen's."""


def add_native(slide: Slide, chart: Spec, box: Box, lang: Lang) -> GraphicFrame:
    """The chart on the slide."""
    return _add_bars(slide, chart, box, lang) if is_bars(chart) else _add_ranks(slide, chart, box, lang)


def _add_bars(slide: Slide, chart: Spec, box: Box, lang: Lang) -> GraphicFrame:
    rows = bar_rows(chart)
    data = CategoryChartData(number_format="General")
    data.categories = [category(row) for row in rows]
    shown = series_shown(rows)
    for name in shown:
        data.add_series(SERIES[name].in_(lang), [of_series(row, name) for row in rows])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    drawn: Chart = frame.chart
    broadest = max(text_width(category(row), 1) for row in rows) * WIDER + 1
    width, high = Emu(box[2]).pt, Emu(box[3]).pt
    size = max(SMALLEST, min(LARGEST, OF_A_LINE * high / lines_of(chart), WORDS * width / broadest))
    _plain(drawn, lang, size)
    left, top = min(WORDS, broadest * size / width), 1 / lines_of(chart)
    _placed(drawn, left, top, 0.97 - left, 1 - top)
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 35, 100
    for name, series in zip(shown, plot.series, strict=False):
        for place, row in enumerate(rows):
            if of_series(row, name) is not None:
                _painted(series, place, name, row)
        if name == "value":
            _intervals(series, rows)
    _axes(drawn, ends(chart), lang, size)
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
    if name == nearer(row):
        form.fill.fore_color.rgb = form.line.color.rgb = GROUND
        form.line.width = Pt(1.5)
        return
    form.fill.fore_color.rgb = RGBColor.from_string(pale(row["colour"]).lstrip("#"))
    form.line.color.rgb, form.line.width, form.line.dash_style = colour, Pt(1), MSO_LINE.DASH


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
            length = interval(row, end, sign)
            if length is not None:
                point = etree.SubElement(literal, qn("c:pt"))
                point.set("idx", str(place))
                etree.SubElement(point, qn("c:v")).text = repr(length)
    line = etree.SubElement(etree.SubElement(bars, qn("c:spPr")), qn("a:ln"))
    line.set("w", str(Pt(1.5)))
    fill = etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"))
    fill.set("val", str(INK))


def _axes(chart: Chart, given: Ends, lang: Lang, size: float) -> None:
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
    scale.minimum_scale, scale.maximum_scale = given.least, given.most
    if given.step is not None:
        scale.major_unit = given.step
    scale.major_tick_mark, scale.has_major_gridlines = XL_TICK_MARK.NONE, True
    scale.major_gridlines.format.line.color.rgb = GRID
    scale.format.line.fill.background()
    labels = scale.tick_labels
    labels.number_format, labels.number_format_is_linked = given.number_format, False
    styled(labels.font, lang, max(SMALLEST, size - 1), QUIET)


def _add_ranks(slide: Slide, chart: Spec, box: Box, lang: Lang) -> GraphicFrame:
    """Ranks over the waves, one line for each option, named at its last point; rank 1 on top."""
    told = ranked(chart)
    data = CategoryChartData(number_format="0")
    data.categories = list(told.waves)
    for option in told.options:
        data.add_series(option.name, list(option.ranks))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box, data)
    drawn: Chart = frame.chart
    _plain(drawn, lang, 11)
    for option, series in zip(told.options, drawn.plots[0].series, strict=True):
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = RGBColor(0x00, 0x17, 0xC1), Pt(2)
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 9
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = RGBColor(0x00, 0x17, 0xC1)
        for at in (at for at, rank in enumerate(option.ranks) if rank is not None):
            label, named = series.points[at].data_label, at == option.named_at
            right = named and option.side == "right"
            label.position = XL_LABEL_POSITION.RIGHT if right else XL_LABEL_POSITION.LEFT
            _labelled(label._get_or_add_dLbl(), named)
    _placed(drawn, 0.3, 0.1, 0.4, 0.88)
    scale = drawn.value_axis
    scale.reverse_order, scale.visible, scale.has_major_gridlines = True, False, False
    scale.minimum_scale, scale.maximum_scale = 0.5, told.lowest + 0.5
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
