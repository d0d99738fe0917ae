"""What the cross-tabulation page says around its tables."""

from collections.abc import Sequence

from narabe.model.crosstab import Base, Correction
from narabe.model.status import Origin
from narabe.model.survey import Survey, SurveyQuestion
from narabe.model.text import EMPTY, Text
from narabe.words.crosstab_file_sentences import ANSWER_TYPE, CORRECTION, FICTIONAL, SMALL

LONGEST_LIST = 30
"""Characters of options that a list of questions shows."""
DATA, ROWS = Text("データ", "Data"), Text("設問", "Question")
AXES = Text("集計軸（いくつでも）", "Axes (any number)")
AXES_HELP = Text(
    "2つ以上選ぶと、掛け合わせた軸（例：性別 × 年代）も選べるようになります。",
    "With two or more chosen, nested axes (such as sex × age) are offered too.",
)
NO_AXIS = Text("集計軸なし（全体だけ）", "No axis (total only)")
PUBLISHED = Text("公表値（市の文書にあるクロス集計）", "Published (crosses the city printed)")
VIEW = Text("見かた", "View")
VIEWS = {"cross": Text("クロス集計", "Cross-tabulation"), "gt": Text("単純集計（GT）", "All questions (GT)")}

SETTINGS = Text("集計の設定", "Settings")
WEIGHT = Text("ウエイト", "Weight")
UNWEIGHTED = Text("使わない", "Not used")
MISSING = Text("無回答・非該当も表に出す", "Show missing answers")
BASE = Text("複数回答の割合の分母", "Base of several answers")
BASES = {
    Base.ANSWERED: Text("この設問に答えた人", "Those who answered"),
    Base.EVERYBODY: Text("回答者全員（無回答などを含む）", "All respondents (with or without an answer)"),
    Base.ANSWERS: Text("回答数", "All answers given"),
}
TURN = Text("選択肢を縦に並べる", "Options down the side")
TURN_HELP = Text(
    "ふだんは集計軸が表側（縦）、選択肢が表頭（横）の横%です。入れると選択肢が表側の縦%になります。",
    "Usually groups stand down the side and options across (row %). Turned, options stand down the side (column %).",
)
MARKS = Text("目印", "Marks")
MARK = {
    "rest": Text("▲▼ 全体との差", "▲▼ against the rest"),
    "letters": Text("検定の文字 A/a", "Letters A/a"),
    "none": Text("なし", "None"),
}
FIGURES = Text("表の値", "Figures")
FIGURE = {
    "shares": Text("%", "%"),
    "counts": Text("度数(N)", "N"),
    "both": Text("N・%表", "N and %"),
}
CORRECTIONS = Text("多重比較の補正", "Correction for many comparisons")
CORRECTION_OF: dict[Correction, Text] = CORRECTION
PRACTICE = Text("練習で検定も表示", "Show tests, for practice")
KIND = Text("図の種類", "Chart")
KINDS = {
    "stacked": Text("帯グラフ", "Stacked bars"),
    "diverging": Text("左右に分けた帯", "Diverging bars"),
    "dots": Text("点と95%区間", "Dots with intervals"),
    "heat": Text("色の表", "Heat map"),
    "means": Text("平均", "Means"),
}
CHARTED = Text("図にする集計軸", "Axis in the chart")

WHERE = Text("限定条件", "Condition")
WHERE_EXAMPLE = Text("例：性別 = 女性 and 年代 in (60代, 70代)", "e.g. sex = female and age in (60s, 70s)")
WHERE_BUILDER = Text("設問と選択肢から条件を作る", "Make a condition from a question")
WHERE_QUESTION, WHERE_OPTIONS = Text("条件にする設問", "Question"), Text("当てはまる選択肢", "Any of")
WHERE_ADD, WHERE_CLEAR = Text("条件に加える", "Add to the condition"), Text("条件を消す", "Clear")

NETS = Text("選択肢をまとめる・隠す", "Group or hide options")
NETS_NOTE = Text(
    "元のデータは変わりません。例：「よく使う」と「ときどき使う」をまとめて「使う（計）」。",
    "The data stays as it is. Example: “often” and “sometimes” together as “use (net)”.",
)
NET_QUESTION = Text("まとめる設問", "Question")
NET_OPTIONS, NET_NAME = Text("まとめる選択肢", "Options to group"), Text("まとめた名前", "Name of the group")
NET_ADD, HIDDEN = Text("まとめる", "Group"), Text("表に出さない選択肢", "Options to hide")
UNDO, NOTHING_TO_UNDO = Text("元に戻す", "Undo"), Text("戻すものはありません", "Nothing to undo")
NET_REMOVE = Text("まとめをやめる：{}", "Ungroup: {}")

