"""Lengths of time as offices write them: 8時間15分, 10h, and 12:30 under 削減時間."""

import re
from collections.abc import Sequence
from datetime import time
from decimal import Decimal

from narabe.intake.figures.spelling import tight
from narabe.model.intake import Value

WRITTEN = re.compile(
    r"(?P<h>\d[\d,]*)(?:(?:時間|h|hrs?|hours?)(?P<m>\d{1,2})(?:分|m|min)?(?:(?P<s>\d{1,2})秒)?|(?:h|hrs?|hours?))",
    re.I,
)
CLOCK = re.compile(r"(?P<h>\d{1,5}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?")
LENGTH = re.compile(r".時間(数|計|\(|$)|工数|残業")
OF_DAY = re.compile(r"時刻|時間帯|開始|終了|始業|終業|開館|閉館|開庁|閉庁|営業|受付時間")
IN_MINUTES = re.compile(r"\(分\)|分$")
HOUR = 60


def hours(text: str) -> Decimal | None:
    """`8時間15分` as 8.25, `10h` as 10; None for anything else."""
    found = WRITTEN.fullmatch(text.replace(" ", ""))
    if not found:
        return None
    seconds = int(found["m"] or 0) * HOUR + int(found["s"] or 0)
    return (int(found["h"].replace(",", "")) + Decimal(seconds) / (HOUR * HOUR)).quantize(Decimal("1E-8")).normalize()  # fmt: skip


def is_clock(cell: Value) -> bool:
    """12:30, as text or as a time of the workbook."""
    return isinstance(cell, time) or (isinstance(cell, str) and CLOCK.fullmatch(tight(cell)) is not None)


def of_day(heading: str) -> bool:
    """開始時刻, 時間帯: there 12:30 is a time of day."""
    return OF_DAY.search(tight(heading)) is not None


def spelled(rows: Sequence[tuple[Value, ...]]) -> tuple[tuple[Value, ...], ...]:
    """12:30 as 12時間30分 where its row or column is headed by a length of time; elsewhere it is a time of day."""
    if not any(is_clock(cell) for row in rows for cell in row):
        return tuple(rows)
    return tuple(
        tuple(
            _spelled(cell) if is_clock(cell) and _measures(rows, at, column) else cell
            for column, cell in enumerate(row)
        )
        for at, row in enumerate(rows)
    )


def _spelled(cell: Value) -> str:
    found = CLOCK.fullmatch(
        tight(cell.replace(microsecond=0).isoformat() if isinstance(cell, time) else cell)
    )
    assert found is not None
    return f"{int(found['h'])}時間{int(found['m'])}分{int(found['s'] or 0)}秒"


def _measures(rows: Sequence[tuple[Value, ...]], row: int, column: int) -> bool:
    above = (rows[at][column] for at in range(row - 1, -1, -1) if column < len(rows[at]))
    over = next((cell for cell in above if _heads(cell)), None)
    beside = [cell for cell in rows[row][:column] if _heads(cell)]
    texts = [tight(cell) for cell in (over, *beside) if cell is not None]
    return any(
        LENGTH.search(text) and not OF_DAY.search(text) and not IN_MINUTES.search(text) for text in texts
    )


def _heads(cell: Value) -> bool:
    """A text that is no length of time itself."""
    return isinstance(cell, str) and bool(cell.strip()) and not is_clock(cell) and hours(tight(cell)) is None
