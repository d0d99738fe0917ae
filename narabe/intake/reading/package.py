"""The inside of a workbook before anybody opens it: how large it becomes, and what the fast reader would not tell.

The size is what really comes out, not what the directory of the package says. Cells far off would make the fast
reader lay out every cell between, so the used range is bounded first.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import join, normpath
from xml.etree.ElementTree import ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from narabe.intake.faults import refusal
from narabe.settings import Limits
from narabe.words import intake_problems as say

CHUNK = 1 << 20
MOST_CELLS = 30_000_000
BOMB_RATIO, BOMB_BYTES = 300, 50_000_000
LARGEST_INDEX = 5_000_000
LISTED = 20_000
LETTERS = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,3})\d")
FAR_ROWS = re.compile(rb"\sr\s*=\s*[\"'][A-Za-z]{0,3}(\d{1,5})\d{5}[\"']")
USUAL_LETTERS = re.compile(rb'<c r="([A-Za-z]{1,3})')
USUAL_FAR_ROWS = re.compile(rb'<c r="[A-Za-z]{1,3}(\d{1,5})\d{5}"')
EVERY_ROW = re.compile(rb"\sr\s*=\s*[\"'][A-Za-z]{0,3}(\d{1,10})[\"']")
CELL = rb"<(?:\w+:)?c\b[^>]*?\sr=[\"']([A-Z]{1,3})(\d{1,7})[\"']"
ERROR_CELL = re.compile(
    CELL + rb"[^>]*>(?:<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>))?<(?:\w+:)?v>(#[^<]{2,20})</(?:\w+:)?v>"
)
NO_RESULT = re.compile(
    CELL
    + rb"[^>]*>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
DRAWN = re.compile(rb"<(?:xdr:)?(?:pic|sp|graphicFrame|cxnSp)\b")
DAMAGED = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, KeyError)

Place = tuple[int, int]


@dataclass(slots=True)
class Inside:
    """Of one sheet, cells as (row, column) from 1: values of errors, and formulas without a stored result.

    `rows` and `columns` bound the used range; `objects` counts pictures, shapes and charts.
    """

    errors: dict[Place, str] = field(default_factory=dict)
    no_result: dict[Place, None] = field(default_factory=dict)
    columns: int = 0
    rows: int = 0
    objects: int = 0


def inspect(path: Path, limits: Limits) -> dict[str, Inside]:
    """What stands in each sheet, by sheet name. Errors: Refused for a damaged, an oversized or a hostile package."""
    try:
        with zipfile.ZipFile(path) as package:
            _bound_size(package, path, limits)
            sheets = _sheet_parts(package)
            inside = {part: _of_sheet(package, part) for part in set(sheets.values())}
            _bound_cells(package, inside)
    except (ParseError, DefusedXmlException) as error:
        raise refusal(say.BROKEN_PART, say.GET_AGAIN) from error
    except DAMAGED as error:
        raise refusal(say.CUT_OFF_WORKBOOK, say.GET_AGAIN) from error
    except Exception as error:
        if type(error).__module__ not in {"zlib", "lzma", "_lzma", "bz2"}:
            raise
        raise refusal(say.CUT_OFF_WORKBOOK, say.GET_AGAIN) from error
    return {name: inside[part] for name, part in sheets.items()}


def _bound_size(package: zipfile.ZipFile, path: Path, limits: Limits) -> None:
    """Unpack everything once, counting. Errors: Refused beyond the limit, for abnormal packing and for entities of XML."""
    most = limits.unpacked_megabytes * 1_000_000
    parts = package.infolist()
    if sum(part.file_size for part in parts) > most:
        raise refusal(say.unpacks_too_large(limits.unpacked_megabytes), say.SAVE_AS_CSV)
    packed, total = path.stat().st_size, 0
    for part in parts:
        for chunk in _chunks(package, part.filename):
            total += len(chunk)
            if total > most:
                raise refusal(say.unpacks_too_large(limits.unpacked_megabytes), say.SAVE_AS_CSV)
            if total > BOMB_BYTES and total > BOMB_RATIO * packed:
                raise refusal(say.BOMB, say.SAVE_AS_CSV)
            if part.filename.endswith((".xml", ".rels")) and b"<!ENTITY" in chunk:
                raise refusal(say.BROKEN_PART, say.GET_AGAIN)


def _chunks(package: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with package.open(name) as part:
        while chunk := part.read(CHUNK):
            yield chunk


def _sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Part of the package by sheet name."""
    targets = {}
    for relation in ElementTree.fromstring(_small(package, "xl/_rels/workbook.xml.rels")):
        target = str(relation.get("Target", ""))
        targets[relation.get("Id")] = (
            target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        )
    names = set(package.namelist())
    found = {}
    for element in ElementTree.fromstring(_small(package, "xl/workbook.xml")).iter():
        if element.tag.endswith("}sheet") or element.tag == "sheet":
            relation = next((value for key, value in element.items() if key.endswith("}id")), None)
            part = targets.get(relation)
            if part in names and "worksheets/" in str(part):
                found[str(element.get("name"))] = str(part)
    return found


