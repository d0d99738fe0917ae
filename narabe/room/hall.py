"""All rooms of a store: made, found by their code, thrown away."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from narabe.ledger import Rooms
from narabe.ledger.as_json import to_json
from narabe.model.deck import StagedDeck
from narabe.model.problem import Problem
from narabe.model.room import KeptRoom, RoomState
from narabe.room import tokens
from narabe.room.committing import Committer
from narabe.room.live_room import LiveRoom
from narabe.words import room_sentences as say

KEPT_FOR = timedelta(hours=24)
"""A room nobody steers for so long is thrown away with its answers."""


class Hall:
    """The rooms of one store folder. One process serves them: what is in memory is told to its own watchers only."""

    def __init__(self, folder: Path) -> None:
        self.rooms = Rooms(folder)
        self._committer = Committer(self.rooms.cast)
        self._live: dict[str, LiveRoom] = {}
        self._lock = threading.Lock()

    def open(self, deck: StagedDeck) -> tuple[LiveRoom, str]:
        """A new room and the key that steers it, told this once. Old rooms are swept."""
        now = datetime.now(UTC)
        for code in self.rooms.remove_untouched(now - KEPT_FOR):
            self._forget(code)
        secret, key = tokens.new_secret(), tokens.new_key()
        while True:
            kept = KeptRoom(
                tokens.new_code(),
                to_json(deck),
                secret,
                tokens.key_mark(secret, key),
                to_json(RoomState()),
                now,
                now,
            )
            if self.rooms.add(kept):
                return self.room(kept.code), key

    def room(self, typed: str) -> LiveRoom:
        """The room of a code, however it is typed. Errors: Problem where there is none."""
        code = tokens.plain_code(typed)
        with self._lock:
            if code not in self._live:
                kept = self.rooms.one(code)
                if kept is None:
                    raise Problem(say.NO_ROOM)
                self._live[code] = LiveRoom(kept, self.rooms, self._committer)
            return self._live[code]

    def throw_away(self, room: LiveRoom) -> None:
        """A room with all its answers. Whoever watches it is told."""
        self.rooms.remove(room.code)
        self._forget(room.code)

    def _forget(self, code: str) -> None:
        """Out of memory, after it went from the disk."""
        with self._lock:
            room = self._live.pop(code, None)
        if room is not None:
            room.vanish()
