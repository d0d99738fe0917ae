"""The eleven indicators, by hand from the plan, and the rule that judges them."""

import re
from datetime import date

import pytest

from narabe.analyses.kpi import kpi_board, pace_state
from narabe.model.kpi import Indicator, KpiBoard
from narabe.model.metrics import Observation
from narabe.model.source import Source
from narabe.model.status import MetricKind, PaceState, Status
from narabe.model.text import EMPTY
from narabe.warehouse import Warehouse

# in the order of the plan (sections 4-2 to 4-5): baseline, target, and the state by hand
PLAN = {
    "online_procedures": (740, 862, PaceState.AHEAD),  # 791 by 2025-11
    "online_applications": (316_799, 350_000, PaceState.UNDECIDABLE),  # 5,898 is of another scope
    "cashless_payments": (57_356, 112_000, PaceState.AHEAD),  # 46,906 in eight months
    "lowcode_rpa_projects": (145, 200, PaceState.UNDECIDABLE),
    "hours_saved": (13_511, 15_000, PaceState.UNDECIDABLE),
    "ai_users": (842, 2_000, PaceState.ON_COURSE_YEARLY),  # 227 a month
    "senior_phone_course": (None, None, PaceState.NOT_CAPTURED),
    "line_registrations": (None, None, PaceState.NOT_CAPTURED),
    "sme_dx_seminar": (None, None, PaceState.NOT_CAPTURED),
    "security_elearning": (2_511, 2_600, PaceState.UNDECIDABLE),
    "audit_compliance": (97, 100, PaceState.UNDECIDABLE),
}


@pytest.fixture(scope="module")
def board(warehouse: Warehouse) -> KpiBoard:
    return kpi_board(warehouse)


def indicator(board: KpiBoard, metric: str) -> Indicator:
    (found,) = [i for i in board.indicators if i.metric_id == metric]
    return found


def value(observation: Observation | None) -> float | None:
    assert observation is not None
    return observation.value


def test_the_eleven_stand_in_the_order_of_the_plan(board: KpiBoard) -> None:
    assert [i.metric_id for i in board.indicators] == list(PLAN)
    assert [i.order for i in board.indicators] == list(range(1, 12))


@pytest.mark.parametrize("metric", PLAN)
def test_baseline_target_and_state(board: KpiBoard, metric: str) -> None:
    found = indicator(board, metric)
    assert (value(found.baseline), value(found.target), found.state) == PLAN[metric]


def test_the_states_add_up_as_counted_by_hand(board: KpiBoard) -> None:
    counts = {state: board.count(state) for state in PaceState}
    assert counts == {
        PaceState.REACHED: 0,
        PaceState.ON_COURSE_YEARLY: 1,
        PaceState.AHEAD: 2,
        PaceState.BEHIND: 0,
        PaceState.UNDECIDABLE: 5,
        PaceState.NOT_CAPTURED: 3,
    }
    ja, en = board.sentence.ja, board.sentence.en
    assert (
        re.search(r"到達見込み\D*1\D*ペース以上\D*2\D*判定不能\D*5\D*未収録\D*3", ja) and "ペース参考" in ja
    )
    assert re.search(r"11 indicators\D*1\D*2\D*5\D*3\D", en) and "for reference" in en


def test_ai_use_on_a_yearly_basis(board: KpiBoard) -> None:
    ai = indicator(board, "ai_users")
    assert ai.latest is not None
    assert (ai.latest.value, ai.latest.months, ai.latest.status) == (1816, 8, Status.COMPUTED)  # 227 × 8
    assert ai.yearly == 2724  # 227 × 12
    assert ai.yearly_baseline == 1684  # 842 in six months, × 2: never compared raw with 2,000
    assert ai.pace_needed == pytest.approx((2000 - 1684) / 5)  # 63.2 a year
    assert ai.pace_so_far == pytest.approx(2724 - 1684)


