"""What the tables and files of a cross-tabulation say around their numbers."""

from narabe.model.answers_plan import AnswerType
from narabe.model.crosstab import Base, Correction
from narabe.model.rounding import half_up
from narabe.model.text import Text
from narabe.words import crosstab_sentences as say

FICTIONAL = Text("架空データ（操作練習用）", "Fictional data (for practice)")
MASK = "*"
AXIS, GROUP, OPTION = Text("集計軸", "Axis"), Text("区分", "Group"), Text("選択肢", "Option")
LINE = Text("値", "Figure")
COUNT, SHARE = Text("人数", "N"), Text("%", "%")
ALONG_ROW, ALONG_COLUMN = Text("横%", "row %"), Text("縦%", "column %")
SMALL = Text("（参考値）", " (small base)")
UNTESTED = "†"

ANSWER_TYPE = {
    AnswerType.SINGLE: Text("単数回答（SA）", "one answer"),
    AnswerType.MULTIPLE: Text("複数回答（MA）", "several answers"),
    AnswerType.LIMITED: Text("制限つき複数回答（LA）", "several answers, limited in number"),
    AnswerType.SCALE: Text("段階評価", "scale"),
    AnswerType.NUMERIC: Text("数値回答", "number"),
    AnswerType.TEXT: Text("自由記述", "free text"),
}
CORRECTION = {
    Correction.NONE: Text("補正なし", "no correction"),
    Correction.HOLM: Text("Holmの方法", "Holm"),
    Correction.BONFERRONI: Text("Bonferroniの方法", "Bonferroni"),
    Correction.FDR: Text("FDR（Benjamini–Hochberg）", "FDR (Benjamini–Hochberg)"),
}

CONTENTS, NOTES = Text("目次", "Contents"), Text("注", "Notes")
BACK = Text("目次へ戻る", "Back to contents")
NUMBER, QUESTION, KIND, SHEET = (
    Text("番号", "No."),
    Text("設問", "Question"),
    Text("回答形式", "Type"),
    Text("シート", "Sheet"),
)
BOOK = Text("クロス集計表（N・%表）", "Cross-tabulation (N and %)")
TWO_LINES = Text(
    "上段は人数、下段は横%（小数第2位を四捨五入）。",
    "Upper line: number of people; lower line: row % (half-up, one decimal).",
)
TWO_WEIGHTED_LINES = Text(
    "上段は加重後の人数、下段は横%（小数第2位を四捨五入）。回答者数(n)は加重前の人数。",
    "Upper line: weighted number of people; lower line: row % (half-up, one decimal). Respondents (n) are unweighted.",
)
LETTERS = Text(
    "英字は、その区分の割合より低い区分。大文字は1%水準、小文字は5%水準で差があるもの。",
    "Letters name the groups this one is higher than; capitals at the 1% level, small letters at 5%.",
)
REST = Text(
    "▲▼は、その区分に入らない人全体と比べて5%水準で高い・低いことを示す。",
    "▲ and ▼: higher or lower, at the 5% level, than everybody who is not in the group.",
)
UNTESTED_NOTE = Text(
    f"{UNTESTED}は検定不可（割合が0%か100%、または人数が足りない）。",
    f"{UNTESTED} cannot be tested (share of 0% or 100%, or too few people).",
)
SMALL_NOTE = Text(
    "（参考値）は回答者数(n)が少ない区分。", "“Small base” marks groups of few respondents: read with care."
)
NO_BASE = Text("—は回答者がいないため計算できないもの。", "— cannot be computed: nobody is in the group.")
OWN_TOTALS = Text(
    "集計軸に無回答の人がいるため、全体は集計軸ごとに示す。",
    "Some respondents gave no answer to an axis, so each axis has its own total.",
)
MULTIPLE_NOTE = Text(
    "複数回答のため、割合の合計は100%にならないことがある。",
    "Several answers were possible: shares may add up to more or less than 100%.",
)
TESTS = Text("検定", "Tests")
IF_RANDOM = Text(
    "検定は、回答者が無作為に選ばれたと仮定した場合の目安。",
    "Tests are a guide, as if the respondents were a random sample.",
)
NO_TESTS = Text("架空データのため、検定は行っていない。", "Not tested: the data is fictional.")

