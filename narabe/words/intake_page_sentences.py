"""Words of the page that takes files and figures in."""

from collections import Counter
from collections.abc import Sequence

from narabe.model.answers_plan import AnswerType, Group, Layout, Missing
from narabe.model.imports import Counts, Effect, ImportEntry, Readability
from narabe.model.intake import Detection, Fault, Format, Kind, Severity, SheetFound
from narabe.model.status import MetricKind
from narabe.model.text import EMPTY, Text, plain

KIND = {
    Kind.ANSWERS: Text("調査の回答（1行が1人）", "Survey answers (one row per person)"),
    Kind.FIGURES: Text("件数・割合などの数値（月次・年次の表）", "Figures (monthly or yearly tables)"),
    Kind.ROOM: Text("会場の投票の合計", "Sums of votes in a room"),
}
KIND_SHORT = {
    Kind.ANSWERS: Text("調査の回答", "Survey answers"),
    Kind.FIGURES: Text("数値の表", "Figures"),
    Kind.ROOM: Text("会場の投票", "Votes in the room"),
}
SEVERITY = {
    Severity.ERROR: Text("直さないと取り込めないもの", "To be mended before import"),
    Severity.WARNING: Text("取り込めるが、確かめたいもの", "Imported, but please check"),
    Severity.NOTE: Text("お知らせ", "Notes"),
}
SEVERITY_SHORT = {
    Severity.ERROR: Text("要修正", "mend"),
    Severity.WARNING: Text("要確認", "check"),
    Severity.NOTE: Text("お知らせ", "note"),
}
FORMAT = {
    Format.DELIMITED: Text("テキスト（CSVなど）", "Text (CSV and the like)"),
    Format.WORKBOOK: Text("Excel のブック", "Excel workbook"),
    Format.SPSS: Text("SPSS のデータ", "SPSS data"),
    Format.PARQUET: Text("Parquet のデータ", "Parquet data"),
}
ANSWER_TYPE = {
    AnswerType.SINGLE: Text("1つ選ぶ", "Choose one"),
    AnswerType.MULTIPLE: Text("いくつでも選ぶ", "Choose any"),
    AnswerType.LIMITED: Text("数を限って選ぶ", "Choose up to a number"),
    AnswerType.SCALE: Text("段階で答える", "Scale"),
    AnswerType.NUMERIC: Text("数を書く", "Number"),
    AnswerType.TEXT: Text("自由に書く", "Free text"),
}
LAYOUT = {
    Layout.CELL: Text("1つの列に1つの答え", "One answer in one column"),
    Layout.FLAGS: Text("選択肢ごとの列（○や1）", "A column for each option"),
    Layout.SLOTS: Text("1つ目・2つ目…の列", "Columns for first, second …"),
    Layout.DELIMITED: Text("1つの列に区切って複数", "Several in one column, set apart"),
}
MISSING = {
    Missing.NO_ANSWER: Text("無回答", "No answer"),
    Missing.NOT_APPLICABLE: Text("非該当（尋ねていない）", "Not applicable (not asked)"),
    Missing.INVALID: Text("無効", "Invalid"),
}
GROUP = {Group.SEX: Text("性別", "Sex"), Group.AGE: Text("年代", "Age")}
EFFECT = {
    Effect.ADDED: Text("新しく加わる", "added"),
    Effect.CHANGED: Text("変わる", "changed"),
    Effect.UNCHANGED: Text("変わらない", "unchanged"),
    Effect.REMOVED: Text("なくなる", "removed"),
}
METRIC_KIND = {
    MetricKind.FLOW: Text("期間の合計（件数・金額など）", "Sum over a period (cases, yen …)"),
    MetricKind.STOCK: Text("ある時点の数", "State at a date"),
    MetricKind.AVERAGE: Text("平均", "Average"),
    MetricKind.RATIO: Text("割合", "Ratio"),
}
ENCODING = {
    "utf-8": plain("UTF-8"),
    "cp932": plain("Shift_JIS"),
    "utf-16": plain("UTF-16"),
    "euc_jp": plain("EUC-JP"),
    "iso2022_jp": Text("ISO-2022-JP（JIS）", "ISO-2022-JP (JIS)"),
}
DELIMITER = {
    ",": Text("カンマ（,）", "Comma (,)"),
    "\t": Text("タブ", "Tab"),
    ";": Text("セミコロン（;）", "Semicolon (;)"),
    "|": Text("縦線（|）", "Bar (|)"),
}
CERTAIN = (
    (0.85, Text("高", "high")),
    (0.5, Text("中", "medium")),
    (0.0, Text("低", "low")),
)
LEVEL = {
    "L1": Text("L1 表の形", "L1: shape of the table"),
    "L2": Text("L2 値の書き方", "L2: how values are written"),
    "L3": Text("L3 公開データとしての備え", "L3: ready to be published"),
}
WHOLE_FILE = Text("（シートの区別なし）", "(no sheets)")
HIDDEN = Text("非表示", "hidden")
NO_FAULTS = Text("問題は見つかりませんでした。", "Nothing wrong was found.")
REFUSED = Text(
    "このファイルは、このままでは取り込めません。何も変わっていません。",
    "This file cannot be taken in as it is. Nothing has changed.",
)
CLOSED = Text(
    "いまは、この画面からの取り込みと入力を受け付けていません。",
    "Nothing can be brought in on this page at present.",
)
HOW_TO_OPEN = Text(
    "受け付けるには、管理者が data/settings.toml の imports_open を true にします。取り込みの一覧と様式は見られます。",
    "To open it, the administrator sets imports_open to true in data/settings.toml. The list of imports and the forms can still be seen.",
)
UNDONE = Text("取り消しました。数値から外れています。", "Undone. Its figures no longer count.")
REDONE = Text("元に戻しました。ふたたび数値に入っています。", "Redone. Its figures count again.")
CANCELLED = Text("やめました。何も残っていません。", "Given up. Nothing was kept.")
STATE = {True: Text("有効", "active"), False: Text("取り消し済み", "undone")}
ACT = {
    "undo": Text("取り消し", "undone"),
    "redo": Text("元に戻す", "redone"),
    "replaced": Text("差し替え", "replaced"),
}
NOT_READ = Text(
    "貼り付けた文字から数字を読み取れませんでした。", "No numbers could be read from what was pasted."
)


