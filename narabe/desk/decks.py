"""The decks: those that are ready, and those people make, change and withdraw."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from json import JSONDecodeError

from cattrs.errors import BaseValidationError

from narabe.desk.naming import checked_signer
from narabe.desk.rooms import must_be_open
from narabe.desk.writing import faults, faults_of_name, tidy, visible
from narabe.ledger import NameTaken, Superseded, Views
from narabe.ledger.as_json import from_json, to_json
from narabe.model.deck import Deck, KeptDeck, PictureKind, Step
from narabe.model.imports import Signer
from narabe.model.problem import Problem
from narabe.model.room import CHOSEN, Form, Question
from narabe.model.text import EMPTY, Text
from narabe.model.views import KeptView, ViewDraft
from narabe.settings import store
from narabe.sources.decks import ready_decks
from narabe.words import deck_sentences as say
from narabe.words import stage_page_sentences, stage_sentences

PAGE = "/stage"
FORMAT = 1
MOST_STEPS, LONGEST_LINE, LONGEST_SPEECH = 40, 120, 600
OPTIONS = range(2, 13)


@dataclass(frozen=True, slots=True)
class _Content:
    """What the ledger keeps as text. `ask` and `extra` stand empty, so that the list of views can read it too."""

    format: int
    deck: Deck
    ask: None = None
    extra: dict[str, str] | None = None


@lru_cache(maxsize=1)
def ready() -> tuple[Deck, ...]:
    """The decks that come with the data."""
    return ready_decks()


def kept() -> tuple[KeptDeck, ...]:
    """The decks people made that stand and can be read, the one saved last first."""
    return tuple(found for found in _standing().values() if isinstance(found, KeptDeck))


def unreadable() -> dict[str, Problem]:
    """Decks that stand and cannot be read -> why not."""
    return {deck_id: found for deck_id, found in _standing().items() if isinstance(found, Problem)}


def deck(deck_id: str) -> Deck:
    """A ready or a made deck. Errors: Problem where there is none, or it cannot be read."""
    for found in (*ready(), *(each.deck for each in kept())):
        if found.deck_id == deck_id:
            return found
    raise unreadable().get(deck_id) or Problem(stage_sentences.NO_SUCH_DECK, stage_sentences.PICK_A_DECK)


def save(made: Deck, signer: Signer) -> KeptDeck:
    """A new deck; the very same one where it was saved already. Errors: Problem, and nothing stored."""
    return _done(lambda ledger: ledger.add(_draft(made, signer)))


def change(before: KeptDeck, made: Deck, signer: Signer) -> KeptDeck:
    """A new revision of a deck that stands as `before` was read. Errors: Problem, also where somebody was faster."""
    return _done(lambda ledger: ledger.change(before.deck.deck_id, before.revision, _draft(made, signer)))


def withdraw(deck_id: str, signer: Signer) -> KeptDeck:
    """Take a deck back; it stays in the ledger. Errors: Problem where none stands."""
    author = checked_signer(signer).author
    return _done(lambda ledger: ledger.withdraw(deck_id, author))


def check_step(step: Step) -> None:
    """Errors: Problem with a sentence for everything that has to be mended."""
    wrong = list(_faults(step))
    if wrong:
        raise Problem(sum(wrong, EMPTY))


def _done(act: Callable[[Views], KeptView | None]) -> KeptDeck:
    must_be_open()
    try:
        found = act(Views(store()))
    except NameTaken as taken:
        draft = taken.view.draft
        raise Problem(say.name_taken(draft.name, draft.department), say.ANOTHER_NAME) from taken
    except Superseded as late:
        raise Problem(say.CHANGED_MEANWHILE, say.RELOAD) from late
    if found is None:
        raise Problem(say.GONE, say.RELOAD)
    return _read(found)


def _draft(made: Deck, signer: Signer) -> ViewDraft:
    """Errors: Problem with a sentence for everything that has to be mended."""
    title = Text(tidy(made.title.ja), tidy(made.title.en) or tidy(made.title.ja))
    wrong = faults_of_name(say.NAME, title.ja, say.NO_NAME)
    wrong += faults(say.NAME, title.en, LONGEST_LINE, lines=False)
    wrong += [say.NO_STEPS] if not made.steps else []
    wrong += [say.too_many_steps(MOST_STEPS)] if len(made.steps) > MOST_STEPS else []
    wrong += [fault for step in made.steps for fault in _faults(step)]
    signer = checked_signer(signer)
    if wrong:
        raise Problem(sum(dict.fromkeys(wrong), EMPTY))
    content = to_json(_Content(FORMAT, replace(made, deck_id="", title=title), extra={}))
    return ViewDraft(title.ja, PAGE, content, signer.department, signer.author)


def _faults(step: Step) -> Iterator[Text]:
    if not visible(step.title.ja):
        yield say.NO_TITLE
    for field, text, most in (
        (stage_page_sentences.STEP_TITLE, step.title, LONGEST_LINE),
        (say.LINE, step.note, LONGEST_LINE),
        (stage_page_sentences.SPEECH, step.speech, LONGEST_SPEECH),
    ):
        for words in (text.ja, text.en):
            yield from faults(field, words, most)
    if step.picture is None and step.asked is None:
        yield say.NOTHING_IN_STEP
    if step.picture and step.picture.kind is PictureKind.INDICATORS and not step.picture.metrics:
        yield say.NO_INDICATOR
    if step.asked is not None:
        if not visible(step.asked.wording.ja) and not _words_itself(step):
            yield say.NO_WORDING
        yield from _faults_of(step.asked)


def _words_itself(step: Step) -> bool:
    """Whether a question without words is asked by the values shown (`2021年 27.9%。2025年は？`)."""
    return step.picture is not None and step.picture.kind is PictureKind.OPTION and bool(step.picture.guessed)


def _faults_of(question: Question) -> Iterator[Text]:
    for words in (question.wording, *(option.label for option in question.options)):
        yield from faults(stage_page_sentences.ASKED, words.ja, LONGEST_LINE, lines=False)
    labels = [option.label.ja for option in question.options]
    if question.form in CHOSEN and len(labels) not in OPTIONS:
        yield say.how_many_options(OPTIONS[0], OPTIONS[-1], len(labels))
    if len(set(labels)) < len(labels):
        yield say.SAME_OPTIONS
    if question.form is Form.MULTIPLE and question.most is not None and not 1 <= question.most <= len(labels):
        yield say.MOST_DOES_NOT_FIT
    if question.form is Form.NUMBER and not question.low < question.high:
        yield say.RANGE_TURNED


def _standing() -> dict[str, KeptDeck | Problem]:
    """Every deck people made that stands, or why it cannot be read: one does not keep the others away."""
    found: dict[str, KeptDeck | Problem] = {}
    for each in Views(store()).newest():
        if each.draft.page == PAGE and each.withdrawn is None:
            try:
                found[each.view_id] = _read(each)
            except Problem as problem:
                found[each.view_id] = problem
    return found


def _read(found: KeptView) -> KeptDeck:
    """Errors: Problem for content that cannot be read."""
    try:
        content = from_json(found.draft.content, _Content)
    except (BaseValidationError, JSONDecodeError) as error:
        raise Problem(say.unreadable(found.draft.name), say.UPDATE) from error
    made = replace(content.deck, deck_id=found.view_id)
    return KeptDeck(made, found.revision, found.draft.department, found.draft.author)
