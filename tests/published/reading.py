"""Read the published CSV files with the standard library only; every value stays text."""

import csv
from decimal import Decimal
from pathlib import Path

PUBLISHED = Path(__file__).resolve().parents[2] / "data" / "published"
APPENDIX = "koriyama-dx-2022-appendix"
MAIN = "koriyama-dx-2022-main"
PLAN = "koriyama-dx-2026"
DOCUMENTS = [MAIN, APPENDIX, PLAN]


def rows(document: str, table: str) -> list[dict[str, str]]:
    """Rows of one published CSV, every value as text; [] when the document has no such table."""
    path = PUBLISHED / document / f"{table}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def results(document: str, measure: str, *statuses: str) -> list[dict[str, str]]:
    """Survey rows of one document with this measure and one of these statuses."""
    table = rows(document, "survey_results")
    return [row for row in table if row["measure"] == measure and row["status"] in statuses]


def metrics(document: str, role: str, status: str) -> list[dict[str, str]]:
    """Metric rows of one document with this role and status."""
    table = rows(document, "metric_values")
    return [row for row in table if row["role"] == role and row["status"] == status]


def cell(row: dict[str, str]) -> tuple[str, str, str]:
    """Question, option and group of one survey row."""
    return row["question_id"], row["option_id"], row["group_id"]


def spot(row: dict[str, str]) -> tuple[str, str, tuple[str, str]]:
    """Section, metric and period of one metric row."""
    return row["section"], row["metric_id"], (row["period_start"], row["period_end"])


def pair(row: dict[str, str]) -> tuple[str, str]:
    """Question and option of one survey row."""
    return row["question_id"], row["option_id"]


def whole(row: dict[str, str]) -> bool:
    """True for a row on all respondents."""
    return row["group_id"] == "all"


def as_printed(row: dict[str, str]) -> str:
    """The value with as many decimals as the document prints."""
    return f"{Decimal(row['value']):.{int(row['decimals'])}f}"


def exact(found: list[tuple[object, object]]) -> dict[object, object]:
    """A dict of the pairs; fails when one key comes twice."""
    keys = [key for key, _ in found]
    assert len(keys) == len(set(keys)), "one fact stands twice"
    return dict(found)


def bounds(row: dict[str, str]) -> tuple[Decimal | None, Decimal | None]:
    """Low and high of one row; None where open."""
    assert row["value"] == "" and row["decimals"] == ""
    return number(row["low"]), number(row["high"])


def number(text: str) -> Decimal | None:
    """A decimal, or None for an empty cell."""
    return Decimal(text) if text else None
