"""Figures that were looked up as a table."""

from dataclasses import replace

from narabe.model.explore import Explored
from narabe.model.provenance import FigureLine
from narabe.model.table import Column, Table
from narabe.model.text import Text
from narabe.tables.provenance import figure_lines
from narabe.words import explore_sentences as say
from narabe.words import labels

FIRST = ("group", "period", "value", "unit", "address", "status")
"""Columns that stand after what the figure is about, before the others."""


def figures(found: Explored) -> Table:
    """One row per figure found: option or metric, question, survey; what they come to, or why they do not, is said below."""
    notes = (found.total_said,) if found.total_said.ja else ()
    if found.cut:
        notes = (say.first_rows(len(found.lines), found.figures), *notes)
    table = figure_lines("narabe_found_figures", say.TITLE, found.lines, found.build_id, notes)
    places = {column.key: place for place, column in enumerate(table.columns)}
    kept = [places[key] for key in FIRST]
    kept += [place for key, place in places.items() if key not in (*FIRST, "subject")]
    return replace(
        table,
        columns=(
            Column("item", Text("選択肢・指標", "Option or metric")),
            Column("question", Text("設問", "Question")),
            Column("survey", Text("調査", "Survey")),
            *(table.columns[place] for place in kept),
        ),
        rows=tuple(
            (_item(line), line.question, line.wave, *(row[place] for place in kept))
            for line, row in zip(found.lines, table.rows, strict=True)
        ),
    )


def _item(line: FigureLine) -> Text:
    """What was chosen or counted; what no document published says so."""
    return labels.marked(line.option if line.option.ja else line.subject, line.origin)
