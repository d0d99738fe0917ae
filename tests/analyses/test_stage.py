"""Steps of the ready decks: printed values from the documents, and nothing that is still held back."""

from dataclasses import replace

import pytest

from narabe.analyses.stage import slide, staged
from narabe.ledger.as_json import to_json
from narabe.model.deck import Picture, PictureKind, StagedDeck, StagedStep, Step
from narabe.model.problem import Problem
from narabe.model.room import Act, Answer, Form, Phase, Question, RoomState
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
    assert [option.option_id for option in asked.options] == [
        *("digital_divide", "misinformation", "online_crime", "privacy_leak", "system_failure"),  # by name
        "other",
    ]


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
    assert held.end == 5000  # as far as a guess may reach: the scale does not tell the value either
    (shown,) = slide(warehouse, users, Phase.REVEALED).groups
    assert shown.end == 5000


def test_the_opening_question_says_what_is_known(decks: dict[str, StagedDeck]) -> None:
    asked = decks["change"].steps[0].question
    assert asked
    assert asked.wording == Text("2021年 27.9%。2025年は？", "2021: 27.9%. And 2025?")  # 2022 appendix, 問2


def test_the_room_stands_beside_seniors_and_youth(warehouse: Warehouse, decks: dict[str, StagedDeck]) -> None:
    """Both documents print only 抵抗を感じる/感じない, so that is what the room is asked."""
    step = decks["three_groups"].steps[0]
    assert step.question
    assert [choice.option_id for choice in step.question.options] == ["resistant", "not_resistant"]
    before = slide(warehouse, step, Phase.OPEN)
    assert all(bar.held for group in before.groups for bar in group.bars)
    after = slide(
        warehouse,
        step,
        Phase.REVEALED,
        tally(step.question, [("resistant",)] * 3 + [("not_resistant",)] * 5),
    )
    found = bars(after, "抵抗を感じる")
    assert {key: bar.said.ja for key, bar in found.items()} == {
        "seniors2025": "51.4%",  # 19 of 37
        "youth2025": "16%",
        "room": "37.5%",
    }


def test_an_option_the_survey_does_not_have_is_refused(warehouse: Warehouse) -> None:
    picture = Picture(PictureKind.QUESTION, "online_resistance", cohorts=("seniors2025",))
    step = Step(plain("題"), picture, asks_survey="seniors2025", offered=("resistant", "nosuch"))
    with pytest.raises(Problem) as refused:
        staged(warehouse, replace(ready_decks()[0], steps=(step,)))
    assert "nosuch" in refused.value.message.ja


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


def test_the_wall_has_every_option_of_the_phone_in_the_same_order(
    warehouse: Warehouse, decks: dict[str, StagedDeck]
) -> None:
    """2025 prints nothing of その他: before the reveal it has no bar, afterwards that of the room alone."""
    fears = decks["change"].steps[2]
    assert fears.question
    offered = [choice.label.ja for choice in fears.question.options]
    assert offered[-1] == "その他"
    before = slide(warehouse, fears, Phase.OPEN)
    assert [group.label.ja for group in before.groups] == offered
    assert bars(before, "その他") == {}
    after = slide(warehouse, fears, Phase.REVEALED, tally(fears.question, [("other",)] * 6))
    assert [group.label.ja for group in after.groups] == offered
    assert [(bar.key, bar.value) for bar in bars(after, "その他").values()] == [("room", 100.0)]


@pytest.mark.parametrize(
    ("deck", "step", "given"),
    [
        ("change", 0, 40.0),
        ("change", 2, ("other",)),
        ("change", 4, "公園"),
        ("three_groups", 2, ("very",)),
        ("kpi_start", 2, ("hours_saved",)),
    ],
)
def test_a_room_is_no_sample_wherever_its_answers_are_shown(
    warehouse: Warehouse, decks: dict[str, StagedDeck], deck: str, step: int, given: Answer
) -> None:
    asked = decks[deck].steps[step]
    assert asked.question
    told = tally(asked.question, [given] * 5)
    assert "会場は標本ではありません" in slide(warehouse, asked, Phase.REVEALED, told).cautions[-1].ja
    assert "会場は標本ではありません" not in str(slide(warehouse, asked, Phase.CLOSED, told).cautions)


def test_guesses_stand_on_the_scale_of_the_bar_they_guess(
    warehouse: Warehouse, decks: dict[str, StagedDeck]
) -> None:
    users = decks["kpi_start"].steps[1]
    assert users.question
    shown = slide(warehouse, users, Phase.REVEALED, tally(users.question, [1000.0] * 3 + [2500.0, 5000.0]))
    (group,), told = shown.groups, shown.guesses
    assert told
    assert (told.start, told.end, told.unit.ja) == (0, group.end, "人")
    assert [(column.at, column.count) for column in told.columns] == [(20, 3), (50, 1), (100, 1)]
    assert (told.truth, told.said.ja) == ((2724, 2724), "実際の値 2,724人")
    assert told.place(2724) == pytest.approx(54.48)


def test_a_hundred_equal_guesses_are_a_column_of_a_hundred(
    warehouse: Warehouse, decks: dict[str, StagedDeck]
) -> None:
    guess = decks["change"].steps[0]
    assert guess.question
    told = slide(warehouse, guess, Phase.REVEALED, tally(guess.question, [40.0] * 100 + [45.0])).guesses
    assert told
    assert [(column.at, column.count) for column in told.columns] == [(40, 100), (45, 1)]
    assert (told.highest, told.truth, told.said.ja) == (100, (43.8, 43.8), "実際の値 43.8%")


def test_guesses_of_something_else_have_a_scale_of_their_own(
    warehouse: Warehouse, decks: dict[str, StagedDeck]
) -> None:
    guess = decks["change"].steps[0]
    people = Question("q", Form.NUMBER, plain("何人"), low=100, high=300, unit=plain("人"))
    asked = replace(guess, question=people)
    shown = slide(warehouse, asked, Phase.REVEALED, tally(people, [200.0] * 5))
    assert shown.groups[0].end == 100
    assert shown.guesses and (shown.guesses.start, shown.guesses.end) == (100, 300)
    assert [column.at for column in shown.guesses.columns] == [50]
    assert shown.guesses.truth is None
