"""Problems of one kind told as one: what is wrong, how often, and where first."""

from collections.abc import Sequence
from dataclasses import dataclass

from narabe.model.intake import Fault
from narabe.model.text import EMPTY, Text
from narabe.words.intake_page_sentences import place

MOST_COLUMNS = 3
"""A problem of more columns is one kind over all of them."""
FIRST_PLACES = 3
PLACE = frozenset({"sheet", "column", "value"})


@dataclass(frozen=True, slots=True)
class FaultKind:
    """Faults with the same message; of the same column, unless it meets many columns."""

    faults: tuple[Fault, ...]

    @property
    def message(self) -> Text:
        return self.faults[0].message

    @property
    def advice(self) -> Text:
        return self.faults[0].advice

    @property
    def count(self) -> Text:
        """`12か所`; nothing for a single place."""
        found = len(self.faults)
        return Text(f"{found:,}か所", f"{found:,} places") if found > 1 else EMPTY

    @property
    def places(self) -> Text:
        """What all share, then the first places: `列「年代」・2行目、5行目、9行目 ほか9か所`."""
        first = self.faults[0]
        if len(self.faults) == 1:
            return place(first)
        same = {name for name in PLACE if len({getattr(fault, name) for fault in self.faults}) == 1}
        shared = _at(first, same, None)
        apart = [_at(fault, PLACE - same, fault.row) for fault in self.faults[:FIRST_PLACES]]
        told = [each for each in apart if each.ja]
        if not told:
            return shared
        listed = Text("、".join(each.ja for each in told), "; ".join(each.en for each in told))
        more = len(self.faults) - len(told)
        rest = Text(f" ほか{more:,}か所", f" and {more:,} more") if more else EMPTY
        head = Text(f"{shared.ja}・", f"{shared.en}: ") if shared.ja else EMPTY
        return Text(head.ja + listed.ja + rest.ja, head.en + listed.en + rest.en)


def _at(fault: Fault, named: frozenset[str] | set[str], row: int | None) -> Text:
    """Some of the place of a fault."""
    sheet, column, value = (
        getattr(fault, name) if name in named else "" for name in ("sheet", "column", "value")
    )
    return place(Fault(fault.severity, EMPTY, EMPTY, sheet, row, column, value))


def kinds(found: Sequence[Fault]) -> tuple[FaultKind, ...]:
    """The faults by kind, each kind where its first fault stands."""
    by_message: dict[tuple, dict[tuple[str, str], list[Fault]]] = {}
    for fault in found:
        columns = by_message.setdefault((fault.severity, fault.message, fault.advice), {})
        columns.setdefault((fault.sheet, fault.column), []).append(fault)
    told: list[FaultKind] = []
    for columns in by_message.values():
        if len(columns) <= MOST_COLUMNS:
            told += [FaultKind(tuple(faults)) for faults in columns.values()]
        else:
            told.append(FaultKind(tuple(fault for faults in columns.values() for fault in faults)))
    return tuple(told)
