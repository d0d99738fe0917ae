"""Labels of the closed vocabularies, and of the four value areas."""

from narabe.model.remark import RemarkKind
from narabe.model.status import BaseStatus, Origin, PaceState, Status, Verdict
from narabe.model.text import EMPTY, Text

STATUS = {
    Status.PRINTED: Text("記載値", "printed"),
    Status.RECOVERED: Text("復元した人数", "recovered count"),
    Status.BOUNDED: Text("範囲のみ", "range only"),
    Status.RANK: Text("順位のみ", "rank only"),
    Status.COMPUTED: Text("計算値", "computed"),
    Status.NOT_CAPTURED: Text("図のため未収録（原本参照）", "only in a lost chart; see the original"),
    Status.NOT_PUBLISHED: Text("公表なし", "not published"),
}
ORIGIN = {
    Origin.PUBLISHED: Text("公表", "published"),
    Origin.IMPORTED: Text("取込", "imported"),
    Origin.FICTIONAL: Text("架空", "fictional"),
    Origin.ROOM: Text("会場の投票", "votes in the room"),
}
ORIGIN_TITLE = Text("データの区分", "Origin")
NOT_STATED = Text("記載なし", "not stated")
UNDATED = Text("時期の記載なし", "date not given")
SMALL_BASE = Text("参考値", "small base")
STATUS_MEANING = {
    Status.PRINTED: Text("文書に数字で載っている", "stands in the document as a number"),
    Status.RECOVERED: Text(
        "記載された割合と回答者数から、ただ1通りに決まる人数",
        "the only whole count that gives the printed share on its base",
    ),
    Status.BOUNDED: Text(
        "「約6割」などの言葉や順位から、上下の範囲だけが分かる",
        "words such as “about 60%”, or ranks, give only a range",
    ),
    Status.RANK: Text("順位だけが載っている", "only an order is printed"),
    Status.COMPUTED: Text("上の値からこちらで計算した", "our arithmetic on the above"),
    Status.NOT_CAPTURED: Text(
        "原本の図にだけあり、手元の文字データでは失われている。推測しない",
        "only in a picture that the text we have lost; never guessed",
    ),
    Status.NOT_PUBLISHED: Text(
        "市が公表していない（取り込んだファイルでは「記載なし」：値が書かれていない）",
        "the city did not print it (“not stated” where a file brought in gives no value)",
    ),
}
BASE_STATUS = {
    BaseStatus.PRINTED: Text("記載値", "printed"),
    BaseStatus.INFERRED: Text("推定", "inferred"),
}
VERDICT = {
    Verdict.SAME: Text("そのまま比べられる", "comparable"),
    Verdict.CAUTION: Text("注意して比べる", "compare with caution"),
    Verdict.NO: Text("割合は比べられない（順位まで）", "shares not comparable (ranks at most)"),
    Verdict.NOT_ASKED: Text("設問なし", "not asked"),
}
PACE = {
    PaceState.REACHED: Text("目標到達", "target reached"),
    PaceState.ON_COURSE_YEARLY: Text("到達見込み", "on course"),
    PaceState.AHEAD: Text("ペース以上", "at or above pace"),
    PaceState.BEHIND: Text("ペース未満", "below pace"),
    PaceState.UNDECIDABLE: Text("判定不能", "cannot be judged"),
    PaceState.NOT_CAPTURED: Text("未収録", "not captured"),
}
PACE_RULE = {
    PaceState.REACHED: Text(
        "12か月分の実績（または時点の値）が目標値以上",
        "a full year's figure (or the state at a date) is at or above the target",
    ),
    PaceState.ON_COURSE_YEARLY: Text(
        "途中までの実績を12か月に換算すると目標値以上（年換算）",
        "the part-year figure, put on twelve months, is at or above the target (yearly basis)",
    ),
    PaceState.AHEAD: Text(
        "基準値からの年あたりの伸び（年換算）が、必要な伸び（目標−基準）÷目標までの年数 以上",
        "yearly change since the baseline is at least (target − baseline) ÷ years to the target",
    ),
    PaceState.BEHIND: Text("その伸びが必要な伸びに満たない", "that change is below what is needed"),
    PaceState.UNDECIDABLE: Text(
        "基準年度より後の、同じ範囲の実績がない（件数などは3か月分から判定）",
        "no later figure of the same scope (of cases and the like: of three months at least)",
    ),
    PaceState.NOT_CAPTURED: Text(
        "基準値・目標値が原本の図にしかない", "baseline and target are only in a chart of the original"
    ),
}
OMISSION = {
    "chart_lost": Text("原本の図にだけあり、失われている", "stands only in a lost chart"),
    "not_of_a_city": Text("市の実績ではない", "no figure of a city"),
    "vague": Text("数にできない言葉", "words that are no number"),
    "repeated": Text("ほかの行と同じ", "stands in another row"),
    "legal": Text("法令・制度の番号や年", "number or year of a law or scheme"),
    "no_subject": Text(
        "日付・ページ・番号など、何かを数えたものではない", "dates, pages and numbering: nothing is counted"
    ),
}
ROLE = {
    "baseline": Text("基準", "Baseline"),
    "observed": Text("実績", "Actual"),
    "target": Text("目標", "Target"),
    "outlook": Text("見通し", "Outlook"),
}
AREA = {
    "convenience": Text("市民生活の利便性向上", "Convenience for residents"),
    "efficiency": Text("持続可能で効率的な行政運営", "Sustainable, efficient administration"),
    "inclusion": Text("人に優しいデジタル化", "Digital for everyone"),
    "security": Text("情報セキュリティの確保", "Information security"),
}
CITY = {
    "koriyama": Text("郡山市", "Koriyama"),
    "morioka": Text("盛岡市", "Morioka"),
    "shirakawa": Text("白河市", "Shirakawa"),
    "nation": Text("全国", "Japan"),
}
DISCREPANCY_STATUS = {
    "open": Text("要確認", "to be confirmed"),
    "explained": Text("説明できる", "explained"),
    "noted": Text("記録のみ", "noted"),
}
TOPIC = {
    "survey": Text("調査", "surveys"),
    "kpi": Text("KPI", "KPI"),
    "operations": Text("業務の数字", "operations"),
    "peers": Text("ほかの市", "other cities"),
}
REMARK = {
    RemarkKind.COMMENT: Text("所見", "Comment"),
    RemarkKind.NEXT_STEP: Text("今後の対応", "Next step"),
    RemarkKind.REPLY: Text("回答", "Reply"),
}
DEPARTMENT, AUTHOR = Text("担当課", "Department"), Text("記入者", "Written by")
WITHDRAWER = Text("取り下げる人", "Withdrawn by")
INTERNAL = Text("庁内限り", "internal")
IF_RANDOM = Text(
    "区間は95%。回答者は登録制モニターや一つの学校の在籍者で、無作為に選ばれていません。単純無作為抽出と仮定した場合の目安です。",
    "Intervals are 95%. Respondents are registered monitors or one school's students, not a random sample: "
    "read them as a guide, as if from a simple random sample.",
)


def status(known: Status, origin: Origin) -> Text:
    """How a figure is known; without a value it is not published by a document, but only not stated in a file brought in."""
    if known is Status.NOT_PUBLISHED and origin is not Origin.PUBLISHED:
        return NOT_STATED
    return STATUS[known]


def mark(origin: Origin) -> Text:
    """`（取込）` / ` (imported)` behind whatever was not published; nothing behind what was."""
    if origin is Origin.PUBLISHED:
        return EMPTY
    label = ORIGIN[origin]
    return Text(f"（{label.ja}）", f" ({label.en})")


def marked(said: Text, origin: Origin) -> Text:
    """A name or value with its mark."""
    tag = mark(origin)
    return Text(said.ja + tag.ja, said.en + tag.en)
