"""What is said on the wall and around it."""

from collections.abc import Sequence

from narabe.model.comparison import Share
from narabe.model.room import Tally
from narabe.model.text import EMPTY, Text
from narabe.words import labels, numbers

HELD = Text("？", "?")
MASKED = Text("少人数のため非表示", "masked: too few")
NOBODY = Text("回答者なし", "nobody")
FIRST_ONLY = Text(
    "画面に入る分だけ、はじめの選択肢・対象を表示しています。",
    "Only the first options and groups are shown, as many as fit.",
)
NOT_A_SAMPLE = Text(
    "会場は標本ではありません。調査とは比べて見るだけにし、検定はしていません。",
    "A room is not a sample: it is set beside the surveys, never tested against them.",
)
ROOM = Text("この会場", "This room")
OTHER = Text("ほか（文書に記載のない選択肢）", "Other (options the document does not print)")
NO_FIGURE = Text("記載なし", "not stated")
TARGET, LATEST = Text("目標", "Target"), Text("最新の実績", "Latest")
LATEST_YEARLY = Text("最新の実績（年換算）", "Latest (yearly basis)")
NO_SUCH_DECK = Text("この資料はありません。", "There is no such deck.")
PICK_A_DECK = Text("一覧から選び直してください。", "Choose one from the list.")


def share(found: Share) -> Text:
    """`43.8%`, `29.2～30.2%`, `2位`, or why there is none."""
    if found.value is not None:
        return numbers.percent(found.value, found.decimals)
    if found.floor is not None and found.ceiling is not None:
        return numbers.bounds(found.floor, found.ceiling)
    if found.rank is not None:
        return numbers.rank(found.rank)
    return labels.STATUS[found.status] if found.status else NO_FIGURE


def base(people: int | None, inferred: bool, small: bool) -> Text:
    """`n=370（推定）`, with a mark where it is small."""
    if people is None:
        return EMPTY
    ja = [word for word, stands in (("推定", inferred), (labels.SMALL_BASE.ja, small)) if stands]
    en = [word for word, stands in (("inferred", inferred), (labels.SMALL_BASE.en, small)) if stands]
    count = f"n={people:,}"
    return Text(f"{count}（{'・'.join(ja)}）" if ja else count, f"{count} ({', '.join(en)})" if en else count)


def room_base(tally: Tally) -> Text:
    """How many of the room answered, and how."""
    hands = Text(f"（うち挙手{tally.hands}人）", f" ({tally.hands} by hands)") if tally.hands else EMPTY
    return Text(f"{tally.base}人{hands.ja}", f"{tally.base} answers{hands.en}")


def room_of(tally: Tally) -> Text:
    """`この会場 23人`."""
    people = room_base(tally)
    return Text(f"{ROOM.ja} {people.ja}", f"{ROOM.en}, {people.en}")


def and_the_room(tally: Tally) -> Text:
    """Behind the bases of the surveys."""
    people = room_base(tally)
    return Text(f"、{ROOM.ja} {people.ja}", f"; {ROOM.en.lower()} {people.en}")


def too_few(fewest: int) -> Text:
    return Text(
        f"会場の回答が{fewest}人未満のため、表示しません。",
        f"Not shown: fewer than {fewest} of the room answered.",
    )


def truth(said: Text) -> Text:
    """The value that was guessed."""
    return Text(f"実際の値 {said.ja}", f"Actual value {said.en}")


def median(value: float, unit: Text) -> Text:
    """The guess in the middle."""
    said = f"{value:,.6g}"
    return Text(f"予想の中央値 {said}{unit.ja}", f"Median guess {said}{unit.en}")


def no_options(question: Text) -> Text:
    return Text(
        f"設問「{question.ja}」には選択肢がないため、棒で並べられません。",
        f"“{question.en}” has no options to draw as bars.",
    )


def masking(below: int) -> Text:
    return Text(
        f"回答者数が{below}人未満の区分などは表示していません。",
        f"Groups of fewer than {below} respondents, and those that would give them away, are masked.",
    )


def amount(value: float, decimals: int, unit: Text) -> Text:
    said = numbers.number(value, decimals).ja
    return Text(f"{said}{unit.ja}", f"{said} {unit.en}")


def what_of(shown: Sequence[tuple[Text, Text]], asked: Sequence[Text]) -> Text:
    """`2021年 27.9%。2025年は？`: what is known of some, asked of others."""
    known_ja = "、".join(f"{label.ja} {said.ja}" for label, said in shown)
    known_en = ", ".join(f"{label.en}: {said.en}" for label, said in shown)
    others_ja, others_en = "、".join(each.ja for each in asked), ", ".join(each.en for each in asked)
    if not shown:
        return Text(f"{others_ja}は？", f"{others_en}?")
    return Text(f"{known_ja}。{others_ja}は？", f"{known_en}. And {others_en}?")


def as_option(label: Text) -> Text:
    """The label of a net as somebody chooses it: without the word that says it adds up others."""
    return Text(label.ja.removesuffix("（計）"), label.en.removesuffix(" (net)"))


def unknown(what: str) -> Text:
    return Text(
        f"資料が使う「{what}」が、いまのデータにありません。",
        f"The deck uses “{what}”, which the present data do not have.",
    )


MEND_DECK = Text("資料の設定を直してください。", "Mend the deck.")
