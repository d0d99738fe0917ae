"""The slides of a room: what was revealed with its values, the rest with title and question alone."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from narabe.analyses.room_results import room_slides
from narabe.analyses.stage import staged
from narabe.export.room_deck import Step, to_pptx
from narabe.model.room import Act, Hands
from narabe.model.text import Lang
from narabe.room.hall import Hall
from narabe.room.live_room import LiveRoom
from narabe.sources.decks import ready_decks
from narabe.warehouse import Warehouse
from narabe.words import room_page_sentences, stage_page_sentences
from tests.export.handouts import deck, native_charts, slide_tables, slide_text, squeezed

PROGRESS, SERVICES, FEARS, AWARENESS, WORD = range(5)
Opened = Callable[[str], LiveRoom]


@pytest.fixture
def opened(warehouse: Warehouse, tmp_path: Path) -> Opened:
    decks = {each.deck_id: each for each in ready_decks()}
    return lambda name: Hall(tmp_path).open(staged(warehouse, decks[name]))[0]


def ask(room: LiveRoom, step: int, *answers: str) -> None:
    room.act(Act.GO, step)
    room.act(Act.OPEN)
    for sent in answers:
        token = room.join(None)
        room.vote(token, step, room.form_token(token, step), [sent])


def made(warehouse: Warehouse, room: LiveRoom, lang: Lang = "ja") -> bytes:
    steps: tuple[Step, ...] = pickle.loads(pickle.dumps(room_slides(warehouse, room)))  # as the worker has it
    return to_pptx(room.deck.title, steps, lang)


def bars(slide: Any) -> dict[str, tuple[float | None, ...]]:
    """Series of the charts of a slide."""
    plots = [shape.chart.plots[0] for shape in slide.shapes if shape.has_chart]
    return {series.name: tuple(series.values) for plot in plots for series in plot.series}


def notes(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


def test_one_slide_a_step_with_its_title_and_the_presenters_words(
    warehouse: Warehouse, opened: Opened
) -> None:
    room = opened("change")
    slides = list(deck(made(warehouse, room)).slides)
    assert [slide.shapes.title.text_frame.text for slide in slides] == [
        "市のデジタル化は進んでいる？",
        "使われるようになったサービス",
        "デジタル化の何が不安ですか",
        "「DX」をまったく知らない人",
        "ここまでを見て、ひとこと",
    ]
    for slide, each in zip(slides, room.deck.steps, strict=True):
        assert notes(slide).startswith(each.step.speech.ja) and each.step.speech.ja
        assert squeezed(each.step.speech.ja) not in slide_text(slide)


def test_a_revealed_step_has_its_values_the_guess_and_the_source(
    warehouse: Warehouse, opened: Opened
) -> None:
    room = opened("change")
    ask(room, PROGRESS, "10", "20", "30", "40", "50")
    room.act(Act.REVEAL)
    slide = deck(made(warehouse, room)).slides[PROGRESS]
    assert bars(slide) == {"値": (27.9, 43.8)}  # printed in the documents of 2021 and 2026
    text = slide_text(slide)
    assert "予想の中央値30%（5人）" in text  # the third of five
    assert "2021年27.9%。2025年は？" in text
    assert "年齢の構成が変わっただけでは、ここまで増えません。" in text
    assert "出典：" in text and "会場は標本ではありません。" in text
    assert f"データ版{warehouse.build_id[:12]}1/5" in text


def test_nothing_that_was_held_back_is_in_the_file(warehouse: Warehouse, opened: Opened) -> None:
    room = opened("change")
    ask(room, PROGRESS, "11.125", "97.375", "97.375", "97.375", "97.375")
    room.act(Act.CLOSE)
    content = made(warehouse, room)
    assert native_charts(content) == [] and list(slide_tables(content)) == []
    words = "".join(
        shape.text_frame.text
        for slide in deck(content).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    for held in ("43.8", "97.375", "増えません", "出典"):
        assert held not in words
    first = slide_text(deck(content).slides[PROGRESS])
    assert "2021年27.9%。2025年は？" in first
    assert squeezed(room_page_sentences.NOT_SHOWN.ja) in first


def test_the_room_stands_beside_the_surveys_hands_counted_in(warehouse: Warehouse, opened: Opened) -> None:
    room = opened("change")
    question = room.deck.steps[FEARS].question
    assert question
    first, second, *_ = (option.option_id for option in question.options)
    ask(room, FEARS, first, first, second)
    room.raise_hands(FEARS, Hands({first: 1}, 2))
    room.act(Act.REVEAL)
    content = made(warehouse, room)
    rows = {
        name: value
        for chart in native_charts(content)
        for name, value in zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True)
    }
    assert rows["この会場　60.0%"] == pytest.approx(60)  # 3 of 5 people
    assert rows["この会場　20.0%"] == pytest.approx(20)
    assert "この会場5人（うち挙手2人）" in slide_text(deck(content).slides[FEARS])


def test_only_approved_texts_are_listed(warehouse: Warehouse, opened: Opened) -> None:
    room = opened("change")
    ask(room, WORD, "窓口", "=1+1", "講座", "悪口", "そのまま")
    for said in room.texts(WORD)[:3]:
        room.moderate(said, True)
    room.act(Act.REVEAL)
    content = made(warehouse, room)
    assert list(slide_tables(content)) == [[["選択肢・内容"], ["窓口"], ["=1+1"], ["講座"]]]
    assert len(deck(content).slides) == 5
    for said in room.texts(WORD):
        room.moderate(said, False)
    ((_, (body,)),) = slide_tables(made(warehouse, room))
    assert body == stage_page_sentences.NO_TEXT_APPROVED.ja


def test_too_few_answers_are_told_to_nobody(warehouse: Warehouse, opened: Opened) -> None:
    room = opened("change")
    ask(room, PROGRESS, "10", "20", "30", "41.125")
    room.act(Act.REVEAL)
    text = slide_text(deck(made(warehouse, room)).slides[PROGRESS])
    assert "会場の回答が5人未満のため、表示しません。" in text
    assert "予想の中央値" not in text and "4人" not in text


def test_indicators_stand_each_on_its_own_scale_with_the_target(warehouse: Warehouse, opened: Opened) -> None:
    room = opened("kpi_start")  # its first step holds nothing back, the others do
    plots = [chart.plots[0] for chart in native_charts(made(warehouse, room))]
    # 8 months of 46,906 and of 1,816 put on twelve: × 12 / 8
    assert [tuple(plot.series[0].values) for plot in plots] == [
        (None, 791, 862),
        (None, 70_359, 112_000),
        (None, 2_724, 2_000),
    ]
    assert list(plots[0].categories)[1:] == ["最新の実績　791手続", "目標 862手続"]


def test_in_english_too(warehouse: Warehouse, opened: Opened) -> None:
    room = opened("change")
    ask(room, PROGRESS, "10", "20", "30", "40", "50")
    room.act(Act.REVEAL)
    slide = deck(made(warehouse, room, "en")).slides[PROGRESS]
    assert slide.shapes.title.text_frame.text == "Is the city going digital?"
    assert squeezed("Median guess 30% (5 answers)") in slide_text(slide)
    assert notes(slide).startswith("Show 2021, ask for guesses, reveal;")
