"""The finding of a comparison in one or two sentences, with the caution it needs."""

from collections import Counter
from collections.abc import Sequence

from narabe.model.comparison import Cohort, Difference, Judgement, OptionRow, Share
from narabe.model.status import BaseStatus, Verdict
from narabe.model.text import EMPTY, Text
from narabe.words import numbers

NAMED = 2
"""How many rising or falling options a sentence names."""

NOTHING = Text(
    "この設問の数字は原本の図にしかなく、まだ収録していません。",
    "The figures of this question are only in a picture of the original and are not captured yet.",
)
WITH_CAUTION = Text("比べ方には注意が要ります（下の理由）。", "Compare with caution (reason below).")


def finding(
    shown: Sequence[Cohort],
    rows: Sequence[OptionRow],
    differences: Sequence[Difference],
    judgements: Sequence[Judgement],
) -> Text:
    """What the chart says, in words. Never more than the verdicts allow."""
    if differences:
        said = _change(_main_pair(differences))
        return said + WITH_CAUTION if differences[0].verdict is Verdict.CAUTION else said
    levels = _levels(shown, rows)
    if not levels.ja:
        return NOTHING
    if any(judgement.verdict is Verdict.NO for judgement in judgements):
        return (
            Text("割合どうしは比べられません（下の理由）。", "The shares cannot be compared (reason below).")
            + levels
        )
    return levels


def option_change(difference: Difference, before: Share, after: Share) -> Text:
    """`「進んでいる」は 2021年 27.9% → 2025年 43.8%`."""
    ja, en = difference.label.ja, difference.label.en
    old, new = numbers.percent(before.value, before.decimals), numbers.percent(after.value, after.decimals)
    return Text(
        f"「{ja}」は {difference.earlier.short.ja} {old.ja} → {difference.later.short.ja} {new.ja}",
        f"“{en}”: {difference.earlier.short.en} {old.en} → {difference.later.short.en} {new.en}",
    )


def bases(shown: Sequence[Cohort]) -> Text:
    """`回答者数(n)：2021年 326人、2025年 370人（推定）`."""
    known = [cohort for cohort in shown if cohort.base]
    if not known:
        return EMPTY
    ja = "、".join(f"{c.short.ja} {c.base:,}人{'（推定）' if _inferred(c) else ''}" for c in known)
    en = "; ".join(f"{c.short.en} {c.base:,}{' (inferred)' if _inferred(c) else ''}" for c in known)
    return Text(f"回答者数(n)：{ja}", f"Unweighted base (n): {en}")


def _inferred(cohort: Cohort) -> bool:
    return cohort.base_status is BaseStatus.INFERRED


def printed_gap(wave: Text, option: Text, points: float) -> Text:
    """The gap between men and women that the document states."""
    gap = numbers.points(points)
    return Text(
        f"{wave.ja}：「{option.ja}」は男性が女性より {gap.ja}（文書の記載）。",
        f"{wave.en}: men are {gap.en} above women for “{option.en}” (as the document states).",
    )


def lost(rows: Sequence[OptionRow]) -> tuple[Text, ...]:
    """The options whose figures are only in a picture, as one note; none when there are none."""
    if not rows:
        return ()
    ja = "".join(f"「{row.label.ja}」" for row in rows)
    en = ", ".join(f"“{row.label.en}”" for row in rows)
    return (
        Text(
            f"図のため未収録の選択肢（原本参照）：{ja}",
            f"Options only in a lost figure (see the original): {en}",
        ),
    )


def _main_pair(differences: Sequence[Difference]) -> list[Difference]:
    """The differences of the pair of cohorts that has most of them."""
    pairs = Counter((d.earlier.key, d.later.key) for d in differences)
    (pair, _), *_ = pairs.most_common(1)
    return [d for d in differences if (d.earlier.key, d.later.key) == pair]


