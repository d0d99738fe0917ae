"""What stands on the phone page, the wall and the pages around them."""

from narabe.model.room import CHOSEN, Form, Phase, Question, Tally
from narabe.model.room_results import GuessSum, OptionSum
from narabe.model.text import EMPTY, Text
from narabe.words import stage_page_sentences, stage_sentences
from narabe.words.numbers import people, percent

JOIN = Text("会場に参加する", "Join the session")
CODE = Text("参加コード（6文字）", "Code (6 characters)")
CODE_SHORT = Text("参加コード", "Code")
ENTER = Text("参加する", "Join")
NO_ACCOUNT = Text(
    "名前や連絡先は尋ねません。1台につき1票で、締め切るまで変えられます。",
    "No name, no account. One vote per device; you may change it until voting closes.",
)
SOON = Text("まもなく投票が始まります。", "Voting opens soon.")
LOOK_AHEAD = Text("前の画面をご覧ください。", "Please look at the screen in front.")
SEND = Text("送る", "Send")
SEND_AGAIN = Text("変えて送る", "Change my answer")
RECEIVED = Text(
    "受け付けました。締め切るまで変えられます。", "Received. You may change it until voting closes."
)
NEWS = {
    Phase.WAITING: SOON,
    Phase.OPEN: Text("投票が始まりました。", "Voting is open."),
    Phase.CLOSED: Text("投票が締め切られました。", "Voting was closed."),
    Phase.REVEALED: Text("結果が公開されました。", "The result is shown."),
    Phase.HIDDEN: Text("結果の表示が終わりました。", "The result is hidden again."),
}
"""What a phone says aloud when its step has moved on."""
NO_ANSWER = Text("回答していません。", "You did not answer.")
CLOSED = Text("投票は締め切られました。結果をお待ちください。", "Voting is closed. The result follows.")
MINE = Text("あなたの回答", "Your answer")
RELOAD = Text("画面を更新する", "Reload")
OVER = Text("会場は終了しました。ありがとうございました。", "The session has ended. Thank you.")
SHOWN = Text("見せたものを振り返る", "See again what was shown")
RECONNECTING = Text(
    "つながりません。つながり次第、自動で更新します。", "Offline. This page updates itself when it is back."
)
NOT_SENT = Text("送れませんでした。もう一度「送る」を押してください。", "It was not sent. Press Send again.")
LEAST, MOST = Text("少なくとも1つ選んでください", "Choose at least one"), Text("つまで選べます", " at most")
ANY_NUMBER = Text("いくつでも選べます", "Choose any number")
ONE = Text("1つ選んでください", "Choose one")
LENGTH = Text(
    "140文字まで。表示する前に進行役が確かめます。",
    "Up to 140 characters; read by the facilitator before it is shown.",
)
SOURCE = Text("出典：", "Source: ")
VALUES_LATER = Text("値は、投票のあとに公開します。", "The values follow after the vote.")
NOT_SHOWN = Text("この画面の結果は公開されていません。", "The result of this step was not revealed.")
SUMS_KEPT = Text(
    "会場は片付けられました。公開した質問の合計だけを残しています。",
    "The session was removed. The sums of the questions that were revealed are kept.",
)
WALL = Text("投影画面", "Wall")
PEOPLE, ANSWERS = Text("人参加", " joined"), Text("票", " votes")
VOTING = Text("投票受付中", "Voting is open")
WAITING = Text("投票前", "Before the vote")
TALLYING = Text("締切・集計済み", "Closed")
STATES = {
    Phase.WAITING: WAITING,
    Phase.OPEN: VOTING,
    Phase.CLOSED: TALLYING,
    Phase.HIDDEN: TALLYING,
}
KEYS = Text(
    "スペース：次へ　← →：前後の画面　b：暗転　f：全画面",
    "Space: next · ← →: steps · b: black · f: full screen",
)
MORE_ON_PHONES = Text("ほか {n} 件は手元の画面で", "{n} more on your phone")
KEY_NOT_SENT = Text(
    "つながらないため、キーの操作は伝わっていません。", "Offline: the key you pressed did nothing."
)
BY_HAND = Text("手を挙げてお答えください。", "Please answer by a show of hands.")
ALOUD = Text("声でお答えください。", "Please say your answer aloud.")
WITHOUT_PHONES = {form: BY_HAND if form in CHOSEN else ALOUD for form in Form}
"""What the wall asks for where no phone can reach it."""
TEXTS_LATER = Text("確認の済んだ文だけを表示します。", "Only texts that were approved are shown.")
GUESSES = Text("会場の予想", "Guesses of the room")
AFTER = Text("見せたもの", "What was shown")
NOT_STEERED = Text("この端末からは進行できません。", "This device does not steer.")
STEER = Text("この端末で進行する", "Steer from this device")
STEERING_KEY = Text("進行の合言葉", "Key of the session")
HOLD_KEY = Text("投影画面を開く", "Open the wall")
LOST_DATA = Text("この画面を表示できません。", "This step cannot be shown.")


def most(count: int) -> Text:
    """How many options may be chosen."""
    return Text(f"{count}つまで選べます", f"Choose up to {count}")


def between(low: float, high: float, unit: Text) -> Text:
    return Text(f"{low:,g}〜{high:,g}{unit.ja}", f"{low:,g} to {high:,g}{unit.en}")


base_of = stage_page_sentences.base_of


def share(option: OptionSum) -> Text:
    """`41.7%（5人）`."""
    said, chose = percent(100 * option.share), people(option.count)
    return Text(f"{said.ja}（{chose.ja}）", f"{said.en} ({chose.en})")


def guessed(guess: GuessSum) -> Text:
    """The guess in the middle, as it was saved."""
    return stage_sentences.median(guess.median, guess.unit)


def step_of(step: int, steps: int) -> Text:
    return Text(f"{step + 1}／{steps}", f"{step + 1} / {steps}")


def guess_median(tally: Tally, question: Question) -> Text:
    """`会場の予想の中央値 40%（5人）`."""
    if tally.numbers is None:
        return EMPTY
    middle = stage_sentences.median(tally.numbers.median, question.unit)
    people = stage_sentences.room_base(tally)
    return Text(f"{middle.ja}（{people.ja}）", f"{middle.en} ({people.en})")


def end_of_scale(value: float, unit: Text) -> Text:
    """Stands at an end of an axis."""
    return Text(f"{value:,g}{unit.ja}", f"{value:,g}{unit.en}")


def most_alike(count: int) -> Text:
    """What the highest column of guesses means."""
    return Text(f"いちばん高い所：{count}人", f"Highest column: {count}")
