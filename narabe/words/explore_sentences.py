"""Looking figures up, in words."""

from collections.abc import Sequence
from datetime import date

from narabe.model.explore import MOST_WORDS, NoTotal, Order, Total
from narabe.model.rounding import half_up
from narabe.model.text import EMPTY, Text, plain
from narabe.words import numbers

TITLE = Text("見つかった数値", "Figures found")
KIND = {
    "survey_share": Text("アンケートの割合", "survey share"),
    "survey_count": Text("アンケートの人数", "survey count"),
    "survey_rank": Text("アンケートの順位", "survey rank"),
    "survey_difference": Text("アンケートの割合の差", "difference of survey shares"),
    "respondents_answered": Text("回答者数", "respondents"),
    "respondents_invited": Text("調査対象の人数", "people invited"),
    "response_rate": Text("回答率", "response rate"),
    "metric_observed": Text("指標の実績", "metric: actual"),
    "metric_baseline": Text("指標の基準", "metric: baseline"),
    "metric_target": Text("指標の目標", "metric: target"),
    "metric_outlook": Text("指標の見通し", "metric: outlook"),
}
ORDER = {
    Order.STORED: Text("文書と設問の順", "as documents and questions stand"),
    Order.HIGH: Text("値の大きい順", "highest value first"),
    Order.LOW: Text("値の小さい順", "lowest value first"),
    Order.NEWEST: Text("新しい順", "newest first"),
    Order.OLDEST: Text("古い順", "oldest first"),
}
NO_TOTAL = {
    NoTotal.SEVERAL_THINGS: Text(
        "2つ以上の指標・設問・調査の値が並んでいます。1つに絞ると出ます。",
        "more than one metric, question or survey is listed. Choose one.",
    ),
    NoTotal.SEVERAL_ROLES: Text(
        "実績と目標、割合と人数のように、種類の違う数値が混ざっています。「種類」で1つに絞ると出ます。",
        "figures of different kinds are listed, such as actual and target, or share and count. Choose one kind.",
    ),
    NoTotal.UNKNOWN: Text(
        "値の分からない行（範囲だけ・未収録・公表なし）があります。",
        "some figures have no value (range only, not captured, not published).",
    ),
    NoTotal.AVERAGE: Text("平均は足せません。", "averages do not add up."),
    NoTotal.ORDER: Text("順位や差は足せません。", "ranks and differences do not add up."),
    NoTotal.STATES: Text(
        "時点の違う数は足せません。1つの時点に絞ると出ます。",
        "states of different days do not add up. Choose one day.",
    ),
    NoTotal.TIMES: Text(
        "同じ時期を含む数値が2つ以上あるか、時期の記載がないため、二重に数えるおそれがあります。",
        "periods overlap or are not given: something would be counted twice.",
    ),
    NoTotal.PARTS: Text(
        "合計と内訳、または重なりうる区分（性別と年代など）が並んでいます。「対象」を絞ると出ます。",
        "totals stand among their parts, or groups overlap (such as sex and age). Choose groups that do not.",
    ),
    NoTotal.NETS: Text(
        "選択肢をまとめた行が、その内訳と並んでいます。",
        "options taken together stand among the options themselves.",
    ),
    NoTotal.SEVERAL_ANSWERS: Text(
        "1人が2つ以上選べる設問のため、選択肢どうしは足せません。",
        "one person may choose several options, so options do not add up.",
    ),
    NoTotal.NO_COUNTS: Text(
        "割合は足せません。分子と分母の分からない行があるため、割り直すこともできません。",
        "shares do not add up, and some lack the counts to divide anew.",
    ),
    NoTotal.ONE_WHOLE: Text(
        "どの行も分母が同じで、同じ全体に対する割合かもしれません。",
        "all have one denominator and may be shares of one whole.",
    ),
    NoTotal.RAGGED: Text(
        "区分によって、並んでいる選択肢が違います。どの区分にも同じ選択肢が並ぶように絞ると出ます。",
        "groups differ in the options listed. Choose the same options for each group.",
    ),
    NoTotal.TOO_MANY: Text(
        "行が多すぎます。条件を絞ると出ます。", "too many rows are listed. Narrow the filters."
    ),
}
NO_TOTAL_BEFORE = Text("合計は出せません：", "No total: ")
ONLY_FIRST_WORDS = Text(
    f"検索に使うのは初めの{MOST_WORDS}語までです。", f"Only the first {MOST_WORDS} words are searched for."
)

