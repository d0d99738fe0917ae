"""A drafted question brought into line with the codebook's."""

from collections.abc import Sequence
from dataclasses import replace

from narabe.intake.answers.matching import asked_options, delimiter_of, option_at, option_like, option_named
from narabe.intake.answers.options import drafted_options, spelled
from narabe.intake.answers.people import group_id as group_of_label
from narabe.intake.answers.people import group_of
from narabe.intake.answers.segments import Segments, found
from narabe.intake.answers.spellings import code, missing_word
from narabe.intake.answers.units import Unit
from narabe.model.answers_plan import AnswerType, Group, Layout, Missing, OptionPlan, QuestionPlan
from narabe.model.codebook import BookOption, BookQuestion

CHOICES = (AnswerType.SINGLE, AnswerType.MULTIPLE, AnswerType.LIMITED, AnswerType.SCALE)
SEVERAL = (AnswerType.MULTIPLE, AnswerType.LIMITED)


def adopted(draft: QuestionPlan, question: BookQuestion, unit: Unit, certain: float) -> QuestionPlan:
    """The draft with the id, words, options and missing codes of its own codebook.

    A spelling that the codebook does not know stays without an option where the codebook is complete.
    """
    if not question.typed and not question.options and draft.answer_type in CHOICES:
        missing = dict(draft.missing) | {value: Missing(reason) for value, reason in question.missing}
        return replace(draft, label=question.label, missing=tuple(missing.items()), certain=certain)
    kind = _kind(draft, question, unit)
    missing = _missing(draft, question, draft.layout is Layout.FLAGS and not unit.own)
    plan = replace(
        draft, question_id=question.question_id, label=question.label, answer_type=kind, certain=certain,
        missing=tuple(missing.items()), max_choices=question.max_choices or draft.max_choices,
        concept_id=question.concept_id, group=None,
    )  # fmt: skip
    if kind not in CHOICES:
        return replace(plan, layout=Layout.CELL, columns=draft.columns[:1], options=(), delimiter=None)
    if draft.layout is Layout.FLAGS:
        return replace(plan, options=_flags(draft, question, unit))
    values = [each for each in _values(unit) if each not in missing]
    if draft.layout is not Layout.SLOTS and kind in SEVERAL:
        return _delimited(plan, question, values)
    layout = draft.layout if draft.layout is Layout.SLOTS else Layout.CELL
    plan = replace(plan, layout=layout, delimiter=None, options=_options(question, values))
    group = group_of(f"{question.label.ja} {draft.header}", (option.label.ja for option in plan.options))
    return replace(plan, group=group, options=_grouped(plan.options, question, group))


def _kind(draft: QuestionPlan, question: BookQuestion, unit: Unit) -> AnswerType:
    """As the codebook says; where it says nothing, as the answers lie: numbers of which it names hardly any are amounts."""
    if question.typed:
        return AnswerType(question.answer_type)
    several = AnswerType.LIMITED if question.max_choices else AnswerType.MULTIPLE
    values = [value for value in _values(unit) if value not in dict(draft.missing)]
    unknown = [value for value in values if _option(question, value) is None]
    if draft.layout is not Layout.CELL or delimiter_of(unknown, _names(question)):
        return several
    if draft.answer_type not in CHOICES and (not values or len(unknown) * 2 > len(values)):
        return draft.answer_type
    _, scale = drafted_options({option.label.ja: [] for option in asked_options(question)})
    grouping = group_of(f"{question.label.ja} {draft.header}", (o.label.ja for o in asked_options(question)))
    return AnswerType.SCALE if scale and grouping is None else AnswerType.SINGLE


def related(draft: QuestionPlan, question: BookQuestion, same: Sequence[BookQuestion]) -> QuestionPlan:
    """The draft made comparable with a question of another survey: its concept, and its ids of the same options.

    A document may name only some options: `same` are questions of further surveys that ask the same, for the others.
    """
    if draft.answer_type not in CHOICES or not question.concept_id:
        return draft
    by_draft = {option.option_id: _known(option.label.ja, question, same) for option in draft.options}
    taken: set[str] = set()
    options = []
    for option in draft.options:
        known = by_draft[option.option_id]
        if known is None or known.option_id in taken:
            options.append(option)
            continue
        taken.add(known.option_id)
        label = known.label if known.label.ja == option.label.ja else replace(option.label, en=known.label.en)
        options.append(replace(option, option_id=known.option_id, label=label))
    return replace(draft, concept_id=question.concept_id, options=tuple(options))


def _known(label: str, question: BookQuestion, same: Sequence[BookQuestion]) -> BookOption | None:
    """The option of these words in any of the questions, else the one of nearly these in the first."""
    named = (option_named(each, label) for each in (question, *same))
    return next((option for option in named if option), None) or option_like(question, label)


def in_words(unit: Unit, question: BookQuestion) -> Unit:
    """A unit as if its header and values were the words of a codebook's question."""
    labels = tuple((option.option_id, option.label.ja) for option in asked_options(question))
    profiles = tuple(
        replace(profile, column=replace(profile.column, header=question.label.ja, labels=labels), values=())
        for profile in unit.profiles
    )
    return Unit(question.label.ja, Layout.CELL, profiles, unit.headings)


