"""What a cell of a cross-tabulation means, in words."""

from narabe.model.answers_plan import Missing
from narabe.model.crosstab import Base
from narabe.model.rounding import half_up, share_percent
from narabe.model.text import Text
from narabe.words.crosstab_sentences import MISSING

MASKED = Text(
    "少人数のため、人数と割合は表示しません。", "The number and the share are not shown: few people."
)

RAKED_WEIGHT = Text(
    "SQL の raked_weight は、人口の表に合わせて計算したウエイト。データファイルには入っていません。",
    "In the SQL, raked_weight is the weight fitted to the population; the data file does not hold it.",
)


def title(row: Text, group: Text) -> Text:
    return Text(f"{group.ja} のうち「{row.ja}」", f"“{row.en}” among {group.en}")


def counted(question: Text, row: Text, reason: Missing | None) -> Text:
    """Who is counted."""
    if reason is not None:
        name = MISSING[reason]
        return Text(
            f"数える人：設問『{question.ja}』が{name.ja}の人",
            f"Counted: people whose answer to “{question.en}” is missing ({name.en.lower()})",
        )
    return Text(
        f"数える人：設問『{question.ja}』で「{row.ja}」を選んだ人",
        f"Counted: people who chose “{row.en}” for “{question.en}”",
    )


def base(question: Text, axis: Text | None, among: Text | None, kind: Base, everyone: bool) -> Text:
    """Out of whom."""
    who = Text(f"「{among.ja}」の人", f"people of “{among.en}”") if among else Text("回答者", "respondents")
    if kind is Base.ANSWERS:
        return Text(
            f"分母：{who.ja}がこの設問で選んだ回答の総数", f"Out of: all answers given to it by {who.en}"
        )
    asked = [f"設問『{question.ja}』"] if kind is Base.ANSWERED and not everyone else []
    asked_en = [f"“{question.en}”"] if asked else []
    if axis and not everyone:
        asked, asked_en = [*asked, f"集計軸『{axis.ja}』"], [*asked_en, f"the axis “{axis.en}”"]
    if not asked:
        return Text(
            f"分母：{who.ja}全員（無回答などを含む）", f"Out of: all {who.en}, with or without an answer"
        )
    return Text(
        f"分母：{who.ja}のうち、{'と'.join(asked)}に答えた人",
        f"Out of: {who.en} who answered {' and '.join(asked_en)}",
    )


def condition(where: str) -> Text:
    return Text(f"限定条件：{where}", f"Condition: {where}")


def by_key(weight: str | None) -> Text:
    """What one person is, and how heavily they count."""
    if weight is None:
        return Text(
            "数え方：データファイルの1行を回答者1人として数える（加重なし）",
            "Counting: one row of the data file is one respondent (unweighted)",
        )
    return Text(
        f"数え方：データファイルの1行が回答者1人。割合はウエイト「{weight}」の合計から求める",
        f"Counting: one row of the data file is one respondent; shares are of sums of the weight “{weight}”",
    )


def share(
    people: int, base_people: int, weighted: tuple[float | None, float | None] | None, part: float | None
) -> Text:
    """`12人 ÷ 40人 ＝ 30.0%`, with sums of weights where there are any."""
    told = "—" if part is None else f"{share_percent(part):.1f}%"
    if weighted is None:
        return Text(f"{people:,}人 ÷ {base_people:,}人 ＝ {told}", f"{people:,} ÷ {base_people:,} = {told}")
    over, under = (half_up(round(value or 0.0, 6), 1) for value in weighted)
    return Text(
        f"加重後の値 {over:,.1f} ÷ {under:,.1f} ＝ {told}（加重前 {people:,}人／{base_people:,}人）",
        f"weighted {over:,.1f} ÷ {under:,.1f} = {told} (unweighted {people:,} of {base_people:,})",
    )


def share_of_answers(answers: float, part: float | None) -> Text:
    told = "—" if part is None else f"{share_percent(part):.1f}%"
    given = f"{half_up(round(answers, 6), 1):,.1f}".removesuffix(".0")
    return Text(f"この回答 {given}件 ＝ 回答の総数の {told}", f"{given} answers = {told} of all answers")
