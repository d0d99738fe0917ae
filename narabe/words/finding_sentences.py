"""The findings in words."""

from collections.abc import Sequence

from narabe.model.comparison import BaseEffect, Difference, Share
from narabe.model.kpi import Indicator
from narabe.model.projects import Need
from narabe.model.status import PaceState
from narabe.model.text import EMPTY, Text, plain
from narabe.words import labels, numbers
from narabe.words.compare_sentences import share
from narabe.words.kpi_sentences import amount
from narabe.words.numbers import NONE

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


DIVIDE_CAUTION = Text(
    "若者と高齢者は一つの学校ずつで、人数も少ない。言葉を知らないことと、手続への抵抗は別の問い。",
    "The young and the old are one school each, and few. Not knowing a word and resisting a service are two questions.",
)


def base_effect(effect: BaseEffect) -> Text:
    """How far the change is due to dividing by other people."""
    total, base, rest = (numbers.signed(part) for part in (effect.total, effect.from_base, effect.remaining))
    return Text(
        f"「{effect.label.ja}」の利用は {total.ja} ポイントに見えるが、{base.ja} は割る人数の違いによる。",
        f"Use of “{effect.label.en}” seems to change by {total.en} points, but {base.en} comes from dividing by other people; {rest.en} remain.",
    )


def base_effect_arithmetic(effect: BaseEffect, before: Share, after: Share) -> Text:
    """The earlier count on both of its bases, beside the later share."""
    count, answered, asked = before.count, effect.answered, effect.asked
    same = NONE if count is None else numbers.percent(100 * count / asked)
    rest, interval = numbers.signed(effect.remaining), numbers.point_interval(effect.low, effect.high)
    return Text(
        f"{count} ÷ 答えた{answered}人 ＝ {numbers.percent(before.value).ja}、{count} ÷ 尋ねた{asked}人 ＝ {same.ja}。"
        f"後の {numbers.percent(after.value).ja} との差は {rest.ja} ポイント（95%区間 {interval.ja}）。",
        f"{count} ÷ {answered} who answered = {numbers.percent(before.value).en}; {count} ÷ {asked} asked = {same.en}. "
        f"Against the later {numbers.percent(after.value).en} that is {rest.en} points (95% interval {interval.en}).",
    )


def divide_key(unheard: Sequence[Share], resisting: Sequence[Share]) -> Text:
    """`約30・35～45・65～75%が知らない` in brief: both ends."""
    first, last = share(unheard[-1]), share(resisting[-1])
    return Text(
        f"若者：知らない {first.ja}、抵抗 {last.ja}", f"Young: unheard of {first.en}, resisting {last.en}"
    )


def divide() -> Text:
    """The sentence."""
    return Text(
        "「DX」を知らない人が最も多い若者は、オンライン手続への抵抗が最も少ない。知識の差と抵抗の差は逆向き。",
        "The young, of whom most have never heard of DX, resist online procedures least: the two gaps run opposite ways.",
    )


def divide_arithmetic(names: Sequence[Text], unheard: Sequence[Share], resisting: Sequence[Share]) -> Text:
    """Both shares of each group."""
    lines = list(zip(names, unheard, resisting, strict=True))
    return Text(
        "。".join(f"{n.ja}：全く知らない {share(u).ja}、抵抗がある {share(r).ja}" for n, u, r in lines)
        + "。ネットモニターの抵抗は「特に感じない」以外のすべてで、上限。",
        ". ".join(f"{n.en}: never heard {share(u).en}, resisting {share(r).en}" for n, u, r in lines)
        + ". For the monitors everyone but “do not feel any” is counted, which is a ceiling.",
    )


MOST_NAMED = 3
DEMAND_CAUTION = Text(
    "どの指標がどの声に応えるかは計画に記載がなく、このアプリの判断。事業の印の数は、事業の大きさではない。",
    "Which indicator answers which voice is not printed in the plan: our judgement. Marks count projects, not their size.",
)


def demand_key(first: Need) -> Text:
    """The most voiced need that no indicator answers."""
    share_ = numbers.percent(first.share)
    return Text(f"{share_.ja} が求めても指標なし", f"{share_.en} ask, no indicator")


def demand(without: Sequence[Need], worry: Need) -> Text:
    """The most voiced needs without an indicator, and the worry with few marks."""
    first, rest = without[:MOST_NAMED], len(without) - MOST_NAMED
    more = Text(f"ほか{rest}件", f"and {rest} more") if rest > 0 else EMPTY
    ja = "、".join([*(need.label.ja for need in first), *([more.ja] if more.ja else [])])
    en = "; ".join([*(need.label.en for need in first), *([more.en] if more.en else [])])
    share_ = numbers.percent(worry.share)
    return Text(
        f"声はあるのに指標がない：{ja}。「{worry.label.ja}」{share_.ja}に対し、セキュリティの印は{worry.marks}つ。",
        f"Voiced, but no indicator: {en}. Against {share_.en} “{worry.label.en}” stand {worry.marks} marks for security.",
    )


def demand_arithmetic(without: Sequence[Need], worry: Need) -> Text:
    """Every need without an indicator with its share, and the marks."""
    ja = "、".join(f"{need.label.ja} {numbers.percent(need.share).ja}（n={need.base}）" for need in without)
    en = "; ".join(f"{need.label.en} {numbers.percent(need.share).en} (n={need.base})" for need in without)
    return Text(
        f"KPIと突き合わせて対応するものがない{len(without)}件：{ja}。事業の印は全部で{worry.all_marks}、うちセキュリティ{worry.marks}。",
        f"{len(without)} needs that no KPI answers: {en}. Of {worry.all_marks} marks on projects, {worry.marks} are for security.",
    )
