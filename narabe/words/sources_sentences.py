"""The sources page in one sentence."""

from collections.abc import Sequence

from narabe.model.provenance import CheckLine, Discrepancy, Document
from narabe.model.text import Text


def summary(
    documents: Sequence[Document], register: Sequence[Discrepancy], checks: Sequence[CheckLine]
) -> Text:
    """How much there is, how much is doubtful, what was checked."""
    figures = sum(document.figures for document in documents)
    unsettled = sum(entry.status == "open" for entry in register)
    passed = sum(check.violations == 0 for check in checks)
    return Text(
        f"{len(documents)}つの文書から{figures:,}個の数値。文書どうしの食い違い{len(register)}件を記録し、"
        f"うち{unsettled}件は要確認。整合性チェックは{len(checks)}件中{passed}件が合格。",
        f"{figures:,} figures from {len(documents)} documents. {len(register)} discrepancies are on record, "
        f"{unsettled} to be confirmed. {passed} of {len(checks)} consistency checks pass.",
    )
