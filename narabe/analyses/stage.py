"""A step of a deck as it is shown now: values that are held back are not in it."""

from collections.abc import Sequence
from dataclasses import replace

from narabe.analyses.cohorts import concept_of
from narabe.analyses.compare import compare
from narabe.analyses.findings import finding
from narabe.analyses.kpi import kpi_board
from narabe.analyses.rows import Row, text
from narabe.analyses.stage_guesses import guesses, on_one_scale
from narabe.analyses.stage_view import view_slide
from narabe.model.comparison import Cohort, CompareAsk, Comparison, OptionRow, Share
from narabe.model.deck import Deck, Picture, PictureKind, StagedDeck, StagedStep, Step
from narabe.model.kpi import Indicator
from narabe.model.problem import Problem
from narabe.model.room import Choice, Form, OptionCount, Phase, Question, Tally
from narabe.model.slide import ROOM, Bar, BarGroup, Slide
from narabe.model.source import unique
from narabe.model.status import BaseStatus, Verdict
from narabe.model.text import EMPTY, Text
from narabe.room.tallies import FEWEST
from narabe.warehouse import Warehouse
from narabe.words import stage_sentences as say
from narabe.words.compare_sentences import bases

MOST_OPTIONS = 6
"""Options a wall shows of a question that the room is not asked; one that it is asked has all of its options."""
OTHER = "narabe_other"
FORMS = {"single": Form.SINGLE, "scale": Form.SCALE, "multiple": Form.MULTIPLE, "limited": Form.MULTIPLE}


def staged(warehouse: Warehouse, deck: Deck) -> StagedDeck:
    """The deck with every question as the live version has it. Errors: Problem for what it lacks."""
    steps = tuple(StagedStep(step, _question(warehouse, step)) for step in deck.steps)
    for each in steps:
        slide(warehouse, each, Phase.REVEALED)
    return StagedDeck(deck.deck_id, deck.title, steps)


def slide(warehouse: Warehouse, staged: StagedStep, phase: Phase, tally: Tally | None = None) -> Slide:
    """What the wall shows. The room's answers come in as `tally` once they are revealed, never before."""
    step = staged.step
    revealed = phase is Phase.REVEALED or not (staged.kind.asks or staged.kind.holds_back)
    told = tally if revealed else None
    shown = _drawn(warehouse, staged, revealed, told) if step.picture else Slide(step.title)
    groups = on_one_scale(shown.groups, step.picture, staged.question) if step.picture else ()
    heard = guesses(groups, step.picture, staged.question, told)
    if told and not told.too_few and not _beside(step, staged.question):
        groups = (*groups, *_alone(told))
    return Slide(
        title=step.title,
        groups=groups,
        question=staged.question,
        room=told,
        sentence=_sentence(warehouse, step) if revealed else EMPTY,
        bases=shown.bases,
        cautions=(*shown.cautions, *_on_the_room(told)),
        sources=shown.sources,
        revealed=revealed,
        guesses=heard,
        build_id=warehouse.build_id,
    )


def _question(warehouse: Warehouse, step: Step) -> Question | None:
    """What the room is asked: the deck's own question, or the survey's with the options its document prints."""
    if step.asks_survey:
        return _of_survey(warehouse, step)
    if step.asked and not step.asked.wording.ja:
        return replace(step.asked, wording=_by_what_is_shown(warehouse, _picture(step)))
    return step.asked


def _by_what_is_shown(warehouse: Warehouse, picture: Picture) -> Text:
    """`2021年 27.9%。2025年は？`: the option's shares that are shown, and whose is asked."""
    bars = _shares(warehouse, picture, picture.guessed, None, None).groups[0].bars
    shown, held = ([bar for bar in bars if bar.held is each] for each in (False, True))
    return say.what_of([(bar.label, bar.said) for bar in shown], [bar.label for bar in held])


def _of_survey(warehouse: Warehouse, step: Step) -> Question:
    picture = _picture(step)
    asked = [
        row
        for row in warehouse.ask("concept_questions", concept=picture.concept)
        if row["wave_id"] == step.asks_survey
    ]
    if not asked or asked[0]["answer_type"] not in FORMS:
        raise Problem(say.unknown(step.asks_survey), say.MEND_DECK)
    figures = warehouse.ask("concept_figures", concept=picture.concept)
    offered = {
        row["option_id"]: say.as_option(text(row, "option"))
        for row in sorted(figures, key=lambda row: row["option_order"])
        if row["wave_id"] == step.asks_survey and row["group_id"] == "all" and _offers(step, row)
    }
    if missing := set(step.offered) - set(offered):
        raise Problem(say.unknown(", ".join(sorted(missing))), say.MEND_DECK)
    form = FORMS[asked[0]["answer_type"]]
    choices = [Choice(option, label) for option, label in offered.items()]
    if form is Form.MULTIPLE:
        choices = _as_on_the_wall(warehouse, picture, choices)
    if not (step.offered or asked[0]["options_complete"] or "other" in offered):
        choices.append(Choice(OTHER, say.OTHER))
    return Question(
        asked[0]["question_id"],
        form,
        concept_of(warehouse, picture.concept).question,
        tuple(choices),
        asked[0]["max_choices"],
    )


