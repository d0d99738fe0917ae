"""Bytes of a file -> what it is, its cells as they lie, or its table in bulk."""

from pathlib import Path

from narabe.intake.faults import refusal
from narabe.intake.reading.delimited import open_delimited
from narabe.intake.reading.headers import header_row
from narabe.intake.reading.incoming import Incoming
from narabe.intake.reading.kinds import guess_kind
from narabe.intake.reading.signature import shape
from narabe.intake.reading.workbench import Work, workbench
from narabe.model.intake import Format, ReadOptions
from narabe.settings import Limits
from narabe.words import intake_problems as say

__all__ = ["Incoming", "Work", "guess_kind", "header_row", "open_file", "workbench"]
MEGABYTE = 1_000_000


def open_file(path: Path, file_name: str, options: ReadOptions, limits: Limits) -> Incoming:
    """Look at a file's content and open it; the name is only kept. Errors: Refused for what cannot be read."""
    size = path.stat().st_size
    if size > limits.file_megabytes * MEGABYTE:
        raise refusal(say.too_large(size / MEGABYTE, limits.file_megabytes), say.SPLIT)
    match shape(path):
        case Format.DELIMITED:
            return open_delimited(path, file_name, options, limits)
        case Format.WORKBOOK:
            from narabe.intake.reading.workbook import open_workbook

            return open_workbook(path, file_name, options, limits)
        case Format.SPSS:
            from narabe.intake.reading.spss import open_spss

            return open_spss(path, file_name, options, limits)
        case Format.PARQUET:
            from narabe.intake.reading.parquet import open_parquet

            return open_parquet(path, file_name, options, limits)
