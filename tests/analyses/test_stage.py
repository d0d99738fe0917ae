"""Steps of the ready decks: printed values from the documents, and nothing that is still held back."""

from dataclasses import replace

import pytest

from narabe.analyses.stage import slide, staged
from narabe.ledger.as_json import to_json
from narabe.model.deck import Picture, PictureKind, StagedDeck, StagedStep, Step
from narabe.model.problem import Problem
from narabe.model.room import Act, Answer, Form, Phase, RoomState
from narabe.model.slide import Bar, Slide
from narabe.model.text import Text, plain
from narabe.room.steering import next_act
from narabe.room.tallies import tally
from narabe.sources.decks import ready_decks
from narabe.warehouse import Warehouse


@pytest.fixture(scope="module")
def decks(warehouse: Warehouse) -> dict[str, StagedDeck]:
    return {deck.deck_id: staged(warehouse, deck) for deck in ready_decks()}


def bars(shown: Slide, option: str = "") -> dict[str, Bar]:
    (group,) = [each for each in shown.groups if each.label.ja == option]
    return {bar.key: bar for bar in group.bars}


def test_three_decks_are_ready(decks: dict[str, StagedDeck]) -> None:
    assert [deck.title.ja for deck in decks.values()] == [
        "2021→2025 何が変わったか",
        "3つの調査対象",
        "KPIスタートライン",
    ]


def test_it_opens_with_a_guess_and_27_9_percent(warehouse: Warehouse, decks: dict[str, StagedDeck]) -> None:
    first = decks["change"].steps[0]
    before = slide(warehouse, first, Phase.OPEN)
    then, now = bars(before).values()
    assert (then.value, then.said.ja, then.note.ja) == (27.9, "27.9%", "n=326")
    assert (now.value, now.said.ja, now.held) == (None, "？", True)
    assert before.sentence.ja == ""
    after = slide(warehouse, first, Phase.REVEALED)
    assert bars(after)["net2025"].value == 43.8
    assert after.sentence.ja == "年齢の構成が変わっただけでは、ここまで増えません。"


def test_no_ready_deck_gives_a_held_value_away(warehouse: Warehouse, decks: dict[str, StagedDeck]) -> None:
    holding = [step for deck in decks.values() for step in deck.steps if step.kind.holds_back]
    assert len(holding) == 7
    for step in holding:
        told = {bar.key: bar for group in slide(warehouse, step, Phase.REVEALED).groups for bar in group.bars}
        for phase in (Phase.WAITING, Phase.OPEN, Phase.CLOSED):
            shown = slide(warehouse, step, phase)
            held = [bar for group in shown.groups for bar in group.bars if bar.held]
            assert {bar.key for bar in held} == set(step.step.picture.guessed if step.step.picture else ())
            assert all((bar.value, bar.low, bar.high) == (None, None, None) for bar in held)
            written = to_json(replace(shown, question=None))
            assert all(told[bar.key].said.ja not in written for bar in held)


def test_options_that_are_guessed_keep_their_place(
    warehouse: Warehouse, decks: dict[str, StagedDeck]
) -> None:
    fears = decks["change"].steps[2]
    before, after = (
        [group.label.ja for group in slide(warehouse, fears, phase).groups]
        for phase in (Phase.OPEN, Phase.REVEALED)
    )
    assert before == after
    assert before[0] != "個人情報の漏えい・プライバシー侵害"


def test_what_is_not_guessed_sets_the_order(warehouse: Warehouse, decks: dict[str, StagedDeck]) -> None:
    services = slide(warehouse, decks["change"].steps[1], Phase.WAITING)
    assert [group.label.ja for group in services.groups][:3] == [
        "市ウェブサイト",
        "防災ウェブサイト",
        "図書館の蔵書検索・貸出予約",
    ]


def test_the_room_is_asked_what_the_survey_asked(decks: dict[str, StagedDeck]) -> None:
    asked = decks["change"].steps[2].question
    assert asked is not None
    assert (asked.form, asked.most) == (Form.MULTIPLE, None)
    assert [option.option_id for option in asked.options][:2] == ["privacy_leak", "online_crime"]


