"""Files that reading alone decides about: encodings, dialects, containers, limits."""

import gzip
import io
import struct
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pyreadstat

from narabe.model.intake import Kind, ReadOptions, Severity
from narabe.settings import Limits
from tests.intake.corpus.case import Bad, Case, Good

HEADER = ("ID", "性別", "年代", "市への要望①")
CELLS: tuple[tuple[str | None, ...], ...] = (
    ("1", "女性", "20代", "髙橋・㈱郡山の窓口～を増やす"),
    ("2", "男性", "30代", None),
    ("3", "女性", "40代", "ﾃﾞｼﾞﾀﾙ化, もっと"),
    ("4", "回答しない", "50代", "特になし"),
)
MONKEY: tuple[tuple[str | None, ...], ...] = (
    ("Respondent ID", "性別", "使う端末", None, None, "満足度"),
    (None, "Response", "スマホ", "パソコン", "その他", "Response"),
    ("1001", "男性", "スマホ", None, None, "満足"),
    ("1002", "女性", None, "パソコン", "ゲーム機", "不満"),
    ("1003", "女性", "スマホ", "パソコン", None, "満足"),
    ("1004", "男性", None, None, "時計", "普通"),
)
SMALL = Limits(columns=5, rows=3, cell_characters=10, file_megabytes=1, unpacked_megabytes=60)


def text(
    rows: Sequence[Sequence[str | None]] = (HEADER, *CELLS),
    encoding: str = "utf-8",
    delimiter: str = ",",
    end: str = "\r\n",
) -> bytes:
    """Rows as delimited text, quoted where needed."""

    def cell(value: str | None) -> str:
        value = value or ""
        needs = any(sign in value for sign in (delimiter, '"', "\n", "\r"))
        return '"{}"'.format(value.replace('"', '""')) if needs else value

    return "".join(delimiter.join(map(cell, row)) + end for row in rows).encode(encoding)


def answers(**given: object) -> Good:
    """The small survey above, unharmed."""
    return Good(Kind.ANSWERS, HEADER, CELLS, 2, **given)  # type: ignore[arg-type]


