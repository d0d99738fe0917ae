"""What is said of numbers that are not taken in, and why."""

from narabe.model.text import Text

NO_HEADING = Text(
    "見出しのない列（行）に数があります。どの指標の数か分からないため、取り込めません。",
    "A number stands in a line without a heading: it cannot be said what it counts.",
)
MEND_HEADING = Text(
    "列（行）に見出しを付けるか、余分な数を消して、もう一度入れてください。",
    "Give the line a heading or remove the number, then bring the file in again.",
)
MANY_LOST = Text(
    "この表の数の多くが、どの指標のどの時期の数か読み取れません。一部だけを取り込むことはしません。",
    "Most numbers of this table cannot be read as figures; it is not taken in by halves.",
)
MEND_TABLE = Text(
    "見出し（上の行）と行の名前（左の列）を文字にし、時期を「令和7年4月」のように書いて、もう一度入れてください。",
    "Write headings and names of rows as words and periods such as 2025-04, then bring the file in again.",
)
LEFT_OVER = Text(
    "この行（列）の数は、どの指標のどの時期の数か読み取れないため、取り込みません。",
    "The numbers of this line are left out: it cannot be said what they count, or when.",
)
HOW_BESIDE = Text(
    "増減・前年比・構成比・合計などは、取り込んだ数値から計算するもので、数値として扱いません。",
    "Changes, comparisons and totals are made of the figures and are not figures themselves.",
)
HOW_AVERAGE = Text(
    "平均は、合計とは別の値なので、ほかの数値と混ぜないように取り込みません。必要なときは、平均だけの表にしてください。",
    "An average is another value than a total and is kept apart. If it is needed, give averages in a table of their own.",
)
HOW_REACHED = Text(
    "達成率は、目標と実績の数から求めるものです。必要なときは、目標と実績の数を表に入れてください。",
    "How far a target is reached follows from target and result. If it is needed, give both numbers.",
)
HOW_EARLIER = Text(
    "前年・前月の数は、この表の時期の数ではありません。必要なときは、見出しに「令和6年4月」のように時期を書いてください。",
    "Numbers of an earlier period are not of the period of this table. If they are needed, write their period in the heading.",
)
