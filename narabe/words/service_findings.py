"""Findings from the city's own numbers in words; amounts come in as plain numbers."""

from collections.abc import Sequence

from narabe.model.text import Text
from narabe.words.numbers import number, percent

HOURS_CAUTION = Text(
    "削減時間も利用者も「以上」の記載で、下限どうしの割り算。KPIが生成AIの分を含むかは記載がない（要確認）。",
    "Hours and users are both printed as “or more”: a quotient of floors. Whether the KPI counts AI hours is not printed.",
)
SLOW_CAUTION = Text(
    "2025年11月の791手続は日の記載がなく、同じ欄の「11月末まで」に合わせた。数え方が変わった可能性もある。",
    "The 791 carries no date; it is read with the “to the end of November” beside it. The way of counting may have changed.",
)
THIN_CAUTION = Text(
    "申請件数と手続数で、数える範囲が同じとは限らない。",
    "Applications and procedures may not be counted over the same scope.",
)
SPEED_CAUTION = Text(
    "8か月の月平均で、季節による増減は考えていない。KPIの「利用件数」と「決済件数」が同じ範囲かは記載がない（要確認）。",
    "An eight-month average, seasons not allowed for; whether the KPI and the usage figure have one scope is not printed.",
)
DENOMINATORS_CAUTION = Text(
    "どの分母が正式かは文書からは分からない（要確認）。割合を出すときは分母を添える。",
    "Which denominator is the official one cannot be told from the document; any share should state it.",
)
BILLS_CAUTION = Text(
    "2021年4～11月の市税等のバーコード決済。1件あたりの額は納期や税目の混ざり方でも変わる。",
    "Barcode payments of city taxes, April–November 2021; an average bill also depends on due dates and the mix of taxes.",
)


def hours_key(per_person: float) -> Text:
    return Text(
        f"1人1か月 約{number(per_person, 1).ja}時間", f"about {number(per_person, 1).en} h per person-month"
    )


def hours(yearly: float, every: float) -> Text:
    part = percent(100 * yearly / every, 0)
    return Text(
        f"生成AIの削減時間は年換算で約{number(yearly).ja}時間。KPIの{number(every).ja}時間に含むなら、その{part.ja}にあたる。",
        f"AI saves about {number(yearly).en} hours a year; if the KPI's {number(every).en} hours include them, they are {part.en} of it.",
    )


def hours_arithmetic(saved: float, people: Sequence[float], months: int, yearly: float, every: float) -> Text:
    everyone = sum(people)
    quotient, added = number(saved / everyone, 2), " + ".join(number(part).ja for part in people)
    return Text(
        f"{number(saved).ja}時間 ÷ 延べ{number(everyone).ja}人（{added}）＝ {quotient.ja}。"
        f"{number(saved).ja} ÷ {months}か月 × 12 ＝ {number(yearly).ja}、÷ {number(every).ja} ＝ {percent(100 * yearly / every).ja}。",
        f"{number(saved).en} hours ÷ {number(everyone).en} person-months ({added}) = {quotient.en}. "
        f"{number(saved).en} ÷ {months} months × 12 = {number(yearly).en}; ÷ {number(every).en} = {percent(100 * yearly / every).en}.",
    )


def slow_key(before: float, after: float) -> Text:
    old, new = number(before, 1).ja, number(after, 1).ja
    return Text(f"月 {old} → {new} 手続", f"{old} → {new} procedures a month")


def slow(left: float) -> Text:
    return Text(
        f"新たにオンライン化する手続は、2024年度より少ないペース。目標まで残り{number(left).ja}手続。",
        f"Procedures go online more slowly than in FY2024; {number(left).en} are left to the target.",
    )


def slow_arithmetic(added: float, before: float, after: float, months: int, target: float) -> Text:
    pace = number((after - before) / months, 1)
    return Text(
        f"2024年度：{number(added).ja} ÷ 12 ＝ {number(added / 12, 1).ja}。2025年4～11月：({number(after).ja} − {number(before).ja}) ÷ {months} ＝ {pace.ja}。"
        f"{number(target).ja} − {number(after).ja} ＝ {number(target - after).ja}。",
        f"FY2024: {number(added).en} ÷ 12 = {number(added / 12, 1).en}. April–November 2025: ({number(after).en} − {number(before).en}) ÷ {months} = {pace.en}. "
        f"{number(target).en} − {number(after).en} = {number(target - after).en}.",
    )


def thin_key(now: float, then: float) -> Text:
    return Text(
        f"1手続あたり {number(now).ja} → {number(then).ja} 件",
        f"{number(now).en} → {number(then).en} applications per procedure",
    )


