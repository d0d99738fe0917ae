"""Tables of codes (変数・コード・ラベル): beside the answers in a workbook, or given as the codebook."""

import io
from pathlib import Path

import duckdb
import openpyxl
import pytest

from narabe.intake import books
from narabe.intake.answers import propose
from narabe.intake.coded_books import book_of
from narabe.intake.reading import open_file, workbench
from narabe.intake.reading.code_sheets import codes_in
from narabe.model.answers_plan import AnswersPlan, AnswerType, Group, Layout, QuestionPlan
from narabe.model.intake import AS_FOUND, Refused
from narabe.model.problem import Problem
from narabe.settings import Limits
from tests.intake.answers.table import text_table

Work = duckdb.DuckDBPyConnection
ANSWERS = [
    ["ID", "F1", "Q1", "Q2_1", "Q2_2", "Q3"],
    [1, 1, 1, 1, 0, "1;2"],
    [2, 2, 9, 0, 1, "3"],
    [3, 2, 3, 1, 1, "1;3"],
]
TABLE: list[list[object]] = [
    ["変数", "設問文", "コード", "ラベル"],
    ["F1", "性別", 1, "男性"],
    ["F1", "性別", 2, "女性"],
    ["Q1", "DXという言葉を知っていますか", 1, "①知っている"],
    [None, None, 2, "聞いたことがある"],
    [None, None, 3, "知らない"],
    [None, None, 9, "無回答"],
    ["Q2_1", "利用経験：LINE", 0, "非選択"],
    [None, None, 1, "選択"],
    ["Q2_2", "利用経験：市公式サイト", 0, "非選択"],
    [None, None, 1, "選択"],
    ["Q3", "困っていること（2つまで）", 1, "道路"],
    [None, None, 2, "公園"],
    [None, None, 3, "バス"],
]  # fmt: skip


def workbook(**sheets: list[list[object]]) -> bytes:
    made, out = openpyxl.Workbook(), io.BytesIO()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(out)
    return out.getvalue()


def taken(content: bytes, folder: Path) -> tuple[AnswersPlan, list[str]]:
    """The plan of a workbook by its own table of codes, and what is said of its sheets."""
    path = folder / "received.xlsx"
    path.write_bytes(content)
    incoming = open_file(path, path.name, AS_FOUND, Limits())
    with workbench(folder) as work:
        plan = propose(work, incoming.bulk(work), (book_of(incoming.codes), *books.published()), "survey")
    return plan, [fault.message.ja for fault in incoming.faults]


def by_header(plan: AnswersPlan) -> dict[str, QuestionPlan]:
    return {question.header: question for question in plan.questions}


def labels(question: QuestionPlan) -> list[str]:
    return [option.label.ja for option in question.options]


def assert_worded(plan: AnswersPlan) -> None:
    asked = by_header(plan)
    assert (asked["F1"].label.ja, labels(asked["F1"]), asked["F1"].group) == (
        "性別",
        ["男性", "女性"],
        Group.SEX,
    )
    assert labels(asked["Q1"]) == ["①知っている", "聞いたことがある", "知らない"]
    assert (dict(asked["Q1"].missing), asked["Q1"].answer_type) == ({"9": "no_answer"}, AnswerType.SCALE)
    assert (asked["Q2"].label.ja, labels(asked["Q2"])) == ("利用経験", ["LINE", "市公式サイト"])
    assert (asked["Q2"].layout, asked["Q2"].answer_type) == (Layout.FLAGS, AnswerType.MULTIPLE)
    assert (asked["Q3"].layout, asked["Q3"].answer_type, asked["Q3"].max_choices) == (
        Layout.DELIMITED, AnswerType.LIMITED, 2,
    )  # fmt: skip
    assert labels(asked["Q3"]) == ["道路", "公園", "バス"]


def test_a_sheet_of_codes_gives_the_words(tmp_path: Path) -> None:
    plan, said = taken(workbook(データ=ANSWERS, コード表=TABLE), tmp_path)
    assert_worded(plan)
    assert [each for each in said if "コード表" in each] and not [each for each in said if "複数" in each]


def test_the_answers_are_read_though_the_codes_are_longer(tmp_path: Path) -> None:
    plan, _ = taken(workbook(コード表=TABLE, データ=ANSWERS[:3]), tmp_path)
    assert_worded(plan)


