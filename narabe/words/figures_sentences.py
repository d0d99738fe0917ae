"""What is said of a file of monthly or yearly figures: what cannot be read, what does not add up, what was kept."""

from narabe.model.text import Text, plain

MEND_CELL = Text(
    "元のファイルのこのセルを数だけに直すか、空欄にして、もう一度入れてください。",
    "Mend this cell in the file (a number, or nothing) and bring it in again.",
)
LOOK = Text("元の数を確かめてください。このまま取り込むこともできます。", "Please check the number; it can also be taken in as it is.")  # fmt: skip
NO_TABLE = Text("数値の表が見つかりません。", "No table of figures was found.")
HOW_TO_LAY = Text(
    "月や年度の見出し（例：令和7年4月、2025年度）と、指標の名前のある表にしてください。入力様式も使えます。",
    "Give a table with headings of months or years (such as 2025-04, FY2025) and names of metrics, or use the form.",
)
NOTHING_CHOSEN = Text("取り込む指標が一つも選ばれていません。", "No metric is chosen to be taken in.")
CHOOSE = Text(
    "対応づけの画面で、取り込む行に指標を選んでください。", "Choose a metric for the lines to be taken in."
)
NO_VALUES = Text("取り込める数値が一つもありません。", "There is not one number to take in.")
NO_PERIOD = Text("時期（年度または年月）が読み取れません。", "The period (year or month) cannot be read.")
SAY_PERIOD = Text(
    "表の題名か見出しに「令和7年度」「令和7年4月」のように時期を書いてください。",
    "Write the period in the title or the headings, such as FY2025 or 2025-04.",
)
NO_NUMBERS = Text("数値の表がないシートです。取り込みません。", "This sheet holds no table of figures; it is not taken in.")  # fmt: skip
TORN = Text(
    "見出しより列の多い行です。「1,234」のような数が、コンマで二つの列に分かれたとみられます。",
    "This row has more cells than there are headings: a number such as 1,234 seems to be torn at its comma.",
)
MEND_TORN = Text(
    '数のコンマを取るか、数を「"1,234"」のように引用符で囲んでください。列の見出しが足りないときは書き足してください。',
    'Write numbers without commas or in quotes ("1,234"); if a heading is missing, add it.',
)
FORMULA_FAILED = Text("数式がエラーになっています。", "A formula has failed here.")
MEND_FORMULA = Text("元のファイルで数式を直してから、もう一度入れてください。", "Mend the formula in the file, then bring it in again.")  # fmt: skip
NOT_A_NUMBER = Text(
    "数として読めない文字があります。取り込みません。", "This cannot be read as a number and is left out."
)
A_DATE = Text(
    "数のところが日付になっています。取り込みません。", "A date stands where a number should; it is left out."
)
MEND_DATE = Text(
    "セルの表示形式を「数値」か「標準」に直してください。", "Set the format of the cell to a number."
)
OVER_WHOLE = Text("割合が100%を超えています（分子が全体の数より大きい）。", "The share is above 100%: its part is larger than its whole.")  # fmt: skip
OVER_HUNDRED = Text("割合が100%を超えています。", "The share is above 100%.")
BELOW_ZERO = Text("マイナスの値です。", "The value is negative.")
MEND_SHARE = Text("分子と全体の数を確かめ、直してからもう一度入れてください。", "Check both numbers, mend them and bring the file in again.")  # fmt: skip
BRACKETS = Text(
    "かっこで囲まれた数を、マイナスとして読みました。", "A number in brackets was read as negative."
)
TWICE_ALIKE = Text("同じ指標・同じ時期に、同じ数が2回あります。1回だけ取り込みます。", "The same figure stands twice; it is taken in once.")  # fmt: skip
TWICE = Text(
    "同じ指標・同じ時期に、違う数が2つあります。",
    "Two different numbers are given for the same metric and period.",
)
KEEP_ONE = Text("どちらか一方だけを取り込むように、表か対応づけを直してください。", "Mend the table or the mapping so that only one is taken in.")  # fmt: skip
STATE_FOR_FLOW = Text(
    "「末」「現在」の値ですが、この指標は期間の合計で数えるものです。",
    "The value is of a date, but this metric counts over a period.",
)
NO_UNIT = Text("単位が読み取れません。", "The unit cannot be read.")
SAY_UNIT = Text("対応づけの画面で単位を書いてください。", "Give the unit in the mapping.")
FRACTIONS = Text("0から1の値を割合とみて、100倍して％にしました。", "Values from 0 to 1 were read as shares and made into percentages.")  # fmt: skip
CHECK_FACTOR = Text(
    "違うときは、対応づけの画面で倍率を1にしてください。",
    "If that is wrong, set the factor to 1 in the mapping.",
)
HIDDEN = Text("隠れたシートは読みません。", "A hidden sheet is not read.")
SHOW_SHEET = Text("必要なら、シートを再表示してからもう一度入れてください。", "If it is needed, unhide it and bring the file in again.")  # fmt: skip

