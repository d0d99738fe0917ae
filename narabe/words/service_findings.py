"""Findings from the city's own numbers in words; each direction is read off the numbers."""

from collections.abc import Sequence

from narabe.model.kpi import Indicator
from narabe.model.metrics import Observation
from narabe.model.status import PaceState
from narabe.model.text import EMPTY, Text
from narabe.words import labels, numbers
from narabe.words.kpi_sentences import amount
from narabe.words.numbers import number, percent

PROJECTED = Text("月平均・途中までの実績を12か月に換算した値。", "A part of a year put on twelve months.")
BEFORE_THE_PLAN = Text("計画開始前のペース参考。", "A pace for reference, before the plan begins.")
TARGET_AS_A_YEAR = Text("目標：", "Target: ")
HOURS_CAUTION = Text(
    "削減時間は「以上」の記載。KPIとは期間が違い、KPIの元の約13,500時間はRPAとローコードツールの効果と記載されている。KPIの内訳ではない（要確認）。",
    "The hours are printed as “or more”. The KPI covers other months, and its about 13,500 hours are printed as the effect of RPA and low-code tools: these hours are no part of it (to be confirmed).",
)
MONTHLY_CAUTION = Text(
    "791手続は日の記載がなく、同じ欄の「11月末まで」に合わせた。数え方が変わった可能性もある。",
    "The 791 carries no date; it is read with the “to the end of November” beside it. The way of counting may have changed.",
)
PER_PROCEDURE_CAUTION = Text(
    "申請件数と手続数で、数える範囲が同じとは限らない。",
    "Applications and procedures may not be counted over the same scope.",
)
PAYMENTS_CAUTION = Text(
    "月平均で、季節による増減は考えていない。KPIの「利用件数」と「決済件数」が同じ範囲かは記載がない（要確認）。",
    "Monthly averages, seasons not allowed for; whether the KPI and the usage figure have one scope is not printed.",
)
DENOMINATORS_CAUTION = Text(
    "どの分母が正式かは文書からは分からない（要確認）。割合を出すときは分母を添える。",
    "Which denominator is the official one cannot be told from the documents; any share should state it.",
)
BILLS_CAUTION = Text(
    "2021年4～11月の市税等のバーコード決済。平均額は税目や納期の混ざり方でも変わる。",
    "Barcode payments of city taxes, April–November 2021; an average also depends on the mix of taxes and due dates.",
)


def ai_key(indicator: Indicator) -> Text:
    """`2,724 ／ 目標 2,000`."""
    yearly = number(indicator.yearly).ja
    goal = number(indicator.target.value if indicator.target else None).ja
    return Text(f"{yearly} ／ 目標 {goal}", f"{yearly} / target {goal}")


def ai_caution(indicator: Indicator) -> Text:
    """What the projection rests on, and how the target is read."""
    said = PROJECTED + (BEFORE_THE_PLAN if indicator.reference_only else EMPTY)
    read = indicator.target.note if indicator.target else None
    if read is None:
        return said
    return said + Text(f"{TARGET_AS_A_YEAR.ja}{read.ja}。", f"{TARGET_AS_A_YEAR.en}{read.en}.")


def ai(indicator: Indicator) -> Text:
    """Yearly basis against the target, in the words its state allows."""
    yearly, target = amount(indicator.yearly, indicator.unit), _target(indicator)
    use = Text(
        f"職員の生成AI利用は年換算で延べ {yearly.ja}。",
        f"Staff use of generative AI runs at {yearly.en} a year.",
    )
    if indicator.state in (PaceState.REACHED, PaceState.ON_COURSE_YEARLY):
        return use + Text(
            f"{target.ja} を1年分とみれば、上回るペース。",
            f"Read as a year's, the {target.en} is below that.",
        )
    state = labels.PACE[indicator.state]
    return use + Text(f"{target.ja} に対して{state.ja}。", f"Against the {target.en}: {state.en}.")


def _target(indicator: Indicator) -> Text:
    """`2029年度の目標 2,000人` / `FY2029 target of 2,000 person-months`."""
    target = indicator.target
    if target is None:
        return Text("目標", "target")
    when, goal = _period(target), amount(target.value, indicator.unit)
    return Text(f"{when.ja}の目標 {goal.ja}", f"{when.en} target of {goal.en}")


def hours_key(per_person: float) -> Text:
    said = number(per_person, 1)
    return Text(f"1人1か月 約{said.ja}時間", f"about {said.en} h per person-month")


