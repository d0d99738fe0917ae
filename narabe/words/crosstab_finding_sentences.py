"""The sentence of finding on a crossed table, and the words of its charts."""

from collections.abc import Sequence

from narabe.model.text import EMPTY, Text
from narabe.words import labels
from narabe.words.crosstab_file_sentences import FICTIONAL

FICTIONAL_LINE = Text(f"【{FICTIONAL.ja}】", f"[{FICTIONAL.en}]")
MASKED = Text("非表示", "not shown")
NOBODY = Text("回答者なし", "no respondents")
WEIGHTLESS = Text("ウエイトが0の人だけ", "only people of weight 0")
NO_ANSWERS = Text("回答なし", "no answers")
NO_DIFFERENCE = Text("はっきりした差はありません", "no clear difference")
IF_RANDOM = Text(
    "単純無作為抽出と仮定した場合の目安。", "A guide, as if the respondents were a simple random sample."
)
IN_THE_TABLE = Text("ほかの数値は表にあります。", "The other figures are in the table.")
ALL_MASKED = Text("少人数のため、結果は表示していません。", "Results are not shown: too few respondents.")
NO_PEOPLE = Text("回答者がいません。", "There are no respondents.")
ALL_WEIGHTLESS = Text(
    "全員のウエイトが0のため、結果を計算できません。", "Everybody has weight 0, so nothing can be computed."
)
TOO_FEW = Text(
    "比べられる区分が2つないため（少人数・非表示・検定不可）、差は調べていません。",
    "No two groups can be compared (few respondents, masked, or shares that cannot be tested).",
)
UNTESTED_FICTIONAL = Text("架空データのため、差は検定していません。", "Not tested: the data is fictional.")
UNTESTED_ANSWERS = Text(
    "回答数を100%とする割合のため、差は検定していません。",
    "Not tested: the shares are of all answers given.",
)
NOTHING_CHOSEN = Text("どの選択肢も選ばれていません。", "No option was chosen.")
NOTHING = EMPTY
IN_PERCENT = Text("（%）", " (%)")
MEANS = Text("（平均、線は95%区間。SDは標準偏差）", " (means, lines are 95% intervals)")
INTERVALS = Text("（%、線は95%区間）", " (%, lines are 95% intervals)")


def heading(question: Text, axis: Text | None, more: Text) -> Text:
    ja, en = (f" × {axis.ja}", f" × {axis.en}") if axis else ("", "")
    return Text(f"{question.ja}{ja}{more.ja}", f"{question.en}{en}{more.en}")


def fictional(said: Text) -> Text:
    """The mark stands before a sentence, so that it cannot be cut off."""
    return Text(FICTIONAL_LINE.ja + said.ja, f"{FICTIONAL_LINE.en} {said.en}")


def group(label: Text, base: int | None, masked: bool, small: bool) -> Text:
    n = "*" if masked else f"{base or 0:,}"
    tag = labels.SMALL_BASE
    ja, en = (f"・{tag.ja}", f", {tag.en}") if small else ("", "")
    return Text(f"{label.ja}（n={n}{ja}）", f"{label.en} (n={n}{en})")


def cell(group: Text, option: Text, share: str, count: int | None) -> Text:
    ja, en = ("", "") if count is None else (f"・{count:,}人", f", {count:,} people")
    return Text(f"{group.ja} {option.ja} {share}%{ja}", f"{group.en} {option.en} {share}%{en}")


def beside(group: Text, told: Text) -> Text:
    return Text(f"{group.ja} {told.ja}", f"{group.en} {told.en}")


def mean(amount: str, sd: str | None) -> Text:
    ja, en = ("", "") if sd is None else (f"（SD {sd}）", f" (SD {sd})")
    return Text(f"{amount}{ja}", f"{amount}{en}")


def halved(middle: Text) -> Text:
    """The middle step of a diverging bar."""
    return Text(f"{middle.ja}（左右に半分ずつ）", f"{middle.en} (half on each side)")


