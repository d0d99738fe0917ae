"""The columns of the machine-readable cross-tabulation: names, what stands there, units, definitions, codes."""

from narabe.model.crosstab import Rest
from narabe.model.status import Origin
from narabe.model.text import Text
from narabe.words import crosstab_file_sentences as say
from narabe.words.repaired_sentences import CODE, NUMBER, WORDS, YES_NO

FRACTION, PEOPLE = Text("0～1の割合", "fraction 0–1"), Text("人", "people")
AS_ANSWERED = Text("回答の単位", "unit of the answers")

Kind = tuple[str, Text, Text, Text | None, Text]
"""Physical name, label, what stands there, unit if it has one, definition."""

FIELDS: tuple[Kind, ...] = (
    ("dataset", Text("回答データ", "Answers"), WORDS, None, Text("回答データの名前", "Name of the set of answers")),
    ("origin", Text("データの区分", "Origin"), CODE, None, Text("取り込んだ回答か、架空データか", "Imported answers or fictional data")),
    ("question_id", Text("設問コード", "Question code"), CODE, None, Text("集計した設問", "Question tabulated")),
    ("question_label_ja", Text("設問", "Question, Japanese"), WORDS, None, Text("設問の文言", "Words of the question")),
    ("question_label_en", Text("設問（英語）", "Question, English"), WORDS, None, Text("設問の英語の文言", "Words of the question in English")),
    ("axis_id", Text("集計軸コード", "Axis code"), CODE, None, Text("集計軸の設問。入れ子は外側から「__」でつなぐ。集計軸なしは total", "Question of the axis; nested ones joined by “__”, outer first; total without an axis")),
    ("axis_label_ja", Text("集計軸", "Axis, Japanese"), WORDS, None, Text("集計軸の文言", "Words of the axis")),
    ("axis_label_en", Text("集計軸（英語）", "Axis, English"), WORDS, None, Text("集計軸の英語の文言", "Words of the axis in English")),
    ("group_id", Text("区分コード", "Group code"), CODE, None, Text("集計軸の選択肢。全体は total", "Option of the axis; total is everybody")),
    ("group_label_ja", Text("区分", "Group, Japanese"), WORDS, None, Text("区分の文言", "Words of the group")),
    ("group_label_en", Text("区分（英語）", "Group, English"), WORDS, None, Text("区分の英語の文言", "Words of the group in English")),
    ("record", Text("行の種類", "Kind of row"), CODE, None, Text("選択肢ごとの値か、区分の平均などか", "Figures of an option, or averages of the group")),
    ("option_id", Text("選択肢コード", "Option code"), CODE, None, Text("設問の選択肢。平均の行は空欄", "Option of the question; empty in rows of averages")),
    ("option_label_ja", Text("選択肢", "Option, Japanese"), WORDS, None, Text("選択肢の文言", "Words of the option")),
    ("option_label_en", Text("選択肢（英語）", "Option, English"), WORDS, None, Text("選択肢の英語の文言", "Words of the option in English")),
    ("unweighted_count", Text("人数", "Count"), NUMBER, PEOPLE, Text("選んだ人数（加重前）", "People who chose it, unweighted")),
    ("weighted_count", Text("加重後の値", "Weighted count"), NUMBER, None, Text("選んだ人のウエイトの合計（人数ではない）", "Sum of the weights of those who chose it (not a number of people)")),
    ("column_share", Text("区分の中の割合", "Share of the group"), NUMBER, FRACTION, Text("加重後の値÷区分の加重後回答者数（閲覧用の横%）。分母は列「share_base」による", "Weighted count ÷ weighted base of the group (row % of the tables for reading); what is 100 % stands in “share_base”")),
    ("row_share", Text("選択肢の中の割合", "Share of the option"), NUMBER, FRACTION, Text("加重後の値÷全体でのその選択肢の加重後の値", "Weighted count ÷ weighted count of the option in total")),
    ("total_share", Text("全体に占める割合", "Share of all"), NUMBER, FRACTION, Text("加重後の値÷全体の加重後回答者数", "Weighted count ÷ weighted base of everybody")),
    ("low", Text("95%区間の下限", "95% low"), NUMBER, FRACTION, Text("区分の中の割合の95%区間の下限。単純無作為抽出と仮定した目安", "Lower end of the 95% interval of the share of the group, as if from a simple random sample")),
    ("high", Text("95%区間の上限", "95% high"), NUMBER, FRACTION, Text("同じ区間の上限", "Upper end of the same interval")),
    ("mean", Text("平均", "Mean"), NUMBER, AS_ANSWERED, Text("平均。平均の行だけに入る", "Mean; only in rows of averages")),
    ("median", Text("中央値", "Median"), NUMBER, AS_ANSWERED, Text("中央値。平均の行だけに入る", "Median; only in rows of averages")),
    ("sd", Text("標準偏差", "SD"), NUMBER, AS_ANSWERED, Text("標準偏差。平均の行だけに入る", "Standard deviation; only in rows of averages")),
    ("unweighted_base", Text("回答者数", "Respondents"), NUMBER, PEOPLE, Text("区分の回答者数（加重前）", "Respondents of the group, unweighted")),
    ("weighted_base", Text("加重後回答者数", "Weighted respondents"), NUMBER, None, Text("区分のウエイトの合計", "Sum of weights of the group")),
    ("effective_base", Text("有効標本サイズ", "Effective sample size"), NUMBER, PEOPLE, Text("ウエイトの合計の2乗÷ウエイトの2乗の合計（Kish）", "Squared sum of weights ÷ sum of squared weights (Kish)")),
    ("answers", Text("回答数", "Answers"), NUMBER, None, Text("割合の基準が回答数（answers）のとき、100%とする回答の数（ウエイトの合計）。それ以外は空欄", "Answers given (sum of weights) that are 100% where shares are of answers; empty otherwise")),
    ("suppressed", Text("非表示", "Masked"), YES_NO, None, Text("少人数のため値を空欄にした行は1", "1 where the figures are left empty because the group is small")),
    ("small", Text("参考値", "Small base"), YES_NO, None, Text("回答者数が少ないため参考値とする行は1", "1 where the base is small and the figures a guide only")),
    ("differs_from", Text("差のある区分", "Differs from"), CODE, None, Text("割合が5%水準で異なる区分のコード。複数は「;」区切り", "Codes of the groups whose share differs at the 5% level, set apart by “;”")),
    ("against_rest", Text("ほかの人との比較", "Against the rest"), CODE, None, Text("その区分に入らない人全体と比べた5%水準の差", "Difference at the 5% level from everybody who is not in the group")),
    ("weight", Text("ウエイト", "Weight"), WORDS, None, Text("使ったウエイトの列。空欄は加重なし", "Column of the weights used; empty without")),
    ("condition", Text("限定条件", "Condition"), WORDS, None, Text("集計した人の条件。空欄は全員", "Condition on who was counted; empty for everybody")),
    ("share_base", Text("割合の基準", "Base of shares"), CODE, None, Text("区分の中の割合の100%が何か", "What 100% of the share of the group is")),
    ("correction", Text("多重比較の補正", "Correction"), CODE, None, Text("区分どうしの比較に使った補正", "Correction used when groups are compared")),
    ("suppressed_below", Text("非表示の基準", "Masked below"), NUMBER, PEOPLE, Text("設問に答えた人がこれ未満の区分と、引き算でそれが分かる区分を非表示にする", "Groups in which fewer answered are masked, and those from which one could be worked out")),
)  # fmt: skip

RECORDS = {
    "cell": Text("選択肢ごとの値", "figures of an option"),
    "average": Text("平均・中央値・標準偏差", "mean, median and SD"),
}
ORIGINS = {
    Origin.IMPORTED: Text("取り込んだ回答", "imported answers"),
    Origin.FICTIONAL: say.FICTIONAL,
}
REST = {
    Rest.HIGHER: Text("高い", "higher"),
    Rest.LOWER: Text("低い", "lower"),
    Rest.NONE: Text("差があるとはいえない", "no clear difference"),
    Rest.NOT_TESTED: Text("検定不可・検定なし", "cannot be tested, or not tested"),
}
BASES = say.HUNDRED
TITLE = Text("クロス集計", "Cross-tabulation")
EMPTY_MEANS = Text(
    "空欄は値がないこと（非表示、回答者なし、その行に関係のない列）を表し、0とは区別する",
    "An empty cell holds no value (masked, nobody answered, or a column of other rows); it is not zero",
)
