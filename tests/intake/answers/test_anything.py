"""Whatever stands in a file, a proposal is made, and what is proposed can be converted."""

import tempfile
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narabe.intake import books
from narabe.intake.answers import convert, propose
from narabe.intake.answers.decoding import MOST_DISTINCT
from narabe.model.answers_plan import AnswerType, Layout
from narabe.settings import Limits
from narabe.words import answers_sentences as say
from tests.intake.answers.table import raw_table, text_table

Work = duckdb.DuckDBPyConnection
BOOKS = books.published()
HEADERS = st.sampled_from(
    ["Q1", "Q1_1", "Q1_2", "Q2-1つ目", "Q2-2つ目", "Q3【a】", "Q3【b;c】", "性別", "年齢", "年代", "ID", "weight", "row",
     "q1__missing", "ご意見", "", "'; drop table raw; --", '"', "メール", "問１", "Q4（いくつでも）"]
) | st.text(max_size=12)  # fmt: skip
CELLS = (
    st.sampled_from(
        [None, "1", "0", "2", "９", "99", "-1", "1e400", "nan", "inf", "○", "はい", "無回答", "満足", "不満", "a;b", "a, b",
         "、", ";;", "20代", "男性", "女性", "=1+1", "<b>", "'", '"', "\\", "NULL", "1,234", "12歳", " ", "\u3000", "ａ"]
    )
    | st.text(min_size=1, max_size=8)
)  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[list[str | None]]]:
    header = draw(st.lists(HEADERS, min_size=1, max_size=6))
    rows = draw(
        st.lists(st.lists(CELLS, min_size=len(header), max_size=len(header)), min_size=1, max_size=12)
    )
    return header, rows


UNMAPPED = {
    say.UNKNOWN_CODE.ja,
    say.NOT_A_NUMBER.ja,
    say.MEND_MAPPING.ja,
    say.ID_TWICE.ja,
    say.LAYOUT_DIFFERS.ja,
}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(tables())
def test_a_proposal_knows_every_value_it_was_made_from(
    table: tuple[list[str], list[list[str | None]]],
) -> None:
    header, rows = table
    with duckdb.connect() as work, tempfile.TemporaryDirectory() as folder:
        raw = raw_table(work, header, rows)
        plan = propose(work, raw, BOOKS, "any")
        made = convert(work, raw, plan, Path(folder), Limits())
        wrong = [(f.message.ja, f.column, f.value) for f in made.faults if f.message.ja in UNMAPPED]
        assert wrong == []
        named = [*plan.ignored, *filter(None, (plan.respondent, plan.weight))]
        asked = {name for question in plan.questions for name in question.columns}
        assert {column.name for column in raw.columns} == {*named, *asked}


def test_a_value_outside_a_complete_codebook_is_an_unknown_code(work: Work, tmp_path: Path) -> None:
    content = "questions: [{id: q1, number: Q1, label: 満足度, type: single, options: [{id: a, label: 満足}, {id: b, label: 不満}]}]"
    raw = text_table(work, "ID|Q1\n1|1\n2|3\n3|2\n4|普通\n5|3")
    plan = propose(work, raw, (books.from_bytes(content.encode()),), "town")
    made = convert(work, raw, plan, tmp_path, Limits())
    assert [(f.row, f.column, f.value, f.message) for f in made.faults if f.severity == "error"] == [
        (3, "Q1", "3", say.UNKNOWN_CODE),
        (5, "Q1", "普通", say.UNKNOWN_CODE),
        (6, "Q1", "3", say.UNKNOWN_CODE),
    ]


def test_a_thousand_unknown_values_are_not_listed_one_by_one(work: Work, tmp_path: Path) -> None:
    content = (
        "questions: [{id: q1, number: Q1, label: 満足度, type: single, options: [{id: a, label: 満足}]}]"
    )
    raw = raw_table(work, ["Q1"], [[str(n % 7 + 2)] for n in range(1000)])
    plan = propose(work, raw, (books.from_bytes(content.encode()),), "town")
    errors = [f for f in convert(work, raw, plan, tmp_path, Limits()).faults if f.severity == "error"]
    assert len(errors) == 101 and "900" in errors[-1].message.ja


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"question_id": "a b"}, "使えません"),
        ({"question_id": "row"}, "使えません"),
        ({"question_id": "respondent"}, "使えません"),
        ({"options": ()}, say.NO_OPTIONS.ja),
        ({"columns": ("c9",)}, say.COLUMNS_CHANGED.ja),
        ({"columns": ("c1", "c2")}, say.ONE_COLUMN.ja),
        ({"columns": ("c1",)}, say.COLUMN_TWICE.ja),
        ({"layout": Layout.FLAGS}, say.LAYOUT_DIFFERS.ja),
        ({"answer_type": AnswerType.MULTIPLE}, say.LAYOUT_DIFFERS.ja),
        ({"answer_type": AnswerType.MULTIPLE, "layout": Layout.DELIMITED}, say.NO_DELIMITER.ja),
        ({"answer_type": AnswerType.MULTIPLE, "layout": Layout.FLAGS}, say.FLAG_COLUMNS.ja),
        ({"answer_type": AnswerType.NUMERIC}, say.NO_OPTIONS_WANTED.ja),
    ],
)
def test_an_edited_plan_that_cannot_be_used_is_said(
    work: Work, tmp_path: Path, change: dict, said: str
) -> None:
    raw = text_table(work, "ID|Q1\n1|満足\n2|不満\n3|満足")
    plan = propose(work, raw, (), "town")
    edited = replace(plan, questions=(replace(plan.questions[0], **change),))
    made = convert(work, raw, edited, tmp_path, Limits())
    assert made.refused and any(said in fault.message.ja for fault in made.faults)


def test_two_questions_with_one_id_are_said(work: Work, tmp_path: Path) -> None:
    raw = text_table(work, "Q1|Q2\n満足|a\n不満|b\n満足|a")
    plan = propose(work, raw, (), "town")
    first, second = plan.questions
    edited = replace(plan, questions=(first, replace(second, question_id="Q1")))
    made = convert(work, raw, edited, tmp_path, Limits())
    assert {fault.message for fault in made.faults if fault.severity == "error"} == {say.ID_TWICE}


def test_words_taken_for_options_are_said(work: Work, tmp_path: Path) -> None:
    raw = raw_table(work, ["Q1"], [[f"意見{n}"] for n in range(MOST_DISTINCT + 1)])
    plan = propose(work, raw, (), "town")
    question = replace(plan.questions[0], answer_type=AnswerType.SINGLE, options=propose(
        work, text_table(work, "Q1\na\nb\na"), (), "town").questions[0].options)  # fmt: skip
    raw = raw_table(work, ["Q1"], [[f"意見{n}"] for n in range(MOST_DISTINCT + 1)])
    made = convert(work, raw, replace(plan, questions=(question,)), tmp_path, Limits())
    assert {fault.message for fault in made.faults if fault.severity == "error"} == {say.TOO_MANY_VALUES}


def test_a_file_can_be_converted_again(work: Work, tmp_path: Path) -> None:
    raw = text_table(work, "ID|Q1\n1|満足\n2|不満\n3|満足")
    plan = propose(work, raw, (), "town")
    assert convert(work, raw, plan, tmp_path, Limits()) == convert(work, raw, plan, tmp_path, Limits())
