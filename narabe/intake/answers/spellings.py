"""Spellings that mean the same: of labels, of codes, of a ticked box, of no answer."""

import re
import unicodedata
from collections.abc import Iterable

from narabe.model.answers_plan import Missing

ALIKE = str.maketrans(
    {
        "〜": "~",
        "～": "~",
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "―": "-",
        "◯": "○",
        "〇": "○",
        "￥": "¥",
    }
)
WHOLE = re.compile(r"[+-]?\d+(\.0+)?")
NUMBER = re.compile(
    r"([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)\s*(?:歳|才|人|名|回|円|年|か月|ヶ月|時間|分|日|%|点|km|個|台)?"
)
NUMBERED = re.compile(r"[(\[]?(\d{1,3})[)\].:、,\s]+(?=\D)")
"""A code in front of a label: `1.満足`, `1：満足`, `(1)満足`."""

ENCLOSED = re.compile(r"[①-⑳⑴-⒇⒈-⒛❶-❿㊀-㊉]\s*(?=\S)")

CHOSEN = frozenset(("1", "○", "true", "t", "yes", "y", "レ", "✓", "✔", "☑", "●", "◎", "x", "選択", "選択あり", "該当", "はい", "有", "あり", "on", "checked", "selected"))  # fmt: skip
NOT_CHOSEN = frozenset(("0", "false", "f", "no", "n", "×", "✕", "-", "非選択", "未選択", "選択なし", "非該当", "いいえ", "無", "なし", "off", "unchecked", "not selected", "☐", "□"))  # fmt: skip
YES_OR_NO = frozenset(("はい", "いいえ", "yes", "no", "y", "n", "有", "無", "あり", "なし"))
"""Such pairs answer a question of their own unless the columns plainly belong together."""

NO_ANSWER, NOT_APPLICABLE, INVALID = Missing.NO_ANSWER, Missing.NOT_APPLICABLE, Missing.INVALID
WORDS = {
    **dict.fromkeys(
        ("無回答", "未回答", "回答なし", "回答無し", "無記入", "記入なし", "未記入", "欠損", "欠損値", "na", "n/a", "n.a.", "n.a", "#n/a", "null", "none", "nan", "no answer", "missing", "dk/na", "不詳", "不明", "無回答・不明", "不明・無回答", "(無回答)", "."),
        NO_ANSWER,
    ),
    **dict.fromkeys(
        ("非該当", "対象外", "回答対象外", "質問対象外", "非対象", "スキップ", "skip", "skipped", "not applicable", "非該当者"),
        NOT_APPLICABLE,
    ),
    **dict.fromkeys(
        ("無効", "無効回答", "無効票", "複数回答", "複数選択", "重複回答", "判読不能", "読取不能", "読み取り不能", "エラー", "invalid"),
        INVALID,
    ),
}  # fmt: skip
CODES = {
    **dict.fromkeys(("99", "999", "9999", "-1", "-9", "-99", "-999"), NO_ANSWER),
    **dict.fromkeys(("88", "888", "8888", "-8", "-88"), NOT_APPLICABLE),
    **dict.fromkeys(("77", "777", "-7", "-77"), INVALID),
}

SHORT_CODES = {"9": NO_ANSWER, "8": NOT_APPLICABLE}
NINES, EIGHTS = {"99", "999", "9999"}, {"88", "888", "8888"}
LAST_OF_SCALE = 6


def normal(text: str) -> str:
    """One form of all spellings of a text: width, kana, case, dashes and spaces do not tell them apart."""
    folded = unicodedata.normalize("NFKC", text).translate(ALIKE)
    return re.sub(r"\s+", " ", folded).strip().casefold()


def code(text: str) -> str | None:
    """A whole number as plain digits (`０３` and `3.0` are 3), None for anything else."""
    spelled = normal(text)
    return str(int(float(spelled))) if WHOLE.fullmatch(spelled) and len(spelled) < 16 else None


def number(text: str) -> float | None:
    """A number in any Japanese spelling, with a plain unit behind it; None for anything else."""
    found = NUMBER.fullmatch(normal(text))
    return float(found[1].replace(",", "")) if found else None


