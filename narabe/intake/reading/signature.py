"""What a file is, told by its first bytes and by what its container holds; its name is not asked."""

import zipfile
from pathlib import Path

import olefile

from narabe.intake.faults import refusal
from narabe.model.intake import Format, Refused
from narabe.words import intake_problems as say

HEAD_BYTES = 8192
FORMATS = {b"$FL2": Format.SPSS, b"$FL3": Format.SPSS, b"PAR1": Format.PARQUET}
OTHERS = {
    b"%PDF": "pdf",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"BM": "image",
    b"II*\x00": "image",
    b"MM\x00*": "image",
    b"RIFF": "image",
    b"\x1f\x8b": "packed",
    b"BZh": "packed",
    b"\xfd7zXZ": "packed",
    b"7z\xbc\xaf": "packed",
    b"Rar!": "packed",
    b"{\\rtf": "rtf",
    b'{"': "json",
    b"[{": "json",
    b"{\n": "json",
    b"{\r": "json",
    b"[\n": "json",
    b"SQLite format 3": "database",
    b"ASCII SPSS PORT FILE": "portable",
    b"MZ\x90": "program",
    b"\x7fELF": "program",
    b"\x09\x08\x10\x00": "xls",
    b"\x09\x08\x08\x00": "xls",
    b"\x09\x04\x06\x00": "xls",
    b"\x09\x02\x06\x00": "xls",
    b"\x09\x00\x04\x00": "xls",
}
WEB = (
    b"<!doctype html",
    b"<html",
    b"<table",
    b"<meta",
    b"<head",
    b"<body",
    b"<?xml",
    b"<style",
    b"mime-version:",
)
OLE, ZIP, EMPTY_ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"PK\x05\x06"
ALSO_TEXT = {b"BM", b"RIFF", b"GIF8"}
"""Signatures that a header line may begin with too; the binary formats have a zero byte soon after."""


def shape(path: Path) -> Format:
    """The format of a file. Errors: Refused for what is no table, with what it is instead."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise refusal(say.EMPTY_FILE, say.CHOOSE_ANOTHER)
    if head.startswith((ZIP, EMPTY_ZIP)):
        return _of_zip(path)
    if head.startswith(OLE):
        raise _is(_of_ole(path))
    for signature, found in FORMATS.items():
        if head.startswith(signature):
            return found
    for signature, other in OTHERS.items():
        if head.startswith(signature) and (signature not in ALSO_TEXT or b"\x00" in head[:32]):
            raise _is(other)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(WEB):
        raise _is("html")
    return Format.DELIMITED


def _of_zip(path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            names = {part.filename for part in parts}
            first = names & {"mimetype"} and package.read("mimetype")[:100]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise refusal(say.CUT_OFF_WORKBOOK if _says_workbook(path) else say.PACKED, say.GET_AGAIN) from error
    except Exception as error:  # zlib, lzma and bz2 raise errors of their own on damaged parts
        raise refusal(say.PACKED, say.GET_AGAIN) from error
    if "xl/workbook.bin" in names:
        raise _is("xlsb")
    if any(part.flag_bits & 1 for part in parts):
        raise _is("locked")
    if "xl/workbook.xml" in names:
        return Format.WORKBOOK
    if first:
        raise _is("ods")
    if any(name.startswith("xl/") for name in names):
        raise refusal(say.CUT_OFF_WORKBOOK, say.GET_AGAIN)
    for folder, other in (("word/", "word"), ("ppt/", "slides")):
        if any(name.startswith(folder) for name in names):
            raise _is(other)
    raise _is("packed")


def _says_workbook(path: Path) -> bool:
    """Does a damaged package name parts of a workbook?"""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    return b"[Content_Types].xml" in head or b"_rels/.rels" in head or b"xl/" in head or b"docProps/" in head


def _of_ole(path: Path) -> str:
    try:
        with olefile.OleFileIO(str(path)) as container:
            names = {"/".join(entry) for entry in container.listdir()}
    except Exception:  # olefile raises many kinds on a damaged file; what it was is still an old Office file
        return "xls"
    if "EncryptedPackage" in names:
        return "locked"
    if names & {"Workbook", "Book"}:
        return "xls"
    return "word" if "WordDocument" in names else "old_office"


def _is(other: str) -> Refused:
    return refusal(*say.OTHER_KINDS[other])
