"""One pass over the bytes of a text file: does every one decode, and what would disturb a fast reader."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from narabe.intake.reading.damaged import odd
from narabe.intake.reading.japanese import decoder

CHUNK = 1 << 22
ASCII_SAFE = {"utf-8", "cp932", "euc_jp", "cp51932"}
"""Encodings in which the bytes of line ends, quotes and signs mean themselves wherever they stand."""
FORMULA_ERROR = re.compile(rb"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
SPACE = b"\r\n \t"
OVERLAP = 64


class Undecodable(Exception):
    """The offset of the first byte that is no text of the encoding."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


@dataclass(slots=True)
class Scan:
    """What a pass found. `lines` counts line ends; `blank_lines`: an empty line stands before the last data.

    `odd_characters`: some may be damaged, of private use (外字), or stand for what was lost; `nul` is whether there are NUL bytes, `quotes` whether there are quotes of either kind.
    """

    lines: int = 0
    crlf: int = 0
    lone_cr: int = 0
    blank_lines: bool = False
    quotes: bool = False
    formula_errors: bool = False
    odd_characters: bool = False
    nul: bool = False
    ends_open: bool = False

    @property
    def line_end(self) -> str:
        """The usual one of the file."""
        if self.lone_cr > self.lines:
            return "\r"
        return "\r\n" if self.crlf * 2 > self.lines else "\n"


def scan(path: Path, encoding: str) -> Scan:
    """Look at the whole file. Errors: Undecodable."""
    found, tail, blank = Scan(), b"\n", False
    for given, text in _decoded(path, encoding):
        in_utf8 = given if encoding == "utf-8" else text.encode()
        chunk = given if encoding in ASCII_SAFE else in_utf8
        found.nul = found.nul or b"\x00" in chunk
        found.lines += chunk.count(b"\n")
        if b"\r" in chunk or tail[-1:] == b"\r":
            found.crlf += chunk.count(b"\r\n") + (tail[-1:] == b"\r" and chunk[:1] == b"\n")
            found.lone_cr += chunk.count(b"\r")
        found.quotes = found.quotes or b'"' in chunk or b"'" in chunk
        seen = tail + chunk
        found.odd_characters = found.odd_characters or odd(seen if encoding == "utf-8" else in_utf8)
        found.formula_errors = found.formula_errors or (b"#" in seen and bool(FORMULA_ERROR.search(seen)))
        data_end = len(seen.rstrip(SPACE))
        if data_end and not found.blank_lines:
            found.blank_lines = blank or _blank_line(seen, 0, data_end)
            blank = False
        blank = blank or _blank_line(seen, max(0, data_end - 1), len(seen))
        tail = seen[-OVERLAP:]
    found.lone_cr -= found.crlf
    found.ends_open = tail[-1:] not in (b"\n", b"\r")
    return found


def _blank_line(seen: bytes, start: int, end: int) -> bool:
    return any(seen.find(ends, start, end) >= 0 for ends in (b"\n\n", b"\n\r\n", b"\r\r"))


def texts(path: Path, encoding: str) -> Iterator[str]:
    """The text in pieces, without a byte order mark. Errors: Undecodable."""
    pieces = (text for _, text in _decoded(path, encoding) if text)
    first = next(pieces, "").removeprefix("\ufeff")
    if first:
        yield first
    yield from pieces


def _decoded(path: Path, encoding: str) -> Iterator[tuple[bytes, str]]:
    decode = decoder(encoding)
    done = 0
    with path.open("rb") as file:
        while True:
            chunk = file.read(CHUNK)
            held = decode.getstate()[0]
            try:
                text = decode.decode(chunk, not chunk)
            except UnicodeDecodeError as error:
                raise Undecodable(max(0, done - len(held) + error.start)) from error
            done += len(chunk)
            yield chunk, text
            if not chunk:
                return
