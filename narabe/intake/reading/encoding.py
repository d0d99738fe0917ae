"""Which encoding a text file is in: what decodes strictly, and of those what reads like Japanese."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

import charset_normalizer

from narabe.intake.faults import refusal
from narabe.intake.reading import broken_text
from narabe.intake.reading.japanese import decoder
from narabe.intake.reading.scanning import Scan, Undecodable, scan
from narabe.words import intake_problems as say

SAMPLE = 1 << 18
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SPOKEN = {
    "utf-8": ("utf8", "utf8sig", "u8", "utf8bom"),
    "cp932": ("cp932", "shiftjis", "sjis", "xsjis", "ms932", "windows31j", "ms_kanji", "shiftjis2004", "932"),
    "cp51932": ("eucjp", "eucjpms", "cp51932", "euc", "ujis", "xeucjp"),
    "iso2022_jp": ("iso2022jp", "jis", "cp50221", "cp50220", "csiso2022jp"),
    "utf-16-le": ("utf16le", "utf16", "unicode"),
    "utf-16-be": ("utf16be",),
    "utf-32-le": ("utf32le", "utf32"),
    "utf-32-be": ("utf32be",),
}
CODECS = {spelling: codec for codec, spellings in SPOKEN.items() for spelling in spellings}
ODD = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
"""Control characters, private use, the replacement character."""
PROSE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e①-⑳㈱]")
KANA = re.compile(r"[\u3040-\u30ff]")
HALF_KANA = re.compile(r"[\uff61-\uff9f]")
CLOSE = 0.15


@dataclass(frozen=True, slots=True)
class Encoding:
    """`name` is Python's name of a codec (or cp51932, which is ours); `scan` is what the whole file holds."""

    name: str
    bom: bool
    certain: bool
    scan: Scan


def encoding_of(path: Path, spoken: str | None) -> Encoding:
    """As told by a person, else found. Errors: Refused where no encoding reads the whole file, with the rows."""
    with path.open("rb") as file:
        head = file.read(SAMPLE)
    mark = next((codec for sign, codec in MARKS if head.startswith(sign)), None)
    if spoken:
        codec = codec_of(spoken)
        if mark and mark.startswith("utf-16") and codec.startswith("utf-16"):
            codec = mark
        return _checked(path, codec, bom=mark == codec)
    if mark:
        return _checked(path, mark, bom=True)
    if wide := _wide(head):
        return _checked(path, wide, certain=False)
    if b"\x1b$" in head and head.isascii():
        return _checked(path, "iso2022_jp")
    try:
        return Encoding("utf-8", False, True, scan(path, "utf-8"))
    except Undecodable as error:
        broken_text.refuse_mixed(path, error.offset)
    return _of_candidates(path, head)


def codec_of(spoken: str) -> str:
    """The codec a person means; Shift_JIS means what Windows writes. Errors: Refused for an unknown name."""
    codec = CODECS.get(re.sub(r"[-_\s().]", "", spoken.lower()))
    if codec is None:
        raise refusal(say.no_such_encoding(spoken[:40]), say.KNOWN_ENCODINGS)
    return codec


def _checked(path: Path, codec: str, bom: bool = False, certain: bool = True) -> Encoding:
    try:
        return Encoding(codec, bom, certain, scan(path, codec))
    except Undecodable as error:
        if codec == "utf-8":
            broken_text.refuse_mixed(path, error.offset)
        raise broken_text.undecodable(path, codec, say.ENCODING[codec], error.offset) from error


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: zero bytes stand on one side only, and what they give reads as text."""
    sides = head[0::2].count(0), head[1::2].count(0)
    if max(sides) < max(1, len(head) // 100) or min(sides) * 10 > max(sides):
        return None
    codec = "utf-16-be" if sides[0] > sides[1] else "utf-16-le"
    text = head[: len(head) // 2 * 2].decode(codec, "replace")
    return codec if "\n" in text + "\r" and len(ODD.findall(text)) * 50 <= len(text) else None


def _of_candidates(path: Path, head: bytes) -> Encoding:
    """CP932 or EUC-JP. Errors: Refused when neither reads all of it."""
    read: list[tuple[float, Encoding]] = []
    for codec in ("cp932", "euc_jp", "cp51932"):
        if codec == "cp51932" and any(each.name == "euc_jp" for _, each in read):
            continue
        try:
            found = Encoding(codec, False, True, scan(path, codec))
        except Undecodable:
            continue
        read.append((_likeness(decoder(codec).decode(head)), found))
    if not read:
        raise broken_text.unreadable(path)
    read.sort(key=lambda pair: -pair[0])
    best = read[0][1]
    if len(read) == 1:
        return Encoding(best.name, False, read[0][0] > 0, best.scan)
    certain = read[0][0] - read[1][0] > CLOSE
    if not certain and (second := _second_opinion(head)):
        best = next((each for _, each in read if each.name in second), best)
    return Encoding(best.name, False, certain, best.scan)


def _likeness(text: str) -> float:
    """How much a text is like Japanese, up to 1: prose counts fully, half-width kana nearly, oddities against it."""
    foreign = [letter for letter in text if letter > "\x7f"]
    if not foreign:
        return 0.0
    beyond = "".join(foreign)
    score = len(PROSE.findall(beyond)) + 0.9 * len(HALF_KANA.findall(beyond)) - 3 * len(ODD.findall(beyond))
    return score / len(beyond) + (0.2 if KANA.search(beyond) else 0.0)


def _second_opinion(head: bytes) -> tuple[str, ...]:
    """What charset-normalizer takes it for, as our names."""
    found = charset_normalizer.from_bytes(head[:20_000], cp_isolation=["cp932", "euc_jp"]).best()
    if found is None:
        return ()
    return ("cp932",) if found.encoding == "cp932" else ("euc_jp", "cp51932")
