"""Saving how a page is set under a name, changing it, taking it back; every earlier revision can be put back."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from cattrs.errors import BaseValidationError

from narabe.desk.naming import checked_signer
from narabe.desk.writing import faults, faults_of_name, tidy
from narabe.ledger import NameTaken, Superseded, Views
from narabe.ledger.as_json import from_json, to_json
from narabe.model.crosstab import CrossAsk
from narabe.model.imports import Signer
from narabe.model.problem import Problem
from narabe.model.text import EMPTY, Text
from narabe.model.views import CROSSTAB, KeptView, SavedView, ViewDraft
from narabe.settings import openness, store
from narabe.words import remark_sentences
from narabe.words import view_sentences as say

FORMAT = 1
LONGEST_CHOICE, LONGEST_CONTENT = 8000, 200_000
PAGE = re.compile(r"/([a-z][a-z_-]{0,40})?")
DECKS = "/stage"
"""The page whose entries in the same list are decks (`desk.decks`), not views."""
LONGEST_ADDRESS = 6000
"""Characters beyond which an address names the view alone."""


@dataclass(frozen=True, slots=True)
class _Content:
    """What the ledger keeps as text."""

    format: int
    ask: CrossAsk | None
    extra: dict[str, str]


def save(
    name: str, signer: Signer, ask: CrossAsk | None, extra: Mapping[str, str], page: str = CROSSTAB
) -> SavedView:
    """A new view; the very same one where it was saved already. Errors: Problem, and nothing stored."""
    return _done(lambda kept: kept.add(_draft(name, signer, ask, extra, page)))


def change(
    view: SavedView, signer: Signer, ask: CrossAsk | None, extra: Mapping[str, str], name: str | None = None
) -> SavedView:
    """A new revision of a view that is set as `view` was read. Errors: Problem, also where somebody was faster."""
    draft = _draft(view.name if name is None else name, signer, ask, extra, view.page)
    return _done(lambda kept: kept.change(view.view_id, view.revision, draft))


def put_back(view: SavedView, revision: int, signer: Signer) -> SavedView:
    """A new revision that is what an earlier, or later undone, one was. Errors: Problem, as `change`."""
    before = {each.revision: each for each in revisions(view.view_id)}.get(revision)
    if before is None:
        raise Problem(say.no_revision(view.view_id, revision), say.RELOAD)
    return change(view, signer, before.ask, before.extra, before.name)


def withdraw(view_id: str, signer: Signer) -> SavedView:
    """Take a view back; it stays in the ledger. Errors: Problem where none stands."""
    author = checked_signer(signer).author
    return _done(lambda kept: kept.withdraw(_known(view_id), author))


def restore(view_id: str, signer: Signer) -> SavedView:
    """Let a withdrawn view stand again. Errors: Problem where it stands, or its name is taken."""
    author = checked_signer(signer).author
    return _done(lambda kept: kept.restore(_known(view_id), author), say.NOT_WITHDRAWN)


def views(page: str | None = None, withdrawn: bool = False) -> tuple[SavedView, ...]:
    """The views that stand (of one page), the one saved last first; withdrawn ones among them where asked for."""
    found = Views(store()).newest()
    return tuple(
        _read(each)
        for each in found
        if page in (None, each.draft.page)
        and each.draft.page != DECKS
        and (withdrawn or each.withdrawn is None)
    )


def view(view_id: str) -> SavedView:
    """A view by its number, however it is typed, withdrawn or not. Errors: Problem where there is none."""
    found = Views(store()).one(_plain(view_id))
    if found is None:
        raise Problem(say.no_view(view_id), say.LIST_VIEWS)
    return _read(found)


def address(saved: SavedView) -> str:
    """The address of the page as it was saved, with the number of the view: `/compare?q=fears&set=12345`."""
    if saved.page == DECKS:
        return f"{DECKS}?{urlencode({'deck': saved.view_id})}"
    named = {"set": saved.view_id}
    whole = f"{saved.page}?{urlencode(params(saved) | named, doseq=True)}"
    return whole if len(whole) <= LONGEST_ADDRESS else f"{saved.page}?{urlencode(named)}"


def params(saved: SavedView) -> dict[str, list[str]]:
    """What the view holds of its address, each parameter as a list."""
    return {name: [str(value) for value in json.loads(values)] for name, values in saved.extra.items()}


def revisions(view_id: str) -> tuple[SavedView, ...]:
    """Everything a view ever was, the oldest first."""
    return tuple(_read(each) for each in Views(store()).revisions(_plain(view_id)))


def _known(view_id: str) -> str:
    return view(view_id).view_id


def _plain(view_id: str) -> str:
    return unicodedata.normalize("NFKC", view_id).strip()


def _done(act: Callable[[Views], KeptView | None], gone: Text = say.GONE) -> SavedView:
    """The view after an act of the ledger; `gone` is said where there was nothing to act on."""
    if not openness().remarks_open:
        raise Problem(say.CLOSED, remark_sentences.HOW_TO_OPEN)
    try:
        found = act(Views(store()))
    except NameTaken as taken:
        view = taken.view
        told = say.name_taken(view.draft.name, view.draft.department, view.view_id)
        raise Problem(told, say.ANOTHER_NAME) from taken
    except Superseded as late:
        raise Problem(say.CHANGED_MEANWHILE, say.RELOAD) from late
    if found is None:
        raise Problem(gone, say.RELOAD)
    return _read(found)


def _draft(name: str, signer: Signer, ask: CrossAsk | None, extra: Mapping[str, str], page: str) -> ViewDraft:
    """Errors: Problem with a sentence for everything that has to be mended.

    Masking goes by the settings of whoever looks, so a view keeps none of its own.
    """
    if not PAGE.fullmatch(page):
        raise Problem(say.BAD_PAGE)
    name, signer = tidy(name), checked_signer(signer)
    kept = replace(ask, suppress_below=None) if ask else None
    content = to_json(_Content(FORMAT, kept, dict(extra)))
    wrong = faults_of_name(say.NAME, name, say.NO_NAME)
    wrong += [say.TOO_MUCH] if len(content) > LONGEST_CONTENT else []
    odd = (faults(say.CHOICE, text, LONGEST_CHOICE, lines=False) for text in _texts(json.loads(content)))
    wrong += next(filter(None, odd), [])
    if wrong:
        raise Problem(sum(wrong, EMPTY))
    return ViewDraft(name, page, content, signer.department, signer.author)


def _texts(found: Any) -> Iterator[str]:
    """Every text inside."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, Mapping):
        for key, value in found.items():
            yield key
            yield from _texts(value)
    elif isinstance(found, list):
        for each in found:
            yield from _texts(each)


def _read(kept: KeptView) -> SavedView:
    """Errors: Problem for content of a later form."""
    draft = kept.draft
    if json.loads(draft.content).get("format", 0) > FORMAT:
        raise Problem(say.newer(kept.view_id), say.UPDATE)
    try:
        content = from_json(draft.content, _Content)
    except BaseValidationError as error:
        raise Problem(say.unreadable(kept.view_id), say.UPDATE) from error
    return SavedView(
        kept.view_id, kept.revision, draft.name, draft.page, content.ask, content.extra,
        draft.department, draft.author, kept.saved_at, kept.withdrawn,
    )  # fmt: skip
