"""Every file of the corpus, from its bytes to its figures or to what is said of it."""

from pathlib import Path

import pytest

from narabe.intake.converted import Converted
from narabe.intake.figures import convert, propose
from narabe.intake.reading import open_file
from narabe.model.intake import Severity
from tests.intake.corpus.case import Bad, Case, Good
from tests.intake.corpus.figures import CASES
from tests.intake.figures.sheets import metrics, tidy


def converted(case: Case, folder: Path) -> Converted:
    path = folder / case.file_name
    path.write_bytes(case.make())
    sheets = open_file(path, case.file_name, case.options, case.limits).sheets()
    return convert(sheets, propose(sheets, metrics(), "corpus"), metrics(), folder, case.limits)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_file_comes_to_what_was_written_down_by_hand(case: Case, tmp_path: Path) -> None:
    found = converted(case, tmp_path)
    if isinstance(case.expect, Good):
        assert tidy(found) == sorted(case.expect.expected["figures"])  # type: ignore[call-overload]
        assert not found.refused
        for part in case.expect.says:
            assert any(part in fault.message.ja for fault in found.faults), found.faults
        warned = [fault for fault in found.faults if fault.severity is not Severity.NOTE]
        assert len(warned) <= len(case.expect.says), warned
        return
    expect = case.expect
    assert isinstance(expect, Bad)
    assert any(
        expect.message_part_ja in fault.message.ja
        and fault.severity is expect.severity
        and expect.row in (None, fault.row)
        and expect.column in (None, fault.column)
        for fault in found.faults
    ), found.faults
    assert found.refused == (expect.severity is Severity.ERROR)
