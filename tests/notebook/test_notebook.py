"""`narabe.open()`: the analyses of the pages as data frames, and the example notebook."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import narabe
from narabe.analyses.compare import compare
from narabe.analyses.kpi import kpi_board
from narabe.model.comparison import CompareAsk
from narabe.model.problem import Problem
from narabe.notebook import Notebook
from narabe.warehouse import open_live

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "notebooks" / "example.ipynb"


@pytest.fixture(scope="module")
def n(store: Path) -> Notebook:
    return narabe.open()


def test_importing_stays_light() -> None:
    heavy = "pandas", "duckdb", "streamlit", "altair", "pyarrow"
    code = f"import narabe, sys; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_figures_take_the_filters_of_the_page(n: Notebook) -> None:
    """The seven departments of the appendix, fiscal year 2020: 5,898,186 pages, printed as 約5,898千枚."""
    found = n.figures(metric="print_pages", since="2020-04", until="2021-03")
    assert len(found) == 7
    assert found["value"].sum() == 5_898_186
    assert found.attrs["total"] == "合計 5,898,186枚（7件の和）"
    assert found.attrs["version"] == n.version


def test_without_filters_it_is_the_public_table(n: Notebook) -> None:
    assert n.figures().equals(n.table("figures"))


def test_words_and_groups_filter_too(n: Notebook) -> None:
    women = n.figures(group="female", concept="dx_awareness")
    assert len(women) and set(women["group_ja"]) == {"女性"}
    assert set(n.figures(find="ぷりんた 2020")["metric_id"]) == {"print_pages"}
    assert len(n.figures(find="ない言葉")) == 0


def test_a_comparison_has_the_shares_of_the_page(n: Notebook) -> None:
    frame = n.compare("dx_awareness", "net2021", "net2025")
    found = compare(open_live(), CompareAsk("dx_awareness", ("net2021", "net2025")))
    shown = [share.value for row in found.rows for share in row.shares]
    assert frame["share"].astype(object).where(frame["share"].notna(), None).tolist() == shown
    assert frame.attrs["units"]["share"] == "%"
    assert frame.attrs["finding"] == found.finding.ja


def test_every_indicator_is_there(n: Notebook) -> None:
    frame, board = n.kpi(), kpi_board(open_live())
    assert list(frame["indicator"]) == [each.title.ja for each in board.indicators]
    assert frame.attrs["finding"] == board.sentence.ja


def test_a_crosstab_is_that_of_the_command_line(n: Notebook) -> None:
    frame = n.crosstab("practice_2021", "net2021_q1", banner="sex")
    command = [sys.executable, "-m", "narabe", "crosstab", "--dataset", "practice_2021"]
    command += ["--rows", "net2021_q1", "--banner", "sex"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, env=os.environ)
    cells = json.loads(told.stdout)["tables"][0]["cells"]
    counted = frame[frame["record"] == "cell"]
    assert [float(v) for v in counted["column_share"]] == [cell["column_share"] for cell in cells]
    assert [int(v) for v in counted["unweighted_count"]] == [cell["unweighted_count"] for cell in cells]


def test_sql_answers(n: Notebook) -> None:
    frame = n.sql("select count(*) as figures from figures")
    assert frame["figures"].tolist() == [len(n.table("figures"))]


def test_a_notebook_stays_with_the_version_it_opened(n: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is imported meanwhile: nothing asks for the live version any more."""
    for module in ("narabe.warehouse.console", "narabe.warehouse.answers"):
        monkeypatch.setattr(f"{module}.live_version", lambda: pytest.fail("asked for the live version"))
    assert n.sql("select 1 as a").attrs["version"] == n.version
    assert "practice_2021" in n.datasets() and len(n.questions("practice_2021"))
    assert n.crosstab("practice_2021", "net2021_q1").attrs["version"] == n.version


def test_tables_are_the_public_ones(n: Notebook) -> None:
    names = list(n.tables()["name"])
    assert "figures" in names
    assert all(n.table(name).attrs["title"] for name in names)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda n: n.table("figure"), "figures"),
        (lambda n: n.figures(colour="red"), "colour"),
        (lambda n: n.figures(metric="printed_pages"), "print_pages"),
        (lambda n: n.figures(since="2025"), "2025-04"),
        (lambda n: n.compare("nothing"), "nothing"),
        (lambda n: n.compare("fears", "zzz"), "net2025"),
        (lambda n: n.compare("fears", "net2025", "zzz"), "zzz"),
        (lambda n: n.sql("drop table figures"), "SELECT"),
        (lambda n: n.crosstab("nowhere", "q"), "nowhere"),
        (lambda n: n.crosstab("practice_2021", "net2021_q1", base="some"), "answered"),
    ],
)
def test_a_refusal_says_in_both_languages_what_to_do(n: Notebook, call: object, says: str) -> None:
    with pytest.raises(Problem) as refused:
        call(n)  # type: ignore[operator]
    problem = refused.value
    assert problem.message.ja in problem.__notes__
    assert says in f"{problem.message.en} {problem.message.ja} {problem.advice.ja}"


def test_before_the_first_build_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NARABE_STORE", str(tmp_path))
    with pytest.raises(Problem, match="no database"):
        narabe.open()


def test_the_example_runs(store: Path) -> None:
    book = nbformat.read(EXAMPLE, as_version=4)
    client = NotebookClient(book, timeout=300, resources={"metadata": {"path": str(ROOT)}})
    client.execute()
    shown = "".join(
        output.get("text", "") for cell in book.cells if cell.cell_type == "code" for output in cell.outputs
    )
    assert "合計 5,898,186枚（7件の和）" in shown
    assert "printed_pages" in shown


def test_the_example_lies_there_without_outputs_and_in_both_languages() -> None:
    book = nbformat.read(EXAMPLE, as_version=4)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)
    words = [cell.source.splitlines()[:2] for cell in book.cells if cell.cell_type == "markdown"]
    assert all(len(lines) == 2 and lines[1].isascii() for lines in words)
