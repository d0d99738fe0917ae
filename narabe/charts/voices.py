"""Remarks as one mark each, and who answered beside whose comments are in print."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from narabe.charts.compare import SCALE, bar_label
from narabe.charts.lines import Lines, drawn
from narabe.charts.template import Spec, down_the_lines, every_line, filled, form, template
from narabe.charts.theme import Look, Palette, cohort_colours, text_width
from narabe.model.text import EMPTY, Lang, Text
from narabe.model.voices import Echo, Heard, Speaker, Stage, VoiceBoard
from narabe.words import labels, numbers
from narabe.words import voices_sentences as say

SHAPES = {
    Speaker.MONITOR: "diamond",
    Speaker.STUDENT: "circle",
    Speaker.OLDER: "triangle-up",
    Speaker.FIRM: "square",
    Speaker.STAFF: "cross",
}
"""With the colour: neither alone tells the people apart."""
SURVEYED = {Speaker.MONITOR: "net2021", Speaker.STUDENT: "youth2025", Speaker.OLDER: "seniors2025"}
"""The survey of like people: one colour per cohort everywhere."""
UNSURVEYED = {Speaker.FIRM: 2, Speaker.STAFF: 1}
"""Place among the colours of groups."""
NO_SPLIT = Text("男女の記載なし", "Men and women not stated")


def themes(board: VoiceBoard, look: Look) -> Spec:
    """A title and one mark for each remark, shaped and coloured by who spoke.

    Marks stand beside the titles where the narrowest drawing has room, else below.
    """
    rows = _key(board.speakers, look)
    step = look.line * 0.8
    titles = [f"{t.theme.label.in_(look.lang)}  {len(t.voices)}" for t in board.themes]
    widest = max(text_width(title, look.size + 2) for title in titles)
    most = max(len(theme.voices) for theme in board.themes)
    beside = widest + step * most <= look.narrowest
    left, fits = (widest, most) if beside else (0.0, int(look.narrowest / step))
    for theme, title in zip(board.themes, titles, strict=True):
        line = rows[-1]["line"] + 1
        rows.append(_row(line, "title", 0.0, title, look))
        speakers = [speaker for speaker in board.speakers for _ in range(theme.count(speaker))]
        for place, speaker in enumerate(speakers):
            row = line + (not beside) + place // fits
            rows.append(_row(row, "mark", left + step * (0.5 + place % fits), "", look, speaker))
    return filled(_marks_form(look), rows, look.line * (rows[-1]["line"] + 1), set())


def themes_alt(board: VoiceBoard, lang: Lang) -> str:
    """Every theme with its remarks by who spoke."""
    said = []
    for theme in board.themes:
        counts = [(say.SPEAKER[speaker].in_(lang), theme.count(speaker)) for speaker in board.speakers]
        speakers = ", ".join(f"{name} {count}" for name, count in counts if count)
        said.append(f"{theme.theme.label.in_(lang)}: {len(theme.voices)} ({speakers})")
    return f"{board.sentence.in_(lang)} " + "; ".join(said)


def echo(echo: Echo, look: Look) -> Spec:
    """The share of one option in each wave that tells it."""
    lines = Lines()
    cohorts = tuple(cohort for cohort, _ in echo.told)
    lines.title(echo.option.in_(look.lang))
    for (cohort, share), colour in zip(echo.told, cohort_colours(cohorts, look.palette), strict=True):
        interval, span = (share.low, share.high), (share.floor, share.ceiling)
        lines.bar(bar_label(cohort, share).in_(look.lang), colour, share.value, interval, span)
    return drawn(lines, SCALE, look)


def echo_alt(echo: Echo, lang: Lang) -> str:
    """The same in words."""
    told = ", ".join(bar_label(cohort, share).in_(lang) for cohort, share in echo.told)
    return f"{echo.question.in_(lang)} {echo.option.in_(lang)}: {told}"


def stages(heard: Heard, look: Look) -> Spec:
    """The share of men from those invited to the comments in print."""
    lines = Lines()
    for stage in heard.stages:
        lines.title(f"{stage.label.in_(look.lang)}  {stage.total}")
        if stage.men is None:
            lines.words(NO_SPLIT.in_(look.lang))
        else:
            lines.bar(stage_label(stage).in_(look.lang), look.palette.groups[0], stage.share_of_men)
    return drawn(lines, SCALE, look)


def stage_label(stage: Stage) -> Text:
    """`男性 46.3%（151）`, with 参考値 where the base is small."""
    if stage.men is None:
        return NO_SPLIT
    shown = numbers.percent(stage.share_of_men).ja
    small = Text(f"・{labels.SMALL_BASE.ja}", f", {labels.SMALL_BASE.en}") if stage.small else EMPTY
    return Text(f"男性 {shown}（{stage.men}{small.ja}）", f"Men {shown} ({stage.men}{small.en})")


def stages_alt(heard: Heard, lang: Lang) -> str:
    """Each stage in words."""
    said = [
        f"{stage.label.in_(lang)} {stage.total}: {stage_label(stage).in_(lang)}" for stage in heard.stages
    ]
    return "; ".join(said)


def _key(speakers: Sequence[Speaker], look: Look) -> list[dict[str, Any]]:
    """What each shape stands for, on as many lines as the narrowest drawing needs."""
    mark = look.line * 0.4
    rows: list[dict[str, Any]] = []
    line, left = 0, 0.0
    for speaker in speakers:
        name = say.SPEAKER[speaker].in_(look.lang)
        width = 2 * mark + text_width(name, look.size)
        if left and left + width > look.narrowest:
            line, left = line + 1, 0.0
        rows.append(_row(line, "mark", left + mark, "", look, speaker))
        rows.append(_row(line, "name", left + 2 * mark, name, look))
        left += width + look.size
    return rows


def _colour(speaker: Speaker, palette: Palette) -> str:
    if speaker in SURVEYED:
        return palette.series[SURVEYED[speaker]]
    return palette.groups[UNSURVEYED[speaker]]


def _row(
    line: int, form: str, place: float, text: str, look: Look, speaker: Speaker | None = None
) -> dict[str, Any]:
    return {
        "line": line,
        "kind": form,
        "place": place,
        "text": text,
        "shape": SHAPES[speaker] if speaker else "",
        "colour": _colour(speaker, look.palette) if speaker else look.palette.text,
    }


@form
def _marks_form(look: Look) -> Spec:
    """Marks and words at pixels from the left, so that they stand close on every screen."""
    x = alt.X("place:Q", scale=None, axis=None)
    y = down_the_lines()
    marks = (
        alt.Chart(name="marks")
        .transform_filter("datum.kind == 'mark'")
        .mark_point(filled=True, opacity=1, size=look.size * 12, aria=False)
        .encode(
            x,
            y,
            shape=alt.Shape("shape:N", scale=None, legend=None),
            color=alt.Color("colour:N", scale=None, legend=None),
        )
    )
    shapes: dict[str, dict[str, Any]] = {
        "name": {"fontSize": look.size},
        "title": {"fontSize": look.size + 1, "fontWeight": "bold"},
    }
    texts = [
        alt.Chart(name=kind)
        .transform_filter(f"datum.kind == '{kind}'")
        .mark_text(align="left", color=look.palette.text, aria=False, **shape)
        .encode(x, y, text=alt.Text("text:N"))
        for kind, shape in shapes.items()
    ]
    return template([every_line(x, y), marks, *texts], look, ())
