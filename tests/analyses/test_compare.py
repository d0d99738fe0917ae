"""Side by side: the numbers, their verdicts and what the base did, against hand computation."""

import pytest

from narabe.analyses.cohorts import cohorts, concepts
from narabe.analyses.compare import compare
from narabe.model.comparison import BaseEffect, CompareAsk, Comparison, Difference, Share
from narabe.model.problem import Problem
from narabe.model.rounding import half_up
from narabe.model.status import BaseStatus, Status, Verdict
from narabe.warehouse import Warehouse

THEN_AND_NOW = ("net2021", "net2025")


def share(comparison: Comparison, option: str, cohort: str) -> Share:
    place = [cohort.key for cohort in comparison.cohorts].index(cohort)
    (row,) = [row for row in comparison.rows if row.option_id == option]
    return row.shares[place]


def difference(comparison: Comparison, option: str) -> Difference:
    (found,) = [d for d in comparison.differences if d.option_id == option]
    return found


def test_progress_rose_by_15_9_points(warehouse: Warehouse) -> None:
    shown = compare(warehouse, CompareAsk("digital_progress", THEN_AND_NOW))
    then, now = share(shown, "progressing", "net2021"), share(shown, "progressing", "net2025")
    assert (then.value, then.count, then.base, then.base_status) == (27.9, 91, 326, BaseStatus.PRINTED)
    assert (now.value, now.count, now.base, now.base_status) == (43.8, 162, 370, BaseStatus.INFERRED)
    # Wilson, 95 %, by the closed formula: 91/326 → 23.3–33.0, 162/370 → 38.8–48.9
    assert [half_up(x) for x in (then.low, then.high, now.low, now.high)] == [23.3, 33.0, 38.8, 48.9]  # type: ignore[arg-type]
    moved = difference(shown, "progressing")
    assert moved.points == pytest.approx(100 * 162 / 370 - 100 * 91 / 326)
    assert half_up(moved.points) == 15.9 and moved.printed_points is None
    assert moved.distinguishable is True and moved.verdict is Verdict.CAUTION
    assert "+15.9" in shown.finding.ja and "+15.9" in shown.finding.en
    assert "注意" in shown.finding.ja and "caution" in shown.finding.en


def test_sources_and_build_are_named(warehouse: Warehouse) -> None:
    shown = compare(warehouse, CompareAsk("digital_progress", THEN_AND_NOW))
    assert {s.document_id for s in shown.sources} == {"koriyama-dx-2022-appendix", "koriyama-dx-2026"}
    assert shown.build_id == warehouse.build_id


# counts by hand, later/370 and earlier/326; difference in points
FEARS = {
    "misinformation": (156, 96, 12.7, True),  # 42.162 − 29.448
    "system_failure": (163, 116, 8.5, True),  # 44.054 − 35.583
    "privacy_leak": (289, 270, -4.7, False),  # 78.108 − 82.822
    "online_crime": (245, 213, 0.9, False),  # 66.216 − 65.337
    "digital_divide": (229, 203, -0.4, False),  # 61.892 − 62.270
}


@pytest.mark.parametrize("option", FEARS)
def test_fears_moved_from_the_personal_to_the_systemic(warehouse: Warehouse, option: str) -> None:
    now, then, points, told_apart = FEARS[option]
    shown = compare(warehouse, CompareAsk("fears", THEN_AND_NOW))
    assert (share(shown, option, "net2021").count, share(shown, option, "net2025").count) == (then, now)
    moved = difference(shown, option)
    assert moved.points == pytest.approx(100 * now / 370 - 100 * then / 326)
    assert (half_up(moved.points), moved.distinguishable) == (points, told_apart)


def test_only_misinformation_has_another_last_digit_in_print(warehouse: Warehouse) -> None:
    shown = compare(warehouse, CompareAsk("fears", THEN_AND_NOW))
    printed = {d.option_id: d.printed_points for d in shown.differences if d.printed_points is not None}
    assert printed == {"misinformation": 12.8}  # 42.2 − 29.4


def website(shown: Comparison) -> BaseEffect:
    (effect,) = [effect for effect in shown.base_effects if effect.option_id == "website"]
    return effect


