"""Rows of a public table for people: meanings in place of codes, one column for both languages."""

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow

from narabe.analyses.open_data import parent_of
from narabe.model.open_data import CodeLabel, FieldKind, OpenField, OpenTable, Where
from narabe.model.source import Source
from narabe.model.table import Cell, Column, Table
from narabe.model.text import Text
from narabe.words import open_sentences as say

DECIMALS = {FieldKind.INTEGER: 0, FieldKind.NUMBER: 6}
JA, EN = "_ja", "_en"
Meanings = dict[tuple[str, str, str], Text]
"""(field, within, code) -> label."""


def readable(
    table: OpenTable,
    rows: pyarrow.Table,
    codes: Sequence[CodeLabel],
    build_id: str,
    sources: tuple[Source, ...] = (),
    where: Where | None = None,
) -> Table:
    """The rows under the names of their fields; a code of the table's own stays, since its meaning stands beside it.

    `where` says by what they were chosen.
    """
    meanings = {(each.field, each.within, each.code): each.label for each in codes}
    parents = {field.name: parent_of(table, field) for field in table.fields}
    shown = [field for field in table.fields if not (_second(field, table) or field.beside)]
    return Table(
        f"narabe_{table.name}",
        table.title,
        tuple(_column(field, table) for field in shown),
        tuple(tuple(_cells(row, shown, table, meanings, parents)) for row in rows.to_pylist()),
        (table.note, table.processing, *_chosen(where)),
        sources,
        build_id,
    )


def _chosen(where: Where | None) -> tuple[Text, ...]:
    if not where:
        return ()
    how = say.filtered(sorted(where.items()))
    return (Text(f"{say.FILTERED_BY.ja}：{how.ja}", f"{say.FILTERED_BY.en}: {how.en}"),)


def _in_words(field: OpenField) -> bool:
    """A code that is shown by what it means."""
    return field.kind is FieldKind.CODE and not field.labelled_by


def _second(field: OpenField, table: OpenTable) -> bool:
    """The English half of a pair."""
    return field.name.endswith(EN) and field.name.removesuffix(EN) + JA in table.field_names


def _paired(field: OpenField, table: OpenTable) -> bool:
    return field.name.endswith(JA) and field.name.removesuffix(JA) + EN in table.field_names


def _column(field: OpenField, table: OpenTable) -> Column:
    name, label = field.name, field.label
    if _paired(field, table):
        name, label = name.removesuffix(JA), Text(label.ja, label.en.removesuffix(", Japanese"))
    if _in_words(field):
        label = Text(label.ja.removesuffix("コード"), label.en.removesuffix(" code"))
    number = DECIMALS.get(field.kind)
    whole = field.kind is FieldKind.INTEGER
    return Column(name, label, number, field.unit if field.unit.ja else None, fixed=whole)


def _cells(
    row: dict[str, Any],
    shown: Sequence[OpenField],
    table: OpenTable,
    meanings: Meanings,
    parents: dict[str, str],
) -> Iterator[Cell]:
    for field in shown:
        value = row[field.name]
        if value is not None and _paired(field, table):
            yield Text(value, row[field.name.removesuffix(JA) + EN] or value)
        elif value is not None and _in_words(field):
            within = row[parents[field.name]] if parents[field.name] else ""
            yield meanings.get((field.name, within or "", value), value)
        else:
            yield value
