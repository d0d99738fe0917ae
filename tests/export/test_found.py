"""What the explore page hands out for machines: every figure found, as the public table holds it."""

import csv
import io
import pickle
from functools import partial
from pathlib import Path

import pytest

from narabe.analyses.explore import explore, figures_asked
from narabe.analyses.open_data import open_rows
from narabe.desk import imports
from narabe.export.faces import Taking, made
from narabe.export.machine.found import found_figures, whole_table
from narabe.model.explore import ExploreAsk
from narabe.model.imports import Signer
from narabe.tables.explore import figures
from narabe.warehouse import open_live


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "ask", [ExploreAsk(metric=("print_pages",)), ExploreAsk(find="ぷりんた"), ExploreAsk(group=("female",))]
)
def test_a_file_holds_every_figure_found_even_beyond_the_screen(ask: ExploreAsk) -> None:
    found = explore(open_live(), ask, most=2)
    taking = Taking(figures(found), machine=partial(found_figures, ask, found.build_id))
    sent = pickle.loads(pickle.dumps(taking))  # it is made in another process
    rows = list(csv.DictReader(io.StringIO(made(sent, "machine_csv", "ja").decode("utf-8-sig"))))
    kept = open_rows(open_live(), "figures", figures_asked(open_live(), ask)).to_pylist()
    assert len(rows) == found.figures == len(kept)
    assert [row["figure_id"] for row in rows] == [row["figure_id"] for row in kept]
    assert [float(row["value"]) if row["value"] else None for row in rows] == [row["value"] for row in kept]


@pytest.mark.usefixtures("store")
def test_the_readable_file_says_how_many_it_leaves_out() -> None:
    found = explore(open_live(), ExploreAsk(), most=5)
    assert len(figures(found).rows) == 5
    assert any(
        f"初めの5件まで（全{found.figures:,}件）" in note.ja.replace("です", "")
        for note in figures(found).notes
    )


@pytest.mark.usefixtures("store")
def test_a_whole_table_has_all_rows() -> None:
    assert (
        whole_table("metrics", open_live().build_id).data.num_rows
        == open_rows(open_live(), "metrics").num_rows
    )


@pytest.mark.parametrize("kind", ["machine_csv", "machine_zip"])
def test_a_page_left_open_hands_out_what_it_shows_after_an_import(
    own_store: Path, tmp_path: Path, kind: str
) -> None:
    before, ask = open_live(), ExploreAsk(metric=("cashless_payments",))
    found = explore(before, ask)
    taking = Taking(figures(found), machine=partial(found_figures, ask, found.build_id))
    file = made(taking, kind, "ja")
    path = tmp_path / "月次.csv"
    path.write_text("年月,キャッシュレス決済の利用件数\n2026年4月,1200\n", "utf-8")
    assert imports.take(path, "gores", Signer("DX課", "佐藤")).receipt is not None
    assert open_live().build_id != before.build_id
    assert explore(open_live(), ask).figures > found.figures
    assert made(taking, kind, "ja") == file
