"""What is said of single cells of figures: merged over several months, or holding a time."""

from narabe.model.text import Text


def merged_over(cells: str) -> Text:
    """One number in a cell merged over several lines or times."""
    return Text(
        f"結合されたセル {cells} の数は、どの時期（項目）の数か分からないため取り込みません。",
        f"The number in the merged cells {cells} is left out: it is open which period or item it is of.",
    )


SPLIT_MERGED = Text(
    "結合を解き、時期（項目）ごとに数を入れてください。",
    "Split the merged cells and give each period or item its own number.",
)
WRITE_HOURS = Text(
    "時間の数として取り込むときは、「12.5」か「12時間30分」のように書いてください。",
    "To take it in as hours, write 12.5.",
)
