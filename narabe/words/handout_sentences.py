"""What a page to take away says about itself."""

from collections.abc import Sequence

from narabe.model.handout import Handout
from narabe.model.source import Source, sources_line
from narabe.model.text import EMPTY, Text

NOTES, ARITHMETIC = Text("注", "Notes"), Text("計算", "Arithmetic")
SOURCE, EDITED = Text("出典：", "Source: "), Text("（をもとに編集）", " (edited)")
PUBLISHED = Text("市の公表資料", "documents published by the cities")
VERSION = Text("データ版", "Data version")
ADDRESS = Text("この画面：", "This view: ")
FINDINGS = Text("あわせて読む発見", "Findings to read with this")
KEY_FIGURE, FINDING, CAUTION = (
    Text("数値", "Figure"),
    Text("発見", "Finding"),
    Text("読むときの注意", "Caution"),
)
TABLE = Text("表：", "Table: ")
CONTINUED = Text("（続き）", " (continued)")
CAVEAT = Text(
    "公表資料をもとに編集・計算した参考資料です。",
    "For reference: edited and calculated from published documents.",
)
ON_PAGE_1 = Text("ほかの注は1ページにあります。", "Further notes are on page 1.")
WITH_SLIDE = Text("ほかの注はノート欄にあります。", "Further notes are in the speaker's notes.")
NO_TITLE = Text("（無題）", "(untitled)")


def source(sources: Sequence[Source]) -> Text:
    """The documents behind every page."""
    line = sources_line(sources) if sources else PUBLISHED
    return Text(
        f"{SOURCE.ja}{line.ja}{EDITED.ja}",
        f"{SOURCE.en}{line.en}{EDITED.en}",
    )


def caveat(handout: Handout, others: Text) -> Text:
    """The caution that stands on every page: the view's first note, and where its other notes are."""
    if not handout.notes:
        return CAVEAT
    return CAVEAT + handout.notes[0] + (others if len(handout.notes) > 1 else EMPTY)


def cut(kept: int, rows: int) -> Text:
    """That a long table goes on elsewhere."""
    return Text(
        f"全{rows:,}行のうち先頭の{kept:,}行。すべての行は画面の CSV・Excel にあります。",
        f"The first {kept:,} of {rows:,} rows; the CSV and Excel files on screen hold all of them.",
    )