CLICK = Text(
    "セルを選ぶと、その値の意味（誰を数え、何で割ったか）と SQL が表の下に出ます。",
    "Select a cell to see below the table what it means: who is counted, out of whom, and the SQL.",
)
MERGE_SMALL = Text(
    "非表示（*）の区分も、「集計の設定」で近い区分と1つにまとめると、小計の値を見られます。",
    "Masked groups (*) can be seen together: group them with their neighbours under “Settings”.",
)
SQL_NOTE = Text(
    "データファイル {} に対して実行できます（DuckDB）。chosen が人数、base が分母です。",
    "Runs on the data file {} (DuckDB); chosen is the number of people, base what it is divided by.",
)
CLOSE = Text("閉じる", "Close")
TESTS = Text("表全体の検定（χ² など）", "Tests of the whole table (χ² and others)")
NO_TABLE_TESTS = Text(
    "この表には表全体の検定がありません（複数回答、集計軸なし、または人数が足りない）。",
    "There is no test of this table as a whole (several answers, no axis, or too few people).",
)
HOW = Text("数値の決まり（分母・区間・検定）", "How the numbers are made (bases, intervals, tests)")
XLSX, XLSX_LETTERS, CSV, ZIP = (
    Text("N・%表（Excel）", "N and % (Excel)"),
    Text("N・%表と検定の文字（Excel）", "N and % with letters (Excel)"),
    Text("機械可読 CSV", "Machine-readable CSV"),
    Text("CSV・コード表・定義（zip）", "CSV with codes and definitions (zip)"),
)
BATCH = Text("全設問 × 選んだ集計軸を1冊にする（Excel）", "All questions × axes (Excel)")
BATCH_CSV = Text("全設問の機械可読 CSV", "Machine-readable CSV of all questions")
EVERY_VALUE = Text("1値1行の表・ダウンロード", "One row per value, with downloads")
DEFINITIONS = (
    Text(
        "選択肢の順は調査票（コード表）の順。だれもいない集計軸の区分は表に出さず、だれも選ばない選択肢は0として残す。",
        "Options stand in codebook order. Groups of nobody are left out; options nobody chose stay, as 0.",
    ),
    Text(
        "中央値は、値の小さい順にウエイト（加重なしは人数）を足して半分に達する値。ちょうど半分なら次の値との中間。",
        "The median is the value at which the weights (or people), added up from the smallest value, reach the half; at exactly the half, midway to the next value.",
    ),
    Text(
        "区間は95%。加重なしはWilson、加重ありはロジット変換とt分布（自由度は標本設計による）。",
        "Intervals are 95%: Wilson where unweighted; logit with t on the design's degrees of freedom where weighted.",
    ),
    Text(
        "▲▼は、その区分に入らない人全体との比較（重なりを考慮、両側5%水準）。どの多重比較の補正を選んでも補正なし・1セルずつの目安で、差がなくても20セルに1つほどは付く。表全体の検定や見出しの文と食い違うことがある。",
        "▲▼ compare with everybody who is not in the group (overlap taken into account, two-sided, 5%). Whatever correction is chosen they are uncorrected, cell by cell: about one cell in 20 is marked even where nothing differs. They may disagree with the test of the whole table and with the sentence at the top.",
    ),
    Text(
        "複数回答を集計軸にすると同じ人が複数の区分に入るため、重なりを考慮した検定を使う。ウエイトの合計は人数として扱わない。",
        "With several answers as an axis, groups share people and are tested as overlapping. Weights are never treated as numbers of people.",
    ),
)
RAKING_RULE = Text(
    "レイキングは、すべての人口の表に合う重みのうち、全員同じ重みに最も近いもの。周辺を順に合わせ、ずれが100億分の1以下になるまで繰り返す。上限があるときは、上限を守りながら合わせる（届かない区分は注に出る）。人口の表の設問に答えていない人の重みは0。",
    "Raking gives the weights that meet every table of the population and are nearest to equal ones: margin after margin, until none is off by more than one part in 10¹⁰. A limit is kept during the fit (categories it keeps short are named in the notes). Who gave no answer to one of the tables has weight 0.",
)
WEIGHT_STEPS = Text(
    "重みは100万分の1きざみで足すため、割合の正確さは1000万分の1（小数第7位）ほどまで。",
    "Weights are summed in whole millionths, so shares are good to about 1e-7.",
)
MASKING_LIMIT = Text(
    "非表示は、1つの出力の中の引き算・足し算に備えたもの。行と列の入れ替え、ほかの限定条件、別の時に作った出力と合わせると、少人数の値が分かることがある。公表前の秘匿処理の代わりにはならない。",
    "Masking guards against adding and subtracting within one output. With rows and columns exchanged, other conditions, or outputs of another time small counts can still be worked out: it does not replace disclosure control before publication.",
)
NOT_COUNTED = Text("この設定では集計できません。", "These choices cannot be counted.")
MORE_FILES = Text("ほかのファイル", "Other files")
BATCH_LETTERS = Text("全設問のN・%表と検定の文字（Excel）", "All questions with letters (Excel)")
BATCH_ZIP = Text("全設問のCSV・コード表・定義（zip）", "All questions: CSV with codes and definitions (zip)")
CHOOSE = Text("データ・設問・集計軸を選ぶ", "Choose data, question and axes")
GT_SHARES = Text("割合", "shares")
GT_WEIGHTED = Text("（ ）内は加重前の人数。", "In brackets: unweighted numbers of people.")
NO_QUESTIONS = Text(
    "このデータには、集計できる設問がありません。", "This data holds no question that can be tabulated."
)
OPEN_QUESTION = Text("この設問をクロス集計する", "Cross-tabulate this question")
FREE_TEXT = Text("自由記述のため集計しません。", "Free text: not tabulated.")
PRACTICE_WHAT = Text(
    "この架空データで再現できないもの（{}件）", "What this fictional data cannot reproduce ({})"
)
PRACTICE_RULE = Text("架空データの作り方（第{}版）", "How the fictional data is made (rule {})")
BRING_IN = Text("回答ファイルを取り込む", "Bring in a file of answers")
BRING_NOTE = Text(
    "自分のまちの回答ファイル（1行＝回答者1人）を取り込むと、どの設問どうしでもクロス集計できます。",
    "Bring in a file of answers (one row per respondent) to cross any question by any other.",
)
TRY = Text("架空データで練習する", "Practise on fictional data")


