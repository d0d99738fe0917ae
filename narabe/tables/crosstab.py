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
from narabe.tables.crossed_groups import (
    Group,
    few_told,
    groups,
    nested_names,
    one_total,
    part_shown,
    reasons_shown,
    tested,
    weightless,
)
from narabe.tables.crossed_measures import (
    WEIGHT_DIGITS,
    Marks,
    Measure,
    averages,
    bases,
    count_label,
    counts,
    given,
    group_label,
    level_labels,
    marks_in,
    people,
    shares,
    spelled,
    weighing,
)
from narabe.words import crosstab_file_sentences as words
from narabe.words import crosstab_sentences as names
from narabe.words import numbers, raking_sentences


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
    marked = tested(told) and layout.figures is not Figures.COUNTS
    marks = layout.marks if marked else Marks.NONE
    table = _turned if layout.turned else _japanese
    columns, rows = table(told, shown, replace(layout, marks=marks))
    along = words.ALONG_COLUMN if layout.turned else words.ALONG_ROW
    summed = told.weight and told.tables[0].rows and layout.figures is not Figures.SHARES
    return Table(
        name=f"narabe_crosstab_{told.question_id}",
        title=title(told),
        columns=_named_apart(columns),
        rows=rows,
        notes=(*notes(told, along, marks), *((words.WEIGHTED_COUNTS,) if summed else ())),
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
    several = told.answer_type in SEVERAL_ANSWERS and told.base is not Base.ANSWERS
    lines = (
        words.FICTIONAL if told.origin is Origin.FICTIONAL else EMPTY,
        words.share_base(told.base, along, answers_given(told)) if told.tables[0].rows else EMPTY,
        _reasons(told),
        words.MULTIPLE_NOTE if several else EMPTY,
        words.weighted_by(told.weight) if told.weight and not told.raking else EMPTY,
        *(raking_sentences.notes(told.raking) if told.raking else ()),
        *(line for each in told.recoded for line in words.recoded(each)),
        words.condition(told.where, part_shown(told), told.respondents) if told.where else EMPTY,
        words.masking(told.suppressed_below) if any(column.suppressed for column in columns) else EMPTY,
        words.SMALL_NOTE if any(group.small or few_told(group) for group in groups(told)) else EMPTY,
        words.NO_BASE if any(column.unweighted_base == 0 for column in columns) else EMPTY,
        words.WEIGHTLESS if any(map(weightless, columns)) else EMPTY,
        EMPTY if one_total(told) else words.OWN_TOTALS,
        *_legend(told, marks),
        words.IF_RANDOM if marks is not Marks.NONE else EMPTY,
        words.NO_TESTS if tests_off else EMPTY,
    )
    return tuple(line for line in lines if line.ja)


def answers_given(told: CrossTab) -> str | None:
    """By everybody, where shares are of answers; None where the total is masked, or each axis has its own."""
    if told.base is not Base.ANSWERS or not one_total(told):
        return None
    found = given(groups(told)[0])
    return None if found is None else numbers.number(round(found, WEIGHT_DIGITS), 1 if told.weight else 0).ja


def _reasons(told: CrossTab) -> Text:
    found = reasons_shown(told)
    return words.reasons_shown([names.MISSING[reason] for reason in found]) if found else EMPTY


def _legend(told: CrossTab, marks: Marks) -> tuple[Text, ...]:
    """What the marks mean that stand in the table."""
    there = marks_in(told, marks)
    lines = {
        Marks.NONE: EMPTY,
        Marks.REST: words.REST if there - {words.UNTESTED} else EMPTY,
        Marks.LETTERS: words.letters_used(told.correction),
    }
    return (lines[marks], words.UNTESTED_NOTE if words.UNTESTED in there else EMPTY)


def _japanese(
    told: CrossTab, shown: tuple[Group, ...], layout: Layout
) -> tuple[list[Column], tuple[tuple[Shown, ...], ...]]:
    levels = _level_names(told, max(len(group.levels) for group in shown))
    crossing = any(table.banner for table in told.tables) and levels[0] is words.GROUP
    both = layout.figures is Figures.BOTH and bool(told.tables[0].rows)
    first, *second = _lines(told, layout)
    columns = [Column("axis", words.AXIS)] if crossing else []
    columns += [Column(f"part_{level}" if level else "group", name) for level, name in enumerate(levels)]
    columns += [Column("figure", words.LINE)] if both else []
    mixed = {each.key for line in second for each in line} if told.weight is None else set()
    columns += [Column(each.key, each.label, each.decimals, fixed=each.key not in mixed) for each in first]
    rows: list[tuple[Shown, ...]] = []
    for group, labels in zip(shown, side(shown, layout.marks is Marks.LETTERS), strict=True):
        before: list[Shown] = [group.axis] if crossing else []
        upper = [count_label(told)] if both else []
        rows.append((*before, *labels, *upper, *(each.of(group) for each in first)))
        for line in second:
            cells = {each.key: spelled(each.of(group), each.decimals) for each in line}
            again = (*[EMPTY] * (len(group.levels) - 1), *labels[len(group.levels) - 1 :])
            rows.append((*before, *again, words.SHARE, *(cells.get(each.key) for each in first)))
    return columns, tuple(rows)


def _level_names(told: CrossTab, depth: int) -> tuple[Text, ...]:
    """Headings of the names: the questions themselves where one nested axis stands alone, and needs no column more."""
    (first, *others) = told.tables
    asked = nested_names(first.label)
    if depth > 1 and not others and len(asked) == depth:
        return asked
    return (words.GROUP, *[words.PART] * (depth - 1))


def side(shown: Sequence[Group], lettered: bool) -> list[tuple[Text, ...]]:
    """The names down the side (表側), one for each level of nesting: an outer group once, its inner ones under it."""
    depth = max(len(group.levels) for group in shown)
    found: list[tuple[Text, ...]] = []
    before: tuple[Text, ...] = ()
    for group in shown:
        *outer, inner = level_labels(group, lettered)
        path = (group.axis, *outer)
        told = [EMPTY if path[: at + 2] == before[: at + 2] else label for at, label in enumerate(outer)]
        found.append((*told, inner, *[EMPTY] * (depth - len(outer) - 1)))
        before = path
    return found


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
        return [_around(told, layout, (*shares(told, layout.marks), *averages(told)))]
    upper = _around(told, layout, (*counts(told), *averages(told)))
    return [upper] if layout.figures is Figures.COUNTS else [upper, shares(told, layout.marks)]


def _around(told: CrossTab, layout: Layout, middle: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """With the bases; side by side on a narrow screen, what weights make of them would push the shares out of sight."""
    if layout.turned:
        return (*bases(told), *middle)
    return (*people(told), *middle, *weighing(told))


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
