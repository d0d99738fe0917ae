"""The public tables and their dictionary on the explore page, in words."""

from narabe.model.open_data import FieldKind, OpenTable
from narabe.model.text import Text

TABLES, FIELDS = Text("公開の表", "Public tables"), Text("項目の説明", "Data dictionary")
KIND = {
    FieldKind.CODE: Text("コード", "code"),
    FieldKind.TEXT: Text("文字", "text"),
    FieldKind.FREE_TEXT: Text("文章", "sentences"),
    FieldKind.INTEGER: Text("整数", "whole number"),
    FieldKind.NUMBER: Text("数値", "number"),
    FieldKind.FLAG: Text("はい・いいえ（1・0）", "yes or no (1, 0)"),
    FieldKind.DATE: Text("日付", "date"),
}
OPEN = Text("中身を見て、持ち出す表", "Table to look into and take away")
NOT_OPENED = Text("（選んでください）", "(choose one)")
WHOLE = Text("すべての画面の表を1冊に", "Every table of every page in one workbook")
WHOLE_NOTE = Text(
    "各画面の表を初めの表示のまま集めた閲覧用のExcelです。目次が付きます。できるまで10秒ほどかかります。",
    "A readable Excel workbook of the tables of every page as first shown, with a contents sheet. It takes about ten seconds.",
)
WHOLE_BOOK = Text("すべての表（Excel）", "Every table (Excel)")
ADDRESSES = Text("ほかの道具から読み込むアドレス", "Addresses for other tools")
ADDRESSES_NOTE = Text(
    "Excel（データ → Web から）やTableauに、このアドレスを貼ってください。アドレスは変わらず、開くたびに最新の版が届きます。",
    "Paste an address into Excel (Data → From Web) or Tableau. It stays the same and always gives the live version.",
)
SJIS, ABOUT = Text("CSV（Shift_JIS）", "CSV (Shift_JIS)"), Text("説明（JSON）", "Description (JSON)")
FILES = Text(
    "機械可読のファイル（アドレスは変わりません）", "Files for machines (the addresses never change)"
)
PREVIEW = Text(
    "画面と閲覧用のファイルは初めの1,000行までです。機械可読のファイルにはすべて入ります。",
    "Screen and readable files hold the first 1,000 rows; files for machines hold all.",
)
ANSWERS = Text("回答データ", "Answers")
ANSWERS_NOTE = Text(
    "一人ひとりの回答は公開の表になりません。クロス集計で、少人数を伏せて集計します。",
    "Answers of single people are in no public table: the cross-tabulation counts them and masks small groups.",
)
CODES = Text("コードの意味", "What the codes mean")


def named(table: OpenTable) -> Text:
    """`数値（figures）`."""
    return Text(f"{table.title.ja}（{table.name}）", f"{table.title.en} ({table.name})")


def answer(tables: int, rows: int, datasets: int) -> Text:
    """`24の表（のべ1,903行）を持ち出せます。`"""
    more = Text(
        f"回答データは{datasets}つで、クロス集計から使えます。",
        f"{datasets} sets of answers can be cross-tabulated.",
    )
    return Text(
        f"{tables}の表（{rows:,}行）を持ち出せます。", f"{tables} tables ({rows:,} rows) can be taken away."
    ) + (more if datasets else Text("", ""))


def described(tables: int, fields: int, found: int, words: str) -> Text:
    """How many fields are explained, or how many of them hold the words."""
    if words and not found:
        return Text(
            f"{fields:,}の項目のうち、「{words}」が出てくるものはありません。",
            f"None of the {fields:,} fields holds “{words}”.",
        )
    if words:
        return Text(
            f"{fields:,}の項目のうち、「{words}」が出てくるのは{found:,}です。",
            f"{found:,} of {fields:,} fields hold “{words}”.",
        )
    return Text(
        f"{tables}の表の{fields:,}の項目すべてに、意味を付けています（数には単位も）。",
        f"Every one of the {fields:,} fields of {tables} tables has its meaning, and numbers their unit.",
    )