def _offers(step: Step, option: Row) -> bool:
    """Whether the room may choose it: what the step names, else every option that adds up no others."""
    return option["option_id"] in step.offered if step.offered else not option["is_net"]


def _as_on_the_wall(warehouse: Warehouse, picture: Picture, choices: list[Choice]) -> list[Choice]:
    """Options that have no order of their own, as the wall has them: a document lists the largest first, which would
    tell a phone what the wall holds back. Those without figures come last."""
    found = compare(warehouse, CompareAsk(picture.concept, picture.cohorts))
    places = {row.option_id: place for place, row in enumerate(_in_order(found.rows, found, picture.guessed))}
    return sorted(choices, key=lambda choice: places.get(choice.option_id, len(places)))


def _picture(step: Step) -> Picture:
    if step.picture is None:
        raise Problem(say.unknown(step.asks_survey), say.MEND_DECK)
    return step.picture


def _drawn(warehouse: Warehouse, staged: StagedStep, revealed: bool, tally: Tally | None) -> Slide:
    step, picture = staged.step, _picture(staged.step)
    held = () if revealed else picture.guessed
    match picture.kind:
        case PictureKind.INDICATORS:
            return _indicators(warehouse, picture, held)
        case PictureKind.OPTION | PictureKind.QUESTION:
            asked = staged.question if step.asks_survey else None
            return _shares(warehouse, picture, held, asked, tally if asked else None)
        case PictureKind.VIEW:
            return view_slide(warehouse, picture, held)


def _shares(
    warehouse: Warehouse, picture: Picture, held: tuple[str, ...], asked: Question | None, tally: Tally | None
) -> Slide:
    """Shares of one option or of all, cohort by cohort, the room last."""
    found = compare(warehouse, CompareAsk(picture.concept, picture.cohorts))
    unknown = set(picture.cohorts) - {cohort.key for cohort in found.cohorts}
    one = picture.kind is PictureKind.OPTION
    rows = [row for row in found.rows if not one or row.option_id == picture.option]
    if unknown or not rows:
        raise Problem(say.unknown(", ".join(sorted(unknown)) or picture.option), say.MEND_DECK)
    if not one:
        rows = _in_order(rows, found, picture.guessed)
    of_survey = {row.option_id: (row.label, _bars(found, row, held, one)) for row in rows}
    of_room = _of_the_room(tally, one)
    options = _options(rows, None if one else asked)
    groups = tuple(
        BarGroup(EMPTY if one else label, (*of_survey.get(option, (label, ()))[1], *of_room.get(option, ())))
        for option, label in options.items()
    )
    cut = len(rows) > len(options)
    return Slide(
        EMPTY,
        groups,
        bases=EMPTY if one else _bases(found, tally),
        cautions=(*_cautions(found), *((say.FIRST_ONLY,) if cut else ())),
        sources=found.sources,
    )


def _options(rows: list[OptionRow], asked: Question | None) -> dict[str, Text]:
    """The options shown, in order: all that the room is offered, then what else the surveys had."""
    if asked is None:
        return {row.option_id: row.label for row in rows[:MOST_OPTIONS]}
    offered = {choice.option_id: choice.label for choice in asked.options}
    return offered | {row.option_id: row.label for row in rows if row.option_id not in offered}


def _in_order(rows: Sequence[OptionRow], found: Comparison, guessed: tuple[str, ...]) -> list[OptionRow]:
    """Options of which something is known, the largest first by what nobody guesses. Where all is guessed, the first
    of the document come before the others, each lot by name: the order gives nothing away, and nothing jumps."""
    known = [row for row in rows if any(share.known or share.bounded for share in row.shares)]
    open_ones = [place for place, cohort in enumerate(found.cohorts) if cohort.key not in guessed]
    if not guessed:
        return known
    if not open_ones:
        first, others = known[:MOST_OPTIONS], known[MOST_OPTIONS:]
        return [row for lot in (first, others) for row in sorted(lot, key=lambda row: row.option_id)]
    return sorted(known, key=lambda row: [-_size(row.shares[place]) for place in reversed(open_ones)])


def _size(share: Share) -> float:
    return share.value if share.value is not None else share.ceiling or 0.0


