"""The page a participant answers on: plain HTML, no account, works without a script."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from narabe.desk.rooms import kept
from narabe.doors.asking import A_DAY, form, from_our_page, in_its_language, language, whole_number
from narabe.doors.refusing import refusing
from narabe.doors.showing import Moment, Showing, Shown
from narabe.doors.streams import stream
from narabe.doors.templating import FRESH, page, rendered
from narabe.doors.threads import in_thread
from narabe.model.problem import Problem
from narabe.model.room import Answer, Phase
from narabe.model.room_results import RoomResults
from narabe.model.slide import Slide
from narabe.model.text import Lang, Text
from narabe.room import tokens
from narabe.room.hall import Hall
from narabe.room.live_room import LiveRoom
from narabe.room.tallies import FEWEST
from narabe.words import room_sentences, stage_sentences

Sent = Mapping[str, list[str]]
"""The fields of a form."""
NOTHING: Sent = MappingProxyType({})
SHUT = (room_sentences.LOCKED, room_sentences.ENDED)
"""Why a newcomer is not let in."""
NO_FAULT = (
    room_sentences.NOT_JOINED,
    room_sentences.ASKED_ANEW,
    room_sentences.NOT_OPEN,
    room_sentences.NOT_STORED,
)
"""Why an answer is refused although nothing is wrong with it."""


@dataclass(frozen=True, slots=True)
class _View:
    """What a participant sees: the slide as far as it is shown, their own answer, and how to answer.

    `filled` stands in the form: what was just refused as `wrong`, else their own answer.
    """

    code: str
    step: int
    change: int
    phase: Phase
    ended: bool
    shown: Shown
    mine: Answer | None
    proof: str
    filled: tuple[str, ...]
    wrong: Text | None = None

    @property
    def invalid(self) -> bool:
        """Whether the answer itself has to be mended."""
        return self.wrong is not None and self.wrong not in NO_FAULT


class Phones:
    """The doors under /r."""

    def __init__(self, hall: Callable[[], Hall], showing: Showing) -> None:
        self._hall, self._showing = hall, showing

    def routes(self) -> list[Route]:
        return [
            Route("/r", self.enter),
            Route("/r/{code}", self.show),
            Route("/r/{code}/now", self.now),
            Route("/r/{code}/vote", self.vote, methods=["POST"]),
            Route("/r/{code}/vote", self.again),
            Route("/r/{code}/events", self.events),
            Route("/r/{code}/after", self.after),
        ]

    @refusing
    async def enter(self, request: Request) -> Response:
        """Where a code is typed in."""
        lang, typed = language(request), request.query_params.get("code", "")
        if not typed:
            return page("enter.html", lang, wrong=None)
        room = await in_thread(lambda: self._hall().room(typed))
        return _onward(_page_of(room.code), request)

    async def show(self, request: Request) -> Response:
        """The whole page; whoever comes here takes part."""
        code = request.path_params["code"]
        if code != tokens.plain_code(code):
            return _onward(f"/r?code={quote(code)}", request)
        return await self._answer(request, "phone.html")

    async def now(self, request: Request) -> Response:
        """What changed, for the script of the page."""
        return await self._answer(request, "phone_now.html")

    async def vote(self, request: Request) -> Response:
        """An answer; stored when this says so."""
        lang, code = language(request), request.path_params["code"]
        if not from_our_page(request):
            return page("enter.html", lang, 403, wrong=room_sentences.NOT_JOINED)
        try:
            given = await form(request)
        except Problem as problem:
            return page("enter.html", lang, 413, wrong=problem.message)
        scripted = request.headers.get("x-narabe") == "1"
        answer = await self._answer(request, "phone_now.html" if scripted else "phone.html", given)
        if answer.status_code == 200 and not scripted:
            return RedirectResponse(_page_of(code), status_code=303)
        return answer

    async def again(self, request: Request) -> Response:
        """The address of a form, opened as a page: a browser does so when a refused answer is loaded again."""
        return RedirectResponse(_page_of(request.path_params["code"]), status_code=303)

    async def events(self, request: Request) -> Response:
        lang, code = language(request), request.path_params["code"]
        try:
            room = await in_thread(lambda: self._hall().room(code))
        except Problem:
            return Response(status_code=204)  # a browser told so does not ask again
        token = request.cookies.get(_cookie(code), "")
        if not room.knows(token):
            return stream(room)
        room.join(token)

        async def seen() -> str:
            moment = self._showing.ready(room)
            if moment is None:
                moment = await in_thread(lambda: self._showing.now(room))
            return rendered("phone_now.html", lang, view=_view(room, token, moment), deck=room.deck)

        return stream(room, seen=seen)

    async def after(self, request: Request) -> Response:
        """What was shown, step by step, to read again; of a room that is gone the sums that were saved."""
        lang, code = language(request), request.path_params["code"]
        try:
            room, slides = await in_thread(lambda: self._shown(code))
        except Problem as problem:
            if sums := await in_thread(partial(_sums, problem, code)):
                return page("after_kept.html", lang, kept=sums, too_few=stage_sentences.too_few(FEWEST))
            return page("enter.html", lang, 404, wrong=problem.message)
        return page("after.html", lang, room=room, slides=slides)

    async def _answer(self, request: Request, template: str, sent: Sent | None = None) -> Response:
        """What a participant sees, after what they `sent` was taken in."""
        lang, code = language(request), request.path_params["code"]
        given = request.cookies.get(_cookie(code))
        try:
            room, token, view = await in_thread(lambda: self._taken_in(code, given, sent))
        except Problem as problem:
            sums = await in_thread(partial(_sums, problem, code))
            if sums and template == "phone.html":
                return _onward(f"{_page_of(code)}/after", request)
            status = 403 if problem.message in SHUT else 404
            return page("enter.html", lang, status, wrong=problem.message)
        html = rendered(template, lang, view=view, deck=room.deck)
        status = 200 if view.wrong is None else 422
        response = HTMLResponse(html, status_code=status, headers=FRESH)
        if token != given:
            response.set_cookie(
                _cookie(code), token, max_age=A_DAY, path=f"/r/{room.code}", httponly=True, samesite="lax"
            )
        return _remember(response, request, lang)

    def _taken_in(self, code: str, given: str | None, sent: Sent | None) -> tuple[LiveRoom, str, _View]:
        """The room, the participant's token, and what they see."""
        room = self._hall().room(code)
        wrong = None if sent is None else _cast(room, given or "", sent)
        token = room.join(given)
        return room, token, _view(room, token, self._showing.now(room), sent or NOTHING, wrong)

    def _shown(self, code: str) -> tuple[LiveRoom, list[Slide]]:
        """The steps the room has been to; what was not revealed is not in them."""
        room = self._hall().room(code)
        return room, [self._showing.of(room, step).slide for step in range(room.state.furthest + 1)]


