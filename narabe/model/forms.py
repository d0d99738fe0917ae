"""Forms in which a department writes a month's figures."""

from dataclasses import dataclass
from datetime import date

from narabe.model.figures_plan import Period
from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class FormRow:
    """A figure to enter, with what is known of the month before and of the same month a year ago (None: nothing).

    `period` is what the figure covers: the month itself, the fiscal year it lies in, or its last day.
    """

    metric_id: str
    segment: str
    label: Text
    unit: Text
    period: Period
    last_month: float | None
    last_year: float | None

    @property
    def key(self) -> tuple[str, str]:
        return self.metric_id, self.segment


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A form for one month, given by its first day."""

    form_id: str
    title: Text
    month: date
    rows: tuple[FormRow, ...]
