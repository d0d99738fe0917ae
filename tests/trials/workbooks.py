"""LibreOffice opens every kind of workbook: `python -m tests.trials.workbooks` (`make trials`).

Each is converted to a workbook of LibreOffice's own and read back: the same sheets, and the same number or word in
every cell; and to PDF, in which every line of a bar chart must have its words. Exit status 1 where anything differs, or where LibreOffice Calc is not
installed: then nothing was tried. Excel itself cannot be run here.
"""

from __future__ import annotations

import io
import math
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.chart import BarChart
from pypdf import PdfReader

from tests.browser.serving import built_store

SECONDS = 180
MISSING = (
    "LibreOffice Calc がありません。何も試していません（Debian / Ubuntu では: apt install libreoffice-calc）。\n"
    "LibreOffice Calc is not installed: NOTHING WAS TRIED (Debian / Ubuntu: apt install libreoffice-calc)."
)
PROBE = b"a,b\n1,2\n"


class NotOpened(Exception):
    """LibreOffice made no file; the text is what it said."""


def converted(source: Path, ending: str, folder: Path) -> Path:
    """The file as LibreOffice saves it. Errors: NotOpened."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise NotOpened("soffice")
    try:
        run = subprocess.run(
            [
                program,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                *("--headless", "--norestore", "--convert-to", ending, "--outdir", str(folder / ending)),
                str(source),
            ],
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise NotOpened(f"soffice: {SECONDS} s ({source.name} -> {ending})") from error
    made = folder / ending / f"{source.stem}.{ending}"
    if run.returncode != 0 or not made.exists():
        raise NotOpened(f"{run.stdout}{run.stderr}".strip())
    return made


def cells(content: bytes) -> dict[str, list[list[Any]]]:
    """Every sheet's cells up to the last that is filled."""
    book = load_workbook(io.BytesIO(content), data_only=True)
    found = {}
    for sheet in book.worksheets:
        rows = [[_plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        rows = [
            row[: max((n + 1 for n, cell in enumerate(row) if cell is not None), default=0)] for row in rows
        ]
        while rows and not rows[-1]:
            rows.pop()
        found[sheet.title] = rows
    return found


def differing(ours: dict[str, list[list[Any]]], theirs: dict[str, list[list[Any]]]) -> list[str]:
    """Where two workbooks hold different things."""
    if list(ours) != list(theirs):
        return [f"sheets {list(ours)} / {list(theirs)}"]
    places = []
    for name, rows in ours.items():
        if len(rows) != len(theirs[name]):
            places.append(f"{name}: {len(rows)} / {len(theirs[name])} rows")
            continue
        for number, (mine, other) in enumerate(zip(rows, theirs[name], strict=True), start=1):
            if len(mine) != len(other) or not all(map(_same, mine, other)):
                places.append(f"{name} row {number}: {mine} / {other}")
    return places


def tried(name: str, content: bytes, charts: int, folder: Path) -> list[str]:
    """What is wrong with one workbook."""
    source = folder / f"{name}.xlsx"
    source.write_bytes(content)
    try:
        saved = converted(source, "ods", folder)
        again = converted(saved, "xlsx", folder)
        pdf = converted(source, "pdf", folder)
    except NotOpened as error:
        return [str(error)]
    wrong = differing(cells(content), cells(again.read_bytes()))
    kept = sum(len(sheet._charts) for sheet in load_workbook(again).worksheets)
    if kept != charts:
        wrong.append(f"{charts} charts / {kept}")
    pages = [_squeezed(page.extract_text()) for page in PdfReader(pdf).pages]
    return wrong + [f"no label: {label}" for label in undrawn(content, pages)]


def undrawn(content: bytes, pages: list[str]) -> list[str]:
    """The lines of its bar charts that lack their words on the page where the chart begins, looked for from top to
    bottom: its sheet and that of the table begin with the same title, in this order."""
    book = load_workbook(io.BytesIO(content))
    missing = []
    for sheet in book.worksheets:
        for chart in [each for each in sheet._charts if isinstance(each, BarChart)]:
            title = _squeezed(str(sheet["A1"].value))
            _, drawn = [page for page in pages if page.startswith(title)]
            name, _, cells_of = chart.series[0].cat.numRef.f.rpartition("!")
            place = 0
            for (cell,) in book[name.strip("'")][cells_of.replace("$", "")]:
                label = _squeezed(str(cell.value))
                at = drawn.find(label, place)
                if at < 0:
                    missing.append(label)
                else:
                    place = at + len(label)
    return missing


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="narabe-trials-") as name:
        folder = Path(name)
        probe = folder / "probe.csv"
        probe.write_bytes(PROBE)
        try:
            converted(probe, "xlsx", folder)
        except NotOpened as error:
            print(MISSING if str(error) == "soffice" else f"{MISSING}\n{error}", file=sys.stderr)
            return 1
        with built_store() as store:
            os.environ["NARABE_STORE"] = str(store)
            from narabe.warehouse import open_live
            from tests.trials.kinds import every_kind

            failed = 0
            for kind, content, charts in every_kind(open_live()):
                wrong = tried(kind, content, charts, folder)
                failed += bool(wrong)
                print(f"{'NG' if wrong else 'ok'}  {kind}", *wrong[:5], sep="\n    ", flush=True)
    print(f"{failed} failed" if failed else "LibreOffice: ok (Excel itself was not tried)")
    return 1 if failed else 0


def _squeezed(text: str) -> str:
    """Without the spaces and the forms of letters in which a PDF differs."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _plain(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return cell.date() if cell == datetime.combine(cell.date(), datetime.min.time()) else cell
    if isinstance(cell, str):
        return " ".join(cell.split()) or None
    return cell


def _same(mine: Any, other: Any) -> bool:
    if isinstance(mine, (int, float)) and isinstance(other, (int, float)):
        return math.isclose(mine, other, rel_tol=1e-9, abs_tol=1e-12)
    if isinstance(mine, date) or isinstance(other, date):
        return str(mine) == str(other)
    return bool(mine == other)


if __name__ == "__main__":
    sys.exit(main())
