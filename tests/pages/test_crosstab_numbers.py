"""Averages on the cross-tabulation page: numbers and scales by group, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.pages.crossing import said, table
from tests.pages.reading import alt_texts

Mini = Callable[..., AppTest]


def test_a_number_by_groups(mini: Mini) -> None:
    """0 to 79: mean and median 39.5, variance (80² − 1) / 12 = 533.25, of a sample × 80/79 = 540, SD 23.24.

    Women are six years above. Together 42.5 and 42.5; 533.25 + 3² = 542.25, × 160/159, SD 23.36. Even years of men with
    even + 6 of women: 0 to 78, and 6 to 84, so 39 and 45; each half of the whole.
    """
    app = mini(rows="years", weight="off")
    assert table(app)[:4] == [
        ["集計軸", "区分", "回答者数(n)", "平均", "中央値", "標準偏差"],
        ["", "全体", 160, 42.5, 42.5, 23.36],
        ["性別", "男性", 80, 39.5, 39.5, 23.24],
        ["性別", "女性", 80, 45.5, 45.5, 23.24],
    ]
    assert [line[3] for line in table(app)[4:]] == [43.0, 42.0]
    assert "全体の平均は42.50、中央値は42.50（n=160）。" in said(app)
    (spoken,) = alt_texts(app)
    assert "男性（n=80） 39.50（SD 23.24）" in spoken


def test_weighted_numbers(mini: Mini) -> None:
    """Women count twice: mean (39.5 + 2 × 45.5) / 3 = 43.5. Up to year 43 there are 44 men and 2 × 38 = 76 of 240, the half:
    median 43.5. Variance 533.25 + 6² × 2/9 = 541.25, × 160/159, SD 23.34.
    """
    app = mini(rows="years")
    assert table(app)[1] == ["", "全体", 160, 43.5, 43.5, 23.34, 240.0, 144.0]


def test_a_scale_by_groups_with_few_answers_marked(mini: Mini) -> None:
    """40 men say 1, 40 say 3: mean 2, SD √(80/79) = 1.01. Of 24 women 8 each: mean 2, SD √(2/3 × 24/23) = 0.83."""
    app = mini(rows="ease", by="sex", weight="off", marks="none")
    heads, total, men, women = table(app)
    assert heads[1:] == ["区分", "回答者数(n)", "簡単", "ふつう", "難しい", "平均", "中央値", "標準偏差"]
    assert men[1:] == ["男性", 80, 50.0, 0.0, 50.0, 2.0, 2.0, 1.01]
    assert women[1:] == ["女性（参考値）", 24, 33.3, 33.3, 33.3, 2.0, 2.0, 0.83]
    assert total[1:3] == ["全体", 104]


def test_a_mean_of_few_answers_is_marked_in_a_group_that_is_not_small(mini: Mini) -> None:
    """With missing answers shown the base of women is 80, of whom 24 have a mean."""
    app = mini(rows="ease", by="sex", weight="off", marks="none", missing="true", chart="means")
    women = table(app)[3]
    assert women[1:3] == ["女性", 80]
    assert women[-3:] == ["2.00（参考値）", "2.00（参考値）", "0.83（参考値）"]
    (spoken,) = alt_texts(app)
    assert "女性（n=24・参考値） 2.00（SD 0.83）" in spoken
    assert "参考値" in said(app)


def test_few_answers_are_marked_at_a_glance(mini: Mini) -> None:
    app = mini(view="gt", weight="off", where="性別 = 女性")
    assert "段階評価・回答者数(n)＝24（参考値）" in said(app)
    english = mini("en", view="gt", weight="off", where="性別 = 女性")
    assert "scale, respondents (n) = 24 (small base)" in said(english)
