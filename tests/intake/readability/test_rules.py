"""Each rule on a sheet that keeps it and on one that breaks it, with the place."""

from datetime import date

import pytest

from narabe.model.intake import Format, Sheet
from tests.intake.readability.sheets import TIDY, judged, merge, rule, sheet

TEXT = Format.DELIMITED
HEAD = TIDY[0]
ANSWERS = [["番号", "性別"]] + [[n, "男性" if n % 2 else "女性"] for n in range(1, 9)]
CODES = sheet([["項目", "コード", "意味"], ["性別", 1, "男性"], ["性別", 2, "女性"]], "コード表")
CODED = [["番号", "性別"]] + [[n, 1 + n % 2] for n in range(1, 9)]
DEFINITIONS = sheet(
    [["field", "name_ja", "unit"], ["month", "年月", None], ["visitors", "利用者数", "人"]], "definitions"
)
ABOUT = sheet(
    [["item", "value"], ["更新履歴", "2025-06-01 公開"], ["文字コード", "UTF-8（BOMあり）"]], "about"
)
PHYSICAL = [["month", "visitors"], ["2025-04", 12], ["2025-05", 9]]


def numbers(*values: object, name: str = "利用者数（人）") -> Sheet:
    """Values under one name, beside a column of names."""
    return sheet([["施設", name], *([f"施設{n}", value] for n, value in enumerate(values))])  # type: ignore[list-item]


BREAKING: dict[str, tuple[Format, tuple[Sheet, ...], tuple[str, ...]]] = {
    "L1-01": (Format.WORKBOOK, (sheet([[None]], objects=1),), ()),
    "L1-02": (
        Format.WORKBOOK,
        (sheet([*TIDY, [None], ["課", "件数"], ["総務課", 3], ["税務課", 4]]),),
        ("A1:C4", "A6:B8"),
    ),
    "L1-03": (Format.WORKBOOK, (sheet([*TIDY[:2], [None], *TIDY[2:]]),), ("3:3",)),
    "L1-04": (
        Format.WORKBOOK,
        (sheet([[*row, None, memo] for row, memo in zip(TIDY, [None, "要確認", None, None], strict=True)]),),
        ("E2",),
    ),
    "L1-05": (
        Format.WORKBOOK,
        (sheet([["Q1", "利用者数（人）", None], [1, 5, 7], [2, 6, 8]]),),
        ("A1", "C1"),
    ),
    "L1-06": (
        Format.WORKBOOK,
        (sheet([["氏　名", "課"], ["山田", "　総務課"], ["郡山　太郎", "税務課"]]),),
        ("A1", "B2"),
    ),
    "L1-07": (
        Format.WORKBOOK,
        (sheet([["番号", "使うサービス"], [1, "図書館;体育館"], [2, "図書館"], [3, "体育館;図書館"]]),),
        ("B2", "B4"),
    ),
    "L1-08": (
        Format.WORKBOOK,
        (sheet([["番号", "名称"], [1, "㈱郡山"], [2, "髙橋商店"], [3, "①窓口"]]),),
        ("B2", "B4"),
    ),
    "L1-09": (Format.WORKBOOK, (numbers(5, 0, None, 3),), ("B4",)),
    "L1-10": (Format.WORKBOOK, (sheet(TIDY, objects=2),), ("Sheet1",)),
    "L1-11": (Format.WORKBOOK, (sheet(TIDY, coloured=frozenset({(1, 1), (1, 2), (3, 3)})),), ("C3",)),
    "L1-12": (Format.WORKBOOK, (sheet(TIDY, merged=(merge(2, 1, 3, 1),)),), ("A2:A3",)),
    "L1-13": (Format.WORKBOOK, (sheet(TIDY, hidden_rows=(3,), hidden_columns=(2,)),), ("3:3", "B:B")),
    "L1-14": (TEXT, (sheet([["番号", "ご意見"], ["1", "よい\nと思う。"], ["2", "ふつう。"]], ""),), ("B2",)),
    "L1-15": (
        TEXT,
        (sheet([["課", "件数"], ["総務課", "1", "234"], ["税務課", "56"], ["市民課", "78"]], ""),),
        ("2:2",),
    ),
    "L2-01": (Format.WORKBOOK, (numbers(5, "1,234人", "▲3", "１２", 7, "－"),), ("B3", "B4", "B5")),
    "L2-02": (
        Format.WORKBOOK,
        (
            sheet(
                [
                    ["地区", "施設", "件数"],
                    ["東部", "A館", 1],
                    [None, "B館", 2],
                    ["西部", "C館", 3],
                    [None, "D館", 4],
                ]
            ),
        ),
        ("A3", "A5"),
    ),
    "L2-03": (
        Format.WORKBOOK,
        (sheet([["課", "件数", "件 数"], ["総務課", 1, 2], ["税務課", 3, 4]]),),
        ("B1", "C1"),
    ),
    "L2-04": (
        Format.WORKBOOK,
        (
            sheet(
                [
                    ["番号", "回答"],
                    [1, "はい"],
                    [2, "いいえ"],
                    [3, "は い"],
                    [4, "はい"],
                    [5, "いいえ"],
                    [6, "いいえ"],
                ]
            ),
        ),
        ("B4",),
    ),
    "L2-05": (
        Format.WORKBOOK,
        (sheet([["番号", "きっかけ"], [1, "広報"], [2, "その他（犬の散歩）"], [3, "広報"], [4, "その他"]]),),
        ("B3",),
    ),
    "L2-06": (Format.WORKBOOK, (sheet(TIDY, formulas=frozenset({(4, 3)})),), ("C4",)),
    "L3-01": (Format.WORKBOOK, (sheet([["図書館の利用状況"], *TIDY]),), ("2:2",)),
    "L3-02": (Format.WORKBOOK, (sheet(CODED),), ("B1",)),
    "L3-03": (Format.WORKBOOK, (numbers(5, "x", 7, "－", 9),), ("B3", "B5")),
    "L3-04": (Format.WORKBOOK, (numbers(5, 6, name="利用状況"),), ("B1",)),
    "L3-05": (
        Format.WORKBOOK,
        (sheet([["年月", "件数"], ["令和7年4月", 3], ["2025年5月", 4], ["R7.6", 5]]),),
        ("A2", "A4"),
    ),
    "L3-06": (
        Format.WORKBOOK,
        (sheet([["市町村", "人口"], ["郡山市", 3], ["白河", 4], ["合計", 7]]),),
        ("A3",),
    ),
    "L3-07": (
        Format.WORKBOOK,
        (
            sheet([["課", "件数"], ["総務課", 1], ["税務課", 2]], "令和6年度"),
            sheet([["部署", "件数"], ["総務課", 1], ["税務課", 2]], "令和7年度"),
        ),
        ("令和7年度",),
    ),
    "L3-08": (Format.WORKBOOK, (sheet(PHYSICAL, "data"),), ()),
    "L3-09": (
        Format.WORKBOOK,
        (sheet([["施設", "4月", "5月", "6月"], ["A館", 1, 2, 3], ["B館", 4, 5, 6]]),),
        ("B1", "C1", "D1"),
    ),
}

