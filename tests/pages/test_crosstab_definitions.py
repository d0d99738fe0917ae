"""The cross-tabulation page on its own numbers: who was asked, in which order, what cannot be counted, the rules."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from narabe.model.answers_plan import AnswerType
from narabe.model.problem import Problem
from narabe.model.survey import SurveyQuestion
from narabe.model.text import EMPTY
from narabe.ui import crosstab_data
from narabe.words import crosstab_page_sentences as words
from narabe.words import raking_sentences
from tests.pages.crossing import quiet, said, table

View = Callable[..., AppTest]
HOW = "数値の決まり（分母・区間・検定）"


def test_who_was_asked_stands_beside_how_many_answered(fresh: View) -> None:
    """179 of the 370 of net2025 had used AI."""
    app = quiet(fresh("crosstab", d="practice_2025", rows="net2025_ai_purpose"))
    assert "全体：回答者数(n)＝179。この設問を聞いた人：AIを使ったことのある人（n=179）。" in said(app)
    assert "この設問を聞いた人" not in said(quiet(fresh("crosstab", d="practice_2025", rows="net2025_fears")))
    glance = quiet(fresh("crosstab", "en", d="practice_2025", view="gt"))
    assert "Asked of: People who have used AI (n=179)." in said(glance)


def test_that_not_everybody_was_asked_is_said_where_nobody_wrote_who() -> None:
    asked = SurveyQuestion("q", "q", EMPTY, AnswerType.SINGLE, asked_of=EMPTY)
    assert words.asked_of(asked).ja == "この設問は一部の人だけに聞いています。"


@pytest.mark.parametrize("by", [["sex", "age"], ["age", "sex"], ["age", "sex>age", "sex"]])
def test_axes_stand_in_the_order_of_the_address(mini: View, by: list[str]) -> None:
    app = mini(by=by, weight="off")
    names = {"sex": "性別", "age": "年代", "sex>age": "性別 × 年代"}
    assert list(dict.fromkeys(line[0] for line in table(app)[2:])) == [names[each] for each in by]
    assert app.multiselect(key="by.ja").value == by
    assert list(app.button_group(key="axis.ja").options) == [names[each] for each in by]


def test_an_axis_that_is_added_comes_last(mini: View) -> None:
    app = mini(by="age", weight="off")
    app.multiselect(key="by.ja").set_value(["age", "sex"]).run()
    assert app.query_params["by"] == ["age", "sex"]
    assert [line[0] for line in table(quiet(app))[2:]] == ["年代", "年代", "性別", "性別"]
    app.multiselect(key="by.ja").set_value(["sex"]).run()
    assert app.query_params["by"] == "sex"


@pytest.mark.parametrize("params", [{}, {"view": "gt"}])
def test_what_cannot_be_counted_is_told_inside_the_page(
    mini: View, monkeypatch: pytest.MonkeyPatch, params: dict[str, str]
) -> None:
    def refuse(*_: object) -> None:
        raise Problem(raking_sentences.too_heavy(5_000, 3_000), raking_sentences.TRIM_OR_MERGE)

    monkeypatch.setattr(crosstab_data, "told", refuse)
    app = mini(weight="rake", margin="sex~m.300~f.100~~人口.csv", **params)
    assert app.title[0].value == ("mini（160人）：すべての設問の単純集計" if params else "DXの認知")
    told = html.unescape(app.error[0].value)
    assert (
        "5,000" in told and "ウエイトの上限（平均の5倍までなど）を付けるか" in told and "--trim" not in told
    )
    assert app.multiselect(key="by.ja").value == ["sex", "age"], "the choices stay, to be changed"


def test_populations_that_cannot_be_met_keep_the_page(mini: View) -> None:
    """Nobody of the sample is a man who heard."""
    app = mini(weight="rake", margin="sex.know~m.k1.10~m.k2.5~f.k1.10~~人口.csv")
    assert app.title[0].value == "DXの認知"
    assert "その回答者は1人もいません" in html.unescape(app.error[0].value)


def test_the_rules_are_named(mini: View) -> None:
    (rules,) = (box for box in mini(weight="rake", margin="sex~m.300~f.100~~p").expander if box.label == HOW)
    told = html.unescape(rules.markdown[0].value)
    for part in (
        "フィッシャーの正確検定", "シミュレーション9,999回", "ウエイトを使った表では示さない", "100万分の1きざみ",
        "中央値は", "検定と95%区間は", "だれもいない集計軸の区分は表に出さず", "行と列の入れ替え",
        "秘匿処理の代わりにはならない", "補正なし・1セルずつの目安",
    ):  # fmt: skip
        assert part in told


def test_few_who_meet_a_condition_are_masked_beside_the_bases(mini: View) -> None:
    """Five men have lived there for 0 to 4 years."""
    told = said(mini(where="性別 = 男性 and 居住年数 < 5", weight="off"))
    assert "160人のうち*人" in told and "160人のうち5人" not in told
