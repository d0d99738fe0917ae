"""What is said of a file that cannot be read, or not as it stands."""

from narabe.model.text import Text


def and_others(message: Text, count: int) -> Text:
    """The line that stands for the faults of a kind that are not listed."""
    return Text(f"ほか {count:,} 件：{message.ja}", f"{count:,} more: {message.en}")


def not_listed(count: int) -> Text:
    """The last line of a list that would be too long."""
    return Text(
        f"ほか {count:,} 件（一覧は 1,000 件までです）。", f"{count:,} more (the list ends at 1,000)."
    )


# --- what kind of file it is -------------------------------------------------------------------

READABLE = Text(
    "読み込めるのは、CSV・TSV、Excel（.xlsx・.xlsm）、SPSS（.sav・.zsav）、Parquet です。",
    "What can be read: CSV and TSV, Excel (.xlsx, .xlsm), SPSS (.sav, .zsav), Parquet.",
)
SAVE_AS_XLSX = Text(
    "Excel で開き、「名前を付けて保存」で「Excel ブック（.xlsx）」を選んで保存し直してください。",
    "Open it in Excel and save it as “Excel Workbook (.xlsx)”.",
)
EMPTY_FILE = Text("ファイルが空です。", "The file is empty.")
CHOOSE_ANOTHER = Text(
    "データの入ったファイルか確かめて、選び直してください。", "Please check that you chose the file that holds the data."
)  # fmt: skip
NOT_A_TABLE = Text("表のデータとして読めないファイルです。", "This file cannot be read as a table.")
NOT_TEXT = Text(
    "文字のファイルではないようです。中身を表として読めません。",
    "This does not seem to be a text file: it cannot be read as a table.",
)
OPEN_AND_SAVE = Text(
    "作ったソフトで開けるか確かめ、Excel（.xlsx）か CSV で保存し直したものを選んでください。",
    "Check that it opens in the program that made it, save it there as Excel (.xlsx) or CSV, and choose that file.",
)
GONE = Text("ファイルを開けません。", "The file cannot be opened.")
OLD_WORKBOOK = Text(
    "古い形式の Excel ファイル（.xls）です。この形式は読み込めません。",
    "This is an old Excel file (.xls), which cannot be read.",
)
BINARY_WORKBOOK = Text(
    "Excel バイナリ形式（.xlsb）のファイルです。この形式は読み込めません。",
    "This is an Excel binary workbook (.xlsb), which cannot be read.",
)
OPEN_DOCUMENT = Text(
    "OpenDocument 形式のファイル（.ods など）です。この形式は読み込めません。",
    "This is an OpenDocument file (.ods or the like), which cannot be read.",
)
LOCKED = Text("パスワードで保護されたファイルです。", "The file is protected by a password.")
UNLOCK = Text(
    "Excel で開き、「ファイル」→「情報」→「ブックの保護」でパスワードを外して保存し直してください。",
    "Open it in Excel, remove the password under File, Info, Protect Workbook, and save it.",
)
HTML = Text(
    "中身はウェブページ（HTML または XML）です。拡張子が .xls や .csv でも、表のファイルではありません。",
    "Inside, this is a web page (HTML or XML), even if its name ends in .xls or .csv.",
)
PACKED = Text("圧縮されたファイルです。", "This is a compressed file.")
UNPACK = Text(
    "展開（解凍）して、中のファイルを 1 つずつ選んでください。展開できないときは、途中で切れているか壊れています。もう一度受け取ってください。",
    "Unpack it and choose one of the files inside. If it cannot be unpacked, it is cut off or damaged: get it again.",
)
CUT_OFF_WORKBOOK = Text(
    "Excel ファイルが途中で切れているか、壊れています。", "The Excel file is cut off or damaged."
)  # fmt: skip
GET_AGAIN = Text(
    "元のファイルを開けるか確かめ、もう一度コピーまたは受け取ってください。",
    "Check that the original opens, and copy or get it again.",
)
BROKEN_PART = Text(
    "Excel ファイルの中身に、読み取れない部分があります。", "Part of what is inside the Excel file cannot be read."
)  # fmt: skip
BROKEN_SPSS = Text(
    "SPSS ファイルが途中で切れているか、壊れています。", "The SPSS file is cut off or damaged."
)  # fmt: skip
SPSS_ENCODING = Text(
    "SPSS ファイルの文字を読み取れません。文字コードの記録がないか、実際と違います。",
    "The text of the SPSS file cannot be read: its encoding is not recorded, or not the true one.",
)
SAY_ENCODING = Text(
    "文字コード（Shift_JIS など）を指定して、読み直してください。", "Name the encoding (such as Shift_JIS) and read it again."
)  # fmt: skip
BROKEN_PARQUET = Text(
    "Parquet ファイルが途中で切れているか、壊れています。", "The Parquet file is cut off or damaged."
)  # fmt: skip

