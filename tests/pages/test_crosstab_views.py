"""Saved views of the cross-tabulation page: opened by number, changed with history, withdrawn and restored."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from narabe.desk import views as desk
from narabe.model.imports import Signer
from tests.pages import reading
from tests.pages.crossing import quiet, said, table
from tests.pages.saving import led_to, press, sign
from tests.pages.saving import opened_with_views as opened

PRACTICE = {"d": "practice_2021", "practice": "true"}


def buttons(app: AppTest) -> set[str]:
    names = {str(button.key).removeprefix("narabe.views.") for button in app.button}
    return names & {"save", "overwrite", "withdraw", "restore", "put_back"}


def saved(**params: str) -> str:
    """The number of a view that was just saved."""
    app = quiet(opened("crosstab", **PRACTICE, **params))
    sign(app, "DXの認知")
    press(app, "save")
    return str(app.query_params["set"])


def test_a_saved_view_opens_by_its_number(own_store: Path) -> None:
    app = quiet(opened("crosstab", **PRACTICE, turn="true", hide="net2021_q1:know"))
    shown = table(app)
    assert buttons(app) == {"save"}
    sign(app, "DXの認知")
    press(app, "save")
    number = app.query_params["set"]
    assert any(number in box.value for box in app.success)
    again = quiet(opened("crosstab", set=number))
    assert table(again) == shown and "/v/" + number in [box.value for box in again.code]
    assert again.query_params["d"] == "practice_2021" and again.query_params["turn"] == "true"
    assert f"開いているビュー：DXの認知（番号 {number}・第1版、" in said(again)
    assert "このビューから変わっています" not in said(again)


def test_a_number_that_is_no_views_says_so(own_store: Path) -> None:
    for params in ({}, PRACTICE):
        app = quiet(opened("crosstab", set="9999", **params))
        assert ["「9999」はありません" in box.value for box in app.warning] == [True]
    assert app.selectbox(key="d.ja").value == "practice_2021"


def test_an_open_view_is_changed_and_an_earlier_revision_put_back(own_store: Path) -> None:
    number = saved()
    app = quiet(opened("crosstab", set=number))
    before = table(app)
    app.toggle(key="narabe.switch.turn").set_value(True).run()
    assert "いまの見かたは、このビューから変わっています。" in said(app)
    sign(app)
    press(app, "overwrite")
    after = table(app)
    assert before != after and "第2版" in app.success[0].value
    assert table(opened("crosstab", set=number)) == after
    app.selectbox(key="narabe.views.revision.2").set_value(1)
    sign(app)
    press(app, "put_back")
    assert "第1版の内容に戻しました" in app.success[0].value and led_to(app)[0] == f"./v/{number}"
    assert table(app) == before == table(opened("crosstab", set=number))
    assert [each.revision for each in desk.revisions(number)] == [1, 2, 3]


def test_a_view_changed_meanwhile_is_not_saved_over(own_store: Path) -> None:
    number = saved()
    app = quiet(opened("crosstab", set=number))
    view = desk.view(number)
    desk.change(view, Signer("税務課", "鈴木"), view.ask, {**view.extra, "turn": '["true"]'})
    app.toggle(key="narabe.switch.missing").set_value(True).run()
    sign(app)
    press(app, "overwrite")
    assert "ほかの人が先に変更しました" in app.error[0].value
    assert desk.view(number).revision == 2 and "missing" not in desk.view(number).extra


def test_a_withdrawn_view_says_so_wherever_its_address_is_opened_and_can_be_restored(own_store: Path) -> None:
    number = saved()
    app = quiet(opened("crosstab", set=number))
    sign(app)
    press(app, "withdraw")
    assert "取り下げました" in app.success[0].value
    assert buttons(app) == {"restore", "save"}
    for params in ({}, PRACTICE):
        linked = quiet(opened("crosstab", set=number, **params))
        assert [f"（番号 {number}）は" in box.value and "佐藤が取り下げました" in box.value for box in linked.warning] == [True]  # fmt: skip
    assert number not in said(opened("crosstab", **PRACTICE))
    english = reading.opened("crosstab", "en", set=number)
    assert "was withdrawn by 佐藤" in english.warning[0].value
    listing = quiet(opened("crosstab", **PRACTICE))
    listing.toggle(key="narabe.views.withdrawn").set_value(True).run()
    assert led_to(listing) == [f"./v/{number}"]
    sign(app)
    press(app, "restore")
    assert desk.view(number).withdrawn is None and not quiet(opened("crosstab", set=number)).warning


def test_acts_ask_who_does_them(own_store: Path) -> None:
    number = saved()
    app = quiet(opened("crosstab", set=number))
    press(app, "withdraw")
    assert app.error and desk.view(number).withdrawn is None
