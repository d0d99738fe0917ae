"""A finding: a sentence, its arithmetic, its caution, and where to see it."""

from dataclasses import dataclass

from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """`key_figure` is read first, from afar; `page` and `params` are the address that shows it.

    `metrics` names the indicators the finding bears on.
    """

    finding_id: str
    key_figure: Text
    headline: Text
    arithmetic: Text
    caution: Text
    page: str
    params: tuple[tuple[str, str], ...]
    metrics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page says: the findings it opens with, and the rest of the registry."""

    board: Text
    findings: tuple[Finding, ...]
    more: tuple[Finding, ...]
    build_id: str
