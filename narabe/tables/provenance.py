"""Documents, figures, register, comparability and checks as tables."""

from collections.abc import Sequence
from dataclasses import replace

from narabe.model.provenance import Claim, Discrepancy, FigureLine, Provenance
from narabe.model.remark import RemarkKind
from narabe.model.status import Status
from narabe.model.table import Cell, Column, Table
from narabe.model.text import EMPTY, Text
from narabe.tables import remarks
from narabe.tables.units import ITEMS, OF_THE_METRIC, PEOPLE, ROWS
from narabe.words import labels
from narabe.words.remark_sentences import day

DOCUMENT, SECTION = Text("文書", "Document"), Text("節", "Section")


def documents(result: Provenance) -> Table:
    """One row per document or imported file."""
    return _table(
        result,
        "narabe_documents",
        Text("文書", "Documents"),
        (
            Column("document", DOCUMENT),
            Column("origin", labels.ORIGIN_TITLE),
            Column("publisher", Text("発行・担当課", "Publisher or department")),
            Column("published", Text("年月・取込日", "Published or imported on")),
            Column("figures", Text("数値の数", "Figures"), 0, counted=ITEMS),
            Column("url", Text("掲載先", "Address")),
        ),
        [
            (d.title, labels.ORIGIN[d.origin], d.publisher, d.published, d.figures, d.url)
            for d in result.documents
        ],
    )


def figures(result: Provenance) -> Table:
    """One row per figure, from document to screen."""
    return figure_lines(
        "narabe_figures", Text("すべての数値", "All figures"), result.figures, result.build_id
    )


def figure_lines(
    name: str, title: Text, lines: Sequence[FigureLine], build_id: str, notes: tuple[Text, ...] = ()
) -> Table:
    """Figures, one row each, with the page that shows each."""
    return Table(
        name,
        title,
        (
            Column("subject", Text("何の数値か", "Subject")),
            Column("group", Text("対象", "Group")),
            Column("period", Text("時期", "Period")),
            Column("value", Text("値", "Value"), 1, fixed=False),
            Column("low", Text("下限", "Low"), 1, fixed=False),
            Column("high", Text("上限", "High"), 1, fixed=False),
            Column("unit", Text("単位", "Unit")),
            Column("numerator", Text("分子", "Numerator"), 0, counted=OF_THE_METRIC),
            Column("denominator", Text("分母", "Denominator"), 0, counted=OF_THE_METRIC),
            Column("base", Text("回答者数(n)", "Unweighted base (n)"), 0, counted=PEOPLE),
            Column("base_status", Text("nの根拠", "Base is")),
            Column("status", Text("値の種類", "Status")),
            Column("origin", labels.ORIGIN_TITLE),
            Column("document", DOCUMENT),
            Column("section", SECTION),
            Column("path", Text("転記したファイル", "Transcribed to")),
            Column("derived_by", Text("計算した問い合わせ", "Derived by")),
            Column("address", Text("表示するページ", "Shown at"), link=True),
            Column("figure_id", Text("数値の番号", "Figure id")),
        ),
        tuple(
            (
                f.subject,
                f.group,
                f.period,
                f.value,
                f.low,
                f.high,
                f.unit,
                f.numerator,
                f.denominator,
                f.base,
                labels.BASE_STATUS[f.base_status] if f.base_status else EMPTY,
                labels.status(f.status, f.origin),
                labels.ORIGIN[f.origin],
                f.document,
                f.section,
                f.path,
                f.derived_by,
                f"/{f.address}" if f.address else None,
                f.figure_id,
            )
            for f in lines
        ),
        notes=notes,
        build_id=build_id,
    )


def input_tables(result: Provenance) -> Table:
    """One row per table of the data packages."""
    return _table(
        result,
        "narabe_tables",
        Text("元データの表", "Tables of the data packages"),
        (
            Column("title", Text("表", "Table")),
            Column("rows", Text("行数", "Rows"), 0, counted=ROWS),
            Column("path", Text("ファイル", "File")),
            Column("sha256", Text("指紋（SHA-256）", "SHA-256")),
        ),
        [(t.title, t.rows, t.path, t.sha256) for t in result.tables],
    )


