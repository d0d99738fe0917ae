"""What people wrote freely, and how to reach them, is never an option of public figures."""

from pathlib import Path

import duckdb
import pytest

from narabe.intake.answers import convert, propose
from narabe.intake.answers.contacts import contact
from narabe.intake.books import from_bytes
from narabe.model.answers_plan import AnswersPlan, AnswerType, Layout
from narabe.model.intake import Fault, Raw, Severity
from narabe.settings import Limits
from tests.intake.answers.table import raw_table

Work = duckdb.DuckDBPyConnection
CALL, NAMED = "090-1234-5678に電話ください 山田", "窓口の佐藤さんが親切"
OPINIONS = ["特になし"] * 24 + [None] * 34 + [CALL, NAMED]


def column(work: Work, header: str, values: list[str | None]) -> tuple[Raw, AnswersPlan]:
    raw = raw_table(work, [header], [[value] for value in values])
    return raw, propose(work, raw, (), "survey")


@pytest.mark.parametrize("header", ["ご意見", "Q9 自由意見", "市へのご要望", "感想", "お気づきの点", "備考"])
def test_words_under_a_header_that_asks_for_them_are_free_text(work: Work, header: str) -> None:
    _, plan = column(work, header, OPINIONS)
    (question,) = plan.questions
    assert (question.answer_type, question.options) == (AnswerType.TEXT, ())


@pytest.mark.parametrize("values", [["<b>良い</b>, とても\n良い", "=1+1", "特になし"], ["満足", "不満"]])
def test_a_header_that_says_free_stays_so_though_words_come_again(work: Work, values: list[str]) -> None:
    _, plan = column(work, "問5 自由意見", values * 9)
    assert plan.questions[0].answer_type is AnswerType.TEXT


@pytest.mark.parametrize(
    ("header", "values", "kind"),
    [
        (
            "意見が市政に反映されていると思いますか",
            ["とてもそう思う"] * 9 + ["そう思う", "そう思わない", "全くそう思わない"],
            AnswerType.SCALE,
        ),
        ("意見を出したことがありますか", ["いいえ"] * 9 + ["はい"], AnswerType.SINGLE),
        ("窓口への要望の種類", ["待ち時間"] * 5 + ["駐車場"] * 3, AnswerType.SINGLE),
        ("窓口への要望の種類", ["1.待ち時間"] * 5 + ["2.駐車場"], AnswerType.SINGLE),
        ("窓口への感想", ["1", "2", "3", "2"], AnswerType.SINGLE),
    ],
)
def test_a_plain_list_of_options_under_such_a_header_is_one(
    work: Work, header: str, values: list[str | None], kind: AnswerType
) -> None:
    _, plan = column(work, header, values)
    assert plan.questions[0].answer_type is kind


def test_numbered_columns_of_words_are_texts_and_those_of_options_are_not(work: Work) -> None:
    headers = ["ご要望1つ目", "ご要望2つ目"]
    words = [["特になし", None]] * 9 + [[CALL, NAMED]]
    plan = propose(work, raw_table(work, headers, words), (), "survey")
    assert [question.answer_type for question in plan.questions] == [AnswerType.TEXT, AnswerType.TEXT]
    options = [
        ["道路", "公園"],
        ["公園", "道路"],
        ["福祉", "公園"],
        ["道路", None],
        ["福祉", None],
        ["公園", "福祉"],
    ]
    (question,) = propose(work, raw_table(work, headers, options), (), "survey").questions
    assert (question.layout, len(question.options)) == (Layout.SLOTS, 3)


def test_a_codebook_says_otherwise(work: Work) -> None:
    book = from_bytes(
        "wave: w\nquestions:\n- {id: v1, header: ご意見, label: {ja: ご意見, en: Views}, type: single, options: "
        "[{id: o1, label: {ja: 特になし, en: None}}, {id: o2, label: {ja: 道路, en: Roads}}]}\n".encode()
    )
    raw = raw_table(work, ["ご意見"], [["特になし"], ["道路"], ["特になし"]])
    (question,) = propose(work, raw, (book,), "survey").questions
    assert (question.answer_type, len(question.options)) == (AnswerType.SINGLE, 2)


@pytest.mark.parametrize(
    "text",
    [CALL, "(024)924-2491", "０９０－１２３４－５６７８", "090ー1234ー5678", "0120-123-456", "09012345678", "電話0249242491",
     "+81 90 1234 5678", "yamada@example.jp まで", "朝日一丁目23番7号", "郡山市朝日1-23-7", "字下川原12番地", "〒963-8601"],
)  # fmt: skip
def test_ways_to_reach_somebody(text: str) -> None:
    assert contact(text)


@pytest.mark.parametrize(
    "text",
    ["市の窓口に1-2回", "2025-04-01", "09-12-2024", "1,000万円以上", "0720100012", "70歳以上", "9:00-17:00", "町内会", "1丁目", "番地の表示"],
)  # fmt: skip
def test_ordinary_options_are_none(text: str) -> None:
    assert not contact(text)


def errors(work: Work, raw: Raw, plan: AnswersPlan, folder: Path) -> list[Fault]:
    faults = convert(work, raw, plan, folder, Limits()).faults
    return [fault for fault in faults if fault.severity is Severity.ERROR]


def test_an_option_with_a_telephone_number_stops_the_import(work: Work, tmp_path: Path) -> None:
    """The header in row 1, 特になし in rows 2–10, the telephone number in row 11."""
    raw, plan = column(work, "Q9", ["特になし"] * 9 + [CALL])
    (fault,) = errors(work, raw, plan, tmp_path)
    assert (fault.row, fault.column, fault.value) == (11, "Q9", CALL)
    assert "電話番号" in fault.message.ja and "自由記述" in fault.advice.ja
    assert not list(tmp_path.iterdir())


def test_a_piece_of_a_cell_is_found_too(work: Work, tmp_path: Path) -> None:
    rows: list[str | None] = ["市報;LINE", "LINE", "市報", "LINE;市報"] * 4
    raw, plan = column(work, "使うもの（複数回答）", [*rows, "LINE;yamada@example.jp"])
    (fault,) = errors(work, raw, plan, tmp_path)
    assert (fault.row, fault.value) == (18, "yamada@example.jp")
