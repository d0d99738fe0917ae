"""What a workbook shows beyond its values: merged and hidden cells, formulas, colours, percentages, pictures."""

import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import MergedCell

from narabe.intake.faults import Faults
from narabe.model.intake import Range, Sheet
from narabe.words import intake_problems as say

WHITE = {"00000000", "FFFFFFFF", "00FFFFFF"}


def looks_of(path: Path, sheets: dict[str, Sheet], found: Faults) -> dict[str, Sheet]:
    """The sheets with their looks. What openpyxl cannot read leaves them as they are, with a note.

    openpyxl stops at much that Excel and calamine read (styles of other programs), in exceptions of every kind.
    """
    try:
        # Opened here: of a path openpyxl wants to know the suffix.
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of extensions it leaves out
            workbook = openpyxl.load_workbook(file, rich_text=False)
            return {name: _with_looks(sheet, workbook[name]) for name, sheet in sheets.items()}
    except Exception:
        found.note(say.NO_LOOKS)
        return {name: replace(sheet, looks_read=False) for name, sheet in sheets.items()}


def _with_looks(sheet: Sheet, seen: Any) -> Sheet:
    formulas, coloured, percent = set(), set(), set()
    height = len(sheet.rows)
    for row in seen.iter_rows(max_row=height) if height else ():
        for cell in row:
            if isinstance(cell, MergedCell):
                continue
            place = (cell.row, cell.column)
            if cell.data_type == "f":
                formulas.add(place)
            if cell.has_style:
                if _has_colour(cell):
                    coloured.add(place)
                if isinstance(cell.number_format, str) and "%" in cell.number_format:
                    percent.add(place)
    return replace(
        sheet,
        merged=tuple(
            Range(each.min_row, each.min_col, each.max_row, each.max_col)
            for each in sorted(seen.merged_cells.ranges, key=lambda each: (each.min_row, each.min_col))
        ),
        hidden_rows=tuple(sorted(number for number, about in seen.row_dimensions.items() if about.hidden)),
        hidden_columns=_hidden_columns(seen),
        formulas=frozenset(formulas),
        coloured=frozenset(coloured),
        percent=frozenset(percent),
    )


def _hidden_columns(seen: Any) -> tuple[int, ...]:
    """One dimension may stand for several columns."""
    hidden: set[int] = set()
    for about in seen.column_dimensions.values():
        if about.hidden:
            first = about.min or openpyxl.utils.column_index_from_string(about.index)
            hidden |= set(range(first, min(about.max or first, first + 20_000) + 1))
    return tuple(sorted(hidden))


def _has_colour(cell: Any) -> bool:
    """A fill that is not white; the colour of the letters does not count unless it is set apart from black."""
    fill = cell.fill
    if fill is not None and fill.fill_type and fill.fill_type != "none":
        colour = fill.fgColor
        if colour is not None and not (colour.type == "rgb" and str(colour.rgb) in WHITE):
            return True
    letters = cell.font.color if cell.font else None
    return letters is not None and letters.type == "rgb" and str(letters.rgb)[-6:] not in {"000000", "FFFFFF"}
