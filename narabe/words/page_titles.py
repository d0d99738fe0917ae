"""The question each page answers."""

from narabe.model.text import Text

HOME = Text("市民の声と市の取組を、並べて見る", "What residents say, beside what the city does")
KPI = Text(
    "DX計画の指標は、目標に向かって進んでいるか", "Are the plan's indicators moving towards their targets?"
)
SOURCES = Text("数値の出典と確認事項", "Where does each figure come from?")
