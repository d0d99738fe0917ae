"""What a table is about, by its title."""

import re

from narabe.intake.figures import headings
from narabe.intake.figures.naming import Names, cleaned
from narabe.intake.figures.spelling import key, plain
from narabe.intake.figures.tables import Found

TIMELESS = re.compile(
    rf"(?:{headings.ERA_NAMES}|FY|(?:19|20)(?=\d\d))?\s*(?:\d{{1,4}}|元)\s*(?:年度?|[./]\d+)\s*(?:\d+\s*月)?\s*(?:\d+日)?(?:分|末|現在|時点)*|\d+月[分末]?"
)
"""What a title says of time."""
WORDS_AROUND = (
    r"(?:年度(?=・)|月(?=・)|推移|実績|一覧表?|状況|集計表?|月報|報告書?|月次|年次|比較|内訳|について|調べ|グラフ"
    r"|(?:年度?|各?月|四半期|部局?|課|所属|施設|地区|支所|項目|種類|税目|男女|年代)別)"
)
AROUND = re.compile(rf"(?:\s|の|・|と)*{WORDS_AROUND}(?:(?:の|・|と)?{WORDS_AROUND})*(?=$|[\s(])")
"""What a title says of the kind of table."""
BEFORE = re.compile(r"^(?:(?:における|の)|(?:年度?|各?月|四半期)別の?|(?:参考|再掲|資料|別紙)[\]】:: ]+)")
BRACKETS_AROUND = re.compile(
    rf"[(\[<](?:{WORDS_AROUND}|速報|確定|暫定|概数|参考|再掲|値|[\s・、,/~と-])*[)\]>]"
)
"""（年度別・月別）, and what is left of （令和7年4月～9月）."""
GENERIC_SHEET = ("sheet", "シート", "table", "data", "データ")


def subject_of_table(found: Found, names: Names) -> str:
    """What the table is about: what stands over all its columns or its title, else the name of a sheet that says something.

    Of several the one that names a metric.
    """
    texts = (*reversed(found.over), found.title, found.sheet)
    subjects = [subject for subject in map(subject_in, texts[:-1]) if subject]
    known = [subject for subject in subjects if names.metric(subject)]
    return next(iter((*known, *subjects[::-1], subject_in(found.sheet))))


def subject_in(text: str) -> str:
    """A title without its time, and without what it says of the kind of table."""
    timeless = TIMELESS.sub("", plain(text))
    subject = AROUND.sub("", BRACKETS_AROUND.sub("", AROUND.sub("", cleaned(timeless)))).strip(" ・-~()")
    subject = BEFORE.sub("", _balanced(subject))
    return "" if key(subject).startswith(GENERIC_SHEET) else cleaned(subject)


def _balanced(text: str) -> str:
    """With the bracket that was stripped off its end."""
    return f"{text})" if text.count("(") > text.count(")") else text
