"""Every consistency check can fail: one planted violation each, and that check reports its place."""

from collections.abc import Iterator

import duckdb
import pytest

from narabe.warehouse.checks import run_checks
from narabe.warehouse.sql import names

# check -> (what to plant in a composed database, what the place must name)
PLANTED = {
    "attainment_sums": (
        "update metric_figures set value = 60 where metric_id = 'plan_other' and year(period_start) = 2019",
        "2019",
    ),
    # 140 a month × 6 is 840; 845.1 is more than half a person a month away
    "averages_agree": (
        "update metric_figures set value = 845.1 where metric_id = 'ai_users' and role = 'baseline'",
        "ai_users_monthly 2025-03-31",
    ),
    "base_of_group": (
        "update staging.survey_results set base = 33 where question_id = 'net2021_q2' and group_id = 'age60s'",
        "net2021_q2.progressing.age60s",
    ),
    "base_of_question": (
        "update staging.survey_results set base = 326 where question_id = 'net2021_q4' and option_id = 'website'",
        "net2021_q4.website",
    ),
    "comparability_complete": (
        "delete from comparability where concept_id = 'fears' and wave_a = 'net2021' and wave_b = 'net2025'",
        "fears net2021 net2025",
    ),
    "discrepancies_used": ("update subjects set metric_id = 'nothing' where discrepancy_id = 'd05'", "d05"),
    "figure_ids_unique": (
        "insert into figures from figures where figure_id = 'net2021_q2.neither.all.share'",
        "net2021_q2.neither.all.share",
    ),
    "figures_complete": (
        "delete from figures where figure_id = 'net2021.answered.male.age60s'",
        "net2021.answered.male.age60s",
    ),
    # 1/7 = 14.3 %, 2/7 = 28.6 %: nothing between
    "grim": (
        "update staging.survey_results set value = 20 where question_id = 'net2021_q2' "
        "and option_id = 'dont_know' and group_id = 'age10s'",
        "net2021_q2.dont_know.age10s",
    ),
    "exemptions_used": (
        "insert into exemptions by name select 'grim' as check_id, 'net2021_q2.neither.all' as place, 'd36' as discrepancy_id",
        "grim: net2021_q2.neither.all",
    ),
    # 39.07 − 9.14 = 29.93 against the printed 30.0, which only an exemption excuses
    "groups_differ_as_printed": ("delete from exemptions where discrepancy_id = 'd36'", "net2021_q1.know"),
    "kpi_complete": ("delete from metric_figures where metric_id = 'ai_users' and role = 'target'", "ai_users"),
    # 12 of 20 is 60 %
    "printed_ratios": (
        "insert into metric_figures by name select * replace ('gis_sns_posts' as figure_id, 61 as value, '%' as unit) "
        "from metric_figures where metric_id = 'standardised_systems'",
        "gis_sns_posts",
    ),
    "ranks_follow_shares": (
        "update staging.survey_results set value = 40 where question_id = 'net2021_q7' "
        "and option_id = 'privacy_leak' and measure = 'share'",
        "net2021_q7: privacy_leak",
    ),
    "respondents_add_up": (
        "update respondents set count = 15 where population = 'answered' and sex = 'male' and age = 'age60s'",
        "net2021.answered.all.age60s",
    ),
    "response_rate": ("update raw.waves set rate = 90.5 where wave_id = 'net2021'", "net2021"),
    "shares_in_range": (
        "update figures set value = 100.1 where figure_id = 'net2021_q4.website.all.share'",
        "net2021_q4.website.all.share",
    ),
    # 91 + 102 + 78 + 55 = 326; one more is 327
    "single_answers_sum": (
        "update survey_figures set numerator = 56 where question_id = 'net2021_q2' "
        "and option_id = 'dont_know' and group_id = 'all' and measure = 'share'",
        "net2021_q2",
    ),
    "status_fits_value": (
        "update figures set value = null where figure_id = 'net2021_q4.website.all.share'",
        "net2021_q4.website.all.share",
    ),
}  # fmt: skip

