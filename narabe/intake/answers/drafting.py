"""A question drafted from its columns alone, where no codebook knows it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count

import duckdb

from narabe.intake.answers.delimited import delimited
from narabe.intake.answers.free_text import FREE, asks_for_words
from narabe.intake.answers.headings import id_of, title
from narabe.intake.answers.options import answered, drafted_options, folded, spelled
from narabe.intake.answers.people import AGE_NAME, decade_of, group_id, group_of
from narabe.intake.answers.profile import Profile
from narabe.intake.answers.shared_words import parted
from narabe.intake.answers.spellings import (
    chosen,
    code,
    missing_amounts,
    missing_flags,
    missing_options,
    missing_word,
    normal,
    number,
)
from narabe.intake.answers.units import MOST_OPTIONS, Unit, holds_words
from narabe.intake.reading.cells import on_one_line
from narabe.model.answers_plan import AnswerType, Group, Layout, Missing, OptionPlan, QuestionPlan
from narabe.model.intake import Raw
from narabe.model.text import Text, plain

AT_MOST = re.compile(r"([0-9０-９一二三四五六七八九十])\s*(?:つ|個|項目)(?:まで|以内)")
NUMERALS = "一二三四五六七八九十"
AMOUNT = re.compile(
    r"年齢|歳|人数|回数|台数|時間|年数|金額|件数|点数|[(（](人|回|円|年|分|時間|歳|km|%|点)[)）]|\bage\b",
    re.I,
)
FEW_CODES, LARGEST_CODE, AGE_MOST = 12, 30, 120
SHORT_ANSWER, MOST_FRESH = 10, 20
"""Words up to this length that come again are options; longer ones that never do are free text."""


def drafted(connection: duckdb.DuckDBPyConnection, raw: Raw, unit: Unit) -> tuple[QuestionPlan, ...]:
    """The question of a unit, and for ages in years also the one of age groups. Ids are given later."""
    if unit.layout is Layout.FLAGS:
        return (_flags(unit),)
    if unit.layout is Layout.SLOTS:
        return (_slots(unit),)
    profile = unit.profiles[0]
    if profile.column.labels:
        return (_labelled(profile),)
    if _is_amount(profile):
        missing = _missing(profile, missing_amounts)
        amount = _question(profile.header, AnswerType.NUMERIC, profile, missing=missing, certain=0.9)
        return (amount, *_age_groups(profile, amount))
    several = None if FREE.search(profile.header) else delimited(connection, raw, profile)
    if several:
        delimiter, labels, others, certain = several
        options, _ = drafted_options(labels, others)
        question = _question(
            profile.header, AnswerType.MULTIPLE, profile, options, _missing(profile), certain
        )
        return (_limited(replace(question, layout=Layout.DELIMITED, delimiter=delimiter)),)
    return (_text(profile) if _is_text(profile) else _single(profile),)


def at_most(header: str) -> int | None:
    """How many options a header allows: `3つまで`."""
    found = AT_MOST.search(header)
    if not found:
        return None
    return NUMERALS.index(found[1]) + 1 if found[1] in NUMERALS else int(found[1])


def truthy(profile: Profile) -> tuple[str, ...]:
    """What stands in a column where its option was chosen."""
    missing = _missing(profile, missing_flags)
    return tuple(each for each in profile.spellings if each not in missing and chosen(each) is not False)


def _missing(
    profile: Profile, told: Callable[[Iterable[str]], dict[str, Missing]] = missing_options
) -> dict[str, Missing]:
    """No answers by word or number, as `told` reads what is usual among such values; codes that SPSS calls missing too."""
    declared = dict.fromkeys(profile.column.missing, Missing.NO_ANSWER)
    labels = {value: reason for value, label in profile.column.labels if (reason := missing_word(label))}
    return declared | told(profile.spellings) | labels


def _question(
    header: str,
    answer_type: AnswerType,
    profile: Profile,
    options: tuple[OptionPlan, ...] = (),
    missing: dict[str, Missing] | None = None,
    certain: float = 1.0,
) -> QuestionPlan:
    return QuestionPlan(
        "", header, plain(title(header)), answer_type, Layout.CELL, (profile.name,), options,
        tuple((missing or {}).items()), certain=certain,
    )  # fmt: skip


def _limited(question: QuestionPlan, words: str = "") -> QuestionPlan:
    most = at_most(f"{question.header} {words}")
    return replace(question, answer_type=AnswerType.LIMITED, max_choices=most) if most else question


def _flags(unit: Unit) -> QuestionPlan:
    """Options in the order of their columns."""
    shared, _ = parted([heading.label for heading in unit.headings])
    options = [_box(unit, place) for place in range(len(unit.profiles))]
    missing = {
        value: reason
        for profile in unit.profiles
        for value, reason in _missing(profile, missing_flags).items()
    }
    question = _question(unit.header, AnswerType.MULTIPLE, unit.profiles[0], tuple(options), missing, 0.95)
    question = replace(question, layout=Layout.FLAGS, columns=unit.names)
    if shared:
        named = shared if id_of(unit.header) else f"{unit.header} {shared}"
        question = replace(question, label=plain(named))
    return _limited(question, shared)


def _box(unit: Unit, place: int) -> OptionPlan:
    """The option of one column, without the words that those of all columns share."""
    profile, heading, number = unit.profiles[place], unit.headings[place], place + 1
    given = truthy(profile)
    _, words = parted([each.label for each in unit.headings])
    named = words[place] or (given[0] if unit.own and given and code(given[0]) is None else "")
    counted = heading.number or number
    label = plain(named) if named else Text(f"選択肢{counted}", f"Option {counted}")
    return OptionPlan(f"o{number}", label, given, profile.name)


def with_box(question: QuestionPlan, unit: Unit, profile: Profile) -> QuestionPlan:
    """Boxes with one more of their columns, at its place in the file."""
    box = _box(unit, unit.names.index(profile.name))
    taken = {option.option_id for option in question.options}
    own = next(each for place in count(1) if (each := f"o{place}") not in taken)
    box = box if box.option_id not in taken else replace(box, option_id=own)
    order = {name: place for place, name in enumerate(unit.names)}
    options = sorted((*question.options, box), key=lambda each: order.get(each.column or "", len(order)))
    columns = sorted((*question.columns, profile.name), key=lambda name: order.get(name, len(order)))
    missing = dict(question.missing) | _missing(profile, missing_flags)
    return replace(question, options=tuple(options), columns=tuple(columns), missing=tuple(missing.items()))


def _slots(unit: Unit) -> QuestionPlan:
    missing = {value: reason for profile in unit.profiles for value, reason in _missing(profile).items()}
    values = [pair for profile in unit.profiles for pair in answered(profile.values, missing)]
    times: dict[str, int] = {}
    for value, often in values:
        times[value] = times.get(value, 0) + often
    labels = dict(pair for profile in unit.profiles for pair in profile.column.labels)
    options, _ = _coded(labels, times, missing) if labels else drafted_options(spelled(times.items()))
    question = _question(unit.header, AnswerType.LIMITED, unit.profiles[0], options, missing, 0.9)
    return replace(question, layout=Layout.SLOTS, columns=unit.names, max_choices=len(unit.names))


def _labelled(profile: Profile) -> QuestionPlan:
    """A column whose codes came with labels: their order is the order of the options."""
    missing, labels = _missing(profile), dict(profile.column.labels)
    values = dict(answered(profile.values, missing))
    unknown = [value for value in values if value not in labels and code(value) not in labels]
    if len(unknown) > len(labels) or not (set(labels) - set(missing)):
        return _question(profile.header, AnswerType.NUMERIC, profile, missing=missing)
    group = group_of(profile.header, labels.values())
    options, scale = _coded(labels, values, missing, group)
    kind = AnswerType.SCALE if scale and group is None else AnswerType.SINGLE
    return replace(_question(profile.header, kind, profile, options, missing), group=group)


def _coded(
    labels: dict[str, str], values: dict[str, int], missing: dict[str, Missing], group: Group | None = None
) -> tuple[tuple[OptionPlan, ...], bool]:
    """Options from codes with labels, and from codes that stand in the file without one."""
    named = {value: label for value, label in labels.items() if value not in missing}
    bare = {value: value for value in values if value not in named and code(value) not in named}
    first = {label: value for value, label in reversed((named | bare).items())}
    options = tuple(
        OptionPlan(
            f"o{place}",
            plain(on_one_line(label)),
            (value, label) if first[label] == value else (value,),
            group_id=group_id(group, label),
        )
        for place, (value, label) in enumerate((named | bare).items(), start=1)
    )
    _, scale = drafted_options({label: [value] for label, value in first.items()})
    return options, scale


def _single(profile: Profile) -> QuestionPlan:
    missing = _missing(profile)
    values = dict(answered(profile.values, missing))
    labels, others = folded(spelled(values.items()), values)
    group = group_of(profile.header, labels)
    options, scale = drafted_options(labels, others, group)
    kind = AnswerType.SCALE if scale and group is None else AnswerType.SINGLE
    certain = 0.6 if all(code(label) is not None for label in labels) else 0.9
    return replace(_question(profile.header, kind, profile, options, missing, certain), group=group)


def _text(profile: Profile) -> QuestionPlan:
    missing = {value: reason for value in profile.spellings if (reason := missing_word(value))}
    return _question(profile.header, AnswerType.TEXT, profile, missing=missing, certain=0.8)


def _is_amount(profile: Profile) -> bool:
    """Numbers that count something, not codes of options."""
    values = [value for value, _ in answered(profile.values, _missing(profile))]
    if not values or any(number(value) is None for value in values):
        return False
    codes = [code(value) for value in values]
    small = all(each is not None and 0 <= int(each) <= LARGEST_CODE for each in codes)
    return bool(AMOUNT.search(profile.header)) or not small or len(set(codes)) > FEW_CODES


def _is_text(profile: Profile) -> bool:
    """Words of people: too many different ones, or hardly any that comes again."""
    values = answered(profile.values, _missing(profile))
    total = sum(times for _, times in values)
    if not profile.complete or not values:
        return True
    if holds_words(profile) or asks_for_words(profile.header, values):
        return True
    length = sum(len(value) for value, _ in values) / len(values)
    kinds = len({normal(value) for value, _ in values})
    fresh = kinds / total
    labels, others = folded(spelled(values), dict(values))
    if others:
        return len(labels) > MOST_OPTIONS
    many = kinds > MOST_FRESH and not all(code(value) is not None for value, _ in values)
    return kinds > MOST_OPTIONS or (fresh > 0.7 and ((total > 3 and length > SHORT_ANSWER) or many))


def _age_groups(profile: Profile, amount: QuestionPlan) -> tuple[QuestionPlan, ...]:
    """The same column once more, as groups of ten years."""
    values = [value for value, _ in answered(profile.values, dict(amount.missing))]
    years = {value: int(number(value) or 0) for value in values}
    if not (profile.complete and AGE_NAME.search(normal(profile.header)) and max(years.values()) <= AGE_MOST):
        return ()
    bands: dict[int, list[str]] = {}
    for value, age in sorted(years.items(), key=lambda each: each[1]):
        bands.setdefault(max(0, min(9, age // 10)), []).append(value)
    options = tuple(
        OptionPlan(f"o{place}", _band(tens), tuple(spellings), group_id=decade_of(tens * 10))
        for place, (tens, spellings) in enumerate(bands.items(), start=1)
    )
    header, words = f"{profile.header}（年代）", title(profile.header)
    label = Text(f"{words}（年代）", f"{words} (age groups)")
    question = _question(header, AnswerType.SINGLE, profile, options, dict(amount.missing), 0.8)
    return (replace(question, label=label, group=Group.AGE),)


def _band(tens: int) -> Text:
    if tens == 0:
        return Text("10歳未満", "Under 10")
    if tens == 9:
        return Text("90歳以上", "90 or older")
    return Text(f"{tens}0代", f"Aged {tens}0–{tens}9")
