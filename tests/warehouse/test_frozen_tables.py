"""Checked tables on disk: whoever comes first places a folder named for what it holds, and nobody takes it away."""

from pathlib import Path

from narabe.sources.tables import from_records
from narabe.warehouse.frozen_tables import keep_tables, read_tables, write_tables

TABLES = (from_records("waves", {"wave_id": "text"}, [{"wave_id": "net2021"}]),)
OTHERS = (from_records("waves", {"wave_id": "text"}, [{"wave_id": "net2025"}]),)


def test_a_second_builder_of_the_same_inputs_leaves_the_folder_to_its_readers(tmp_path: Path) -> None:
    kept = tmp_path / "inputs" / "abc"
    keep_tables(kept, TABLES)
    (file,) = kept.iterdir()
    placed = file.stat().st_ino
    keep_tables(kept, TABLES)
    assert file.stat().st_ino == placed
    assert [path.name for path in kept.parent.iterdir()] == ["abc"], "no draft is left"
    assert read_tables(kept)[0].rows == (("net2021",),)


def test_tables_of_a_draft_are_replaced(tmp_path: Path) -> None:
    write_tables(tmp_path / "tables", TABLES)
    write_tables(tmp_path / "tables", OTHERS)
    assert read_tables(tmp_path / "tables")[0].rows == (("net2025",),)
