"""The sentence of finding: told from tested differences alone, with numbers worked out by hand."""

from pathlib import Path
from typing import Any

import pytest
from scipy import stats

from narabe.analyses.crosstab import crosstab
from narabe.analyses.crosstab_finding import finding
from narabe.model.crosstab import Base, CrossAsk, CrossTab, Net, Recode
from narabe.model.text import Text, plain
from narabe.settings import Settings
from narabe.stats.averages import mean_interval, welch
from tests.crossing.survey import Person, Question, made

SEX = Question("sex", options=(("m", "男性"), ("f", "女性"), ("x", "その他")), header="性別")
KNOW = Question("know", options=(("yes", "知っている"), ("no", "知らない")), header="DX")
SCALE = Question("scale", "scale", tuple((f"s{n}", f"{n}段階") for n in range(1, 6)), header="評価")
USE = Question("use", "multiple", (("net", "ネット"), ("desk", "窓口"), ("post", "郵送")), header="手段")
HOURS = Question("hours", "numeric", header="時間")
CAUTION = "単純無作為抽出と仮定した場合の目安。"


def people(sex: str, know: int, base: int, **more: Any) -> list[Person]:
    """`know` of `base` people of one sex know."""
    return [{"sex": sex, "know": "yes" if n < know else "no", **more} for n in range(base)]


def told_of(folder: Path, who: list[Person], fictional: bool = False, **ask: Any) -> CrossTab:
    every = (SEX, KNOW, SCALE, USE, HOURS)
    answers = made(folder, [q for q in every if q.question_id in who[0]], who, fictional)
    settings = Settings(mask_below=10, small_base=30)
    return crosstab(answers, CrossAsk("mini", **({"rows": "know", "banner": (("sex",),)} | ask)), settings)


def said(told: CrossTab) -> Text:
    return finding(told, told.tables[0])


def test_the_difference_is_told_with_shares_bases_level_and_caution(tmp_path: Path) -> None:
    """45/115 = 39.13 and 19/209 = 9.09 %: 30.04 points; pooled z = 6.5, far beyond 1 %."""
    told = said(told_of(tmp_path, people("m", 45, 115) + people("f", 19, 209)))
    assert (
        told.ja == f"「知っている」は男性39.1%が女性9.1%より30.0ポイント高い（n=115・209、1%水準）。{CAUTION}"
    )
    assert told.en == (
        "“知っている”: 男性 39.1% is 30.0 points above 女性 9.1% (n=115 and 209; 1% level). "
        "A guide, as if the respondents were a simple random sample."
    )


def test_the_level_is_five_percent_between_one_and_five(tmp_path: Path) -> None:
    """60/100 and 45/100: pooled .525, z = .15/√(.525·.475·.02) = 2.124, p = .034."""
    told = said(told_of(tmp_path, people("m", 60, 100) + people("f", 45, 100)))
    assert "15.0ポイント高い（n=100・100、5%水準）" in told.ja


def test_a_difference_is_rounded_from_counts_and_the_shown_one_is_told_where_it_differs(
    tmp_path: Path,
) -> None:
    """63/171 = 36.842, 19/155 = 12.258: 24.584 is 24.6, though 36.8 − 12.3 = 24.5."""
    told = said(told_of(tmp_path, people("m", 63, 171) + people("f", 19, 155)))
    assert "24.6ポイント高い（n=171・155、1%水準、丸めた割合どうしの差は24.5）" in told.ja


def test_no_clear_difference_is_said_so(tmp_path: Path) -> None:
    """51/100 and 49/100: z = 0.28."""
    told = said(told_of(tmp_path, people("m", 51, 100) + people("f", 49, 100)))
    assert told.ja == f"表全体では、性別によるはっきりした差はありません（n=200、5%水準）。{CAUTION}"


def test_no_difference_is_told_of_small_groups(tmp_path: Path) -> None:
    """28 of 29 in the third group know, most unlike the others, but 29 are 参考値."""
    who = people("m", 51, 100) + people("f", 49, 100) + people("x", 28, 29)
    told = said(told_of(tmp_path, who))
    assert told.ja.startswith(
        "表全体では、性別によるはっきりした差はありません（n=229、5%水準、参考値・非表示の区分を除く）"
    )


def test_nothing_is_told_of_masked_groups(tmp_path: Path) -> None:
    """Nine are masked, and with them men, from whom the nine could be worked out: women have nobody to be compared with."""
    who = people("m", 40, 100) + people("f", 60, 101) + people("x", 8, 9)
    told = said(told_of(tmp_path, who))
    assert told.ja == (
        "全体で最も多いのは「知っている」51.4%（n=210）。"
        "比べられる区分が2つないため（少人数・非表示・検定不可）、差は調べていません。"
    )


