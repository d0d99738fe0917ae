"""`crosstab --rake`: the forty people, weighted to a small city of as many men as women, half of it 60代.

Men know 12 of 20, women 5 of 20. By sex alone the sample already stands as the city does.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Said
from tests.cli.forty_people import KNOW

Narabe = Callable[..., Said]
pytestmark = pytest.mark.usefixtures("forty_people")


@pytest.fixture
def cross(narabe: Narabe) -> Callable[..., Said]:
    return lambda *arguments: narabe("crosstab", "--dataset", "mini", "--rows", KNOW, *arguments)


def given(folder: Path, text: str, name: str = "性別.csv") -> str:
    path = folder / name
    path.write_bytes(text.encode("cp932"))
    return str(path)


def test_a_file_of_the_population_weights_the_answers(cross: Callable[..., Said], tmp_path: Path) -> None:
    """Three times as many women: a man counts 0.5, a woman 1.5; (12·0.5 + 5·1.5) / 40 know, as by the weights of the file."""
    said = cross("--rake", given(tmp_path, "性別,人口\n男性,1000\n女性,3000\n"), "--banner", "性別")
    assert (said.status, said.err) == (0, "")
    told = json.loads(said.out)
    total = next(cell for cell in told["tables"][0]["cells"] if cell["column_id"] == "total")
    assert (total["unweighted_count"], total["weighted_count"]) == (17, 13.5)
    assert total["column_share"] == 13.5 / 40
    raking = told["raking"]
    assert told["weight"] == "性別.csv"
    assert (raking["respondents"], raking["unanswered"], raking["left_out"]) == (40, 0, [])
    assert (raking["converged"], raking["rounds"], raking["trim"], raking["trimmed"]) == (True, 1, None, 0)
    assert (raking["lowest_weight"], raking["highest_weight"]) == (0.5, 1.5)
    assert raking["effective_base"] == pytest.approx(40**2 / (20 * 0.25 + 20 * 2.25))
    assert raking["design_effect"] == pytest.approx(40 / raking["effective_base"])
    (margin,) = raking["margins"]
    assert margin["categories"][1] | {"option_ids": None} == {
        "category": "女性", "option_ids": None, "respondents": 20, "sample_share": 0.5, "population": 3000.0,
        "population_share": 0.75, "weighted_share": 0.75,
    }  # fmt: skip
    same = json.loads(cross("--weight", "ウエイト", "--banner", "性別").out)
    assert same["tables"] == told["tables"], "the file's own weights are the same numbers"
    assert same["raking"] is None


def test_two_files_and_a_limit(cross: Callable[..., Said], tmp_path: Path) -> None:
    """By age 10代 are 4 of 40 and shall be 10 of 40: at most 2 each makes 8."""
    sex = given(tmp_path, "性別,人口\n男性,20\n女性,20\n")
    age = given(tmp_path, "年代,人口\n10代,10\n30代,10\n60代,20\n計,40\n", "年代.csv")
    said = cross("--rake", sex, "--rake", age, "--trim", "2")
    assert said.status == 0 and "年代.csv" in said.err and "5行" in said.err, "the row of totals is not used"
    raking = json.loads(said.out)["raking"]
    assert (raking["trim"], raking["highest_weight"], raking["converged"]) == (2.0, 2.0, False)
    assert raking["trimmed"] == 4
    tens = raking["margins"][1]["categories"][0]
    assert tens["weighted_share"] == pytest.approx(8 / 40)
    assert raking["largest_distance"] == pytest.approx(0.2)


def test_the_workbook_and_the_csv_say_what_was_weighted_to(
    cross: Callable[..., Said], tmp_path: Path
) -> None:
    file, out = given(tmp_path, "性別,人口\n男性,1000\n女性,3000\n"), tmp_path / "a.xlsx"
    assert cross("--rake", file, "--format", "xlsx", "--out", str(out)).status == 0
    book = load_workbook(out)
    said = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("人口の表（性別.csv）に合わせて計算" in each for each in said)
    assert any("デザイン効果 1.25" in each for each in said)
    assert ",性別.csv," in cross("--rake", file, "--format", "csv").out


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("性別,人口\n男性,多い\n女性,\n", ("2行 人口", "3行 人口", "人口の表「性別.csv」は使えません")),
        ("性別,人口\n男,5\n女,6\n", ("「性別.csv」の 2 行目", "選択肢「男」はありません")),
        ("年代,人口\n10代,5\n20代,5\n", ("選択肢「20代」はありません",)),
        ("性別,年代,人口\n女性,10代,5\n男性,10代,5\n", ("「女性 × 10代」が 5 人いますが",)),
        ("", ("使えません",)),
    ],
)
def test_what_cannot_be_used_is_refused(
    cross: Callable[..., Said], tmp_path: Path, text: str, parts: tuple[str, ...]
) -> None:
    said = cross("--rake", given(tmp_path, text))
    assert (said.status, said.out) == (1, "")
    assert all(part in said.err for part in parts)


def test_wrong_usage_is_told_apart(cross: Callable[..., Said], tmp_path: Path) -> None:
    file = given(tmp_path, "性別,人口\n男性,1\n女性,1\n")
    for arguments in (
        ("--rake", file, "--weight", "ウエイト"),
        ("--trim", "5"),
        ("--rake", file, "--trim", "1"),
    ):
        assert cross(*arguments).status == 2
    gone = cross("--rake", str(tmp_path / "ない.csv"))
    assert gone.status == 1 and "ない.csv" in gone.err
