"""SPSS files, with the labels of their codes and the codes that mean no answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyreadstat

from narabe.intake.faults import refusal
from narabe.intake.reading.cells import as_text, column_as_text, on_one_line
from narabe.intake.reading.encoding import codec_of
from narabe.intake.reading.headers import Header
from narabe.intake.reading.incoming import Incoming, within
from narabe.intake.reading.raw_table import CELLS, Loaded, Piece, finish, forget, load
from narabe.model.intake import (
    Detection,
    Format,
    Progress,
    Raw,
    ReadOptions,
    Refused,
    Sheet,
    SheetFound,
    quietly,
)
from narabe.settings import Limits
from narabe.words import intake_problems as say

BATCH_CELLS = 4_000_000
ENCODINGS = {"cp932": "CP932", "cp51932": "EUC-JP", "iso2022_jp": "ISO-2022-JP", "utf-8": "UTF-8"}
Columns = dict[str, list[Any]]


@dataclass
class Spss(Incoming):
    """A file whose dictionary has been read. A case is numbered from 1, as SPSS shows it: there is no header row."""

    about: Any
    encoding: str | None

    def _grid(self, rows: int | None) -> tuple[Sheet, ...]:
        """One sheet of codes, below a row of names with labels."""
        most = self.limits.rows if rows is None else max(0, rows - 1)
        size = self.detection.sheets[0]
        within(min(size.rows, most) * size.columns)
        columns, _ = _read(self.path, self.encoding, 0, most) if most else ({}, None)
        cases = zip(*columns.values(), strict=True)
        body = (tuple(None if cell == "" else _plain(cell) for cell in case) for case in cases)
        return (Sheet("", (self._names(), *body)),)

    def bulk(self, connection: duckdb.DuckDBPyConnection, progress: Progress = quietly) -> Raw:
        """In pieces; codes as text, with their labels and the codes declared as missing."""
        forget(connection)
        names = self.about.column_names
        load(connection, len(names), self._pieces(progress))
        ranges = [self.about.missing_ranges.get(name, ()) for name in names]
        labels = [self.about.variable_value_labels.get(name, {}) for name in names]
        loaded = Loaded(
            Header(0, 0, self._names()),
            len(names),
            formula_errors=False,
            labels=tuple(tuple((_code(code), str(label)) for code, label in each.items()) for each in labels),
            missing=tuple(
                _missing(connection, f"c{place}", each, labels[place - 1])
                for place, each in enumerate(ranges, start=1)
            ),
        )
        return finish(connection, loaded, self.limits, self.found)

    def _names(self) -> tuple[str, ...]:
        """Each variable's name, and its label where that says more."""
        return tuple(
            _named(name, on_one_line(label or ""))
            for name, label in zip(self.about.column_names, self.about.column_labels, strict=True)
        )

    def _pieces(self, progress: Progress) -> Iterator[Piece]:
        size, done = max(1000, BATCH_CELLS // max(1, len(self.about.column_names))), 0
        while True:
            columns, _ = _read(self.path, self.encoding, done, size)
            count = len(next(iter(columns.values()), ()))
            if count:
                texts = [column_as_text(column) for column in columns.values()]
                yield range(done + 1, done + count + 1), texts
            done += count
            progress(say.reading(done))
            if count < size and done < (self.about.number_rows or 0):
                raise refusal(say.BROKEN_SPSS, say.GET_AGAIN)
            if count < size or done > self.limits.rows:
                return


def open_spss(path: Path, file_name: str, options: ReadOptions, limits: Limits) -> Spss:
    """Read the dictionary. Errors: Refused for a damaged file, text that does not decode, too many variables."""
    encoding = ENCODINGS.get(codec_of(options.encoding)) if options.encoding else None
    _, about = _read(path, encoding, 0, 0, metadataonly=True)
    width = len(about.column_names)
    if not width:
        raise refusal(say.NOTHING_THERE, say.CHOOSE_ANOTHER)
    if width > limits.columns:
        raise refusal(say.too_many_columns(width, limits.columns), say.DROP_COLUMNS)
    rows = max(0, about.number_rows or 0)
    if rows > limits.rows:
        raise refusal(say.too_many_rows(rows, limits.rows), say.SPLIT)
    detection = Detection(Format.SPSS, (SheetFound("", rows + 1, width),), encoding=about.file_encoding)
    return Spss(path, file_name, options, limits, detection, about=about, encoding=encoding)


def _read(
    path: Path, encoding: str | None, offset: int, limit: int, metadataonly: bool = False
) -> tuple[Columns, Any]:
    """Some cases as lists by variable, and the dictionary. Errors: Refused."""
    try:
        return pyreadstat.read_sav(
            str(path),
            encoding=encoding,
            row_offset=offset,
            row_limit=limit,
            user_missing=True,
            metadataonly=metadataonly,
            output_format="dict",
        )
    except UnicodeDecodeError as error:
        raise refusal(say.SPSS_ENCODING, say.SAY_ENCODING) from error
    except Exception as error:  # pyreadstat raises its own two, and whatever its conversions meet
        raise _refused(str(error)) from error


def _refused(error: str) -> Refused:
    if "character" in error or "encoding" in error or "string" in error:
        return refusal(say.SPSS_ENCODING, say.SAY_ENCODING)
    return refusal(say.BROKEN_SPSS, say.GET_AGAIN)


def _missing(
    connection: duckdb.DuckDBPyConnection, column: str, ranges: list[dict[str, Any]], labels: dict[Any, str]
) -> tuple[str, ...]:
    """The codes declared as missing: single ones, and of a span those that have a label or occur."""
    codes: dict[str, None] = {}
    for each in ranges:
        low, high = each["lo"], each["hi"]
        if low == high or isinstance(low, str):
            codes[_code(low)] = None
            continue
        codes |= dict.fromkeys(
            _code(code) for code in labels if isinstance(code, float) and low <= code <= high
        )
        found = connection.execute(
            f"select distinct {column} from {CELLS} where try_cast({column} as double) between $low and $high order by 1",
            {"low": low, "high": high},
        ).fetchall()
        codes |= {code: None for (code,) in found}
    return tuple(codes)


def _named(name: str, label: str) -> str:
    if not label or label == name:
        return name
    return label if label.startswith(name) else f"{name} {label}"


def _code(code: Any) -> str:
    return as_text(code) or ""


def _plain(cell: Any) -> Any:
    """Whole numbers as such."""
    return int(cell) if isinstance(cell, float) and abs(cell) < 1e15 and cell.is_integer() else cell
