"""What the sources page shows."""

from dataclasses import dataclass
from datetime import datetime

from narabe.model.status import BaseStatus, Origin, Status, Verdict
from narabe.model.text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class Document:
    """A source document and how many figures it gives; of an imported file `publisher` is the department,
    `published` the day it was taken in.
    """

    document_id: str
    title: Text
    publisher: Text
    published: str
    url: str | None
    figures: int
    origin: Origin = Origin.PUBLISHED


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure from document to screen.

    `path` is the file it was transcribed to, `derived_by` the query that made it from others,
    `address` the page (with its parameters) that shows it; `option` is the option of a survey, which `subject` ends with,
    `wave` the survey it is of.
    """

    figure_id: str
    kind: str
    subject: Text
    group: Text
    period: Text
    value: float | None
    low: float | None
    high: float | None
    numerator: float | None
    denominator: float | None
    unit: Text
    base: int | None
    base_status: BaseStatus | None
    status: Status
    document: Text
    section: Text
    path: str
    derived_by: str | None
    address: str | None
    origin: Origin = Origin.PUBLISHED
    option: Text = EMPTY
    wave: Text = EMPTY

    @property
    def question(self) -> Text:
        """What was asked; empty for what is no answer to a question."""
        if not self.option.ja:
            return EMPTY
        ja, en = self.subject.ja.removesuffix(self.option.ja), self.subject.en.removesuffix(self.option.en)
        return Text(ja.rstrip("："), en.rstrip(": "))


@dataclass(frozen=True, slots=True)
class InputTable:
    """A table of a data package; `sha256` of its bytes."""

    path: str
    title: Text
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one place of one document says."""

    says: Text
    document: Text
    section: Text


@dataclass(frozen=True, slots=True)
class Reply:
    """What the responsible department says to a discrepancy, in the words it was written in.

    `department` and `written_at` (UTC) are None for a reply that stands in the register's own file.
    """

    says: Text
    department: str | None = None
    written_at: datetime | None = None
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two claims, or a claim and its arithmetic, that do not meet; `status` is open|explained|noted.

    `internal` entries are for the city's own eyes.
    """

    discrepancy_id: str
    topic: str
    title: Text
    first: Claim
    second: Claim | None
    arithmetic: Text
    handling: Text
    status: str
    reply: Reply | None = None
    internal: bool = False

    @property
    def for_the_city_only(self) -> bool:
        """Whether the entry or its reply is internal."""
        return self.internal or (self.reply is not None and self.reply.internal)


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """Comparability of one concept between two waves."""

    concept: Text
    earlier: Text
    later: Text
    verdict: Verdict
    reason: Text


@dataclass(frozen=True, slots=True)
class Omission:
    """Numbers of a text that are not carried over; `why` is of the closed list in `words.labels.OMISSION`."""

    what: Text
    why: str
    document: Text
    section: Text


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A consistency check and its violations in this version."""

    check_id: str
    purpose: Text
    violations: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Everything the sources page lays open."""

    documents: tuple[Document, ...]
    tables: tuple[InputTable, ...]
    figures: tuple[FigureLine, ...]
    discrepancies: tuple[Discrepancy, ...]
    verdicts: tuple[PairVerdict, ...]
    checks: tuple[CheckLine, ...]
    omissions: tuple[Omission, ...]
    sentence: Text
    build_id: str
