"""A table for machines: columns with physical names, what they mean, and the codes that stand in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

import pyarrow

from narabe.export.cells import Plain
from narabe.intake.readability.mending import mended
from narabe.model.text import EMPTY, Text

BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Field:
    """A column: `name` is alphanumeric; `kind` says what stands there (`fields` sentences); `codes` with their labels.

    `within` names for each code the thing it is unique in, where codes are not unique by themselves.
    """

    name: str
    label: Text
    kind: Text
    unit: Text = EMPTY
    definition: Text = EMPTY
    codes: tuple[tuple[str, Text], ...] = ()
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Fields of a table that name a row of another one by its fields."""

    fields: tuple[str, ...]
    table: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MachineTable:
    """One table of a file: `data` has a column for each field, in order; `key` names a row."""

    name: str
    fields: tuple[Field, ...]
    data: pyarrow.Table = field(repr=False)
    key: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def header(self) -> list[str]:
        return [each.name for each in self.fields]

    def rows(self) -> Iterator[tuple[Plain, ...]]:
        """Plain cells, row by row; whole numbers without a point, yes and no as 1 and 0."""
        for batch in self.data.to_batches(max_chunksize=BATCH):
            columns = [_plain(column) for column in batch.columns]
            yield from zip(*columns, strict=True)


def of_rows(name: str, fields: Sequence[Field], rows: Sequence[Sequence[Any]]) -> MachineTable:
    """A table from rows; texts are mended."""
    columns = list(zip(*rows, strict=True)) if rows else [() for _ in fields]
    arrays = [texts_mended(pyarrow.array(column, _type_of(column))) for column in columns]
    return MachineTable(
        name, tuple(fields), pyarrow.Table.from_arrays(arrays, names=[f.name for f in fields])
    )


def texts_mended(column: pyarrow.Array | pyarrow.ChunkedArray) -> pyarrow.Array:
    """A column of text with each text mended; other columns as they are."""
    whole = column.combine_chunks() if isinstance(column, pyarrow.ChunkedArray) else column
    if isinstance(whole, pyarrow.ChunkedArray):
        whole = pyarrow.concat_arrays(whole.chunks)
    coded = whole if pyarrow.types.is_dictionary(whole.type) else None
    if coded is None and not (
        pyarrow.types.is_string(whole.type) or pyarrow.types.is_large_string(whole.type)
    ):
        return whole
    coded = coded if coded is not None else whole.dictionary_encode()
    texts = pyarrow.array([mended(text) or None for text in coded.dictionary.to_pylist()], pyarrow.string())
    return texts.take(coded.indices)


def _type_of(column: Sequence[Any]) -> Any:
    """Numbers mixed with whole ones are numbers; a column of nothing is text."""
    kinds = {type(value) for value in column if value is not None}
    if kinds <= {int, float} and float in kinds:
        return pyarrow.float64()
    return None if kinds else pyarrow.string()


def _plain(column: pyarrow.Array) -> list[Plain]:
    values = column.to_pylist()
    if pyarrow.types.is_boolean(column.type):
        return [None if value is None else int(value) for value in values]
    if pyarrow.types.is_floating(column.type):
        return [_number(value) for value in values]
    return values


def _number(value: float | None) -> float | int | None:
    """A whole number without a point; what is no number is no value."""
    if value is None or not isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < 1e15 else value
