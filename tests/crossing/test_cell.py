"""The SQL that a cell is explained with, run on the data file, gives the numbers of the cell."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from narabe.analyses.crosstab import crosstab
from narabe.analyses.crosstab_cell import cell_meaning
from narabe.analyses.crosstab_start import usual_axes, usual_question
from narabe.analyses.raking import raked_sql
from narabe.model.crosstab import Base, CrossAsk, Net, Recode
from narabe.model.raking import Margin, MarginCell
from narabe.model.text import plain
from narabe.settings import Settings
from narabe.warehouse.answers import Answers
from narabe.warehouse.cell_sql import answered_people
from tests.crossing.survey import Person, Question, made

SEX = Question("sex", options=(("m", "男性"), ("f", "女性")), header="性別")
USE = Question("use", "multiple", (("u1", "LINE"), ("u2", "it's"), ("u3", "窓口")), header="利用")
LIKE = Question("like", "scale", (("s1", "1"), ("s2", "2"), ("s3", "3")), header="満足度")
YEARS = Question("years", "numeric", header="年数")
OPEN = Settings(mask_below=0)
PEOPLE: list[Person] = [
    {"sex": "m", "use": {"u1", "u2"}, "like": "s1", "years": 1.0, "weight": 0.5},
    {"sex": "m", "use": {"u1"}, "like": "s2", "years": 2.0, "weight": 1.5},
    {"sex": "m", "use": "!no_answer", "like": "s3", "years": 3.0, "weight": 2.0},
    {"sex": "f", "use": {"u2", "u3"}, "like": "s1", "years": 4.0, "weight": 1.25},
    {"sex": "f", "use": set(), "like": "!not_applicable", "years": 5.0, "weight": 1.0},
    {"sex": "f", "use": {"u1"}, "like": "s3", "years": 6.0, "weight": 0.0},
    {"sex": "!no_answer", "use": {"u3"}, "like": "s2", "years": 7.0, "weight": 3.0},
]
ASKS = {
    "single": CrossAsk("mini", "like", (("sex",),)),
    "alone": CrossAsk("mini", "use"),
    "several": CrossAsk("mini", "use", (("sex",), ("sex", "like"))),
    "several as an axis": CrossAsk("mini", "like", (("use",),)),
    "weighted": CrossAsk("mini", "use", (("sex",),), weight="weight"),
    "by a number": CrossAsk("mini", "use", (("sex",),), weight="years"),
    "everybody": CrossAsk("mini", "use", (("sex",),), base=Base.EVERYBODY),
    "answers": CrossAsk("mini", "use", (("sex",),), base=Base.ANSWERS),
    "answers weighted": CrossAsk("mini", "use", (("sex",),), base=Base.ANSWERS, weight="weight"),
    "missing": CrossAsk("mini", "use", (("sex",),), show_missing=True),
    "condition": CrossAsk("mini", "like", (("sex",),), where='年数 >= 2 and (利用 = LINE or 利用 = "it\'s")'),
    "nets": CrossAsk(
        "mini",
        "like",
        (("use",),),
        recodes=(
            Recode("like", (Net("n1", plain("1か2"), ("s1", "s2")),), ("s3",)),
            Recode("use", (Net("n1", plain("どれか"), ("u1", "u3")),)),
        ),
    ),
    "raked": CrossAsk(
        "mini", "use", (("sex",),), margins=(Margin(("sex",), (MarginCell(("m",), 60), MarginCell(("f",), 40))),)
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cells")


@pytest.fixture(scope="module")
def answers(folder: Path) -> Answers:
    return made(folder, (SEX, USE, LIKE, YEARS), PEOPLE)


@pytest.fixture
def file(answers: Answers, folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(folder / f"{answers.content}.duckdb"), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("name", ASKS)
def test_the_sql_of_every_cell_gives_its_numbers(
    name: str, answers: Answers, file: duckdb.DuckDBPyConnection
) -> None:
    ask = ASKS[name]
    told = crosstab(answers, ask, OPEN)
    seen = 0
    for table in told.tables:
        for row in range(len(table.rows)):
            for column, group in enumerate(table.columns):
                cell = table.cells[row][column]
                sql = cell_meaning(answers, ask, told, table, row, column).sql
                if told.raking:
                    sql = sql.replace("raked_weight", f"({raked_sql(answers, told.raking)} / 1000000)")
                found = one_row(file, sql)
                seen += 1
                assert found["chosen"] == cell.unweighted_count
                if told.base is not Base.ANSWERS:
                    assert found["base"] == group.unweighted_base
                if told.weight:
                    assert (found["weighted_chosen"] or 0) == pytest.approx(cell.weighted_count, abs=1e-9)
                over = found["weighted_chosen"] if told.weight else found["chosen"]
                under = found["weighted_base"] if told.weight else found["base"]
                share = (over or 0) / under if under else None
                assert share == pytest.approx(cell.column_share, abs=1e-12)
    assert seen > 2


def test_a_cell_by_hand(answers: Answers, file: duckdb.DuckDBPyConnection) -> None:
    """Of the two men who answered, both use LINE; of all seven, six answered what they use."""
    ask = ASKS["several"]
    told = crosstab(answers, ask, OPEN)
    meaning = cell_meaning(answers, ask, told, told.tables[0], 0, 1)
    assert one_row(file, meaning.sql) == {"chosen": 2, "base": 2}
    said = [line.ja for line in meaning.lines]
    assert said[0] == "数える人：設問『利用』で「LINE」を選んだ人"
    assert said[1] == "分母：「男性」の人のうち、設問『利用』と集計軸『性別』に答えた人"
    assert said[-1] == "2人 ÷ 2人 ＝ 100.0%"
    assert answered_people(answers) == {"sex": 6, "use": 6, "like": 6, "years": 7}


def test_a_masked_cell_keeps_its_numbers(answers: Answers) -> None:
    ask = replace(ASKS["several"], suppress_below=10)
    told = crosstab(answers, ask, OPEN)
    lines = [line.ja for line in cell_meaning(answers, ask, told, told.tables[0], 0, 1).lines]
    assert lines[-1] == "少人数のため、人数と割合は表示しません。"


def test_a_view_begins_with_who_people_are(answers: Answers) -> None:
    assert usual_axes(answers.survey) == ("sex",)
    assert usual_question(answers.survey) == "use"


def one_row(file: duckdb.DuckDBPyConnection, sql: str) -> dict[str, Any]:
    cursor = file.execute(sql)
    names = [column[0] for column in cursor.description]
    ((*values,),) = cursor.fetchall()
    return dict(zip(names, values, strict=True))