# further ways in which a check must be able to fail
ALSO = {
    # the register has entries about each of these, but no exemption of this very place
    "a ratio of a metric the register mentions": (
        "printed_ratios",
        "insert into metric_figures by name select * replace ('online_procedures.observed' as figure_id, 61 as value, '%' as unit) "
        "from metric_figures where metric_id = 'standardised_systems'",
        "online_procedures.",
    ),
    "a share of an option the register mentions": (
        "grim",
        "update staging.survey_results set value = 20 where question_id = 'net2021_q1' "
        "and option_id = 'know' and group_id = 'age10s'",
        "net2021_q1.know.age10s",
    ),
    "another gap of a question the register mentions": (
        "groups_differ_as_printed",
        "update survey_figures set option_id = 'other' where question_id = 'net2021_q1' and option_id = 'know'",
        "net2021_q1.other.male-female",
    ),
    "an excused year far from 100 %": (
        "attainment_sums",
        "update metric_figures set value = 60 where metric_id = 'plan_other' and year(period_start) = 2018",
        "2018 beyond rounding",
    ),
    "an exemption of a check that does not exist": (
        "exemptions_used",
        "update exemptions set check_id = 'gril' where place = '2018'",
        "gril: 2018",
    ),
    "parts of a net that do not add up": (
        "single_answers_sum",
        "update survey_figures set numerator = 40 where question_id = 'net2021_q2' and measure = 'share' "
        "and group_id = 'all' and option_id in (select option_id from options where question_id = 'net2021_q2' and part_of is not null)",
        "net2021_q2",
    ),
    "unused verdict": (
        "comparability_complete",
        "insert into comparability by name select * replace ('net2017' as wave_a, 'net2021' as wave_b) "
        "from comparability where concept_id = 'fears'",
        "fears net2017 net2021",
    ),
    "answered is not the total of the breakdown": (
        "response_rate",
        "update raw.waves set answered = 327, rate = 90.8 where wave_id = 'net2021'",
        "net2021",
    ),
    "range upside down": (
        "status_fits_value",
        "update figures set low = 40, high = 30 where figure_id = 'net2021_q4.form_download.all.share'",
        "net2021_q4.form_download",
    ),
    "a lost value that has one": (
        "status_fits_value",
        "update figures set value = 1 where figure_id = 'net2021_q2.progressing.male.share'",
        "net2021_q2.progressing.male",
    ),
    "figure without words": (
        "figures_complete",
        "update figures set subject_en = null where figure_id = 'net2021_q2.neither.all.share'",
        "net2021_q2.neither.all.share",
    ),
    "twelve indicators": ("kpi_complete", "update metrics set kpi_order = 12 where metric_id = 'rpa_tasks'", "kpi"),
    "register names no such section": (
        "discrepancies_used",
        "update discrepancies set section_a = 'nowhere' where discrepancy_id = 'd01'",
        "d01",
    ),
}  # fmt: skip


@pytest.fixture
def planting(composed: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The composed inputs; whatever a test plants is taken out again."""
    composed.execute("begin")
    yield composed
    composed.execute("rollback")


def violations(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    return {result.check_id: [place for place, _ in result.violations] for result in run_checks(connection)}


def test_every_check_has_a_planted_violation() -> None:
    assert sorted(PLANTED) == names("checks")


def test_the_inputs_as_they_are_pass_every_check(composed: duckdb.DuckDBPyConnection) -> None:
    assert {name: places for name, places in violations(composed).items() if places} == {}


@pytest.mark.parametrize(
    ("check", "sql", "place"),
    [*((name, *planted) for name, planted in PLANTED.items()), *ALSO.values()],
    ids=[*PLANTED, *ALSO],
)
def test_a_violation_is_reported_with_its_place(
    planting: duckdb.DuckDBPyConnection, check: str, sql: str, place: str
) -> None:
    planting.execute(sql)
    found = violations(planting)[check]
    assert any(place in reported for reported in found), found


def test_purposes_are_in_both_languages(composed: duckdb.DuckDBPyConnection) -> None:
    for result in run_checks(composed):
        assert result.purpose.ja != result.purpose.en
        assert result.purpose.en.isascii() or "’" in result.purpose.en, result.purpose.en
