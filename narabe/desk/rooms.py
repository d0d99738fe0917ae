"""The rooms of this server's store: opened, saved, thrown away."""

from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from narabe.desk.naming import checked_signer
from narabe.desk.room_figures import stand_beside
from narabe.ledger import Rooms
from narabe.ledger.as_json import from_json, to_json
from narabe.model.imports import Signer
from narabe.model.problem import Problem
from narabe.model.room import RoomRecord
from narabe.model.room_results import KeptResults, RoomResults
from narabe.room.hall import Hall
from narabe.settings import openness, store
from narabe.words import stage_page_sentences as say


def hall() -> Hall:
    """The rooms of the store in use. One per process: what a phone sends is what a wall sees.

    Errors: Problem while this server lets nobody open, join or steer a room.
    """
    must_be_open()
    return _hall(store())


def must_be_open() -> None:
    """Errors: Problem while this server lets nobody open, join or steer a room."""
    if not openness().rooms_open:
        raise Problem(say.ROOMS_CLOSED, say.HOW_TO_OPEN)


def save(results: RoomResults, signer: Signer) -> KeptResults:
    """Keep what a room answered; the very same results are kept once.

    Answers to questions of the surveys stand beside these from then on. Errors: Problem; what was kept before it stays.
    """
    signer = checked_signer(signer)
    must_be_open()
    if not results.steps:
        raise Problem(say.NOTHING_REVEALED, say.REVEAL_FIRST)
    found = _same(results, signer) or _stored(results, signer)
    stand_beside(found)
    return found


def _same(results: RoomResults, signer: Signer) -> KeptResults | None:
    same = (each for each in saved() if (each.results, each.department) == (results, signer.department))
    return next(same, None)


def _stored(results: RoomResults, signer: Signer) -> KeptResults:
    content = to_json(results)
    record = RoomRecord(results.title.ja, content, signer.department, signer.author, datetime.now(UTC))
    number = Rooms(store()).save(record)
    return next(each for each in saved() if each.number == number)


def saved() -> tuple[KeptResults, ...]:
    """What was saved, the last first."""
    return tuple(
        KeptResults(
            record.number,
            from_json(record.content, RoomResults),
            record.department,
            record.author,
            record.saved_at,
        )
        for record in Rooms(store()).records()
    )


def kept(code: str) -> RoomResults | None:
    """What was saved last of the room that was joined by this code."""
    return next((each.results for each in saved() if each.results.code == code), None)


@lru_cache(maxsize=8)
def _hall(folder: Path) -> Hall:
    return Hall(folder)
