"""The 30 rules for machine-readable data in our own words: what each asks, what breaks it, what to do."""

from collections.abc import Sequence

from narabe.model.text import EMPTY, Text, plain

ASKS: dict[str, Text] = {
    "L1-01": Text(
        "ExcelやCSVなど、機械がそのまま読める形式である",
        "The file is of a form that machines read directly, such as Excel or CSV",
    ),
    "L1-02": Text("1つのシート（CSVは1ファイル）に表は1つ", "One table per sheet, or per CSV file"),
    "L1-03": Text(
        "空白の行や列、2つ目の見出しで表が途切れていない",
        "No blank rows or columns and no second header part the data",
    ),
    "L1-04": Text("表のまわりに関係のないメモなどがない", "Nothing unrelated lies around the table"),
    "L1-05": Text("すべての列に、内容の分かる項目名がある", "Every column has a name one can understand"),
    "L1-06": Text(
        "見た目を整えるためのスペースや改行がない", "No spaces or line breaks are used for the looks of it"
    ),
    "L1-07": Text("1つのセルに入るデータは1つ", "One datum per cell"),
    "L1-08": Text(
        "①や㈱などの機種依存文字がない（固有名詞を除く）",
        "No platform-dependent characters such as ① or ㈱ (proper names excepted)",
    ),
    "L1-09": Text("データがないことと0の区別がつく", "Missing and zero can be told apart"),
    "L1-10": Text(
        "Excel：図形、画像、テキストボックスを使っていない", "Excel: no pictures, shapes or text boxes"
    ),
    "L1-11": Text("Excel：色や太字だけで区別を表していない", "Excel: colours and bold type carry no meaning"),
    "L1-12": Text("Excel：セルを結合していない", "Excel: no merged cells"),
    "L1-13": Text(
        "Excel：非表示や折りたたみの行、列、シートがない",
        "Excel: no hidden or folded rows, columns or sheets",
    ),
    "L1-14": Text("CSV：1件のデータが1行に収まっている", "CSV: one record is one line"),
    "L1-15": Text(
        'CSV：カンマを含む値は「"」で囲まれている', "CSV: values that contain a comma stand in double quotes"
    ),
    "L2-01": Text(
        "数値のセルは数値だけ（単位、カンマ、▲、※などを含まない）",
        "Cells of numbers hold numbers alone: no units, commas, ▲ or ※",
    ),
    "L2-02": Text(
        "上の行と同じ内容も省略せずに書かれている", "Nothing is left out because the row above says it"
    ),
    "L2-03": Text(
        "項目名は重なりがなく、1行で完結している", "Column names are unique, and complete in one row"
    ),
    "L2-04": Text("選択肢は、コードか決まった1つの書き方", "Choices are codes, or have one fixed spelling"),
    "L2-05": Text("「その他」の内容は別の列にある", "The text of “other” has a column of its own"),
    "L2-06": Text("Excel：数式ではなく値が入っている", "Excel: values, not formulas"),
    "L3-01": Text("1行目が項目名、2行目からデータ", "Row 1 holds the names, row 2 the first data"),
    "L3-02": Text("コードの意味を示すコード表が付いている", "A code table says what the codes mean"),
    "L3-03": Text("「－」「x」などの記号の意味が書かれている", "Symbols such as – or x are defined"),
    "L3-04": Text("数値の単位が書かれている", "Units are stated"),
    "L3-05": Text(
        "時期は西暦（または和暦と西暦の併記）", "Times are in Western years, or era and Western year together"
    ),
    "L3-06": Text(
        "地域は標準地域コードか正式な名称", "Areas are given by standard code or by their official name"
    ),
    "L3-07": Text(
        "年によって表の形が変わらず、変えたときは記録がある",
        "The form stays the same from year to year, and changes are recorded",
    ),
    "L3-08": Text(
        "定義、更新履歴、英数字の項目名、文字コードが示されている",
        "Definitions, update history, alphanumeric field names and encoding are given",
    ),
    "L3-09": Text("縦持ち（1つの観測が1行）になっている", "Long form: one observation per row"),
}

