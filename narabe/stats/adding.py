"""What figures come to together, and when they come to nothing.

Only counts of one thing are summed, over parts and times that do not overlap; a ratio is the sum of its numerators by
the sum of its denominators; averages, ranks and states of different days have no total.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import fsum

from narabe.model.explore import NoTotal, Total


@dataclass(frozen=True, slots=True)
class Addend:
    """A figure as a summand. `thing` is a metric, a question of a wave, or its people; `role` what the figure says of it.

    `adds`: flow, stock, average, ratio (metrics), single, several (answers of a question), people, or no.
    `item` is the option; `part` the group or segment, parts of one `dimension` do not overlap; `months` is None for a state.
    """

    thing: str
    role: str
    adds: str
    value: float | None
    part: str = "all"
    dimension: str = "all"
    part_of: str | None = None
    is_whole: bool = True
    item: str | None = None
    is_net: bool = False
    start: date | None = None
    end: date | None = None
    months: int | None = None
    numerator: float | None = None
    denominator: float | None = None
    share: bool = False


def total(addends: Sequence[Addend]) -> Total | NoTotal | None:
    """The total, why there is none, or None where there is nothing to add."""
    if len(addends) < 2:
        return None
    if len({each.thing for each in addends}) > 1:
        return NoTotal.SEVERAL_THINGS
    if len({each.role for each in addends}) > 1:
        return NoTotal.SEVERAL_ROLES
    if any(each.value is None for each in addends):
        return NoTotal.UNKNOWN
    if not _parts_apart(addends):
        return NoTotal.PARTS
    return RULES[addends[0].adds](addends)


def _flow(addends: Sequence[Addend]) -> Total | NoTotal:
    return _sum(addends) if _times_apart(addends) else NoTotal.TIMES


def _stock(addends: Sequence[Addend]) -> Total | NoTotal:
    if len({(each.start, each.end) for each in addends}) > 1:
        return NoTotal.STATES
    return _sum(addends) if _once_each(addends) else NoTotal.TIMES


def _ratio(addends: Sequence[Addend]) -> Total | NoTotal:
    if any(each.numerator is None or not each.denominator for each in addends):
        return NoTotal.NO_COUNTS
    if any(each.months is None for each in addends) and len({(each.start, each.end) for each in addends}) > 1:
        return NoTotal.STATES
    if not _times_apart(addends):
        return NoTotal.TIMES
    if _one_whole(addends):
        return NoTotal.ONE_WHOLE
    return _quotient(addends, [each.denominator or 0.0 for each in addends])


def _answers(addends: Sequence[Addend]) -> Total | NoTotal:
    several_items = len({each.item for each in addends}) > 1
    if several_items and addends[0].adds == "several":
        return NoTotal.SEVERAL_ANSWERS
    if several_items and any(each.is_net for each in addends):
        return NoTotal.NETS
    if len({(each.item, each.part) for each in addends}) < len(addends):
        return NoTotal.TIMES
    if not addends[0].share:
        return _sum(addends)
    if any(each.numerator is None or not each.denominator for each in addends):
        return NoTotal.NO_COUNTS
    bases: dict[str, set[float]] = {}
    items: dict[str, set[str | None]] = {}
    for each in addends:
        bases.setdefault(each.part, set()).add(each.denominator or 0.0)
        items.setdefault(each.part, set()).add(each.item)
    if any(found != items[addends[0].part] for found in items.values()):
        return NoTotal.RAGGED
    if any(len(found) > 1 for found in bases.values()):
        return NoTotal.NO_COUNTS
    return _quotient(addends, [base for found in bases.values() for base in found])


def _people(addends: Sequence[Addend]) -> Total | NoTotal:
    return _sum(addends) if _once_each(addends) else NoTotal.TIMES


RULES: dict[str, Callable[[Sequence[Addend]], Total | NoTotal]] = {
    "flow": _flow,
    "stock": _stock,
    "ratio": _ratio,
    "single": _answers,
    "several": _answers,
    "people": _people,
    "average": lambda _: NoTotal.AVERAGE,
    "no": lambda _: NoTotal.ORDER,
}


def _sum(addends: Sequence[Addend]) -> Total:
    return Total(fsum(each.value or 0.0 for each in addends), len(addends))


def _quotient(addends: Sequence[Addend], denominators: Sequence[float]) -> Total:
    numerator, denominator = fsum(each.numerator or 0.0 for each in addends), fsum(denominators)
    return Total(100 * numerator / denominator, len(addends), numerator, denominator)


def _parts_apart(addends: Sequence[Addend]) -> bool:
    """One part, or several of one dimension of which none holds another."""
    parts = {each.part for each in addends}
    if len(parts) == 1:
        return True
    holding = any(each.is_whole or each.part_of in parts for each in addends)
    return not holding and len({each.dimension for each in addends}) == 1


def _one_whole(addends: Sequence[Addend]) -> bool:
    """Whether the parts of some period have one denominator, as shares of one whole would."""
    periods: dict[tuple[date | None, date | None], list[Addend]] = {}
    for each in addends:
        periods.setdefault((each.start, each.end), []).append(each)
    return any(
        len(found) > 1 and len({each.denominator for each in found}) == 1 for found in periods.values()
    )


def _once_each(addends: Sequence[Addend]) -> bool:
    return len({each.part for each in addends}) == len(addends)


def _times_apart(addends: Sequence[Addend]) -> bool:
    """Whether the periods of each part are known and do not overlap."""
    spans: dict[str, list[tuple[date, date]]] = {}
    for each in addends:
        if each.start is None or each.end is None:
            return False
        spans.setdefault(each.part, []).append((each.start, each.end))
    return all(
        earlier[1] < later[0] for found in spans.values() for earlier, later in pairwise(sorted(found))
    )
