"""Whatever stands on a sheet, it is read to the end: figures or faults, never a crash."""

from datetime import date, datetime, time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narabe.model.intake import Range, Sheet
from tests.intake.figures.sheets import records, taken

WORDS = [
    "令和7年度", "令和7年4月", "R7.4", "4月", "5月", "3月", "FY2025", "2025", "4月末", "第1四半期", "上期計", "合計", "小計", "累計",
    "前年比", "指標", "単位", "値", "年月", "年度", "月", "備考", "指標ID", "期間開始", "期間終了", "目標", "実績", "分子", "分母",
    "来庁者数", "電子申請件数（件）", "電子決裁率", "本庁", "（単位：千円）", "※1 注", "※", "1,234", "△5", "45.0%", "約1.2万", "—", "x",
    "…", "#REF!", "12a", "2,600人以上", "55～65", "元", "平成", "R0.0", "R99年99月", "2025年13月", "20251399", "～", "4月～", "（", "割", "万",
]  # fmt: skip
CELLS = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.integers(-10, 60000),
    st.floats(),
    st.booleans(),
    st.dates(date(1800, 1, 1), date(2200, 1, 1)),
    st.just(datetime(2025, 4, 1)),
    st.just(time(1, 2)),
    st.text(max_size=12),
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    width = draw(st.integers(1, 7))
    rows = draw(st.lists(st.tuples(*[CELLS] * width), max_size=9))
    merged = [
        Range(top, left, top + down, left + right)
        for top, left, down, right in draw(
            st.lists(st.tuples(*[st.integers(1, 6)] * 2, *[st.integers(0, 3)] * 2), max_size=2)
        )
    ]
    return Sheet(
        draw(st.sampled_from(["", "Sheet1", "令和7年度", "R7.4"])), tuple(rows), merged=tuple(merged)
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheets())
def test_any_sheet_is_read_to_the_end(sheet: Sheet) -> None:
    converted = taken(sheet)
    rows = records(converted)
    assert converted.refused or rows
    places = [
        (row["metric_id"], row["role"], row["segment"], row["period_start"], row["period_end"])
        for row in rows
    ]
    assert len(set(places)) == len(places)
    for row in rows:
        assert row["period_start"] <= row["period_end"]
        assert (row["status"] == "printed") == (row["value"] is not None)
