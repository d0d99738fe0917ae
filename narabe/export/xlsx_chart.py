"""A chart of the screen as a native Excel chart on a sheet of its own, drawn from a sheet of its numbers."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.data_source import NumDataSource, NumRef
from openpyxl.chart.error_bar import ErrorBars
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from narabe.charts.paper import light
from narabe.charts.template import Spec
from narabe.charts.theme import LIGHT, text_width
from narabe.export.cells import FORMULA_STARTS, harmless
from narabe.export.chart_rows import (
    SERIES,
    RankLine,
    Row,
    bar_rows,
    category,
    ends,
    interval,
    is_bars,
    is_native,
    nearer,
    of_series,
    pale,
    ranked,
    series_shown,
)
from narabe.export.sheet_look import bare, landscape
from narabe.model.text import Lang, Text
from narabe.words import taking_sentences as say

WIDTH, AROUND, A_LINE, MORE_LINES, TALLEST = 26.0, 2.0, 0.75, 0.45, 400.0
"""Centimetres; each further line of a label takes `MORE_LINES`. Excel takes no drawing much taller than `TALLEST`."""
LETTERS, LETTER = 900, 9 / 72 * 2.54
"""Hundredths of a point, and centimetres."""
ROOMY = 1.25
"""How much wider than ours the letters of another computer may be: LibreOffice leaves out every other label where one
is broken into two lines and lacks the height for it, and a bar would stand under the heading of another."""
SHEET_ROW = 15.0
"""Points: the height of a row, so that what stands below the chart does not lie under it."""
LINE_LETTERS = 135
"""Digits beside one another on the width of the chart."""
GROUND, GRID, INK, QUIET, ACCENT = map(bare, (LIGHT.ground, LIGHT.grid, LIGHT.text, LIGHT.quiet, LIGHT.main))
FIRST = 2
"""The row of the sheet of numbers on which they begin."""
LABEL_ROOM = 0.6
"""Most of the drawing that its words may take."""
LOW, HIGH = (
    Text("値から区間の下端まで", "From value down to interval end"),
    Text("値から区間の上端まで", "From value up to interval end"),
)


def add_chart(book: Workbook, chart: Spec | None, title: str, below: Sequence[str], lang: Lang) -> bool:
    """The chart under its title, above what must be read with it, and its numbers, on two sheets more; False where the
    chart is none that a workbook can draw."""
    if chart is None or not is_native(chart):
        return False
    if is_bars(chart) and _height(list(map(category, bar_rows(chart)))) > TALLEST:
        return False
    shown, numbers = book.create_sheet(say.CHART.in_(lang)), book.create_sheet(say.CHART_DATA.in_(lang))
    shown["A1"] = harmless(title)
    shown["A1"].font = Font(bold=True, size=14)
    shown.sheet_view.showGridLines = False
    shown.sheet_format.defaultRowHeight, shown.sheet_format.customHeight = SHEET_ROW, True
    landscape(shown)
    drawn = _bars(light(chart), numbers, lang) if is_bars(chart) else _ranks(light(chart), numbers)
    shown.add_chart(drawn, "A3")
    _below(shown, 4 + ceil(drawn.height / 2.54 * 72 / SHEET_ROW), below)
    return True


def _below(sheet: Worksheet, first: int, lines: Sequence[str]) -> None:
    """Lines in a column as wide as the chart, each as high as it needs."""
    sheet.column_dimensions["A"].width = LINE_LETTERS
    for row, line in enumerate(lines, start=first):
        cell = sheet.cell(row, 1, harmless(line))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = SHEET_ROW * ceil(text_width(line, 2) / (LINE_LETTERS - 10))


def _bars(chart: Spec, sheet: Worksheet, lang: Lang) -> BarChart:
    rows = bar_rows(chart)
    names = series_shown(rows)
    whiskers = "value" in names and any(row["low"] is not None and row["value"] is not None for row in rows)
    heads = [say.LINE.in_(lang), *(SERIES[name].in_(lang) for name in names)]
    heads += [LOW.in_(lang), HIGH.in_(lang)] if whiskers else []
    sheet.append(heads)
    for row in rows:
        lengths = [interval(row, "low", -1), interval(row, "high", 1)] if whiskers else []
        sheet.append([category(row), *(of_series(row, name) for name in names), *lengths])
    drawn = BarChart()
    drawn.type, drawn.grouping, drawn.gapWidth, drawn.overlap = "bar", "clustered", 35, 100
    last = FIRST + len(rows) - 1
    for place, name in enumerate(names):
        series = SeriesFactory(_cells(sheet, place + 2, 1, last), title_from_data=True)
        series.invertIfNegative = False
        series.dPt = [
            _painted(at, name, row) for at, row in enumerate(rows) if of_series(row, name) is not None
        ]
        if name == "value" and whiskers:
            series.errBars = _whiskers(sheet, len(names) + 2, last)
        drawn.series.append(series)
    drawn.set_categories(_cells(sheet, 1, FIRST, last))
    _scaled(drawn, ends(chart))
    words = [category(row) for row in rows]
    _framed(drawn, _height(words), _room(words))
    _roomy(sheet)
    return drawn


def _ranks(chart: Spec, sheet: Worksheet) -> LineChart:
    """Ranks over the waves, one line for each option, rank 1 on top."""
    told = ranked(chart)
    sheet.append([None, *(option.name for option in told.options)])
    for at, wave in enumerate(told.waves):
        sheet.append([wave, *(option.ranks[at] for option in told.options)])
    drawn, last = LineChart(), FIRST + len(told.waves) - 1
    for place, option in enumerate(told.options):
        series = SeriesFactory(_cells(sheet, place + 2, 1, last), title_from_data=True)
        series.smooth = False
        series.graphicalProperties.line = LineProperties(solidFill=ACCENT, w=25400)
        series.marker.symbol, series.marker.size = "circle", 8
        series.marker.graphicalProperties = GraphicalProperties(solidFill=ACCENT)
        series.dLbls = _rank_labels(option)
        drawn.series.append(series)
    drawn.set_categories(_cells(sheet, 1, FIRST, last))
    drawn.y_axis.scaling.orientation = "maxMin"
    drawn.y_axis.scaling.min, drawn.y_axis.scaling.max, drawn.y_axis.majorUnit = 0, told.lowest + 0.5, 1
    drawn.y_axis.majorGridlines = None
    drawn.y_axis.delete = True
    drawn.x_axis.delete = False
    _framed(drawn, AROUND + 3 * A_LINE * told.lowest, 0.25)
    drawn.layout = _layout(0.25, 0.08, 0.45, 0.88)
    _roomy(sheet)
    return drawn


def _rank_labels(option: RankLine) -> DataLabelList:
    """The rank at every point, and the option's name at the one where the screen has it."""
    plain: dict[str, Any] = {"showLegendKey": False, "showCatName": False, "showPercent": False}
    side = "r" if option.side == "right" else "l"
    named = DataLabel(
        idx=option.named_at, dLblPos=side, showVal=True, showSerName=True, separator=" ", **plain
    )
    return DataLabelList(dLbl=[named], dLblPos="l", showVal=True, showSerName=False, **plain)


