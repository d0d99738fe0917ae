"""What the explore page hands out for machines: every figure found, as the public table holds it."""

import csv
import io
import pickle
from functools import partial

import pytest

from narabe.analyses.explore import explore, figures_asked
from narabe.analyses.open_data import open_rows
from narabe.export.faces import Taking, made
from narabe.export.machine.found import found_figures, whole_table
from narabe.model.explore import ExploreAsk
from narabe.tables.explore import figures
from narabe.warehouse import open_live


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "ask", [ExploreAsk(metric=("print_pages",)), ExploreAsk(find="ぷりんた"), ExploreAsk(group=("female",))]
)
def test_a_file_holds_every_figure_found_even_beyond_the_screen(ask: ExploreAsk) -> None:
    found = explore(open_live(), ask, most=2)
    taking = Taking(figures(found), machine=partial(found_figures, ask))
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
    assert whole_table("metrics").data.num_rows == open_rows(open_live(), "metrics").num_rows
