"""What the projector shows: one step at a time, steered by keys where this browser holds the key of the room."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from narabe.doors.asking import A_DAY, form, from_our_page, in_its_language, language
from narabe.doors.refusing import refusing
from narabe.doors.showing import Showing
from narabe.doors.streams import stream
from narabe.doors.templating import FRESH, page
from narabe.doors.threads import in_thread
from narabe.export import qr_code as qr
from narabe.model.problem import Problem
from narabe.model.room import Act, Phase
from narabe.model.slide import Slide
from narabe.room.hall import Hall
from narabe.room.joining import joining
from narabe.room.live_room import LiveRoom
from narabe.room.tokens import key_cookie
from narabe.words import room_sentences


@dataclass(frozen=True, slots=True)
class _View:
    """What stands on the wall. `proof` is there only where this browser may steer."""

    code: str
    step: int
    steps: int
    change: int
    phase: Phase
    black: bool
    ended: bool
    slide: Slide
    address: str
    reachable: bool
    qr: Markup
    joined: int
    answered: int
    proof: str


class Walls:
    """The doors under /wall."""

    def __init__(self, hall: Callable[[], Hall], showing: Showing) -> None:
        self._hall, self._showing = hall, showing

    def routes(self) -> list[Route]:
        return [
            Route("/wall/{code}", self.show),
            Route("/wall/{code}/now", self.now),
            Route("/wall/{code}/events", self.events),
            Route("/wall/{code}/steer", self.ask_for_the_key),
            Route("/wall/{code}/steer", self.take_the_key, methods=["POST"]),
            Route("/wall/{code}/act", self.act, methods=["POST"]),
        ]

    @refusing
    async def show(self, request: Request) -> Response:
        return await self._answer(request, "wall.html")

    @refusing
    async def now(self, request: Request) -> Response:
        return await self._answer(request, "wall_now.html")

    async def events(self, request: Request) -> Response:
        try:
            room = await in_thread(lambda: self._hall().room(request.path_params["code"]))
        except Problem:
            return Response(status_code=204)
        return stream(room, counting=True)

    @refusing
    async def ask_for_the_key(self, request: Request) -> Response:
        """A form for the key. A link may carry it behind `#`, where no server log sees it: a script sends it in."""
        room = await in_thread(lambda: self._hall().room(request.path_params["code"]))
        return page("steer.html", language(request), room=room)

    @refusing
    async def take_the_key(self, request: Request) -> Response:
        """Hold the key in this browser, so that its keyboard steers."""
        key = "".join((await form(request)).get("key", [])[:1])
        room = await in_thread(lambda: self._hall().room(request.path_params["code"]))
        if not from_our_page(request) or not room.steers(key):
            return page("enter.html", language(request), 403, wrong=room_sentences.NOT_STEERING)
        response = RedirectResponse(in_its_language(f"/wall/{room.code}", request), status_code=303)
        response.set_cookie(
            key_cookie(room.code), key, max_age=A_DAY, path="/", httponly=True, samesite="strict"
        )
        return response

    async def act(self, request: Request) -> Response:
        """One key pressed. 204 when done, 409 with a sentence where it cannot be done now."""
        lang = language(request)
        try:
            said = {name: values[0] for name, values in (await form(request)).items()}
            room = await in_thread(lambda: self._hall().room(request.path_params["code"]))
            key = request.cookies.get(key_cookie(room.code), "")
            proof = room.wall_proof(key) if room.steers(key) else None
            if proof is None or not from_our_page(request) or said.get("proof") != proof:
                return Response(room_sentences.NOT_STEERING.in_(lang), 403, FRESH)
            act, since = Act(said.get("act", "")), int(said.get("since", ""))
            await in_thread(lambda: room.act(act, _to(room, said), since))
        except ValueError:
            return Response(status_code=400, headers=FRESH)
        except Problem as problem:
            return Response(problem.message.in_(lang), 409, FRESH)
        return Response(status_code=204, headers=FRESH)

    async def _answer(self, request: Request, template: str) -> Response:
        room = await in_thread(lambda: self._hall().room(request.path_params["code"]))
        view = await in_thread(lambda: self._view(room, request))
        return page(template, language(request), view=view, deck=room.deck)

    def _view(self, room: LiveRoom, request: Request) -> _View:
        state, shown = self._showing.now(room)
        key = request.cookies.get(key_cookie(room.code), "")
        address, reachable = joining(str(request.url))
        return _View(
            room.code,
            state.step,
            len(room.deck.steps),
            state.change,
            state.phase(),
            state.black,
            state.ended,
            shown.slide,
            address.removeprefix("http://").removeprefix("https://"),
            reachable,
            qr_code(f"{address}/{room.code}"),
            room.joined,
            room.answered(state.step),
            room.wall_proof(key) if room.steers(key) else "",
        )


def qr_code(address: str) -> Markup:
    """An address as a QR code (SVG) that scales with its place."""
    return Markup(qr.svg(address))


def _to(room: LiveRoom, said: dict[str, str]) -> int | None:
    """The step that GO opens: beside the present one."""
    return room.state.step + int(said["by"]) if "by" in said else None
