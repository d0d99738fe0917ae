"""A saved view on the wall: shares of every group, masked ones said, fictional answers named, the revision kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from narabe.analyses.stage import slide, staged
from narabe.desk import views
from narabe.ledger.as_json import to_json
from narabe.model.crosstab import CrossAsk
from narabe.model.deck import Deck, Picture, PictureKind, StagedStep, Step
from narabe.model.imports import Signer
from narabe.model.problem import Problem
from narabe.model.room import Phase
from narabe.model.slide import Slide
from narabe.model.text import plain
from narabe.warehouse import Warehouse

SIGNER = Signer("市民課", "佐藤")
KNOWS = "net2021_q1"


@pytest.fixture
def shown(warehouse: Warehouse, own_store: Path):  # type: ignore[no-untyped-def]
    """shown(ask, phase, guessed) -> the slide of a view saved just now."""

    def draw(ask: CrossAsk, phase: Phase = Phase.REVEALED, guessed: tuple[str, ...] = ()) -> Slide:
        saved = views.save(f"v{len(views.views(withdrawn=True))}", SIGNER, ask, {})
        picture = Picture(PictureKind.VIEW, view=saved.view_id, revision=1, guessed=guessed)
        return slide(warehouse, StagedStep(Step(plain("題"), picture), None), phase)

    return draw


def said(found: Slide, option: int = 0) -> list[tuple[str, str]]:
    return [(bar.label.ja, bar.said.ja) for bar in found.groups[option].bars]


def test_shares_of_everybody_and_of_the_first_axis(shown) -> None:  # type: ignore[no-untyped-def]
    found = shown(CrossAsk("practice_2021", KNOWS, (("sex",), ("age",))))
    assert len(found.groups) == 3
    # 75 of 326, 59 of 151 men, 16 of 175 women
    assert said(found) == [("全体", "23.0%"), ("男性", "39.1%"), ("女性", "9.1%")]
    assert found.bases.ja == "【架空データ（操作練習用）】全体 n=326、男性 n=151、女性 n=175"
    assert found.bases.en.startswith("[Fictional data (for practice)]")


def test_masked_groups_say_so_and_have_no_value(shown) -> None:  # type: ignore[no-untyped-def]
    found = shown(CrossAsk("practice_2021", KNOWS, (("age",),)))
    assert said(found)[:3] == [("全体", "23.0%"), ("10代", "少人数のため非表示"), ("20代", "23.5%")]
    masked = [
        bar for group in found.groups for bar in group.bars if bar.label.ja in ("10代", "80代以上", "80代")
    ]
    assert [bar.value for bar in masked] == [None] * 6
    assert any("10人未満" in caution.ja for caution in found.cautions)


def test_what_is_held_back_is_not_in_it(shown) -> None:  # type: ignore[no-untyped-def]
    held = shown(CrossAsk("practice_2021", KNOWS, (("sex",),)), Phase.WAITING, ("female",))
    assert said(held) == [("全体", "23.0%"), ("男性", "39.1%"), ("女性", "？")]
    assert "9.14" not in to_json(held) and '"9.1%"' not in to_json(held)


def test_a_wall_has_room_for_36_bars(shown) -> None:  # type: ignore[no-untyped-def]
    """Nine groups leave room for four options; all three fit, and six of two groups do."""
    assert len(shown(CrossAsk("practice_2021", KNOWS, (("age",),))).groups) == 3
    found = shown(CrossAsk("practice_2021", "net2021_q5", (("age",),)))
    assert (len(found.groups), len(found.groups[0].bars)) == (4, 9)
    assert any("はじめの選択肢" in caution.ja for caution in found.cautions)


def test_a_condition_is_told(shown) -> None:  # type: ignore[no-untyped-def]
    found = shown(CrossAsk("practice_2021", KNOWS, where="性別 = 女性"))
    assert said(found) == [("全体", "9.1%")]
    assert "限定条件：性別 = 女性（326人のうち175人）。" in [caution.ja for caution in found.cautions]


def test_a_later_revision_changes_no_deck(warehouse: Warehouse, own_store: Path) -> None:
    first = views.save("版", SIGNER, CrossAsk("practice_2021", KNOWS, (("sex",),)), {})
    picture = Picture(PictureKind.VIEW, view=first.view_id, revision=1)
    deck = Deck("", plain("会"), (Step(plain("題"), picture),))
    views.change(first, SIGNER, CrossAsk("practice_2021", KNOWS), {})
    views.withdraw(first.view_id, SIGNER)
    (step,) = staged(warehouse, deck).steps
    assert len(slide(warehouse, step, Phase.REVEALED).groups[0].bars) == 3


@pytest.mark.parametrize(("view", "revision"), [("99999", 1), ("", 0)])
def test_a_view_that_is_gone_is_named(warehouse: Warehouse, view: str, revision: int) -> None:
    picture = Picture(PictureKind.VIEW, view=view, revision=revision)
    with pytest.raises(Problem, match="which the present data do not have"):
        staged(warehouse, Deck("", plain("会"), (Step(plain("題"), picture),)))


def test_a_number_has_no_bars(warehouse: Warehouse, own_store: Path) -> None:
    saved = views.save("設問なし", SIGNER, CrossAsk("practice_2021", "no_such_question"), {})
    step = Step(plain("題"), Picture(PictureKind.VIEW, view=saved.view_id, revision=1))
    with pytest.raises(Problem):
        staged(warehouse, Deck("", plain("会"), (replace(step, note=plain("x")),)))
