"""Each view of the app opened once per language, shared by all page tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from narabe.warehouse.answers import Answers
from tests.pages import crossing
from tests.pages.reading import opened, words


@pytest.fixture(scope="session")
def view(store: Path) -> Callable[..., AppTest]:
    """view(address, lang, **params) -> the page, opened cold; read it, do not click on it."""

    @cache
    def open_once(address: str, lang: str, params: tuple[tuple[str, str], ...]) -> AppTest:
        return opened(address, lang, **dict(params))

    return lambda address, lang="ja", **params: open_once(address, lang, tuple(sorted(params.items())))


@pytest.fixture(scope="session")
def said(view: Callable[..., AppTest]) -> Callable[..., tuple[str, ...]]:
    """said(address, lang, **params) -> every text of that view."""

    @cache
    def read_once(address: str, lang: str, params: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
        return tuple(words(view(address, lang, **dict(params))))

    return lambda address, lang="ja", **params: read_once(address, lang, tuple(sorted(params.items())))


@pytest.fixture
def fresh(store: Path) -> Callable[..., AppTest]:
    """fresh(address, lang, **params) -> a session of the test's own, to click through."""
    return opened


@pytest.fixture(scope="session")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """The survey of `crossing`."""
    return crossing.answers_of(tmp_path_factory.mktemp("page"))


@pytest.fixture
def mini(store: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """mini(lang, **params) -> the cross-tabulation page on the answers of `crossing`."""
    crossing.offer(answers, monkeypatch)

    def view(lang: str = "ja", **params: str | list[str]) -> AppTest:
        return crossing.quiet(opened("crosstab", lang, **{"d": "mini", **params}))

    return view


@pytest.fixture
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of a settings file of the test's own; there is none until it is written."""
    path = tmp_path / "settings.toml"
    monkeypatch.setattr("narabe.settings.SETTINGS_FILE", path)
    return path
