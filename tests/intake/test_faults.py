"""Faults are listed at a length a person reads; nothing is lost without a count."""

import pickle

import pytest

from narabe.intake.faults import Faults, refusal, shown
from narabe.model.intake import Fault, Refused, Severity
from narabe.model.text import Text

LONG, CODE, NOTE = (
    Text("長すぎます。", "Too long."),
    Text("知らない符号です。", "Unknown code."),
    Text("注。", "Note."),
)


def test_a_kind_is_listed_a_hundred_times_and_the_rest_counted() -> None:
    faults = Faults()
    for row in range(1, 251):
        faults.error(CODE, row=row, column="Q1", value="9")
    faults.note(NOTE)
    listed = faults.listed()
    assert [fault.row for fault in listed[:100]] == list(range(1, 101))
    assert listed[100].message.ja == "ほか 150 件：知らない符号です。"
    assert (listed[101], len(listed)) == (Fault(Severity.NOTE, NOTE), 102)


def test_a_fault_may_stand_for_many_places() -> None:
    faults = Faults()
    faults.error(CODE, row=2, count=1_000_000)
    assert [fault.message.ja for fault in faults.listed()] == [
        "知らない符号です。",
        "ほか 999,999 件：知らない符号です。",
    ]


def test_a_list_ends_at_a_thousand_with_the_errors_first() -> None:
    faults = Faults()
    faults.note(NOTE)
    for number in range(1500):
        faults.warning(Text(f"その{number}。", f"No. {number}."))
    faults.error(LONG)
    listed = faults.listed()
    assert len(listed) == 1000
    assert listed[0].message == LONG
    assert listed[-1].message.ja == "ほか 503 件（一覧は 1,000 件までです）。"


def test_equal_places_under_one_kind_may_differ_in_their_words() -> None:
    faults = Faults()
    for width in range(1, 151):
        faults.error(Text(f"{width} 列です。", f"{width} cells."), kind="ragged")
    assert len(faults.listed()) == 101


def test_errors_refuse_and_warnings_do_not() -> None:
    faults = Faults()
    faults.warning(LONG)
    faults.raise_errors()
    assert not faults.refused
    faults.error(CODE)
    with pytest.raises(Refused) as refused:
        faults.raise_errors()
    assert refused.value.message == CODE
    assert len(refused.value.faults) == 2


def test_a_value_is_shown_on_one_short_line() -> None:
    assert shown("a\nb\x00c") == "a b�c"
    assert shown("あ" * 100) == "あ" * 59 + "…"
    assert (shown(None), shown(0), shown(1.5)) == ("", "0", "1.5")


def test_a_refusal_passes_between_processes() -> None:
    sent = pickle.loads(pickle.dumps(refusal(LONG, CODE, row=3, value="x")))
    assert sent.faults == (Fault(Severity.ERROR, LONG, CODE, row=3, value="x"),)
