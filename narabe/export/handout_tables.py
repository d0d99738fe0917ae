"""Tables on slides: native, the rows over as many slides as they need, the header on each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.table import Table as SlideTable
from pptx.util import Emu, Inches, Pt

from narabe.export.grid import Cells, Grid, Leaf, fitted
from narabe.export.handout_deck import (
    BODY_HEIGHT,
    BODY_TOP,
    EDGE,
    FIRST_HEIGHT,
    FIRST_TOP,
    INK,
    INSIDE,
    LATIN,
    described,
    new_slide,
    styled,
)
from narabe.model.findings import Finding
from narabe.model.table import Column, Table
from narabe.model.text import Lang
from narabe.words import handout_sentences as say

LEAF = Leaf(INSIDE.pt, sizes=(12.0, 10.5, 9.0, 8.0, 7.0), latin=LATIN)
FINDINGS_LEAF = replace(LEAF, sizes=(11.0, 10.0, 9.0))
LINE, MARGIN = 1.3, 2.5
"""Height of a line in letters, and what a cell adds above and below in points."""
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"
TINT, HAIRLINE = RGBColor(0xE8, 0xF1, 0xFE), "C9C9D2"


def findings_table(findings: Sequence[Finding]) -> Table:
    """Key figure, sentence, arithmetic and caution of each finding."""
    columns = (say.KEY_FIGURE, say.FINDING, say.ARITHMETIC, say.CAUTION)
    return Table(
        name="findings",
        title=say.FINDINGS,
        columns=tuple(Column(f"c{place}", label) for place, label in enumerate(columns)),
        rows=tuple((f.key_figure, f.headline, f.arithmetic, f.caution) for f in findings),
    )


def add_tables(deck: Deck, tables: Sequence[Table], lang: Lang, opening: Slide | None) -> None:
    """The tables one after another; the first begins on the `opening` slide, under the answer."""
    for table in tables:
        findings = table.title == say.FINDINGS
        grid = fitted(table, lang, FINDINGS_LEAF if findings else LEAF)
        title = grid.title if findings else say.TABLE.in_(lang) + grid.title
        for part in _parts(grid, FIRST_HEIGHT if opening else BODY_HEIGHT):
            slide = opening or new_slide(deck, title, lang)
            _table(slide, grid, part, lang, FIRST_TOP if opening else BODY_TOP)
            title, opening = grid.title + say.CONTINUED.in_(lang), None
        notes = slide.notes_slide.notes_text_frame
        if grid.notes and notes is not None:
            notes.text = "\n".join(part for part in (notes.text, *grid.notes) if part)


def _parts(grid: Grid, first: float) -> Iterator[Cells]:
    """The rows in runs that fit a slide under the header, the first in so many inches; at least one row each."""
    header = _height(grid, grid.header)
    part: list[tuple[str, ...]] = []
    left = Inches(first).pt - header
    for row in grid.rows:
        height = _height(grid, row)
        if part and height > left:
            yield tuple(part)
            part, left = [], Inches(BODY_HEIGHT).pt - header
        part.append(row)
        left -= height
    yield tuple(part)


def _height(grid: Grid, cells: tuple[str, ...]) -> float:
    """Height of a row in points."""
    return grid.lines(cells) * grid.size * LINE + 2 * MARGIN


def _table(slide: Slide, grid: Grid, rows: Cells, lang: Lang, top: float) -> None:
    heights = [Pt(_height(grid, cells)) for cells in (grid.header, *rows)]
    size = (Pt(sum(grid.widths)), Emu(sum(heights)))
    frame = slide.shapes.add_table(len(heights), len(grid.header), Inches(EDGE), Inches(top), *size)
    described(frame, grid.title)
    frame._element.find(f".//{qn('a:tableStyleId')}").text = NO_STYLE
    table: SlideTable = frame.table
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Pt(width)
    for place, (row, cells) in enumerate(zip(table.rows, (grid.header, *rows), strict=True)):
        row.height = heights[place]
        for cell, text, numeric in zip(row.cells, cells, grid.numeric, strict=True):
            cell.text = text
            _set(cell, grid.size, lang, PP_ALIGN.RIGHT if numeric else PP_ALIGN.LEFT, header=place == 0)


def _set(cell: Any, size: float, lang: Lang, align: PP_ALIGN, header: bool) -> None:
    """Margins, letters, a fine line below, and a tint behind a header."""
    cell.margin_left = cell.margin_right = Pt(size / 2)
    cell.margin_top = cell.margin_bottom = Pt(MARGIN)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if header else MSO_ANCHOR.TOP
    line = etree.SubElement(cell._tc.get_or_add_tcPr(), qn("a:lnB"), w=str(Pt(0.5)))
    etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"), val=HAIRLINE)
    if header:
        cell.fill.solid()
        cell.fill.fore_color.rgb = TINT
    for paragraph in cell.text_frame.paragraphs:
        # Exact, so that a row is as high in every program and face.
        paragraph.line_spacing, paragraph.alignment = Pt(size * LINE), align
        for run in paragraph.runs:
            styled(run.font, lang, size, INK, bold=header)
