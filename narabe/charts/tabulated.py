"""One question by itself (単純集計): a bar per option."""

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look, text_width
from narabe.charts.wrapping import within
from narabe.model.crosstab import Cell, CrossTab
from narabe.model.rounding import share_percent
from narabe.model.status import Origin
from narabe.model.text import Lang
from narabe.words.crosstab_file_sentences import MASK
from narabe.words.crosstab_finding_sentences import FICTIONAL_LINE

SCALE = Scale(0, 150, (0, 50, 100), ("0%", "50%", "100%"))
"""The same for every question: figures fit behind the longest bar."""
GAP = 16
"""Pixels between a bar, its label and the edge."""


def options(told: CrossTab, look: Look) -> Spec:
    """Everybody's shares, zero-based, with the number of people of each option."""
    lines = Lines()
    if told.origin is Origin.FICTIONAL:
        lines.title(FICTIONAL_LINE.in_(look.lang))
    for row, (cell, *_others) in zip(told.tables[0].rows, told.tables[0].cells, strict=True):
        label, figure = row.label.in_(look.lang), _figure(cell, look.lang)
        share = None if cell.column_share is None else share_percent(cell.column_share)
        free = look.narrowest * (1 - (share or 0.0) / SCALE.right) - GAP
        if text_width(f"{label} {figure}", look.size) <= free:
            lines.bar(f"{label} {figure}", look.palette.main, share)
            continue
        for line in within(label, look.lang, look.narrowest - look.size, look.size):
            lines.words(line)
        lines.bar(figure, look.palette.main, share)
    return drawn(lines, SCALE, look)


def options_alt(told: CrossTab, lang: Lang) -> str:
    """The chart in words."""
    each = [
        f"{row.label.in_(lang)} {_figure(cell, lang)}"
        for row, (cell, *_others) in zip(told.tables[0].rows, told.tables[0].cells, strict=True)
    ]
    return f"{_heading(told, lang)}: {'; '.join(each)}"


def _heading(told: CrossTab, lang: Lang) -> str:
    mark = f"{FICTIONAL_LINE.in_(lang)} " if told.origin is Origin.FICTIONAL else ""
    return mark + told.label.in_(lang)


def _figure(cell: Cell, lang: Lang) -> str:
    """`43.8%（143）`."""
    if cell.suppressed or cell.column_share is None:
        return MASK
    people = f"（{cell.unweighted_count:,}）" if lang == "ja" else f" ({cell.unweighted_count:,})"
    return f"{share_percent(cell.column_share):.1f}%{people}"
