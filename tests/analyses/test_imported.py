"""Imported tables on the pages: recognisable, beside what is published, and never mixed up with it."""

from datetime import date

import pytest

from narabe.analyses.findings import findings
from narabe.analyses.imported import beside_published
from narabe.analyses.indicator import indicator_detail
from narabe.analyses.kpi import kpi_board
from narabe.analyses.operations import breakdown, operations
from narabe.analyses.provenance import provenance
from narabe.charts import breakdown as parts_chart
from narabe.charts import kpi as kpi_chart
from narabe.charts import timeline
from narabe.charts.theme import Look
from narabe.model.kpi import Indicator
from narabe.model.source import sources_line
from narabe.model.status import Origin, PaceState
from narabe.tables import kpi as kpi_tables
from narabe.tables import operations as operations_tables
from narabe.tables import provenance as provenance_tables
from narabe.words import kpi_sentences
from narabe.words import operations_sentences as say
from tests.warehouse.planting import Import, Planted

APRIL = date(2025, 4, 1)
METRIC = {"unit_ja": "人", "unit_en": "people", "kind": "flow", "direction": "up", "city": "koriyama"}
VISITS = [100 + place for place in range(24)]


def year_end(year: int) -> date:
    return date(year, 3, 31)


@pytest.fixture(scope="module")
def figures() -> Planted:
    """Monthly figures in two files: of KPI, of the 5レス, and of a metric nobody knew."""
    first = Import("a", 1).months("cashless_payments", APRIL, [5_000] * 8)
    first.months("cashless_payments", date(2025, 12, 1), [5_900])
    first.months("hours_saved", date(2025, 12, 1), [1_000], unit="時間")
    first.months("web_meetings", APRIL, [10, 12, 14, 13, 9], unit="回")
    first.add("metrics", METRIC | {"metric_id": "library", "title_ja": "図書館", "title_en": "Library",
                                   "definition_ja": "来館者", "definition_en": "visitors"})  # fmt: skip
    first.months("library", date(2024, 4, 1), VISITS, unit="人")
    first.months(
        "bill_payments", date(2024, 4, 1), [100 + place for place in range(12)], segment="tax_resident"
    )
    first.months("bill_payments", date(2024, 4, 1), [50] * 12, segment="tax_vehicle")
    second = Import("b", 2)
    for place in range(6):  # states at the ends of months
        end = date(2026, 1 + place, [31, 28, 31, 30, 31, 30][place])
        second.value("online_procedures", end, end, None, 800 + place, unit="手続")
    for start, role, value in ((date(2024, 4, 1), "observed", 300), (date(2029, 4, 1), "target", 600)):
        end = year_end(start.year + 1)
        second.value("sme_dx_seminar", start, end, 12, value, role=role, unit="人")
    second.months("sme_dx_seminar", APRIL, [40] * 12, unit="人")
    return Planted(first, second)


def indicator(planted: Planted, metric: str) -> Indicator:
    return next(i for i in kpi_board(planted.warehouse).indicators if i.metric_id == metric)


# --- KPI ---------------------------------------------------------------------------------------


def test_the_latest_value_is_the_longest_of_its_year(figures: Planted) -> None:
    """46,906 printed to November, 5,900 imported for December: 52,806 in nine months, 70,408 a year."""
    cashless = indicator(figures, "cashless_payments")
    assert cashless.latest is not None
    assert (cashless.latest.value, cashless.latest.months) == (52_806, 9)
    assert cashless.latest.origin is Origin.IMPORTED
    assert cashless.yearly == pytest.approx(70_408)


def test_a_single_month_stands_but_is_not_judged(figures: Planted) -> None:
    """It is later than the baseline of 13,511 hours; 1,000 × 12 would be 12,000 a year, and below the pace."""
    hours = indicator(figures, "hours_saved")
    assert hours.latest is not None and (hours.latest.value, hours.latest.months) == (1_000, 1)
    assert (hours.state, hours.yearly, hours.pace_so_far) == (PaceState.UNDECIDABLE, None, None)
    assert hours.why.ja.startswith("判定できる期間が足りません（2025年12月の実績だけ。")
    assert "Dec 2025" in hours.why.en
    (month,) = [
        m for m in indicator_detail(figures.warehouse, "hours_saved").history if m.observation.months == 1
    ]
    assert month.yearly is None


@pytest.mark.parametrize(
    ("months", "judged"), [(1, (46_906, 8)), (2, (46_906, 8)), (3, (27_000, 3))], ids=["one", "two", "three"]
)
def test_a_new_year_is_judged_from_its_third_month(months: int, judged: tuple[int, int]) -> None:
    """Eight months of 2025 bring 46,906; 9,000 a month since April 2026 are 27,000 after three, 108,000 a year."""
    each = Import("a", 1).months("cashless_payments", date(2026, 4, 1), [9_000] * months)
    cashless = indicator(Planted(each), "cashless_payments")
    assert cashless.latest is not None
    assert (cashless.latest.value, cashless.latest.months) == judged
    assert cashless.yearly == pytest.approx(judged[0] * 12 / judged[1])
    assert ("まだ判定に使っていません" in cashless.why.ja) is (months < 3)
    assert cashless.reference_only is (months < 3)


