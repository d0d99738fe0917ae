"""Slides of open rooms, drawn once for everybody who looks."""

import threading
from collections.abc import Callable

from narabe.analyses.stage import slide
from narabe.model.slide import Slide
from narabe.room.live_room import LiveRoom
from narabe.warehouse import Warehouse

MOST = 64


class Showing:
    """What each room shows now. `warehouse` opens the live version."""

    def __init__(self, warehouse: Callable[[], Warehouse]) -> None:
        self._warehouse = warehouse
        self._drawn: dict[tuple[object, ...], Slide] = {}
        self._lock = threading.Lock()

    def now(self, room: LiveRoom) -> Slide:
        """The slide of the step the room is at. Errors: Problem where the deck names what the data lost."""
        return self.of(room, room.state.step)

    def of(self, room: LiveRoom, step: int) -> Slide:
        """The slide of any step, as far as it was revealed."""
        warehouse = self._warehouse()
        phase = room.state.phase(step)
        key = (room.code, step, phase, room.state.round(step), room.moderated, warehouse.build_id)
        with self._lock:
            if key not in self._drawn:
                while len(self._drawn) >= MOST:
                    self._drawn.pop(next(iter(self._drawn)))
                self._drawn[key] = slide(warehouse, room.deck.steps[step], phase, room.result(step))
            return self._drawn[key]
