"""A view of answers that changed since still loads, and says each thing that is gone once."""

from datetime import UTC, datetime

import pytest

from narabe.analyses.views import missing
from narabe.model.answers_plan import AnswerType
from narabe.model.crosstab import CrossAsk, Net, Recode
from narabe.model.raking import Margin, MarginCell
from narabe.model.status import Origin
from narabe.model.survey import AnswerOption, Survey, SurveyQuestion
from narabe.model.text import plain
from narabe.model.views import SavedView


def question(name: str, *options: str, kind: AnswerType = AnswerType.SINGLE) -> SurveyQuestion:
    return SurveyQuestion(
        name, f"見出し{name}", plain(name), kind, tuple(AnswerOption(each, plain(each)) for each in options)
    )


SURVEY = Survey(
    "d",
    Origin.IMPORTED,
    100,
    (question("sex", "m", "f"), question("know", "k1", "k2"), question("hours", kind=AnswerType.NUMERIC)),
    "補正",
)


def view(ask: CrossAsk | None) -> SavedView:
    return SavedView("12345", 1, "名前", "/crosstab", ask, {}, "d", "a", datetime.now(UTC))


@pytest.mark.parametrize(
    "ask",
    [
        None,
        CrossAsk("d", "know", (("sex",), ("見出しsex",)), weight="補正", where="sex = m"),
        CrossAsk("d", "know", weight="hours"),
        CrossAsk("d", "know", weight="weight"),
        CrossAsk(
            "d", "know", recodes=(Recode("know", (Net("n", plain("n"), ("k1",)),), ("n", "k2", "no_answer")),)
        ),
        CrossAsk("d", "know", margins=(Margin(("sex",), (MarginCell(("m",), 1),)),)),
    ],
)
def test_nothing_is_missing(ask: CrossAsk | None) -> None:
    assert missing(view(ask), SURVEY) == ()


def test_the_answers_themselves_are_gone() -> None:
    (told,) = missing(view(CrossAsk("昨年の調査", "know")), None)
    assert "昨年の調査" in told.ja


def test_everything_gone_is_told_once() -> None:
    ask = CrossAsk(
        "d",
        "gone",
        (("gone", "sex"), ("age",)),
        weight="know",
        where="sex = x",
        recodes=(Recode("know", (Net("n", plain("n"), ("k1", "k9")),), ("k8",)), Recode("lost")),
        margins=(Margin(("sex", "town"), (MarginCell(("m", "t1"), 1), MarginCell(("z", "t1"), 2))),),
    )
    assert [told.ja for told in missing(view(ask), SURVEY)] == [
        "設問「gone」は、いまの回答データにありません。",
        "設問「age」は、いまの回答データにありません。",
        "ウエイト「know」は、いまの回答データにありません。",
        "限定条件「sex = x」が使えません。設問「sex」に選択肢「x」はありません。あるのは m、f です。",
        "設問「know」の選択肢「k8」は、いまの回答データにありません。",
        "設問「know」の選択肢「k9」は、いまの回答データにありません。",
        "設問「lost」は、いまの回答データにありません。",
        "設問「sex」の選択肢「z」は、いまの回答データにありません。",
        "設問「town」は、いまの回答データにありません。",
    ]
