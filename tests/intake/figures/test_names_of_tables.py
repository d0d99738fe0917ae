"""Titles that say more than a metric, and shares beside the counts they come from."""

import pytest

from tests.intake.figures.sheets import Rows, records, said, sheet, taken, tidy

HEAD = ["項目", "令和7年4月", "令和7年5月"]


def titled(title: str) -> set[str]:
    rows: Rows = [[title], ["年度", "4月", "5月"], ["令和6年度", 1, 2], ["令和7年度", 3, 4]]
    return {metric for metric, *_ in tidy(taken(sheet(rows)))}


@pytest.mark.parametrize(
    "title",
    [
        "来庁者数の推移（年度別・月別）",
        "来庁者数 月別比較",
        "来庁者数（令和6年4月～令和8年3月）の推移",
        "【参考】来庁者数の月別推移",
        "資料2 来庁者数",
        "来庁者数・月別",
        "来庁者数 年度・月別推移",
        "月別の来庁者数",
        "来庁者数（速報）",
    ],
)
def test_what_a_title_says_beside_the_metric_makes_no_new_one(title: str) -> None:
    assert titled(title) == {"counter_visitors"}


@pytest.mark.parametrize(
    ("title", "metric"),
    [
        ("来庁者数（本庁舎1階）", "来庁者数(本庁舎1階)"),
        ("表彰件数の推移", "表彰件数"),
        ("月報の作成件数", "月報の作成件数"),
    ],
)
def test_what_narrows_a_metric_or_is_part_of_its_name_stays(title: str, metric: str) -> None:
    assert titled(title) == {metric}


def test_a_share_that_its_part_and_whole_do_not_give_is_said_with_both_values() -> None:
    message = "割合は33%とありますが、90÷300では30%です。割合だけを取り込みます。"
    both: Rows = [
        HEAD,
        ["窓口の支払い件数", 200, 300],
        ["うちキャッシュレス", 50, 90],
        ["キャッシュレス決済比率(%)", 25.0, 33.0],
    ]
    assert ("warning", message, 4, "令和7年5月", "33") in said(taken(sheet(both)))
    shares = [row for row in records(taken(sheet(both))) if row["unit"] == "%"]
    assert [(row["value"], row["numerator"], row["denominator"]) for row in shares] == [
        (25, 50, 200),
        (33, None, None),
    ]
    one: Rows = [HEAD[:2], ["申請の総件数", 300], ["スマホ申請の件数", 90], ["スマホ申請の割合", "33.0%"]]
    assert said(taken(sheet(one))) == [("warning", message, 4, "令和7年4月", "33")]
    one[3] = ["スマホ申請の割合", "30.0%"]  # type: ignore[index]
    assert said(taken(sheet(one))) == []


def test_a_share_is_not_held_against_counts_of_something_else() -> None:
    for rows in (
        [["来庁者数", 200], ["相談件数", 50], ["満足率(%)", 33.5]],
        [["オンライン申請件数", 50], ["来庁者数", 200], ["オンライン申請率", "60%"]],
    ):
        assert not [
            message for _, message, *_ in said(taken(sheet([HEAD[:2], *rows]))) if "割合は" in message
        ]
