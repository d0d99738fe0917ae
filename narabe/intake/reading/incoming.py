"""What every reader of a file answers."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from narabe.intake.faults import Faults, refusal
from narabe.intake.reading.code_sheets import Coded
from narabe.intake.reading.damaged import damaged
from narabe.intake.reading.headers import letter
from narabe.model.intake import Detection, Fault, Progress, Raw, ReadOptions, Sheet, quietly
from narabe.settings import Limits
from narabe.words import intake_problems as say

MOST_CELLS_OF_GRID = 10_000_000


@dataclass
class Incoming(ABC):
    """A file opened: its shape is known, its content is read on demand. Errors everywhere: Refused."""

    path: Path
    file_name: str
    options: ReadOptions
    limits: Limits
    detection: Detection
    found: Faults = field(default_factory=Faults, kw_only=True)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Warnings and notes so far: about the file, and of what `sheets` and `bulk` met."""
        return self.found.listed()

    @property
    def chosen_sheet(self) -> str:
        """The name of the sheet that `bulk` reads; "" for a file without sheets."""
        return ""

    @property
    def codes(self) -> tuple[Coded, ...]:
        """What another sheet says of the codes in the chosen one, where there is such a sheet."""
        return ()

    def sheets(self, rows: int | None = None) -> tuple[Sheet, ...]:
        """The cells as they lie, of each sheet at most the first `rows` rows.

        Errors: Refused for more than ten million cells, which would not fit in memory; `bulk` takes more. Also for
        damaged characters, where every row is asked for.
        """
        found = self._grid(rows)
        if rows is None:
            self._refuse_damaged(found)
        return found

    @abstractmethod
    def _grid(self, rows: int | None) -> tuple[Sheet, ...]:
        """What `sheets` gives, unchecked."""

    def _refuse_damaged(self, sheets: tuple[Sheet, ...]) -> None:
        """Errors: Refused for cells with damaged characters, in sheets that can be seen."""
        for sheet in sheets:
            for row, cells in enumerate(() if sheet.hidden else sheet.rows, start=1):
                for place, cell in enumerate(cells, start=1):
                    if isinstance(cell, str) and damaged(cell):
                        self.found.error(
                            say.DAMAGED,
                            say.MEND_DAMAGED,
                            sheet=sheet.name,
                            row=row,
                            column=letter(place),
                            value=cell,
                        )
        self.found.raise_errors()

    @abstractmethod
    def bulk(self, connection: duckdb.DuckDBPyConnection, progress: Progress = quietly) -> Raw:
        """The whole table of the chosen sheet, else of the largest visible one, as text in `raw` of the workbench."""


def within(cells: int) -> None:
    """Errors: Refused where a grid would hold too many cells."""
    if cells > MOST_CELLS_OF_GRID:
        raise refusal(say.too_many_cells_at_once(MOST_CELLS_OF_GRID), say.SPLIT)
