"""Which files the database is a function of."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from narabe.settings import DATA, QUERIES, ROOT, SETTINGS_FILE

PACKAGE_FOLDERS = ("published", "metrics", "comparability", "discrepancies", "judgements")
CODEBOOKS = DATA / "codebooks"
PRACTICE = DATA / "practice"
SHAPING_ROOMS = ("model", "settings", "sources", "warehouse")


def package_files() -> list[Path]:
    """The descriptors of all data packages, in a stable order."""
    found = [path for folder in PACKAGE_FOLDERS for path in (DATA / folder).rglob("datapackage.json")]
    return sorted(found)


def input_files() -> Iterator[Path]:
    """Data, queries and the code that shapes data, in a stable order; what an editor hides is no input."""
    for package in package_files():
        found = sorted(package.parent.rglob("*"))
        yield from (path for path in found if path.is_file() and not path.name.startswith((".", "~")))
    for folder in (CODEBOOKS, PRACTICE):
        yield from sorted(folder.glob("*.yml"))
    yield from sorted(QUERIES.rglob("*.sql"))
    for room in SHAPING_ROOMS:
        yield from sorted((ROOT / "narabe" / room).rglob("*.py"))
    yield SETTINGS_FILE


def input_digest() -> str:
    """sha256 over the names and bytes of all inputs."""
    digest = hashlib.sha256()
    for path in input_files():
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(hashlib.sha256(_content(path)).digest())
    return digest.hexdigest()


def place_of(path: Path) -> str:
    """How messages name a file: from the project folder down, never an absolute path."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def _content(path: Path) -> bytes:
    """The bytes of a file; none for one that went away while we were looking."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