def _view(
    room: LiveRoom, token: str, moment: Moment, sent: Sent = NOTHING, wrong: Text | None = None
) -> _View:
    state, shown = moment
    mine = room.answer(token, state.step)
    return _View(
        room.code,
        state.step,
        state.change,
        state.phase(),
        state.ended,
        shown,
        mine,
        room.form_token(token, state.step),
        tuple(sent.get("answer", ())) if wrong and _step(sent) == state.step else _written(mine),
        wrong,
    )


def _written(mine: Answer | None) -> tuple[str, ...]:
    """An answer as its form has it."""
    match mine:
        case None:
            return ()
        case float():
            return (f"{mine:.12g}",)
        case str():
            return (mine,)
        case _:
            return mine


def _step(sent: Sent) -> int | None:
    """The step a form was made for."""
    return whole_number("".join(sent.get("step", [])[:1]))


def _cast(room: LiveRoom, token: str, sent: Sent) -> Text | None:
    """What is wrong with an answer; None where it is stored."""
    step = _step(sent)
    proof = "".join(sent.get("proof", [])[:1])
    try:
        room.vote(token, -1 if step is None else step, proof, sent.get("answer", []))
    except Problem as problem:
        return problem.message
    except OSError:
        return room_sentences.NOT_STORED
    return None


def _sums(problem: Problem, code: str) -> RoomResults | None:
    """What was saved of a room, where the problem is that it is gone."""
    return kept(tokens.plain_code(code)) if problem.message == room_sentences.NO_ROOM else None


def _cookie(code: str) -> str:
    return f"narabe_r_{tokens.plain_code(code)}"


def _onward(address: str, request: Request) -> Response:
    return RedirectResponse(in_its_language(address, request), status_code=303)


def _page_of(code: str) -> str:
    return f"/r/{tokens.plain_code(code)}"


def _remember(response: Response, request: Request, lang: Lang) -> Response:
    """Keep the language a reader chose."""
    if request.query_params.get("lang") in ("ja", "en"):
        response.set_cookie("narabe_lang", lang, max_age=A_DAY, path="/r", samesite="lax")
    return response