BREAKS: dict[str, Text] = {
    "L1-01": Text("セルにデータがありません", "No cell holds any data"),
    "L1-02": Text("1つのシートに複数の表があります", "There are several tables on one sheet"),
    "L1-03": Text(
        "空白の行や列、または繰り返しの見出しがあります",
        "There are blank rows or columns, or repeated headers",
    ),
    "L1-04": Text("表の外に、表と関係のない記入があります", "Something unrelated stands outside the table"),
    "L1-05": Text(
        "項目名のない列、または内容の分からない項目名があります",
        "Some columns have no name, or a name that does not say what they hold",
    ),
    "L1-06": Text("体裁のためのスペースや改行があります", "Spaces or line breaks are used for looks"),
    "L1-07": Text("1つのセルに複数のデータが入っています", "Some cells hold several data"),
    "L1-08": Text("機種依存文字があります", "There are platform-dependent characters"),
    "L1-09": Text(
        "数値の列に0と空欄が混ざり、空欄の意味が書かれていません",
        "Zeros and empty cells stand in one column of numbers, and nothing says what empty means",
    ),
    "L1-10": Text("図形や画像などがあります", "There are pictures or shapes"),
    "L1-11": Text("色などの書式で区別されたセルがあります", "Some cells are told apart by colour or format"),
    "L1-12": Text("結合されたセルがあります", "There are merged cells"),
    "L1-13": Text("非表示の行、列、シートがあります", "There are hidden rows, columns or sheets"),
    "L1-14": Text("セルの中に改行があります", "There are line breaks inside cells"),
    "L1-15": Text(
        "項目名より値の数が多い行があります（囲まれていないカンマ）",
        "Some rows have more values than there are names (commas not in quotes)",
    ),
    "L2-01": Text(
        "数値の列に、数値でない書き方のセルがあります", "Some cells of number columns are not plain numbers"
    ),
    "L2-02": Text("上の行と同じ内容が省略されています", "What the row above says is left out"),
    "L2-03": Text(
        "項目名が重なっているか、複数の行に分かれています",
        "Column names occur twice or are spread over several rows",
    ),
    "L2-04": Text("同じ選択肢に複数の書き方があります", "One choice is spelled in several ways"),
    "L2-05": Text(
        "「その他」と同じセルに、その内容が書かれています", "What “other” means is written in the same cell"
    ),
    "L2-06": Text("数式のセルがあります", "There are formulas"),
    "L3-01": Text(
        "1行目から項目名が始まっていないか、項目名が2行以上あります",
        "The names do not begin in row 1 and column A, or take more than one row",
    ),
    "L3-02": Text(
        "コードの列がありますが、意味を示す表がありません",
        "There are codes, but no table says what they mean",
    ),
    "L3-03": Text(
        "意味の書かれていない記号が数値の列にあります",
        "Symbols stand among the numbers and nothing says what they mean",
    ),
    "L3-04": Text("単位の分からない数値の列があります", "Some columns of numbers have no unit"),
    "L3-05": Text("西暦の分からない時期があります", "Some times do not give a Western year"),
    "L3-06": Text("地域名が省略されています", "Names of areas are shortened"),
    "L3-07": Text("シートによって項目名が違います", "The names of columns differ between the sheets"),
    "L3-08": Text("データの説明が足りません", "The data are not fully explained"),
    "L3-09": Text("時期や区分が列として横に並んでいます", "Times or groups stand side by side as columns"),
}

