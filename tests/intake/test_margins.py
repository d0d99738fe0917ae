"""Files of the population: read right, or refused with the row and what to do."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from narabe.intake.margins import MarginFile, read_margin
from narabe.model.intake import Fault, Refused, Severity
from narabe.settings import Limits

JOINT = "性別,年代,人口\n男性,10代,30\n男性,20代,50\n女性,10代,40\n女性,20代,60\n"


def read(text: str, encoding: str = "utf-8", name: str = "人口.csv") -> MarginFile:
    return read_margin(text.encode(encoding), name, Limits())


def plain(file: MarginFile) -> list[tuple[str, float, int]]:
    return [(" ".join(line.labels), line.people, line.row) for line in file.lines]


def refused(text: str) -> list[Fault]:
    with pytest.raises(Refused) as caught:
        read(text)
    return [fault for fault in caught.value.faults if fault.severity is Severity.ERROR]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_joint_margin_is_read_in_either_encoding(encoding: str) -> None:
    file = read(JOINT, encoding)
    assert (file.name, file.headings, file.notes) == ("人口.csv", ("性別", "年代"), ())
    assert plain(file) == [
        ("男性 10代", 30, 2),
        ("男性 20代", 50, 3),
        ("女性 10代", 40, 4),
        ("女性 20代", 60, 5),
    ]


def test_a_workbook_with_a_title_and_japanese_numbers() -> None:
    book = Workbook()
    sheet = book.active
    for row in (
        ["住民基本台帳人口（令和8年4月1日）", None, None],
        [None, None, None],
        ["年代", "人口（人）", "構成比"],
        ["10代", "１，２３４人", 0.4],
        ["20代", 2000, 0.6],
        ["合計", 3234, 1],
        ["※外国人を含む", None, None],
    ):
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    file = read_margin(out.getvalue(), "folder/人口.xlsx", Limits())
    assert (file.name, file.headings) == ("人口.xlsx", ("年代",))
    assert plain(file) == [("10代", 1234, 4), ("20代", 2000, 5)]
    assert [(note.severity, note.row) for note in file.notes] == [
        (Severity.NOTE, 3), (Severity.NOTE, 6), (Severity.NOTE, 7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading", ["人口", "人数", "人口（人）", "推計人口", "Population", "count", "人口総数"]
)
def test_the_column_of_people_is_known_by_its_heading(heading: str) -> None:
    assert plain(read(f"sex,{heading}\nm,1\nf,2\nx,0\n")) == [("m", 1, 2), ("f", 2, 3), ("x", 0, 4)]


def test_totals_are_left_out_and_one_that_says_otherwise_is_a_warning() -> None:
    file = read(
        "性別,年代,人口\n男性,10代,30\n男性,計,30\n女性,10代,40\n女性,合計,40\n総数,10代,70\n総数,総数,75\n"
    )
    assert plain(file) == [("男性 10代", 30, 2), ("女性 10代", 40, 4)]
    (warning,) = [note for note in file.notes if note.severity is Severity.WARNING]
    assert (warning.row, "75 人" in warning.message.ja, "70 人" in warning.message.ja) == (7, True, True)
    assert [note.row for note in file.notes if note.severity is Severity.NOTE] == [3, 5, 6, 7]


@pytest.mark.parametrize(
    ("text", "row", "column", "part"),
    [
        ("性別,年代\n男性,10代\n", 1, "", "人口の列がありません"),
        ("人口\n10\n20\n", 1, "", "設問の列がありません"),
        ("性別,人口,人数\n男性,1,1\n女性,2,2\n", 1, "", "人口の列が 2 つ"),
        ("性別,人口\n男性,10\n男 性,20\n", 3, "性別", "2 行目にも"),
        ("性別,年代,人口\n男性,10代,10\n,20代,20\n", 3, "性別", "区分が空欄"),
        ("性別,人口\n男性,10\n女性,\n", 3, "人口", "人口が空欄"),
        ("性別,人口\n男性,10\n女性,多数\n", 3, "人口", "数として読めません"),
        ("性別,人口\n男性,10\n女性,-5\n", 3, "人口", "数として読めません"),
        ("性別,人口\n男性,10\n女性,約50\n", 3, "人口", "数として読めません"),
        ("性別,人口\n男性,10\n女性,48.5%\n", 3, "人口", "数として読めません"),
        ("性別,人口\n男性,10\n女性,1,234\n", 3, "C", "見出しのない列"),
        ("性別,人口\n計,10\n合計,10\n", 1, "", "人口の行が1つもありません"),
        ("性別,人口\n男性,0\n女性,0\n", None, "人口", "合計が0"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_with_its_place(
    text: str, row: int | None, column: str, part: str
) -> None:
    fault = refused(text)[0]
    assert (fault.row, fault.column) == (row, column)
    assert part in fault.message.ja
    assert fault.advice.ja


def test_every_fault_is_told_at_once() -> None:
    faults = refused("性別,人口\n男性,x\n,5\n女性,\n")
    assert [fault.row for fault in faults] == [2, 3, 4]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"%PDF-1.7 and so on"])
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        read_margin(content, "人口.csv", Limits())
