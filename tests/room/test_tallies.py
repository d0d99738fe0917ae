"""What a room answered, against counts by hand."""

import pytest

from narabe.model.room import Answer, Hands, Said
from narabe.room.tallies import tally
from tests.room.deck import GUESS, NEWS, THREE, WISH


def test_phones_and_hands_add_up() -> None:
    given: list[Answer] = [("web",), ("web",), ("paper",)]
    found = tally(NEWS, given, Hands({"paper": 1, "web": 4}, 5))
    assert (found.base, found.hands) == (8, 5)
    assert [(each.option_id, each.count, each.share) for each in found.options] == [
        ("paper", 2, 0.25),
        ("web", 6, 0.75),
        ("line", 0, 0.0),
    ]


def test_shares_of_several_answers_are_of_people() -> None:
    given: list[Answer] = [("o1", "o2")] * 4 + [("o1",)]
    assert [each.share for each in tally(THREE, given).options] == [1.0, 0.8, 0.0, 0.0]


@pytest.mark.parametrize("people", [0, 1, 4])
def test_fewer_than_five_tell_nothing(people: int) -> None:
    found = tally(NEWS, [("web",)] * people)
    assert found.too_few
    assert (found.options, found.numbers, found.texts) == ((), None, ())


def test_guesses_by_size() -> None:
    found = tally(GUESS, [30.0, 10.0, 20.0, 50.0, 40.0]).numbers
    assert found is not None
    assert (found.values, found.lower, found.median, found.upper) == ((10, 20, 30, 40, 50), 20, 30, 40)


def test_only_approved_texts() -> None:
    said = [Said(1, "近い", True), Said(2, "まだ", None), Said(3, "いや", False)]
    assert tally(WISH, ["近い", "まだ", "いや", "a", "b"], texts=said).texts == ("近い",)
