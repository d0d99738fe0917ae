"""What stands where a deck is made."""

from narabe.model.deck import PictureKind
from narabe.model.room import Form
from narabe.model.text import Text

WHAT = Text(
    "公表の設問・指標・保存したビューと、自分の質問から資料を作り、名前を付けて保存します。",
    "Make a deck of published questions, indicators, saved views and questions of your own, and save it by name.",
)
START = Text("もとにする資料", "Start from")
BLANK = Text("（白紙から）", "(a blank deck)")
STEPS = Text("画面の並び", "Steps")
NO_STEPS_YET = Text("まだ画面がありません。下で加えてください。", "No steps yet. Add one below.")
UP, DOWN = Text("上へ", "Up"), Text("下へ", "Down")
EDIT, REMOVE = Text("直す", "Edit"), Text("外す", "Remove")
ADD_STEP, CHANGE_STEP = Text("画面を加える", "Add a step"), Text("この画面を直す", "Change this step")
GIVE_UP = Text("直すのをやめる", "Stop editing")
TITLE_JA, TITLE_EN = (
    Text("題（日本語）", "Title (Japanese)"),
    Text("題（英語・任意）", "Title (English, optional)"),
)
PICTURE = Text("図", "Chart")
NO_PICTURE = Text("（図なし）", "(no chart)")
PICTURES = {
    PictureKind.QUESTION: Text("調査の設問：選択肢すべて", "A survey question: all options"),
    PictureKind.OPTION: Text("調査の設問：1つの選択肢", "A survey question: one option"),
    PictureKind.INDICATORS: Text("指標", "Indicators"),
    PictureKind.VIEW: Text("クロス集計の保存したビュー", "A saved view of the cross-tabulation"),
}
CONCEPT, OPTION = Text("設問", "Question"), Text("選択肢", "Option")
COHORTS, METRICS = Text("並べる対象", "Side by side"), Text("指標", "Indicators")
SAVED_VIEW = Text("ビュー", "View")
NO_VIEWS = Text(
    "保存したビューがありません。クロス集計のページで保存してください。",
    "There is no saved view. Save one on the cross-tabulation page.",
)
HELD = Text("公開まで伏せるもの", "Held back until the reveal")
ASK = Text("会場への質問", "Question to the room")
NOTHING_ASKED = Text("（質問しない）", "(ask nothing)")
AS_SURVEY = Text("調査と同じ質問をする", "The same question as the survey")
WAVE = Text("どの調査の選択肢で聞くか", "With the options of which survey")
ASK_FORMS = {
    Form.SINGLE: Text("自分の質問：1つ選ぶ", "Your own: choose one"),
    Form.MULTIPLE: Text("自分の質問：複数選ぶ", "Your own: choose several"),
    Form.SCALE: Text("自分の質問：段階で答える", "Your own: a scale"),
    Form.NUMBER: Text("自分の質問：数字を予想する", "Your own: guess a number"),
    Form.TEXT: Text("自分の質問：短い文を書く", "Your own: a short text"),
}
WORDING_JA, WORDING_EN = (
    Text("質問の文", "Question (Japanese)"),
    Text("質問の文（英語・任意）", "Question (English, optional)"),
)
OPTIONS_JA = Text("選択肢（1行に1つ）", "Options (Japanese, one on each line)")
OPTIONS_EN = Text("選択肢（英語・任意、1行に1つ）", "Options (English, optional, one on each line)")
MOST = Text("選べる数（0は制限なし）", "How many may be chosen (0: any number)")
LOW, HIGH = Text("下限", "Lowest"), Text("上限", "Highest")
UNIT = Text("単位（任意）", "Unit (optional)")
LINE_JA, LINE_EN = (
    Text("公開後に添える一文（任意）", "Line shown with the values (optional)"),
    Text("同（英語）", "The same in English"),
)
SPEECH = Text(
    "進行メモ（任意。進行役だけに見えます）", "Speaker notes (optional, seen by the facilitator alone)"
)
SAVING = Text("保存する", "Save")
NAME_EN = Text("資料の名前（英語・任意）", "Name of the deck (English, optional)")
SAVE_NEW = Text("新しい資料として保存する", "Save as a new deck")
SAVE_CHANGE = Text("変更を保存する", "Save the change")
WITHDRAW = Text("この資料を取り下げる", "Withdraw this deck")
STEP_KEPT = Text(
    "画面の並びに入れました。まだ保存していません。", "The step is in the deck, which is not saved yet."
)


def of_step(act: Text, number: int) -> Text:
    """`画面2を上へ`: a button of one step among many."""
    return Text(f"画面{number}を{act.ja}", f"Step {number}: {act.en}")


def saved(name: str) -> Text:
    return Text(f"資料「{name}」を保存しました。", f"The deck “{name}” is saved.")


def withdrawn(name: str) -> Text:
    return Text(f"資料「{name}」を取り下げました。", f"The deck “{name}” is withdrawn.")


def changing(number: int) -> Text:
    return Text(f"画面{number}を直す", f"Change step {number}")
