"""One SELECT over the public tables, run in a process of its own that is ended on cancel or when it takes too long.

The process (`console_process`) holds a copy of the tables of queries/open and nothing else.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

import pyarrow as pa

from narabe.model.problem import Problem
from narabe.warehouse.files import figures_file, live_version, readable, unreadable
from narabe.warehouse.sql import names, query
from narabe.words import console_sentences as say

SECONDS = 10.0
LOADING = 60.0
"""Seconds after which a process that has not begun to answer is given up."""
ROWS = 1_000_000
LARGEST = 128 << 20
"""Bytes of an answer."""
AT_ONCE = 2
PROGRAM = Path(__file__).with_name("console_process.py")

_gate = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Answer:
    """Column names and rows; `more` where the query has more rows than were asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool = False


def select(sql: str, rows: int = ROWS, version_id: str | None = None) -> Answer:
    """The answer to one SELECT, of the live version or another. Errors: Problem for anything else, a mistake in it, a timeout, or no database."""
    return Asked(sql, rows, version_id=version_id).answer()


class Asked:
    """A query on its way, whether or not anybody waits for it. At most `AT_ONCE` run, the others stand in line.

    `rows` is how many are fetched, `size` how many bytes they may take, `version_id` a version other than the live one.

    Errors: Problem where there is no database.
    """

    def __init__(
        self, sql: str, rows: int = ROWS, size: int = LARGEST, version_id: str | None = None
    ) -> None:
        self.sql, self._rows, self._size = sql, rows, size
        self.version_id = version_id or live_version().version_id
        if not readable(figures_file(self.version_id)):
            raise unreadable(self.version_id)
        self._process: subprocess.Popen[bytes] | None = None
        self._answer: Answer | None = None
        self._error: BaseException | None = None
        self._cancelled = False
        self._guard = threading.Lock()
        self._waiting = threading.Thread(target=self._run, name="query", daemon=True)
        self._waiting.start()

    def finished(self, seconds: float = 0.0) -> bool:
        """Whether it is done, after waiting so long at most."""
        self._waiting.join(seconds)
        return not self._waiting.is_alive()

    @property
    def begun(self) -> bool:
        """Whether it stands in line no more."""
        return self._process is not None

    def answer(self) -> Answer:
        """What came of it. Errors: Problem."""
        self._waiting.join()
        if self._error is not None:
            raise self._error
        assert self._answer is not None
        return self._answer

    def cancel(self) -> None:
        """End it where it stands."""
        with self._guard:
            self._cancelled = True
            if self._process is not None:
                self._process.kill()

    def _run(self) -> None:
        try:
            with _gate:
                self._answer = self._ask()
        except BaseException as error:
            self._error = error

    def _ask(self) -> Answer:
        with self._guard:
            if self._cancelled:
                raise Problem(say.CANCELLED)
            self._process = subprocess.Popen(
                [sys.executable, "-I", str(PROGRAM)],
                cwd="/",
                env={},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        try:
            with self._process as process:
                try:
                    return self._heard(process)
                finally:
                    process.kill()
        except OSError as error:  # it was gone before it had heard the whole question
            raise Problem(say.CANCELLED if self._cancelled else say.refused(say.ENDED)) from error

    def _heard(self, process: subprocess.Popen[bytes]) -> Answer:
        assert process.stdin is not None and process.stdout is not None
        late = threading.Event()
        _send(process.stdin, self._request())
        word = _within(LOADING, process, late, 1)
        if word == b"R":
            word = _within(SECONDS, process, late, 1)
        said = process.stdout.read(2 * self._size + 1)
        if self._cancelled:
            raise Problem(say.CANCELLED)
        if late.is_set():
            raise Problem(say.refused(say.too_long(SECONDS)), say.LESS)
        if word == b"A" and len(said) <= 2 * self._size:
            return _read(said)
        raise self._refused(said) if word == b"E" else Problem(say.refused(say.ENDED), say.LESS)

    def _request(self) -> dict[str, Any]:
        return {
            "file": str(figures_file(self.version_id)),
            "tables": {name: query("open", name).text for name in names("open")},
            "sql": self.sql,
            "rows": self._rows,
            "bytes": self._size,
            "seconds": SECONDS,
        }

    def _refused(self, said: bytes) -> Problem:
        told = json.loads(said)
        if told["kind"] == "file":
            return unreadable(self.version_id)
        if told["kind"] == "refused":
            small = told["what"] in ("memory", "large")
            return Problem(say.refused(say.REASONS[told["what"]]), say.LESS if small else say.ONE_SELECT)
        error = _structured(told["what"])
        why, advice = say.why(error)
        return Problem(say.refused(why, say.place(self.sql, error.get("position"))), advice)


def _within(seconds: float, process: subprocess.Popen[bytes], late: threading.Event, size: int) -> bytes:
    """So many bytes of what the process says; it is ended, and `late` set, where it says nothing in time."""

    def end() -> None:
        late.set()
        process.kill()

    assert process.stdout is not None
    timer = threading.Timer(seconds, end)
    timer.start()
    try:
        return process.stdout.read(size)
    finally:
        timer.cancel()


def _send(pipe: IO[bytes], request: dict[str, Any]) -> None:
    """The request; the pipe stays open, since the process ends with it."""
    pipe.write(json.dumps(request).encode() + b"\n")
    pipe.flush()


def _structured(told: str) -> dict[str, str]:
    """An error of DuckDB as it was put into JSON; one that was not is its own message."""
    _, _, inside = told.partition(": ")
    if not inside.startswith("{"):
        return {"exception_message": told.splitlines()[0] if told else ""}
    found: dict[str, str] = json.loads(inside)
    return found


def _read(stream: bytes) -> Answer:
    with pa.ipc.open_stream(stream) as reader:
        found = reader.read_all()
    more = (found.schema.metadata or {}).get(b"more", b"") == b"yes"
    columns = [_values(name, column) for name, column in zip(found.schema.names, found.columns, strict=True)]
    rows = tuple(zip(*columns, strict=True)) if columns else ()
    return Answer(apart(found.schema.names), rows, more)


def _values(name: str, column: pa.ChunkedArray) -> list[Any]:
    """Errors: Problem where a date or time is beyond what Python holds."""
    try:
        return [_plain(value) for value in column.to_pylist()]
    except (OverflowError, ValueError) as error:
        raise Problem(say.refused(say.out_of_time(name)), say.AS_WORDS) from error


def _plain(value: Any) -> Any:
    """A sum of whole numbers comes as a decimal without places, a span of time as a type of Arrow."""
    if isinstance(value, Decimal) and value.as_tuple().exponent == 0:
        return int(value)
    if isinstance(value, pa.MonthDayNano):
        return _span(value)
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def _span(span: pa.MonthDayNano) -> str:
    """As ISO 8601 writes it: `P14M3DT90.5S`."""
    seconds = (Decimal(span.nanoseconds) / 10**9).normalize()
    parts = (f"{span.months}M" if span.months else "", f"{span.days}D" if span.days else "")
    spelled = "".join(parts) + (f"T{seconds:f}S" if seconds else "")
    return f"P{spelled or '0D'}"


def apart(names: Sequence[str]) -> tuple[str, ...]:
    """Names of columns: none stands twice, none is empty."""
    found: list[str] = []
    for place, name in enumerate(names, start=1):
        plain = name.strip() or f"column_{place}"
        label, count = plain, 1
        while label in found:
            count += 1
            label = f"{plain}_{count}"
        found.append(label)
    return tuple(found)
