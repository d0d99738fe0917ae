"""Rank movement between waves as a bump chart."""

from typing import Any

import altair as alt

from narabe.charts.template import Spec, filled, form, template
from narabe.charts.theme import Look
from narabe.charts.wrapping import wrapped
from narabe.model.comparison import Comparison
from narabe.model.text import Lang, Text
from narabe.words import numbers

MOST_JAPANESE, MOST_ENGLISH = 8, 15
"""Characters in a line of a label: what fits beside the lines on a phone."""
ROOM = 1.4
"""Place for labels left and right, in steps between waves."""
PARAMETERS = ("left", "right", "lowest", "steps", "waves")


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
    places = ranked_waves(comparison)
    last = len(places) - 1
    rows: list[dict[str, Any]] = []
    for row in comparison.rows:
        at = [
            (step, rank) for step, place in enumerate(places) if (rank := row.shares[place].rank) is not None
        ]
        name = name_in_lines(row.label.in_(look.lang), look.lang)
        rows += [
            {"at": step, "rank": rank, "option": name, "side": _side(step, at[0][0], at[-1][0], last)}
            for step, rank in at
        ]
    lowest, tallest = max(row["rank"] for row in rows), 1 + max(row["option"].count("\n") for row in rows)
    height = max(2.6 * look.size, 1.1 * look.size * tallest + 4) * lowest
    sides = {row["side"] for row in rows}
    return filled(
        _form(look),
        rows,
        round(height),
        unused={"left", "right"} - sides,
        left=-ROOM if "left" in sides else -0.2,
        right=last + ROOM,
        lowest=lowest + 0.6,
        steps=list(range(len(places))),
        waves=[comparison.cohorts[place].short.in_(look.lang) for place in places],
    )


def is_drawn(chart: Spec) -> bool:
    """Whether a chart has this layout."""
    return {param["name"] for param in chart.get("params", [])} == set(PARAMETERS)


def _side(step: int, first: int, final: int, last: int) -> str | None:
    """On which side of this point the option is named, if here at all."""
    if final == last:
        return "right" if step == last else None
    return "left" if step == first else None


@form
def _form(look: Look) -> Spec:
    """The template of a bump chart."""
    palette = look.palette
    accent, option = palette.series["net2025"], alt.Text("option:N")
    waves = alt.Axis(values=alt.ExprRef("steps"), labelExpr="waves[datum.value]", orient="top", grid=False)
    across = alt.Scale(domain=[alt.ExprRef("left"), alt.ExprRef("right")], nice=False)
    down = alt.Scale(domain=[alt.ExprRef("lowest"), 0.4], nice=False)
    x, y = alt.X("at:Q", scale=across, axis=waves, title=None), alt.Y("rank:Q", scale=down, axis=None)
    plain: dict[str, Any] = {"baseline": "middle", "aria": False}
    name = plain | {"fontSize": look.size - 2, "color": palette.text, "lineBreak": "\n"}
    point, dx = (
        alt.Chart().mark_point(size=2.1 * look.size**2, filled=True, opacity=1, color=accent),
        look.size + 1,
    )
    number = alt.Chart().mark_text(**plain, color=palette.ground, fontWeight="bold", fontSize=look.size - 2)
    layers = [
        alt.Chart()
        .mark_line(strokeWidth=2.5, color=accent, aria=False)
        .encode(x, y, detail=alt.Detail("option:N")),
        point.encode(x, y, description=alt.Description("option:N")),
        number.encode(x, y, text=alt.Text("rank:Q")),
    ]
    for side, anchor in (("right", {"align": "left", "dx": dx}), ("left", {"align": "right", "dx": -dx})):
        named = alt.Chart(name=side).transform_filter(f"datum.side == '{side}'")
        layers.append(named.mark_text(**(name | anchor)).encode(x, y, text=option))
    return template(layers, look, PARAMETERS)


def name_in_lines(label: str, lang: Lang) -> str:
    """A label in short lines, as they fit beside the drawing on a phone."""
    most = MOST_ENGLISH if lang == "en" else MOST_JAPANESE
    return "\n".join(wrapped(label, lang, lambda line: len(line) <= most))


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
