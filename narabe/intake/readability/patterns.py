"""How numbers, times and marks are spelled in Japanese files, as regular expressions."""

import re
import unicodedata
from datetime import date, datetime, time
from functools import lru_cache

from narabe.model.intake import Value

PLAIN = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
PLAIN_COLUMN = re.compile(r"(?:[-+]?[0-9]+(?:\.[0-9]+)?(?:\n|\Z))+")
"""Many plain numbers at once, one a line."""

UNIT = (
    r"(?:千円|万円|百万円|億円|兆円|円|千人|万人|人|名|千件|件|%|枚|台|回|世帯|[かカヶケ箇ヵ]所|km2?|m[23]?|cm|mm|ha|kg|t"
    r"|トン|点|ポイント|pt|歳|才|時間|冊|校|戸|票|店|社|団体|手続|種類|種|本|校|棟|床|kWh|L|年間|か月|ヶ月|倍|位)"
)
UNIT_ALONE = re.compile(rf"[(（\[]?(?:単位[:：]?)?{UNIT}[)）\]]?")
DECORATED = re.compile(
    r"(?:約|およそ|※\d*|[▲△+\-−¥\\(*])*\s*(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?\s*[千百万億兆]?"
    rf"\s*{UNIT}?\s*(?:程度|以上|超|弱|強)?\)?\s*(?:※\d*|\*+\d*|[(（]?注\d*[)）]?|[(（]※?\d*[)）])?"
)
TWO_NUMBERS = re.compile(
    rf"[0-9][0-9,]*(?:\.[0-9]+)?\s*{UNIT}?\s*[(\[/・]\s*[0-9][0-9,]*(?:\.[0-9]+)?\s*{UNIT}?\s*[)\]]"
)
"""`1,234 (56.7%)`: a number with another in brackets."""

SYMBOLS = frozenset(
    [
        "-",
        "−",
        "―",
        "—",
        "–",
        "ー",
        "…",
        "…",
        "・・・",
        "...",
        "..",
        "x",
        "χ",
        "×",
        "*",
        "**",
        "***",
        "※",
        "#",
        "0.0未満",
        "n/a",
        "na",
        "n.a.",
        "#n/a",
        "null",
        "秘匿",
        "不詳",
        "不明",
        "該当なし",
        "非該当",
        "対象外",
        "無回答",
        "未回答",
        "未調査",
        "調査対象外",
        "未集計",
        "欠測",
        "欠損",
    ]
)
"""What stands for a number that is not there (as `spelled` gives it)."""
DITTO = re.compile(r"[〃々”\"]|同上|同じ|〃+|↑")