def test_a_question_worded_in_a_sheet_of_codes_is_comparable(tmp_path: Path) -> None:
    plan, _ = taken(workbook(データ=ANSWERS, コード表=TABLE), tmp_path)
    assert by_header(plan)["Q1"].concept_id == "dx_awareness"


def test_codes_may_stand_in_one_cell_below_a_title(tmp_path: Path) -> None:
    table: list[list[object]] = [
        ["調査レイアウト表"],
        ["設問番号", "質問文", "回答形式", "選択肢"],
        ["F1", "性別", "SA", "1.男性 2.女性"],
        ["Q1", "満足度", "SA", "1：満足／2：やや満足／3：不満／9：無回答"],
        ["Q2", "使うもの", "MA", "1.市報\n2.ＬＩＮＥ"],
        ["Q3", "意見", "FA", None],
    ]
    plan, _ = taken(workbook(データ=ANSWERS, レイアウト=table), tmp_path)
    asked = by_header(plan)
    assert labels(asked["Q1"]) == ["満足", "やや満足", "不満"]
    assert (labels(asked["Q2"]), asked["Q2"].answer_type) == (["市報", "ＬＩＮＥ"], AnswerType.MULTIPLE)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_codebook_may_be_a_csv(work: Work, encoding: str) -> None:
    given = "変数,コード,ラベル\r\nQ1,1,知っている\r\nQ1,2,知らない\r\nQ1,9,無回答\r\n".encode(encoding)
    (question,) = propose(
        work, text_table(work, "ID|Q1\n1|1\n2|2\n3|9"), (books.from_bytes(given),), "s"
    ).questions
    assert [(o.label.ja, o.spellings) for o in question.options] == [
        ("知っている", ("1",)),
        ("知らない", ("2",)),
    ]
    assert dict(question.missing) == {"9": "no_answer"}


def test_a_codebook_may_name_questions_by_their_words(work: Work) -> None:
    given = "設問,コード,選択肢\n問1 満足度,1,満足\n,2,普通\n,3,不満\n".encode()
    raw = text_table(work, "ID|問1 満足度\n1|1\n2|2\n3|3")
    (question,) = propose(work, raw, (books.from_bytes(given),), "s").questions
    assert (labels(question), question.answer_type) == (["満足", "普通", "不満"], AnswerType.SCALE)


def test_a_codebook_may_be_a_workbook(work: Work) -> None:
    book = books.from_bytes(workbook(説明=[["この表について"]], コード表=TABLE))
    assert book.own and [question.header for question in book.questions] == ["F1", "Q1", "Q2", "Q3"]


def test_an_amount_with_a_word_for_no_answer_stays_an_amount(work: Work) -> None:
    given = "変数,設問文,コード,ラベル\nN1,利用回数,0,なし\nN1,,999,無回答\nQ1,満足度,1,満足\nQ1,,2,不満\n".encode()
    raw = text_table(work, "ID|N1|Q1\n1|40|1\n2|55|2\n3|0|1\n4|999|1\n5|61|1")
    count, _ = propose(work, raw, (books.from_bytes(given),), "s").questions
    assert (count.label.ja, count.answer_type, dict(count.missing)) == (
        "利用回数", AnswerType.NUMERIC, {"999": "no_answer"},
    )  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [["項目", "値", "説明"], ["件数", "5", "月次"]],
        [["番号", "回答"], ["1", "はい"], ["2", "いいえ"]],
        [["設問", "コード", "選択肢"], ["Q1", "1", "はい"], ["Q1", "1", "いいえ"]],
        [["設問", "コード", "選択肢"], ["Q1", "1", "はい"], ["Q2", "1", "はい"]],
        [],
    ],
)
def test_other_tables_are_no_codes(rows: list[list[str]]) -> None:
    assert codes_in(rows) == ()


def test_a_workbook_without_such_a_table_says_what_is_wanted() -> None:
    with pytest.raises(Problem) as refused:
        books.from_bytes(workbook(データ=ANSWERS))
    assert "変数・コード・ラベル" in refused.value.message.ja + refused.value.advice.ja


def test_a_broken_workbook_is_told_as_one() -> None:
    with pytest.raises(Refused) as refused:
        books.from_bytes(workbook(コード表=TABLE)[:2000])
    assert "Excel" in refused.value.message.ja
