"""What a repaired, machine-readable file says of itself: names, definitions, notes."""

from narabe.model.answers_plan import Missing
from narabe.model.text import Text

CODE, WORDS, NUMBER, DATE = (
    Text("コード", "code"),
    Text("文字列", "text"),
    Text("数値", "number"),
    Text("日付（西暦）", "date"),
)
FREE_TEXT, YES_NO = Text("自由記述", "free text"), Text("0または1", "0 or 1")
ALL = Text("全体", "All")
MONTHS = Text("月", "months")
UNIT_BESIDE = Text("列「unit」の単位", "as in column “unit”")
UNIT_NOT_STATED = Text("記載なし", "not stated")
NOT_STATED = Text("記載なし", "not stated")

FIGURE_FIELDS: dict[str, tuple[Text, Text]] = {
    "area_code": (
        Text("地域コード", "Area code"),
        Text("標準地域コード（5桁）", "Standard area code, five digits"),
    ),
    "area_name": (Text("地域名", "Area"), Text("地域の正式な名称", "Official name of the area")),
    "metric_id": (Text("指標コード", "Metric code"), Text("指標を表すコード", "Code of the metric")),
    "metric_name_ja": (Text("指標名", "Metric, Japanese"), Text("指標の名称", "Name of the metric")),
    "metric_name_en": (
        Text("指標名（英語）", "Metric, English"),
        Text("指標の英語名", "Name of the metric in English"),
    ),
    "segment": (
        Text("内訳コード", "Part code"),
        Text("内訳を表すコード（全体はall）", "Code of the part; all is the whole"),
    ),
    "segment_name_ja": (Text("内訳名", "Part, Japanese"), Text("内訳の名称", "Name of the part")),
    "segment_name_en": (
        Text("内訳名（英語）", "Part, English"),
        Text("内訳の英語名", "Name of the part in English"),
    ),
    "role": (
        Text("種別コード", "Role"),
        Text("実績、基準値、目標などの別", "Observed, baseline, target and so on"),
    ),
    "period_start": (
        Text("期間の初日", "First day"),
        Text("期間の初日（この日を含む）", "First day, inclusive"),
    ),
    "period_end": (Text("期間の末日", "Last day"), Text("期間の末日（この日を含む）", "Last day, inclusive")),
    "months": (
        Text("月数", "Months"),
        Text("期間の月数。ある時点の値は空欄", "Length in months; empty for a state at a date"),
    ),
    "value": (Text("値", "Value"), Text("指標の値", "Value of the metric")),
    "unit": (Text("値の単位", "Unit"), Text("値の単位", "Unit of the value")),
    "low": (
        Text("下限", "Lower end"),
        Text("値が範囲で示されるときの下限", "Lower end where a range is given"),
    ),
    "high": (
        Text("上限", "Upper end"),
        Text("値が範囲で示されるときの上限", "Upper end where a range is given"),
    ),
    "numerator": (Text("分子", "Numerator"), Text("割合の分子", "Numerator of a ratio")),
    "denominator": (Text("分母", "Denominator"), Text("割合の分母", "Denominator of a ratio")),
    "status": (Text("値の区分", "Status"), Text("値がどのように得られたか", "How the value is known")),
    "note_ja": (Text("注記", "Note, Japanese"), Text("元の表の注", "Notes of the original table")),
    "note_en": (Text("注記（英語）", "Note, English"), Text("注の英語による要約", "Notes in short English")),
    "section": (
        Text("元の表", "Original table"),
        Text("元のシートまたは表の名前", "Sheet or table it comes from"),
    ),
}
ROLES: dict[str, Text] = {
    "observed": Text("実績", "observed"),
    "baseline": Text("基準値", "baseline"),
    "target": Text("目標", "target"),
    "forecast": Text("見込み", "forecast"),
}
STATUSES: dict[str, Text] = {
    "printed": Text("元のファイルの値のまま", "as in the original file"),
    "computed": Text("元の値からの計算", "computed from the original"),
    "recovered": Text("割合から求めた件数", "count worked out from a percentage"),
    "bounded": Text("範囲として示された値", "given as a range"),
    "rank": Text("順位だけの記載", "rank only"),
    "not_captured": Text("未収録", "not captured"),
    "not_published": NOT_STATED,
}

