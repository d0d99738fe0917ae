"""The documents say what is true of the repository."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "README.en.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)[^)]*\)")


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_exists(page: Path) -> None:
    for target in LINK.findall(text(page)):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_named_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text(ROOT / "Makefile"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)", text(page)))
    assert named <= targets, named - targets


def test_every_make_target_a_person_uses_is_in_the_help() -> None:
    makefile = text(ROOT / "Makefile")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE)) - {"help", "chromium"}
    assert targets == set(re.findall(r"@echo 'make ([a-z]+)", makefile))


def test_both_readmes_have_the_same_parts() -> None:
    japanese, english = text(ROOT / "README.md"), text(ROOT / "README.en.md")
    for mark in (r"^#+ ", r"^    \S", r"^\|", r"^- ", r"^!\["):
        found = [len(re.findall(mark, page, re.MULTILINE)) for page in (japanese, english)]
        assert found[0] == found[1] > 0, mark


def test_addresses_named_in_the_readme_are_pages_or_doors() -> None:
    registered = set(re.findall(r'^    "([a-z]+)",$', text(ROOT / "narabe/ui/registry.py"), re.MULTILINE))
    registered |= set(re.findall(r'"([a-z]*)", ":material', text(ROOT / "narabe/ui/registry.py")))
    for door in (ROOT / "narabe/doors").glob("*.py"):
        registered |= set(re.findall(r'Route\("/([a-z]+)', text(door)))
    named = set(re.findall(r"`/([a-z]+)", text(ROOT / "README.md")))
    assert named <= registered
