"""One question by itself (単純集計): a bar per option."""

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look
from narabe.model.crosstab import CrossTab
from narabe.model.rounding import share_percent
from narabe.model.text import Lang
from narabe.tables.crosstab import title

SCALE = Scale(0, 104, (0, 50, 100), ("0%", "50%", "100%"))


def options(told: CrossTab, look: Look) -> Spec:
    """Everybody's shares, zero-based, with the number of people of each option."""
    lines = Lines()
    for label, share in zip(_labels(told, look.lang), _shares(told), strict=True):
        lines.bar(label, look.palette.main, share)
    return drawn(lines, SCALE, look)


def options_alt(told: CrossTab, lang: Lang) -> str:
    """The chart in words."""
    return f"{title(told).in_(lang)} {'; '.join(_labels(told, lang))}"


def _labels(told: CrossTab, lang: Lang) -> list[str]:
    """`知っている 43.8%（143）`."""
    (table, *_) = told.tables
    found = []
    for row, (cell, *_others) in zip(table.rows, table.cells, strict=True):
        if cell.suppressed or cell.column_share is None:
            found.append(f"{row.label.in_(lang)} *")
            continue
        people = f"（{cell.unweighted_count:,}）" if lang == "ja" else f" ({cell.unweighted_count:,})"
        found.append(f"{row.label.in_(lang)} {share_percent(cell.column_share):.1f}%{people}")
    return found


def _shares(told: CrossTab) -> list[float | None]:
    (table, *_) = told.tables
    return [None if c[0].column_share is None else share_percent(c[0].column_share) for c in table.cells]
