"""Imported answers beside the published surveys: shares, what is left out, order of waves, verdicts."""

from datetime import date

import pytest

from narabe.settings import Settings
from tests.warehouse.planting import Import, Planted

PROGRESS = ("progressing_clearly", "progressing_somewhat", "neither", "not_progressing_somewhat",
            "not_progressing_clearly", "dont_know")  # fmt: skip
"""The options of net2021_q2 but for the two that add up others."""


def survey(order: int = 1, origin: str = "imported") -> Import:
    return Import("answers", order, origin).wave("in_s", date(2023, 5, 1))


def test_a_share_is_that_of_its_count() -> None:
    each = (
        survey().question("in_s", "q1", "fears", ["a", "b"]).counts("in_s_q1", "all", 30, {"a": 10, "b": 20})
    )
    (row,) = Planted(each).rows("select * from figures where figure_id = 'in_s_q1.a.all.share'")
    assert row["value"] == pytest.approx(100 * 10 / 30, abs=1e-12)
    told = ("numerator", "denominator", "base", "status", "origin", "unit")
    assert [row[name] for name in told] == [10, 30, 30, "computed", "imported", "%"]


def test_a_weighted_share_stands_as_given_and_without_count() -> None:
    each = survey().question("in_s", "q1", "fears", ["a"]).counts("in_s_q1", "all", 30, {"a": 10})
    each.counts("in_s_q1", "all", 30, {"a": 36.25}, measure="share", unit="%", decimals=1)
    planted = Planted(each)
    (row,) = planted.rows("select * from figures where kind = 'survey_share' and wave = 'in_s'")
    assert (row["value"], row["numerator"], row["denominator"], row["base"]) == (36.25, None, None, 30)
    (row,) = planted.rows("select note_ja from survey_figures where measure = 'share' and wave_id = 'in_s'")
    assert "ウエイト" in row["note_ja"]


