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
    "dates_fit_precision": (
        "update events set date = date '1964-05-01' where event_id = 'a1964_01'",
        "a1964_01",
    ),
    "events_counted_once": (
        "update events set same_as = 'a1900_01' where event_id = 'a1987_01'",
        "a1987_01",
    ),
    "discrepancies_used": ("update raw.subjects set metric_id = 'nothing' where discrepancy_id = 'd05'", "d05"),
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
    "needs_voiced": ("update needs set option_id = 'nothing' where need_id = 'privacy'", "privacy"),
    # tasks in Morioka, projects in Koriyama: units differ
    "metric_pairs_sound": (
        "update metric_pairs set verdict = 'caution' where metric_a = 'lowcode_rpa_projects'",
        "lowcode_rpa_projects morioka_rpa_tasks",
    ),
    # 98,943 + 408,194 + 110,818 + 174,735 = 792,690; one more is 792,691
    "parts_add_up": (
        "update metric_figures set value = value + 1 where metric_id = 'bill_payments' and segment = 'tax_resident'",
        "bill_payments.observed.tax.",
    ),
    # 12 of 20 is 60 %
    "printed_ratios": (
        "insert into metric_figures by name select * replace ('gis_sns_posts' as figure_id, 61 as value, '%' as unit) "
        "from metric_figures where metric_id = 'standardised_systems'",
        "gis_sns_posts",
    ),
    # 8 is linked to the audits, which the need for privacy names
    "project_links_agree": (
        "delete from project_links where number = 8 and kind = 'need' and target = 'privacy'",
        "8.privacy",
    ),
    "project_links_known": (
        "update project_links set target = 'nothing' where number = 18 and target = 'fiveless'",
        "18.action.nothing",
    ),
    # 50 marks in the column, one taken away
    "projects_marks_add_up": (
        "update projects set convenience = false where number = 2",
        "projects_marked.value_convenience",
    ),
    "projects_numbered": ("delete from projects where number = 33", "33"),
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
    "themes_illuminate": ("update themes set option_id = 'nothing' where theme_id = 'divide'", "divide"),
    "voices_placed": ("update voices set theme_id = 'nothing' where voice_id = 'com09'", "com09"),
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
    "a numerator of a part": (
        "parts_add_up",
        "update metric_figures set numerator = numerator + 1 "
        "where metric_id = 'counter_payments_cashless_ratio' and segment = 'counter_sports'",
        "counter_payments_cashless_ratio.observed.counter.",
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
    "an event before computers": (
        "dates_fit_precision",
        "update events set date = date '1946-04-01' where event_id = 'a1964_01'",
        "a1964_01",
    ),
    "an event counted with one that is not counted itself": (
        "events_counted_once",
        "update events set same_as = 'a1987_01' where event_id = 'a1986_05'",
        "a1986_05",
    ),
    "two events of one number": (
        "events_counted_once",
        "insert into events by name select * from events where event_id = 'p2025_01'",
        "p2025_01",
    ),
    "an occasion in the middle of a month": (
        "dates_fit_precision",
        "update occasions set date = date '2026-03-02' where occasion_id = 'students_2026'",
        "students_2026",
    ),
    "an option without its question": (
        "themes_illuminate",
        "update themes set concept_id = null where theme_id = 'divide'",
        "divide",
    ),
    "a remark of an occasion in another document": (
        "voices_placed",
        "update voices set occasion_id = 'students_2021' where voice_id = 'wks01'",
        "wks01",
    ),
    "an occasion without remarks": (
        "voices_placed",
        "delete from voices where occasion_id = 'construction_2021'",
        "construction_2021",
    ),
    "a theme nobody spoke of": (
        "voices_placed",
        "update voices set theme_id = 'approach' where theme_id = 'disaster'",
        "disaster",
    ),
    "a mark too many": (
        "projects_marks_add_up",
        "update projects set security = true where number = 1",
        "projects_marked.value_security",
    ),
    "a project that the total does not count": (
        "projects_marks_add_up",
        "insert into projects by name select * replace (71 as number) from projects where number = 70",
        "projects_total.all",
    ),
    "a printed total that is lost": (
        "projects_marks_add_up",
        "delete from metric_figures where metric_id = 'projects_total'",
        "projects_total.all",
    ),
    "a project without a mark": (
        "projects_numbered",
        "update projects set efficiency = false where number = 1",
        "1",
    ),
    "a link of a project that does not exist": (
        "project_links_known",
        "update project_links set number = 71 where number = 18 and target = 'fiveless'",
        "71.action.fiveless",
    ),
    "a link to a metric that is no indicator": (
        "project_links_known",
        "update project_links set target = 'gis_sns_posts' where number = 35 and kind = 'kpi'",
        "35.kpi.gis_sns_posts",
    ),
    "a link to a need that is not listed": (
        "project_links_known",
        "delete from needs where need_id = 'privacy'",
        "8.need.privacy",
    ),
    "a need whose share is lost": (
        "needs_voiced",
        "update needs set option_id = 'free_wifi' where need_id = 'personal_guidance'",
        "personal_guidance",
    ),
    "a need answered by no indicator of the plan": (
        "needs_voiced",
        "update needs set kpi = 'gis_sns_posts' where need_id = 'privacy'",
        "privacy",
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
