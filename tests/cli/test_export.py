"""`python -m narabe export`: what is written, under which names, and what is refused."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from narabe.analyses.open_data import open_rows, open_tables
from narabe.desk import views
from narabe.export.machine.open_face import made
from narabe.model.crosstab import CrossAsk
from narabe.model.imports import Signer
from narabe.warehouse import open_live
from narabe.warehouse.answers import open_answers
from tests.cli.conftest import Said

Narabe = Callable[..., Said]
SIGNER = Signer("DX課", "佐藤")


def test_a_table_for_machines_is_the_file_of_its_address(narabe: Narabe, tmp_path: Path) -> None:
    said = narabe("export", "figures", "--face", "machine", "--out", str(tmp_path / "new"))
    path = tmp_path / "new" / "narabe_figures.zip"
    assert (said.status, said.out.strip()) == (0, str(path))
    assert path.read_bytes() == made("figures", open_rows(open_live(), "figures"), "zip")
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("csv", "narabe_groups.csv"),
        ("csv_sjis", "narabe_groups_sjis.csv"),
        ("json", "narabe_groups.json"),
        ("parquet", "narabe_groups.parquet"),
        ("xlsx", "narabe_groups.xlsx"),
        ("zip_sjis", "narabe_groups_sjis.zip"),
    ],
)
def test_every_kind_has_its_name(narabe: Narabe, tmp_path: Path, kind: str, name: str) -> None:
    said = narabe("export", "groups", "--face", "machine", "--format", kind, "--out", str(tmp_path))
    assert said.status == 0 and [each.name for each in tmp_path.iterdir()] == [name]


def test_rows_are_chosen_by_fields(narabe: Narabe, tmp_path: Path) -> None:
    where = ("--where", "wave=net2025", "--where", "wave=net2021", "--where", "status=printed")
    said = narabe("export", "figures", "--face", "machine", "--format", "csv", "--out", str(tmp_path), *where)
    read = pd.read_csv(tmp_path / "narabe_figures_status-printed_wave-net2025-net2021.csv")
    assert (
        said.status == 0
        and set(read["wave"]) == {"net2025", "net2021"}
        and set(read["status"]) == {"printed"}
    )


def test_a_filtered_file_lies_beside_the_whole_one_and_says_how_it_was_chosen(
    narabe: Narabe, tmp_path: Path
) -> None:
    for chosen in ("", "wave=net2025", "subject_ja=回答者数", "subject_ja=回答率"):
        where = ("--where", chosen) if chosen else ()
        for face, kind in (("machine", "json"), ("readable", "csv")):
            asked = ("export", "figures", "--face", face, "--format", kind, "--out", str(tmp_path), *where)
            assert narabe(*asked).status == 0
    assert len(list(tmp_path.iterdir())) == 8
    said = narabe(
        "export", "figures", "--face", "readable", "--out", str(tmp_path), "--where", "wave=net2025"
    )
    (book,) = tmp_path.glob("*.xlsx")
    assert said.status == 0 and book.name == "narabe_figures_wave-net2025_ja.xlsx"
    texts = [
        str(cell)
        for sheet in load_workbook(book)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None
    ]
    assert any("絞り込み：wave=net2025" in text for text in texts)
    assert any("市民アンケート" in text or "郡山市" in text for text in texts)
    assert not any("白河市" in text or "盛岡市" in text for text in texts), "sources of the rows alone"


def test_what_shift_jis_lacks_is_listed(narabe: Narabe, tmp_path: Path) -> None:
    out = str(tmp_path)
    said = narabe(
        "--lang", "en", "export", "figures", "--face", "machine", "--format", "csv_sjis", "--out", out
    )
    lacking = [line for line in said.err.splitlines() if line.startswith("Shift_JIS lacks")]
    text = (tmp_path / "narabe_figures_sjis.csv").read_bytes().decode("cp932")
    assert said.status == 0 and bool(lacking) == ("〓" in text)


def test_a_table_for_readers_says_what_codes_mean(narabe: Narabe, tmp_path: Path) -> None:
    said = narabe("--lang", "en", "export", "figures", "--face", "readable", "--out", str(tmp_path))
    sheet = load_workbook(tmp_path / "narabe_figures_en.xlsx").active
    assert said.status == 0 and sheet is not None
    names = [cell.value for cell in sheet[3]]
    assert "Subject" in names and not [name for name in names if "Japanese" in str(name)]
    assert "Concept" in names and "Concept code" not in names and "Document code" not in names
    column = names.index("Status")
    assert sheet.cell(4, column + 1).value in (
        "printed",
        "computed",
        "range only",
        "recovered count",
        "rank only",
    )
    assert sheet.max_row > open_rows(open_live(), "figures").num_rows
    csv = narabe("export", "waves", "--face", "readable", "--format", "csv", "--out", str(tmp_path))
    assert csv.status == 0 and "モニター2017年" in (tmp_path / "narabe_waves_ja.csv").read_text("utf-8-sig")


def test_everything_for_machines_is_one_package_or_a_file_a_table(narabe: Narabe, tmp_path: Path) -> None:
    assert narabe("export", "all", "--face", "machine", "--out", str(tmp_path)).status == 0
    with zipfile.ZipFile(tmp_path / "narabe_all.zip") as archive:
        described = json.loads(archive.read("datapackage.json"))
        assert {f"{table.name}.csv" for table in open_tables()} < set(archive.namelist())
        assert described["version"] == open_live().build_id
    several = narabe(
        "export", "all", "--face", "machine", "--format", "parquet", "--out", str(tmp_path / "p")
    )
    assert len(several.out.splitlines()) == len(list((tmp_path / "p").iterdir())) == len(open_tables())


def test_everything_for_readers_is_the_dashboard(narabe: Narabe, tmp_path: Path) -> None:
    said = narabe("export", "all", "--face", "readable", "--out", str(tmp_path))
    book = load_workbook(io.BytesIO((tmp_path / "narabe_dashboard_ja.xlsx").read_bytes()))
    assert said.status == 0 and len(book.worksheets) > 20


def test_a_saved_view_is_written_in_both_faces(narabe: Narabe, own_store: Path, tmp_path: Path) -> None:
    survey = open_answers("practice_2025").survey
    by = next(each.question_id for each in survey.questions if each.crossable)
    rows = next(each.question_id for each in survey.questions if each.tabulated and each.question_id != by)
    crossed = views.save("クロス", SIGNER, CrossAsk("practice_2025", rows, ((by,),)), {})
    listed = views.save("一覧", SIGNER, None, {"wave": json.dumps(["net2025"])}, "/explore")
    for saved in (crossed, listed):
        for face, name in (
            ("machine", f"narabe_view_{saved.view_id}.zip"),
            ("readable", f"narabe_view_{saved.view_id}_ja.xlsx"),
        ):
            said = narabe("export", f"view:{saved.view_id}", "--face", face, "--out", str(tmp_path))
            assert (said.status, said.out.strip()) == (0, str(tmp_path / name)), said.err
        views.withdraw(saved.view_id, SIGNER)
    said = narabe("export", f"view:{crossed.view_id}", "--face", "machine", "--out", str(tmp_path))
    assert said.status == 1 and "取り下げ" in said.err


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (("figur", "--face", "machine"), 1, "figures"),
        (("view:0", "--face", "machine"), 1, "0"),
        (("figures", "--face", "machine", "--where", "wav=x"), 1, "wave"),
        (("figures", "--face", "machine", "--where", "wave"), 2, "wave"),
        (("all", "--face", "machine", "--where", "wave=x"), 2, "--where"),
        (("figures", "--face", "readable", "--format", "parquet"), 2, "xlsx"),
        (("all", "--face", "readable", "--format", "csv"), 2, "xlsx"),
        (("figures",), 2, "--face"),
    ],
)
def test_what_cannot_be_written_is_refused_and_leaves_nothing(
    narabe: Narabe, tmp_path: Path, arguments: tuple[str, ...], status: int, word: str
) -> None:
    said = narabe("export", *arguments, "--out", str(tmp_path))
    assert said.status == status and word in said.err and list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_one_sentence(narabe: Narabe, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    said = narabe("export", "groups", "--face", "machine", "--out", str(tmp_path / "file"))
    assert said.status == 1 and "保存できません" in said.err and "Traceback" not in said.err
