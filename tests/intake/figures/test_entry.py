"""Numbers typed or pasted by hand go the same way as a file."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from narabe.intake.entry import pasted, typed_rows
from narabe.model.imports import Typed
from narabe.model.intake import Severity
from narabe.model.text import Text
from tests.intake.figures.sheets import plan_of, records, sheet, taken, tidy

APRIL = (date(2025, 4, 1), date(2025, 4, 30), 1)


def typed(metric_id: str, raw: str | None, period: tuple = APRIL) -> Typed:
    return Typed(metric_id, "all", *period, raw)


def test_typed_values_are_recognised_without_a_doubt() -> None:
    end = (date(2025, 4, 30), date(2025, 4, 30), None)
    year = (date(2025, 4, 1), date(2026, 3, 31), 12)
    content, faults = typed_rows(
        (
            typed("counter_visitors", "１，２３４人"),
            typed("web_meetings", " 0 "),
            typed("print_pages", None),
            typed("paperless_meetings", "　"),
            typed("line_registrations", "1.2万", end),
            typed("audit_compliance", "99.5％", year),
        )
    )
    assert faults == ()
    page = sheet([tuple(row) for row in csv.reader(io.StringIO(content.decode()))], name="")
    assert {series.certain for block in plan_of(page).blocks for series in block.series} == {1.0}
    converted = taken(page)
    assert tidy(converted) == [
        ("audit_compliance", "all", "FY2025", 99.5),
        ("counter_visitors", "all", "2025-04", 1234),
        ("line_registrations", "all", "@2025-04-30", 12000),
        ("web_meetings", "all", "2025-04", 0),
    ]
    assert converted.faults == ()
    assert records(converted, "metrics") == records(converted, "segments") == []


def test_what_is_no_number_is_named_with_its_field() -> None:
    content, faults = typed_rows(
        (typed("web_meetings", "5"), typed("print_pages", "=1+1"), typed("counter_visitors", "多い"))
    )
    assert [(fault.row, fault.column, fault.value, fault.message.ja) for fault in faults] == [
        (2, "print_pages", "=1+1", "「print_pages」に入れた値は、数として読めません。"),
        (3, "counter_visitors", "多い", "「counter_visitors」に入れた値は、数として読めません。"),
    ]
    assert "=1+1" not in content.decode()


VISITORS = {"label": Text("来庁者数", "Visitors"), "unit": Text("人", "people")}


@pytest.mark.parametrize("raw", ["調査中", "未定", "abc", "多い", "12/3"])
def test_words_in_a_field_are_an_error_that_names_it(raw: str) -> None:
    content, faults = typed_rows(
        (typed("web_meetings", "5"), replace(typed("counter_visitors", raw), **VISITORS))
    )
    (fault,) = faults
    assert (fault.severity, fault.row, fault.column, fault.value) == (Severity.ERROR, 2, "来庁者数", raw)
    assert fault.message == Text(
        "「来庁者数」に入れた値は、数として読めません。", "“Visitors”: this is not a number."
    )
    assert "空欄" in fault.advice.ja and "empty" in fault.advice.en
    assert "counter_visitors" not in content.decode()


@pytest.mark.parametrize(("raw", "unit"), [("5件", "件"), ("45.0％", "%"), ("12abc", "abc"), ("1千円", "円")])
def test_a_unit_that_is_not_that_of_the_field(raw: str, unit: str) -> None:
    content, faults = typed_rows((replace(typed("counter_visitors", raw), **VISITORS),))
    (fault,) = faults
    assert fault.severity is Severity.ERROR and fault.column == "来庁者数"
    assert fault.message == Text(
        f"「来庁者数」の単位は「人」ですが、「{unit}」と入れてあります。",
        f"“Visitors” is counted in “people”, but “{unit}” was entered.",
    )
    assert "counter_visitors" not in content.decode()


@pytest.mark.parametrize("raw", ["5", "5人", "５名", "約5人"])
def test_the_unit_of_the_field_may_be_typed_with_the_number(raw: str) -> None:
    assert typed_rows((replace(typed("counter_visitors", raw), **VISITORS),))[1] == ()


@pytest.mark.parametrize(("raw", "why"), [("—", "該当なし"), ("x", "秘匿"), ("…", "不詳")])
def test_a_sign_for_none_is_kept_and_said(raw: str, why: str) -> None:
    content, faults = typed_rows((replace(typed("counter_visitors", raw), **VISITORS),))
    (fault,) = faults
    assert fault.severity is Severity.NOTE
    assert fault.message.ja.startswith("「来庁者数」は値なしとして登録します。") and why in fault.message.ja
    assert fault.message.en.startswith("“Visitors” is recorded without a value.")
    page = sheet([tuple(row) for row in csv.reader(io.StringIO(content.decode()))], name="")
    assert tidy(taken(page)) == [("counter_visitors", "all", "2025-04", (None, None))]


def test_nothing_typed_at_all() -> None:
    _, faults = typed_rows((typed("web_meetings", ""), typed("print_pages", None)))
    assert [fault.message.ja for fault in faults] == ["数値が一つも入力されていません。"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("1\n2\n3", ("1", "2", "3")),
        ("1\r\n2\r\n3\r\n", ("1", "2", "3")),
        ("1\t2\t3", ("1", "2", "3")),
        ("1,234\t△5\t45.0％", ("1,234", "△5", "45.0％")),
        ("来庁者数\t1\n電子申請\t2\n印刷\t3", ("1", "2", "3")),
        ("1\n\n3", ("1", "", "3")),
        ("1\n2", ("1", "2", "")),
        ("1\n2\n3\n4", ("1", "2", "3")),
        ("", ("", "", "")),
    ],
)
def test_cells_from_a_spreadsheet(text: str, fields: tuple[str, ...]) -> None:
    assert pasted(text, 3) == fields
