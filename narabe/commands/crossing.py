"""`python -m narabe crosstab`: questions by others, as the page shows them."""

import argparse
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from narabe.analyses.crosstab import crosstab
from narabe.analyses.recodes import recodes_of
from narabe.commands import raking
from narabe.export.crosstab_book import crosstab_book
from narabe.export.crosstab_csv import crosstab_csv
from narabe.export.crosstab_fields import average_fields, cell_fields, column_fields
from narabe.model.crosstab import NESTED, Base, Correction, CrossAsk, CrossTab, CrossTable, Recode
from narabe.model.problem import Problem
from narabe.model.raking import Margin
from narabe.model.survey import Survey
from narabe.model.text import Lang
from narabe.warehouse import open_live
from narabe.warehouse.answers import open_answers
from narabe.words import crosstab_file_sentences as say

EVERY = "all"


def add_command(commands: Any) -> None:
    """Add `crosstab` to a parser's subcommands."""
    crossing = commands.add_parser("crosstab", help="クロス集計 / cross-tabulate questions")
    crossing.add_argument("--dataset", required=True, metavar="NAME")
    crossing.add_argument(
        "--rows",
        required=True,
        action="append",
        metavar="Q",
        help=f"設問。何度でも。{EVERY} は全設問 / a question, any number of times; {EVERY}: every one",
    )
    crossing.add_argument("--banner", action="append", default=[], metavar="Q | Q>Q")
    crossing.add_argument("--weight", metavar="Q")
    crossing.add_argument(
        "--net",
        action="append",
        default=[],
        metavar="Q:NAME=A,B",
        help="選択肢のまとめ / options taken together",
    )
    crossing.add_argument(
        "--hide", action="append", default=[], metavar="Q:A,B", help="表に出さない選択肢 / options left out"
    )
    crossing.add_argument("--where", metavar="EXPR")
    crossing.add_argument(
        "--correction", choices=[each.value for each in Correction], default=Correction.HOLM.value
    )
    crossing.add_argument("--suppress-below", type=_not_negative, metavar="N")
    crossing.add_argument(
        "--show-missing", action="store_true", help="無回答も表に出す / show missing answers"
    )
    crossing.add_argument("--base", choices=[each.value for each in Base], default=Base.ANSWERED.value)
    crossing.add_argument("--format", choices=("json", "csv", "xlsx"), default="json")
    crossing.add_argument("--out", type=Path, metavar="FILE")
    crossing.add_argument(
        "--letters", action="store_true", help="xlsx に検定の英字を入れる / letters of tests in the workbook"
    )
    crossing.add_argument(
        "--practice", action="store_true", help="架空データでも検定する / test invented answers, too"
    )
    raking.add_options(crossing)
    crossing.set_defaults(run=partial(_crosstab, crossing))


