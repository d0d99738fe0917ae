"""What was found in a file, what it would change, and the list of imports, as tables."""

from collections.abc import Sequence
from dataclasses import replace

from narabe.model.imports import Change, ImportEntry, Readability, Rule
from narabe.model.intake import Fault
from narabe.model.table import Column, Table
from narabe.model.text import EMPTY, Text
from narabe.tables.units import ITEMS, NUMBER, ROWS
from narabe.words import intake_page_sentences as say
from narabe.words import labels
from narabe.words.remark_sentences import moment

FAULTS = Text("見つかった問題", "Problems found")
CHANGES = Text("取り込むと変わること", "What the import would change")
IMPORTS = Text("取り込みの一覧", "Imports")
RULES = Text("守られていない決まり", "Rules not kept")
SHEET, ROW, COLUMN = Text("シート", "Sheet"), Text("行", "Row"), Text("列", "Column")
MAYBE_SILENT = ("before", "published", "apart")
VALUE, WHAT, DO = Text("値", "Value"), Text("内容", "What"), Text("どうすればよいか", "What to do")


def faults(found: Sequence[Fault], name: str = "narabe_import_problems", title: Text = FAULTS) -> Table:
    """Faults with their places, in the order of the file."""
    return Table(
        name,
        title,
        (
            Column("severity", Text("区分", "Kind")),
            Column("sheet", SHEET),
            Column("row", ROW, 0, counted=NUMBER),
            Column("column", COLUMN),
            Column("value", VALUE),
            Column("message", WHAT),
            Column("advice", DO),
        ),
        tuple(
            (
                say.SEVERITY_SHORT[fault.severity],
                fault.sheet,
                fault.row,
                fault.column,
                fault.value,
                fault.message,
                fault.advice,
            )
            for fault in found
        ),
    )


def changes(found: Sequence[Change]) -> Table:
    """Figures before and after, with what documents state of the same; without columns that say nothing."""
    table = Table(
        "narabe_import_changes",
        CHANGES,
        (
            Column("subject", Text("数値の名前", "Figure")),
            Column("group", Text("対象", "Group")),
            Column("period", Text("時期", "Period")),
            Column("before", Text("いま", "Now"), 1, fixed=False),
            Column("after", Text("取り込み後", "After"), 1, fixed=False),
            Column("unit", Text("単位", "Unit")),
            Column("published", Text("公表値", "Published"), 1, fixed=False),
            Column("apart", Text("公表値との差", "Apart from it"), 1, fixed=False),
            Column("effect", Text("変化", "Effect")),
        ),
        tuple(_change(change) for change in found),
    )
    silent = [
        place
        for place, column in enumerate(table.columns)
        if column.key in MAYBE_SILENT and all(row[place] is None for row in table.rows)
    ]
    kept = [place for place in range(len(table.columns)) if place not in silent]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


def imports(entries: Sequence[ImportEntry]) -> Table:
    """Every import, the newest first: who, when, what, and whether it counts."""
    return Table(
        "narabe_imports",
        IMPORTS,
        (
            Column("state", Text("状態", "State")),
            Column("at", Text("日時", "Time")),
            Column("dataset", Text("名前", "Name")),
            Column("kind", Text("中身", "Content")),
            Column("origin", Text("区分", "Origin")),
            Column("file_name", Text("ファイル", "File")),
            Column("department", labels.DEPARTMENT),
            Column("author", labels.AUTHOR),
            Column("rows", Text("読んだ行", "Rows read"), 0, counted=ROWS),
            Column("added", Text("新しく加わった数値", "Added"), 0, counted=ITEMS),
            Column("changed", Text("変わった数値", "Changed"), 0, counted=ITEMS),
            Column("unchanged", Text("変わらなかった数値", "Unchanged"), 0, counted=ITEMS),
            Column("import_id", Text("番号", "Id")),
        ),
        tuple(_entry(entry) for entry in entries),
    )


def rules(judged: Readability) -> Table:
    """The rules that a file does not keep, with what breaks them, and where."""
    return Table(
        "narabe_readability",
        RULES,
        (
            Column("rule", Text("決まり", "Rule")),
            Column("asks", Text("求められること", "What it asks")),
            Column("found", Text("このファイルでは", "In this file")),
            Column("places", Text("場所", "Where")),
        ),
        tuple(_rule(rule) for rule in judged.rules if rule.kept is False),
    )


def _rule(rule: Rule) -> tuple:
    return rule.rule_id, rule.asks, rule.found or EMPTY, ", ".join(rule.places)


def _change(change: Change) -> tuple:
    return (
        change.subject,
        change.group,
        change.period,
        change.before,
        change.after,
        change.unit,
        change.published,
        change.apart,
        say.EFFECT[change.effect],
    )


def _entry(entry: ImportEntry) -> tuple:
    return (
        say.STATE[entry.active],
        moment(entry.at),
        entry.dataset,
        say.KIND_SHORT[entry.kind],
        labels.ORIGIN[entry.origin],
        entry.file_name,
        entry.signer.department,
        entry.signer.author,
        entry.counts.rows,
        entry.counts.added,
        entry.counts.changed,
        entry.counts.unchanged,
        entry.import_id,
    )
