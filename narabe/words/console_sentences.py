"""What is said around a query: why it cannot be run, where it stands, how much of its answer is shown."""

import re
from collections.abc import Mapping

from narabe.model.text import EMPTY, Text

ONE_SELECT = Text(
    "読み取りの SELECT 文を 1 つだけ書いてください。", "Write exactly one SELECT statement, which only reads."
)
NOTHING = Text("文がありません。", "There is no statement.")
SEVERAL = Text("文が 2 つ以上あります。", "There is more than one statement.")
NO_SELECT = Text("SELECT 以外の文です。", "It is not a SELECT.")
MEMORY = Text("使える記憶の量を超えました。", "It takes more memory than a query may have.")
LARGE = Text("結果が大きすぎます。", "The result is too large.")
ENDED = Text("実行の途中で止まりました。", "It stopped before it was done.")
SHUT = Text("ファイルやネットワークは使えません。", "Files and the network are out of reach.")
DEEP = Text("式の入れ子が深すぎます。", "The expression is nested too deeply.")
UNFINISHED = Text("文が途中で終わっています。", "The statement ends too early.")
CANCELLED = Text("問い合わせを取り消しました。", "The query was cancelled.")
LESS = Text("条件や LIMIT で小さくしてください。", "Make it smaller with conditions or LIMIT.")
CLEANSE = Text("文を直して、もう一度実行してください。", "Correct the statement and run it again.")
LOOK_UP = Text(
    "使える表と列の一覧で、名前を確かめてください。", "Look the name up in the list of tables and columns."
)
OWN_TABLES = Text("公開している表だけを使ってください。", "Use the public tables only.")
AS_WORDS = Text(
    "その列を ::varchar で文字にするか、西暦1～9999年に絞ってください。",
    "Turn the column into text with ::varchar, or keep to the years 1 to 9999.",
)
REASONS = {
    "nothing": NOTHING,
    "several": SEVERAL,
    "no_select": NO_SELECT,
    "memory": MEMORY,
    "large": LARGE,
}
NEAR = re.compile(r'at or near "(.*)"', re.DOTALL)
SYSTEM = ("pg_", "sqlite_", "duckdb_", "pragma_")
LONGEST = 200


def too_long(seconds: float) -> Text:
    return Text(f"{seconds:g}秒たっても終わりませんでした。", f"It was not done after {seconds:g} seconds.")


def out_of_time(column: str) -> Text:
    name = _short(column)
    return Text(
        f"列「{name}」に、西暦1～9999年の外の日付か、読み取れない時刻があります。",
        f"column “{name}” holds a date outside the years 1 to 9999, or a time that cannot be read.",
    )


def refused(why: Text, place: Text = EMPTY) -> Text:
    """`この問い合わせは実行できません（1行目8文字目）：列「x」はありません。`"""
    ja, en = (f"（{place.ja}）", f" ({place.en})") if place.ja else ("", "")
    return Text(
        f"この問い合わせは実行できません{ja}：{why.ja}",
        f"This query cannot be run{en}: {why.en}",
    )


def place(sql: str, position: str | None) -> Text:
    """Line and character of a byte of the statement; nothing where none is told."""
    if position is None or not position.isdecimal():
        return EMPTY
    before = sql.encode()[: int(position)].decode(errors="ignore")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Text(f"{line}行目{column}文字目", f"line {line}, character {column}")


def why(error: Mapping[str, str]) -> tuple[Text, Text]:
    """What DuckDB said, and what to do."""
    kind, what = error.get("exception_type", ""), error.get("exception_message", "")
    if kind == "Out of Memory":
        return MEMORY, LESS
    if kind == "Permission":
        return SHUT, OWN_TABLES
    if kind == "TransactionContext":
        return NO_SELECT, ONE_SELECT
    if "Max expression depth" in what:
        return DEEP, CLEANSE
    if error.get("error_subtype") == "COLUMN_NOT_FOUND":
        return missing(Text("列", "column"), error), LOOK_UP
    if error.get("error_subtype") == "MISSING_ENTRY":
        return missing(_entry(error.get("type", "")), error), LOOK_UP
    if error.get("error_subtype") == "SYNTAX_ERROR":
        return _unread(what), CLEANSE
    return _as_told(what), CLEANSE


def missing(kind: Text, error: Mapping[str, str]) -> Text:
    """`列「nothing」はありません。近い名前：value、low。`"""
    name = _short(error.get("name", ""))
    near = [each for each in re.split(r",\s*", error.get("candidates", "")) if each]
    near = [each for each in near if not each.startswith(SYSTEM)]
    if not near or "関数" in kind.ja:
        return Text(f"{kind.ja}「{name}」はありません。", f"there is no {kind.en} “{name}”.")
    return Text(
        f"{kind.ja}「{name}」はありません。近い名前：{'、'.join(near)}。",
        f"there is no {kind.en} “{name}”. Near: {', '.join(near)}.",
    )


def _entry(kind: str) -> Text:
    if kind == "Table":
        return Text("表", "table")
    return Text("関数", "function") if "Function" in kind else Text("名前", "name")


def _unread(what: str) -> Text:
    found = NEAR.search(what)
    if found is None or not found[1]:
        return UNFINISHED
    near = _short(found[1])
    return Text(f"「{near}」のあたりが読み取れません。", f"it cannot be read near “{near}”.")


def _as_told(what: str) -> Text:
    """In DuckDB's own words: its first line."""
    line = _short((what.splitlines() or [""])[0])
    return Text(line, line)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def rows_left_out(shown: int) -> Text:
    return Text(
        f"結果のはじめの{shown:,}行です。続きは取り出していません。",
        f"These are the first {shown:,} rows; the rest was not fetched.",
    )
