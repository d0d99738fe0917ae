"""Uses what stands behind 「ビュー」 in the bar."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest

from narabe.model.imports import Signer
from tests.pages.crossing import quiet
from tests.pages.reading import opened

SATO = Signer("デジタル戦略課", "佐藤")


def opened_with_views(address: str, lang: str = "ja", **params: str | list[str]) -> AppTest:
    """A page as a fresh visitor with a link sees it, who then opens the list of views."""
    app = opened(address, lang, **params)
    app.session_state["narabe.views.box"] = True
    return app.run()


def sign(app: AppTest, name: str | None = None, signer: Signer = SATO) -> None:
    if name is not None:
        app.text_input(key="narabe.views.name").set_value(name)
    app.text_input(key="narabe.views.department").set_value(signer.department)
    app.text_input(key="narabe.views.author").set_value(signer.author)


def press(app: AppTest, act: str) -> AppTest:
    app.button(key=f"narabe.views.{act}").click().run()
    return quiet(app)


def led_to(app: AppTest) -> list[str]:
    """Where the links of views lead."""
    bodies = [str(each.proto.body) for each in app.get("html")]
    return [found for body in bodies for found in re.findall(r'class="narabe-view" href="([^"]*)"', body)]
