"""/data: every public table and saved view at an address of its own, for people, spreadsheets and BI tools."""

import json
from collections.abc import Callable, Hashable, Sequence
from functools import cache, partial, wraps
from pathlib import Path
from typing import Any

from pyarrow import Table
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.staticfiles import NotModifiedResponse, StaticFiles

from narabe.analyses.open_data import edition, open_rows, open_table, open_tables
from narabe.desk import views
from narabe.doors.asking import language
from narabe.doors.kept import Busy, Kept
from narabe.doors.templating import rendered
from narabe.export.machine.metadata import of_everything, of_table
from narabe.export.machine.open_face import EXPLAINED, every_file, file_name, made, table_file
from narabe.export.machine.package import MIME, Kind
from narabe.export.machine.versions import Changed, of_version
from narabe.export.machine.view_face import saved_file, view_metadata
from narabe.model.open_data import NoSuchTable
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.model.views import SavedView
from narabe.warehouse import Warehouse
from narabe.words import open_sentences as say

ENDINGS: dict[str, dict[str, Kind]] = {
    "csv": {"utf-8": "csv", "sjis": "csv_sjis"},
    "json": {"utf-8": "json"},
    "parquet": {"utf-8": "parquet"},
    "xlsx": {"utf-8": "xlsx"},
    "zip": {"utf-8": "zip", "sjis": "zip_sjis"},
}
"""What may stand behind the name of a table, by encoding."""
NO_FILTERS = ("lang", "encoding", "_")
"""Parameters that choose no rows; `_` is what some programs add to pass by caches."""
LOOK_AGAIN = "no-cache"
LONGEST_NAME, LONGEST_ADDRESS = 80, 8000
AGAIN_AFTER = "10"
MOST_HERE = 40_000
"""Cells that are written quickly enough not to keep the server from its pages."""
HTML = "text/html; charset=utf-8"
Opened = Callable[[], Warehouse]
Away = Callable[..., bytes]
"""Calls a module's function with what follows, somewhere."""
Door = Callable[[Request], Response]


def always() -> bool:
    """For files that take long whatever they hold."""
    return True


def here(function: Callable[..., bytes], *given: Any) -> bytes:
    """In this very thread."""
    return function(*given)


class NotThere(Problem):
    """Nothing stands at this address."""


class Gone(Problem):
    """What stood here was taken back."""


class OpenData:
    """The doors. `live` opens the version that is served; `away` does in another process what takes long."""

    def __init__(self, live: Opened, away: Away) -> None:
        self._live, self._away, self._kept = live, away, Kept()
        self._conditions = StaticFiles(directory=Path(__file__).parent)

    def routes(self) -> list[Route]:
        """Plain functions run in threads: they read files and ask the database."""
        return [
            Route("/data", _towards_list),
            Route("/data/", _told(self.listed)),
            Route("/data/metadata.json", _told(self.metadata_of_all)),
            Route("/data/all.{ending}", _told(self.everything)),
            Route("/data/view/{view_id}.{ending}", _told(self.view)),
            Route("/data/view/{view_id}/metadata.json", _told(self.metadata_of_view)),
            Route("/data/{name}/metadata.json", _told(self.metadata)),
            Route("/data/{name}.{ending}", _told(self.table)),
            Route("/data/{rest:path}", _told(_nowhere)),
        ]

    def listed(self, request: Request) -> Response:
        """The list of tables for people."""
        warehouse, lang = self._warehouse(), language(request)

        def make() -> bytes:
            tables = [(table, open_rows(warehouse, table.name).num_rows) for table in open_tables()]
            given = {"tables": tables, "now": edition(warehouse), "endings": tuple(ENDINGS)}
            return rendered("data.html", lang, words=say, **given).encode()

        return self._file(request, (warehouse.build_id, "list", lang), "html", make, mime=HTML)

    def metadata_of_all(self, request: Request) -> Response:
        """What tables there are, as JSON."""
        warehouse = self._warehouse()
        return self._file(
            request,
            (warehouse.build_id, "metadata"),
            "json",
            lambda: _json(of_everything(edition(warehouse))),
        )

    def metadata(self, request: Request) -> Response:
        """What one table holds, as JSON."""
        warehouse, table = self._warehouse(), open_table(request.path_params["name"])

        def make() -> bytes:
            return _json(of_table(table, open_rows(warehouse, table.name), warehouse))

        return self._file(request, (warehouse.build_id, "metadata", table.name), "json", make)

    def table(self, request: Request) -> Response:
        """The rows of a table that the parameters choose."""
        warehouse, table = self._warehouse(), open_table(request.path_params["name"])
        kind, where = _kind(request), _where(request)

        @cache
        def rows() -> Table:
            return open_rows(warehouse, table.name, where)

        def slow() -> bool:
            return kind in EXPLAINED or rows().num_rows * rows().num_columns > MOST_HERE

        def make() -> bytes:
            if slow():
                return self._away(table_file, table.name, kind, where, warehouse.build_id)
            return made(table.name, rows(), kind, where, warehouse)

        key = (warehouse.build_id, table.name, kind, tuple(sorted(where.items())))
        name = file_name(table.name, where)
        return self._file(request, key, request.path_params["ending"], make, name, MIME[kind], slow)

    def everything(self, request: Request) -> Response:
        """All tables in one file."""
        warehouse, kind = self._warehouse(), _kind(request, ("zip", "xlsx"))
        _without_filters(request, say.NO_FILTERS_FOR_ALL)
        make = partial(self._away, every_file, kind, warehouse.build_id)
        key, ending = (warehouse.build_id, kind), request.path_params["ending"]
        return self._file(request, key, ending, make, "narabe_all", MIME[kind], always)

    def view(self, request: Request) -> Response:
        """The data of a saved view."""
        warehouse, kind = self._warehouse(), _kind(request)
        _without_filters(request)
        saved = _saved(request)
        key = (warehouse.build_id, saved.view_id, saved.revision, kind)
        make = partial(self._away, saved_file, saved, kind, warehouse.build_id)
        name, ending = f"narabe_view_{saved.view_id}", request.path_params["ending"]
        return self._file(request, key, ending, make, name, MIME[kind], always)

    def metadata_of_view(self, request: Request) -> Response:
        """What the data of a saved view are, as JSON."""
        warehouse, saved = self._warehouse(), _saved(request)
        key = (warehouse.build_id, "metadata", saved.view_id, saved.revision)

        def make() -> bytes:
            return of_version(warehouse.build_id, lambda served: _json(view_metadata(saved, served)))

        return self._file(request, key, "json", make)

    def _warehouse(self) -> Warehouse:
        try:
            return self._live()
        except Problem as problem:
            raise NotReady(problem.message, problem.advice) from problem

    def _file(
        self,
        request: Request,
        key: Hashable,
        ending: str,
        make: Callable[[], bytes],
        name: str = "",
        mime: str = MIME["json"],
        slow: Callable[[], bool] = lambda: False,
    ) -> Response:
        """The file, or a part of it where one is asked for; 304 where the reader has it."""
        path = self._kept.file(key, ending, make, slow)
        answer = FileResponse(
            path,
            headers={"etag": f'"{path.stem}"', "cache-control": LOOK_AGAIN},
            media_type=mime,
            filename=f"{name}.{ending}" if name else None,
            content_disposition_type="inline" if mime == MIME["json"] else "attachment",
            stat_result=path.stat(),
        )
        known = self._conditions.is_not_modified(answer.headers, request.headers)
        return NotModifiedResponse(answer.headers) if known else answer