def test_cashless_payments_on_a_yearly_basis(board: KpiBoard) -> None:
    cashless = indicator(board, "cashless_payments")
    assert cashless.yearly == pytest.approx(70_359)  # 46,906 × 12 / 8
    assert cashless.pace_so_far == pytest.approx(70_359 - 57_356)  # 13,003, one year on
    assert cashless.pace_needed == pytest.approx((112_000 - 57_356) / 5)  # 10,928.8


def test_online_procedures_stand_as_they_are(board: KpiBoard) -> None:
    procedures = indicator(board, "online_procedures")
    assert procedures.yearly == 791  # a stock is not put on twelve months
    assert procedures.pace_so_far == pytest.approx(51 * 12 / 8)  # 740 → 791 in eight months: 76.5 a year
    assert procedures.pace_needed == pytest.approx(122 / 5)  # 24.4


def test_figures_before_the_plan_begins_are_for_reference(board: KpiBoard) -> None:
    """The plan runs from 2026-04; everything known ends before."""
    known = [i for i in board.indicators if i.latest is not None]
    assert {i.metric_id for i in known} == {"online_procedures", "cashless_payments", "ai_users"}
    assert all(i.reference_only for i in known)


def test_a_figure_of_the_baseline_year_is_not_a_later_one(board: KpiBoard) -> None:
    """約13,500 hours stands for FY2024 too, beside the baseline of 13,511."""
    assert indicator(board, "hours_saved").latest is None


def test_why_shows_the_arithmetic(board: KpiBoard) -> None:
    why = indicator(board, "ai_users").why
    for number in ("1,816", "2,724", "842", "1,684", "2,000"):
        assert number in why.ja and number in why.en
    assert "8か月" in why.ja and "8 months" in why.en
    assert all(i.why.ja and i.why.en for i in board.indicators)


def test_every_indicator_has_its_words_and_sources(board: KpiBoard) -> None:
    for found in board.indicators:
        assert found.title.ja and found.title.en and found.unit.ja and found.definition.en
        assert found.sources


HERE = Source("d", EMPTY, EMPTY, "s", EMPTY)


def seen(amount: float | None, months: int | None = None) -> Observation:
    return Observation(amount, date(2027, 3, 31), date(2027, 3, 31), months, Status.PRINTED, HERE)


FLOW, STOCK, RATIO = MetricKind.FLOW, MetricKind.STOCK, MetricKind.RATIO
# target 100 throughout but where there is none; needed 10 a year
RULES = {
    "no target row": (None, seen(50), 50, 10, 10, STOCK, PaceState.NOT_CAPTURED),
    "target only in a picture": (seen(None), seen(50), 50, 10, 10, STOCK, PaceState.NOT_CAPTURED),
    "nothing later": (seen(100), None, None, 10, None, STOCK, PaceState.UNDECIDABLE),
    "baseline lost": (seen(100), seen(50), 50, None, None, STOCK, PaceState.UNDECIDABLE),
    "months unknown": (seen(100), seen(50), None, 10, None, FLOW, PaceState.UNDECIDABLE),
    "a stock at its target": (seen(100), seen(100), 100, 10, 20, STOCK, PaceState.REACHED),
    "a ratio above its target": (seen(100), seen(101), 101, 10, 20, RATIO, PaceState.REACHED),
    "a full year at its target": (seen(100), seen(100, 12), 100, 10, 20, FLOW, PaceState.REACHED),
    "eight months that make it": (seen(100), seen(80, 8), 120, 10, 20, FLOW, PaceState.ON_COURSE_YEARLY),
    "just fast enough": (seen(100), seen(60, 8), 90, 10, 10, FLOW, PaceState.AHEAD),
    "faster": (seen(100), seen(90), 90, 10, 11, STOCK, PaceState.AHEAD),
    "too slow": (seen(100), seen(90), 90, 10, 9.99, STOCK, PaceState.BEHIND),
    "falling": (seen(100), seen(60, 12), 60, 10, -5, FLOW, PaceState.BEHIND),
}  # fmt: skip


@pytest.mark.parametrize("case", RULES)
def test_the_rule(case: str) -> None:
    target, latest, now, needed, so_far, kind, expected = RULES[case]
    assert pace_state(target, latest, now, needed, so_far, kind) is expected