KEEPING: dict[str, tuple[Format, tuple[Sheet, ...]]] = {
    **{f"L1-{n:02}": (Format.WORKBOOK, (sheet(TIDY),)) for n in (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 13)},
    # empty beside zero, but said what it means
    "L1-09": (
        Format.WORKBOOK,
        (sheet([["施設", "人数"], ["A", 5], ["B", 0], ["C", None], ["※空欄は未集計", None]]),),
    ),
    # header, whole columns, every second row and totals may have a colour
    "L1-11": (
        Format.WORKBOOK,
        (
            sheet(
                [["課", "件数"], ["a", 1], ["b", 2], ["c", 3], ["d", 4], ["合計", 10]],
                coloured=frozenset(
                    {(1, 1), (1, 2), (6, 1), (6, 2)}
                    | {(row, 1) for row in range(2, 7)}
                    | {(3, 1), (3, 2), (5, 2)}
                ),
            ),
        ),
    ),
    "L1-14": (TEXT, (sheet([["番号", "ご意見"], ["1", "よい, と思う。"], ["2", "ふつう。"]], ""),)),
    "L1-15": (TEXT, (sheet([["番号", "ご意見"], ["1", "よい, と思う。"], ["2", "ふつう。"]], ""),)),
    "L2-01": (Format.WORKBOOK, (numbers(5, -3, 1.5, "－", None),)),
    # a choice that some left empty is missing, not left out
    "L2-02": (
        Format.WORKBOOK,
        (sheet([["性別", "番号"], ["男", "a"], ["男", "b"], [None, "c"], ["女", "d"], [None, "e"]]),),
    ),
    "L2-03": (Format.WORKBOOK, (sheet(TIDY),)),
    "L2-04": (Format.WORKBOOK, (sheet(ANSWERS),)),
    "L2-05": (
        Format.WORKBOOK,
        (
            sheet(
                [
                    ["番号", "きっかけ", "その他の内容"],
                    [1, "広報", None],
                    [2, "その他", "犬の散歩"],
                    [3, "広報", None],
                ]
            ),
        ),
    ),
    "L2-06": (Format.WORKBOOK, (sheet(TIDY),)),
    "L3-01": (Format.WORKBOOK, (sheet(TIDY),)),
    "L3-02": (Format.WORKBOOK, (sheet(CODED), CODES)),
    "L3-03": (
        Format.WORKBOOK,
        (
            sheet(
                [["施設", "人数"], ["A", 5], ["B", "x"], ["C", "－"], ["注：「x」は秘匿、－：該当なし", None]]
            ),
        ),
    ),
    "L3-04": (Format.WORKBOOK, (sheet(TIDY),)),
    "L3-05": (Format.WORKBOOK, (sheet([["年度", "件数"], ["令和6年度（2024年度）", 3], ["2025年度", 4]]),)),
    "L3-06": (Format.WORKBOOK, (sheet([["市町村", "人口"], ["郡山市", 3], ["白河市", 4], ["合計", 7]]),)),
    "L3-07": (
        Format.WORKBOOK,
        (
            sheet([["課", "R6件数"], ["総務課", 1], ["税務課", 2]], "令和6年度"),
            sheet([["課", "R7件数"], ["総務課", 1], ["税務課", 2]], "令和7年度"),
        ),
    ),
    "L3-08": (TEXT, (sheet(PHYSICAL, "data"), DEFINITIONS, ABOUT)),
    "L3-09": (Format.WORKBOOK, (sheet(TIDY),)),
}

