"""A small survey counted by hand, and what the page on it shows."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from narabe.ui import crosstab_choices, crosstab_data, crosstab_files, crosstab_published, crosstab_waves
from narabe.warehouse.answers import Answers, open_answers
from tests.crossing.survey import Person, Question, made
from tests.pages.reading import words

SEX = Question("sex", options=(("m", "男性"), ("f", "女性")), header="性別")
AGE = Question("age", options=(("young", "30代以下"), ("old", "40代以上")), header="年代")
KNOW = Question(
    "know", options=(("k1", "知っている"), ("k2", "聞いた"), ("k3", "知らない")), header="DXの認知"
)
USE = Question("use", "multiple", (("u1", "市LINE"), ("u2", "電子申請")), header="利用")
YEARS = Question("years", "numeric", header="居住年数")
EASE = Question("ease", "scale", (("e1", "簡単"), ("e2", "ふつう"), ("e3", "難しい")), header="使いやすさ")
QUESTIONS = (SEX, AGE, KNOW, USE, YEARS, EASE)


def person(number: int) -> Person:
    """160 people: of 80 men 60 know, 20 do not; of 80 women 20 know, 20 heard, 40 do not. Men weigh 1, women 2.

    Half of each sex are young. Years are 0 to 79 of men, 6 to 85 of women. Of ease only 24 women tell: 8 each; of men 40 say 1, 40
    say 3.
    """
    man, place = number < 80, number % 80
    know = ("k1" if place < 60 else "k3") if man else ("k1" if place < 20 else "k2" if place < 40 else "k3")
    women = f"e{place % 3 + 1}" if place < 24 else "!no_answer"
    return {
        "sex": "m" if man else "f",
        "age": "young" if place % 2 else "old",
        "know": know,
        "use": "!no_answer" if place < 8 else {"u1"} if place < 40 else {"u1", "u2"},
        "years": float(place if man else place + 6),
        "ease": ("e1" if place < 40 else "e3") if man else women,
        "weight": 1.0 if man else 2.0,
    }


def answers_of(folder: Path) -> Answers:
    return made(folder, QUESTIONS, [person(number) for number in range(160)])


def offer(answers: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the page find these answers under the name `mini`."""
    for module in (crosstab_choices, crosstab_data, crosstab_published, crosstab_files, crosstab_waves):
        monkeypatch.setattr(
            module, "open_answers", lambda name: answers if name == "mini" else open_answers(name)
        )
    monkeypatch.setattr(crosstab_choices, "surveys", lambda: ("mini", "practice_2021"))


def quiet(app: AppTest) -> AppTest:
    assert [error.message for error in app.exception] == []
    return app


def table(app: AppTest, number: int = 0) -> list[list[object]]:
    """The lines of a table, headings first."""
    frame = app.dataframe[number].value
    return [list(frame.columns), *([*row] for row in frame.itertuples(index=False))]


def said(app: AppTest) -> str:
    return html.unescape("\n".join(words(app)))