def hours(yearly: float, every: Observation) -> Text:
    """AI's hours on a year, and their size beside the KPI."""
    part, whole, when = percent(100 * yearly / (every.value or 1), 0), number(every.value), _period(every)
    return Text(
        f"生成AIで減った業務時間は年換算で約{number(yearly).ja}時間。{when.ja}のKPI {whole.ja}時間と比べると{part.ja}の大きさだが、その内訳ではない。",
        f"Generative AI saves about {number(yearly).en} hours a year: the size of {part.en} of the KPI's {whole.en} hours of {when.en}, but no part of them.",
    )


def hours_arithmetic(saved: Observation, people: Sequence[float], every: Observation) -> Text:
    everyone, months = sum(people), saved.months or 1
    total, added = saved.value if saved.value is not None else saved.low or 0, _sum(people)
    quotient, yearly = number(total / everyone, 2), total / months * 12
    size = percent(100 * yearly / (every.value or 1))
    return Text(
        f"{number(total).ja}時間以上 ÷ 延べ{number(everyone).ja}人（{added}）＝ {quotient.ja}。"
        f"{number(total).ja} ÷ {months}か月 × 12 ＝ {number(yearly).ja}、÷ {number(every.value).ja} ＝ {size.ja}。",
        f"{number(total).en} hours or more ÷ {number(everyone).en} person-months ({added}) = {quotient.en}. "
        f"{number(total).en} ÷ {months} months × 12 = {number(yearly).en}; ÷ {number(every.value).en} = {size.en}.",
    )


def monthly_key(before: float, after: float) -> Text:
    old, new = number(before, 1).ja, number(after, 1).ja
    return Text(f"月 {old} → {new} 手続", f"{old} → {new} procedures a month")


def monthly(before: float, after: float, left: float, added: Observation, indicator: Indicator) -> Text:
    """Slower or faster than in the last full year; and whether still fast enough."""
    when, needed = _period(added), (indicator.pace_needed or 0) / 12
    pace = Text("少ないペース", "more slowly") if after < before else Text("多いペース", "faster")
    enough = (
        Text("目標に必要な伸びは上回る", "still faster than the target needs")
        if after >= needed
        else Text("目標に必要な伸びに届かない", "too slowly for the target")
    )
    return Text(
        f"新たにオンライン化する手続は、{when.ja}より{pace.ja}。{enough.ja}（目標まで残り{number(left).ja}手続）。",
        f"Procedures go online {pace.en} than in {when.en}, {enough.en} ({number(left).en} left).",
    )


def monthly_arithmetic(
    added: Observation, before: Observation, after: Observation, target: Observation
) -> Text:
    months = (after.end.year - before.end.year) * 12 + after.end.month - before.end.month
    old, now, goal = (o.value or 0 for o in (before, after, target))
    first, then = (added.value or 0) / (added.months or 1), (now - old) / months
    ja, en = _period(added), f"{before.end:%b %Y}–{after.end:%b %Y}"
    return Text(
        f"{ja.ja}：{number(added.value).ja} ÷ {added.months} ＝ {number(first, 1).ja}。その後の{months}か月：({number(now).ja} − {number(old).ja}) ÷ {months} ＝ {number(then, 1).ja}。"
        f"{number(goal).ja} − {number(now).ja} ＝ {number(goal - now).ja}。",
        f"{ja.en}: {number(added.value).en} ÷ {added.months} = {number(first, 1).en}. {en}: ({number(now).en} − {number(old).en}) ÷ {months} = {number(then, 1).en}. "
        f"{number(goal).en} − {number(now).en} = {number(goal - now).en}.",
    )


def per_procedure_key(now: float, then: float) -> Text:
    return Text(
        f"1手続あたり {number(now).ja} → {number(then).ja} 件",
        f"{number(now).en} → {number(then).en} applications per procedure",
    )


def per_procedure(now: float, then: float) -> Text:
    change = Text("減る", "less") if then < now else Text("増える", "more")
    return Text(
        f"2つの目標どおりなら、手続1つあたりのオンライン申請は今より{change.ja}。",
        f"If both targets are met, each online procedure is used {change.en} than today.",
    )


def per_procedure_arithmetic(
    now: Observation, open_now: Observation, then: Observation, open_then: Observation
) -> Text:
    pairs = ((now, open_now), (then, open_then))
    said = [
        (
            f"{number(a.value).ja} ÷ {number(b.value).ja}",
            number((a.value or 0) / (b.value or 1), 1).ja,
            _period(a),
        )
        for a, b in pairs
    ]
    return Text(
        "。".join(f"{when.ja}：{ratio} ＝ {result}" for ratio, result, when in said) + "。",
        ". ".join(f"{when.en}: {ratio} = {result}" for ratio, result, when in said) + ".",
    )


