"""What the command line says."""

from narabe.model.imports import Counts, ImportEntry, Receipt
from narabe.model.intake import Fault, Kind, Severity
from narabe.model.survey import Survey
from narabe.model.text import EMPTY, Text
from narabe.words.import_sentences import TOKYO


def built(version_id: str, fresh: bool, checks: int) -> Text:
    """A build that made a new version, or found nothing to do."""
    if fresh:
        return Text(
            f"データベースの版 {version_id} を作りました（整合性チェック {checks} 件に合格）。",
            f"Built version {version_id} ({checks} consistency checks passed).",
        )
    return Text(
        f"データベースは最新です（版 {version_id}）。", f"The database is up to date (version {version_id})."
    )


def checked(number: int, failed: int) -> Text:
    """The tally of checks."""
    if failed:
        return Text(f"{number} 件中 {failed} 件が不合格です。", f"{failed} of {number} checks fail.")
    return Text(f"{number} 件すべてに合格しました。", f"All {number} checks pass.")


COMMAND_LINE = Text("コマンドライン", "command line")
REFUSED = Text(
    "取り込みませんでした。何も変わっていません。", "The file was not imported; nothing was changed."
)
NOTHING_IMPORTED = Text("取り込みはまだありません。", "Nothing has been imported yet.")
CHECK_PATH = Text("ファイル名と場所を確かめてください。", "Check its name and place.")
LOOK_NEXT = {
    Kind.ANSWERS: ("市民の声を比べる、クロス集計", "Compare surveys, Cross-tabulation"),
    Kind.FIGURES: ("指標の進捗、5レスの数", "KPIs, Operations"),
}
"""The titles of the pages, as `narabe.ui.registry` has them."""
SEVERITY = {
    Severity.ERROR: Text("要修正", "ERROR"),
    Severity.WARNING: Text("注意", "WARNING"),
    Severity.NOTE: Text("参考", "NOTE"),
}


def fault(found: Fault) -> Text:
    """A problem on one line: how grave, where, which value, what, what to do."""
    row, value = found.row, found.value
    where = [found.sheet, f"{row}行" if row else "", found.column, f"値「{value}」" if value else ""]
    in_english = [
        found.sheet, f"row {row}" if row else "", found.column, f"value “{value}”" if value else ""
    ]  # fmt: skip
    ja, en = (" ".join(part for part in parts if part) for parts in (where, in_english))
    return Text(
        f"[{SEVERITY[found.severity].ja}] {ja + '：' if ja else ''}{found.message.ja} {found.advice.ja}".rstrip(),
        f"[{SEVERITY[found.severity].en}] {en + ': ' if en else ''}{found.message.en} {found.advice.en}".rstrip(),
    )


def imported(counts: Counts, import_id: str | None) -> Text:
    """What came of a file; without an id it was only checked."""
    summed = EMPTY
    if counts.computed:
        summed = Text(f"（うち計算 {counts.computed:,}件）", f" (of these {counts.computed:,} computed)")
    ja = f"{counts.rows:,}行・{counts.columns:,}列を読み、{counts.added:,}件の値が増え{summed.ja}、{counts.changed:,}件が変わり、{counts.unchanged:,}件はそのまま、{counts.removed:,}件がなくなります。"
    en = f"Read {counts.rows:,} rows × {counts.columns:,} columns: {counts.added:,} figures added{summed.en}, {counts.changed:,} changed, {counts.unchanged:,} unchanged, {counts.removed:,} removed."
    if import_id is None:
        return Text(f"{ja}確認だけで、取り込んでいません。", f"{en} Checked only; nothing was imported.")
    return Text(f"{ja}取り込み番号：{import_id}", f"{en} Import id: {import_id}")


def look_next(kind: Kind) -> Text:
    """Where the figures of an import stand in the app."""
    ja, en = LOOK_NEXT[kind]
    return Text(f"次の画面で確かめられます：{ja}", f"Where to look next: {en}")


def import_line(entry: ImportEntry) -> Text:
    """An import on one line."""
    state = Text("有効", "active") if entry.active else Text("取り消し済み", "undone")
    tail = f"{entry.file_name}  {entry.counts.rows:,} × {entry.counts.columns:,}  {entry.signer.department} {entry.signer.author}  {entry.at.astimezone(TOKYO):%Y-%m-%d %H:%M}"
    return Text(
        f"{entry.import_id}  {entry.dataset}  {state.ja}  {tail}",
        f"{entry.import_id}  {entry.dataset}  {state.en}  {tail}",
    )


def practice_line(survey: Survey) -> Text:
    """Fictional answers that come with us, on one line: no import, so nothing to undo."""
    tail = f"{survey.respondents:,} × {len(survey.questions):,}"
    return Text(
        f"（取り込みではない）  {survey.dataset}  架空データ（操作練習用）  {tail}",
        f"(no import)  {survey.dataset}  fictional data (for practice)  {tail}",
    )


def switched(receipt: Receipt, undone: bool) -> Text:
    """An import that no longer counts, or counts again."""
    if undone:
        return Text(
            f"取り込み {receipt.import_id} を取り消しました（版 {receipt.version_id}）。戻すときは redo を使います。",
            f"Import {receipt.import_id} is undone (version {receipt.version_id}); redo brings it back.",
        )
    return Text(
        f"取り込み {receipt.import_id} を戻しました（版 {receipt.version_id}）。",
        f"Import {receipt.import_id} counts again (version {receipt.version_id}).",
    )


def no_codebook(name: str) -> Text:
    """A codebook that is not there."""
    return Text(f"コードブック「{name}」を読めません。", f"The codebook “{name}” cannot be read.")
