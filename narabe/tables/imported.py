"""Imported values beside published ones as a table."""

from narabe.model.imported import Beside, BesideList
from narabe.model.table import Cell, Column, Table
from narabe.model.text import EMPTY, Text
from narabe.words import imported_sentences as say
from narabe.words import labels


def beside(found: BesideList, name: str) -> Table:
    """One row per imported value of which a document states the same; `name` ends the file's name."""
    return Table(
        name=f"narabe_imported_{name}",
        title=say.TITLE,
        columns=(
            Column("subject", Text("何の数値か", "Subject")),
            Column("group", Text("対象", "Group")),
            Column("period", Text("時期", "Period")),
            Column("imported", Text("取り込んだ値", "Imported"), 2, fixed=False),
            Column("published", Text("公表された値", "Published"), 2, fixed=False),
            Column(
                "difference", Text("差（取込−公表）", "Difference (imported − published)"), 2, fixed=False
            ),
            Column("unit", Text("単位", "Unit")),
            Column("agrees", Text("一致", "Agreement")),
            Column("origin", labels.ORIGIN_TITLE),
            Column("derived", Text("取り込んだ値の計算", "How the imported value was computed")),
            Column("source", Text("取り込んだファイル", "Imported from")),
            Column("published_source", Text("公表の出典", "Published in")),
        ),
        rows=tuple(_row(value) for value in found.values),
        notes=(say.NOTE,),
        sources=found.sources,
        build_id=found.build_id,
    )


def _row(value: Beside) -> tuple[Cell, ...]:
    return (
        value.subject,
        value.group,
        say.period(value),
        value.imported,
        value.published,
        value.difference,
        value.unit,
        say.AGREES if value.agrees else say.APART,
        labels.ORIGIN[value.origin],
        value.derived or EMPTY,
        value.source.line,
        value.published_source.line,
    )
