"""What is said of the periods of figures, and of where they lie: years, days, corrected headings, hidden lines."""

from datetime import date

from narabe.model.text import Text

HEADER_OF_WHICH_SHEET = Text(
    "見出しの行が指定されていますが、どのシートの行か分かりません。",
    "A header row is given, but not of which sheet.",
)
NAME_SHEET = Text("シートも指定してください。", "Name the sheet as well.")


def years_assumed(years: str) -> Text:
    """Bare years that were taken for calendar years."""
    return Text(
        f"見出しの「{years}」を、年度でなく暦年（1月～12月）として読みました。",
        f"“{years}” in the headings was read as calendar years (January to December), not fiscal years.",
    )


SAY_FISCAL = Text(
    "年度のときは、見出しを「2023年度」のように直すか、対応づけの画面で時期を直してください。",
    "If fiscal years are meant, write FY2023 in the headings or correct the periods in the mapping.",
)


MOST_NAMED = 10


def hidden_lines(rows: tuple[str, ...], columns: tuple[str, ...]) -> Text:
    """Hidden rows and columns whose figures are taken in all the same."""
    found = [(names, ja, en) for names, ja, en in ((rows, "行", "rows"), (columns, "列", "columns")) if names]
    named = {
        kind: ", ".join(names[:MOST_NAMED]) + ("…" if len(names) > MOST_NAMED else "")
        for names, kind, _ in found
    }
    ja = "と".join(f"{len(names)}{kind}（{named[kind]}{kind}）" for names, kind, _ in found)
    en = " and ".join(f"{kind} ({len(names)}: {named[short]})" for names, short, kind in found)
    return Text(f"非表示の{ja}の数値も取り込みます。", f"Figures in hidden {en} are taken in as well.")


SHOW_LINES = Text(
    "取り込まないときは、元のファイルから消すか、対応づけの画面で外してください。",
    "To leave them out, delete them in the file or untick them in the mapping.",
)


def period_corrected(heading: str, read: Text, now: Text) -> Text:
    """A heading whose period a person changed."""
    return Text(
        f"「{heading}」の時期は、{read.ja}でなく{now.ja}として取り込みます。",
        f"“{heading}” is taken in as {now.en}, not {read.en}.",
    )


NO_PERIOD_READ, NO_PERIOD_GIVEN = (
    Text("時期なし", "no period"),
    Text("時期なし（取り込まない）", "no period (left out)"),
)


def impossible_period(heading: str) -> Text:
    """A period given by hand whose end lies before its start, or whose months do not fit."""
    return Text(
        f"「{heading}」に入れた時期は、始まり・終わり・月数が合いません。",
        f"The period given for “{heading}” does not hold: start, end and months contradict each other.",
    )


GIVE_PERIOD = Text(
    "時期を「令和7年4月」「令和7年度」のように入れ直してください。",
    "Give the period again, such as 2025-04 or FY2025.",
)


DAILY = Text("日ごとの数値は取り込めません。", "Daily figures cannot be taken in.")
SUM_TO_MONTHS = Text(
    "月ごとに合計した表にして、もう一度入れてください。",
    "Sum them to months and bring the file in again.",
)
MEND_YEAR = Text("年を確かめ、直してからもう一度入れてください。", "Check the year, mend it and bring the file in again.")  # fmt: skip


def year_beyond(year: int) -> Text:
    """A year that cannot be meant."""
    return Text(f"時期が{year}年と読めます。", f"The period reads as the year {year}.")


def year_ahead(year: int) -> Text:
    """An observed figure of a year to come."""
    return Text(
        f"時期が{year}年と読めます。実績としては先の年です。",
        f"The period reads as the year {year}, which is still to come, yet the figure counts as observed.",
    )


MEND_AHEAD = Text(
    "年を確かめてください。目標や見込みのときは、見出しに「目標」「見込」と書いてください。",
    "Check the year; if it is a target or an outlook, say so in the heading.",
)


def months_before(first: str, last: str) -> Text:
    """Months whose year is only that of the day of the document."""
    return Text(
        f"「{first}～{last}」の年は、表の上の日付から、その日より前の月として読みました。",
        f"The year of “{first} to {last}” was taken from the date above the table: the months before that day.",
    )


SAY_YEAR = Text(
    "違うときは、表題に「令和7年度」のように年を書くか、対応づけの画面で時期を直してください。",
    "If that is wrong, write the year in the title or correct the periods in the mapping.",
)


def part_of_year(heading: str) -> Text:
    """A heading, or a footnote to it, names a part of the year, and the whole year is taken."""
    return Text(
        f"「{heading}」は年の途中までの数かもしれませんが、1年分として読みました。",
        f"“{heading}” may cover only part of the year, yet it was read as the whole year.",
    )


SAY_PART = Text(
    "年の途中までのときは、見出しを「令和7年4月～9月」のように直すか、対応づけの画面で時期を直してください。",
    "If so, write the months in the heading (2025-04 to 2025-09) or correct the period in the mapping.",
)


def after_document(heading: str, day: date) -> Text:
    """An observed figure of a month after the day of its document."""
    return Text(
        f"「{heading}」に実績の数がありますが、表の上の日付（{day.year}年{day.month}月{day.day}日）より後です。",
        f"“{heading}” holds observed figures, yet it lies after the date above the table ({day.isoformat()}).",
    )


LOOK_AT_YEAR = Text("年が合っているか確かめてください。", "Check that the year is right.")
