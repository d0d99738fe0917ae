"""Items of the history: for each category, how many in every five years."""

from typing import Any

import altair as alt

from narabe.charts.template import Spec, filled, form, template
from narabe.charts.theme import Look
from narabe.model.history import SPAN, Category, History
from narabe.model.text import Lang
from narabe.words import history_sentences as say

DECADE = 10
PANEL = 3.0
"""Height of one category in lines of text."""
TALLEST = 0.5
"""Part of a panel that the longest bar fills; words stand above it."""
BASE, TITLE = 0.95, 0.11
PARAMETERS = ("left", "right", "panels", "ticks")


def periods(history: History, look: Look) -> Spec:
    """One panel for each category, all on one scale; the count stands on each bar."""
    left, right = history.spans[0][0], history.spans[-1][1] + 1
    counts = [
        (panel, category, span) for panel, category in enumerate(history.categories) for span in history.spans
    ]
    most = max(history.between(category, *span) for _, category, span in counts)
    rows = [
        _row("title", panel + TITLE, left, say.CATEGORY[category].in_(look.lang))
        for panel, category in enumerate(history.categories)
    ]
    for panel, category, span in counts:
        if count := history.between(category, *span):
            rows.append(_bar(panel, span[0], count, count / most))
    panels = len(history.categories)
    ticks = [year for year in range(left, right + 1) if year % DECADE == 0]
    height = round(PANEL * look.line * panels)
    return filled(_form(look), rows, height, set(), left=left, right=right, panels=panels, ticks=ticks)


def periods_alt(history: History, lang: Lang) -> str:
    """Every bar in words."""
    said = [_said(history, category, lang) for category in history.categories]
    return f"{history.sentence.in_(lang)} " + "; ".join(said)


def _said(history: History, category: Category, lang: Lang) -> str:
    counts = [
        f"{first}–{last}: {count}"
        for first, last in history.spans
        if (count := history.between(category, first, last))
    ]
    return f"{say.CATEGORY[category].in_(lang)} ({', '.join(counts)})"


def _bar(panel: int, start: int, count: int, length: float) -> dict[str, Any]:
    foot = panel + BASE
    row = _row("bar", foot - TALLEST * length, start + 0.35, str(count))
    return row | {"end": start + SPAN - 0.35, "foot": foot, "middle": start + SPAN / 2, "value": count}


def _row(kind: str, height: float, begin: float, text: str) -> dict[str, Any]:
    return {
        "kind": kind,
        "height": height,
        "foot": height,
        "begin": begin,
        "end": begin,
        "middle": begin,
        "text": text,
        "value": None,
    }


@form
def _form(look: Look) -> Spec:
    scale = alt.Scale(domain=[alt.ExprRef("left"), alt.ExprRef("right")], nice=False, zero=False)
    axis = alt.Axis(values=alt.ExprRef("ticks"), format="d", orient="top", grid=True)
    down = alt.Scale(domain=[alt.ExprRef("panels"), 0], nice=False, zero=False)

    def x(name: str) -> alt.X:
        return alt.X(f"{name}:Q", scale=scale, axis=axis, title=None)

    y = alt.Y("height:Q", scale=down, axis=None)
    bars = (
        alt.Chart(name="bars")
        .transform_filter("datum.kind == 'bar'")
        .mark_bar(color=look.palette.main, cornerRadiusEnd=2, aria=False)
        .encode(x("begin"), alt.X2("end:Q"), y, alt.Y2("foot:Q"))
    )
    edge: dict[str, Any] = {
        "color": look.palette.ground,
        "stroke": look.palette.ground,
        "strokeWidth": 4,
        "strokeJoin": "round",
    }
    texts = []
    shapes: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("bar", "middle", {"align": "center", "dy": -look.size * 0.6, "fontSize": look.size - 1}),
        ("title", "begin", {"align": "left", "fontSize": look.size + 1, "fontWeight": "bold"}),
    )
    for kind, place, shape in shapes:
        for part, paint in (("edge", edge), ("ink", {"color": look.palette.text})):
            layer = alt.Chart(name=f"{kind}_{part}").transform_filter(f"datum.kind == '{kind}'")
            texts.append(
                layer.mark_text(**(shape | paint), aria=False).encode(x(place), y, text=alt.Text("text:N"))
            )
    return template([bars, *texts], look, PARAMETERS)
