"""Which files the database is a function of."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from narabe.settings import DATA, QUERIES, ROOT, SETTINGS_FILE

PACKAGE_FOLDERS = ("published", "metrics", "comparability", "discrepancies")
CODEBOOKS = DATA / "codebooks"
SHAPING_ROOMS = ("model", "settings", "sources", "warehouse")


def package_files() -> list[Path]:
    """The descriptors of all data packages, in a stable order."""
    found = [path for folder in PACKAGE_FOLDERS for path in (DATA / folder).rglob("datapackage.json")]
    return sorted(found)


def input_files() -> Iterator[Path]:
    """Data, queries and the code that shapes data, in a stable order."""
    for package in package_files():
        yield from sorted(package.parent.glob("*"))
    yield from sorted(CODEBOOKS.glob("*.yml"))
    yield from sorted(QUERIES.rglob("*.sql"))
    for room in SHAPING_ROOMS:
        yield from sorted((ROOT / "narabe" / room).rglob("*.py"))
    if SETTINGS_FILE.exists():
        yield SETTINGS_FILE


def input_digest() -> str:
    """sha256 over the names and bytes of all inputs."""
    digest = hashlib.sha256()
    for path in input_files():
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
