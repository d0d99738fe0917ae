"""What is said of a file of answers: what in it cannot be used, and what to do."""

from narabe.model.answers_plan import AnswerType, Missing
from narabe.model.text import Text

READING_VALUES = Text("回答の値を確かめています", "Checking the values of the answers")
TYPING = Text("回答を整えています", "Putting the answers in order")
COUNTING = Text("回答を集計しています", "Counting the answers")
WRITING = Text("回答を保存しています", "Writing the answers")

# --- the mapping -------------------------------------------------------------------------------

COLUMNS_CHANGED = Text(
    "対応づけにある列が、このファイルにありません。",
    "The mapping names a column that this file does not have.",
)
PROPOSE_AGAIN = Text("対応づけをもう一度作り直してください。", "Please have the mapping proposed again.")
NO_QUESTIONS = Text("設問にあたる列がありません。", "No column holds a question.")
NAME_A_QUESTION = Text(
    "設問の列が無視する列になっていないか確かめてください。",
    "Check whether columns of questions are set to be ignored.",
)
MEND_MAPPING = Text(
    "対応づけの画面（またはコードブック）で直してください。",
    "Please mend it in the mapping or in the codebook.",
)
ID_TWICE = Text("設問のIDが重なっています。", "This question id is used twice.")
OPTION_TWICE = Text(
    "1つの設問の中で、選択肢のIDが重なっています。", "An option id is used twice in one question."
)
COLUMN_TWICE = Text(
    "回答者IDやウエイトの列が、設問の列にもなっています。",
    "The column of respondent ids or weights is used for a question too.",
)
ONE_COLUMN = Text(
    "この回答形式では、設問に列を1つだけ割り当てます。", "This layout takes exactly one column."
)
LAYOUT_DIFFERS = Text(
    "設問の種類と、列の並び方が合いません。", "The type of the question does not fit how its columns lie."
)
NO_OPTIONS = Text("選択肢が1つもありません。", "The question has no options.")
NO_OPTIONS_WANTED = Text(
    "数値や自由記述の設問に、選択肢や複数の列が付いています。",
    "A number or a free text takes one column and no options.",
)
FLAG_COLUMNS = Text("選択肢と列が1対1になっていません。", "Options and columns do not match one to one.")
NO_DELIMITER = Text(
    "1つのセルの複数回答を区切る記号が決まっていません。",
    "No delimiter is set for several answers in one cell.",
)

EMPTY_COLUMN = Text(
    "この列には、回答が1つもありません。設問にはできません。",
    "This column holds no answer at all, so that it cannot be a question.",
)
LEAVE_IGNORED = Text("取り込まない列のままにしてください。", "Please leave it out.")


def bad_id(given: str) -> Text:
    """An id that cannot name a column."""
    return Text(
        f"ID「{given[:60]}」は使えません。半角の英数字と下線（2つ続きを除く）で60文字までにしてください。",
        f"The id “{given[:60]}” cannot be used: please take letters, digits and single underscores, at most 60.",
    )


# --- values ------------------------------------------------------------------------------------

UNKNOWN_CODE = Text("選択肢にない値です。", "This value is none of the options.")
MEND_CODE = Text(
    "入力の間違いなら直し、正しい値なら対応づけかコードブックの選択肢に加えてください。",
    "Mend it if it was mistyped; if it is right, add it to the options in the mapping or the codebook.",
)
NOT_A_NUMBER = Text("数値ではありません。", "This is not a number.")
MEND_NUMBER = Text(
    "数字だけにするか、回答がないことを表す値なら対応づけで「無回答」などにしてください。",
    "Please leave the number alone, or map the value to a reason for no answer.",
)
TOO_MANY_VALUES = Text(
    "値の種類が多すぎて、選択肢として扱えません。", "There are too many different values to be options."
)
NO_NUMBERS = Text("数値として読めない値がとても多くあります。", "Very many values are no numbers.")
IS_IT_TEXT = Text("自由記述ではないか確かめてください。", "Please check whether this is a free text.")


def unknown(answer_type: AnswerType) -> Text:
    """A value that cannot be read."""
    return NOT_A_NUMBER if answer_type is AnswerType.NUMERIC else UNKNOWN_CODE


def mend_unknown(answer_type: AnswerType) -> Text:
    return MEND_NUMBER if answer_type is AnswerType.NUMERIC else MEND_CODE


CONTACT = Text(
    "選択肢の言葉に、電話番号・メールアドレス・住所と思われるものがあります。公開される図に出てしまうため、取り込みません。",
    "The words of an option seem to hold a telephone number, a mail address or a postal address, which public figures would show.",
)
NO_CONTACTS = Text(
    "自由に書かれた列なら、対応づけかコードブックで「自由記述」にしてください。選択肢なら、連絡先を消すか、選択肢の言葉を直してください。",
    "If people wrote freely here, make it a free text in the mapping or the codebook; if it is an option, remove the contact or reword the option.",
)


