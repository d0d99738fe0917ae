"""Decoders for EUC-JP and ISO-2022-JP with the machine-dependent characters (①, ㈱, 髙) that Windows puts there.

Python's own euc_jp and iso2022_jp refuse them. Both encodings carry row and cell of the same tables as CP932, so
each pair is moved to its place there and decoded as CP932 (what Microsoft calls code pages 51932 and 50221).
"""

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

EUC_RUN = re.compile(
    rb"(?P<ascii>[\x00-\x7f]+)|(?P<pairs>(?:[\xa1-\xfe]{2})+)|(?P<kana>(?:\x8e[\xa1-\xdf])+)|(?P<extra>(?:\x8f[\xa1-\xfe]{2})+)"
)
JIS_RUN = re.compile(rb"\x1b(?P<escape>\([BJI]|\$[@B])|(?P<run>[^\x1b\x80-\xff]+)")
MODES = {b"(B": "ascii", b"(J": "ascii", b"(I": "kana", b"$@": "pairs", b"$B": "pairs"}
LONGEST_PIECE = 3


def _of_pairs(pairs: bytes) -> str:
    """Text of pairs of bytes 0xA1–0xFE (row and cell, each plus 0xA0)."""
    moved = bytearray()
    for first, second in zip(pairs[::2], pairs[1::2], strict=True):
        row, cell = first - 0xA0, second - 0xA0
        lead = (row - 1) // 2
        moved.append(lead + (0x81 if lead < 31 else 0xC1))
        moved.append(cell + (0x9E if row % 2 == 0 else 0x3F if cell < 64 else 0x40))
    return moved.decode("cp932")


class EucDecoder(codecs.BufferedIncrementalDecoder):
    """EUC-JP as CP51932 has it; pairs after 0x8F are those of JIS X 0212."""

    def _buffer_decode(self, given: "Buffer", errors: str, final: bool) -> tuple[str, int]:
        data = bytes(given)
        pieces: list[str] = []
        at = 0
        while at < len(data):
            run = EUC_RUN.match(data, at)
            if run is None:
                if not final and len(data) - at < LONGEST_PIECE:
                    break
                raise UnicodeDecodeError("euc_jp", data, at, at + 1, "no character")
            try:
                pieces.append(_euc_run(run))
            except UnicodeDecodeError as error:
                raise UnicodeDecodeError(
                    "euc_jp", data, at + error.start, at + error.end, "no character"
                ) from error
            at = run.end()
        return "".join(pieces), at


def _euc_run(run: re.Match[bytes]) -> str:
    found = run.group()
    if run.lastgroup == "pairs":
        return _of_pairs(found)
    return found.decode("euc_jp")


class JisDecoder(codecs.BufferedIncrementalDecoder):
    """ISO-2022-JP with half-width kana and machine-dependent characters; the mode goes back to ASCII at a line end."""

    mode = "ascii"

    def _buffer_decode(self, given: "Buffer", errors: str, final: bool) -> tuple[str, int]:
        data = bytes(given)
        pieces: list[str] = []
        at = 0
        while at < len(data):
            run = JIS_RUN.match(data, at)
            if run is None:
                if not final and len(data) - at < LONGEST_PIECE:
                    break
                raise UnicodeDecodeError("iso2022_jp", data, at, at + 1, "no character")
            if escape := run["escape"]:
                self.mode = MODES[escape]
                at = run.end()
                continue
            used, text = self._run(run["run"], at, final or run.end() < len(data), data)
            pieces.append(text)
            at += used
            if used < len(run["run"]):
                break
        return "".join(pieces), at

    def _run(self, run: bytes, at: int, last: bool, data: bytes) -> tuple[int, str]:
        if self.mode == "ascii":
            return len(run), run.decode("ascii")
        if line_end := re.search(rb"[\r\n]", run):
            before, text = self._run(run[: line_end.start()], at, True, data)
            self.mode = "ascii"
            return len(run), text + run[before:].decode("ascii")
        if self.mode == "kana" and all(0x21 <= byte <= 0x5F for byte in run):
            return len(run), bytes(byte | 0x80 for byte in run).decode("cp932")
        whole = len(run) // 2 * 2
        if (
            self.mode == "kana"
            or (whole < len(run) and last)
            or not all(0x21 <= byte <= 0x7E for byte in run)
        ):
            raise UnicodeDecodeError("iso2022_jp", data, at, at + 1, "no character")
        try:
            return whole, _of_pairs(bytes(byte | 0x80 for byte in run[:whole]))
        except UnicodeDecodeError as error:
            raise UnicodeDecodeError("iso2022_jp", data, at, at + 1, "no character") from error


def decoder(encoding: str) -> codecs.IncrementalDecoder:
    """A strict incremental decoder: the two above, Python's own for the rest."""
    if encoding == "cp51932":
        return EucDecoder()
    if encoding == "iso2022_jp":
        return JisDecoder()
    return codecs.getincrementaldecoder(encoding)()
