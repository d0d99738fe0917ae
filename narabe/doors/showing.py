"""Slides of open rooms, drawn once for everybody who looks."""

import threading
from collections.abc import Callable

from markupsafe import Markup

from narabe.doors.templating import rendered
from narabe.model.room import RoomState
from narabe.model.slide import Slide
from narabe.model.text import Lang
from narabe.room.live_room import LiveRoom
from narabe.warehouse import Warehouse

MOST = 64
Key = tuple[str, int, int, int]


class Shown:
    """A slide, and its bars as a page has them."""

    def __init__(self, slide: Slide) -> None:
        self.slide = slide
        self._bars: dict[Lang, Markup] = {}

    def bars(self, lang: Lang) -> Markup:
        if lang not in self._bars:
            self._bars[lang] = Markup(rendered("bars_alone.html", lang, slide=self.slide))
        return self._bars[lang]


Moment = tuple[RoomState, Shown]
"""Where a room stands, and the slide of just that state."""


class Showing:
    """What each room shows now. `warehouse` opens the live version; a new version shows from the next act on."""

    def __init__(self, warehouse: Callable[[], Warehouse]) -> None:
        self._warehouse = warehouse
        self._drawn: dict[Key, Shown] = {}
        self._lock = threading.Lock()

    def ready(self, room: LiveRoom) -> Moment | None:
        """The present moment of a room, where its slide is drawn already: no waiting."""
        state = room.state
        shown = self._drawn.get(_key(room, state.step))
        return (state, shown) if shown and room.state is state else None

    def now(self, room: LiveRoom) -> Moment:
        """The present moment of a room. Errors: Problem where the deck names what the data lost."""
        while True:
            self.of(room, room.state.step)
            if moment := self.ready(room):
                return moment

    def of(self, room: LiveRoom, step: int) -> Shown:
        """The slide of any step, as far as it was revealed."""
        key = _key(room, step)
        with self._lock:
            if key not in self._drawn:
                self._make_place()
                self._drawn[key] = self._draw(room, step)
            return self._drawn[key]

    def _draw(self, room: LiveRoom, step: int) -> Shown:
        from narabe.analyses.stage import slide  # heavy: the server is up before it is needed

        phase = room.state.phase(step)
        return Shown(slide(self._warehouse(), room.deck.steps[step], phase, room.result(step)))

    def _make_place(self) -> None:
        while len(self._drawn) >= MOST:
            self._drawn.pop(next(iter(self._drawn)))


def _key(room: LiveRoom, step: int) -> Key:
    """What is shown stays the same until the next act or decision."""
    return room.code, step, room.state.change, room.moderated
