"""Files that tests bring in on the page, and the way through its steps."""

from __future__ import annotations

import io
from collections.abc import Callable

from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from tests.pages.reading import opened

DX = "「DX」という言葉を知っていますか"
USED = "使ったことのあるサービス（いくつでも）"
ANSWERS_NAME = "回答_2026.csv"
STEPS = {
    "ja": ("受け取る", "中身を見る", "対応づけ", "問題", "変わるもの", "登録"),
    "en": ("Receive", "Look inside", "Map", "Problems", "Changes", "Done"),
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
    return marked.split("**")[1].split(" ", 1)[1]


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
