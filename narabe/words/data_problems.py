"""What is said of an input file that cannot be used: where, what stands there, what is expected."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from narabe.model.text import Text, plain

LONGEST_VALUE, MOST_NAMES = 60, 12

MEND = Text(
    "その箇所を直してから、もう一度 python -m narabe build を実行してください。直すまでは前の版が表示されます。",
    "Mend that place and run python -m narabe build again. Until then the previous version is served.",
)
MEND_CODEBOOK = Text("書式は data/codebooks の他のファイルに合わせてください。", "Follow the form of the other files in data/codebooks.") + MEND  # fmt: skip
MEND_PRACTICE = Text("data/practice/rule.yml の設問か、data/published の人数を確かめてください。", "Check the question in data/practice/rule.yml, or the counts in data/published.")  # fmt: skip
MEND_SETTINGS = Text("data/settings.toml の項目名と値を直してください。直すまでは前の版が表示されます。", "Mend the names and values in data/settings.toml. Until then the previous version is served.")  # fmt: skip
SEAL = Text(
    "意図した変更なら make seal で指紋を付け直し、そうでなければ元のファイルに戻してください。",
    "If the change is meant, run make seal to record it; otherwise put the original file back.",
)

NOT_UTF8 = Text("文字コードが UTF-8 ではありません。", "it is not encoded in UTF-8.")
BYTE_ORDER_MARK = Text(
    "先頭に BOM（見えない印）があります。BOM なしの UTF-8 で保存してください。",
    "it begins with a byte order mark; save it as UTF-8 without BOM.",
)
MISSING = Text("ファイルがありません。", "the file is missing.")
STALE = Text(
    "中身が、目録 datapackage.json に記した指紋（ハッシュ）と違います。",
    "its content does not match the hash recorded in its datapackage.json.",
)

A_DATE = Text("日付（引用符なし、例 2026-04-01）", "a date without quotes, e.g. 2026-04-01")
A_WHOLE_NUMBER = Text("0 以上の整数", "a whole number, 0 or more")
A_TEXT, A_GROUP, A_LIST = Text("文字", "text"), Text("項目の組", "a group of entries"), Text("一覧", "a list")
YES_OR_NO = Text("true または false", "true or false")
TYPES = {
    "text": A_TEXT,
    "string": A_TEXT,
    "integer": Text("整数", "a whole number"),
    "number": Text("数", "a number"),
    "boolean": YES_OR_NO,
    "date": Text("日付（例 2026-04-01）", "a date such as 2026-04-01"),
}


# --- where -------------------------------------------------------------------------------------


def in_file(place: str, what: Text, row: int | None = None, field: str | None = None) -> Text:
    """A sentence about a data file; row 1 is its header."""
    ja, en = f"データファイル {place}", f"Data file {place}"
    if row is not None:
        ja, en = f"{ja} の {row} 行目", f"{en}, row {row}"
    if field is not None:
        ja, en = f"{ja}、列「{field}」", f"{en}, field “{field}”"
    return _said(Text(ja, en), what)


def in_codebook(place: str, what: Text, entry: str | None = None, field: str | None = None) -> Text:
    """A sentence about a codebook and one of its entries."""
    ja, en = f"コードブック {place}", f"In codebook {place}"
    if entry is not None:
        ja, en = f"{ja} の {entry}", f"{en}, {entry}"
    if field is not None:
        ja, en = f"{ja}、項目「{field}」", f"{en}, entry “{field}”"
    return _said(Text(ja, en), what)


def in_settings(what: Text) -> Text:
    """A sentence about the settings file."""
    return _said(Text("設定ファイル data/settings.toml", "Settings file data/settings.toml"), what)


def _said(where: Text, what: Text) -> Text:
    return Text(f"{where.ja}：{what.ja}", f"{where.en}: {what.en}")


# --- what: any file ----------------------------------------------------------------------------


def not_valid(form: str, line: int | None = None, column: int | None = None) -> Text:
    """A file that is not JSON, YAML or TOML at all, with the place where reading stopped."""
    if line is None:
        return Text(f"{form} として読めません。", f"it is not valid {form}.")
    return Text(
        f"{form} として読めません（{line} 行目の {column} 文字目）。",
        f"it is not valid {form} (line {line}, column {column}).",
    )


def broken_toml(said: str) -> Text:
    """TOML says the place in its message."""
    found = re.search(r"line (\d+), column (\d+)", said)
    return not_valid("TOML", int(found[1]), int(found[2])) if found else not_valid("TOML")


def unexpected(value: Any, expected: Text) -> Text:
    """A value of another kind than the one asked for."""
    stands = shown(value)
    return Text(
        f"{stands.ja}ではなく、{expected.ja}にしてください。", f"{stands.en} should be {expected.en}."
    )


def lacking(name: str) -> Text:
    """An entry without something it needs."""
    return Text(f"「{name}」がありません。", f"“{name}” is missing.")


def one_of(allowed: tuple[str, ...]) -> Text:
    """An expectation: one of these."""
    return Text(f"{_named(allowed, '・')} のどれか", f"one of {_named(allowed, ', ')}")


def unknown_setting(name: str, known: tuple[str, ...]) -> Text:
    return Text(
        f"「{name}」という項目はありません。使える項目は {_named(known, '・')} です。",
        f"there is no setting “{name}”; known are {_named(known, ', ')}.",
    )


def ill_typed_setting(name: str, value: Any, expected: Text) -> Text:
    return Text(
        f"{name} は{shown(value).ja}ではなく、{expected.ja}にしてください。",
        f"{name} is {shown(value).en}; it should be {expected.en}.",
    )


def shown(value: Any) -> Text:
    """A value in quotes, cut where it is long."""
    plainly = isinstance(value, str | date)
    text = str(value) if plainly else json.dumps(value, ensure_ascii=False, default=str)
    text = text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"
    return Text(f"「{text}」", f"“{text}”")


def _named(names: tuple[str, ...], between: str) -> str:
    return between.join(names[:MOST_NAMES]) + ("…" if len(names) > MOST_NAMES else "")


# --- what: tables of several packages ----------------------------------------------------------


def no_table(name: str, folder: str) -> Text:
    """A table without which nothing can be built."""
    return Text(
        f"{folder} の目録 datapackage.json に、必要な表「{name}」がありません。",
        f"The table “{name}” is needed, but no datapackage.json in {folder} has it.",
    )


def columns_differ(name: str, other: str, columns: tuple[str, ...]) -> Text:
    """Two tables of one name that do not fit together."""
    return Text(
        f"表「{name}」の列が {other} と違います（{_named(columns, '・')}）。",
        f"the columns of table “{name}” differ from those in {other} ({_named(columns, ', ')}).",
    )


def unknown_type(given: str) -> Text:
    """A column of a type that we do not load."""
    return unexpected(given, one_of(("string", "integer", "number", "boolean", "date")))


def does_not_fit(query: str, said: str) -> Text:
    """A query that the given tables cannot answer; `said` is the database's own first line."""
    return Text(
        f"データの表が {query} に合いません（列名や型が変わっていないか確かめてください）：{said}",
        f"The data tables do not fit {query} (has a column or its type changed?): {said}",
    )


