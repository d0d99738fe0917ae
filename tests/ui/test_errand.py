"""Long work for one visitor: told while it goes on, given up without touching anybody else's."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Callable, Iterator

import pytest

from narabe.model.problem import Problem
from narabe.ui.errand import Errand, GivenUp
from narabe.ui.worker import away, close
from tests.ui import errands

PATIENCE = 20.0  # seconds


@pytest.fixture(autouse=True)
def ended() -> Iterator[None]:
    yield
    close()


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_the_result_comes_back_and_what_is_done_is_told() -> None:
    errand = Errand("count", errands.told, ["一", "二"], 0.4)
    until(lambda: errand.now.ja == "一")
    until(lambda: errand.now.ja == "二")
    assert errand.result() == 2
    assert errand.finished()


def test_an_errand_that_is_done_keeps_nothing_it_was_given() -> None:
    given = errands.Heavy()
    held = weakref.ref(given)
    errand = Errand("heavy", errands.heavy, given, telling=False)
    errand.result()
    del given
    until(lambda: gc.collect() >= 0 and held() is None)


def test_an_errand_that_tells_nothing_is_not_asked_to() -> None:
    with pytest.raises(Problem) as caught:
        Errand("fail", errands.problem, telling=False).result()
    assert (caught.value.message.ja, caught.value.advice.en) == ("足りません", "write it")


def test_one_given_up_ends_and_the_next_is_done() -> None:
    errand = Errand("long", errands.told, ["始め"], 60.0)
    until(lambda: errand.now.ja == "始め")
    errand.give_up()
    assert errand.finished(PATIENCE)
    with pytest.raises(GivenUp):
        errand.result()
    assert Errand("next", errands.told, ["一"]).result() == 1


def test_one_that_waits_can_be_given_up_without_ending_the_one_at_work() -> None:
    first = Errand("first", errands.told, ["始め", "終わり"], 1.0)
    until(lambda: first.now.ja == "始め")
    waiting = Errand("second", errands.told, ["二人目"])
    assert waiting.now.ja.startswith("ほかの人")
    waiting.give_up()
    assert first.result() == 2
    assert waiting.finished(PATIENCE)
    with pytest.raises(GivenUp):
        waiting.result()


def test_what_comes_too_late_is_cleared_away() -> None:
    left: list[int] = []
    errand = Errand("receive", errands.told, ["始め", "終わり"], 0.5, leftover=left.append)
    until(lambda: errand.now.ja == "始め")
    errand.give_up()
    assert errand.finished(PATIENCE)
    assert left == [2]
    with pytest.raises(GivenUp):
        errand.result()


def test_what_came_already_is_cleared_away_once() -> None:
    left: list[int] = []
    errand = Errand("receive", errands.told, ["始め"], leftover=left.append)
    assert errand.finished(PATIENCE)
    assert left == []
    errand.give_up()
    errand.give_up()
    assert left == [1]
    with pytest.raises(GivenUp):
        errand.result()


def test_files_do_not_wait_for_an_import() -> None:
    long = Errand("long", errands.told, ["始め"], 60.0)
    until(lambda: long.now.ja == "始め")
    begun = time.monotonic()
    assert away(errands.process) != 0
    assert time.monotonic() - begun < PATIENCE
    assert not long.finished()
    long.give_up()
