"""The command line: `python -m narabe build | import | datasets | undo | redo | crosstab | export | check | query`.

Exit 0 done, 1 refused, 2 wrong usage.
"""

import argparse
import csv
import json
import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any

from narabe.commands import crossing, exporting, importing
from narabe.export.cells import harmless
from narabe.model.problem import Problem
from narabe.model.text import Lang
from narabe.tables.queried import cell
from narabe.warehouse import Answer, build, check_inputs, select
from narabe.words import cli_sentences as say
from narabe.words import console_sentences

REFUSED = 1
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        status = int(options.run(options) or 0)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Problem as problem:
        lang: Lang = options.lang
        print(problem.message.in_(lang), file=sys.stderr)
        if problem.advice.ja:
            print(problem.advice.in_(lang), file=sys.stderr)
        return REFUSED


def _build(options: argparse.Namespace) -> None:
    built = build()
    print(say.built(built.version_id, built.fresh, built.checks).in_(options.lang))


def _check(options: argparse.Namespace) -> int:
    results = check_inputs()
    for result in results:
        print(("✓ " if result.passed else "✗ ") + result.purpose.in_(options.lang))
        for place, found in result.violations:
            print(f"    {place}: {found}")
    failed = sum(not result.passed for result in results)
    print(say.checked(len(results), failed).in_(options.lang))
    return REFUSED if failed else 0


def _query(options: argparse.Namespace) -> None:
    answer = select(options.sql)
    {"table": _as_table, "csv": _as_csv, "json": _as_json}[options.format](answer)
    if answer.more:
        print(console_sentences.rows_left_out(len(answer.rows)).in_(options.lang), file=sys.stderr)


def _as_table(answer: Answer) -> None:
    for row in (answer.columns, *answer.rows):
        print(" | ".join("" if value is None else _visible(str(_spelled(value))) for value in row))


def _as_csv(answer: Answer) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for row in (answer.columns, *answer.rows):
        writer.writerow([harmless(_spelled(value)) for value in row])


def _as_json(answer: Answer) -> None:
    rows = [dict(zip(answer.columns, map(_told, row), strict=True)) for row in answer.rows]
    print(json.dumps(rows, ensure_ascii=False, default=_plain, allow_nan=False))


def _spelled(value: Any) -> Any:
    """Numbers as they are, everything else in words."""
    return value if isinstance(value, (float, Decimal)) else cell(value)


def _visible(text: str) -> str:
    """A terminal obeys control characters; they are shown instead."""
    return CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def _told(value: Any) -> Any:
    """JSON has no number for what is infinite or none."""
    if isinstance(value, dict):
        return {str(name): _told(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_told(inner) for inner in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def _plain(value: object) -> str | float:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m narabe", description="Narabe 並べ")
    parser.add_argument(
        "--lang", choices=("ja", "en"), default="ja", help="表示の言語 / language of messages"
    )
    commands = parser.add_subparsers(
        required=True, metavar="build | import | datasets | undo | redo | crosstab | export | check | query"
    )
    building = commands.add_parser(
        "build", help="data/ からデータベースの版を作る / build a version of the database"
    )
    building.set_defaults(run=_build)
    importing.add_commands(commands)
    crossing.add_command(commands)
    exporting.add_command(commands)
    checking = commands.add_parser(
        "check", help="整合性チェックの結果を並べる / print every consistency check"
    )
    checking.set_defaults(run=_check)
    asking = commands.add_parser("query", help="SELECT 文を 1 つ実行する / run one SELECT over the figures")
    asking.add_argument("sql")
    asking.add_argument("--format", choices=("table", "csv", "json"), default="table")
    asking.set_defaults(run=_query)
    return parser


if __name__ == "__main__":
    sys.exit(main())
