"""The page a participant answers on: plain HTML, no account, works without a script."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from narabe.doors.asking import form, from_our_page, language
from narabe.doors.showing import Showing
from narabe.doors.streams import stream
from narabe.doors.templating import page, rendered
from narabe.doors.threads import in_thread
from narabe.model.problem import Problem
from narabe.model.room import Answer, Phase
from narabe.model.slide import Slide
from narabe.model.text import Lang, Text
from narabe.room import tokens
from narabe.room.hall import Hall
from narabe.room.live_room import LiveRoom
from narabe.words import room_sentences

A_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class _View:
    """What a participant sees: the slide as far as it was shown, their own answer, and how to answer."""

    code: str
    step: int
    change: int
    phase: Phase
    ended: bool
    slide: Slide
    mine: Answer | None
    proof: str
    wrong: Text | None = None


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
            Route("/r/{code}/events", self.events),
            Route("/r/{code}/after", self.after),
        ]

    async def enter(self, request: Request) -> Response:
        """Where a code is typed in."""
        lang, typed = language(request), request.query_params.get("code", "")
        if not typed:
            return page("enter.html", lang, wrong=None)
        try:
            room = await in_thread(lambda: self._hall().room(typed))
        except Problem as problem:
            return page("enter.html", lang, 404, wrong=problem.message)
        return RedirectResponse(f"/r/{room.code}", status_code=303)

    async def show(self, request: Request) -> Response:
        """The whole page; whoever comes here takes part."""
        code = request.path_params["code"]
        if code != tokens.plain_code(code):
            return RedirectResponse(f"/r?code={quote(code)}", status_code=303)
        return await self._answer(request, "phone.html")

    async def now(self, request: Request) -> Response:
        """What changed, for the script of the page."""
        return await self._answer(request, "phone_now.html")

    async def vote(self, request: Request) -> Response:
        """An answer; stored when this says so."""
        lang, scripted = language(request), request.headers.get("x-narabe") == "1"
        given = await form(request)
        if not from_our_page(request):
            return page("enter.html", lang, 403, wrong=room_sentences.NOT_JOINED)
        code = request.path_params["code"]
        try:
            room = await in_thread(lambda: self._hall().room(code))
        except Problem as problem:
            return page("enter.html", lang, 404, wrong=problem.message)
        token = request.cookies.get(_cookie(room), "")
        wrong = await in_thread(lambda: _cast(room, token, given))
        if wrong is None and not scripted:
            return RedirectResponse(f"/r/{room.code}", status_code=303)
        template = "phone_now.html" if scripted else "phone.html"
        return await self._answer(request, template, wrong)

    async def events(self, request: Request) -> Response:
        try:
            room = await in_thread(lambda: self._hall().room(request.path_params["code"]))
        except Problem:
            return Response(status_code=204)  # a browser told so does not ask again
        return stream(request, room, counting=False)

    async def after(self, request: Request) -> Response:
        """What was shown, step by step, to read again."""
        lang, code = language(request), request.path_params["code"]
        try:
            room, slides = await in_thread(lambda: self._shown(code))
        except Problem as problem:
            return page("enter.html", lang, 404, wrong=problem.message)
        return page("after.html", lang, room=room, slides=slides)

    async def _answer(self, request: Request, template: str, wrong: Text | None = None) -> Response:
        lang, code = language(request), request.path_params["code"]
        try:
            room = await in_thread(lambda: self._hall().room(code))
            given = request.cookies.get(_cookie(room))
            token = await in_thread(lambda: room.join(given))
            view = await in_thread(lambda: self._view(room, token, wrong))
        except Problem as problem:
            return page("enter.html", lang, 404, wrong=problem.message)
        html = rendered(template, lang, view=view, deck=room.deck)
        status = 200 if wrong is None else 422
        response = HTMLResponse(html, status_code=status, headers={"cache-control": "no-store"})
        if token != given:
            response.set_cookie(
                _cookie(room), token, max_age=A_DAY, path=f"/r/{room.code}", httponly=True, samesite="lax"
            )
        return _remember(response, request, lang)

    def _view(self, room: LiveRoom, token: str, wrong: Text | None) -> _View:
        state = room.state
        return _View(
            room.code,
            state.step,
            state.change,
            state.phase(),
            state.ended,
            self._showing.now(room),
            room.answer(token, state.step),
            room.form_token(token, state.step),
            wrong,
        )

    def _shown(self, code: str) -> tuple[LiveRoom, list[Slide]]:
        """The steps the room has been to; what was not revealed is not in them."""
        room = self._hall().room(code)
        return room, [self._showing.of(room, step) for step in range(room.state.furthest + 1)]


def _cast(room: LiveRoom, token: str, given: dict[str, list[str]]) -> Text | None:
    """What is wrong with an answer; None where it is stored."""
    step = "".join(given.get("step", [])[:1])
    try:
        room.vote(
            token,
            int(step) if step.isdecimal() else -1,
            "".join(given.get("proof", [])[:1]),
            given.get("answer", []),
        )
    except Problem as problem:
        return problem.message
    except OSError:
        return room_sentences.NOT_STORED
    return None


def _cookie(room: LiveRoom) -> str:
    return f"narabe_r_{room.code}"


def _remember(response: Response, request: Request, lang: Lang) -> Response:
    """Keep the language a reader chose."""
    if request.query_params.get("lang") in ("ja", "en"):
        response.set_cookie("narabe_lang", lang, max_age=A_DAY, path="/r", samesite="lax")
    return response
