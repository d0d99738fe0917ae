"""Every file of the corpus that reading decides about: good ones come through whole, bad ones are told."""

from pathlib import Path

import pytest

from narabe.intake.reading import guess_kind, open_file, workbench
from narabe.model.intake import Fault, Raw, Refused
from tests.intake.corpus.case import Bad, Case, Good
from tests.intake.corpus.readers import CASES

GOOD = [case for case in CASES if isinstance(case.expect, Good)]
BAD = [case for case in CASES if isinstance(case.expect, Bad)]


def received(case: Case, folder: Path) -> Path:
    path = folder / "received"
    path.write_bytes(case.make())
    return path


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_a_good_file_comes_through(case: Case, tmp_path: Path) -> None:
    assert isinstance(case.expect, Good)
    incoming = open_file(received(case, tmp_path), case.file_name, case.options, case.limits)
    sheets = incoming.sheets()
    with workbench(tmp_path) as connection:
        raw = incoming.bulk(connection)
        rows = connection.sql(f"from {raw.table}").fetchall()
    assert_described(raw, rows, case.expect)
    said = [fault.message.ja for fault in incoming.faults]
    assert all(any(part in message for message in said) for part in case.expect.says)
    assert len(said) >= len(case.expect.says)
    assert guess_kind(sheets) == case.expect.kind


def assert_described(raw: Raw, rows: list[tuple], expect: Good) -> None:
    if expect.header is not None:
        assert tuple(column.header for column in raw.columns) == expect.header
    if expect.cells is not None:
        assert tuple(row[1:] for row in rows) == expect.cells
        assert raw.rows == len(expect.cells)
    if expect.row is not None:
        assert rows[0][0] == expect.row


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_a_bad_file_is_told(case: Case, tmp_path: Path) -> None:
    assert isinstance(case.expect, Bad)
    with pytest.raises(Refused) as refused, workbench(tmp_path) as connection:
        incoming = open_file(received(case, tmp_path), case.file_name, case.options, case.limits)
        incoming.bulk(connection)
    assert [fault for fault in refused.value.faults if told(fault, case.expect)], refused.value.faults
    assert not list(tmp_path.glob("utf8.csv"))


def told(fault: Fault, expect: Bad) -> bool:
    return (
        expect.message_part_ja in fault.message.ja
        and fault.severity is expect.severity
        and expect.row in (None, fault.row)
        and expect.column in (None, fault.column)
    )


def test_names_of_cases_are_unique() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
