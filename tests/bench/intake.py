"""How long a large file takes to become a version, against the bare readers in the same run: `python -m tests.bench.intake`.

Answers of 1,000,000 people in 40 columns as CSV (UTF-8 and CP932) against DuckDB's own `create table … from read_csv`
of the UTF-8 file; of 100,000 people as XLSX against calamine's `to_python`. Each measurement runs in a process of its
own; the bare reader runs before and after, and the mean of both counts. Exit status 1 where a ratio is beyond its goal.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
GOALS = {"csv": 5.0, "cp932": 7.0, "xlsx": 5.0}
SCALE = ["満足", "やや満足", "どちらともいえない", "やや不満", "不満", "無回答"]
MEDIA = ["ホームページ", "LINE", "広報紙", "テレビ, ラジオ", "友人", "その他"]
WORDS = [
    "窓口が",
    "とても",
    "便利に",
    "なって",
    "助かる",
    "もっと",
    "オンラインで",
    "手続を",
    "増やして",
    "ほしい",
]
HEADER = [
    "ID", "ウエイト", "性別", "年代", *(f"Q{n}" for n in range(1, 19)), *(f"Q19_{n}" for n in range(1, 13)),
    "Q20（いくつでも）", "利用回数", "ご意見（自由記述）", *(f"Q{n}" for n in range(21, 24)),
]  # fmt: skip
"""40 columns: id, weight, 23 single choices, a multiple one in 12 columns, one delimited, a number, a text."""


def rows(count: int) -> Iterator[list[str]]:
    """Answers at random, the same in every run."""
    chance = random.Random(1)
    pick, draw = chance.choice, chance.random
    combined = [
        ", ".join(option for bit, option in enumerate(MEDIA) if chosen >> bit & 1) for chosen in range(64)
    ]
    ages = [f"{ten}代" for ten in range(10, 90, 10)]
    texts = ["".join(pick(WORDS) for _ in range(6)) for _ in range(5000)] + [""] * 10_000
    for number in range(1, count + 1):
        single = [SCALE[int(draw() * 6)] for _ in range(18)]
        boxes = chance.getrandbits(12)
        flags = ["1" if boxes >> bit & 1 else "0" for bit in range(12)]
        rest = [
            combined[int(draw() * 64)],
            str(int(draw() * 60)),
            pick(texts),
            *(str(1 + int(draw() * 5)) for _ in range(3)),
        ]
        yield [
            f"R{number}",
            f"{0.5 + draw():.4f}",
            pick(("男性", "女性")),
            pick(ages),
            *single,
            *flags,
            *rest,
        ]


def write_csv(path: Path, count: int, encoding: str) -> None:
    """A file as a form system writes it; cells with a comma are quoted."""
    with path.open("w", encoding=encoding, newline="") as out:
        out.write(",".join(HEADER) + "\r\n")
        for row in rows(count):
            out.write(",".join(f'"{cell}"' if "," in cell else cell for cell in row) + "\r\n")


def write_xlsx(path: Path, count: int) -> None:
    """A workbook with shared strings, as Excel saves one."""
    known: dict[str, int] = {}
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    package = "http://schemas.openxmlformats.org/package/2006"

    def cell(text: str) -> str:
        if text.replace(".", "", 1).isdigit():
            return f"<c><v>{text}</v></c>"
        return f'<c t="s"><v>{known.setdefault(text, len(known))}</v></c>' if text else "<c/>"

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        with out.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{main}"><sheetData>'.encode())
            for row in (HEADER, *rows(count)):
                sheet.write(f"<row>{''.join(map(cell, row))}</row>".encode())
            sheet.write(b"</sheetData></worksheet>")
        strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in known)
        out.writestr(
            "xl/sharedStrings.xml",
            f'<sst xmlns="{main}" count="{len(known)}" uniqueCount="{len(known)}">{strings}</sst>',
        )
        out.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets><sheet name="回答" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        out.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{links}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        )
        out.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        out.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{kinds}.sharedStrings+xml"/></Types>')  # fmt: skip


# --- what is measured, each in its own process ---------------------------------------------------


def bare_csv(path: Path) -> Callable[[], object]:
    """DuckDB alone: every column as it guesses it, into a database file."""
    import duckdb

    connection = duckdb.connect(str(path.with_suffix(".bare.duckdb")))
    return lambda: connection.execute(f"create or replace table bare as from read_csv('{path}')")


def bare_xlsx(path: Path) -> Callable[[], object]:
    """calamine alone: every cell as a Python value."""
    from python_calamine import CalamineWorkbook

    return lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def importing(path: Path) -> Callable[[], object]:
    """From the bytes to the live version, as the command line does it."""
    from narabe.desk.imports import take
    from narabe.model.imports import Signer

    def taken() -> None:
        outcome = take(path, f"bench_{path.stem}", Signer("情報政策課", "計測"))
        assert outcome.receipt, [fault.message.ja for fault in outcome.preview.faults]

    return taken


MEASURED = {"bare_csv": bare_csv, "bare_xlsx": bare_xlsx, "import": importing}


def worker(what: str, path: Path) -> None:
    """Print seconds and the largest memory of this process in MB."""
    run = MEASURED[what](path)
    began = time.perf_counter()
    run()
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(json.dumps({"seconds": seconds, "megabytes": peak}))


def measured(what: str, path: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.intake", "--worker", what, str(path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def compared(name: str, bare: str, plain: Path, path: Path) -> bool:
    """Print one ratio; whether it is within its goal."""
    before, ours, after = measured(bare, plain), measured("import", path), measured(bare, plain)
    alone = (before["seconds"] + after["seconds"]) / 2
    ratio = ours["seconds"] / alone
    print(
        f"{name:6} import {ours['seconds']:6.1f} s, peak {ours['megabytes']:5.0f} MB | {bare} {before['seconds']:.1f},"
        f" {after['seconds']:.1f} s | {ratio:.1f}x (goal {GOALS[name]:.0f}x)",
        flush=True,
    )
    return ratio <= GOALS[name]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rows", type=int, default=1_000_000, help="rows of the CSV; the workbook has a tenth"
    )
    parser.add_argument("--only", choices=tuple(GOALS), action="append")
    parser.add_argument("--worker", nargs=2, metavar=("WHAT", "FILE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.worker:
        worker(asked.worker[0], Path(asked.worker[1]))
        return 0
    wanted, kept = asked.only or list(GOALS), []
    with tempfile.TemporaryDirectory(prefix="narabe-bench-") as folder:
        os.environ["NARABE_STORE"] = str(Path(folder) / "store")
        subprocess.run(
            [sys.executable, "-m", "narabe", "build"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
        csv, cp932, xlsx = (Path(folder) / name for name in ("utf8.csv", "cp932.csv", "book.xlsx"))
        if {"csv", "cp932"} & set(wanted):
            write_csv(csv, asked.rows, "utf-8")
            print(f"{asked.rows:,} rows x {len(HEADER)} columns, {csv.stat().st_size / 1e6:.0f} MB in UTF-8")
        if "csv" in wanted:
            kept.append(compared("csv", "bare_csv", csv, csv))
        if "cp932" in wanted:
            cp932.write_bytes(csv.read_bytes().decode().encode("cp932"))
            kept.append(compared("cp932", "bare_csv", csv, cp932))
        if "xlsx" in wanted:
            write_xlsx(xlsx, asked.rows // 10)
            kept.append(compared("xlsx", "bare_xlsx", xlsx, xlsx))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
