"""Indicators of other cities: which stand beside Koriyama's is a judgement with a reason, never a coincidence of names."""

import pytest

from narabe.analyses.peers import peers
from narabe.charts import peers as chart
from narabe.charts.theme import Look
from narabe.model.peers import Pair, Peers
from narabe.model.status import Verdict
from narabe.tables import peers as tables
from narabe.warehouse import Warehouse
from narabe.words import peers_sentences as say


@pytest.fixture(scope="module")
def everyone(warehouse: Warehouse) -> Peers:
    return peers(warehouse)


def pair(result: Peers, own: str, peer: str) -> Pair:
    (found,) = [p for p in result.pairs if (p.own.metric.metric_id, p.peer.metric.metric_id) == (own, peer)]
    return found


def test_koriyama_stands_first_and_another_city_second(everyone: Peers) -> None:
    assert {p.own.city for p in everyone.pairs} == {"koriyama"}
    assert {p.peer.city for p in everyone.pairs} == {"morioka", "shirakawa", "nation"}
    assert all(p.reason.ja and p.reason.en for p in everyone.pairs)


def test_a_result_stands_beside_a_target_with_its_verdict(everyone: Peers) -> None:
    """54.6 % of what can go online (2026 plan, 3-3) beside Morioka's target of 80 % (p. 13)."""
    found = pair(everyone, "online_procedures_ratio_eligible", "morioka_online_procedures_ratio")
    assert found.verdict is Verdict.CAUTION and found.result_against_target
    assert found.own.now is not None and found.own.now.value == 54.6
    assert found.peer.now is None
    assert found.peer.target is not None and found.peer.target.value == 80


def test_another_denominator_may_not_stand_beside(everyone: Peers) -> None:
    found = pair(everyone, "online_procedures_ratio", "morioka_online_procedures_ratio")
    assert found.verdict is Verdict.NO and found in everyone.apart["morioka"] and found not in everyone.beside


def test_only_pairs_that_may_are_drawn(everyone: Peers) -> None:
    assert everyone.beside and all(p.verdict is not Verdict.NO for p in everyone.beside)
    for shown in everyone.beside:
        assert shown.own.metric.unit == shown.peer.metric.unit
        rows = chart.pair(shown, Look())["datasets"]["rows"]
        drawn = [row["value"] for row in rows if row["kind"] == "bar"]
        known = [side.now.value if side.now else None for side in shown.in_time]
        assert drawn == known


def test_a_count_with_its_whole_is_not_read_as_a_ratio(everyone: Peers) -> None:
    """12 of 20 areas: twelve areas, not 60 % of something printed otherwise."""
    found = pair(everyone, "standardised_systems", "morioka_standardised_systems")
    assert found.own.now is not None
    assert say.value(found.own.metric, found.own.now).ja == "12業務（20のうち）"
    assert say.value(found.own.metric, found.own.now).en == "12 of 20 business areas"


def test_one_is_singular(everyone: Peers) -> None:
    """Morioka p. 20: at least one plan based on evidence."""
    (side,) = [s for s in everyone.alone if s.metric.metric_id == "morioka_ebpm_plans"]
    assert "1 plan " in say.known(side).en and "1件" in say.known(side).ja


def test_a_pair_says_how_far_apart_in_time_it_is(everyone: Peers) -> None:
    """RPA: 2022 in Koriyama (plan of March 2022), the end of FY2025 in Morioka: four years."""
    found = pair(everyone, "rpa_tasks", "morioka_rpa_tasks")
    said = say.time_apart(found)
    assert found.months_apart == 48
    assert "約4年" in said.ja and "about 4 years" in said.en
    assert "郡山市は2022年の実績、盛岡市は2025年度末の目標" in said.ja
    # November 2025 to March 2026
    near = pair(everyone, "online_procedures_ratio_eligible", "morioka_online_procedures_ratio")
    assert near.months_apart == 4 and "約4か月" in say.time_apart(near).ja


def test_rows_run_from_the_older_to_the_newer(everyone: Peers) -> None:
    for shown in everyone.beside:
        ends = [side.held.end for side in shown.in_time if side.held]
        assert len(ends) == 2 and ends == sorted(ends)


def test_every_card_has_a_heading_of_its_own(everyone: Peers) -> None:
    titles = [say.pair_title(shown) for shown in everyone.beside]
    assert len({title.ja for title in titles}) == len({title.en for title in titles}) == len(titles)


def test_register_entries_are_those_of_what_is_drawn(everyone: Peers, warehouse: Warehouse) -> None:
    """Entries about indicators that are only listed are not repeated here; those of the cards are."""
    drawn = {side.metric.metric_id for p in everyone.beside for side in p.sides} | {"shirakawa_mynumber_rate"}
    sides = [side for side in everyone.sides if side.metric.metric_id in drawn]
    expected = {name for side in sides for name in side.metric.discrepancies}
    every = {name for side in everyone.sides for name in side.metric.discrepancies}
    assert set(everyone.discrepancies) == expected and len(expected) < len(every)


def test_cards_are_recomputed_from_their_counts(everyone: Peers) -> None:
    """13,661 of 60,548 is 22.56 %; 12 of 63,186 is 0.019 %, printed as 0.01 %."""
    assert everyone.cards is not None
    table = tables.cards(everyone.cards, "")
    computed = [row[5] for row in table.rows]
    assert computed[-1] == pytest.approx(100 * 13_661 / 60_548)
    assert computed[0] == pytest.approx(100 * 12 / 63_186)
    assert "0.01%" in say.card_reading(everyone.cards.metric.known[0]).ja
    assert "要確認" in say.card_reading(everyone.cards.metric.known[0]).ja


def test_one_city_alone(warehouse: Warehouse) -> None:
    only = peers(warehouse, "shirakawa")
    assert {side.city for side in only.sides} == {"koriyama", "shirakawa"}
    assert peers(warehouse, "morioka").cards is None


def test_the_table_holds_every_value_of_every_side(everyone: Peers) -> None:
    table = tables.values(everyone)
    assert len(table.rows) == sum(len(side.metric.observations) for side in everyone.sides)
