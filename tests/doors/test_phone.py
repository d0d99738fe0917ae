"""Joining and voting by phone: cookies, forms with and without a script, and everybody who is turned away."""

from __future__ import annotations

import re
from typing import Any

import pytest
from starlette.types import ASGIApp

from narabe.model.problem import Problem
from narabe.model.room import Act
from narabe.model.text import plain
from narabe.room.live_room import LiveRoom
from tests.doors.conftest import Opened
from tests.doors.decks import ASKED, HELD_BACK, MULTIPLE, SINGLE
from tests.doors.visiting import HOST, Answer, Visitor

SCRIPT = {"x_narabe": "1"}


def fields(answer: Answer, *chosen: str) -> dict[str, Any]:
    """The form on a page, filled in."""
    hidden = dict(re.findall(r'name="(step|proof)" value="([^"]*)"', answer.text))
    return hidden | {"answer": list(chosen)}


def joined(visitor: Visitor, room: LiveRoom) -> Answer:
    return visitor.get(f"/r/{room.code}")


def test_joining_gives_a_signed_cookie(visitor: Visitor, room: LiveRoom) -> None:
    page = joined(visitor, room)
    assert page.status == 200
    cookie = page.header("set-cookie")
    assert cookie.startswith(f"narabe_r_{room.code}=")
    assert {"HttpOnly", "SameSite=lax", f"Path=/r/{room.code}"} <= set(cookie.split("; "))
    assert room.joined == 0, "a preview of the link would get this far"
    assert joined(visitor, room).header("set-cookie") == ""
    assert room.joined == 1
    assert joined(visitor, room).status == 200
    assert room.joined == 1


def test_a_forged_cookie_is_replaced(visitor: Visitor, room: LiveRoom) -> None:
    joined(visitor, room)
    name = f"narabe_r_{room.code}"
    token, path = visitor.cookies[name]
    visitor.cookies[name] = (token[:-1] + ("0" if token[-1] != "0" else "1"), path)
    assert joined(visitor, room).header("set-cookie").startswith(name)
    assert room.joined == 0


def test_a_vote_without_a_script_leads_back_to_the_page(visitor: Visitor, room: LiveRoom) -> None:
    sent = visitor.post(f"/r/{room.code}/vote", fields(joined(visitor, room), "a"))
    assert (sent.status, sent.header("location")) == (303, f"/r/{room.code}")
    assert room.answered(SINGLE) == 1
    assert re.search(r'value="a"\s+checked', joined(visitor, room).text)


def test_a_vote_with_a_script_answers_with_the_fragment(visitor: Visitor, room: LiveRoom) -> None:
    sent = visitor.post(f"/r/{room.code}/vote", fields(joined(visitor, room), "c"), **SCRIPT)
    assert sent.status == 200
    assert sent.text.lstrip().startswith('<div class="step"')
    assert "Received" in sent.text
    changed = visitor.post(f"/r/{room.code}/vote", fields(sent, "a"), **SCRIPT)
    assert re.search(r'value="a"\s+checked', changed.text)
    assert room.answered(SINGLE) == 1


@pytest.mark.parametrize("origin", [None, "http://evil.example", "null", f"http://{HOST}.evil.example"])
def test_a_form_of_another_page_is_refused(visitor: Visitor, room: LiveRoom, origin: str | None) -> None:
    sent = visitor.post(f"/r/{room.code}/vote", fields(joined(visitor, room), "a"), origin=origin)
    assert sent.status == 403
    assert room.answered(SINGLE) == 0


def test_a_page_of_ours_is_known_by_its_referer(visitor: Visitor, room: LiveRoom) -> None:
    sent = visitor.post(
        f"/r/{room.code}/vote",
        fields(joined(visitor, room), "a"),
        origin=None,
        referer=f"http://{HOST}/r/{room.code}",
    )
    assert sent.status == 303


def test_the_form_of_somebody_else_is_refused(app: ASGIApp, visitor: Visitor, room: LiveRoom) -> None:
    theirs = fields(joined(Visitor(app), room), "a")
    joined(visitor, room)
    for wrong in (theirs, theirs | {"proof": "0" * 32}, theirs | {"proof": ""}, {"answer": "a"}):
        sent = visitor.post(f"/r/{room.code}/vote", wrong)
        assert sent.status == 422
        assert "was reset" in sent.text
    assert room.answered(SINGLE) == 0