ERA = r"(?:明治|大正|昭和|平成|令和)\s*(?:元|[0-9]{1,2})"
ERA_SHORT = r"[MTSHR]\.?(?:元|[0-9]{1,2})"
WESTERN = r"(?:FY|西暦)?(?:19|20)[0-9]{2}"
MONTH_DAY = r"(?:[-/.年](?:1[0-2]|0?[1-9])(?:[-/.月](?:[12][0-9]|3[01]|0?[1-9])日?|月)?|年度?|年)?"
CLOCK = r"(?:T?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
PART = r"(?:1[0-2]|[1-9])月|第?[1-4]四半期|[1-4]Q|[上下]半?期|[前後]期"
AT = r"(?:末|度末|現在|末現在|時点|実績|実績値|目標|目標値|計画|見込|見込み|累計|分)?"
WITH_WESTERN = re.compile(
    rf"{WESTERN}{MONTH_DAY}{CLOCK}(?:{PART})?{AT}|(?:{ERA}|{ERA_SHORT})年?度?[(（/]{WESTERN}年?度?[)）]?(?:{PART})?{AT}"
    rf"|{WESTERN}年?度?[(（/](?:{ERA}|{ERA_SHORT})年?度?[)）]?(?:{PART})?{AT}|{WESTERN}[0-9]{{6}}"
)
"""Times that name a Western year; the last form is e-Stat's time code of ten digits."""
WITHOUT_WESTERN = re.compile(
    rf"{ERA}(?:年度?)?(?:[./年]?(?:1[0-2]|0?[1-9])月?)?(?:(?:[12][0-9]|3[01]|0?[1-9])日)?(?:{PART})?{AT}"
    rf"|{ERA_SHORT}(?:年度?|[./](?:1[0-2]|0?[1-9])|年(?:1[0-2]|0?[1-9])月)?(?:[./](?:[12][0-9]|3[01]|0?[1-9]))?{AT}"
    rf"|[0-9]{{1,2}}年度{AT}|(?:元|[0-9]{{1,2}})年(?:1[0-2]|[1-9])月{AT}"
)
"""Times in era years alone, or in years of an era that is not named."""
PART_OF_YEAR = re.compile(rf"(?:{PART}){AT}")
PLAIN_LINE = re.compile(rf"(?m)^{PLAIN.pattern}$")
DECORATED_LINE = re.compile(rf"(?m)^{DECORATED.pattern}$")
TIME_LINE = re.compile(rf"(?m)^(?:{WITH_WESTERN.pattern}|{WITHOUT_WESTERN.pattern}|{PART_OF_YEAR.pattern})$")
"""As their namesakes, for every line of a text at once."""
YEAR_NAME = re.compile(r"(?:年|年度|西暦|year|fiscal_?year|fy|調査年|対象年度?|実施年度?)", re.IGNORECASE)
TIME_NAME = re.compile(
    r"(?:年|月|日|期|時|年度|年月日?|日付|日時|期間|時点|時期|開始日?|終了日?|.*(?:年月日|年月|年度|日付|日時|時点|タイムスタンプ)"
    r"|date|year|month|period|time|timestamp|quarter|.*_(?:date|at|start|end|year|month))",
    re.IGNORECASE,
)
IDENTIFIER_NAME = re.compile(
    r"(?:番号|コード|ID|№|No\.?|電話|郵便|通し|連番|code\b|_(?:id|code|no)$|^(?:id|code|no|row|zip|tel|order|number|page|rank|sort)$|整理|回答者$|順位?$|ページ|頁)",
    re.IGNORECASE,
)
CODE_NAME = re.compile(r"(?:コード|区分|_code$|^code$)", re.IGNORECASE)
AREA_CODE_NAME = re.compile(
    r"(?:団体|地域|市区?町村|都道府県|自治体)コード|area_?code|city_?code", re.IGNORECASE
)
CODE = re.compile(r"[0-9]{1,6}|[A-Za-z]{1,3}[0-9]{0,4}")
QUESTION_NAME = re.compile(r"\s*(?:問|設問|質問|[QqFfSs]|SA|MA|SQ)\s*[0-9]+")
CHOICE_NAME = re.compile(
    r"性別|年代|年齢層|年齢区分|職業|満足度|種別|区分|居住地区?|頻度|\bsex\b|\bgender\b|age_group", re.I
)
MARK_NAME = re.compile(
    r"[\W_]+|[A-Za-z]|[\W_]*[A-Za-z]{0,3}[\s_.-]*[0-9]+(?:[\s_.-]*[A-Za-z]{0,3}[0-9]+)*[\W_]*"
)
"""A name that is a mark only: `Q1`, `F3_2`, `A`, `12`, `---`."""
EMPTY_NAME = re.compile(
    r"(?:列|項目|フィールド|カラム|column|field|unnamed:?|var|見出し)\s*[0-9]*", re.IGNORECASE
)
TOTAL = re.compile(r"(?:総|合|小|累)?\s*計|総数|全体|total", re.IGNORECASE)
OTHER_WITH_TEXT = re.compile(r"その他\s*(?:[(（\[:：;・、,/]|[-ー―]\s)\s*(.+?)\s*[)）\]]?")
OTHER_LABELS = frozenset(
    ("具体的に", "自由記述", "自由記載", "自由回答", "記述", "計", "内容", "自由記入", "具体的内容")
)
NOTE = re.compile(
    r"\s*(?:[(（\[【<]?\s*(?:注|備考|出典|資料|凡例|※|\*|＊|出所|note|source)|[0-9]+[)）])", re.IGNORECASE
)
UNIT_LINE = re.compile(r"単位|unit", re.IGNORECASE)
UNIT_IN_NAME = re.compile(
    rf"[(（\[【<／/_]\s*(?:単位[:：])?\s*(?:{UNIT}|[^()（）]{{0,6}}単位|[℃°A-Za-z%/2-3²³]{{1,6}})\s*[)）\]】>]?$"
    r"|[%％円]|(?:人|件|名|枚|台|回|世帯|戸|校|冊|票|店|社|日|時間|箇所|か所|団体|手続)数|人口|年齢|歳"
)

