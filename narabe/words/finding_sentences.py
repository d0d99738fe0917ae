"""The findings in words."""

from collections.abc import Sequence

from narabe.model.comparison import BaseEffect, Difference, Share
from narabe.model.projects import Need
from narabe.model.text import EMPTY, Text, plain
from narabe.words import numbers
from narabe.words.compare_sentences import share
from narabe.words.numbers import NONE

OUR_SPLIT = Text(
    "「社会の仕組み」と「身近」の分け方はこのアプリの判断。",
    "Which worries are systemic and which personal is our judgement.",
)


def from_to(before: Share, after: Share) -> Text:
    """`27.9% → 43.8%`."""
    return plain(f"{numbers.percent(before.value).ja} → {numbers.percent(after.value).ja}")


def rises(differences: Sequence[Difference]) -> Text:
    """`+12.7 ／ +8.5 ポイント`."""
    moved = [numbers.signed(d.points).ja for d in differences]
    return Text(" ／ ".join(moved) + " ポイント", " / ".join(moved) + " points")


def progress(before: Share, after: Share, group: Text, top: Share) -> Text:
    """27.9 → 43.8, and what age mix alone would take to do it."""
    old, new = numbers.percent(before.value), numbers.percent(after.value)
    said = Text(
        f"「市のデジタル化が進んでいる」と感じる人は {old.ja} から {new.ja} へ。",
        f"People who feel the city is going digital: {old.en} to {new.en}.",
    )
    if (after.value or 0) < (top.value or 100):
        return said
    highest = numbers.percent(top.value)
    return said + Text(
        f"年齢構成の違いだけで説明するには、全員が{group.ja}（{highest.ja}）でなければ届かない。",
        f"Age mix alone would need everyone to answer as the highest age group did ({group.en}: {highest.en}).",
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


def divide_key(resisting: Sequence[Share]) -> Text:
    """Resistance of the old and of the young."""
    old, young = share(resisting[1]), share(resisting[2])
    return Text(f"抵抗：高齢者 {old.ja}、若者 {young.ja}", f"Resisting: old {old.en}, young {young.en}")


def divide(unheard: Sequence[Share], resisting: Sequence[Share]) -> Text:
    """Whether the young, who know the word less than the old, resist less, too: as far as the ranges allow to say."""
    _, old, young = unheard
    knows_less = (young.floor or 0) > (old.ceiling or 100)
    resists_less = (resisting[2].value or 100) < (resisting[1].value or 0)
    if not (knows_less and resists_less):
        return Text(
            "「DX」を知っているかと、オンライン手続に抵抗があるかは、同じ向きに並ぶとは限らない。",
            "Knowing the word DX and resisting online procedures need not run the same way.",
        )
    return Text(
        "若者は高齢者より「DX」を知らない人が多いのに、オンライン手続への抵抗は少ない。",
        "More of the young than of the old have never heard of DX, yet fewer resist online procedures.",
    )


def divide_arithmetic(names: Sequence[Text], unheard: Sequence[Share], resisting: Sequence[Share]) -> Text:
    """Both shares of each group."""
    lines = list(zip(names, unheard, resisting, strict=True))
    return Text(
        "。".join(f"{n.ja}：全く知らない {share(u).ja}、抵抗がある {share(r).ja}" for n, u, r in lines)
        + "。ネットモニターの抵抗は、「非常に抵抗がある」から「特に感じない」以外の全員までの範囲。",
        ". ".join(f"{n.en}: never heard {share(u).en}, resisting {share(r).en}" for n, u, r in lines)
        + ". For the monitors the range runs from “very resistant” to everyone but “do not feel any”.",
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