def _change(differences: list[Difference]) -> Text:
    first = differences[0]
    if len(differences) == 1:
        return _single_change(first)
    risen = sorted((d for d in differences if d.distinguishable and d.points > 0), key=lambda d: -d.points)
    fallen = sorted((d for d in differences if d.distinguishable and d.points < 0), key=lambda d: d.points)
    unclear = len(differences) - len(risen) - len(fallen)
    over_time = _over_time(first)
    span = Text(_span(first).ja + "、", _span(first).en + ":")
    parts = [
        _named(risen, Text("増えたのは", "up") if over_time else Text("高いのは", "higher")),
        _named(fallen, Text("減ったのは", "down") if over_time else Text("低いのは", "lower")),
    ]
    spoken = [part for part in parts if part.ja]
    if not spoken:
        return span + Text(
            f"比べられる{len(differences)}項目のどれも、差を区別できません。",
            f"none of the {len(differences)} comparable options can be told apart.",
        )
    said = span + Text(
        "、".join(part.ja for part in spoken) + "。", "; ".join(part.en for part in spoken) + "."
    )
    if not unclear:
        return said
    return said + Text(
        f"残り{unclear}項目は差を区別できません。", f"The other {unclear} cannot be told apart."
    )


def _single_change(difference: Difference) -> Text:
    moved, interval = (
        numbers.points(difference.points),
        numbers.point_interval(difference.low, difference.high),
    )
    span, label = _span(difference), difference.label
    between = Text(f"{span.ja}、「{label.ja}」は {moved.ja}", f"{span.en}: “{label.en}” {moved.en}")
    if difference.low is None:
        return Text(between.ja + "。", between.en + ".")
    said = Text(f"{between.ja}（95%区間 {interval.ja}）。", f"{between.en} (95% interval {interval.en}).")
    if difference.distinguishable:
        return said
    return said + Text("差は区別できません。", "This cannot be told from no difference.")


def _over_time(difference: Difference) -> bool:
    """The same survey at two times, rather than two kinds of people."""
    return (
        difference.earlier.series == difference.later.series
        and difference.earlier.wave_id != difference.later.wave_id
    )


def _span(difference: Difference) -> Text:
    before, after = difference.earlier.short, difference.later.short
    if _over_time(difference):
        return Text(f"{before.ja}から{after.ja}へ", f"From {before.en} to {after.en}")
    return Text(f"{before.ja}に比べて{after.ja}は", f"{after.en} against {before.en}")


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


def _levels(shown: Sequence[Cohort], rows: Sequence[OptionRow]) -> Text:
    """For each cohort the option that stands highest, by value, range or rank."""
    said = []
    for place, cohort in enumerate(shown):
        best = max(rows, key=lambda row: _height(row.shares[place]), default=None)
        if best is None or _height(best.shares[place]) <= 0:
            continue
        level = _level(best.shares[place])
        most = best.shares[place].rank == 1 and best.shares[place].known
        said.append(
            Text(
                f"{cohort.short.ja}は「{best.label.ja}」が{level.ja}{'で最多' if most else ''}",
                f"{cohort.short.en}: “{best.label.en}” {level.en}{' (the most)' if most else ''}",
            )
        )
    if not said:
        return EMPTY
    return Text("、".join(part.ja for part in said) + "。", "; ".join(part.en for part in said) + ".")


def _height(share: Share) -> float:
    if share.value is not None:
        return 1000 + share.value
    if share.bounded and share.offered:
        return 1000 + (share.ceiling or 0) / 2 + (share.floor or 0) / 2
    if share.rank:
        return 500 - share.rank
    return 1 if share.count else 0


def _level(share: Share) -> Text:
    if share.value is not None:
        return numbers.percent(share.value, share.decimals)
    if share.floor is not None and share.ceiling is not None:
        return numbers.bounds(share.floor, share.ceiling)
    return numbers.rank(share.rank) if share.rank else numbers.people(share.count)
