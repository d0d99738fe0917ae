"""Headings of two levels: a metric or a department over or under the times, roles under a year, role and year in one."""

from tests.intake.figures.sheets import Rows, said, sheet, taken, tidy

N = None
ONLINE, VISITORS = "online_applications", "counter_visitors"
DEPARTMENTS = {"総務部": "dept_general", "環境部": "dept_environment"}


def test_metrics_over_years_merged_or_only_looking_so() -> None:
    rows: Rows = [
        ["部", "オンライン申請件数", N, "来庁者数", N],
        [N, "令和6年度", "令和7年度", "令和6年度", "令和7年度"],
        ["総務部", 1, 2, 10, 20],
        ["環境部", 3, 4, 30, 40],
        ["合計", 4, 6, 40, 60],
    ]
    expected = sorted([
        (ONLINE, "dept_general", "FY2024", 1), (ONLINE, "dept_general", "FY2025", 2),
        (ONLINE, "dept_environment", "FY2024", 3), (ONLINE, "dept_environment", "FY2025", 4),
        (ONLINE, "all", "FY2024", 4), (ONLINE, "all", "FY2025", 6),
        (VISITORS, "dept_general", "FY2024", 10), (VISITORS, "dept_general", "FY2025", 20),
        (VISITORS, "dept_environment", "FY2024", 30), (VISITORS, "dept_environment", "FY2025", 40),
        (VISITORS, "all", "FY2024", 40), (VISITORS, "all", "FY2025", 60),
    ])  # fmt: skip
    corner_below = [[N, *rows[0][1:]], ["部", *rows[1][1:]], *rows[2:]]
    for converted in (
        taken(sheet(rows, "B1:C1", "D1:E1")),
        taken(sheet(rows)),
        taken(sheet(corner_below)),
    ):
        assert tidy(converted) == expected
        assert said(converted) == []


def test_years_over_metrics() -> None:
    rows: Rows = [
        ["部", "令和6年度", N, "令和7年度", N],
        [N, "オンライン申請件数", "来庁者数", "オンライン申請件数", "来庁者数"],
        ["総務部", 1, 10, 2, 20],
        ["環境部", 3, 30, 4, 40],
    ]
    assert tidy(taken(sheet(rows, "B1:C1", "D1:E1"))) == sorted([
        (ONLINE, "dept_general", "FY2024", 1), (ONLINE, "dept_general", "FY2025", 2),
        (ONLINE, "dept_environment", "FY2024", 3), (ONLINE, "dept_environment", "FY2025", 4),
        (VISITORS, "dept_general", "FY2024", 10), (VISITORS, "dept_general", "FY2025", 20),
        (VISITORS, "dept_environment", "FY2024", 30), (VISITORS, "dept_environment", "FY2025", 40),
    ])  # fmt: skip


def months_by_department(total: int) -> Rows:
    return [
        ["オンライン申請件数"],
        [N, "令和7年4月", N, N, "令和7年5月", N, N],
        [N, "総務部", "環境部", "計", "総務部", "環境部", "計"],
        ["オンライン申請件数", 1, 2, total, 4, 5, 9],
        ["来庁者数", 10, 20, 30, 40, 50, 90],
    ]


def test_months_over_departments_with_their_total() -> None:
    expected = sorted([
        (ONLINE, "dept_general", "2025-04", 1), (ONLINE, "dept_environment", "2025-04", 2), (ONLINE, "all", "2025-04", 3),
        (ONLINE, "dept_general", "2025-05", 4), (ONLINE, "dept_environment", "2025-05", 5), (ONLINE, "all", "2025-05", 9),
        (VISITORS, "dept_general", "2025-04", 10), (VISITORS, "dept_environment", "2025-04", 20), (VISITORS, "all", "2025-04", 30),
        (VISITORS, "dept_general", "2025-05", 40), (VISITORS, "dept_environment", "2025-05", 50), (VISITORS, "all", "2025-05", 90),
    ])  # fmt: skip
    for converted in (
        taken(sheet(months_by_department(3), "B2:D2", "E2:G2")),
        taken(sheet(months_by_department(3))),
    ):
        assert tidy(converted) == expected
        assert said(converted) == []


def test_a_total_beside_its_departments_is_checked() -> None:
    wrong = taken(sheet(months_by_department(4), "B2:D2", "E2:G2"))
    assert said(wrong) == [("warning", "合計の4と、内訳を足した3が違います。", 4, "計", "4")]
    assert (ONLINE, "all", "2025-04", 4) in tidy(wrong)


