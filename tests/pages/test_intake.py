"""Files and figures are brought in on the page: through its steps, given up, refused, undone, redone, typed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

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
    edited,
    entry_form,
    field,
    kept,
    keyed,
    monthly,
    onward,
    quiet,
    said,
    signed,
    step,
    uploaded,
)
from tests.pages.reading import LANGUAGES, bars, opened


@pytest.fixture(autouse=True)
def own(own_store: Path) -> Iterator[Path]:
    """A store of its own, for every test; the worker starts with it."""
    close()
    yield own_store
    close()


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
    assert step(app) == names[4], "notes alone do not stop the way"
    assert {"ja": "お知らせ 1件", "en": "1 note"}[lang] in [box.label for box in app.expander]
    assert [name[:6] for name in kept(own)] == [".draft"], "nothing is imported yet"
    quiet(button(app, ".on")())
    assert step(app) == names[5]
    (entry,) = desk.imports()
    assert (entry.file_name, entry.dataset, entry.active) == (ANSWERS_NAME, "回答_2026", True)
    assert (entry.signer.department, entry.signer.author) == ("デジタル戦略課", "佐藤")
    queries = [parse_qs(link.proto.query_string) for link in app.get("page_link")]
    concept, waves = next((query["q"][0], query["c"]) for query in queries if "q" in query)
    assert concept == "dx_awareness", "the published question is asked in the same words"
    assert waves == ["in_回答_2026", "net2021"], "the only published survey whose shares are known"
    compared = quiet(opened("compare", lang, q=concept, c=waves))
    shares = {row["value"] for row in bars(compared)}
    assert {45.0, 55.0} <= shares, "18 and 22 of 40"
    assert {23.0, 49.7} <= shares, "as printed in 2022 and 2026"


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
    assert "前月] **1,234**" in said(following)


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


def switch(app: AppTest, import_id: str, active: bool, name: str) -> AppTest:
    """Undo (an active one) or redo in a person's name."""
    key = f"intake.switch.{import_id}.{active}"
    app.text_input(key=f"{key}.author").set_value(name)
    return app.button(key=f"{key}.send").click().run()
