"""The explore page: figures, public tables, the dictionary, questions in SQL."""

from narabe.ui import explore_choices, explore_figures, explore_sql, explore_tables, parts

VIEWS = {
    "figures": explore_figures.figures,
    "tables": explore_tables.public_tables,
    "dictionary": explore_tables.dictionary,
    "sql": explore_sql.console,
}


def open_view() -> None:
    """The chosen view (`view`) under its answer."""
    head = parts.reserve_head()
    VIEWS[explore_choices.view()](head)
