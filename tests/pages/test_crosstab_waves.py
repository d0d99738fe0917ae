"""A question of answers brought in beside other surveys that ask it, on the cross-tabulation page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from narabe.__main__ import main
from tests.pages.crossing import quiet, said
from tests.pages.reading import alt_texts, opened
from tests.stats.test_proportions import newcombe_by_formula

CLEARLY, SOMEWHAT, NEITHER = "進んでいる", "どちらかといえば進んでいる", "どちらともいえない"
BOOK = f"""
wave: own
questions:
  - id: progress
    header: 進みぐあい
    concept: digital_progress
    label: {{ja: 進みぐあい, en: Progress}}
    type: single
    options:
      - {{id: progressing_clearly, label: {{ja: {CLEARLY}, en: Progressing}}}}
      - {{id: progressing_somewhat, label: {{ja: {SOMEWHAT}, en: Somewhat progressing}}}}
      - {{id: neither, label: {{ja: {NEITHER}, en: Neither}}}}
  - id: sex
    header: 性別
    label: {{ja: 性別, en: Sex}}
    type: single
    options:
      - {{id: male, label: {{ja: 男性, en: Men}}, group: male}}
      - {{id: female, label: {{ja: 女性, en: Women}}, group: female}}
"""


@pytest.fixture(scope="module")
def two_surveys(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Of 100 people 50 say 進んでいる in the first, 80 in the second."""
    folder = tmp_path_factory.mktemp("waves")
    (folder / "book.yml").write_text(BOOK, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NARABE_STORE", str(folder / "store"))
        assert main(["build"]) == 0
        for name, counts in (("first", (20, 30, 50)), ("second", (60, 20, 20))):
            told = [
                answer
                for answer, n in zip((CLEARLY, SOMEWHAT, NEITHER), counts, strict=True)
                for _ in range(n)
            ]
            lines = [f"{answer},{'男性' if place % 2 else '女性'}" for place, answer in enumerate(told)]
            file = folder / f"{name}.csv"
            file.write_text("\n".join(["進みぐあい,性別", *lines]) + "\n", encoding="utf-8")
            given = ["import", str(file), "--dataset", name, "--codebook", str(folder / "book.yml")]
            assert main(given) == 0
        yield


@pytest.fixture
def second(two_surveys: None) -> Callable[..., AppTest]:
    return lambda **params: quiet(opened("crosstab", d="second", rows="progress", **params))


def test_shares_stand_beside_other_surveys_with_their_difference(second: Callable[..., AppTest]) -> None:
    """80 − 50 = 30 points, Newcombe; the monitors said 27.9 % in 2021 and 43.8 % in 2025."""
    app = second(waves="true")
    shares, differences = app.dataframe[1].value, app.dataframe[2].value
    whole = shares[shares["選択肢"] == "進んでいる（計）"]
    assert dict(zip(whole["調査・グループ"], whole["割合（%）"], strict=True)) == {
        "モニター2021年": 27.9,
        "first（取込）": 50.0,
        "second（取込）": 80.0,
        "モニター2025年": 43.8,
    }
    told = differences[differences["選択肢"] == "進んでいる（計）"].set_index("比較元")
    low, high = newcombe_by_formula(80, 100, 50, 100)
    found = told.loc["first（取込）", [name for name in told.columns if "ポイント" in name]].tolist()
    assert found[:3] == pytest.approx([30.0, low, high], abs=0.051)
    assert "注意して比べる" in said(app) and len(alt_texts(app)) == 2


def test_it_is_folded_until_asked_for(second: Callable[..., AppTest]) -> None:
    app = second()
    assert "ほかの調査の同じ設問と並べる" in [box.label for box in app.expander]
    assert len(app.dataframe) == 1 and len(alt_texts(app)) == 1


def test_fictional_answers_stand_beside_nothing(two_surveys: None) -> None:
    app = quiet(opened("crosstab", d="practice_2021", rows="net2021_q2", waves="true"))
    assert "ほかの調査の同じ設問と並べる" not in [box.label for box in app.expander]
