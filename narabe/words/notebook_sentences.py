"""What a notebook is told."""

from collections.abc import Sequence

from narabe.model.explore import FILTERS as ON_THE_PAGE
from narabe.model.text import Text

FILTERS = (*ON_THE_PAGE, "since", "until", "find")
ADDRESS = {"since": "from", "until": "to"}
"""Filters whose name in an address is a word of Python."""
TABLES = Text("公開の表", "Public tables")
CONCEPTS = Text("比べられる設問", "Questions to compare")
FILTER_NAMES = Text(f"使える条件：{'、'.join(FILTERS)}。", f"Filters: {', '.join(FILTERS)}.")


def opened(version: str) -> Text:
    """What lies open."""
    return Text(f"Narabe（データの版 {version}）", f"Narabe (data version {version})")


def unknown_filter(name: str) -> Text:
    """A filter that there is not."""
    return Text(f"「{name}」という条件はありません。", f"There is no filter “{name}”.")


def unknown_value(name: str, given: str) -> Text:
    """A value that an argument cannot have."""
    return Text(f"{name}に「{given}」は使えません。", f"{name} cannot be “{given}”.")


def values(known: Sequence[str]) -> Text:
    """What it can be."""
    return Text(f"使える値：{'、'.join(known)}。", f"Possible values: {', '.join(known)}.")
