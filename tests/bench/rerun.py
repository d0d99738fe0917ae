"""Server time of one rerun of each page, beside an almost empty Streamlit page in the same run.

    python -m tests.bench.rerun [--reruns 60] [--warm-up 10]

Both servers run on this machine at the same time and are asked in turn, so that whatever
else the machine does falls on both. The difference to the empty page is what Narabe adds.
Prints a table; writes nothing.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.bench.wire import Visitor
from tests.browser.serving import built_store, serving

EMPTY = "empty page"
# What is printed -> page name and choices, as a link to it would carry them.
PAGES: dict[str, tuple[str, dict[str, str | list[str]]]] = {
    "/": ("", {}),
    "/compare": ("compare", {}),
    "/compare?q=service_use": ("compare", {"q": "service_use", "c": ["net2021", "net2025"]}),
    "/crosstab": ("crosstab", {}),
    "/crosstab?d=practice_2021": ("crosstab", {"d": "practice_2021"}),
    "/stage": ("stage", {}),
    "/kpi": ("kpi", {}),
    "/kpi?indicator=ai_users": ("kpi", {"indicator": "ai_users"}),
    "/operations": ("operations", {}),
    "/projects": ("projects", {}),
    "/peers": ("peers", {}),
    "/voices": ("voices", {}),
    "/explore": ("explore", {}),
    "/explore?metric=print_pages": ("explore", {"metric": "print_pages"}),
    "/explore?view=dictionary": ("explore", {"view": "dictionary"}),
    "/sources": ("sources", {}),
    "/intake": ("intake", {}),
    "/sources?view=figures": ("sources", {"view": "figures"}),
}


@dataclass(frozen=True)
class Row:
    """Milliseconds of one page."""

    name: str
    p50: float
    p95: float


def measure(store: Path, reruns: int, warm_up: int) -> list[Row]:
    """The empty page first, then every page; `reruns` each, after `warm_up` that do not count."""
    with ExitStack() as stack:
        floor = stack.enter_context(serving(store, "tests.bench.empty_app:app", health="/_stcore/health"))
        narabe = stack.enter_context(serving(store))
        visitors = {EMPTY: stack.enter_context(Visitor(floor))}
        for name, (page, choices) in PAGES.items():
            visitors[name] = stack.enter_context(Visitor(narabe, page, **choices))
        spent: dict[str, list[float]] = {name: [] for name in visitors}
        for turn in range(warm_up + reruns):
            for name, visitor in visitors.items():
                seconds = visitor.rerun()
                if turn >= warm_up:
                    spent[name].append(1000 * seconds)
    return [Row(name, statistics.median(times), percentile(times, 95)) for name, times in spent.items()]


def percentile(times: Sequence[float], rank: int) -> float:
    """The smallest time that at least `rank` percent of the times do not exceed."""
    ordered = sorted(times)
    return ordered[max(0, -(-rank * len(ordered) // 100) - 1)]


def printed(rows: Sequence[Row]) -> str:
    """The rows as a table; differences and ratios are those of the medians."""
    floor = next(row for row in rows if row.name == EMPTY)
    width = max(len(row.name) for row in rows)
    lines = [f"{'rerun':<{width}}  {'p50 ms':>8} {'p95 ms':>8} {'+ms':>8} {'ratio':>7}"]
    for row in rows:
        lines.append(
            f"{row.name:<{width}}  {row.p50:8.1f} {row.p95:8.1f} "
            f"{row.p50 - floor.p50:8.1f} {row.p50 / floor.p50:6.1f}x"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Build a throw-away store, measure, print."""
    parser = argparse.ArgumentParser(description="Server time of a rerun of each page.")
    parser.add_argument("--reruns", type=int, default=60)
    parser.add_argument("--warm-up", type=int, default=10)
    asked = parser.parse_args(arguments)
    with built_store() as store:
        rows = measure(store, max(1, asked.reruns), max(0, asked.warm_up))
    print(f"{asked.reruns} reruns each after {asked.warm_up} to warm up, interleaved, one visitor")
    print(printed(rows))


if __name__ == "__main__":
    main()
