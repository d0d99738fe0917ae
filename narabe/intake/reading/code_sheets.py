"""A table that says which code means what (変数・コード・ラベル), as research companies send it beside the answers."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Row = Sequence[str | None]
LOOKED_AT = 15
BETWEEN = " \u3000／/、，,;；|\r\n\t"
LISTED = re.compile(r"(?:^|(?<=[\s、，,;；/／|]))\s*[(（]?(\d{1,3})\s*[.．:：=＝)）、\s]\s*(?=[^\d\s])")
"""`1.男性 2.女性`, `1：はい／2：いいえ`."""
NAMES = {
    "variable": ("変数", "変数名", "変数id", "変数番号", "項目", "項目名", "項目id", "項目番号", "カラム", "カラム名", "列", "列名", "列番号", "設問番号", "設問no", "設問id", "設問コード", "質問番号", "質問no", "質問id", "問番号", "q番号", "qno", "variable", "variablename", "var", "name", "field", "column", "item", "questionid", "questionno", "questionnumber"),
    "text": ("設問", "設問文", "設問名", "設問内容", "質問", "質問文", "質問名", "質問内容", "質問項目", "設問項目", "変数ラベル", "変数の説明", "説明", "内容", "項目内容", "question", "questiontext", "variablelabel", "description"),
    "code": ("コード", "コード値", "値", "数値", "選択肢番号", "選択肢no", "選択肢コード", "選択肢id", "回答番号", "回答コード", "番号", "no", "code", "value", "optioncode", "answercode"),
    "label": ("ラベル", "値ラベル", "コード名", "コード内容", "選択肢", "選択肢名", "選択肢文", "選択肢内容", "選択肢ラベル", "回答", "回答内容", "回答肢", "カテゴリ", "カテゴリー", "カテゴリ名", "意味", "内訳", "label", "valuelabel", "option", "optionlabel", "answer", "category", "meaning"),
    "type": ("回答形式", "回答方法", "回答タイプ", "設問形式", "設問タイプ", "質問形式", "形式", "種類", "種別", "タイプ", "型", "sama", "sa/ma", "type", "questiontype", "answertype"),
}  # fmt: skip
PARTS = {name: part for part, names in NAMES.items() for name in names}


@dataclass(frozen=True, slots=True)
class Coded:
    """One line: what the file calls the question, its words, one code with its label, how it is answered; "" for none.

    `row` is its line in the table, from 1.
    """

    variable: str
    text: str
    code: str
    label: str
    type: str
    row: int


def codes_in(rows: Sequence[Row]) -> tuple[Coded, ...]:
    """The lines of such a table; none where it is another one.

    A question is named once or in every line; `rows` are from the first of the sheet on. Where codes have no column
    of their own, one cell may list them with their labels (`1.男性 2.女性`).
    """
    for at, row in enumerate(rows[:LOOKED_AT]):
        places = _places(row)
        if places:
            found = tuple(_lines(rows[at + 1 :], places, at + 2))
            return found if _sound(found) else ()
    return ()


def may_hold_codes(first_rows: Sequence[Row]) -> bool:
    """Does one of the first rows name such columns? What stands below is not looked at."""
    return any(_places(row) for row in first_rows[:LOOKED_AT])


def _places(row: Row) -> dict[str, int]:
    """Part -> its column, where a row names all that is needed."""
    places: dict[str, int] = {}
    for place, cell in enumerate(row):
        part = PARTS.get(_plain(cell))
        if part:
            places.setdefault(part, place)
    named = "variable" in places or "text" in places
    return places if named and "label" in places else {}


def _lines(rows: Sequence[Row], places: dict[str, int], first: int) -> Iterator[Coded]:
    variable = text = kind = ""
    for number, row in enumerate(rows, start=first):
        cells = {part: (row[at] or "").strip() if at < len(row) else "" for part, at in places.items()}
        if not any(cells.values()):
            continue
        named, words = cells.get("variable", ""), cells.get("text", "")
        if (named and named != variable) or (not named and words and words != text):
            variable, text, kind = named, "", ""
        text, kind = words or text, cells.get("type") or kind
        for code, label in _pairs(cells):
            yield Coded(variable or text, text, code, label, kind, number)


def _pairs(cells: dict[str, str]) -> list[tuple[str, str]]:
    """(code, label) of one line."""
    if cells.get("code"):
        return [(cells["code"], cells["label"])]
    inside = LISTED.split(cells["label"])[1:]
    return list(zip(inside[::2], (each.strip(BETWEEN) for each in inside[1::2]), strict=True)) or [
        ("", cells["label"])
    ]


def _sound(found: Sequence[Coded]) -> bool:
    """Is a code given once per question, and are there questions with several?"""
    given = Counter((each.variable, each.code) for each in found if each.code)
    questions = Counter(variable for variable, _ in given)
    return bool(given) and max(given.values()) == 1 and max(questions.values()) > 1


def _plain(cell: str | None) -> str:
    return re.sub(r"[\s_\-・.（）()]", "", unicodedata.normalize("NFKC", cell or "")).casefold()
