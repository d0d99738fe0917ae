"""What adds up and what does not: every rule by an example worked out by hand."""

from datetime import date

import pytest

from narabe.model.explore import NoTotal, Total
from narabe.stats.adding import Addend, total

FY2019 = {"start": date(2019, 4, 1), "end": date(2020, 3, 31), "months": 12}
FY2020 = {"start": date(2020, 4, 1), "end": date(2021, 3, 31), "months": 12}
HALF_2020 = {"start": date(2020, 4, 1), "end": date(2020, 9, 30), "months": 6}
MAY = {"start": date(2020, 5, 1), "end": date(2020, 5, 31), "months": None}
JUNE = {"start": date(2020, 6, 1), "end": date(2020, 6, 30), "months": None}


def metric(adds: str, value: float | None, part: str = "all", **more: object) -> Addend:
    """A value of one metric; parts named `tax…` are of one dimension, and `tax` holds the others."""
    whole, _, piece = part.partition("_")
    given = {
        "dimension": whole,
        "part_of": whole if piece else None,
        "is_whole": part == "all",
    }
    return Addend("m", "metric_observed", adds, value, part=part, **(given | more))  # type: ignore[arg-type]


def answer(item: str, value: float, part: str = "all", **more: object) -> Addend:
    given = {
        "adds": "single",
        "role": "survey_count",
        "dimension": "sex" if part != "all" else "all",
        "is_whole": part == "all",
    }
    return Addend("q", value=value, item=item, part=part, **(given | more))  # type: ignore[arg-type]


def test_one_figure_has_no_total() -> None:
    assert total([]) is None
    assert total([metric("flow", 5, **FY2020)]) is None


def test_counts_of_years_and_of_parts_are_summed() -> None:
    addends = [metric("flow", 10, "tax_a", **FY2019), metric("flow", 20, "tax_a", **FY2020)]
    assert total(addends) == Total(30, 2)
    assert total([*addends, metric("flow", 5, "tax_b", **FY2020)]) == Total(35, 3)


def test_a_sum_is_exact_whatever_the_order() -> None:
    values = [0.1] * 10
    spans = [{"start": date(2020, m, 1), "end": date(2020, m, 28), "months": 1} for m in range(1, 11)]
    addends = [metric("flow", value, **span) for value, span in zip(values, spans, strict=True)]
    assert total(addends) == Total(1.0, 10)


@pytest.mark.parametrize(
    ("addends", "why"),
    [
        ([metric("flow", 1, **FY2020), metric("flow", 1, **HALF_2020)], NoTotal.TIMES),
        ([metric("flow", 1, **FY2020), metric("flow", 1, **FY2020)], NoTotal.TIMES),
        ([metric("flow", 1), metric("flow", 1, **FY2020)], NoTotal.TIMES),
        ([metric("flow", 1, "tax", **FY2020), metric("flow", 1, "tax_a", **FY2020)], NoTotal.PARTS),
        ([metric("flow", 1, "all", **FY2020), metric("flow", 1, "tax", **FY2020)], NoTotal.PARTS),
        ([metric("flow", 1, "tax", **FY2020), metric("flow", 1, "fee", **FY2020)], NoTotal.PARTS),
        ([metric("flow", 1, **FY2019), metric("flow", None, **FY2020)], NoTotal.UNKNOWN),
        ([metric("stock", 1, **MAY), metric("stock", 1, **JUNE)], NoTotal.STATES),
        ([metric("stock", 1, **MAY), metric("stock", 1, **MAY)], NoTotal.TIMES),
        ([metric("average", 1, **FY2019), metric("average", 1, **FY2020)], NoTotal.AVERAGE),
        ([metric("no", 1, **FY2019), metric("no", 1, **FY2020)], NoTotal.ORDER),
        ([metric("ratio", 50, **FY2019), metric("ratio", 50, **FY2020)], NoTotal.NO_COUNTS),
    ],
)
def test_no_total(addends: list[Addend], why: NoTotal) -> None:
    assert total(addends) is why


def test_different_things_and_roles_have_none() -> None:
    other = Addend("n", "metric_observed", "flow", 1, **FY2019)  # type: ignore[arg-type]
    target = Addend("m", "metric_target", "flow", 1, **FY2019)  # type: ignore[arg-type]
    assert total([metric("flow", 1, **FY2020), other]) is NoTotal.SEVERAL_THINGS
    assert total([metric("flow", 1, **FY2020), target]) is NoTotal.SEVERAL_ROLES


