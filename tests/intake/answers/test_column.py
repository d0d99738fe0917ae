"""A column that was left out, made a question after all."""

from dataclasses import replace

import duckdb
import pytest

from narabe.intake.answers import propose, propose_column
from narabe.intake.books import published
from narabe.model.answers_plan import AnswersPlan, AnswerType, Layout
from narabe.model.problem import Problem
from tests.intake.answers.table import text_table

Work = duckdb.DuckDBPyConnection
ANSWERS = """
ID|氏名|年齢|満足度|Q2【市報】|Q2【LINE】|Q2【その他】|空欄
1|郡山 一郎|23|満足|1|0|0|
2|阿武隈 二郎|35|不満|0|1|0|
3|安積 花子|38|やや満足|1|1|1|
4|開成 四郎|61|満足|1|0|0|
"""


def without(plan: AnswersPlan, header: str) -> AnswersPlan:
    """The plan as it is when a person leaves out a question."""
    left = tuple(each for each in plan.questions if each.header.startswith(header))
    names = {name for each in left for name in each.columns}
    ignored = sorted({*plan.ignored, *names}, key=lambda name: int(name[1:]))
    kept = tuple(each for each in plan.questions if each not in left)
    return replace(plan, questions=kept, ignored=tuple(ignored))


@pytest.mark.parametrize(("header", "column"), [("年齢", "c3"), ("満足度", "c4"), ("Q2", "c6")])
def test_a_question_left_out_comes_back_as_it_was_proposed(work: Work, header: str, column: str) -> None:
    raw = text_table(work, ANSWERS)
    plan = propose(work, raw, published(), "survey")
    assert propose_column(work, raw, published(), without(plan, header), column) == plan


def test_a_column_that_looked_personal_can_be_a_question(work: Work) -> None:
    raw = text_table(work, ANSWERS)
    plan = propose(work, raw, (), "survey")
    assert "c2" in plan.ignored
    grown = propose_column(work, raw, (), plan, "c2")
    assert (grown.questions[0].header, grown.questions[0].columns) == ("氏名", ("c2",))
    assert "c2" not in grown.ignored
    assert grown.questions[1:] == plan.questions


def test_a_column_of_ids_can_be_a_question_once_it_is_none(work: Work) -> None:
    raw = text_table(work, ANSWERS)
    plan = replace(propose(work, raw, (), "survey"), respondent=None, ignored=("c1", "c2", "c8"))
    grown = propose_column(work, raw, (), plan, "c1")
    assert (grown.questions[0].header, grown.questions[0].answer_type) == ("ID", AnswerType.SINGLE)


def test_a_box_left_out_goes_back_among_the_others(work: Work) -> None:
    raw = text_table(work, ANSWERS)
    plan = propose(work, raw, (), "survey")
    boxes = next(each for each in plan.questions if each.layout is Layout.FLAGS)
    fewer = replace(
        boxes,
        columns=("c5", "c7"),
        options=tuple(option for option in boxes.options if option.column != "c6"),
    )
    smaller = replace(
        plan,
        questions=tuple(fewer if each is boxes else each for each in plan.questions),
        ignored=("c2", "c6", "c8"),
    )
    assert propose_column(work, raw, (), smaller, "c6") == plan


def test_an_empty_column_is_no_question(work: Work) -> None:
    raw = text_table(work, ANSWERS)
    with pytest.raises(Problem) as refused:
        propose_column(work, raw, (), propose(work, raw, (), "survey"), "c8")
    assert "回答が1つもありません" in refused.value.message.ja


def test_an_id_is_not_given_twice(work: Work) -> None:
    raw = text_table(work, ANSWERS)
    plan = propose(work, raw, (), "survey")
    named = tuple(replace(each, question_id="v4") if each.header == "Q2" else each for each in plan.questions)
    grown = propose_column(work, raw, (), without(replace(plan, questions=named), "満足度"), "c4")
    ids = [each.question_id for each in grown.questions]
    assert len(set(ids)) == len(ids)
    assert next(each for each in grown.questions if each.header == "満足度").question_id == "v4_2"
