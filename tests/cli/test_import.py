"""`python -m narabe import | datasets | undo | redo` as a clerk or a program uses them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from narabe.ui import registry
from narabe.words.cli_sentences import LOOK_NEXT
from tests.cli.conftest import Said

Narabe = Callable[..., Said]
pytestmark = pytest.mark.usefixtures("own_store")
MONTHS = "年月,キャッシュレス決済の利用件数\n2026年4月,1200\n2026年5月,1300\n"


@pytest.fixture
def months(tmp_path: Path) -> str:
    path = tmp_path / "月次.csv"
    path.write_bytes(MONTHS.encode("cp932"))
    return str(path)


def test_json_says_what_became_of_the_file(narabe: Narabe, months: str) -> None:
    said = narabe("import", months, "--dataset", "gores", "--json")
    answer = json.loads(said.out)
    assert said.status == 0 and said.err == ""
    assert answer["outcome"] == "imported" and (answer["rows"], answer["columns"]) == (2, 2)
    listed, *ours = json.loads(narabe("datasets", "--json").out)
    assert {(each["import_id"], each["origin"]) for each in ours} == {(None, "fictional")}
    assert (listed["import_id"], listed["dataset"], listed["active"]) == (answer["import_id"], "gores", True)


def test_a_refused_file_ends_with_one_and_lists_its_problems(narabe: Narabe, tmp_path: Path) -> None:
    empty = tmp_path / "空.csv"
    empty.write_bytes(b"")
    said = narabe("import", str(empty), "--dataset", "gores", "--json")
    answer = json.loads(said.out)
    assert (said.status, answer["outcome"], answer["import_id"]) == (1, "refused", None)
    problem = answer["problems"][0]
    assert set(problem) == {"severity", "sheet", "row", "column", "value", "message", "advice"}
    assert problem["severity"] == "error" and problem["message"] and problem["advice"]
    spoken = narabe("import", str(empty), "--dataset", "gores")
    assert spoken.status == 1 and "Traceback" not in spoken.err and "何も変わっていません" in spoken.err


def test_a_problem_is_told_with_its_value(narabe: Narabe, tmp_path: Path) -> None:
    path = tmp_path / "月次.csv"
    path.write_text("年月,利用件数\n2026年4月,1200\n2026年5月,12x0\n", encoding="utf-8")
    assert "値「12x0」" in narabe("import", str(path), "--dataset", "gores").err
    assert "value “12x0”" in narabe("--lang", "en", "import", str(path), "--dataset", "gores").err


def test_figures_that_are_computed_are_told_apart(narabe: Narabe, months: str) -> None:
    """Two numbers stand in the file; the sum of the two months is ours."""
    wanted = ("import", months, "--dataset", "gores", "--dry-run")
    assert "3件の値が増え（うち計算 1件）、" in narabe(*wanted).out
    assert "3 figures added (of these 1 computed)," in narabe("--lang", "en", *wanted).out


def test_an_import_says_where_to_look_next(narabe: Narabe, months: str) -> None:
    assert "確かめられます" not in narabe("import", months, "--dataset", "gores", "--dry-run").out
    assert "確かめられます：指標の進捗、5レスの数" in narabe("import", months, "--dataset", "gores").out
    titles = {title.ja for title in registry.titles().values()}
    assert titles.issuperset(name for names, _ in LOOK_NEXT.values() for name in names.split("、"))


@pytest.mark.parametrize("file", ["ない.csv", "."])
def test_a_file_that_is_not_there_is_said(narabe: Narabe, file: str) -> None:
    said = narabe("--lang", "en", "import", file, "--dataset", "gores")
    assert said.status == 1 and "cannot be read" in said.err and "Traceback" not in said.err


def test_a_dry_run_says_what_would_change_and_changes_nothing(narabe: Narabe, months: str) -> None:
    said = narabe("import", months, "--dataset", "gores", "--dry-run")
    assert said.status == 0 and "取り込んでいません" in said.out
    assert "まだありません" in narabe("datasets").out


def test_the_header_row_counts_for_figures_too(narabe: Narabe, tmp_path: Path) -> None:
    rows = "項目,令和6年4月,令和6年5月\n来庁者数,1,2\n項目,令和7年4月,令和7年5月\n来庁者数,10,20\n"
    path = tmp_path / "月次.csv"
    path.write_text(rows, encoding="utf-8")
    wanted = ("import", str(path), "--dataset", "gores", "--dry-run", "--json", "--kind", "figures")
    assert json.loads(narabe(*wanted).out)["rows"] == 2
    assert json.loads(narabe(*wanted, "--header-row", "3").out)["rows"] == 1
    answer = json.loads(narabe(*wanted, "--header-row", "99").out)
    assert answer["outcome"] == "refused" and "見出しの行" in answer["problems"][0]["message"]


def test_fictional_answers_are_listed_as_such_and_cannot_be_undone(narabe: Narabe) -> None:
    assert narabe("build").status == 0
    lines = [line for line in narabe("datasets").out.splitlines() if "架空データ" in line]
    assert [line.split()[1] for line in lines] == ["practice_2021", "practice_2025"]
    ours = json.loads(narabe("datasets", "--json").out)
    assert [(each["dataset"], each["rows"]) for each in ours] == [
        ("practice_2021", 326),
        ("practice_2025", 370),
    ]
    refused = narabe("undo", "practice_2021")
    assert refused.status == 1 and "Traceback" not in refused.err


def test_undo_and_redo_by_number(narabe: Narabe, months: str) -> None:
    import_id = json.loads(narabe("import", months, "--dataset", "gores", "--json").out)["import_id"]
    assert narabe("undo", import_id, "--by", "鈴木").status == 0
    assert "取り消し済み" in narabe("datasets").out
    again = narabe("undo", import_id)
    assert again.status == 1 and "すでに取り消されています" in again.err
    assert narabe("redo", import_id).status == 0
    assert "有効" in narabe("datasets").out


def test_usage_errors_end_with_two(narabe: Narabe, months: str) -> None:
    assert narabe("import", months).status == 2
    assert narabe("import", "--dataset", "x").status == 2
    assert narabe("undo").status == 2
