"""The home page: three findings, each with the numbers it stands on."""

import pytest

from narabe.analyses.findings import home
from narabe.model.findings import Finding, HomeView
from narabe.model.problem import Problem
from narabe.warehouse import Warehouse

MINUS = "\u2212"
NUMBERS = {
    "progress_beyond_age_mix": ["27.9", "43.8", "91/326", "162/370", "14/32", "+15.9"],
    "ai_runs_ahead": ["2,724", "2,000", "1,816"],
    "fear_turns_systemic": ["+12.7", "+8.5", f"{MINUS}4.7", "+0.9", f"{MINUS}0.4"],
}


@pytest.fixture(scope="module")
def view(warehouse: Warehouse) -> HomeView:
    return home(warehouse)


def finding(view: HomeView, name: str) -> Finding:
    (found,) = [f for f in view.findings if f.finding_id == name]
    return found


def test_there_are_three_findings_in_order(view: HomeView) -> None:
    assert [f.finding_id for f in view.findings] == list(NUMBERS)


@pytest.mark.parametrize("name", NUMBERS)
def test_a_finding_names_its_numbers_in_both_languages(view: HomeView, name: str) -> None:
    found = finding(view, name)
    for said in (found.headline.ja + found.arithmetic.ja, found.headline.en + found.arithmetic.en):
        assert [number for number in NUMBERS[name] if number not in said] == []


@pytest.mark.parametrize("name", NUMBERS)
def test_a_finding_carries_its_caution_and_its_place(view: HomeView, name: str) -> None:
    found = finding(view, name)
    assert found.caution.ja and found.caution.en
    assert found.page in ("compare", "kpi") and found.params


def test_the_board_is_summed_up_in_one_sentence(view: HomeView) -> None:
    assert "11指標" in view.board.ja and "11 indicators" in view.board.en


def test_fears_that_cannot_be_told_apart_are_not_said_to_move(view: HomeView) -> None:
    headline = finding(view, "fear_turns_systemic").headline
    assert "+12.7" in headline.ja and "+8.5" in headline.ja and "3項目" in headline.ja
    assert "0.9" not in headline.ja and "4.7" not in headline.ja


def test_a_finding_whose_figure_is_gone_is_a_problem(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("narabe.analyses.findings.SYSTEMIC", ("earthquakes",))
    with pytest.raises(Problem) as refused:
        home(warehouse)
    assert "earthquakes" in refused.value.message.ja
