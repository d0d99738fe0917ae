"""The findings in words."""

from collections.abc import Sequence

from narabe.model.comparison import Difference, Share
from narabe.model.kpi import Indicator
from narabe.model.status import PaceState
from narabe.model.text import Text, plain
from narabe.words import labels, numbers
from narabe.words.kpi_sentences import amount

PROJECTED = Text("月平均・途中までの実績を12か月に換算した値。", "A part of a year put on twelve months.")
BEFORE_THE_PLAN = Text("計画開始前のペース参考。", "A pace for reference, before the plan begins.")


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


def progress(before: Share, after: Share, beyond_age_mix: bool) -> Text:
    """27.9 → 43.8, and whether age mix alone could have done it."""
    old, new = numbers.percent(before.value), numbers.percent(after.value)
    said = Text(
        f"「市のデジタル化が進んでいる」と感じる人は {old.ja} から {new.ja} へ。",
        f"People who feel the city is going digital: {old.en} to {new.en}.",
    )
    if not beyond_age_mix:
        return said
    return said + Text(
        "年齢構成が変わっただけでは、この値にはならない。", "A change in age mix alone could not explain it."
    )


def progress_arithmetic(before: Share, after: Share, moved: Difference, group: Text, top: Share) -> Text:
    """Counts, the difference with its interval, and the ceiling of any age mix."""
    gap, interval = numbers.points(moved.points), numbers.point_interval(moved.low, moved.high)
    highest = numbers.percent(top.value)
    return Text(
        f"{before.count}/{before.base}人 → {after.count}/{after.base}人、{gap.ja}（95%区間 {interval.ja}）。"
        f"年代別の割合をどう混ぜても、最も高い年代は超えない。記載で最も高いのは{group.ja}の {highest.ja}（{top.count}/{top.base}人）。",
        f"{before.count}/{before.base} to {after.count}/{after.base}, {gap.en} (95% interval {interval.en}). "
        f"No mix of age groups exceeds the highest of them, in print {group.en}: {highest.en} ({top.count}/{top.base}).",
    )


def progress_caution(reason: Text, group: Text, top: Share) -> Text:
    """Why to be careful, and how few the highest age group are."""
    return reason + Text(f"{group.ja}は{top.base}人と少ない。", f"{group.en} are only {top.base} people.")


def ai_caution(indicator: Indicator) -> Text:
    """What the projection rests on."""
    return PROJECTED + BEFORE_THE_PLAN if indicator.reference_only else PROJECTED


def ai(indicator: Indicator) -> Text:
    """Yearly basis against the target, in the words its state allows."""
    yearly, target = amount(indicator.yearly, indicator.unit), _target(indicator)
    use = Text(
        f"職員の生成AI利用は年換算で延べ {yearly.ja}。",
        f"Staff use of generative AI runs at {yearly.en} a year.",
    )
    if indicator.state in (PaceState.REACHED, PaceState.ON_COURSE_YEARLY):
        return use + Text(f"{target.ja} をすでに上回るペース。", f"That is above the {target.en}.")
    state = labels.PACE[indicator.state]
    return use + Text(f"{target.ja} に対して{state.ja}。", f"Against the {target.en}: {state.en}.")


def _target(indicator: Indicator) -> Text:
    """`2029年度の目標 2,000人` / `FY2029 target of 2,000 person-months`."""
    target = indicator.target
    if target is None:
        return Text("目標", "target")
    when, goal = numbers.period(target.start, target.end, target.months), amount(target.value, indicator.unit)
    return Text(f"{when.ja}の目標 {goal.ja}", f"{when.en} target of {goal.en}")


def fear(systemic: Sequence[Difference], personal: Sequence[Difference]) -> Text:
    """Which fears of society's systems rose, and how many personal ones did not clearly change."""
    risen = [d for d in systemic if d.distinguishable and d.points > 0]
    flat = [d for d in personal if not d.distinguishable]
    if not risen:
        return Text("不安の内訳にはっきりした増加はない。", "No worry has clearly grown.")
    ja = "と".join(f"「{d.label.ja}」（{numbers.signed(d.points).ja}）" for d in risen)
    en = " and ".join(f"“{d.label.en}” ({numbers.signed(d.points).en})" for d in risen)
    said = Text(
        f"高まったのは社会の仕組みへの不安：{ja}。", f"Worry about society's systems has grown: {en}."
    )
    if not flat:
        return said
    return said + Text(
        f"身近な{len(flat)}項目ははっきりした増減がない。",
        f"{len(flat)} personal worries show no clear change.",
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
