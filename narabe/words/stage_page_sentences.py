"""What stands on the page of the stage: decks, opening a room, steering it, what came of it."""

from narabe.model.deck import PictureKind
from narabe.model.room import Act, Form, Phase, Question
from narabe.model.text import EMPTY, Text
from narabe.words import room_sentences

# Opening

WHAT_TO_DO = Text(
    "資料を選んで会場を開くと、投影画面と参加用のQRコードが用意されます。参加者は携帯電話から答えます。",
    "Choose a deck and open a session: the wall and a QR code to join are ready, and people answer by phone.",
)
VIEW = Text("すること", "What to do")
VIEWS = {
    "show": Text("資料を選んで会場を開く", "Choose a deck, open a session"),
    "make": Text("資料を作る・直す", "Make or change a deck"),
    "kept": Text("保存した結果を見る", "See saved results"),
}
DECK, STEP = Text("資料", "Deck"), Text("画面", "Step")
OPEN = Text("会場を開く", "Open a session")
KEPT_A_DAY = Text(
    "会場は、進行の操作が24時間ないと、票とともに消えます。残したい結果は保存してください。",
    "A session that nobody steers for 24 hours is removed with its votes. Save what you want to keep.",
)
ROOMS_CLOSED = Text("いまは会場を開くことも、参加もできません。", "Sessions are closed on this server.")
HOW_TO_OPEN = Text(
    "受け付けるには、管理者が data/settings.toml の rooms_open を true にします。",
    "To open them, the administrator sets rooms_open to true in data/settings.toml.",
)
STEP_NUMBER, STEP_TITLE = Text("画面番号", "Step"), Text("題", "Title")
ASKED, DRAWN, SPEECH = (
    Text("会場への質問", "Question"),
    Text("図", "Chart"),
    Text("進行メモ", "Speaker notes"),
)
PICTURES = {
    PictureKind.OPTION: Text("1つの選択肢を並べる", "One option side by side"),
    PictureKind.QUESTION: Text("設問の選択肢を並べる", "All options of a question"),
    PictureKind.INDICATORS: Text("指標", "Indicators"),
    PictureKind.VIEW: Text("クロス集計のビュー", "Cross-tabulation view"),
}
GROUP, BAR = Text("項目", "Item"), Text("対象", "Group")
VALUE, NOTE = Text("値", "Value"), Text("補足", "Note")
BEFORE_REVEAL = Text("公開前の表示", "Before the reveal")
HELD_BACK, SHOWN_FIRST = Text("公開まで伏せる", "held back"), Text("はじめから見せる", "shown from the start")
NO_CHART = Text("この画面に図はありません。", "This step has no chart.")
FORMS = {
    Form.SINGLE: Text("1つ選ぶ", "choose one"),
    Form.MULTIPLE: Text("複数選ぶ", "choose several"),
    Form.SCALE: Text("段階で答える", "scale"),
    Form.NUMBER: Text("数字を予想する", "guess a number"),
    Form.TEXT: Text("短い文を書く", "short text"),
}

# Steering

