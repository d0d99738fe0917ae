"""The published CSV files against control totals typed by hand from the plans.

Sets are compared both ways: nothing missing, nothing extra.
"""

import hashlib
import json
from decimal import Decimal

import pytest

from tests.published.appendix_2022 import (
    AGES,
    ANSWERED,
    BASES_2021,
    BOUNDED_APPENDIX,
    COUNTS_APPENDIX,
    DIFFERENCES_APPENDIX,
    INVITED,
    NOT_CAPTURED_GROUPS,
    RANKS_APPENDIX,
    RECOVERED_APPENDIX,
    SHARE_SUMS_APPENDIX,
    SHARES_APPENDIX,
)
from tests.published.indicators import (
    ATTAINMENT,
    ATTAINMENT_SUMS,
    ATTAINMENT_YEARS,
    KPI,
    KPI_SECTIONS,
    KPI_SUMS,
    OBSERVED_2026,
    OBSERVED_BOUNDED_2026,
    OBSERVED_NOT_CAPTURED_2026,
    OTHER_MAIN,
)
from tests.published.plan_2026 import (
    BASES_2025,
    BOUNDED_2026,
    NOT_CAPTURED,
    NOT_PUBLISHED_2026,
    PRINTED_BASES_2025,
    RANKS_ALREADY_IN_APPENDIX,
    RANKS_TEXT_2026,
    RECOVERED_2026,
    SHARES_ALREADY_IN_APPENDIX,
    SHARES_TEXT_2026,
    TOP_FIVE,
    TOP_FIVE_SUMS,
)
from tests.published.reading import (
    APPENDIX,
    DOCUMENTS,
    MAIN,
    PLAN,
    PUBLISHED,
    as_printed,
    bounds,
    cell,
    exact,
    metrics,
    number,
    pair,
    results,
    rows,
    spot,
    whole,
)

# wave: (document, start, end, precision, invited, answered, rate)
WAVES = {
    "net2017": (APPENDIX, "2017-01-01", "2017-12-31", "year", "", "", ""),
    "net2021": (APPENDIX, "2021-09-01", "2021-09-10", "day", "360", "326", "90.6"),
    "net2025": (PLAN, "2025-09-01", "2025-09-30", "month", "", "370", ""),
    "seniors2025": (PLAN, "2025-07-01", "2025-07-31", "month", "", "37", ""),
    "youth2025": (PLAN, "2025-07-01", "2025-07-31", "month", "", "43", ""),
}


# --- Survey ------------------------------------------------------------------------------------
def test_waves() -> None:
    fields = ["field_start", "field_end", "field_precision", "invited", "answered", "rate"]
    found = {
        row["wave_id"]: (document, *(row[field] for field in fields))
        for document in DOCUMENTS
        for row in rows(document, "waves")
    }
    assert found == WAVES


def test_respondents() -> None:
    expected = {
        ("net2021", "answered", sex, age): count
        for sex, counts in ANSWERED.items()
        for age, count in zip(AGES, counts, strict=True)
    } | {("net2021", "invited", sex, "all"): count for sex, count in INVITED.items()}
    found = exact(
        [
            ((row["wave_id"], row["population"], row["sex"], row["age"]), int(row["count"]))
            for row in rows(APPENDIX, "respondents")
        ]
    )
    assert found == expected


def test_respondent_margins() -> None:
    assert all(sum(counts[:-1]) == counts[-1] for counts in ANSWERED.values())
    columns = zip(ANSWERED["male"], ANSWERED["female"], ANSWERED["all"], strict=True)
    assert all(men + women == both for men, women, both in columns)
    assert INVITED["male"] + INVITED["female"] == INVITED["all"]


def test_appendix_shares() -> None:
    expected = {
        (question, *key): share
        for question, shares in SHARES_APPENDIX.items()
        for key, share in shares.items()
    }
    found = exact([(cell(row), as_printed(row)) for row in results(APPENDIX, "share", "printed")])
    assert found == expected


@pytest.mark.parametrize(("question", "total"), SHARE_SUMS_APPENDIX.items())
def test_appendix_share_sums(question: str, total: tuple[int, str]) -> None:
    shares = [
        Decimal(row["value"])
        for row in results(APPENDIX, "share", "printed")
        if row["question_id"] == question
    ]
    assert (len(shares), sum(shares)) == (total[0], Decimal(total[1]))


def test_appendix_differences() -> None:
    found = results(APPENDIX, "difference", "printed")
    assert {cell(row): as_printed(row) for row in found} == DIFFERENCES_APPENDIX
    assert {row["unit"] for row in found} == {"ポイント"}


