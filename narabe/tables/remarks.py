"""Columns of a table for what departments wrote last on its rows."""

from collections.abc import Sequence

from narabe.model.remark import Latest, RemarkKind
from narabe.model.table import Cell, Column
from narabe.model.text import EMPTY, Text
from narabe.words import labels
from narabe.words.remark_sentences import day

APART = Text(
    "所見・今後の対応・回答は担当課が書いたときのもので、データの版には含まれません。",
    "Comments, next steps and replies are as the departments wrote them; they are no part of the data version.",
)
WITH_INTERNAL = Text(
    "庁内限りのものを含みます。庁外に出さないでください。",
    "Holds what is internal: keep it inside the city office.",
)


def columns(kinds: Sequence[RemarkKind]) -> tuple[Column, ...]:
    """For each kind: its words, their date, and the department."""
    return tuple(column for kind in kinds for column in _columns(kind))


def cells(latest: Latest, subject: str, kinds: Sequence[RemarkKind]) -> tuple[Cell, ...]:
    """The cells of one row under those columns; empty where nothing is written."""
    return tuple(cell for kind in kinds for cell in _cells(latest, subject, kind))


def notes(latest: Latest, kinds: Sequence[RemarkKind]) -> tuple[Text, ...]:
    """What must be known of a table with those columns, so that a file that leaves the building says it."""
    shown = [remark for (_subject, kind), remark in latest.items() if kind in kinds]
    internal = any(remark.internal for remark in shown)
    return ((APART,) if shown else ()) + ((WITH_INTERNAL,) if internal else ())


def by(department: str, internal: bool) -> Text:
    """The department, and whether its words are for the city's own eyes."""
    if not internal:
        return Text(department, department)
    return Text(f"{department}（{labels.INTERNAL.ja}）", f"{department} ({labels.INTERNAL.en})")


def _columns(kind: RemarkKind) -> tuple[Column, ...]:
    label = labels.REMARK[kind]
    return (
        Column(kind.value, Text(f"担当課の{label.ja}", f"{label.en} of the department")),
        Column(f"{kind.value}_date", Text(f"{label.ja}の日付", f"{label.en}: date")),
        Column(f"{kind.value}_department", Text(f"{label.ja}の担当課", f"{label.en}: department")),
    )


def _cells(latest: Latest, subject: str, kind: RemarkKind) -> tuple[Cell, ...]:
    remark = latest.get((subject, kind))
    if remark is None:
        return EMPTY, EMPTY, EMPTY
    return remark.body, day(remark.written_at), by(remark.department, remark.internal)