# --- rows --------------------------------------------------------------------------------------

HEADER_AGAIN = Text("この行は見出しと同じです。", "This row is the header once more.")
TOTAL_ROW = Text(
    "この行は合計や平均のようです。回答者ではありません。",
    "This row seems to be a total or a mean, not a respondent.",
)
REMOVE_ROW = Text("元のファイルからこの行を消してください。", "Please remove this row from the file.")
NO_ID = Text("回答者IDが空です。", "The respondent id is empty.")
GIVE_ID = Text(
    "IDを入れるか、回答者IDの列を外してください。", "Please fill it in, or map no column of respondent ids."
)
SAME_ID = Text("同じ回答者IDが2行以上あります。", "This respondent id stands in more than one row.")
ONE_ROW_EACH = Text("1人1行にしてください。", "Please keep one row per respondent.")
NO_WEIGHT = Text("ウエイトが空か、数値ではありません。", "The weight is empty or not a number.")
NEGATIVE_WEIGHT = Text("ウエイトが0より小さい値です。", "The weight is below zero.")
LARGE_WEIGHT = Text("ウエイトが大きすぎます（100万まで）。", "The weight is too large (at most one million).")
WEIGHTS_ALL_ZERO = Text("ウエイトの合計が0です。", "The weights add up to zero.")
GIVE_WEIGHT = Text(
    "0以上の数にするか、ウエイトの列を外してください。",
    "Please give a number of zero or more, or map no column of weights.",
)
ZERO_WEIGHT = Text("ウエイトが0です。", "The weight is zero.")
ZERO_IS_ALLOWED = Text(
    "この人は補正後の割合に入りません。", "This respondent does not count in weighted shares."
)
CONTRADICTION = Text(
    "「特にない」などと、ほかの選択肢が一緒に選ばれています。", "“None” and the like is chosen together with other options."
)  # fmt: skip
KEPT_AS_GIVEN = Text(
    "そのまま取り込みます。気になる場合は元の回答を確かめてください。",
    "It is taken as it is; please check the answer if in doubt.",
)
SHORTEN = Text("文を短くしてください。", "Please shorten it.")


def too_many(most: int) -> Text:
    """More options chosen than the question allows."""
    return Text(
        f"{most}つまでの設問で、それより多く選ばれています。",
        f"More than the {most} options allowed are chosen.",
    )


def too_long(most: int) -> Text:
    """A text beyond the limit."""
    return Text(f"{most:,}文字を超える文があります。", f"A text is longer than {most:,} characters.")


# --- notes -------------------------------------------------------------------------------------

MARKUP = Text("HTMLのような書き方が含まれています。", "There is something like HTML in it.")
FORMULA = Text("表計算ソフトの数式のように始まっています。", "It begins like a spreadsheet formula.")
AS_PLAIN_TEXT = Text("ただの文字として扱います。", "It is treated as plain text.")
LONG_LABEL = Text(
    "選択肢や設問の文がとても長くなっています。", "The words of an option or question are very long."
)
PERSONAL = Text("氏名や連絡先と思われる列です。", "This column seems to hold names or contacts.")
NOT_TAKEN = Text(
    "個人情報は取り込みません（元のファイルの中だけに残ります）。",
    "Personal data are not imported (they stay in the original file alone).",
)
IGNORED = Text("設問ではない列として、取り込みません。", "This column is not taken in: it holds no question.")
NO_PERIOD = Text("調査の時期が分かりません。", "The survey has no dates.")
GIVE_PERIOD = Text(
    "対応づけの画面で調査期間を入れると、図の時期に表示されます。",
    "Give its dates in the mapping to have them shown.",
)
FREE_TEXT = Text("自由記述の列です。", "This column holds free texts.")
MIND_NAMES = Text(
    "個人が分かる記述がないか確かめてください。公開される図には出ません。", "Please check that nobody can be recognised in it; it is not shown in figures."
)  # fmt: skip

