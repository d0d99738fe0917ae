"""Numbers as Japanese offices write them."""

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from math import isfinite

from kanjize import kanji2number

from narabe.intake.figures.durations import hours
from narabe.intake.figures.spelling import plain, unmarked
from narabe.intake.figures.units import is_unit
from narabe.model.intake import Value

LONGEST = 60
"""A longer text is not a number."""
MOST_DECIMALS = 3
"""A stored number with more decimals than this was computed, not written."""


class Gap(StrEnum):
    """Why no number stands there; none of them is zero."""

    EMPTY = "empty"
    NONE = "none"
    WITHHELD = "withheld"
    UNKNOWN = "unknown"
    PENDING = "pending"


class Bound(StrEnum):
    """以上, 以下: the number is only an end of a range."""

    LEAST = "least"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written. `value` is exact; `unit` follows it (件, %); `marks` are ※1 and the like.

    `up_to` is the other end of a written range. `bracketed` says that brackets made it negative.
    """

    value: Decimal
    decimals: int
    unit: str = ""
    about: bool = False
    bound: Bound | None = None
    up_to: Decimal | None = None
    marks: tuple[str, ...] = ()
    remark: str = ""
    bracketed: bool = False


GAPS = {
    Gap.NONE: re.compile(r"[-ー]+|該当なし|非該当|対象外|なし|無し|/|\\|斜線"),
    Gap.WITHHELD: re.compile(r"[xX×χ]+|秘匿?|非公表|\*+"),
    Gap.UNKNOWN: re.compile(r"\.{2,}|…+|‥+|不詳|不明|n\.?/?a\.?|NA|N/A|無回答", re.I),
    Gap.PENDING: re.compile(r"未集計|集計中|調査中|未定|未確定|未実施|確認中|後日|未入力|作成中"),
}
SCALE = "十百千万億兆"
WRITTEN = re.compile(
    rf"(?P<sign>[+-]|[△▲]\s*)?[¥]?(?P<amount>[\d,]*\.?\d+[{SCALE}]*(?:[\d,]*\.?\d+[{SCALE}]+)*)"
    r"(?P<between>\s*)(?P<unit>\D*)"
)
RANGE = re.compile(r"(?P<low>[^~]+)~(?P<high>[^~]+)")
PART = re.compile(rf"([\d,]*\.?\d+)([{SCALE}]*)")
ABOUT_BEFORE, ABOUT_AFTER = (
    re.compile(r"^(約|およそ|概ね|おおむね|ほぼ|計)\s*"),
    re.compile(r"(程度|前後|余り?|弱|強|ほど)$"),
)
BOUNDS = {Bound.LEAST: re.compile(r"(以上|超|を超える)$"), Bound.MOST: re.compile(r"(以下|未満|以内)$")}
REMARK = re.compile(r"^(?P<kept>.*\d.*?)\s*\((?P<remark>[^()]*)\)$")
BRACKETED = re.compile(r"^\((?P<inner>[\d,.]+%?)\)$")
THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?|\.\d+")
SPACED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))|(?<=[万億兆]) (?=\d)")
POWER = re.compile(r"[+-]?\d(\.\d+)?E[+-]?\d{1,2}", re.I)
UNIT = re.compile(r"(?![年月日期]|四半期)[^\d\s!-$&-.:-@\[-`{-~]{1,4}(?<![数率表])")
TENTHS = {"割": Decimal(10)}
FORMULA_ERROR = re.compile(r"#(REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)", re.I)


def read(cell: Value) -> Number | Gap | None:
    """What a cell of numbers holds; None for anything that is neither a number nor a sign for none."""
    match cell:
        case None:
            return Gap.EMPTY
        case bool() | date() | time():
            return None
        case int():
            return Number(Decimal(cell), 0)
        case float():
            return _stored(cell)
        case _:
            return _written(cell)


def is_error(cell: Value) -> bool:
    """Whether a formula failed there (#REF! and the like)."""
    return isinstance(cell, str) and FORMULA_ERROR.fullmatch(cell.strip()) is not None


def _stored(cell: float) -> Number | None:
    """A number of a workbook: fifteen digits are what it holds for certain."""
    if not isfinite(cell):
        return None
    value = Decimal(format(cell, ".15g"))
    decimals = -int(value.normalize().as_tuple().exponent)
    return Number(value, 1 if decimals > MOST_DECIMALS else max(decimals, 0))


@lru_cache(maxsize=50_000)
def _written(cell: str) -> Number | Gap | None:
    if len(cell) > LONGEST or is_error(cell):
        return None
    text = plain(cell)
    if not text:
        return Gap.EMPTY
    for gap, pattern in GAPS.items():
        if pattern.fullmatch(text):
            return gap
    text, marks = unmarked(text)
    if not text:
        return Gap.EMPTY
    if bracketed := BRACKETED.match(text):
        found = _bare(f"-{bracketed['inner']}")
        return found and _with(found, marks, "", bracketed=True)
    remark = REMARK.match(text)
    text, said = (remark["kept"], remark["remark"]) if remark else (text, "")
    found = _bare(text) or _span(text)
    return found and _with(found, marks, said)


def _with(found: Number, marks: tuple[str, ...], remark: str, bracketed: bool = False) -> Number:
    return Number(
        found.value, found.decimals, found.unit, found.about, found.bound, found.up_to, marks, remark, bracketed
    )  # fmt: skip


def _span(text: str) -> Number | None:
    """`55～65%`."""
    parts = RANGE.fullmatch(text)
    if not parts:
        return None
    low, high = _bare(parts["low"]), _bare(parts["high"])
    if low is None or high is None or low.value > high.value:
        return None
    return Number(low.value, max(low.decimals, high.decimals), high.unit or low.unit, up_to=high.value)


def _bare(text: str) -> Number | None:
    """A number with 約, sign, 万 and 億, unit, 以上."""
    if (length := hours(text)) is not None:
        return measured(length, "時間")
    about, text = bool(ABOUT_BEFORE.match(text)) and text[0] != "計", ABOUT_BEFORE.sub("", text)
    bound = next((bound for bound, pattern in BOUNDS.items() if pattern.search(text)), None)
    text = BOUNDS[bound].sub("", text) if bound else text
    shorter = ABOUT_AFTER.sub("", text)
    about, text = about or shorter != text, shorter
    if POWER.fullmatch(text):
        return _stored(float(text))
    found = WRITTEN.fullmatch(SPACED.sub("", text))
    if not found or not _counts(found["between"], found["unit"]):
        return None
    amount = _amount(found["amount"])
    if amount is None:
        return None
    value, decimals = amount
    if found["sign"] and found["sign"].strip() != "+":
        value = -value
    unit = found["unit"].strip()
    if unit in TENTHS:
        value, decimals, unit = value * TENTHS[unit], max(decimals - 1, 0), "%"
    return Number(value, decimals, unit, about, bound)


def measured(value: Decimal, unit: str) -> Number:
    """A number that was computed (hours of minutes), with the decimals that it needs."""
    needed = max(-int(value.normalize().as_tuple().exponent), 0)
    return Number(value, needed if needed <= MOST_DECIMALS else 1, unit)


def _counts(between: str, unit: str) -> bool:
    """Whether what follows a number is a unit; after a space only a usual one (`1 来庁者` is a numbered name)."""
    return not unit or is_unit(unit) or (not between and UNIT.fullmatch(unit) is not None)


def _amount(text: str) -> tuple[Decimal, int] | None:
    """The value and decimals of `3億5,000万`, `1,234.5`; None where commas lie oddly."""
    total, decimals = Decimal(0), 0
    for part in PART.finditer(text):
        digits, scale = part[1], part[2]
        if not THOUSANDS.fullmatch(digits):
            return None
        total += Decimal(digits.replace(",", "")) * (kanji2number(f"1{scale}") if scale else 1)
        decimals = len(digits.partition(".")[2]) if not scale else 0
    return total, decimals