def _crosstab(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    if options.format == "xlsx" and not options.out:
        parser.error(say.XLSX_NEEDS_OUT.in_(options.lang))
    if options.letters and options.format != "xlsx":
        parser.error(say.LETTERS_NEED_XLSX.in_(options.lang))
    raking.check(parser, options)
    answers, chosen = open_answers(options.dataset), open_live().settings
    margins = raking.margins(options, answers.survey)
    recodes = recodes_of(options.net, options.hide, answers.survey)
    asks = [_ask(options, rows, margins, recodes) for rows in _questions(answers.survey, options.rows)]
    told = [crosstab(answers, ask, chosen) for ask in asks]
    content = _content(told, asks, options)
    if options.out:
        _write(options.out, content)
    elif options.format == "csv":
        sys.stdout.write(content.decode("utf-8-sig").replace("\r\n", "\n"))
    else:
        print(content.decode())


def _questions(survey: Survey, named: Sequence[str]) -> list[str]:
    """What was named, `all` being every question that can be tabulated. Errors: Problem where there is none."""
    every = [each.question_id for each in survey.questions if each.tabulated]
    if EVERY in named and not every:
        raise Problem(say.no_questions(survey.dataset))
    return [question for name in named for question in (every if name == EVERY else [name])]


def _ask(
    options: argparse.Namespace, rows: str, margins: tuple[Margin, ...], recodes: tuple[Recode, ...]
) -> CrossAsk:
    return CrossAsk(
        dataset=options.dataset,
        rows=rows,
        banner=tuple(tuple(part.strip() for part in each.split(NESTED)) for each in options.banner),
        weight=options.weight,
        where=options.where,
        correction=Correction(options.correction),
        suppress_below=options.suppress_below,
        show_missing=options.show_missing,
        base=Base(options.base),
        recodes=recodes,
        practice=options.practice,
        margins=margins,
        trim=options.trim,
        exact=options.format != "csv",
    )


def _content(told: Sequence[CrossTab], asks: Sequence[CrossAsk], options: argparse.Namespace) -> bytes:
    if options.format == "xlsx":
        return crosstab_book(told, options.lang, options.letters)
    if options.format == "csv":
        return crosstab_csv(told)
    every = [as_json(each, ask, options.lang) for each, ask in zip(told, asks, strict=True)]
    several = len(options.rows) > 1 or EVERY in options.rows
    return json.dumps({"crosstabs": every} if several else every[0], ensure_ascii=False).encode()


def _write(path: Path, content: bytes) -> None:
    """Errors: Problem where the file cannot be written."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Problem(say.cannot_write(str(path)), say.CHECK_FOLDER) from error


def _not_negative(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        said = say.not_negative(text)
        raise argparse.ArgumentTypeError(f"{said.ja} / {said.en}")
    return number


def as_json(told: CrossTab, ask: CrossAsk, lang: Lang) -> dict[str, Any]:
    """The answer as DESIGN's command line states it, questions as they were named; shares are fractions 0–1."""
    named = [f" {NESTED} ".join(each) for each in ask.banner]
    return {
        "dataset": told.dataset,
        "origin": told.origin.value,
        "rows": ask.rows,
        "rows_id": told.question_id,
        "rows_label": told.label.in_(lang),
        "banner": named,
        "weight": told.weight,
        "raking": raking.as_json(told.raking, lang),
        "where": told.where,
        "correction": told.correction.value,
        "base": told.base.value,
        "suppressed_below": told.suppressed_below,
        "tables": [_table(table, name, lang) for table, name in zip(told.tables, named or [""], strict=True)],
    }


def _table(table: CrossTable, named: str, lang: Lang) -> dict[str, Any]:
    labels = {column.column_id: column.label.in_(lang) for column in table.columns}
    rows = {row.row_id: row.label.in_(lang) for row in table.rows}
    return {
        "banner": named,
        "banner_label": table.label.in_(lang),
        "banner_ids": list(table.banner),
        "columns": [
            {"label": column.label.in_(lang), "column_id": column.column_id, **column_fields(column)}
            for column in table.columns
        ],
        "cells": [
            {
                "row": row.label.in_(lang),
                "row_id": row.row_id,
                "column": column.label.in_(lang),
                "column_id": column.column_id,
                **cell_fields(cell),
                "differs_from": [labels[each] for each in cell.differs_from],
            }
            for row, cells in zip(table.rows, table.cells, strict=True)
            for column, cell in zip(table.columns, cells, strict=True)
        ],
        "pairs": [
            {
                "row": rows[pair.row_id],
                "column": labels[pair.column_id],
                "other": labels[pair.other_id],
                "z": pair.z,
                "p": pair.p,
                "p_adjusted": pair.p_adjusted,
            }
            for pair in table.pairs
        ],
        "tests": _tests(table),
        "averages": [
            {"column": column.label.in_(lang), **average_fields(each)}
            for column, each in zip(table.columns, table.averages, strict=False)
        ],
    }


def _tests(table: CrossTable) -> dict[str, Any]:
    tests = table.tests
    return {
        "pearson": dict(zip(("statistic", "df", "p"), tests.pearson, strict=True)) if tests.pearson else None,
        "rao_scott": (
            dict(zip(("F", "ndf", "ddf", "p"), tests.rao_scott, strict=True)) if tests.rao_scott else None
        ),
        "cramers_v": tests.cramers_v,
        "exact": {"p": tests.exact, "draws": tests.exact_draws} if tests.exact is not None else None,
    }
