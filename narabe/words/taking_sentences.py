"""What is said where files are taken away: faces, formats, and what a machine-readable file says of itself."""

from narabe.model.text import Text

READABLE, MACHINE, PICTURE, COPY = (
    Text("閲覧用", "For reading"),
    Text("機械可読", "For machines"),
    Text("図", "Picture"),
    Text("コピー", "Copy"),
)
MORE = Text("ほかの形式", "Other formats")
FACE, FORMAT = Text("何に使うか", "What for"), Text("形式", "Format")
TAKE = Text("ダウンロード", "Download")
CSV, XLSX = Text("CSV", "CSV"), Text("Excel", "Excel")
XLSX_READABLE = Text(
    "画面と同じ表。題名・注・出典つき。図があれば、編集できるグラフも入ります。",
    "The table as on screen with title, notes and sources; where there is a chart, one that can be edited.",
)
CSV_READABLE = Text("画面と同じ表だけ（UTF-8）。", "The table of the screen alone (UTF-8).")
CSV_MACHINE = Text(
    "1行1件、項目名は英字、単位や記号なし（UTF-8、BOMあり）。",
    "One record a row, names in Latin letters, no units or marks in numbers (UTF-8 with BOM).",
)
SJIS, SJIS_MACHINE = (
    Text("CSV（Shift_JIS）", "CSV (Shift_JIS)"),
    Text(
        "古いシステム向け。書けない文字は〓になります。",
        "For older systems; what it cannot write becomes 〓.",
    ),
)
XLSX_MACHINE = Text(
    "表・コード表・項目定義・説明・更新履歴のシート。",
    "Sheets for data, codes, definitions, description and history.",
)
PARQUET, PARQUET_MACHINE = (
    Text("Parquet", "Parquet"),
    Text("型つきの列。PythonやRで速く読めます。", "Typed columns; quick to read in Python and R."),
)
JSON, JSON_MACHINE = Text("JSON", "JSON"), Text("1件ずつのレコードの並び。", "A list of records.")
ZIP, ZIP_MACHINE = (
    Text("ZIP（データパッケージ）", "ZIP (data package)"),
    Text(
        "CSVと、コード表・定義・単位・出典・更新履歴のひとそろい（Frictionless）。",
        "CSV with codes, definitions, units, sources and history (Frictionless).",
    ),
)
PNG, PNG_WHAT = (
    Text("PNG（×1）", "PNG (×1)"),
    Text("題名・図・出典・注意つきの画像。", "An image with title, chart, source and cautions."),
)
PNG_2, PNG_2_WHAT = (
    Text("PNG（×2）", "PNG (×2)"),
    Text(
        "同じ画像を2倍の細かさで。印刷や大きな画面に。",
        "The same, twice as fine: for print and large screens.",
    ),
)
SVG, SVG_WHAT = (
    Text("SVG", "SVG"),
    Text(
        "拡大しても粗くならない画像。文字は形なので、どこでも同じに見えます。",
        "Sharp at any size; letters are outlines, so it looks the same everywhere.",
    ),
)
TO_COPY = Text(
    "右上の印を押すと写せます。表計算ソフトに貼ると、列が分かれます。",
    "Press the sign at the top right; pasted into a spreadsheet it falls into columns.",
)
TOO_LONG_TO_COPY = Text(
    "行が多いため、ここでは写せません。ExcelかCSVをお使いください。",
    "There are too many rows to copy here. Please take Excel or CSV.",
)
WRITABLE = Text("すべての文字をShift_JISで書けます。", "Every character can be written in Shift_JIS.")
MAKING = Text("調べています…", "Looking…")

ROW_OF_SCREEN = Text(
    "画面の表の1行、または並んだ列の1つ", "A row of the table on screen, or one of its columns side by side"
)
SECTION, NO_VALUE = Text("出典の節", "Section of the source"), Text("値のない欄", "Cells without a value")
SOURCE, NOTE, VERSION = Text("出典", "Source"), Text("注", "Note"), Text("データの版", "Data version")
EMPTY_MEANS = Text(
    "空欄は値がないことを表し、0とは区別する。理由が分かるときは、値の種類または「_remark」の列に書く",
    "An empty cell holds no value; it is not zero. Where the reason is known, the status or a column “_remark” says it",
)
NO_UNIT = Text("なし（番号・年）", "none: a number or a year")
REMARK = Text("数でないところの言葉", "words where there is no number")
IN_ENGLISH = Text("（英語）", ", English")
YES_NO = Text("該当するとき1、しないとき0", "1 where it applies, 0 where not")
YES, NO = Text("該当する", "applies"), Text("該当しない", "does not apply")
WHAT_STANDS = Text("画面の表の列「{}」", "column “{}” of the table on screen")

CONTENTS = Text("目次", "Contents")
WHOLE = Text("すべての画面の表", "The tables of every page")
BACK = Text("目次へ", "Back to the contents")
CONTENT_COLUMNS = (
    Text("番号", "No."),
    Text("画面", "View"),
    Text("表", "Table"),
    Text("行数", "Rows"),
    Text("画面のアドレス", "Address"),
)
CHART, CHART_DATA = Text("図", "Chart"), Text("図のデータ", "Chart data")
LINE = Text("行", "Line")


def unwritable(lines: int) -> Text:
    """Before the characters that Shift_JIS lacks."""
    return Text(
        f"Shift_JISでは書けない文字が{lines:,}種類あり、〓になります。",
        f"Shift_JIS lacks {lines:,} of the characters; they become 〓.",
    )


def unit_beside(column: str) -> Text:
    """The unit of a number that stands in columns of its own."""
    return Text(f"列「{column}_ja」「{column}_en」の単位", f"as in columns “{column}_ja” and “{column}_en”")


def unit_of(label: Text) -> Text:
    return Text(f"{label.ja}の単位", f"{label.en}: unit")


def times(often: int) -> Text:
    """How often."""
    return Text(f"{often:,}回", f"{often:,} ×")


def cut(shown: int) -> Text:
    """Where a list is long."""
    return Text(f"ほか{shown:,}種類", f"and {shown:,} more")


def of_column(label: Text) -> Text:
    """The definition of a column that has no other."""
    return Text(WHAT_STANDS.ja.format(label.ja), WHAT_STANDS.en.format(label.en))
