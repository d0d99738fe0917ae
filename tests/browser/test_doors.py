"""What the server answers besides pages, and what a person sees when there is no database."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPMessage
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import serving

HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
}


def asked(address: str, method: str = "GET") -> tuple[int, HTTPMessage, str]:
    """Status, headers and text of one address."""
    request = urllib.request.Request(address, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.headers, refused.read().decode(errors="replace")


@pytest.mark.parametrize(
    "path", ["/", "/compare?lang=en", "/healthz", "/no-such-page", "/assets/page.js", "/_stcore/metrics"]
)
def test_security_headers_stand_on_every_answer(server: str, path: str) -> None:
    _status, headers, _text = asked(server + path)
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    policy = dict(
        part.strip().split(" ", 1) for part in (headers.get("content-security-policy") or "").split(";")
    )
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["object-src"] == "'none'"
    assert "unsafe" not in policy["script-src"]
    assert headers.get("server") is None, "the server does not say what it is made of"


def test_healthz_names_the_version(server: str) -> None:
    status, headers, text = asked(f"{server}/healthz")
    assert status == 200
    assert '"status":"ok"' in text.replace(" ", "")
    assert headers.get("cache-control") == "no-store"


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/openapi.json",
        "/compare/_stcore/metrics",
    ],
)
def test_what_nobody_needs_is_closed(server: str, path: str, method: str) -> None:
    status, _headers, _text = asked(server + path, method)
    assert status in {404, 405}


@pytest.mark.parametrize(
    ("query", "lang"), [("", "ja"), ("?lang=ja", "ja"), ("?lang=en", "en"), ("?lang=fr", "ja")]
)
def test_an_unknown_page_is_404_in_the_asked_language(server: str, query: str, lang: str) -> None:
    status, _headers, text = asked(f"{server}/no-such-page{query}")
    assert status == 404
    assert f'<html lang="{lang}">' in text
    japanese = any("\u3040" <= character <= "\u30ff" for character in text)
    assert japanese == (lang == "ja")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_page_carries_its_language_and_title(server: str, lang: str) -> None:
    _status, _headers, text = asked(f"{server}/kpi?lang={lang}")
    assert f'<html lang="{lang}">' in text
    assert "<title>Streamlit</title>" not in text


@pytest.fixture(scope="module")
def empty_server(tmp_path_factory: pytest.TempPathFactory) -> object:
    """The same app with nothing built."""
    with serving(tmp_path_factory.mktemp("empty-store")) as address:
        yield address


@pytest.mark.parametrize(
    ("lang", "command"), [("ja", "python -m narabe build"), ("en", "python -m narabe build")]
)
def test_without_a_database_a_person_reads_what_to_do(
    browser: Browser, empty_server: str, settled: Callable[[Page], Page], lang: str, command: str
) -> None:
    context = browser.new_context(base_url=empty_server, locale="ja-JP")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("/kpi" if lang == "ja" else "/kpi?lang=en", wait_until="domcontentloaded")
    settled(page)
    box = page.get_by_role("alert").or_(page.locator('[data-testid="stAlert"]')).first
    said = box.inner_text()
    assert command in said
    assert any("\u3040" <= character <= "\u30ff" for character in said) == (lang == "ja")
    everything = page.locator("body").inner_text()
    assert "Traceback" not in everything
    assert 'File "' not in everything
    assert page.locator('[data-testid="stException"]').count() == 0
    assert errors == []
    context.close()


def test_without_a_database_the_server_is_up(empty_server: str) -> None:
    status, _headers, text = asked(f"{empty_server}/healthz")
    assert status == 200
    assert '"build":""' in text.replace(" ", "")


def test_a_missing_store_folder_is_no_crash(tmp_path: Path) -> None:
    with serving(tmp_path / "not" / "yet") as address:
        status, _headers, _text = asked(f"{address}/healthz")
    assert status == 200
