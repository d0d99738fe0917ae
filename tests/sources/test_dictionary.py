"""The dictionary of the public tables says where it is not in order."""

import shutil
from pathlib import Path

import pytest

from narabe.model.problem import Problem
from narabe.sources import dictionary as read


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(read.DICTIONARY, tmp_path / "dictionary")
    monkeypatch.setattr(read, "DICTIONARY", tmp_path / "dictionary")
    read.dictionary.cache_clear()
    return tmp_path / "dictionary"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("  - wave_id\n", "  - wave_idd\n", "wave_idd"),
        ("type: integer", "type: whole", "whole"),
        ("title: {ja: 回答者の内訳, en: Respondents}", "title: {ja: 回答者の内訳}", "en"),
        ("place: 9", "place: nine", "nine"),
    ],
)
def test_a_mistake_is_named_with_its_file(folder: Path, before: str, after: str, said: str) -> None:
    path = folder / "tables" / "respondents.yml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(Problem) as caught:
        read.dictionary()
    assert "respondents.yml" in caught.value.message.ja and said in caught.value.message.ja
    read.dictionary.cache_clear()


def test_an_own_field_goes_before_the_shared_one() -> None:
    read.dictionary.cache_clear()
    tables = {table.name: table for table in read.dictionary()}
    assert tables["options"].field("label_ja").label.ja == "文"
    assert tables["groups"].field("label_ja").label.ja == "名称"