def test_part_of_the_fall_of_the_website_is_its_base(warehouse: Warehouse) -> None:
    effect = website(compare(warehouse, CompareAsk("service_use", THEN_AND_NOW)))
    assert (effect.answered, effect.asked, effect.chosen) == (310, 326, 326)
    assert [half_up(x) for x in (effect.total, effect.from_base, effect.remaining)] == [-6.3, -4.1, -2.2]
    assert [half_up(x) for x in (effect.low, effect.high)] == [-8.2, 4.0]


def test_on_the_answered_base_nothing_comes_from_the_base(warehouse: Warehouse) -> None:
    effect = website(compare(warehouse, CompareAsk("service_use", THEN_AND_NOW, base=310)))
    assert effect.from_base == 0 and half_up(effect.remaining) == -6.3


@pytest.mark.parametrize(("asked", "used"), [(318, 318), (1, 310), (9999, 326)])
def test_the_base_moves_only_between_answered_and_asked(warehouse: Warehouse, asked: int, used: int) -> None:
    assert website(compare(warehouse, CompareAsk("service_use", THEN_AND_NOW, base=asked))).chosen == used


def test_every_option_known_in_both_waves_is_taken_apart(warehouse: Warehouse) -> None:
    shown = compare(warehouse, CompareAsk("service_use", THEN_AND_NOW))
    assert {effect.option_id for effect in shown.base_effects} == {
        "website", "line", "disaster_site", "library", "convenience_certificate",
    }  # fmt: skip


def test_equal_bases_are_not_taken_apart(warehouse: Warehouse) -> None:
    """Everyone asked is the base of both waves."""
    assert compare(warehouse, CompareAsk("digital_progress", THEN_AND_NOW)).base_effects == ()


def test_priorities_may_not_be_subtracted(warehouse: Warehouse) -> None:
    """Up to five choices in 2021, all that apply in 2025."""
    shown = compare(warehouse, CompareAsk("priorities", THEN_AND_NOW))
    assert [judgement.verdict for judgement in shown.judgements] == [Verdict.NO]
    assert shown.judgements[0].reason.ja and shown.judgements[0].reason.en
    assert shown.differences == () and shown.base_effects == ()
    assert "比べられません" in shown.finding.ja and "cannot be compared" in shown.finding.en


def test_free_wifi_of_2025_is_a_range_not_a_point(warehouse: Warehouse) -> None:
    wifi = share(compare(warehouse, CompareAsk("priorities", THEN_AND_NOW)), "free_wifi", "net2025")
    assert (wifi.status, wifi.value, wifi.floor, wifi.ceiling) == (Status.BOUNDED, None, 0, 27.3)
    assert wifi.offered is False


def test_ranks_of_2017_stand_without_shares(warehouse: Warehouse) -> None:
    shown = compare(warehouse, CompareAsk("service_use"))
    assert [cohort.key for cohort in shown.cohorts] == ["net2017", "net2021", "net2025"]
    library = [share(shown, "library", key).rank for key in ("net2017", "net2021", "net2025")]
    assert library == [8, 3, 4]
    assert share(shown, "library", "net2017").status is Status.RANK
    assert {d.earlier.key for d in shown.differences} == {"net2021"}


def test_the_gap_of_men_and_women_is_29_9_by_counts_and_30_0_in_print(warehouse: Warehouse) -> None:
    shown = compare(warehouse, CompareAsk("dx_awareness", ("net2021:male", "net2021:female")))
    men, women = share(shown, "know", "net2021:male"), share(shown, "know", "net2021:female")
    assert (men.count, men.base, women.count, women.base) == (59, 151, 16, 175)
    gap = difference(shown, "know")
    # 59/151 − 16/175 = 39.0728 − 9.1429 = 29.9300
    men_minus_women = gap.points if gap.later.group_id == "male" else -gap.points
    assert men_minus_women == pytest.approx(29.93, abs=0.001)
    assert any("30.0" in note.ja and "30.0" in note.en for note in shown.notes)


def test_a_gap_inside_one_wave_is_not_told_as_a_change(warehouse: Warehouse) -> None:
    shown = compare(warehouse, CompareAsk("dx_awareness", ("net2021:male", "net2021:female")))
    assert "増えた" not in shown.finding.ja and "減った" not in shown.finding.ja
    assert "From" not in shown.finding.en


