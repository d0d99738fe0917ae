"""Tables on the screen: a column is of one kind, whatever stands in it."""

import json
from datetime import date

from streamlit.testing.v1 import AppTest

from narabe.model.table import Column, Table
from narabe.model.text import plain
from narabe.ui.show import _columns


def page() -> None:
    from narabe.model.table import Column, Table
    from narabe.model.text import plain
    from narabe.ui.show import show_table

    columns = (
        Column("group", plain("group")),
        Column("share", plain("share"), 1),
        Column("n", plain("n"), 0),
    )
    rows = ((plain("a"), 43.75, 30), (plain("b"), "*", None), (plain("c"), 50.0, 1200))
    show_table(Table("t", plain("t"), columns, rows), downloads=False)


def test_numbers_beside_a_masked_one_are_spelled() -> None:
    shown = AppTest.from_function(page).run(timeout=30)
    assert not shown.exception
    frame = shown.dataframe[0].value
    assert frame["share"].tolist() == ["43.8", "*", "50.0"]
    assert frame["n"].tolist()[::2] == [30, 1200]


def weighted() -> None:
    from narabe.model.table import Column, Table
    from narabe.model.text import plain
    from narabe.ui.show import show_table

    columns = (Column("people", plain("people"), 0), Column("weights", plain("weights"), 1))
    show_table(Table("t", plain("t"), columns, ((1200, 12345.6),)), downloads=False)


def test_large_numbers_are_told_by_thousands_with_and_without_decimals() -> None:
    """`%,.1f` spells 12345.6 as 12,345.6; `localized` does so for whole numbers."""
    shown = AppTest.from_function(weighted).run(timeout=30)
    columns = json.loads(shown.dataframe[0].proto.columns)
    formats = {name: told["type_config"]["format"] for name, told in columns.items() if "type_config" in told}
    assert formats == {"people": "localized", "weights": "%,.1f"}


def test_days_with_gaps_and_addresses_are_words_of_one_kind() -> None:
    columns = (Column("day", plain("day")), Column("page", plain("page"), link=True))
    told = Table(
        "t",
        plain("t"),
        columns,
        ((date(2026, 3, 31), "/kpi?indicator=x"), (None, None), (None, "/data/a.csv")),
    )
    assert _columns(told, "ja").to_pylist() == [
        {"day": "2026-03-31", "page": "/kpi?indicator=x"},
        {"day": "", "page": ""},
        {"day": "", "page": "/data/a.csv"},
    ]
    assert _columns(told, "en").column("page").to_pylist() == ["/kpi?indicator=x&lang=en", "", "/data/a.csv"]