OUTSIDE: dict[str, tuple[Format, tuple[Sheet, ...]]] = {
    **{f"L1-{n}": (TEXT, (sheet(TIDY, ""),)) for n in (10, 11, 12, 13)},
    **{f"L1-{n}": (Format.WORKBOOK, (sheet(TIDY),)) for n in (14, 15)},
    "L1-09": (Format.WORKBOOK, (sheet([["番号", "名称"], ["a1", "あ"], ["a2", "い"]]),)),
    "L2-01": (Format.WORKBOOK, (sheet([["番号", "名称"], ["a1", "あ"], ["a2", "い"]]),)),
    "L2-05": (Format.WORKBOOK, (sheet(ANSWERS),)),
    "L2-06": (TEXT, (sheet(TIDY, ""),)),
    "L3-02": (Format.WORKBOOK, (sheet(TIDY),)),
    "L3-03": (Format.WORKBOOK, (sheet(TIDY),)),
    "L3-05": (Format.WORKBOOK, (sheet(ANSWERS),)),
    "L3-06": (Format.WORKBOOK, (sheet(TIDY),)),
    "L3-07": (Format.WORKBOOK, (sheet(TIDY),)),
}


@pytest.mark.parametrize("rule_id", sorted(BREAKING))
def test_broken_with_its_places(rule_id: str) -> None:
    form, sheets, places = BREAKING[rule_id]
    found = rule(judged(*sheets, form=form), rule_id)
    assert found.kept is False
    assert found.places == places
    assert found.found is not None
    for place in places[:3]:
        assert place in found.found.ja and place in found.found.en


@pytest.mark.parametrize("rule_id", sorted(KEEPING))
def test_kept(rule_id: str) -> None:
    form, sheets = KEEPING[rule_id]
    found = rule(judged(*sheets, form=form), rule_id)
    assert found.kept is True, found
    assert found.places == () and found.found is None


@pytest.mark.parametrize("rule_id", sorted(OUTSIDE))
def test_not_applicable(rule_id: str) -> None:
    form, sheets = OUTSIDE[rule_id]
    assert rule(judged(*sheets, form=form), rule_id).kept is None


def test_every_rule_has_both() -> None:
    every = {each.rule_id for each in judged(sheet(TIDY)).rules}
    assert len(every) == 30
    assert set(BREAKING) == set(KEEPING) == every


def test_what_cannot_be_decided_says_what_would_do() -> None:
    found = rule(judged(sheet(TIDY)), "L3-07")
    assert found.kept is None and found.found is not None and "変更履歴" in found.found.ja


def test_what_lacks_is_named() -> None:
    found = rule(judged(sheet([["月", "件数"], ["2025-04", 1], ["2025-05", 2]], ""), form=TEXT), "L3-08")
    assert found.found is not None
    assert "項目の定義、更新履歴、英数字の項目名、文字コードとBOMの有無" in found.found.ja
    found = rule(judged(sheet(PHYSICAL, "data"), DEFINITIONS), "L3-08")
    assert found.found is not None and "ないもの：更新履歴）" in found.found.ja


def test_dates_are_dates() -> None:
    assert (
        rule(judged(sheet([["日付", "件数"], [date(2025, 4, 1), 1], [date(2025, 4, 2), 2]])), "L3-05").kept
        is True
    )


def test_looks_that_were_not_read_are_not_said_to_be_kept() -> None:
    large = judged(sheet(TIDY, looks_read=False))
    assert {each.rule_id for each in large.rules if each.found is not None and "大きい" in each.found.ja} == {
        "L1-10", "L1-11", "L1-12", "L1-13", "L2-06"
    }  # fmt: skip
    assert rule(large, "L1-12").kept is None
    assert rule(judged(sheet(TIDY, looks_read=False, objects=1)), "L1-10").kept is False
