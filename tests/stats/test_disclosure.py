"""Masking against what a reader can work out, found by trying every sum and difference of what is shown."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narabe.stats.disclosure import closed

FEWEST = 10


def columns(*sets: str) -> np.ndarray:
    """`"abc"` is everybody of the parts a, b and c."""
    every = sorted(set("".join(sets)))
    return np.array([[letter in each for letter in every] for each in sets], float)


def people(members: np.ndarray, sizes: list[int]) -> np.ndarray:
    return members @ np.array(sizes, float)


def first(members: np.ndarray) -> np.ndarray:
    """The total stands first."""
    return np.arange(len(members)) == 0


def shown(*sets: str, sizes: list[int], hidden: tuple[int, ...] = ()) -> list[str]:
    members = columns(*sets)
    count = people(members, sizes)
    at_first = np.array([count[place] >= FEWEST and place not in hidden for place in range(len(sets))])
    after = closed(members, count, at_first, FEWEST, first(members))
    return [each for each, stands in zip(sets, after, strict=True) if stands]


def test_nothing_small_nothing_masked() -> None:
    assert shown("abc", "a", "b", "c", sizes=[10, 20, 30]) == ["abc", "a", "b", "c"]


def test_the_rest_of_a_total() -> None:
    assert shown("abc", "a", "b", "c", sizes=[3, 20, 30]) == ["abc", "c"]


def test_overlapping_nets_that_differ_by_the_small_group() -> None:
    """a = 10代 (3 people), A = b+c, B = a+b+c, as in a table that shows both nets."""
    found = shown("abcd", "a", "b", "c", "d", "bc", "abc", sizes=[3, 58, 63, 200])
    assert not {"bc", "abc"} <= set(found)
    assert "a" not in found


def test_a_net_of_everybody_else() -> None:
    assert "bc" not in shown("abc", "a", "b", "c", "bc", sizes=[3, 200, 186])


def test_a_hidden_option_can_be_worked_out_too() -> None:
    """Hidden by the reader, so shown nowhere: the total less the rest would tell it."""
    found = shown("abc", "a", "b", "c", sizes=[3, 20, 30], hidden=(1,))
    assert found == ["abc", "c"]


def test_two_tables_of_the_same_groups_mask_the_same() -> None:
    """a is small; one table masked b beside it, the other c: together they would tell a."""
    members = columns("abc", "a", "b", "c", "a", "b", "c")
    count = people(members, [3, 20, 30])
    at_first = np.array([True, False, False, True, False, True, False])
    after = closed(members, count, at_first, FEWEST, first(members))
    assert after.tolist() == [True, False, False, True, False, False, False]


SETS = st.lists(st.lists(st.booleans(), min_size=4, max_size=4).filter(any), min_size=1, max_size=4)


@settings(deadline=None, max_examples=150)
@given(nets=SETS, sizes=st.lists(st.integers(0, 30), min_size=4, max_size=4))
def test_no_small_part_is_a_small_whole_sum_of_what_is_shown(
    nets: list[list[bool]], sizes: list[int]
) -> None:
    """Every combination with -1, 0 and 1 of the columns shown, against every part and every column."""
    members = np.vstack([np.ones(4), np.eye(4), np.array(nets, float)])
    count = people(members, sizes)
    after = closed(members, count, (count >= FEWEST) | (count == 0), FEWEST, first(members))
    open_ones = members[after]
    small = {tuple(row) for row, size in zip(members, count, strict=True) if 0 < size < FEWEST}
    for signs in product((-1, 0, 1), repeat=len(open_ones)):
        assert tuple(np.array(signs) @ open_ones) not in small


@pytest.mark.parametrize("sizes", [[3, 4, 40], [0, 3, 40]])
def test_small_groups_stay_masked(sizes: list[int]) -> None:
    found = shown("abc", "a", "b", "c", sizes=sizes)
    assert all(each not in found for each, size in zip("abc", sizes, strict=True) if 0 < size < FEWEST)
