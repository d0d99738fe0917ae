"""Damaged characters are refused with their place; the 外字 of an office and line breaks are not."""

from pathlib import Path

import pytest

from narabe.intake.reading import open_file, workbench
from narabe.model.intake import AS_FOUND, Fault, Refused
from narabe.settings import Limits

HEAD = "番号,人数\n1,あお\n"
DAMAGED = HEAD.encode("cp932") + b"2,1\xff\xfe\x80\n" + "3,あか\n".encode("cp932")


def bulk(content: bytes, folder: Path) -> tuple[Fault, ...]:
    path = folder / "received"
    path.write_bytes(content)
    with workbench(folder) as connection:
        incoming = open_file(path, "a.csv", AS_FOUND, Limits())
        incoming.bulk(connection)
        return incoming.faults


def grid(content: bytes, folder: Path) -> tuple[Fault, ...]:
    path = folder / "received"
    path.write_bytes(content)
    incoming = open_file(path, "a.csv", AS_FOUND, Limits())
    incoming.sheets()
    return incoming.faults


def error(refused: Refused) -> tuple[int | None, str, str]:
    fault = refused.faults[0]
    assert "文字として読めない" in fault.message.ja and "出力し直し" in fault.advice.ja
    return fault.row, fault.column, fault.value


@pytest.mark.parametrize("blank", [b"", b"\n\n"])
def test_bytes_that_cp932_does_not_define_are_refused(tmp_path: Path, blank: bytes) -> None:
    """Also where empty lines make the reader go row by row: they count as rows."""
    content = DAMAGED.replace(b"2,1", blank + b"2,1")
    with pytest.raises(Refused) as refused:
        bulk(content, tmp_path)
    assert error(refused.value) == (3 + len(blank), "人数", "1���")


def test_figures_read_as_a_grid_are_refused_too(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        grid(DAMAGED, tmp_path)
    assert error(refused.value) == (3, "B", "1���")


@pytest.mark.parametrize("sign", ["\x07", "\x7f", "\x9d", "\ue758", "\uf0b7", "\uf8f3", "\U000f0001"])
def test_signs_that_are_no_text_are_refused(tmp_path: Path, sign: str) -> None:
    rest = "".join(f"{number},あか\n" for number in range(3, 40))
    with pytest.raises(Refused) as refused:
        bulk(f"{HEAD}2,{sign}\n{rest}".encode(), tmp_path)
    assert error(refused.value)[:2] == (3, "人数")


def test_a_damaged_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        bulk("番号,人\uf8f3数\n1,あお\n2,あか\n".encode(), tmp_path)
    assert error(refused.value)[:2] == (1, "B")


def test_what_cp932_has_for_private_use_stays(tmp_path: Path) -> None:
    """F0 40 and F9 FC, the first and the last 外字, in rows 3 and 4."""
    content = HEAD.encode("cp932") + b"2,\xf0\x40\n3,\xf9\xfc\n"
    assert [fault.row for fault in bulk(content, tmp_path) if "外字" in fault.message.ja] == [3, 4]
    assert not [fault for fault in grid(content, tmp_path) if fault.row]


def test_line_breaks_and_tabs_of_other_programs_stay(tmp_path: Path) -> None:
    rest = "".join(f"{number},あか\n" for number in range(3, 40))
    assert bulk(f"{HEAD}2,一\x0b二\u2028三\u0085四°\n{rest}".encode(), tmp_path) == ()