OTHER_KINDS = {
    "pdf": (Text("PDF ファイルです。", "This is a PDF file."), READABLE),
    "image": (Text("画像ファイルです。", "This is an image."), READABLE),
    "word": (Text("Word の文書です。", "This is a Word document."), READABLE),
    "slides": (Text("PowerPoint の文書です。", "This is a PowerPoint document."), READABLE),
    "rtf": (Text("リッチテキストの文書です。", "This is a rich text document."), READABLE),
    "json": (Text("JSON ファイルです。", "This is a JSON file."), READABLE),
    "database": (Text("データベースのファイルです。", "This is a database file."), READABLE),
    "program": (Text("プログラムのファイルです。", "This is a program."), READABLE),
    "portable": (Text("SPSS のポータブル形式（.por）です。", "This is an SPSS portable file (.por)."), Text("SPSS で .sav 形式に保存し直してください。", "Save it as .sav in SPSS.")),
    "old_office": (Text("古い形式の Office の文書です。", "This is an old Office document."), READABLE),
    "xls": (OLD_WORKBOOK, SAVE_AS_XLSX),
    "xlsb": (BINARY_WORKBOOK, SAVE_AS_XLSX),
    "ods": (OPEN_DOCUMENT, SAVE_AS_XLSX),
    "html": (HTML, SAVE_AS_XLSX),
    "packed": (PACKED, UNPACK),
    "locked": (LOCKED, UNLOCK),
}  # fmt: skip


# --- limits ------------------------------------------------------------------------------------

SPLIT = Text("行を分けて複数のファイルにするか、管理者に相談してください。", "Split it by rows, or ask the administrator.")  # fmt: skip
DROP_COLUMNS = Text(
    "使わない列を削ってから読み込んでください。", "Remove the columns you do not need and try again."
)  # fmt: skip
SAVE_AS_CSV = Text(
    "Excel で、使っている範囲だけを新しいシートに写すか、「CSV UTF-8」で保存したものを使ってください。",
    "In Excel, copy only the cells in use to a new sheet, or save it as “CSV UTF-8”.",
)
BOMB = Text(
    "中身を開くと極端に大きくなるファイルです（圧縮率が異常です）。安全のため開きません。",
    "This file would become extremely large when opened (abnormal compression). It is not opened, for safety.",
)


def too_large(megabytes: float, most: int) -> Text:
    """The file's own size."""
    return Text(
        f"ファイルが大きすぎます（{megabytes:,.0f} MB）。{most:,} MB まで読み込めます。",
        f"The file is too large ({megabytes:,.0f} MB). At most {most:,} MB can be read.",
    )


def unpacks_too_large(most: int) -> Text:
    """What is inside a workbook."""
    return Text(
        f"ファイルの中身が大きすぎます（展開すると {most:,} MB を超えます）。",
        f"What is inside the file is too large (over {most:,} MB when unpacked).",
    )


def too_many_rows(found: int, most: int) -> Text:
    return Text(
        f"行が多すぎます（{found:,} 行）。{most:,} 行まで読み込めます。",
        f"There are too many rows ({found:,}). At most {most:,} can be read.",
    )


def too_many_columns(found: int, most: int) -> Text:
    return Text(
        f"列が多すぎます（{found:,} 列）。{most:,} 列まで読み込めます。",
        f"There are too many columns ({found:,}). At most {most:,} can be read.",
    )


def too_many_cells(most: int) -> Text:
    """The used range of a workbook, empty cells included."""
    return Text(
        f"Excel の使用範囲が広すぎます（{most:,} セルを超えます）。遠く離れたセルに何か入っていることがあります。",
        f"The used range is too wide (over {most:,} cells). There may be something in a cell far off.",
    )


def too_many_cells_at_once(most: int) -> Text:
    """A grid is read whole into memory; a table of answers is not."""
    return Text(
        f"表が大きすぎます（{most:,} セルまで）。回答者ごとの表であれば、「回答」として読み込めます。",
        f"The table is too large (at most {most:,} cells). A table of respondents can be read as answers.",
    )


def cell_too_long(most: int) -> Text:
    return Text(
        f"1 つのセルの文字が長すぎます（{most:,} 文字まで）。",
        f"A cell holds too much text (at most {most:,} characters).",
    )


SHORTEN = Text("文字を減らすか、その列を除いてください。", "Shorten the text, or leave the column out.")

# --- characters --------------------------------------------------------------------------------

