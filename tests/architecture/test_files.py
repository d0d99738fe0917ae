"""What no file of the project holds: the path of one machine, the host of a package registry, 400 lines of Python."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = str(Path(__file__).relative_to(ROOT))
MOST_LINES = 400
NOT_OURS = {"built", "__pycache__", "node_modules"}
OUR_DOT_FOLDERS = {".ci", ".github", ".streamlit"}
BINARY = {
    ".png",
    ".ico",
    ".woff2",
    ".xlsx",
    ".pptx",
    ".pdf",
    ".ttf",
    ".duckdb",
    ".sqlite",
    ".db",
    ".log",
    ".pyc",
}

MACHINE_PATH = re.compile(
    r"(?<![\w.~/-])(?:/(?:home|Users|root|work|workspace|mnt|opt|tmp)/\w|[A-Z]:\\Users\\)"
)
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs|crates\.io|proxy\.golang|index-url|find-links|trusted-host"
)


def walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if path.name not in NOT_OURS and (path.name[0] != "." or path.name in OUR_DOT_FOLDERS):
                yield from walk(path)
        elif path.suffix not in BINARY:
            yield path


FILES = list(walk(ROOT))


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in FILES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_file_names_a_machine_path() -> None:
    assert [line for line in lines_with(MACHINE_PATH) if not line.startswith(HERE)] == []


def test_no_file_names_a_registry_host() -> None:
    assert [line for line in lines_with(REGISTRY) if not line.startswith(HERE)] == []


@pytest.mark.parametrize("text", ["see /home/taro/x", "'/tmp/x'", "open(/root/y)", r"C:\Users\taro"])
def test_a_machine_path_is_recognised(text: str) -> None:
    assert MACHINE_PATH.search(text)


@pytest.mark.parametrize(
    "text", ["https://www.city.example/work/2", "../work/x", "/usr/bin/chromium", "~/tmp/x"]
)
def test_other_paths_pass(text: str) -> None:
    assert not MACHINE_PATH.search(text)


def test_no_module_is_longer_than_a_room() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in FILES
        if path.suffix == ".py" and (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


def test_requirements_are_pinned_and_say_why() -> None:
    loose = [
        line
        for name in ("requirements.txt", "requirements-dev.txt")
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "-r")) and not re.fullmatch(r"[\w-]+==[\w.]+ +# \S.*", line)
    ]
    assert loose == []
