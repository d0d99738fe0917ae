"""Imported tables beside the published ones: which value counts, what is added up, what is left out."""

from datetime import date, timedelta
from typing import Any

import pytest

from narabe.warehouse.checks import run_checks
from tests.warehouse.planting import Import, Planted

APRIL = date(2025, 4, 1)
PROGRESS = ("progressing_clearly", "progressing_somewhat", "neither", "not_progressing_somewhat",
            "not_progressing_clearly", "dont_know")  # fmt: skip
"""The options of net2021_q2 but for the two that add up others."""
METRIC = {"unit_ja": "件", "unit_en": "cases", "kind": "flow", "direction": "up", "city": "koriyama"}


def sums(planted: Planted, metric: str) -> dict[tuple[str, str], tuple[float, int]]:
    """(first day, last day) -> value and months of what was added up."""
    rows = planted.rows("select * from month_sums where metric_id = $metric", metric=metric)
    return {(str(r["period_start"]), str(r["period_end"])): (r["value"], r["months"]) for r in rows}


# --- which value counts ------------------------------------------------------------------------


def test_figures_say_where_they_come_from() -> None:
    real = Import("a", 1).months("web_meetings", APRIL, [10])
    invented = Import("b", 2, "fictional").months("web_meetings", date(2025, 6, 1), [11])
    planted = Planted(real, invented)
    counts = {
        r["origin"]: r["n"] for r in planted.rows("select origin, count(*) as n from figures group by 1")
    }
    assert counts["imported"] == 1 and counts["fictional"] == 1
    without = Planted().rows("select figure_id from figures")
    assert counts["published"] == len(without)


def test_of_several_imports_the_last_counts_and_documents_stay() -> None:
    first = Import("a", 1).value("cashless_payments", APRIL, date(2025, 11, 30), 8, 40_000)
    second = Import("b", 2).value("cashless_payments", APRIL, date(2025, 11, 30), 8, 47_000)
    planted = Planted(first, second)
    found = planted.figures("metric_id = 'cashless_payments' and period_start = '2025-04-01'")
    assert found == {
        "cashless_payments.observed.2025-04-01.2025-11-30.s_1_2": 46_906,
        "cashless_payments.observed.2025-04-01.2025-11-30.imported": 47_000,
    }


def test_a_part_is_not_the_whole() -> None:
    first = Import("a", 1).months("bill_payments", APRIL, [100], segment="tax_resident")
    second = Import("b", 2).months("bill_payments", APRIL, [700], segment="tax")
    found = Planted(first, second).figures("origin = 'imported'")
    assert sorted(found.values()) == [100, 700]


def test_an_invented_value_never_takes_the_place_of_a_real_one() -> None:
    real = Import("a", 1).months("web_meetings", APRIL, [10])
    invented = Import("b", 2, "fictional").months("web_meetings", APRIL, [99])
    assert list(Planted(real, invented).figures("origin <> 'published'").values()) == [10]
    assert Planted(invented).figures("origin = 'fictional'") == {
        "web_meetings.observed.2025-04-01.2025-04-30.fictional": 99
    }


def test_what_several_draft_is_kept_once_and_documents_come_first() -> None:
    new = METRIC | {"metric_id": "library", "title_ja": "図書館", "title_en": "Library"}
    first, second = Import("a", 1), Import("b", 2)
    first.add("metrics", new, METRIC | {"metric_id": "hours_saved", "title_ja": "別名", "title_en": "Other"})
    second.add("metrics", new | {"title_ja": "としょかん"})
    for each in (first, second):
        each.add(
            "segments",
            {"segment_id": "all", "dimension": "x", "label_ja": "別", "label_en": "Other", "order": 5},
        )
        each.add(
            "groups", {"group_id": "male", "group_order": 9, "label_ja": "男", "label_en": "M", "kind": "sex"}
        )
        each.add(
            "concepts", {"concept_id": "fears", "concept_order": 1, "label_ja": "別", "label_en": "Other"}
        )
        each.months("library", APRIL, [5], unit="人")
    planted = Planted(first, second)
    titles = planted.rows(
        "select metric_id, title_ja from metrics where metric_id in ('library', 'hours_saved')"
    )
    assert {r["metric_id"]: r["title_ja"] for r in titles} == {
        "hours_saved": "業務時間削減数",
        "library": "図書館",
    }
    for table in ("segments", "groups", "concepts"):
        labels = [r["label_ja"] for r in planted.rows(f"select label_ja from {table}")]
        assert "別" not in labels and "男" not in labels
    assert len(planted.figures("metric_id = 'library'")) == 1


# --- months added up ---------------------------------------------------------------------------


def test_months_from_april_without_gap_are_added_up() -> None:
    planted = Planted(Import("a", 1).months("web_meetings", APRIL, [10, 12, 14]))
    assert sums(planted, "web_meetings") == {("2025-04-01", "2025-06-30"): (36, 3)}
    (row,) = planted.rows(
        "select status, derived_by, origin from all_figures where derived_by = 'month_sums'"
    )
    assert row == {"status": "computed", "derived_by": "month_sums", "origin": "imported"}
    (row,) = planted.rows("select note_ja, note_en from month_sums")
    assert row["note_ja"] == "4月 10＋5月 12＋6月 14"
    assert row["note_en"] == "Apr 10 + May 12 + Jun 14"


