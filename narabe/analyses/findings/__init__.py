"""The registry of findings, each computed from the figures it names: for Home, the one page and the stage."""

from collections.abc import Callable

from narabe.analyses.findings import demand, services, survey
from narabe.analyses.kpi import kpi_board
from narabe.model.findings import Finding, HomeView
from narabe.model.problem import Problem
from narabe.model.text import EMPTY
from narabe.warehouse import Warehouse
from narabe.words.numbers import NONE

OPENING = (survey.progress_beyond_age_mix, services.ai_runs_ahead, survey.fear_turns_systemic)
"""The three the home page opens with."""
FURTHER: tuple[Callable[[Warehouse], Finding], ...] = (
    demand.demand_without_indicator,
    survey.divide_inverted,
    survey.website_base_effect,
    services.cashless_a_month,
    services.procedures_a_month,
    services.applications_per_procedure,
    services.hours_of_ai,
    services.procedures_three_denominators,
    services.small_bills_go_mobile,
)


def findings(warehouse: Warehouse) -> tuple[Finding, ...]:
    """Every finding; one whose figure is gone says which, and the others stand."""
    return tuple(_found(find, warehouse) for find in (*OPENING, *FURTHER))


def finding(warehouse: Warehouse, finding_id: str) -> Finding | None:
    """One finding, without computing the others; None where the registry has none of this id."""
    named = {find.__name__: find for find in (*OPENING, *FURTHER)}
    return _found(named[finding_id], warehouse) if finding_id in named else None


def _found(find: Callable[[Warehouse], Finding], warehouse: Warehouse) -> Finding:
    try:
        return find(warehouse)
    except Problem as problem:
        return Finding(find.__name__, NONE, problem.message, problem.advice, EMPTY, "sources", ())


def home(warehouse: Warehouse) -> HomeView:
    """One sentence on the indicators, three findings to open with and the others."""
    found = findings(warehouse)
    opening = len(OPENING)
    return HomeView(kpi_board(warehouse).sentence, found[:opening], found[opening:], warehouse.build_id)
