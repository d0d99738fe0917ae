"""What the tables and files of a cross-tabulation say around their numbers."""

from collections.abc import Iterator, Sequence

from narabe.model.answers_plan import AnswerType
from narabe.model.crosstab import Base, Correction, Recoded, TableTests
from narabe.model.rounding import half_up
from narabe.model.text import Text

FICTIONAL = Text("架空データ（操作練習用）", "Fictional data (for practice)")
MASK = "*"
AXIS, GROUP, OPTION = Text("集計軸", "Axis"), Text("区分", "Group"), Text("選択肢", "Option")
LINE = Text("値", "Figure")
COUNT, SHARE = Text("人数", "N"), Text("%", "%")
WEIGHTED_COUNT = Text("加重後の値", "Weighted N")
PART = Text("内訳", "Within")
ANSWERS_GIVEN = Text("回答数", "Answers")
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
    "上段は加重後の値（ウエイトの合計。人数ではない）、下段は横%（小数第2位を四捨五入）。回答者数(n)は加重前の人数。",
    "Upper line: weighted N (a sum of weights, not of people); lower line: row % (half-up, one decimal). Respondents (n) are unweighted.",
)
LETTERS = Text(
    "英字は、その区分の割合より低い区分。大文字は1%水準、小文字は5%水準で差があるもの。",
    "Letters name the groups this one is higher than; capitals at the 1% level, small letters at 5%.",
)
REST = Text(
    "▲▼は、その区分に入らない人全体と比べて5%水準で高い・低いことを示す。補正なし・1セルずつの目安で、差がなくても20セルに1つほどは付く。",
    "▲ and ▼: higher or lower, at the 5% level, than everybody who is not in the group. Cell by cell and uncorrected: about one cell in 20 is marked even where nothing differs.",
)
WEIGHTED_COUNTS = Text(
    "選択肢ごとの値は加重後の値（ウエイトの合計）で、人数ではない。",
    "What stands for each option is weighted N (a sum of weights), not a number of people.",
)
UNTESTED_NOTE = Text(
    f"{UNTESTED}は検定不可（割合が0%か100%、人数が足りない、または比べる相手が伏せられている）。",
    f"{UNTESTED} cannot be tested (share of 0% or 100%, too few people, or those to compare with are masked).",
)
SMALL_NOTE = Text(
    "（参考値）は回答者数(n)が少ない区分。", "“Small base” marks groups of few respondents: read with care."
)
NO_BASE = Text("—は回答者がいないため計算できないもの。", "— cannot be computed: nobody is in the group.")
WEIGHTLESS = Text(
    "ウエイトが0の人だけの区分は、計算できないため—とする。",
    "A group of nobody but people of weight 0 cannot be computed and shows —.",
)
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
    "検定と95%区間は、回答者が単純無作為抽出で選ばれたと仮定した場合の目安。",
    "Tests and 95% intervals are a guide, as if the respondents were a simple random sample.",
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
    "設問と集計軸の両方に答えた人を数える（無回答を表に出した場合は全員。複数回答の分母を回答者全員にした場合は、設問に答えていない人も数える）。",
    "Counted are those who answered both the question and the axis (everybody where missing answers are shown; with all respondents as the base of several answers also those who did not answer it).",
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
    "表全体はピアソンのχ²検定（連続修正なし）とクラメールのV。ウエイトがあるときはRao–Scottの2次補正F検定も示す。無回答などの区分は入れない。複数回答には行わない。",
    "Whole tables: Pearson's χ² (no continuity correction) and Cramér's V; where weighted also the second-order Rao–Scott F. Missing answers are left out. Not for several answers.",
)
EXACT_TESTS = Text(
    "期待度数が小さい表は、フィッシャーの正確検定も示す（2×2の表は正確な値、それより大きい表はシミュレーション9,999回）。ウエイトを使った表では示さない。",
    "Where little is expected, Fisher's exact test is told too (exact for 2 × 2; larger tables by simulation of 9,999 draws); never for weighted tables.",
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


def whole_tests(axis: Text, tests: TableTests) -> Iterator[Text]:
    """A line for each test there is of a table."""
    if tests.pearson:
        yield chi_square(axis, *tests.pearson, tests.cramers_v)
    if tests.rao_scott:
        yield rao_scott(axis, *tests.rao_scott)
    if tests.exact is not None:
        yield exact(axis, tests.exact, tests.exact_draws)


def masking(below: int) -> Text:
    """The rule of the masked cells; 0 masks nothing."""
    if below == 0:
        return Text("非表示の処理はしていない。取り扱いに注意。", "Nothing is masked: handle with care.")
    return Text(
        f"{MASK}は少人数のため非表示（設問に答えた人が{below}人未満の区分と、引き算でそれが分かってしまう区分）。",
        f"{MASK} is masked: groups in which fewer than {below} answered, and those from which one could be worked out.",
    )


HUNDRED = {
    Base.EVERYBODY: Text("回答者全員（無回答などを含む）", "all respondents (with or without an answer)"),
    Base.ANSWERED: Text("この設問に答えた人", "those who answered"),
    Base.ANSWERS: Text("回答数（選ばれた回答の総数）", "the number of answers given"),
}
"""What is 100 %."""


def share_base(base: Base, along: Text, answers: str | None = None) -> Text:
    """`answers` is how many were given in total, where shares are of them and it may be told."""
    whole = HUNDRED[base]
    if answers is not None:
        whole = Text(f"回答数（選ばれた回答の総数、全体で{answers}件）", f"{whole.en} ({answers} in total)")
    return Text(f"{along.ja}：{whole.ja}を100%とする。", f"{along.en}: per cent of {whole.en}.")


def reasons_shown(names: Sequence[Text]) -> Text:
    """Which reasons for no answer stand in the table."""
    return Text(
        f"表に出した無回答などの理由：{'、'.join(name.ja for name in names)}。表全体の検定（χ²など）には入れない。",
        f"Missing answers shown: {', '.join(name.en.lower() for name in names)}. They are left out of tests of the whole table.",
    )


def weighted_by(weight: str) -> Text:
    return Text(f"ウエイト：{weight}。", f"Weighted by {weight}.")


def masked_empty(below: int) -> Text:
    """The same where a masked cell is an empty one."""
    if below == 0:
        return masking(below)
    return Text(
        f"設問に答えた人が{below}人未満の区分と、引き算でそれが分かってしまう区分は空欄にし、列「suppressed」を1とする",
        f"Groups in which fewer than {below} answered, and those from which one could be worked out, are left empty, with 1 in column “suppressed”",
    )


def recoded(told: Recoded) -> Iterator[Text]:
    """What was taken together, and what is left out of sight though it counts."""
    for net, options in told.nets:
        yield Text(
            f"まとめ（{told.question.ja}）：{net.ja}＝{'・'.join(each.ja for each in options)}。",
            f"Net ({told.question.en}): {net.en} = {', '.join(each.en for each in options)}.",
        )
    if told.hidden:
        yield Text(
            f"表に出していない選択肢（{told.question.ja}）：{'・'.join(each.ja for each in told.hidden)}。割合の分母と合計には含みます。",
            f"Options not shown ({told.question.en}): {', '.join(each.en for each in told.hidden)}. They count in bases and totals.",
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


def exact(axis: Text, p: float, draws: int | None) -> Text:
    """`draws` tables were drawn; None where all were counted."""
    ja, en = (
        ("", "") if draws is None else (f"（シミュレーション{draws:,}回）", f" (simulated, {draws:,} draws)")
    )
    return Text(
        f"{axis.ja}：フィッシャーの正確検定 {_p(p)}{ja}", f"{axis.en}: Fisher's exact test {_p(p)}{en}"
    )


def _p(p: float) -> str:
    return "p<0.001" if p < 0.001 else f"p={half_up(p, 3):.3f}"
