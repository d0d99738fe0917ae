"""Files that tests bring in on the page, and the way through its steps."""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from tests.pages.reading import opened, words

DX = "「DX」という言葉を知っていますか"
USED = "使ったことのあるサービス（いくつでも）"
ANSWERS_NAME = "回答_2026.csv"
STEPS = {
    "ja": ("選ぶ", "中身を見る", "対応づけ", "問題", "変わるもの", "登録"),
    "en": ("Choose", "Look inside", "Map", "Problems", "Changes", "Done"),
}


def answers(known: int = 18, people: int = 40) -> bytes:
    """Shift_JIS, as a form system writes it: the first `known` of `people` know the word; two services in one cell."""
    lines = [f"回答番号,性別,年代,{DX},{USED},メールアドレス"]
    for person in range(people):
        sex, age = ("男性", "女性")[person % 2], ("20代", "30代", "40代", "50代")[person % 4]
        word = "知っている" if person < known else "知らない"
        used = "市LINE;電子申請" if person % 4 == 0 else "電子申請"
        lines.append(f"{person + 1},{sex},{age},{word},{used},p{person}@example.jp")
    return ("\r\n".join(lines) + "\r\n").encode("cp932")


def monthly(first: object = "１,２３４") -> bytes:
    """A sheet as an office makes it: title, merged cell, months of 令和 across, a note below."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "月次"
    sheet["A1"] = "オンライン申請等の状況（令和8年度）"
    sheet.merge_cells("A1:D1")
    sheet.append([])
    sheet.append(["項目", "単位", "令和8年4月", "令和8年5月"])
    sheet.append(["オンライン申請件数", "件", first, "1,300件"])
    sheet.append(["ウェブ会議の開催数", "回", 12, "—"])
    sheet.append(["※ 速報値"])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def button(app: AppTest, ending: str) -> Callable[[], AppTest]:
    """Click the button whose key ends so."""
    found = next(button for button in app.button if str(button.key).endswith(ending))
    return lambda: found.click().run()


def uploaded(content: bytes, name: str, lang: str = "ja") -> AppTest:
    """The page after a file was left on it."""
    app = opened("intake", lang)
    app.file_uploader[0].upload(name, content).run()
    return app


def step(app: AppTest) -> str:
    """The step that is marked as the present one."""
    (row,) = [text.value for text in app.markdown if " › " in text.value]
    (marked,) = [part for part in row.split(" › ") if "blue-background" in part]
    return marked.split("**")[1].split(None, 1)[1]


def signed(app: AppTest, department: str = "デジタル戦略課", author: str = "佐藤") -> AppTest:
    """With the names filled in, not sent yet."""
    next(box for box in app.text_input if str(box.key).endswith("signer.department")).set_value(department)
    next(box for box in app.text_input if str(box.key).endswith("signer.author")).set_value(author)
    return app


def brought(content: bytes, name: str, lang: str = "ja") -> AppTest:
    """The page after the file was taken through all steps."""
    app = uploaded(content, name, lang)
    button(app, ".on")()
    button(signed(app), ".on")()
    while step(app) != STEPS[lang][-1]:
        button(app, ".on")()
    return app


def quiet(app: AppTest) -> AppTest:
    """The page, which shows no error."""
    assert [error.message for error in app.exception] == []
    assert [box.value for box in app.error] == []
    return app


def said(app: AppTest) -> str:
    """Everything on the page, with escaped letters as a reader sees them."""
    return html.unescape("\n".join(words(app)))


def kept(own: Path) -> list[str]:
    """What lies in the folder of imports, drafts included."""
    return sorted(path.name for path in (own / "imports").glob("*"))


def edited(app: AppTest, column: str) -> list[object]:
    """A column of the mapping."""
    return next(list(frame.value[column]) for frame in app.dataframe if column in frame.value.columns)


def keyed(app: AppTest, ending: str) -> str:
    """The key of the one input that ends so."""
    inputs = [*app.text_input, *app.selectbox, *app.checkbox]
    return next(str(box.key) for box in inputs if str(box.key).endswith(ending))


def onward(app: AppTest) -> AppTest:
    """To the last step."""
    while step(app) != STEPS["ja"][-1]:
        button(app, ".on")()
    return app


def field(app: AppTest, place: int) -> TextInput:
    """A field of the form for figures."""
    return next(box for box in app.text_input if str(box.key).endswith(f".2026-04.{place}"))


def entry_form(app: AppTest, values: list[str]) -> None:
    """The first fields and the names, not sent yet."""
    for place, value in enumerate(values):
        field(app, place).set_value(value)
    app.text_input(key=keyed(app, ".department")).set_value("デジタル戦略課")
    app.text_input(key=keyed(app, ".author")).set_value("佐藤")
