"""What a department writes on an indicator or on an entry of the discrepancy register."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RemarkKind(StrEnum):
    """A comment on a figure, what is done next, or the reply to a discrepancy."""

    COMMENT = "comment"
    NEXT_STEP = "next_step"
    REPLY = "reply"


KINDS_OF = {
    "kpi": (RemarkKind.COMMENT, RemarkKind.NEXT_STEP),
    "register": (RemarkKind.REPLY,),
}
"""What may be written on which subject, by the part of its name before the colon."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who took a remark back, and when (UTC). The remark itself stays in the ledger."""

    author: str
    withdrawn_at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """A remark before it is stored. `subject` is `kpi:<metric_id>` or `register:<discrepancy_id>`.

    `internal` remarks are shown only where the settings say so.
    """

    subject: str
    kind: RemarkKind
    body: str
    department: str
    author: str
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A stored remark. `remark_id` grows with each; `written_at` is UTC. Its words are of one language, as written."""

    remark_id: int
    subject: str
    kind: RemarkKind
    body: str
    department: str
    author: str
    internal: bool
    written_at: datetime
    withdrawal: Withdrawal | None = None


Latest = Mapping[tuple[str, RemarkKind], Remark]
"""The newest remark that stands, by subject and kind; a key without one is missing."""


def kinds_of(subject: str) -> tuple[RemarkKind, ...]:
    """What may be written on this subject; nothing for a subject of another form."""
    return KINDS_OF.get(subject.partition(":")[0], ())
