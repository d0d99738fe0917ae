"""Imported answers on Compare: cohorts, what they may stand beside, and what stays print."""

from datetime import date

import pytest

from narabe.analyses.cohorts import cohorts, concepts, with_published
from narabe.analyses.compare import compare
from narabe.analyses.echo import echo
from narabe.analyses.imported import beside_answers
from narabe.charts import compare as shares_chart
from narabe.charts.theme import Look
from narabe.model.comparison import CompareAsk
from narabe.model.status import Origin, Verdict
from narabe.tables import compare as compare_tables
from narabe.tables import imported as imported_tables
from tests.warehouse.planting import Import, Planted


@pytest.fixture(scope="module")
def answers() -> Planted:
    """The answers of 2021 once more, another survey, and one asked otherwise."""
    options = ("progressing_clearly", "progressing_somewhat", "neither", "not_progressing_somewhat",
               "not_progressing_clearly", "dont_know")  # fmt: skip
    again = Import("again", 1).wave("in_again", date(2021, 9, 1), same_as="net2021")
    again.question("in_again", "q2", "digital_progress", options)
    again.counts("in_again_q2", "all", 326, {"dont_know": 55, "neither": 100})
    again.counts("in_again_q2", "male", 151, {"neither": 50}).counts(
        "in_again_q2", "female", 175, {"neither": 50}
    )
    again.counts("in_again_q2", "age10s", 7, {"neither": 2}).counts(
        "in_again_q2", "age60s", 32, {"neither": 8}
    )
    other = Import("other", 2, "fictional").wave("in_other", date(2023, 5, 1))
    other.question("in_other", "q1", "digital_progress", ["neither"], "multiple")
    other.counts("in_other_q1", "all", 200, {"neither": 100})
    other.add("concepts", {"concept_id": "in_likes", "concept_order": 1, "label_ja": "好み", "label_en": "Likes",
                           "question_ja": "好きですか", "question_en": "Do you like it?"})  # fmt: skip
    other.question("in_other", "q2", "in_likes", ["yes", "no"], "scale")
    other.counts("in_other_q2", "all", 200, {"yes": 150, "no": 50})
    return Planted(again, other)


# --- compare -----------------------------------------------------------------------------------


def test_an_imported_wave_is_set_beside_published_ones_it_may_be_compared_with(answers: Planted) -> None:
    """2021 has shares; `in_other` lets several be chosen, published questions one: nothing stands beside it."""
    assert with_published(answers.warehouse, "digital_progress", "in_again")[-1] == "net2021"
    assert with_published(answers.warehouse, "digital_progress", "in_other") == ("in_other",)
    assert with_published(answers.warehouse, "in_likes", "in_other") == ("in_other",)


def test_two_imports_of_one_title_are_told_apart() -> None:
    both = [
        Import(name, place).wave(f"in_{name}", date(2026, 9, 1)) for place, name in enumerate("ab", start=1)
    ]
    for each, name in zip(both, "ab", strict=True):
        each.question(f"in_{name}", "q", "digital_progress", ["neither", "dont_know"])
        each.counts(f"in_{name}_q", "all", 100, {"neither": 40, "dont_know": 60})
        each.rows["waves"][0] |= {"title_ja": "満足度調査", "title_en": "Satisfaction"}
    planted = Planted(*both)
    labels = {cohort.key: cohort.label.ja for cohort in cohorts(planted.warehouse, "digital_progress")}
    assert (labels["in_a"], labels["in_b"]) == ("満足度調査 a（取込）", "満足度調査 b（取込）")
    shown = compare(planted.warehouse, CompareAsk("digital_progress", ("in_a", "in_b", "net2021")))
    for look in (Look(), Look(dark=True)):
        bars = [row for row in shares_chart.shares(shown, look)["datasets"]["rows"] if row["kind"] == "bar"]
        colours = {
            row["text"].split("（取込）")[0]: row["colour"] for row in bars if "（取込）" in row["text"]
        }
        assert set(colours) == {"満足度調査 a", "満足度調査 b"} and len(set(colours.values())) == 2
        published = {row["colour"] for row in bars if "（取込）" not in row["text"]}
        assert (
            not published & {*colours.values(), look.palette.quiet}
            and look.palette.quiet not in colours.values()
        )


def test_imported_waves_are_cohorts_named_in_full(answers: Planted) -> None:
    found = {cohort.key: cohort for cohort in cohorts(answers.warehouse, "digital_progress")}
    assert found["in_again"].label.ja == "in_again（取込）"
    assert found["in_other"].label.en == "in_other (fictional)"
    assert found["in_again:male"].label.ja == "in_again（取込） 男性"
    alone = compare(answers.warehouse, CompareAsk("digital_progress", ("in_again",)))
    assert alone.cohorts[0].short.ja == "in_again（取込）"
    both = compare(answers.warehouse, CompareAsk("digital_progress", ("net2021", "in_again")))
    assert [cohort.short.ja for cohort in both.cohorts] == ["モニター2021年", "in_again（取込）"]


