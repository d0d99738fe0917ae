"""Numbers typed or pasted by hand go the same way as a file."""

import csv
import io
from datetime import date

import pytest

from narabe.intake.entry import pasted, typed_rows
from narabe.model.imports import Typed
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
        (2, "print_pages", "=1+1", "数として読めません。"),
        (3, "counter_visitors", "多い", "数として読めません。"),
    ]
    assert "=1+1" not in content.decode()


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