def test_each_metric_with_a_total_over_its_months() -> None:
    rows: Rows = [
        ["部", "オンライン申請件数", N, N, "来庁者数", N, N],
        [N, "令和7年4月", "令和7年5月", "計", "令和7年4月", "令和7年5月", "計"],
        ["総務部", 1, 2, 3, 10, 20, 31],
    ]
    converted = taken(sheet(rows, "B1:D1", "E1:G1"))
    assert tidy(converted) == [
        (VISITORS, "dept_general", "2025-04", 10),
        (VISITORS, "dept_general", "2025-05", 20),
        (ONLINE, "dept_general", "2025-04", 1),
        (ONLINE, "dept_general", "2025-05", 2),
    ]
    assert said(converted) == [("warning", "合計の31と、内訳を足した30が違います。", 3, "計", "31")]


def test_a_metric_over_all_its_years_is_what_the_rows_are_parts_of() -> None:
    rows: Rows = [["区分", "来庁者数", N], [N, "令和6年度", "令和7年度"], ["総務部", 1, 2], ["環境部", 3, 4]]
    assert tidy(taken(sheet(rows, "B1:C1"))) == [
        (VISITORS, "dept_environment", "FY2024", 3),
        (VISITORS, "dept_environment", "FY2025", 4),
        (VISITORS, "dept_general", "FY2024", 1),
        (VISITORS, "dept_general", "FY2025", 2),
    ]


def test_roles_under_a_year_and_under_a_title_alone() -> None:
    under: Rows = [
        ["KPI", "令和7年度", N, N],
        [N, "基準値", "目標値", "実績値"],
        ["オンライン申請件数", 1000, 3000, 2000],
    ]
    assert tidy(taken(sheet(under, "B1:D1"))) == [
        (ONLINE, "all", "FY2025", 2000),
        (f"{ONLINE} baseline", "all", "FY2025", 1000),
        (f"{ONLINE} target", "all", "FY2025", 3000),
    ]
    titled: Rows = [
        ["令和7年度 KPI実績報告"],
        ["KPI", "基準値", "目標値", "実績値"],
        ["オンライン申請件数", 1000, 3000, 2000],
    ]
    converted = taken(sheet(titled))
    assert tidy(converted) == [(ONLINE, "all", "FY2025", 2000), (f"{ONLINE} target", "all", "FY2025", 3000)]
    message = "「基準値」の列は、時期（年度または年月）が読み取れません。取り込みません。"
    assert said(converted) == [("warning", message, N, "基準値", "基準値")]


def test_role_and_year_in_one_heading() -> None:
    rows: Rows = [
        ["指標名", "現状値\n（R6）", "目標値（R11）"],
        ["オンライン申請件数", 316799, 350000],
        ["LINE登録者数", 5000, 6000],
    ]
    converted = taken(sheet(rows))
    assert tidy(converted) == [
        ("line_registrations", "all", "@2025-03-31", 5000),
        ("line_registrations target", "all", "@2030-03-31", 6000),
        (ONLINE, "all", "FY2024", 316799),
        (f"{ONLINE} target", "all", "FY2029", 350000),
    ]
    assert said(converted) == []


def test_a_year_stands_for_the_blank_cells_below_it() -> None:
    across: Rows = [
        ["年度", "区分", "4月", "5月"],
        ["令和6年度", "オンライン申請件数", 1, 2],
        [N, "来庁者数", 3, 4],
        ["令和7年度", "オンライン申請件数", 5, 6],
        [N, "来庁者数", 7, 8],
    ]
    converted = taken(sheet(across))
    assert tidy(converted) == [
        (VISITORS, "all", "2024-04", 3), (VISITORS, "all", "2024-05", 4),
        (VISITORS, "all", "2025-04", 7), (VISITORS, "all", "2025-05", 8),
        (ONLINE, "all", "2024-04", 1), (ONLINE, "all", "2024-05", 2),
        (ONLINE, "all", "2025-04", 5), (ONLINE, "all", "2025-05", 6),
    ]  # fmt: skip
    assert said(converted) == []
    down: Rows = [["年度", "区分", "件数"], ["令和6年度", "オンライン申請件数", 1], [N, "来庁者数", 3]]
    assert tidy(taken(sheet(down))) == [(VISITORS, "all", "FY2024", 3), (ONLINE, "all", "FY2024", 1)]


def test_a_month_over_years_down_the_rows() -> None:
    rows: Rows = [["来庁者数"], ["年度", "4月"], ["令和6年度", 1], ["令和7年度", 2]]
    assert [period for _, _, period, _ in tidy(taken(sheet(rows)))] == ["2024-04", "2025-04"]
