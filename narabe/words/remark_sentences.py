"""What is said around remarks: dates, what was done, and what cannot be stored."""

from datetime import datetime, timedelta, timezone

from narabe.model.remark import Remark, RemarkKind
from narabe.model.text import Text
from narabe.words import labels

JAPAN = timezone(timedelta(hours=9))
"""The clock of the city: no daylight saving since 1951, so no time zone database is needed."""

SAVED = Text("書き込みました。", "Saved.")
SAVED_UNSEEN = Text(
    "庁内限りとして保存しました。庁内限りの表示を止めているため、この画面と出力には出ません。",
    "Saved as internal. Internal remarks are switched off here, so it is not shown or exported.",
)
WITHDRAWN = Text("取り下げました。記録は台帳に残ります。", "Withdrawn. The record stays in the ledger.")
NOTHING_WRITTEN = Text("内容を入力してください。", "Please write something.")
NO_DEPARTMENT = Text("担当課を入力してください。", "Please name the department.")
NO_AUTHOR = Text("記入者を入力してください。", "Please say who writes.")
NO_WITHDRAWER = Text("取り下げる人を入力してください。", "Please say who withdraws it.")
UNKNOWN_SUBJECT = Text(
    "この対象には書き込めません（いまのデータにありません）。", "This cannot be written on: it is not in the present data."
)  # fmt: skip
RELOAD = Text("ページを読み込み直してください。", "Please reload the page.")
CLOSED = Text("いまは書き込みを受け付けていません。", "Nothing can be written at present.")
HOW_TO_OPEN = Text(
    "受け付けるには、管理者が data/settings.toml の remarks_open を true にします。",
    "To open it, the administrator sets remarks_open to true in data/settings.toml.",
)
GONE = Text("この書き込みは、すでに取り下げられています。", "This remark is withdrawn already.")


def day(moment: datetime) -> Text:
    """The date of a moment in Japan: `2026年11月21日` / `21 Nov 2026`."""
    local = moment.astimezone(JAPAN)
    return Text(f"{local.year}年{local.month}月{local.day}日", f"{local.day} {local:%b %Y}")


def moment(when: datetime) -> Text:
    """The same with the time of day: `2026年11月21日 9:05` / `21 Nov 2026, 9:05`."""
    local, date = when.astimezone(JAPAN), day(when)
    clock = f"{local.hour}:{local.minute:02}"
    return Text(f"{date.ja} {clock}", f"{date.en}, {clock}")


def taken_back(remark: Remark) -> Text:
    """A withdrawn remark: that it was there, but not what it said."""
    kind, taken = labels.REMARK[remark.kind], remark.withdrawal
    assert taken is not None
    written, withdrawn = day(remark.written_at), day(taken.withdrawn_at)
    return Text(
        f"{written.ja}の{kind.ja}（{remark.department}）は、{withdrawn.ja}に取り下げられました（{taken.author}）。",
        f"{kind.en} of {written.en} ({remark.department}): withdrawn on {withdrawn.en} ({taken.author}).",
    )


def too_long(field: Text, found: int, most: int) -> Text:
    """More characters than a field takes."""
    return Text(
        f"{field.ja}は{most:,}文字までです（いま{found:,}文字）。",
        f"{field.en}: at most {most:,} characters ({found:,} now).",
    )


def unusable(field: Text) -> Text:
    """Characters that are no letters: NUL, escape codes, marks that turn the direction of reading."""
    return Text(
        f"{field.ja}に、文字として使えない制御文字が含まれています。取り除いてください。",
        f"{field.en}: please remove the control characters.",
    )


def does_not_fit(kind: RemarkKind) -> Text:
    """A kind of remark that this subject does not take."""
    label = labels.REMARK[kind]
    return Text(f"ここには「{label.ja}」を書けません。", f"“{label.en}” cannot be written here.")