def test_thirty_are_enough(tmp_path: Path) -> None:
    who = people("m", 51, 100) + people("f", 49, 100) + people("x", 29, 30)
    assert said(told_of(tmp_path, who)).ja.startswith(
        "「知っている」はその他96.7%が女性49.0%より47.7ポイント高い"
    )


def test_fictional_answers_have_no_finding_unless_practised(tmp_path: Path) -> None:
    """64 of 324 know, 260 (80.25 %) do not."""
    who = people("m", 45, 115) + people("f", 19, 209)
    told = said(told_of(tmp_path / "off", who, fictional=True))
    assert told.ja == (
        "【架空データ（操作練習用）】全体で最も多いのは「知らない」80.2%（n=324）。"
        "架空データのため、差は検定していません。"
    )
    practised = said(told_of(tmp_path / "on", who, fictional=True, practice=True))
    assert practised.ja.startswith("【架空データ（操作練習用）】「知っている」は男性39.1%")


def test_without_an_axis_the_largest_answer_is_told(tmp_path: Path) -> None:
    who = people("m", 45, 115) + people("f", 19, 209)
    assert said(told_of(tmp_path, who, banner=())).ja == "全体で最も多いのは「知らない」80.2%（n=324）。"


def test_answers_given_equally_often_are_both_told(tmp_path: Path) -> None:
    told = said(told_of(tmp_path, people("m", 20, 40), banner=()))
    assert told.ja == "全体で最も多いのは「知っている」と「知らない」それぞれ50.0%（n=40）。"


def test_a_masked_table_says_only_that(tmp_path: Path) -> None:
    assert said(told_of(tmp_path, people("m", 4, 9))).ja == "少人数のため、結果は表示していません。"


def test_groups_that_cannot_be_compared_are_not_said_to_be_alike(tmp_path: Path) -> None:
    """Everybody knows: a share of 100 % cannot be tested."""
    told = said(told_of(tmp_path, people("m", 40, 40) + people("f", 50, 50)))
    assert told.ja.startswith("全体で最も多いのは「知っている」100.0%（n=90）。")
    assert "差はありません" not in told.ja


def several(sex: str, base: int, **counts: int) -> list[Person]:
    return [
        {"sex": sex, "use": frozenset(name for name, count in counts.items() if n < count)}
        for n in range(base)
    ]


def test_of_several_answers_the_option_with_the_largest_difference(tmp_path: Path) -> None:
    """ネット 70 against 50 %, 窓口 30 against 75 %: 45 points, the other way round."""
    who = several("m", 100, net=70, desk=30, post=100) + several("f", 80, net=40, desk=60, post=80)
    told = said(told_of(tmp_path, who, rows="use"))
    assert told.ja.startswith("「窓口」は女性75.0%が男性30.0%より45.0ポイント高い（n=80・100、1%水準）。")


def test_shares_of_answers_are_not_compared(tmp_path: Path) -> None:
    """110 + 90 + 180 = 380 answers, 180 of them 郵送: 47.37 %."""
    who = several("m", 100, net=70, desk=30, post=100) + several("f", 80, net=40, desk=60, post=80)
    told = said(told_of(tmp_path, who, rows="use", base=Base.ANSWERS))
    assert told.ja == (
        "全体で最も多いのは「郵送」47.4%（n=180）。回答数を100%とする割合のため、差は検定していません。"
    )


def scale(sex: str, *counts: int, weight: float | None = None) -> list[Person]:
    more = {} if weight is None else {"weight": weight}
    return [
        {"sex": sex, "scale": f"s{step}", **more}
        for step, count in enumerate(counts, start=1)
        for _ in range(count)
    ]


def test_scales_are_compared_by_their_means(tmp_path: Path) -> None:
    """(20·1 + 20·2 + 10·3)/50 = 1.80; (10·3 + 20·4 + 20·5)/50 = 4.20."""
    told = said(told_of(tmp_path, scale("m", 20, 20, 10, 0, 0) + scale("f", 0, 0, 10, 20, 20), rows="scale"))
    assert told.ja == f"平均は女性4.20が男性1.80より2.40高い（「5段階」寄り、n=50・50、1%水準）。{CAUTION}"


def test_a_scale_that_begins_with_its_highest_number_leans_the_other_way(tmp_path: Path) -> None:
    """3 よい, 2 ふつう, 1 わるい: men (20·3 + 20·2 + 10·1)/50 = 2.20, women (10·3 + 10·2 + 30·1)/50 = 1.60."""
    falling = Question("mark", "scale", (("a", "3 よい"), ("b", "2 ふつう"), ("c", "1 わるい")), header="点")
    given = {"m": "a" * 20 + "b" * 20 + "c" * 10, "f": "a" * 10 + "b" * 10 + "c" * 30}
    who: list[Person] = [{"sex": sex, "mark": each} for sex, marks in given.items() for each in marks]
    told = crosstab(made(tmp_path, (SEX, falling), who), CrossAsk("mini", "mark", (("sex",),)), Settings())
    assert said(told).ja.startswith(
        "平均は男性2.20が女性1.60より0.60高い（「3 よい」寄り、n=50・50、1%水準）"
    )