GAP_NOTES = {
    "none": Text("「—」などの記載（該当なし）", "Marked — (not applicable)"),
    "withheld": Text("「x」などの記載（秘匿）", "Marked x (withheld)"),
    "unknown": Text("「…」などの記載（不詳）", "Marked … (not known)"),
}
FRACTION_OF = Text("以上", "or more"), Text("以下", "or less")


def more_said(bound_is_least: bool) -> Text:
    """A target that is an end of a range."""
    least, most = FRACTION_OF
    word = least if bound_is_least else most
    return Text(f"「{word.ja}」つきの記載", f"Given with “{word.en}”")


def noted(note: str) -> Text:
    """A footnote or remark of the file, kept in its own language."""
    return Text(note, f"Note in the file: {note}")


def table_left_out(sheet: str, first_row: int, last_row: int) -> Text:
    """A table that is left out because its period cannot be read."""
    place = _rows(sheet, first_row, last_row)
    return Text(
        f"{place.ja}の表は、時期（年度または年月）が読み取れないため、取り込みません。",
        f"The table in {place.en} is left out: its period (year or month) cannot be read.",
    )


def _rows(sheet: str, first: int, last: int) -> Text:
    ja, en = (
        (f"{first}行目", f"row {first}")
        if first == last
        else (f"{first}～{last}行目", f"rows {first}–{last}")
    )
    return Text(f"シート「{sheet}」の{ja}", f"{en} of sheet “{sheet}”") if sheet else Text(ja, en)


def total_differs(stated: str, summed: str) -> Text:
    """A total that its parts do not give."""
    return Text(
        f"合計の{stated}と、内訳を足した{summed}が違います。",
        f"The total {stated} differs from the sum of its parts, {summed}.",
    )


def total_left_out(name: str, value: str) -> Text:
    """A total over time that no period can be given to, or that adds up states."""
    return Text(
        f"「{name}」の{value}は、どの時期の値か決められないため取り込みません。",
        f"{value} in “{name}” is left out: it cannot be said which period it is of.",
    )


SAY_TOTAL = Text(
    "取り込むときは、見出しに「令和7年度計」「令和7年度末」のように時期を書くか、対応づけの画面で時期を入れてください。",
    "To take it in, write the period in its heading (FY2025 total) or give it in the mapping.",
)


def part_off(stated: str, part: str, whole: str, computed: str) -> Text:
    """A share that its two numbers do not give."""
    return Text(
        f"割合は{stated}%とありますが、{part}÷{whole}では{computed}%です。割合だけを取り込みます。",
        f"The share is given as {stated}%, but {part} / {whole} is {computed}%; only the share is taken in.",
    )


def running_differs(stated: str, summed: str) -> Text:
    """A running total that the figures up to then do not give."""
    return Text(
        f"累計の{stated}と、そこまでの値を足した{summed}が違います。",
        f"The running total {stated} differs from the sum of the figures up to there, {summed}.",
    )


def unit_differs(written: str, wanted: str) -> Text:
    """A unit that is not that of the metric."""
    return Text(
        f"ファイルの単位「{written}」と、指標の単位「{wanted}」が違います。",
        f"The file says “{written}”, but the metric is counted in “{wanted}”.",
    )


def jumped(before: str, now: str) -> Text:
    """A number ten times its neighbour, or a tenth."""
    return Text(
        f"前後の値（{before}）と比べて{now}は10倍以上違います。",
        f"{now} is ten times off its neighbours ({before}).",
    )


def no_such_metric(metric_id: str) -> Text:
    """A plan that names a metric nobody knows."""
    return Text(f"指標「{metric_id}」が見つかりません。", f"There is no metric “{metric_id}”.")


def left_out(label: str) -> Text:
    """A line that is not taken in."""
    return Text(f"「{label}」の行（列）は取り込みません。", f"The line “{label}” is not taken in.")


def beside_left_out(names: tuple[str, ...]) -> Text:
    """前年比, 平均 and the like of one table."""
    ja, en = "」「".join(names), "”, “".join(names)
    return Text(f"「{ja}」の行（列）は取り込みません。", f"Left out as beside the figures: “{en}”.")


def column_left_out(name: str) -> Text:
    """A column of numbers over which no period stands."""
    return Text(
        f"「{name}」の列は、時期（年度または年月）が読み取れません。取り込みません。",
        f"The column “{name}” is left out: its period (year or month) cannot be read.",
    )


def read_as(label: str, title: Text) -> Text:
    """A line taken for a metric that has another title."""
    return Text(
        f"「{label}」を指標「{title.ja}」として読みました。",
        f"“{label}” was read as the metric “{title.en}”.",
    )


LOOK_READ_AS = Text(
    "違うときは、対応づけの画面で指標を選び直してください。",
    "If that is wrong, choose another metric in the mapping.",
)


