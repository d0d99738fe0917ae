"""What a person saves is checked before it is kept, and comes back as the very same question."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from narabe.desk import views as desk
from narabe.ledger import Views
from narabe.model.crosstab import Base, Correction, CrossAsk, Net, Recode
from narabe.model.imports import Signer
from narabe.model.problem import Problem
from narabe.model.raking import Margin, MarginCell
from narabe.model.text import Text
from narabe.model.views import SavedView, ViewDraft
from narabe.settings import CLOSED

SIGNER = Signer("市民課", "佐藤")
RICH = CrossAsk(
    dataset="answers_2025",
    rows="know",
    banner=(("sex",), ("sex", "age")),
    where="性別 = 女性",
    correction=Correction.FDR,
    show_missing=True,
    base=Base.EVERYBODY,
    recodes=(Recode("know", (Net("top2", Text("知っている計", "aware"), ("k1", "k2")),), ("k4",)),),
    practice=True,
    margins=(
        Margin(("sex", "age"), (MarginCell(("m", "a1"), 30.0), MarginCell(("f", "a1"), 40.5)), "人口.csv"),
    ),
    trim=5.0,
)
PLAIN = CrossAsk("answers_2025", "know")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NARABE_STORE", str(tmp_path))
    return tmp_path


def refused(name: str = "名前", signer: Signer = SIGNER, ask: CrossAsk = PLAIN, **more: object) -> Problem:
    extra = more.pop("extra", {})
    with pytest.raises(Problem) as caught:
        desk.save(name, signer, ask, extra, **more)  # type: ignore[arg-type]
    assert desk.views(withdrawn=True) == ()
    assert caught.value.message.ja.endswith("。") and caught.value.message.en.endswith(".")
    return caught.value


def test_a_view_comes_back_as_the_very_same_question() -> None:
    saved = desk.save("\u3000年代別\tの認知 ", SIGNER, RICH, {"chart": "dots", "lang": "ja"})
    assert (saved.name, saved.ask, saved.extra) == ("年代別 の認知", RICH, {"chart": "dots", "lang": "ja"})
    assert (saved.page, saved.department, saved.author, saved.revision) == ("/crosstab", "市民課", "佐藤", 1)
    assert desk.view(saved.view_id) == saved == desk.views()[0]
    wide = saved.view_id.translate({ord(n): ord(n) + 0xFEE0 for n in "0123456789"})
    assert desk.view(f" {wide} ") == saved, "however the number is typed"


def test_a_view_of_another_page_is_an_address_with_its_parameters() -> None:
    kpi = desk.save("KPI", SIGNER, None, {"kpi": "online_procedures"}, page="/kpi")
    desk.save("集計", SIGNER, PLAIN, {})
    assert (kpi.ask, kpi.extra, kpi.page) == (None, {"kpi": "online_procedures"}, "/kpi")
    assert [view.name for view in desk.views("/kpi")] == ["KPI"]
    assert [view.name for view in desk.views()] == ["集計", "KPI"]


def test_masking_is_never_part_of_a_view() -> None:
    """Who may look below the setting is not for a saved link to say."""
    saved = desk.save("少人数", SIGNER, replace(PLAIN, suppress_below=0), {})
    assert saved.ask == PLAIN


def test_undo_and_redo_put_a_revision_back() -> None:
    first = desk.save("認知", SIGNER, PLAIN, {"chart": "bars"})
    second = desk.change(first, SIGNER, RICH, {"chart": "dots"}, "認知（合計つき）")
    undone = desk.put_back(second, 1, Signer("税務課", "鈴木"))
    assert (undone.revision, undone.name, undone.ask, undone.extra) == (3, "認知", PLAIN, {"chart": "bars"})
    assert undone.author == "鈴木"
    redone = desk.put_back(undone, 2, SIGNER)
    assert (redone.revision, redone.name, redone.ask) == (4, "認知（合計つき）", RICH)
    assert [each.revision for each in desk.revisions(first.view_id)] == [1, 2, 3, 4]
    with pytest.raises(Problem, match="no revision 9"):
        desk.put_back(redone, 9, SIGNER)


def test_a_change_upon_an_old_reading_is_refused() -> None:
    first = desk.save("認知", SIGNER, PLAIN, {})
    desk.change(first, SIGNER, RICH, {})
    with pytest.raises(Problem, match="Somebody else") as late:
        desk.change(first, SIGNER, PLAIN, {"chart": "x"})
    assert late.value.advice.ja
    assert desk.view(first.view_id).ask == RICH


def test_withdrawn_views_are_gone_from_the_list_and_can_be_restored() -> None:
    saved = desk.save("認知", SIGNER, PLAIN, {})
    gone = desk.withdraw(saved.view_id, Signer("税務課", "鈴木"))
    assert gone.withdrawn is not None and gone.withdrawn.author == "鈴木"
    assert desk.views() == () and desk.views(withdrawn=True) == (gone,)
    assert desk.view(saved.view_id) == gone, "an old link can say what became of it"
    with pytest.raises(Problem, match="withdrawn already"):
        desk.withdraw(saved.view_id, SIGNER)
    with pytest.raises(Problem, match="withdrawn already"):
        desk.change(gone, SIGNER, RICH, {})
    assert desk.restore(saved.view_id, SIGNER) == saved
    with pytest.raises(Problem, match="not withdrawn"):
        desk.restore(saved.view_id, SIGNER)


@pytest.mark.parametrize("act", [desk.withdraw, desk.restore])
def test_acts_need_a_view_and_a_name(act: object) -> None:
    with pytest.raises(Problem, match="no view"):
        act("12345", SIGNER)  # type: ignore[operator]
    with pytest.raises(Problem, match="who writes"):
        act(desk.save("認知", SIGNER, PLAIN, {}).view_id, Signer("市民課", " "))  # type: ignore[operator]


@pytest.mark.parametrize(
    "name", ["", " \u3000\t", "\u200b", "あ" * 61, "一行目\n二行目", "\x00", "a\u202eb", "\ud800"]
)
def test_bad_names_are_refused(name: str) -> None:
    refused(name)


def test_the_longest_name_fits() -> None:
    assert desk.save("あ" * 60, SIGNER, PLAIN, {}).name == "あ" * 60


@pytest.mark.parametrize("signer", [Signer("", "佐藤"), Signer("市民課", ""), Signer("課" * 61, "佐藤")])
def test_who_saves_is_asked(signer: Signer) -> None:
    refused(signer=signer)


@pytest.mark.parametrize(
    "ask",
    [
        replace(PLAIN, recodes=(Recode("q", (Net("n", Text("上位\x07", "top"), ("a",)),)),)),
        replace(PLAIN, where="性別 = \u202e女性"),
        replace(PLAIN, where="あ" * 8001),
    ],
)
def test_odd_characters_inside_are_refused(ask: CrossAsk) -> None:
    refused(ask=ask)


def test_too_much_and_strange_pages_are_refused() -> None:
    refused(extra={f"k{n}": "v" * 900 for n in range(300)})
    refused(extra={"a\x00": "b"})
    for page in ("", "crosstab", "//evil.example", "/a/b", "https://evil.example", "/Crosstab?x"):
        refused(page=page)


def test_a_taken_name_says_whose() -> None:
    first = desk.save("認知", SIGNER, PLAIN, {})
    with pytest.raises(Problem) as taken:
        desk.save("認知", SIGNER, RICH, {})
    assert first.view_id in taken.value.message.ja and "市民課" in taken.value.message.ja
    assert desk.save("認知", SIGNER, PLAIN, {}) == first


def test_a_closed_server_saves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    saved = desk.save("前から", SIGNER, PLAIN, {})
    monkeypatch.setattr(desk, "openness", lambda: CLOSED)
    for act in (
        lambda: desk.save("新しい", SIGNER, PLAIN, {}),
        lambda: desk.change(saved, SIGNER, RICH, {}),
        lambda: desk.withdraw(saved.view_id, SIGNER),
    ):
        with pytest.raises(Problem, match="No views can be saved"):
            act()
    assert desk.views() == (saved,)


def kept(own: Path, content: object) -> str:
    return Views(own).add(ViewDraft("前の形", "/crosstab", json.dumps(content), "d", "a")).view_id


def test_a_view_of_a_form_with_less_in_it_still_loads(own: Path) -> None:
    """What the question could not say yet when it was saved, it leaves at its default."""
    found = desk.view(kept(own, {"format": 1, "ask": {"dataset": "d", "rows": "q"}, "extra": {}}))
    assert isinstance(found, SavedView) and found.ask == CrossAsk("d", "q")


def test_a_view_of_a_later_form_says_so(own: Path) -> None:
    later = kept(own, {"format": 2, "something": "else"})
    with pytest.raises(Problem, match="newer Narabe"):
        desk.view(later)


def test_what_cannot_be_read_says_so(own: Path) -> None:
    with pytest.raises(Problem, match="cannot be read"):
        desk.view(kept(own, {"format": 1, "ask": {"rows": 1}, "extra": {}}))