# month (13 = next January) -> value, and what is added up
FOLLOWING: dict[str, tuple[dict[int, float | None], dict[Any, Any]]] = {
    "June is missing": ({4: 10, 5: 12, 7: 9}, {("2025-04-01", "2025-05-31"): (22, 2)}),
    "nothing begins in April": ({5: 12, 6: 14}, {}),
    "April alone is no sum": ({4: 10}, {}),
    "the next April begins another year": (
        dict(zip(range(4, 17), range(1, 14), strict=True)),
        {("2025-04-01", "2026-03-31"): (78, 12)},
    ),
    "a month without a value is a gap": ({4: 10, 5: None, 6: 14}, {}),
    "zero is a value": ({4: 10, 5: 0, 6: 14}, {("2025-04-01", "2025-06-30"): (24, 3)}),
    "decimals": ({4: 0.1, 5: 0.2}, {("2025-04-01", "2025-05-31"): (0.3, 2)}),
}


@pytest.fixture(scope="module")
def following() -> Planted:
    """A metric of its own for each case."""
    each = Import("a", 1)
    for place, (months, _expected) in enumerate(FOLLOWING.values()):
        each.add("metrics", METRIC | {"metric_id": f"m{place}", "title_ja": "数", "title_en": "count"})
        for month, value in months.items():
            year, rest = divmod(month - 1, 12)
            each.months(f"m{place}", date(2025 + year, rest + 1, 1), [value], decimals=1)
    return Planted(each)


@pytest.mark.parametrize("case", FOLLOWING)
def test_only_months_that_follow_each_other(following: Planted, case: str) -> None:
    assert sums(following, f"m{list(FOLLOWING).index(case)}") == FOLLOWING[case][1]


def test_a_sum_that_a_file_states_is_not_added_up_again() -> None:
    each = Import("a", 1).months("web_meetings", APRIL, [10, 12, 14])
    each.value("web_meetings", APRIL, date(2025, 6, 30), 3, 37)
    assert sums(Planted(each), "web_meetings") == {}


def test_a_printed_sum_is_carried_on_by_later_months() -> None:
    """46,906 from April to November are printed; 5,000 and 6,000 follow."""
    planted = Planted(Import("a", 1).months("cashless_payments", date(2025, 12, 1), [5_000, 6_000]))
    assert sums(planted, "cashless_payments") == {("2025-04-01", "2026-01-31"): (57_906, 10)}
    (row,) = planted.rows("select note_ja, origin from month_sums")
    assert row == {"note_ja": "4～11月 46,906＋12月 5,000＋1月 6,000", "origin": "imported"}


def test_months_of_a_printed_period_are_added_up_to_be_held_against_it() -> None:
    """Eight months of 5,000 are 40,000; 46,906 is printed."""
    planted = Planted(Import("a", 1).months("cashless_payments", APRIL, [5_000] * 8))
    assert sums(planted, "cashless_payments") == {("2025-04-01", "2025-11-30"): (40_000, 8)}
    (row,) = planted.rows("from beside")
    assert (row["value"], row["published_value"], row["difference"]) == (40_000, 46_906, -6_906)


def test_a_sum_with_an_invented_month_is_invented() -> None:
    real = Import("a", 1).months("web_meetings", APRIL, [10, 12])
    invented = Import("b", 2, "fictional").months("web_meetings", date(2025, 6, 1), [14])
    planted = Planted(real, invented)
    assert planted.figures("origin = 'fictional' and months = 3") == {
        "web_meetings.observed.2025-04-01.2025-06-30.fictional": 36
    }


def test_what_does_not_flow_is_not_added_up() -> None:
    each = Import("a", 1).months("gis_logins_monthly", APRIL, [10, 12], unit="人")
    each.months("cashless_ratio", APRIL, [30, 31], unit="%")
    planted = Planted(each)
    assert planted.rows("from month_sums") == []


def test_parts_are_added_up_by_themselves() -> None:
    each = Import("a", 1).months("bill_payments", date(2024, 4, 1), [1, 2], segment="tax_resident")
    each.months("bill_payments", date(2024, 4, 1), [10, 20], segment="tax_property")
    rows = Planted(each).rows("select segment, value from month_sums order by segment")
    assert [(r["segment"], r["value"]) for r in rows] == [("tax_property", 30), ("tax_resident", 3)]


def test_an_imported_flow_does_not_undo_the_one_a_printed_average_gives() -> None:
    """227 a month × 8 = 1,816 stands whatever is imported for November alone."""
    each = Import("a", 1).months("ai_users", date(2025, 11, 1), [250], unit="人")
    found = Planted(each).figures("metric_id = 'ai_users' and status = 'computed'")
    assert found == {"ai_users.observed.2025-04-01.2025-11-30.s_1_3": 1_816}


# --- beside ------------------------------------------------------------------------------------


