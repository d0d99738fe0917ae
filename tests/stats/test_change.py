"""Differences from counts, the last digit that print would give, and what the base did."""

import pytest

from narabe.model.rounding import half_up
from narabe.stats.change import change, change_of_shares, disagreeing_last_digit, take_apart
from tests.stats.test_proportions import newcombe_by_formula, wilson_by_formula

WEBSITE_2021 = (260, 310)  # 83.9 % as printed, of those who answered the question
WEBSITE_2025 = (287, 370)  # 77.6 %


def test_a_change_is_later_minus_earlier_in_points() -> None:
    moved = change((162, 370), (91, 326))
    assert moved.points == pytest.approx(100 * 162 / 370 - 100 * 91 / 326)  # 43.784 − 27.914
    assert half_up(moved.points) == 15.9
    assert (moved.low, moved.high) == pytest.approx(newcombe_by_formula(162, 370, 91, 326))


def test_misinformation_rose_by_12_7_from_counts_and_12_8_from_print() -> None:
    moved = change((156, 370), (96, 326))  # 42.1622 − 29.4479 = 12.7143
    assert half_up(moved.points) == 12.7
    assert disagreeing_last_digit(moved.points, 42.2, 29.4) == 12.8


@pytest.mark.parametrize(
    ("points", "later", "earlier"),
    [
        (15.87, 43.8, 27.9),  # 15.9 either way
        (-4.714, 78.1, 82.8),  # −4.7 either way
        (0.3, 0.4, 0.1),  # 0.4 − 0.1 in binary is 0.30000000000000004
    ],
)
def test_agreeing_last_digits_are_not_reported(points: float, later: float, earlier: float) -> None:
    assert disagreeing_last_digit(points, later, earlier) is None


def test_a_printed_fall_is_compared_with_its_sign() -> None:
    # −6.3029 from counts; 77.6 − 83.9 = −6.3 as printed; 77.5 − 83.9 = −6.4 would disagree
    assert disagreeing_last_digit(-6.3029, 77.6, 83.9) is None
    assert disagreeing_last_digit(-6.3029, 77.5, 83.9) == -6.4


def test_the_website_fell_6_3_points_of_which_4_1_are_the_base() -> None:
    # total 77.5676 − 83.8710 = −6.3034; base 260/326 − 260/310 = 79.7546 − 83.8710 = −4.1164;
    # remaining 77.5676 − 79.7546 = −2.1870
    parts = take_apart(WEBSITE_2025, WEBSITE_2021, 326)
    assert [half_up(x) for x in (parts.total, parts.from_base, parts.remaining)] == [-6.3, -4.1, -2.2]
    assert [half_up(x) for x in (parts.low, parts.high)] == [-8.2, 4.0]
    assert (parts.low, parts.high) == pytest.approx(newcombe_by_formula(287, 370, 260, 326))


def test_on_the_base_of_those_who_answered_nothing_comes_from_the_base() -> None:
    parts = take_apart(WEBSITE_2025, WEBSITE_2021, 310)
    assert parts.from_base == 0
    assert parts.remaining == pytest.approx(parts.total)


@pytest.mark.parametrize("base", [310, 313, 318, 326])
def test_the_parts_add_up_on_every_base(base: int) -> None:
    parts = take_apart(WEBSITE_2025, WEBSITE_2021, base)
    assert parts.from_base + parts.remaining == pytest.approx(parts.total)


def test_a_base_below_the_count_is_refused() -> None:
    with pytest.raises(ValueError, match="259"):
        take_apart(WEBSITE_2025, WEBSITE_2021, 259)


def test_the_oracle_itself_holds_a_known_interval() -> None:
    # Wilson for 81/263 as printed by Newcombe (1998): 0.2553–0.3662
    assert wilson_by_formula(81, 263) == pytest.approx((25.53, 36.62), abs=0.005)


def test_shares_on_a_base_change_as_their_counts_do() -> None:
    """162 of 370 and 91 of 326 once more, as percentages."""
    by_counts = change((162, 370), (91, 326))
    moved = change_of_shares((100 * 162 / 370, 370), (100 * 91 / 326, 326))
    assert (moved.points, moved.low, moved.high) == pytest.approx(
        (by_counts.points, by_counts.low, by_counts.high)
    )


def test_a_weighted_share_rests_on_an_effective_base_that_need_not_be_whole() -> None:
    moved = change_of_shares((60.0, 35.5), (50.0, 80))
    low, high = wilson_by_formula(21.3, 35.5), wilson_by_formula(40, 80)
    assert moved.points == pytest.approx(10.0)
    down, up = (
        ((60 - low[0]) ** 2 + (high[1] - 50) ** 2) ** 0.5,
        ((low[1] - 60) ** 2 + (50 - high[0]) ** 2) ** 0.5,
    )
    assert (moved.low, moved.high) == pytest.approx((10 - down, 10 + up))
