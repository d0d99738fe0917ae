"""The trials tell differences, and say when nothing was tried."""

import subprocess
from typing import Any

import pytest

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.theme import Look
from narabe.export.xlsx_file import to_xlsx
from tests.export.taken import MINI
from tests.trials import workbooks


def test_differences_are_told_and_spelling_is_not() -> None:
    ours = {"a": [["x", 1.0], [None, "two  words"]]}
    assert workbooks.differing(ours, {"a": [["x", 1], [None, "two  words"]]}) == []
    assert workbooks.differing(ours, {"a": [["x", 1.1], [None, "two  words"]]}) == [
        "a row 1: ['x', 1.0] / ['x', 1.1]"
    ]
    assert workbooks.differing(ours, {"a": [["x", 1.0]]}) == ["a: 2 / 1 rows"]
    assert workbooks.differing(ours, {"b": []})[0].startswith("sheets")


def test_where_libreoffice_is_missing_nothing_is_called_good(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(workbooks.shutil, "which", lambda _name: None)
    assert workbooks.main() == 1
    assert "NOTHING WAS TRIED" in capsys.readouterr().err


def test_where_libreoffice_never_ends_nothing_is_called_good(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def endless(*_given: Any, timeout: float, **_more: Any) -> None:
        raise subprocess.TimeoutExpired("soffice", timeout)

    monkeypatch.setattr(workbooks.shutil, "which", lambda _name: "/soffice")
    monkeypatch.setattr(workbooks.subprocess, "run", endless)
    assert workbooks.main() == 1
    said = capsys.readouterr().err
    assert "NOTHING WAS TRIED" in said and "180 s" in said


def test_a_label_that_was_not_drawn_is_told() -> None:
    """A bar would stand under the heading of another."""
    lines = Lines()
    for name in ("市公式LINE", "防災ウェブサイト"):
        lines.title(name)
        lines.bar("2025年 38.4%", "#0017C1", 38.4)
    content = to_xlsx(MINI, "ja", drawn(lines, Scale(0, 100, (0, 100), ("0%", "100%")), Look()))
    title = MINI.title.ja
    whole = f"{title}0%100%■市公式LINE2025年38.4%■防災ウェブサイト2025年38.4%"
    assert workbooks.undrawn(content, [f"{title}表", whole, "行値"]) == []
    lost = whole.replace("■防災ウェブサイト", "")
    assert workbooks.undrawn(content, [f"{title}表", lost, "行値"]) == ["■防災ウェブサイト"]
