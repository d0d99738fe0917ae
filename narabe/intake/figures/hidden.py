"""Hidden rows and columns that figures are taken from: said, so that nobody is surprised."""

from collections.abc import Iterable

from openpyxl.utils import get_column_letter

from narabe.intake.faults import Faults
from narabe.intake.figures.readout import Figure
from narabe.model.intake import Sheet
from narabe.words import figures_time_sentences as say


def say_hidden(sheets: Iterable[Sheet], figures: Iterable[Figure], faults: Faults) -> None:
    """One note per sheet with the hidden rows and columns that hold figures."""
    places = {(figure.place.sheet, figure.place.row, figure.place.at) for figure in figures}
    for sheet in sheets:
        held = [(row, column) for name, row, column in places if name == sheet.name]
        rows = sorted({row for row, _ in held} & set(sheet.hidden_rows))
        columns = sorted({column for _, column in held} & set(sheet.hidden_columns))
        if rows or columns:
            message = say.hidden_lines(
                tuple(map(str, rows)), tuple(get_column_letter(column) for column in columns)
            )
            faults.note(message, say.SHOW_LINES, sheet=sheet.name, row=rows[0] if rows else None)
