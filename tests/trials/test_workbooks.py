"""The trials tell differences, and say when nothing was tried."""

import pytest

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
