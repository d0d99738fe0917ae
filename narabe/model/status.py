"""The closed vocabularies of a figure and of a judgement."""

from enum import StrEnum


class Status(StrEnum):
    """How a figure is known (DESIGN, "The figures")."""

    PRINTED = "printed"
    RECOVERED = "recovered"
    BOUNDED = "bounded"
    RANK = "rank"
    COMPUTED = "computed"
    NOT_CAPTURED = "not_captured"
    NOT_PUBLISHED = "not_published"


class Origin(StrEnum):
    """Where a figure comes from: a document, a file of the city, an invented example, a room that voted."""

    PUBLISHED = "published"
    IMPORTED = "imported"
    FICTIONAL = "fictional"
    ROOM = "room"


class BaseStatus(StrEnum):
    """Whether the document prints the base of this question or we infer it."""

    PRINTED = "printed"
    INFERRED = "inferred"


class Verdict(StrEnum):
    """May the same question be compared between two waves?"""

    SAME = "same"
    CAUTION = "caution"
    NO = "no"
    NOT_ASKED = "not_asked"


class MetricKind(StrEnum):
    """What adds up over time (flow), stands at a date (stock), or does neither."""

    FLOW = "flow"
    STOCK = "stock"
    AVERAGE = "average"
    RATIO = "ratio"


class PaceState(StrEnum):
    """Where an indicator stands against its target."""

    REACHED = "reached"
    ON_COURSE_YEARLY = "on_course_yearly"
    AHEAD = "ahead"
    BEHIND = "behind"
    UNDECIDABLE = "undecidable"
    NOT_CAPTURED = "not_captured"
