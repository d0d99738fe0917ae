"""Decks that people make: checked before they are kept, changed by revisions, withdrawn, never lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from narabe.desk import decks as desk
from narabe.desk import views
from narabe.ledger import Views
from narabe.model.deck import Deck, Picture, PictureKind, Step
from narabe.model.imports import Signer
from narabe.model.problem import Problem
from narabe.model.room import Choice, Form, Question
from narabe.model.text import Text, plain
from narabe.model.views import ViewDraft
from narabe.settings import CLOSED

SIGNER = Signer("市民課", "佐藤")
NEWS = Question(
    "own",
    Form.MULTIPLE,
    plain("どれで知りましたか"),
    (Choice("o1", plain("紙")), Choice("o2", plain("ウェブ"))),
    most=2,
)
SHARES = Picture(PictureKind.QUESTION, "fears", cohorts=("net2021", "net2025"), guessed=("net2025",))
STEP = Step(
    Text("何が不安ですか", "What worries you?"), SHARES, note=plain("変わった。"), speech=plain("ゆっくり")
)
ASKING = Step(plain("聞く"), asked=NEWS)
DECK = Deck("", Text("出前講座", ""), (STEP, ASKING))


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NARABE_STORE", str(tmp_path))
    return tmp_path


def refused(deck: Deck = DECK, signer: Signer = SIGNER) -> str:
    with pytest.raises(Problem) as caught:
        desk.save(deck, signer)
    assert desk.kept() == ()
    assert caught.value.message.en.endswith(".")
    return caught.value.message.ja


def test_a_deck_comes_back_as_it_was_made() -> None:
    kept = desk.save(DECK, SIGNER)
    assert kept.deck.steps == (STEP, ASKING)
    assert kept.deck.title == plain("出前講座"), "without an English name the Japanese one stands"
    assert (kept.revision, kept.department, kept.author) == (1, "市民課", "佐藤")
    assert desk.kept() == (kept,) and desk.deck(kept.deck.deck_id) == kept.deck
    assert desk.save(DECK, SIGNER) == kept, "pressed twice, saved once"


def test_ready_decks_stand_first_and_can_be_found() -> None:
    assert [deck.deck_id for deck in desk.ready()] == ["change", "three_groups", "kpi_start"]
    assert desk.deck("kpi_start").title.ja == "KPIスタートライン"
    with pytest.raises(Problem, match="no such deck"):
        desk.deck("nothing")


def test_a_copy_of_a_ready_deck_can_be_changed_and_saved() -> None:
    ready = desk.deck("change")
    kept = desk.save(replace(ready, title=plain("わたしたちの"), steps=ready.steps[::-1]), SIGNER)
    assert kept.deck.steps == ready.steps[::-1]
    assert desk.deck("change") == ready


def test_a_change_is_a_revision_and_the_first_comes_first() -> None:
    first = desk.save(DECK, SIGNER)
    second = desk.change(first, replace(first.deck, steps=(ASKING,)), Signer("税務課", "鈴木"))
    assert (second.revision, second.deck.steps, second.author) == (2, (ASKING,), "鈴木")
    assert desk.kept() == (second,)
    with pytest.raises(Problem, match="Somebody else"):
        desk.change(first, replace(first.deck, steps=(STEP,)), SIGNER)


def test_a_withdrawn_deck_is_gone_from_the_list_but_not_from_the_ledger(own: Path) -> None:
    kept = desk.save(DECK, SIGNER)
    desk.withdraw(kept.deck.deck_id, SIGNER)
    assert desk.kept() == () and len(Views(own).revisions(kept.deck.deck_id)) == 1
    with pytest.raises(Problem, match="withdrawn already"):
        desk.withdraw(kept.deck.deck_id, SIGNER)


def test_decks_and_saved_views_do_not_meet() -> None:
    kept = desk.save(DECK, SIGNER)
    assert views.views("/crosstab") == ()
    assert views.view(kept.deck.deck_id).page == "/stage", "an address with its number says what it is"


@pytest.mark.parametrize(
    ("deck", "said"),
    [
        (replace(DECK, title=plain(" ")), "資料の名前を入力してください。"),
        (replace(DECK, steps=()), "画面を1つ以上加えてください。"),
        (replace(DECK, steps=(ASKING,) * 41), "画面は40までにしてください。"),
        (replace(DECK, steps=(replace(ASKING, title=plain("")),)), "画面の題を入力してください。"),
        (replace(DECK, steps=(Step(plain("題")),)), "図か質問のどちらかを選んでください。"),
        (
            replace(DECK, steps=(replace(STEP, speech=plain("あ" * 601)),)),
            "進行メモは600文字までです（いま601文字）。",
        ),
        (replace(DECK, steps=(replace(STEP, note=plain("a\x00")),)), "制御文字"),
    ],
)
def test_what_cannot_stand_is_said(deck: Deck, said: str) -> None:
    assert said in refused(deck)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (replace(NEWS, wording=plain(" ")), "質問の文を入力してください。"),
        (replace(NEWS, options=NEWS.options[:1]), "2つから12までにしてください（いま1つ）。"),
        (replace(NEWS, options=tuple(Choice(f"o{n}", plain(f"{n}")) for n in range(13))), "（いま13つ）"),
        (replace(NEWS, options=NEWS.options[:1] * 2), "同じ選択肢が2つあります。"),
        (replace(NEWS, most=3), "選べる数は、1から選択肢の数までにしてください。"),
        (Question("own", Form.NUMBER, plain("何人"), low=5, high=5), "下限は上限より小さく"),
    ],
)
def test_a_question_must_be_answerable(question: Question, said: str) -> None:
    with pytest.raises(Problem) as caught:
        desk.check_step(replace(ASKING, asked=question))
    assert said in caught.value.message.ja


def test_who_saves_is_asked_and_a_taken_name_says_whose() -> None:
    assert "担当課" in refused(signer=Signer("", "佐藤"))
    desk.save(DECK, SIGNER)
    with pytest.raises(Problem) as taken:
        desk.save(replace(DECK, steps=(ASKING,)), SIGNER)
    assert "市民課" in taken.value.message.ja and "出前講座" in taken.value.message.ja


def test_a_closed_server_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("narabe.desk.rooms.openness", lambda: CLOSED)
    assert "いまは会場を開くことも" in refused()


def test_an_empty_ledger_has_no_decks() -> None:
    assert desk.kept() == ()


@pytest.mark.parametrize("content", ["not json", "[]", '{"format": 9, "slides": []}'])
def test_a_deck_that_cannot_be_read_is_told_and_keeps_no_other_away(own: Path, content: str) -> None:
    good = desk.save(DECK, SIGNER)
    bad = Views(own).add(ViewDraft("後の版の資料", desk.PAGE, content, "市民課", "佐藤"))
    assert desk.kept() == (good,) and desk.deck(good.deck.deck_id) == good.deck
    (why,) = desk.unreadable().values()
    assert why.message.ja == "資料「後の版の資料」の内容が読み取れません。" and why.advice.ja
    with pytest.raises(Problem, match="cannot be read"):
        desk.deck(bad.view_id)