def shades(step: int) -> Text:
    return Text(
        f"色が強いほど割合が高い（{step}ポイントきざみ）。",
        f"The stronger the colour the higher, in steps of {step} points.",
    )


def missing_share(label: Text, share: str) -> Text:
    return Text(f"{label.ja} {share}%", f"{label.en} {share}%")


def higher(
    option: Text,
    first: Text,
    second: Text,
    points: str,
    bases: Sequence[int],
    level: int,
    shown: str | None = None,
) -> Text:
    """`「知っている」は男性39.1%が女性9.1%より30.0ポイント高い（n=115・209、5%水準）。` Groups come with their shares.

    `shown` is the difference of the rounded shares where its last digit is another.
    """
    ja, en = (
        ("", "")
        if shown is None
        else (f"、丸めた割合どうしの差は{shown}", f"; of the rounded shares {shown}")
    )
    n = "・".join(f"{base:,}" for base in bases)
    n_en = " and ".join(f"{base:,}" for base in bases)
    return Text(
        f"「{option.ja}」は{first.ja}が{second.ja}より{points}ポイント高い（n={n}、{level}%水準{ja}）。",
        f"“{option.en}”: {first.en} is {points} points above {second.en} (n={n_en}; {level}% level{en}).",
    )


def higher_mean(
    first: Text, second: Text, amount: str, bases: Sequence[int], level: int, towards: Text | None
) -> Text:
    """`平均は女性4.20が男性1.80より2.40高い（「思わない」寄り、n=50・50、1%水準）。`"""
    n = "・".join(f"{base:,}" for base in bases)
    n_en = " and ".join(f"{base:,}" for base in bases)
    ja, en = ("", "") if towards is None else (f"「{towards.ja}」寄り、", f"towards “{towards.en}”; ")
    return Text(
        f"平均は{first.ja}が{second.ja}より{amount}高い（{ja}n={n}、{level}%水準）。",
        f"Mean: {first.en} is {amount} above {second.en} ({en}n={n_en}; {level}% level).",
    )


def larger_means(towards: Text) -> Text:
    """What a higher mean says."""
    return Text(f"値が大きいほど「{towards.ja}」寄り", f"Higher means towards “{towards.en}”")


def no_difference(by: Text, base: int, some_left_out: bool) -> Text:
    left_ja, left_en = ("、参考値・非表示の区分を除く", "; small and masked groups left out") if some_left_out else ("", "")  # fmt: skip
    return Text(
        f"表全体では、{by.ja}による{NO_DIFFERENCE.ja}（n={base:,}、5%水準{left_ja}）。",
        f"Over the whole table there is {NO_DIFFERENCE.en} by {by.en} (n={base:,}; 5% level{left_en}).",
    )


def most(options: Sequence[Text], share: str, base: int, small: bool) -> Text:
    """`全体で最も多いのは「知らない」44.8%（n=326）。`"""
    ja, en = ("", "") if not small else (f"、{labels.SMALL_BASE.ja}", f", {labels.SMALL_BASE.en}")
    each_ja, each_en = ("それぞれ", " each") if len(options) > 1 else ("", "")
    return Text(
        f"全体で最も多いのは{'と'.join(f'「{option.ja}」' for option in options)}{each_ja}{share}%（n={base:,}{ja}）。",
        f"Most common overall: {' and '.join(f'“{option.en}”' for option in options)}, {share}%{each_en} (n={base:,}{en}).",
    )


def average(mean: str, median: str, base: int, small: bool) -> Text:
    ja, en = ("", "") if not small else (f"、{labels.SMALL_BASE.ja}", f", {labels.SMALL_BASE.en}")
    return Text(
        f"全体の平均は{mean}、中央値は{median}（n={base:,}{ja}）。",
        f"Overall the mean is {mean} and the median {median} (n={base:,}{en}).",
    )


def named(label: Text, amount: str) -> Text:
    """`男性39.1%` / `male 39.1%`."""
    return Text(f"{label.ja}{amount}", f"{label.en} {amount}")
