"""Each view of the app opened once per language, shared by all page tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

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
