"""The dialog of other forms: built when it is opened, and what it offers."""

from html import unescape

from streamlit.testing.v1 import AppTest


def page() -> None:
    from narabe.export.faces import Taking
    from narabe.ui import taking
    from tests.export.taken import MINI

    taking.offer(Taking(MINI, {"layer": []}, "alt"))


def pressed() -> AppTest:
    app = AppTest.from_function(page).run(timeout=30)
    app.button(key="narabe_mini.more").click().run(timeout=60)
    assert not app.exception
    return app


def keys(app: AppTest) -> list[str]:
    return [str(button.key) for button in app.get("download_button")]


def test_a_closed_dialog_holds_nothing() -> None:
    app = AppTest.from_function(page).run(timeout=30)
    assert not app.exception
    assert keys(app) == ["narabe_mini.csv", "narabe_mini.xlsx"]
    assert not app.radio and not app.code


def test_it_opens_on_what_people_read() -> None:
    app = pressed()
    assert app.radio[0].options == ["Excel", "CSV"]
    assert keys(app)[-1] == "narabe-take.file"
    assert [unescape(caption.value) for caption in app.caption] == ["narabe_mini_ja.xlsx"]
