"""What is said of values that documents print by sex and age."""

from collections.abc import Sequence

from narabe.model.comparison import Cohort, Difference, OptionRow, Share
from narabe.model.published_cross import PublishedCross
from narabe.model.status import Status
from narabe.model.text import EMPTY, Text, plain
from narabe.words import compare_sentences, labels, numbers

MOST_OPTIONS = 2
"""How many options one finding names."""
NOTHING = plain("—")
AXIS = {"sex": Text("性別", "Sex"), "age": Text("年代", "Age")}
AXIS_TITLE, GROUP_TITLE, OPTION_TITLE = (
    Text("集計軸", "Axis"),
    Text("グループ", "Group"),
    Text("選択肢", "Option"),
)
BASE_TITLE = Text("回答者数(n)", "Respondents (n)")
KNOWN_AS = Text("値の種類", "Status")
QUESTIONS_TITLE = Text("性別・年代別の値が公表されている設問", "Questions published by sex or age")
NO_CROSS_ADVICE = Text("一覧から選び直してください。", "Choose one from the list.")
NO_TESTS = Text(
    "公表された集計の値です。回答者1人ごとのデータは公表されていないため、検定はしていません。",
    "Values as published. No respondent-level answers are published, so nothing is tested.",
)
EMPTY_SLOTS = Text(
    "「図のため未収録」は、原本の図にだけある値です。推測では埋めていません。",
    "“Only in a lost chart”: the value stands in a chart of the original and is not guessed.",
)


def no_cross(wave_id: str, concept_id: str) -> Text:
    return Text(
        f"「{wave_id}:{concept_id}」には、性別・年代別に公表された値がありません。",
        f"Nothing is published by sex or age for “{wave_id}:{concept_id}”.",
    )


def known_as(share: Share) -> Text:
    """`計算値（復元した人数 59人）`; of a value that no document tells, 記載なし."""
    if share.status is None:
        return labels.NOT_STATED
    said = labels.STATUS[share.status]
    if share.count is None or share.status is Status.RECOVERED:
        return said
    people = numbers.people(share.count)
    return Text(f"{said.ja}（復元した人数 {people.ja}）", f"{said.en} (recovered count: {people.en})")


def remarks(cross: PublishedCross) -> tuple[Text, ...]:
    """What the documents note on single values, groups of one note together."""
    told: dict[tuple[Text, Text], list[Cohort]] = {}
    for row in cross.comparison.rows:
        for cohort, share in zip(cross.comparison.cohorts, row.shares, strict=True):
            if share.note:
                told.setdefault((row.label, share.note), []).append(cohort)
    return tuple(
        Text(
            f"「{option.ja}」{_joined(groups).ja}：{note.ja}",
            f"“{option.en}”, {_joined(groups).en}: {note.en}",
        )
        for (option, note), groups in told.items()
    )


def finding(cross: PublishedCross) -> Text:
    """How far two groups are apart where their counts are known, else what each group says; never more than is known."""
    rows = _telling(cross)
    if not rows:
        return compare_sentences.NOTHING
    apart = [
        d for d in cross.comparison.differences if d.option_id == rows[0].option_id and d.low is not None
    ]
    said = _difference(max(apart, key=lambda d: abs(d.points)), cross) if apart else EMPTY
    if not apart:
        for row in rows[:MOST_OPTIONS]:
            said += _levels(row, cross)
    return said + _lost(rows[0], cross)


def _telling(cross: PublishedCross) -> list[OptionRow]:
    """Options told for any group, those told as numbers for most groups first."""

    def told(row: OptionRow) -> tuple[int, int]:
        parts = [share for axis, share in zip(cross.axes, row.shares, strict=True) if axis.ja]
        return sum(share.known for share in parts), sum(share.told for share in parts)

    return sorted((row for row in cross.comparison.rows if told(row) > (0, 0)), key=told, reverse=True)


def _difference(difference: Difference, cross: PublishedCross) -> Text:
    row = next(row for row in cross.comparison.rows if row.option_id == difference.option_id)
    ends = (difference.later, difference.earlier)
    higher, lower = ends if difference.points >= 0 else ends[::-1]
    of = {cohort.key: share for cohort, share in zip(cross.comparison.cohorts, row.shares, strict=True)}
    high, low = compare_sentences.share(of[higher.key]), compare_sentences.share(of[lower.key])
    gap = numbers.number(abs(difference.points), 1)
    interval = _interval(difference)
    said = Text(
        f"「{row.label.ja}」は{higher.short.ja} {high.ja}、{lower.short.ja} {low.ja}で、差は {gap.ja}ポイント（95%区間 {interval.ja}）。",
        f"“{row.label.en}”: {higher.short.en} {high.en}, {lower.short.en} {low.en}, {gap.en} points apart (95% interval {interval.en}).",
    )
    if difference.distinguishable:
        return said
    return said + Text("差があるとはいえません。", "This is no clear difference.")


def _interval(difference: Difference) -> Text:
    """Of the higher group less the lower."""
    low, high = difference.low or 0.0, difference.high or 0.0
    if difference.points < 0:
        low, high = -high, -low
    return numbers.point_interval(low, high)


def _levels(row: OptionRow, cross: PublishedCross) -> Text:
    """`「わからない」は全体 16.9%、10代 71.4%（参考値 n=7）。`"""
    told: dict[Text, list[Cohort]] = {}
    for cohort, share in zip(cross.comparison.cohorts, row.shares, strict=True):
        if share.told:
            told.setdefault(compare_sentences.share(share, with_base=not share.bounded), []).append(cohort)
    ja = "、".join(f"{_joined(groups).ja} {said.ja}" for said, groups in told.items())
    en = "; ".join(f"{_joined(groups).en} {said.en}" for said, groups in told.items())
    return Text(f"「{row.label.ja}」は{ja}。", f"“{row.label.en}”: {en}.")


def _lost(row: OptionRow, cross: PublishedCross) -> Text:
    lost = sum(share.status is Status.NOT_CAPTURED for share in row.shares)
    if not lost:
        return EMPTY
    return Text(
        f"「{row.label.ja}」は、ほかの{lost}グループの値が原本の図にだけあり、未収録です。",
        f"For “{row.label.en}” the values of {lost} more groups are only in a chart of the original.",
    )


def _joined(groups: Sequence[Cohort]) -> Text:
    return Text("・".join(each.short.ja for each in groups), ", ".join(each.short.en for each in groups))
