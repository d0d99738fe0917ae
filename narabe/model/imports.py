"""An import: what it will change, what it did, and whether it counts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from narabe.model.answers_plan import AnswersPlan
from narabe.model.figures_plan import FiguresPlan
from narabe.model.intake import Detection, Fault, Kind
from narabe.model.status import Origin
from narabe.model.text import EMPTY, Text

Plan = AnswersPlan | FiguresPlan


def origin_of(kind: Kind, fictional: bool) -> Origin:
    """Where the figures of an import come from."""
    if kind is Kind.ROOM:
        return Origin.ROOM
    return Origin.FICTIONAL if fictional else Origin.IMPORTED


class Effect(StrEnum):
    """What an import does to one figure."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One figure: `before` is the active imported value it replaces, `published` what a document states of the same.

    REMOVED is a figure of an earlier import that this one replaces without stating it anew.

    Values are in `unit`; percentages 0–100. `derived`: computed here from figures of the import.
    """

    effect: Effect
    subject: Text
    group: Text
    period: Text
    unit: Text
    after: float | None
    before: float | None = None
    published: float | None = None
    derived: bool = False

    @property
    def apart(self) -> float | None:
        """Imported minus published; None where either is not known."""
        if self.after is None or self.published is None:
            return None
        return self.after - self.published


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a file holds: rows read, columns, and what becomes of figures; `computed` of those added are sums and
    the like, which do not stand in the file."""

    rows: int
    columns: int
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    computed: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One of the 30 rules on a file: `kept` is None where it does not apply or the file alone cannot show it.

    `found` says what breaks it, where, and what to do; with None, what would satisfy it. `places` are addresses
    (`B3`, `5:5` a row, `C:C` a column, `Sheet!B3` where there are several sheets), the first twenty.
    """

    rule_id: str
    kept: bool | None
    asks: Text
    found: Text | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Readability:
    """The file against the 30 rules; `scores` are (level, 0–100) for L1, L2, L3.

    `judged_rows` is how many rows of the longest sheets were looked at; None where all were.
    """

    rules: tuple[Rule, ...]
    scores: tuple[tuple[str, int], ...]
    judged_rows: int | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """A received file: what it is, and how it lies. `earlier` names an active import of the same bytes."""

    draft_id: str
    file_name: str
    sha256: str
    size: int
    detection: Detection
    kind: Kind
    sheet: str
    header_row: int
    sample: tuple[tuple[str, ...], ...]
    readability: Readability
    faults: tuple[Fault, ...] = ()
    earlier: str | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What committing would do. Nothing is committed while any fault is an error."""

    draft_id: str
    plan: Plan
    counts: Counts
    changes: tuple[Change, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Signer:
    """Who imports, and for which department."""

    department: str
    author: str


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """One line of the ledger. `at` is UTC. `history` lists undo and redo as (act, who, when)."""

    import_id: str
    dataset: str
    kind: Kind
    fictional: bool
    file_name: str
    sha256: str
    size: int
    signer: Signer
    at: datetime
    counts: Counts
    active: bool
    history: tuple[tuple[str, str, datetime], ...] = ()

    @property
    def origin(self) -> Origin:
        return origin_of(self.kind, self.fictional)


@dataclass(frozen=True, slots=True)
class Typed:
    """A value entered by hand: `raw` as typed, None where the field was left empty.

    `label` and `unit` are what the field shows, for messages and to check a unit typed with the number.
    """

    metric_id: str
    segment: str
    start: date
    end: date
    months: int | None
    raw: str | None
    label: Text = EMPTY
    unit: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Receipt:
    """A commit that was made: the version it serves from."""

    import_id: str
    version_id: str
    counts: Counts
    faults: tuple[Fault, ...] = ()