DATASET, SOURCE, RESPONDENTS = (
    Text("回答データ", "Answers"),
    Text("出典", "Source"),
    Text("回答者", "Respondents"),
)
WEIGHT, WHERE, SHARE_BASE = (
    Text("ウエイト", "Weight"),
    Text("限定条件", "Condition"),
    Text("割合の基準", "Shares"),
)
READING, MASKING, SMALL_TITLE = (
    Text("表の見方", "How to read"),
    Text("非表示", "Masking"),
    Text("参考値", "Small base"),
)
BASES, LETTERS_TITLE, VERSION = (
    Text("回答者数の種類", "Bases"),
    Text("英字", "Letters"),
    Text("データの版", "Data version"),
)
NONE = Text("なし", "none")
BY_AXIS = Text("集計軸による", "differs by axis")
IMPORTED = Text("取り込んだ回答ファイルから集計", "counted from an imported file of answers")
WHO_COUNTS = Text(
    "設問と集計軸の両方に答えた人を数える（無回答を表に出した場合は全員）。",
    "Counted are those who answered both the question and the axis (everybody, where missing answers are shown).",
)
THREE_BASES = Text(
    "回答者数(n)は加重前の人数、加重後回答者数はウエイトの合計、有効標本サイズは (Σw)²÷Σw²（Kish）。",
    "Respondents (n) are unweighted; weighted respondents are the sum of weights; the effective sample size is (Σw)²/Σw² (Kish).",
)
COLUMN_TESTS = Text(
    "区分どうしの比較は、割合の差の両側z検定（プールした分散、連続修正なし）。ウエイトがあるときは有効標本サイズを使う。",
    "Groups are compared by two-sided z-tests of shares (pooled, no continuity correction), on effective sample sizes where weighted.",
)
TABLE_TESTS = Text(
    "表全体はピアソンのχ²検定（連続修正なし）とクラメールのV。ウエイトがあるときはRao–Scottの2次補正F検定も示す。複数回答には行わない。",
    "Whole tables: Pearson's χ² (no continuity correction) and Cramér's V; where weighted also the second-order Rao–Scott F. Not for several answers.",
)
XLSX_NEEDS_OUT = Text(
    "--format xlsx は画面に表示できません。保存先を --out ファイル名.xlsx で指定してください。",
    "--format xlsx cannot be printed: name the file with --out FILE.xlsx.",
)
LETTERS_NEED_XLSX = Text(
    "--letters は --format xlsx と一緒に使います（csv と json には比較の結果がいつも入っています）。",
    "--letters goes with --format xlsx (csv and json always hold the comparisons).",
)
CHECK_FOLDER = Text(
    "フォルダーがあるか、書き込めるか、ほかのプログラムで開いていないかを確かめてください。",
    "Check that the folder exists and can be written, and that no other program has the file open.",
)


def not_negative(text: str) -> Text:
    return Text(
        f"「{text}」は使えません。0以上の整数を指定してください。",
        f"“{text}” will not do: give a whole number of 0 or more.",
    )


def cannot_write(path: str) -> Text:
    return Text(f"「{path}」に保存できません。", f"“{path}” cannot be written.")


def no_questions(dataset: str) -> Text:
    return Text(
        f"回答データ「{dataset}」には、集計できる設問がありません。",
        f"The answers “{dataset}” hold no question that can be tabulated.",
    )


def masking(below: int) -> Text:
    """The rule of the masked cells; 0 masks nothing."""
    if below == 0:
        return Text("非表示の処理はしていない。取り扱いに注意。", "Nothing is masked: handle with care.")
    return Text(
        f"{MASK}は少人数のため非表示（回答者数(n)が{below}未満の区分と、引き算でそれが分かってしまう区分）。",
        f"{MASK} is masked: groups of fewer than {below} respondents, and those from which one could be worked out.",
    )


def share_base(base: Base, along: Text) -> Text:
    return Text(f"{along.ja}：{say.BASE[base].ja}。", f"{along.en}: {say.BASE[base].en}.")


def weighted_by(weight: str) -> Text:
    return Text(f"ウエイト：{weight}。", f"Weighted by {weight}.")


def masked_empty(below: int) -> Text:
    """The same where a masked cell is an empty one."""
    if below == 0:
        return masking(below)
    return Text(
        f"回答者数が{below}未満の区分と、引き算でそれが分かってしまう区分は空欄にし、列「suppressed」を1とする",
        f"Groups of fewer than {below} respondents, and those from which one could be worked out, are left empty, with 1 in column “suppressed”",
    )


def condition(where: str, part: int | None, respondents: int) -> Text:
    met = people(part, respondents)
    return Text(f"限定条件：{where}（{met.ja}）。", f"Condition: {where} ({met.en} respondents).")


def people(part: int | None, respondents: int) -> Text:
    """`300人のうち200人`; `part` is None where it is masked."""
    if part == respondents:
        return Text(f"{respondents:,}人", f"{respondents:,}")
    met = MASK if part is None else f"{part:,}"
    return Text(f"{respondents:,}人のうち{met}人", f"{met} of {respondents:,}")


def letters_used(correction: Correction) -> Text:
    return Text(
        f"{LETTERS.ja}多重比較の補正は{CORRECTION[correction].ja}（1つの選択肢の中の組について）。",
        f"{LETTERS.en} Corrected for multiple comparisons within an option: {CORRECTION[correction].en}.",
    )


def chi_square(axis: Text, statistic: float, df: int, p: float, v: float | None) -> Text:
    """`性別：χ²(2)=6.45、p=0.040、クラメールのV=0.18`."""
    strength = "" if v is None else f"{half_up(v, 2):.2f}"
    return Text(
        f"{axis.ja}：χ²({df})={half_up(statistic, 2):.2f}、{_p(p)}"
        + (f"、クラメールのV={strength}" if strength else ""),
        f"{axis.en}: χ²({df})={half_up(statistic, 2):.2f}, {_p(p)}"
        + (f", Cramér's V={strength}" if strength else ""),
    )


def rao_scott(axis: Text, statistic: float, ndf: float, ddf: float, p: float) -> Text:
    said = f"F({half_up(ndf, 1):.1f}, {half_up(ddf, 1):.1f})={half_up(statistic, 2):.2f}"
    return Text(f"{axis.ja}：Rao–Scott {said}、{_p(p)}", f"{axis.en}: Rao–Scott {said}, {_p(p)}")


def exact(axis: Text, p: float) -> Text:
    return Text(f"{axis.ja}：正確検定 {_p(p)}", f"{axis.en}: exact test {_p(p)}")


def _p(p: float) -> str:
    return "p<0.001" if p < 0.001 else f"p={half_up(p, 3):.3f}"
