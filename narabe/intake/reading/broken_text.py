"""Which rows of a text file do not decode, and whether two encodings were mixed."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from narabe.intake.faults import Faults, refusal
from narabe.model.intake import Refused
from narabe.words import intake_problems as say

UTF8_PROSE = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}")
LONGEST_LINE = 1 << 20
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
LOOKED_AT, LAST_BYTES, KEPT = 20_000, 1 << 18, 200


def refuse_mixed(path: Path, offset: int) -> None:
    """Errors: Refused when UTF-8 lines stand beside others; silence where the file is simply not UTF-8.

    `offset` is where UTF-8 failed. A line is UTF-8 if it decodes and holds Japanese in three-byte characters, which
    text in CP932 or EUC-JP forms by accident only in a stray word.
    """
    kept = [kind for _, kind, _ in _kinds(path, LOOKED_AT)] + [
        kind for _, kind, _ in _kinds_of(_last_lines(path))
    ]
    utf8, other = kept.count("utf-8"), len(kept) - kept.count("utf-8")
    if not utf8 or (utf8 < other and utf8 * 200 < other and other > 20):
        return
    minority = "other" if utf8 >= other else "utf-8"
    faults = Faults()
    for row, kind, line in _kinds(path, None):
        if (kind == "utf-8") == (minority == "utf-8"):
            as_cp932 = kind != "broken"
            message = say.MIXED_ENCODINGS if as_cp932 else say.undecodable("UTF-8")
            advice = say.MEND_MIXED if as_cp932 else say.SAVE_UTF8
            codec = "cp932" if kind == "cp932" else "utf-8"
            faults.error(message, advice, row=row, value=line.decode(codec, "replace"))
    if not faults.refused:
        faults.error(say.undecodable("UTF-8"), say.SAVE_UTF8, row=row_at(path, offset))
    raise Refused(faults.listed())


def undecodable(path: Path, codec: str, shown: str, offset: int) -> Refused:
    """The rows that do not decode, for an encoding that was told or marked."""
    faults = Faults()
    message = say.undecodable(shown)
    if codec == "utf-8" and all(_decodes(line, "cp932") for _, line in _lines(path, None)):
        faults.error(message, say.LOOKS_LIKE_CP932, row=row_at(path, offset))
        return Refused(faults.listed())
    if not codec.startswith(("utf-16", "utf-32", "iso2022")):
        for row, line in _lines(path, None):
            try:
                line.decode("euc_jp" if codec == "cp51932" else codec)
            except UnicodeDecodeError:
                value = line.decode("cp932" if codec == "cp932" else "utf-8", "replace")
                faults.error(message, say.SAVE_UTF8, row=row, value=value)
    if not faults.refused:
        faults.error(message, say.SAVE_UTF8, row=row_at(path, offset, wide=codec.startswith("utf-16")))
    return Refused(faults.listed())


def unreadable(path: Path) -> Refused:
    """No encoding reads it all: rows that neither UTF-8 nor CP932 decodes, where most of the rest is CP932."""
    with path.open("rb") as file:
        head = file.read(LAST_BYTES)
    if len(CONTROL.findall(head)) * 50 > len(head):
        return refusal(say.NOT_TEXT, say.OPEN_AND_SAVE)
    kinds = [(row, kind, line) for row, kind, line in _kinds(path, LOOKED_AT)]
    broken = [(row, line) for row, kind, line in kinds if kind == "broken"]
    faults = Faults()
    if broken and len(broken) * 2 <= len(kinds):
        for row, line in broken:
            faults.error(
                say.undecodable("Shift_JIS (CP932)"),
                say.SAVE_UTF8,
                row=row,
                value=line.decode("cp932", "replace"),
            )
    else:
        first = broken[0] if broken else (1, b"")
        faults.error(say.UNKNOWN_ENCODING, say.SAVE_UTF8, row=first[0])
    return Refused(faults.listed())


def row_at(path: Path, offset: int, wide: bool = False) -> int:
    """The line (from 1) in which a byte stands."""
    row, end = 1, b"\n\x00" if wide else b"\n"
    with path.open("rb") as file:
        while offset > 0 and (chunk := file.read(min(1 << 20, offset))):
            row += chunk.count(end)
            offset -= len(chunk)
    return row


def nul_rows(path: Path) -> Refused:
    """The lines with NUL bytes."""
    faults = Faults()
    for row, line in _lines(path, None):
        if b"\x00" in line:
            faults.error(say.NULS, say.MEND_NULS, row=row, value=line[:200].decode("ascii", "replace"))
    if not faults.refused:
        faults.error(say.NULS, say.MEND_NULS)
    return Refused(faults.listed())


def _kinds(path: Path, most: int | None) -> Iterator[tuple[int, str, bytes]]:
    """Each line beyond ASCII: (row, utf-8 | cp932 | broken, line)."""
    return _kinds_of(_lines(path, most))


def _kinds_of(lines: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, str, bytes]]:
    for row, line in lines:
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
            kind = "utf-8" if UTF8_PROSE.search(line) else "either"
        except UnicodeDecodeError:
            kind = "cp932" if _decodes(line, "cp932") and not _mostly_utf8(line) else "broken"
        if kind != "either":
            yield row, kind, line[:KEPT]


def _mostly_utf8(line: bytes) -> bool:
    """Is it UTF-8 with some bytes spoilt? Such a line often decodes as CP932 too, into nonsense."""
    return 5 * len(UTF8_PROSE.findall(line)) >= len(BEYOND_ASCII.findall(line))


def _decodes(line: bytes, codec: str) -> bool:
    try:
        line.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _lines(path: Path, most: int | None) -> Iterator[tuple[int, bytes]]:
    """Lines with their number; one that does not end is cut at a million bytes."""
    row, listed = 1, 0
    with path.open("rb") as file:
        while line := file.readline(LONGEST_LINE):
            yield row, line
            row += line.endswith(b"\n")
            listed += 1
            if most is not None and listed >= most:
                return


def _last_lines(path: Path) -> list[tuple[int, bytes]]:
    """Lines at the end of a file too long to be looked at whole; their numbers are not known."""
    with path.open("rb") as file:
        if path.stat().st_size <= 2 * LAST_BYTES:
            return []
        file.seek(-LAST_BYTES, 2)
        return [(0, line) for line in file.read().split(b"\n")[1:]]