def _small(package: zipfile.ZipFile, name: str) -> bytes:
    """A part that is never large. Errors: ValueError when it is."""
    if package.getinfo(name).file_size > LARGEST_INDEX:
        raise ValueError(name)
    return package.read(name)


def _of_sheet(package: zipfile.ZipFile, part: str) -> Inside:
    """Errors and formulas without result, the widest column, and a bound of the rows from the leading digits."""
    found, letters, rows = Inside(), set(), 99_999
    for cells in _whole_cells(package, part):
        usual = cells.count(b"<c") == cells.count(b'<c r="') and b":c" not in cells
        letters |= set((USUAL_LETTERS if usual else LETTERS).findall(cells))
        for lead in set((USUAL_FAR_ROWS if usual else FAR_ROWS).findall(cells)):
            rows = max(rows, (int(lead) + 1) * 100_000 - 1)
        if (b't="e"' in cells or not usual) and len(found.errors) < LISTED:
            for letter, row, value in ERROR_CELL.findall(cells):
                found.errors[int(row), _number(letter)] = value.decode("utf-8", "replace")
        if (b"<f" in cells or b":f" in cells) and len(found.no_result) < LISTED:
            for letter, row in NO_RESULT.findall(cells):
                found.no_result[int(row), _number(letter)] = None
    found.columns = max(map(_number, letters), default=0)
    found.rows, found.objects = rows, _objects(package, part)
    return found


def _whole_cells(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The sheet in pieces that end before a cell begins."""
    rest = b""
    for chunk in _chunks(package, part):
        rest += chunk
        cut = max(rest.rfind(b"<c "), rest.rfind(b":c "), len(rest) - CHUNK)
        if cut > 0:
            yield rest[:cut]
            rest = rest[cut:]
    yield rest


def _bound_cells(package: zipfile.ZipFile, inside: dict[str, Inside]) -> None:
    """Errors: Refused where the used ranges hold too many cells; the last row is looked up where the bound is too far off."""
    if sum(found.rows * found.columns for found in inside.values()) <= MOST_CELLS:
        return
    for part, found in inside.items():
        last = 0
        for cells in _whole_cells(package, part):
            last = max(last, max(map(int, EVERY_ROW.findall(cells)), default=0))
        found.rows = last
    if sum(found.rows * found.columns for found in inside.values()) > MOST_CELLS:
        raise refusal(say.too_many_cells(MOST_CELLS), say.SAVE_AS_CSV)


def _number(letters: bytes) -> int:
    """A column's number from 1: A → 1, AA → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _objects(package: zipfile.ZipFile, part: str) -> int:
    """Pictures, shapes and charts on a sheet."""
    folder, name = part.rsplit("/", 1)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in package.namelist():
        return 0
    targets = {str(each.get("Target", "")) for each in ElementTree.fromstring(_small(package, relations))}
    parts = {each.lstrip("/") if each.startswith("/") else normpath(join(folder, each)) for each in targets}
    drawings = {each for each in parts if re.search(r"drawings/drawing\d+\.xml$", each)}
    return sum(
        len(DRAWN.findall(chunk))
        for drawing in drawings & set(package.namelist())
        for chunk in _chunks(package, drawing)
    )
