"""What is said around decks that people make."""

from narabe.model.text import Text

NAME = Text("資料の名前", "Name of the deck")
NO_NAME = Text("資料の名前を入力してください。", "Please name the deck.")
NO_STEPS = Text("画面を1つ以上加えてください。", "Add at least one step.")
NO_TITLE = Text("画面の題を入力してください。", "Please give the step a title.")
LINE = Text("公開後に添える一文", "Line shown with the values")
NOTHING_IN_STEP = Text("図か質問のどちらかを選んでください。", "Choose a chart, a question, or both.")
NO_INDICATOR = Text("指標を選んでください。", "Choose an indicator.")
NO_WORDING = Text("質問の文を入力してください。", "Please write the question.")
SAME_OPTIONS = Text("同じ選択肢が2つあります。", "Two options read the same.")
MOST_DOES_NOT_FIT = Text(
    "選べる数は、1から選択肢の数までにしてください。",
    "How many may be chosen: from one to the number of options.",
)
RANGE_TURNED = Text(
    "範囲の下限は上限より小さくしてください。", "The lowest number must be below the highest."
)
ANOTHER_NAME = Text("別の名前を付けてください。", "Please choose another name.")
CHANGED_MEANWHILE = Text(
    "この資料は、ほかの人が先に変更しました。", "Somebody else has changed this deck meanwhile."
)
RELOAD = Text("ページを読み込み直してください。", "Please reload the page.")
GONE = Text("この資料は、すでに取り下げられています。", "This deck is withdrawn already.")
UPDATE = Text("Narabe を新しくしてください。", "Update Narabe.")


def too_many_steps(most: int) -> Text:
    return Text(f"画面は{most}までにしてください。", f"At most {most} steps.")


def how_many_options(least: int, most: int, found: int) -> Text:
    return Text(
        f"選択肢は1行に1つ、{least}つから{most}までにしてください（いま{found}つ）。",
        f"Write {least} to {most} options, one on each line (now {found}).",
    )


def name_taken(name: str, department: str) -> Text:
    return Text(
        f"{department}には、同じ名前の「{name}」があります。", f"{department} already has a “{name}”."
    )


def unreadable(name: str) -> Text:
    return Text(f"資料「{name}」の内容が読み取れません。", f"What the deck “{name}” holds cannot be read.")
