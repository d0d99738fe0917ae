"""The latest word of each department, beside what the register's own file holds; and the columns that show it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from narabe.analyses.provenance import provenance, with_replies
from narabe.analyses.remarks import latest_remarks, remarks_on
from narabe.export import cells
from narabe.ledger import Remarks
from narabe.model.provenance import Claim, Discrepancy, Provenance, Reply
from narabe.model.remark import Draft, Latest, Remark, RemarkKind
from narabe.model.text import EMPTY, Text, plain
from narabe.tables import provenance as provenance_tables
from narabe.tables import remarks as tables
from narabe.warehouse import Warehouse

COMMENT, STEP, REPLY = RemarkKind.COMMENT, RemarkKind.NEXT_STEP, RemarkKind.REPLY
KPI, OTHER = "kpi:online_procedures", "kpi:ai_users"
NEW_YEAR_IN_JAPAN = datetime(2026, 12, 31, 15, 0, tzinfo=UTC)


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Remark]:
    monkeypatch.setenv("NARABE_STORE", str(tmp_path))
    ledger = Remarks(tmp_path)

    def added(subject: str, kind: RemarkKind, body: str, internal: bool = False) -> Remark:
        return ledger.add([Draft(subject, kind, body, "市民課", "田中", internal)])[0]

    return added


def remark(kind: RemarkKind, body: str, internal: bool = False, subject: str = KPI) -> Remark:
    return Remark(1, subject, kind, body, "市民課", "田中", internal, NEW_YEAR_IN_JAPAN)


def entry(number: str, **more: object) -> Discrepancy:
    claim = Claim(plain("1"), plain("文書"), plain("節"))
    return Discrepancy(number, "kpi", plain("x"), claim, None, EMPTY, EMPTY, "open", **more)  # type: ignore[arg-type]


def register(*entries: Discrepancy) -> Provenance:
    return Provenance(
        documents=(), tables=(), figures=(), discrepancies=entries, verdicts=(), checks=(), omissions=(),
        sentence=EMPTY, build_id="build",
    )  # fmt: skip


def test_the_latest_of_each_subject_and_kind_stands(write: Callable[..., Remark], tmp_path: Path) -> None:
    write(KPI, COMMENT, "1月")
    second, step = write(KPI, COMMENT, "2月"), write(KPI, STEP, "増やす")
    other, gone = write(OTHER, COMMENT, "別"), write(KPI, COMMENT, "3月（取り下げ）")
    Remarks(tmp_path).withdraw(gone.remark_id, "田中")
    assert dict(latest_remarks()) == {(KPI, COMMENT): second, (KPI, STEP): step, (OTHER, COMMENT): other}


def test_an_internal_remark_is_the_latest_only_where_it_is_asked_for(write: Callable[..., Remark]) -> None:
    public, internal = write(KPI, COMMENT, "公開"), write(KPI, COMMENT, "庁内", internal=True)
    assert latest_remarks()[KPI, COMMENT] == public
    assert latest_remarks(internal=True)[KPI, COMMENT] == internal
    assert remarks_on(KPI) == (public,)
    assert remarks_on(KPI, internal=True) == (internal, public)


def test_what_was_written_together_stands_as_on_the_form(
    write: Callable[..., Remark], tmp_path: Path
) -> None:
    write(KPI, COMMENT, "先月")
    words = [Draft(KPI, kind, body, "課", "人") for kind, body in ((COMMENT, "所見"), (STEP, "対応"))]
    Remarks(tmp_path).add(words)
    assert [remark.body for remark in remarks_on(KPI)] == ["所見", "対応", "先月"]


def test_a_written_reply_goes_before_the_one_on_file() -> None:
    on_file = Reply(plain("ファイルの回答"))
    latest: Latest = {
        ("register:d01", REPLY): remark(REPLY, "台帳の回答", subject="register:d01"),
        ("register:d01", COMMENT): remark(COMMENT, "回答ではない", subject="register:d01"),
    }
    result = with_replies(
        register(entry("d01", reply=on_file), entry("d02", reply=on_file), entry("d03")), latest
    )
    assert [d.reply for d in result.discrepancies] == [
        Reply(plain("台帳の回答"), "市民課", NEW_YEAR_IN_JAPAN),
        on_file,
        None,
    ]


def test_the_register_table_shows_reply_date_and_department() -> None:
    said = Reply(plain("直します"), "市民課", NEW_YEAR_IN_JAPAN)
    table = provenance_tables.register(register(entry("d01", reply=said), entry("d02")))
    assert [column.key for column in table.columns][-3:] == ["reply", "reply_date", "reply_department"]
    assert [row[-3:] for row in cells.rows(table, "ja")] == [
        ["直します", "2027年1月1日", "市民課"],
        [None] * 3,
    ]
    assert [row[-3:] for row in cells.rows(table, "en")] == [["直します", "1 Jan 2027", "市民課"], [None] * 3]
    assert table.notes and "庁内限り" not in table.title.ja


@pytest.mark.parametrize(
    "marked",
    [entry("d01", internal=True), entry("d01", reply=Reply(plain("x"), "課", NEW_YEAR_IN_JAPAN, True))],
)
def test_a_register_with_internal_rows_says_so(marked: Discrepancy) -> None:
    table = provenance_tables.register(register(marked, entry("d02")))
    assert "庁内限り" in table.title.ja and "internal" in table.title.en
    assert [row[-1] for row in cells.rows(table, "ja")] == ["庁内限り", None]
    assert any("庁外に出さない" in note.ja for note in table.notes)


def test_the_register_of_a_version_holds_its_entries_kept_internal_only_on_request(
    warehouse: Warehouse,
) -> None:
    public, every = provenance(warehouse).discrepancies, provenance(warehouse, internal=True).discrepancies
    assert not any(d.internal for d in public)
    assert [d for d in every if not d.internal] == list(public)


def test_columns_of_remarks_and_their_cells() -> None:
    kinds = (COMMENT, STEP)
    latest: Latest = {
        (KPI, COMMENT): remark(COMMENT, "順調"),
        (KPI, STEP): remark(STEP, "増やす", internal=True),
    }
    keys = [column.key for column in tables.columns(kinds)]
    assert keys == ["comment", "comment_date", "comment_department", "next_step", "next_step_date", "next_step_department"]  # fmt: skip
    japan, england = Text("2027年1月1日", "1 Jan 2027"), Text("市民課（庁内限り）", "市民課 (internal)")
    assert tables.cells(latest, KPI, kinds) == ("順調", japan, plain("市民課"), "増やす", japan, england)
    assert tables.cells(latest, OTHER, kinds) == (EMPTY,) * 6


def test_notes_say_that_remarks_are_apart_and_whether_any_is_internal() -> None:
    public, internal = {(KPI, COMMENT): remark(COMMENT, "a")}, {(KPI, STEP): remark(STEP, "b", internal=True)}
    assert tables.notes({}, (COMMENT, STEP)) == ()
    assert tables.notes(public, (COMMENT, STEP)) == (tables.APART,)
    assert tables.notes(public | internal, (COMMENT, STEP)) == (tables.APART, tables.WITH_INTERNAL)
    assert tables.notes(public | internal, (COMMENT,)) == (tables.APART,)
