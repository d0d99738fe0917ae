"""Files made of an import, without Streamlit: they are made in the worker."""

from collections.abc import Callable
from functools import partial

from narabe.desk import imports as desk
from narabe.desk.examining import catalogue
from narabe.export.cells import XLSX_MIME
from narabe.export.forms import blank_form
from narabe.export.repaired import About, repaired_csv, repaired_xlsx
from narabe.model.forms import FormSheet
from narabe.model.text import Lang, Text

SHAPES: dict[str, tuple[Text, str, str]] = {
    "xlsx": (Text("Excel", "Excel"), "narabe_repaired.xlsx", XLSX_MIME),
    "utf8": (Text("CSV（UTF-8）", "CSV (UTF-8)"), "narabe_repaired_utf8.zip", "application/zip"),
    "sjis": (Text("CSV（Shift_JIS）", "CSV (Shift_JIS)"), "narabe_repaired_sjis.zip", "application/zip"),
}
MADE: dict[str, Callable[..., bytes]] = {
    "xlsx": repaired_xlsx,
    "utf8": partial(repaired_csv, encoding="utf-8"),
    "sjis": partial(repaired_csv, encoding="shift_jis"),
}


def repaired(draft_id: str, about: About, shape: str) -> bytes:
    """The machine-readable face of what the last preview read."""
    made = MADE[shape]
    return made(
        desk.converted(draft_id), about, respondents=desk.answers_file(draft_id), catalogue=catalogue()
    )


def blank(sheet: FormSheet, lang: Lang) -> bytes:
    """An empty form as a workbook."""
    return blank_form(sheet, lang)
