"""The registry of findings, each with the numbers it stands on: by hand from the documents."""

import pytest

from narabe.analyses import findings as registry
from narabe.analyses.findings import home
from narabe.model.comparison import Share
from narabe.model.findings import Finding, HomeView
from narabe.model.status import Status
from narabe.warehouse import Warehouse
from narabe.words import finding_sentences as survey_words
from narabe.words import service_findings as service

MINUS = "\u2212"
OPENING = ["progress_beyond_age_mix", "ai_runs_ahead", "fear_turns_systemic"]
NUMBERS = {
    "progress_beyond_age_mix": ["27.9", "43.8", "91/326", "162/370", "14/32", "+15.9"],
    "ai_runs_ahead": ["2,724", "2,000", "1,816"],
    "fear_turns_systemic": ["+12.7", "+8.5", f"{MINUS}4.7", "+0.9", f"{MINUS}0.4"],
    # help desk and privacy of 2025; 3 of 91 marks
    "demand_without_indicator": ["75.7%", "31.4%", "78.1%"],
    # 100 less 約6割, about 70 %; 370 − 239 = 131 of 370, 19 of 37, 16 % as printed
    "divide_inverted": ["75%", "6.8", "35.4%", "51.4%", "16%"],
    # 260 of 310 who answered, of 326 asked: 79.75…
    "website_base_effect": ["260", "310", "326", "83.9", "79.8", "77.6", f"{MINUS}6.3", f"{MINUS}4.1"],
    "cashless_a_month": ["4,780", "5,863", "22.7", "14.3"],
    "procedures_a_month": ["21.6", "6.4", "71", "259", "791"],
    "applications_per_procedure": ["428.1", "406.0"],
    # 9,300 ÷ (842 + 1,816) = 3.499; 9,300 ÷ 14 × 12 = 7,971; ÷ 13,511 = 59.0 %
    "hours_of_ai": ["3.50", "7,971", "59.0", "842", "1,816"],
    "procedures_three_denominators": ["45.0%", "47.4%", "54.6%", "1,448", "1,450", "4,300"],
    # 15,867 of 792,690; 310,658,514 of 27,175,383,918 yen
    "small_bills_go_mobile": ["19,579", "34,583", "15,867", "792,690"],
}
KEYS = {
    "small_bills_go_mobile": ["2.00%", "1.14%"],
    "demand_without_indicator": ["75.7%"],
    "procedures_three_denominators": ["45.0%", "47.4%", "54.6%"],
    "applications_per_procedure": ["428", "406"],
    "hours_of_ai": ["3.5"],
}


@pytest.fixture(scope="module")
def view(warehouse: Warehouse) -> HomeView:
    return home(warehouse)


def finding(view: HomeView, name: str) -> Finding:
    (found,) = [f for f in (*view.findings, *view.more) if f.finding_id == name]
    return found


def test_three_findings_open_the_home_page_and_the_rest_follow(view: HomeView) -> None:
    assert [f.finding_id for f in view.findings] == OPENING
    assert [f.finding_id for f in view.more] == list(NUMBERS)[len(OPENING) :]


@pytest.mark.parametrize("name", KEYS)
def test_a_key_figure_is_read_from_afar(view: HomeView, name: str) -> None:
    key = finding(view, name).key_figure
    for number in KEYS[name]:
        assert number in key.ja and number in key.en


@pytest.mark.parametrize("name", NUMBERS)
def test_a_finding_names_its_numbers_in_both_languages(view: HomeView, name: str) -> None:
    found = finding(view, name)
    for said in (found.headline.ja + found.arithmetic.ja, found.headline.en + found.arithmetic.en):
        assert [number for number in NUMBERS[name] if number not in said] == []


@pytest.mark.parametrize("name", NUMBERS)
def test_a_finding_carries_its_caution_and_its_place(view: HomeView, name: str) -> None:
    found = finding(view, name)
    assert found.caution.ja and found.caution.en and found.arithmetic.ja and found.arithmetic.en
    assert found.page in ("compare", "kpi", "operations", "projects")
    assert found.params or found.page == "projects"