def test_where_means_are_alike_the_options_are_compared(tmp_path: Path) -> None:
    """Both means are 3; all of one are in the middle, 10 of 50 of the other: 80 points cannot be tested at 100 %,
    20 of 50 at each end against 1 of 50 can: 40 − 2 = 38."""
    who = scale("m", 20, 0, 10, 0, 20) + scale("f", 1, 0, 48, 0, 1)
    told = said(told_of(tmp_path, who, rows="scale"))
    assert told.ja.startswith("「3段階」は女性96.0%が男性20.0%より76.0ポイント高い（n=50・50、1%水準）。")


def test_weighted_means_are_not_compared(tmp_path: Path) -> None:
    who = scale("m", 20, 20, 10, 0, 0, weight=1.5) + scale("f", 0, 0, 10, 20, 20, weight=0.5)
    told = said(told_of(tmp_path, who, rows="scale", weight="weight"))
    assert not told.ja.startswith("平均")


def test_a_number_is_told_by_mean_and_median(tmp_path: Path) -> None:
    """20 × 1, 20 × 2 and 5 × 8 hours: (20 + 40 + 40)/45 = 2.222…, the middle is 2."""
    hours = [1.0] * 20 + [2.0] * 20 + [8.0] * 5
    who: list[Person] = [{"sex": "m", "hours": each} for each in hours]
    assert said(told_of(tmp_path, who, rows="hours")).ja == "全体の平均は2.22、中央値は2.00（n=45）。"


def test_a_missing_number_is_not_a_zero(tmp_path: Path) -> None:
    """0, 1, 2, 3 ten times each, and ten without an answer: 60/40 = 1.5, and n is 40."""
    who: list[Person] = [{"sex": "m", "hours": float(n % 4)} for n in range(40)]
    who += [{"sex": "m", "hours": "!no_answer"}] * 10
    told = said(told_of(tmp_path, who, rows="hours", show_missing=True))
    assert told.ja == "全体の平均は1.50、中央値は1.50（n=40）。"


def test_a_mean_is_of_those_who_answered(tmp_path: Path) -> None:
    """As above, with 30 women more who gave no answer and are shown: the mean of women is still of 50."""
    gone: list[Person] = [{"sex": "f", "scale": "!no_answer"}] * 30
    who = scale("m", 20, 20, 10, 0, 0) + scale("f", 0, 0, 10, 20, 20) + gone
    told = said(told_of(tmp_path, who, rows="scale", show_missing=True))
    assert "2.40高い（「5段階」寄り、n=50・50、1%水準）" in told.ja


def test_a_group_is_not_compared_with_its_net(tmp_path: Path) -> None:
    """女性 50/100 lies 20 points above 男性 (30/100); in the net 男性＋その他 (40/200 = 20 %) the gap would be 30."""
    who = people("m", 30, 100) + people("f", 50, 100) + people("x", 30, 100)
    net = Recode("sex", (Net("mx", plain("男性＋その他"), ("m", "x")),))
    told = said(told_of(tmp_path, who, recodes=(net,)))
    assert "男性＋その他" not in told.ja
    assert "女性50.0%が男性30.0%より20.0ポイント高い" in told.ja


def test_a_difference_in_missing_answers_is_no_finding(tmp_path: Path) -> None:
    """Half of the women gave no answer; of all, 50 of 100 men and 40 of 100 women know: z = 1.42."""
    gone: list[Person] = [{"sex": "f", "know": "!no_answer"}] * 20
    who = people("m", 50, 100) + people("f", 40, 80) + gone
    told = said(told_of(tmp_path, who, show_missing=True))
    assert "無回答" not in told.ja


def test_intervals_and_tests_of_means_are_those_of_scipy() -> None:
    low, high = mean_interval(3.2, 1.1, 41.5)
    assert (low, high) == pytest.approx(
        stats.t.interval(0.95, 40.5, loc=3.2, scale=1.1 / 41.5**0.5), rel=1e-9
    )
    expected = stats.ttest_ind_from_stats(3.2, 1.1, 40, 2.9, 0.7, 55, equal_var=False).pvalue
    assert welch((3.2, 1.1, 40), (2.9, 0.7, 55)) == pytest.approx(expected, rel=1e-9)
    assert mean_interval(3.0, 1.0, 1.0) == (None, None)
