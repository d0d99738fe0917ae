"""`python -m narabe import | datasets | undo | redo`: what the intake page does, without a browser."""

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from narabe.desk import imports as desk
from narabe.desk.practice import practice
from narabe.model.answers_plan import AnswersPlan
from narabe.model.imports import ImportEntry, Receipt, Signer
from narabe.model.intake import OF_FILES, Fault, Kind, Progress, ReadOptions, Refused, Severity, quietly
from narabe.model.problem import Problem
from narabe.model.survey import Survey
from narabe.model.text import Lang, Text
from narabe.words import cli_sentences as say

DONE, REFUSED = 0, 1
DELIMITERS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}


def add_commands(commands: Any) -> None:
    """Add the four commands to a parser's subcommands."""
    importing = commands.add_parser("import", help="ファイルを取り込む / take a file in")
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument("--dataset", required=True, metavar="NAME")
    importing.add_argument("--kind", choices=[kind.value for kind in OF_FILES])
    importing.add_argument(
        "--codebook",
        type=Path,
        metavar="FILE",
        help="設問と選択肢の表（CSV・Excel）か YAML / a table of codes (CSV, Excel) or YAML",
    )
    importing.add_argument("--sheet")
    importing.add_argument("--encoding")
    importing.add_argument("--delimiter", metavar="tab|comma|semicolon|pipe|…")
    importing.add_argument("--header-row", type=int, metavar="N")
    importing.add_argument("--department", default=say.COMMAND_LINE.ja)
    importing.add_argument("--by", default=_user())
    importing.add_argument("--fictional", action="store_true", help="架空データとして / as invented data")
    importing.add_argument("--dry-run", action="store_true", help="確かめるだけ / check only")
    importing.add_argument("--json", action="store_true")
    importing.set_defaults(run=_import)
    listing = commands.add_parser("datasets", help="取り込みの一覧 / list what was imported")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=_datasets)
    acts: dict[str, tuple[str, Callable[[str, str], Receipt]]] = {
        "undo": ("取り込みを取り消す / undo an import", desk.undo),
        "redo": ("取り消した取り込みを戻す / redo an import", desk.redo),
    }
    for name, (told, act) in acts.items():
        switching = commands.add_parser(name, help=told)
        switching.add_argument("import_id", metavar="IMPORT_ID")
        switching.add_argument("--by", default=_user())
        switching.add_argument("--json", action="store_true")
        switching.set_defaults(run=_switch, act=act)


def _import(options: argparse.Namespace) -> int:
    lang: Lang = options.lang
    try:
        outcome = desk.take(
            options.file,
            options.dataset,
            Signer(options.department, options.by),
            ReadOptions(
                options.encoding,
                DELIMITERS.get(options.delimiter, options.delimiter),
                options.sheet,
                options.header_row,
            ),
            kind=Kind(options.kind) if options.kind else None,
            codebook=_bytes(options.codebook),
            fictional=options.fictional,
            dry_run=options.dry_run,
            progress=_progress(lang, options.json),
        )
    except Refused as refusal:
        return _told(options, "refused", refusal.faults)
    except Problem as problem:
        return _told(options, "refused", (Fault(Severity.ERROR, problem.message, problem.advice),))
    preview = outcome.preview
    faults = preview.faults
    refused = any(fault.severity is Severity.ERROR for fault in faults)
    warned = any(fault.severity is Severity.WARNING for fault in faults)
    word = "refused" if refused else "imported with warnings" if warned else "imported"
    import_id = outcome.receipt.import_id if outcome.receipt else None
    told = _told(options, word, faults, preview.counts.rows, preview.counts.columns, import_id)
    if not options.json and not refused:
        print(say.imported(preview.counts, import_id).in_(lang))
        if import_id:
            kind = Kind.ANSWERS if isinstance(preview.plan, AnswersPlan) else Kind.FIGURES
            print(say.look_next(kind).in_(lang))
    return told


def _told(
    options: argparse.Namespace,
    outcome: str,
    faults: tuple[Fault, ...],
    rows: int = 0,
    columns: int = 0,
    import_id: str | None = None,
) -> int:
    """Print what became of the file; the exit status."""
    lang: Lang = options.lang
    if options.json:
        answer = {
            "outcome": outcome,
            "rows": rows,
            "columns": columns,
            "problems": [_as_json(fault, lang) for fault in faults],
            "import_id": import_id,
            "dry_run": options.dry_run,
        }
        print(json.dumps(answer, ensure_ascii=False))
    else:
        for fault in faults:
            print(say.fault(fault).in_(lang), file=sys.stderr)
        if outcome == "refused":
            print(say.REFUSED.in_(lang), file=sys.stderr)
    return REFUSED if outcome == "refused" else DONE


def _as_json(fault: Fault, lang: Lang) -> dict[str, Any]:
    return {
        "severity": fault.severity.value,
        "sheet": fault.sheet,
        "row": fault.row,
        "column": fault.column,
        "value": fault.value,
        "message": fault.message.in_(lang),
        "advice": fault.advice.in_(lang),
    }


def _datasets(options: argparse.Namespace) -> None:
    entries, ours = desk.imports(), practice()
    if options.json:
        print(json.dumps([*map(_entry, entries), *map(_practice, ours)], ensure_ascii=False))
        return
    for entry in entries:
        print(say.import_line(entry).in_(options.lang))
    if not entries:
        print(say.NOTHING_IMPORTED.in_(options.lang))
    for survey in ours:
        print(say.practice_line(survey).in_(options.lang))


def _entry(entry: ImportEntry) -> dict[str, Any]:
    return {
        "import_id": entry.import_id,
        "dataset": entry.dataset,
        "kind": entry.kind.value,
        "origin": "fictional" if entry.fictional else "imported",
        "file": entry.file_name,
        "sha256": entry.sha256,
        "department": entry.signer.department,
        "author": entry.signer.author,
        "at": entry.at.isoformat(),
        "rows": entry.counts.rows,
        "columns": entry.counts.columns,
        "active": entry.active,
        "history": [{"act": act, "author": who, "at": at.isoformat()} for act, who, at in entry.history],
    }


def _practice(survey: Survey) -> dict[str, Any]:
    """As an import, without what only an import has."""
    only_imports = ("import_id", "file", "sha256", "department", "author", "at")
    return dict.fromkeys(only_imports) | {
        "dataset": survey.dataset,
        "kind": Kind.ANSWERS.value,
        "origin": survey.origin.value,
        "rows": survey.respondents,
        "columns": len(survey.questions),
        "active": True,
        "history": [],
    }


def _switch(options: argparse.Namespace) -> int:
    lang: Lang = options.lang
    receipt = options.act(options.import_id, options.by)
    if options.json:
        print(json.dumps({"import_id": receipt.import_id, "version": receipt.version_id}))
    else:
        print(say.switched(receipt, undone=options.act is desk.undo).in_(lang))
    return DONE


def _user() -> str:
    """Who runs the command, as the system knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return say.COMMAND_LINE.ja


def _bytes(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        raise Problem(say.no_codebook(path.name), say.CHECK_PATH) from error


def _progress(lang: Lang, silent: bool) -> Progress:
    """Told on the error stream, so that the answer stays clean; nothing where a program reads."""

    def tell(now: Text) -> None:
        print(f"… {now.in_(lang)}", file=sys.stderr)

    return quietly if silent else tell
