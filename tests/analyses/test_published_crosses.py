"""What the documents print by sex and age, against the 2022 appendix (参考資料1) read by hand."""

import pytest

from narabe.analyses.published_crosses import published_cross, published_crosses
from narabe.charts import compare as chart
from narabe.charts.theme import Look
from narabe.export import cells
from narabe.model.comparison import Share
from narabe.model.problem import Problem
from narabe.model.published_cross import PublishedCross
from narabe.model.status import BaseStatus, Status
from narabe.tables import published_crosses as tables
from narabe.warehouse import Warehouse
from tests.stats.test_proportions import newcombe_by_formula

KNOWING, PROGRESS, CONTINUE = "dx_awareness", "digital_progress", "covid_continue"
GROUPS = ["全体", "男性", "女性", "10代", "20代", "30代", "40代", "50代", "60代", "70代", "80代"]
BASES = [326, 151, 175, 7, 17, 47, 91, 76, 32, 45, 11]


def cross(warehouse: Warehouse, concept: str) -> PublishedCross:
    return published_cross(warehouse, "net2021", concept)


def share(found: PublishedCross, option: str, group: str) -> Share:
    place = [cohort.group_id for cohort in found.comparison.cohorts].index(group)
    (row,) = [row for row in found.comparison.rows if row.option_id == option]
    return row.shares[place]


def test_the_best_known_stands_first(warehouse: Warehouse) -> None:
    """Knowing DX: men, women and 10代 as numbers; progress: 60代 and 10代; going on: eight ranges."""
    told = [(q.key, q.shares, q.ranges, q.empty) for q in published_crosses(warehouse).questions]
    assert told == [
        ("net2021:dx_awareness", 3, 0, 7),
        ("net2021:digital_progress", 2, 0, 9),
        ("net2021:covid_continue", 0, 8, 2),
    ]


def test_groups_stand_in_order_with_their_printed_bases(warehouse: Warehouse) -> None:
    found = cross(warehouse, KNOWING)
    assert [cohort.short.ja for cohort in found.comparison.cohorts] == GROUPS
    assert [cohort.base for cohort in found.comparison.cohorts] == BASES
    assert {cohort.base_status for cohort in found.comparison.cohorts} == {BaseStatus.PRINTED}
    assert [axis.ja for axis in found.axes] == ["", "性別", "性別", *["年代"] * 8]


@pytest.mark.parametrize(
    ("concept", "option", "group", "status", "value", "count"),
    [
        (KNOWING, "know", "all", Status.PRINTED, 23.0, 75),
        (KNOWING, "know", "male", Status.COMPUTED, 100 * 59 / 151, 59),  # 39.1
        (KNOWING, "know", "female", Status.COMPUTED, 100 * 16 / 175, 16),  # 9.1
        (KNOWING, "know", "age10s", Status.PRINTED, 0.0, 0),
        (KNOWING, "know", "age60s", Status.NOT_CAPTURED, None, None),
        (KNOWING, "never_heard", "all", Status.PRINTED, 49.7, 162),
        (KNOWING, "never_heard", "male", None, None, None),
        (PROGRESS, "progressing", "age60s", Status.PRINTED, 43.8, 14),
        (PROGRESS, "dont_know", "age10s", Status.PRINTED, 71.4, 5),
        (PROGRESS, "progressing", "male", Status.NOT_CAPTURED, None, None),
        (CONTINUE, "continue", "age80s", Status.BOUNDED, None, None),
    ],
)
def test_every_value_says_how_it_is_known(
    warehouse: Warehouse, concept: str, option: str, group: str, status: Status, value: float, count: int
) -> None:
    found = share(cross(warehouse, concept), option, group)
    assert (found.status, found.count) == (status, count)
    assert found.value == (None if value is None else pytest.approx(value, abs=1e-12))


def test_above_70_per_cent_in_every_age_is_a_range(warehouse: Warehouse) -> None:
    found = cross(warehouse, CONTINUE)
    ages = [f"age{decade}0s" for decade in range(1, 9)]
    assert {(s.floor, s.ceiling) for s in (share(found, "continue", age) for age in ages)} == {(70, 100)}
    assert share(found, "continue", "male").status is Status.NOT_CAPTURED
    assert "10代・20代・80代 70%以上（参考値）" in found.comparison.finding.ja


def test_men_and_women_differ_by_29_9_points_from_their_counts(warehouse: Warehouse) -> None:
    found = cross(warehouse, KNOWING)
    (apart,) = found.comparison.differences
    assert (apart.earlier.group_id, apart.later.group_id, apart.option_id) == ("male", "female", "know")
    assert apart.points == pytest.approx(100 * 16 / 175 - 100 * 59 / 151)  # −29.93; 30.0 as printed
    assert (apart.low, apart.high) == pytest.approx(newcombe_by_formula(16, 175, 59, 151))
    assert apart.printed_points == -30.0
    said = found.comparison.finding
    assert "男性 39.1%、女性 9.1%で、差は 29.9ポイント（95%区間 +20.9～+38.6）" in said.ja
    assert "29.9 points apart (95% interval +20.9 to +38.6)" in said.en
    assert any("+30.0ポイント" in note.ja for note in found.comparison.notes)


