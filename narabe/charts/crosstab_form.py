"""The drawing that stacked bars, diverging bars and heat maps share: boxes and words on lines.

A place is `px` pixels and `at` parts (0–1) of the width from the left, so that columns of fixed width stand beside bars
that grow with the screen, and a word is left out exactly where its box is too narrow for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt

from narabe.charts.template import Spec, filled, form, template
from narabe.charts.theme import Look, ink_on, text_width
from narabe.charts.wrapping import within
from narabe.model.text import Text

Place = tuple[float, float]
"""Pixels, and parts of the width."""
LEFT, RIGHT = (0.0, 0.0), (0.0, 1.0)
KINDS = ("box", "swatch", "empty", "rule", "centre", "title", "words", "ending", "inside")
BAND = 0.84
AIR = 6.0
"""Pixels around a word in its box."""


@dataclass
class Boxes:
    """Rows of the drawing from top to bottom."""

    look: Look
    rows: list[dict[str, Any]] = field(default_factory=list)
    line: int = -1

    def next(self) -> None:
        self.line += 1

    def title(self, text: Text) -> None:
        """Bold, over as many lines as a phone needs."""
        size = self.look.size + 1
        for part in within(text.in_(self.look.lang), self.look.lang, self.look.narrowest, size, bold=True):
            self.next()
            self._add("title", LEFT, LEFT, part)

    def heading(self, lines: tuple[Text, ...]) -> None:
        for line in lines:
            self.title(line)

    def words(self, text: Text) -> None:
        for part in within(text.in_(self.look.lang), self.look.lang, self.look.narrowest, self.look.size):
            self.next()
            self._add("words", LEFT, LEFT, part)

    def name(self, text: str) -> None:
        """Words at the left edge of the present line."""
        self._add("words", LEFT, LEFT, text)

    def gap(self) -> None:
        """Sets what follows apart."""
        self.next()
        self._add("rule", LEFT, RIGHT)

    def box(
        self, begin: Place, end: Place, fill: str, said: str, texts: tuple[str, ...], like: Sequence[str] = ()
    ) -> None:
        """A coloured box with the first of `texts` that fits into it, if any does.

        `like` gives for each text one that must fit as well, so that boxes beside each other say equally much.
        """
        self._add("box", begin, end, said, fill, said)
        room = 0.0
        for text, wide in zip(texts, like or texts, strict=True):
            row = self._add("inside", begin, end, text, ink_on(fill, self.look.palette), said)
            row |= {"need": text_width(wide, self.look.size) + AIR, "room": room}
            room = row["need"]

    def header(self, begin: Place, end: Place, text: str) -> None:
        """Words in the middle between two places, whatever room there is."""
        self._add("inside", begin, end, text, self.look.palette.text, text)

    def headers(self, places: list[tuple[Place, Place]], names: list[str], short: list[str]) -> None:
        """Names over columns where there is room for all of them, else what is short for each."""
        need = max(text_width(name, self.look.size) for name in names) + AIR
        for (begin, end), name, instead in zip(places, names, short, strict=True):
            ink = self.look.palette.text
            self._add("inside", begin, end, name, ink, name)["need"] = need
            self._add("inside", begin, end, instead, ink, name)["room"] = need

    def ending(self, text: str) -> None:
        """Words that end at the right edge of the present line."""
        self._add("ending", RIGHT, RIGHT, text)

    def empty(self, begin: Place, end: Place, text: str) -> None:
        """A dashed outline with a word in it."""
        self._add("empty", begin, end, text)
        self._add("words", (begin[0] + AIR, begin[1]), end, text)

    def centre(self, place: Place) -> None:
        """Where the two sides of a bar meet."""
        self._add("centre", place, place)

    def key(self, entries: list[tuple[str, str]]) -> None:
        """What each colour stands for, as (name, fill), on as many lines as a phone needs; without a fill names alone."""
        look, mark = self.look, self.look.size * 1.1
        left = look.narrowest + 1.0
        for name, fill in entries:
            indent = 1.6 * mark if fill else 0.0
            parts = within(name, look.lang, look.narrowest - indent, look.size)
            wide = indent + max(text_width(part, look.size) for part in parts)
            if left + wide > look.narrowest:
                self.next()
                left = 0.0
            if fill:
                self._add("swatch", (left, 0), (left + mark, 0), name, fill)
            for place, part in enumerate(parts):
                if place:
                    self.next()
                self._add("words", (left + indent, 0), LEFT, part)
            left = left + wide + look.size if len(parts) == 1 else look.narrowest + 1.0

    def _add(
        self, kind: str, begin: Place, end: Place, text: str = "", colour: str = "", said: str = ""
    ) -> dict[str, Any]:
        row = {
            "line": self.line,
            "kind": kind,
            "text": text,
            "colour": colour,
            "said": said,
            "begin": begin[0],
            "begin_at": begin[1],
            "end": end[0],
            "end_at": end[1],
            "need": 0.0,
            "room": 0.0,
        }
        self.rows.append(row)
        return row


def drawn(boxes: Boxes) -> Spec:
    look = boxes.look
    used = {row["kind"] for row in boxes.rows}
    return filled(_form(look), boxes.rows, look.line * (boxes.line + 1), set(KINDS) - used)


@form
def _form(look: Look) -> Spec:
    palette = look.palette
    x, x2 = alt.X("from:Q", scale=None, axis=None), alt.X2("to:Q")
    y = alt.Y("line:O", axis=None, sort=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    colour = alt.Color("colour:N", scale=None, legend=None)
    said: dict[str, Any] = {"description": alt.Description("said:N"), "tooltip": alt.Tooltip("said:N")}
    outline: dict[str, Any] = {"stroke": palette.quiet, "strokeWidth": 0.8, "height": {"band": BAND}}
    quiet: dict[str, Any] = {"aria": False}
    middle = {"middle": "(datum.from + datum.to) / 2"}
    plain: dict[str, Any] = {"align": "left", "fontSize": look.size, "color": palette.text, **quiet}
    dashed = outline | {"filled": False, "strokeDash": [4, 3]}
    boxes = _placed("box").mark_bar(**outline).encode(x, x2, y, color=colour, **said)
    swatches = _placed("swatch").mark_bar(**(outline | {"height": {"band": 0.5}}), **quiet)
    empty = _placed("empty").mark_bar(**dashed).encode(x, x2, y, description=alt.Description("text:N"))
    rule = _placed("rule").mark_rule(color=palette.quiet, strokeWidth=1, **quiet).encode(x, x2, y)
    bold = plain | {"fontSize": look.size + 1, "fontWeight": "bold"}
    # The edge keeps the centre line from crossing words.
    edge = bold | {"color": palette.ground, "stroke": palette.ground, "strokeWidth": 5, "strokeJoin": "round"}
    titles = [
        _placed("title").properties(name=f"title_{part}").mark_text(**shape)
        for part, shape in (("edge", edge), ("ink", bold))
    ]
    centre = _placed("centre").mark_tick(
        color=palette.text, thickness=1.6, height={"band": 1.0}, orient="vertical", aria=False
    )
    inside = (
        _placed("inside")
        .transform_calculate(**middle)
        .transform_filter("datum.need <= datum.to - datum.from")
        .transform_filter("datum.room == 0 || datum.to - datum.from < datum.room")
        .mark_text(fontSize=look.size, align="center", **quiet)
    )
    text = alt.Text("text:N")
    # An unseen point on every line keeps the lines in their order, whichever layer draws them.
    every_line = (alt.Chart().transform_calculate(at="0").mark_point(opacity=0, size=1, aria=False)).encode(
        alt.X("at:Q", scale=None, axis=None), y
    )
    layers = [
        every_line,
        rule,
        centre.encode(x, y),
        boxes,
        swatches.encode(x, x2, y, color=colour),
        empty,
        *(title.encode(x, y, text=text) for title in titles),
        _placed("words").mark_text(**plain).encode(x, y, text=text),
        _placed("ending").mark_text(**(plain | {"align": "right"})).encode(x, y, text=text),
        inside.encode(
            alt.X("middle:Q", scale=None, axis=None),
            y,
            text=text,
            color=colour,
            tooltip=alt.Tooltip("said:N"),
        ),
    ]
    return template(layers, look, ())


def _placed(kind: str) -> alt.Chart:
    """A layer of one kind of row, its places in pixels of the present width."""
    return (
        alt.Chart(name=kind)
        .transform_filter(f"datum.kind == '{kind}'")
        .transform_calculate(
            **{"from": "datum.begin + datum.begin_at * width", "to": "datum.end + datum.end_at * width"}
        )
    )