def test_a_year_of_months_stands_beside_the_printed_baseline() -> None:
    """Twelve months of 5,000 are 60,000; the plan prints 57,356 for the fiscal year 2024."""
    each = Import("a", 1).months("cashless_payments", date(2024, 4, 1), [5_000] * 12)
    (row,) = Planted(each).rows("from beside")
    assert (row["value"], row["published_value"], row["difference"]) == (60_000, 57_356, 2_644)


# --- checks ------------------------------------------------------------------------------------


def test_what_is_checked_of_print_does_not_block_an_import() -> None:
    """Each of these would violate a check of the transcription, and none is wrong in a city's own file."""
    each = Import("again", 1).wave("in_again", date(2021, 9, 1), same_as="net2021")
    each.question("in_again", "q2", "digital_progress", PROGRESS).wave("in_rate", date(2024, 1, 1))
    each.rows["waves"][-1] |= {"answered": 50, "invited": 60, "rate": 83.0}
    each.counts("in_again_q2", "all", 300, dict.fromkeys(PROGRESS, 10))  # adds up to no base
    each.counts("in_again_q2", "male", 140, {"neither": 70})
    person = {"wave_id": "in_again", "population": "answered", "section": "s1"}
    each.add("respondents", *(person | dict(zip(("sex", "age", "count"), cell, strict=True)) for cell in (
        ("all", "all", 326), ("male", "all", 150), ("female", "all", 170), ("male", "age20s", 10),
    )))  # fmt: skip
    each.value("cashless_payments", date(2027, 3, 31), date(2027, 3, 31), None, 90_000, role="target")
    each.value("projects_total", date(2026, 3, 31), date(2026, 3, 31), None, 75, unit="事業")
    each.value("plan_other", date(2018, 4, 1), date(2019, 3, 31), 12, 45, unit="%")
    each.value("e_approval_ratio", APRIL, date(2026, 3, 31), 12, 61, unit="%", numerator=12, denominator=20)
    each.months("bill_payments", APRIL, [5], segment="tax").months(
        "bill_payments", APRIL, [3], segment="tax_resident"
    )
    each.add("segments", {"segment_id": "tax_new", "dimension": "tax", "label_ja": "新税", "label_en": "New tax",
                          "order": 99, "part_of": "tax"})  # fmt: skip
    planted = Planted(each)
    failed = {r.check_id: r.violations for r in run_checks(planted.connection) if not r.passed}
    assert failed == {}


def test_a_new_part_does_not_hide_that_printed_parts_do_not_add_up() -> None:
    part = {
        "segment_id": "tax_new",
        "dimension": "tax",
        "label_ja": "新税",
        "label_en": "New tax",
        "order": 99,
    }
    planted = Planted(Import("a", 1).add("segments", part | {"part_of": "tax"}))
    planted.connection.execute(
        "update metric_figures set value = value + 1 where metric_id = 'bill_payments' and segment = 'tax_resident'"
    )
    failed = {r.check_id for r in run_checks(planted.connection) if not r.passed}
    assert "parts_add_up" in failed


def test_an_imported_row_that_is_lost_on_the_way_does_block() -> None:
    """A group nobody named has no words: the figure would vanish without a sign."""
    each = (
        Import("s", 1)
        .wave("in_s", date(2023, 5, 1))
        .question("in_s", "q1", "fears", ["a"])
        .counts("in_s_q1", "district_1", 50, {"a": 5})
    )
    failed = {r.check_id for r in run_checks(Planted(each).connection) if not r.passed}
    assert failed == {"figures_complete"}


# --- quarters and halves -----------------------------------------------------------------------


def pieces(*spans: tuple[int, int, float], metric: str = "bill_payments") -> Import:
    """Values of (first month from April = 0, months, value)."""
    each = Import("pieces", 1)
    for first, months, value in spans:
        start, end = (
            date(2031 + (3 + place) // 12, (3 + place) % 12 + 1, 1) for place in (first, first + months)
        )
        each.value(metric, start, end - timedelta(days=1), months, value)
    return each


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 3, 100_000), (3, 3, 120_000)], {("2031-04-01", "2031-09-30"): (220_000, 6)}),
        ([(0, 6, 10), (6, 6, 15)], {("2031-04-01", "2032-03-31"): (25, 12)}),
        ([(0, 3, 1), (3, 1, 2), (4, 3, 4)], {("2031-04-01", "2031-10-31"): (7, 7)}),
        # July to September stand twice: the quarter is taken, not the months beside it
        ([(0, 3, 1), (3, 1, 10), (4, 1, 10), (5, 1, 10), (3, 3, 30), (6, 1, 5)], {("2031-04-01", "2031-10-31"): (36, 7)}),
        ([(0, 3, 1), (6, 3, 2)], {}),
        ([(3, 3, 1), (6, 3, 2)], {}),
    ],
)  # fmt: skip
def test_quarters_and_halves_are_added_up_from_april(spans: list[Any], expected: dict[Any, Any]) -> None:
    found = sums(Planted(pieces(*spans)), "bill_payments")
    assert {key: value for key, value in found.items() if key[0] == "2031-04-01"} == expected
