"""What the peers page shows: indicators of other cities, and which of them stand beside Koriyama's."""

from dataclasses import dataclass

from narabe.model.metrics import WHOLE, Metric, Observation
from narabe.model.months import standing
from narabe.model.source import Source, unique
from narabe.model.status import Verdict
from narabe.model.text import Text

OWN = "koriyama"
PEERS = ("morioka", "shirakawa", "nation")
"""Those set beside Koriyama, in the order shown; the nation stands with the cities."""


@dataclass(frozen=True, slots=True)
class Side:
    """One city's half of a pair."""

    city: str
    metric: Metric

    @property
    def now(self) -> Observation | None:
        """The newest known state of the whole that is no target and no outlook."""
        known = [o for o in self._whole if o.role in ("baseline", "observed")]
        found = standing(known, self.metric.kind)
        return found[-1] if found else None

    @property
    def target(self) -> Observation | None:
        """The newest known target."""
        known = [o for o in self._whole if o.role == "target"]
        return max(known, key=lambda o: o.end) if known else None

    @property
    def shown(self) -> tuple[Observation, ...]:
        """The state, then the target, as far as they are known."""
        return tuple(o for o in (self.now, self.target) if o is not None)

    @property
    def held(self) -> Observation | None:
        """What stands against the other city: the state, or the target where no state is known."""
        return next(iter(self.shown), None)

    @property
    def _whole(self) -> tuple[Observation, ...]:
        return tuple(o for o in self.metric.known if o.segment.segment_id == WHOLE.segment_id)


@dataclass(frozen=True, slots=True)
class Pair:
    """An indicator of Koriyama and one a reader may hold against it, with the verdict on that."""

    own: Side
    peer: Side
    verdict: Verdict
    reason: Text

    @property
    def drawn(self) -> bool:
        """Whether both may stand on one axis."""
        return self.verdict in (Verdict.SAME, Verdict.CAUTION)

    @property
    def result_against_target(self) -> bool:
        """Whether Koriyama has a result and the other city no more than a target."""
        return self.own.now is not None and self.peer.now is None and self.peer.target is not None

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.own, self.peer

    @property
    def in_time(self) -> tuple[Side, ...]:
        """Both halves, the older first: an order that says nothing of who is ahead. Those without a value are left out."""
        known = [(side.held.end, side) for side in self.sides if side.held is not None]
        return tuple(side for _, side in sorted(known, key=lambda dated: dated[0]))

    @property
    def months_apart(self) -> int:
        """Calendar months between the two values; 0 where one of them is not known."""
        ends = [side.held.end for side in self.sides if side.held is not None]
        if len(ends) < 2:
            return 0
        return abs(12 * (ends[1].year - ends[0].year) + ends[1].month - ends[0].month)


@dataclass(frozen=True, slots=True)
class Peers:
    """Pairs in the order of the judgements, indicators without a counterpart, and one sentence.

    `cards` is the series of My Number cards, or None where its city is not asked for.
    """

    pairs: tuple[Pair, ...]
    alone: tuple[Side, ...]
    cards: Side | None
    sentence: Text
    notes: tuple[Text, ...]
    build_id: str

    @property
    def beside(self) -> tuple[Pair, ...]:
        """Pairs that may stand on one axis."""
        return tuple(pair for pair in self.pairs if pair.drawn)

    @property
    def apart(self) -> dict[str, tuple[Pair, ...]]:
        """Pairs that may not, by the city set beside Koriyama."""
        return {
            city: pairs
            for city in PEERS
            if (pairs := tuple(p for p in self.pairs if not p.drawn and p.peer.city == city))
        }

    @property
    def sides(self) -> tuple[Side, ...]:
        """Every half of a pair and every indicator alone, as often as it stands there."""
        return (*(side for pair in self.pairs for side in pair.sides), *self.alone)

    @property
    def sources(self) -> tuple[Source, ...]:
        return unique([source for side in self.sides for source in side.metric.sources])

    @property
    def discrepancies(self) -> tuple[str, ...]:
        """Register entries about what is drawn or stands in the table of cards."""
        drawn = [side for pair in self.beside for side in pair.sides] + ([self.cards] if self.cards else [])
        return tuple(sorted({name for side in drawn for name in side.metric.discrepancies}))
