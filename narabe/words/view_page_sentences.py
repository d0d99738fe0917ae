"""What every page says of its saved views."""

from narabe.model.text import EMPTY, Text
from narabe.model.views import SavedView
from narabe.words.remark_sentences import day, moment

OFFER = Text("ビュー", "Views")
WHAT = Text(
    "いまの見かたに名前を付けて保存し、短いアドレスで共有します。選び直していない項目は、開いたときの標準で表示します。",
    "Save the current view under a name and share it by a short address. What you left at its default is shown at the default of the day it is opened.",
)
LISTED = Text("保存したビュー", "Saved views")
EVERY_PAGE = Text("ほかのページのビューも出す", "Views of other pages, too")
SHORT = Text("このビューのアドレス", "Address of this view")
ANOTHER_PAGE = Text("このビューは別のページのものです。", "This view belongs to another page.")
NO_VIEWS = Text("保存されたビューはまだありません。", "No view is saved yet.")
SAVE_VIEW = Text("いまの見かたを保存する", "Save this view")
SAVE_ANOTHER = Text("別の名前で保存", "Save under another name")
OVERWRITE = Text("上書き保存", "Save over it")
WITHDRAW_VIEW, RESTORE_VIEW = Text("取り下げる", "Withdraw"), Text("取り下げをやめる", "Restore")
EARLIER, PUT_BACK = Text("以前の版", "Earlier revisions"), Text("選んだ版に戻す", "Put this back")
CHANGED = Text("いまの見かたは、このビューから変わっています。", "What you see now differs from this view.")
WITH_WITHDRAWN = Text("取り下げたビューも出す", "Show withdrawn views")


def view_saved(view_id: str) -> Text:
    return Text(
        f"保存しました。番号は {view_id}、アドレスは /v/{view_id} です。",
        f"Saved as {view_id}; its address is /v/{view_id}.",
    )


def view_overwritten(saved: SavedView) -> Text:
    return Text(
        f"ビュー {saved.view_id} を上書きしました（第{saved.revision}版）。以前の版にも戻せます。",
        f"View {saved.view_id} was saved over (revision {saved.revision}). Earlier revisions can be put back.",
    )


def view_put_back(saved: SavedView, revision: int) -> Text:
    return Text(
        f"ビュー {saved.view_id} を第{revision}版の内容に戻しました（第{saved.revision}版）。",
        f"View {saved.view_id} is as revision {revision} was (now revision {saved.revision}).",
    )


def view_withdrawn(view_id: str) -> Text:
    return Text(
        f"ビュー {view_id} を取り下げました。「取り下げをやめる」で戻せます。",
        f"View {view_id} was withdrawn; it can be restored.",
    )


def view_restored(view_id: str) -> Text:
    return Text(f"ビュー {view_id} を元に戻しました。", f"View {view_id} was restored.")


def gone(saved: SavedView) -> Text:
    """To who opens a view that was withdrawn."""
    assert saved.withdrawn is not None
    when = day(saved.withdrawn.at)
    return Text(
        f"ビュー「{saved.name}」（番号 {saved.view_id}）は、{when.ja}に{saved.withdrawn.author}が取り下げました。下の表示は取り下げる前の内容です。",
        f"View “{saved.name}” (number {saved.view_id}) was withdrawn by {saved.withdrawn.author} on {when.en}. Shown is what it held before.",
    )


def opened(saved: SavedView) -> Text:
    """`開いているビュー：認知（番号 12345・第2版、2026年11月21日 9:05 市民課 佐藤）`."""
    when, who = moment(saved.saved_at), f"{saved.department} {saved.author}"
    return Text(
        f"開いているビュー：{saved.name}（番号 {saved.view_id}・第{saved.revision}版、{when.ja} {who}）",
        f"Open view: {saved.name} (number {saved.view_id}, revision {saved.revision}, {when.en}, {who})",
    )


def open_view(saved: SavedView) -> Text:
    """The words of a link."""
    return Text(f"{saved.view_id} を開く", f"Open {saved.view_id}")


def page_gone(page: str) -> Text:
    return Text(f"このビューのページ {page} は、いまはありません。", f"The page {page} of this view is gone.")


def listed(saved: SavedView, page: Text = EMPTY) -> Text:
    """`DXの認知　クロス集計　市民課 佐藤　2026年11月21日　第2版`; `page` where views of several stand together."""
    who, when, withdrawn = f"{saved.department} {saved.author}", day(saved.saved_at), EMPTY
    if saved.withdrawn is not None:
        withdrawn = Text(
            f"　取り下げ：{day(saved.withdrawn.at).ja} {saved.withdrawn.author}",
            f"　withdrawn {day(saved.withdrawn.at).en} by {saved.withdrawn.author}",
        )
    ja = [saved.name, page.ja, who, f"{when.ja}　第{saved.revision}版"]
    en = [saved.name, page.en, who, f"{when.en}　revision {saved.revision}"]
    return Text(
        "　".join(part for part in ja if part) + withdrawn.ja,
        "　".join(part for part in en if part) + withdrawn.en,
    )


def revision(saved: SavedView) -> Text:
    """`第1版：認知（2026年11月21日 9:05 市民課 佐藤）`."""
    when, who = moment(saved.saved_at), f"{saved.department} {saved.author}"
    return Text(
        f"第{saved.revision}版：{saved.name}（{when.ja} {who}）",
        f"Revision {saved.revision}: {saved.name} ({when.en}, {who})",
    )


def newest_only(shown: int) -> Text:
    return Text(f"新しい順に{shown}件を出しています。", f"The {shown} newest are shown.")
