"""Everything found in a file, kept to a length a person can read."""

from collections.abc import Iterable

from narabe.model.intake import Fault, Refused, Severity
from narabe.model.text import EMPTY, Text
from narabe.words import intake_problems as say

MOST, MOST_OF_A_KIND = 1000, 100
LONGEST_VALUE = 60


class Faults:
    """Collects faults: of each kind at most 100 are listed, 1,000 in all; one line counts the rest of a kind.

    Faults of one severity with the same message are of one kind, unless `kind` says otherwise.
    """

    def __init__(self, found: Iterable[Fault] = ()) -> None:
        self._listed: dict[tuple[Severity, str], list[Fault]] = {}
        self._beyond: dict[tuple[Severity, str], int] = {}
        self.extend(found)

    def add(
        self,
        severity: Severity,
        message: Text,
        advice: Text = EMPTY,
        *,
        sheet: str = "",
        row: int | None = None,
        column: str = "",
        value: object = "",
        leaves_out: tuple[str, ...] | None = None,
        kind: str = "",
        count: int = 1,
    ) -> None:
        """Note a fault. `count` is how many places it stands for: those beyond the first are counted, not listed."""
        fault = Fault(severity, message, advice, sheet, row, column, shown(value), leaves_out)
        self._add(fault, kind or message.ja, count)

    def error(self, message: Text, advice: Text = EMPTY, **place: object) -> None:
        """`add` with severity error: the file is refused."""
        self.add(Severity.ERROR, message, advice, **place)  # type: ignore[arg-type]

    def warning(self, message: Text, advice: Text = EMPTY, **place: object) -> None:
        """`add` with severity warning."""
        self.add(Severity.WARNING, message, advice, **place)  # type: ignore[arg-type]

    def note(self, message: Text, advice: Text = EMPTY, **place: object) -> None:
        """`add` with severity note."""
        self.add(Severity.NOTE, message, advice, **place)  # type: ignore[arg-type]

    def extend(self, found: Iterable[Fault]) -> None:
        """Take over faults that were found elsewhere."""
        for fault in found:
            self._add(fault, fault.message.ja, 1)

    @property
    def refused(self) -> bool:
        """Is there an error among them?"""
        return any(severity is Severity.ERROR for severity, _ in self._listed)

    def listed(self) -> tuple[Fault, ...]:
        """Errors, warnings, notes; each kind in the order found, closed by one line where more were counted."""
        listed: list[Fault] = []
        for severity in Severity:
            for key, faults in self._listed.items():
                if key[0] is severity:
                    listed += faults
                    listed += [_others(faults[0], beyond)] if (beyond := self._beyond[key]) else []
        if len(listed) <= MOST:
            return tuple(listed)
        rest = listed[MOST - 1 :]
        return (*listed[: MOST - 1], Fault(rest[0].severity, say.not_listed(len(rest))))

    def raise_errors(self) -> None:
        """Errors: Refused with everything listed, when an error is among them."""
        if self.refused:
            raise Refused(self.listed())

    def _add(self, fault: Fault, kind: str, count: int) -> None:
        key = (fault.severity, kind)
        of_kind = self._listed.setdefault(key, [])
        self._beyond.setdefault(key, 0)
        if len(of_kind) < MOST_OF_A_KIND:
            of_kind.append(fault)
            count -= 1
        self._beyond[key] += count


def refusal(message: Text, advice: Text = EMPTY, **place: object) -> Refused:
    """One error that ends the reading."""
    faults = Faults()
    faults.error(message, advice, **place)
    return Refused(faults.listed())


def shown(value: object) -> str:
    """A value on one line, shortened, without characters that cannot be shown."""
    text = "" if value is None else str(value)[: LONGEST_VALUE * 4]
    text = "".join(
        letter if letter.isprintable() else "�" if letter not in "\r\n\t" else " " for letter in text
    )
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def _others(first: Fault, count: int) -> Fault:
    return Fault(first.severity, say.and_others(first.message, count), first.advice, first.sheet)