def practice_does_not_fit(question_id: str) -> Text:
    """Counts that no fictional answers can give."""
    return Text(
        f"架空データ（操作練習用）の設問「{question_id}」は、公表された人数どおりに作れません。",
        f"No fictional answers can give the published counts of “{question_id}”.",
    )


def header(labels: tuple[str, ...], names: tuple[str, ...]) -> Text:
    """A header line that is not the one in the descriptor."""
    missing = tuple(name for name in names if name not in labels)
    extra = tuple(label for label in labels if label not in names)
    if missing and extra:
        return Text(
            f"見出しに {_named(missing, '・')} がなく、目録にない{shown('・'.join(extra)).ja}があります。",
            f"the header lacks {_named(missing, ', ')} and has {shown(', '.join(extra)).en}, not in the descriptor.",
        )
    if missing:
        return Text(
            f"見出しに {_named(missing, '・')} がありません。", f"the header lacks {_named(missing, ', ')}."
        )
    if extra:
        return Text(
            f"目録にない見出し{shown('・'.join(extra)).ja}があります。",
            f"the header has {shown(', '.join(extra)).en}, which is not in the descriptor.",
        )
    return Text(
        f"見出しは目録の順に一度ずつ並べてください：{', '.join(names)}",
        f"the header should name each column once, in this order: {', '.join(names)}",
    )