def register(result: Provenance) -> Table:
    """One row per discrepancy, both claims side by side, with the department's latest reply.

    Where it holds what is kept internal, title and notes say so and a column marks those rows.
    """
    table = _table(
        result,
        "narabe_discrepancies",
        Text("差異台帳", "Discrepancy register"),
        (
            Column("id", Text("番号", "No.")),
            Column("topic", Text("分野", "Topic")),
            Column("title", Text("件名", "Subject")),
            Column("claim_a", Text("記載その1", "One place says")),
            Column("where_a", Text("その1の場所", "Where (1)")),
            Column("claim_b", Text("記載その2", "Another says")),
            Column("where_b", Text("その2の場所", "Where (2)")),
            Column("arithmetic", Text("計算", "Arithmetic")),
            Column("handling", Text("このアプリでの扱い", "Our handling")),
            Column("status", Text("状態", "Status")),
            *remarks.columns((RemarkKind.REPLY,)),
        ),
        [_discrepancy(entry) for entry in result.discrepancies],
    )
    if any(entry.reply for entry in result.discrepancies):
        table = replace(table, notes=(remarks.APART,))
    if any(entry.for_the_city_only for entry in result.discrepancies):
        table = _marked_internal(table, result)
    return table


def _discrepancy(entry: Discrepancy) -> tuple[Cell, ...]:
    reply = entry.reply
    return (
        entry.discrepancy_id,
        labels.TOPIC[entry.topic],
        entry.title,
        entry.first.says,
        _where(entry.first),
        entry.second.says if entry.second else EMPTY,
        _where(entry.second),
        entry.arithmetic,
        entry.handling,
        labels.DISCREPANCY_STATUS[entry.status],
        reply.says if reply else EMPTY,
        day(reply.written_at) if reply and reply.written_at else EMPTY,
        remarks.by(reply.department, reply.internal) if reply and reply.department else EMPTY,
    )


def _marked_internal(table: Table, result: Provenance) -> Table:
    """So that a file that leaves the building says what is in it."""
    column = Column("internal", Text("公開の範囲", "Visibility"))
    marks = [labels.INTERNAL if entry.for_the_city_only else EMPTY for entry in result.discrepancies]
    return replace(
        table,
        title=Text(f"{table.title.ja}（庁内限りを含む）", f"{table.title.en} (with internal entries)"),
        columns=(*table.columns, column),
        rows=tuple((*row, mark) for row, mark in zip(table.rows, marks, strict=True)),
        notes=(*table.notes, remarks.WITH_INTERNAL),
    )


def verdicts(result: Provenance) -> Table:
    """One row per concept and pair of waves."""
    return _table(
        result,
        "narabe_comparability",
        Text("比較の可否", "Comparability"),
        (
            Column("concept", Text("設問", "Question")),
            Column("earlier", Text("調査A", "Wave A")),
            Column("later", Text("調査B", "Wave B")),
            Column("verdict", Text("判定", "Verdict")),
            Column("reason", Text("理由", "Reason")),
        ),
        [(v.concept, v.earlier, v.later, labels.VERDICT[v.verdict], v.reason) for v in result.verdicts],
    )


def checks(result: Provenance) -> Table:
    """One row per consistency check."""
    return _table(
        result,
        "narabe_checks",
        Text("整合性チェック", "Consistency checks"),
        (
            Column("check", Text("確かめたこと", "What was checked")),
            Column("violations", Text("合わない件数", "Violations"), 0, counted=ITEMS),
            Column("result", Text("結果", "Result")),
        ),
        [
            (
                c.purpose,
                c.violations,
                Text("合格", "passed") if c.violations == 0 else Text("不合格", "failed"),
            )
            for c in result.checks
        ],
    )


def omissions(result: Provenance) -> Table:
    """One row per number, or group of numbers, that is not carried over."""
    return _table(
        result,
        "narabe_omissions",
        Text("写さなかった数字", "Numbers not carried over"),
        (
            Column("what", Text("何の数字か", "What number")),
            Column("why", Text("理由", "Why")),
            Column("document", DOCUMENT),
            Column("section", SECTION),
        ),
        [(o.what, labels.OMISSION[o.why], o.document, o.section) for o in result.omissions],
    )


def statuses() -> Table:
    """What each status means."""
    return Table(
        "narabe_statuses",
        Text("値の種類の意味", "What the statuses mean"),
        (
            Column("status", Text("値の種類", "Status")),
            Column("meaning", Text("意味", "Meaning")),
            Column("code", Text("コード", "Code")),
        ),
        tuple((labels.STATUS[s], labels.STATUS_MEANING[s], s.value) for s in Status),
    )


def _where(claim: Claim | None) -> Text:
    if claim is None or not claim.document.ja:
        return EMPTY
    return Text(f"{claim.document.ja} {claim.section.ja}", f"{claim.document.en}, {claim.section.en}")


def _table(
    result: Provenance, name: str, title: Text, columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]]
) -> Table:
    return Table(name, title, columns, tuple(rows), build_id=result.build_id)
