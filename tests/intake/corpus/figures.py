"""Tables of figures as offices keep them: good but messy with the figures they hold, and bad ones with what is said.

`expected` of a good case: `figures`, sorted lines (metric, segment, period, value) as `tests.intake.figures.sheets.tidy`
writes them.
"""

from datetime import date, datetime

from narabe.model.intake import Severity
from tests.intake.corpus.figures_layouts import LAYOUTS
from tests.intake.corpus.figures_making import (
    HEAD,
    LINE,
    ONLINE,
    PAGES,
    VISITORS,
    YEAR,
    N,
    bad,
    book,
    good,
    text,
)

GOOD = [
    good(
        "和暦の月が横に並ぶ",
        book([["令和7年度　5レス実績"], [], HEAD, ["オンライン申請件数", "１，２３４", "△56", "0"], ["来庁者数（人）", 1, 2, 3]]),
        [
            (ONLINE, "all", "2025-04", 1234), (ONLINE, "all", "2025-05", -56), (ONLINE, "all", "2025-06", 0),
            (VISITORS, "all", "2025-04", 1), (VISITORS, "all", "2025-05", 2), (VISITORS, "all", "2025-06", 3),
        ],
        "マイナスの値です。",
    ),
    good(
        "見出しが二段で結合されている",
        book(
            [
                ["区分", "項目", "令和7年", N, "令和8年", N, "計"],
                [N, N, "11月", "12月", "1月", "2月", N],
                ["カウンターレス", "電子申請件数", 1, 2, 3, 4, 10],
                [N, "来庁者数", 5, 6, 7, 8, 26],
            ],
            "A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2", "A3:A4",
        ),
        [
            (VISITORS, "all", "2025-11", 5), (VISITORS, "all", "2025-12", 6), (VISITORS, "all", "2026-01", 7), (VISITORS, "all", "2026-02", 8),
            (ONLINE, "all", "2025-11", 1), (ONLINE, "all", "2025-12", 2), (ONLINE, "all", "2026-01", 3), (ONLINE, "all", "2026-02", 4),
        ],
    ),
    good(
        "一枚に二つの表",
        book(
            [
                ["表1 来庁者数（人）"], ["区分", "R6", "R7"], ["本庁", 1, 2], ["行政センター", 3, 4], ["計", 4, 6], ["※ 延べ人数"], [],
                ["表2 印刷枚数（令和7年度）（単位：千枚）"], ["部局", "4月", "5月"], ["総務部", 5, 6], ["環境部", 7, "x"],
            ]
        ),
        [
            (VISITORS, "all", "FY2024", 4), (VISITORS, "all", "FY2025", 6),
            (VISITORS, "dept_branches", "FY2024", 3), (VISITORS, "dept_branches", "FY2025", 4),
            (VISITORS, "本庁", "FY2024", 1), (VISITORS, "本庁", "FY2025", 2),
            (PAGES, "dept_environment", "2025-04", 7000), (PAGES, "dept_environment", "2025-05", (N, N)),
            (PAGES, "dept_general", "2025-04", 5000), (PAGES, "dept_general", "2025-05", 6000),
        ],
    ),
    good(
        "月が縦に並び単位の行がある",
        book([["年月", "来庁者数", "印刷枚数"], [N, "（人）", "（千枚）"], ["R7.4", "1,000人", 1.5], ["R7.5", "1,100人", 2], ["合計", 2100, 3.5]]),
        [
            (VISITORS, "all", "2025-04", 1000), (VISITORS, "all", "2025-05", 1100),
            (PAGES, "all", "2025-04", 1500), (PAGES, "all", "2025-05", 2000),
        ],
    ),
    good(
        "年度が縦で月が横",
        book([["来庁者数の推移（人）"], ["年度", "4月", "5月", "計"], ["令和6年度", 1, 2, 3], ["令和7年度", 4, 5, 9]]),
        [
            (VISITORS, "all", "2024-04", 1), (VISITORS, "all", "2024-05", 2),
            (VISITORS, "all", "2025-04", 4), (VISITORS, "all", "2025-05", 5),
        ],
    ),
    good(
        "月が縦で年度が横",
        book([["来庁者数（人）"], ["月", "令和6年度", "令和7年度"], ["4月", 1, 4], ["3月", 2, 5], ["計", 3, 9]]),
        [
            (VISITORS, "all", "2024-04", 1), (VISITORS, "all", "2025-03", 2),
            (VISITORS, "all", "2025-04", 4), (VISITORS, "all", "2026-03", 5),
        ],
    ),
    good(
        "縦持ちのCSV",
        text([["年月", "指標", "値", "単位"], ["2025-04", "来庁者数", "100", "人"], ["2025-04", "電子申請件数", "20", "件"], ["2025-05", "来庁者数", "110", "人"]]),
        [(VISITORS, "all", "2025-04", 100), (VISITORS, "all", "2025-05", 110), (ONLINE, "all", "2025-04", 20)],
    ),
    good(
        "CP932で丸数字のある表",
        text([["①令和７年度実績", N, N], ["指標", "４月", "５月"], ["来庁者数", "100", "△3"], ["ＬＩＮＥ登録者数", "1000", "1010"]], "cp932"),
        [
            (VISITORS, "all", "2025-04", 100), (VISITORS, "all", "2025-05", -3),
            (LINE, "all", "@2025-04-30", 1000), (LINE, "all", "@2025-05-31", 1010),
        ],
        "マイナスの値です。",
    ),
    good(
        "見出しが日付のセル",
        book([["指標", datetime(2025, 4, 1), datetime(2025, 5, 1)], ["LINE登録者数", 10, 11]]),
        [(LINE, "all", "@2025-04-30", 10), (LINE, "all", "@2025-05-31", 11)],
    ),
    good(
        "見出しが日付の通し番号",
        book([["指標", 45748, 45778, 45809], ["電子申請件数", 1, 2, 3]]),
        [(ONLINE, "all", "2025-04", 1), (ONLINE, "all", "2025-05", 2), (ONLINE, "all", "2025-06", 3)],
    ),
    good(
        "目標と実績が並ぶKPI",
        book([["No.", "指標名", "単位", "R6実績", "R11目標"], [1, "オンライン申請手続数", "手続", "740", "862以上"], [2, "情報セキュリティ内部監査の遵守率", "％", "98.5％", "100％"]]),
        [
            ("audit_compliance", "all", "FY2024", 98.5), ("audit_compliance target", "all", "FY2029", 100),
            ("online_procedures", "all", "@2025-03-31", 740), ("online_procedures target", "all", "@2030-03-31", 862),
        ],
    ),
    good(
        "一か月分の報告",
        book([["令和7年4月分 月次報告"], ["指標", "単位", "実績", "備考"], ["来庁者数", "人", "1.2千", "減少"], ["ウェブ会議数", "回", 0, N]]),
        [(VISITORS, "all", "2025-04", 1200), ("web_meetings", "all", "2025-04", 0)],
    ),
    good(
        "四半期と年度計",
        book([["電子申請件数（件）"], ["区分", "令和7年度", N, N, N, N], [N, "第1四半期", "第2四半期", "第3四半期", "第4四半期", "年度計"], ["電子申請件数", 1, 2, 3, 4, 10]], "B2:F2"),
        [
            (ONLINE, "all", "2025-04..2025-06", 1), (ONLINE, "all", "2025-07..2025-09", 2),
            (ONLINE, "all", "2025-10..2025-12", 3), (ONLINE, "all", "2026-01..2026-03", 4),
        ],
    ),
    good(
        "西暦だけの見出し",
        book([["年度", 2023, 2024, 2025], ["電子申請件数（件）", "約1,200", "1.2万", "1万3千"]]),
        [(ONLINE, "all", "FY2023", 1200), (ONLINE, "all", "FY2024", 12000), (ONLINE, "all", "FY2025", 13000)],
        "10倍以上違います",
    ),
    good(
        "分子と分母のある割合",
        book([YEAR, HEAD[:3], ["窓口の支払い件数", 100, 200], ["窓口のキャッシュレス決済件数", 45, 50], ["窓口キャッシュレス比率", "45.0%", "25.0%"]]),
        [
            ("counter_payments", "all", "2025-04", 100), ("counter_payments", "all", "2025-05", 200),
            ("counter_payments_cashless", "all", "2025-04", 45), ("counter_payments_cashless", "all", "2025-05", 50),
            ("counter_payments_cashless_ratio", "all", "2025-04", 45), ("counter_payments_cashless_ratio", "all", "2025-05", 25),
        ],
    ),
    good(
        "0から1で持つ割合",
        book([YEAR, HEAD[:3], ["電子決裁率", 0.451, 0.5]]),
        [("e_approval_ratio", "all", "2025-04", 45.1), ("e_approval_ratio", "all", "2025-05", 50)],
        "100倍して％にしました",
    ),
    good(
        "税目ごとの内訳と合計",
        book(
            [
                ["税・水道料金の支払い件数（令和6年度）"], ["区分", "4月", "5月"], ["市県民税（普通徴収）", 1, 2], ["固定資産税", 3, 4],
                ["軽自動車税", 5, 6], ["国民健康保険税", 7, 8], ["市税等（合計）", 16, 20],
            ]
        ),
        [
            ("bill_payments", segment, f"2024-0{month}", value)
            for segment, values in (
                ("tax", (16, 20)), ("tax_health_insurance", (7, 8)), ("tax_property", (3, 4)), ("tax_resident", (1, 2)), ("tax_vehicle", (5, 6)),
            )
            for month, value in zip((4, 5), values, strict=True)
        ],
    ),
    good(
        "隠れたシート",
        book([YEAR, HEAD[:3], ["来庁者数", 1, 2]], hidden=[YEAR, HEAD[:3], ["来庁者数", 9, 9]]),
        [(VISITORS, "all", "2025-04", 1), (VISITORS, "all", "2025-05", 2)],
        "隠れたシート",
    ),
    good(
        "空の行と列がはさまる",
        book([YEAR, [N], [N, "指標", N, "4月", "5月"], [N], [N, "来庁者数", N, 1, 2], [N], [N, "電子申請件数", N, 3, "—"]]),
        [
            (VISITORS, "all", "2025-04", 1), (VISITORS, "all", "2025-05", 2),
            (ONLINE, "all", "2025-04", 3), (ONLINE, "all", "2025-05", (N, N)),
        ],
    ),
    good(
        "時点の人口",
        book([["区分", "令和6年4月1日現在", "令和7年4月1日現在"], ["総人口", "318,000", "315,000"]]),
        [("population", "all", "@2024-04-01", 318000), ("population", "all", "@2025-04-01", 315000)],
    ),
    good(
        "期間がfromとtoの列",
        text([["指標", "開始日", "終了日", "値"], ["来庁者数", "2025-04-01", "2025-04-30", "5"], ["人口", "2025-04-01", "2025-04-01", "6"]], delimiter="\t"),
        [(VISITORS, "all", "2025-04", 5), ("population", "all", "@2025-04-01", 6)],
    ),
]  # fmt: skip

