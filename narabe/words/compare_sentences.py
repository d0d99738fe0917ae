"""The finding of a comparison in one or two sentences, with the caution it needs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from narabe.model.comparison import BaseEffect, Cohort, Comparison, Difference, Judgement, OptionRow, Share
from narabe.model.status import BaseStatus, Verdict
from narabe.model.text import EMPTY, Text
from narabe.words import labels, numbers

MOST_AT_ONCE = 2
"""Cohorts of which the difference is the finding; more are told side by side."""
NAMED = 2
"""How many options one sentence names."""

STRICTEST_FIRST = (Verdict.NO, Verdict.CAUTION, Verdict.SAME)

NOBODY = Text("比較する対象を選んでください。", "Choose whom to compare.")
NOTHING = Text(
    "この設問の数字は原本の図にしかなく、まだ収録していません。",
    "The figures of this question are only in a chart of the original and are not captured yet.",
)
NOTHING_IN_COMMON = Text(
    "共通して分かる選択肢はありません。", "No option is known for more than one of them."
)
WITH_CAUTION = Text("比較には注意が必要です（下の理由）。", "Compare with caution (reason below).")
RANKS_ONLY = Text("割合どうしは比べられません（下の理由）。", "The shares cannot be compared (reason below).")


def finding(comparison: Comparison) -> Text:
    """What the chart says, in words. Never more than the verdicts allow."""
    if not comparison.cohorts:
        return NOBODY
    if not comparison.shares_comparable:
        return by_rank(comparison)
    over_time = [d for d in comparison.differences if _over_time(d)]
    if len(comparison.cohorts) == MOST_AT_ONCE or over_time:
        differences = over_time or list(comparison.differences)
        if differences:
            pair = _main_pair(differences)
            return _change(pair, comparison) + _caution([pair[0].verdict])
    said = _levels(comparison)
    return said + _caution(j.verdict for j in comparison.judgements) if said is not NOTHING else said


def by_rank(comparison: Comparison) -> Text:
    """The order of the options, where no share may be compared."""
    return RANKS_ONLY + _ranks(comparison)


def bases(shown: Sequence[Cohort]) -> Text:
    """`回答者数(n)：2021年 326人、2025年 370人（推定）`."""
    known = [cohort for cohort in shown if cohort.base]
    if not known:
        return EMPTY
    ja = "、".join(f"{c.short.ja} {c.base:,}人{'（推定）' if _inferred(c) else ''}" for c in known)
    en = "; ".join(f"{c.short.en} {c.base:,}{' (inferred)' if _inferred(c) else ''}" for c in known)
    return Text(f"回答者数(n)：{ja}", f"Unweighted base (n): {en}")


def judged(judgement: Judgement) -> Text:
    """`2021年 ↔ 2025年：注意して比べる。` and why."""
    pair, verdict = (judgement.earlier, judgement.later), labels.VERDICT[judgement.verdict]
    return Text(
        f"{pair[0].ja} ↔ {pair[1].ja}：{verdict.ja}。{judgement.reason.ja}",
        f"{pair[0].en} ↔ {pair[1].en}: {verdict.en}. {judgement.reason.en}",
    )


def strictest_first(judgements: Iterable[Judgement]) -> list[Judgement]:
    return sorted(judgements, key=lambda judgement: STRICTEST_FIRST.index(judgement.verdict))


def footing(comparison: Comparison) -> tuple[Text, ...]:
    """What no share goes without: how many answered, and whether the surveys may be compared."""
    base = bases(comparison.cohorts)
    verdicts = (judged(judgement) for judgement in strictest_first(comparison.judgements))
    return (*([base] if base.ja else []), *verdicts)


def stated_difference(wave: Text, option: Text, row: Mapping[str, Any]) -> Text:
    """A difference that the document itself states: `値` of the row, between groups or since a wave."""
    moved = numbers.points(row["value"], row["decimals"] or 0)
    what = Text(row["note_ja"] or "", row["note_en"] or "")
    return Text(
        f"文書の記載：{wave.ja}「{option.ja}」{moved.ja}（{what.ja}）。",
        f"Stated in the document: {wave.en} “{option.en}” {moved.en} ({what.en}).",
    )


def withheld(wave: Text, kinds: Sequence[str], fewest: int) -> Text | None:
    """What of an imported wave is not shown because too few answered; None where nothing is left out."""
    if not kinds:
        return None
    if "all" in kinds:
        return Text(
            f"{wave.ja}：答えた人が{fewest}人未満のため、表示しません。",
            f"{wave.en}: not shown, as fewer than {fewest} people answered.",
        )
    return Text(
        f"{wave.ja}：{fewest}人未満のグループと、その値を差し引きで求められるグループは表示しません。",
        f"{wave.en}: groups of fewer than {fewest} people, and groups from which these could be worked out, are not shown.",
    )


def lost(rows: Sequence[OptionRow]) -> tuple[Text, ...]:
    """The options whose figures are only in a chart, as one note; none when there are none."""
    if not rows:
        return ()
    ja = "".join(f"「{row.label.ja}」" for row in rows)
    en = ", ".join(f"“{row.label.en}”" for row in rows)
    return (
        Text(
            f"図のため未収録の選択肢（原本参照）：{ja}",
            f"Options only in a lost chart (see the original): {en}",
        ),
    )


def caveats(comparison: Comparison) -> tuple[Text, ...]:
    """What must be read with the shares: lost options, what an interval means, notes on the question."""
    intervals = any(share.low is not None for row in comparison.rows for share in row.shares)
    return (*lost(comparison.lost_rows), *([labels.IF_RANDOM] if intervals else []), *comparison.notes)


def share(known: Share, with_base: bool = True) -> Text:
    """`27.9%`, `55～65%`, `2位`, `90人`, with 参考値 where the base is small; empty where nothing is known."""
    n = (f" n={known.base}", f", n={known.base}") if with_base else ("", "")
    small = Text(f"（参考値{n[0]}）", f" (small base{n[1]})") if known.small else EMPTY
    said = _plain_share(known)
    return Text(said.ja + small.ja, said.en + small.en) if known.known or known.bounded else said


def _plain_share(known: Share) -> Text:
    if known.value is not None:
        return numbers.percent(known.value, known.decimals)
    if known.floor is not None and known.ceiling is not None:
        return numbers.bounds(known.floor, known.ceiling)
    if known.count is not None:
        return numbers.people(known.count)
    return numbers.rank(known.rank) if known.rank is not None else EMPTY


def _caution(verdicts: Iterable[Verdict]) -> Text:
    return WITH_CAUTION if Verdict.CAUTION in set(verdicts) else EMPTY


def _inferred(cohort: Cohort) -> bool:
    return cohort.base_status is BaseStatus.INFERRED


def _main_pair(differences: Sequence[Difference]) -> list[Difference]:
    """The differences of the pair of cohorts that has most of them."""
    pairs = Counter((d.earlier.key, d.later.key) for d in differences)
    (pair, _), *_ = pairs.most_common(1)
    return [d for d in differences if (d.earlier.key, d.later.key) == pair]


def _over_time(difference: Difference) -> bool:
    """The same people asked at two times, rather than two kinds of people."""
    earlier, later = difference.earlier, difference.later
    return (
        earlier.series == later.series
        and earlier.wave_id != later.wave_id
        and earlier.group_id == later.group_id
    )


def _span(difference: Difference) -> Text:
    before, after = difference.earlier.short, difference.later.short
    if _over_time(difference):
        return Text(f"{before.ja}から{after.ja}へ", f"From {before.en} to {after.en}")
    return Text(f"{before.ja}に比べて{after.ja}は", f"{after.en} against {before.en}")


def _change(differences: list[Difference], comparison: Comparison) -> Text:
    first = differences[0]
    if len(differences) == 1:
        return _single_change(first, comparison)
    clear = [d for d in differences if d.distinguishable and not d.due_to_base]
    risen = sorted((d for d in clear if d.points > 0), key=lambda d: -d.points)
    fallen = sorted((d for d in clear if d.points < 0), key=lambda d: d.points)
    due = [d for d in differences if d.due_to_base]
    time = _over_time(first)
    parts = [
        _named(risen, Text("増えたのは", "up") if time else Text("高いのは", "higher")),
        _named(fallen, Text("減ったのは", "down") if time else Text("低いのは", "lower")),
    ]
    spoken = [part for part in parts if part.ja]
    span, rest = _span(first), len(differences) - len(clear) - len(due)
    if not spoken:
        said = Text(
            f"{span.ja}、はっきり差があるといえる項目はありません。",
            f"{span.en}: no option shows a clear difference.",
        )
    else:
        said = Text(
            f"{span.ja}、{'、'.join(part.ja for part in spoken)}。",
            f"{span.en}: {'; '.join(part.en for part in spoken)}.",
        )
        if rest:
            said += Text(
                f"ほか{rest}項目は差があるとはいえません。", f"The other {rest} show no clear difference."
            )
    return said + _due_to_base(due, comparison.base_effects)


def _due_to_base(due: list[Difference], effects: Sequence[BaseEffect]) -> Text:
    """What looks like a change but is not, once both waves divide by the same people."""
    said = EMPTY
    for difference in due:
        effect = next(e for e in effects if e.option_id == difference.option_id)
        total, base = numbers.signed(effect.total), numbers.signed(effect.from_base)
        said += Text(
            f"「{effect.label.ja}」の {total.ja} は、うち {base.ja} が分母の違いで、そろえると差があるとはいえません。",
            f"Of the {total.en} for “{effect.label.en}”, {base.en} comes from the base; on the same base there is no clear difference.",
        )
    return said


def _single_change(difference: Difference, comparison: Comparison) -> Text:
    row = next(row for row in comparison.rows if row.option_id == difference.option_id)
    keys = [cohort.key for cohort in comparison.cohorts]
    before, after = (share(row.shares[keys.index(c.key)]) for c in (difference.earlier, difference.later))
    earlier, later, label = difference.earlier.short, difference.later.short, difference.label
    moved, interval = (
        numbers.points(difference.points),
        numbers.point_interval(difference.low, difference.high),
    )
    said = Text(
        f"「{label.ja}」は{earlier.ja} {before.ja}、{later.ja} {after.ja}で、差は {moved.ja}",
        f"“{label.en}”: {earlier.en} {before.en}, {later.en} {after.en}, a difference of {moved.en}",
    )
    if difference.low is None:
        return Text(said.ja + "。", said.en + ".")
    said = Text(f"{said.ja}（95%区間 {interval.ja}）。", f"{said.en} (95% interval {interval.en}).")
    if difference.distinguishable:
        return said
    return said + Text("差があるとはいえません。", "This is no clear difference.")


def _named(differences: list[Difference], verb: Text) -> Text:
    if not differences:
        return EMPTY
    items = [(d.label, numbers.signed(d.points)) for d in differences]
    ja = "".join(f"「{label.ja}」（{moved.ja}）" for label, moved in items[:NAMED])
    en = ", ".join(f"“{label.en}” ({moved.en})" for label, moved in items[:NAMED])
    more = len(items) - NAMED
    if more > 0:
        ja, en = f"{ja}ほか{more}項目", f"{en} and {more} more"
    return Text(f"{verb.ja}{ja}", f"{verb.en} {en}")


def _levels(comparison: Comparison) -> Text:
    """One option told for every cohort that knows it; for a single cohort its highest."""
    known = [row for row in comparison.rows if any(_says(share) for share in row.shares)]
    if not known:
        return NOTHING
    row = max(known, key=_width)
    told = [(c, s) for c, s in zip(comparison.cohorts, row.shares, strict=True) if _says(s)]
    if len(told) < min(MOST_AT_ONCE, len(comparison.cohorts)):
        speaking = [
            c for place, c in enumerate(comparison.cohorts) if any(_says(row.shares[place]) for row in known)
        ]
        return NOTHING_IN_COMMON if len(speaking) > 1 else _one_level(row, told)
    if len(told) == 1:
        return _one_level(row, told)
    ja = "、".join(f"{cohort.short.ja} {share(known).ja}" for cohort, known in told)
    en = ", ".join(f"{cohort.short.en} {share(known).en}" for cohort, known in told)
    return Text(f"「{row.label.ja}」は{ja}。", f"“{row.label.en}”: {en}.")


def _one_level(row: OptionRow, told: list[tuple[Cohort, Share]]) -> Text:
    cohort, known = told[0]
    most = known.rank == 1 and known.known
    return Text(
        f"{cohort.short.ja}は「{row.label.ja}」が{share(known).ja}{'で最多' if most else ''}。",
        f"{cohort.short.en}: “{row.label.en}” {share(known).en}{' (the most)' if most else ''}.",
    )


def _says(known: Share) -> bool:
    return known.told and (known.offered or not known.bounded)


def _width(row: OptionRow) -> tuple[int, int, float]:
    """How many cohorts know an option, how many exactly, then how much of the people it is."""
    said = [share for share in row.shares if _says(share)]
    last = said[-1] if said else Share()
    size = last.value or last.ceiling or (-last.rank if last.rank else 0)
    return len(said), sum(share.known for share in said), size


def _ranks(comparison: Comparison) -> Text:
    """Rank movement in words: who stayed first, and the furthest movers."""
    moves = []
    for row in comparison.rows:
        ranks = [share.rank for share in row.shares]
        if None not in ranks:
            moves.append((row.label, [rank for rank in ranks if rank is not None]))
    if not moves:
        return EMPTY
    moves.sort(key=lambda move: (move[1][-1], -abs(move[1][0] - move[1][-1])))
    ja = "、".join(f"「{label.ja}」{_path(ranks, 'ja')}" for label, ranks in moves[: NAMED + 1])
    en = ", ".join(f"“{label.en}” {_path(ranks, 'en')}" for label, ranks in moves[: NAMED + 1])
    return Text(f"順位では、{ja}。", f"By rank: {en}.")


def _path(ranks: list[int], lang: str) -> str:
    if len(set(ranks)) == 1:
        return f"は{ranks[0]}位のまま" if lang == "ja" else f"still no. {ranks[0]}"
    return " → ".join(f"{rank}位" if lang == "ja" else f"no. {rank}" for rank in ranks)
