"""What the sheets of workbooks for reading have in common: the colours of the charts, and one printed page across."""

from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from narabe.charts.theme import LIGHT

A4 = 9


def bare(colour: str) -> str:
    """A colour as a workbook writes it."""
    return colour.lstrip("#")


HEADER_FILL = PatternFill("solid", fgColor=bare(LIGHT.blues[-1]))
LINK = Font(color=bare(LIGHT.main), underline="single")


def landscape(sheet: Worksheet) -> None:
    """One page across."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
