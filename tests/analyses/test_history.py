"""The dated history: years, eras, filters; typed by hand from the plans."""

from datetime import date

import pytest

from narabe.analyses.history import YEARS_DIFFER, history
from narabe.analyses.provenance import discrepancies
from narabe.model.history import Category, Era, Event
from narabe.model.source import Source
from narabe.model.text import EMPTY, Lang, plain
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
    # 17 rows tell an event that another row tells: 14 of another year or document, 3 of one table
    assert len(result.events) - result.whole == 17
    assert len(result.counted) == result.whole


def test_an_event_of_two_rows_is_counted_once(warehouse: Warehouse) -> None:
    """Branch offices go online in the notes for FY1986 and for FY1987."""
    result = history(warehouse, find="行政センターをオンライン化")
    assert [event.year for event in result.events] == [1986, 1987]
    assert [event.year for event in result.counted] == [1986]
    assert [[other.year for other in event.others] for event in result.events] == [[1987], [1986]]


def test_a_row_alone_counts_where_its_other_is_filtered_away(warehouse: Warehouse) -> None:
    """Online applications by system (internal) and by service in FY2008: one item in either category."""
    for category in (Category.INTERNAL, Category.RESIDENT_SERVICE):
        assert len(history(warehouse, category, find="簡易電子申請").counted) == 1
    assert len(history(warehouse, find="簡易電子申請").counted) == 1


def test_eras_of_different_length_are_told_by_the_year(warehouse: Warehouse) -> None:
    result = history(warehouse)
    services = [e for e in result.counted if e.category is Category.RESIDENT_SERVICE]
    host = sum(e.year <= 2000 for e in services)
    open_systems = sum(2001 <= e.year <= 2012 for e in services)
    cloud = sum(e.year >= 2013 for e in services)
    # 1964 to 2000, 2001 to 2012, 2013 to 2025
    for count, years in ((host, 37), (open_systems, 12), (cloud, 13)):
        assert f"{years}年で{count}件）が{count / years:.1f}件" in result.sentence.ja
        assert f"{count / years:.1f} ({count} in the {years} years" in result.sentence.en


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


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_year_is_found_in_either_language(warehouse: Warehouse, lang: Lang) -> None:
    found = history(warehouse, Category.SECURITY, find="2006", lang=lang).events
    assert [event.event_id for event in found] == ["a2006_13"]


def test_a_search_reads_the_language_that_is_shown(warehouse: Warehouse) -> None:
    assert not history(warehouse, find="subtitles").events
    assert [e.event_id for e in history(warehouse, find="subtitles", lang="en").events] == ["p2024_09"]
    assert all("AI" in event.label.ja for event in history(warehouse, find="AI").events)


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
