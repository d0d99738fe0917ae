"""Public tables of a store into which somebody brought a file with awkward names."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from narabe.analyses.open_data import edition, open_rows
from narabe.desk import imports as desk
from narabe.export.machine.open_face import made
from narabe.intake.readability import judge
from narabe.intake.reading import open_file
from narabe.model.imports import Signer
from narabe.model.intake import ReadOptions
from narabe.settings import Limits
from narabe.warehouse import Warehouse, open_live

AWKWARD = """指標,区分,年月,値,単位,備考
=HYPERLINK件数,男性、女性,2025年4月,"1,234",件,※1 ㈱のみ
=HYPERLINK件数,その他（犬）,2025年4月,12,件,+81
①番の窓口の件数,全体,2025年4月,-,件,
①番の窓口の件数,全体,2025年5月,56,件,@x
𠮷野家の髙橋,全体,2025年5月,3.25,%,
"""
FULL = (("L1", 100), ("L2", 100), ("L3", 100))


@pytest.fixture
def awkward(own_store: Path, tmp_path: Path) -> Warehouse:
    file = tmp_path / "月次.csv"
    file.write_text(AWKWARD, encoding="utf-8")
    desk.take(file, "awkward", Signer("DX課", "佐藤"))
    return open_live()


def test_names_from_a_file_break_no_rule_and_run_no_formula(awkward: Warehouse, tmp_path: Path) -> None:
    for name in ("figures", "metrics", "segments", "documents", "sections"):
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(made(name, open_rows(awkward, name), "xlsx", warehouse=awkward))
        incoming = open_file(path, path.name, ReadOptions(), Limits())
        verdict = judge(incoming.sheets(), incoming.detection)
        assert {rule.rule_id: rule.places for rule in verdict.rules if rule.kept is False} == {}, name
        assert verdict.scores == FULL
    imported = open_rows(awkward, "figures", {"origin": ["imported"]})
    content = made("figures", imported, "csv", warehouse=awkward).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    assert {"'=HYPERLINK件数", "𠮷野家の髙橋"} <= {row["subject_ja"] for row in rows}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert {row["value"] for row in rows} >= {"1234", "12", "56", "3.25", ""}
    found = open_rows(awkward, "figures", {"origin": ["imported"], "subject_ja": ["𠮷野家の髙橋"]})
    assert found.num_rows == 1


def test_an_imported_file_is_told_as_a_source(awkward: Warehouse) -> None:
    sources = edition(awkward).sources
    (own,) = [source for source in sources if source.imported]
    assert own.publisher.ja == "DX課" and own.published >= "2026"