def test_appendix_ranks() -> None:
    expected = {
        (question, option, "all"): rank
        for question, ranks in RANKS_APPENDIX.items()
        for option, rank in ranks.items()
    }
    found = exact([(cell(row), int(row["value"])) for row in results(APPENDIX, "rank", "rank")])
    assert found == expected


def test_appendix_bounded_and_recovered() -> None:
    bounded = {cell(row): bounds(row) for row in results(APPENDIX, "share", "bounded")}
    assert bounded == {key: (Decimal(low), Decimal(high)) for key, (low, high) in BOUNDED_APPENDIX.items()}
    recovered = {cell(row): int(row["value"]) for row in results(APPENDIX, "count", "recovered")}
    assert recovered == RECOVERED_APPENDIX


def test_plan_shares() -> None:
    expected = dict(SHARES_TEXT_2026)
    for (now, before), table in TOP_FIVE.items():
        expected |= {(now, option): line[1] for option, line in table.items()}
        expected |= {(before, option): line[3] for option, line in table.items() if line[3]}
    found = exact([(pair(row), as_printed(row)) for row in results(PLAN, "share", "printed")])
    repeated = {pair(row): as_printed(row) for row in results(APPENDIX, "share", "printed") if whole(row)}
    assert found == {key: share for key, share in expected.items() if key not in SHARES_ALREADY_IN_APPENDIX}
    assert {key: expected[key] for key in SHARES_ALREADY_IN_APPENDIX} == {
        key: repeated[key] for key in SHARES_ALREADY_IN_APPENDIX
    }


def test_plan_ranks() -> None:
    expected = dict(RANKS_TEXT_2026)
    for (now, before), table in TOP_FIVE.items():
        expected |= {(now, option): line[0] for option, line in table.items()}
        expected |= {(before, option): line[2] for option, line in table.items() if line[2]}
    found = exact([(pair(row), int(row["value"])) for row in results(PLAN, "rank", "rank")])
    repeated = {pair(row): int(row["value"]) for row in results(APPENDIX, "rank", "rank")}
    assert found == {key: rank for key, rank in expected.items() if key not in RANKS_ALREADY_IN_APPENDIX}
    assert {key: expected[key] for key in RANKS_ALREADY_IN_APPENDIX} == {
        key: repeated[key] for key in RANKS_ALREADY_IN_APPENDIX
    }


@pytest.mark.parametrize("questions", TOP_FIVE)
def test_top_five_sums(questions: tuple[str, str]) -> None:
    printed = results(PLAN, "share", "printed") + results(APPENDIX, "share", "printed")
    sums = [
        sum(
            Decimal(row["value"])
            for row in printed
            if row["question_id"] == question and row["option_id"] in TOP_FIVE[questions] and whole(row)
        )
        for question in questions
    ]
    assert sums == [Decimal(total) for total in TOP_FIVE_SUMS[questions[0]]]


def test_plan_bounded() -> None:
    found = {(row["question_id"], row["option_id"]): bounds(row) for row in results(PLAN, "share", "bounded")}
    assert found == {key: (Decimal(low), Decimal(high)) for key, (low, high) in BOUNDED_2026.items()}


def test_plan_recovered_and_not_published() -> None:
    recovered = {pair(row): int(row["value"]) for row in results(PLAN, "count", "recovered")}
    assert recovered == RECOVERED_2026
    unpublished = [row for name in DOCUMENTS for row in rows(name, "survey_results")]
    found = {pair(row) for row in unpublished if row["status"] == "not_published"}
    assert found == NOT_PUBLISHED_2026


def test_free_text_count() -> None:
    found = {cell(row): int(row["value"]) for row in results(APPENDIX, "count", "printed")}
    assert found == COUNTS_APPENDIX


def test_bases() -> None:
    surveyed = [row for name in DOCUMENTS for row in rows(name, "survey_results") if row["base"]]
    assert {(row["question_id"], int(row["base"])) for row in surveyed if whole(row)} == set(
        (BASES_2021 | BASES_2025).items()
    )
    groups = dict(zip(AGES, ANSWERED["all"], strict=True)) | {"male": 151, "female": 175}
    parts = {(row["group_id"], int(row["base"])) for row in surveyed if not whole(row)}
    assert parts <= set(groups.items())


def test_base_status() -> None:
    for row in rows(PLAN, "survey_results"):
        if row["wave_id"] == "net2021" or not row["base"]:
            continue
        printed = int(row["base"]) in PRINTED_BASES_2025
        assert row["base_status"] == ("printed" if printed else "inferred"), cell(row)


def test_survey_not_captured() -> None:
    expected = {(question, option) for question, options in NOT_CAPTURED.items() for option in options}
    lost = [row for name in DOCUMENTS for row in results(name, "share", "not_captured")]
    assert {pair(row) for row in lost if whole(row)} == expected
    assert {cell(row) for row in lost if not whole(row)} == NOT_CAPTURED_GROUPS