KEY = Text("進行の合言葉", "Key")
KEEP_KEY = Text(
    "合言葉は、ほかの端末から進行するときや、このページを開き直すときに使います。控えてください。",
    "Use this key to steer from another device, or when you open this page anew. Write it down.",
)
SHOW_KEY = Text("合言葉を見る", "Show the key")
USE_KEY = Text(
    "ほかの端末から進行するときに入力します。参加者には見せないでください。",
    "Type it to steer from another device. Do not show it to the participants.",
)
GOT_IT = Text("控えました", "I wrote it down")
TYPE_KEY = Text(
    "この会場を進行するには、開いたときに表示された合言葉を入力してください。",
    "To steer this session, type the key that was shown when it was opened.",
)
WRONG_KEY = Text(
    "合言葉が違います。大文字・小文字も含めて、もう一度入力してください。",
    "That is not the key. Please type it again, with capital letters as they were.",
)
STEER = Text("進行する", "Steer")
OPEN_WALL = Text("投影画面を開く（新しいタブ）", "Open the wall (new tab)")
TO_DECKS = Text("資料の一覧へ", "To the decks")
NOW, NEXT = Text("いまの画面", "Now"), Text("次の画面", "Next")
LAST_STEP = Text("最後の画面です。", "This is the last step.")
NEXT_BUTTON = Text("次へ", "Next")
BACK, RESET = Text("前の画面", "Back"), Text("やり直す", "Reset")
REOPEN = Text("投票を再開する", "Reopen voting")
HIDE = Text("伏せる", "Hide")
BLACK, LIGHT = Text("暗転する", "Black out"), Text("暗転をやめる", "End the blackout")
KEYS = Text(
    "ボタンに示したキーでも操作できます（文字の入力中を除く）。"
    "スペースキーと、PageUp・PageDown を送るクリッカーは、投影画面を手前にして使います。",
    "The keys shown on the buttons work too, unless you are typing. "
    "Space, and clickers that send PageUp and PageDown, work while the wall is in front.",
)
LOCK, UNLOCK = Text("参加を締め切る", "Lock joining"), Text("参加を再び受け付ける", "Unlock joining")
GO, GO_TO = Text("移る", "Go"), Text("別の画面へ移る", "Go to a step")
END = Text("終了する", "End the session")
SURE_RESET = Text(
    "この画面の回答は数えなくなり、参加者には答え直してもらいます。",
    "The answers to this step no longer count; people answer anew.",
)
SURE_END = Text(
    "終了すると、この会場では投票も進行もできなくなります。", "Nothing can be voted on or shown after that."
)
DO_RESET, DO_END = Text("やり直しを確定する", "Yes, reset"), Text("終了を確定する", "Yes, end it")
JOINED, ANSWERED = Text("参加", "Joined"), Text("この画面への回答", "Answers to this step")
NO_RESULT_YET = Text(
    "内訳は、公開するまで進行役にも表示しません。",
    "The distribution stays hidden until the reveal, for the facilitator too.",
)
DARK = Text("投影画面は暗転中です。", "The wall is black.")
LOCKED = Text("新しい参加は締め切っています。", "Joining is locked.")
ENDED = Text(
    "この会場は終了しました。結果を保存するか、捨ててください。",
    "The session has ended. Save the results, or discard them.",
)
HAND_OUT = Text("参加の案内（QR・アドレス・コード）", "How to join (QR, address, code)")
JOIN_AT, JOIN_CODE = Text("アドレス", "Address"), Text("参加コード", "Code")
QR_ALT = Text("参加ページのQRコード", "QR code of the page to join")
LOOPBACK = Text(
    "いまのアドレスはこのパソコン専用で、参加者の携帯電話からは開けません。"
    "`make run HOST=0.0.0.0` で起動し直し、このパソコンの構内アドレス（例：192.168.…）でこのページを開いてください。"
    "携帯電話をつなげない閉じた庁内網では、挙手で数えられます。",
    "This address works on this computer only: phones cannot open it. "
    "Restart with `make run HOST=0.0.0.0` and open this page at the computer's address in the local network (192.168.…). "
    "Where phones cannot join, count a show of hands.",
)

NO_PHONES = Text(
    "いまのアドレスには参加者の携帯電話がつながりません。「参加の案内」に直し方があります。",
    "Phones cannot reach the present address. “How to join” says what to do.",
)

# Hands and texts

HANDS = Text("挙手で数える", "Count a show of hands")
PEOPLE = Text("参加した人数", "People asked")
COUNT_HANDS = Text("挙手を数に入れる", "Count these hands")
NO_HANDS = Text(
    "数字の予想は挙手では数えません。携帯電話がないときは、声で聞いてから先へ進めます。",
    "Guesses of a number are not counted by hands. Without phones, ask aloud and go on.",
)
HANDS_NOTE = Text(
    "携帯電話で答えた人は数えません。数え直すと、前の挙手と置き換わります。",
    "Leave out those who answered by phone. A new count replaces the last.",
)
HANDS_COUNTED = Text("挙手を数に入れました。", "The hands were counted in.")
MODERATE = Text("寄せられた文を確かめる", "Approve texts")
MODERATE_NOTE = Text(
    "進行役だけに見えています。「表示する」とした文だけが、公開後に投影されます。",
    "Only you see these. Approved texts appear on the wall after the reveal.",
)
NO_TEXTS_YET = Text("まだ届いていません。", "None yet.")
APPROVE, KEEP_BACK = Text("表示する", "Approve"), Text("表示しない", "Keep back")
APPROVED = {
    None: Text("未確認", "new"),
    True: Text("表示する", "approved"),
    False: Text("表示しない", "kept back"),
}

# After

