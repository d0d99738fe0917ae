"""The public tables in words: what a file says of itself, and why an address is refused."""

from collections.abc import Sequence

from narabe.model.open_data import FieldKind
from narabe.model.text import EMPTY, Text

AS_PRINTED = Text(
    "文書や取り込んだファイルの内容を写した。言い換えは、こちらの言葉による",
    "Transcribed from documents or files taken in; wording is our own",
)
LICENCE = Text(
    "出典：各文書の発行者。利用条件は出典元の定めによる",
    "Source: the publisher of each document; reuse follows the source's own terms",
)
LICENCE_NAME = "source-terms"
TITLE = Text("公開データ", "Open data")
EVERY_TABLE = Text("公開しているすべての表", "Every public table")
LEAD = Text(
    "表ごとのデータです。アドレスは変わらないので、Excel（データ → Web から）や BI ツールの読み込み先に指定できます。",
    "Data table by table. The addresses do not change, so they can be given to Excel (Data → From Web) and BI tools.",
)
FILTER = Text(
    "列の名前と値を付けると絞り込めます（同じ列に値が2つ以上あるときは、どれか）：",
    "Add a field and a value to filter (several values of one field: any of them):",
)
SHIFT_JIS = Text(
    "CSV を Shift_JIS で受け取るには encoding=sjis を付けます。表せない文字は〓になります：",
    "Add encoding=sjis for a CSV in Shift_JIS; characters it lacks become 〓:",
)
ABOUT_ALL = Text("全体の説明", "Description of all tables")
ABOUT_ONE = Text("説明", "Description")
TABLE, CONTENT, ROWS, FILES = (
    Text("表", "Table"),
    Text("内容", "Content"),
    Text("行数", "Rows"),
    Text("ファイル", "Files"),
)
ROWS_COUNTED = Text("行", " rows")
HOME = Text("ホームへ", "Home")
PROCESSING, LICENCE_ITEM, VERSION, SOURCE = (
    Text("作り方", "Processing"),
    Text("利用条件", "Licence"),
    Text("データの版", "Data version"),
    Text("出典", "Source"),
)
CONTENT_ITEM = Text("1行の内容", "What a row is")
SOURCES_ARE = Text("出典の範囲", "What the sources are")
SOURCES_OF = {
    True: Text("このデータの行が挙げる文書", "the documents that the rows name"),
    False: Text(
        "表に文書の列がないので、公開データ全体のもとになった文書",
        "the table names no documents; these are those on which all the public data rest",
    ),
}
FILTERED_BY = Text("絞り込み", "Filter")
NOTHING_FILTERED = Text("なし（全件）", "none (all rows)")
ORIGIN_OF = {
    False: Text("公表された文書", "published document"),
    True: Text("取り込んだファイル", "file taken in"),
}
BUILT = Text("このデータの版を作成", "This version of the data was made")
PUBLISHED, TAKEN_IN = Text("公表", "published"), Text("取り込み", "taken in")
INTEGER, NUMBER, TRUE_FALSE, DAY = (
    Text("整数", "a whole number"),
    Text("数", "a number"),
    Text("0 か 1", "0 or 1"),
    Text("日付（2026-03-31 の形）", "a date such as 2026-03-31"),
)
EXPECTED = {
    FieldKind.INTEGER: INTEGER,
    FieldKind.NUMBER: NUMBER,
    FieldKind.FLAG: TRUE_FALSE,
    FieldKind.DATE: DAY,
}
SEE_LIST = Text("表の一覧は /data/ にあります。", "All tables are listed at /data/.")
SEE_FIELDS = Text("列の一覧は metadata.json にあります。", "The fields are listed in metadata.json.")
ONE_TABLE = Text(
    "この形式のファイルには、表を1つだけ入れられます。ZIP か Excel をお使いください。",
    "A file of this kind holds one table only. Please take the ZIP or the workbook.",
)
CSV_ONLY = Text(
    "encoding は csv と zip のときだけ使えます。値は utf-8 か sjis です。",
    "“encoding” is for csv and zip alone; it is utf-8 or sjis.",
)
VIEW_NOT_DATA = Text(
    "このビューのデータには、アドレスがありません。",
    "There is no address for the data of this view.",
)
WHICH_VIEWS = Text(
    "クロス集計と「データを探す」のビューだけが、データとして読み込めます。",
    "Only views of the cross-tabulation and of “Explore” can be read as data.",
)
WITHDRAWN = Text("このビューは取り下げられました。", "This view was withdrawn.")
NO_FILTERS_HERE = Text(
    "ビューのアドレスには絞り込みを付けられません。", "The address of a view takes no filters."
)
NO_FILTERS_FOR_ALL = Text(
    "すべての表を入れたファイルには絞り込みを付けられません。表ごとのアドレスでお使いください。",
    "The file of all tables takes no filters; please use the address of one table.",
)
BUSY = Text(
    "いま混み合っています。少し待って、もう一度お試しください。",
    "Many files are being made. Please wait a moment and try again.",
)
TOO_LONG = Text("アドレスが長すぎます。", "The address is too long.")


