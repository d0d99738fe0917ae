"""The benchmark runs and has a row for every page. No time is judged here: machines differ."""

from __future__ import annotations

from pathlib import Path

from narabe.ui import registry
from tests.bench.rerun import EMPTY, PAGES, Row, measure, percentile, printed


def test_the_bench_prints_a_row_per_page(store: Path) -> None:
    rows = measure(store, reruns=3, warm_up=1)
    assert [row.name for row in rows] == [EMPTY, *PAGES]
    assert all(0 < row.p50 <= row.p95 for row in rows)
    lines = printed(rows).splitlines()
    assert len(lines) == len(rows) + 1
    assert all(line.startswith(row.name) for line, row in zip(lines[1:], rows, strict=True))


def test_every_page_is_measured() -> None:
    assert {page for page, _choices in PAGES.values()} == {page.address for page in registry.PAGES}


def test_percentiles_are_nearest_ranks() -> None:
    assert percentile([5.0], 95) == 5.0
    assert percentile([float(n) for n in range(1, 101)], 95) == 95.0
    assert percentile([3.0, 1.0, 2.0], 50) == 2.0


def test_the_empty_page_is_the_measure() -> None:
    table = printed([Row(EMPTY, 10, 12), Row("/", 25, 30)]).splitlines()
    assert table[1].split() == ["empty", "page", "10.0", "12.0", "0.0", "1.0x"]
    assert table[2].split() == ["/", "25.0", "30.0", "15.0", "2.5x"]
