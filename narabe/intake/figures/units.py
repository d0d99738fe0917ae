"""Units: the scale in 千円, the unit that a name like 来庁者数 implies, and when two are the same."""

import re
from decimal import Decimal

from kanjize import kanji2number

from narabe.intake.figures.spelling import tight

SCALED = re.compile(r"(?P<scale>[十百千万億兆]+)(?P<unit>.*)")
SAME = ({"人", "名"}, {"個", "アプリ", "本"}, {"%", "パーセント", "百分率"}, {"回", "回数"}, {"円", "yen"})
IMPLIED = (
    (re.compile(r"率$|割合$|比率$|比$"), "%"),
    (re.compile(r"手続数$"), "手続"),
    (re.compile(r"件数$"), "件"),
    (re.compile(r"(者|人|客|員|児童|生徒|学生|園児)数$|人口$"), "人"),
    (re.compile(r"回数$"), "回"),
    (re.compile(r"枚数$"), "枚"),
    (re.compile(r"額$|料$|収入$|費$|(?<!現)(?<!預)(?<!年)金$"), "円"),
    (re.compile(r"時間数?$"), "時間"),
    (re.compile(r"施設数$"), "施設"),
    (re.compile(r"業務数$"), "業務"),
    (re.compile(r"世帯数$"), "世帯"),
)

UNITS = re.compile(
    r"(延べ?)?(十|百|千|万|億|百万|十億)?(円|人|件|枚|回|個|台|本|校|名|時間|分|秒|日|%|手続|施設|業務|事業|様式|アプリ|団体|世帯|戸|箇所|か所|ヶ所|所|項目|種類|ページ|頁|部|冊|通|点|セット|kg|t|km|m2|㎡|ポイント|pt|アクセス|ログイン|PV|ユーザー|アカウント|課|組|名義|口座|票|社|kWh|GB|MB)"
    r"|[十百千万億]"
)

BRACKETED = re.compile(r"\([^()]*\)")
MINUTES = {"時間": Decimal(60), "分": Decimal(1)}
BY_KIND = re.compile(r"別")


def is_unit(text: str) -> bool:
    """Whether a text is nothing but a unit, in brackets or not."""
    return UNITS.fullmatch(tight(text).strip("()")) is not None


def scaled(unit: str) -> tuple[int, str]:
    """`千円` as (1000, 円)."""
    found = SCALED.fullmatch(tight(unit))
    return (int(kanji2number(f"1{found['scale']}")), found["unit"]) if found else (1, tight(unit))


def same(one: str, other: str) -> bool:
    """Whether two units count the same things, scale apart."""
    first, second = scaled(one)[1], scaled(other)[1]
    first, second = first.removeprefix("延べ"), second.removeprefix("延べ")
    return first == second or any({first, second} <= names for names in SAME)


def factor(written: str, wanted: str) -> float:
    """What brings a number in one unit to the other's scale."""
    return float(scaled(written)[0] / scaled(wanted)[0])


def implied(name: str) -> str:
    """The unit that the name of a metric ends in; empty where it tells none."""
    return next((unit for pattern, unit in IMPLIED if pattern.search(tight(name))), "")


def implied_in(name: str, title: str) -> str:
    """The unit that a name ends in; in a table of 件数 by kinds (支払方法別件数) that of the title, unless the name tells more."""
    own = implied(name)
    counted = implied(BRACKETED.sub("", tight(title))) if BY_KIND.search(title) else ""
    return counted if counted and (not own or (own == "円" and not name.endswith("額"))) else own


def in_time(written: str, wanted: str) -> Decimal | None:
    """What brings hours to minutes, or minutes to hours; None for other units."""
    return MINUTES[written] / MINUTES[wanted] if {written, wanted} <= MINUTES.keys() else None