class NotReady(Problem):
    """There is no database yet, or it is damaged."""


STATUS: dict[type[Problem], int] = {
    NoSuchTable: 404,
    NotThere: 404,
    Gone: 410,
    NotReady: 503,
    Busy: 503,
    Changed: 503,
}
"""Any other Problem is a wrong question: 400."""


def _told(door: Door) -> Door:
    """A Problem of this door as a sentence: JSON where JSON is wanted, else text."""

    @wraps(door)
    def answer(request: Request) -> Response:
        try:
            if len(str(request.url)) > LONGEST_ADDRESS:
                raise Problem(say.TOO_LONG)
            try:
                return door(request)
            except Changed:  # an import went live while the file was made: once more, from the new version
                return door(request)
        except Problem as problem:
            return _refusal(request, problem)

    return answer


def _refusal(request: Request, problem: Problem) -> Response:
    status, lang = STATUS.get(type(problem), 400), language(request)
    headers = {"cache-control": "no-store"} | ({"retry-after": AGAIN_AFTER} if status == 503 else {})
    if request.url.path.endswith(".json") or "application/json" in request.headers.get("accept", ""):
        told = {"error": problem.message.in_(lang), "advice": problem.advice.in_(lang)}
        return JSONResponse(told, status, headers)
    said = problem.message + problem.advice
    return PlainTextResponse(f"{said.in_(lang)}\n", status, headers)


def _towards_list(request: Request) -> Response:
    asked = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"data/{asked}")


def _nowhere(request: Request) -> Response:
    raise NotThere(say.no_address(request.path_params["rest"][:LONGEST_NAME]), say.SEE_LIST)


def _saved(request: Request) -> SavedView:
    """The view of the address. Errors: NotThere, Gone."""
    try:
        saved = views.view(request.path_params["view_id"])
    except Problem as problem:
        raise NotThere(problem.message, problem.advice) from problem
    if saved.withdrawn:
        raise Gone(say.WITHDRAWN)
    return saved


def _kind(request: Request, allowed: Sequence[str] = tuple(ENDINGS)) -> Kind:
    ending, encoding = request.path_params["ending"], request.query_params.get("encoding", "utf-8").lower()
    if ending not in allowed:
        raise NotThere(say.no_kind(ending[:LONGEST_NAME], allowed), say.SEE_LIST)
    encoding = {"shift_jis": "sjis", "utf8": "utf-8"}.get(encoding, encoding)
    if encoding not in ENDINGS[ending]:
        raise Problem(say.CSV_ONLY)
    return ENDINGS[ending][encoding]


def _where(request: Request) -> dict[str, tuple[str, ...]]:
    params = request.query_params
    return {name: tuple(params.getlist(name)) for name in params if name not in NO_FILTERS}


def _without_filters(request: Request, why: Text = say.NO_FILTERS_HERE) -> None:
    if _where(request):
        raise Problem(why)


def _json(content: Any) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
