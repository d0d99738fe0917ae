"""Counts spread over people by hand: evenly, crosses first, and refused where they cannot fit."""

import pytest

from narabe.model.answers_plan import AnswerType, Missing
from narabe.sources.spreading import REST, Choice, DoesNotFit, Spread, spread

MEN, WOMEN = frozenset({0, 1, 2, 3}), frozenset({4, 5, 6, 7})
SINGLE, MULTIPLE = AnswerType.SINGLE, AnswerType.MULTIPLE


def test_a_count_is_spread_evenly_and_from_the_front() -> None:
    (question,) = spread(
        8, [[MEN, WOMEN]], [Spread("q", SINGLE, None, (Choice("a", 2),), rest=True)]
    ).values()
    # the first person, then the first of those least like them: of the other sex
    assert question.chosen == {"a": {0, 4}, REST: {1, 2, 3, 5, 6, 7}} and question.missing == {}


def test_above_one_half_those_left_out_are_spread() -> None:
    (question,) = spread(8, [[MEN, WOMEN]], [Spread("q", MULTIPLE, None, (Choice("a", 6),))]).values()
    assert question.chosen == {"a": {1, 2, 3, 5, 6, 7}}


def test_the_next_choice_is_even_over_the_answers_before() -> None:
    questions = [
        Spread("q", MULTIPLE, None, (Choice("a", 4),)),
        Spread("r", MULTIPLE, None, (Choice("b", 4),)),
    ]
    answers = spread(8, [[MEN, WOMEN]], questions)
    first, second = answers["q"].chosen["a"], answers["r"].chosen["b"]
    assert [len(first & MEN), len(second & MEN), len(first & second)] == [2, 2, 2]


def test_known_groups_come_first() -> None:
    choices = (Choice("a", 4, ((MEN, 3),)), Choice("b", 3, ((WOMEN, 3),)))
    question = spread(8, [[MEN, WOMEN]], [Spread("q", SINGLE, None, choices, rest=True)])["q"]
    assert [len(question.chosen[name] & MEN) for name in ("a", "b", REST)] == [3, 0, 1]
    assert [len(question.chosen[name]) for name in ("a", "b", REST)] == [4, 3, 1]


def test_who_is_not_asked_and_who_gives_no_answer() -> None:
    questions = [
        Spread("q", SINGLE, None, (Choice("yes", 4),), rest=True),
        Spread("r", MULTIPLE, 3, (Choice("a", 1),), asked_of=("q", "yes")),
    ]
    answers = spread(8, [[MEN, WOMEN]], questions)
    asked = answers["q"].chosen["yes"]
    assert answers["r"].missing[Missing.NOT_APPLICABLE] == frozenset(range(8)) - asked
    (silent,) = answers["r"].missing[Missing.NO_ANSWER]
    assert silent in asked and answers["r"].chosen["a"] < asked - {silent}


@pytest.mark.parametrize(
    "question",
    [
        Spread("q", SINGLE, None, (Choice("a", 9),), rest=True),  # more than there are
        Spread("q", SINGLE, 9, (Choice("a", 1),), rest=True),  # a base of more than there are
        Spread("q", SINGLE, None, (Choice("a", 5), Choice("b", 4))),  # together too many
        Spread("q", SINGLE, None, (Choice("a", 5),)),  # three are left without an option
        Spread("q", MULTIPLE, None, (Choice("a", 6, ((MEN, 1),)),)),  # at most one man and four women
        Spread("q", MULTIPLE, None, (Choice("a", 2, ((MEN, 3),)),)),  # more men than people
        Spread(
            "q", MULTIPLE, None, (Choice("a", 1),), asked_of=("other", "a")
        ),  # of a question that is not there
    ],
)
def test_what_does_not_fit_is_refused_by_name(question: Spread) -> None:
    with pytest.raises(DoesNotFit, match=r"^q$"):
        spread(8, [[MEN, WOMEN]], [question])
