"""Looking figures up: filters, what they offer, totals, addresses. Expected counts are asked of the marts anew."""

import pytest

from narabe.analyses.explore import ask_of, check_known, explore, figures_of_address, offered
from narabe.analyses.open_data import open_rows
from narabe.model.explore import FILTERS, ExploreAsk, NoTotal, Order, Total
from narabe.model.problem import Problem
from narabe.model.searching import holds
from narabe.warehouse import Warehouse


@pytest.fixture(scope="module")
def figures(warehouse: Warehouse) -> list[dict[str, object]]:
    """Every row of the public table."""
    return list(open_rows(warehouse, "figures").to_pylist())


def ids(warehouse: Warehouse, **asked: object) -> set[str]:
    return {line.figure_id for line in explore(warehouse, ExploreAsk(**asked), most=None).lines}  # type: ignore[arg-type]


def test_without_filters_it_is_every_figure(warehouse: Warehouse, figures: list[dict[str, object]]) -> None:
    found = explore(warehouse, ExploreAsk())
    assert found.figures == found.every == len(figures) == len(found.lines)
    assert {line.figure_id for line in found.lines} == {row["figure_id"] for row in figures}


@pytest.mark.parametrize(
    ("name", "column", "value"),
    [
        ("wave", "wave", "net2025"),
        ("concept", "concept_id", "dx_awareness"),
        ("metric", "metric_id", "print_pages"),
        ("kind", "kind", "metric_target"),
        ("status", "status", "bounded"),
        ("document", "document_id", "koriyama-dx-2026"),
    ],
)
def test_a_filter_keeps_the_rows_of_its_column(
    warehouse: Warehouse, figures: list[dict[str, object]], name: str, column: str, value: str
) -> None:
    wanted = {row["figure_id"] for row in figures if row[column] == value}
    assert wanted
    assert ids(warehouse, **{name: (value,)}) == wanted


def test_values_of_a_filter_are_alternatives_and_filters_narrow_each_other(warehouse: Warehouse) -> None:
    both = ids(warehouse, wave=("net2021", "net2025"))
    assert both == ids(warehouse, wave=("net2021",)) | ids(warehouse, wave=("net2025",))
    assert ids(warehouse, wave=("net2021", "net2025"), status=("rank",)) == both & ids(
        warehouse, status=("rank",)
    )


def test_months_keep_what_lies_inside_them(warehouse: Warehouse, figures: list[dict[str, object]]) -> None:
    wanted = {
        row["figure_id"]
        for row in figures
        if str(row["period_start"]) >= "2020-04-01" and str(row["period_end"]) <= "2021-03-31"
    }
    assert wanted
    assert ids(warehouse, since="2020-04", until="2021-03") == wanted


@pytest.mark.parametrize(
    "words",
    ["ぷりんた", "ﾌﾟﾘﾝﾀ", "プリンタ", "PRINT", "ｐｒｉｎｔ pages", "枚数 プリンタ", "print_pages 2020"],
)
def test_words_are_found_in_any_writing(warehouse: Warehouse, words: str) -> None:
    found = ids(warehouse, find=words)
    assert any(each.startswith("print_pages.") for each in found)


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("令和7年", "2025"),
        ("R7", "2025"),
        ("ｒ７", "2025"),
        ("平成31年", "2019"),
        ("令和元年", "2019"),
        ("H30", "2018"),
    ],
)
def test_a_year_is_found_as_japan_counts_it(
    warehouse: Warehouse, figures: list[dict[str, object]], words: str, same: str
) -> None:
    """Every figure whose period begins or ends in that year."""
    wanted = {
        row["figure_id"]
        for row in figures
        if same in (str(row["period_start"])[:4], str(row["period_end"])[:4])
    }
    assert wanted
    assert ids(warehouse, find=words) >= wanted
    assert ids(warehouse, find=words) <= ids(warehouse, find=same)


def test_a_fiscal_year_is_found_by_the_year_it_begins_in(warehouse: Warehouse) -> None:
    assert ids(warehouse, metric=("print_pages",), find="令和2年度") == ids(
        warehouse, metric=("print_pages",), since="2020-04", until="2021-03"
    )
    assert not ids(warehouse, metric=("print_pages",), find="令和3年度")


def test_words_that_stand_nowhere_find_nothing(warehouse: Warehouse) -> None:
    found = explore(warehouse, ExploreAsk(find="どこにもない語"))
    assert (found.figures, found.lines, found.total) == (0, (), None)
    assert found.sentence.ja.endswith("条件を減らしてください。")


def test_an_order_goes_through_all_of_them(warehouse: Warehouse) -> None:
    every = explore(warehouse, ExploreAsk(by=Order.HIGH), most=None).lines
    known = [line.value for line in every if line.value is not None]
    assert known == sorted(known, reverse=True)
    assert [line.value for line in every[len(known) :]] == [None] * (len(every) - len(known))
    first = explore(warehouse, ExploreAsk(by=Order.HIGH), most=5)
    assert first.lines == every[:5]
    assert first.cut and first.figures == len(every)


