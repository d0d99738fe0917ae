"""Charts of crossed tables where hardly anybody counts: people without weight, a group of two."""

import json
from pathlib import Path

import pytest

from narabe.analyses.crosstab import crosstab
from narabe.analyses.crosstab_finding import finding
from narabe.charts.crosstab import ChartKind
from narabe.charts.theme import Look, text_width
from narabe.model.crosstab import CrossAsk
from narabe.settings import Settings
from narabe.tables.crosstab import notes
from tests.charts.test_crosstab import KINDS_OF, KNOW, LOOKS, QUESTIONS, SEX, drawn, people, rows
from tests.crossing.survey import Person, made


@pytest.mark.parametrize("question", KINDS_OF)
def test_a_group_of_people_without_weight_is_not_called_empty(tmp_path: Path, question: str) -> None:
    """Men are there, but weigh 0: no bar, no dot, and neither 回答者なし nor 0 %."""
    who = [person | {"weight": 0.0 if person["sex"] == "m" else 1.0} for person in people()]
    answers = made(tmp_path / f"weightless_{question}", QUESTIONS, who)
    told = crosstab(answers, CrossAsk("mini", question, (("sex",),), weight="weight"), Settings(mask_below=0))
    for kind in KINDS_OF[question]:
        text = json.dumps(drawn(told, kind), ensure_ascii=False)
        assert "ウエイトが0の人だけ" in text and "回答者なし" not in text
        assert "男性（n=40） 知っている" not in text
    assert "ウエイトが0の人だけの区分は、計算できないため—とする。" in [note.ja for note in notes(told)]


def test_everybody_without_weight_is_said(tmp_path: Path) -> None:
    who = [person | {"weight": 0.0} for person in people()]
    told = crosstab(
        made(tmp_path / "nothing", QUESTIONS, who), CrossAsk("mini", "know", weight="weight"), Settings()
    )
    assert finding(told, told.tables[0]).ja == "全員のウエイトが0のため、結果を計算できません。"


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_group_with_an_interval_over_everything_keeps_its_label_in_the_drawing(
    tmp_path: Path, look: Look
) -> None:
    """One man of two: Wilson 9.5 to 90.5 %. His label stands behind it, on a scale that still reads 0 to 100."""
    who: list[Person] = [{"sex": "m", "know": "k1"}, {"sex": "m", "know": "k3"}]
    who += [{"sex": "f", "know": "k1" if n < 3 else "k3"} for n in range(200)]
    told = crosstab(
        made(tmp_path / f"tiny_{look.lang}{look.dark}{look.large}", (SEX, KNOW), who),
        CrossAsk("mini", "know", (("sex",),)), Settings(mask_below=0),
    )  # fmt: skip
    spec = drawn(told, ChartKind.DOTS, look)
    given = {param["name"]: param["value"] for param in spec["params"]}
    assert given["ticks"] == [0, 20, 40, 60, 80, 100]
    for row in rows(spec, "bar"):
        place = (row["label_x"] - given["left"]) / (given["right"] - given["left"]) * look.narrowest
        assert place + text_width(row["text"], look.size) <= look.narrowest
    (women,) = [row for row in rows(spec, "bar") if "女性" in row["text"] and row["value"] == 1.5]
    assert women["value"] / given["right"] * look.narrowest > 1
