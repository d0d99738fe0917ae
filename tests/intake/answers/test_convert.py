"""What a file of answers becomes, with numbers worked out by hand."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from narabe.intake.answers import convert, propose
from narabe.intake.converted import Converted
from narabe.model.answers_plan import AnswersPlan
from narabe.settings import Limits
from narabe.sources import checked_tables
from tests.intake.answers.table import raw_table, text_table

Work = duckdb.DuckDBPyConnection

SURVEY = """
ID|ウエイト|性別|年代|Q1|Q2_1|Q2_2|Q2_3|Q3（いくつでも）|Q4-1つ目|Q4-2つ目|回数|ご意見
a1|2.0|男性|20代|満足|1|0|0|市報;Web|道路|公園|3|よい
a2|1.0|女性|20代|やや満足|1|1|0|Web|公園||０|
a3|0.5|女性|30代|不満|0|0|0||||無回答|=1+1
a4|1.5|男性|30代|満足|99|99|99|テレビ、ラジオ;市報|道路||1,200回|<b>早く</b>
a5|1.0|女性|不明|無回答|0|1|0|無回答|公園|道路||
a6|0.25|男性|20代||||||道路|学校|3|とても助かる
"""
"""Weights add up to 6.25."""


def done(work: Work, text: str, folder: Path, dataset: str = "town2025") -> tuple[AnswersPlan, Converted]:
    raw = text_table(work, text)
    plan = propose(work, raw, (), dataset)
    return plan, convert(work, raw, plan, folder, Limits())


def table(made: Converted, name: str) -> list[dict[str, Any]]:
    (found,) = [each for each in made.tables if each.name == name]
    return found.records()


def figures(made: Converted, question: str, measure: str) -> dict[tuple[str, str], tuple[float, int]]:
    """(group, option) -> (value, base)."""
    return {
        (row["group_id"], row["option_id"]): (row["value"], row["base"])
        for row in table(made, "survey_results")
        if row["question_id"] == f"in_town2025__{question}" and row["measure"] == measure
    }


@pytest.fixture
def made(work: Work, tmp_path: Path) -> Converted:
    plan, converted = done(work, SURVEY, tmp_path)
    assert [each for each in converted.faults if each.severity == "error"] == []
    assert [q.question_id for q in plan.questions] == ["v3", "v4", "q1", "q2", "q3", "q4", "v12", "v13"]
    return converted


def test_counts_of_a_single_choice(made: Converted) -> None:
    """満足 a1 a4, やや満足 a2, 不満 a3; a5 gave 無回答, a6 nothing."""
    counts = figures(made, "q1", "count")
    assert {key[1]: value for key, value in counts.items() if key[0] == "all"} == {
        "o1": (2, 4), "o2": (1, 4), "o3": (1, 4),
    }  # fmt: skip
    assert {key[1]: value for key, value in counts.items() if key[0] == "female"} == {
        "o1": (0, 2), "o2": (1, 2), "o3": (1, 2),
    }  # fmt: skip
    assert counts["age20s", "o1"] == (1, 2) and counts["age30s", "o1"] == (1, 2)
    assert {key[0] for key in counts} == {"all", "male", "female", "age20s", "age30s"}


def test_weighted_shares(made: Converted) -> None:
    """Weights: 満足 2.0 + 1.5 of 5.0 = 70 %; やや満足 1.0 = 20 %; 不満 0.5 = 10 %. Women: 1.0 and 0.5 of 1.5."""
    shares = figures(made, "q1", "share")
    assert shares["all", "o1"] == (70.0, 4)
    assert shares["all", "o2"] == (20.0, 4)
    assert shares["all", "o3"] == (10.0, 4)
    assert shares["female", "o2"][0] == pytest.approx(100 / 1.5)
    assert shares["male", "o1"] == (100.0, 2)


def test_ticked_boxes(made: Converted) -> None:
    """a1 box 1; a2 boxes 1, 2; a3 none (said so); a4 missing; a5 box 2; a6 empty: base 4."""
    counts = figures(made, "q2", "count")
    assert {key[1]: value for key, value in counts.items() if key[0] == "all"} == {
        "o1": (2, 4), "o2": (2, 4), "o3": (0, 4),
    }  # fmt: skip
    assert figures(made, "q2", "share")["all", "o1"] == (pytest.approx(100 * 3.0 / 4.5), 4)


def test_several_answers_in_a_cell(made: Converted) -> None:
    """市報 a1 a4; Web a1 a2; テレビ、ラジオ a4; a3, a5, a6 gave none."""
    labels = {
        row["option_id"]: row["label_ja"]
        for row in table(made, "options")
        if row["question_id"].endswith("_q3")
    }
    counts = {
        labels[option]: value
        for (group, option), value in figures(made, "q3", "count").items()
        if group == "all"
    }
    assert counts == {"市報": (2, 3), "Web": (2, 3), "テレビ、ラジオ": (1, 3)}


def test_slots(made: Converted) -> None:
    """道路 a1 a4 a5 a6; 公園 a1 a2 a5; 学校 a6; a3 gave none."""
    labels = {
        row["option_id"]: row["label_ja"]
        for row in table(made, "options")
        if row["question_id"].endswith("_q4")
    }
    counts = {
        labels[option]: value
        for (group, option), value in figures(made, "q4", "count").items()
        if group == "all"
    }
    assert counts == {"道路": (4, 5), "公園": (3, 5), "学校": (1, 5)}


def test_bases_say_who_is_left_out(made: Converted) -> None:
    questions = {row["question_id"].removeprefix("in_town2025__"): row for row in table(made, "questions")}
    assert (questions["q1"]["base"], questions["q1"]["base_rule"]) == (4, "answered")
    assert questions["q1"]["base_note_ja"] == "無回答2人を除く"
    assert (questions["v3"]["base"], questions["v3"]["base_rule"], questions["v3"]["base_note_ja"]) == (
        6,
        "all",
        None,
    )
    assert (questions["v12"]["base"], questions["v12"]["answer_type"]) == (4, "numeric")


def test_people_by_sex_and_age(made: Converted) -> None:
    people = {(row["sex"], row["age"]): row["count"] for row in table(made, "respondents")}
    assert people == {
        ("all", "all"): 6, ("male", "all"): 3, ("female", "all"): 3, ("all", "age20s"): 3, ("all", "age30s"): 2,
        ("male", "age20s"): 2, ("female", "age20s"): 1, ("male", "age30s"): 1, ("female", "age30s"): 1,
    }  # fmt: skip


def test_the_survey_and_its_own_concepts(made: Converted) -> None:
    (wave,) = table(made, "waves")
    assert (wave["wave_id"], wave["answered"], wave["same_as"]) == ("in_town2025", 6, None)
    assert (wave["field_start"], wave["field_precision"], wave["short_ja"]) == (
        date(2025, 1, 1),
        "year",
        "2025年",
    )
    concepts = {row["concept_id"] for row in table(made, "concepts")}
    assert concepts == {"in_town2025__q1", "in_town2025__q2", "in_town2025__q3", "in_town2025__q4"}
    results = {row["question_id"] for row in table(made, "survey_results")}
    assert results == concepts, "sex, age, numbers and texts are no figures"


def test_the_typed_answers(made: Converted, work: Work, tmp_path: Path) -> None:
    answers = work.execute(
        "select respondent, weight_scaled, q1, q1__missing, q2__o1, q2__o2, q2__missing, q3__missing, v12, v12__missing, v13"
        " from read_parquet($path) order by row",
        {"path": str(tmp_path / "answers.parquet")},
    ).fetchall()
    assert answers == [
        ("a1", 2_000_000, "o1", None, True, False, None, None, 3.0, None, "よい"),
        ("a2", 1_000_000, "o2", None, True, True, None, None, 0.0, None, None),
        ("a3", 500_000, "o3", None, False, False, None, "no_answer", None, "no_answer", "=1+1"),
        ("a4", 1_500_000, "o1", None, None, None, "no_answer", None, 1200.0, None, "<b>早く</b>"),
        ("a5", 1_000_000, None, "no_answer", False, True, None, "no_answer", None, "no_answer", None),
        ("a6", 250_000, None, "no_answer", None, None, "no_answer", "no_answer", 3.0, None, "とても助かる"),
    ]
    kinds = dict(
        row[:2]
        for row in work.execute(
            "describe from read_parquet($path)", {"path": str(tmp_path / "answers.parquet")}
        ).fetchall()
    )
    assert (kinds["q2__o1"], kinds["v12"], kinds["weight"], kinds["weight_scaled"]) == (
        "BOOLEAN",
        "DOUBLE",
        "DOUBLE",
        "BIGINT",
    )


def test_markup_and_formulas_are_noted_and_kept(made: Converted) -> None:
    notes = {(fault.row, fault.column, fault.message.ja) for fault in made.faults}
    assert (4, "ご意見", "表計算ソフトの数式のように始まっています。") in notes
    assert (5, "ご意見", "HTMLのような書き方が含まれています。") in notes


def test_tables_have_the_columns_of_the_published_ones(made: Converted) -> None:
    published = {each.name: each.columns for each in checked_tables()}
    for each in made.tables:
        columns = tuple(pair for pair in published[each.name] if pair[0] != "document_id")
        assert each.columns == columns, each.name


# --- what is wrong with a file -----------------------------------------------------------------


def faults(
    work: Work, text: str, folder: Path, severity: str = "error"
) -> list[tuple[int | None, str, str, str]]:
    _, converted = done(work, text, folder)
    if severity == "error":
        assert converted.tables == () and not list(folder.iterdir()), "nothing is written"
    return [(f.row, f.column, f.value, f.message.ja) for f in converted.faults if f.severity == severity]


def test_respondents_that_come_twice_or_have_no_id(work: Work, tmp_path: Path) -> None:
    found = faults(work, "ID|Q1\n1|a\n2|b\n1|a\n|b\n3|a", tmp_path)
    assert found == [
        (5, "ID", "", "回答者IDが空です。"),
        (2, "ID", "1", "同じ回答者IDが2行以上あります。"),
        (4, "ID", "1", "同じ回答者IDが2行以上あります。"),
    ]


def test_weights_that_cannot_be(work: Work, tmp_path: Path) -> None:
    text = "ID|weight|Q1\n1|1.0|a\n2|-0.5|b\n3||a\n4|abc|b\n" + "\n".join(f"{n}|1|a" for n in range(5, 20))
    found = faults(work, text, tmp_path)
    assert [(row, value) for row, _, value, _ in found] == [(4, ""), (5, ""), (3, "-0.5")]


def test_a_weight_of_zero_is_said(work: Work, tmp_path: Path) -> None:
    found = faults(work, "ID|weight|Q1\n1|1.5|a\n2|0|b\n3|1|a\n4|1|b\n5|1|a", tmp_path, "warning")
    assert found == [(3, "weight", "0.0", "ウエイトが0です。")]


def test_more_choices_than_allowed_and_none_with_others(work: Work, tmp_path: Path) -> None:
    header = [
        "Q1（2つまで）【道路】",
        "Q1（2つまで）【公園】",
        "Q1（2つまで）【学校】",
        "Q1（2つまで）【特にない】",
    ]
    rows = [["1", "1", "1", "0"], ["1", "0", "0", "1"], ["1", "1", "0", "0"]]
    raw = raw_table(work, header, rows)
    plan = propose(work, raw, (), "town")
    assert plan.questions[0].max_choices == 2
    said = [
        (f.row, f.message.ja)
        for f in convert(work, raw, plan, tmp_path, Limits()).faults
        if f.severity == "warning" and f.row
    ]
    assert said == [
        (2, "2つまでの設問で、それより多く選ばれています。"),
        (3, "「特にない」などと、ほかの選択肢が一緒に選ばれています。"),
    ]


def test_a_text_that_is_too_long(work: Work, tmp_path: Path) -> None:
    raw = raw_table(work, ["ご意見"], [["長" * 50], ["短い意見です"], ["もう一つの意見です"]])
    plan = propose(work, raw, (), "town")
    found = convert(work, raw, plan, tmp_path, Limits(cell_characters=40)).faults
    assert [(f.row, f.message.ja) for f in found if f.severity == "error"] == [
        (2, "40文字を超える文があります。")
    ]


def test_personal_data_stay_outside(work: Work, tmp_path: Path) -> None:
    text = "ID|お名前|メール|Q1\n1|山田|a@x.jp|a\n2|佐藤|b@x.jp|b\n3|鈴木|c@x.jp|a"
    _, converted = done(work, text, tmp_path)
    said = {(f.column, f.message.ja) for f in converted.faults}
    assert {
        ("お名前", "氏名や連絡先と思われる列です。"),
        ("メール", "氏名や連絡先と思われる列です。"),
    } <= said
    names = [
        row[0] for row in work.execute(f"describe from read_parquet('{tmp_path}/answers.parquet')").fetchall()
    ]
    assert names == ["row", "respondent", "q1"]
    assert "山田" not in (tmp_path / "codebook.yml").read_text("utf-8")


# --- rows that are no people -------------------------------------------------------------------


def found(converted: Converted, severity: str, words: str) -> list[tuple[int | None, str, str]]:
    """(row, column, value) of the faults whose message holds these words."""
    return [
        (each.row, each.column, each.value)
        for each in converted.faults
        if each.severity == severity and words in each.message.ja
    ]


def test_the_header_once_more_is_no_respondent(work: Work, tmp_path: Path) -> None:
    text = "ID|Q1満足度\n1|満足\n2|不満\n3|満足\nID|Q1満足度\n5|満足\n6|不満"
    _, converted = done(work, text, tmp_path)
    assert found(converted, "error", "見出しと同じ") == [(5, "", "")]


@pytest.mark.parametrize("total", ["合計", "計", "平均", "Total"])
def test_a_total_at_the_end_is_no_respondent(work: Work, tmp_path: Path, total: str) -> None:
    _, converted = done(
        work, f"ID|性別|満足度\n1|男|満足\n2|女|不満\n3|男|満足\n4|女|満足\n5|女|不満\n{total}||5", tmp_path
    )
    assert found(converted, "error", "合計や平均") == [(7, "ID", total)]


def test_a_total_is_looked_for_in_the_first_column_without_ids(work: Work, tmp_path: Path) -> None:
    _, converted = done(work, "性別|満足度\n男|満足\n女|不満\n男|満足\n女|満足\n計|4", tmp_path)
    assert found(converted, "error", "合計や平均") == [(6, "性別", "計")]


def test_pieces_put_together_are_named(work: Work, tmp_path: Path) -> None:
    """スマホ、携帯 stands together ten times and never apart."""
    rows = ["スマホ、携帯、電話", "スマホ、携帯", "電話", "電話、手紙", "手紙"] * 5
    _, converted = done(work, "使うもの（いくつでも）\n" + "\n".join(rows), tmp_path)
    assert found(converted, "note", "1つの選択肢として") == [(None, "使うもの（いくつでも）", "スマホ、携帯")]


@pytest.mark.parametrize("tick", ["○", "1"])
def test_a_column_of_ticks_alone_is_warned_of(work: Work, tmp_path: Path, tick: str) -> None:
    raw = raw_table(
        work, ["ID", "スマホ"], [(str(place), tick if place % 2 else "") for place in range(1, 9)]
    )
    converted = convert(work, raw, propose(work, raw, (), "s"), tmp_path, Limits())
    assert [column for _, column, _ in found(converted, "warning", "100%")] == ["スマホ"]


# --- what is taken for granted -----------------------------------------------------------------


def test_codes_of_no_answer_are_named_with_their_reason(work: Work, tmp_path: Path) -> None:
    text = "Q1\n1\n2\n3\n99\n88\n無回答\n1"
    _, converted = done(work, text, tmp_path)
    assert found(converted, "note", "「無回答」として") == [(None, "Q1", "99"), (None, "Q1", "無回答")]
    assert found(converted, "note", "「非該当」として") == [(None, "Q1", "88")]


def test_numbers_far_outside_the_others_are_invalid(work: Work, tmp_path: Path) -> None:
    """１８歳 is no bare number, 無回答 a word; the ages go up to 45."""
    text = "ID|年齢\n" + "\n".join(
        f"{n}|{age}" for n, age in enumerate(["25", "35", "45", "999", "無回答", "１８歳", "25"])
    )
    plan, converted = done(work, text, tmp_path)
    assert dict(plan.questions[0].missing) == {"無回答": "no_answer", "999": "invalid"}
    assert found(converted, "warning", "「無効」として") == [(None, "年齢", "999")]
    bands = [option.label.ja for option in plan.questions[1].options]
    assert bands == ["10代", "20代", "30代", "40代"]


def test_an_amount_of_999_among_thousands_stays(work: Work, tmp_path: Path) -> None:
    plan, converted = done(work, "金額（円）\n500\n999\n1200\n800\n3000\n700", tmp_path)
    assert plan.questions[0].missing == ()
    assert found(converted, "warning", "として扱い") == []


@pytest.mark.parametrize(("people", "said"), [(4, 1), (5, 0)])
def test_hardly_any_respondents_are_warned_of(work: Work, tmp_path: Path, people: int, said: int) -> None:
    _, converted = done(
        work, "ID|Q1\n" + "\n".join(f"{n}|{'満足' if n % 2 else '不満'}" for n in range(people)), tmp_path
    )
    assert len(found(converted, "warning", f"回答者が {people} 人だけです")) == said


def test_ids_of_two_datasets_never_meet(work: Work, tmp_path: Path) -> None:
    """`a` with b_q1 and `a_b` with q1."""
    ids = []
    for dataset, header in (("a", "b_q1"), ("a_b", "q1")):
        _, converted = done(work, f"ID|{header}\n1|x\n2|y\n3|x\n4|x\n5|y", tmp_path, dataset)
        ids += [(q["question_id"], q["concept_id"]) for q in table(converted, "questions")]
    assert ids == [("in_a__b_q1",) * 2, ("in_a_b__q1",) * 2]


def test_two_underscores_are_no_part_of_a_questions_id(work: Work, tmp_path: Path) -> None:
    raw = text_table(work, "ID|Q1\n1|x\n2|y\n3|x\n4|x\n5|y")
    plan = propose(work, raw, (), "a")
    bad = replace(plan, questions=(replace(plan.questions[0], question_id="b__q1"),))
    assert found(convert(work, raw, bad, tmp_path, Limits()), "error", "b__q1")
