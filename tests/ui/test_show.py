"""Tables on the screen: a column is of one kind, whatever stands in it."""

from streamlit.testing.v1 import AppTest


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
