"""The wall in a real browser: a lost line, keys that are refused, its language, and long options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from narabe.analyses.stage import staged
from narabe.model.deck import StagedDeck, StagedStep, Step
from narabe.model.room import Act, Choice, Form, Hands, Question
from narabe.model.text import plain
from narabe.room.hall import Hall
from narabe.sources.decks import ready_decks
from narabe.warehouse import open_live
from narabe.words import room_sentences
from tests.browser.test_phone_script import Session
from tests.load.server import Server

FITS = """() => {
  const shown = document.querySelector(".shown")
  const rows = [...shown.querySelectorAll(".options > li")].filter((row) => !row.hidden)
  return {
    over: shown.scrollHeight - shown.clientHeight,
    rows: rows.length,
    type: parseFloat(getComputedStyle(rows[0]).fontSize),
    footer: innerHeight - document.querySelector(".wallfoot").getBoundingClientRect().bottom,
    more: document.querySelector(".more")?.textContent ?? "",
  }
}"""


@pytest.fixture
def session(store: Path) -> Iterator[Session]:
    with Server(store, "tests.load.doors:app") as server:
        yield Session(store, server)


@pytest.fixture
def wall(browser: Browser, session: Session) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="ja-JP")
    page = context.new_page()
    page.goto(session.address.replace("/r/", "/wall/") + "?lang=en")
    yield page
    context.close()


def test_the_wall_comes_back_by_itself(session: Session, wall: Page) -> None:
    session.server.kill()
    wall.wait_for_selector("#lost:not([hidden])")
    footer = wall.locator(".wallfoot").bounding_box()
    assert footer and footer["y"] + footer["height"] <= 720
    session.server.start()
    wall.wait_for_selector("#lost", state="hidden")
    session.act("go", by=1)
    wall.wait_for_selector('.step[data-step="1"]')


def test_a_gateway_that_answers_502_for_a_while_is_outlived(session: Session, wall: Page) -> None:
    """A browser never asks again by itself after an answer that is no stream."""
    wall.route(re.compile("/events"), lambda route: route.fulfill(status=502))
    session.server.kill()
    wall.wait_for_selector("#lost:not([hidden])")
    wall.wait_for_timeout(3000)
    session.server.start()
    wall.unroute_all()
    session.act("go", by=1)
    wall.wait_for_selector('.step[data-step="1"]')
    wall.wait_for_selector("#lost", state="hidden")


def test_the_wall_stays_in_its_language(session: Session, wall: Page) -> None:
    expect(wall.locator("h1")).to_have_text("Is the city going digital?")
    session.act("go", by=1)
    expect(wall.locator("h1")).to_have_text("Services that came into use")


def test_a_key_that_is_refused_is_told(session: Session, wall: Page) -> None:
    address, _, lang = wall.url.partition("?")
    wall.goto(f"{address}/steer?{lang}#{session._key}")
    wall.wait_for_url(re.compile(r"/wall/\w{6}\?lang=en$"))
    session.act("end")
    wall.get_by_text("The session has ended").wait_for()
    wall.keyboard.press("Space")
    expect(wall.locator("#refused")).to_have_text(room_sentences.ENDED.en)


@pytest.mark.parametrize(("options", "left_out"), [(12, False), (40, True)])
def test_long_options_are_readable_or_counted(
    browser: Browser, session: Session, store: Path, options: int, left_out: bool
) -> None:
    """12 options of 40 letters and a title of two lines fit at 1280×720; of 40 the first stand, the others are counted."""
    choices = tuple(Choice(f"o{number}", plain("あ" * 40)) for number in range(options))
    asked = Question("q", Form.MULTIPLE, plain("どれですか"), choices)
    deck = StagedDeck("long", plain("長い"), (StagedStep(Step(plain("題" * 40), None, asked), asked),))
    room, _ = Hall(store).open(deck)
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"http://{session.server.host}/wall/{room.code}?lang=ja")
    page.wait_for_timeout(300)
    found = page.evaluate(FITS)
    page.close()
    assert found["over"] <= 1 and found["footer"] >= 0
    assert found["type"] >= 20
    if left_out:
        assert found["more"] == f"ほか {options - found['rows']} 件は手元の画面で"
    else:
        assert (found["rows"], found["more"]) == (options, "")


def test_every_option_with_the_room_among_the_cohorts_stands_on_the_wall(
    browser: Browser, session: Session, store: Path
) -> None:
    """Five options of the surveys and その他, three bars each, in type of 24 px at 1280×720."""
    deck = next(each for each in ready_decks() if each.deck_id == "change")
    room, _ = Hall(store).open(staged(open_live(), deck))
    room.act(Act.GO, 2)
    room.act(Act.OPEN)
    room.raise_hands(2, Hands({"privacy_leak": 6, "other": 3}, 9))
    room.act(Act.REVEAL)
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"http://{session.server.host}/wall/{room.code}?lang=ja")
    page.wait_for_timeout(300)
    headings = page.locator(".groups .heading:visible")
    assert headings.count() == 6
    assert headings.last.inner_text() == "その他"
    assert headings.first.evaluate("each => parseFloat(getComputedStyle(each).fontSize)") >= 24
    assert (
        page.evaluate("(each => each.scrollHeight - each.clientHeight)(document.querySelector('.shown'))")
        <= 1
    )
    page.close()