def _missing(draft: QuestionPlan, question: BookQuestion, boxes: bool) -> dict[str, Missing]:
    """The codebook's codes go before ours; what is an option there is none, but in boxes no number is."""
    given = {value: Missing(reason) for value, reason in question.missing}
    guessed = {
        value: reason
        for value, reason in draft.missing
        if value not in given
        and (boxes or (not option_named(question, value) and not _is_place(question, value)))
    }
    return guessed | given


def _is_place(question: BookQuestion, value: str) -> bool:
    place = code(value)
    return bool(place and int(place) > 0 and option_at(question, int(place)))


def _values(unit: Unit) -> list[str]:
    return list(dict.fromkeys(value for profile in unit.profiles for value in profile.spellings))


def _options(question: BookQuestion, values: list[str]) -> tuple[OptionPlan, ...]:
    """The codebook's options with every value of the file that means them."""
    standing: dict[str, list[str]] = {option.option_id: [] for option in asked_options(question)}
    unknown: list[str] = []
    for value in values:
        option = _option(question, value)
        (standing[option.option_id] if option else unknown).append(value)
    known = tuple(
        OptionPlan(option.option_id, option.label, _together(standing[option.option_id], option))
        for option in asked_options(question)
    )
    return known if question.complete else (*known, *_further(unknown, set(standing)))


def _option(question: BookQuestion, value: str) -> BookOption | None:
    """By words, then by the number of its place."""
    named = option_named(question, value)
    place = code(value)
    if named or place is None:
        return named or option_like(question, value)
    return option_at(question, int(place)) if int(place) > 0 else None


def _together(values: list[str], option: BookOption) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*values, *option.spellings)))


def _further(unknown: list[str], taken: set[str]) -> tuple[OptionPlan, ...]:
    """Options that the codebook leaves out and says so."""
    free = (f"o{place}" for place in range(1, len(unknown) + len(taken) + 1) if f"o{place}" not in taken)
    options, _ = drafted_options(spelled((value, 1) for value in unknown))
    return tuple(replace(option, option_id=next(free)) for option in options)


def _flags(draft: QuestionPlan, question: BookQuestion, unit: Unit) -> tuple[OptionPlan, ...]:
    """The option of each column: by its label, else by its number."""
    options: list[OptionPlan] = []
    taken: set[str] = set()
    for option, heading in zip(draft.options, unit.headings, strict=True):
        known = option_like(question, heading.label) or option_like(
            question, unit_part(heading.header, question)
        )
        if known is None and unit.own:
            known = next(filter(None, (_option(question, each) for each in option.spellings)), None)
        if known is None and not heading.label and heading.number is not None:
            known = option_at(question, heading.number) or option_named(question, str(heading.number))
        fits = known is not None and known.option_id not in taken
        named = replace(option, option_id=known.option_id, label=known.label) if known and fits else option
        taken.add(named.option_id)
        options.append(named)
    return tuple(options)


def unit_part(header: str, question: BookQuestion) -> str:
    """What a header adds to the question's id: `q3_website` gives website."""
    for mark in ("__", "_", "-", "."):
        if header.startswith(question.question_id + mark):
            return header.removeprefix(question.question_id + mark)
    return header


def _delimited(plan: QuestionPlan, question: BookQuestion, values: list[str]) -> QuestionPlan:
    """Several answers in a cell, cut by the delimiter that reads most of them."""
    names = _names(question)
    delimiter = delimiter_of(values, names) or plan.delimiter or ";"
    known = tuple(
        OptionPlan(
            option.option_id, option.label, tuple(each for owner, each in names if owner == option.option_id)
        )
        for option in asked_options(question)
    )
    if not question.complete:
        known = (*known, *_pieces(values, names, delimiter))
    return replace(plan, layout=Layout.DELIMITED, delimiter=delimiter, options=known)


def _names(question: BookQuestion) -> list[tuple[str, str]]:
    """(option id, every text that means it), also the number of its place where that can be meant."""
    asked = asked_options(question)
    names = [
        (option.option_id, each)
        for option in asked
        for each in (option.label.ja, option.label.en, option.option_id, *option.spellings)
    ]
    if option_at(question, 1):
        names += [(option.option_id, str(place)) for place, option in enumerate(asked, start=1)]
    return names


def _pieces(values: list[str], names: list[tuple[str, str]], delimiter: str) -> tuple[OptionPlan, ...]:
    """What the cells hold beside the codebook's options."""
    segments = Segments(names, delimiter)
    odd = [(left, 1) for value in values if (left := segments.options(value)[1])]
    unknown = [label for label, _ in found(odd, delimiter).options if missing_word(label) is None]
    return _further(unknown, {owner for owner, _ in names})


def _grouped(
    options: tuple[OptionPlan, ...], question: BookQuestion, group: Group | None
) -> tuple[OptionPlan, ...]:
    """The groups that the codebook names, else those that the labels are."""
    named = {option.option_id: option.group_id for option in question.options}
    return tuple(
        replace(option, group_id=named.get(option.option_id) or group_of_label(group, option.label.ja))
        for option in options
    )
