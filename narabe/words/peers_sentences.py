"""Indicators of other cities beside Koriyama's, in words."""

from collections.abc import Sequence

from narabe.model.metrics import Metric, Observation
from narabe.model.months import condensed
from narabe.model.peers import Pair, Side
from narabe.model.status import Status, Verdict
from narabe.model.text import EMPTY, Text
from narabe.words import labels, numbers
from narabe.words.operations_sentences import differs
from narabe.words.operations_sentences import value as value_of

VERDICT = labels.VERDICT | {Verdict.NO: Text("並べられない", "not comparable")}
ALONE = Text("郡山市に対応する指標なし", "no counterpart in Koriyama")
ROLE = {
    "baseline": Text("現状", "present"),
    "observed": Text("実績", "result"),
    "target": Text("目標", "target"),
    "outlook": Text("見通し", "outlook"),
}
TICK = Text("縦の印は目標です。", "The upright mark is a target.")
OLDER_FIRST = Text(
    "行は時期の古い順で、順位ではありません。", "Rows run from the older to the newer: they are no ranking."
)
RESULT_AGAINST_TARGET = Text(
    "郡山市は実績、相手は目標です。到達の先後や優劣は分かりません。",
    "Koriyama's figures are results, the others' are targets: they do not say who is ahead.",
)
YEAR = 12  # months
CARDS_SENTENCE = Text(
    "郡山市の文書にはカードの交付率の記載がないため、白河市だけを示します。",
    "Koriyama's documents print no share of cards issued, so Shirakawa stands alone.",
)


def sentence(cities: Sequence[str], pairs: Sequence[Pair], alone: Sequence[Side]) -> Text:
    """`盛岡市・白河市の18指標のうち、郡山市と並べられるのは5つで、どれも注意つきです。`"""
    beside = {pair.peer.metric.metric_id for pair in pairs if pair.drawn}
    whole = len({pair.peer.metric.metric_id for pair in pairs}) + len(alone)
    names = [labels.CITY[city] for city in cities]
    ja, en = "・".join(name.ja for name in names), _joined([name.en for name in names])
    if not beside:
        return Text(
            f"{ja}の{whole}指標に、郡山市と並べられるものはありません。",
            f"{en}: {_indicators(whole)}; none can be set beside Koriyama's.",
        )
    manner = _manner([pair for pair in pairs if pair.drawn])
    return Text(
        f"{ja}の{whole}指標のうち、郡山市と並べられるのは{len(beside)}つ。{manner.ja}",
        f"Of {_indicators(whole)} of {en}, {len(beside)} can be set beside Koriyama's. {manner.en}",
    )