def no_table(name: str, near: Sequence[str]) -> Text:
    """No table of this name, and those spelled nearly so."""
    return Text(f"「{name}」という表はありません。", f"There is no table “{name}”.") + _perhaps(near)


def no_kind(kind: str, kinds: Sequence[str]) -> Text:
    """No file of this kind."""
    every = "・".join(kinds)
    return Text(
        f"「.{kind}」のファイルはありません。あるのは {every} です。",
        f"There is no file “.{kind}”; there are {', '.join(kinds)}.",
    )


def no_field(name: str, table: str, near: Sequence[str]) -> Text:
    """The table has no such field."""
    return Text(
        f"表「{table}」に「{name}」という列はありません。", f"Table “{table}” has no field “{name}”."
    ) + _perhaps(near)


def bad_value(name: str, value: str, kind: FieldKind) -> Text:
    """A value that can never stand in the field."""
    expected = EXPECTED.get(kind, EMPTY)
    return Text(
        f"列「{name}」の値は{expected.ja}です。「{value}」は使えません。",
        f"Field “{name}” takes {expected.en}, not “{value}”.",
    )


def unknown_code(name: str, value: str, known: Sequence[str]) -> Text:
    """A code that the vocabulary of the field does not have."""
    return Text(
        f"列「{name}」に「{value}」というコードはありません。あるのは {'・'.join(known)} です。",
        f"Field “{name}” has no code “{value}”; there are {', '.join(known)}.",
    )


def no_address(rest: str) -> Text:
    """Nothing stands below /data/ at this address."""
    return Text(f"「/data/{rest}」には何もありません。", f"There is nothing at “/data/{rest}”.")


def source_line(title: Text, publisher: Text, published: str) -> Text:
    """`郡山市「…」（2026-03）`."""
    when = f"（{published}）" if published else ""
    return Text(
        f"{publisher.ja}「{title.ja}」{when}",
        f"{publisher.en}, {title.en}" + (f" ({published})" if published else ""),
    )


def arrived(title: Text, imported: bool) -> Text:
    """One line of the history of the data."""
    how = TAKEN_IN if imported else PUBLISHED
    return Text(f"「{title.ja}」を{how.ja}", f"“{title.en}” {how.en}")


def filtered(where: Sequence[tuple[str, Sequence[str]]]) -> Text:
    """`wave=net2025 または net2021、status=printed`."""
    if not where:
        return NOTHING_FILTERED
    return Text(
        "、".join(f"{name}={' または '.join(values)}" for name, values in where),
        ", ".join(f"{name}={' or '.join(values)}" for name, values in where),
    )


def _perhaps(near: Sequence[str]) -> Text:
    if not near:
        return EMPTY
    return Text(f"近い名前：{'、'.join(near)}。", f"Near it: {', '.join(near)}.")
