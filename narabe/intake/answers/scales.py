"""The order of answer options, where the words themselves have one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from natsort import natsort_keygen

from narabe.intake.answers.spellings import normal, without_number

DEGREES = (
    (("非常に", "とても", "大変", "たいへん", "大いに", "かなり", "強く", "極めて", "すごく", "よく", "十分"), 3.0),
    (("まあまあ", "まあ", "やや", "どちらかといえば", "どちらかと言えば", "どちらかというと", "ある程度", "多少", "少し", "わりと", "比較的", "おおむね", "概ね"), 1.0),
    (("あまり", "それほど", "さほど"), 1.0),
    (("ほとんど", "めったに"), 2.5),
    (("まったく", "全く", "全然", "決して", "一切"), 3.0),
)  # fmt: skip
AGAINST = (
    "あまり",
    "それほど",
    "さほど",
    "ほとんど",
    "めったに",
    "まったく",
    "全く",
    "全然",
    "決して",
    "一切",
)
"""Degrees that only go with a denial."""
MIDDLE = frozenset(("どちらともいえない", "どちらとも言えない", "どちらでもない", "普通", "ふつう", "変わらない", "どちらともいえない・普通"))  # fmt: skip
OPPOSITES = {
    "不満": "満足", "不満足": "満足", "反対": "賛成", "悪い": "良い", "わるい": "よい", "不安": "安心", "不便": "便利",
    "減った": "増えた", "減少": "増加", "低い": "高い", "少ない": "多い", "嫌い": "好き", "難しい": "易しい", "遅い": "速い",
    "不要": "必要", "知らない": "知っている", "無関心": "関心がある", "使いにくい": "使いやすい", "わかりにくい": "わかりやすい",
}  # fmt: skip
DENIALS = (("にくい", "やすい"), ("づらい", "やすい"), ("くない", "い"), ("していない", "している"), ("ていない", "ている"), ("でない", ""), ("ではない", ""), ("思わない", "思う"), ("がない", "がある"), ("はない", "がある"), ("しない", "する"), ("感じない", "感じる"), ("できない", "できる"), ("わない", "う"), ("じない", "じる"), ("さない", "す"), ("らない", "る"), ("ない", ""))  # fmt: skip
STEPS = (
    ("毎日", "ほぼ毎日", "週に5", "週に4", "週に3", "週に数", "週に2", "週に1", "週1", "月に数", "月に2", "月に1", "月1", "年に数", "年に1", "年1", "ほとんど", "めったに", "まったく", "全く", "利用したことが", "利用していない", "使わない"),
    ("いつも", "よく", "しばしば", "ときどき", "時々", "たまに", "あまり", "めったに", "ほとんど", "まったく", "全く", "一度も"),
    ("よく知っている", "内容まで知", "内容も知", "詳しく知", "知っている", "ある程度知", "少し知", "名前だけ", "名前は", "言葉だけ", "聞いたことがある", "聞いたことはある", "あまり知らない", "知らない", "まったく知らない", "全く知らない"),
    ("always", "often", "sometimes", "rarely", "never"),
    ("strongly agree", "agree", "neither", "disagree", "strongly disagree"),
    ("very satisfied", "satisfied", "neither", "dissatisfied", "very dissatisfied"),
)  # fmt: skip
LAST = ("その他", "other", "特にない", "特になし", "該当なし", "あてはまるものはない", "当てはまるものはない", "わからない", "分からない", "don't know", "答えたくない", "回答しない", "無回答")  # fmt: skip
"""What stands behind all other options, in this order."""
EXCLUSIVE = ("特にない", "特になし", "該当なし", "あてはまるものはない", "当てはまるものはない", "どれもない", "いずれもない", "わからない", "分からない", "ない", "なし", "none of the above")  # fmt: skip
BELOW = ("未満", "以下", "under", "less than")
NATURAL = natsort_keygen()


@dataclass(frozen=True, slots=True)
class Ordered:
    """Labels in order; `scale` says that they are degrees of one thing."""

    labels: tuple[str, ...]
    scale: bool


def ordered(labels: Sequence[str]) -> Ordered:
    """Labels, given in order of appearance, as a questionnaire would list them."""
    tail = sorted((each for each in labels if _last(each) is not None), key=lambda each: _last(each) or 0)
    body = [each for each in labels if each not in tail]
    degrees = _degrees(body) or _steps(body)
    if degrees:
        return Ordered((*sorted(body, key=degrees.__getitem__), *tail), True)
    numbered = sum(bool(re.search(r"\d", normal(each))) for each in body)
    if len(body) > 1 and numbered >= 0.6 * len(body):
        body = sorted(body, key=_natural)
    return Ordered((*body, *tail), False)


def exclusive(label: str) -> bool:
    """Does an option say that no other was chosen?"""
    plain = without_number(label).removesuffix("。")
    return plain in EXCLUSIVE or any(plain.startswith(each) for each in EXCLUSIVE if len(each) > 3)


def _last(label: str) -> int | None:
    plain = without_number(label)
    for place, word in enumerate(LAST):
        if plain == word or (
            plain.startswith(word) and len(plain) < len(word) + 12 and word not in ("other",)
        ):
            return place
    return None


def _degrees(labels: list[str]) -> dict[str, float] | None:
    """A number per label, falling: agreement first; None where they are no degrees of one thing."""
    found: dict[str, float] = {}
    stems = set()
    for label in labels:
        words = without_number(label)
        if words in MIDDLE:
            found[label] = 0.0
            continue
        stem, degree = _degree(words)
        stems.add(stem)
        found[label] = -degree
    sound = len(stems) == 1 and len(found) >= 3 and len(set(found.values())) == len(found)
    return found if sound and min(found.values()) < 0 < max(found.values()) else None


def _degree(words: str) -> tuple[str, float]:
    """(what it is about, how much of it)."""
    degree, sign = 2.0, 1.0
    for adverbs, strength in DEGREES:
        for adverb in adverbs:
            if words.startswith(adverb):
                words = words.removeprefix(adverb).lstrip("、, ")
                return _stem(words, strength, -1.0 if adverb in AGAINST else sign)
    return _stem(words, degree, sign)


def _stem(words: str, degree: float, sign: float) -> tuple[str, float]:
    if words in OPPOSITES:
        return OPPOSITES[words], -degree
    for ending, positive in DENIALS:
        if words.endswith(ending) and len(words) > len(ending):
            return words.removesuffix(ending) + positive, -degree
    return words, degree * sign


def _steps(labels: list[str]) -> dict[str, float] | None:
    """The place of each label in a known row of steps; None where one has none, or two share one."""
    for steps in STEPS:
        found = {label: _step(without_number(label), steps) for label in labels}
        places = [place for place in found.values() if place is not None]
        if len(labels) >= 3 and len(places) == len(labels) == len(set(places)):
            return {label: float(place) for label, place in found.items() if place is not None}
    return None


def _step(words: str, steps: tuple[str, ...]) -> int | None:
    """The longest step that the words begin with."""
    fitting = [place for place, step in enumerate(steps) if words.startswith(step)]
    return max(fitting, key=lambda place: len(steps[place]), default=None)


def _natural(label: str) -> tuple:
    """By the first number; `20歳未満` before `20歳以上`."""
    spelled = normal(label).replace(",", "")
    number = re.search(r"\d+(?:\.\d+)?", spelled)
    if number is None:
        return (1, 0.0, 0, NATURAL(spelled))
    size = float(number[0])
    if "万" in spelled and size < 10_000:
        size *= 10_000
    lead = 0 if any(word in spelled for word in BELOW) and "以上" not in spelled else 1
    return (0, size, lead, NATURAL(spelled))