@pytest.mark.parametrize("concept", [PROGRESS, CONTINUE])
def test_without_the_counts_of_both_groups_nothing_is_subtracted(warehouse: Warehouse, concept: str) -> None:
    assert cross(warehouse, concept).comparison.differences == ()


def test_two_options_are_named_where_no_two_groups_are_known(warehouse: Warehouse) -> None:
    said = cross(warehouse, PROGRESS).comparison.finding.ja
    assert said == (
        "「進んでいる（計）」は全体 27.9%、60代 43.8%。「わからない」は全体 16.9%、10代 71.4%（参考値 n=7）。"
        "「進んでいる（計）」は、ほかの9グループの値が原本の図にだけあり、未収録です。"
    )


def test_sources_and_register_marks_stand_with_the_values(warehouse: Warehouse) -> None:
    found = cross(warehouse, KNOWING).comparison
    places = {(source.document_id, source.section.ja) for source in found.sources}
    assert ("koriyama-dx-2022-appendix", "参考資料1 問1") in places
    assert found.discrepancies == ("d36",)
    assert cross(warehouse, CONTINUE).comparison.discrepancies == ("d38",)


def test_a_question_that_is_not_printed_by_group_is_refused(warehouse: Warehouse) -> None:
    for wave, concept in (("net2021", "fears"), ("net2025", KNOWING), ("net2021", "weather")):
        with pytest.raises(Problem) as refused:
            published_cross(warehouse, wave, concept)
        assert concept in refused.value.message.ja and concept in refused.value.message.en


def test_groups_stand_down_the_side_and_options_across(warehouse: Warehouse) -> None:
    table = tables.crossed(cross(warehouse, KNOWING))
    assert cells.header(table, "ja") == [
        "集計軸", "グループ", "回答者数(n)", "知っている（%）", "知っている：値の種類", "まったく知らない（%）",
        "まったく知らない：値の種類",
    ]  # fmt: skip
    rows = cells.rows(table, "ja")
    assert rows[1] == ["性別", "男性", 151, 39.1, "計算値（復元した人数 59人）", "—", "記載なし"]
    assert rows[3][1:5] == ["10代（参考値）", 7, 0.0, "記載値（復元した人数 0人）"]
    assert rows[8][1:5] == ["60代", 32, "—", "図のため未収録（原本参照）"]
    notes = "".join(note.ja for note in table.notes)
    assert "「知っている」60代・70代・80代：60代以降は割合が高いとの記述のみ" in notes
    assert "検定はしていません" in notes


@pytest.mark.parametrize("concept", [KNOWING, PROGRESS, CONTINUE])
def test_the_turned_table_says_the_same(warehouse: Warehouse, concept: str) -> None:
    found = cross(warehouse, concept)
    upright, turned = tables.crossed(found), tables.crossed(found, turned=True)
    across = cells.rows(upright, "ja")
    for at, row in enumerate(cells.rows(turned, "ja")):
        down = [line[2 + at] for line in across]
        assert row[0] == cells.header(upright, "ja")[2 + at]
        assert [str(cell) for cell in row[1:]] == [str(cell) for cell in down]
    assert cells.header(turned, "ja")[1:] == [line[1] for line in across]


def test_the_long_table_has_a_row_per_option_and_group(warehouse: Warehouse) -> None:
    found = cross(warehouse, KNOWING)
    table = tables.values(found)
    assert len(table.rows) == 2 * 11
    records = [dict(zip([c.key for c in table.columns], row, strict=True)) for row in table.rows]
    men = next(r for r in records if r["count"] == 59)
    assert men["base"] == 151 and "参考資料1 問1" in men["source"].ja and men["discrepancies"].ja == "d36"


@pytest.mark.parametrize("concept", [KNOWING, PROGRESS, CONTINUE])
def test_every_label_of_a_table_is_there_in_both_languages_and_once(
    warehouse: Warehouse, concept: str
) -> None:
    found = cross(warehouse, concept)
    listed = tables.questions(published_crosses(warehouse))
    for table in (tables.crossed(found), tables.crossed(found, turned=True), tables.values(found), listed):
        for lang in ("ja", "en"):
            header = cells.header(table, lang)
            assert all(header) and len(set(header)) == len(header)
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_the_comparison_chart_draws_it(warehouse: Warehouse) -> None:
    drawn = chart.shares(cross(warehouse, KNOWING).comparison, Look())
    lines = [row["text"] for row in drawn["datasets"]["rows"]]
    assert lines[:3] == ["知っている", "全体 23.0%", "男性 39.1%"]
    assert "60代 図のため未収録" in lines and "まったく知らない" in lines
