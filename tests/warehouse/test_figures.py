"""The public mart `figures`: its shape is an interface, its values are those of the documents."""

from datetime import date

import duckdb
import pytest

# DESIGN, "The database is a function of files"
COLUMNS = [
    "figure_id", "kind", "concept_id", "wave", "question_id", "option_id", "metric_id",
    "subject_ja", "subject_en", "group_ja", "group_en", "period_start", "period_end", "period_ja",
    "months", "value", "low", "high", "numerator", "denominator", "unit", "base", "base_status",
    "status", "origin", "document", "section",
]  # fmt: skip
STATUSES = {"printed", "recovered", "bounded", "rank", "computed", "not_captured", "not_published"}


def ask(figures: duckdb.DuckDBPyConnection, sql: str, *values: object) -> list[tuple[object, ...]]:
    return figures.execute(sql, list(values)).fetchall()


def test_the_columns_and_their_order_are_those_of_the_design(figures: duckdb.DuckDBPyConnection) -> None:
    assert [row[0] for row in ask(figures, "describe figures")] == COLUMNS


def test_every_figure_has_an_id_of_its_own(figures: duckdb.DuckDBPyConnection) -> None:
    assert ask(figures, "select figure_id from figures group by all having count(*) > 1") == []


@pytest.mark.parametrize(
    "column",
    ["figure_id", "kind", "subject_ja", "subject_en", "group_ja", "group_en", "period_start", "period_end",
     "period_ja", "unit", "status", "origin", "document", "section"],
)  # fmt: skip
def test_no_figure_is_without(figures: duckdb.DuckDBPyConnection, column: str) -> None:
    assert (
        ask(figures, f"select figure_id from figures where {column} is null or trim({column}::text) = ''")
        == []
    )


def test_percentages_lie_between_0_and_100(figures: duckdb.DuckDBPyConnection) -> None:
    (row,) = ask(
        figures,
        "select count(*) > 100, min(least(value, low, high)) >= 0, max(greatest(value, low, high)) <= 100, "
        "max(greatest(value, low, high)) > 1 from figures "
        "where unit = '%' and coalesce(metric_id, '') not like '%change%'",
    )
    assert row == (True, True, True, True)


def test_a_change_in_percent_may_be_a_fall_but_not_below_nothing(figures: duckdb.DuckDBPyConnection) -> None:
    """Five cuts in pages printed, two falls of Shirakawa's population."""
    (row,) = ask(
        figures,
        "select count(*), min(value) >= -100, max(value) < 0 from figures "
        "where unit = '%' and metric_id like '%change%'",
    )
    assert row == (7, True, True)


def test_vocabularies_are_closed(figures: duckdb.DuckDBPyConnection) -> None:
    assert {row[0] for row in ask(figures, "select distinct status from figures")} <= STATUSES
    bases = ask(figures, "select distinct base_status from figures where base_status is not null order by 1")
    assert bases == [("inferred",), ("printed",)]
    assert ask(figures, "select distinct origin from figures") == [("published",)]


def test_a_base_says_whether_it_is_printed(figures: duckdb.DuckDBPyConnection) -> None:
    assert ask(figures, "select figure_id from figures where base is not null and base_status is null") == []


def test_every_2025_base_of_370_is_inferred(figures: duckdb.DuckDBPyConnection) -> None:
    found = ask(figures, "select distinct base_status from figures where wave = 'net2025' and base = 370")
    assert found == [("inferred",)]


def test_only_what_has_a_value_is_a_point(figures: duckdb.DuckDBPyConnection) -> None:
    wrong = ask(
        figures,
        "select figure_id from figures where (status in ('printed', 'recovered', 'rank', 'computed')) <> (value is not null)",
    )
    assert wrong == []


@pytest.mark.parametrize(
    ("figure", "value", "base", "status"),
    [
        ("net2021_q2.progressing.all.share", 27.9, 326, "printed"),
        ("net2025_digital_progress.progressing.all.share", 43.8, 370, "printed"),
        ("net2021_q2.progressing.age60s.share", 43.8, 32, "printed"),
        ("net2021_q2.dont_know.age10s.share", 71.4, 7, "printed"),
        ("net2021_q1.know.male.count", 59, 151, "recovered"),
        ("net2021_q1.know.female.count", 16, 175, "recovered"),
        ("net2021_q1.know.male-female.difference", 30.0, None, "printed"),
        ("net2021_q2.progressing.male-female.difference", 7.3, None, "printed"),
        ("net2021_q4.website.all.share", 83.9, 310, "printed"),
        ("net2025_service_use.website.all.share", 77.6, 370, "printed"),
        ("net2017_use.library.all.rank", 8, None, "rank"),
        ("net2021.answered.all.all", 326, None, "printed"),
        ("net2025.answered.all.all", 370, None, "printed"),
        ("seniors2025.answered.all.all", 37, None, "printed"),
        ("youth2025.answered.all.all", 43, None, "printed"),
        ("net2021.invited.all.all", 360, None, "printed"),
    ],
)
def test_known_survey_figures(
    figures: duckdb.DuckDBPyConnection, figure: str, value: float, base: int | None, status: str
) -> None:
    assert ask(figures, "select value, base, status from figures where figure_id = ?", figure) == [
        (value, base, status)
    ]


def test_the_response_rate_of_2021(figures: duckdb.DuckDBPyConnection) -> None:
    # 326 of 360 = 90.56 %, printed 90.6
    sql = "select value, numerator, denominator, period_start, period_end from figures where kind = 'response_rate'"
    assert ask(figures, sql) == [(90.6, 326, 360, date(2021, 9, 1), date(2021, 9, 10))]


@pytest.mark.parametrize(
    ("metric", "kind", "start", "end", "months", "value", "status"),
    [
        ("ai_users", "metric_baseline", date(2024, 10, 1), date(2025, 3, 31), 6, 842, "printed"),
        ("ai_users", "metric_target", date(2029, 4, 1), date(2030, 3, 31), 12, 2000, "printed"),
        # 227 a month over eight months to November: 227 × 8 = 1,816
        ("ai_users", "metric_observed", date(2025, 4, 1), date(2025, 11, 30), 8, 1816, "computed"),
        ("online_procedures", "metric_baseline", date(2025, 3, 31), date(2025, 3, 31), None, 740, "printed"),
        (
            "online_procedures",
            "metric_observed",
            date(2025, 11, 30),
            date(2025, 11, 30),
            None,
            791,
            "printed",
        ),
        ("cashless_payments", "metric_observed", date(2025, 4, 1), date(2025, 11, 30), 8, 46906, "printed"),
    ],
)
def test_known_metric_figures(
    figures: duckdb.DuckDBPyConnection,
    metric: str,
    kind: str,
    start: date,
    end: date,
    months: int | None,
    value: float,
    status: str,
) -> None:
    found = ask(
        figures,
        "select months, value, status from figures where (metric_id, kind, period_start, period_end) = (?, ?, ?, ?)",
        metric, kind, start, end,
    )  # fmt: skip
    assert found == [(months, value, status)]


def test_the_printed_flow_of_the_baseline_is_not_computed_again(figures: duckdb.DuckDBPyConnection) -> None:
    """140 a month × 6 = 840, but 842 is printed: print stands."""
    sql = "select value from figures where metric_id = 'ai_users' and period_end = '2025-03-31'"
    assert ask(figures, sql) == [(842,)]


def test_where_documents_disagree_both_figures_stay(figures: duckdb.DuckDBPyConnection) -> None:
    sql = "select value from figures where metric_id = 'total_procedures' order by value"
    assert ask(figures, sql) == [(1668,), (1758,)]