def small_share(value: str, meant: str) -> Text:
    """0.95 as a percentage."""
    return Text(f"{value}% と読みました。{meant}% ではありませんか。", f"Read as {value}%; is it {meant}%?")


LOOK_SHARE = Text(
    "割合を小数で書いた表のときは、対応づけの画面で倍率を100にしてください。",
    "If the shares are written as fractions, set the factor to 100 in the mapping.",
)


def drafted(label: str, unit: str) -> Text:
    """A metric that was not known and comes with the file."""
    return Text(
        f"「{label}」（{unit or '単位なし'}）は、新しい指標として取り込みます。",
        f"“{label}” ({unit or 'no unit'}) is taken in as a new metric.",
    )


def definition(dataset: str) -> Text:
    """The definition of a metric that came with a file."""
    return Text(
        f"取り込んだファイル「{dataset}」にある指標。定義の記載なし",
        f"A metric of the imported file “{dataset}”; not defined there",
    )


def reading_sheet(name: str) -> Text:
    """What is done now."""
    return (
        Text(f"シート「{name}」の表を読んでいます。", f"Reading the tables of sheet “{name}”.")
        if name
        else READING
    )


READING = Text("表を読んでいます。", "Reading the tables.")


def heading(title: str, sheet: str) -> Text:
    """A table as a place of the source: its title, and its sheet."""
    if not title and not sheet:
        return Text("表", "Table")
    if not title or not sheet or sheet in title:
        return plain(title or sheet)
    return Text(f"{title}（{sheet}）", f"{title} ({sheet})")


# --- values typed by hand ------------------------------------------------------------------------

NOTHING_TYPED = Text("数値が一つも入力されていません。", "No number has been entered.")
TYPE_ONE = Text("少なくとも一つの欄に数を入れてください。", "Enter a number in one field at least.")
HOW_TO_TYPE = Text(
    "1,234 や 45.0％ や △5 のように入れてください。まだ分からないときは空欄のままにします。"
    "値がないことを残すときは「—」（該当なし）、「x」（秘匿）、「…」（不詳）のどれかを入れます。",
    "Enter it like 1,234, 45.0% or -5. Leave the field empty while it is not known; to record that there is no value, "
    "enter — (not applicable), x (withheld) or … (not known).",
)
TYPE_IN_UNIT = Text(
    "欄の単位に直した数を入れてください（単位は書かなくてもかまいません）。",
    "Enter the number in the unit of the field; the unit itself may be left out.",
)


def not_typed_as_number(field: Text) -> Text:
    """Words in a field for a number."""
    return Text(f"「{field.ja}」に入れた値は、数として読めません。", f"“{field.en}”: this is not a number.")


def typed_in_other_unit(field: Text, written: str, wanted: Text) -> Text:
    """A number with a unit that is not that of its field."""
    return Text(
        f"「{field.ja}」の単位は「{wanted.ja}」ですが、「{written}」と入れてあります。",
        f"“{field.en}” is counted in “{wanted.en}”, but “{written}” was entered.",
    )


def typed_as_none(field: Text, reason: Text) -> Text:
    """A sign for none, typed on purpose."""
    return Text(
        f"「{field.ja}」は値なしとして登録します。{reason.ja}",
        f"“{field.en}” is recorded without a value. {reason.en}.",
    )


# --- forms -----------------------------------------------------------------------------------------

FORM_IDS = {
    "metric_id": "指標ID",
    "segment": "内訳ID",
    "label": "指標",
    "segment_label": "内訳",
    "unit": "単位",
    "start": "期間開始",
    "end": "期間終了",
    "value": "入力値",
    "note": "備考",
}
"""Headings of the form; `narabe.intake.figures.down` knows them again."""
FORM_HELP = Text(
    "色のついた欄に数を入れ、保存して「データを入れる」の画面から送ってください。分からない欄は空欄のままにします（0とは区別します）。",
    "Fill in the coloured cells, save, and bring the file in. Leave what is not known empty: that is not 0.",
)
FORM_DEPARTMENT, FORM_AUTHOR = Text("担当課", "Department"), Text("記入者", "Entered by")
FORM_PERIOD = Text("対象", "Period")
FORM_BEFORE, FORM_YEAR_BEFORE = (
    Text("前月の値（参考）", "Last month"),
    Text("前年の値（参考）", "A year earlier"),
)
FORM_NUMBER_ERROR = Text(
    "数だけを入れてください（単位や文字は入れません）。", "Enter a number only, without a unit or words."
)
FORM_RATIO_ERROR = Text("0から100までの数を入れてください。", "Enter a number from 0 to 100.")
FORM_WHOLE_ERROR = Text("0以上の整数を入れてください。", "Enter a whole number, 0 or more.")
FORM_PROMPT = Text("数だけを入れます。分からないときは空欄のままにします。", "A number only; leave it empty where it is not known.")  # fmt: skip