def test_the_form_of_an_earlier_round_is_refused(visitor: Visitor, room: LiveRoom) -> None:
    stale = fields(joined(visitor, room), "a")
    room.act(Act.RESET)
    room.act(Act.OPEN)
    sent = visitor.post(f"/r/{room.code}/vote", stale)
    assert sent.status == 422
    assert visitor.post(f"/r/{room.code}/vote", fields(sent, "a")).status == 303


def test_without_cookies_a_vote_is_refused_with_what_to_do(visitor: Visitor, room: LiveRoom) -> None:
    form = fields(joined(visitor, room), "a")
    visitor.cookies.clear()
    sent = visitor.post(f"/r/{room.code}/vote", form)
    assert (sent.status, "Allow cookies" in sent.text) == (422, True)
    assert room.answered(SINGLE) == 0


def test_without_cookies_nobody_joins_however_often_the_page_is_opened(app: ASGIApp, room: LiveRoom) -> None:
    for _ in range(3):
        joined(Visitor(app), room)
    assert room.joined == 0


def test_a_closed_vote_takes_nothing(visitor: Visitor, room: LiveRoom) -> None:
    form = fields(joined(visitor, room), "a")
    room.act(Act.CLOSE)
    sent = visitor.post(f"/r/{room.code}/vote", form)
    assert (sent.status, "Voting is not open now" in sent.text) == (422, True)
    assert room.answered(SINGLE) == 0


def test_a_refused_answer_leads_nowhere_but_back_to_the_room(visitor: Visitor, room: LiveRoom) -> None:
    """It stands at the address of the form, which a reload, a refresh or the other language would open again."""
    form = fields(joined(visitor, room), "a")
    room.act(Act.CLOSE)
    sent = visitor.post(f"/r/{room.code}/vote", form)
    assert f'content="8;url=/r/{room.code}"' in sent.text
    assert set(re.findall(r'href="(/r/[^"]*)"', sent.text)) == {f"/r/{room.code}?lang=ja", f"/r/{room.code}"}
    again = visitor.get(f"/r/{room.code}/vote")
    assert (again.status, again.header("location")) == (303, f"/r/{room.code}")


@pytest.mark.parametrize("step", ["", "-1", "99", "²", "9" * 5000, "1; drop table ballot"])
def test_a_step_that_is_none_is_refused(visitor: Visitor, room: LiveRoom, step: str) -> None:
    form = fields(joined(visitor, room), "a") | {"step": step}
    assert visitor.post(f"/r/{room.code}/vote", form).status == 422
    assert room.answered(SINGLE) == 0


@pytest.mark.parametrize("more", [{"x": "y" * 9000}, {f"f{n}": n for n in range(150)}])
def test_a_form_longer_than_any_of_ours_is_refused(
    visitor: Visitor, room: LiveRoom, more: dict[str, str]
) -> None:
    sent = visitor.post(f"/r/{room.code}/vote", fields(joined(visitor, room), "a") | more)
    assert (sent.status, "is too long" in sent.text) == (413, True)
    assert room.answered(SINGLE) == 0


def test_a_locked_room_lets_those_inside_go_on(app: ASGIApp, visitor: Visitor, room: LiveRoom) -> None:
    form = fields(joined(visitor, room), "a")
    room.act(Act.LOCK)
    assert visitor.post(f"/r/{room.code}/vote", form).status == 303
    late = Visitor(app).get(f"/r/{room.code}")
    assert (late.status, "参加の受付は締め切られました。" in late.text) == (403, True)
    assert late.header("set-cookie") == ""
    assert room.joined == 1


def test_an_ended_room_says_so(app: ASGIApp, visitor: Visitor, room: LiveRoom) -> None:
    form = fields(joined(visitor, room), "a")
    room.act(Act.END)
    page = joined(visitor, room)
    assert "The session has ended. Thank you." in page.text
    assert f'href="/r/{room.code}/after"' in page.text
    assert visitor.post(f"/r/{room.code}/vote", form).status == 422
    assert Visitor(app).get(f"/r/{room.code}").status == 403
    assert Visitor(app).get(f"/r/{room.code}/after").status == 200


@pytest.mark.parametrize("rest", ["", "/now", "/after"])
def test_an_unknown_code_is_said_so(visitor: Visitor, rest: str) -> None:
    found = visitor.get(f"/r/ZZZZZZ{rest}")
    assert (found.status, "no session with this code" in found.text) == (404, True)
    assert visitor.get("/r/ZZZZZZ/events").status == 204
    assert visitor.post("/r/ZZZZZZ/vote", {"answer": "a"}).status == 404


