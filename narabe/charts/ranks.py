"""Rank movement between waves as a bump chart."""

import textwrap
from typing import Any

import altair as alt
import pandas as pd

from narabe.charts.theme import SIZE, Look, framed
from narabe.model.comparison import Comparison
from narabe.model.text import Lang, Text
from narabe.words import numbers

MOST_JAPANESE, MOST_ENGLISH = 8, 16
"""Characters in a line of a label: what fits beside the lines on a phone."""
LABEL_LINE = 15
ROOM = 1.35
"""Place for labels left and right, in steps between waves."""


def ranked_waves(comparison: Comparison) -> tuple[int, ...]:
    """Places of the cohorts that print at least two ranks; a bump chart needs two of them."""
    counts = [
        sum(row.shares[place].rank is not None for row in comparison.rows)
        for place in range(len(comparison.cohorts))
    ]
    return tuple(place for place, count in enumerate(counts) if count > 1)


def ranks(comparison: Comparison, look: Look) -> alt.LayerChart:
    """Rank movement between waves, the rank inside each point.

    An option that reaches the last wave is named on the right, else on the left.
    """
    palette, places, lang = look.palette, ranked_waves(comparison), look.lang
    table = pd.DataFrame(
        [
            {"at": at, "rank": row.shares[place].rank, "option": wrapped(row.label.in_(lang), lang)}
            for row in comparison.rows
            for at, place in enumerate(places)
            if row.shares[place].rank is not None
        ]
    )
    last = len(places) - 1
    goes_on = table.groupby("option")["at"].transform("max") == last
    on_right = table[goes_on & (table["at"] == last)]
    on_left = table[~goes_on & (table["at"] == table.groupby("option")["at"].transform("min"))]
    lowest, tallest = int(table["rank"].max()), int(table["option"].str.count("\n").max()) + 1
    names = [comparison.cohorts[place].short.in_(lang) for place in places]
    waves = alt.Axis(
        values=list(range(len(places))),
        labelExpr=f"{names!r}[datum.value]",
        orient="top",
        grid=False,
        ticks=False,
        domain=False,
        aria=False,
    )
    domain = [-ROOM if len(on_left) else -0.2, last + ROOM]
    x = alt.X("at:Q").scale(alt.Scale(domain=domain, nice=False)).axis(waves).title(None)
    y = alt.Y("rank:Q").scale(alt.Scale(domain=[lowest + 0.6, 0.4], nice=False)).axis(None)
    accent, option = palette.series["net2025"], alt.Text("option:N")
    plain: dict[str, Any] = {"baseline": "middle", "aria": False}
    name = plain | {"fontSize": SIZE - 2, "color": palette.text, "lineBreak": "\n"}
    base = alt.Chart(table)
    layers = [
        base.mark_line(strokeWidth=2.5, color=accent, aria=False).encode(x, y, detail=alt.Detail("option:N")),
        base.mark_point(size=420, filled=True, opacity=1, color=accent).encode(
            x, y, description=alt.Description("option:N")
        ),
        base.mark_text(**plain, color=palette.ground, fontWeight="bold").encode(
            x, y, text=alt.Text("rank:Q")
        ),
        alt.Chart(on_right).mark_text(**name, align="left", dx=15).encode(x, y, text=option),
        alt.Chart(on_left).mark_text(**name, align="right", dx=-15).encode(x, y, text=option),
    ]
    return framed(alt.layer(*layers), look, height=max(36, LABEL_LINE * tallest + 6) * lowest)


def wrapped(label: str, lang: Lang) -> str:
    """A label in short lines, Japanese broken after ・ where that helps."""
    if lang == "en":
        return "\n".join(textwrap.wrap(label, MOST_ENGLISH))
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
