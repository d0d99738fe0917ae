"""Numbers as offices write them; zero, nothing and 'not told' are three things."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from narabe.intake.figures.values import Bound, Gap, Number, is_error, read
from narabe.model.intake import Value


@pytest.mark.parametrize(
    ("written", "value", "decimals", "unit"),
    [
        ("１２３", "123", 0, ""),
        ("1,234件", "1234", 0, "件"),
        ("１，２３４ 件", "1234", 0, "件"),
        ("45.0％", "45.0", 1, "%"),
        ("△1,234", "-1234", 0, ""),
        ("▲ 1.5%", "-1.5", 1, "%"),
        ("－5", "-5", 0, ""),
        ("−5", "-5", 0, ""),
        ("+3.4ポイント", "3.4", 1, "ポイント"),
        ("1.2万", "12000", 0, ""),
        ("3億5,000万円", "350000000", 0, "円"),
        ("3億 5,000万円", "350000000", 0, "円"),
        ("2万5千人", "25000", 0, "人"),
        ("1,234千円", "1234000", 0, "円"),
        ("¥1,200", "1200", 0, ""),
        ("1 234 567", "1234567", 0, ""),
        ("8割", "80", 0, "%"),
        ("1.2E+05", "120000", 0, ""),
        ("0", "0", 0, ""),
        ("０件", "0", 0, "件"),
        ("'123", "123", 0, ""),
        (5, "5", 0, ""),
        (0, "0", 0, ""),
        (45.5, "45.5", 1, ""),
        (0.1 + 0.2, "0.3", 1, ""),
        (3.0, "3", 0, ""),
    ],
)
def test_a_number_however_written(written: Value, value: str, decimals: int, unit: str) -> None:
    found = read(written)
    assert isinstance(found, Number)
    assert (found.value, found.decimals, found.unit) == (Decimal(value), decimals, unit)


def test_a_computed_number_keeps_its_value_and_shows_one_decimal() -> None:
    found = read(100 / 3)
    assert isinstance(found, Number)
    assert (found.value, found.decimals) == (Decimal("33.3333333333333"), 1)


@pytest.mark.parametrize(
    ("written", "gap"),
    [
        (None, Gap.EMPTY),
        ("", Gap.EMPTY),
        ("　", Gap.EMPTY),
        ("※1", Gap.EMPTY),
        ("－", Gap.NONE),
        ("—", Gap.NONE),
        ("ー", Gap.NONE),
        ("-", Gap.NONE),
        ("該当なし", Gap.NONE),
        ("x", Gap.WITHHELD),
        ("Ｘ", Gap.WITHHELD),
        ("***", Gap.WITHHELD),
        ("…", Gap.UNKNOWN),
        ("...", Gap.UNKNOWN),
        ("不詳", Gap.UNKNOWN),
        ("未集計", Gap.PENDING),
    ],
)
def test_no_number_and_why(written: Value, gap: Gap) -> None:
    assert read(written) is gap


@pytest.mark.parametrize(
    "written",
    [
        "中止", "12a3", "1,23", "1,2345", "12 34", "1/2", "12件中3件", "2025年4月", "4月", "7年度", "024-924-2491",
        "1 来庁者数（人）", "#REF!", "=1+1", "a" * 100, True, date(2025, 4, 1), datetime(2025, 4, 1), time(9, 0), float("nan"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_not_made_one(written: Value) -> None:
    assert read(written) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("約1,200", Number(Decimal(1200), 0, about=True)),
        ("1,200人程度", Number(Decimal(1200), 0, "人", about=True)),
        ("2,600人以上", Number(Decimal(2600), 0, "人", bound=Bound.LEAST)),
        ("80%以下", Number(Decimal(80), 0, "%", bound=Bound.MOST)),
        ("55～65％", Number(Decimal(55), 0, "%", up_to=Decimal(65))),
        ("1,234※1", Number(Decimal(1234), 0, marks=("※1",))),
        ("*1,234", Number(Decimal(1234), 0, marks=("*",))),
        ("1,234（注2）", Number(Decimal(1234), 0, marks=("注2",))),
        ("1,234（速報値）", Number(Decimal(1234), 0, remark="速報値")),
        ("(1,234)", Number(Decimal(-1234), 0, bracketed=True)),
    ],
)
def test_what_stands_beside_the_number_is_kept(written: str, expected: Number) -> None:
    assert read(written) == expected


def test_a_failed_formula_is_known() -> None:
    assert is_error("#DIV/0!") and is_error(" #N/A ") and not is_error("#1")
