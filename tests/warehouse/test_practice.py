"""The fictional answers give every published figure they claim to, nothing more, and never leave their own files."""

import csv
import shutil
import signal
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml
from scipy.stats import chi2_contingency

from narabe.analyses.practice import practice_note
from narabe.desk import imports as desk
from narabe.desk.practice import practice
from narabe.ledger import Ledger
from narabe.model.imports import Signer
from narabe.model.problem import Problem
from narabe.model.status import Origin
from narabe.warehouse import Warehouse, build
from narabe.warehouse.answers import open_answers, surveys
from narabe.warehouse.files import figures_file, file_in_store, live_version
from narabe.warehouse.practice import practice_files
from tests.warehouse.tree import ROOT, Tree

WAVES = {"net2021": "practice_2021", "net2025": "practice_2025"}
PUBLISHED = ROOT / "data" / "published"
ANSWERS = (
    "select columns(lambda name: not regexp_matches(name, '__mask|___packed')) from answers order by row"
)
"""Without the columns of several options together, beside one each."""
SIGNER = Signer("デジタル戦略課", "佐藤")
Figure = tuple[str, str, str, str]
Person = dict[str, Any]


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of every published table of this name, as they stand in the CSV files."""
    for path in sorted(PUBLISHED.glob(f"koriyama-*/{table}.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


@cache
def published() -> dict[Figure, dict[str, str]]:
    """Every figure of the surveys that are practised, by question, option, group and measure."""
    found = [row for row in rows("survey_results") if row["wave_id"] in WAVES]
    named = {(row["question_id"], row["option_id"], row["group_id"], row["measure"]): row for row in found}
    assert len(named) == len(found) > 150
    return named


@cache
def listed() -> list[Figure]:
    """The figures that data/practice/cannot_reproduce.yml names."""
    content = yaml.safe_load((ROOT / "data/practice/cannot_reproduce.yml").read_text("utf-8"))
    return [
        (each["question"], each["option"], each.get("group", "all"), each.get("measure", "share"))
        for each in content["figures"]
    ]


@pytest.fixture(scope="module")
def people(store: Path) -> dict[str, list[Person]]:
    """The respondents of each dataset, read from its file directly."""
    found = {}
    for dataset, name in live_version().manifest["datasets"].items():
        with duckdb.connect(str(file_in_store(name)), read_only=True) as connection:
            cursor = connection.execute(ANSWERS)
            names = [column[0] for column in cursor.description]
            found[dataset] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return found


@pytest.fixture
def own(own_store: Path) -> Path:
    """A copy of the session's store, with the version of today's files."""
    build()
    return own_store


def group(everyone: list[Person], group_id: str) -> list[Person]:
    return [p for p in everyone if group_id == "all" or group_id in (p.get("sex"), p.get("age"))]


def counted(everyone: list[Person], question: str, option: str) -> tuple[int, int] | None:
    """(who chose it, who answered); None where the option is not made."""
    flag = f"{question}__{option}"
    if everyone and flag in everyone[0]:
        given = [p[flag] for p in everyone if p[flag] is not None]
        return sum(given), len(given)
    if everyone and question in everyone[0]:
        answers = [p[question] for p in everyone if p[question] is not None]
        return answers.count(option), len(answers)
    return None


def made_options(everyone: list[Person], question: str) -> list[str]:
    names = [name.partition("__")[2] for name in everyone[0] if name.startswith(f"{question}__")]
    several = [name for name in names if name != "missing"]
    return several or sorted({p[question] for p in everyone if p.get(question)} - {"unstated"})


def half_up(count: int, base: int, decimals: int) -> Decimal:
    return (Decimal(100 * count) / base).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def given_by(everyone: list[Person], figure: Figure, row: dict[str, str]) -> bool:
    """Do the answers show this figure, to the last digit printed?"""
    question, option, group_id, measure = figure
    if not row["value"] or measure == "difference" or option not in made_options(everyone, question):
        return False
    found = counted(group(everyone, group_id), question, option)
    assert found is not None
    if measure == "rank":
        every = [counted(everyone, question, other) or (0, 0) for other in made_options(everyone, question)]
        return 1 + sum(count > found[0] for count, _ in every) == int(row["value"])
    if measure == "count":
        return found[0] == int(row["value"])
    return found[1] == int(row["base"]) and half_up(*found, int(row["decimals"])) == Decimal(row["value"])


@pytest.mark.parametrize("figure", published(), ids=".".join)
def test_a_published_figure_is_given_or_listed(figure: Figure, people: dict[str, list[Person]]) -> None:
    row = published()[figure]
    given = given_by(people[WAVES[row["wave_id"]]], figure, row)
    assert given is not (figure in listed()), "given and listed" if given else "neither given nor listed"


def test_the_list_names_published_figures_each_once(warehouse: Warehouse) -> None:
    assert len(set(listed())) == len(listed()) and set(listed()) <= set(published())
    content = yaml.safe_load((ROOT / "data/practice/cannot_reproduce.yml").read_text("utf-8"))
    reasons = [each["id"] for each in content["reasons"]]
    used = [each["reason"] for each in (*content["figures"], *content["others"])]
    assert set(used) == set(reasons) and len(set(reasons)) == len(reasons)
    sections = {row["section_id"] for row in rows("sections")}
    assert {each["section"] for each in content["others"]} <= sections
    # every wave that is not practised stands there in words
    waves = {row["wave_id"] for row in rows("waves")}
    assert waves - set(WAVES) <= {each["wave"] for each in content["others"]}


def test_every_share_with_a_value_is_given_but_those_of_question_9() -> None:
    """2021: 3 + 6 + 5 + 5 + 3 + 5 + 3 + 3 shares of questions 1, 2, 4–8 and 10; counts by sex and of comments."""
    given = [key for key in published() if key not in listed()]
    shares = [key for key in given if key[0].startswith("net2021") and key[3] == "share"]
    printed = [
        key
        for key, row in published().items()
        if key[0].startswith("net2021") and key[3] == "share" and row["value"] and key[0] != "net2021_q9"
    ]
    assert shares == printed and len(shares) == 33
    assert [key[1:3] for key in given if key[3] == "count"] == [
        ("know", "male"),
        ("know", "female"),
        ("wrote", "all"),
    ]


def test_crosses_as_the_documents_print_them(people: dict[str, list[Person]]) -> None:
    everyone = people["practice_2021"]
    assert len(everyone) == 326
    crosses = {
        ("net2021_q1", "know", "male"): (59, 151),  # 39.1 %
        ("net2021_q1", "know", "female"): (16, 175),  # 9.1 %
        ("net2021_q1", "know", "age10s"): (0, 7),
        ("net2021_q2", "progressing", "age60s"): (14, 32),  # 43.8 %
        ("net2021_q2", "dont_know", "age10s"): (5, 7),  # 71.4 %
    }
    for (question, option, who), expected in crosses.items():
        assert counted(group(everyone, who), question, option) == expected


def test_respondents_by_sex_and_age_as_published(people: dict[str, list[Person]]) -> None:
    cells = [row for row in rows("respondents") if row["population"] == "answered"]
    assert len(cells) == 27
    for row in cells:
        inside = [
            p
            for p in people["practice_2021"]
            if row["sex"] in ("all", p["sex"]) and row["age"] in ("all", p["age"])
        ]
        assert len(inside) == int(row["count"]), row
    assert len(people["practice_2025"]) == 370 and "sex" not in people["practice_2025"][0]


def test_missing_answers_have_their_reason(people: dict[str, list[Person]]) -> None:
    gone = [p["net2021_q8__missing"] for p in people["practice_2021"]]
    assert (gone.count("no_answer"), gone.count(None)) == (326 - 207, 207)
    # 179 have used AI and are asked what for; the other 191 are not
    routed = {(p["net2025_ai_use"], p["net2025_ai_purpose__missing"]) for p in people["practice_2025"]}
    assert routed == {("used", None), ("unstated", "not_applicable")}


def test_nobody_has_more_answers_than_allowed(people: dict[str, list[Person]]) -> None:
    names = [name for name in people["practice_2021"][0] if name.startswith("net2021_q5__")]
    flags = [name for name in names if not name.endswith("__missing")]
    assert len(flags) == 5  # five at most


@pytest.mark.parametrize("dataset", WAVES.values())
def test_nothing_but_the_published_crosses_looks_like_a_finding(
    dataset: str, people: dict[str, list[Person]]
) -> None:
    """Pearson's test of any two columns: none is significant at 5 %, but knowing DX by sex, as published."""
    everyone = people[dataset]
    other = ("row", "respondent")
    columns = [name for name in everyone[0] if name not in other]
    values = {name: [p[name] for p in everyone] for name in columns if not name.endswith("__missing")}
    found = set()
    for a, b in combinations(values, 2):
        pairs = [(x, y) for x, y in zip(values[a], values[b], strict=True) if x is not None and y is not None]
        first, second = ({pair[side] for pair in pairs} for side in (0, 1))
        if len(first) < 2 or len(second) < 2:
            continue
        table = [[pairs.count((x, y)) for y in second] for x in first]
        if chi2_contingency(table, correction=False).pvalue < 0.05:
            found.add((a, b))
    published_too = {("sex", "age"), ("sex", "net2021_q1")} if dataset == "practice_2021" else set()
    assert found == published_too