DO: dict[str, Text] = {
    "L1-01": Text("表をセルに入れてください。", "Put the table into cells."),
    "L1-02": Text("表ごとにシート（ファイル）を分けてください。", "Put each table on its own sheet."),
    "L1-03": Text(
        "空白の行や列と2つ目の見出しを取り除いてください。", "Remove blank lines and further headers."
    ),
    "L1-04": Text("消すか、別のシートに移してください。", "Delete it or move it to another sheet."),
    "L1-05": Text(
        "内容の分かる名前を付けるか、定義のシートを添えてください。",
        "Name them, or add a sheet that defines the names.",
    ),
    "L1-06": Text("余分なスペースと改行を取り除いてください。", "Remove the extra spaces and line breaks."),
    "L1-07": Text("列または行を分けてください。", "Split them into columns or rows."),
    "L1-08": Text(
        "(株)、1、m2などに書き換えてください。", "Write them as plain characters, such as 1 or m2."
    ),
    "L1-09": Text(
        "件数が0なら0を入れ、空欄の意味を書いてください。",
        "Enter 0 for none, and state what an empty cell means.",
    ),
    "L1-10": Text("必要な情報はセルに入れてください。", "Put what is needed into cells."),
    "L1-11": Text("区別は文字で列に入れてください。", "Say it in words in a column."),
    "L1-12": Text("結合を解除し、それぞれのセルに値を入れてください。", "Unmerge them and fill every cell."),
    "L1-13": Text("不要なら削除し、必要なら表示してください。", "Delete them, or show them."),
    "L1-14": Text("改行を取り除いてください。", "Remove the line breaks."),
    "L1-15": Text('カンマを含む値を「"」で囲んでください。', "Put values with commas in double quotes."),
    "L2-01": Text(
        "数値だけにし、単位や注は別の列に入れてください。",
        "Leave the number alone, and put units and notes in other columns.",
    ),
    "L2-02": Text("すべての行に値を入れてください。", "Fill every row."),
    "L2-03": Text(
        "重ならない項目名を1行にまとめてください。", "Give each column a name of its own, in one row."
    ),
    "L2-04": Text("1つの書き方にそろえてください。", "Choose one spelling."),
    "L2-05": Text("内容を別の列に分けてください。", "Move it to a column of its own."),
    "L2-06": Text("値として貼り付けてください。", "Paste them as values."),
    "L3-01": Text(
        "題名や空白の行を取り除き、項目名を1行目に置いてください。",
        "Remove titles and blank rows, and put the names in row 1.",
    ),
    "L3-02": Text("コード表のシートを添えてください。", "Add a sheet with the code table."),
    "L3-03": Text(
        "記号の意味を注や別のシートに書いてください。", "Define them in a note or on another sheet."
    ),
    "L3-04": Text("項目名か別の列に単位を書いてください。", "State the unit in the name or in a column."),
    "L3-05": Text("西暦で書くか、併記してください。", "Write, or add, the Western year."),
    "L3-06": Text(
        "「郡山市」のような正式な名称か、標準地域コードにしてください。",
        "Give the official name, as the municipality writes it, or the standard area code.",
    ),
    "L3-07": Text(
        "項目名をそろえるか、変更の記録を添えてください。", "Use the same names, or record the changes."
    ),
    "L3-08": Text("説明のシートを添えてください。", "Add a sheet that explains them."),
    "L3-09": Text(
        "時期や区分を1つの列にし、1行に1つの値を入れてください。", "Put times in one column, one value a row."
    ),
}

UNDECIDED: dict[str, Text] = {
    "L3-07": Text(
        "1つのファイルだけでは判定できません。同じ項目名を毎年使い、変えたときは変更履歴を添えると満たされます。",
        "One file alone cannot show it. Using the same names every year and recording changes satisfies it.",
    )
}
"""Rules that the file alone cannot decide: what would satisfy them."""

LOOKS_NOT_READ = Text(
    "ファイルが大きいため、書式や結合は確かめていません。",
    "The file is too large for its formats and merged cells to have been looked at.",
)

LACKS_DEFINITIONS = Text("項目の定義", "definitions of the columns")
LACKS_HISTORY = Text("更新履歴", "an update history")
LACKS_PHYSICAL_NAMES = Text("英数字の項目名", "alphanumeric field names")
LACKS_ENCODING = Text("文字コードとBOMの有無", "the encoding and BOM")


def found(rule_id: str, places: Sequence[str], count: int, detail: Text | None = None) -> Text:
    """What breaks a rule with the first places and how many there are, and what to do."""
    shown = [_where(places, count), detail or EMPTY]
    ja, en = "、".join(each.ja for each in shown if each.ja), "; ".join(each.en for each in shown if each.en)
    breaks = BREAKS[rule_id]
    return Text(
        f"{breaks.ja}{f'（{ja}）' if ja else ''}。{DO[rule_id].ja}",
        f"{breaks.en}{f' ({en})' if en else ''}. {DO[rule_id].en}",
    )


def for_example(value: str) -> Text:
    """One of the values, shortened."""
    short = " ".join(value.split())
    short = short if len(short) <= 20 else short[:20] + "…"
    return Text(f"例：「{short}」", f"such as “{short}”")


def lacking(things: Sequence[Text]) -> Text:
    """What an explanation lacks."""
    return Text(
        "ないもの：" + "、".join(thing.ja for thing in things),
        "lacking: " + ", ".join(thing.en for thing in things),
    )


def _where(places: Sequence[str], count: int) -> Text:
    if not places:
        return EMPTY
    listed = plain("、".join(places)).ja, ", ".join(places)
    rest = count - len(places)
    if rest <= 0:
        return Text(*listed)
    return Text(f"{listed[0]} ほか{rest:,}か所", f"{listed[1]} and {rest:,} more")
