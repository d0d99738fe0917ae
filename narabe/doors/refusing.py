"""What a door answers where it leads nowhere: the sentence, and where a code is typed in."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from narabe.doors.asking import language
from narabe.doors.templating import page
from narabe.model.problem import Problem

Doors = TypeVar("Doors")
Door = Callable[[Doors, Request], Awaitable[Response]]


def refusing(door: Door[Doors]) -> Door[Doors]:
    """A Problem of this door is told on a page of its own (404)."""

    @wraps(door)
    async def answer(doors: Doors, request: Request) -> Response:
        try:
            return await door(doors, request)
        except Problem as problem:
            return page("enter.html", language(request), 404, wrong=problem.message)

    return answer