def test_the_catalogue_marks_them_as_fictional(store: Path) -> None:
    assert live_version().manifest["fictional"] == [*WAVES.values()] == [*surveys()]
    for dataset in WAVES.values():
        survey = open_answers(dataset).survey
        assert survey.origin is Origin.FICTIONAL
    assert [(each.dataset, each.respondents) for each in practice()] == [
        ("practice_2021", 326),
        ("practice_2025", 370),
    ]
    respondents = open_answers("practice_2021").ask("select respondent from survey.main.answers")[
        "respondent"
    ]
    assert all(name.startswith("架空") for name in respondents)


def test_no_fictional_figure_is_in_the_figures_file(figures: duckdb.DuckDBPyConnection) -> None:
    """Every page but /crosstab shows this file alone."""
    about = {"practice", "practice_steps", "practice_questions", "not_reproduced"}
    tables = {name for (name,) in figures.execute("select table_name from duckdb_tables()").fetchall()}
    assert about <= tables
    for table in tables - about:
        text = str(figures.execute(f'select * from "{table}"').fetchall())
        assert "practice_20" not in text and "架空" not in text and "unstated" not in text, table
    for table in ("figures", "all_figures", "survey_figures", "documents"):
        assert figures.execute(f"select count(*) from {table} where origin <> 'published'").fetchone() == (0,)
    numbers = "select column_name from duckdb_columns() where table_name in ('practice_steps', 'not_reproduced', 'practice', 'practice_questions') and data_type in ('DOUBLE', 'BIGINT')"
    assert {name for (name,) in figures.execute(numbers).fetchall()} == {
        "dataset_order",
        "question_order",
        "place_order",
        "reason_order",
        "step_order",
        "version",
    }


