"""The steps of an import up to the last: read another way, corrected, refused, given up. Nothing is imported here."""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from narabe.desk import imports as desk
from narabe.ui.worker import close
from tests.pages.bringing import (
    ANSWERS_NAME,
    STEPS,
    answers,
    button,
    edited,
    entry_form,
    field,
    kept,
    keyed,
    monthly,
    quiet,
    said,
    signed,
    step,
    uploaded,
)
from tests.pages.reading import LANGUAGES, download_keys, opened


@pytest.fixture(autouse=True, scope="module")
def own(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One store, with the session's version, for all tests here; the worker starts with it."""
    folder = tmp_path_factory.mktemp("steps") / "store"
    shutil.copytree(store, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NARABE_STORE", str(folder))
        close()
        yield folder
        close()


@pytest.fixture(autouse=True)
def nothing_imported(own: Path) -> Iterator[None]:
    """Drafts of the test before are gone, and no test leaves an import."""
    for draft in (own / "imports").glob(".draft*"):
        shutil.rmtree(draft)
    yield
    assert desk.imports() == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_that_cannot_be_read_is_refused_with_its_problems(lang: str, own: Path) -> None:
    app = uploaded(b"", "empty.csv", lang)
    assert [error.message for error in app.exception] == []
    assert step(app) == STEPS[lang][0]
    assert len(app.error) == 1
    assert ("何も変わっていません" if lang == "ja" else "Nothing has changed") in app.error[0].value
    assert "narabe_import_problems.csv" in download_keys(app)
    assert kept(own) == [] and desk.imports() == ()
    again = quiet(app.file_uploader[0].upload(ANSWERS_NAME, answers()).run())
    assert step(again) == STEPS[lang][1], "another file can be left at once"


def test_a_formula_that_failed_keeps_the_file_out() -> None:
    app = quiet(uploaded(monthly(first="#REF!"), "月次.xlsx"))
    button(app, ".on")()
    app = button(signed(app), ".on")()
    assert step(app) == STEPS["ja"][3]
    assert next(b for b in app.button if str(b.key).endswith(".on")).disabled
    assert "シート「月次」・4行目・列「令和8年4月」・値「#REF!」" in said(app)
    app = quiet(button(app, ".back")())
    assert step(app) == STEPS["ja"][2]
    assert desk.imports() == ()


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_giving_up_leaves_nothing(steps: int, own: Path) -> None:
    app = uploaded(answers(), ANSWERS_NAME)
    for number in range(steps):
        button(signed(app) if number == 1 else app, ".on")()
    assert len(kept(own)) == 1
    app = quiet(button(app, ".cancel")())
    assert step(app) == STEPS["ja"][0]
    assert kept(own) == [] and desk.imports() == ()
    assert "何も残っていません" in said(app)


def test_a_missing_name_is_said_and_nothing_is_lost() -> None:
    app = uploaded(answers(), ANSWERS_NAME)
    button(app, ".on")()
    app.text_input(key=keyed(app, ".title")).set_value("2026年の調査")
    app = button(app, ".on")()
    assert [box.value for box in app.error] == ["担当課を入力してください。記入者を入力してください。"]
    assert app.text_input(key=keyed(app, ".title")).value == "2026年の調査"


def test_a_name_that_cannot_be_one_is_said() -> None:
    app = uploaded(answers(), ANSWERS_NAME)
    app.text_input(key=keyed(app, ".dataset")).set_value("回答 2026/秋")
    app = button(app, ".on")()
    assert step(app) == STEPS["ja"][1]
    assert len(app.error) == 1 and "回答 2026" in html.unescape(app.error[0].value)


def test_a_person_may_say_how_to_read_the_file() -> None:
    text = "番号;性別\r\n" + "".join(f"{person};男性\r\n" for person in range(1, 30))
    app = quiet(uploaded(text.encode(), "回答.csv"))
    assert "セミコロン" in said(app)
    app.selectbox(key=keyed(app, ".delimiter")).set_value(",")
    app = button(app, ".again")()
    assert "カンマ" in said(app)
    assert list(app.dataframe[0].value.columns) == ["A"]


def test_going_back_keeps_what_was_corrected() -> None:
    app = uploaded(answers(), ANSWERS_NAME)
    button(app, ".on")()
    app.text_input(key=keyed(app, ".title")).set_value("2026年の調査")
    button(signed(app), ".on")()
    app = quiet(button(app, ".back")())
    assert app.text_input(key=keyed(app, ".title")).value == "2026年の調査"
    assert app.text_input(key=keyed(app, "signer.author")).value == "佐藤"


def test_corrections_of_one_question_are_applied() -> None:
    app = uploaded(answers(), ANSWERS_NAME)
    button(app, ".on")()
    form = keyed(app, ".ja")
    app.text_input(key=form).set_value("性")
    app = quiet(next(b for b in app.button if b.label == "この設問に反映する").click().run())
    assert edited(app, "label")[0] == "性"


def test_the_language_may_change_on_the_way() -> None:
    app = uploaded(answers(), ANSWERS_NAME)
    button(app, ".on")()
    app.text_input(key=keyed(app, ".title")).set_value("2026年の調査").run()
    app = quiet(app.button_group(key="lang").set_value("en").run())
    assert step(app) == STEPS["en"][2]
    assert app.text_input(key=keyed(app, ".title")).value == "2026年の調査"
    app.text_input(key=keyed(app, ".title")).set_value("Survey of 2026").run()
    app = quiet(app.button_group(key="lang").set_value("ja").run())
    assert app.text_input(key=keyed(app, ".title")).value == "2026年の調査"


def test_a_typed_figure_that_is_none_is_said_and_stays() -> None:
    app = quiet(opened("intake", view="entry", form="gores_monthly", month="2026-04"))
    entry_form(app, ["たくさん"])
    app = button(app, ".send")()
    assert len(app.error) == 1
    assert "値「たくさん」" in said(app)
    assert field(app, 0).value == "たくさん"
    assert desk.imports() == ()


def test_numbers_are_pasted_into_the_fields() -> None:
    app = quiet(opened("intake", view="entry", form="gores_monthly", month="2026-04"))
    paste = keyed_area(app)
    app.text_area(key=paste).set_value("10\t1,200\t△3")
    app = quiet(button(app, ".fill")())
    assert [field(app, place).value for place in range(4)] == ["10", "1,200", "△3", ""]


def test_words_of_a_file_are_words_only() -> None:
    nasty = ":red[赤] <b>x</b> [a](javascript:x) **太** $x$"
    lines = [f"番号,{nasty}"] + [f"{n},{('はい', 'いいえ')[n % 2]}" for n in range(30)]
    app = quiet(uploaded("\n".join(lines).encode(), f"{nasty}.csv"))
    button(app, ".on")()
    drawn = [*app.markdown, *app.caption, *app.info, *app.expander, *app.error]
    shown = [str(getattr(one, "value", None) or getattr(one, "label", "")) for one in drawn]
    assert [
        text for text in shown if any(part in text for part in ("<b>", "(javascript", "**太", "$x"))
    ] == []


def keyed_area(app: AppTest) -> str:
    return next(str(area.key) for area in app.text_area if str(area.key).endswith(".paste"))


def test_problems_of_one_kind_are_one_line() -> None:
    head = "項目,2026年4月,2026年5月"
    lines = [f"指標{number},#REF!,{number}0" for number in range(1, 6)]
    app = quiet(uploaded("\n".join([head, *lines]).encode(), "月次.csv"))
    button(app, ".on")()
    app = button(signed(app), ".on")()
    assert step(app) == STEPS["ja"][3]
    told = next(text.value for text in app.markdown if "REF" in text.value)
    line = next(line for line in html.unescape(told).split("\n- ") if "か所" in line)
    assert "5か所" in line
    assert line.rstrip("]").endswith("列「2026年4月」・値「#REF!」・2行目、3行目、4行目 ほか2か所")
    places = next(frame.value for frame in app.dataframe if "どうすればよいか" in frame.value.columns)
    assert list(places["行"][places["区分"] == "要修正"]) == [2, 3, 4, 5, 6]


def test_a_period_is_corrected_where_it_was_read() -> None:
    app = uploaded(monthly(), "月次.xlsx")
    button(app, ".on")()
    editor = next(editor for editor in app.data_editor if "period" in editor.value.columns)
    assert list(editor.value["period"]) == ["2026年4月", "2026年5月"]
    edits = {0: {"period": "Ｒ８．３"}, 1: {"period": "あした"}}
    app.session_state[editor.key] = {"edited_rows": edits, "added_rows": [], "deleted_rows": []}
    app = quiet(app.run())
    assert [box.value for box in app.warning] == [
        "時期として読めないため、元のままです：あした。年を入れて、2026年4月のように書いてください。"
    ]
    app = quiet(button(signed(app), ".on")())
    while step(app) != STEPS["ja"][4]:
        app = quiet(button(app, ".on")())
    changes = next(frame.value for frame in app.dataframe if "取り込み後" in frame.value.columns)
    online = changes[changes["数値の名前"] == "オンライン申請件数"]
    after = dict(zip(online["時期"], online["取り込み後"], strict=True))
    assert (after["2026年3月"], after["2026年5月"]) == (1234, 1300) and "2026年4月" not in after


def test_a_column_left_out_becomes_a_question() -> None:
    lines = ["番号,受付日時,満足度"]
    lines += [f"{n},2026/10/01 10:{n:02d}:00,{('満足', '不満')[n % 2]}" for n in range(1, 31)]
    app = uploaded("\n".join(lines).encode(), "回答.csv")
    button(app, ".on")()
    assert edited(app, "header") == ["満足度"]
    app.text_input(key=keyed(app, ".title")).set_value("秋の調査")
    app = signed(app)
    pills = next(group for group in app.button_group if str(group.key).endswith(".ignored"))
    assert "受付日時" in pills.options
    app = quiet(pills.set_value("c2").run())
    assert step(app) == STEPS["ja"][2]
    assert edited(app, "header") == ["受付日時", "満足度"]
    assert app.text_input(key=keyed(app, ".title")).value == "秋の調査"
    assert app.text_input(key=keyed(app, "signer.author")).value == "佐藤", "what was typed stays"
