"""The question each page answers."""

from narabe.model.text import Text

HOME = Text("市民の声と市の進みを、並べて見る", "What residents say, beside what the city does")
KPI = Text(
    "11の指標は、目標に向かって進んでいるか", "Are the eleven indicators moving towards their targets?"
)
SOURCES = Text("この数字は、どこから来たか", "Where does each figure come from?")