def test_same_inputs_same_names_and_same_rows(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, people: dict[str, list[Person]]
) -> None:
    version = live_version()
    names = {dataset: version.manifest["datasets"][dataset] for dataset in WAVES.values()}
    monkeypatch.setenv("NARABE_STORE", str(tmp_path))
    (tmp_path / "files").mkdir()
    assert practice_files(store / "files" / version.manifest["figures"]) == names
    for dataset, name in names.items():
        with duckdb.connect(str(tmp_path / "files" / name), read_only=True) as connection:
            again = connection.execute(ANSWERS).fetchall()
        assert again == [tuple(person.values()) for person in people[dataset]]
    assert list((tmp_path / "imports").iterdir()) == []


def test_another_count_makes_another_file(own: Path) -> None:
    before = live_version().manifest["datasets"]
    changed = own / "changed.duckdb"
    shutil.copy(figures_file(live_version().version_id), changed)
    with duckdb.connect(str(changed)) as connection:
        connection.execute(
            "update survey_figures set value = 91 where question_id = 'net2021_q11' and measure = 'count'"
        )
    names = practice_files(changed)
    assert names["practice_2021"] != before["practice_2021"]
    assert names["practice_2025"] == before["practice_2025"]


def test_counts_that_no_answers_can_give_are_refused_by_name(own: Path) -> None:
    changed = own / "changed.duckdb"
    shutil.copy(figures_file(live_version().version_id), changed)
    with duckdb.connect(str(changed)) as connection:
        connection.execute(
            "update survey_figures set value = 327 where question_id = 'net2021_q11' and measure = 'count'"
        )
    with pytest.raises(Problem) as refused:
        practice_files(changed)
    assert "net2021_q11" in refused.value.message.ja and "net2021_q11" in refused.value.message.en
    assert list((own / "imports").iterdir()) == []


