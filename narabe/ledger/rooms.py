"""Rooms that are voting now, and what was saved of those that ended.

Unlike the rest of the ledger this is not kept for ever: an answer may be changed while voting is open, and a room
goes with all its ballots when it is thrown away. What a facilitator saves holds sums alone.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from narabe.ledger.connection import connected, writing, written
from narabe.model.room import Ballot, KeptRoom, RoomRecord, Sent

ROOM = "code, deck, secret, key_mark, state, made_at, touched_at"


class Rooms:
    """The rooms of one store folder; a connection per call, so any thread may use it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ledger.sqlite"

    def add(self, room: KeptRoom) -> bool:
        """Store a new room; False where the code is in use."""
        values = (room.code, room.deck, room.secret, room.key_mark, room.state)
        moments = (written(room.made_at), written(room.touched_at))
        with writing(self.path) as connection:
            added = connection.execute(
                f"insert into room ({ROOM}) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                (*values, *moments),
            )
            return added.rowcount == 1

    def one(self, code: str) -> KeptRoom | None:
        found = self._rows(f"select {ROOM} from room where code = ?", code)
        return _room(found[0]) if found else None

    def all(self) -> tuple[KeptRoom, ...]:
        """Every room, the newest first."""
        return tuple(_room(row) for row in self._rows(f"select {ROOM} from room order by made_at desc"))

    def set_state(self, code: str, state: str) -> None:
        with writing(self.path) as connection:
            connection.execute(
                "update room set state = ?, touched_at = ? where code = ?",
                (state, written(datetime.now(UTC)), code),
            )

    def cast(self, ballots: Sequence[Ballot]) -> frozenset[str]:
        """Store answers together; a voter's new answer takes the place of the old, and waits for approval anew.
        The codes of rooms that went meanwhile: theirs are not stored, all others are."""
        rows = [(each.code, each.step, each.round, each.voter, each.answer) for each in ballots]
        with writing(self.path) as connection:
            connection.executemany(
                "insert into ballot (code, step, round, voter, answer)"
                " select ?1, ?2, ?3, ?4, ?5 where exists (select 1 from room where code = ?1)"
                " on conflict (code, step, round, voter) do update set answer = excluded.answer,"
                " approved = case when answer = excluded.answer then approved end",
                rows,
            )
            there = {code for (code,) in connection.execute("select code from room")}
        return frozenset(each.code for each in ballots) - there

    def sent(self, code: str) -> tuple[Sent, ...]:
        """Every answer of a room in the order they first came."""
        rows = self._rows(
            "select place, code, step, round, voter, answer, approved from ballot where code = ? order by place",
            code,
        )
        return tuple(
            Sent(place, Ballot(*ballot), None if approved is None else bool(approved))
            for place, *ballot, approved in rows
        )

    def approve(self, code: str, place: int, answer: str, approved: bool) -> bool:
        """Show a text, or keep it back; False where it reads otherwise by now."""
        with writing(self.path) as connection:
            done = connection.execute(
                "update ballot set approved = ? where code = ? and place = ? and answer = ?",
                (int(approved), code, place, answer),
            )
            return done.rowcount == 1

    def set_hands(self, code: str, step: int, round: int, counted: str) -> None:
        with writing(self.path) as connection:
            connection.execute(
                "insert into hands values (?, ?, ?, ?) on conflict do update set counted = excluded.counted",
                (code, step, round, counted),
            )

    def hands(self, code: str) -> dict[tuple[int, int], str]:
        """Shows of hands by step and round."""
        rows = self._rows("select step, round, counted from hands where code = ?", code)
        return {(step, round): counted for step, round, counted in rows}

    def remove(self, code: str) -> None:
        """A room with all its answers."""
        with writing(self.path) as connection:
            connection.execute("delete from room where code = ?", (code,))

    def remove_untouched(self, since: datetime) -> tuple[str, ...]:
        """Rooms nobody steered since; their codes."""
        with writing(self.path) as connection:
            gone = connection.execute(
                "delete from room where touched_at < ? returning code", (written(since),)
            ).fetchall()
        return tuple(code for (code,) in gone)

    def save(self, record: RoomRecord) -> int:
        """Keep what a room answered; its number."""
        with writing(self.path) as connection:
            done = connection.execute(
                "insert into room_record (title, content, department, author, saved_at) values (?, ?, ?, ?, ?)",
                (
                    record.title,
                    record.content,
                    record.department,
                    record.author,
                    written(record.saved_at),
                ),
            )
            return int(done.lastrowid or 0)

    def records(self) -> tuple[RoomRecord, ...]:
        """What was saved, the last first."""
        rows = self._rows(
            "select title, content, department, author, saved_at, record_id from room_record order by record_id desc"
        )
        return tuple(
            RoomRecord(title, content, department, author, datetime.fromisoformat(saved_at), number)
            for title, content, department, author, saved_at, number in rows
        )

    def _rows(self, statement: str, *values: object) -> list[tuple]:
        if not self.path.exists():
            return []
        with connected(self.path) as connection:
            return connection.execute(statement, values).fetchall()


def _room(row: tuple) -> KeptRoom:
    code, deck, secret, key_mark, state, made_at, touched_at = row
    moments = datetime.fromisoformat(made_at), datetime.fromisoformat(touched_at)
    return KeptRoom(code, deck, secret, key_mark, state, *moments)
