"""The comparison: shares of every option and cohort on one scale."""

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look, cohort_colours
from narabe.model.comparison import Cohort, Comparison, Share
from narabe.model.status import Origin, Status
from narabe.model.text import Lang, Text
from narabe.words import compare_sentences as say
from narabe.words import labels

TICKS = (0, 20, 40, 60, 80, 100)
SCALE = Scale(0, 104, TICKS, tuple(f"{tick}%" for tick in TICKS))
LOST = Text("図のため未収録", "only in a lost chart")


def shares(comparison: Comparison, look: Look) -> Spec:
    """Bars per option and cohort, zero-based, with intervals; ranges dashed; what print does not tell in words."""
    lines = Lines()
    colours = cohort_colours(comparison.cohorts, look.palette)
    for row in comparison.known_rows:
        lines.title(row.label.in_(look.lang))
        for cohort, share, colour in zip(comparison.cohorts, row.shares, colours, strict=True):
            if share.status is not None:
                interval, span = (share.low, share.high), (share.floor, share.ceiling)
                label, votes = bar_label(cohort, share).in_(look.lang), cohort.origin is Origin.ROOM
                lines.bar(label, colour, share.value, interval, span, votes=votes)
    return drawn(lines, SCALE, look)


def bar_label(cohort: Cohort, share: Share) -> Text:
    """`2021年 27.9%`, `2025年 27.3%以下（選択肢にあれば）`, `2017年 4位`, `2025年 図のため未収録`."""
    said = say.share(share, with_base=False)
    if not said.ja:
        said = said_of_nothing(share)
    elif share.bounded and not share.known and not share.offered:
        said = Text(f"{said.ja}（選択肢にあれば）", f"{said.en} (if offered)")
    return Text(f"{cohort.short.ja} {said.ja}", f"{cohort.short.en} {said.en}")


def said_of_nothing(share: Share) -> Text:
    """Why there is no figure."""
    if share.status is Status.NOT_PUBLISHED and share.note is not None:
        return share.note
    return (
        LOST if share.status is Status.NOT_CAPTURED else labels.STATUS[share.status or Status.NOT_PUBLISHED]
    )


def alt_text(comparison: Comparison, lang: Lang) -> str:
    """The chart in words: the finding, then each option with what each cohort says."""
    options = [
        row.label.in_(lang)
        + ": "
        + ", ".join(
            bar_label(cohort, share).in_(lang)
            for cohort, share in zip(comparison.cohorts, row.shares, strict=True)
            if share.status is not None
        )
        for row in comparison.known_rows
    ]
    return " ".join([comparison.question.in_(lang), comparison.finding.in_(lang), *options])
