"""What the build works out from print: whole counts, and the ranges that ranks set."""

import csv
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb
import pytest

PUBLISHED = Path(__file__).resolve().parents[2] / "data" / "published"


def printed_shares() -> list[dict[str, str]]:
    """Every share the documents print, as transcribed."""
    rows = []
    for path in sorted(PUBLISHED.glob("*/survey_results.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += list(csv.DictReader(file))
    return [row for row in rows if row["measure"] == "share" and row["status"] == "printed"]


def fitting(value: str, decimals: int, base: int) -> list[int]:
    """All whole counts that print as `value`, half-up, on `base`: try every one."""
    step = Decimal(1).scaleb(-decimals)
    return [
        count
        for count in range(base + 1)
        if (Decimal(100 * count) / Decimal(base)).quantize(step, ROUND_HALF_UP) == Decimal(value)
    ]


def test_recovered_counts_are_those_found_by_trying_every_count(figures: duckdb.DuckDBPyConnection) -> None:
    rows = printed_shares()
    assert len(rows) > 50
    found = dict(
        figures.execute(
            "select figure_id, cast(numerator as integer) from figures where kind = 'survey_share' and status = 'printed'"
        ).fetchall()
    )
    expected = {}
    for row in rows:
        counts = fitting(row["value"], int(row["decimals"]), int(row["base"])) if row["base"] else []
        name = ".".join((row["question_id"], row["option_id"], row["group_id"], "share"))
        expected[name] = counts[0] if len(counts) == 1 else None
    assert found == expected


@pytest.mark.parametrize(
    ("figure", "count"),
    [
        # each by hand: count/base, half-up to one decimal
        ("net2021_q2.progressing.all", 91),  # 91/326 = 27.91
        ("net2025_digital_progress.progressing.all", 162),  # 162/370 = 43.78
        ("net2021_q2.progressing.age60s", 14),  # 14/32 = 43.75
        ("net2021_q2.dont_know.age10s", 5),  # 5/7 = 71.43
        ("net2021_q4.website.all", 260),  # 260/310 = 83.87
        ("net2025_service_use.website.all", 287),  # 287/370 = 77.57
        ("net2021_q7.misinformation.all", 96),  # 96/326 = 29.45
        ("net2025_fears.misinformation.all", 156),  # 156/370 = 42.16
        ("net2025_ai_purpose.information_search.all", 151),  # 151/179 = 84.36
    ],
)
def test_a_count_of_its_own_is_kept_as_a_figure(
    figures: duckdb.DuckDBPyConnection, figure: str, count: int
) -> None:
    row = figures.execute(
        "select value, unit, status from figures where figure_id = ?", [f"{figure}.count"]
    ).fetchone()
    assert row == (count, "人", "recovered")


@pytest.mark.parametrize(
    ("figure", "low", "high"),
    [
        # not among the printed five of 2025, whose last is 27.3 %
        ("net2025_priorities.free_wifi", 0, 27.3),
        # fourth in 2021: below the third (33.5 %) and above the sixth (18.4 %)
        ("net2021_q4.form_download", 18.4, 33.5),
        # fifth in 2021: the same neighbours with a printed share
        ("net2021_q4.tax_convenience_qr", 18.4, 33.5),
        # not among the printed five of 2025, whose last is 28.9 %
        ("net2025_service_use.form_download", 0, 28.9),
    ],
)
def test_ranks_set_a_range_never_a_point(
    figures: duckdb.DuckDBPyConnection, figure: str, low: float, high: float
) -> None:
    rows = figures.execute(
        "select value, low, high, status from figures where figure_id = ?", [f"{figure}.all.share"]
    ).fetchall()
    assert rows == [(None, low, high, "bounded")]


def test_an_option_that_was_not_offered_gets_no_range(figures: duckdb.DuckDBPyConnection) -> None:
    """書かない窓口 was not among the choices of 2021 (— in the table)."""
    rows = figures.execute(
        "select status, low, high from figures where question_id = 'net2021_q5' and option_id = 'no_write_no_wait'"
    ).fetchall()
    assert rows == [("not_published", None, None)]


def test_the_sex_split_gives_shares_by_arithmetic(figures: duckdb.DuckDBPyConnection) -> None:
    rows = figures.execute(
        "select group_ja, round(value, 1), numerator, denominator, status from figures "
        "where question_id = 'net2021_q1' and option_id = 'know' and kind = 'survey_share' "
        "and group_ja in ('男性', '女性') order by value desc"
    ).fetchall()
    # 59/151 = 39.07 %, 16/175 = 9.14 %
    assert rows == [("男性", 39.1, 59, 151, "computed"), ("女性", 9.1, 16, 175, "computed")]