BAD = [
    bad("数式のエラー", book([YEAR, HEAD, ["来庁者数", 1, "#REF!", 3]]), "数式がエラー", row=3),
    bad("年度の分からない月", book([HEAD, ["来庁者数", 1, 2, 3]]), "時期（年度または年月）が読み取れません。"),
    bad("合計が合わない", book([YEAR, [*HEAD, "計"], ["来庁者数", 1, 2, 3, 7]]), "合計の7と、内訳を足した6が違います。", Severity.WARNING, 3, "計"),
    bad("数のところに言葉", book([YEAR, HEAD, ["来庁者数", 1, "工事中", 3]]), "数として読めない文字があります。", Severity.WARNING, 3, "5月"),
    bad("数のところに日付", book([YEAR, HEAD, ["来庁者数", 1, date(2025, 1, 2), 3]]), "数のところが日付になっています。", Severity.WARNING, 3, "5月"),
    bad("100を超える割合", book([YEAR, HEAD, ["電子決裁率", "99%", "120%", "98%"]]), "割合が100%を超えています。", Severity.WARNING, 3, "5月"),
    bad(
        "分子が分母より大きい",
        book([YEAR, HEAD[:3], ["分子", 45, 60], ["分母", 100, 50], ["電子決裁率", "45.0%", "120.0%"]]),
        "割合が100%を超えています（分子が全体の数より大きい）。", row=5, column="5月",
    ),
    bad("同じ月が二度あり値が違う", book([YEAR, ["指標", "4月", "4月"], ["来庁者数", 1, 2]]), "違う数が2つあります。", row=3),
    bad("単位が違う", book([YEAR, ["指標", "単位", "4月", "5月"], ["来庁者数", "件", 1, 2]]), "単位「件」と、指標の単位「人」が違います。", Severity.WARNING, 3),
    bad("桁が一つ違う", book([YEAR, [*HEAD, "7月"], ["来庁者数", 1000, 11000, 1050, 1100]]), "10倍以上違います。", Severity.WARNING, 3, "5月"),
    bad("ずっと先の年", book([["項目", "令和7年4月", "令和99年4月"], ["来庁者数", 1, 2]]), "時期が2117年と読めます。", row=1, column="令和99年4月"),
    bad(
        "割合が分子と分母に合わない",
        book([YEAR, HEAD[:2], ["窓口の支払い件数", 300], ["うちキャッシュレスの件数", 90], ["キャッシュレス決済比率", "33.0%"]]),
        "割合は33%とありますが、90÷300では30%です。", Severity.WARNING, 5, "4月",
    ),
    bad("読めない月の見出し", book([YEAR, ["指標", "4月", "5月", "13月"], ["来庁者数", 1, 2, 3]]), "時期（年度または年月）が読み取れません。", Severity.WARNING, column="13月"),
]  # fmt: skip

CASES = [*GOOD, *LAYOUTS, *BAD]