def _bases(found: Comparison, tally: Tally | None) -> Text:
    said = bases(found.cohorts)
    return said + say.and_the_room(tally) if tally and not tally.too_few else said


def _bars(found: Comparison, row: OptionRow, held: tuple[str, ...], with_base: bool) -> tuple[Bar, ...]:
    pairs = zip(found.cohorts, row.shares, strict=True)
    return tuple(_bar(cohort, share, cohort.key in held, with_base) for cohort, share in pairs if share.told)


def _bar(cohort: Cohort, share: Share, held: bool, with_base: bool) -> Bar:
    inferred = share.base_status is BaseStatus.INFERRED
    note = say.base(share.base, inferred, share.small) if with_base else EMPTY
    if held:
        return Bar(cohort.key, cohort.short, cohort.wave_id, say.HELD, held=True, note=note)
    return Bar(
        cohort.key,
        cohort.short,
        cohort.wave_id,
        say.share(share),
        share.value,
        None if share.known else share.floor,
        None if share.known else share.ceiling,
        note=note,
    )


def _of_the_room(tally: Tally | None, with_base: bool) -> dict[str, tuple[Bar, ...]]:
    """The room's bar of each option."""
    if tally is None or tally.too_few:
        return {}
    note = say.room_base(tally) if with_base else EMPTY
    return {
        each.option_id: (Bar(ROOM, say.ROOM, ROOM, _percent(each), 100 * each.share, note=note),)
        for each in tally.options
    }


def _percent(counted: OptionCount) -> Text:
    return say.share(Share(value=100 * counted.share))


def _alone(tally: Tally) -> tuple[BarGroup, ...]:
    """The room's answers where no survey asked the same."""
    bars = tuple(
        Bar(each.option_id, each.label, ROOM, _percent(each), 100 * each.share) for each in tally.options
    )
    return (BarGroup(say.room_of(tally), bars),) if bars else ()


def _beside(step: Step, question: Question | None) -> bool:
    """Whether the room's answers stand among the cohorts."""
    return bool(step.asks_survey and question)


def _cautions(found: Comparison) -> tuple[Text, ...]:
    """Why the pairs shown may not simply be compared, each reason once."""
    reasons = [each.reason for each in found.judgements if each.verdict is not Verdict.SAME]
    return tuple(dict.fromkeys(reasons))


def _on_the_room(tally: Tally | None) -> tuple[Text, ...]:
    """What is said wherever answers of the room are shown."""
    if tally is None:
        return ()
    return (say.too_few(FEWEST),) if tally.too_few else (say.NOT_A_SAMPLE,)


def _indicators(warehouse: Warehouse, picture: Picture, held: tuple[str, ...]) -> Slide:
    """Each indicator on its own scale: the latest value against its target."""
    board = {each.metric_id: each for each in kpi_board(warehouse).indicators}
    unknown = [name for name in picture.metrics if name not in board]
    if unknown or not picture.metrics:
        raise Problem(say.unknown(", ".join(unknown)), say.MEND_DECK)
    chosen = [board[name] for name in picture.metrics]
    return Slide(
        EMPTY,
        tuple(_indicator(each, each.metric_id in held) for each in chosen),
        cautions=tuple(each.why for each in chosen if each.why.ja and each.metric_id not in held),
        sources=unique([source for each in chosen for source in each.sources]),
    )


def _indicator(indicator: Indicator, held: bool) -> BarGroup:
    target = indicator.target.value if indicator.target else None
    latest = indicator.yearly
    said = say.amount(latest, 0, indicator.unit) if latest is not None else say.NO_FIGURE
    goal = say.amount(target, 0, indicator.unit) if target is not None else say.NO_FIGURE
    ends = [target or 0.0, 0.0 if held else latest or 0.0]
    bar = Bar(
        indicator.metric_id,
        say.LATEST if _as_it_stands(indicator) else say.LATEST_YEARLY,
        "kpi",
        say.HELD if held else said,
        None if held else latest,
        target=target,
        held=held,
        note=Text(f"{say.TARGET.ja} {goal.ja}", f"{say.TARGET.en} {goal.en}"),
    )
    return BarGroup(indicator.title, (bar,), max(ends) * 1.15 or 1.0, indicator.unit)


def _as_it_stands(indicator: Indicator) -> bool:
    """Whether the latest value was not put on twelve months."""
    return indicator.latest is None or indicator.latest.value == indicator.yearly


def _sentence(warehouse: Warehouse, step: Step) -> Text:
    """The deck's own line, or the finding's."""
    if step.note.ja or not step.finding:
        return step.note
    if found := finding(warehouse, step.finding):
        return found.headline
    raise Problem(say.unknown(step.finding), say.MEND_DECK)