def test_a_code_is_read_however_it_is_typed(visitor: Visitor, room: LiveRoom) -> None:
    full_width = "".join(chr(ord(letter) + 0xFEE0) for letter in room.code)
    for typed in (room.code.lower(), f" {room.code[:3]}-{room.code[3:]} ", full_width):
        quoted = "".join(f"%{byte:02X}" for byte in typed.encode())
        found = visitor.get(f"/r?code={quoted}")
        assert (found.status, found.header("location")) == (303, f"/r/{room.code}")
    assert visitor.get(f"/r/{room.code.lower()}").header("location") == f"/r?code={room.code.lower()}"
    assert visitor.get("/r?code=------").status == 404
    assert visitor.get(f"/r?code={room.code}&lang=en").header("location") == f"/r/{room.code}?lang=en"


@pytest.mark.parametrize(
    ("accepted", "lang"), [("", "ja"), ("ja,en;q=0.8", "ja"), ("en-GB,ja", "en"), ("fr", "ja")]
)
def test_the_language_of_the_browser(app: ASGIApp, room: LiveRoom, accepted: str, lang: str) -> None:
    assert f'<html lang="{lang}">' in Visitor(app).get(f"/r/{room.code}", accept_language=accepted).text


def test_the_language_a_reader_chose_is_kept(app: ASGIApp, room: LiveRoom) -> None:
    reader = Visitor(app, {"accept-language": "ja"})
    assert '<html lang="en">' in reader.get(f"/r/{room.code}?lang=en").text
    assert '<html lang="en">' in reader.get(f"/r/{room.code}").text
    assert '<html lang="ja">' in reader.get(f"/r/{room.code}?lang=ja").text
    assert '<html lang="ja">' in reader.get(f"/r/{room.code}?lang=xx").text


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_whole_page_is_light(visitor: Visitor, opened: Opened, lang: str) -> None:
    """Page, style sheet and script under 60 KB, for the longest list of the ready kind and before any packing."""
    for deck, act in ((ASKED, Act.OPEN), (HELD_BACK, Act.REVEAL)):
        made, _ = opened(deck)
        made.act(act)
        page = visitor.get(f"/r/{made.code}?lang={lang}")
        files = re.findall(r'(?:href|src)="(/(?:room-files|assets)/[^"]+)"', page.text)
        assert sorted(each.split("?")[0].split(".")[-1] for each in files) == ["css", "js", "js", "png"]
        answers = [visitor.get(each) for each in files]
        assert {each.status for each in answers} == {200}
        assert sum(len(each.body) for each in (page, *answers)) < 60_000
        assert "http://" not in page.text.replace("http://www.w3.org", "")


def test_files_are_kept_by_the_browser_and_nothing_else_is_given_out(visitor: Visitor) -> None:
    assert "immutable" in visitor.get("/room-files/room.css").header("cache-control")
    for name in ("..%2Fphone.py", "phone.py", "nothing.css"):
        assert visitor.get(f"/room-files/{name}").status == 404


def test_pages_are_kept_by_nobody(visitor: Visitor, room: LiveRoom) -> None:
    for address in ("", "/now", "/after"):
        assert visitor.get(f"/r/{room.code}{address}").header("cache-control") == "no-store"


def test_more_than_the_question_allows_is_refused(visitor: Visitor, room: LiveRoom) -> None:
    room.act(Act.GO, MULTIPLE)
    room.act(Act.OPEN)
    sent = visitor.post(f"/r/{room.code}/vote", fields(joined(visitor, room), "a", "b", "c"))
    assert (sent.status, "Choose at most 2 (now 3)" in sent.text) == (422, True)
    assert room.answered(MULTIPLE) == 0


def test_an_answer_the_disk_did_not_take_is_said_so(
    visitor: Visitor, room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_ballots: object) -> None:
        raise Problem(plain("ledger.sqlite cannot be used"))

    monkeypatch.setattr(room._committer, "_store", full)
    sent = visitor.post(f"/r/{room.code}/vote", fields(joined(visitor, room), "a"))
    assert (sent.status, "could not be stored" in sent.text) == (422, True)
    assert "ledger" not in sent.text
    assert room.answered(SINGLE) == 0