RESULTS = Text("公開した結果", "Results revealed")
ITEM, COUNT = Text("選択肢・内容", "Option or content"), Text("人数", "People")
SHARE, BASE = Text("割合", "Share"), Text("回答者数", "Base")
OF_THEM_HANDS = Text("うち挙手", "Of them by hands")
GUESSED_VALUE, UNIT = Text("予想の値", "Guess"), Text("単位", "Unit")
LOWER_QUARTER = Text("下から4分の1の予想", "Lower quartile of the guesses")
MEDIAN, UPPER_QUARTER = (
    Text("予想の中央値", "Median guess"),
    Text("上から4分の1の予想", "Upper quartile of the guesses"),
)
REVEALED_ONLY = Text("公開した画面だけを載せています。", "Only steps that were revealed are listed.")
SEVERAL_ANSWERS = Text(
    "複数選べる質問の割合は、回答者数に対するもので、合計は100%を超えることがあります。",
    "Shares of questions with several answers are of those who answered and may add up to more than 100%.",
)
APPROVED_ONLY = Text("文は、進行役が表示を認めたものだけです。", "Texts are those the facilitator approved.")
NO_TEXT_APPROVED = Text("（表示を認めた文はありません）", "(no text was approved)")
NOTHING_REVEALED = Text("公開した結果がまだありません。", "No result was revealed yet.")
REVEAL_FIRST = Text("質問の結果を公開してから保存してください。", "Reveal a question first, then save.")
SLIDES = Text("見せた画面をスライドにする（PowerPoint）", "What was shown, as slides (PowerPoint)")
SLIDES_NOTE = Text(
    "公開した画面は値と会場の結果つき、ほかは題と質問だけです。進行メモはノート欄に入るので、配る前に確かめてください。",
    "Steps that were revealed have their values and the room's result, others only title and question. "
    "Speaker notes stand in the notes pane: look at them before you hand the file out.",
)
SAVE = Text("結果を保存する", "Save the results")
SAVE_NOTE = Text(
    "合計と、表示を認めた文だけを保存します。だれが何を答えたかは残りません。調査と同じ質問の答えは、「市民の声を比べる」で選べる対象になります。",
    "Only sums and approved texts are kept; nobody's own answer is. Answers to a question of the surveys become a cohort that can be chosen on “Compare surveys”.",
)
SAVED = Text(
    "結果を保存しました。「保存した結果を見る」で開けます。", "Saved. Open it under “See saved results”."
)
BESIDE_SURVEYS = Text("調査と並べて見る", "See it beside the surveys")
DISCARD = Text("保存せずに捨てる", "Discard without saving")
TIDY_UP = Text("会場を片付ける", "Remove the session")
SURE_TIDY_UP = Text(
    "会場とすべての票が消え、元に戻せません。保存した結果は残り、参加者も「見せたものを振り返る」で合計を見られます。",
    "The session and all its votes go for good. What you saved stays, "
    "and participants still find the sums under “See again what was shown”.",
)
SURE_DISCARD = Text(
    "会場とすべての票が消え、元に戻せません。参加者の携帯電話の「見せたものを振り返る」も開けなくなります。",
    "The session and all its votes go for good. Participants can no longer open “See again what was shown” either.",
)
DO_DISCARD = Text("捨てることを確定する", "Yes, discard")
DISCARDED = Text("会場とすべての票を捨てました。", "The session and its votes are gone.")
RECORD = Text("保存した結果", "Saved results")
NO_RECORDS = Text("保存した結果はまだありません。", "Nothing was saved yet.")
SAVED_RESULTS = Text(
    "会場の結果を保存し、あとで表として見られます。", "Results of sessions, saved to be read later as tables."
)


def asked(question: Question) -> Text:
    """`何％だと思いますか（数字を予想する）`."""
    form = FORMS[question.form]
    return Text(f"{question.wording.ja}（{form.ja}）", f"{question.wording.en} ({form.en})")


def with_held(drawn: Text, held: int) -> Text:
    return Text(f"{drawn.ja}（{held}つは公開まで伏せる）", f"{drawn.en} ({held} held back)")


def deck_finding(steps: int, asks: int) -> Text:
    """How much is in a deck."""
    return Text(
        f"{steps}画面、うち会場への質問は{asks}つ。各画面の内容を確かめてから会場を開けます。",
        f"{steps} steps, {asks} with a question to the room. Look at each step, then open a session.",
    )


def step_of(step: int, steps: int) -> Text:
    return Text(f"画面{step + 1}／{steps}", f"Step {step + 1} of {steps}")


def phase(found: Phase, asks: bool, held: bool) -> Text:
    """How far the present step has come, in words."""
    if asks:
        return room_sentences.PHASES[found]
    if held:
        return PHASES_HELD[found is Phase.REVEALED]
    return EMPTY


PHASES_HELD = {False: Text("値は公開前", "Values held back"), True: Text("公開済み", "Revealed")}


def on(coming: Act | None) -> Text:
    """What the button ON says."""
    act = room_sentences.ACTS[coming] if coming else NEXT
    return Text(f"{NEXT_BUTTON.ja}：{act.ja}", f"{NEXT_BUTTON.en}: {act.en}")


def steering(step: Text, stands: Text, coming: Text | None) -> Text:
    """The first line of the steering page; `coming` is what goes on, None at the very end."""
    ja = f"{step.ja}。{stands.ja}。" if stands.ja else f"{step.ja}。"
    en = f"{step.en}. {stands.en}." if stands.en else f"{step.en}."
    if coming is None:
        return Text(f"{ja}{LAST_STEP.ja}", f"{en} {LAST_STEP.en}")
    return Text(f"{ja}「{coming.ja}」で進みます。", f"{en} Go on with “{coming.en}”.")


def opened_as(code: str) -> Text:
    return Text(f"会場を開きました。参加コードは {code} です。", f"The session is open. Its code is {code}.")


def results_of(title: Text) -> Text:
    return Text(f"会場の結果：{title.ja}", f"Results of the session: {title.en}")


def record_of(title: Text, department: str, day: Text) -> Text:
    """A saved session in a list."""
    return Text(f"{day.ja}　{title.ja}（{department}）", f"{day.en} · {title.en} ({department})")


def base_of(base: int, hands: int) -> Text:
    ja = f"回答者数 {base}人" + (f"（うち挙手{hands}人）" if hands else "")
    en = f"Base: {base}" + (f" ({hands} by hands)" if hands else "")
    return Text(ja, en)