ROW = (
    Text("元のファイルの行番号", "Row in the original file"),
    Text("番号", "number of a row"),
    Text("元のファイルでの行の番号", "Row number in the original file"),
)
RESPONDENT = (
    Text("回答者の番号", "Respondent"),
    WORDS,
    Text("元のファイルの回答者番号", "Id of the respondent in the original file"),
)
WEIGHT = (
    Text("ウエイト", "Weight"),
    NUMBER,
    Text("倍", "times"),
    Text("集計のときに掛ける重み", "Factor by which the respondent counts"),
)
CHOSEN = Text(
    "選んだとき1、選ばなかったとき0、回答がないとき空欄", "1 chosen, 0 not chosen, empty without an answer"
)
FLAGS = (("1", Text("選んだ", "chosen")), ("0", Text("選ばなかった", "not chosen")))
ONE_CHOICE = Text(
    "選んだ選択肢のコード。回答がないとき空欄", "Code of the option chosen; empty without an answer"
)
MISSING_REASON = Text(
    "回答がない理由。回答があるとき空欄", "Why there is no answer; empty where there is one"
)
REASONS: dict[Missing, Text] = {
    Missing.NO_ANSWER: Text("無回答", "no answer"),
    Missing.NOT_APPLICABLE: Text("非該当", "not applicable"),
    Missing.INVALID: Text("無効", "invalid"),
}

COMPANIONS: dict[str, Text] = {
    "codes": Text("コード表の列", "column of the code table"),
    "definitions": Text("項目定義の列", "column of the definitions"),
    "about": Text("このファイルの説明の列", "column of the description"),
    "history": Text("更新履歴の列", "column of the history"),
}
COMPANION_FIELDS: dict[str, Text] = {
    "table": Text("表の名前", "Table"),
    "field": Text("項目の物理名", "Field"),
    "within": Text("コードが一つに決まる範囲", "Thing within which the code is unique"),
    "code": Text("コード", "Code"),
    "label_ja": Text("意味", "Meaning, Japanese"),
    "label_en": Text("意味（英語）", "Meaning, English"),
    "name_ja": Text("項目名", "Name, Japanese"),
    "name_en": Text("項目名（英語）", "Name, English"),
    "type_ja": Text("型", "Type, Japanese"),
    "type_en": Text("型（英語）", "Type, English"),
    "unit": Text("単位", "Unit"),
    "definition_ja": Text("定義", "Definition, Japanese"),
    "definition_en": Text("定義（英語）", "Definition, English"),
    "item_ja": Text("事項", "Item, Japanese"),
    "item_en": Text("事項（英語）", "Item, English"),
    "value_ja": Text("内容", "Content, Japanese"),
    "value_en": Text("内容（英語）", "Content, English"),
    "date": Text("日付", "Date"),
    "change_ja": Text("更新の内容", "Change, Japanese"),
    "change_en": Text("更新の内容（英語）", "Change, English"),
}

TITLE = Text("題名", "Title")
SOURCE_FILE = Text("元のファイル", "Original file")
SOURCE_HASH = Text("元のファイルのSHA-256", "SHA-256 of the original file")
DEPARTMENT = Text("担当課", "Department")
AREA = Text("地域", "Area")
COUNT = Text("件数", "Size")
ENCODING = Text("文字コード", "Encoding")
MISSING = Text("空欄の意味", "Empty cells")
TIMES = Text("時期の表し方", "Times")
CHARACTERS = Text("置き換えた文字", "Replaced characters")
LAST_UPDATED = Text("最終更新日", "Last updated")
EMPTY_MEANS = Text("空欄は値がないことを表し、0とは区別する", "An empty cell holds no value; it is not zero")
WESTERN_DATES = Text(
    "西暦（年-月-日）。期間は初日と末日で示す",
    "Western dates (year-month-day); periods by first and last day",
)
REPLACED = Text(
    "機種依存文字は近い文字（丸囲みの数字は括弧書き）に、表せない文字は〓に、セル内の改行は空白に置き換えた。"
    "CSVでは、数式に見える文字（= + - @ など）で始まる文の前に「'」を付けた",
    "Platform-dependent characters were replaced by plain ones, others by 〓, line breaks in cells by spaces; "
    "in CSV a text that begins like a formula (= + - @ and so on) has an apostrophe before it",
)
WORKBOOK_ENCODING = Text("Excelブック（UTF-8）", "Excel workbook (UTF-8)")
ENCODINGS: dict[str, Text] = {
    "utf-8": Text("UTF-8（BOMあり）、改行CRLF", "UTF-8 with BOM, lines end in CRLF"),
    "shift_jis": Text(
        "Shift_JIS（CP932、BOMなし）、改行CRLF", "Shift_JIS (CP932) without BOM, lines end in CRLF"
    ),
}
RECEIVED = Text("元のファイルを受け取り", "Original file received")
MADE = Text("機械可読の形式で作成", "Made in machine-readable form")
TOO_LARGE = Text("Excelブックにするには大きすぎます。", "This is too large for a workbook.")
TAKE_CSV = Text("CSVのファイルをお使いください。", "Please take the CSV files.")


def rows_and_columns(rows: int, columns: int) -> Text:
    """The size of a table."""
    return Text(f"{rows:,}行 × {columns:,}列", f"{rows:,} rows × {columns:,} columns")


def why_missing(question: Text) -> Text:
    """The name of the column that says why there is no answer."""
    return Text(f"{question.ja}：回答がない理由", f"{question.en}: why there is no answer")
