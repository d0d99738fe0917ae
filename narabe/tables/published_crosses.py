"""Published values by sex and age: groups down the side (表側) and options across the top (表頭), or turned."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from narabe.model.cell import amount, coded
from narabe.model.comparison import Cohort, Comparison, Share
from narabe.model.published_cross import PublishedCross, PublishedCrosses
from narabe.model.table import Cell, Column, Spread, Table
from narabe.model.text import Text
from narabe.tables import compare as compare_tables
from narabe.tables.crossed_measures import spelled
from narabe.tables.units import ITEMS, PEOPLE, PERCENT
from narabe.words import compare_sentences, labels
from narabe.words import published_cross_sentences as say

SHARE = Text("割合", "Share")


@dataclass(frozen=True, slots=True)
class _Measure:
    """One thing told of every group, by its place."""

    key: str
    label: Text
    decimals: int | None
    of: Callable[[int], Cell]
    spread: Spread | None = None


def crossed(cross: PublishedCross, turned: bool = False) -> Table:
    """Shares in percent with how each is known. Numbers are numbers; a range and an empty slot are words."""
    measures, groups = _measures(cross.comparison), cross.comparison.cohorts
    lay = _turned if turned else _japanese
    columns, rows = lay(measures, groups, cross)
    return Table(
        name=f"narabe_published_{cross.about.wave_id}_{cross.about.concept_id}",
        title=title(cross),
        columns=columns,
        rows=rows,
        notes=notes(cross),
        sources=cross.comparison.sources,
        build_id=cross.comparison.build_id,
    )


def values(cross: PublishedCross) -> Table:
    """One row per option and group: value, range, count, base, how it is known, note, source, register."""
    return replace(
        compare_tables.shares(cross.comparison),
        name=f"narabe_published_{cross.about.wave_id}_{cross.about.concept_id}_values",
        title=title(cross),
        notes=notes(cross),
    )


def questions(crosses: PublishedCrosses) -> Table:
    """One row per question that documents print by sex or age."""
    return Table(
        name="narabe_published_crosses",
        title=say.QUESTIONS_TITLE,
        columns=(
            Column("wave", Text("調査", "Survey")),
            Column("number", Text("番号", "No.")),
            Column("question", Text("設問", "Question")),
            Column("shares", Text("割合が分かる値", "Values known"), 0, counted=ITEMS),
            Column("ranges", Text("範囲のみの値", "Ranges only"), 0, counted=ITEMS),
            Column("empty", Text("図のため未収録の値", "Only in a lost chart"), 0, counted=ITEMS),
        ),
        rows=tuple((q.wave, q.number, q.label, q.shares, q.ranges, q.empty) for q in crosses.questions),
        build_id=crosses.build_id,
    )


def title(cross: PublishedCross) -> Text:
    """`ネットモニター2021年：「DX」という言葉の認知`."""
    about = cross.about
    return Text(f"{about.wave.ja}：{about.label.ja}", f"{about.wave.en}: {about.label.en}")


def notes(cross: PublishedCross) -> tuple[Text, ...]:
    """What must be read with the values."""
    empty = any(not share.told and share.status for row in cross.comparison.rows for share in row.shares)
    return (
        say.NO_TESTS,
        *([say.EMPTY_SLOTS] if empty else []),
        *say.remarks(cross),
        *compare_sentences.caveats(cross.comparison),
    )


def _measures(comparison: Comparison) -> list[_Measure]:
    """The base, then each option of which anything is known, with how it is known."""
    found = [_Measure("base", say.BASE_TITLE, 0, lambda place: comparison.cohorts[place].base)]
    for row in comparison.known_rows:
        label = Text(f"{row.label.ja}：{say.KNOWN_AS.ja}", f"{row.label.en}: {say.KNOWN_AS.en}")
        share, known = (
            Spread("option", say.OPTION_TITLE, row.option_id, row.label, *measure)
            for measure in (("share", SHARE), ("known_as", say.KNOWN_AS))
        )
        found.append(_Measure(row.option_id, row.label, 1, _value(row.shares), share))
        found.append(_Measure(f"{row.option_id}_known_as", label, None, _known_as(row.shares), known))
    return found


def _value(shares: tuple[Share, ...]) -> Callable[[int], Cell]:
    return lambda place: shares[place].value if shares[place].known else _in_words(shares[place])


def _known_as(shares: tuple[Share, ...]) -> Callable[[int], Cell]:
    return lambda place: say.known_as(shares[place])


def _in_words(share: Share) -> Text:
    """A range, a rank or a count; a dash where nothing is known, the status beside it says why."""
    if not share.told:
        return say.NOTHING
    return amount(compare_sentences.share(share), low=share.floor, high=share.ceiling, unit=PERCENT)


def _japanese(
    measures: list[_Measure], groups: tuple[Cohort, ...], cross: PublishedCross
) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    columns = (
        Column("axis", say.AXIS_TITLE),
        Column("group", say.GROUP_TITLE),
        *(
            Column(
                each.key,
                _in_percent(each),
                each.decimals,
                counted=PEOPLE if each.decimals == 0 else PERCENT,
                spread=each.spread,
            )
            for each in measures
        ),
    )
    rows = tuple(
        (
            cross.axes[place],
            coded(_named(group, cross), group.key, group.label),
            *(each.of(place) for each in measures),
        )
        for place, group in enumerate(groups)
    )
    return columns, rows


def _turned(
    measures: list[_Measure], groups: tuple[Cohort, ...], cross: PublishedCross
) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    columns = (
        Column("option", say.OPTION_TITLE),
        *(Column(group.group_id, _named(group, cross), 1, fixed=False) for group in groups),
    )
    rows = tuple(
        (_in_percent(each), *(spelled(each.of(place), each.decimals or 0) for place in range(len(groups))))
        for each in measures
    )
    return columns, rows


def _in_percent(measure: _Measure) -> Text:
    """Shares say their unit, since columns and rows of a turned table hold several kinds."""
    if measure.decimals != 1:
        return measure.label
    return Text(f"{measure.label.ja}（%）", f"{measure.label.en} (%)")


def _named(group: Cohort, cross: PublishedCross) -> Text:
    """`10代（参考値）` where the base is small."""
    place = cross.comparison.cohorts.index(group)
    if not any(row.shares[place].small for row in cross.comparison.rows):
        return group.short
    small = labels.SMALL_BASE
    return Text(f"{group.short.ja}（{small.ja}）", f"{group.short.en} ({small.en})")
