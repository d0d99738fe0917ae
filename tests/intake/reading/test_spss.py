"""SPSS files: codes with their labels, and what SPSS holds as missing."""

from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from narabe.intake.reading import open_file, workbench
from narabe.model.intake import AS_FOUND, Format, Raw, RawColumn
from narabe.settings import Limits
from tests.intake.corpus.readers import spss


def bulk(path: Path, folder: Path) -> tuple[Raw, list[tuple]]:
    with workbench(folder) as connection:
        raw = open_file(path, "a.sav", AS_FOUND, Limits()).bulk(connection)
        return raw, connection.sql("from raw order by row").fetchall()


def test_labels_and_missing_codes_come_along(tmp_path: Path) -> None:
    path = tmp_path / "received"
    path.write_bytes(spss())
    raw, _ = bulk(path, tmp_path)
    labels = (("1", "男性"), ("2", "女性"), ("99", "無回答"))
    assert raw.columns[1] == RawColumn("c2", "Q1 問1 性別", labels, ("99",))
    assert (raw.header_row, raw.rows) == (0, 3)


def test_a_span_of_missing_codes_becomes_the_codes_in_it(tmp_path: Path) -> None:
    path = tmp_path / "received.sav"
    pyreadstat.write_sav(
        pd.DataFrame({"Q1": [1.0, -3.0, None, -8.5], "Q2": ["a", "x", "", "b"]}),
        str(path),
        variable_value_labels={"Q1": {-9.0: "拒否", 1.0: "はい"}},
        missing_ranges={"Q1": [{"lo": -9, "hi": -1}], "Q2": ["x"]},
    )
    raw, rows = bulk(path, tmp_path)
    assert rows == [(1, "1", "a"), (2, "-3", "x"), (4, "-8.5", "b")]
    assert set(raw.columns[0].missing) == {"-9", "-3", "-8.5"}
    assert raw.columns[1].missing == ("x",)


def test_the_grid_has_names_above_codes(tmp_path: Path) -> None:
    path = tmp_path / "received"
    path.write_bytes(spss(".zsav"))
    incoming = open_file(path, "a.sav", AS_FOUND, Limits())
    (sheet,) = incoming.sheets(3)
    assert sheet.rows == (("ID", "Q1 問1 性別", "Q2"), (1, 1, "髙橋①"), (2, 2, None))
    assert (incoming.detection.format, incoming.detection.sheets[0].rows) == (Format.SPSS, 4)


@pytest.mark.parametrize("rows", [1000, 1001, 2500])
def test_all_pieces_are_read_in_order(rows: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("narabe.intake.reading.spss.BATCH_CELLS", 10)
    path = tmp_path / "received.sav"
    pyreadstat.write_sav(pd.DataFrame({"ID": [float(n) for n in range(1, rows + 1)]}), str(path))
    raw, found = bulk(path, tmp_path)
    assert raw.rows == rows
    assert all(row == int(number) for row, number in found)
