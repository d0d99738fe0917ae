"""A room of phones on the loopback: joining, voting, closing, revealing, lost lines, a server killed and restarted.

    python -m tests.load.room [--phones 300]

Prints percentiles and ends with 1 where a confirmed vote was lost or the reveal took longer than a second
on any phone. Bounded: 300 phones, two minutes. Writes nothing but a throw-away store.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from narabe.analyses.stage import staged
from narabe.room.hall import Hall
from narabe.sources.decks import ready_decks
from narabe.warehouse import open_live
from tests.browser.serving import built_store
from tests.load.line import GONE, Facilitator
from tests.load.phone import Phone
from tests.load.server import Server

MOST_PHONES = 300
MOST_SECONDS = 120
AIM = 1.0
"""Seconds within which every phone has the revealed result."""
ASKED = 2
"""The step of the deck `change` whose picture and options are the largest."""


@dataclass(slots=True)
class Outcome:
    """Seconds per act, what became of the votes, and what the server held in memory."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    confirmed: int = 0
    lost: int = 0
    miscounted: int = 0
    restarted_in: float = 0.0
    megabytes: dict[str, float] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        return not self.lost and not self.miscounted and max(self.seconds["reveal"]) <= AIM


class Load:
    """One run with so many phones, against a server on `store`, which is NARABE_STORE of this process, too."""

    def __init__(self, store: Path, phones: int, target: str = "app:app") -> None:
        deck = next(each for each in ready_decks() if each.deck_id == "change")
        self._store, self._target = store, target
        room, self._key = Hall(store).open(staged(open_live(), deck))
        question = room.deck.steps[ASKED].question
        assert question
        self._code = room.code
        self._options = [option.option_id for option in question.options]
        self._number = min(phones, MOST_PHONES)
        self._chance = random.Random(6)
        self._confirmed = 0
        self.outcome = Outcome()

    async def run(self) -> Outcome:
        async with asyncio.timeout(MOST_SECONDS):
            with Server(self._store, self._target) as server:
                await self._held(server)
        return self.outcome

    async def _held(self, server: Server) -> None:
        """The whole session."""
        self._memory("at the start", server)
        self._phones = [Phone(server.host, self._code) for _ in range(self._number)]
        self._votes: dict[Phone, list[str]] = {phone: [] for phone in self._phones}
        self._wall = Facilitator(server.host, self._code)
        await self._wall.take(self._key)
        await self._wall.act("go", by=ASKED)
        try:
            await self._join()
            await self._steer("open", "on")
            await self._vote("vote", self._phones)
            self._memory("after the votes", server)
            await self._vote("change of vote", self._phones[::3])
            await self._lose_lines(self._phones[: self._number // 3])
            await self._kill_in_the_middle(server)
            await self._steer("close", "on")
            await self._steer("reveal", "on")
            self._memory("after the reveal", server)
            self._count()
        finally:
            for phone in self._phones:
                await phone.switch_off()
            self._wall.leave()

    async def _join(self) -> None:
        pages = await asyncio.gather(*(phone.join() for phone in self._phones))
        assert {page.status for page in pages} == {200}
        self.outcome.seconds["join"] = [page.seconds for page in pages]
        for phone in self._phones:
            phone.listen()
        await asyncio.sleep(AIM)

    async def _steer(self, name: str, act: str) -> None:
        """Press the key; seconds until each phone shows what came of it."""
        begun = time.perf_counter()
        change = await self._wall.act(act)
        moments = await asyncio.gather(*(phone.heard(change) for phone in self._phones))
        self.outcome.seconds[name] = [moment - begun for moment in moments]

    async def _vote(self, name: str, phones: Sequence[Phone]) -> None:
        """All within a second; seconds until each was confirmed. A vote that was not is kept with a question mark."""

        async def one(phone: Phone) -> float | None:
            await asyncio.sleep(self._chance.random())
            option = self._chance.choice(self._options)
            try:
                answer = await phone.vote(option)
            except GONE:
                self._votes[phone].append(f"?{option}")
                return None
            assert answer.status == 200, answer
            self._votes[phone].append(option)
            self._confirmed += 1
            return answer.seconds

        spent = await asyncio.gather(*(one(phone) for phone in phones))
        self.outcome.seconds[name] = [each for each in spent if each is not None]

    async def _lose_lines(self, phones: Sequence[Phone]) -> None:
        """Wi-Fi drops; every one comes back by itself with its vote."""
        begun = time.perf_counter()
        for phone in phones:
            phone.lose_the_line()
        moments = await asyncio.gather(*(phone.heard(0) for phone in phones))
        self.outcome.seconds["line lost and back"] = [moment - begun for moment in moments]
        self._check(phones)

    async def _kill_in_the_middle(self, server: Server) -> None:
        self._confirmed = 0
        voting = asyncio.create_task(self._vote("vote until the kill", self._phones))
        while self._confirmed < len(self._phones) // 3 and not voting.done():
            await asyncio.sleep(0.001)
        server.kill()
        await voting
        self.outcome.confirmed = self._confirmed
        assert 0 < self._confirmed < len(self._phones), "the kill did not come in the middle"
        for phone in self._phones:
            phone.lose_the_line()
        self.outcome.restarted_in = await asyncio.to_thread(server.start)
        await asyncio.gather(*(phone.heard(0) for phone in self._phones))
        self._check(self._phones)

    def _check(self, phones: Sequence[Phone]) -> None:
        """The last vote that was confirmed stands, or one that was sent after it."""
        for phone in phones:
            said = self._votes[phone]
            last = max((place for place, vote in enumerate(said) if not vote.startswith("?")), default=0)
            self.outcome.lost += phone.chosen() not in [[vote.removeprefix("?")] for vote in said[last:]]
            self._votes[phone] = phone.chosen()

    def _count(self) -> None:
        """What a fresh reader of the store counts is what the phones showed."""
        told = Hall(self._store).room(self._code).result(ASKED)
        assert told
        shown = Counter(vote for said in self._votes.values() for vote in said)
        counted = {each.option_id: each.count for each in told.options}
        self.outcome.miscounted = sum(abs(counted[option] - shown[option]) for option in counted)

    def _memory(self, moment: str, server: Server) -> None:
        self.outcome.megabytes[moment] = server.megabytes()


def percentiles(seconds: Sequence[float]) -> tuple[float, float, float, float]:
    """p50, p95, p99 and the longest."""
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98], max(seconds)


def said(outcome: Outcome) -> str:
    """The table that is printed."""
    lines = [f"{'seconds':<22}{'phones':>8}{'p50':>8}{'p95':>8}{'p99':>8}{'max':>8}"]
    for name, seconds in outcome.seconds.items():
        cells = "".join(f"{each:8.3f}" for each in percentiles(seconds))
        lines.append(f"{name:<22}{len(seconds):>8}{cells}")
    memory = ", ".join(f"{value:.0f} MB {moment}" for moment, value in outcome.megabytes.items())
    lines += [
        f"server: {memory}; restarted in {outcome.restarted_in:.1f} s",
        f"votes confirmed before the kill: {outcome.confirmed}; lost: {outcome.lost}; miscounted: {outcome.miscounted}",
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument(
        "--phones", type=int, default=MOST_PHONES, choices=range(10, MOST_PHONES + 1), metavar="10-300"
    )
    phones = parser.parse_args(arguments).phones
    with built_store() as store:
        os.environ["NARABE_STORE"] = str(store)
        outcome = asyncio.run(Load(store, phones).run())
    print(said(outcome))
    if not outcome.holds:
        print(f"not reached: no confirmed vote lost, reveal on every phone within {AIM:g} s", file=sys.stderr)
    return 0 if outcome.holds else 1


if __name__ == "__main__":
    sys.exit(main())