def test_an_import_of_another_kind_does_not_stop_the_usual_comparison(answers: Planted) -> None:
    usual = compare(answers.warehouse, CompareAsk("digital_progress"))
    assert [cohort.key for cohort in usual.cohorts] == ["net2021", "in_again", "net2025"]
    assert usual.shares_comparable
    chosen = compare(answers.warehouse, CompareAsk("digital_progress", ("net2021", "in_other")))
    assert not chosen.shares_comparable
    assert chosen.judgements[0].verdict is Verdict.NO and "架空" in chosen.judgements[0].reason.ja


def test_imported_questions_stand_after_the_published_ones(answers: Planted) -> None:
    listed = concepts(answers.warehouse)
    assert [concept.concept_id for concept in listed][-1] == "in_likes" and len(listed) == 20
    assert listed[-1].label.ja == "好み（架空）"
    shown = compare(answers.warehouse, CompareAsk("in_likes"))
    # a scale keeps the order of its codebook, though more said yes
    assert [(row.option_id, row.shares[0].value) for row in shown.rows] == [("yes", 75.0), ("no", 25.0)]


def test_the_same_answers_twice_are_no_difference_between_people(answers: Planted) -> None:
    shown = compare(answers.warehouse, CompareAsk("digital_progress", ("net2021", "in_again")))
    assert shown.judgements[0].verdict is Verdict.SAME
    assert shown.differences == ()
    men_women = compare(
        answers.warehouse, CompareAsk("digital_progress", ("in_again:male", "in_again:female"))
    )
    (difference,) = men_women.differences
    assert difference.points == pytest.approx(100 * 50 / 175 - 100 * 50 / 151)


def test_options_keep_the_words_of_the_published_codebook(answers: Planted) -> None:
    shown = compare(answers.warehouse, CompareAsk("digital_progress", ("in_again", "net2021")))
    labels = {row.option_id: row.label.ja for row in shown.rows}
    assert labels["neither"] != "neither"


def test_what_is_left_out_is_said(answers: Planted) -> None:
    shown = compare(answers.warehouse, CompareAsk("digital_progress", ("in_again",)))
    assert any("in_again（取込）：10人未満のグループ" in note.ja for note in shown.notes)
    keys = [cohort.key for cohort in cohorts(answers.warehouse, "digital_progress")]
    assert "in_again:age10s" not in keys and "in_again:age60s" in keys  # 287 others hide the seven


def test_the_table_of_shares_tells_the_origin(answers: Planted) -> None:
    table = compare_tables.shares(compare(answers.warehouse, CompareAsk("digital_progress")))
    keys = [column.key for column in table.columns]
    found = {
        (getattr(row[keys.index("cohort")], "ja", ""), getattr(row[keys.index("origin")], "ja", ""))
        for row in table.rows
    }
    assert {("モニター2025年", "公表"), ("in_again（取込）", "取込")} <= found


def test_answers_stand_beside_the_published_share(answers: Planted) -> None:
    """55 of 326 is 16.87…%, printed as 16.9 %: they agree; 100 of 326 is 30.7 %, printed as 31.3 %."""
    found = beside_answers(answers.warehouse, "digital_progress", ("in_again",))
    shares = {value.subject.en.rpartition(": ")[2]: value for value in found.values if value.unit.en == "%"
              and value.group.en == "All"}  # fmt: skip
    assert shares["dont_know"].agrees and shares["dont_know"].published == 16.9
    assert not shares["neither"].agrees and shares["neither"].published == 31.3
    assert beside_answers(answers.warehouse, "digital_progress", ("net2025",)).values == ()
    table = imported_tables.beside(found, "digital_progress")
    assert {
        getattr(row[-2], "ja", "").startswith("デジタル課「again.csv」（取込データ）") for row in table.rows
    } == {True}


def test_what_surveys_say_to_a_theme_is_what_is_published(answers: Planted) -> None:
    each = (
        Import("a", 1)
        .wave("in_s", date(2024, 5, 1))
        .question("in_s", "q1", "fears", ["digital_divide"], "multiple")
    )
    each.counts("in_s_q1", "all", 100, {"digital_divide": 40})
    shown = echo(Planted(each).warehouse, "divide")
    assert shown is not None
    assert {cohort.origin for cohort, _share in shown.told} == {Origin.PUBLISHED}
