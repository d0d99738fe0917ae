"""The day of a document (令和8年1月15日作成, 現在) and what its titles say of time beside it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from narabe.intake.figures.headings import ERA_NAMES, When, read, year_in
from narabe.intake.figures.spelling import tight

DAY = rf"(?:(?:{ERA_NAMES})\.?(?:\d{{1,2}}|元)|(?<!\d)\d{{4}})[年./-]\d{{1,2}}[月./-]\d{{1,2}}(?!\d)日?"
MADE = r"(?:作成|印刷|提出|出力|発行|公表|報告|発表|抽出|更新|ダウンロード)"
FULL_DATE = re.compile(DAY, re.I)
PRINTED = re.compile(
    rf"[(]?(?:{MADE}(?:年月)?(?:日時?)?[:：]?{DAY}|{DAY}(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?(?:現在|時点)?[(]?{MADE}日?)[)]?",
    re.I,
)


def base_of(titles: Sequence[str], sheet: str) -> When | None:
    """The time that the nearest title speaks of, else the name of the sheet, over a row or column of times.

    A day (令和8年1月15日作成, 現在) is that of the document, not of the figures: it counts only where no year is said,
    and then with its day, for the months before it.
    """
    for text in (*reversed(titles), sheet):
        if (found := year_in(FULL_DATE.sub(" ", tight(text)))) is not None:
            return found
    day = document_day(titles)
    return When(day.year, None, day.month, day.day) if day else None


def moment_of(titles: Sequence[str], sheet: str) -> When | None:
    """The time of a table of one moment. 現在 is that moment, 作成 is not; a sheet 4月 under 令和7年度 is that month."""
    for text in (*reversed(titles), sheet):
        if (found := year_in(PRINTED.sub(" ", tight(text)))) is not None:
            own = read(sheet)
            return own.under(found) if own and own.part and own.year is None and not found.part else found
    return None


def document_day(texts: Iterable[str]) -> date | None:
    """The last day that the lines above a table name."""
    days = [day for text in texts for piece in FULL_DATE.findall(tight(text)) if (day := _day(read(piece)))]
    return days[-1] if days else None


def _day(when: When | None) -> date | None:
    if when is None or when.year is None or when.month is None or when.day is None:
        return None
    try:
        return date(when.year, when.month, when.day)
    except ValueError:
        return None
