"""What is said about imports as wholes: made, undone, not found."""

from datetime import datetime
from zoneinfo import ZoneInfo

from narabe.model.text import Text

TOKYO = ZoneInfo("Asia/Tokyo")
NO_DEPARTMENT = Text("部署の記載なし", "department not stated")
LIST_IMPORTS = Text(
    "取り込みの一覧（python -m narabe datasets）で番号を確かめてください。",
    "Look up the id in the list of imports (python -m narabe datasets).",
)
RESTORE = Text(
    "控え（バックアップ）から戻すか、この取り込みを取り消してください。",
    "Restore it from a backup, or undo this import.",
)
UPDATE = Text("Narabe を新しくしてください。", "Update Narabe.")


def no_such_import(import_id: str) -> Text:
    """No import, and no draft, of that id."""
    return Text(f"取り込み「{import_id[:40]}」はありません。", f"There is no import “{import_id[:40]}”.")


def damaged(import_id: str) -> Text:
    """The folder of an import is not whole."""
    return Text(
        f"取り込み {import_id} の控えのフォルダーが壊れています。",
        f"The folder of import {import_id} is damaged.",
    )


def newer(import_id: str) -> Text:
    """An import made by a later version of the program."""
    return Text(
        f"取り込み {import_id} は、より新しい Narabe で作られています。",
        f"Import {import_id} was made by a newer Narabe.",
    )


READING = Text("ファイルを読んでいます", "Reading the file")
CHECKING = Text("中身を確かめています", "Checking what is in it")
BUILDING = Text("変わるものを確かめています", "Working out what changes")
COMMITTING = Text("登録しています", "Saving")
CLOSED = Text("いまはデータの取り込みを受け付けていません。", "Files are not taken in at the moment.")
HOW_TO_OPEN = Text(
    "管理者は data/settings.toml の imports_open を true にすると再開できます。",
    "The administrator can reopen it with imports_open in data/settings.toml.",
)
NOT_CHECKED = Text("このファイルはまだ確認が済んでいません。", "This file was not checked yet.")
CHECK_FIRST = Text("先に「変わるもの」を表示してください。", "Preview the changes first.")
TAKEN_AGAIN = Text(
    "同じ内容なら取り込む必要はありません。取り込むと、同じ値で置き換わります。",
    "There is no need to import it again; if you do, the same values replace themselves.",
)
MEND_AND_RETRY = Text(
    "ファイルか対応づけを直して、もう一度お試しください。", "Mend the file or the mapping and try again."
)
DATASET_RULE = Text(
    "文字・数字・「_」「-」だけで、60字以内にしてください。空白や「/」は使えません。",
    "Use letters, digits, “_” and “-” only, 60 at most; no spaces or “/”.",
)
CHECK_NAME = Text(
    "ファイル名と場所、読み取りの権限を確かめてください。",
    "Check its name and place, and that you may read it.",
)
BY_COMMAND = Text(
    "大きなファイルは、サーバー上で次のコマンドを使って取り込めます： python -m narabe import ファイル名 --dataset 名前",
    "Larger files are taken in on the server: python -m narabe import FILE --dataset NAME",
)


def too_large_here(megabytes: int) -> Text:
    """A file beyond what a page takes."""
    return Text(
        f"ファイルが大きすぎます。この画面で受け取れるのは {megabytes} MB までです。",
        f"The file is too large: this page takes up to {megabytes} MB.",
    )


def too_many_rows_here(rows: int, most: int) -> Text:
    """A table beyond what a page takes."""
    return Text(
        f"{rows:,} 行あります。この画面で取り込めるのは {most:,} 行までです。",
        f"There are {rows:,} rows; this page takes up to {most:,}.",
    )


def no_such_file(name: str) -> Text:
    """A path that leads nowhere, or may not be read."""
    return Text(f"ファイル「{name}」を読めません。", f"The file “{name}” cannot be read.")


ANOTHER_NAME = Text("別の名前を付けてください。", "Choose another name.")


def practice_name(name: str) -> Text:
    """The name of a dataset that we ship."""
    return Text(
        f"「{name}」は架空データ（操作練習用）の名前です。",
        f"“{name}” is the name of fictional data kept for practice.",
    )


def bad_dataset_name(given: str) -> Text:
    """A name that could not be part of an id."""
    return Text(
        f"「{given[:60]}」はデータの名前に使えません。", f"“{given[:60]}” cannot be the name of a dataset."
    )


def taken_before(file_name: str, import_id: str, at: datetime) -> Text:
    """The very same bytes are part of the live version."""
    local = at.astimezone(TOKYO)
    return Text(
        f"同じ内容のファイルを {local:%Y年%-m月%-d日 %H:%M} に取り込み済みです（{file_name}、取り込み {import_id}）。",
        f"The same bytes were imported on {local:%Y-%m-%d %H:%M} ({file_name}, import {import_id}).",
    )


def already(import_id: str, active: bool) -> Text:
    """An act that changes nothing."""
    return (
        Text(f"取り込み {import_id} はすでに有効です。", f"Import {import_id} counts already.")
        if active
        else Text(
            f"取り込み {import_id} はすでに取り消されています。", f"Import {import_id} is undone already."
        )
    )


NOTHING_ENTERED = Text("数字が1つも入っていません。", "No figure was entered.")
ENTER_SOMETHING = Text(
    "分かる欄だけでかまいません。1つ以上入力してください。",
    "Fill in at least one field; the rest may stay empty.",
)
CHOOSE_FORM = Text("一覧から様式を選び直してください。", "Choose a form from the list.")


def no_such_form(form_id: str) -> Text:
    """No form of that id."""
    return Text(f"様式「{form_id[:40]}」はありません。", f"There is no form “{form_id[:40]}”.")