def _painted(at: int, name: str, row: Row) -> DataPoint:
    """The look of one bar: a range is pale, what lies before it has the colour of the ground."""
    colour = row["colour"].lstrip("#")
    if name == "start":
        look = GraphicalProperties(noFill=True)
        look.line = LineProperties(solidFill=INK, w=15875)
    elif name == "value":
        look = GraphicalProperties(solidFill=colour)
    elif name == nearer(row):
        look = GraphicalProperties(solidFill=GROUND)
        look.line = LineProperties(solidFill=GROUND, w=19050)
    else:
        look = GraphicalProperties(solidFill=pale(row["colour"]).lstrip("#"))
        look.line = LineProperties(solidFill=colour, w=12700, prstDash="dash")
    return DataPoint(idx=at, invertIfNegative=False, spPr=look)


def _whiskers(sheet: Worksheet, column: int, last: int) -> ErrorBars:
    """From low to high, by the cells that hold both lengths."""

    def length(place: int) -> NumDataSource:
        letter = get_column_letter(place)
        return NumDataSource(NumRef(f"{quote_sheetname(sheet.title)}!${letter}${FIRST}:${letter}${last}"))

    look = GraphicalProperties()
    look.line = LineProperties(solidFill=INK, w=19050)
    return ErrorBars(
        errBarType="both",
        errValType="cust",
        noEndCap=True,
        minus=length(column),
        plus=length(column + 1),
        spPr=look,
    )


def _scaled(drawn: BarChart, given: Any) -> None:
    """Lines from top to bottom, the scale above them, its ends and ticks as on screen."""
    words, scale = drawn.x_axis, drawn.y_axis
    words.scaling.orientation, words.tickLblPos, words.tickLblSkip = "maxMin", "low", 1
    words.delete = scale.delete = False
    words.majorTickMark = scale.majorTickMark = "none"
    words.graphicalProperties = GraphicalProperties()
    words.graphicalProperties.line = LineProperties(noFill=True)
    scale.scaling.min, scale.scaling.max = given.least, given.most
    scale.majorUnit = given.step
    scale.number_format, scale.numFmt.sourceLinked = given.number_format, False
    scale.graphicalProperties = GraphicalProperties()
    scale.graphicalProperties.line = LineProperties(noFill=True)
    scale.majorGridlines.spPr = GraphicalProperties()
    scale.majorGridlines.spPr.line = LineProperties(solidFill=GRID)
    scale.txPr = _letters(QUIET)


def _room(words: list[str]) -> float:
    """What part of the drawing its longest label may take."""
    return min(LABEL_ROOM, max(map(_width, words)) / WIDTH)


def _height(words: list[str]) -> float:
    """Centimetres at which no label touches the next: each line as high as the one of most lines needs."""
    most = ceil(max(map(_width, words)) / (LABEL_ROOM * WIDTH))
    return AROUND + len(words) * (A_LINE + MORE_LINES * (most - 1))


def _width(words: str) -> float:
    """Of a label with the gap behind it, in centimetres."""
    return (text_width(words, 1) * ROOMY + 1) * LETTER


def _framed(drawn: BarChart | LineChart, height: float, left: float) -> None:
    """Its size, with the part of it for the words at its left; our letters, no title, no legend."""
    drawn.width, drawn.height = WIDTH, height
    drawn.legend, drawn.title = None, None
    drawn.x_axis.txPr = _letters(INK)
    top = 1.2 / drawn.height
    drawn.layout = _layout(left, top, 0.97 - left, 1 - top - 0.01)


def _layout(x: float, y: float, width: float, height: float) -> Layout:
    return Layout(ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=x, y=y, w=width, h=height))


def _letters(colour: str) -> RichText:
    look = CharacterProperties(sz=LETTERS, solidFill=colour)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])


def _cells(sheet: Worksheet, column: int, first: int, last: int) -> Reference:
    return Reference(sheet, min_col=column, min_row=first, max_row=last)


def _roomy(sheet: Worksheet) -> None:
    """A first column wide enough for the words of the lines, which are words even where they begin with a sign."""
    sheet.column_dimensions["A"].width = 48
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for cell in (*sheet[1], *sheet["A"]):
        if isinstance(cell.value, str) and cell.value.lstrip().startswith(FORMULA_STARTS):
            cell.data_type, cell.quotePrefix = "s", True
