"""What is internal leaves no trace on pages, in tables or in files while the switch is off."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.message import Message
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from narabe.desk import remarks as desk
from narabe.export.csv_file import to_csv
from narabe.export.xlsx_file import to_xlsx
from narabe.ledger import Remarks
from narabe.model.problem import Problem
from narabe.model.remark import Draft, RemarkKind
from narabe.model.table import Table
from narabe.warehouse import open_live
from tests.pages.reading import LANGUAGES, PAGE_FILES, SOURCE_VIEWS, opened, words
from tests.warehouse.tree import shared

REGISTER = "data/discrepancies/discrepancies.csv"
MARKED = "data/discrepancies/subjects.csv"
ENTRY, OPEN_ENTRY, METRIC = "d99", "d02", "online_procedures"
SECRETS = ("ヒミツ", "Classified", "ないしょ")
VIEWS: list[tuple[str, dict[str, str]]] = [
    *((address, {}) for address in PAGE_FILES),
    *(("sources", {"view": view}) for view in SOURCE_VIEWS),
    ("sources", {"view": "register", "entry": ENTRY}),
    ("sources", {"view": "register", "entry": OPEN_ENTRY}),
]


@pytest.fixture(scope="module")
def with_secrets(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose register keeps one more entry, internal, about an indicator; and internal remarks."""
    folder = tmp_path_factory.mktemp("secrets")
    tree = shared()
    rows = list(csv.DictReader(io.StringIO(tree.text(REGISTER))))
    kept = {name: _secret(name, value) for name, value in rows[0].items()}
    kept |= {"discrepancy_id": ENTRY, "internal": "true", "reply_ja": "ヒミツの回答"}
    changed = io.StringIO()
    writer = csv.DictWriter(changed, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows([*rows, kept])
    marked = f"{tree.text(MARKED)}{ENTRY},,,,{METRIC}\n"
    with (
        tree.holding(REGISTER, changed.getvalue().encode(), sealed=True),
        tree.holding(MARKED, marked.encode(), sealed=True),
    ):
        built = tree.narabe("build", store=str(folder))
    assert built.status == 0, built.err
    Remarks(folder).add(
        [
            Draft(f"register:{OPEN_ENTRY}", RemarkKind.REPLY, "公開の回答", "市民課", "田中"),
            Draft(
                f"register:{OPEN_ENTRY}", RemarkKind.REPLY, "ないしょの回答", "ないしょ課", "ないしょ", True
            ),
            Draft(f"register:{ENTRY}", RemarkKind.REPLY, "ないしょへの回答", "ないしょ課", "ないしょ"),
            Draft(f"kpi:{METRIC}", RemarkKind.COMMENT, "ないしょの所見", "ないしょ課", "ないしょ", True),
        ]
    )
    return folder


def _secret(name: str, value: str) -> str:
    """The words of an entry, marked; ids and choices as they are."""
    mark = {"_ja": "ヒミツ", "_en": "Classified "}.get(name[-3:], "")
    return mark + value


@pytest.fixture
def handed_out(monkeypatch: pytest.MonkeyPatch) -> list[Table]:
    """The tables for which a page offers files."""
    tables: list[Table] = []
    monkeypatch.setattr("narabe.ui.show.offer_downloads", lambda table, **_: tables.append(table))
    return tables


@pytest.fixture
def switched(with_secrets: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    monkeypatch.setenv("NARABE_STORE", str(with_secrets))
    return lambda on: monkeypatch.setenv("NARABE_INTERNAL", "1" if on else "0")


def sent(app: AppTest) -> str:
    """All that the server sends to the browser for a page, but for the page's own address."""
    protos = [getattr(node, "proto", None) for node in app.main]
    return b"\n".join(p.SerializeToString() for p in protos if isinstance(p, Message)).decode(
        "utf-8", "replace"
    )


def in_files(table: Table) -> str:
    """Everything that stands in the CSV and the workbook of a table, in both languages."""
    said: list[Any] = [table.name]
    for lang in LANGUAGES:
        said.append(to_csv(table, lang).decode("utf-8-sig"))
        book = load_workbook(io.BytesIO(to_xlsx(table, lang)))
        said += [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    return "\n".join(str(cell) for cell in said)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("address", "params"), VIEWS, ids=str)
def test_nothing_internal_is_sent_while_the_switch_is_off(
    switched: Callable[[bool], None], handed_out: list[Table], address: str, params: dict[str, str], lang: str
) -> None:
    switched(False)
    app = opened(address, lang, **params)
    assert not app.exception
    files = "".join(map(in_files, handed_out))
    assert [word for word in SECRETS if word in sent(app) + files] == []
    if params.get("entry") != ENTRY:  # whoever names it in an address is told that it cannot be chosen
        assert not re.search(rf"\b{ENTRY}\b", "\n".join([*words(app), files]))


def test_the_switch_shows_them_on_page_in_table_and_in_files(
    switched: Callable[[bool], None], handed_out: list[Table]
) -> None:
    switched(True)
    entry = sent(opened("sources", view="register", entry=ENTRY))
    assert "ヒミツ" in entry and "ないしょへの回答" in entry and "庁内限り" in entry
    assert "ないしょの回答" in sent(opened("sources", view="register", entry=OPEN_ENTRY))
    files = in_files(handed_out[0])
    assert all(word in files for word in SECRETS)
    assert "（庁内限りを含む）" in files and "庁外に出さないでください" in files


def test_the_switch_takes_effect_without_a_build(switched: Callable[[bool], None]) -> None:
    switched(True)
    shown = opened("sources", view="register")
    switched(False)
    hidden = shown.run()
    assert not hidden.exception and "ヒミツ" not in sent(hidden)
    switched(True)
    assert "ヒミツ" in sent(opened("sources", view="register"))


def test_the_latest_public_reply_stands_in_for_an_internal_one(
    switched: Callable[[bool], None], handed_out: list[Table]
) -> None:
    for on, expected in ((False, "公開の回答"), (True, "ないしょの回答")):
        switched(on)
        opened("sources", view="register")
        (line,) = [row for row in handed_out[-1].rows if row[0] == OPEN_ENTRY]
        assert expected in [getattr(cell, "ja", cell) for cell in line]


def test_an_internal_entry_is_no_known_subject_while_the_switch_is_off(
    switched: Callable[[bool], None], with_secrets: Path
) -> None:
    switched(False)
    before = Remarks(with_secrets).standing()
    for subject in (f"register:{ENTRY}", "register:d98"):
        with pytest.raises(Problem) as caught:
            desk.write(open_live(), subject, {RemarkKind.REPLY: "ある？"}, "市民課", "田中")
        assert caught.value.message.ja == "この対象には書き込めません（いまのデータにありません）。"
    assert Remarks(with_secrets).standing() == before


def test_whoever_writes_internally_where_it_is_not_shown_is_told(
    switched: Callable[[bool], None], with_secrets: Path
) -> None:
    switched(False)
    app, form = opened("sources", view="register", entry="d03"), "remark.register:d03.0"
    app.text_area(key=f"{form}.reply").set_value("ないしょで書く")
    app.text_input(key=f"{form}.department").set_value("市民課")
    app.text_input(key=f"{form}.author").set_value("田中")
    app.checkbox(key=f"{form}.internal").check()
    app.button(key=f"{form}.send").click().run()
    assert "庁内限りとして保存しました" in app.success[0].value
    assert "ないしょで書く" not in sent(app)
    assert Remarks(with_secrets).on("register:d03")[0].internal
