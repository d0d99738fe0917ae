"""`python -m narabe crosstab` on the forty people, whose every count can be checked by hand."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Said
from tests.cli.forty_people import KNOW

Narabe = Callable[..., Said]
pytestmark = pytest.mark.usefixtures("forty_people")


@pytest.fixture
def cross(narabe: Narabe) -> Callable[..., Any]:
    """The JSON of a call that must succeed."""

    def run(*arguments: str) -> Any:
        said = narabe("crosstab", "--dataset", "mini", *arguments)
        assert (said.status, said.err) == (0, "")
        return json.loads(said.out)

    return run


def cells(table: Any, *names: str) -> dict[tuple[str, str], Any]:
    """By row and column: one value of each cell, or several."""
    return {
        (cell["row"], cell["column"]): cell[names[0]]
        if len(names) == 1
        else tuple(cell[name] for name in names)
        for cell in table["cells"]
    }


def quiet(said: Said) -> bool:
    """Done, and nothing printed."""
    return (said.status, said.out, said.err) == (0, "", "")


def test_counts_shares_and_bases_by_hand(cross: Callable[..., Any]) -> None:
    told = cross("--rows", KNOW, "--banner", "性別")
    assert (told["rows"], told["banner"], told["weight"], told["where"]) == (KNOW, ["性別"], None, None)
    (table,) = told["tables"]
    bases = [
        (c["label"], c["unweighted_base"], c["weighted_base"], c["effective_base"]) for c in table["columns"]
    ]
    assert bases == [("全体", 40, 40, 40), ("男性", 20, 20, 20), ("女性", 20, 20, 20)]
    found = cells(table, "unweighted_count", "column_share", "row_share", "total_share")
    assert found == {
        ("知っている", "全体"): (17, 17 / 40, 1, 17 / 40),
        ("知っている", "男性"): (12, 12 / 20, 12 / 17, 12 / 40),
        ("知っている", "女性"): (5, 5 / 20, 5 / 17, 5 / 40),
        ("知らない", "全体"): (23, 23 / 40, 1, 23 / 40),
        ("知らない", "男性"): (8, 8 / 20, 8 / 23, 8 / 40),
        ("知らない", "女性"): (15, 15 / 20, 15 / 23, 15 / 40),
    }


def test_chi_square_of_two_by_two_by_hand(cross: Callable[..., Any]) -> None:
    """n (ad − bc)² over the product of the margins: 40 × (12·15 − 5·8)² / (20 × 20 × 17 × 23)."""
    tests = cross("--rows", KNOW, "--banner", "性別")["tables"][0]["tests"]
    statistic = 40 * (12 * 15 - 5 * 8) ** 2 / (20 * 20 * 17 * 23)
    assert tests["pearson"]["statistic"] == pytest.approx(statistic, rel=1e-9)
    assert tests["pearson"]["df"] == 1 and 0.02 < tests["pearson"]["p"] < 0.03
    assert tests["cramers_v"] == pytest.approx((statistic / 40) ** 0.5, rel=1e-9)


def test_two_groups_differ_by_the_pooled_z(cross: Callable[..., Any]) -> None:
    """Of two groups z² is the χ² above; 60 % of men is higher than 25 % of women."""
    (table,) = cross("--rows", KNOW, "--banner", "性別")["tables"]
    pair = table["pairs"][0]
    assert pair["z"] ** 2 == pytest.approx(40 * 140**2 / (20 * 20 * 17 * 23), rel=1e-9)
    marks = cells(table, "differs_from", "against_rest")
    assert marks["知っている", "男性"] == (["女性"], "higher")
    assert marks["知っている", "女性"] == (["男性"], "lower")
    assert marks["知っている", "全体"] == ([], "not tested")


def test_weights_by_the_heading_of_the_file(cross: Callable[..., Any]) -> None:
    """17 know: 12 × 0.5 + 5 × 1.5 = 13.5 of 20 × 0.5 + 20 × 1.5 = 40; effective 40² / (20 × 0.25 + 20 × 2.25) = 32."""
    told = cross("--rows", KNOW, "--banner", "性別", "--weight", "ウエイト")
    assert told["weight"] == "ウエイト"
    (table,) = told["tables"]
    bases = [(c["unweighted_base"], c["weighted_base"], c["effective_base"]) for c in table["columns"]]
    assert bases == [(40, 40, 32), (20, 10, 20), (20, 30, 20)]
    found = cells(table, "unweighted_count", "weighted_count", "column_share")
    assert found["知っている", "全体"] == (17, 13.5, 13.5 / 40)
    assert found["知っている", "女性"] == (5, 7.5, 0.25)
    assert table["tests"]["rao_scott"]["ndf"] == pytest.approx(1)
    assert cross("--rows", KNOW, "--weight", "weight")["tables"][0]["columns"][0]["effective_base"] == 32


def test_several_answers_by_hand(cross: Callable[..., Any]) -> None:
    (table,) = cross("--rows", "利用したもの", "--banner", "性別")["tables"]
    assert cells(table, "unweighted_count") == {
        ("窓口", "全体"): 36, ("窓口", "男性"): 16, ("窓口", "女性"): 20,
        ("ネット", "全体"): 20, ("ネット", "男性"): 20, ("ネット", "女性"): 0,
    }  # fmt: skip
    assert table["tests"]["pearson"] is None


def test_numbers_have_averages_by_hand(cross: Callable[..., Any]) -> None:
    """Men: (4 × 15 + 8 × 35 + 8 × 65) / 20 = 43; women: (8 × 35 + 12 × 65) / 20 = 53."""
    (table,) = cross("--rows", "年齢", "--banner", "性別")["tables"]
    assert table["cells"] == []
    assert [(a["column"], a["mean"], a["median"]) for a in table["averages"]] == [
        ("全体", 48, 50), ("男性", 43, 35), ("女性", 53, 65),
    ]  # fmt: skip


def test_a_small_group_is_masked_and_another_with_it(cross: Callable[..., Any]) -> None:
    """Four are 10代; 40 − 16 − 20 would tell them, so the smaller of the others goes too."""
    told = cross("--rows", KNOW, "--banner", "年代")
    (table,) = told["tables"]
    assert told["suppressed_below"] == 10
    columns = {c["label"]: (c["suppressed"], c["unweighted_base"]) for c in table["columns"]}
    assert columns == {"全体": (False, 40), "10代": (True, None), "30代": (True, None), "60代": (False, 20)}
    for column in ("10代", "30代"):
        masked = next(cell for cell in table["cells"] if cell["column"] == column)
        numbers = (
            "unweighted_count",
            "weighted_count",
            "column_share",
            "row_share",
            "total_share",
            "low",
            "high",
        )
        assert [masked[name] for name in numbers] == [None] * 7 and masked["suppressed"] is True
    assert {pair["column"] for pair in table["pairs"]} & {"10代", "30代"} == set()


def test_nothing_is_masked_below_zero_people(cross: Callable[..., Any]) -> None:
    (table,) = cross("--rows", KNOW, "--banner", "年代", "--suppress-below", "0")["tables"]
    assert [c["unweighted_base"] for c in table["columns"]] == [40, 4, 16, 20]
    assert cells(table, "unweighted_count")["知っている", "10代"] == 3


@pytest.mark.parametrize(
    ("where", "people", "know"),
    [
        ("性別 = 男性", 20, 12),
        ("性別 != 男性", 20, 5),
        ("性別 = 男性 and 年代 in (30代, 60代)", 16, 9),
        ("年齢 < 30 or 性別 = 女性", 24, 8),
        ("年齢 >= 65", 20, 6),
        ("年齢≧65", 20, 6),
        ("性別＝男性", 20, 12),
        ("年齢 in (15, 35)", 20, 11),
        ('"職業 (主)" = 無職 and 性別=女性', 12, 2),
        ("(性別 = 男性 or 年代 = 30代) and 年齢 != 15", 24, 12),
        ("利用したもの = ネット", 20, 12),
        ("v1 = o2", 20, 5),
    ],
)
def test_conditions(cross: Callable[..., Any], where: str, people: int, know: int) -> None:
    told = cross("--rows", KNOW, "--where", where, "--suppress-below", "0")
    (table,) = told["tables"]
    assert told["where"] == where
    assert table["columns"][0]["unweighted_base"] == people
    assert cells(table, "unweighted_count")["知っている", "全体"] == know


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--rows", "住所"], "設問「住所」はありません"),
        (["--rows", KNOW, "--banner", "住所"], "設問「住所」はありません"),
        (["--rows", KNOW, "--banner", "年齢"], "集計軸にできません"),
        (["--rows", "ご意見"], "自由記述"),
        (["--rows", KNOW, "--weight", "性別"], "「性別」はウエイトに使えません"),
        (["--rows", KNOW, "--weight", "ない列"], "「ない列」はウエイトに使えません"),
        (["--rows", KNOW, "--where", "住所 = 郡山"], "設問「住所」はありません"),
        (["--rows", KNOW, "--where", "性別 = 無回答者"], "選択肢「無回答者」はありません"),
        (["--rows", KNOW, "--where", "性別 > 男性"], "大小では比べられません"),
        (["--rows", KNOW, "--where", "年齢 > 若い"], "「若い」は数値ではありません"),
        (["--rows", KNOW, "--where", "性別 = 男性 and"], "9 文字目「and」が読み取れません"),
        (["--rows", KNOW, "--where", "性別 ="], "条件が途中で終わっています"),
        (["--rows", KNOW, "--where", "1; drop table answers"], "読み取れません"),
    ],
)
def test_what_is_not_there_ends_with_one_and_a_sentence(
    narabe: Narabe, arguments: list[str], said: str
) -> None:
    answer = narabe("crosstab", "--dataset", "mini", *arguments)
    assert (answer.status, answer.out) == (1, "")
    assert said in answer.err and "Traceback" not in answer.err


def test_an_unknown_dataset_ends_with_one(narabe: Narabe) -> None:
    answer = narabe("crosstab", "--dataset", "nothing", "--rows", "q")
    assert answer.status == 1 and "回答データ「nothing」はありません" in answer.err and "mini" in answer.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "xlsx"], "--out"),
        (["--letters"], "--format xlsx"),
        (["--suppress-below", "-1"], "0以上の整数"),
        (["--suppress-below", "ten"], "0以上の整数"),
        (["--format", "pdf"], "invalid choice"),
        (["--correction", "guess"], "invalid choice"),
    ],
)
def test_wrong_usage_ends_with_two(narabe: Narabe, arguments: list[str], said: str) -> None:
    answer = narabe("crosstab", "--dataset", "mini", "--rows", KNOW, *arguments)
    assert (answer.status, answer.out) == (2, "") and said in answer.err


def test_wrong_usage_in_english(narabe: Narabe) -> None:
    answer = narabe("--lang", "en", "crosstab", "--dataset", "mini", "--rows", KNOW, "--format", "xlsx")
    assert answer.status == 2 and "--format xlsx cannot be printed" in answer.err


def test_a_file_that_cannot_be_written_is_said(narabe: Narabe, tmp_path: Path) -> None:
    out = str(tmp_path / "ない" / "a.csv")
    answer = narabe("crosstab", "--dataset", "mini", "--rows", KNOW, "--format", "csv", "--out", out)
    assert answer.status == 1 and "保存できません" in answer.err and "Traceback" not in answer.err


def test_one_question_keeps_the_shape_of_design_and_several_are_listed(cross: Callable[..., Any]) -> None:
    one = cross("--rows", KNOW)
    assert {"rows", "banner", "weight", "where", "tables"} <= set(one)
    two = cross("--rows", KNOW, "--rows", "年代", "--banner", "性別")
    assert set(two) == {"crosstabs"} and [each["rows"] for each in two["crosstabs"]] == [KNOW, "年代"]
    assert two["crosstabs"][0] == cross("--rows", KNOW, "--banner", "性別")


def test_all_is_every_question_but_free_text(cross: Callable[..., Any]) -> None:
    told = cross("--rows", "all", "--banner", "性別", "--banner", "年代", "--weight", "ウエイト")
    assert [each["rows_label"] for each in told["crosstabs"]] == [
        "性別", "年代", KNOW, "年齢", "利用したもの", "職業 (主)",
    ]  # fmt: skip
    assert all(len(each["tables"]) == 2 for each in told["crosstabs"])


def test_csv_to_the_screen_and_to_a_file_hold_the_same(narabe: Narabe, tmp_path: Path) -> None:
    asked = ("crosstab", "--dataset", "mini", "--rows", KNOW, "--banner", "年代", "--format", "csv")
    said, out = narabe(*asked), tmp_path / "a.csv"
    assert quiet(narabe(*asked, "--out", str(out)))
    content = out.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and not said.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert rows == list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    known = {row["group_label_ja"]: row for row in rows if row["option_label_ja"] == "知っている"}
    assert (known["60代"]["unweighted_count"], float(known["60代"]["column_share"])) == ("6", 6 / 20)
    masked = known["10代"]
    assert (masked["suppressed"], masked["unweighted_count"], masked["unweighted_base"]) == ("1", "", "")
    assert (known["60代"]["dataset"], known["60代"]["origin"], known["60代"]["suppressed"]) == (
        "mini",
        "imported",
        "0",
    )


def test_the_workbook_holds_contents_notes_and_a_sheet_a_question(narabe: Narabe, tmp_path: Path) -> None:
    out = tmp_path / "集計.xlsx"
    asked = ("--rows", KNOW, "--rows", "年齢", "--banner", "性別", "--format", "xlsx", "--out", str(out))
    assert quiet(narabe("crosstab", "--dataset", "mini", *asked, "--letters"))
    book = load_workbook(out)
    assert book.sheetnames == ["目次", "注", f"01_{KNOW}", "02_年齢"]
    lines = [list(row) for row in book[f"01_{KNOW}"].iter_rows(min_row=5, max_row=13, values_only=True)]
    assert lines == [
        ["集計軸", "区分", "値", "回答者数(n)", "知っている", "知らない"],
        [None, "全体", "人数", 40, 17, 23],
        [None, None, "%", 100, 42.5, 57.5],
        [None, None, None, None, None, None],
        ["性別", "男性 (A)（参考値）", "人数", 20, 12, 8],
        [None, None, "%", 100, 60, 40],
        [None, None, None, None, "b", None],
        [None, "女性 (B)（参考値）", "人数", 20, 5, 15],
        [None, None, "%", 100, 25, 75],
    ]
    assert [cell.value for cell in book["02_年齢"][5]][4:] == ["平均", "中央値", "標準偏差"]
    assert [cell.value for cell in book["02_年齢"][7]][1:6] == ["男性（参考値）", None, 20, 43, 35]


def test_an_english_workbook(narabe: Narabe, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    asked = ("--rows", KNOW, "--format", "xlsx", "--out", str(out))
    assert narabe("--lang", "en", "crosstab", "--dataset", "mini", *asked).status == 0
    book = load_workbook(out)
    assert book.sheetnames[:2] == ["Contents", "Notes"]
    assert [cell.value for cell in book.worksheets[2][5]][:4] == [
        "Axis",
        "Group",
        "Figure",
        "Respondents (n)",
    ]


def test_a_question_by_itself_weighted_has_no_second_order_test(cross: Callable[..., Any]) -> None:
    """So many cells are empty that its design effects do not exist; R's svychisq stops there."""
    (table,) = cross("--rows", "年代", "--banner", "年代", "--weight", "ウエイト")["tables"]
    assert table["tests"]["rao_scott"] is None and table["tests"]["pearson"]["df"] == 4
