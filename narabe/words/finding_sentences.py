"""The findings in words."""

from collections.abc import Sequence

from narabe.model.comparison import Difference, OptionRow, Share
from narabe.model.kpi import Indicator
from narabe.model.text import Text, plain
from narabe.words import numbers
from narabe.words.kpi_sentences import amount

PROGRESS_CAUTION = Text(
    "登録制モニターの調査で、両年に同じ人がいる可能性がある。60代は32人と少ない。",
    "Monitors are volunteers and may be the same people in both years; the sixties are only 32 people.",
)
AI_CAUTION = Text(
    "月平均からの単純な換算。人数は延べ（人月）で、計画開始前のペース参考。",
    "A plain projection of the monthly average; counts are person-months, before the plan begins.",
)
FEAR_CAUTION = Text(
    "2025年は「社会の」デジタル化について尋ね、言い回しが少し違う。",
    "The 2025 question asks about society going digital, a slight change of wording.",
)


def from_to(before: Share, after: Share) -> Text:
    """`27.9% → 43.8%`."""
    return plain(f"{numbers.percent(before.value).ja} → {numbers.percent(after.value).ja}")


def ai_key(indicator: Indicator) -> Text:
    """`2,724 ／ 目標 2,000`."""
    yearly = numbers.number(indicator.yearly).ja
    goal = numbers.number(indicator.target.value if indicator.target else None).ja
    return Text(f"{yearly} ／ 目標 {goal}", f"{yearly} / target {goal}")


def rises(differences: Sequence[Difference]) -> Text:
    """`+12.7 ／ +8.5 ポイント`."""
    moved = [numbers.signed(d.points).ja for d in differences]
    return Text(" ／ ".join(moved) + " ポイント", " / ".join(moved) + " points")


def progress(before: Share, after: Share, moved: Difference) -> Text:
    """27.9 → 43.8."""
    old, new = numbers.percent(before.value), numbers.percent(after.value)
    return Text(
        f"「市のデジタル化が進んでいる」と感じる人は {old.ja} から {new.ja} へ。年齢構成の違いだけでは説明できない。",
        f"People who feel the city is going digital: {old.en} to {new.en}. Age mix alone could not do it.",
    )


def progress_arithmetic(before: Share, after: Share, moved: Difference, highest: OptionRow) -> Text:
    """Counts, the difference with its interval, and the ceiling of any age mix."""
    top = highest.shares[0]
    gap, interval = numbers.points(moved.points), numbers.point_interval(moved.low, moved.high)
    return Text(
        f"{before.count}/{before.base}人 → {after.count}/{after.base}人、{gap.ja}（95%区間 {interval.ja}）。"
        f"2021年に最も高かった60代でも {numbers.percent(top.value).ja}（{top.count}/{top.base}人）で、"
        "回答者が全員60代にならない限り年齢構成では届かない。",
        f"{before.count}/{before.base} to {after.count}/{after.base}, {gap.en} (95% interval {interval.en}). "
        f"The highest age group of 2021, the sixties, was itself {numbers.percent(top.value).en} "
        f"({top.count}/{top.base}): no age mix reaches that unless everyone were in their sixties.",
    )


def ai(indicator: Indicator) -> Text:
    """Yearly basis against the target."""
    yearly = amount(indicator.yearly, indicator.unit)
    goal = amount(indicator.target.value if indicator.target else None, indicator.unit)
    return Text(
        f"職員の生成AI利用は年換算で延べ {yearly.ja}。2029年度の目標 {goal.ja} をすでに上回るペース。",
        f"Staff use of generative AI runs at {yearly.en} a year, above the FY2029 target of {goal.en}.",
    )


def fear(systemic: Sequence[Difference], personal: Sequence[Difference]) -> Text:
    """What rose, and that the rest cannot be told apart."""
    risen = [d for d in systemic if d.distinguishable and d.points > 0]
    flat = [d for d in personal if not d.distinguishable]
    ja = "と".join(f"「{d.label.ja}」（{numbers.signed(d.points).ja}）" for d in risen)
    en = " and ".join(f"“{d.label.en}” ({numbers.signed(d.points).en})" for d in risen)
    return Text(
        f"不安は「自分のこと」から「社会の仕組み」へ。増えたのは{ja}、身近な{len(flat)}項目は増減を区別できない。",
        f"Worry has moved from the personal to the systemic: up {en}; {len(flat)} personal ones cannot be told apart.",
    )


def fear_arithmetic(differences: Sequence[Difference]) -> Text:
    """Each change with its interval."""
    return Text(
        "、".join(
            f"{d.label.ja} {numbers.signed(d.points).ja}［{numbers.point_interval(d.low, d.high).ja}］"
            for d in differences
        )
        + "（ポイント）。",
        "; ".join(
            f"{d.label.en} {numbers.signed(d.points).en} [{numbers.point_interval(d.low, d.high).en}]"
            for d in differences
        )
        + " (points).",
    )
