"""Files that break rules of machine-readability, and the rules they break; none of them is refused for it."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import PatternFill

from narabe.model.intake import Kind
from tests.intake.corpus.case import Bad, Case, Good

YELLOW = PatternFill("solid", fgColor="FFFF00")


def _saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _book(*sheets: tuple[str, Sequence[Sequence[Any]]]) -> Workbook:
    book = Workbook()
    del book["Sheet"]
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def _broken(*rules: str) -> dict[str, object]:
    return {"broken": frozenset(rules)}


def pretty_report() -> bytes:
    """What a department prints: title, months of an era across, merged header, ▲, a note, a coloured cell."""
    book = _book(
        (
            "月次",
            [
                ["令和7年度　窓口の状況", None, None, None, None],
                ["区分", "第1四半期", None, None, "合計"],
                [None, "4月", "5月", "6月", None],
                ["来庁者（人）", 1200, "1,310", 1250, 3760],
                ["増減（人）", 10, "▲20", 30, 20],
                ["※速報値", None, None, None, None],
            ],
        )
    )
    sheet = book["月次"]
    for merge in ("A1:E1", "A2:A3", "B2:D2", "E2:E3"):
        sheet.merge_cells(merge)
    sheet["C4"].fill = YELLOW
    return _saved(book)


def two_tables_with_blank_lines() -> bytes:
    """Two tables on a sheet, the second without a period, a memo at the side, a hidden row, a chart."""
    book = _book(
        (
            "施設",
            [
                ["施設", "年度", "利用者数（人）", None, None],
                ["中央", "2024年度", 5, None, None],
                ["西", "2024年度", 6, None, "要確認"],
                [None, None, None, None, None],
                ["課", "件数（件）", None, None, None],
                ["総務課", 3, None, None, None],
                ["税務課", 4, None, None, None],
            ],
        )
    )
    sheet = book["施設"]
    sheet.row_dimensions[3].hidden = True
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=1, max_row=3), titles_from_data=True)
    sheet.add_chart(chart, "G2")
    return _saved(book)


def left_out_and_computed() -> bytes:
    """Names only where they change, a formula, sums without cached values aside."""
    book = _book(
        (
            "一覧",
            [
                ["地区", "施設", "年度", "利用者数（人）"],
                ["東部", "東館", "2024年度", 10],
                [None, "南館", "2024年度", 20],
                ["西部", "西館", "2024年度", 30],
                [None, "北館", "2024年度", 40],
            ],
        )
    )
    return _saved(book)


def answers_as_exported() -> bytes:
    """A form's export in CP932: question numbers, several answers in one cell, 「その他」 with its text, line breaks."""
    rows = [
        "回答者番号,Q1,問2 使うもの,問3 きっかけ,問4 ご意見",
        '1,1,"ウェブ;窓口",広報,よい',
        '2,2,ウェブ,その他（知人に聞いた）,"ふつう\r\nだと思う。"',
        '3,1,"窓口;ウェブ",広報,よくない',
        "4,3,窓口,広報,①が不便",
    ]
    return "\r\n".join(rows).encode("cp932")


def comma_not_quoted() -> bytes:
    """Thousands with a comma, not in quotes: the row has a cell too many."""
    return "課,件数（件）\r\n総務課,1,234\r\n税務課,56\r\n市民課,78\r\n福祉課,90\r\n".encode()


def tidy_package() -> bytes:
    """Keeps every rule: data in row 1, codes, definitions, history."""
    data = [["area_code", "area_name", "period_start", "visitors", "weather_code"]]
    data += [["07203", "郡山市", date(2025, month, 1), 100 * month, 1 + month % 2] for month in range(1, 7)]
    definitions = [["field", "name_ja", "unit", "definition_ja"]]
    definitions += [
        ["area_code", "地域コード", None, "標準地域コード"],
        ["area_name", "地域名", None, "正式な名称"],
        ["period_start", "月の初日", None, "西暦"],
        ["visitors", "来館者数", "人", "空欄は欠測"],
        ["weather_code", "天気", None, "コード表を参照"],
    ]
    codes = [["field", "code", "label_ja"], ["weather_code", 1, "晴れ"], ["weather_code", 2, "雨"]]
    history = [["date", "change_ja"], ["2025-07-01", "更新履歴：公開"]]
    book = _book(("data", data), ("codes", codes), ("definitions", definitions), ("history", history))
    return _saved(book)


CASES = [
    Case(
        "readability: a printed report",
        pretty_report,
        "月次.xlsx",
        Good(
            Kind.FIGURES,
            expected=_broken("L1-11", "L1-12", "L2-01", "L2-03", "L3-01", "L3-05", "L3-08", "L3-09"),
        ),
    ),
    Case(
        "readability: two tables, a memo, something hidden, a chart",
        two_tables_with_blank_lines,
        "施設.xlsx",
        Good(
            Kind.FIGURES,
            says=("シート「施設」の5～7行目の表は、時期（年度または年月）が読み取れない",),
            expected=_broken("L1-02", "L1-03", "L1-04", "L1-10", "L1-13", "L3-01", "L3-08"),
        ),
    ),
    Case(
        "readability: names left out",
        left_out_and_computed,
        "一覧.xlsx",
        Good(Kind.FIGURES, expected=_broken("L2-02", "L3-08")),
    ),
    Case(
        "readability: answers as a form exports them",
        answers_as_exported,
        "回答.csv",
        Good(
            Kind.ANSWERS,
            expected=_broken("L1-05", "L1-07", "L1-08", "L1-14", "L2-05", "L3-02", "L3-08"),
        ),
    ),
    Case(
        "readability: a comma that is not quoted",
        comma_not_quoted,
        "件数.csv",
        Bad("コンマで二つの列に分かれたとみられます", row=2, expected=_broken("L1-15", "L3-08")),
    ),
    Case(
        "readability: a tidy package",
        tidy_package,
        "来館者.xlsx",
        Good(Kind.FIGURES, expected=_broken()),
    ),
]
