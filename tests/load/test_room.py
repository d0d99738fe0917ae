"""A small room under load, with the server killed in the middle: no confirmed vote is lost, everybody sees the result."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.load.room import Load, Outcome, said


def test_a_killed_server_loses_no_confirmed_vote(store: Path) -> None:
    outcome = asyncio.run(Load(store, 20, "tests.load.doors:app").run())
    assert 0 < outcome.confirmed < 20
    assert (outcome.lost, outcome.miscounted) == (0, 0)
    assert len(outcome.seconds["reveal"]) == 20


def test_what_is_printed_and_when_the_run_fails() -> None:
    outcome = Outcome(
        {"reveal": [0.1, 0.2, 0.3]}, confirmed=3, restarted_in=1.5, megabytes={"at the start": 12.3}
    )
    assert outcome.holds
    assert said(outcome).splitlines()[1].split() == ["reveal", "3", "0.200", "0.290", "0.298", "0.300"]
    outcome.lost = 1
    assert not outcome.holds
    assert "lost: 1;" in said(outcome)


@pytest.mark.parametrize("seconds", [[0.2, 1.01]])
def test_a_slow_reveal_fails_the_run(seconds: list[float]) -> None:
    assert not Outcome({"reveal": seconds}).holds
