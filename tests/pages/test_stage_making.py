"""Making a deck: from a question of one's own, the surveys, indicators and saved views; ordered, saved, opened."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from narabe.desk import decks, views
from narabe.model.crosstab import CrossAsk
from narabe.model.deck import Deck, Picture, PictureKind, Step
from narabe.model.imports import Signer
from narabe.model.room import Choice, Form
from narabe.model.text import Text, plain
from tests.pages.reading import opened, words

SIGNER = Signer("市民課", "佐藤")


@pytest.fixture(autouse=True)
def own(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of its own, with the session's version, for every test."""
    shutil.copytree(store, tmp_path / "store")
    monkeypatch.setenv("NARABE_STORE", str(tmp_path / "store"))
    return tmp_path


class Maker:
    """A person at the page, from a blank deck or one that is there."""

    def __init__(self, start: str = "") -> None:
        self.start, self.turn = start, 0
        self.app = opened("stage", view="make", **({"from": start} if start else {}))
        assert not self.app.exception

    def field(self, name: str) -> str:
        return f"narabe.deck.{self.start}.{self.turn}.{name}"

    def type(self, **given: str) -> None:
        for name, value in given.items():
            long = name in ("options_ja", "options_en", "speech")
            (self.app.text_area if long else self.app.text_input)(key=self.field(name)).set_value(value)

    def choose(self, name: str, value: str | list[str]) -> None:
        chosen = self.app.multiselect if isinstance(value, list) else self.app.selectbox
        chosen(key=self.field(name)).set_value(value).run()
        assert not self.app.exception

    def click(self, name: str) -> AppTest:
        self.app.button(key=f"narabe.deck.{name}").click().run()
        assert not self.app.exception
        return self.app

    def put(self) -> None:
        app = self.click("put")
        assert not app.error, app.error[0].value
        self.turn += 1

    def save(self, name: str, act: str = "new") -> AppTest:
        prefix = f"narabe.deck.{self.start}.save"
        self.app.text_input(key=f"{prefix}.name_ja").set_value(name)
        self.app.text_input(key=f"{prefix}.department").set_value("市民課")
        self.app.text_input(key=f"{prefix}.author").set_value("佐藤")
        self.app.button(key=f"{prefix}.{act}").click().run()
        assert not self.app.exception
        return self.app


def errors(app: AppTest) -> list[str]:
    return [box.value for box in app.error]


def test_a_question_of_ones_own_becomes_a_deck_that_opens() -> None:
    maker = Maker()
    maker.choose("ask", "multiple")
    maker.type(
        title_ja="広報",
        wording_ja="どれを読みますか",
        options_ja="広報紙\n\n LINE \nウェブ",
        options_en="Paper\nLINE\nWeb",
    )
    maker.app.number_input(key=maker.field("most")).set_value(2)
    maker.type(speech="3人に聞く")
    maker.put()
    app = maker.save("広報の会")
    (kept,) = decks.kept()
    assert kept.deck.title == plain("広報の会")
    (step,) = kept.deck.steps
    assert (step.title, step.speech, step.picture) == (plain("広報"), plain("3人に聞く"), None)
    assert step.asked is not None
    assert (step.asked.form, step.asked.wording, step.asked.most) == (
        Form.MULTIPLE,
        plain("どれを読みますか"),
        2,
    )
    assert step.asked.options == (
        Choice("o1", Text("広報紙", "Paper")),
        Choice("o2", plain("LINE")),
        Choice("o3", Text("ウェブ", "Web")),
    )
    assert [box.value for box in app.success] == ["資料「広報の会」を保存しました。"]
    assert "1画面、うち会場への質問は1つ。" in "\n".join(words(app)), "the deck stands ready to be opened"
    app.button(key="narabe.stage.open").click().run()
    assert not app.exception and app.title[0].value == "広報の会"


def test_a_survey_question_is_asked_with_the_options_of_the_survey() -> None:
    maker = Maker()
    maker.type(title_ja="何が不安ですか")
    maker.choose("kind", "question")
    maker.choose("concept", "fears")
    maker.choose("cohorts.fears", ["net2021", "net2025"])
    maker.choose("held.fears", ["net2025"])
    maker.choose("ask", "survey")
    maker.choose("wave", "net2021")
    maker.put()
    maker.save("不安")
    (step,) = decks.kept()[0].deck.steps
    assert step.picture == Picture(
        PictureKind.QUESTION, "fears", cohorts=("net2021", "net2025"), guessed=("net2025",)
    )
    assert (step.asks_survey, step.asked) == ("net2021", None)


