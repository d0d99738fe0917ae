"""The phone page in a real browser: what its script does with answers, changes and a lost line."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from narabe.analyses.stage import staged
from narabe.room.hall import Hall
from narabe.sources.decks import ready_decks
from narabe.warehouse import open_live
from tests.browser.test_accessibility import violations
from tests.load.line import Facilitator
from tests.load.server import Server


class Session:
    """A server of its own with one room, which can be steered and killed."""

    def __init__(self, store: Path, server: Server) -> None:
        deck = next(each for each in ready_decks() if each.deck_id == "change")
        room, self._key = Hall(store).open(staged(open_live(), deck))
        self.server, self._code = server, room.code
        self.address = f"http://{server.host}/r/{room.code}"

    def act(self, act: str, **more: int) -> None:
        with ThreadPoolExecutor(1) as pool:  # Playwright has the event loop of this thread
            pool.submit(asyncio.run, self._act(act, more)).result()

    async def _act(self, act: str, more: dict[str, int]) -> None:
        wall = Facilitator(self.server.host, self._code)
        await wall.take(self._key)
        await wall.act(act, **more)
        wall.leave()


@pytest.fixture
def session(store: Path) -> Iterator[Session]:
    with Server(store, "tests.load.doors:app") as server:
        yield Session(store, server)


@pytest.fixture
def phone(browser: Browser, session: Session) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, locale="en-GB")
    page = context.new_page()
    page.goto(session.address)
    yield page
    context.close()


def focus(page: Page) -> str:
    """The name of the element that has the focus."""
    return str(page.evaluate("document.activeElement.id"))


def test_an_answer_from_the_form_to_the_result(session: Session, phone: Page) -> None:
    session.act("on")
    phone.fill("#answer", "150")
    phone.click("button")
    assert "from 0 to 100%" in phone.inner_text("#told")
    assert phone.input_value("#answer") == "150"
    assert focus(phone) == "told"
    assert violations(phone) == []
    phone.fill("#answer", "40")
    phone.click("button")
    assert "Received" in phone.inner_text("#told.done")
    assert focus(phone) == "told"
    assert phone.inner_text("#news") == "Voting is open."
    session.act("on")
    assert phone.inner_text(".mine") == "Your answer: 40%"
    assert "43.8" not in phone.content()
    session.act("on")
    phone.wait_for_selector(".sentence")
    assert "43.8%" in phone.inner_text("#now")


def test_what_is_being_typed_stays_while_the_room_goes_on(session: Session, phone: Page) -> None:
    session.act("on")
    phone.fill("#answer", "45")
    session.act("lock")
    phone.wait_for_timeout(700)
    assert phone.input_value("#answer") == "45"


def test_the_focus_stays_where_it_is_while_the_room_goes_on(session: Session, phone: Page) -> None:
    session.act("go", by=2)
    session.act("on")
    phone.focus("#answer-2")
    session.act("lock")
    phone.wait_for_selector('.step[data-change="3"]')
    assert focus(phone) == "answer-2"
    phone.click("#send")
    expect(phone.locator("#told.wrong")).to_be_focused()
    assert violations(phone) == []
    session.act("on")
    phone.wait_for_selector('.step[data-phase="closed"]')
    assert phone.evaluate("document.activeElement.tagName") == "H1"
    assert phone.inner_text("#news") == "Voting was closed."


def test_offline_is_said_at_once_and_one_thing_at_a_time(session: Session, phone: Page) -> None:
    session.act("on")
    phone.fill("#answer", "150")
    phone.click("button")
    phone.wait_for_selector("#answer[aria-invalid]")
    phone.context.set_offline(True)
    phone.wait_for_selector("#lost:not([hidden])", timeout=5000)
    phone.fill("#answer", "44")
    phone.click("button")
    expect(phone.locator("#now .wrong")).to_have_text("It was not sent. Press Send again.")
    assert (focus(phone), phone.input_value("#answer")) == ("told", "44")
    assert phone.locator("[aria-invalid]").count() == 0
    phone.context.set_offline(False)
    phone.wait_for_selector("#lost", state="hidden")
    phone.click("button")
    assert "Received" in phone.inner_text("#told.done")


def test_a_lost_line_is_said_and_comes_back_by_itself(session: Session, phone: Page) -> None:
    session.server.kill()
    phone.wait_for_selector("#lost:not([hidden])")
    session.server.start()
    phone.wait_for_selector("#lost", state="hidden")
    session.act("go", by=1)
    phone.wait_for_selector('.step[data-step="1"]')
