"""The numerator and denominator rows of a share, where the file gives them."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from narabe.intake.figures import units, values
from narabe.intake.figures.naming import ENDINGS, Names, cleaned
from narabe.intake.figures.spelling import key
from narabe.intake.figures.tables import Found
from narabe.intake.figures.vocabulary import PART_OF, is_part
from narabe.model.figures_plan import SeriesPlan
from narabe.model.intake import Sheet
from narabe.model.status import MetricKind

MOST_LINES = 40
"""Beyond so many lines chance finds pairs."""
ENDING = re.compile(
    f"({'|'.join(sorted((key(each) for each in (*ENDINGS, '数', '比率', '決済比率', '利用率')), key=len, reverse=True))})$"
)
WHOLE = re.compile(r"総|全|対象|合計")
SHORTEST_STEM = 3
LABELS = (("分子", "numerator"), ("分母", "denominator"))


def with_parts(
    series: tuple[SeriesPlan, ...], sheet: Sheet, found: Found, names: Names
) -> tuple[SeriesPlan, ...]:
    """The series, shares knowing the lines of their parts: by name, else by the one pair that gives every value."""
    numbers = {one.line: _numbers(one.line, sheet, found) for one in series}
    whole = [one for one in series if one.unit != "%" and numbers[one.line] and not _is_ratio(one, names)][
        :MOST_LINES
    ]
    return tuple(
        _with_pair(one, whole, numbers, names) if _is_ratio(one, names) else _as_part(one) for one in series
    )


def _as_part(one: SeriesPlan) -> SeriesPlan:
    """A column that is only 分子 or 分母 is no metric."""
    bare = one.label.split()[-1].casefold() if one.label.split() else ""
    return replace(one, metric_id=None, new=None) if any(bare in label for label in LABELS) else one


def _is_ratio(one: SeriesPlan, names: Names) -> bool:
    known = names.entries.get(one.metric_id or "")
    kind = one.new.kind if one.new else known.kind if known else None
    return kind is MetricKind.RATIO


def _with_pair(
    ratio: SeriesPlan, whole: list[SeriesPlan], numbers: dict[int, dict[int, values.Number]], names: Names
) -> SeriesPlan:
    entry = names.entries.get(ratio.metric_id or "")
    named = [
        next(
            (one for one in whole if _called(one, label, entry.__getattribute__(part) if entry else "")), None
        )
        for label, part in zip(LABELS, ("numerator", "denominator"), strict=True)
    ]
    if named[0] and named[1]:
        return replace(ratio, numerator=named[0].line, denominator=named[1].line)
    shares = numbers[ratio.line]
    fits = [
        (upper.line, lower.line)
        for upper, lower in permutations(whole, 2)
        if upper.role == lower.role == ratio.role
        and _gives(shares, numbers[upper.line], numbers[lower.line], Decimal(repr(ratio.factor)))
    ]
    if len(fits) != 1:
        fits = _by_stem(ratio, whole, numbers)
    return replace(ratio, numerator=fits[0][0], denominator=fits[0][1]) if len(fits) == 1 else ratio


def _by_stem(
    ratio: SeriesPlan, whole: list[SeriesPlan], numbers: dict[int, dict[int, values.Number]]
) -> list[tuple[int, int]]:
    """キャッシュレス比率 beside うちキャッシュレス and what it is a part of, though its values do not all fit: to be checked.

    The part shares its name with the share; the whole is the line above うち…, else the only other line of counts. No part
    may be larger than its whole.
    """
    own = _stem(ratio)
    uppers = [one for one in whole if len(stem := _stem(one)) >= SHORTEST_STEM and one.role == ratio.role
              and (stem in own or own in stem) and len(own) >= SHORTEST_STEM]  # fmt: skip
    pairs: list[tuple[int, int]] = []
    for upper in uppers:
        above = [one for one in whole if one.line < upper.line and not is_part(_bare(one))]
        beside = [one for one in whole if one is not upper and one.role == upper.role]
        lower = above[-1] if is_part(_bare(upper)) and above else beside[0] if len(beside) == 1 else None
        if lower is None or not _is_part(numbers[upper.line], numbers[lower.line]):
            continue
        some = any(
            fits(
                share,
                numbers[upper.line][time].value,
                numbers[lower.line][time].value,
                Decimal(repr(ratio.factor)),
            )
            for time, share in numbers[ratio.line].items()
            if time in numbers[upper.line]
            and time in numbers[lower.line]
            and numbers[lower.line][time].value > 0
        )
        if some or _belongs(ratio, upper, lower):
            pairs.append((upper.line, lower.line))
    return pairs


def _belongs(ratio: SeriesPlan, upper: SeriesPlan, lower: SeriesPlan) -> bool:
    """Whether the names or places of two lines say that a share is made of them."""
    following = (lower.line + 1, upper.line + 1) == (upper.line, ratio.line)
    counted = [one.unit or units.implied(_bare(one)) for one in (upper, lower)]
    named = is_part(_bare(upper)) or WHOLE.search(_bare(lower)) is not None
    return named or (following and counted[0] == counted[1])


def _is_part(upper: dict[int, values.Number], lower: dict[int, values.Number]) -> bool:
    shared = upper.keys() & lower.keys()
    return bool(shared) and all(0 <= upper[time].value <= lower[time].value for time in shared)


def _bare(one: SeriesPlan) -> str:
    return cleaned(one.label.split()[-1]) if one.label.split() else ""


def _stem(one: SeriesPlan) -> str:
    """A name without うち, and without what it counts or measures."""
    return ENDING.sub("", key(PART_OF.sub("", _bare(one))))


def _called(one: SeriesPlan, labels: tuple[str, str], name: str) -> bool:
    bare = one.label.split()[-1].casefold() if one.label.split() else ""
    return bare in labels or (
        bool(name) and key(cleaned(one.label)) in (key(name), key(f"{name}数"), key(f"{name}件数"))
    )


def _gives(
    shares: dict[int, values.Number],
    upper: dict[int, values.Number],
    lower: dict[int, values.Number],
    factor: Decimal,
) -> bool:
    """Whether every share is that of the two counts, to its last digit; one share alone must show a decimal."""
    told = [time for time in shares if time in upper and time in lower and lower[time].value > 0]
    if len(told) < len(shares) or not told or (len(told) == 1 and shares[told[0]].decimals == 0):
        return False
    return all(fits(shares[time], upper[time].value, lower[time].value, factor) for time in told)


def fits(share: values.Number, upper: Decimal, lower: Decimal, factor: Decimal = Decimal(1)) -> bool:
    """Whether a written share is that of two counts within half of its last digit."""
    half = Decimal("0.5") * Decimal(10) ** -share.decimals * factor
    return abs(100 * upper / lower - share.value * factor) <= half + Decimal("1e-9")


def _numbers(line: int, sheet: Sheet, found: Found) -> dict[int, values.Number]:
    numbers = {}
    for time, _ in found.axis.times:
        row, column = (line, time) if found.across else (time, line)
        if row <= len(sheet.rows) and column <= len(sheet.rows[row - 1]):
            number = values.read(sheet.rows[row - 1][column - 1])
            if isinstance(number, values.Number):
                numbers[time] = number
    return numbers
