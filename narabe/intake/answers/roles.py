"""Columns that are no questions: respondent id, weight, times of answering, personal data."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import duckdb

from narabe.intake.answers.contacts import MAIL, PHONE
from narabe.intake.answers.headings import question_number
from narabe.intake.answers.profile import Profile
from narabe.intake.answers.spellings import normal, number
from narabe.intake.quoting import quoted
from narabe.model.intake import Raw

ID_NAME = re.compile(r"(回答者|回答|調査|調査票|モニター|対象者|サンプル|整理|受付|通し|管理|respondent|response|sample|case|user|panel|submission|survey)?[ _\-]?(id|no\.?|番号|number|num|key|コード)|uid|uuid|rid|sid|serial|連番|#|番")  # fmt: skip
WEIGHT_NAME = re.compile(r"ウエイト|ウェイト|ウエート|ウェート|(?<![a-z])(weights?|wgt|wt|pweight|w8)(?![a-z])|補正値|補正係数|拡大係数|集計用?重み|重み")  # fmt: skip
TIME_NAME = re.compile(r"タイムスタンプ|timestamp|(回答|送信|登録|受付|開始|終了|完了|更新|提出|作成)(日時|時刻|日付|日|時間)|(start|end|submit|submitted|created|completed|updated|completion|recorded) ?_?(date|time|at)")  # fmt: skip
PERSONAL_NAME = re.compile(r"メール|e-?mail|mail ?address|氏名|お?名前|姓名|フリガナ|ふりがな|電話|携帯番号|郵便番号|〒|ファックス|住所|生年月日|誕生日|ip ?(アドレス|_?address)|line ?id|ニックネーム|ユーザー名|user ?name|個人番号|マイナンバー")  # fmt: skip
DATE = r"(?:\d{4}[/\-年]\d{1,2}[/\-月]\d{1,2}日?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
MOMENT = re.compile(rf"{DATE}[ t].*\d{{1,2}}:\d{{2}}.*")
DAY = re.compile(rf"{DATE}( .*)?")
CONTACT = re.compile(r"メール(アドレス)?|e-?mail( ?address)?|氏名|お?名前|電話番号|ip ?address")
"""Headers that say no more: personal whatever the column holds."""
SYSTEM_NAME = re.compile(
    r"lastpage|startlanguage|seed|refurl|collector ?id|custom ?data ?\d*|user ?agent|ユーザーエージェント"
)
"""What form systems note for themselves."""
SERIAL = re.compile(r"[a-z]{0,6}[\-_]?(\d{1,15})")
LARGEST_MEAN = 1000.0


def respondent(profiles: Sequence[Profile], rows: int) -> Profile | None:
    """The column of respondent ids: by its name, or a first column in which every row differs like a number."""
    for profile in profiles:
        name, _, label = normal(profile.header).partition(" ")
        if ID_NAME.fullmatch(normal(profile.header)) and _apart(profile, 0.5):
            return profile
        if any(map(ID_NAME.fullmatch, (name, label))) and _apart(profile, 1.0):
            return profile
    first = profiles[0] if profiles else None
    if first and rows > 1 and first.filled == rows and _apart(first, 1.0) and _serial(first):
        return first
    return None


def weight(profiles: Sequence[Profile]) -> Profile | None:
    """The column of weights, by its name and by holding numbers that can be weights."""
    named = [profile for profile in profiles if WEIGHT_NAME.search(normal(profile.header))]
    sound = [profile for profile in named if _mean(profile) is not None]
    return min(sound, key=lambda profile: abs((_mean(profile) or 0.0) - 1), default=None)


def is_weight_like(profile: Profile) -> bool:
    """A further column of weights, which is no question."""
    return bool(WEIGHT_NAME.search(normal(profile.header))) and _mean(profile) is not None


def is_time(profile: Profile) -> bool:
    """When somebody answered: told by the name with dates, or by a clock time in nearly every cell."""
    if _share(profile, MOMENT) > 0.9:
        return True
    return bool(TIME_NAME.search(normal(profile.header))) and _share(profile, DAY) > 0.5


def is_of_the_system(profile: Profile) -> bool:
    """What the form system noted for itself, such as the page that was reached."""
    return bool(SYSTEM_NAME.fullmatch(normal(profile.header)))


def is_personal(profile: Profile) -> bool:
    """Names, addresses and the like: told by the content, or by the name where nearly every row differs."""
    if not profile.filled:
        return False
    if _share(profile, MAIL) > 0.5 or _share(profile, PHONE) > 0.5:
        return True
    if CONTACT.fullmatch(normal(profile.header)):
        return True
    return (
        bool(PERSONAL_NAME.search(normal(profile.header))) and _apart(profile, 0.5) and profile.distinct > 2
    )


def field_period(
    connection: duckdb.DuckDBPyConnection, raw: Raw, times: Sequence[Profile]
) -> tuple[date, date] | None:
    """First and last day on which somebody answered."""
    for profile in times:
        cell = f"regexp_replace({quoted(profile.name)}, '[年月/]', '-', 'g')"
        day = f"try_strptime(regexp_extract({cell}, '\\d{{4}}-\\d{{1,2}}-\\d{{1,2}}'), '%Y-%m-%d')"
        (row,) = connection.execute(
            f"select min({day})::date, max({day})::date from {quoted(raw.table)}"
        ).fetchall()
        if row[0] is not None:
            return row[0], row[1]
    return None


def _apart(profile: Profile, least: float) -> bool:
    """Do the cells differ from each other, at least in this share? Estimates are off by a few hundredths."""
    if profile.complete:
        return profile.filled > 0 and profile.distinct >= least * profile.filled
    return profile.distinct >= min(least, 0.9) * profile.filled


def _serial(profile: Profile) -> bool:
    """Numbers, or codes that hold one, rising from row to row; not a numbered question."""
    found = [SERIAL.fullmatch(normal(value)) for value in profile.spellings]
    numbers = [int(each[1]) for each in found if each]
    rising = all(first < second for first, second in pairwise(numbers))
    return len(numbers) == len(found) and rising and not question_number(profile.header)


def _mean(profile: Profile) -> float | None:
    """The mean of what can be weights; None where not even half of the cells hold numbers, or they are far too large."""
    read = [(number(value), times) for value, times in profile.values]
    numbers = [(value, times) for value, times in read if value is not None]
    total, counted = sum(times for _, times in read), sum(times for _, times in numbers)
    if not total or counted < 0.5 * total:
        return None
    mean = sum(max(value, 0.0) * times for value, times in numbers) / counted
    return mean if 0 < mean < LARGEST_MEAN else None


def _share(profile: Profile, pattern: re.Pattern[str]) -> float:
    total = sum(times for _, times in profile.values)
    fitting = sum(times for value, times in profile.values if pattern.fullmatch(normal(value)))
    return fitting / total if total else 0.0
