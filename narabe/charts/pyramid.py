"""Men and women by age, two groups of people side by side on one scale of shares."""

from typing import Any

import altair as alt

from narabe.charts.template import Spec, down_the_lines, every_line, filled, form, template
from narabe.charts.theme import Look
from narabe.model.text import Lang
from narabe.model.voices import AgeRow, Heard
from narabe.words import voices_sentences as say

CENTRES = (34.0, 79.0)
"""Where men and women of each group meet; the drawing is 100 wide."""
REACH = 14.0
"""How far the longest bar reaches from there."""
GAP = 1.2


def ages(heard: Heard, look: Look) -> Spec:
    """Bars are shares of each group, so that both are on one scale; the numbers are counts."""
    rows: list[dict[str, Any]] = []
    groups = (heard.answered, heard.printed)
    longest = max(
        count / stage.total
        for age in heard.ages
        for stage, counts in zip(groups, (age.answered, age.printed), strict=True)
        for count in counts
    )
    for stage, centre in zip(groups, CENTRES, strict=True):
        rows.append(_text(0, "head", centre, f"{stage.label.in_(look.lang)} {stage.total}"))
        rows.append(_text(1, "left", centre - GAP, say.SEX["male"].in_(look.lang)))
        rows.append(_text(1, "right", centre + GAP, say.SEX["female"].in_(look.lang)))
    for line, age in enumerate(heard.ages, start=2):
        rows.append(_text(line, "right", 0, say.age(age.age).in_(look.lang)))
        for stage, centre, counts in zip(groups, CENTRES, (age.answered, age.printed), strict=True):
            for side, count in zip((-1, 1), counts, strict=True):
                rows += _bar(line, centre, side, count, count / stage.total / longest, look)
    return filled(_form(look), rows, look.line * (len(heard.ages) + 2), set())


def ages_alt(heard: Heard, lang: Lang) -> str:
    """Every age in words."""
    return "; ".join(_said(heard, age, lang) for age in heard.ages)


def _said(heard: Heard, age: AgeRow, lang: Lang) -> str:
    men, women = (say.SEX[sex].in_(lang).lower() for sex in ("male", "female"))
    groups = ((heard.answered, age.answered), (heard.printed, age.printed))
    said = [f"{stage.label.in_(lang)} {men} {counts[0]}, {women} {counts[1]}" for stage, counts in groups]
    return f"{say.age(age.age).in_(lang)}: " + ", ".join(said)


def _bar(line: int, centre: float, side: int, count: int, length: float, look: Look) -> list[dict[str, Any]]:
    """A bar away from the centre, men to the left, with whose it is and the count at its end."""
    name = say.INITIAL["male" if side < 0 else "female"].in_(look.lang)
    begin = centre + side * GAP / 4
    end = begin + side * REACH * length
    colour = look.palette.groups[0 if side < 0 else 1]
    bar = {
        "line": line,
        "kind": "bar",
        "begin": begin,
        "end": end,
        "colour": colour,
        "value": count,
        "text": "",
    }
    return [bar, _text(line, "left" if side < 0 else "right", end + side * GAP, f"{name} {count}")]


def _text(line: int, kind: str, place: float, text: str) -> dict[str, Any]:
    """Words that end at (`left`), begin at (`right`) or stand around (`head`) a place."""
    return {
        "line": line,
        "kind": kind,
        "begin": place,
        "end": place,
        "colour": "",
        "value": None,
        "text": text,
    }


@form
def _form(look: Look) -> Spec:
    scale = alt.Scale(domain=[0, 100], nice=False)
    x = alt.X("begin:Q", scale=scale, axis=None)
    y = down_the_lines()
    bars = (
        alt.Chart(name="bars")
        .transform_filter("datum.kind == 'bar'")
        .mark_bar(height={"band": 0.78}, aria=False)
        .encode(x, alt.X2("end:Q"), y, color=alt.Color("colour:N", scale=None, legend=None))
    )
    shapes: dict[str, dict[str, Any]] = {
        "left": {"align": "right"},
        "right": {"align": "left"},
        "head": {"align": "center", "fontWeight": "bold"},
    }
    texts = [
        alt.Chart(name=kind)
        .transform_filter(f"datum.kind == '{kind}'")
        .mark_text(color=look.palette.text, fontSize=look.size, aria=False, **shape)
        .encode(x, y, text=alt.Text("text:N"))
        for kind, shape in shapes.items()
    ]
    return template([every_line(x, y), bars, *texts], look, ())