RAKED = Text("人口の表に合わせる", "Fitted to the population")
RAKE = Text("人口の表に合わせたウエイト（レイキング）", "Weights fitted to the population (raking)")
RAKE_NOTE = Text(
    "性別×年代などの人口の表（CSV・Excel）を渡すと、回答者の構成を人口に合わせたウエイトを計算します。人口の表は同梱していません。住民基本台帳人口などから、調査の時期に合うものをご用意ください。",
    "Give a table of the population (such as sex by age, CSV or Excel) and weights are worked out that make the respondents stand as the population does. None is shipped: take the resident register of the time of the survey, for example.",
)
RAKE_FILES = Text("人口の表（いくつでも）", "Tables of the population (any number)")
RAKE_KEEP = Text(
    "この人口の表は大きいため、アドレスに入りません。リンクで開けるようにするには、下の「名前を付けて保存・開く」で保存してください。",
    "This population is too large for the address. To open it by a link, save it as a view below.",
)
RAKE_HELD, UNNAMED = Text("読み込んだ人口の表：{}", "Population read: {}"), Text("名前なし", "unnamed")
TRIM, NO_TRIM = (
    Text("ウエイトの上限（平均の何倍まで）", "Limit of weights (times their mean)"),
    Text("上限なし", "no limit"),
)
TRIM_HELP = Text(
    "少数の人に大きなウエイトが付くのを抑えます。上限を付けると、人口に少し届かない区分が出ることがあります。",
    "Keeps a few people from weighing very much. With a limit, some categories may not quite reach the population.",
)
OTHER_SURVEYS = Text("ほかの調査の同じ設問と並べる", "Beside the same question in other surveys")
CROSS = Text("この回答をクロス集計する", "Cross-tabulate these answers")
SKEW = Text("回答者の偏りと人口", "Respondents beside the population")


def converged(rounds: int) -> Text:
    return Text(
        f"すべての人口に合いました（{rounds}回の繰り返しで収束）。",
        f"Every margin is met (converged after {rounds} rounds).",
    )


def source(survey: Survey, content: str) -> Text:
    """Where the numbers come from."""
    if survey.origin is Origin.FICTIONAL:
        return Text(
            f"出典：架空データ（操作練習用）「{survey.dataset}」から集計（{content}）",
            f"Source: counted from fictional data for practice “{survey.dataset}” ({content})",
        )
    return Text(
        f"出典：取り込んだ回答データ「{survey.dataset}」から集計（{content}）",
        f"Source: counted from the imported answers “{survey.dataset}” ({content})",
    )


