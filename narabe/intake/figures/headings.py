"""What a heading says of time: 令和7年4月, R7.4, FY2025, 4月末, 第1四半期, 上期計, and what it leaves open."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from japanera import ERA_DATA_GENERAL, Era  # type: ignore[import-untyped]
from kanjize import kanji2number

from narabe.intake.figures.spelling import tight, unmarked
from narabe.model.intake import Value

MEIJI = date(1868, 1, 1)
ERAS = {
    name: era
    for era in ERA_DATA_GENERAL
    if era.since >= MEIJI
    for name in (era.kanji, era.kanji[0], era.english_head)
}
PRESENT_ERA: Era = max(ERAS.values(), key=lambda era: era.since)
LONGEST = 40
"""A longer text is no heading of time."""
YEARS = range(1900, 2101)
ROLES = {
    "target": re.compile(r"目標値?|計画値?"),
    "outlook": re.compile(r"見込み?値?|予測値?|推計値?|予定"),
    "baseline": re.compile(r"基準値?|当初値|策定時の?値"),
    "observed": re.compile(r"実績値?|確定値?|速報値?|決算|現[状在況]値|現状(?=\()"),
}
DIGITS = r"(?:\d{1,2}|元|[一二三四五六七八九十]{1,3})"
NUMERAL = r"[1-4一二三四]"
YEAR = (
    rf"(?:FY'?(?P<fy>\d{{4}}|\d{{2}})|(?P<y>(?:19|20)\d{{2}})(?P<after>FY)?"
    rf"|(?P<era>{'|'.join(ERAS)})\.?(?P<ey>{DIGITS})|(?P<bare>{DIGITS})(?=年))"
)
PART = (
    rf"(?:第?(?P<q>{NUMERAL})(?:/4期|四半期|Q|/四半期)|Q(?P<q2>[1-4])|(?P<half>[上下前後])(?:半期|期)"
    rf"|(?P<m>{DIGITS})(?P<mm>月)?(?:\((?P<m2>[^()]*)\))?(?:[-./]?(?P<d>\d{{1,2}})日?)?)"
)
TAIL = r"(?P<tail>分|度|末|現在|時点|中|計|合計|小計|累計|集計|値|の|に)*"
HEADING = re.compile(rf"(?:{YEAR})?(?P<mark>年度|年|[-./])?(?:{PART})?(?P<rest>{TAIL})", re.I)
COMPACT = re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])?")
SPAN = re.compile(r"(?P<first>.+?)(?:~|から|-(?=[RHS\d]+[年.月])|(?<=月)-)(?P<last>.+?)(?:まで|期間?)?")
BRACKETS = re.compile(r"\(([^()]*)\)")
PART_OF_YEAR = re.compile(r"(?P<year>.+)\((?P<part>[^()]+)\)(?:分|度)?")
SPEAKS_OF_PART = re.compile(r"月|半期|四半期|途中|現在|時点|まで|から|~")
UP_TO = re.compile(r"(?P<last>\d{1,2}月)(?P<day>\d{1,2}日)?末?(?:まで|現在|時点)?(?:の?(?:累計|実績|分|計))?")
WEEKDAY = re.compile(r"\([月火水木金土日]\)")
SLASHED = re.compile(r"(?P<m>0?[1-9]|1[0-2])/(?P<d>0?[1-9]|[12]\d|3[01])")
STATE = re.compile(r"末|現在|時点")
TOTAL = re.compile(r"計")
ERA_NAMES = "|".join(sorted(ERAS, key=len, reverse=True))
STRETCH = re.compile(
    rf"(?:{ERA_NAMES}|FY|(?<![\d.,]))(?:\d{{4}}|(?<![\d.,])\d{{1,2}}(?=[年./-])|(?<=[A-Z一-龠])\d{{1,2}}|元)"
    r"(?:年度?|[./-]\d{1,2}|\d{1,2}(?=[月日])|(?<=\d)[月日]|末|現在|時点|第?[1-4](?=四半期|Q)|四半期|Q|[上下]半?期)*"
)
ENGLISH = ("%b-%y", "%b %Y", "%B %Y", "%b%Y", "%b.%Y")


@dataclass(frozen=True, slots=True)
class When:
    """What is said of time; None where it is left open.

    `fiscal` is true for 年度, false for a calendar year. `state` says 末 or 現在. `total` says 計. `last` is the end
    of a written span. `weak` marks what only reads as time among others like it (a bare 2025). `lent` says that the year stands above.
    `doubt` says why that is not certain (see `TimeHeading`).
    """

    year: int | None = None
    fiscal: bool | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    state: bool = False
    total: bool = False
    role: str | None = None
    last: "When | None" = None
    weak: bool = False
    lent: bool = False
    doubt: str = ""

    @property
    def timed(self) -> bool:
        """Whether it speaks of time at all."""
        return self.part or self.year is not None

    @property
    def part(self) -> bool:
        """Whether it says more than a year."""
        return self.month is not None or self.quarter is not None or self.half is not None

    def under(self, upper: "When") -> "When":
        """This heading below another one: what it leaves open, the upper one says."""
        return replace(
            self if self.part or upper.part else replace(self, weak=self.weak and upper.weak),
            year=upper.year if self.year is None else self.year,
            fiscal=upper.fiscal if self.year is None else self.fiscal,
            month=self.month if self.part else upper.month,
            quarter=self.quarter if self.part else upper.quarter,
            half=self.half if self.part else upper.half,
            state=self.state or upper.state,
            total=self.total or (upper.total and not self.part),
            role=self.role or upper.role,
            lent=self.lent or (self.year is None and upper.year is not None),
            last=self.last or (None if self.part else upper.last),
            doubt=self.doubt or upper.doubt,
        )


def read(cell: Value) -> When | None:
    """What a heading says of time; None when it speaks of something else. A mere role (実績) is a `When` without time."""
    match cell:
        case datetime() | date():
            return When(cell.year, False, cell.month, cell.day)
        case bool():
            return None
        case int():
            return _compact(str(cell)) or (When(cell, weak=True) if cell in YEARS else None)
        case float():
            return read(int(cell)) if cell.is_integer() else None
        case str():
            return _text(cell) if len(cell) <= LONGEST else None
    return None


def slashed(cell: Value) -> str | None:
    """4/1 in a heading as 4月1日; None for anything else."""
    found = SLASHED.fullmatch(tight(cell)) if isinstance(cell, str) else None
    return f"{int(found['m'])}月{int(found['d'])}日" if found else None


def year_in(text: str) -> When | None:
    """The one year that a title speaks of, with its month where it names one; None for none or several."""
    found = [when for piece in _pieces(text) if (when := read(piece)) and when.year and not when.weak]
    years = {(when.year, when.fiscal) for when in found}
    if len(years) != 1:
        return None
    return max(found, key=lambda when: (when.part, when.state))


def _pieces(text: str) -> list[str]:
    """The stretches of a sentence that may speak of time."""
    return [found.group() for found in STRETCH.finditer(tight(text))]


@lru_cache(maxsize=50_000)
def _text(cell: str) -> When | None:
    text, _ = unmarked(tight(cell))
    text = WEEKDAY.sub("", text)
    if part := _part_in_brackets(text):
        return part
    text, role = _role(text)
    if not text:
        return When(role=role) if role else None
    if compact := _compact(text):
        return replace(compact, role=role)
    if english := _english(text):
        return replace(english, role=role)
    plainly = _heading(text) or _heading(BRACKETS.sub("", text))
    if plainly is None and (span := SPAN.fullmatch(text)):
        plainly = _span(span["first"], span["last"])
    return replace(plainly, role=role or plainly.role) if plainly else None


def _role(text: str) -> tuple[str, str | None]:
    """実績, 目標 and the like taken off, in brackets or not; 基準値(令和6年度) is a baseline of that year."""
    for role, pattern in ROLES.items():
        if found := re.fullmatch(rf"(?:{pattern.pattern})\((?P<time>[^()]+)\)", text):
            return found["time"], role
        shorter = re.sub(rf"[(/・-]?(?:{pattern.pattern})\)?$", "", text)
        if shorter != text:
            return shorter, role
    return text, None


def _heading(text: str) -> When | None:
    found = HEADING.fullmatch(text)
    if not found or not text:
        return None
    year, fiscal = _year(found)
    if found["mark"] and year is None and found["mark"] in "年度./-":
        return None
    month, day = _month(found)
    quarter = _numeral(found["q"] or found["q2"]) if found["q"] or found["q2"] else None
    half = None if not found["half"] else 1 if found["half"] in "上前" else 2
    if (month is not None and month not in range(1, 13)) or (day is not None and day not in range(1, 32)):
        return None
    if year is None and month is None and quarter is None and half is None:
        return None
    rest = found["rest"]
    if year is not None and found["mark"] == "年" and rest.startswith("度"):
        fiscal = True
    return When(
        year, fiscal, month, day, quarter, half, bool(STATE.search(rest)), bool(TOTAL.search(rest)),
        weak=(fiscal is None or (found["bare"] is not None and not fiscal)) and found["era"] is None and not (month or quarter or half),
    )  # fmt: skip


def _year(found: re.Match[str]) -> tuple[int | None, bool | None]:
    """The Western year, and whether it is fiscal; 7年度 without an era is of the present one."""
    mark = found["mark"]
    fiscal = True if mark == "年度" else False if mark else None
    if found["fy"]:
        return int(found["fy"]) + (2000 if len(found["fy"]) == 2 else 0), True
    if found["y"]:
        return int(found["y"]), True if found["after"] else fiscal
    if found["ey"]:
        return ERAS[found["era"].upper()].relative_year_to_absolute_year(_numeral(found["ey"])), fiscal
    if found["bare"]:
        return PRESENT_ERA.relative_year_to_absolute_year(_numeral(found["bare"])), fiscal
    return None, None


def _month(found: re.Match[str]) -> tuple[int | None, int | None]:
    """A month needs 月, or a year and a sign before it."""
    if found["m"] is None:
        return None, None
    sure = found["mm"] or found["mark"] in ("年", ".", "/", "-")
    return (_numeral(found["m"]) if sure else 0), (int(found["d"]) if found["d"] else None)


def _numeral(text: str) -> int:
    if text == "元":
        return 1
    return int(text) if text.isdigit() else int(kanji2number(text))


def _compact(text: str) -> When | None:
    found = COMPACT.fullmatch(text)
    if not found:
        return None
    return When(int(found["y"]), False, int(found["m"]), int(found["d"]) if found["d"] else None, weak=True)


def _english(text: str) -> When | None:
    if not (text[0].isascii() and text[0].isalpha()):
        return None
    for form in ENGLISH:
        try:
            moment = datetime.strptime(text, form.replace(" ", ""))
        except ValueError:
            continue
        return When(moment.year, False, moment.month)
    return None


def _part_in_brackets(text: str) -> When | None:
    """令和7年度(4~9月), (9月末現在), (上半期): that part of the year; what cannot be read is doubted."""
    found = PART_OF_YEAR.fullmatch(text)
    if not found or not SPEAKS_OF_PART.search(found["part"]):
        return None
    (before, role), (said, inner) = _role(found["year"]), _role(found["part"])
    year = _heading(before)
    if year is None or year.year is None or year.part:
        return None
    year = replace(year, weak=False, role=inner or role)
    fiscal = True if year.fiscal is None else year.fiscal
    part = _up_to(said, 4 if fiscal else 1) or _heading(said)
    if part is None and (span := SPAN.fullmatch(said)):
        part = _span(span["first"], span["last"])
    if part is None or not part.part:
        return replace(year, doubt="part")
    if part.year is None:
        last = part.last and replace(part.last, year=year.year, fiscal=fiscal)
        part = replace(part, year=year.year, fiscal=fiscal, last=last, total=False)
    return replace(part, role=year.role)


def _up_to(text: str, first: int) -> When | None:
    """9月末現在, 9月まで: from the first month of the year; 4月1日現在 is that day."""
    found = UP_TO.fullmatch(text)
    if not found or text in (found["last"], f"{found['last']}分"):
        return None
    end = _heading(found["last"] + (found["day"] or ""))
    if end is None or end.month is None:
        return None
    if end.day is not None and end.day < 28:
        return replace(end, state=True)
    return When(month=first, last=replace(end, day=None))


def _span(first: str, last: str) -> When | None:
    """`2025年4月～9月`: the end takes over the year."""
    begin = _heading(first) or _heading(f"{first}月" if first.isdigit() else first)
    end = _heading(last)
    if begin is None or end is None or begin.month is None or end.month is None:
        return None
    if begin.year is not None and end.year is None:
        later = begin.fiscal is not True and end.month < begin.month
        end = replace(end, year=begin.year + later, fiscal=begin.fiscal)
    return replace(begin, last=end, total=end.total)