def test_of_one_period_the_printed_value_is_used() -> None:
    each = Import("a", 1).value("cashless_payments", APRIL, date(2025, 11, 30), 8, 60_000)
    each.value("online_procedures", date(2025, 11, 30), date(2025, 11, 30), None, 795, unit="手続")
    planted = Planted(each)
    for metric, printed in (("cashless_payments", 46_906), ("online_procedures", 791)):
        latest = indicator(planted, metric).latest
        assert latest is not None and latest.value == printed
    (shown,) = beside_published(planted.warehouse, ("cashless_payments",)).values
    assert (shown.imported, shown.published, shown.difference) == (60_000, 46_906, 13_094)
    assert not shown.agrees


def test_an_imported_later_state_is_the_latest(figures: Planted) -> None:
    procedures = indicator(figures, "online_procedures")
    assert procedures.latest is not None
    assert (procedures.latest.value, procedures.latest.end) == (805, date(2026, 6, 30))
    assert not procedures.reference_only  # the plan runs from April 2026


def test_what_print_lost_is_filled_by_what_is_imported(figures: Planted) -> None:
    """300 in the year of the baseline, 600 wanted in 2029, 12 × 40 = 480 in between: 60 a year are needed, 180 came."""
    seminar = indicator(figures, "sme_dx_seminar")
    assert seminar.baseline is not None and seminar.baseline.value == 300
    assert seminar.target is not None and seminar.target.value == 600
    assert seminar.latest is not None and (seminar.latest.value, seminar.latest.months) == (480, 12)
    assert (seminar.pace_needed, seminar.pace_so_far) == (60, 180)
    assert seminar.state is PaceState.AHEAD


def test_an_imported_goal_does_not_replace_that_of_the_plan() -> None:
    each = Import("a", 1).value(
        "ai_users", date(2026, 4, 1), year_end(2027), 12, 1_000, role="target", unit="人"
    )
    target = indicator(Planted(each), "ai_users").target
    assert target is not None and target.value == 2_000


def test_the_board_says_what_is_imported(figures: Planted) -> None:
    board = kpi_board(figures.warehouse)
    table = kpi_tables.board(board, {})
    place = [column.key for column in table.columns].index("latest_origin")
    origins = {board.indicators[n].metric_id: row[place] for n, row in enumerate(table.rows)}
    assert str(getattr(origins["cashless_payments"], "ja", "")) == "取込"
    assert str(getattr(origins["ai_users"], "ja", "")) == "公表"
    line = kpi_sentences.figures_line(indicator(figures, "cashless_payments"))
    assert line.ja == "基準 57,356 → 70,408（年換算）（取込） → 目標 112,000"
    ai = kpi_sentences.figures_line(indicator(figures, "ai_users"))
    assert ai.ja == "基準 1,684（年換算） → 2,724（年換算） → 目標 2,000"  # 842 in six months, 1,816 in eight
    assert "（取込データ）" in sources_line(table.sources).ja


def test_the_history_draws_years_and_holds_months(figures: Planted) -> None:
    detail = indicator_detail(figures.warehouse, "cashless_payments")
    drawn = [row["text"] for row in kpi_chart.history(detail, Look())["datasets"]["rows"]]
    assert "実績 2025年4月～2025年12月・9か月" in drawn and "実績 2025年5月" not in drawn
    table = kpi_tables.history(detail)
    keys = [column.key for column in table.columns]
    origins = [getattr(row[keys.index("origin")], "ja", "") for row in table.rows]
    assert origins.count("公表") == 3 and origins.count("取込") == 11  # nine months and two sums


def test_findings_stand_on_print(figures: Planted) -> None:
    """Months of an import must not be counted twice in what documents say."""
    each = Import("a", 1).months("ai_users", date(2025, 4, 1), [500] * 8, unit="人")
    each.value("total_procedures", date(2025, 3, 31), date(2025, 3, 31), None, 9_999, unit="手続")
    with_import = {f.finding_id: f for f in findings(Planted(each).warehouse)}
    without = {f.finding_id: f for f in findings(Planted().warehouse)}
    for name in ("hours_of_ai", "procedures_three_denominators", "small_bills_go_mobile", "divide_inverted"):
        assert with_import[name].arithmetic == without[name].arithmetic, name


# --- operations --------------------------------------------------------------------------------


def test_an_imported_metric_of_a_strip_fills_its_slot(figures: Planted) -> None:
    result = operations(figures.warehouse)
    moveless = next(strip for strip in result.strips if strip.strip_id == "moveless")
    assert moveless.known
    assert "ムーブレスはウェブ会議の開催数 58回（取込）（2025年4月～2025年8月・5か月）" in result.sentence.ja


