"""Every way of answering on a phone: what is asked, sent, shown back and shown to all, with all tags escaped."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

import pytest
from starlette.types import ASGIApp

from narabe.model.room import Act, Answer, Form
from narabe.room.live_room import LiveRoom
from tests.doors.conftest import Opened
from tests.doors.decks import ASKED, MULTIPLE, NUMBER, SCALE, SINGLE, TAG, WORDS
from tests.doors.test_phone import fields, joined
from tests.doors.visiting import Visitor


@dataclass(frozen=True)
class Case:
    step: int
    control: str
    sent: tuple[str, ...]
    stored: Answer
    wrong: tuple[str, ...]
    why: str


CASES = [
    Case(SINGLE, 'type="radio"', ("b",), ("b",), ("z",), "Choose an answer"),
    Case(MULTIPLE, 'type="checkbox"', ("c", "a"), ("a", "c"), (), "Choose an answer"),
    Case(SCALE, 'type="radio"', ("a",), ("a",), ("a", "c"), "Choose at most 1"),
    Case(NUMBER, 'inputmode="decimal"', ("４３．８％",), 43.8, ("120",), "from 0 to 100%"),
    Case(WORDS, "<textarea", (f"  {TAG}\n改行 ",), f"{TAG} 改行", ("あ" * 141,), "140 characters (now 141)"),
]


@pytest.fixture(params=CASES, ids=lambda case: Form(ASKED.steps[case.step].question.form).value)
def case(request: pytest.FixtureRequest) -> Case:
    return request.param


@pytest.fixture
def at(opened: Opened, case: Case) -> LiveRoom:
    room, _ = opened(ASKED)
    room.act(Act.GO, case.step)
    room.act(Act.OPEN)
    return room


def test_an_answer_arrives_and_stands_in_the_form(visitor: Visitor, at: LiveRoom, case: Case) -> None:
    page = joined(visitor, at)
    assert case.control in page.text
    sent = visitor.post(f"/r/{at.code}/vote", fields(page, *case.sent))
    assert sent.status == 303
    token, _ = visitor.cookies[f"narabe_r_{at.code}"]
    assert at.answer(token, case.step) == case.stored
    at.act(Act.CLOSE)
    assert "Your answer: <b>" in joined(visitor, at).text


def test_an_answer_that_does_not_fit_is_sent_back(visitor: Visitor, at: LiveRoom, case: Case) -> None:
    for script in ({}, {"x_narabe": "1"}):
        sent = visitor.post(f"/r/{at.code}/vote", fields(joined(visitor, at), *case.wrong), **script)
        assert sent.status == 422
        (told,) = re.findall(r'<p id="told" class="wrong"[^>]*>(.*?)</p>', sent.text)
        assert case.why in html.unescape(told)
    assert at.answered(case.step) == 0


def test_an_answer_sent_back_still_stands_in_the_form(visitor: Visitor, at: LiveRoom, case: Case) -> None:
    """Not the one that was stored before: what was typed last is what has to be mended."""
    visitor.post(f"/r/{at.code}/vote", fields(joined(visitor, at), *case.sent))
    sent = visitor.post(f"/r/{at.code}/vote", fields(joined(visitor, at), *case.wrong))
    assert standing(sent.text) == [each for each in case.wrong if each != "z"]
    token, _ = visitor.cookies[f"narabe_r_{at.code}"]
    assert at.answer(token, case.step) == case.stored
    assert standing(joined(visitor, at).text) != standing(sent.text)


def test_what_is_wrong_is_tied_to_its_field(visitor: Visitor, at: LiveRoom, case: Case) -> None:
    sent = visitor.post(f"/r/{at.code}/vote", fields(joined(visitor, at), *case.wrong)).text
    (described,) = re.findall(r'<(fieldset|input|textarea)[^>]*aria-describedby="told', sent)
    assert described == {NUMBER: "input", WORDS: "textarea"}.get(case.step, "fieldset")
    invalid = re.findall(r'<(fieldset|input|textarea)[^>]*aria-invalid="true"', sent)
    assert set(invalid) == {
        {NUMBER: "input", WORDS: "textarea", MULTIPLE: "input"}.get(case.step, "fieldset")
    }
    assert "aria-invalid" not in joined(visitor, at).text


def test_an_answer_of_an_earlier_step_is_not_put_into_the_form_of_another(
    visitor: Visitor, opened: Opened
) -> None:
    """The number typed at the last moment is no text for the next question."""
    room, _ = opened(ASKED)
    room.act(Act.GO, NUMBER)
    room.act(Act.OPEN)
    late = fields(joined(visitor, room), "41")
    room.act(Act.GO, WORDS)
    room.act(Act.OPEN)
    sent = visitor.post(f"/r/{room.code}/vote", late)
    assert (sent.status, "Voting is not open now" in sent.text) == (422, True)
    assert standing(sent.text) == []
    assert "aria-invalid" not in sent.text, "nothing is wrong with the answer"


def standing(page: str) -> list[str]:
    """What stands in the form of a page."""
    options = re.findall(r'value="([^"]*)"(?:\s+aria-invalid="true")?\s+checked', page)
    typed = re.findall(r'<input id="answer"[^>]* value="([^"]+)"|<textarea[^>]*>([^<]+)</textarea>', page)
    return options + [html.unescape(one or other) for one, other in typed]


def test_no_word_of_deck_or_room_becomes_a_tag(app: ASGIApp, at: LiveRoom, case: Case) -> None:
    """Five answer; the texts are approved; then phones, wall and the page for afterwards show everything."""
    pages = []
    for _ in range(5):
        visitor = Visitor(app, {"accept-language": "en"})
        visitor.post(f"/r/{at.code}/vote", fields(joined(visitor, at), *case.sent))
        pages.append(joined(visitor, at).text)
    for said in at.texts(case.step):
        at.moderate(said, True)
    at.act(Act.REVEAL)
    for address in (f"/r/{at.code}", f"/r/{at.code}/now", f"/r/{at.code}/after", f"/wall/{at.code}"):
        pages.append(visitor.get(address).text)
    assert all("<b onmouseover" not in page for page in pages)
    assert any("&lt;b onmouseover" in page for page in pages)
    if case.step == WORDS:
        assert all(
            html.escape(TAG, quote=True).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in page
            for page in pages[-4:]
        )


def test_a_text_nobody_approved_is_shown_to_nobody(app: ASGIApp, opened: Opened) -> None:
    room, _ = opened(ASKED)
    room.act(Act.GO, WORDS)
    room.act(Act.OPEN)
    for number in range(6):
        visitor = Visitor(app)
        visitor.post(f"/r/{room.code}/vote", fields(joined(visitor, room), f"ひみつの{number}"))
    first, second, *_ = room.texts(WORDS)
    room.moderate(first, True)
    room.moderate(second, False)
    room.act(Act.REVEAL)
    for address in (f"/r/{room.code}", f"/r/{room.code}/after", f"/wall/{room.code}"):
        shown = Visitor(app).get(address).text
        assert "ひみつの0" in shown
        assert not any(f"ひみつの{number}" in shown for number in range(1, 6))