# base of each group -> those left out, under ten
MASKED = {
    "all large": ({"all": 100, "male": 50, "female": 50}, set()),
    "one small: its size and the other would tell it": ({"all": 57, "male": 50, "female": 7}, {"male", "female"}),
    "one small of three: the next smallest hides it": (
        {"all": 97, "age20s": 7, "age30s": 40, "age40s": 50},
        {"age20s", "age30s"},
    ),
    "two small that together are ten": ({"all": 60, "age20s": 4, "age30s": 6, "age40s": 50}, {"age20s", "age30s"}),
    "two small that together are few": (
        {"all": 100, "age20s": 1, "age30s": 2, "age40s": 47, "age50s": 50},
        {"age20s", "age30s", "age40s"},
    ),
    "one small among many of unknown age": ({"all": 150, "age20s": 7, "age30s": 43, "age40s": 50}, {"age20s"}),
    "a few of unknown sex would be told by the rest": ({"all": 103, "male": 50, "female": 50}, {"female"}),
    "four of unknown sex beside twenty and twenty": ({"all": 44, "male": 20, "female": 20}, {"female"}),
    "many of unknown sex tell nothing": ({"all": 110, "male": 50, "female": 50}, set()),
    "a small group and a few of unknown age are not enough together": (
        {"all": 98, "age20s": 5, "age30s": 40, "age40s": 50},
        {"age20s", "age30s"},
    ),
    "a small group and some of unknown age are ten": ({"all": 101, "age20s": 5, "age30s": 40, "age40s": 50}, {"age20s"}),
    "exactly ten are enough": ({"all": 60, "male": 50, "female": 10}, set()),
    "too few altogether": ({"all": 9, "male": 5, "female": 4}, {"all", "male", "female"}),
    "kinds are looked at one by one": (
        {"all": 100, "male": 95, "female": 5, "age20s": 50, "age30s": 50},
        {"male", "female"},
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def masked() -> Planted:
    """A question of its own for each case."""
    each = survey()
    for place, (bases, _expected) in enumerate(MASKED.values()):
        each.question("in_s", f"q{place}", None, ["a", "b"])
        for group, base in bases.items():
            each.counts(f"in_s_q{place}", group, base, {"a": 1, "b": base - 1})
    return Planted(each, chosen=Settings(mask_below=10))


@pytest.mark.parametrize("case", MASKED)
def test_few_people_are_left_out_and_cannot_be_worked_out(masked: Planted, case: str) -> None:
    bases, expected = MASKED[case]
    question = f"in_s_q{list(MASKED).index(case)}"
    for table, groups in (("survey_figures", set(bases) - expected), ("withheld", expected)):
        rows = masked.rows(f"select group_id from {table} where question_id = $question", question=question)
        assert {row["group_id"] for row in rows} == groups


def test_the_setting_decides_how_few_are_too_few() -> None:
    each = survey(origin="fictional").question("in_s", "q1", "fears", ["a"])
    each.counts("in_s_q1", "all", 9, {"a": 3})
    assert Planted(each, chosen=Settings(mask_below=9)).figures("wave = 'in_s'")
    assert not Planted(each, chosen=Settings(mask_below=10)).figures("wave = 'in_s'")


def test_published_groups_of_few_stay() -> None:
    """7 teenagers of 2021 stand in print."""
    assert Planted().figures("figure_id = 'net2021_q2.dont_know.age10s.share'") == {
        "net2021_q2.dont_know.age10s.share": 71.4
    }


# --- waves and verdicts ------------------------------------------------------------------------


def test_an_imported_wave_stands_where_its_time_puts_it_and_is_named_in_full() -> None:
    each = survey()
    each.wave("in_net2021", date(2021, 9, 1), same_as="net2021").wave("in_late", None).wave(
        "in_old", date(2010, 1, 1)
    )
    rows = Planted(each).rows('select wave_id, label_ja, label_en from waves order by "order"')
    assert [r["wave_id"] for r in rows] == [
        "in_old", "net2017", "net2021", "in_net2021", "in_s", "net2025", "seniors2025", "youth2025", "in_late",
    ]  # fmt: skip
    names = {r["wave_id"]: (r["label_ja"], r["label_en"]) for r in rows}
    assert names["net2021"] == ("モニター2021年", "Monitors 2021")
    assert names["in_s"] == ("in_s（取込）", "in_s (imported)")


def verdicts(planted: Planted, concept: str, wave: str) -> dict[tuple[str, str], str]:
    rows = planted.rows(
        "select * from comparability where concept_id = $concept and $wave in (wave_a, wave_b)",
        concept=concept,
        wave=wave,
    )
    assert all(row["reason_ja"] and row["reason_en"] for row in rows)
    return {(row["wave_a"], row["wave_b"]): row["verdict"] for row in rows}


def again(options: tuple[str, ...] = PROGRESS, kind: str = "single") -> Import:
    """The answers of 2021 as an import."""
    each = Import("again", 1).wave("in_again", date(2021, 9, 1), same_as="net2021")
    return each.question("in_again", "q2", "digital_progress", options, kind)


@pytest.mark.parametrize(
    ("each", "with_2021", "with_2025"),
    [
        (again(), "same", "caution"),
        (again(kind="scale"), "same", "caution"),  # a scale is answered once
        (again(options=PROGRESS[:-1]), "caution", "caution"),
        (again(kind="multiple"), "caution", "no"),
    ],
)
def test_pairs_with_an_imported_wave_are_judged_by_rule(each: Import, with_2021: str, with_2025: str) -> None:
    found = verdicts(Planted(each), "digital_progress", "in_again")
    assert found == {("net2021", "in_again"): with_2021, ("in_again", "net2025"): with_2025}


def test_another_number_of_choices_cannot_be_compared() -> None:
    """Up to five were chosen in 2021."""
    each = survey().question("in_s", "q1", "priorities", ["free_wifi"], "limited", max_choices=3)
    found = verdicts(Planted(each), "priorities", "in_s")
    assert found == {("net2021", "in_s"): "no", ("in_s", "net2025"): "no"}
    same = survey().question("in_s", "q1", "priorities", ["free_wifi"], "limited", max_choices=5)
    assert verdicts(Planted(same), "priorities", "in_s")["net2021", "in_s"] == "caution"


def test_judgements_of_the_data_are_never_overridden() -> None:
    own = {"concept_id": "digital_progress", "wave_a": "net2025", "wave_b": "in_again", "verdict": "no"}
    planted = Planted(again().add("comparability", own | {"reason_ja": "理由", "reason_en": "reason"}))
    found = verdicts(planted, "digital_progress", "in_again")
    # the earlier wave stands first, however the judgement names them
    assert found == {("net2021", "in_again"): "same", ("in_again", "net2025"): "no"}
    assert len(planted.rows("from comparability")) == len(Planted().rows("from comparability")) + 2


def test_imported_answers_stand_beside_the_published_ones() -> None:
    """55 of 326 said that they do not know: 16.871…%, printed as 16.9 %."""
    each = again().counts("in_again_q2", "all", 326, {"dont_know": 55, "neither": 100})
    rows = {r["figure_id"]: r for r in Planted(each).rows("from beside")}
    row = rows["in_again_q2.dont_know.all.share"]
    assert row["published_id"] == "net2021_q2.dont_know.all.share"
    assert (row["published_value"], row["decimals"]) == (16.9, 1)
    assert row["difference"] == pytest.approx(100 * 55 / 326 - 16.9, abs=1e-8)
    assert rows["in_again_q2.dont_know.all.count"]["difference"] == 0


def test_another_survey_stands_beside_nothing() -> None:
    each = survey().question("in_s", "q1", "digital_progress", PROGRESS)
    each.counts("in_s_q1", "all", 326, {"dont_know": 55})
    assert Planted(each).rows("from beside") == []
