"""Good files whose headings, titles and totals are laid out in ways that are easily misread."""

from tests.intake.corpus.figures_making import HEAD, LINE, ONLINE, VISITORS, YEAR, N, book, good

LAYOUTS = [
    good(
        "指標の下に年度が並ぶ",
        book(
            [
                ["部", "オンライン申請件数", N, "来庁者数", N], [N, "令和6年度", "令和7年度", "令和6年度", "令和7年度"],
                ["総務部", 1, 2, 10, 20], ["環境部", 3, 4, 30, 40], ["合計", 4, 6, 40, 60],
            ],
            "B1:C1", "D1:E1",
        ),
        [
            (ONLINE, "dept_general", "FY2024", 1), (ONLINE, "dept_general", "FY2025", 2),
            (ONLINE, "dept_environment", "FY2024", 3), (ONLINE, "dept_environment", "FY2025", 4),
            (ONLINE, "all", "FY2024", 4), (ONLINE, "all", "FY2025", 6),
            (VISITORS, "dept_general", "FY2024", 10), (VISITORS, "dept_general", "FY2025", 20),
            (VISITORS, "dept_environment", "FY2024", 30), (VISITORS, "dept_environment", "FY2025", 40),
            (VISITORS, "all", "FY2024", 40), (VISITORS, "all", "FY2025", 60),
        ],
    ),
    good(
        "月の下に部局が並ぶ",
        book(
            [
                ["オンライン申請件数"], [N, "令和7年4月", N, N, "令和7年5月", N, N], [N, "総務部", "環境部", "計", "総務部", "環境部", "計"],
                ["オンライン申請件数", 1, 2, 3, 4, 5, 9],
            ],
            "B2:D2", "E2:G2",
        ),
        [
            (ONLINE, "dept_general", "2025-04", 1), (ONLINE, "dept_environment", "2025-04", 2), (ONLINE, "all", "2025-04", 3),
            (ONLINE, "dept_general", "2025-05", 4), (ONLINE, "dept_environment", "2025-05", 5), (ONLINE, "all", "2025-05", 9),
        ],
    ),
    good(
        "題名の年度の下に基準値と目標値と実績値",
        book([["令和7年度 KPI実績報告"], ["KPI", "基準値", "目標値", "実績値"], ["オンライン申請件数", 1000, 3000, 2000], ["LINE登録者数", 10000, 30000, 20000]]),
        [
            (ONLINE, "all", "FY2025", 2000), (f"{ONLINE} target", "all", "FY2025", 3000),
            (LINE, "all", "@2026-03-31", 20000), (f"{LINE} target", "all", "@2026-03-31", 30000),
        ],
        "「基準値」の列は、時期（年度または年月）が読み取れません。",
    ),
    good(
        "現状値と目標値に年度がつく",
        book([["指標名", "現状値（R6）", "目標値（R11）"], ["オンライン申請件数", 316799, 350000], ["LINE登録者数", 5000, 6000]]),
        [
            (ONLINE, "all", "FY2024", 316799), (f"{ONLINE} target", "all", "FY2029", 350000),
            (LINE, "all", "@2025-03-31", 5000), (f"{LINE} target", "all", "@2030-03-31", 6000),
        ],
    ),
    good(
        "概数の四半期と年度計",
        book(
            [
                ["項目", *(f"2025年度第{place}四半期" for place in (1, 2, 3, 4)), "2025年度計"],
                ["来庁者数", "1,000人", "約2,000人", "3千人", "4,000人以上", 10000],
            ]
        ),
        [
            (VISITORS, "all", "2025-04..2025-06", 1000), (VISITORS, "all", "2025-07..2025-09", 2000),
            (VISITORS, "all", "2025-10..2025-12", 3000), (VISITORS, "all", "2026-01..2026-03", (4000, N)),
            (VISITORS, "all", "FY2025", 10000),
        ],
    ),
    good(
        "四半期計をはさんで月が続く",
        book([["項目", "令和7年4月", "5月", "6月", "第1四半期計", "7月", "累計"], ["来庁者数", 1, 2, 3, 6, 4, 10]]),
        [
            (VISITORS, "all", "2025-04", 1), (VISITORS, "all", "2025-05", 2), (VISITORS, "all", "2025-06", 3),
            (VISITORS, "all", "2025-07", 4),
        ],
    ),
    good(
        "年度が最初の行だけにある",
        book([["年度", "区分", "4月", "5月"], ["令和6年度", "オンライン申請件数", 1, 2], [N, "来庁者数", 3, 4]]),
        [
            (ONLINE, "all", "2024-04", 1), (ONLINE, "all", "2024-05", 2),
            (VISITORS, "all", "2024-04", 3), (VISITORS, "all", "2024-05", 4),
        ],
    ),
    good(
        "題名にかっこと比較がつく",
        book([["来庁者数の推移（年度別・月別）"], ["年度", "4月"], ["令和6年度", 1], [], ["オンライン申請件数 年度別比較"], ["年度", "5月"], ["令和7年度", 2]]),
        [(VISITORS, "all", "2024-04", 1), (ONLINE, "all", "2025-05", 2)],
    ),
    good(
        "暦年の合計",
        book([["年", *(f"{month}月" for month in range(1, 13)), "計"], ["2024年", *range(11, 23), 198]], title="来庁者数"),
        [*((VISITORS, "all", f"2024-{month:02}", month + 10) for month in range(1, 13)), (VISITORS, "all", "2024", 198)],
    ),
    good(
        "年度とも年とも書かない西暦",
        book([["項目", "2023", "2024"], ["来庁者数", 10, 20]]),
        [(VISITORS, "all", "2023", 10), (VISITORS, "all", "2024", 20)],
        "「2023～2024」を、年度でなく暦年（1月～12月）として読みました。",
    ),
    good(
        "隠れた行と列",
        book([YEAR, HEAD[:3], ["来庁者数", 1, 2], ["電子申請件数", 3, 4]], hide=(4, "C")),
        [
            (VISITORS, "all", "2025-04", 1), (VISITORS, "all", "2025-05", 2),
            (ONLINE, "all", "2025-04", 3), (ONLINE, "all", "2025-05", 4),
        ],
        "非表示の1行（4行）と1列（C列）の数値も取り込みます。",
    ),
]  # fmt: skip
