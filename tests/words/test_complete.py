"""Both languages are complete: every vocabulary has labels, and no text is missing or in the wrong one."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import ModuleType

import pytest

import narabe.words
from narabe.model.status import BaseStatus, Origin, PaceState, Status, Verdict
from narabe.model.text import EMPTY, Text
from narabe.words import labels

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
MODULES = [
    importlib.import_module(f"narabe.words.{module.name}")
    for module in pkgutil.iter_modules(narabe.words.__path__)
]


def texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        for entry in value.values():
            yield from texts(entry)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for entry in value:
            yield from texts(entry)


def said(module: ModuleType) -> list[tuple[str, Text]]:
    """Every constant text of a module, but for EMPTY itself."""
    return [
        (name, text)
        for name, value in vars(module).items()
        if not name.startswith("__") and value is not EMPTY
        for text in texts(value)
    ]


@pytest.mark.parametrize(
    ("vocabulary", "table"),
    [
        (Status, labels.STATUS),
        (Status, labels.STATUS_MEANING),
        (BaseStatus, labels.BASE_STATUS),
        (Verdict, labels.VERDICT),
        (Origin, labels.ORIGIN),
        (PaceState, labels.PACE),
        (PaceState, labels.PACE_RULE),
    ],
)
def test_every_member_of_a_vocabulary_has_a_label(
    vocabulary: type[StrEnum], table: dict[StrEnum, Text]
) -> None:
    assert set(table) == set(vocabulary)


def test_the_words_of_the_data_have_labels() -> None:
    """The enums of the data packages: value areas of the plan, topics and states of the register."""
    assert set(labels.AREA) == {"convenience", "efficiency", "inclusion", "security"}
    assert set(labels.TOPIC) == {"survey", "kpi", "operations", "peers"}
    assert set(labels.OMISSION) == {"chart_lost", "not_of_a_city", "vague", "repeated", "legal", "no_subject"}
    assert set(labels.ROLE) == {"baseline", "observed", "target", "outlook"}
    assert set(labels.DISCREPANCY_STATUS) == {"open", "explained", "noted"}


def test_there_are_texts_to_walk() -> None:
    assert len(said(labels)) >= 40


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_no_text_is_empty_in_either_language(module: ModuleType) -> None:
    assert [name for name, text in said(module) if not text.ja.strip() or not text.en.strip()] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_english_texts_hold_no_japanese(module: ModuleType) -> None:
    assert [(name, text.en) for name, text in said(module) if JAPANESE.search(text.en)] == []


def test_labels_tell_members_apart_in_both_languages() -> None:
    for table in (labels.STATUS, labels.BASE_STATUS, labels.VERDICT, labels.PACE, labels.AREA):
        assert len({text.ja for text in table.values()}) == len(table)
        assert len({text.en for text in table.values()}) == len(table)


def test_doubt_is_said_neutrally() -> None:
    """DESIGN: 要確認, never 誤り."""
    for module in MODULES:
        assert [name for name, text in said(module) if "誤り" in text.ja] == []