def thin() -> Text:
    return Text(
        "2つの目標どおりなら、手続1つあたりのオンライン申請は今より減る。",
        "If both targets are met, each online procedure is used less than today.",
    )


def thin_arithmetic(now: float, procedures: float, then: float, wanted: float) -> Text:
    first, second = number(now / procedures, 1), number(then / wanted, 1)
    return Text(
        f"2024年度：{number(now).ja} ÷ {number(procedures).ja} ＝ {first.ja}。2029年度の目標：{number(then).ja} ÷ {number(wanted).ja} ＝ {second.ja}。",
        f"FY2024: {number(now).en} ÷ {number(procedures).en} = {first.en}. Targets for FY2029: {number(then).en} ÷ {number(wanted).en} = {second.en}.",
    )


def speed_key(before: float, now: float) -> Text:
    return Text(
        f"月 {number(before).ja} → {number(now).ja} 件",
        f"{number(before).en} → {number(now).en} payments a month",
    )


def speed(grown: float, needed: float) -> Text:
    return Text(
        f"キャッシュレス決済は月平均で{percent(grown).ja}増。目標に必要な伸びは年{percent(needed).ja}。",
        f"Cashless payments a month are up {percent(grown).en}; the target needs {percent(needed).en} a year.",
    )


def speed_arithmetic(before: float, latest: float, months: int, target: float, needed: float) -> Text:
    old, new = number(before / 12), number(latest / months)
    return Text(
        f"{number(before).ja} ÷ 12 ＝ {old.ja}、{number(latest).ja} ÷ {months} ＝ {new.ja}。"
        f"({number(target).ja} ÷ {number(before).ja}) の5乗根 − 1 ＝ {percent(needed).ja}。",
        f"{number(before).en} ÷ 12 = {old.en}; {number(latest).en} ÷ {months} = {new.en}. "
        f"Fifth root of ({number(target).en} ÷ {number(before).en}) − 1 = {percent(needed).en}.",
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
    online: float, totals: Sequence[float], printed: float, implied: tuple[int, int]
) -> Text:
    said = "、".join(
        f"{number(online).ja} ÷ {number(total).ja} ＝ {percent(100 * online / total).ja}" for total in totals
    )
    said_en = "; ".join(
        f"{number(online).en} ÷ {number(total).en} = {percent(100 * online / total).en}" for total in totals
    )
    low, high = (number(end).ja for end in implied)
    return Text(
        f"{said}。記載の{percent(printed).ja}になる分母は{low}～{high}だけで、文書に記載がない。",
        f"{said_en}. Only denominators of {low} to {high} print {percent(printed).en}; none is printed.",
    )


def bills_key(of_payments: float, of_yen: float) -> Text:
    said = f"{percent(of_payments, 2).ja} ／ {percent(of_yen, 2).ja}"
    return Text(
        f"件数の{percent(of_payments, 2).ja} ／ 金額の{percent(of_yen, 2).ja}",
        said.replace("／", "/") + " (count / yen)",
    )


def bills(phone: float, other: float) -> Text:
    return Text(
        f"スマホで払われた市税は1件 {number(phone).ja}円、それ以外は {number(other).ja}円。小さい額ほどスマホで払われている。",
        f"A tax bill paid by phone averages ¥{number(phone).en}, any other ¥{number(other).en}: small bills go mobile.",
    )


def bills_arithmetic(payments: float, by_phone: float, amount: float, phone_amount: float) -> Text:
    n = number
    return Text(
        f"件数：{n(by_phone).ja} ÷ {n(payments).ja}、金額：{n(phone_amount).ja} ÷ {n(amount).ja}円。"
        f"{n(phone_amount).ja} ÷ {n(by_phone).ja} ＝ {n(phone_amount / by_phone).ja}円、"
        f"({n(amount).ja} − {n(phone_amount).ja}) ÷ ({n(payments).ja} − {n(by_phone).ja}) ＝ {n((amount - phone_amount) / (payments - by_phone)).ja}円。",
        f"Count: {n(by_phone).en} ÷ {n(payments).en}; yen: {n(phone_amount).en} ÷ {n(amount).en}. "
        f"{n(phone_amount).en} ÷ {n(by_phone).en} = ¥{n(phone_amount / by_phone).en}; "
        f"({n(amount).en} − {n(phone_amount).en}) ÷ ({n(payments).en} − {n(by_phone).en}) = ¥{n((amount - phone_amount) / (payments - by_phone)).en}.",
    )