def answer(entries: Sequence[ImportEntry]) -> Text:
    """The first line of the page: what stands imported now."""
    active = [entry for entry in entries if entry.active]
    if not active:
        return Text(
            "まだ何も取り込まれていません。見えている数値は、すべて公表資料のものです。",
            "Nothing has been brought in yet: every figure shown is from published documents.",
        )
    counts = Counter(entry.kind for entry in active)
    told = [
        Text(f"{label.ja} {counts[kind]}件", f"{counts[kind]} of {label.en.lower()}")
        for kind, label in KIND_SHORT.items()
        if counts[kind]
    ]
    return Text(
        f"いま有効な取り込みは{len(active)}件です（{'、'.join(text.ja for text in told)}）。",
        f"{len(active)} import{'s' if len(active) > 1 else ''} in use ({', '.join(text.en for text in told)}).",
    )


def size(count: int) -> Text:
    """Bytes as people read them: `1.2MB`, `34KB`."""
    if count >= 1_000_000:
        return Text(f"{count / 1_000_000:.1f}MB", f"{count / 1_000_000:.1f} MB")
    return Text(f"{max(1, round(count / 1000)):,}KB", f"{max(1, round(count / 1000)):,} KB")


def limit(megabytes: int, rows: int) -> Text:
    """What the browser may bring, and how large."""
    return Text(
        f"CSV・TSV・Excel（xlsx、xlsm）・SPSS（sav、zsav）・Parquet。{megabytes}MB、{rows:,}行まで。",
        f"CSV, TSV, Excel (xlsx, xlsm), SPSS (sav, zsav), Parquet; up to {megabytes} MB and {rows:,} rows.",
    )


def found(detection: Detection, sheet: str, header_row: int) -> Text:
    """What a file was read as: `区切り文字のテキスト（CSVなど）・Shift_JIS・カンマ・見出しは1行目・320行×24列`."""
    shown = next((one for one in detection.sheets if one.name == sheet), None)
    parts = [FORMAT[detection.format]]
    if detection.encoding:
        parts.append(
            encoding(detection.encoding) + (Text("（BOMつき）", "(with BOM)") if detection.bom else EMPTY)
        )
    if detection.delimiter:
        parts.append(
            Text("区切りは", "set apart by ")
            + DELIMITER.get(detection.delimiter, plain(repr(detection.delimiter)))
        )
    if sheet:
        parts.append(Text(f"シート「{sheet}」", f"sheet “{sheet}”"))
    parts.append(Text(f"見出しは{header_row}行目", f"header in row {header_row}"))
    if shown is not None:
        parts.append(
            Text(f"{shown.rows:,}行×{shown.columns:,}列", f"{shown.rows:,} rows × {shown.columns:,} columns")
        )
    return Text("・".join(part.ja for part in parts), "; ".join(part.en for part in parts))


def encoding(name: str) -> Text:
    """An encoding by the name people know it by."""
    known = name.lower().replace("-sig", "").replace("shift_jis", "cp932").replace("utf8", "utf-8")
    for code, label in ENCODING.items():
        if known.replace("-", "_").startswith(code.replace("-", "_")):
            return label
    return plain(name)


