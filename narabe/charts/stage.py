"""A step of a deck as charts: the bars of the wall, for slides that are handed out afterwards."""

from collections.abc import Sequence
from itertools import groupby

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look
from narabe.model.slide import ROOM, Bar, BarGroup
from narabe.words import numbers

WHOLE = 100.0


def bars(groups: Sequence[BarGroup], look: Look) -> list[Spec]:
    """Groups in their order, one chart for each scale."""
    return [_chart(tuple(alike), end, look) for end, alike in groupby(groups, key=lambda group: group.end)]


def _chart(groups: tuple[BarGroup, ...], end: float, look: Look) -> Spec:
    lines = Lines()
    for group in groups:
        if group.label.ja:
            lines.title(group.label.in_(look.lang))
        for bar in group.bars:
            _add(lines, bar, look)
    if end == WHOLE:
        scale = Scale(0, end, (0, 50, WHOLE), ("0%", "50%", "100%"))
    else:
        reached = max((bar.target or bar.value or 0.0 for group in groups for bar in group.bars), default=end)
        scale = Scale(0, end, (0, reached or end), ("0", numbers.number(reached or end).ja))
    return drawn(lines, scale, look)


def _add(lines: Lines, bar: Bar, look: Look) -> None:
    """A bar with its words; a target is a bar of its own, named by the note."""
    lang, palette = look.lang, look.palette
    colour = {**palette.series, ROOM: palette.groups[1]}.get(bar.series, palette.blues[1])
    words = [bar.label, bar.said] if bar.target is not None else [bar.label, bar.said, bar.note]
    said = "　".join(word.in_(lang) for word in words if word.ja)
    lines.bar(said, colour, bar.value, span=(bar.low, bar.high))
    if bar.target is not None:
        lines.bar(bar.note.in_(lang), palette.quiet, bar.target)
