"""The short address of a saved view."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from narabe.desk import views as desk
from narabe.model.crosstab import CrossAsk
from narabe.model.imports import Signer
from tests.doors.visiting import Visitor

SIGNER = Signer("市民課", "佐藤")


@pytest.fixture(autouse=True)
def own(own_store: Path) -> Path:
    return own_store


def test_it_leads_to_the_page_as_it_was_saved(visitor: Visitor) -> None:
    saved = desk.save("不安", SIGNER, None, {"q": '["fears"]', "c": '["net2021", "net2025"]'}, "/compare")
    answer = visitor.get(f"/v/{saved.view_id}")
    there = urlsplit(answer.header("location"))
    assert (answer.status, there.path, answer.header("cache-control")) == (303, "../compare", "no-store")
    assert parse_qs(there.query) == {"q": ["fears"], "c": ["net2021", "net2025"], "set": [saved.view_id]}


def test_it_keeps_the_language_and_reads_any_digits(visitor: Visitor) -> None:
    saved = desk.save("集計", SIGNER, CrossAsk("practice_2021", "know"), {"d": '["practice_2021"]'})
    wide = saved.view_id.translate({ord(n): ord(n) + 0xFEE0 for n in "0123456789"})
    there = urlsplit(visitor.get(f"/v/{wide}?lang=en").header("location"))
    assert there.path == "../crosstab"
    assert parse_qs(there.query) == {"d": ["practice_2021"], "set": [saved.view_id], "lang": ["en"]}


def test_what_is_too_long_for_an_address_is_named_by_its_number_alone(visitor: Visitor) -> None:
    saved = desk.save("長い", SIGNER, None, {"sql": f'["{"x" * 7000}"]'}, "/explore")
    assert visitor.get(f"/v/{saved.view_id}").header("location") == f"../explore?set={saved.view_id}"


def test_an_unknown_number_says_so(visitor: Visitor) -> None:
    answer = visitor.get("/v/%3Cb%3E9")
    assert answer.status == 404 and "There is no view “&lt;b&gt;9”." in answer.text
    assert 'href="../?lang=en"' in answer.text


def test_a_withdrawn_view_is_told_of_by_its_page(visitor: Visitor) -> None:
    saved = desk.save("不安", SIGNER, None, {"q": '["fears"]'}, "/compare")
    desk.withdraw(saved.view_id, SIGNER)
    assert visitor.get(f"/v/{saved.view_id}").status == 303