def dataset(survey: Survey, title: Text | None) -> Text:
    """`answers（326人）`; fictional data has a title that says so."""
    name = title or Text(survey.dataset, survey.dataset)
    return Text(f"{name.ja}（{survey.respondents:,}人）", f"{name.en} ({survey.respondents:,})")


def fictional(name: str) -> Text:
    return Text(f"{FICTIONAL.ja}「{name}」", f"{FICTIONAL.en} “{name}”")


def question(asked: SurveyQuestion, people: int, fewest: int, most: int = 3) -> Text:
    """A question as the list shows it: its text, what kind it is, how many answered, its first options."""
    kind = ANSWER_TYPE[asked.answer_type]
    shown = [option.label for option in asked.options[:most]]
    more = "…" if len(asked.options) > most else ""
    options = Text(
        f"：{_short('／'.join(each.ja for each in shown) + more)}" if shown else "",
        f": {_short(' / '.join(each.en for each in shown) + more)}" if shown else "",
    )
    few = people < fewest
    n_ja, n_en = (f"{fewest}人未満", f"under {fewest}") if few else (f"{people:,}人", f"{people:,}")
    return Text(
        f"{asked.label.ja} ─ {kind.ja}・{n_ja}{options.ja}",
        f"{asked.label.en} – {kind.en}, {n_en}{options.en}",
    )


def _short(listed: str) -> str:
    return listed if len(listed) <= LONGEST_LIST else f"{listed[: LONGEST_LIST - 1]}…"


def of_kind(asked: SurveyQuestion, base: int | None, small: bool) -> Text:
    """`単数回答（SA）・回答者数(n)＝12（参考値）`."""
    kind = ANSWER_TYPE[asked.answer_type]
    n = "*" if base is None else f"{base:,}"
    mark = SMALL if small and base else EMPTY
    return Text(f"{kind.ja}・回答者数(n)＝{n}{mark.ja}", f"{kind.en}, respondents (n) = {n}{mark.en}")


def beside_kind(kind: Text, asked_of: Text) -> Text:
    """The kind with who was asked, where not everybody was."""
    return Text(f"{kind.ja}。{asked_of.ja}", f"{kind.en}. {asked_of.en}") if asked_of.ja else kind


def gt_title(name: Text) -> Text:
    return Text(f"{name.ja}：すべての設問の単純集計", f"{name.en}: every question at a glance")


def gt_answer(questions: int, respondents: int, fictional: bool) -> Text:
    if fictional:
        return Text(
            f"架空データ（操作練習用）です。{questions}問・{respondents:,}人。",
            f"Fictional data for practice: {questions} questions, {respondents:,} respondents.",
        )
    return Text(
        f"{questions}問に{respondents:,}人が回答しています。",
        f"{respondents:,} people answered {questions} questions.",
    )


def asked_of(asked: SurveyQuestion) -> Text:
    """Who was asked, where not everybody was; the codebook may not say who."""
    if asked.asked_of is None:
        return EMPTY
    if not asked.asked_of.ja:
        return Text(
            "この設問は一部の人だけに聞いています。", "Only some respondents were asked this question."
        )
    return Text(f"この設問を聞いた人：{asked.asked_of.ja}。", f"Asked of: {asked.asked_of.en}.")


def bases(unweighted: str, weighted: str | None, effective: str | None) -> Text:
    """The bases of everybody, always in sight."""
    ja, en = [f"回答者数(n)＝{unweighted}"], [f"respondents (n) = {unweighted}"]
    if weighted is not None:
        ja += [f"加重後回答者数＝{weighted}", f"有効標本サイズ＝{effective}"]
        en += [f"weighted respondents = {weighted}", f"effective sample size = {effective}"]
    return Text("全体：" + "、".join(ja) + "。", "Total: " + ", ".join(en) + ".")


def averages(mean: str, median: str, sd: str) -> Text:
    return Text(f"平均 {mean}、中央値 {median}、標準偏差 {sd}", f"mean {mean}, median {median}, SD {sd}")


def unknown(names: Sequence[str]) -> Text:
    return Text(
        f"アドレスにあった「{'」「'.join(names)}」は、この回答データの設問や選択肢ではないため、使っていません。",
        f"“{', '.join(names)}” in the address names no question or option of this data and was left out.",
    )


def free_text(count: int) -> Text:
    return Text(
        f"自由記述の設問（{count}問）は集計しません。", f"{count} free-text questions are not tabulated."
    )
