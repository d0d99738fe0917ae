"""Which figures of the store meet the filters, and what do they come to?"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from difflib import get_close_matches
from typing import Any

import pyarrow

from narabe.analyses.open_data import open_codes, open_rows, open_table, open_tables
from narabe.analyses.provenance import figure_line
from narabe.analyses.rows import Row, text
from narabe.model.explore import FILTERS, MOST_WORDS, Choice, ExploreAsk, Explored, NoTotal, Order, Total
from narabe.model.open_data import CodeLabel
from narabe.model.problem import Problem
from narabe.model.searching import patterns
from narabe.model.text import EMPTY, Text
from narabe.stats.adding import Addend, total
from narabe.warehouse import Warehouse
from narabe.words import explore_sentences as say
from narabe.words import labels

ON_SCREEN = 1000
MOST_ADDENDS = 20_000
EVERY_ROW = 2**62
MOST_NEAR = 12
COLUMNS = {"document": "document_id", "concept": "concept_id", "metric": "metric_id"} | {
    name: name for name in ("wave", "kind", "status", "origin")
}
"""Filters that are columns of the public table `figures`, by their names in the address."""
CHOICE_LABELS: dict[str, dict[str, Text]] = {
    "kind": say.KIND,
    "status": {status.value: label for status, label in labels.STATUS.items()},
    "origin": {origin.value: label for origin, label in labels.ORIGIN.items()},
}


def explore(warehouse: Warehouse, ask: ExploreAsk, most: int | None = ON_SCREEN) -> Explored:
    """The figures, the first `most` of them (None for all), and what they come to."""
    asked = _params(ask)
    choices = offered(warehouse, ask)
    (whole,) = choices["all"]
    rows = warehouse.ask("explore", **asked, by=ask.by.value, most=EVERY_ROW if most is None else most)
    every = sum(each.figures for each in offered(warehouse, ExploreAsk())["all"])
    found = _total(warehouse, asked, whole, rows)
    unit = text(rows[0], "unit") if rows else EMPTY
    return Explored(
        ask=ask,
        lines=tuple(figure_line(row) for row in rows),
        figures=whole.figures,
        every=every,
        total=found,
        total_said=say.total(found, unit, 2),
        sentence=_sentence(whole.figures, every, choices, ask),
        build_id=warehouse.build_id,
    )


def offered(warehouse: Warehouse, ask: ExploreAsk) -> dict[str, tuple[Choice, ...]]:
    """What each filter offers, with the figures that meet all the others; `all`: those that meet every filter."""
    found: dict[str, list[Choice]] = {name: [] for name in (*FILTERS, "from", "to", "all")}
    for row in warehouse.ask("explore_choices", **_params(ask)):
        name, choice = row["filter"], row["choice"]
        label = say.month(choice) if name in ("from", "to") else text(row, "label")
        label = CHOICE_LABELS.get(name, {}).get(choice, label)
        found[name].append(Choice(choice, label, row["figures"]))
    return {name: tuple(each) for name, each in found.items()}


def check_known(warehouse: Warehouse, ask: ExploreAsk) -> None:
    """Errors: Problem for a value of a filter that no figure has, with the near ones."""
    every = offered(warehouse, ExploreAsk())
    for name in FILTERS:
        known = [choice.choice_id for choice in every[name]]
        for value in getattr(ask, name):
            if value not in known:
                near = get_close_matches(value, known)
                raise Problem(say.no_choice(name, value), say.near(near or known[:MOST_NEAR]))


def ask_of(params: Mapping[str, Sequence[str]]) -> ExploreAsk:
    """What the parameters of an address ask for; those of other views are no part of it."""
    given: dict[str, Any] = {name: tuple(each for each in params.get(name, ()) if each) for name in FILTERS}
    for name, key in (("since", "from"), ("until", "to"), ("find", "find")):
        given[name] = next(iter(params.get(key, ())), "")
    orders = [each for each in params.get("by", ()) if each in set(Order)]
    return ExploreAsk(**given, by=Order(orders[0]) if orders else Order.STORED)


def figures_of_address(
    warehouse: Warehouse, params: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    """The filters of an address of the explore page as columns of `figures` with the values they may have."""
    return figures_asked(warehouse, ask_of(params))


def figures_asked(warehouse: Warehouse, ask: ExploreAsk) -> dict[str, tuple[str, ...]]:
    """Columns of `figures` with the values they may have; what is no column (groups, months, words) becomes ids of figures."""
    where = columns_of(ask)
    if where is None:
        rows = warehouse.ask("explore", **_params(ask), by=ask.by.value, most=EVERY_ROW)
        return {"figure_id": tuple(row["figure_id"] for row in rows)}
    return where


def columns_of(ask: ExploreAsk) -> dict[str, tuple[str, ...]] | None:
    """The filters as columns of `figures`, None where something asked for is no column: groups, months, words."""
    if ask.with_filters(dict.fromkeys(COLUMNS, ())).narrowed:
        return None
    return {column: getattr(ask, name) for name, column in COLUMNS.items() if getattr(ask, name)}


def _params(ask: ExploreAsk) -> dict[str, Any]:
    """Errors: Problem for a month that is none."""
    words = patterns(ask.find)
    plural = {"status": "statuses"}
    return (
        {plural.get(name, f"{name}s"): getattr(ask, name) for name in FILTERS}
        | {"since": _month(ask.since), "until": _month(ask.until)}
        | {f"word_{place + 1}": words[place] if place < len(words) else None for place in range(MOST_WORDS)}
    )


def _month(given: str) -> str | None:
    if not given:
        return None
    try:
        say.month(given)
    except ValueError as error:
        raise Problem(say.no_month(given), say.MONTH_FORM) from error
    return given


def _total(
    warehouse: Warehouse, asked: dict[str, Any], whole: Choice, rows: Sequence[Row]
) -> Total | NoTotal | None:
    """Only what one thing is made of is worth reading again in full."""
    if whole.figures < 2:
        return None
    if int(whole.choice_id) > 1:
        return NoTotal.SEVERAL_THINGS
    if whole.figures > MOST_ADDENDS:
        return NoTotal.TOO_MANY
    if whole.figures > len(rows):
        rows = warehouse.ask("explore", **asked, by=Order.STORED.value, most=MOST_ADDENDS)
    return total([_addend(row) for row in rows])


def _addend(row: Row) -> Addend:
    same = {each.name: row[each.name] for each in fields(Addend) if each.name in row}
    return Addend(
        **same,
        role=row["kind"],
        start=row["period_start"],
        end=row["period_end"],
        share=row["unit_ja"] == "%",
    )


def _sentence(figures: int, every: int, choices: dict[str, tuple[Choice, ...]], ask: ExploreAsk) -> Text:
    """Counts of what is shown; a filter's own choices count only where they are chosen."""
    documents = sum(1 for each in _shown(choices, ask, "document"))
    apart = [(each.label, each.figures) for each in _shown(choices, ask, "origin")]
    return say.summary(figures, every, documents, apart)


def _shown(choices: dict[str, tuple[Choice, ...]], ask: ExploreAsk, name: str) -> list[Choice]:
    chosen = getattr(ask, name)
    return [each for each in choices[name] if each.figures and (not chosen or each.choice_id in chosen)]


def table_sizes(warehouse: Warehouse) -> dict[str, int]:
    """How many rows each public table has."""
    return {table.name: open_rows(warehouse, table.name).num_rows for table in open_tables()}


def table_content(warehouse: Warehouse, name: str, most: int) -> tuple[pyarrow.Table, tuple[CodeLabel, ...]]:
    """The first rows of a public table, and what the codes in it mean. Errors: NoSuchTable."""
    rows = open_rows(warehouse, name)
    return rows.slice(0, most), open_codes(warehouse, open_table(name), rows)
