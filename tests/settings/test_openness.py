"""What visitors may do and see: closed wherever it is not clear."""

from pathlib import Path

import pytest

from narabe.model.problem import Problem
from narabe.settings import Openness, openness, settings


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings file of its own, not there yet; nothing is said by the environment."""
    path = tmp_path / "settings.toml"
    monkeypatch.setattr("narabe.settings.SETTINGS_FILE", path)
    monkeypatch.delenv("NARABE_INTERNAL", raising=False)
    return path


def test_by_default_departments_may_write_and_nothing_internal_is_shown(file: Path) -> None:
    assert openness() == Openness(remarks_open=True, show_internal=False)


def test_the_file_decides_and_is_read_anew(file: Path) -> None:
    file.write_text("remarks_open = false\nshow_internal = true\n")
    assert openness() == Openness(remarks_open=False, show_internal=True)
    file.write_text("show_internal = false\n")
    assert openness() == Openness(remarks_open=True, show_internal=False)


@pytest.mark.parametrize(
    ("said", "shown"),
    [("1", True), ("0", False), ("true", False), ("yes", False), ("on", False), ("11", False), (" 1", False)],
)
@pytest.mark.parametrize("in_file", ["true", "false"])
def test_the_environment_goes_before_the_file_and_only_1_shows(
    file: Path, monkeypatch: pytest.MonkeyPatch, said: str, shown: bool, in_file: str
) -> None:
    file.write_text(f"show_internal = {in_file}\n")
    monkeypatch.setenv("NARABE_INTERNAL", said)
    assert openness().show_internal is shown


def test_an_empty_variable_says_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("show_internal = true\n")
    monkeypatch.setenv("NARABE_INTERNAL", "")
    assert openness().show_internal


@pytest.mark.parametrize(
    "broken",
    [
        b"show_internal = true\nremarks_open = \n",
        b"show_internal = 1\n",
        b"show_internal = true\nx = 1\n",
        b"\xff",
    ],
)
def test_a_file_that_cannot_be_used_closes_everything(file: Path, broken: bytes) -> None:
    file.write_bytes(broken)
    assert openness() == Openness(
        remarks_open=False, imports_open=False, show_internal=False, rooms_open=False
    )


@pytest.mark.parametrize("value", ["1", '"true"', "2026-04-01", "[]"])
@pytest.mark.parametrize("name", ["remarks_open", "imports_open", "rooms_open", "show_internal"])
def test_a_switch_that_is_neither_true_nor_false_is_named_at_the_build(
    file: Path, name: str, value: str
) -> None:
    file.write_text(f"{name} = {value}\n")
    with pytest.raises(Problem) as caught:
        settings()
    for said in (caught.value.message.ja, caught.value.message.en):
        assert name in said and "true" in said and "false" in said


def test_a_number_is_no_switch_and_a_switch_is_no_number(file: Path) -> None:
    file.write_text("small_base = true\n")
    with pytest.raises(Problem, match="small_base"):
        settings()
