"""Every count and share once more, by pandas from the same rows: an independent reading of layouts, weights and groups."""

import random
from itertools import product
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from narabe.intake.answers import convert, propose
from narabe.intake.answers.typed import JOINS_AT_ONCE
from narabe.settings import Limits
from tests.intake.answers.table import raw_table

ROWS = 1500
SCALE = ["満足", "やや満足", "どちらともいえない", "やや不満", "不満"]
PLACES = ["市役所", "支所", "郵便局, 銀行", "コンビニ（セブン, ローソン）", "その他"]
BANDS = ["10代", "20代", "30代", "40代"]


@pytest.fixture(scope="module")
def people() -> pd.DataFrame:
    """Answers as they were given, in plain form: empty for none."""
    chance = random.Random(20260401)
    pick = chance.choice
    rows = []
    for place in range(ROWS):
        rows.append(
            {
                "id": f"R{place + 1:05}",
                "weight": round(chance.uniform(0.2, 3), 4),
                "sex": pick(["男性", "女性", ""]),
                "age": pick([*BANDS, ""]),
                "scale": pick([*SCALE, ""]),
                "boxes": frozenset(i for i in range(4) if chance.random() < 0.3)
                if chance.random() < 0.9
                else None,
                "slots": tuple(chance.sample(["道路", "公園", "学校", "病院"], chance.randint(0, 2))),
                "cell": frozenset(each for each in PLACES if chance.random() < 0.4),
            }
        )
    return pd.DataFrame(rows)


@pytest.fixture(scope="module")
def results(
    people: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str, str, str], tuple]:
    """(question, option label, group, measure) -> (value, base), through the importer."""
    header = [
        "ID",
        "ウエイト",
        "性別",
        "年代",
        "Q1",
        "Q2_1",
        "Q2_2",
        "Q2_3",
        "Q2_4",
        "Q3-1つ目",
        "Q3-2つ目",
        "Q4（いくつでも）",
    ]
    rows = [
        [
            row.id, str(row.weight), row.sex or "無回答", row.age, row.scale or "非該当",
            *(["", "", "", ""] if row.boxes is None else [str(int(i in row.boxes)) for i in range(4)]),
            *[*row.slots, "", ""][:2],
            ", ".join(each for each in PLACES if each in row.cell),
        ]
        for row in people.itertuples()
    ]  # fmt: skip
    with duckdb.connect() as work:
        raw = raw_table(work, header, rows)
        plan = propose(work, raw, (), "town2025")
        made = convert(work, raw, plan, tmp_path_factory.mktemp("folder"), Limits())
    assert [fault for fault in made.faults if fault.severity == "error"] == []
    tables = {
        each.name: pd.DataFrame(each.rows, columns=[name for name, _ in each.columns]) for each in made.tables
    }
    labelled = tables["survey_results"].merge(tables["options"], on=["question_id", "option_id"])
    return {
        (row.question_id.removeprefix("in_town2025__"), row.label_ja, row.group_id, row.measure): (
            row.value,
            row.base,
        )
        for row in labelled.itertuples()
    }


def in_group(people: pd.DataFrame, group: str) -> pd.DataFrame:
    wanted = {"male": ("sex", "男性"), "female": ("sex", "女性")} | {
        f"age{n}0s": ("age", f"{n}0代") for n in range(1, 5)
    }
    return people if group == "all" else people[people[wanted[group][0]] == wanted[group][1]]


GROUPS = ("all", "male", "female", "age10s", "age20s", "age30s", "age40s")


def said(row: pd.Series, question: str) -> frozenset | None:
    """What somebody answered to a question; None for nothing."""
    if question == "q1":
        return frozenset([row.scale]) if row.scale else None
    if question == "q2":
        return None if row.boxes is None else frozenset(f"選択肢{i + 1}" for i in row.boxes)
    return frozenset(row.slots if question == "q3" else row.cell) or None


@pytest.mark.parametrize("question", ["q1", "q2", "q3", "q4"])
def test_every_count_and_share_again(people: pd.DataFrame, results: dict, question: str) -> None:
    answers = people.apply(said, axis=1, question=question)
    options = sorted({each for given in answers.dropna() for each in given})
    assert len(options) == {"q1": 5, "q2": 4, "q3": 4, "q4": 5}[question]
    seen = {key for key in results if key[0] == question}
    assert seen == {(question, *each) for each in product(options, GROUPS, ("count", "share"))}
    for option, group in product(options, GROUPS):
        valid = in_group(people, group).loc[lambda frame: answers[frame.index].notna()]
        chose = answers[valid.index].map(lambda given, option=option: option in given)
        assert results[question, option, group, "count"] == (float(chose.sum()), len(valid))
        share = 100 * valid.weight[chose].sum() / valid.weight.sum()
        assert results[question, option, group, "share"][0] == pytest.approx(share, abs=1e-9)


def test_a_file_of_many_columns(tmp_path: Path) -> None:
    """More dictionaries than one statement takes: rows must not be mixed up between its parts."""
    width, rows = 3 * JOINS_AT_ONCE, 200
    cells = [[str((row * 7 + column * 3) % 5 + 1) for column in range(width)] for row in range(rows)]
    with duckdb.connect() as work:
        raw = raw_table(work, [f"Q{n}" for n in range(1, width + 1)], cells)
        plan = propose(work, raw, (), "wide")
        made = convert(work, raw, plan, tmp_path, Limits())
        assert not made.refused
        frame = work.execute(
            "from read_parquet($path) order by row", {"path": str(tmp_path / "answers.parquet")}
        ).df()
    for column in range(width):
        assert [f"o{row[column]}" for row in cells] == list(frame[f"q{column + 1}"])


def test_very_many_different_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cells that the database takes apart are read as those read one by one: odd spacing, width, order, repeats."""
    chance = random.Random(5)
    options = ["道路", "公園", "学校, 病院", "図書館", "その他"]
    given, cells = [], []
    for _ in range(400):
        chosen = [each for each in options if chance.random() < 0.5]
        chance.shuffle(chosen)
        cell = chance.choice([", ", ",", " , "]).join(chosen)
        if chance.random() < 0.1:
            cell = cell.replace("道路", chance.choice(["道路,道路", "道路 ", "道路,"]))
        given.append(set(chosen))
        cells.append([cell or None])
    read = {}
    for few in (0, 10_000):
        monkeypatch.setattr("narabe.intake.answers.cells.FEW", few)
        with duckdb.connect() as work:
            raw = raw_table(work, ["Q1（いくつでも）"], cells)
            plan = propose(work, raw, (), "town")
            assert {option.label.ja for option in plan.questions[0].options} == set(options)
            assert not convert(work, raw, plan, tmp_path, Limits()).refused
            assert bool(
                work.execute("select 1 from duckdb_tables() where schema_name = 'cut'").fetchall()
            ) is (few == 0)
            frame = work.execute(
                "from read_parquet($path) order by row", {"path": str(tmp_path / "answers.parquet")}
            ).df()
        labels = {f"q1__{option.option_id}": option.label.ja for option in plan.questions[0].options}
        read[few] = [
            {label for name, label in labels.items() if row[name] is True} for row in frame.to_dict("records")
        ]
        assert list(frame["q1__missing"].notna()) == [not each for each in given]
    assert read[0] == given and read[10_000] == given
