"""Whole files: what the readers give is judged; scores by hand; time on a long file."""

import time
from pathlib import Path

import pytest

from narabe.intake.readability import judge
from narabe.intake.readability.mending import mended
from narabe.intake.reading import open_file
from narabe.model.imports import Readability
from narabe.model.intake import Detection, Format, Sheet, SheetFound
from tests.intake.corpus.case import Case
from tests.intake.corpus.readability import CASES
from tests.intake.readability.sheets import TIDY, judged, rule, sheet


def broken(readability: Readability) -> set[str]:
    return {each.rule_id for each in readability.rules if each.kept is False}


def read(case: Case, folder: Path) -> Readability:
    path = folder / "original"
    path.write_bytes(case.make())
    incoming = open_file(path, case.file_name, case.options, case.limits)
    return judge(incoming.sheets(), incoming.detection)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_rules_broken_by_a_file(case: Case, tmp_path: Path) -> None:
    readability = read(case, tmp_path)
    assert broken(readability) == case.expect.expected["broken"]
    assert read(case, tmp_path) == readability


def test_scores_by_hand(tmp_path: Path) -> None:
    """Points of the official scale: L1 10 each but L1-04 5, L1-02 all; L2-02 all; L3-08 10."""
    by_name = {case.name.removeprefix("readability: "): read(case, tmp_path).scores for case in CASES}
    assert by_name["a tidy package"] == (("L1", 100), ("L2", 100), ("L3", 100))
    assert by_name["names left out"] == (("L1", 100), ("L2", 0), ("L3", 90))
    assert by_name["two tables, a memo, something hidden, a chart"][0] == ("L1", 0)
    # L1-11 and L1-12: 10 each
    assert by_name["a printed report"][0] == ("L1", 80)
    # one line broken inside a cell takes all of L1; 「その他」 takes 30 of L2; L3-02 15, L3-08 10
    assert by_name["answers as a form exports them"] == (("L1", 0), ("L2", 70), ("L3", 75))


def test_a_long_file_is_judged_by_its_first_rows_and_says_so() -> None:
    columns = [[f"R{n:06}" for n in range(100_000)]]
    columns += [[f"{(n * 7919 + k) % 99991:,}円" for n in range(100_000)] for k in range(39)]
    header = ("番号", *(f"金額{k}（円）" for k in range(39)))
    long = Sheet("", (header, *zip(*columns, strict=True)))
    found = (SheetFound("", len(long.rows), 40),)
    start = time.perf_counter()
    readability = judge((long,), Detection(Format.DELIMITED, found, "utf-8", delimiter=","))
    assert time.perf_counter() - start < 4  # about half a second on an idle core
    assert readability.judged_rows == 5000
    assert rule(readability, "L2-01").kept is False
    assert judged(sheet(TIDY)).judged_rows is None


def test_only_the_first_rows_were_read() -> None:
    """The reader gave 4 of 900 rows: the result says that 4 were judged."""
    found = (SheetFound("Sheet1", 900, 3),)
    assert judge((sheet(TIDY),), Detection(Format.WORKBOOK, found)).judged_rows == 4


def test_whole_numbers_of_a_workbook_are_codes_and_years() -> None:
    """A workbook gives 1.0 where 1 was typed."""
    rows = [["番号", "性別", "年度"], *([float(n), 1.0 + n % 2, 2020.0 + n % 4] for n in range(8))]
    readability = judged(sheet(rows))
    assert rule(readability, "L3-02").places == ("B1",)
    assert rule(readability, "L3-05").kept is True
    codes = sheet([["項目", "コード", "意味"], ["性別", 1.0, "男性"], ["性別", 2.0, "女性"]], "コード表")
    assert rule(judged(sheet(rows), codes), "L3-02").kept is True


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("①窓口　", "(1)窓口"),
        ("氏　名", "氏名"),
        ("㈱郡山\r\n商店", "(株)郡山 商店"),
        ("10㎡、Ⅲ期", "10m2、III期"),
        ("👍よい\x07", "〓よい"),
        ("髙橋　﨑子", "髙橋 﨑子"),
        ("＝1+1", "＝1+1"),
    ],
)
def test_mended(text: str, meant: str) -> None:
    assert mended(text) == meant