NO_ADDRESS = Text(
    "ことば・期間・対象で絞った数値には、そのままのアドレスがありません。右上の「ビュー」で名前を付けて保存すると、そのビューのアドレスで読み込めます。",
    "Figures filtered by words, period or group have no plain address. Save the view (“Views”, top right): a saved view has an address of its own.",
)
MONTH_FORM = Text("「2025-04」のように書いてください。", "Write it like `2025-04`.")


def summary(figures: int, every: int, documents: int, apart: Sequence[tuple[Text, int]]) -> Text:
    """`659件の数値のうち42件が条件に合います（3つの文書。公表 40件・取込 2件）。`"""
    if not figures:
        return Text(
            f"{every:,}件の数値のうち、条件に合うものはありません。条件を減らしてください。",
            f"None of the {every:,} figures meets all filters. Take one away.",
        )
    by = Text(
        "・".join(f"{name.ja} {count:,}件" for name, count in apart),
        ", ".join(f"{count:,} {name.en}" for name, count in apart),
    )
    where = "one document or file" if documents == 1 else f"{documents} documents and files"
    if figures == every:
        return Text(
            f"{every:,}件の数値があります（{documents}つの文書・ファイルから。{by.ja}）。",
            f"There are {every:,} figures from {where} ({by.en}).",
        )
    return Text(
        f"{every:,}件の数値のうち{figures:,}件が条件に合います（{documents}つの文書・ファイルから。{by.ja}）。",
        f"{figures:,} of {every:,} figures meet the filters, from {where} ({by.en}).",
    )


def total(found: Total | NoTotal | None, unit: Text, decimals: int) -> Text:
    """What the figures come to, or why they do not; nothing for at most one figure."""
    match found:
        case None:
            return EMPTY
        case NoTotal():
            why = NO_TOTAL[found]
            return Text(NO_TOTAL_BEFORE.ja + why.ja, NO_TOTAL_BEFORE.en + why.en)
        case Total(numerator=None):
            value = _exact(found.value, decimals)
            return Text(
                f"合計 {value}{unit.ja}（{found.addends:,}件の和）",
                f"Total: {value} {unit.en} (sum of {found.addends:,} figures)",
            )
    share = numbers.percent(found.value, 2)
    above, below = (_exact(each or 0.0, 0) for each in (found.numerator, found.denominator))
    return Text(
        f"合わせて {share.ja}（{found.addends:,}件。分子の合計 {above} ÷ 分母の合計 {below}。割合どうしは足さない）",
        f"Together {share.en} ({found.addends:,} figures; sum of numerators {above} ÷ sum of denominators {below}; shares are not added)",
    )


def first_rows(shown: int, figures: int) -> Text:
    """That the screen does not hold all."""
    return Text(
        f"画面と閲覧用のファイルは初めの{shown:,}件までです（全{figures:,}件）。機械可読のファイルにはすべて入ります。",
        f"Screen and readable files hold the first {shown:,} of {figures:,} figures; files for machines hold all.",
    )


def offered(label: Text, figures: int) -> Text:
    """`記載値（304）`: a choice with the figures it would give."""
    return Text(f"{label.ja}（{figures:,}）", f"{label.en} ({figures:,})")


def month(name: str) -> Text:
    """`2025-04` in words."""
    day = date.fromisoformat(f"{name}-01")
    return Text(f"{day.year}年{day.month}月", f"{day:%b %Y}")


def no_choice(name: str, value: str) -> Text:
    """A value that no figure has."""
    return Text(f"{name}が「{value}」の数値はありません。", f"No figure has the {name} “{value}”.")


def near(names: Sequence[str]) -> Text:
    """What there is."""
    return Text(f"あるのは {'、'.join(names)} などです。", f"There are {', '.join(names)} and others.")


def no_month(given: str) -> Text:
    """A period that cannot be read."""
    return Text(f"「{given}」は年月として読めません。", f"“{given}” is no month.")


def kind(name: str) -> Text:
    """What a figure is."""
    return KIND.get(name, plain(name))


def _exact(value: float, decimals: int) -> str:
    """With no more decimals than it has."""
    whole = half_up(value, decimals).is_integer()
    return numbers.number(value, 0 if whole else decimals).ja
