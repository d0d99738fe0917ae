"""One cohort of a question asked in several surveys: a column of crossed answers, or what a published wave tells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from narabe.analyses.rows import Row, text
from narabe.analyses.shares import share
from narabe.model.comparison import Cohort, Share
from narabe.model.crosstab import Cell, Column, CrossTab, CrossTable
from narabe.model.rounding import share_percent
from narabe.model.source import Source
from narabe.model.status import BaseStatus, Status
from narabe.model.text import Text
from narabe.words import crossed_waves_sentences as say

DIGITS = 10
"""Kept of a percentage: enough for every rounding, and 28.25 stays 28.25."""


@dataclass(frozen=True, slots=True)
class WaveColumn:
    """A cohort with its share of each option, in codebook order. `weight` names the weights of its shares."""

    cohort: Cohort
    labels: Mapping[str, Text]
    shares: Mapping[str, Share]
    weight: str | None = None
    effective_base: float | None = None

    @property
    def told(self) -> bool:
        return any(share.told for share in self.shares.values())

    @property
    def known(self) -> bool:
        """Is any share known as a number?"""
        return any(share.known for share in self.shares.values())

    @property
    def by_rank(self) -> "WaveColumn":
        """The ranks alone: nothing of a share is left that could be compared."""
        ranked = {
            option: Share(
                status=Status.RANK,
                rank=share.rank,
                base=share.base,
                base_status=share.base_status,
                source=share.source,
                discrepancies=share.discrepancies,
            )
            for option, share in self.shares.items()
            if share.rank is not None
        }
        return replace(self, shares=ranked, weight=None, effective_base=None)


def published_column(cohort: Cohort, figures: Iterable[Row], small_base: int) -> WaveColumn:
    """What the figures tell of a group of a wave."""
    labels: dict[str, Text] = {}
    measures: dict[str, dict[str, Row]] = {}
    for row in figures:
        if (row["wave_id"], row["group_id"]) == (cohort.wave_id, cohort.group_id):
            labels[row["option_id"]] = text(row, "option")
            measures.setdefault(row["option_id"], {})[row["measure"]] = row
    shares = {option: share(told, small_base) for option, told in measures.items()}
    return WaveColumn(cohort, labels, shares)


def crossed_column(
    cohort: Cohort, told: CrossTab, table: CrossTable, place: int, source: Source | None
) -> WaveColumn:
    """A column of a cross-tabulation, masked as there. Why an answer is missing is no option."""
    column = table.columns[place]
    lines = [
        (line, cells[place]) for line, cells in zip(table.rows, table.cells, strict=True) if not line.missing
    ]
    ranks = _ranks([(line.row_id, cell) for line, cell in lines if not line.net])
    shares = {line.row_id: _share(cell, column, told, ranks.get(line.row_id), source) for line, cell in lines}
    based = replace(
        cohort,
        base=column.unweighted_base,
        base_status=BaseStatus.PRINTED if column.unweighted_base else None,
    )
    labels = {line.row_id: line.label for line, _ in lines}
    effective = column.effective_base if told.weight else None
    return WaveColumn(based, labels, shares, told.weight, effective)


def _share(cell: Cell, column: Column, told: CrossTab, rank: int | None, source: Source | None) -> Share:
    if column.suppressed or cell.suppressed:
        return Share(status=Status.NOT_PUBLISHED, note=say.MASKED, source=source)
    if cell.column_share is None:
        return Share()
    return Share(
        status=Status.COMPUTED,
        value=share_percent(cell.column_share, DIGITS),
        count=None if told.weight else cell.unweighted_count,
        base=column.unweighted_base,
        base_status=BaseStatus.PRINTED,
        low=_percent(cell.low),
        high=_percent(cell.high),
        rank=rank,
        small=column.small,
        source=source,
        effective_base=column.effective_base if told.weight else None,
    )


def _ranks(cells: Sequence[tuple[str, Cell]]) -> dict[str, int]:
    """The largest share is first, equal shares rank equal; none where any is masked or there is no base."""
    shares = {option: cell.column_share for option, cell in cells if not cell.suppressed}
    known = {option: share for option, share in shares.items() if share is not None}
    if len(known) < len(cells):
        return {}
    return {option: 1 + sum(other > share for other in known.values()) for option, share in known.items()}


def _percent(fraction: float | None) -> float | None:
    return None if fraction is None else 100 * fraction