# --- what: findings of the table checker -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding: its kind, the value, the rule it breaks, and whatever else the kind needs."""

    kind: str
    found: str = ""
    rule: str = ""
    limit: Any = None
    label: str = ""
    other: str = ""
    note: str = ""


def table_fault(fault: Fault) -> Text:
    """One short sentence; for a kind we do not know, the checker's own note."""
    say = FAULTS.get(fault.kind)
    return say(fault) if say else plain(fault.note or fault.kind)


def _type(fault: Fault) -> Text:
    return unexpected(fault.found, TYPES.get(fault.rule, plain(fault.rule)))


def _constraint(fault: Fault) -> Text:
    if fault.rule == "required":
        return Text("空欄にできません。値を入れてください。", "the cell is empty; a value is required.")
    if fault.rule == "enum":
        return unexpected(fault.found, one_of(tuple(str(each) for each in fault.limit)))
    said, limit = LIMITS.get(fault.rule), str(fault.limit)
    return unexpected(fault.found, said(limit) if said else plain(f"{fault.rule} {limit}"))


LIMITS: dict[str, Callable[[str], Text]] = {
    "minimum": lambda limit: Text(f"{limit} 以上", f"{limit} or more"),
    "maximum": lambda limit: Text(f"{limit} 以下", f"{limit} or less"),
    "exclusiveMinimum": lambda limit: Text(f"{limit} より大きい値", f"more than {limit}"),
    "exclusiveMaximum": lambda limit: Text(f"{limit} より小さい値", f"less than {limit}"),
    "minLength": lambda limit: Text(f"{limit} 文字以上", f"at least {limit} characters"),
    "maxLength": lambda limit: Text(f"{limit} 文字以内", f"at most {limit} characters"),
    "pattern": lambda limit: Text(f"形式 {limit} に合う値", f"of the form {limit}"),
}


def _twice(fault: Fault) -> Text:
    """A key or a unique value that stands in two rows."""
    if not fault.other:
        return Text(f"主キー（{fault.label}）が空です。", f"the primary key ({fault.label}) is empty.")
    return Text(
        f"{fault.label} が{shown(fault.found).ja}の行は、{fault.other} 行目にもあります。",
        f"{shown(fault.found).en} in {fault.label} stands in row {fault.other} already.",
    )


def _points_nowhere(fault: Fault) -> Text:
    return Text(
        f"{fault.label} の{shown(fault.found).ja}が、表「{fault.other}」にありません。",
        f"{shown(fault.found).en} in {fault.label} does not exist in the table “{fault.other}”.",
    )


def _broken_descriptor(fault: Fault) -> Text:
    return Text(
        f"目録の書き方が正しくありません（{fault.note}）。", f"the descriptor is not valid ({fault.note})."
    )


def _unreadable(fault: Fault) -> Text:
    return Text(f"CSV として読めません（{fault.note}）。", f"it cannot be read as CSV ({fault.note}).")


def _counts(fault: Fault) -> Text:
    return Text(f"行や列の数が目録と違います（{fault.note}）。", f"the number of rows or columns differs from the descriptor ({fault.note}).")  # fmt: skip


def _always(said: Text) -> Callable[[Fault], Text]:
    return lambda _fault: said


FAULTS: dict[str, Callable[[Fault], Text]] = {
    "type-error": _type,
    "constraint-error": _constraint,
    "unique-error": _twice,
    "primary-key": _twice,
    "foreign-key": _points_nowhere,
    "blank-row": _always(Text("行が空です。行ごと消してください。", "the row is blank; remove it.")),
    "extra-cell": _always(Text("見出しより多くの値があります（余分なコンマなど）。", "it has more values than the header (a stray comma?).")),
    "missing-cell": _always(Text("値の数が見出しより少なく、この列がありません。", "it has fewer values than the header; this one is missing.")),
    "encoding-error": _always(NOT_UTF8),
    "scheme-error": _always(Text("ファイルを開けません。", "the file cannot be opened.")),
    "source-error": _unreadable,
    "format-error": _unreadable,
    "compression-error": _unreadable,
    "row-count": _counts,
    "field-count": _counts,
    "package-error": _broken_descriptor,
    "resource-error": _broken_descriptor,
    "dialect-error": _broken_descriptor,
    "schema-error": _broken_descriptor,
    "field-error": _broken_descriptor,
}  # fmt: skip
