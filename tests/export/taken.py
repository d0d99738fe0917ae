"""The tables of the whole dashboard, small made-up ones, and how a file for machines is judged."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

from narabe.export.machine.fields import MachineTable
from narabe.export.machine.package import PackageAbout, companions
from narabe.export.machine.screen_face import about_of, machine_of
from narabe.intake.readability import judge
from narabe.intake.reading import open_file
from narabe.model.cell import Several, amount, coded
from narabe.model.imports import Readability
from narabe.model.intake import Detection, Format, ReadOptions, Sheet, SheetFound
from narabe.model.open_data import Edition
from narabe.model.source import Source
from narabe.model.table import Column, Spread, Table
from narabe.model.text import Text, plain
from narabe.settings import Limits
from narabe.words import repaired_sentences as house

NOW = Edition("abc123", date(2026, 11, 21))
FULL = (("L1", 100), ("L2", 100), ("L3", 100))
PERCENT, PEOPLE = plain("%"), Text("人", "people")
MINI = Table(
    name="narabe_mini",
    title=Text("小さな表", "A small table"),
    columns=(
        Column("option", Text("選択肢", "Option")),
        Column("share", Text("割合", "Share"), 1, PERCENT),
        Column("range", Text("範囲", "Range")),
        Column("base", Text("回答者数", "Base"), 0, counted=PEOPLE),
        Column("serves", Text("指標", "Indicators")),
        Column("marked", Text("印", "Marked")),
        Column("day", Text("日", "Day")),
    ),
    rows=(
        (coded(Text("はい", "yes"), "o1", Text("はい（使う）", "yes, I use it")), 43.756, None, 91,
         Several("甲、乙", "A, B", (("a", Text("甲", "A")), ("b", Text("乙", "B")))), True, date(2025, 9, 1)),
        (coded(Text("いいえ", "no"), "o2"), "12.3 ▲", None, 91, Several("", ""), False, None),
        (coded(Text("無", "none"), "o3"), amount(Text("8割以上", "80% or more"), low=80, high=100, unit=PERCENT),
         amount(Text("55～65%", "55–65%"), low=55, high=65, unit=PERCENT), None,
         Several("乙", "B", (("b", Text("乙", "B")),)), None, None),
        (coded(Text("他", "other"), "o4"), "*", None, 5, Several("", ""), False, None),
    ),
    notes=(Text("注記", "a note"),),
    sources=(Source("d", Text("計画", "Plan"), Text("市", "City"), "s", Text("1-1", "1-1")),),
    build_id="abc123",
)  # fmt: skip


def of_wave(code: str, name: str, measure: str, label: Text, decimals: int | None = 0) -> Column:
    wave = Spread("wave", Text("調査", "Wave"), code, plain(name), measure, label)
    return Column(f"{code}_{measure}", plain(f"{name} {label.en}"), decimals, counted=PEOPLE, spread=wave)


def judged(machine: MachineTable, about: PackageAbout) -> Readability:
    """A table for machines with all that goes with it, judged as the sheets of a workbook."""
    every = (machine, *companions([machine], about, house.WORKBOOK_ENCODING))
    sheets = tuple(Sheet(each.name, (tuple(each.header), *each.rows())) for each in every)
    found = tuple(SheetFound(sheet.name, len(sheet.rows), len(sheet.rows[0])) for sheet in sheets)
    return judge(sheets, Detection(Format.WORKBOOK, found))


def judged_table(table: Table) -> Readability:
    return judged(machine_of(table), about_of(table, NOW))


def judged_file(content: bytes, name: str, folder: Path) -> Readability:
    """A file as our own readers read it."""
    path = folder / name
    path.write_bytes(content)
    incoming = open_file(path, name, ReadOptions(), Limits())
    return judge(incoming.sheets(), incoming.detection)


def judged_package(content: bytes) -> Readability:
    """The CSV files of a package as its sheets."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        texts = {
            Path(name).stem: archive.read(name).decode("utf-8-sig")
            for name in archive.namelist()
            if name.endswith(".csv")
        }
    sheets = tuple(
        Sheet(name, tuple(tuple(cell or None for cell in row) for row in csv.reader(io.StringIO(text, ""))))
        for name, text in texts.items()
    )
    found = tuple(SheetFound(sheet.name, len(sheet.rows), len(sheet.rows[0])) for sheet in sheets)
    return judge(sheets, Detection(Format.DELIMITED, found, "utf-8", delimiter=",", quote='"'))


def broken(readability: Readability) -> dict[str, object]:
    return {rule.rule_id: (rule.found, rule.places) for rule in readability.rules if rule.kept is False}
