"""A cross-tabulation against the bare query, pandas and R, in one run: `python -m tests.bench.crosstab`.

At 326, 100 thousand, 1 million and 10 million respondents: a single answer and a twelve-option multiple one, weighted,
by three questions. Bare is one SQL statement with the same n, Σw and Σw² over the product of the three questions,
asked before and after ours each time. pandas makes three `crosstab`s, for the multiple one three an option, which is
printed beside and no goal; R's survey package (where Rscript is installed)
a design, three weighted tables and one χ². Exit status 1 where a goal is missed.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path

import duckdb
import pandas as pd
import yaml

from narabe.analyses.crosstab import crosstab
from narabe.model.crosstab import CrossAsk
from narabe.model.status import Origin
from narabe.settings import Settings
from narabe.warehouse.answers import Answers
from narabe.warehouse.datasets import write_dataset

SIZES = (326, 100_000, 1_000_000, 10_000_000)
GOALS = {"single": 2.0, "multiple": 6.0}
"""Times the bare query, from 100 thousand respondents on."""
OWN_GOAL, PANDAS_GOAL, FROM = 0.015, 50.0, 100_000
"""Seconds of our own at 326; times faster than pandas."""
LEVELS = {"sex": 2, "age": 7, "area": 5, "q": 5}
BANNER = ("sex", "age", "area")
OPTIONS = 12
FLAGS = [f"use__o{number}" for number in range(1, OPTIONS + 1)]
PANDAS_MOST, R_MOST = 1_000_000, 1_000_000
R_SCRIPT = """
suppressPackageStartupMessages(library(survey)); d <- read.csv(commandArgs(TRUE)[1], stringsAsFactors = TRUE)
seconds <- function(run) { began <- Sys.time(); run(); as.numeric(Sys.time() - began, units = "secs") }
made <- seconds(function() design <<- svydesign(ids = ~1, weights = ~weight, data = d))
crossed <- seconds(function() for (b in c("sex", "age", "area")) svytable(as.formula(paste("~q +", b)), design))
tested <- seconds(function() svychisq(~q + sex, design))
cat(made, crossed, tested)
"""


def answers(folder: Path, size: int) -> Answers:
    """Respondents at random, the same in every run, as a dataset file."""
    single = ", ".join(
        f"'{name}' || cast(1 + hash(i, '{name}') % {levels} as integer) as {name}"
        for name, levels in LEVELS.items()
    )
    flags = ", ".join(
        f"hash(i, 'use{k}') % 100 < {10 + 3 * k} as {flag}" for k, flag in enumerate(FLAGS, start=1)
    )
    with duckdb.connect() as connection:
        connection.execute(
            f"copy (select i + 2 as row, weight, cast(round(weight * 1000000) as bigint) as weight_scaled, {single},"
            f" {flags} from (select i, 0.5 + (hash(i, 'w') % 2000) / 1000 as weight from range({size}) t(i)))"
            f" to '{folder / 'answers.parquet'}' (format parquet)"
        )
    questions = [
        {"id": name, "type": "single", "options": [f"{name}{n}" for n in range(1, levels + 1)]}
        for name, levels in LEVELS.items()
    ]
    questions.append({"id": "use", "type": "multiple", "options": [f"o{n}" for n in range(1, OPTIONS + 1)]})
    book = {
        "wave": "bench",
        "questions": [
            {
                **question,
                "header": question["id"],
                "label": question["id"],
                "options": [{"id": option, "label": option} for option in question["options"]],
            }
            for question in questions
        ],
    }
    (folder / "codebook.yml").write_text(yaml.safe_dump(book), encoding="utf-8")
    write_dataset(folder, folder / "dataset-bench.duckdb")
    return Answers("bench", folder / "dataset-bench.duckdb", Origin.IMPORTED)


def seconds(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def against(bare: Callable[[], object], ours: Callable[[], object], times: int) -> tuple[float, float]:
    """Medians of bare and ours, asked in turn."""
    bare(), ours()
    pairs = [(seconds(bare), seconds(ours)) for _ in range(times)]
    return statistics.median(b for b, _ in pairs), statistics.median(o for _, o in pairs)


def pandas_seconds(folder: Path, rows: list[str]) -> float:
    """Three weighted tables by pandas of each of the columns."""
    frame = pd.read_parquet(folder / "answers.parquet", columns=["weight", *LEVELS, *FLAGS])
    frame[list(LEVELS)] = frame[list(LEVELS)].astype("category")

    def cross() -> None:
        for name, axis in product(rows, BANNER):
            pd.crosstab(frame[name], frame[axis], values=frame["weight"], aggfunc="sum")

    return seconds(cross)


def r_seconds(folder: Path) -> str:
    """What R says of a design, three tables and one test."""
    if not shutil.which("Rscript"):
        return "R not installed"
    with duckdb.connect() as connection:
        connection.execute(
            f"copy (select weight, sex, age, area, q from '{folder / 'answers.parquet'}')"
            f" to '{folder / 'answers.csv'}'"
        )
    script = folder / "bench.R"
    script.write_text(R_SCRIPT, encoding="utf-8")
    done = subprocess.run(
        ["Rscript", str(script), str(folder / "answers.csv")], capture_output=True, text=True, check=False
    )
    if done.returncode:
        return "R without survey"
    made, crossed, tested = map(float, done.stdout.split())
    return f"R survey {made:.2f} + {crossed:.2f} + {tested:.2f} s"


def measured(size: int) -> bool:
    """Print one size; whether it keeps its goals."""
    kept = True
    with tempfile.TemporaryDirectory(prefix="narabe-bench-") as name:
        folder = Path(name)
        open_file, settings = answers(folder, size), Settings()
        bare_sql = (
            f"select {', '.join(BANNER)}, count(*), sum(weight_scaled), sum(weight_scaled * weight_scaled)"
            " from survey.main.answers group by all"
        )
        banner = tuple((axis,) for axis in BANNER)
        told, ours_seconds = [], {}
        for what, rows in (("single", "q"), ("multiple", "use")):
            ask = CrossAsk("bench", rows, banner, weight="weight")
            bare, ours = against(
                lambda: open_file.ask(bare_sql),
                lambda ask=ask: crosstab(open_file, ask, settings),  # type: ignore[misc]
                40 if size < FROM else 9,
            )
            ratio, own = ours / bare, ours - bare
            told.append(f"{what} {1000 * ours:7.1f} ms = {ratio:4.1f}x (+{1000 * own:.1f} ms)")
            kept &= ratio <= GOALS[what] if size >= FROM else own <= OWN_GOAL
            ours_seconds[what] = ours
        rivals = []
        if size <= PANDAS_MOST:
            pandas = {"single": pandas_seconds(folder, ["q"]), "multiple": pandas_seconds(folder, FLAGS)}
            times = {what: pandas[what] / ours for what, ours in ours_seconds.items()}
            rivals += [
                f"pandas {what} {1000 * pandas[what]:.0f} ms = {times[what]:.0f}x ours" for what in times
            ]
            kept &= times["single"] >= PANDAS_GOAL or size < FROM
        if FROM <= size <= R_MOST:
            rivals.append(r_seconds(folder))
        print(f"{size:>10,} | bare {1000 * bare:6.1f} ms | {' | '.join(told + rivals)}", flush=True)
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    kept = [measured(size) for size in parser.parse_args().sizes]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
