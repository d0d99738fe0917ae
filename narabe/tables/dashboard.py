"""The whole dashboard: the tables of every page, as they stand when nothing is chosen, page by page."""

from collections.abc import Iterator
from urllib.parse import urlencode

from narabe.analyses.cohorts import concepts
from narabe.analyses.compare import compare
from narabe.analyses.findings import home
from narabe.analyses.history import history
from narabe.analyses.imported import beside_published
from narabe.analyses.indicator import indicator_detail
from narabe.analyses.kpi import kpi_board
from narabe.analyses.operations import operations
from narabe.analyses.peers import peers
from narabe.analyses.projects import found_projects, project_plan
from narabe.analyses.provenance import provenance, with_replies
from narabe.analyses.published_crosses import published_cross, published_crosses
from narabe.analyses.remarks import latest_remarks
from narabe.analyses.voices import heard, voice_board
from narabe.model.comparison import CompareAsk, Comparison
from narabe.model.projects import VIEWS, ProjectsAsk
from narabe.model.table import Table
from narabe.model.text import Text
from narabe.tables import compare as compare_tables
from narabe.tables import history as history_tables
from narabe.tables import imported as imported_tables
from narabe.tables import kpi as kpi_tables
from narabe.tables import operations as operations_tables
from narabe.tables import peers as peers_tables
from narabe.tables import projects as projects_tables
from narabe.tables import provenance as provenance_tables
from narabe.tables import published_crosses as cross_tables
from narabe.tables import voices as voices_tables
from narabe.tables.findings import findings as findings_table
from narabe.warehouse import Warehouse
from narabe.words import page_titles

Section = tuple[Text, str, tuple[Table, ...]]
"""Title, address of the view, and its tables."""
CROSSES = Text("性別・年代別（公表値）", "By sex and age, as published")


def sections(warehouse: Warehouse, internal: bool = False) -> tuple[Section, ...]:
    """Every view with tables, in the order of the pages; what is kept internal only where `internal`."""
    found = (
        *_home(warehouse),
        *_compared(warehouse),
        *_crossed(warehouse),
        *_voices(warehouse),
        *_indicators(warehouse, internal),
        *_operations(warehouse),
        *_projects(warehouse),
        *_peers(warehouse),
        *_sources(warehouse, internal),
    )
    filled = (
        (title, address, tuple(each for each in tables if each.rows)) for title, address, tables in found
    )
    return tuple(section for section in filled if section[2])


def _home(warehouse: Warehouse) -> Iterator[Section]:
    yield page_titles.HOME, "/", (findings_table(home(warehouse)),)


def _compared(warehouse: Warehouse) -> Iterator[Section]:
    """Every question with the whole waves side by side, as the page opens it."""
    for concept in concepts(warehouse):
        if concept.known:
            found = compare(warehouse, CompareAsk(concept.concept_id))
            yield found.question, _at("compare", q=concept.concept_id), _comparison(found)


def _comparison(found: Comparison) -> tuple[Table, ...]:
    ranked = [any(row.shares[place].rank for row in found.rows) for place in range(len(found.cohorts))]
    return (
        compare_tables.shares(found),
        *((compare_tables.differences(found),) if found.differences else ()),
        *((compare_tables.base_effects(found),) if found.base_effects else ()),
        *((compare_tables.ranks(found),) if sum(ranked) > 1 else ()),
    )


def _crossed(warehouse: Warehouse) -> Iterator[Section]:
    every = published_crosses(warehouse)
    yield CROSSES, "/crosstab", (cross_tables.questions(every),)
    for question in every.questions:
        cross = published_cross(warehouse, question.wave_id, question.concept_id)
        address = _at("crosstab", cross=question.key)
        yield cross_tables.title(cross), address, (cross_tables.crossed(cross), cross_tables.values(cross))


def _voices(warehouse: Warehouse) -> Iterator[Section]:
    board, who, past = voice_board(warehouse), heard(warehouse), history(warehouse)
    yield (
        page_titles.VOICES,
        "/voices",
        (voices_tables.themes(board), voices_tables.voices(board, board.voices)),
    )
    occasions = voices_tables.occasions(who.occasions, who.build_id)
    yield (
        page_titles.WHO_WAS_HEARD,
        _at("voices", view="who"),
        (voices_tables.stages(who), voices_tables.ages(who), occasions),
    )
    yield (
        page_titles.HISTORY,
        _at("voices", view="history"),
        (history_tables.periods(past), history_tables.events(past)),
    )


def _indicators(warehouse: Warehouse, internal: bool) -> Iterator[Section]:
    board = kpi_board(warehouse)
    yield page_titles.KPI, "/kpi", (kpi_tables.board(board, latest_remarks(internal)),)
    for indicator in board.indicators:
        detail = indicator_detail(warehouse, indicator.metric_id)
        tables = (kpi_tables.history(detail), kpi_tables.near(detail))
        yield indicator.title, _at("kpi", indicator=indicator.metric_id), tables


def _operations(warehouse: Warehouse) -> Iterator[Section]:
    result = operations(warehouse)
    strips = tuple(operations_tables.strip(strip, result) for strip in result.strips)
    beside = imported_tables.beside(beside_published(warehouse), "operations")
    yield page_titles.OPERATIONS, "/operations", (*strips, beside)


def _projects(warehouse: Warehouse) -> Iterator[Section]:
    plan = project_plan(warehouse)
    found = found_projects(plan, ProjectsAsk())
    counts = tuple(projects_tables.counts(found, view) for view in VIEWS)
    yield (
        page_titles.PROJECTS,
        "/projects",
        (projects_tables.projects(found), *counts, projects_tables.needs(plan)),
    )


def _peers(warehouse: Warehouse) -> Iterator[Section]:
    result = peers(warehouse)
    cards = (peers_tables.cards(result.cards, result.build_id),) if result.cards else ()
    yield page_titles.PEERS, "/peers", (peers_tables.values(result), *cards)


def _sources(warehouse: Warehouse, internal: bool) -> Iterator[Section]:
    result = with_replies(provenance(warehouse, internal=internal), latest_remarks(internal))
    tables = (
        provenance_tables.documents(result),
        provenance_tables.input_tables(result),
        provenance_tables.figures(result),
        provenance_tables.register(result),
        provenance_tables.omissions(result),
        provenance_tables.verdicts(result),
        provenance_tables.checks(result),
        provenance_tables.statuses(),
    )
    yield page_titles.SOURCES, "/sources", tables


def _at(page: str, **params: str) -> str:
    return f"/{page}?{urlencode(params)}"