GIVEN = Text(
    "ファイルの値ラベル・欠損値の指定か、コードブックによります。",
    "So the value labels, the missing values of the file or the codebook say.",
)
FAR_FROM_OTHERS = Text(
    "無回答などによく使われる数字で、ほかの値から離れているためです。回答なら対応づけで直してください。",
    "It is a usual code and stands apart from the other values; if it is an answer, mend the mapping.",
)
BESIDE_99 = Text(
    "ほかの値から離れていて、99 や 88 と一緒に使われているためです。選択肢の番号なら対応づけで直してください。",
    "It stands apart from the other values and is used beside 99 or 88; if it is an option, mend the mapping.",
)
MAY_BE_MISSING = Text(
    "この値だけ、ほかの値から離れています。無回答などの番号かもしれません。",
    "This value stands apart from the others and may be a code for no answer.",
)
MAP_TO_MISSING = Text(
    "今は選択肢として数えています。無回答なら対応づけで「無回答」にしてください。",
    "It is counted as an option now; if it means no answer, say so in the mapping.",
)
BY_WORDS = Text(
    "言葉の意味によります。回答なら対応づけで直してください。",
    "So its words say; if it is an answer, mend the mapping.",
)
REASONS = {
    Missing.NO_ANSWER: Text("無回答", "no answer"),
    Missing.NOT_APPLICABLE: Text("非該当", "not applicable"),
    Missing.INVALID: Text("無効", "invalid"),
}
ARE_THEY_ANSWERS = Text(
    "1行が1人の回答か確かめてください。集計表や実績の表なら「数値の表」として取り込めます。",
    "Please check that each row is one respondent; a table of figures can be brought in as figures.",
)


def taken_as(reason: Missing) -> Text:
    """Values that are no answers."""
    return Text(
        f"この値を「{REASONS[reason].ja}」として扱い、割合に入れません。",
        f"This value is taken as “{REASONS[reason].en}” and not counted in shares.",
    )


def few_people(people: int) -> Text:
    """A file of hardly any respondents."""
    return Text(
        f"回答者が {people} 人だけです。割合は目安になりません。",
        f"There are only {people} respondents: shares say little.",
    )


PUT_TOGETHER = Text(
    "区切りの記号を含むこの語を、1つの選択肢として数えました。",
    "These words hold the delimiter and were counted as one option.",
)
ARE_THEY_TWO = Text(
    "2つの選択肢なら、対応づけで分けるかコードブックを指定してください。",
    "If they are two options, part them in the mapping or give a codebook.",
)
ONE_BOX = Text(
    "○や1だけの列です。空欄が「選んでいない」なら、100%という割合は正しくありません。",
    "This column holds ticks alone: if empty means not chosen, a share of 100 % is wrong.",
)
MULTIPLE_OR_IGNORED = Text(
    "空欄を0などにするか、同じ設問のほかの列と合わせて複数回答にするか、使わない列にしてください。",
    "Please write 0 where it is empty, join it with the question's other columns, or ignore the column.",
)

# --- figures -----------------------------------------------------------------------------------

WEIGHTED = Text("ウエイトで補正した割合。回答者数(n)は補正前", "Weighted share; the base is unweighted")
SERIES = Text("取り込み：", "Imported:")


def base_note(no_answer: int, not_applicable: int, invalid: int) -> Text | None:
    """Who is left out of a question's base."""
    parts = [
        (no_answer, Text(f"無回答{no_answer:,}人", f"{no_answer:,} without an answer")),
        (not_applicable, Text(f"非該当{not_applicable:,}人", f"{not_applicable:,} not asked")),
        (invalid, Text(f"無効{invalid:,}人", f"{invalid:,} invalid")),
    ]
    said = [text for count, text in parts if count]
    if not said:
        return None
    return Text(
        "、".join(each.ja for each in said) + "を除く", "Without " + ", ".join(each.en for each in said)
    )


def counted_from(respondents: int) -> Text:
    """The note of an imported survey."""
    return Text(
        f"取り込んだ回答{respondents:,}人分から集計",
        f"Counted from the answers of {respondents:,} respondents",
    )


# --- codebooks ---------------------------------------------------------------------------------

MEND_CODEBOOK = Text(
    "「変数・コード・ラベル」の列がある表（CSV か Excel）か、data/codebooks のファイルと同じ書き方（YAML）にして、もう一度指定してください。",
    "Please give a table (CSV or Excel) with columns for variable, code and label, or a file like those in data/codebooks (YAML).",
)
NO_TABLE_OF_CODES = Text(
    "コードブックの中に、変数・コード・ラベルの列がある表が見つかりません。",
    "The codebook holds no table with columns for variable, code and label.",
)
CODEBOOK_NOT_UTF8 = Text(
    "コードブックの文字コードが UTF-8 ではありません。", "The codebook is not encoded in UTF-8."
)

CODEBOOK_TOO_LARGE = Text(
    "コードブックが大きすぎます（10MBまで）。", "The codebook is too large (at most 10 MB)."
)
CODEBOOK_REFERS = Text(
    "コードブックの中の参照（&名前 と *名前）は使えません。", "References (&name and *name) cannot be used in a codebook."
)  # fmt: skip


def codebook_not_yaml(line: int | None) -> Text:
    """A codebook that cannot be read at all."""
    if line is None:
        return Text("コードブックを YAML として読めません。", "The codebook cannot be read as YAML.")
    return Text(
        f"コードブックの{line}行目を YAML として読めません。",
        f"The codebook cannot be read as YAML at line {line}.",
    )
