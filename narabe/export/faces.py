"""What can be made of a table of the screen: for reading, for machines, as a picture. Libraries load when one is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from narabe.charts.template import Spec
from narabe.export.cells import XLSX_MIME, Plain, harmless, header, rows
from narabe.export.csv_file import to_csv
from narabe.model.table import Table
from narabe.model.text import Lang, Text
from narabe.words import taking_sentences as say

if TYPE_CHECKING:
    from narabe.export.machine.fields import MachineTable
    from narabe.export.machine.package import Kind

Face = Literal["readable", "machine", "picture"]
FACES: dict[Face, Text] = {"readable": say.READABLE, "machine": say.MACHINE, "picture": say.PICTURE}
SJIS = "machine_csv_sjis"
MOST_ROWS_TO_COPY = 2000


@dataclass(frozen=True, slots=True)
class Format:
    """A file that can be made; `ending` is what stands behind the table's name."""

    format_id: str
    face: Face
    label: Text
    what: Text
    ending: str
    mime: str


FORMATS = (
    Format("xlsx", "readable", say.XLSX, say.XLSX_READABLE, "_{lang}.xlsx", XLSX_MIME),
    Format("csv", "readable", say.CSV, say.CSV_READABLE, "_{lang}.csv", "text/csv"),
    Format("machine_csv", "machine", say.CSV, say.CSV_MACHINE, "_machine.csv", "text/csv"),
    Format(SJIS, "machine", say.SJIS, say.SJIS_MACHINE, "_machine_sjis.csv", "text/csv"),
    Format("machine_xlsx", "machine", say.XLSX, say.XLSX_MACHINE, "_machine.xlsx", XLSX_MIME),
    Format("machine_zip", "machine", say.ZIP, say.ZIP_MACHINE, "_machine.zip", "application/zip"),
    Format(
        "machine_parquet",
        "machine",
        say.PARQUET,
        say.PARQUET_MACHINE,
        "_machine.parquet",
        "application/vnd.apache.parquet",
    ),
    Format("machine_json", "machine", say.JSON, say.JSON_MACHINE, "_machine.json", "application/json"),
    Format("png", "picture", say.PNG, say.PNG_WHAT, "_{lang}.png", "image/png"),
    Format("png2", "picture", say.PNG_2, say.PNG_2_WHAT, "_{lang}_2x.png", "image/png"),
    Format("svg", "picture", say.SVG, say.SVG_WHAT, "_{lang}.svg", "image/svg+xml"),
)
KINDS: "dict[str, Kind]" = {
    "machine_csv": "csv",
    SJIS: "csv_sjis",
    "machine_xlsx": "xlsx",
    "machine_zip": "zip",
    "machine_parquet": "parquet",
    "machine_json": "json",
}
BY_ID = {each.format_id: each for each in FORMATS}


@dataclass(frozen=True, slots=True)
class Taking:
    """A table as it may be taken away: the very chart the screen draws, the chart in words, and who makes the face for
    machines where it is more than what the screen shows."""

    table: Table
    chart: Spec | None = None
    alt: str = ""
    machine: "Callable[[], MachineTable] | None" = None

    @property
    def faces(self) -> tuple[Face, ...]:
        return tuple(face for face in FACES if face != "picture" or self.chart is not None)


def formats(face: Face) -> tuple[Format, ...]:
    return tuple(each for each in FORMATS if each.face == face)


def file_name(table: Table, format_id: str, lang: Lang) -> str:
    """Says what the file holds: table, language or face, format."""
    return table.name + BY_ID[format_id].ending.format(lang=lang)


def made(taking: Taking, format_id: str, lang: Lang) -> bytes:
    """The file. May take seconds: on a server, call it in a worker. Errors: Problem for a table too large for a workbook."""
    table = taking.table
    if format_id == "csv":
        return to_csv(table, lang)
    if format_id == "xlsx":
        from narabe.export.xlsx_file import to_xlsx

        return to_xlsx(table, lang, taking.chart)
    if BY_ID[format_id].face == "picture":
        return _picture(taking, format_id, lang)
    return _for_machines(taking, format_id)


def unwritable_in_sjis(taking: Taking) -> list[tuple[str, str, int]]:
    """What Shift_JIS cannot write of the face for machines: character, field, how often."""
    from narabe.export.machine.files import unwritable

    return unwritable(_machine(taking), "shift_jis")


def tab_separated(table: Table, lang: Lang) -> str:
    """The table with its header, to be pasted into a spreadsheet."""
    lines: list[Sequence[Plain]] = [header(table, lang), *rows(table, lang)]
    return "\n".join("\t".join(map(_pasted, line)) for line in lines)


def _pasted(cell: Plain) -> str:
    """On one line, and no formula."""
    return (
        "" if cell is None else str(harmless(" ".join(str(cell).split()) if isinstance(cell, str) else cell))
    )


def _picture(taking: Taking, format_id: str, lang: Lang) -> bytes:
    from narabe.export.pictures import picture_png, picture_svg

    if taking.chart is None:
        raise ValueError(f"{taking.table.name} has no chart")
    if format_id == "svg":
        return picture_svg(taking.chart, taking.table, taking.alt, lang)
    return picture_png(taking.chart, taking.table, taking.alt, lang, 2 if format_id == "png2" else 1)


def _machine(taking: Taking) -> "MachineTable":
    if taking.machine is not None:
        return taking.machine()
    from narabe.export.machine.screen_face import machine_of

    return machine_of(taking.table)


def _for_machines(taking: Taking, format_id: str) -> bytes:
    from narabe.analyses.open_data import edition
    from narabe.export.machine.package import as_kind
    from narabe.export.machine.screen_face import about_of
    from narabe.warehouse import open_kept

    now = edition(open_kept(taking.table.build_id))
    return as_kind([_machine(taking)], about_of(taking.table, now), KINDS[format_id])
