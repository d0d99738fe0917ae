"""A cross-tabulation as a table: groups down the side (表側) and options across the top (表頭), or turned."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from narabe.model.crosstab import Base, CrossTab
from narabe.model.status import Origin
from narabe.model.survey import SEVERAL_ANSWERS
from narabe.model.table import Cell as Shown
from narabe.model.table import Column, Table
from narabe.model.text import EMPTY, Text
from narabe.tables.crossed_groups import Group, groups, one_total, part_shown, tested
from narabe.tables.crossed_measures import (
    Marks,
    Measure,
    averages,
    bases,
    counts,
    group_label,
    shares,
    spelled,
)
from narabe.words import crosstab_file_sentences as words
from narabe.words import raking_sentences


class Figures(StrEnum):
    """What stands in a cell: the share, the count, or one above the other (N・%表)."""

    SHARES = "shares"
    COUNTS = "counts"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a cross-tabulation is laid out; `turned`: options down the side, groups across."""

    figures: Figures = Figures.SHARES
    marks: Marks = Marks.NONE
    turned: bool = False


def crossed(told: CrossTab, layout: Layout = Layout()) -> Table:
    """All axes in one table. Numbers are numbers; `*` is masked, — has no base, and a marked share is text."""
    shown = groups(told)
    marks = layout.marks if tested(told) else Marks.NONE
    table = _turned if layout.turned else _japanese
    columns, rows = table(told, shown, replace(layout, marks=marks))
    along = words.ALONG_COLUMN if layout.turned else words.ALONG_ROW
    return Table(
        name=f"narabe_crosstab_{told.question_id}",
        title=title(told),
        columns=_named_apart(columns),
        rows=rows,
        notes=notes(told, along, marks),
        build_id=told.content,
    )


def title(told: CrossTab) -> Text:
    """The question; fictional answers say so."""
    if told.origin is not Origin.FICTIONAL:
        return told.label
    mark = words.FICTIONAL
    return Text(f"{told.label.ja}【{mark.ja}】", f"{told.label.en} [{mark.en}]")


def notes(told: CrossTab, along: Text = words.ALONG_ROW, marks: Marks = Marks.NONE) -> tuple[Text, ...]:
    """What a reader must know, the mark of fictional data first."""
    columns = [column for table in told.tables for column in table.columns]
    tests_off = told.origin is Origin.FICTIONAL and not tested(told)
    told_by = {
        Marks.NONE: (),
        Marks.REST: (words.REST, words.UNTESTED_NOTE),
        Marks.LETTERS: (words.letters_used(told.correction), words.UNTESTED_NOTE),
    }
    several = told.answer_type in SEVERAL_ANSWERS and told.base is not Base.ANSWERS
    lines = (
        words.FICTIONAL if told.origin is Origin.FICTIONAL else EMPTY,
        words.share_base(told.base, along) if told.tables[0].rows else EMPTY,
        words.MULTIPLE_NOTE if several else EMPTY,
        words.weighted_by(told.weight) if told.weight and not told.raking else EMPTY,
        *(raking_sentences.notes(told.raking) if told.raking else ()),
        words.condition(told.where, part_shown(told), told.respondents) if told.where else EMPTY,
        words.masking(told.suppressed_below) if any(column.suppressed for column in columns) else EMPTY,
        words.SMALL_NOTE if any(group.small for group in groups(told)) else EMPTY,
        words.NO_BASE if any(column.unweighted_base == 0 for column in columns) else EMPTY,
        EMPTY if one_total(told) else words.OWN_TOTALS,
        *told_by[marks],
        words.IF_RANDOM if marks is not Marks.NONE else EMPTY,
        words.NO_TESTS if tests_off else EMPTY,
    )
    return tuple(line for line in lines if line.ja)


def _japanese(
    told: CrossTab, shown: tuple[Group, ...], layout: Layout
) -> tuple[list[Column], tuple[tuple[Shown, ...], ...]]:
    crossing = any(table.banner for table in told.tables)
    both = layout.figures is Figures.BOTH and bool(told.tables[0].rows)
    first, *second = _lines(told, layout)
    columns = [Column("axis", words.AXIS)] if crossing else []
    columns += [Column("group", words.GROUP)]
    columns += [Column("figure", words.LINE)] if both else []
    columns += [Column(each.key, each.label, each.decimals, fixed=not both) for each in first]
    rows: list[tuple[Shown, ...]] = []
    for group in shown:
        names: list[Shown] = [group.axis] if crossing else []
        names.append(group_label(group, layout.marks is Marks.LETTERS))
        rows.append((*names, *([words.COUNT] if both else []), *(each.of(group) for each in first)))
        for line in second:
            cells = {each.key: spelled(each.of(group), each.decimals) for each in line}
            rows.append((*names, words.SHARE, *(cells.get(each.key) for each in first)))
    return columns, tuple(rows)


def _turned(
    told: CrossTab, shown: tuple[Group, ...], layout: Layout
) -> tuple[list[Column], tuple[tuple[Shown, ...], ...]]:
    both = layout.figures is Figures.BOTH and bool(told.tables[0].rows)
    several = len({group.axis for group in shown if group.axis.ja}) > 1
    lettered = layout.marks is Marks.LETTERS
    columns = [Column("option", words.OPTION)]
    columns += [Column("figure", words.LINE)] if both else []
    columns += [
        Column(f"group_{place}", _headed(group, several, lettered), 1, fixed=False)
        for place, group in enumerate(shown)
    ]
    first, *second = _lines(told, layout)
    under = {each.key: each for line in second for each in line}
    measures = [each for top in first for each in ((top, under[top.key]) if top.key in under else (top,))]
    rows = [
        (
            each.label,
            *([each.line or None] if both else []),
            *(spelled(each.of(group), each.decimals) for group in shown),
        )
        for each in measures
    ]
    return columns, tuple(rows)


def _lines(told: CrossTab, layout: Layout) -> list[tuple[Measure, ...]]:
    """The measures of a group, on one line or two."""
    if layout.figures is Figures.SHARES:
        return [(*bases(told), *shares(told, layout.marks), *averages(told))]
    upper = (*bases(told), *counts(told), *averages(told))
    return [upper] if layout.figures is Figures.COUNTS else [upper, shares(told, layout.marks)]


def _headed(group: Group, several: bool, lettered: bool) -> Text:
    label = group_label(group, lettered)
    if not several or not group.axis.ja:
        return label
    return Text(f"{group.axis.ja}：{label.ja}", f"{group.axis.en}: {label.en}")


def _named_apart(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Headings that differ in either language: two options of one name are told apart by a number."""
    ja = _numbered([column.label.ja for column in columns])
    en = _numbered([column.label.en for column in columns])
    return tuple(replace(column, label=Text(*names)) for column, *names in zip(columns, ja, en, strict=True))


def _numbered(names: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    told = []
    for name in names:
        seen[name.strip()] += 1
        told.append(name if seen[name.strip()] == 1 else f"{name.strip()} ({seen[name.strip()]})")
    return told
