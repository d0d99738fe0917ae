"""What a person's file becomes: the input tables of a data package, and what is wrong with it."""

from dataclasses import dataclass

from narabe.model.intake import Fault, Severity
from narabe.sources import CheckedTable


@dataclass(frozen=True, slots=True)
class Converted:
    """Tables as a package holds them (without `document_id`), with every fault; `rows` counts data rows read.

    With an error among the faults the tables are not to be used.
    """

    tables: tuple[CheckedTable, ...]
    faults: tuple[Fault, ...]
    rows: int
    columns: int

    @property
    def refused(self) -> bool:
        """Whether any fault is an error."""
        return any(fault.severity is Severity.ERROR for fault in self.faults)