def test_the_board_is_summed_up_in_one_sentence(view: HomeView) -> None:
    assert "11指標" in view.board.ja and "11 indicators" in view.board.en


def test_fears_that_cannot_be_told_apart_are_not_said_to_move(view: HomeView) -> None:
    headline = finding(view, "fear_turns_systemic").headline
    assert "+12.7" in headline.ja and "+8.5" in headline.ja and "3項目" in headline.ja
    assert "0.9" not in headline.ja and "4.7" not in headline.ja


def test_a_finding_whose_figure_is_gone_says_which_and_the_others_stand(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("narabe.analyses.findings.survey.SYSTEMIC", ("earthquakes",))
    view = home(warehouse)
    gone = finding(view, "fear_turns_systemic")
    assert "earthquakes" in gone.headline.ja and "earthquakes" in gone.headline.en
    assert gone.page == "sources"
    assert "27.9%" in finding(view, "progress_beyond_age_mix").headline.ja


HEADLINES = {
    "divide_inverted": "若者は高齢者より「DX」を知らない人が多いのに、オンライン手続への抵抗は少ない。",
    "cashless_a_month": "キャッシュレス決済は月平均で22.7%増。目標には毎年14.3%ずつの増加（複利）が要る。",
    "procedures_a_month": "新たにオンライン化する手続は、2024年度より少ないペース。目標に必要な伸びは上回る（目標まで残り71手続）。",
    "applications_per_procedure": "2つの目標どおりなら、手続1つあたりのオンライン申請は今より減る。",
    "small_bills_go_mobile": "スマホで払われた市税は1件平均 19,579円、それ以外は 34,583円。スマホ払いのほうが平均額は低い。",
    "ai_runs_ahead": "職員の生成AI利用は年換算で延べ 2,724人。2029年度の目標 2,000人 を1年分とみれば、上回るペース。",
    "progress_beyond_age_mix": "「市のデジタル化が進んでいる」と感じる人は 27.9% から 43.8% へ。"
    "年齢構成の違いだけで説明するには、全員が2021年 60代（43.8%）でなければ届かない。",
}


@pytest.mark.parametrize("name", HEADLINES)
def test_a_headline_claims_no_more_than_the_numbers(view: HomeView, name: str) -> None:
    assert finding(view, name).headline.ja == HEADLINES[name]


def test_directions_follow_the_numbers() -> None:
    """The same sentences with reversed numbers say the reverse."""
    assert "減" in service.payments(-5.0, 14.3).ja and "down 5.0%" in service.payments(-5.0, 14.3).en
    assert "増える" in service.per_procedure(406, 428).ja and "more" in service.per_procedure(406, 428).en
    assert "高い" in service.bills(34_583, 19_579).ja and "higher" in service.bills(34_583, 19_579).en


def share(value: float | None, low: float | None = None, high: float | None = None) -> Share:
    return Share(Status.PRINTED, value, floor=low, ceiling=high)


@pytest.mark.parametrize(
    ("unheard", "resisting"),
    [
        # ranges that overlap; the young resist more; the young know more
        ([share(None, 29, 31), share(None, 35, 70), share(None, 65, 75)], [share(35), share(51), share(16)]),
        ([share(None, 29, 31), share(None, 35, 45), share(None, 65, 75)], [share(35), share(16), share(51)]),
        ([share(None, 29, 31), share(None, 65, 75), share(None, 35, 45)], [share(35), share(51), share(16)]),
    ],
)
def test_the_divide_is_claimed_only_where_ranges_allow(unheard: list[Share], resisting: list[Share]) -> None:
    assert "とは限らない" in survey_words.divide(unheard, resisting).ja


def test_one_finding_is_the_same_alone(warehouse: Warehouse) -> None:
    for found in registry.findings(warehouse):
        assert registry.finding(warehouse, found.finding_id) == found
    assert registry.finding(warehouse, "no_such_finding") is None
