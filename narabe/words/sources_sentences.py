"""The sources page in one sentence."""

from collections.abc import Sequence

from narabe.model.provenance import CheckLine, Discrepancy, Document
from narabe.model.status import Origin
from narabe.model.text import EMPTY, Text


def summary(
    documents: Sequence[Document], register: Sequence[Discrepancy], checks: Sequence[CheckLine]
) -> Text:
    """How much there is, how much is doubtful, what was checked."""
    figures = sum(document.figures for document in documents)
    printed = sum(document.origin is Origin.PUBLISHED for document in documents)
    files = len(documents) - printed
    more = (
        Text(f"と{files}つの取込ファイル", f" and {files} imported file{'' if files == 1 else 's'}")
        if files
        else EMPTY
    )
    unsettled = sum(entry.status == "open" for entry in register)
    passed = sum(check.violations == 0 for check in checks)
    return Text(
        f"{printed}つの文書{more.ja}から{figures:,}個の数値。確認事項{len(register)}件（うち要確認{unsettled}件）。"
        f"整合性チェックは{len(checks)}件中{passed}件が合格。",
        f"{figures:,} figures from {printed} documents{more.en}. {len(register)} points are on record, "
        f"{unsettled} of them to be confirmed. {passed} of {len(checks)} consistency checks pass.",
    )