LOOKS_LIKE_CP932 = Text(
    "Shift_JIS のようです。文字コードの指定を外すか、Shift_JIS を選んでください。",
    "It looks like Shift_JIS: leave the encoding to detection, or choose Shift_JIS.",
)
SAVE_UTF8 = Text(
    "Excel で開いて文字が正しく見えるか確かめ、「CSV UTF-8（コンマ区切り）」で保存し直してください。",
    "Open it in Excel, check that the text looks right, and save it as “CSV UTF-8”.",
)
UNKNOWN_ENCODING = Text(
    "文字コードを判定できません（UTF-8、Shift_JIS、EUC-JP、JIS、UTF-16 のどれでも正しく読めません）。",
    "The encoding cannot be told: it reads in none of UTF-8, Shift_JIS, EUC-JP, ISO-2022-JP, UTF-16.",
)
MIXED_ENCODINGS = Text(
    "1 つのファイルに 2 つの文字コード（UTF-8 と Shift_JIS）が混ざっています。",
    "Two encodings (UTF-8 and Shift_JIS) are mixed in one file.",
)
MEND_MIXED = Text(
    "文字コードの違うファイルをつなげた場合は、それぞれを UTF-8 で保存してからつなげてください。",
    "If files of different encodings were joined, save each as UTF-8 and join them again.",
)
NULS = Text(
    "文字ではないデータ（NUL）が入っています。", "There is data that is not text (NUL bytes)."
)  # fmt: skip
MEND_NULS = Text(
    "ファイルが壊れているおそれがあります。作ったソフトから出力し直してください。",
    "The file may be damaged. Export it again from where it was made.",
)
DAMAGED = Text(
    "文字として読めない記号（制御文字や、割り当てのない文字）が入っています。",
    "There are signs that are no text (control characters, or characters that mean nothing).",
)
MEND_DAMAGED = Text(
    "ファイルが壊れているおそれがあります。このセルの文字を入れ直すか、作ったソフトから出力し直してください。",
    "The file may be damaged. Type this cell again, or export the file again from where it was made.",
)
UNCERTAIN = Text(
    "文字コードは推定です。文字が正しく見えないときは、文字コードを選び直してください。",
    "The encoding is a guess. If the text looks wrong, choose another.",
)
GAIJI = Text(
    "外字（この市だけで登録した文字）が含まれています。ほかの機械では正しく表示されません。",
    "There are characters registered only on your machines (gaiji); others cannot show them.",
)
USE_STANDARD = Text("標準の文字に置き換えてください。", "Replace them with standard characters.")
REPLACED = Text(
    "読めずに置き換えられた文字（�）があります。保存する前に文字が失われています。",
    "There are replacement characters (�): text was lost before the file was saved.",
)


def undecodable(encoding: str) -> Text:
    """Bytes that are no character of the encoding."""
    return Text(
        f"{encoding} として読めない文字があります。",
        f"There are characters that cannot be read as {encoding}.",
    )


def no_such_encoding(name: str) -> Text:
    return Text(
        f"文字コード「{name}」は使えません。", f"The encoding “{name}” cannot be used."
    )  # fmt: skip


KNOWN_ENCODINGS = Text(
    "UTF-8、Shift_JIS（CP932）、EUC-JP、ISO-2022-JP、UTF-16 のどれかを指定してください。",
    "Name one of UTF-8, Shift_JIS (CP932), EUC-JP, ISO-2022-JP, UTF-16.",
)
KNOWN_DELIMITERS = Text(
    "コンマ、タブ、セミコロン、縦棒のどれかを選んでください。",
    "Choose comma, tab, semicolon or vertical bar.",
)
UNFIT_DELIMITER = Text(
    "この区切り文字は使えません。1 文字で指定してください。", "This delimiter cannot be used; it must be one character."
)  # fmt: skip

ENCODING = {
    "utf-8": "UTF-8",
    "cp932": "Shift_JIS (CP932)",
    "euc_jp": "EUC-JP",
    "cp51932": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
}
"""What a codec of `Detection.encoding` is called."""

# --- rows and columns --------------------------------------------------------------------------