def test_one_option_and_indicators_and_a_number_to_guess() -> None:
    maker = Maker()
    maker.type(title_ja="進んでいる")
    maker.choose("kind", "option")
    maker.choose("concept", "digital_progress")
    maker.choose("option.digital_progress", "progressing")
    maker.choose("cohorts.digital_progress", ["net2021", "net2025"])
    maker.put()
    maker.type(title_ja="AI")
    maker.choose("kind", "indicators")
    maker.choose("metrics", ["ai_users"])
    maker.choose("held.metrics", ["ai_users"])
    maker.choose("ask", "number")
    maker.type(wording_ja="何人？", unit="人")
    maker.app.number_input(key=maker.field("high")).set_value(5000.0)
    maker.put()
    maker.save("2つ")
    first, second = decks.kept()[0].deck.steps
    assert first.picture == Picture(
        PictureKind.OPTION, "digital_progress", "progressing", ("net2021", "net2025")
    )
    assert second.picture == Picture(PictureKind.INDICATORS, metrics=("ai_users",), guessed=("ai_users",))
    assert second.asked is not None
    assert (second.asked.low, second.asked.high, second.asked.unit) == (0, 5000, plain("人"))


def test_a_saved_view_of_practice_data_becomes_a_step_that_says_so() -> None:
    saved = views.save("性別", SIGNER, CrossAsk("practice_2021", "net2021_q1", (("sex",),)), {})
    maker = Maker()
    maker.type(title_ja="認知")
    maker.choose("kind", "view")
    maker.choose(f"held.{saved.view_id}.1", ["total"])
    maker.put()
    app = maker.save("ビューから")
    (step,) = decks.kept()[0].deck.steps
    assert step.picture == Picture(PictureKind.VIEW, view=saved.view_id, revision=1, guessed=("total",))
    table = app.dataframe[1].value
    assert set(table["公開前の表示"][table["対象"] == "全体"]) == {"公開まで伏せる"}
    assert "架空データ（操作練習用）" in "\n".join(words(app))


def test_what_is_missing_is_said_and_nothing_is_lost() -> None:
    maker = Maker()
    maker.choose("ask", "single")
    maker.type(wording_ja="どれ？", options_ja="ひとつだけ")
    app = maker.click("put")
    (said,) = errors(app)
    assert "画面の題を入力してください。" in said and "（いま1つ）" in said
    assert app.text_input(key=maker.field("wording_ja")).value == "どれ？"
    assert "資料の名前を入力してください。画面を1つ以上加えてください。" in errors(maker.save(" "))[0]


def test_steps_are_ordered_changed_and_removed_before_the_change_is_saved() -> None:
    kept = decks.save(Deck("", plain("順番"), tuple(_step(name) for name in "甲乙丙")), SIGNER)
    maker = Maker(kept.deck.deck_id)
    maker.click("down.0")  # 乙甲丙
    maker.click("up.2")  # 乙丙甲
    maker.click("remove.0")  # 丙甲
    maker.turn = 3
    maker.click("edit.1")
    maker.turn = 4
    assert maker.app.text_input(key=maker.field("title_ja")).value == "甲"
    maker.type(title_ja="甲の二")
    maker.put()
    maker.save("順番", "change")
    (now,) = decks.kept()
    assert (now.deck.deck_id, now.revision) == (kept.deck.deck_id, 2)
    assert [step.title.ja for step in now.deck.steps] == ["丙", "甲の二"]


def test_every_button_of_a_step_is_named_by_its_step() -> None:
    kept = decks.save(Deck("", plain("順番"), tuple(_step(name) for name in "甲乙")), SIGNER)
    app = Maker(kept.deck.deck_id).app
    names = [button.label for button in app.button if str(button.key).rpartition(".")[2] in ("0", "1")]
    assert names == [f"画面{number}を{act}" for number in (1, 2) for act in ("上へ", "下へ", "直す", "外す")]


def test_a_ready_deck_is_copied_and_a_made_one_withdrawn() -> None:
    maker = Maker("kpi_start")
    maker.click("remove.2")
    maker.save("わたしたちのKPI")
    (kept,) = decks.kept()
    assert kept.deck.steps == decks.deck("kpi_start").steps[:2]
    maker = Maker(kept.deck.deck_id)
    app = maker.save("x", "withdraw")
    assert [box.value for box in app.success] == ["資料「わたしたちのKPI」を取り下げました。"]
    assert decks.kept() == ()


def test_steps_keep_everything_when_edited_and_put_back() -> None:
    """Opening the fields of a step and putting it back changes nothing."""
    for ready in decks.ready():
        for place, step in enumerate(ready.steps):
            maker = Maker(ready.deck_id)
            maker.click(f"edit.{place}")
            maker.turn = 1
            maker.put()
            assert maker.app.session_state["narabe.deck.drafts"][ready.deck_id].steps[place] == step


def _step(name: str) -> Step:
    return Step(plain(name), Picture(PictureKind.INDICATORS, metrics=("ai_users",)))
