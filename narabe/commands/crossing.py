"""`python -m narabe crosstab`: one question by others, as the page shows it."""

import argparse
import json
from pathlib import Path
from typing import Any

from narabe.analyses.crosstab import crosstab
from narabe.model.crosstab import Base, Correction, CrossAsk, CrossTab, CrossTable
from narabe.model.text import Lang
from narabe.settings import settings
from narabe.warehouse.answers import open_answers

NESTED = ">"


def add_command(commands: Any) -> None:
    """Add `crosstab` to a parser's subcommands."""
    crossing = commands.add_parser("crosstab", help="クロス集計 / cross-tabulate a question")
    crossing.add_argument("--dataset", required=True, metavar="NAME")
    crossing.add_argument("--rows", required=True, metavar="Q")
    crossing.add_argument("--banner", action="append", default=[], metavar="Q | Q>Q")
    crossing.add_argument("--weight", metavar="Q")
    crossing.add_argument("--where", metavar="EXPR")
    crossing.add_argument(
        "--correction", choices=[each.value for each in Correction], default=Correction.HOLM.value
    )
    crossing.add_argument("--suppress-below", type=int, metavar="N")
    crossing.add_argument(
        "--show-missing", action="store_true", help="無回答も表に出す / show missing answers"
    )
    crossing.add_argument("--base", choices=[each.value for each in Base], default=Base.ANSWERED.value)
    crossing.add_argument("--format", choices=("json", "csv", "xlsx"), default="json")
    crossing.add_argument("--out", type=Path, metavar="FILE")
    crossing.set_defaults(run=_crosstab)


def _crosstab(options: argparse.Namespace) -> None:
    ask = CrossAsk(
        dataset=options.dataset,
        rows=options.rows,
        banner=tuple(tuple(part.strip() for part in each.split(NESTED)) for each in options.banner),
        weight=options.weight,
        where=options.where,
        correction=Correction(options.correction),
        suppress_below=options.suppress_below,
        show_missing=options.show_missing,
        base=Base(options.base),
    )
    told = crosstab(open_answers(ask.dataset), ask, settings())
    text = json.dumps(as_json(told, ask, options.lang), ensure_ascii=False)
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        print(text)


def as_json(told: CrossTab, ask: CrossAsk, lang: Lang) -> dict[str, Any]:
    """The answer as DESIGN's command line states it; shares are fractions 0–1."""
    return {
        "dataset": told.dataset,
        "origin": told.origin.value,
        "rows": told.label.in_(lang),
        "rows_id": told.question_id,
        "banner": [" > ".join(each) for each in ask.banner],
        "weight": told.weight,
        "where": told.where,
        "correction": told.correction.value,
        "base": told.base.value,
        "suppressed_below": told.suppressed_below,
        "tables": [_table(table, lang) for table in told.tables],
    }


def _table(table: CrossTable, lang: Lang) -> dict[str, Any]:
    labels = {column.column_id: column.label.in_(lang) for column in table.columns}
    rows = {row.row_id: row.label.in_(lang) for row in table.rows}
    return {
        "banner": table.label.in_(lang),
        "banner_ids": list(table.banner),
        "columns": [
            {
                "label": column.label.in_(lang),
                "column_id": column.column_id,
                "unweighted_base": column.unweighted_base,
                "weighted_base": column.weighted_base,
                "effective_base": column.effective_base,
                "suppressed": column.suppressed,
                "small": column.small,
            }
            for column in table.columns
        ],
        "cells": [
            {
                "row": row.label.in_(lang),
                "row_id": row.row_id,
                "column": column.label.in_(lang),
                "column_id": column.column_id,
                "unweighted_count": cell.unweighted_count,
                "weighted_count": cell.weighted_count,
                "column_share": cell.column_share,
                "row_share": cell.row_share,
                "total_share": cell.total_share,
                "low": cell.low,
                "high": cell.high,
                "suppressed": cell.suppressed,
                "differs_from": [labels[each] for each in cell.differs_from],
                "against_rest": cell.against_rest.value,
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
            {
                "column": column.label.in_(lang),
                "mean": each.mean,
                "median": each.median,
                "sd": each.sd,
            }
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
