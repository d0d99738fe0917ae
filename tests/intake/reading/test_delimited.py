"""Delimited text: what was written comes back, with the numbers of its rows."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narabe.intake.reading import open_file, workbench
from narabe.model.intake import AS_FOUND, Detection, Progress, Raw, ReadOptions, Refused, quietly
from narabe.settings import Limits

Rows = list[list[str | None]]


def read(
    content: bytes, folder: Path, options: ReadOptions = AS_FOUND, progress: Progress = quietly
) -> tuple[Detection, Raw, list[tuple]]:
    path = folder / "received"
    path.write_bytes(content)
    with workbench(folder) as connection:
        incoming = open_file(path, "a.csv", options, Limits())
        raw = incoming.bulk(connection, progress)
        return incoming.detection, raw, connection.sql(f"from {raw.table} order by row").fetchall()


def quoted(cell: str | None, always: bool) -> str:
    """By the rule of RFC 4180."""
    cell = cell or ""
    if always or set(cell) & set(',"\r\n'):
        return '"{}"'.format(cell.replace('"', '""'))
    return cell


CELL = st.one_of(
    st.none(),
    st.text(alphabet='あ髙①ｱa1 ,"\n=', min_size=1, max_size=6).filter(lambda cell: cell.strip() == cell),
)
TABLE = st.lists(st.lists(CELL, min_size=3, max_size=3).filter(any), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    TABLE,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp932", "utf-16"]),
    st.booleans(),
    st.booleans(),
    st.lists(st.integers(0, 8), max_size=3),
)
def test_what_was_written_comes_back(
    tmp_path: Path, table: Rows, end: str, encoding: str, always: bool, closed: bool, blanks: list[int]
) -> None:
    """`blanks` are places of empty lines; a spreadsheet counts those as rows too."""
    lines, expected = ["番号（ID）,満足度,ご意見"], []
    for place, row in enumerate(table):
        lines += [""] * blanks.count(place)
        lines.append(",".join(quoted(cell, always) for cell in row))
        expected.append((len(lines), *row))
    content = end.join(lines) + (end if closed else "")
    _, raw, rows = read(content.encode(encoding), tmp_path, ReadOptions(delimiter=",", header_row=1))
    assert [column.header for column in raw.columns] == ["番号（ID）", "満足度", "ご意見"]
    assert rows == expected
    assert raw.rows == len(table)


@pytest.mark.parametrize("spoilt", [False, True], ids=["fast", "one by one"])
def test_rows_of_a_large_file_keep_their_numbers(tmp_path: Path, spoilt: bool) -> None:
    """More than one thread reads it; with an empty line the slow way gives the same, one row later."""
    body = "".join(f"{number},男性,{number % 7}\n" for number in range(2, 150_002))
    content = "ID,性別,Q1\n" + ("\n" if spoilt else "") + body
    said = []
    _, raw, rows = read(content.encode(), tmp_path, progress=lambda now: said.append(now.ja))
    assert raw.rows == 150_000
    assert all(row == int(number) + spoilt and int(q1) == int(number) % 7 for row, number, _, q1 in rows)
    assert ("データを読み込んでいます（150,000 行）。" in said) is spoilt


def test_a_fault_deep_in_a_large_file_is_found_with_its_row(tmp_path: Path) -> None:
    lines = [f"{number},男性,1" for number in range(2, 100_002)]
    lines[77_776] = "77778,男性"
    with pytest.raises(Refused) as refused:
        read(("ID,性別,Q1\n" + "\n".join(lines)).encode("cp932"), tmp_path)
    (fault,) = refused.value.faults
    assert (fault.row, fault.value) == (77_778, "77778")


def test_what_was_found_is_said(tmp_path: Path) -> None:
    found, _, _ = read("\ufeffID;性別\r\n1;'女'\r\n".encode(), tmp_path)
    assert (found.encoding, found.bom, found.delimiter, found.line_end) == ("utf-8", True, ";", "\r\n")
    assert (found.sheets[0].rows, found.sheets[0].columns, found.certain) == (2, 2, True)


def test_a_person_overrules_what_was_found(tmp_path: Path) -> None:
    content = "2025,件;名\n1,2;3\n4,5;6\n".encode("cp932")
    _, raw, rows = read(content, tmp_path, ReadOptions("sjis", ";", header_row=1))
    assert [column.header for column in raw.columns] == ["2025,件", "名"]
    assert rows == [(2, "1,2", "3"), (3, "4,5", "6")]


def test_a_grid_shows_a_text_as_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "received"
    path.write_bytes("表1,,\n\n,4月,5月\n件数,1,2,※注\n".encode("cp932"))
    (sheet,) = open_file(path, "a.csv", AS_FOUND, Limits()).sheets()
    assert sheet.rows == (
        ("表1", None, None, None),
        (None, None, None, None),
        (None, "4月", "5月", None),
        ("件数", "1", "2", "※注"),
    )
    (first,) = open_file(path, "a.csv", AS_FOUND, Limits()).sheets(1)
    assert first.rows == (("表1", None, None),)


def test_nothing_stays_in_the_work_folder(tmp_path: Path) -> None:
    read("ID,性別\n1,女\n".encode("cp932"), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["received"]
