"""A month typed by hand: words are refused with their field, a sign for none is kept and said."""

from datetime import date
from pathlib import Path

import pytest

from narabe.analyses.operations import operations
from narabe.desk import entry
from narabe.ledger import Imports
from narabe.model.imports import Signer
from narabe.model.intake import Refused, Severity
from narabe.model.text import Text
from narabe.tables.operations import strip
from narabe.warehouse import Warehouse, open_live
from narabe.words import operations_sentences as say

VISITORS, ONLINE = ("counter_visitors", "all"), ("online_applications", "all")
SIGNER = Signer("市民課", "佐藤")
APRIL = date(2026, 4, 1)


def test_words_and_another_unit_name_their_field_and_store_nothing(
    warehouse: Warehouse, own_store: Path
) -> None:
    sheet = entry.blank(warehouse, "gores_monthly", APRIL)
    with pytest.raises(Refused) as refused:
        entry.enter(sheet, {VISITORS: "調査中", ONLINE: "1,310人"}, SIGNER)
    assert {(fault.column, fault.message.ja) for fault in refused.value.faults} == {
        ("来庁者数", "「来庁者数」に入れた値は、数として読めません。"),
        ("オンライン申請件数", "「オンライン申請件数」の単位は「件」ですが、「人」と入れてあります。"),
    }
    assert Imports(own_store).every() == ()


def test_a_sign_for_none_is_kept_said_and_shown_as_not_stated(warehouse: Warehouse, own_store: Path) -> None:
    """The city did publish its figures: a file that gives none does not say that it did not."""
    sheet = entry.blank(warehouse, "gores_monthly", APRIL)
    receipt = entry.enter(sheet, {VISITORS: "—"}, SIGNER)
    assert (receipt.counts.rows, [fault.severity for fault in receipt.faults]) == (1, [Severity.NOTE])
    assert receipt.faults[0].message.ja.startswith("「来庁者数」は値なしとして登録します。")

    result = operations(open_live())
    (shown,) = [each for each in result.strips if VISITORS[0] in {one.metric_id for one in each.metrics}]
    table = strip(shown, result)
    status, note = ([column.key for column in table.columns].index(key) for key in ("status", "note"))
    typed = [row for row in table.rows if Text("取込", "imported") in row]
    assert [(row[status], row[note].ja) for row in typed] == [  # type: ignore[union-attr]
        (Text("記載なし", "not stated"), "「—」などの記載（該当なし）。")
    ]
    (metric,) = [one for one in shown.metrics if one.metric_id == VISITORS[0]]
    (observation,) = [one for one in metric.observations if one.start == APRIL]
    assert say.value(metric, observation).ja == "記載なし"
