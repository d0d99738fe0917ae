"""From document to screen: everything is laid open, and the parts agree."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from narabe.analyses.provenance import discrepancies, provenance
from narabe.model.provenance import Provenance
from narabe.model.status import Status, Verdict
from narabe.warehouse import Warehouse
from narabe.words.numbers import period

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def everything(warehouse: Warehouse) -> Provenance:
    return provenance(warehouse)


def test_the_five_documents_and_their_figures(everything: Provenance) -> None:
    documents = {d.document_id: d.figures for d in everything.documents}
    koriyama = {"koriyama-dx-2022-main", "koriyama-dx-2022-appendix", "koriyama-dx-2026"}
    assert set(documents) == koriyama | {"morioka-dx-2021", "shirakawa-dx-2022"}
    assert sum(documents.values()) == len(everything.figures)
    assert all(count > 0 for count in documents.values())


def test_the_figures_of_one_document_or_status(warehouse: Warehouse, everything: Provenance) -> None:
    main = provenance(warehouse, document="koriyama-dx-2022-main").figures
    # twelve attainment shares, four counts, two populations, two numbers of advisers
    assert len(main) == 20
    lost = provenance(warehouse, status="not_captured").figures
    assert lost and {f.status for f in lost} == {Status.NOT_CAPTURED}
    assert {f.value for f in lost} == {None}


def test_the_register_is_complete(warehouse: Warehouse) -> None:
    register = discrepancies(warehouse)
    assert len(register) >= 80
    assert len({entry.discrepancy_id for entry in register}) == len(register)
    for entry in register:
        for said in (entry.title, entry.first.says, entry.arithmetic, entry.handling):
            assert said.ja.strip() and said.en.strip(), entry.discrepancy_id
        assert entry.status in ("open", "explained", "noted")
        assert "誤り" not in entry.title.ja + entry.handling.ja


def test_known_disagreements_are_in_the_register(warehouse: Warehouse) -> None:
    said = " ".join(
        entry.first.says.ja + (entry.second.says.ja if entry.second else "") + entry.arithmetic.ja
        for entry in discrepancies(warehouse)
    )
    for number in ("1,758", "1,668", "5,898", "12.7"):
        assert number in said


def test_every_concept_and_pair_of_waves_has_a_verdict(everything: Provenance) -> None:
    # 19 concepts × 10 pairs of five waves
    assert len(everything.verdicts) == 190
    judged = [v for v in everything.verdicts if v.verdict is not Verdict.NOT_ASKED]
    assert len(judged) == 26  # rows of the comparability table
    assert all(v.reason.ja and v.reason.en for v in everything.verdicts)


def test_every_check_of_this_version_passed(everything: Provenance) -> None:
    assert len(everything.checks) == len(list((ROOT / "queries" / "checks").glob("*.sql"))) >= 28
    assert {check.violations for check in everything.checks} == {0}
    assert everything.sentence.ja and everything.sentence.en


def test_periods_read_the_same_in_the_public_mart_and_on_screen(warehouse: Warehouse, store: Path) -> None:
    """The mart says a period in SQL, the pages say it in Python: both must say the same."""
    command = [sys.executable, "-m", "narabe", "query", "--format", "json"]
    sql = "select figure_id, period_ja from figures"
    rows = json.loads(subprocess.run([*command, sql], capture_output=True, text=True, check=True).stdout)
    shown = {row["figure_id"]: row for row in warehouse.ask("figure_list", document=None, status=None)}
    assert len(rows) == len(shown) > 300
    for row in rows:
        figure = shown[row["figure_id"]]
        said = period(figure["period_start"], figure["period_end"], figure["months"]).ja
        assert said.split("・")[0] == row["period_ja"], row["figure_id"]