def test_the_room_stands_beside_the_survey_untested(
    warehouse: Warehouse, decks: dict[str, StagedDeck]
) -> None:
    fears = decks["change"].steps[2]
    assert fears.question
    given: list[Answer] = [("privacy_leak",)] * 3 + [("privacy_leak", "online_crime")] * 5
    shown = slide(warehouse, fears, Phase.REVEALED, tally(fears.question, given))
    leak = bars(shown, "個人情報の漏えい・プライバシー侵害")
    assert list(leak) == ["net2021", "net2025", "room"]
    assert (leak["net2021"].value, leak["net2025"].value, leak["room"].value) == (82.8, 78.1, 100.0)
    assert bars(shown, "詐欺などネット犯罪の増加")["room"].value == 62.5
    assert shown.bases.ja == "回答者数(n)：2021年 326人、2025年 370人（推定）、この会場 8人"
    assert "会場は標本ではありません" in shown.cautions[-1].ja


def test_four_of_the_room_are_not_shown(warehouse: Warehouse, decks: dict[str, StagedDeck]) -> None:
    fears = decks["change"].steps[2]
    assert fears.question
    shown = slide(warehouse, fears, Phase.REVEALED, tally(fears.question, [("privacy_leak",)] * 4))
    assert all("room" not in bars(shown, group.label.ja) for group in shown.groups)
    assert shown.cautions[-1].ja == "会場の回答が5人未満のため、表示しません。"


def test_answers_are_left_out_before_the_reveal(warehouse: Warehouse, decks: dict[str, StagedDeck]) -> None:
    scale = decks["three_groups"].steps[2]
    assert scale.question
    told = tally(scale.question, [("very",)] * 6)
    assert slide(warehouse, scale, Phase.CLOSED, told).room is None
    (group,) = slide(warehouse, scale, Phase.REVEALED, told).groups
    assert (group.label.ja, [bar.value for bar in group.bars]) == ("この会場 6人", [100, 0, 0, 0])


def test_an_indicator_on_a_yearly_basis_says_so(warehouse: Warehouse, decks: dict[str, StagedDeck]) -> None:
    users = decks["kpi_start"].steps[1]
    (bar,) = bars(slide(warehouse, users, Phase.REVEALED), "職員の生成AI利用者数（延べ）").values()
    assert (bar.value, bar.target, bar.label.ja) == (2724, 2000, "最新の実績（年換算）")
    (held,) = slide(warehouse, users, Phase.CLOSED).groups
    assert held.end == 2300  # the target and some room: the scale does not tell the value either


def test_one_key_ends_at_the_last_step(decks: dict[str, StagedDeck]) -> None:
    for deck in decks.values():
        last = RoomState(step=len(deck.steps) - 1, phases={len(deck.steps) - 1: Phase.REVEALED})
        assert next_act(last, deck.kinds) is None
        assert next_act(RoomState(), deck.kinds) in (Act.OPEN, None)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step(plain("題"), Picture(PictureKind.OPTION, "nosuch", "x", ("net2021",))), "nosuch"),
        (Step(plain("題"), Picture(PictureKind.OPTION, "fears", "nosuch", ("net2021",))), "nosuch"),
        (Step(plain("題"), Picture(PictureKind.OPTION, "fears", "privacy_leak", ("net1999",))), "net1999"),
        (Step(plain("題"), Picture(PictureKind.INDICATORS, metrics=("nosuch",))), "nosuch"),
        (Step(plain("題"), finding="nosuch"), "nosuch"),
        (Step(plain("題"), asks_survey="net2021"), "net2021"),
    ],
)
def test_a_deck_that_names_what_is_not_there(warehouse: Warehouse, step: Step, said: str) -> None:
    with pytest.raises(Problem) as refused:
        staged(warehouse, replace(ready_decks()[0], steps=(step,)))
    assert said in refused.value.message.ja


def test_words_alone_are_a_step_too(warehouse: Warehouse) -> None:
    step = StagedStep(Step(Text("休憩", "Break"), note=Text("10分", "10 minutes")), None)
    shown = slide(warehouse, step, Phase.WAITING)
    assert (shown.title.ja, shown.sentence.ja, shown.revealed) == ("休憩", "10分", True)
