"""Imported values beside published ones, in words."""

from narabe.model.imported import Beside, BesideList
from narabe.model.text import Text
from narabe.words import labels, numbers

TITLE = Text("取り込んだ値と公表された値", "Imported and published values")
NOTE = Text(
    "同じものを指す値を並べます。計算に使うのは公表された値です。",
    "Values of the same thing, side by side. Calculations use the published one.",
)
AGREES = Text("一致（記載の桁まで）", "agree (as printed)")
APART = Text("違いあり", "differ")


def summary(found: BesideList) -> Text:
    """How many there are, how many differ."""
    count, apart = len(found.values), len(found.apart)
    if not apart:
        return Text(
            f"公表された値もある{count}件は、すべて一致します（記載の桁まで）。",
            f"All {count} values that are published too agree (as printed).",
        )
    return Text(
        f"公表された値もある{count}件のうち、{apart}件に違いがあります。",
        f"Of {count} values that are published too, {apart} differ.",
    )


def period(value: Beside) -> Text:
    """When it was; a survey may not say."""
    if value.start is None or value.end is None:
        return labels.UNDATED
    return numbers.period(value.start, value.end, value.months)