def payments_key(before: float, now: float) -> Text:
    old, new = number(before), number(now)
    return Text(f"月 {old.ja} → {new.ja} 件", f"{old.en} → {new.en} payments a month")


def payments(grown: float, needed: float) -> Text:
    change = Text("増", "up") if grown >= 0 else Text("減", "down")
    size = percent(abs(grown))
    return Text(
        f"キャッシュレス決済は月平均で{size.ja}{change.ja}。目標には毎年{percent(needed).ja}ずつの増加（複利）が要る。",
        f"Cashless payments a month are {change.en} {size.en}; the target needs {percent(needed).en} more each year (compounded).",
    )


def payments_arithmetic(
    before: Observation, latest: Observation, target: Observation, years: int, needed: float
) -> Text:
    old, now = (number((o.value or 0) / (o.months or 1)).ja for o in (before, latest))
    first, last, goal = (number(o.value).ja for o in (before, latest, target))
    return Text(
        f"{first} ÷ {before.months} ＝ {old}、{last} ÷ {latest.months} ＝ {now}。({goal} ÷ {first}) の{years}乗根 − 1 ＝ {percent(needed).ja}。",
        f"{first} ÷ {before.months} = {old}; {last} ÷ {latest.months} = {now}. Root {years} of ({goal} ÷ {first}) − 1 = {percent(needed).en}.",
    )


def denominators_key(shares: Sequence[float]) -> Text:
    said = " ／ ".join(percent(share).ja for share in shares)
    return Text(said, said.replace(" ／ ", " / "))


def denominators(online: float, shares: Sequence[float]) -> Text:
    low, high = percent(min(shares)), percent(max(shares))
    return Text(
        f"同じ{number(online).ja}手続でも、分母の取り方でオンライン化率は{low.ja}から{high.ja}まで変わる。",
        f"The same {number(online).en} procedures are {low.en} to {high.en} of the whole, depending on the denominator.",
    )


def denominators_arithmetic(
    online: float, totals: Sequence[float], printed: float, implied: tuple[int, int], forms: float
) -> Text:
    said = [(number(online).ja, number(total).ja, percent(100 * online / total).ja) for total in totals]
    low, high = (number(end).ja for end in implied)
    return Text(
        "、".join(f"{a} ÷ {b} ＝ {c}" for a, b, c in said)
        + f"。記載の{percent(printed).ja}になる分母は{low}～{high}だけで、文書に記載がない。約{number(forms).ja}は様式の数で、手続の数ではない。",
        "; ".join(f"{a} ÷ {b} = {c}" for a, b, c in said)
        + f". Only denominators of {low} to {high} print {percent(printed).en}; none is printed. About {number(forms).en} counts forms, not procedures.",
    )


def bills_key(of_payments: float, of_yen: float) -> Text:
    count, yen = percent(of_payments, 2), percent(of_yen, 2)
    return Text(f"件数の{count.ja} ／ 金額の{yen.ja}", f"{count.en} of payments / {yen.en} of yen")


def bills(phone: float, other: float) -> Text:
    less = Text("低い", "lower") if phone < other else Text("高い", "higher")
    return Text(
        f"スマホで払われた市税は1件平均 {number(phone).ja}円、それ以外は {number(other).ja}円。スマホ払いのほうが平均額は{less.ja}。",
        f"A tax bill paid by phone averages ¥{number(phone).en}, any other ¥{number(other).en}: the average by phone is {less.en}.",
    )


def bills_arithmetic(payments: float, by_phone: float, amount_: float, phone_amount: float) -> Text:
    count, phone, yen, phone_yen = (number(v).ja for v in (payments, by_phone, amount_, phone_amount))
    mobile, other = (
        number(v).ja for v in (phone_amount / by_phone, (amount_ - phone_amount) / (payments - by_phone))
    )
    return Text(
        f"件数：{phone} ÷ {count}、金額：{phone_yen} ÷ {yen}円。{phone_yen} ÷ {phone} ＝ {mobile}円、({yen} − {phone_yen}) ÷ ({count} − {phone}) ＝ {other}円。",
        f"Count: {phone} ÷ {count}; yen: {phone_yen} ÷ {yen}. {phone_yen} ÷ {phone} = ¥{mobile}; ({yen} − {phone_yen}) ÷ ({count} − {phone}) = ¥{other}.",
    )


def _period(observation: Observation) -> Text:
    return numbers.period(observation.start, observation.end, observation.months)


def _sum(parts: Sequence[float]) -> str:
    return " + ".join(number(part).ja for part in parts)
