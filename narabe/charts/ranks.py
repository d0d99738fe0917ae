"""Rank movement between waves as a bump chart."""

import textwrap
from functools import cache
from typing import Any

import altair as alt

from narabe.charts.template import Spec, filled, template
from narabe.charts.theme import SIZE, Look
from narabe.model.comparison import Comparison
from narabe.model.text import Lang, Text
from narabe.words import numbers

MOST_JAPANESE, MOST_ENGLISH = 8, 16
"""Characters in a line of a label: what fits beside the lines on a phone."""
LABEL_LINE, ROW = 15, 36
PARAMETERS = ("left", "right", "lowest", "steps", "waves")
ROOM = 1.35
"""Place for labels left and right, in steps between waves."""


def ranked_waves(comparison: Comparison) -> tuple[int, ...]:
    """Places of the cohorts that print at least two ranks; a bump chart needs two of them."""
    counts = [
        sum(row.shares[place].rank is not None for row in comparison.rows)
        for place in range(len(comparison.cohorts))
    ]
    return tuple(place for place, count in enumerate(counts) if count > 1)


def ranks(comparison: Comparison, look: Look) -> Spec:
    """Rank movement between waves, the rank inside each point.

    An option that reaches the last wave is named on the right, else on the left.
    """
    places, last = ranked_waves(comparison), len(ranked_waves(comparison)) - 1
    rows: list[dict[str, Any]] = []
    for row in comparison.rows:
        at = [
            (step, rank) for step, place in enumerate(places) if (rank := row.shares[place].rank) is not None
        ]
        name = wrapped(row.label.in_(look.lang), look.lang)
        rows += [
            {"at": step, "rank": rank, "option": name, "side": _side(step, at[0][0], at[-1][0], last)}
            for step, rank in at
        ]
    lowest, tallest = max(row["rank"] for row in rows), 1 + max(row["option"].count("\n") for row in rows)
    return filled(
        _form(look),
        rows,
        max(ROW, LABEL_LINE * tallest + 6) * lowest,
        left=-ROOM if any(row["side"] == "left" for row in rows) else -0.2,
        right=last + ROOM,
        lowest=lowest + 0.6,
        steps=list(range(len(places))),
        waves=[comparison.cohorts[place].short.in_(look.lang) for place in places],
    )


def _side(step: int, first: int, final: int, last: int) -> str | None:
    """On which side of this point the option is named, if here at all."""
    if final == last:
        return "right" if step == last else None
    return "left" if step == first else None


@cache
def _form(look: Look) -> Spec:
    """The template of a bump chart."""
    palette = look.palette
    accent, option = palette.series["net2025"], alt.Text("option:N")
    waves = alt.Axis(values=alt.ExprRef("steps"), labelExpr="waves[datum.value]", orient="top", grid=False)
    across = alt.Scale(domain=[alt.ExprRef("left"), alt.ExprRef("right")], nice=False)
    down = alt.Scale(domain=[alt.ExprRef("lowest"), 0.4], nice=False)
    x, y = alt.X("at:Q", scale=across, axis=waves, title=None), alt.Y("rank:Q", scale=down, axis=None)
    base = alt.Chart()
    plain: dict[str, Any] = {"baseline": "middle", "aria": False}
    name = plain | {"fontSize": SIZE - 2, "color": palette.text, "lineBreak": "\n"}
    layers = [
        base.mark_line(strokeWidth=2.5, color=accent, aria=False).encode(x, y, detail=alt.Detail("option:N")),
        base.mark_point(size=420, filled=True, opacity=1, color=accent).encode(
            x, y, description=alt.Description("option:N")
        ),
        base.mark_text(**plain, color=palette.ground, fontWeight="bold").encode(
            x, y, text=alt.Text("rank:Q")
        ),
        base.transform_filter("datum.side == 'right'")
        .mark_text(**name, align="left", dx=15)
        .encode(x, y, text=option),
        base.transform_filter("datum.side == 'left'")
        .mark_text(**name, align="right", dx=-15)
        .encode(x, y, text=option),
    ]
    return template(layers, look, PARAMETERS)


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
