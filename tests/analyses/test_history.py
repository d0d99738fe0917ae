"""The dated history: years, eras, filters; typed by hand from the plans."""

from datetime import date

import pytest

from narabe.analyses.history import YEARS_DIFFER, history
from narabe.analyses.provenance import discrepancies
from narabe.model.history import Category, Era, Event
from narabe.model.source import Source
from narabe.model.text import EMPTY, plain
from narabe.model.voices import Precision
from narabe.warehouse import Warehouse

NOWHERE = Source("d", EMPTY, EMPTY, "s", EMPTY)


def event(day: str, precision: Precision) -> Event:
    return Event("e", date.fromisoformat(day), precision, Category.PLAN, plain("x"), NOWHERE)


@pytest.mark.parametrize(
    ("day", "precision", "year", "era"),
    [
        ("2000-04-01", Precision.FISCAL_YEAR, 2000, Era.HOST),
        ("2001-04-01", Precision.FISCAL_YEAR, 2001, Era.OPEN),
        ("2013-01-01", Precision.YEAR, 2013, Era.CLOUD),
        ("2024-02-01", Precision.MONTH, 2023, Era.CLOUD),  # February is still fiscal 2023
        ("2024-10-01", Precision.MONTH, 2024, Era.CLOUD),
        ("2013-03-31", Precision.DAY, 2012, Era.OPEN),
    ],
)
def test_year_and_era(day: str, precision: Precision, year: int, era: Era) -> None:
    assert (event(day, precision).year, event(day, precision).era) == (year, era)


def test_the_whole_history(warehouse: Warehouse) -> None:
    result = history(warehouse)
    years = [event.year for event in result.events]
    assert years == sorted(years)
    assert (years[0], years[-1]) == (1964, 2025)
    assert result.categories == tuple(Category)
    assert len(result.events) == result.whole


def test_spans_count_every_item_once(warehouse: Warehouse) -> None:
    result = history(warehouse)
    assert result.spans[0] == (1960, 1964)
    assert result.spans[-1] == (2025, 2029)
    assert sum(result.between(c, *span) for c in Category for span in result.spans) == result.whole


def test_filters_leave_what_they_name(warehouse: Warehouse) -> None:
    result = history(warehouse, Category.SECURITY, Era.OPEN, "外部監査")
    # reference 4: an external audit in 2005, the next in 2014
    assert [event.year for event in result.events] == [2005]
    assert f"{len(result.events)}件" in result.sentence.ja.rpartition("いま表示")[2]


@pytest.mark.parametrize("find", ["facebook", "ＦＡＣＥＢＯＯＫ", "facebook 2012"])
def test_a_search_reads_letters_as_people_do(warehouse: Warehouse, find: str) -> None:
    assert [event.year for event in history(warehouse, find=find).events] == [2012]


def test_a_search_may_find_nothing(warehouse: Warehouse) -> None:
    result = history(warehouse, find="どこにもない言葉")
    assert (result.events, result.spans, result.categories) == ((), (), ())
    assert result.sentence.ja.endswith("いま表示しているのは0件。")


def test_both_years_stand_where_documents_differ(warehouse: Warehouse) -> None:
    """Certificates at convenience stores: FY2015 in two plans, 2016 in the third."""
    found = history(warehouse, find="コンビニ交付").events
    assert [(event.year, event.source.document_id) for event in found] == [
        (2015, "koriyama-dx-2022-appendix"),
        (2016, "koriyama-dx-2026"),
    ]


def test_the_register_knows_the_years_that_differ(warehouse: Warehouse) -> None:
    known = {entry.discrepancy_id for entry in discrepancies(warehouse, internal=True)}
    assert set(YEARS_DIFFER) <= known
