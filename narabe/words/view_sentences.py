"""What is said around saved views: what cannot be saved, what is gone, what a view misses."""

from narabe.model.text import Text

NAME = Text("ビューの名前", "Name of the view")
CHOICE = Text("ビューに保存する条件", "Choices kept in the view")
NO_NAME = Text("ビューの名前を入力してください。", "Please name the view.")
TOO_MUCH = Text("ビューに保存する条件が多すぎます。", "There are too many choices to keep in a view.")
BAD_PAGE = Text("このページはビューとして保存できません。", "This page cannot be saved as a view.")
LIST_VIEWS = Text("ビューの一覧で番号を確かめてください。", "Look up the number in the list of views.")
RELOAD = Text("ページを読み込み直してください。", "Please reload the page.")
UPDATE = Text("Narabe を新しくしてください。", "Update Narabe.")
ANOTHER_NAME = Text("別の名前を付けてください。", "Please choose another name.")
CLOSED = Text("いまはビューの保存を受け付けていません。", "No views can be saved at present.")
GONE = Text("このビューは、すでに取り下げられています。", "This view is withdrawn already.")
NOT_WITHDRAWN = Text("このビューは取り下げられていません。", "This view is not withdrawn.")
CHANGED_MEANWHILE = Text(
    "このビューは、ほかの人が先に変更しました。", "Somebody else has changed this view meanwhile."
)


def no_view(view_id: str) -> Text:
    return Text(f"ビュー「{view_id[:40]}」はありません。", f"There is no view “{view_id[:40]}”.")


def no_revision(view_id: str, revision: int) -> Text:
    return Text(
        f"ビュー {view_id} に第{revision}版はありません。", f"View {view_id} has no revision {revision}."
    )


def name_taken(name: str, department: str, view_id: str) -> Text:
    return Text(
        f"{department}には、同じ名前のビュー「{name}」（番号 {view_id}）があります。",
        f"{department} already has a view named “{name}” (number {view_id}).",
    )


def newer(view_id: str) -> Text:
    return Text(
        f"ビュー {view_id} は、より新しい Narabe で保存されています。",
        f"View {view_id} was saved by a newer Narabe.",
    )


def unreadable(view_id: str) -> Text:
    return Text(f"ビュー {view_id} の内容が読み取れません。", f"What view {view_id} holds cannot be read.")


def no_dataset(dataset: str) -> Text:
    return Text(
        f"このビューの回答データ「{dataset}」は、いまはありません。",
        f"The answers “{dataset}” of this view are gone.",
    )


def no_question(name: str) -> Text:
    return Text(
        f"設問「{name}」は、いまの回答データにありません。",
        f"Question “{name}” is not in the present answers.",
    )


def no_option(question: str, option: str) -> Text:
    return Text(
        f"設問「{question}」の選択肢「{option}」は、いまの回答データにありません。",
        f"Option “{option}” of question “{question}” is not in the present answers.",
    )


def no_weight(name: str) -> Text:
    return Text(
        f"ウエイト「{name}」は、いまの回答データにありません。",
        f"Weight “{name}” is not in the present answers.",
    )


def bad_condition(condition: str, why: Text) -> Text:
    return Text(
        f"限定条件「{condition}」が使えません。{why.ja}",
        f"The condition “{condition}” cannot be used. {why.en}",
    )
