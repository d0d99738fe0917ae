"""What people said, who was heard, and what that means, in words."""

from collections.abc import Sequence
from datetime import date

from narabe.model.comparison import Cohort, Comparison
from narabe.model.rounding import half_up
from narabe.model.status import Verdict
from narabe.model.text import EMPTY, Text
from narabe.model.voices import AgeRow, Heard, Occasion, OccasionKind, Precision, Speaker, Voice, VoiceBoard
from narabe.words import numbers

KIND = {
    OccasionKind.INTERVIEW: Text("インタビュー", "Interview"),
    OccasionKind.ROUND_TABLE: Text("座談会", "Round table"),
    OccasionKind.WORKSHOP: Text("ワークショップ", "Workshop"),
    OccasionKind.FREE_TEXT: Text("自由記述", "Free text"),
}
SPEAKER = {
    Speaker.MONITOR: Text("モニター（自由記述）", "Monitors (free text)"),
    Speaker.STUDENT: Text("学生", "Students"),
    Speaker.OLDER: Text("高齢者", "Older people"),
    Speaker.FIRM: Text("事業者", "Firms"),
    Speaker.STAFF: Text("市の職員", "City staff"),
}
SEX = {"male": Text("男性", "Men"), "female": Text("女性", "Women")}
ONE = {"male": Text("男性", "man"), "female": Text("女性", "woman")}
INITIAL = {"male": Text("男", "M"), "female": Text("女", "F")}
"""Before the number at the end of a bar."""
INVITED = Text("対象のネットモニター", "Net monitors invited")
ANSWERED = Text("回答した人", "Respondents")
WROTE = Text("意見を書いた人", "People who wrote a comment")
PRINTED = Text("掲載された意見", "Comments printed")
BOARD_NOTES = (
    Text(
        "件数は、このアプリが発言を短くまとめて数えたもので、人数でも賛否の割合でもありません。一人が複数の発言をしています。テーマ分けもこのアプリによるものです。",
        "Counts are of remarks as we summarised them, not of people, and say nothing about shares of opinion; one person may have made several. The themes are ours too.",
    ),
    Text(
        "学生の座談会には教授1名を含みます。高齢者は、高齢者大学の学生会の会長1名です。",
        "The round table with students includes one professor. “Older people” is one person, the chair of the student association of a college for older people.",
    ),
)
RANKS_ONLY = Text(
    "設問の形が違い、割合どうしは比べられないため、順位だけを示します。",
    "The question was asked differently, so the shares cannot be compared; only ranks are shown.",
)
OLDEST, MIDDLE = ("age70s", "age80s"), ("age40s", "age50s")
NAMED = 3


def board(board: VoiceBoard) -> Text:
    """`103件の発言（モニター（自由記述）31件、…、市の職員9件）。多いのは「…」13件、…。件数は人数ではありません。`."""
    first = board.themes[:NAMED]
    ja = "、".join(f"「{theme.theme.label.ja}」{len(theme.voices)}件" for theme in first)
    en = ", ".join(f"“{theme.theme.label.en}” ({len(theme.voices)})" for theme in first)
    return _spoken(board) + Text(
        f"多いのは{ja}。件数は人数ではありません。",
        f"The most common themes are {en}. These are counts of remarks, not of people.",
    )


def _spoken(board: VoiceBoard) -> Text:
    """How many remarks there are, and by whom."""
    remarks = len(board.voices)
    if board.speaker:
        name = SPEAKER[board.speaker]
        return Text(
            f"{name.ja}の発言は{remarks}件（全{board.whole}件のうち）。",
            f"{name.en}: {remarks} of the {board.whole} remarks.",
        )
    counts = [(SPEAKER[speaker], board.count(speaker)) for speaker in board.speakers]
    return Text(
        f"{remarks}件の発言：{'、'.join(f'{name.ja}{count}件' for name, count in counts)}。",
        f"{remarks} remarks: {', '.join(f'{name.en.lower()} {count}' for name, count in counts)}.",
    )


def heard(heard: Heard) -> Text:
    """Who is heard more than others: sex against respondents, then the ages of the respondents."""
    printed, answered = heard.printed, heard.answered
    oldest, middle = _answered(heard.ages, OLDEST), _answered(heard.ages, MIDDLE)
    share = numbers.percent(answered.share_of_men).ja
    middle_share = numbers.percent(half_up(100 * sum(middle) / answered.total)).ja
    return Text(
        f"2021年調査の自由記述で、載った意見{printed.total}件のうち{printed.men}件は男性。回答者{answered.total}人では男性は{answered.men}人（{share}）。"
        f"回答者のうち70代以上は男性{oldest[0]}人に対し女性{oldest[1]}人、40～50代が{middle_share}を占めます。",
        f"Of the {printed.total} comments printed from the 2021 survey {printed.men} are from men, who are {answered.men} of its {answered.total} respondents ({share}). "
        f"Respondents aged 70 or over are {oldest[0]} men and {oldest[1]} women; people aged 40–59 make up {middle_share}.",
    )


