"""Tables that a person corrects: rows in, corrected rows out, choices by id."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pyarrow as pa
import streamlit as st

Row = dict[str, Any]
Width = Literal["small", "medium", "large"] | int | None


def edited(
    rows: Sequence[Row],
    columns: Mapping[str, Any],
    *,
    key: str,
    alt: str,
    fixed: Sequence[str] = (),
    schema: pa.Schema | None = None,
    growing: bool = False,
) -> list[Row]:
    """The rows as corrected so far. `columns` says how each is shown, in order; those in `fixed` are only read.

    What has no column stays hidden. With `growing` rows can be added and deleted (then `schema` is needed).
    """
    held = pa.Table.from_pylist(list(rows), schema=schema)
    given = st.data_editor(
        held,
        key=key,
        num_rows="dynamic" if growing else "fixed",
        hide_index=True,
        width="stretch",
        alt=alt,
        disabled=list(fixed),
        column_order=list(columns),
        column_config=dict(columns),
    )
    return list(given.to_pylist())


def choice(label: str, names: Mapping[str, str], width: Width = None, default: str | None = None) -> Any:
    """A column to choose one id of `names` (id -> text on screen) in."""
    return st.column_config.SelectboxColumn(
        label,
        width=width,
        options=list(names),
        format_func=lambda name: names.get(str(name), str(name)),
        default=default,
        required=True,
    )