def test_empty_slots_hold_no_number() -> None:
    for document in DOCUMENTS:
        for table in ("survey_results", "metric_values"):
            for row in rows(document, table):
                if row["status"] in ("not_captured", "not_published"):
                    numbers = [row[name] for name in ("value", "low", "high", "decimals")]
                    assert numbers == ["", "", "", ""], row


# --- Indicators --------------------------------------------------------------------------------
@pytest.mark.parametrize(("role", "place"), [("baseline", 0), ("target", 1)])
def test_kpi_values(role: str, place: int) -> None:
    table = [row for row in rows(PLAN, "metric_values") if row["role"] == role]
    found = exact([(row["metric_id"], row["value"]) for row in table])
    assert {key: number(value) for key, value in found.items()} == {
        metric: number(line[place] or "") for metric, line in KPI.items()
    }
    assert {row["metric_id"]: row["unit"] for row in table} == {
        metric: line[2] for metric, line in KPI.items()
    }
    empty = {row["metric_id"] for row in table if row["status"] == "not_captured"}
    assert empty == {metric for metric, line in KPI.items() if line[place] is None}


def test_kpi_sums_and_sections() -> None:
    table = rows(PLAN, "metric_values")
    for role, total in zip(("baseline", "target"), KPI_SUMS, strict=True):
        values = [Decimal(row["value"]) for row in table if row["role"] == role and row["value"]]
        assert sum(values) == Decimal(total)
        sections = [row["section"] for row in table if row["role"] == role]
        assert {section: sections.count(section) for section in sections} == KPI_SECTIONS


def test_ai_users_baseline_is_six_months() -> None:
    (row,) = [row for row in metrics(PLAN, "baseline", "printed") if row["metric_id"] == "ai_users"]
    assert (row["period_start"], row["period_end"], row["months"]) == (
        "2024-10-01",
        "2025-03-31",
        "6",
    )


def test_plan_observed() -> None:
    """Figures of the whole; those by segment are the projects' and are held in test_projects."""
    table = [row for row in metrics(PLAN, "observed", "printed") if row["segment"] == "all"]
    assert exact([(spot(row), as_printed(row)) for row in table]) == OBSERVED_2026
    bounded = {spot(row): (row["low"], row["high"]) for row in metrics(PLAN, "observed", "bounded")}
    assert bounded == OBSERVED_BOUNDED_2026
    lost = {spot(row) for row in metrics(PLAN, "observed", "not_captured") if row["section"] != "s_1_4"}
    assert lost == OBSERVED_NOT_CAPTURED_2026


def test_standardised_systems_are_twelve_of_twenty() -> None:
    (row,) = [r for r in rows(PLAN, "metric_values") if r["metric_id"] == "standardised_systems"]
    assert (row["numerator"], row["denominator"]) == ("12", "20")


def test_attainment_table() -> None:
    expected = {
        (metric, period): share
        for metric, shares in ATTAINMENT.items()
        for period, share in zip(ATTAINMENT_YEARS, shares, strict=True)
    }
    found = exact(
        [
            (spot(row)[1:], int(row["value"]))
            for row in metrics(MAIN, "observed", "printed")
            if row["metric_id"].startswith("plan_")
        ]
    )
    assert found == expected
    sums = [sum(found[key] for key in found if key[1] == year) for year in ATTAINMENT_YEARS]
    assert tuple(sums) == ATTAINMENT_SUMS


def test_other_figures_of_the_main_volume() -> None:
    table = [r for r in rows(MAIN, "metric_values") if not r["metric_id"].startswith("plan_")]
    found = exact([((*spot(row)[:2], row["period_end"][:4]), as_printed(row)) for row in table])
    assert found == OTHER_MAIN


# --- Files -------------------------------------------------------------------------------------
@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_row_names_a_section_of_its_own_document(document: str) -> None:
    known = [row["section_id"] for row in rows(document, "sections")]
    assert len(known) == len(set(known))
    tables = [path.stem for path in (PUBLISHED / document).glob("*.csv") if path.stem != "sections"]
    assert tables
    for table in tables:
        assert {row["section"] for row in rows(document, table)} <= set(known), table


@pytest.mark.parametrize("document", DOCUMENTS)
def test_descriptor_names_every_file_and_its_hash(document: str) -> None:
    folder = PUBLISHED / document
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    resources = {resource["path"]: resource for resource in descriptor["resources"]}
    assert set(resources) == {path.name for path in folder.glob("*.csv")}
    for name, resource in resources.items():
        content = (folder / name).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest(), name
        assert resource["bytes"] == len(content), name