def heard_notes(wrote: int, printed: int) -> tuple[Text, ...]:
    """What the printed comments can tell, and what they cannot."""
    return (
        Text(
            f"資料編に載った意見は市が選んだもので、選び方の記載はありません。書いた{wrote}人の男女も記載がなく、書いた人と選ばれ方のどちらが男性に偏ったのかは分かりません。",
            f"The city chose which comments to print and does not say how; nor is the sex of the {wrote} who wrote printed. Whether writers or the choice leaned towards men cannot be told.",
        ),
        Text(
            f"意見は{printed}件と少なく、割合は参考値です。男女や年代による意見の違いを表すものではありません。",
            f"With {printed} comments the shares are for reference (small base); they do not show how opinions differ by sex or age.",
        ),
    )


def side_by_side(comparison: Comparison) -> tuple[Text, ...]:
    """What stands against reading the waves together; nothing where they may simply be compared."""
    if Verdict.CAUTION in {judgement.verdict for judgement in comparison.judgements}:
        return (
            Text(
                "比較には注意が必要です（理由は比べるページ）。",
                "Compare with caution (reasons on the compare page).",
            ),
        )
    return ()


def left_out(cohorts: Sequence[Cohort]) -> Text:
    """Why a wave with a share is not shown."""
    ja = "、".join(cohort.short.ja for cohort in cohorts)
    en = " and ".join(cohort.short.en for cohort in cohorts)
    return Text(
        f"{ja}は設問の形が違って割合を比べられず、順位もそろわないため、並べていません。",
        f"{en} is not shown beside it: the question was asked differently, so the shares cannot be compared, and not every rank is known.",
    )


def when(day: date, precision: Precision) -> Text:
    """`2021年9月14日`, `2021年9月`, `2012年`, `1964年度`, `日付の記載なし（計画は2026年3月）`."""
    if precision is Precision.FISCAL_YEAR:
        return Text(f"{day.year}年度", f"FY{day.year}")
    if precision is Precision.YEAR:
        return Text(f"{day.year}年", f"{day.year}")
    month = Text(f"{day.year}年{day.month}月", f"{day:%b %Y}")
    if precision is Precision.PUBLISHED:
        return Text(f"日付の記載なし（計画は{month.ja}）", f"undated (plan of {month.en})")
    return month if precision is Precision.MONTH else Text(f"{month.ja}{day.day}日", f"{day.day} {month.en}")


def occasion(occasion: Occasion) -> Text:
    """`インタビュー・2021年9月14日・7人`."""
    said = [KIND[occasion.kind], when(occasion.date, occasion.precision)]
    if occasion.people is not None:
        said.append(numbers.people(occasion.people) if occasion.people > 1 else Text("1人", "1 person"))
    return Text("・".join(text.ja for text in said), ", ".join(text.en for text in said))


def noted(occasion: Occasion) -> Text:
    """`ネットモニター：選び方の記載なし`; empty without a note."""
    if occasion.note is None:
        return EMPTY
    return Text(f"{occasion.who.ja}：{occasion.note.ja}", f"{occasion.who.en}: {occasion.note.en}")


def by(voice: Voice) -> Text:
    """`60代・女性` where the document prints who wrote; empty where it does not."""
    if voice.sex is None or voice.age is None:
        return EMPTY
    decade, sex, whose = age(voice.age), ONE[voice.sex], {"male": "his", "female": "her"}[voice.sex]
    return Text(f"{decade.ja}・{sex.ja}", f"{sex.en} in {whose} {decade.en.lower()}")


def in_brackets(said: Text) -> Text:
    """Behind the words it belongs to; empty stays empty."""
    return Text(f"（{said.ja}）", f" ({said.en})") if said.ja else said


def age(code: str) -> Text:
    """`age60s` as `60代`, `60s`; the first decade is `Teens`."""
    decade = code.removeprefix("age").removesuffix("s")
    return Text(f"{decade}代", "Teens" if decade == "10" else f"{decade}s")


def _answered(ages: Sequence[AgeRow], wanted: tuple[str, ...]) -> tuple[int, int]:
    """Men and women who answered, of these ages."""
    rows = [row.answered for row in ages if row.age in wanted]
    return sum(men for men, _ in rows), sum(women for _, women in rows)
