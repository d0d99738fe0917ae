"""All doors as the server has them, on the session's store, and rooms to go into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp

from narabe import doors
from narabe.desk.rooms import hall
from narabe.model.deck import StagedDeck
from narabe.model.room import Act
from narabe.room.live_room import LiveRoom
from narabe.ui import registry, version
from tests.doors.decks import ASKED
from tests.doors.visiting import Visitor

Opened = Callable[[StagedDeck], tuple[LiveRoom, str]]


@pytest.fixture(scope="session")
def app(store: Path) -> ASGIApp:
    return Starlette(routes=doors.routes(registry.titles(), version.build_id), middleware=doors.MIDDLEWARE)


@pytest.fixture
def opened(store: Path) -> Opened:
    """Opens a room of a deck; with the key that steers it."""
    return hall().open


@pytest.fixture
def room(opened: Opened) -> LiveRoom:
    """A room that stands at its first question, which is open."""
    made, _ = opened(ASKED)
    made.act(Act.OPEN)
    return made


@pytest.fixture
def visitor(app: ASGIApp) -> Visitor:
    return Visitor(app, {"accept-language": "en"})