def test_every_choice_gives_as_many_figures_as_it_says(warehouse: Warehouse) -> None:
    ask = ExploreAsk(wave=("net2021",), status=("printed",))
    choices = offered(warehouse, ask)
    for name in FILTERS:
        for choice in choices[name][:6]:
            narrowed = ask.with_filters({name: (choice.choice_id,)})
            assert explore(warehouse, narrowed).figures == choice.figures, (name, choice.choice_id)


def test_the_first_line_counts_documents_and_origins(warehouse: Warehouse) -> None:
    found = explore(warehouse, ExploreAsk(metric=("print_pages",)))
    assert "14件が条件に合います（1つの文書・ファイルから。公表 14件）" in found.sentence.ja
    assert "14 of " in found.sentence.en


def test_pages_of_two_years_and_seven_departments_are_summed(warehouse: Warehouse) -> None:
    """5,898,186 in FY2020 and 7,373,571 in FY2019, added by hand from the appendix."""
    found = explore(warehouse, ExploreAsk(metric=("print_pages",)))
    assert found.total == Total(5_898_186 + 7_373_571, 14)
    assert found.total_said.ja == "合計 13,271,757枚（14件の和）"
    assert found.total_said.en == "Total: 13,271,757 pages (sum of 14 figures)"


def test_a_ratio_is_divided_anew(warehouse: Warehouse) -> None:
    """Property and vehicle tax by phone: (8,185 + 2,376) ÷ (408,194 + 110,818) = 2.03 %, not the mean of 2.0 and 2.1."""
    ask = ExploreAsk(metric=("bill_payments_phone_ratio",), group=("tax_property", "tax_vehicle"))
    found = explore(warehouse, ask).total
    assert isinstance(found, Total)
    assert (found.numerator, found.denominator) == (10_561, 519_012)
    assert round(found.value, 2) == 2.03
    said = explore(warehouse, ask).total_said
    assert said.ja.startswith("合わせて 2.03%（2件。分子の合計 10,561 ÷ 分母の合計 519,012")
    assert said.en.startswith("Together 2.03% (2 figures; sum of numerators 10,561 ")


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        (ExploreAsk(), NoTotal.SEVERAL_THINGS),
        (ExploreAsk(metric=("bill_payments_phone_ratio",)), NoTotal.PARTS),
        (ExploreAsk(metric=("cashless_payments",)), NoTotal.SEVERAL_ROLES),
        (ExploreAsk(metric=("projects_marked",)), NoTotal.PARTS),
        (ExploreAsk(concept=("fears",), wave=("net2025",), kind=("survey_rank",)), NoTotal.ORDER),
        (ExploreAsk(concept=("fears",), wave=("net2025",), kind=("survey_count",)), NoTotal.SEVERAL_ANSWERS),
    ],
)
def test_where_there_is_no_total_it_says_why(warehouse: Warehouse, ask: ExploreAsk, why: NoTotal) -> None:
    found = explore(warehouse, ask)
    assert found.total is why
    assert found.total_said.ja.startswith("合計は出せません：")
    assert found.total_said.en.startswith("No total: ")


def test_a_total_does_not_depend_on_how_many_rows_are_shown(warehouse: Warehouse) -> None:
    ask = ExploreAsk(metric=("print_pages",))
    assert explore(warehouse, ask, most=3).total == explore(warehouse, ask).total


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"metric": ["print_pages"], "view": ["figures"]},
        {"wave": ["net2021", "net2025"], "status": ["rank"]},
        {"group": ["female"]},
        {"from": ["2020-04"], "to": ["2021-03"]},
        {"find": ["ぷりんた"], "document": ["koriyama-dx-2022-appendix"]},
        {"find": ["どこにもない語"]},
    ],
)
def test_a_saved_address_gives_the_rows_of_the_page(
    warehouse: Warehouse, params: dict[str, list[str]]
) -> None:
    rows = open_rows(warehouse, "figures", figures_of_address(warehouse, params)).to_pylist()
    shown = explore(warehouse, ask_of(params), most=None).lines
    assert {row["figure_id"] for row in rows} == {line.figure_id for line in shown}


def test_a_month_that_is_none_is_refused(warehouse: Warehouse) -> None:
    with pytest.raises(Problem, match="no month"):
        explore(warehouse, ExploreAsk(since="2025年"))


def test_an_unknown_value_is_refused_with_the_near_ones(warehouse: Warehouse) -> None:
    with pytest.raises(Problem) as refused:
        check_known(warehouse, ExploreAsk(metric=("print_page",)))
    assert "print_pages" in refused.value.advice.ja


@pytest.mark.parametrize(
    "words",
    [
        "AI",
        "ai 2025",
        "(((",
        "\\",
        "[a-z",
        "c++",
        "5",
        "100%",
        "“DX”",
        "D X",
        "ー",
        "'; drop table",
        "$1",
        "a|b",
        ".*",
        "^回答",
        "é",
    ],
)
def test_sql_and_pages_search_by_one_rule(warehouse: Warehouse, words: str) -> None:
    """The folded words of every figure, searched here once more in Python."""
    every = warehouse._rows("select figure_id, words from figure_keys", {})
    assert ids(warehouse, find=words) == {row["figure_id"] for row in every if holds(row["words"], words)}