def test_a_lost_file_is_made_again_by_a_build(own: Path) -> None:
    version = live_version()
    file = file_in_store(version.manifest["datasets"]["practice_2021"])
    file.unlink()
    built = build()
    assert (built.version_id, file.exists()) == (version.version_id, True)
    assert not build().fresh


def test_a_build_killed_while_it_writes_them_leaves_nothing_behind(tree: Tree, tmp_path: Path) -> None:
    moment = "narabe.warehouse.practice:write_dataset"
    killed = tree.narabe("build", store=str(tmp_path), die_at=moment)
    assert killed.status == -signal.SIGKILL and Ledger(tmp_path).live() is None
    assert len(list((tmp_path / "imports").iterdir())) == 1
    assert tree.narabe("build", store=str(tmp_path)).status == 0
    assert list((tmp_path / "imports").iterdir()) == []
    version = Ledger(tmp_path).live()
    assert version is not None
    expected = {version.manifest["figures"], *version.manifest["datasets"].values()}
    assert {path.name for path in (tmp_path / "files").iterdir()} == expected


def test_imports_come_and_go_beside_them(own: Path, tmp_path: Path) -> None:
    before = live_version()
    answers = "回答番号,性別\n" + "".join(f"{n},{'男性' if n % 2 else '女性'}\n" for n in range(1, 31))
    path = tmp_path / "回答.csv"
    path.write_text(answers, encoding="utf-8")
    receipt = desk.take(path, "mini", SIGNER, fictional=True).receipt
    assert receipt is not None
    manifest = live_version().manifest
    assert [*manifest["datasets"]] == ["mini", *WAVES.values()]
    assert manifest["fictional"] == ["mini", *WAVES.values()]
    assert open_answers("mini").survey.origin is Origin.FICTIONAL
    assert [each.dataset for each in practice()] == [*WAVES.values()]
    desk.undo(receipt.import_id, "佐藤")
    after = Ledger(own).live()
    assert after is not None and (after.version_id, after.manifest) == (before.version_id, before.manifest)


def test_an_import_that_is_not_fictional_is_not_marked(own: Path, tmp_path: Path) -> None:
    path = tmp_path / "回答.csv"
    path.write_text("回答番号,性別\n" + "".join(f"{n},男性\n" for n in range(1, 31)), encoding="utf-8")
    desk.take(path, "mini", SIGNER)
    assert "mini" not in live_version().manifest["fictional"]
    assert open_answers("mini").survey.origin is Origin.IMPORTED


def test_nothing_may_be_brought_in_under_their_names(own: Path, tmp_path: Path) -> None:
    path = tmp_path / "月次.csv"
    path.write_text("年月,来庁者数\n2026年4月,1200\n2026年5月,1300\n", encoding="utf-8")
    with pytest.raises(Problem) as refused:
        desk.take(path, "practice_2021", SIGNER)
    assert "架空データ" in refused.value.message.ja


def test_the_note_tells_the_rule_and_what_is_left_out(warehouse: Warehouse) -> None:
    note = practice_note(warehouse, "practice_2021")
    assert note is not None and note.rule_version == 1 and len(note.steps) == 7
    assert note.title.ja.startswith("架空データ（操作練習用）") and note.title.en.startswith("Fictional data")
    of_wave = [row for row in listed() if row[0].startswith("net2021")]
    content = yaml.safe_load((ROOT / "data/practice/cannot_reproduce.yml").read_text("utf-8"))
    others = [each for each in content["others"] if each["wave"] != "net2025"]
    assert len(note.left_out) == len(of_wave) + len(others)
    more = next(each for each in note.left_out if "281人" in each.why.ja)
    assert "207" in more.why.en and more.source.section_id == "s_ref1_q9"
    assert all(
        each.what.ja and each.what.en and each.reason.en and each.source.document_id for each in note.left_out
    )
    assert practice_note(warehouse, "mini") is None
