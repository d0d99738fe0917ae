"""The words of headings that make a line something else than a figure of its own: totals, parts, comparisons, other measures."""

import re

from narabe.intake.figures.spelling import plain, tight, unmarked

TOTALS = re.compile(
    r"(総|合|小|累|年|年度|年間|通年|期間|月|中)?計(値|額|数)?|(総|合|累)計\(.*\)|累積|年間|通年|全体|total|sum",
    re.I,
)
GRAND = re.compile(r"(総|合)計(値|額|数)?|全体|total", re.I)
WHOLE = ("all", "All", "全体")
"""The whole among names of segments."""
PART_OF = re.compile(r"^[(\[【]?(うち|内数|再掲)[)\]】]?")
RUNNING = re.compile(r"[\s(・:の]*(年度|年|年間|期間)?(累計|累積)(値|額|数|件数)?\)?$")
OF_THE_MONTH = re.compile(r"[\s(・:の]*(当月|本月|今月|単月|月間|当月分)(値|分)?\)?$")
DERIVED = re.compile(
    r"平均|前年|昨年|前月|前回|対前|増減|差$|伸び|構成比|達成率|達成度|進捗|順位|備考|摘要|単位|担当|所管|比$|コメント|傾向|累計率"
)
COMPARED = re.compile(r"前年|前月|増減|伸び率")
EARLIER = re.compile(r"(?<!対)(前年|昨年|前月|前回)(?!.*(比|差|増|減|率|伸))")
AVERAGES = re.compile(r"平均")
REACHED = re.compile(r"達成|進捗")
VALUE_WORDS = re.compile(
    r"(当|今|本|単)月分?|(件|人|回|枚|個|台|冊|部|通|戸|世帯|実)?数(値|量)?|値|実績値?|実人数|延べ?人数|金額|合計|全体|計|value",
    re.I,
)
COUNTS = re.compile(r".*数|金額")
"""Of these words, those that say what is counted."""
OTHER_MEASURES = re.compile(
    r"日数|時間|平均|最大|最小|最高|最低|新規|ブロック|解除|退会|削除|廃止|単価|定員|席数|面積"
)

NUMBERED = re.compile(
    r"(地下|地上|第|満)?\d+([~-]\d+)?(代|階|丁目|時台|番地?|号室?|年生|学年|組|区|部会|地区)(前半|後半|以上|以下|以降)?"
    r"|(満?\d+[~-]\d+|満?\d+)(歳|才)(以上|未満|以下|代|~)|満?\d+[~-]\d+(歳|才)|0\d+"
)
"""10代, 2階, 1丁目, 9時台, 001: names, whatever digits they hold."""
NAMING_HEADS = re.compile(r"年代|年齢(層|区分|階級|別)?|階|学年|時間帯|時刻|丁目|班|組|地区")
"""Headings of a first column that names rows, though it may hold bare numbers."""


def is_numbered(text: str) -> bool:
    """A name with a number in it."""
    return NUMBERED.fullmatch(tight(text)) is not None


def is_total(text: str) -> bool:
    """合計, 計, 累計 and the like."""
    return TOTALS.fullmatch(unmarked(tight(text))[0]) is not None


def is_grand(text: str) -> bool:
    """合計, 総計: over several groups, if there are some."""
    return GRAND.fullmatch(unmarked(tight(text))[0]) is not None


def is_derived(text: str) -> bool:
    """前年比, 平均, 備考: beside the figures, not one of them."""
    return DERIVED.search(tight(text)) is not None


def is_part(text: str) -> bool:
    """うち電子, （再掲）: told once more out of another line."""
    return PART_OF.match(plain(text)) is not None