def book(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    workbook, out = openpyxl.Workbook(), io.BytesIO()
    fill(workbook)
    workbook.save(out)
    return out.getvalue()


def survey_sheet(sheet: object, below: int = 0) -> None:
    """The survey as numbers and texts, from row `below` + 1."""
    for number, row in enumerate((HEADER, *CELLS), start=1):
        for place, value in enumerate(row, start=1):
            typed = int(value) if value and value.isdigit() else value
            sheet.cell(below + number, place, typed)  # type: ignore[attr-defined]


def titled(workbook: openpyxl.Workbook) -> None:
    sheet = workbook.active
    sheet["A1"] = "令和7年度 市民アンケート 回答一覧"
    sheet["A2"] = "作成：広聴課"
    survey_sheet(sheet, below=3)


def several_sheets(workbook: openpyxl.Workbook) -> None:
    workbook.active.title = "表紙"
    workbook.active["A1"] = "市民アンケート"
    survey_sheet(workbook.create_sheet("回答"))
    hidden = workbook.create_sheet("作業用")
    hidden["A1"] = "見せない"
    hidden.sheet_state = "hidden"


def two_row_header(workbook: openpyxl.Workbook) -> None:
    sheet = workbook.active
    for row in (
        ("ID", "利用した窓口（いくつでも）", None, None, "満足度"),
        (None, "市民課", "税務課", "福祉課", None),
        (1, 1, 0, 0, "満足"),
        (2, 0, 1, 1, "不満"),
        (3, 1, 1, 0, "満足"),
    ):
        sheet.append(row)
    sheet.merge_cells("B1:D1")
    sheet.merge_cells("A1:A2")


def typed_cells(workbook: openpyxl.Workbook) -> None:
    from datetime import date, datetime, time

    sheet = workbook.active
    sheet.append(("ID", "日付", "日時", "時刻", "割合", "はい"))
    sheet.append((1.0, date(2025, 4, 1), datetime(2025, 4, 1, 9, 30), time(10, 5), 0.45, True))
    sheet.append((2.5, None, None, None, 1e-7, False))


def with_formulas(workbook: openpyxl.Workbook) -> None:
    survey_sheet(workbook.active)
    workbook.active["C3"] = "=B3&C2"


def far_cell(workbook: openpyxl.Workbook) -> None:
    survey_sheet(workbook.active)
    workbook.active["XFA1048576"] = "x"


def replaced(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            data = old.read(each)
            new.writestr(each.filename, change(data) if each.filename == part else data)
    return out.getvalue()


def formula_errors() -> bytes:
    """As Excel stores them: the error is the kept result of the formula."""
    return replaced(
        book(lambda workbook: survey_sheet(workbook.active)),
        "xl/worksheets/sheet1.xml",
        lambda data: data.replace(
            b'<c r="A3" t="n"><v>2</v></c>', b'<c r="A3" t="e"><f>A9</f><v>#REF!</v></c>'
        ),
    )


def macro_book() -> bytes:
    """What a workbook with macros is called inside."""
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    with_macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    return replaced(
        book(lambda workbook: survey_sheet(workbook.active)),
        "[Content_Types].xml",
        lambda data: data.replace(kind, with_macros),
    )


def entity_bomb() -> bytes:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    return replaced(
        book(lambda workbook: survey_sheet(workbook.active)),
        "xl/workbook.xml",
        lambda data: bomb + data.replace(b'name="Sheet"', b'name="&b;"'),
    )


def entity_bomb_in_a_sheet() -> bytes:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    return replaced(
        book(lambda workbook: survey_sheet(workbook.active)),
        "xl/worksheets/sheet1.xml",
        lambda data: bomb + data.replace(b"<v>1</v>", b"<v>&b;</v>"),
    )


def bomb() -> bytes:
    """Sixty million spaces in a sheet, in some sixty thousand bytes."""
    return replaced(
        book(lambda workbook: survey_sheet(workbook.active)),
        "xl/worksheets/sheet1.xml",
        lambda data: data + b" " * 59_000_000,
    )


def packed(names: Sequence[str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return out.getvalue()


def ole(streams: Sequence[str]) -> bytes:
    """A compound file of version 3 with empty streams: header, one sector of FAT, the directory."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", fat, end, *[free] * 126)
    entries = [("Root Entry", 5, 1 if streams else free)]
    entries += [(name, 2, free) for name in streams]
    directory = b""
    for number, (name, kind, child) in enumerate(entries):
        right = number + 1 if 0 < number < len(streams) else free
        coded = (name + "\0").encode("utf-16-le")
        directory += coded.ljust(64, b"\0") + struct.pack("<HBBIII", len(coded), kind, 1, free, right, child)
        directory += bytes(36) + struct.pack("<IQ", end if kind == 5 else 0, 0)
    return header + table + directory.ljust(512, b"\0")


def spss(suffix: str = ".sav", **given: object) -> bytes:
    frame = pd.DataFrame({"ID": [1.0, 2.0, 3.0], "Q1": [1.0, 2.0, 99.0], "Q2": ["髙橋①", "", "特になし"]})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{suffix}"
        pyreadstat.write_sav(
            frame,
            str(path),
            column_labels={"Q1": "問1 性別"},
            variable_value_labels={"Q1": {1: "男性", 2: "女性", 99: "無回答"}},
            missing_ranges={"Q1": [99]},
            compress=suffix == ".zsav",
            **given,  # type: ignore[arg-type]
        )
        return path.read_bytes()


def parquet() -> bytes:
    out = pa.BufferOutputStream()
    table = pa.table({"ID": [1, 2], "満足度": ["満足", None], "重み": [1.0, 0.75], "はい": [True, False]})
    pa.parquet.write_table(table, out)
    return out.getvalue().to_pybytes()


SPSS_EXPECTED = Good(
    Kind.ANSWERS,
    ("ID", "Q1 問1 性別", "Q2"),
    (("1", "1", "髙橋①"), ("2", "2", None), ("3", "99", "特になし")),
    1,
)
LONG = tuple((str(n), "女性", "20代", "特になし") for n in range(1, 400))

CASES = [
    # --- good ---
    Case("utf8", text, "回答.csv", answers()),
    Case("utf8_bom", lambda: b"\xef\xbb\xbf" + text(), "回答.csv", answers()),
    Case("cp932", lambda: text(encoding="cp932"), "回答.csv", answers()),
    Case("utf16_bom", lambda: b"\xff\xfe" + text(encoding="utf-16-le"), "回答.csv", answers()),
    Case("utf16_be_bom", lambda: b"\xfe\xff" + text(encoding="utf-16-be"), "回答.csv", answers()),
    Case("utf16_without_bom", lambda: text(encoding="utf-16-le"), "回答.csv", answers(says=("文字コードは推定",))),
    Case("cp932_told_as_shift_jis", lambda: text(encoding="cp932"), "a.csv", answers(), ReadOptions("Shift_JIS")),
    Case("tabs", lambda: text(delimiter="\t"), "回答.tsv", answers()),
    Case("tabs_named_csv", lambda: text(delimiter="\t", encoding="cp932"), "回答.csv", answers()),
    Case("semicolons", lambda: text(delimiter=";", end="\n"), "回答.csv", answers()),
    Case("pipes", lambda: text(delimiter="|"), "回答.txt", answers()),
    Case("line_ends_of_old_macs", lambda: text(end="\r"), "回答.csv", answers()),
    Case("excel_says_the_delimiter", lambda: b"sep=;\r\n" + text(delimiter=";"), "a.csv", Good(Kind.ANSWERS, HEADER, CELLS, 3)),
    Case("euc_jp", lambda: text([("番号", "色"), ("1", "あか"), ("2", "あお")], "euc_jp"), "a.csv", Good(Kind.ANSWERS, ("番号", "色"), (("1", "あか"), ("2", "あお")), 2)),
    Case("euc_jp_of_windows", lambda: "番号,色\n1,".encode("euc_jp") + b"\xad\xa1\xad\xea\xfc\xe2" + ",\n2,あお\n".replace(",", "", 1).encode("euc_jp"), "a.csv", Good(Kind.ANSWERS, ("番号", "色"), (("1", "①㈱髙"), ("2", "あお")), 2)),
    Case("iso_2022_jp", lambda: "番号,色\n1,あか\n2,".encode("iso2022_jp") + b"\x1b$B\x2d\x21\x1b(I\x31\x32\x1b(B\n", "a.csv", Good(Kind.ANSWERS, ("番号", "色"), (("1", "あか"), ("2", "①ｱｲ")), 2)),
    Case("line_breaks_in_cells", lambda: text([("ID", "意見", "性別"), ("1", "一行目\n二行目", "女"), ("2", "三\r\n四", "男")]), "a.csv", Good(Kind.ANSWERS, ("ID", "意見", "性別"), (("1", "一行目\n二行目", "女"), ("2", "三\r\n四", "男")), 2)),
    Case("quotes_in_cells", lambda: b'ID,\xe6\x84\x8f\xe8\xa6\x8b\n1,"say ""hi"""\n2,"a,b"\n', "a.csv", Good(Kind.ANSWERS, ("ID", "意見"), (("1", 'say "hi"'), ("2", "a,b")), 2)),
    Case("empty_lines_between", lambda: text().replace(b"\r\n2,", b"\r\n\r\n\r\n2,"), "a.csv", answers()),
    Case("rows_of_commas_at_the_end", lambda: text() + b",,,\r\n,,,\r\n", "a.csv", answers()),
    Case("a_column_too_many_without_name", lambda: text([(*HEADER, ""), *((*row, None) for row in CELLS)]), "a.csv", answers()),
    Case("title_above_the_header", lambda: text([("市民アンケート 結果一覧",), ("出力日", "2025/11/01"), (), HEADER, *CELLS]), "a.csv", Good(Kind.ANSWERS, HEADER, CELLS, 5)),
    Case("gaiji", lambda: text(encoding="cp932").replace("男性".encode("cp932"), b"\xf0\x40"), "a.csv", Good(Kind.ANSWERS, HEADER, row=2, says=("外字",))),
    Case("formula_like_and_html_texts", lambda: text([("ID", "意見"), ("1", "=1+1"), ("2", "<b>太字</b>"), ("3", "@x")]), "a.csv", Good(Kind.ANSWERS, ("ID", "意見"), (("1", "=1+1"), ("2", "<b>太字</b>"), ("3", "@x")), 2)),
    Case("xlsx", lambda: book(lambda workbook: survey_sheet(workbook.active)), "回答.xlsx", answers()),
    Case("xlsx_named_csv", lambda: book(lambda workbook: survey_sheet(workbook.active)), "回答.csv", answers()),
    Case("xlsx_with_title", lambda: book(titled), "回答.xlsx", Good(Kind.ANSWERS, HEADER, CELLS, 5)),
    Case("xlsx_several_sheets", lambda: book(several_sheets), "回答.xlsx", answers(says=("「回答」を読みました", "表示されていないシート"))),
    Case("xlsx_two_row_header", lambda: book(two_row_header), "回答.xlsx", Good(Kind.ANSWERS, ("ID", "利用した窓口（いくつでも）[市民課]", "利用した窓口（いくつでも）[税務課]", "利用した窓口（いくつでも）[福祉課]", "満足度"), (("1", "1", "0", "0", "満足"), ("2", "0", "1", "1", "不満"), ("3", "1", "1", "0", "満足")), 3)),
    Case("names_above_labels", lambda: text([("ID", "Q1", "Q2"), ("番号", "性別", "年代"), ("1", "2", "3"), ("2", "1", "4")], "cp932"), "a.csv", Good(Kind.ANSWERS, ("ID 番号", "Q1 性別", "Q2 年代"), (("1", "2", "3"), ("2", "1", "4")), 3)),
    Case("xlsm", macro_book, "回答.xlsm", answers()),
    Case("single_quotes", "ID,意見\n1,'a,b'\n2,'c'\n3,'d'\n".encode, "a.csv", Good(Kind.ANSWERS, ("ID", "意見"), (("1", "a,b"), ("2", "c"), ("3", "d")), 2)),
    Case("xlsx_typed_cells", lambda: book(typed_cells), "回答.xlsx", Good(Kind.ANSWERS, ("ID", "日付", "日時", "時刻", "割合", "はい"), (("1", "2025-04-01", "2025-04-01 09:30:00", "10:05:00", "0.45", "TRUE"), ("2.5", None, None, None, "1e-07", "FALSE")), 2)),
    Case("sav", spss, "調査.sav", SPSS_EXPECTED),
    Case("zsav_named_sav", lambda: spss(".zsav"), "調査.sav", SPSS_EXPECTED),
    Case("parquet", parquet, "a.parquet", Good(Kind.ANSWERS, ("ID", "満足度", "重み", "はい"), (("1", "満足", "1", "TRUE"), ("2", None, "0.75", "FALSE")), 1)),
    Case("two_header_rows_of_surveymonkey", lambda: text(MONKEY), "a.csv", Good(Kind.ANSWERS, ("Respondent ID", "性別", "使う端末[スマホ]", "使う端末[パソコン]", "使う端末[その他]", "満足度"), tuple(MONKEY[2:]), 3)),
    Case("headers_stay_as_written", lambda: text([("ＩＤ", " 満足度：①\n窓口 ", "{{7*7}}　'年代"), ("1", "a", "b"), ("2", "a", "c")]), "a.csv", Good(Kind.ANSWERS, ("ＩＤ", "満足度：① 窓口", "{{7*7}}　'年代"), (("1", "a", "b"), ("2", "a", "c")), 2)),
    Case("line_breaks_in_a_header_like_those_of_the_file", lambda: text([("ID", "満足度\n（5段階）"), ("1", "5"), ("2", "4")], end="\n"), "a.csv", Good(Kind.ANSWERS, ("ID", "満足度 （5段階）"), (("1", "5"), ("2", "4")), 2)),
    Case("line_breaks_in_a_title_above", lambda: text([("調査\r\n結果", None), ("ID", "満足度"), ("1", "5"), ("2", "4")]), "a.csv", Good(Kind.ANSWERS, ("ID", "満足度"), (("1", "5"), ("2", "4")), 3)),
    # --- bad ---
    Case("ragged_from_the_first_row_on", lambda: text([("ID", "性別", "満足度"), ("1", "男性", "満足"), ("2", "女性"), ("3", "男性", "不満", "余分", "さらに"), ("4", "女性", "満足")]), "a.csv", Bad("見出しは 3 列、この行は 2 列", row=3)),
    Case("ragged_and_wider_than_the_header", lambda: text([("ID", "性別", "満足度"), ("1", "男性", "満足"), ("2", "女性"), ("3", "男性", "不満", "余分", "さらに"), ("4", "女性", "満足")]), "a.csv", Bad("見出しは 3 列、この行は 5 列", row=4)),
    Case("a_cell_beyond_all_measure", lambda: text([("ID", "意見"), ("1", "あ" * 3_000_000), ("2", "x")]), "a.csv", Bad("文字が長すぎます", row=2, column="意見")),
    Case("a_quoted_cell_beyond_all_measure", lambda: text([("ID", "意見"), ("1", "あ" * 3_000_000 + "\n"), ("2", "x")]), "a.csv", Bad("文字が長すぎます", row=2)),
    Case("empty", lambda: b"", "a.csv", Bad("ファイルが空")),
    Case("only_line_ends", lambda: b"\xef\xbb\xbf\r\n\r\n  \r\n", "a.csv", Bad("ファイルが空")),
    Case("header_only", lambda: text([HEADER]), "a.csv", Bad("見出しだけ", row=1)),
    Case("xlsx_header_only", lambda: book(lambda workbook: workbook.active.append(HEADER)), "a.xlsx", Bad("見出しだけ")),
    Case("xlsx_empty", lambda: book(lambda _: None), "a.xlsx", Bad("データが 1 つもありません")),
    Case("row_too_long", lambda: text([HEADER, *CELLS[:2], ("3", "女性", "40代", "あ", "余り"), CELLS[3]]), "a.csv", Bad("列の数が多すぎます", row=4)),
    Case("row_too_short", lambda: text([HEADER, CELLS[0], ("2", "男性"), *CELLS[2:]]), "a.csv", Bad("列の数が足りません", row=3)),
    Case("row_too_short_far_down", lambda: text([HEADER, *LONG, ("400", "男性"), *LONG]), "a.csv", Bad("列の数が足りません", row=401)),
    Case("cut_off_at_the_end", lambda: text()[: -len("50代,特になし\r\n".encode())], "a.csv", Bad("途中で切れています", Severity.WARNING, 5)),
    Case("duplicate_columns", lambda: text([("ID", "性別", "年代", "性別"), *CELLS]), "a.csv", Bad("同じ名前の列", row=1, column="B, D")),
    Case("wrong_encoding_told", lambda: text(encoding="cp932"), "a.csv", Bad("UTF-8 として読めない", row=1), ReadOptions("utf-8")),
    Case("unknown_encoding_told", text, "a.csv", Bad("文字コード「rot13」は使えません"), ReadOptions("rot13")),
    Case("broken_character", lambda: text().replace("30代".encode(), b"30\xe4\xbb"), "a.csv", Bad("UTF-8 として読めない", row=3)),
    Case("mixed_encodings", lambda: text() + text([("5", "男性", "60代", "窓口")], "cp932"), "a.csv", Bad("文字コード（UTF-8 と Shift_JIS）が混ざって", row=6)),
    Case("mixed_the_other_way", lambda: text(encoding="cp932") + text([("5", "男性", "60代", "窓口")]), "a.csv", Bad("混ざって", row=6)),
    Case("no_encoding_at_all", lambda: "Café,Müller\nnaïve,Ünal\n".encode("latin-1"), "a.csv", Bad("文字コードを判定できません")),
    Case("nul_bytes", lambda: text().replace(b"\r\n3,", b"\r\n\x00,"), "a.csv", Bad("NUL", row=4)),
    Case("unclosed_quote", lambda: text([HEADER, *LONG]).replace(b"\r\n3,", b'\r\n"3,'), "a.csv", Bad("引用符（\"）が閉じていません", row=4)),
    Case("stray_quote", lambda: text([("ID", "意見"), ("1", "あ")]) + b'2,"b"c\r\n', "a.csv", Bad("引用符（\"）の使い方", row=3)),
    Case("formula_errors_in_text", lambda: text([("ID", "値"), ("1", "5"), ("2", "#DIV/0!")]), "a.csv", Bad("計算式がエラー", row=3, column="値")),
    Case("formula_errors", formula_errors, "a.xlsx", Bad("計算式がエラー", row=3, column="ID")),
    Case("formulas_never_calculated", lambda: book(with_formulas), "a.xlsx", Bad("結果がファイルに保存されていない", row=3, column="C")),
    Case("truncated_xlsx", lambda: book(titled)[:3000], "a.xlsx", Bad("Excel ファイルが途中で切れている")),
    Case("half_a_sheet_xml", lambda: replaced(book(titled), "xl/worksheets/sheet1.xml", lambda data: data[: len(data) // 2]), "a.xlsx", Bad("読み取れない部分")),
    Case("encrypted_xlsx", lambda: ole(["EncryptionInfo", "EncryptedPackage"]), "a.xlsx", Bad("パスワードで保護")),
    Case("old_xls", lambda: ole(["Workbook"]), "a.xls", Bad("古い形式の Excel")),
    Case("old_xls_named_csv", lambda: ole(["Workbook"]), "a.csv", Bad("古い形式の Excel")),
    Case("old_word_named_xls", lambda: ole(["WordDocument"]), "a.xls", Bad("Word の文書")),
    Case("html_named_xls", lambda: b"<html><table><tr><td>1</td></tr></table></html>", "a.xls", Bad("ウェブページ")),
    Case("xml_named_csv", lambda: b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "a.csv", Bad("ウェブページ")),
    Case("pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a.csv", Bad("PDF ファイル")),
    Case("docx", lambda: packed(["[Content_Types].xml", "word/document.xml"]), "a.xlsx", Bad("Word の文書")),
    Case("xlsb", lambda: packed(["[Content_Types].xml", "xl/workbook.bin"]), "a.xlsx", Bad(".xlsb")),
    Case("image", lambda: b"\x89PNG\r\n\x1a\n" + bytes(40), "a.csv", Bad("画像ファイル")),
    Case("zip_of_csv", lambda: packed(["a.csv"]), "a.zip", Bad("圧縮されたファイル")),
    Case("truncated_gzip", lambda: gzip.compress(text())[:40], "a.csv.gz", Bad("圧縮されたファイル")),
    Case("truncated_sav", lambda: spss()[:700], "a.sav", Bad("SPSS ファイルが途中で")),
    Case("truncated_parquet", lambda: parquet()[:-50], "a.parquet", Bad("Parquet ファイルが途中で")),
    Case("bytes_of_nothing", lambda: bytes(range(1, 32)) * 50, "a.csv", Bad("表のデータとして読めない")),
    Case("bytes_by_chance", lambda: Random(7).randbytes(20_000), "a.csv", Bad("文字のファイルではないようです")),
    Case("zip_bomb", bomb, "a.xlsx", Bad("圧縮率が異常")),
    Case("unpacks_beyond_the_limit", bomb, "a.xlsx", Bad("中身が大きすぎます"), limits=Limits(unpacked_megabytes=20)),
    Case("entity_bomb", entity_bomb, "a.xlsx", Bad("読み取れない部分")),
    Case("entity_bomb_in_a_sheet", entity_bomb_in_a_sheet, "a.xlsx", Bad("読み取れない部分")),
    Case("a_cell_far_off", lambda: book(far_cell), "a.xlsx", Bad("使用範囲が広すぎます")),
    Case("too_large", lambda: text() * 9000, "a.csv", Bad("ファイルが大きすぎます"), limits=SMALL),
    Case("too_many_rows", text, "a.csv", Bad("行が多すぎます（4 行）"), limits=Limits(rows=3)),
    Case("too_many_columns", lambda: text([[f"Q{n}" for n in range(5000)], ["1"] * 5000]), "a.csv", Bad("列が多すぎます（5,000 列）")),
    Case("xlsx_too_many_columns", lambda: book(lambda workbook: workbook.active.append([f"Q{n}" for n in range(3000)])), "a.xlsx", Bad("列が多すぎます（3,000 列）")),
    Case("cell_too_long", text, "a.csv", Bad("文字が長すぎます（10 文字まで）", row=2, column="市への要望①"), limits=Limits(cell_characters=10)),
    Case("no_such_sheet", lambda: book(several_sheets), "a.xlsx", Bad("シート「集計」がありません"), ReadOptions(sheet="集計")),
    Case("no_such_row", text, "a.csv", Bad("見出しの行に指定した行がありません"), ReadOptions(header_row=99)),
]  # fmt: skip