def _joined(names: Sequence[str]) -> str:
    """`Morioka, Shirakawa and Japan`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _indicators(count: int) -> str:
    return "1 indicator" if count == 1 else f"{count} indicators"


def _manner(drawn: Sequence[Pair]) -> Text:
    """How many of the pairs ask for caution."""
    careful = sum(pair.verdict is Verdict.CAUTION for pair in drawn)
    if careful == len(drawn):
        return Text(
            "注意が要り、そのまま比べられるものはありません。",
            "Caution is needed: none compares as it stands.",
        )
    return Text(
        f"{len(drawn)}組のうち{careful}組は注意が要ります。",
        f"{careful} of {len(drawn)} pairs {'calls' if careful == 1 else 'call'} for caution.",
    )


def notes(pairs: Sequence[Pair]) -> tuple[Text, ...]:
    """What a reader of the charts must know."""
    drawn = [pair for pair in pairs if pair.drawn]
    if not drawn:
        return ()
    if all(pair.result_against_target for pair in drawn):
        return RESULT_AGAINST_TARGET, TICK, OLDER_FIRST
    return TICK, OLDER_FIRST


def pair_title(pair: Pair) -> Text:
    """`RPAを導入した業務数（郡山市・盛岡市）`: what is measured, and where."""
    own, peer = (labels.CITY[side.city] for side in pair.sides)
    title = pair.own.metric.title
    return Text(f"{title.ja}（{own.ja}・{peer.ja}）", f"{title.en} ({own.en}, {peer.en})")


def value(metric: Metric, observation: Observation) -> Text:
    """As `amount`, but a target or an outlook says so: `目標 80%`."""
    said = amount(metric, observation)
    if observation.role not in ("target", "outlook"):
        return said
    role = ROLE[observation.role]
    return Text(f"{role.ja} {said.ja}", f"{role.en} {said.en}")


def amount(metric: Metric, observation: Observation) -> Text:
    """`54.6%`, `12業務（20のうち）` / `12 of 20 business areas`, `61%以上`, `1件` / `1 plan`."""
    share = metric.unit.en == "%"
    if share and observation.low is not None and observation.high is not None:
        return numbers.bounds(observation.low, observation.high)
    said = value_of(metric, observation)
    if observation.value == 1:
        return Text(said.ja, said.en.removesuffix("s"))
    if share or observation.numerator is None or observation.denominator is None:
        return said
    whole = numbers.number(observation.denominator).ja
    return Text(
        f"{said.ja}（{whole}のうち）", said.en.replace(metric.unit.en, f"of {whole} {metric.unit.en}")
    )


def moment(observation: Observation) -> Text:
    """`2022年の実績` (the day is not printed), `2025年度末の目標`, `2025年11月末の実績`."""
    end, role = observation.end, ROLE[observation.role]
    time = numbers.period(observation.start, end, observation.months)
    if observation.undated:
        time = Text(f"{end.year}年", f"{end.year}")
    elif observation.start == end and (end.month, end.day) == (3, 31):
        time = Text(f"{end.year - 1}年度末", f"end of FY{end.year - 1}")
    return Text(f"{time.ja}の{role.ja}", f"{role.en}, {time.en}")


def time_apart(pair: Pair) -> Text:
    """`時期の隔たり 約4年：郡山市は2022年の実績、盛岡市は2025年度末の目標`."""
    stands = [(labels.CITY[side.city], moment(held)) for side in pair.in_time if (held := side.held)]
    ja = "、".join(f"{city.ja}は{held.ja}" for city, held in stands)
    en = "; ".join(f"{city.en}: {held.en}" for city, held in stands)
    gap = _gap(pair.months_apart)
    return Text(f"時期の隔たり {gap.ja}：{ja}", f"Apart in time: {gap.en} ({en})")


def _gap(months: int) -> Text:
    """In whole years from one year on; months below."""
    if months >= YEAR:
        years = round(months / YEAR)
        return Text(f"約{years}年", f"about {years} {'year' if years == 1 else 'years'}")
    if months == 0:
        return Text("ほとんどなし", "hardly")
    return Text(f"約{months}か月", f"about {months} {'month' if months == 1 else 'months'}")


def when(observation: Observation) -> Text:
    """`2025年11月末・記載値`, with the part it is about where it is one."""
    said = numbers.period(observation.start, observation.end, observation.months)
    status = labels.status(observation.status, observation.origin)
    return Text(f"{said.ja}・{status.ja}", f"{said.en}, {status.en}")


def known(side: Side) -> Text:
    """Every known value of an indicator with its period, in the order of time, on one line; of many months one."""
    shown = sorted(condensed(side.metric.known), key=lambda o: (o.end, o.segment.order))
    parts = [_with_period(side, observation) for observation in shown]
    if not parts:
        return labels.STATUS[Status.NOT_CAPTURED]
    return Text("、".join(part.ja for part in parts), ", ".join(part.en for part in parts))


def _with_period(side: Side, observation: Observation) -> Text:
    said = value(side.metric, observation)
    time = numbers.period(observation.start, observation.end, observation.months)
    part = observation.segment.label if observation.segment.segment_id != "all" else EMPTY
    return Text(
        f"{part.ja}{' ' if part.ja else ''}{said.ja}（{time.ja}）",
        f"{part.en}{' ' if part.en else ''}{said.en} ({time.en})",
    )


def card_reading(observation: Observation) -> Text:
    """`2021年4月 22.6%（計算 22.56%）`: the printed rate beside that from the counts."""
    time = numbers.period(observation.start, observation.end, observation.months)
    printed = numbers.percent(observation.value, observation.decimals)
    again = numbers.percent(observation.recomputed, 2)
    flag = Text("・要確認", ", to be confirmed") if differs(observation) else EMPTY
    return Text(
        f"{time.ja} {printed.ja}（計算 {again.ja}{flag.ja}）",
        f"{time.en} {printed.en} (computed {again.en}{flag.en})",
    )


def cards(side: Side) -> Text:
    """From where to where the share of cards went."""
    known_rates = sorted(side.metric.known, key=lambda o: o.end)
    first, last = known_rates[0], known_rates[-1]
    low, high = (numbers.percent(o.recomputed, 2) for o in (first, last))
    since, until = (numbers.period(o.start, o.end, o.months) for o in (first, last))
    return Text(
        f"交付件数÷人口は{since.ja}の{low.ja}から{until.ja}の{high.ja}へ。",
        f"Cards issued ÷ population went from {low.en} in {since.en} to {high.en} in {until.en}.",
    )
