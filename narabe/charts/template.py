"""Charts are drawn from templates: Altair builds and checks each form once, results only fill it.

Building and checking a layered chart costs a tenth of a second of processor time, filling one nothing.
What differs from result to result stands in the template as a parameter (an expression) or in its data.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import altair as alt
from altair.utils.schemapi import UndefinedType

from narabe.charts.theme import BOTTOM, TOP, Look

Spec = dict[str, Any]
"""A Vega-Lite chart, complete with its data."""

Form = Callable[[Look], Spec]
FORMS: list[Form] = []
"""Every template there is, to be built before somebody waits for it."""
DATA = "rows"
FONT = "Noto Sans JP, Noto Sans CJK JP, Hiragino Sans, Yu Gothic UI, Meiryo, sans-serif"


def form(build: Form) -> Form:
    """A template, built once for a look: it holds no words, so languages share it."""
    kept = cache(build)

    def built(look: Look) -> Spec:
        return kept(replace(look, lang="ja"))

    FORMS.append(built)
    return built


def template(layers: list[alt.Chart], look: Look, parameters: tuple[str, ...]) -> Spec:
    """The layers as a checked specification over the named data, with the frame every chart shares.

    The paddings are fixed, since a fitted size would shrink the drawing to make room for long labels.
    """
    chart = alt.layer(*layers, data=alt.NamedData(DATA)).properties(
        width="container",
        background="transparent",
        padding={"left": 3, "right": 4, "top": TOP, "bottom": BOTTOM},
        autosize=alt.AutoSizeParams(type="none", contains="padding"),
    )
    chart = chart.add_params(*(alt.param(name=name, value=0) for name in parameters))
    return {**chart.to_dict(), "config": _config(look)}


def down_the_lines() -> alt.Y:
    """One line of the drawing below the other (field `line`), in the order of the rows."""
    return alt.Y("line:O", axis=None, sort=None, scale=alt.Scale(paddingInner=0.2, paddingOuter=0.1))


def every_line(x: alt.X, y: alt.Y) -> alt.Chart:
    """An unseen point on every line, which keeps all of them in the drawing and in their order, whichever layer draws them."""
    return alt.Chart().mark_point(opacity=0, size=1, aria=False).encode(x, y)


def along_ticks(zero: bool | UndefinedType = alt.Undefined) -> Callable[[str], alt.X]:
    """The x axis by the parameters `left`, `right`, `ticks` and `tick_labels`, for a field by its name."""
    labels = "tick_labels[indexof(ticks, datum.value)]"
    axis = alt.Axis(values=alt.ExprRef("ticks"), labelExpr=labels, orient="top", grid=True)
    span = alt.Scale(domain=[alt.ExprRef("left"), alt.ExprRef("right")], nice=False, zero=zero)
    return lambda name: alt.X(f"{name}:Q", scale=span, axis=axis, title=None)


def filled(form: Spec, rows: list[dict[str, Any]], height: int, unused: set[str], **values: Any) -> Spec:
    """A copy of the template with its data, the height of its drawing in pixels, and its parameters.

    Layers named in `unused` (`name` or `name_part`) are left out: an empty one would be a picture without a name to a screen reader.
    """
    return {
        **form,
        "layer": [layer for layer in form["layer"] if layer.get("name", "").split("_")[0] not in unused],
        "height": height + TOP + BOTTOM,
        "params": [{"name": name, "value": value} for name, value in values.items()],
        "datasets": {DATA: rows},
    }


def _config(look: Look) -> Spec:
    return {
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            "labelFontSize": look.size - 1,
            "labelColor": look.palette.quiet,
            "gridColor": look.palette.grid,
            "domain": False,
            "ticks": False,
            "aria": False,
            "title": None,
        },
    }