def sheet_named(sheet: SheetFound) -> Text:
    """`4月（120行×8列）`, with a word where it is hidden."""
    name = plain(sheet.name) if sheet.name else WHOLE_FILE
    hidden = Text(f"、{HIDDEN.ja}", f", {HIDDEN.en}") if sheet.hidden else EMPTY
    return Text(
        f"{name.ja}（{sheet.rows:,}行×{sheet.columns:,}列{hidden.ja}）",
        f"{name.en} ({sheet.rows:,} × {sheet.columns:,}{hidden.en})",
    )


def certainty(value: float) -> Text:
    """How sure a proposal is, in a word."""
    return next(text for least, text in CERTAIN if value >= least)


def counted(counts: Counts) -> Text:
    """What a file does to the figures, in one line."""
    return Text(
        f"{counts.rows:,}行を読みました。数値は、新しく加わる {counts.added:,}、変わる {counts.changed:,}、変わらない {counts.unchanged:,}{_gone(counts).ja}。",
        f"{counts.rows:,} rows read. Figures: {counts.added:,} added, {counts.changed:,} changed, {counts.unchanged:,} unchanged{_gone(counts).en}.",
    )


def committed(counts: Counts) -> Text:
    """What a commit did."""
    return Text(
        f"登録しました。数値は、新しく加わったもの {counts.added:,}、変わったもの {counts.changed:,}、変わらないもの {counts.unchanged:,}{_gone(counts).ja}。",
        f"Saved. Figures: {counts.added:,} added, {counts.changed:,} changed, {counts.unchanged:,} unchanged{_gone(counts).en}.",
    )


def held(counts: Counts) -> Text:
    """What an import did when it was made."""
    return Text(
        f"{counts.rows:,}行。登録したとき、新しく加わった数値 {counts.added:,}、変わった数値 {counts.changed:,}、変わらなかった数値 {counts.unchanged:,}。",
        f"{counts.rows:,} rows. When saved: {counts.added:,} figures added, {counts.changed:,} changed, {counts.unchanged:,} unchanged.",
    )


def _gone(counts: Counts) -> Text:
    if not counts.removed:
        return EMPTY
    return Text(f"、なくなるもの {counts.removed:,}", f", {counts.removed:,} removed")


def faults_found(errors: int, warnings: int, notes: int) -> Text:
    """How many of each severity."""
    told = [
        text
        for count, text in (
            (errors, Text(f"要修正 {errors:,}件", f"{errors:,} to mend")),
            (warnings, Text(f"要確認 {warnings:,}件", f"{warnings:,} to check")),
            (notes, notes_found(notes)),
        )
        if count
    ]
    if not told:
        return NO_FAULTS
    return Text("、".join(text.ja for text in told) + "。", ", ".join(text.en for text in told) + ".")


def notes_found(count: int) -> Text:
    """The notes, folded."""
    return Text(f"お知らせ {count:,}件", f"{count:,} note{'' if count == 1 else 's'}")


def place(fault: Fault) -> Text:
    """Where a problem is: `シート「月次」・4行目・列「4月」・値「#REF!」`; empty where it is of the whole file."""
    parts = []
    if fault.sheet:
        parts.append(Text(f"シート「{fault.sheet}」", f"sheet “{fault.sheet}”"))
    if fault.row is not None:
        parts.append(Text(f"{fault.row:,}行目", f"row {fault.row:,}"))
    if fault.column:
        parts.append(Text(f"列「{fault.column}」", f"column “{fault.column}”"))
    if fault.value:
        parts.append(Text(f"値「{fault.value}」", f"value “{fault.value}”"))
    return Text("・".join(part.ja for part in parts), ", ".join(part.en for part in parts))


def replaces(dataset: str) -> Text:
    """An import of that name is active: answers take its place, figures go before it."""
    return Text(
        f"「{dataset}」という名前の取り込みがあります。回答はそれと入れ替わり、数値は同じ時期のものを上書きします（取り消せば元に戻ります）。",
        f"There is an import named “{dataset}”. Answers take its place; figures of the same periods go before its own. Undoing brings it back.",
    )


def readability(judged: Readability, broken: int) -> Text:
    """`機械判読性 L1 80・L2 0・L3 0（100点満点、守られていない決まり9件）`."""
    points = [f"{level} {points}" for level, points in judged.scores]
    return Text(
        f"機械判読性 {'・'.join(points)}（100点満点、守られていない決まり{broken}件）",
        f"Machine readability {', '.join(points)} (of 100; {broken} rule{'' if broken == 1 else 's'} not kept)",
    )


def not_kept(count: int) -> Text:
    """How many rules a file breaks."""
    if not count:
        return Text("当てはまる決まりはすべて守られています。", "Every rule that applies is kept.")
    return Text(
        f"守られていない決まりが{count}件あります。",
        f"{count} rule{'s are' if count > 1 else ' is'} not kept.",
    )
