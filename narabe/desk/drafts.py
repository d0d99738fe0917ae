"""A file that was received and is not imported yet: a folder with its bytes, opened to be read."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

import narabe.words.import_sentences as say
from narabe.intake import reading
from narabe.ledger.as_json import from_json, to_json
from narabe.model.intake import Fault, Progress, Raw, ReadOptions, Refused, Severity, Sheet
from narabe.settings import Limits, limits
from narabe.warehouse.imports import NOBODY, drop, folder_of, new_draft

SAMPLED_ROWS = 20_000
"""So many rows of a file are looked at before the whole is read."""
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Received:
    """The bytes as they came. `browser`: through a page, under its limits."""

    draft_id: str
    file_name: str
    sha256: str
    size: int
    browser: bool
    options: ReadOptions


def keep(content: bytes | Path, file_name: str, options: ReadOptions, browser: bool) -> Received:
    """Copy the bytes into a new draft. Errors: Refused for a file too large, Problem for one that cannot be read."""
    size = len(content) if isinstance(content, bytes) else _size(content)
    allowed = limits()
    if browser and size > allowed.browser_megabytes * 10**6:
        raise Refused((Fault(Severity.ERROR, say.too_large_here(allowed.browser_megabytes), say.BY_COMMAND),))
    draft_id = f"{datetime.now(say.TOKYO):%Y%m%d}-{secrets.token_hex(4)}"
    folder = new_draft(draft_id, NOBODY if browser else os.getpid())
    try:
        sha256 = _copied(content, folder / "original")
        received = Received(draft_id, Path(file_name).name, sha256, size, browser, options)
        remember(received)
    except BaseException:
        drop(folder)
        raise
    return received


def remember(received: Received) -> None:
    """Write down what is known of a draft."""
    (folder_of(received.draft_id) / "draft.json").write_text(to_json(received), encoding="utf-8")


def received(draft_id: str) -> Received:
    """What is known of a draft. Errors: Problem when it is gone."""
    return from_json((folder_of(draft_id) / "draft.json").read_text("utf-8"), Received)


class Opened:
    """A draft that is being read; the whole table is loaded once, when it is first asked for."""

    def __init__(self, draft: Received, stack: ExitStack, progress: Progress) -> None:
        self.draft, self.folder = draft, folder_of(draft.draft_id)
        self.limits = _limits(draft)
        self._stack, self._progress = stack, progress
        self.incoming = reading.open_file(
            self.folder / "original", draft.file_name, draft.options, self.limits
        )

    @cached_property
    def connection(self) -> "reading.Work":
        return self._stack.enter_context(reading.workbench(self.folder))

    @cached_property
    def raw(self) -> Raw:
        """The whole table, as text."""
        self._progress(say.READING)
        raw = self.incoming.bulk(self.connection, self._progress)
        if self.draft.browser and raw.rows > self.limits.browser_rows:
            fault = Fault(
                Severity.ERROR, say.too_many_rows_here(raw.rows, self.limits.browser_rows), say.BY_COMMAND
            )
            raise Refused((fault,))
        return raw

    @cached_property
    def sample(self) -> tuple[Sheet, ...]:
        """The first rows of every sheet, or of the one that a person names."""
        return self._asked(self.incoming.sheets(SAMPLED_ROWS))

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every row of every sheet, or of the one that a person names."""
        return self._asked(self.incoming.sheets())

    def _asked(self, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
        """A hidden sheet that is named is meant. Errors: Refused for the name of a sheet that is not there."""
        if self.draft.options.sheet is None:
            return sheets
        name = self.incoming.chosen_sheet
        return tuple(replace(sheet, hidden=False) for sheet in sheets if sheet.name == name)


@contextmanager
def opened(draft: Received, progress: Progress) -> Iterator[Opened]:
    """A draft to read. Errors: Refused for a file that cannot be read."""
    with ExitStack() as stack:
        yield Opened(draft, stack, progress)


def _limits(draft: Received) -> Limits:
    allowed = limits()
    return replace(allowed, file_megabytes=allowed.browser_megabytes) if draft.browser else allowed


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise Refused((Fault(Severity.ERROR, say.no_such_file(path.name), say.CHECK_NAME),)) from error


def _copied(content: bytes | Path, to: Path) -> str:
    if isinstance(content, bytes):
        to.write_bytes(content)
        return hashlib.sha256(content).hexdigest()
    digest = hashlib.sha256()
    try:
        with content.open("rb") as source, to.open("wb") as target:
            while chunk := source.read(CHUNK):
                digest.update(chunk)
                target.write(chunk)
    except OSError as error:
        raise Refused((Fault(Severity.ERROR, say.no_such_file(content.name), say.CHECK_NAME),)) from error
    return digest.hexdigest()