HEADER_ONLY = Text("見出しだけで、データの行がありません。", "There is a header, but not one row of data.")
NOTHING_THERE = Text("データが 1 つもありません。", "There is no data at all.")
NO_SUCH_ROW = Text("見出しの行に指定した行がありません。", "The row named as the header is not there.")
NAME_A_ROW = Text(
    "見出しのある行の番号を指定してください。", "Give the number of the row that holds the header."
)
RIGHT_COLUMNS = Text(
    "区切り文字（コンマなど）や改行がセルの中に入っていないか確かめてください。Excel で開いて列をそろえ、.xlsx で保存したものも使えます。",
    "Check for delimiters or line breaks inside cells. You can also align the columns in Excel and save as .xlsx.",
)
UNCLOSED_QUOTE = Text(
    '引用符（"）が閉じていません。この行から後ろが 1 つのセルになってしまいます。',
    'A quote (") is not closed: everything after this row would become one cell.',
)
STRAY_QUOTE = Text(
    "引用符（\"）の使い方が正しくありません。", "A quote (\") stands where it should not."
)  # fmt: skip
MEND_QUOTE = Text(
    'セルの中の引用符は 2 つ重ねて（""）書きます。Excel で開いて保存し直すと直ることがあります。',
    'A quote inside a cell is written twice (""). Saving again from Excel may mend it.',
)
DUPLICATE_COLUMN = Text("同じ名前の列が 2 つ以上あります。", "Two or more columns have the same name.")
RENAME = Text("列の見出しを、それぞれ違う名前にしてください。", "Give each column a name of its own.")
NO_COLUMN_NAME = Text(
    "見出しのない列にデータがあります。列の記号を名前にして読みました。",
    "A column without a header holds data. It is called by its letter.",
)
NUMBERS_AS_HEADER = Text(
    "見出しの行が見当たらず、最初の行を見出しとして読みました。", "No header was found; the first row was taken for it."
)  # fmt: skip
CHECK_HEADER = Text(
    "違うときは、見出しの行を指定してください。", "If that is wrong, say which row is the header."
)
FORMULA_ERROR = Text(
    "計算式がエラー（#REF! など）になっているセルがあります。", "A formula shows an error (such as #REF!)."
)  # fmt: skip
MEND_FORMULA = Text("式を直すか、正しい値を入力してください。", "Mend the formula, or type the right value.")
NO_RESULT = Text(
    "計算式の結果がファイルに保存されていないセルがあります。", "The result of a formula is not stored in the file."
)  # fmt: skip
RECALCULATE = Text(
    "Excel で開いて上書き保存してから（計算結果が保存されます）、もう一度選んでください。",
    "Open the file in Excel and save it, which stores the results; then choose it again.",
)


def ragged(found: int, expected: int) -> Text:
    """A row with another number of cells than the header."""
    ja, en = ("多すぎます", "too many") if found > expected else ("足りません", "too few")
    return Text(
        f"列の数が{ja}（見出しは {expected} 列、この行は {found} 列）。",
        f"There are {en} cells: the header has {expected}, this row has {found}.",
    )


CUT_OFF_ROW = Text(
    "最後の行が途中で切れています。ファイルの末尾が失われているおそれがあります。",
    "The last row is cut off. The end of the file may be lost.",
)

# --- sheets ------------------------------------------------------------------------------------


def no_such_sheet(name: str, names: tuple[str, ...]) -> Text:
    return Text(
        f"シート「{name}」がありません。あるのは {'、'.join(f'「{each}」' for each in names)} です。",
        f"There is no sheet “{name}”. There are: {', '.join(f'“{each}”' for each in names)}.",
    )


NO_SHEETS = Text("ファイルにデータのシートがありません。", "There is no sheet with data in the file.")
HIDDEN_SHEET = Text(
    "表示されていないシートがあります。内容を確かめてください。", "There is a hidden sheet. Please check what it holds."
)  # fmt: skip
CHOOSE_SHEET = Text("違うときは、シートを指定してください。", "If that is wrong, say which sheet to read.")


CODEBOOK_FIRST = Text(
    "別のコードブックを指定すると、そちらで読みます。", "A codebook that you give goes before it."
)


def code_sheet(name: str) -> Text:
    """A sheet that tells the codes of the answers."""
    return Text(
        f"シート「{name}」はコードと選択肢の表です。設問と選択肢の言葉をここから読みます。",
        f"Sheet “{name}” lists the codes: questions and options get their words from it.",
    )


def read_of_several(name: str) -> Text:
    """Which of several sheets with data was read as the table."""
    return Text(
        f"データのあるシートが複数あります。「{name}」を読みました。",
        f"Several sheets hold data. “{name}” was read.",
    )


NO_LOOKS = Text(
    "結合や色などの見た目の情報は読み取れませんでした（値は読めています）。",
    "Merged cells, colours and the like could not be read (the values were).",
)

# --- what is being done ------------------------------------------------------------------------

CHECKING = Text("ファイルを調べています。", "Looking at the file.")
TRANSCODING = Text("文字コードを変換しています。", "Converting the encoding.")


def reading(rows: int | None = None) -> Text:
    """How far reading is."""
    if rows is None:
        return Text("データを読み込んでいます。", "Reading the data.")
    return Text(f"データを読み込んでいます（{rows:,} 行）。", f"Reading the data ({rows:,} rows).")