PLATFORM_RANGES = (
    (0x2160, 0x217F),  # Roman numerals
    (0x2460, 0x24FF),  # enclosed numbers and letters
    (0x2600, 0x27BF),  # weather, dingbats
    (0x3200, 0x33FF),  # enclosed and squared Japanese
    (0xE000, 0xF8FF),  # private use
    (0xFE0F, 0xFE0F),  # emoji selector
    (0x1F000, 0x1FAFF),  # emoji
)
FREE_TEXT = re.compile(r"自由(?:記述|回答|記入|意見)|free text|open answer", re.IGNORECASE)
NUMBER = re.compile(r"数値|整数|実数|number|numeric|integer|decimal", re.IGNORECASE)
EMPTY_EXPLAINED = re.compile(r"空欄|空白|欠損|欠測|値なし|empty|missing|blank", re.IGNORECASE)
CHANGES_RECORDED = re.compile(r"変更履歴|更新履歴|改訂履歴|様式の変更|history|change log", re.IGNORECASE)
UPDATES_RECORDED = re.compile(
    r"更新|改訂|改定|作成日|公表日|公開日|updated|history|created|published", re.IGNORECASE
)
ENCODING_STATED = re.compile(r"文字コード|文字符号|encoding|utf-?8|shift[_-]?jis|cp932", re.IGNORECASE)
UNIT_UNKNOWN = re.compile(r"不明|記載なし|not stated|unknown", re.IGNORECASE)


def text_of(value: Value) -> str:
    """A cell as text; nothing for an empty one; a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else str(value)


def folded(text: str) -> str:
    """Full and half width made one, without any space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def folded_lines(text: str) -> str:
    """As `folded`, for every line of a text at once."""
    return re.sub(r"[^\S\n]+", "", unicodedata.normalize("NFKC", text))


def spelled(text: str) -> str:
    """What a mark is compared by."""
    return folded(text).casefold()


def is_blank(value: Value) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def is_number(value: Value) -> bool:
    """A number as the file holds it, or text that is nothing but one."""
    if isinstance(value, str):
        return PLAIN.fullmatch(value) is not None
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_year(value: Value) -> bool:
    """A whole number that may be a Western year."""
    return is_number(value) and text_of(value).isdigit() and 1900 <= int(text_of(value)) <= 2100


def names_time(value: Value) -> bool:
    """Whether a cell is nothing but a point or span of time."""
    if isinstance(value, (date, datetime, time)):
        return True
    if not isinstance(value, str) or len(value) > 40:
        return False
    text = folded(value)
    return bool(WITH_WESTERN.fullmatch(text) and not text.isdigit()) or lacks_western_year(value)


def lacks_western_year(value: Value) -> bool:
    """`令和7年`, `R7.4`, `7年度`, `4月`: a time that does not name its Western year."""
    if not isinstance(value, str) or len(value) > 40:
        return False
    text = folded(value)
    return bool(WITHOUT_WESTERN.fullmatch(text) or PART_OF_YEAR.fullmatch(text))


def platform_characters(text: str) -> str:
    """The first character of a text that depends on a platform; "" where there is none."""
    if text.isascii():
        return ""
    found = _platform_characters() & set(text)
    return min(found, key=text.index) if found else ""


@lru_cache(maxsize=1)
def _platform_characters() -> frozenset[str]:
    """Characters of NEC and IBM that JIS X 0208 lacks, enclosed and squared ones, private use, emoji.

    Ideographs are left out: such as 髙 and 﨑 stand in names, which the rule allows.
    """
    nec = ((0x87, low) for low in range(0x40, 0x9D))
    ibm = ((0xEE, low) for low in range(0xEF, 0xFD))
    decoded = (bytes(pair).decode("cp932", errors="ignore") for pair in (*nec, *ibm))
    found = {letter for letter in decoded if len(letter) == 1 and not _in_jis(letter)} - set("～－￢∥")
    for first, last in PLATFORM_RANGES:
        found |= {chr(code) for code in range(first, last + 1) if not _in_jis(chr(code))}
    return frozenset(found)


def _in_jis(letter: str) -> bool:
    try:
        letter.encode("shift_jis")
    except UnicodeEncodeError:
        return False
    return True
