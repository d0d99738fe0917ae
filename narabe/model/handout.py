"""One page to take away: what the screen shows of a view, for paper and slides."""

from dataclasses import dataclass
from typing import Any

from narabe.model.findings import Finding
from narabe.model.source import Source
from narabe.model.table import Table
from narabe.model.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A chart with the same numbers as a table, or a table alone.

    `chart` is the very Vega-Lite specification the screen draws, `alt` the chart in words.
    """

    table: Table
    chart: dict[str, Any] | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Handout:
    """A view in one language. `name` is the file name stem (ASCII); `address` opens the same view.

    `notes` are the page's own, the most important first; those of a table stay with the table.
    """

    name: str
    lang: Lang
    question: Text
    answer: Text
    exhibits: tuple[Exhibit, ...]
    findings: tuple[Finding, ...]
    notes: tuple[Text, ...]
    address: str
    build_id: str

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of what is shown, once."""
        return tuple(dict.fromkeys(source for e in self.exhibits for source in e.table.sources))

    @property
    def charts(self) -> tuple[Exhibit, ...]:
        return tuple(exhibit for exhibit in self.exhibits if exhibit.chart is not None)
