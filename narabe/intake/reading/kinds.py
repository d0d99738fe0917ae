"""Answers of respondents, or figures over time?"""

import re
import unicodedata
from itertools import chain

from narabe.model.intake import Kind, Sheet

PERIOD = re.compile(
    r"(?:令和|平成|R|H)\s*(?:\d{1,2}|元)\s*(?:年度?|[./-])|(?:19|20)\d\d\s*(?:年度?|[./-]\s*\d{1,2}\s*月?$)|FY\s*\d{2,4}"
    r"|^\d{1,2}月$|第[1-4一二三四]四半期|[上下]半?期",
    re.IGNORECASE,
)
HEADED = re.compile(
    r"(?:(?:令和|平成|R|H)\s*(?:\d{1,2}|元)|FY\s*\d{2,4}|(?:19|20)\d\d)\s*(?:年度?)?末?"
    r"\s*[（(]?(?:実績|目標|計画|見込|見込み|予算|決算|予定|速報|確定|累計|基準)?(?:値|額|数)?[)）]?",
    re.IGNORECASE,
)
"""A heading that is a year and no more than what is said of it: R6実績, 2023年度, 令和8年度（目標）."""
RESPONDENT = re.compile(
    r"回答者|回答番号|respondent|タイムスタンプ|timestamp|送信日時|回答日時|整理番号|サンプル|^(?:id|no\.?|番号|sample_?id)$",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"^(?:Q|問|設問|F|SQ)\s*\d+|ですか|ください|どのくらい|性別|年代|年齢|居住|職業", re.IGNORECASE
)
UNIT = re.compile(r"件数?|人数?|円|[%％]|率|合計|総計|実績|目標|指標|単位")
LOOKED_AT = 300


def guess_kind(sheets: tuple[Sheet, ...]) -> Kind:
    """By what stands where: periods and units along the edges speak for figures; many alike rows under one line of
    questions, or an id of respondents, for answers."""
    answers = figures = 0.0
    for sheet in sheets:
        if sheet.hidden and len(sheets) > 1:
            continue
        rows = [[_text(cell) for cell in row] for row in sheet.rows[:LOOKED_AT]]
        rows = [row for row in rows if any(row)]
        if not rows:
            continue
        top = [cell for row in rows[:8] for cell in row if cell]
        edge = [cell for cell in chain(top, (row[0] for row in rows)) if cell]
        figures += min(6, sum(bool(PERIOD.search(cell)) for cell in edge))
        figures += min(3, sum(bool(UNIT.search(cell)) for cell in edge))
        answers += 6 * any(RESPONDENT.search(cell) for cell in top) + 2 * min(
            4, sum(bool(QUESTION.search(cell)) for cell in top)
        )
        answers += _alike(rows)
        headed = max(len({cell for cell in row if HEADED.fullmatch(cell)}) for row in rows[:8])
        figures += 12 if headed >= 2 else 0
    return Kind.ANSWERS if answers > figures else Kind.FIGURES


def _alike(rows: list[list[str]]) -> float:
    """How much the columns repeat a few values, as answers do, weighed by how many rows there are."""
    body = rows[1:]
    if len(body) < 8:
        return 0.0
    repeating = filled = 0
    for place in range(max(map(len, rows))):
        column = [row[place] for row in body if place < len(row) and row[place]]
        if len(column) * 3 >= len(body):
            filled += 1
            repeating += len(set(column)) * 2 <= len(column)
    share = repeating / filled if filled else 0.0
    return 8 * share * min(1.0, len(body) / 40)


def _text(cell: object) -> str:
    return "" if cell is None else unicodedata.normalize("NFKC", str(cell)).strip()
