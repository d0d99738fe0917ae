"""The doors alone, without the pages: starts in a second."""

from starlette.applications import Starlette

from narabe import doors

app = Starlette(routes=doors.routes({}, str), middleware=doors.MIDDLEWARE)
