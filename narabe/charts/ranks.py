"""Rank movement between waves as a bump chart."""

import textwrap
from typing import Any

import altair as alt
import pandas as pd

from narabe.charts.theme import SIZE, Look, framed
from narabe.model.comparison import Comparison
from narabe.model.text import Lang, Text
from narabe.words import numbers

MOST_JAPANESE = 10


def ranked_waves(comparison: Comparison) -> tuple[int, ...]:
    """Places of the cohorts that print at least two ranks; a bump chart needs two of them."""
    counts = [
        sum(row.shares[place].rank is not None for row in comparison.rows)
        for place in range(len(comparison.cohorts))
    ]
    return tuple(place for place, count in enumerate(counts) if count > 1)


def ranks(comparison: Comparison, look: Look) -> alt.LayerChart:
    """Rank movement between waves. An option that reaches the last wave is named on the right, else on the left."""
    palette, places, lang = look.palette, ranked_waves(comparison), look.lang
    table = pd.DataFrame(
        [
            {"at": at, "rank": row.shares[place].rank, "option": wrapped(row.label.in_(lang), lang)}
            for row in comparison.rows
            for at, place in enumerate(places)
            if row.shares[place].rank is not None
        ]
    )
    table["said"] = [numbers.rank(int(rank)).in_(lang) for rank in table["rank"]]
    ends = table.groupby("option")["at"].transform("max") == len(places) - 1
    on_right = table[ends & (table["at"] == len(places) - 1)]
    on_left = table[~ends & (table["at"] == table.groupby("option")["at"].transform("min"))]
    lowest = int(table["rank"].max())
    names = [comparison.cohorts[place].short.in_(lang) for place in places]
    left, right = (-1.2 if len(on_left) else -0.15), len(places) - 1 + 1.15
    bare: dict[str, Any] = {"ticks": False, "domain": False, "aria": False}
    waves = alt.Axis(
        values=list(range(len(places))), labelExpr=f"{names!r}[datum.value]", orient="top", grid=False, **bare
    )
    positions = alt.Axis(values=list(range(1, lowest + 1)), grid=True, **bare)
    x = alt.X("at:Q").scale(alt.Scale(domain=[left, right], nice=False)).axis(waves).title(None)
    y = alt.Y("rank:Q").scale(alt.Scale(domain=[lowest + 0.6, 0.4], nice=False)).axis(positions)
    y = y.title(Text("順位", "Rank").in_(lang))
    accent, option = palette.series["net2025"], alt.Text("option:N")
    name: dict[str, Any] = {
        "fontSize": SIZE - 1,
        "color": palette.text,
        "lineBreak": "\n",
        "baseline": "middle",
        "aria": False,
    }
    layers = [
        alt.Chart(table)
        .mark_line(strokeWidth=2.5, color=accent, aria=False)
        .encode(x, y, detail=alt.Detail("option:N")),
        alt.Chart(table)
        .mark_point(size=150, filled=True, opacity=1, color=accent)
        .encode(x, y, description=alt.Description("said:N")),
        alt.Chart(on_right).mark_text(align="left", dx=12, **name).encode(x, y, text=option),
        alt.Chart(on_left).mark_text(align="right", dx=-12, **name).encode(x, y, text=option),
    ]
    return framed(alt.layer(*layers), look, height=36 * lowest + 40)


def wrapped(label: str, lang: Lang) -> str:
    """A label in lines of at most ten Japanese or sixteen English characters."""
    if lang == "en":
        return "\n".join(textwrap.wrap(label, 16))
    lines, rest = [], label
    while len(rest) > MOST_JAPANESE:
        dot = rest[:MOST_JAPANESE].rfind("・") + 1
        cut = dot or MOST_JAPANESE
        lines.append(rest[:cut])
        rest = rest[cut:]
    return "\n".join([*lines, rest])


def ranks_alt(comparison: Comparison, lang: Lang) -> str:
    """The bump chart in words."""
    moves = [
        row.label.in_(lang)
        + ": "
        + " → ".join(
            f"{comparison.cohorts[place].short.in_(lang)} {numbers.rank(rank).in_(lang)}"
            for place in ranked_waves(comparison)
            if (rank := row.shares[place].rank) is not None
        )
        for row in comparison.rows
        if any(row.shares[place].rank is not None for place in ranked_waves(comparison))
    ]
    return Text("順位の動き。", "Rank movement. ").in_(lang) + "; ".join(moves)