def test_a_metric_of_no_strip_stands_after_the_five(figures: Planted) -> None:
    result = operations(figures.warehouse)
    assert [strip.strip_id for strip in result.strips][-1] == "others"
    assert [m.metric_id for m in result.strips[-1].metrics] == ["library"]
    assert [key for key, _label in result.offered][-1] == "others"
    assert operations(figures.warehouse, "others").sentence.ja.startswith("そのほかの指標は図書館")
    assert "others" not in dict(operations(Planted().warehouse).offered)


def test_two_years_of_months_are_two_lines(figures: Planted) -> None:
    strip = operations(figures.warehouse, "others").strips[0]
    rows = timeline.strip(strip, Look())["datasets"]["rows"]
    months = [row for row in rows if row["kind"] == "months"]
    assert len(months) == 24 and len({row["line"] for row in months}) == 2
    # to scale along time, and as thick as the value against the largest of both years
    largest = max(row["thick"] for row in months)
    assert [row["thick"] / largest for row in months] == pytest.approx([value / 123 for value in VISITS])
    assert all(row["end"] - row["begin"] == pytest.approx(1 / 12, abs=0.01) for row in months)
    assert "100人（取込） (2024年4月)" in months[0]["said"]
    words = "".join(row["text"] for row in rows)
    assert "月ごと 100～111人・12か月分、最新は2025年3月 111人（取込）".replace(" ", "") in words.replace(
        " ", ""
    )
    assert len({row["line"] for row in rows}) < 12


def test_a_breakdown_draws_the_year_not_its_months(figures: Planted) -> None:
    """100 + 101 + … + 111 = 1,266 and 12 × 50 = 600."""
    metric = breakdown(figures.warehouse, "bill_payments")
    rows = parts_chart.parts(metric, Look())["datasets"]["rows"]
    texts = [row["text"] for row in rows if row["kind"] == "bar"]
    assert "2024年度 1,266件（取込）" in texts and "2024年度 600件（取込）" in texts
    assert not any("2024年5月" in text for text in texts)
    assert "2024年5月" not in say.period_of(metric).ja


def test_the_table_of_a_strip_tells_the_origin(figures: Planted) -> None:
    result = operations(figures.warehouse)
    table = operations_tables.strip(result.strips[2], result)
    place = [column.key for column in table.columns].index("origin")
    assert {getattr(row[place], "ja", "") for row in table.rows} == {"公表", "取込"}


def test_what_a_file_does_not_state_is_apart_from_what_is_not_published() -> None:
    """“—” in a file brought in is no decision of the city not to publish."""
    each = Import("a", 1).months("web_meetings", APRIL, [10], unit="回")
    each.months("web_meetings", date(2025, 5, 1), [None], unit="回", status="not_published")
    planted = Planted(each)
    (gap,) = provenance(planted.warehouse, status="not_stated").figures
    assert (gap.period.ja, gap.origin) == ("2025年5月", Origin.IMPORTED)
    published = provenance(planted.warehouse, status="not_published").figures
    assert published and {line.origin for line in published} == {Origin.PUBLISHED}


# --- sources -----------------------------------------------------------------------------------


def test_sources_list_imported_files(figures: Planted) -> None:
    result = provenance(figures.warehouse)
    files = [d for d in result.documents if d.origin is Origin.IMPORTED]
    assert [(d.title.ja, d.publisher.ja, d.published) for d in files] == [
        ("a.csv", "デジタル課", "2026-05-01"),
        ("b.csv", "デジタル課", "2026-05-01"),
    ]
    assert result.documents[-2:] == tuple(files) and all(d.figures for d in files)
    assert "5つの文書と2つの取込ファイルから" in result.sentence.ja
    table = provenance_tables.documents(result)
    assert [getattr(row[1], "ja", "") for row in table.rows].count("取込") == 2


def test_the_list_of_figures_tells_origin_and_file(figures: Planted) -> None:
    lines = {line.figure_id: line for line in provenance(figures.warehouse).figures}
    month = lines["web_meetings.observed.2025-04-01.2025-04-30.imported"]
    assert (month.origin, month.path, month.derived_by) == (Origin.IMPORTED, "a.csv", None)
    added = lines["web_meetings.observed.2025-04-01.2025-08-31.imported"]
    assert added.derived_by == "queries/marts/month_sums.sql"
    assert lines["library.observed.2024-04-01.2024-04-30.imported"].address == "operations?strip=others"


def test_a_survey_without_dates_is_listed_all_the_same() -> None:
    each = Import("a", 1).wave("in_s", None).question("in_s", "q1", "fears", ["a"])
    each.counts("in_s_q1", "all", 100, {"a": 40})
    lines = [line for line in provenance(Planted(each).warehouse).figures if line.origin is Origin.IMPORTED]
    assert {line.period.ja for line in lines} == {"時期の記載なし"}
