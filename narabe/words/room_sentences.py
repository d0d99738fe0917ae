"""What is said to participants and facilitators of a room."""

from narabe.model.room import Act, Phase
from narabe.model.text import Text

ENDED = Text("この会場は終了しました。", "This session has ended.")
NOTHING_ASKED = Text("この画面には、会場に聞く質問がありません。", "Nothing is asked at this step.")
NOTHING_HELD_BACK = Text("この画面には、伏せてある値がありません。", "Nothing is held back at this step.")
REVEALED_ALREADY = Text(
    "結果を公開した質問は、やり直すまで投票を再開できません。",
    "The result was shown: reset the question before opening it again.",
)
ACTS = {
    Act.OPEN: Text("投票を開く", "Open voting"),
    Act.CLOSE: Text("締め切る", "Close voting"),
    Act.REVEAL: Text("公開する", "Reveal"),
    Act.HIDE: Text("伏せる", "Hide"),
}
PHASES = {
    Phase.WAITING: Text("投票前", "Not yet open"),
    Phase.OPEN: Text("投票中", "Voting"),
    Phase.CLOSED: Text("締切済み", "Closed"),
    Phase.REVEALED: Text("公開済み", "Revealed"),
    Phase.HIDDEN: Text("伏せています", "Hidden again"),
}
CHOOSE = Text("選択肢を選んでから送ってください。", "Choose an answer, then send.")
NO_SUCH_OPTION = Text(
    "選択肢が変わりました。画面を更新して選び直してください。",
    "The options have changed. Reload the page and choose again.",
)
TYPE_A_NUMBER = Text("数字を入力してください（例：40）。", "Type a number, for example 40.")
WRITE_SOMETHING = Text("文字を入力してから送ってください。", "Write something, then send.")
NO_ROOM = Text(
    "この参加コードの会場はありません。コードを確かめてください。",
    "There is no session with this code. Please check it.",
)
LOCKED = Text("参加の受付は締め切られました。", "Joining is closed.")
NOT_OPEN = Text("いまは投票を受け付けていません。", "Voting is not open now.")
ASKED_ANEW = Text(
    "この質問は始めからやり直しになりました。もう一度答えてください。",
    "This question was reset. Please answer again.",
)
NOT_JOINED = Text(
    "参加の確認ができません。ブラウザの Cookie を許可し、画面を更新してください。",
    "Your place could not be confirmed. Allow cookies and reload the page.",
)
NOT_STEERING = Text(
    "この会場を進行する権限がありません。「会場」ページから開き直してください。",
    "You are not steering this session. Open it again from the Stage page.",
)
FORM_TOO_LONG = Text(
    "送られた内容が長すぎます。短くしてもう一度送ってください。",
    "What was sent is too long. Shorten it and send it again.",
)
CHANGED_MEANWHILE = Text(
    "この文は書いた人が変えたか、取り消しました。読み直してください。",
    "Its writer has changed this text. Read it again.",
)
NO_HANDS = Text(
    "挙手で数えられるのは、選択肢のある質問だけです。",
    "Hands can be counted for questions with options only.",
)
HANDS_TOO_LATE = Text(
    "結果を公開した質問には、挙手を加えられません。やり直してから数えてください。",
    "The result was shown: reset the question before counting hands.",
)
NOT_STORED = Text(
    "記録できませんでした。もう一度送ってください。", "It could not be stored. Please send it again."
)


def not_now(act: Act) -> Text:
    """An act whose time has not come, or has gone."""
    name = ACTS[act]
    return Text(f"いまは「{name.ja}」ことができません。", f"“{name.en}” is not possible now.")


def too_many(most: int, chosen: int) -> Text:
    return Text(
        f"選べるのは{most}つまでです（いま{chosen}つ）。減らして送ってください。",
        f"Choose at most {most} (now {chosen}).",
    )


def out_of_range(low: float, high: float, unit: Text) -> Text:
    return Text(
        f"{low:,g}〜{high:,g}{unit.ja}の数字を入力してください。",
        f"Type a number from {low:,g} to {high:,g}{unit.en}.",
    )


def too_long(most: int, length: int) -> Text:
    return Text(
        f"{most}文字までで書いてください（いま{length}文字）。",
        f"Please keep to {most} characters (now {length}).",
    )


def hands_add_up(raised: int, people: int) -> Text:
    return Text(
        f"挙手の合計（{raised}人）が、参加した人数（{people}人）と合いません。",
        f"The hands add up to {raised}, but {people} people took part.",
    )


def more_hands_than_people(raised: int, people: int) -> Text:
    return Text(
        f"1つの選択肢の挙手（{raised}人）が、参加した人数（{people}人）より多くなっています。",
        f"One option has {raised} hands, but {people} people took part.",
    )
