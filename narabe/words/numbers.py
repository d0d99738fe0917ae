"""Numbers and dates as people read them."""

from datetime import date

from narabe.model.rounding import half_up
from narabe.model.text import Text, plain

MINUS = "−"
NONE = plain("—")


def number(value: float | None, decimals: int = 0) -> Text:
    """`1,234` or `31.9`; a dash for nothing."""
    if value is None:
        return NONE
    return plain(f"{half_up(value, decimals):,.{decimals}f}".replace("-", MINUS))


def percent(value: float | None, decimals: int = 1) -> Text:
    """`43.8%`."""
    return NONE if value is None else plain(number(value, decimals).ja + "%")


def signed(value: float | None, decimals: int = 1) -> Text:
    """`+15.9` or `−6.3`; zero has no sign."""
    if value is None:
        return NONE
    rounded = half_up(value, decimals)
    return plain(("+" if rounded > 0 else "") + number(rounded, decimals).ja)


def points(value: float | None, decimals: int = 1) -> Text:
    """`+15.9ポイント` / `+15.9 points`."""
    if value is None:
        return NONE
    amount = signed(value, decimals).ja
    return Text(f"{amount}ポイント", f"{amount} points")


def point_interval(low: float | None, high: float | None) -> Text:
    """`−8.2～+4.0`."""
    if low is None or high is None:
        return NONE
    return Text(f"{signed(low).ja}～{signed(high).ja}", f"{signed(low).en} to {signed(high).en}")


def bounds(floor: float, ceiling: float) -> Text:
    """A value known only as a range: `55～65%`, `80%以上`, `27.3%以下`."""
    low, high = _short(floor), _short(ceiling)
    if ceiling >= 100:
        return Text(f"{low}%以上", f"{low}% or more")
    if floor <= 0:
        return Text(f"{high}%以下", f"at most {high}%")
    return Text(f"{low}～{high}%", f"{low}–{high}%")


def people(count: int | None) -> Text:
    """`90人` / `90 people`."""
    return NONE if count is None else Text(f"{count:,}人", f"{count:,} people")


def rank(value: int) -> Text:
    """`2位` / `no. 2`."""
    return Text(f"{value}位", f"no. {value}")


def period(start: date, end: date, months: int | None) -> Text:
    """A fiscal year, a span of months, or the state at the end of a month."""
    if start == end:
        return Text(f"{end.year}年{end.month}月末", f"end of {end:%b %Y}")
    if months in (None, 12) and (start.month, end.month, end.year - start.year) == (4, 3, 1):
        return Text(f"{start.year}年度", f"FY{start.year}")
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return Text(f"{start.year}年", f"{start.year}")
    if (start.year, start.month) == (end.year, end.month):
        return Text(f"{start.year}年{start.month}月", f"{start:%b %Y}")
    span = Text(f"{start.year}年{start.month}月～{end.year}年{end.month}月", f"{start:%b %Y}–{end:%b %Y}")
    return span if months is None else Text(f"{span.ja}・{months}か月", f"{span.en}, {months} months")


def _short(value: float) -> str:
    return number(value, 0 if value == int(value) else 1).ja
