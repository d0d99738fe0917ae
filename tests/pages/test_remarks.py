"""Departments write on the pages: it shows at once, as words and nothing else, dated in Japan."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from narabe.ledger import Remarks
from narabe.model.remark import Draft, RemarkKind
from tests.pages.reading import opened, words

SUBJECT = "register:d02"
FORM = f"remark.{SUBJECT}.0"
NASTY = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> **太字** [a](javascript:alert(1)) "
    ":red[赤] :material/home: $x$ `x` # 見出し ![p](http://example.com/p.png) &lt;b&gt; \\*"
)


@pytest.fixture(autouse=True)
def ledger(own_store: Path) -> Remarks:
    """The remarks of a store of its own, for every test."""
    return Remarks(own_store)


def register(lang: str = "ja", entry: str = "d02") -> AppTest:
    app = opened("sources", lang, view="register", entry=entry)
    assert not app.exception
    return app


def fill(
    app: AppTest, body: str, department: str = "デジタル戦略課", author: str = "佐藤", form: str = FORM
) -> AppTest:
    """Fill the form in and send it."""
    app.text_area(key=f"{form}.reply").set_value(body)
    app.text_input(key=f"{form}.department").set_value(department)
    app.text_input(key=f"{form}.author").set_value(author)
    app.button(key=f"{form}.send").click().run()
    assert not app.exception
    return app


def texts(app: AppTest) -> list[str]:
    return [element.value for element in app.text]


def row(app: AppTest, entry: str = "d02") -> dict[str, str]:
    """The row of an entry in the table below."""
    frame = app.dataframe[0].value
    return frame[frame.iloc[:, 0] == entry].iloc[0].to_dict()


def written(ledger: Remarks, body: str, subject: str = SUBJECT, internal: bool = False) -> int:
    (remark,) = ledger.add([Draft(subject, RemarkKind.REPLY, body, "市民課", "田中", internal)])
    return remark.remark_id


def test_a_reply_shows_at_once_in_list_and_table(ledger: Remarks) -> None:
    app = register()
    assert "まだ書き込みはありません。" in words(app)
    fill(app, "1,668は2025年11月時点です。\n次の版で直します。")
    assert [box.value for box in app.success] == ["書き込みました。"]
    assert {"1,668は2025年11月時点です。\n次の版で直します。", "デジタル戦略課", "佐藤"} <= set(texts(app))
    assert row(app)["担当課の回答"] == "1,668は2025年11月時点です。\n次の版で直します。"
    assert row(app)["回答の担当課"] == "デジタル戦略課"
    assert row(app, "d03")["担当課の回答"] == ""
    assert len(ledger.on(SUBJECT)) == 1


def test_the_next_form_is_empty_but_knows_who_writes() -> None:
    app = fill(register(), "一つ目")
    following = f"remark.{SUBJECT}.1"
    assert app.text_area(key=f"{following}.reply").value == ""
    assert app.text_input(key=f"{following}.department").value == "デジタル戦略課"
    assert app.text_input(key=f"{following}.author").value == "佐藤"
    fill(app, "二つ目", form=following)
    found = [text for text in texts(app) if text in {"一つ目", "二つ目"}]
    assert found == ["二つ目", "一つ目"]
    assert row(app)["担当課の回答"] == "二つ目"


def test_what_was_done_is_said_once() -> None:
    app = fill(register(), "一度だけ言う")
    app.run()
    assert list(app.success) == []


@pytest.mark.parametrize(
    ("lang", "said"), [("ja", "担当課を入力してください。"), ("en", "Please name the department.")]
)
def test_a_fault_is_a_sentence_and_nothing_typed_is_lost(ledger: Remarks, lang: str, said: str) -> None:
    app = fill(register(lang), "書きかけ", department="")
    assert [box.value for box in app.error] == [said]
    assert app.text_area(key=f"{FORM}.reply").value == "書きかけ"
    assert ledger.standing() == ()


def test_words_of_people_are_words_only() -> None:
    app = fill(register(), NASTY, department="**課** <b>x</b>", author=":red[佐藤] [a](javascript:x)")
    assert {NASTY, "**課** <b>x</b>", ":red[佐藤] [a](javascript:x)"} <= set(texts(app))
    interpreted = [
        *app.markdown,
        *app.caption,
        *app.success,
        *app.error,
        *app.info,
        *app.expander,
        *app.get("html"),
    ]
    labels = [getattr(element, "value", None) or getattr(element, "label", "") for element in interpreted]
    for piece in ("<script>", "onerror", "javascript", "太字", ":red[", "<b>x", "佐藤"):
        assert [label for label in labels if piece in label] == [], piece
    assert row(app)["担当課の回答"] == NASTY


def test_a_withdrawn_reply_leaves_only_that_it_was_there(ledger: Remarks) -> None:
    older, newer = written(ledger, "先の回答"), written(ledger, "あとの回答")
    app = register()
    assert row(app)["担当課の回答"] == "あとの回答"
    app.button(key=f"withdraw.{newer}.send").click().run()
    assert [box.value for box in app.error] == ["取り下げる人を入力してください。"]
    app.text_input(key=f"withdraw.{newer}").set_value("*鈴木*")
    app.button(key=f"withdraw.{newer}.send").click().run()
    assert not app.error and not app.exception
    assert "あとの回答" not in " ".join(words(app))
    assert any("取り下げられました（*鈴木*）" in text for text in texts(app))
    assert row(app)["担当課の回答"] == "先の回答"
    assert [remark.remark_id for remark in ledger.on(SUBJECT)] == [newer, older]


def test_where_writing_is_closed_one_reads_only(ledger: Remarks, settings_file: Path) -> None:
    written(ledger, "読める")
    settings_file.write_text("remarks_open = false\n")
    app = register()
    assert "読める" in texts(app)
    assert not list(app.text_area) and not list(app.text_input)
    assert not [
        button
        for button in app.button
        if "送" in button.label or "書" in button.label or "取" in button.label
    ]


def test_a_form_left_open_when_writing_was_closed_is_refused(ledger: Remarks, settings_file: Path) -> None:
    app = register()
    settings_file.write_text("remarks_open = false\n")
    fill(app, "締切後")
    assert ["受け付けていません" in box.value for box in app.error] == [True]
    assert ledger.standing() == ()


@pytest.mark.parametrize(
    ("utc", "ja", "en"),
    [
        ("2026-03-31T14:59:59.000000+00:00", "2026年3月31日", "31 Mar 2026"),
        ("2026-03-31T15:00:00.000000+00:00", "2026年4月1日", "1 Apr 2026"),
    ],
)
def test_the_date_is_that_of_japan(ledger: Remarks, utc: str, ja: str, en: str) -> None:
    written(ledger, "これを先に")  # makes the table
    connection = sqlite3.connect(ledger.path)
    connection.execute(
        "insert into remark (subject, kind, body, department, author, internal, written_at)"
        " values (?, 'reply', '年度末の回答', '市民課', '田中', 0, ?)",
        (SUBJECT, utc),
    )
    connection.commit()
    connection.close()
    japanese, english = register(), register("en")
    assert any(ja in element.value for element in japanese.markdown)
    assert row(japanese)["回答の日付"] == ja
    assert any(en in element.value for element in english.markdown)
    assert row(english)["Reply: date"] == en


def test_older_remarks_are_folded_not_lost(ledger: Remarks) -> None:
    for number in range(5):
        written(ledger, f"回答{number}")
    app = register()
    assert [text for text in texts(app) if text.startswith("回答")] == [f"回答{n}" for n in (4, 3, 2, 1, 0)]
    assert "以前の書き込み (2)" in [box.label for box in app.expander]


def test_remarks_stay_with_their_subject(ledger: Remarks) -> None:
    written(ledger, "ほかの項目へ", subject="register:d03")
    assert "ほかの項目へ" not in texts(register())
    assert "ほかの項目へ" in texts(register(entry="d03"))