def test_the_sixties_of_2021_stood_where_2025_stands(warehouse: Warehouse) -> None:
    shown = compare(warehouse, CompareAsk("digital_progress", ("net2021:age60s", "net2025")))
    sixties = share(shown, "progressing", "net2021:age60s")
    assert (sixties.value, sixties.count, sixties.base, sixties.small) == (43.8, 14, 32, False)
    moved = difference(shown, "progressing")
    assert moved.points == pytest.approx(100 * 162 / 370 - 43.75)  # 0.03
    assert moved.distinguishable is False and moved.printed_points is None


@pytest.mark.parametrize("part", ["net2021:male", "net2021:female"])
def test_a_group_of_one_wave_may_stand_beside_another_wave(warehouse: Warehouse, part: str) -> None:
    shown = compare(warehouse, CompareAsk("dx_awareness", (part, "net2025", "youth2025")))
    assert {cohort.key for cohort in shown.cohorts} == {part, "net2025", "youth2025"}
    assert len(shown.judgements) == 3
    assert all((d.earlier.wave_id, d.later.wave_id) != ("net2025", "net2021") for d in shown.differences)


def test_seven_teenagers_are_marked_as_a_small_base(warehouse: Warehouse) -> None:
    shown = compare(warehouse, CompareAsk("digital_progress", ("net2021:age10s",)))
    teens = share(shown, "dont_know", "net2021:age10s")
    assert (teens.value, teens.count, teens.base, teens.small) == (71.4, 5, 7, True)  # 5/7 = 71.43


@pytest.mark.parametrize("pair", [("net2021", "net2021:male"), ("net2021:male", "net2021:age10s")])
def test_overlapping_groups_of_one_wave_are_not_subtracted(
    warehouse: Warehouse, pair: tuple[str, str]
) -> None:
    shown = compare(warehouse, CompareAsk("dx_awareness", pair))
    assert {cohort.key for cohort in shown.cohorts} == set(pair)
    assert shown.differences == ()


def test_a_worded_share_is_a_range(warehouse: Warehouse) -> None:
    aware = share(compare(warehouse, CompareAsk("dx_awareness")), "aware", "seniors2025")
    assert (aware.status, aware.value, aware.floor, aware.ceiling) == (Status.BOUNDED, None, 55, 65)  # 約6割


def test_without_a_choice_whole_waves_are_shown(warehouse: Warehouse) -> None:
    shown = compare(warehouse, CompareAsk("dx_awareness"))
    assert [cohort.key for cohort in shown.cohorts] == ["net2021", "net2025", "seniors2025", "youth2025"]


def test_a_cohort_that_does_not_exist_is_left_out(warehouse: Warehouse) -> None:
    shown = compare(warehouse, CompareAsk("digital_progress", ("net2025", "net1999")))
    assert [cohort.key for cohort in shown.cohorts] == ["net2025"]


def test_at_most_four_cohorts_stand_side_by_side(warehouse: Warehouse) -> None:
    available = cohorts(warehouse, "dx_awareness")
    assert len(available) > 4
    shown = compare(warehouse, CompareAsk("dx_awareness", tuple(cohort.key for cohort in available)))
    assert len(shown.cohorts) == 4
    assert all(len(row.shares) == 4 for row in shown.rows)


def test_an_unknown_question_is_a_problem_that_says_what_to_do(warehouse: Warehouse) -> None:
    with pytest.raises(Problem) as refused:
        compare(warehouse, CompareAsk("weather"))
    assert "weather" in refused.value.message.ja and "weather" in refused.value.message.en
    assert refused.value.advice.ja and refused.value.advice.en


def test_every_question_can_be_shown_and_says_something(warehouse: Warehouse) -> None:
    offered = concepts(warehouse)
    assert len(offered) == 19
    for concept in offered:
        shown = compare(warehouse, CompareAsk(concept.concept_id))
        assert shown.finding.ja and shown.finding.en, concept.concept_id
        assert len(shown.cohorts) <= 4


def test_ai_use_of_seniors_is_below_that_of_monitors(warehouse: Warehouse) -> None:
    """16 % of 37 is 6 people; 48.4 % of 370 is 179."""
    shown = compare(warehouse, CompareAsk("ai_use", ("net2025", "seniors2025")))
    assert (share(shown, "used", "net2025").count, share(shown, "used", "seniors2025").count) == (179, 6)
    assert difference(shown, "used").points == pytest.approx(100 * 6 / 37 - 100 * 179 / 370)