def test_states_of_one_day_add_up_over_parts() -> None:
    assert total([metric("stock", 3, "tax_a", **MAY), metric("stock", 4, "tax_b", **MAY)]) == Total(7, 2)


def test_a_ratio_is_divided_anew() -> None:
    """10 of 100 and 90 of 200: a third, not the mean of 10 % and 45 %."""
    addends = [
        metric("ratio", 10, "tax_a", numerator=10, denominator=100, **FY2020),
        metric("ratio", 45, "tax_b", numerator=90, denominator=200, **FY2020),
    ]
    found = total(addends)
    assert isinstance(found, Total)
    assert (found.numerator, found.denominator) == (100, 300)
    assert found.value == pytest.approx(100 / 3)


def test_shares_of_one_whole_are_not_divided_by_it_twice() -> None:
    addends = [
        metric("ratio", part, f"tax_{part}", numerator=part, denominator=70, **FY2020) for part in (10, 20)
    ]
    assert total(addends) is NoTotal.ONE_WHOLE


def test_ratios_of_states_of_different_days_stay_apart() -> None:
    addends = [metric("ratio", 50, numerator=1, denominator=2, **when) for when in (MAY, JUNE)]
    assert total(addends) is NoTotal.STATES


def test_single_answers_add_up_by_their_base_once() -> None:
    """12 and 8 of 40 chose one or the other: half of them."""
    shares = [
        answer("a", 30, share=True, role="survey_share", numerator=12, denominator=40),
        answer("b", 20, share=True, role="survey_share", numerator=8, denominator=40),
    ]
    found = total(shares)
    assert isinstance(found, Total)
    assert (found.value, found.numerator, found.denominator) == (50, 20, 40)
    assert total([answer("a", 12), answer("b", 8)]) == Total(20, 2)


def test_men_and_women_are_taken_together_by_their_counts() -> None:
    """10 of 40 men and 30 of 60 women: 40 %, not the mean of 25 % and 50 %."""
    shares = [
        answer(
            "a", 25, "male", adds="several", share=True, role="survey_share", numerator=10, denominator=40
        ),
        answer(
            "a", 50, "female", adds="several", share=True, role="survey_share", numerator=30, denominator=60
        ),
    ]
    found = total(shares)
    assert isinstance(found, Total)
    assert (found.value, found.numerator, found.denominator) == (40, 40, 100)


@pytest.mark.parametrize(
    ("addends", "why"),
    [
        ([answer("a", 1, adds="several"), answer("b", 1, adds="several")], NoTotal.SEVERAL_ANSWERS),
        ([answer("a", 1), answer("ab", 2, is_net=True)], NoTotal.NETS),
        ([answer("a", 1), answer("a", 1, "male")], NoTotal.PARTS),
        ([answer("a", 1, "male"), answer("a", 1, "age", dimension="age")], NoTotal.PARTS),
        ([answer("a", 1, share=True), answer("b", 1, share=True)], NoTotal.NO_COUNTS),
    ],
)
def test_answers_without_a_total(addends: list[Addend], why: NoTotal) -> None:
    assert total(addends) is why


def test_shares_of_one_whole_are_told_year_by_year() -> None:
    """40 and 60 of 100, 80 and 40 of 120: both channels of both years would come to 220 of 440."""
    counts = {("a", 2019): (40, 100), ("b", 2019): (60, 100), ("a", 2020): (80, 120), ("b", 2020): (40, 120)}
    addends = [
        metric("ratio", 0, f"tax_{part}", numerator=n, denominator=of, **(FY2019 if year == 2019 else FY2020))
        for (part, year), (n, of) in counts.items()
    ]
    assert total(addends) is NoTotal.ONE_WHOLE


@pytest.mark.parametrize(
    "chosen", [("yes male", "no female"), ("yes male", "yes female", "no female")], ids=["apart", "ragged"]
)
def test_groups_of_which_different_options_are_listed_have_no_share_together(chosen: tuple[str, ...]) -> None:
    """Of 100 men 30 said yes, of 100 women 30 yes and 50 no: neither 40 % nor 55 % is a share of anything."""
    people = {"yes male": 30, "yes female": 30, "no female": 50}
    addends = [
        answer(item, 0, part, share=True, role="survey_share", numerator=people[name], denominator=100)
        for name in chosen
        for item, part in [name.split()]
    ]
    assert total(addends) is NoTotal.RAGGED
