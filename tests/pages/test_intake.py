"""Files and figures are brought in on the page: through its steps, given up, refused, undone, redone, typed by hand."""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from narabe.desk import imports as desk
from narabe.ui.worker import close
from tests.pages.bringing import (
    ANSWERS_NAME,
    DX,
    STEPS,
    USED,
    answers,
    brought,
    button,
    monthly,
    signed,
    step,
    uploaded,
)
from tests.pages.reading import LANGUAGES, bars, download_keys, opened, words


@pytest.fixture(autouse=True)
def own(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A store of its own, with the session's version, for every test; the worker starts with it."""
    folder = tmp_path / "store"
    shutil.copytree(store, folder)
    monkeypatch.setenv("NARABE_STORE", str(folder))
    close()
    yield folder
    close()


@pytest.fixture
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.toml"
    monkeypatch.setattr("narabe.settings.SETTINGS_FILE", path)
    return path


def quiet(app: AppTest) -> AppTest:
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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_answers_go_through_every_step_and_stand_on_compare(lang: str, own: Path) -> None:
    names = STEPS[lang]
    app = quiet(uploaded(answers(), ANSWERS_NAME, lang))
    assert step(app) == names[1]
    assert "Shift_JIS" in said(app)
    assert DX in list(app.dataframe[0].value.iloc[0])
    quiet(button(app, ".on")())
    assert step(app) == names[2]
    assert edited(app, "header") == ["性別", "年代", DX, USED]
    quiet(button(signed(app), ".on")())
    assert step(app) == names[3]
    quiet(button(app, ".on")())
    assert step(app) == names[4]
    assert [name[:6] for name in kept(own)] == [".draft"], "nothing is imported yet"
    quiet(button(app, ".on")())
    assert step(app) == names[5]
    (entry,) = desk.imports()
    assert (entry.file_name, entry.dataset, entry.active) == (ANSWERS_NAME, "回答_2026", True)
    assert (entry.signer.department, entry.signer.author) == ("デジタル戦略課", "佐藤")
    queries = [parse_qs(link.proto.query_string) for link in app.get("page_link")]
    concept = next(query["q"][0] for query in queries if "q" in query)
    compared = quiet(opened("compare", lang, q=concept))
    assert [row["value"] for row in bars(compared)] == [45.0, 55.0], "18 and 22 of 40"


def test_monthly_figures_stand_among_the_indicators() -> None:
    app = quiet(uploaded(monthly(), "月次.xlsx"))
    quiet(button(app, ".on")())
    assert edited(app, "label") == ["オンライン申請件数", "ウェブ会議の開催数"]
    assert edited(app, "metric") == ["online_applications", "web_meetings"]
    assert "2026年4月、2026年5月" in said(app)
    quiet(onward(signed(app)))
    linked = {link.proto.page for link in app.get("page_link")}
    assert {"kpi", "operations"} <= linked
    frame = quiet(opened("kpi", indicator="online_applications")).dataframe[0].value
    values = {row["期間"]: (row["値"], row["データの区分"]) for _, row in frame.iterrows()}
    assert (values["2026年4月"], values["2026年5月"]) == ((1234, "取込"), (1300, "取込"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_that_cannot_be_read_is_refused_with_its_problems(lang: str, own: Path) -> None:
    app = uploaded(b"", "empty.csv", lang)
    assert [error.message for error in app.exception] == []
    assert step(app) == STEPS[lang][0]
    assert len(app.error) == 1
    assert ("何も変わっていません" if lang == "ja" else "Nothing has changed") in app.error[0].value
    assert len(app.dataframe) == 1
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
    row = app.dataframe[0].value.iloc[0]
    assert (row["区分"], row["シート"], row["行"], row["値"]) == ("要修正", "月次", 4, "#REF!")
    app = quiet(button(app, ".back")())
    assert step(app) == STEPS["ja"][2]
    assert desk.imports() == ()


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
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


def test_fictional_figures_are_called_so() -> None:
    app = uploaded(answers(), ANSWERS_NAME)
    button(app, ".on")()
    signed(app).checkbox(key=keyed(app, ".fictional")).check()
    quiet(onward(app))
    (entry,) = desk.imports()
    assert entry.fictional
    table = quiet(opened("intake", view="history")).dataframe[0].value
    assert list(table["区分"]) == ["架空"]


def test_an_import_is_undone_and_redone_by_name() -> None:
    quiet(brought(monthly(), "月次.xlsx"))
    (entry,) = desk.imports()
    app = quiet(opened("intake", view="history", **{"import": entry.import_id}))
    app = switch(app, entry.import_id, True, "")
    assert [box.value for box in app.error] == ["記入者を入力してください。"]
    app = quiet(switch(app, entry.import_id, True, "鈴木"))
    assert [box.value for box in app.success] == ["取り消しました。数値から外れています。"]
    assert list(app.dataframe[0].value["状態"]) == ["取り消し済み"]
    assert "鈴木" in said(app)
    history = opened("kpi", indicator="online_applications").dataframe[0].value
    assert "2026年4月" not in list(history["期間"])
    app = quiet(switch(app, entry.import_id, False, "鈴木"))
    assert [box.value for box in app.success] == ["元に戻しました。ふたたび数値に入っています。"]
    history = opened("kpi", indicator="online_applications").dataframe[0].value
    assert "2026年4月" in list(history["期間"])


def test_typed_figures_are_saved_and_stand_beside_the_next_month() -> None:
    app = quiet(opened("intake", view="entry", form="gores_monthly", month="2026-04"))
    entry_form(app, ["１，２３４", "", "0"])
    app = quiet(button(app, ".send")())
    assert any("登録しました" in box.value for box in app.success)
    assert field(app, 0).value == "", "the next form is empty"
    (entry,) = desk.imports()
    assert entry.signer.author == "佐藤"
    following = quiet(opened("intake", view="entry", form="gores_monthly", month="2026-05"))
    assert "前月]  \n**1,234**" in said(following)


def test_a_typed_figure_that_is_none_is_said_and_stays() -> None:
    app = quiet(opened("intake", view="entry", form="gores_monthly", month="2026-04"))
    entry_form(app, ["たくさん"])
    app = button(app, ".send")()
    assert len(app.error) == 1
    assert app.dataframe[0].value.iloc[0]["値"] == "たくさん"
    assert field(app, 0).value == "たくさん"
    assert desk.imports() == ()


def test_numbers_are_pasted_into_the_fields() -> None:
    app = quiet(opened("intake", view="entry", form="gores_monthly", month="2026-04"))
    paste = keyed_area(app)
    app.text_area(key=paste).set_value("10\t1,200\t△3")
    app = quiet(button(app, ".fill")())
    assert [field(app, place).value for place in range(4)] == ["10", "1,200", "△3", ""]


def test_closed_imports_say_so_and_take_nothing(settings_file: Path) -> None:
    quiet(brought(monthly(), "月次.xlsx"))
    settings_file.write_text("imports_open = false\n")
    (entry,) = desk.imports()
    for view in ("file", "entry"):
        app = quiet(opened("intake", view=view))
        assert len(app.file_uploader) == 0 and len(app.text_input) == 0
        assert "受け付けていません" in app.info[0].value
    app = quiet(opened("intake", view="history", **{"import": entry.import_id}))
    assert len(app.text_input) == 0 and len(app.dataframe) == 1


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


def keyed(app: AppTest, ending: str) -> str:
    """The key of the one input that ends so."""
    inputs = [*app.text_input, *app.selectbox, *app.checkbox]
    return next(str(box.key) for box in inputs if str(box.key).endswith(ending))


def keyed_area(app: AppTest) -> str:
    return next(str(area.key) for area in app.text_area if str(area.key).endswith(".paste"))


def onward(app: AppTest) -> AppTest:
    """To the last step."""
    while step(app) != STEPS["ja"][-1]:
        button(app, ".on")()
    return app


def switch(app: AppTest, import_id: str, active: bool, name: str) -> AppTest:
    """Undo (an active one) or redo in a person's name."""
    key = f"intake.switch.{import_id}.{active}"
    app.text_input(key=f"{key}.author").set_value(name)
    return app.button(key=f"{key}.send").click().run()


def field(app: AppTest, place: int) -> TextInput:
    """A field of the form for figures."""
    return next(box for box in app.text_input if str(box.key).endswith(f".2026-04.{place}"))


def entry_form(app: AppTest, values: list[str]) -> None:
    """The first fields and the names, not sent yet."""
    for place, value in enumerate(values):
        field(app, place).set_value(value)
    app.text_input(key=keyed(app, ".department")).set_value("デジタル戦略課")
    app.text_input(key=keyed(app, ".author")).set_value("佐藤")
