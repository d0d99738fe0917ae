"""`python -m narabe export`: public tables, saved views and the whole dashboard as files."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from narabe.analyses.crosstab import crosstab
from narabe.analyses.open_data import edition_of, open_codes, open_rows, open_table, open_tables
from narabe.desk import views
from narabe.export.crosstab_book import crosstab_book
from narabe.export.csv_file import to_csv
from narabe.export.dashboard import dashboard_book
from narabe.export.machine.fields import MachineTable
from narabe.export.machine.files import unwritable
from narabe.export.machine.open_face import every_table, file_name, machine_table, made
from narabe.export.machine.package import MIME, Kind
from narabe.export.machine.view_face import FIGURES, figures_of_view, view_file
from narabe.export.xlsx_file import to_xlsx
from narabe.model.open_data import Where
from narabe.model.problem import Problem
from narabe.model.source import Source
from narabe.model.text import EMPTY, Lang
from narabe.tables.dashboard import sections
from narabe.tables.open_readable import readable
from narabe.warehouse import Warehouse, open_live
from narabe.warehouse.answers import open_answers
from narabe.words import crosstab_file_sentences, open_sentences
from narabe.words import export_sentences as say

ALL, VIEW = "all", "view:"
READABLE, MACHINE = "readable", "machine"
Files = Mapping[str, Callable[[], bytes]]
"""What makes each file, by its name."""


def add_command(commands: Any) -> None:
    """Add `export` to a parser's subcommands."""
    exporting = commands.add_parser("export", help="ファイルに書き出す / write files to take away")
    exporting.add_argument(
        "name",
        metavar="NAME",
        help=f"表の名前、{ALL}（全体）、{VIEW}番号（保存したビュー） / a table, {ALL}, or {VIEW}number",
    )
    exporting.add_argument("--face", choices=(READABLE, MACHINE), required=True)
    exporting.add_argument("--out", type=Path, required=True, metavar="DIR")
    exporting.add_argument(
        "--format",
        choices=tuple(MIME),
        help="機械可読は zip、閲覧用は xlsx が既定 / zip for machines and xlsx for readers unless given",
    )
    exporting.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="絞り込み。何度でも / rows to keep, any number of times",
    )
    exporting.set_defaults(run=partial(_export, exporting))


def _export(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    lang: Lang = options.lang
    if options.face == READABLE and options.format not in (None, "xlsx", "csv"):
        parser.error(say.READABLE_FORMATS.in_(lang))
    if options.where and (options.name == ALL or options.name.startswith(VIEW)):
        parser.error(say.FILTERS_FOR_TABLES.in_(lang))
    where = _where(parser, options)
    warehouse = open_live()
    if options.name == ALL:
        files = _everything(parser, options, warehouse)
    elif options.name.startswith(VIEW):
        files = _view(parser, options, warehouse)
    else:
        files = _table(options, warehouse, where)
    for name, make in files.items():
        print(_write(options.out, name, make()))


def _where(parser: argparse.ArgumentParser, options: argparse.Namespace) -> dict[str, tuple[str, ...]]:
    where: dict[str, tuple[str, ...]] = {}
    for each in options.where:
        field, equals, value = each.partition("=")
        if not equals:
            parser.error(say.field_and_value(each).in_(options.lang))
        where[field] = (*where.get(field, ()), value)
    return where


def _table(options: argparse.Namespace, warehouse: Warehouse, where: Where) -> Files:
    name = options.name
    rows = open_rows(warehouse, name, where)
    if options.face == READABLE:
        return _readable(options, warehouse, name, where)
    kind: Kind = options.format or "zip"
    if kind.endswith("_sjis"):
        _lacking(machine_table(open_table(name), rows), options.lang)
    return {_named(file_name(name, where), kind): partial(made, name, rows, kind, where, warehouse)}


def _readable(
    options: argparse.Namespace, warehouse: Warehouse, name: str, where: Where, stem: str = ""
) -> Files:
    table, rows = open_table(name), open_rows(warehouse, name, where)
    now = edition_of(warehouse, table, rows)
    sources = tuple(Source("", each.title, each.publisher, "", EMPTY) for each in now.sources)
    shown = readable(table, rows, open_codes(warehouse, table, rows), now.version, sources, where)
    ending, make = ("csv", to_csv) if options.format == "csv" else ("xlsx", to_xlsx)
    return {f"{stem or file_name(name, where)}_{options.lang}.{ending}": partial(make, shown, options.lang)}


def _everything(parser: argparse.ArgumentParser, options: argparse.Namespace, warehouse: Warehouse) -> Files:
    lang: Lang = options.lang
    if options.face == READABLE:
        if options.format == "csv":
            parser.error(say.DASHBOARD_IS_A_WORKBOOK.in_(lang))
        return {f"narabe_dashboard_{lang}.xlsx": lambda: dashboard_book(sections(warehouse), lang)}
    kind: Kind = options.format or "zip"
    if kind in ("zip", "zip_sjis", "xlsx"):
        return {_named("narabe_all", kind): partial(every_table, warehouse, kind)}
    return {
        _named(f"narabe_{table.name}", kind): partial(
            made, table.name, open_rows(warehouse, table.name), kind, None, warehouse
        )
        for table in open_tables()
    }


def _view(parser: argparse.ArgumentParser, options: argparse.Namespace, warehouse: Warehouse) -> Files:
    saved = views.view(options.name.removeprefix(VIEW))
    if saved.withdrawn:
        raise Problem(open_sentences.WITHDRAWN)
    stem = f"narabe_view_{saved.view_id}"
    if options.face == MACHINE:
        kind: Kind = options.format or "zip"
        return {_named(stem, kind): partial(view_file, saved, kind, warehouse)}
    if saved.ask is None:
        return _readable(options, warehouse, FIGURES, figures_of_view(saved, warehouse), stem)
    if options.format == "csv":
        parser.error(say.CROSSTAB_IS_A_WORKBOOK.in_(options.lang))
    told = crosstab(open_answers(saved.ask.dataset), saved.ask, warehouse.settings)
    return {f"{stem}_{options.lang}.xlsx": partial(crosstab_book, [told], options.lang)}


def _named(stem: str, kind: Kind) -> str:
    """`narabe_figures.csv`, `narabe_figures_sjis.csv`."""
    ending, _, encoding = kind.partition("_")
    return f"{stem}{'_' + encoding if encoding else ''}.{ending}"


def _lacking(table: MachineTable, lang: Lang) -> None:
    """Tell on the error stream which characters become 〓."""
    for character, field, often in unwritable(table, "shift_jis"):
        print(say.unwritable(character, field, often).in_(lang), file=sys.stderr)


def _write(folder: Path, name: str, content: bytes) -> Path:
    """Beside first, then under its name: nothing half-written is left. Errors: Problem where it cannot be written."""
    path, draft = folder / name, folder / f".{name}.{uuid4().hex[:8]}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(content)
            os.replace(draft, path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise Problem(
            crosstab_file_sentences.cannot_write(str(path)), crosstab_file_sentences.CHECK_FOLDER
        ) from error
    return path
