"""A view that somebody saved under a name: how a page was set, and the nets and recodes that belong to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from narabe.model.crosstab import CrossAsk

CROSSTAB = "/crosstab"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Who took a view back, and when (UTC). The view itself stays in the ledger and can be restored."""

    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ViewDraft:
    """A view before it is stored; `content` is text that the ledger does not look into."""

    name: str
    page: str
    content: str
    department: str
    author: str


@dataclass(frozen=True, slots=True)
class KeptView:
    """A revision of a view as the ledger keeps it. Revisions count from 1; `saved_at` is UTC."""

    view_id: str
    revision: int
    draft: ViewDraft
    saved_at: datetime
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class SavedView:
    """A revision of a view. `ask` is what is crossed (None on other pages), `extra` the other choices of the page.

    `page` and `extra` are an address and its parameters. `view_id` is short enough to be said aloud and never used again.
    """

    view_id: str
    revision: int
    name: str
    page: str
    ask: CrossAsk | None
    extra: Mapping[str, str]
    department: str
    author: str
    saved_at: datetime
    withdrawn: Withdrawn | None = None
