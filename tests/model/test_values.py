"""Small rules that the frozen values carry themselves."""

import dataclasses
from datetime import date

import pytest

from narabe.model.comparison import Cohort, Comparison, Difference, OptionRow, Share
from narabe.model.kpi import Indicator, KpiBoard
from narabe.model.metrics import Observation
from narabe.model.problem import Problem
from narabe.model.source import Source, unique
from narabe.model.status import MetricKind, PaceState, Status, Verdict
from narabe.model.text import EMPTY, Text, plain

NAME = Text("名", "name")
PAGE = Source("d", Text("計画", "Plan"), Text("市", "City"), "s1", Text("1-1", "1-1"))
OTHER = dataclasses.replace(PAGE, section_id="s2")
THEN = Cohort("net2021", "all", NAME, NAME)
NOW = Cohort("net2025", "all", NAME, NAME)


def difference(low: float | None, high: float | None) -> Difference:
    return Difference("o", NAME, THEN, NOW, 1.0, low, high, None, Verdict.CAUTION)


def test_a_text_answers_in_its_language() -> None:
    assert (NAME.in_("ja"), NAME.in_("en")) == ("名", "name")


def test_sentences_join_without_a_space_in_japanese_and_with_one_in_english() -> None:
    assert Text("甲。", "A.") + Text("乙。", "B.") == Text("甲。乙。", "A. B.")


def test_an_empty_text_adds_nothing() -> None:
    assert NAME + EMPTY == NAME == EMPTY + NAME


def test_a_number_reads_the_same_in_both_languages() -> None:
    assert plain("43.8") == Text("43.8", "43.8")


def test_a_cohort_is_addressed_by_wave_and_group() -> None:
    men = Cohort("net2021", "male", NAME, NAME)
    assert (THEN.key, men.key) == ("net2021", "net2021:male")


def test_waves_of_one_series_are_known_by_name() -> None:
    assert THEN.series == NOW.series == "net"
    assert Cohort("seniors2025", "all", NAME, NAME).series == "seniors"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.1, 5.0, True),
        (-5.0, -0.1, True),
        (-1.0, 1.0, False),
        (0.0, 5.0, False),
        (-5.0, 0.0, False),
        (None, None, None),
    ],
)
def test_a_difference_is_told_apart_only_when_its_interval_leaves_out_zero(
    low: float | None, high: float | None, expected: bool | None
) -> None:
    assert difference(low, high).distinguishable is expected


def test_a_share_is_known_or_bounded_or_neither() -> None:
    assert Share(Status.PRINTED, value=0.0).known
    bounded = Share(Status.BOUNDED, floor=0.0, ceiling=27.3)
    assert bounded.bounded and not bounded.known
    lost = Share(Status.NOT_CAPTURED)
    assert not lost.bounded and not lost.known


def test_a_comparison_collects_register_marks_once_and_in_order() -> None:
    def share(*marks: str) -> Share:
        return Share(Status.PRINTED, discrepancies=marks)

    rows = (OptionRow("a", NAME, (share("d44"), share("d07", "d44"))), OptionRow("b", NAME, (share(),)))
    shown = Comparison("c", NAME, NAME, (THEN, NOW), rows, (), (), (), EMPTY, (), ())
    assert shown.discrepancies == ("d07", "d44")


def test_sources_are_named_once_in_order_of_use() -> None:
    assert unique([OTHER, None, PAGE, OTHER]) == (OTHER, PAGE)


def test_a_source_line_names_publisher_document_and_section() -> None:
    assert PAGE.line == Text("市「計画」1-1", "City, Plan, 1-1")


def test_a_board_counts_states() -> None:
    seen = Observation(1.0, date(2025, 3, 31), date(2025, 3, 31), None, Status.PRINTED, PAGE)

    def indicator(state: PaceState) -> Indicator:
        return Indicator(
            "m", 1, "security", NAME, NAME, NAME, MetricKind.STOCK, None, seen, None, seen,
            1.0, None, None, None, state, False, EMPTY,
        )  # fmt: skip

    board = KpiBoard((indicator(PaceState.AHEAD), indicator(PaceState.AHEAD)), EMPTY, ())
    assert (board.count(PaceState.AHEAD), board.count(PaceState.BEHIND)) == (2, 0)
    assert board.indicators[0].sources == (PAGE,)


def test_a_problem_keeps_both_languages_and_its_advice() -> None:
    problem = Problem(NAME, Text("直す", "mend"))
    assert (problem.message, problem.advice.en, str(problem)) == (NAME, "mend", "name")


def test_values_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        THEN.wave_id = "x"  # type: ignore[misc]