def without_number(text: str) -> str:
    """A label without the code in front of it, in normal form."""
    return NUMBERED.sub("", normal(ENCLOSED.sub("", text.strip(), count=1)), count=1)


def without_digits(text: str) -> str:
    """A label also without a number that stands right before its words (`1男性`): only for words that are known."""
    words = without_number(text)
    bare = words.lstrip("0123456789")
    return bare if bare[:1].isalpha() else words


def missing_word(text: str) -> Missing | None:
    """What a word says about why there is no answer; None for an answer."""
    return WORDS.get(normal(text)) or WORDS.get(without_number(text)) or WORDS.get(without_digits(text))


def missing_codes(values: Iterable[str]) -> dict[str, Missing]:
    """Which of the values of one column are no answers.

    Numbers such as 99 are so only where every other value is a whole number and they stand far above
    (or, negative, below) all of them.
    """
    given = list(values)
    found = {value: reason for value in given if (reason := missing_word(value))}
    codes = {value: code(value) for value in given if value not in found}
    whole = [int(each) for each in codes.values() if each is not None and each not in CODES]
    if not codes or None in codes.values() or not whole:
        return found
    least, most = min(whole), max(whole)
    for value, each in codes.items():
        if each in CODES and _apart(int(each), least, most):
            found[value] = CODES[each]
    return found


def missing_options(values: Iterable[str]) -> dict[str, Missing]:
    """Which values of a column of coded options are none: those of `missing_codes`, and 9 or 8 beyond a gap where 99
    or 88 says that such codes are used here."""
    given = list(values)
    found = missing_codes(given)
    alone = {value: code(value) for value in lone_codes(value for value in given if value not in found)}
    far, short = {code(value) for value in found}, set(alone.values())
    if not (far & NINES and "9" in short) and not (far & EIGHTS and "8" in short):
        return found
    return found | {value: SHORT_CODES[each] for value, each in alone.items() if each}


def lone_codes(values: Iterable[str]) -> tuple[str, ...]:
    """8 and 9 where they stand apart from a scale that ends by 6: usual codes of no answer, but perhaps options."""
    read = {value: code(value) for value in values}
    if None in read.values():
        return ()
    rest = [int(each) for each in read.values() if each is not None and each not in SHORT_CODES]
    if len(set(rest)) < 2 or min(rest) < 0 or max(rest) > LAST_OF_SCALE:
        return ()
    return tuple(value for value, each in read.items() if each in SHORT_CODES)


def missing_amounts(values: Iterable[str]) -> dict[str, Missing]:
    """Which values of a column of numbers are none: those of `missing_codes`, and 99, 999 … far outside the others."""
    given = list(values)
    found = missing_codes(given)
    rest = {value: read for value in given if value not in found and (read := number(value)) is not None}
    amounts = [read for value, read in rest.items() if code(value) not in CODES]
    if not amounts:
        return found
    least, most = min(amounts), max(amounts)
    for value, read in rest.items():
        if code(value) in CODES and (read < 0 <= least or read > most + max(20, most / 2)):
            found[value] = INVALID
    return found


def missing_flags(values: Iterable[str]) -> dict[str, Missing]:
    """Which values of a column of boxes are no answers: beside 0 or 1 also 9 and 8."""
    given = list(values)
    found = missing_codes(given)
    codes = {value: code(value) for value in given if value not in found}
    if {"0", "1"} & set(codes.values()) and set(codes.values()) <= {"0", "1", "8", "9"}:
        reasons = {"9": NO_ANSWER, "8": NOT_APPLICABLE}
        found |= {value: reasons[each] for value, each in codes.items() if each in reasons}
    return found


def chosen(text: str) -> bool | None:
    """Does a cell say that its option was chosen? None where it says neither."""
    spelled = normal(text)
    if code(text) in ("0", "1"):
        return code(text) == "1"
    return True if spelled in CHOSEN else False if spelled in NOT_CHOSEN else None


def _apart(value: int, least: int, most: int) -> bool:
    return value < 0 <= least if value < 0 else value > most + 20
