"""The stage: a deck becomes a room, is steered once per press, hears hands and texts, and its sums can be kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from narabe.desk import rooms as desk
from narabe.desk.decks import PAGE
from narabe.desk.rooms import hall
from narabe.ledger import Views
from narabe.model.room import Act, Phase
from narabe.model.views import ViewDraft
from narabe.room.live_room import LiveRoom
from narabe.ui.stage_records import deck_file
from narabe.words import stage_page_sentences as say
from tests.export.handouts import deck
from tests.pages.reading import opened, words


@pytest.fixture(autouse=True)
def own(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of its own, with the session's version, for every test."""
    shutil.copytree(store, tmp_path / "store")
    monkeypatch.setenv("NARABE_STORE", str(tmp_path / "store"))
    return tmp_path


def a_room(lang: str = "ja", **params: str) -> tuple[AppTest, LiveRoom]:
    """The ready deck opened as a room, by the facilitator who holds its key."""
    app = opened("stage", lang, **params)
    app.button(key="narabe.stage.open").click().run()
    assert not app.exception and not app.error
    return app, hall().room("".join(app.query_params["room"]))


def press(app: AppTest, room: LiveRoom, act: str, since: int | None = None) -> AppTest:
    at = room.state.change if since is None else since
    app.button(key=f"narabe.stage.{room.code}.{act}.{at}").click().run()
    assert not app.exception
    return app


def vote(room: LiveRoom, *answers: list[str]) -> None:
    """Each answer by a phone of its own."""
    step = room.state.step
    for sent in answers:
        token = room.join(None)
        room.vote(token, step, room.form_token(token, step), sent)


def text(app: AppTest) -> str:
    return "\n".join(words(app))


def table(app: AppTest, place: int = -1) -> list[list[object]]:
    return app.dataframe[place].value.values.tolist()


def test_a_deck_is_seen_at_a_glance_with_what_is_held_back() -> None:
    app = opened("stage")
    steps, one = app.dataframe[0].value, app.dataframe[1].value
    assert steps["題"].tolist() == [
        "市のデジタル化は進んでいる？",
        "使われるようになったサービス",
        "デジタル化の何が不安ですか",
        "「DX」をまったく知らない人",
        "ここまでを見て、ひとこと",
    ]
    assert steps["会場への質問"][0] == "2021年 27.9%。2025年は？（数字を予想する）"
    assert steps["会場への質問"][1] == ""
    assert one[["対象", "値", "公開前の表示"]].values.tolist() == [
        ["2021年", "27.9%", "はじめから見せる"],
        ["2025年", "43.8%", "公開まで伏せる"],
    ]


def test_opening_tells_the_key_and_keeps_it_out_of_the_address() -> None:
    app, room = a_room()
    (key,) = [code.value for code in app.code]
    assert room.steers(key)
    assert key not in str(dict(app.query_params))
    (link,) = app.get("link_button")
    assert link.proto.url == f"/wall/{room.code}/steer?lang=ja#{key}"
    assert say.KEEP_KEY.ja in text(app)
    app.button(key="narabe.stage.told").click().run()
    assert say.KEEP_KEY.ja not in text(app)
    assert [code.value for code in app.code] == [key], "on demand"
    assert say.USE_KEY.ja in text(app)


def test_the_browser_that_holds_the_key_for_the_wall_steers_after_a_reload(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A reload is a session of its own, which remembers nothing."""
    app, room = a_room()
    key, cookies = app.code[0].value, {f"narabe_key_{room.code}": "not the key"}
    monkeypatch.setattr(ContextProxy, "cookies", cookies)
    assert not opened("stage", room=room.code).metric
    cookies[f"narabe_key_{room.code}"] = key
    reloaded = opened("stage", room=room.code)
    press(reloaded, room, "on")
    assert room.state.phase() is Phase.OPEN
    assert [code.value for code in reloaded.code] == [key]


def test_at_the_end_there_is_no_button_and_the_page_says_why() -> None:
    app, room = a_room()
    room.act(Act.GO, 4)
    for _ in range(3):
        room.act(Act.ON)
    app.run()
    assert not [each for each in app.button if ".on." in str(each.key)]
    assert app.markdown[0].value == "**画面5／5。公開済み。最後の画面です。**"
    press(app, room, "back")
    assert [each.label for each in app.button if ".on." in str(each.key)] == ["次へ：投票を開く"]


def test_what_was_hidden_again_is_not_opened_again() -> None:
    app, room = a_room()
    for _ in range(2):
        press(app, room, "on")
    assert [each.label for each in app.button if ".open." in str(each.key)] == ["投票を再開する"]
    press(app, room, "on")
    press(app, room, "hide")
    assert room.state.phase() is Phase.HIDDEN
    assert not [each for each in app.button if ".open." in str(each.key)]


def test_keys_that_steer_stand_on_their_buttons() -> None:
    app, _ = a_room()
    keys = {each.proto.shortcut for each in app.button if each.proto.shortcut}
    assert keys == {"ctrl+right", "ctrl+left", "b"}
    assert say.KEYS.ja in text(app)


def test_another_session_needs_the_key() -> None:
    app, room = a_room()
    key = app.code[0].value
    other = opened("stage", room=room.code)
    assert room.steers(key) and not other.get("link_button") and not other.metric
    other.text_input(key="narabe.stage.key.typed").set_value("x")
    other.button(key="narabe.stage.key.send").click().run()
    assert [box.value for box in other.error] == [
        "合言葉が違います。大文字・小文字も含めて、もう一度入力してください。"
    ]
    other.text_input(key="narabe.stage.key.typed").set_value(f" {key} ")
    other.button(key="narabe.stage.key.send").click().run()
    assert [metric.value for metric in other.metric] == ["0", "0"]


def test_the_one_button_says_what_it_does_and_does_it_once() -> None:
    app, room = a_room()
    said = []
    for _ in range(4):
        button = next(each for each in app.button if ".on." in str(each.key))
        said.append(button.label)
        press(app, room, "on")
    assert said == ["次へ：投票を開く", "次へ：締め切る", "次へ：公開する", "次へ：次の画面"]
    assert (room.state.step, room.state.change) == (1, 4)


def test_a_second_press_of_an_old_button_does_nothing() -> None:
    app, room = a_room()
    room.act(Act.ON)  # the wall's keyboard was faster
    press(app, room, "on", since=0)
    assert (room.state.phase(), room.state.change) == (Phase.OPEN, 1)


def test_what_is_drawn_follows_back_go_black_lock_and_reset() -> None:
    app, room = a_room()
    press(app, room, "black")
    assert room.state.black and say.DARK.ja in text(app)
    press(app, room, "lock")
    assert room.state.locked and say.LOCKED.ja in text(app)
    app.selectbox(key=f"narabe.stage.{room.code}.to.{room.state.change}").set_value(2).run()
    press(app, room, "go")
    assert room.state.step == 2
    press(app, room, "on")
    press(app, room, "reset")
    assert (room.state.phase(), room.state.round(2)) == (Phase.WAITING, 1)
    press(app, room, "back")
    assert room.state.step == 1


def test_before_the_reveal_the_facilitator_sees_only_how_many_answered() -> None:
    app, room = a_room()
    press(app, room, "on")
    vote(room, ["11"], ["22"], ["33"], ["44"], ["97.125"])
    press(app, room, "on")
    assert [metric.value for metric in app.metric] == ["5", "5"]
    assert "43.8%" not in text(app) and "97.125" not in text(app) and not app.dataframe
    assert "2021年：27.9% / 2025年：公開まで伏せる" in text(app)
    press(app, room, "on")
    assert "2025年：43.8%" in text(app)
    # quarters of 11, 22, 33, 44, 97.125 by hand: the second, third and fourth of five
    assert table(app) == [
        ["下から4分の1の予想", 22.0, "%"],
        ["予想の中央値", 33.0, "%"],
        ["上から4分の1の予想", 44.0, "%"],
    ]


def test_a_guess_without_phones_is_asked_aloud() -> None:
    app, room = a_room()
    assert say.NO_HANDS.ja in text(app) and say.HANDS.ja not in text(app)
    assert say.NO_PHONES.ja in text(app), "this address is of this computer alone"
    press(app, room, "on")
    press(app, room, "on")
    press(app, room, "on")
    assert say.NO_HANDS.ja not in text(app), "revealed"


def test_hands_are_counted_and_must_add_up() -> None:
    app, room = a_room(deck="three_groups")
    key = app.code[0].value
    press(app, room, "on")
    options = [option.option_id for option in room.step.question.options]
    prefix = f"narabe.hands.{room.code}.0.0"
    sending = f"{prefix}..send"
    for option, raised in zip(options, (4, 2), strict=True):
        app.number_input(key=f"{prefix}.{option}").set_value(raised)
    app.number_input(key=f"{prefix}..people").set_value(7)
    app.button(key=sending).click().run()
    assert [box.value for box in app.error] == ["挙手の合計（6人）が、参加した人数（7人）と合いません。"]
    app.number_input(key=f"{prefix}..people").set_value(6)
    app.button(key=sending).click().run()
    assert [box.value for box in app.success] == [say.HANDS_COUNTED.ja]
    later = opened("stage", room=room.code)
    later.text_input(key="narabe.stage.key.typed").set_value(key)
    later.button(key="narabe.stage.key.send").click().run()
    fields = [later.number_input(key=f"{prefix}.{name}").value for name in (*options, ".people")]
    assert fields == [4, 2, 6]
    vote(room, [options[1]], [options[1]])
    press(app, room, "on")
    press(app, room, "on")
    rows = table(app)
    assert [row[1:] for row in rows[:2]] == [[4, 50.0], [4, 50.0]]
    assert say.base_of(8, 6).ja in text(app)
    press(app, room, "hide")
    assert sending not in [str(each.key) for each in app.button], "the room has seen it"


def test_texts_wait_for_the_facilitator_the_newest_last() -> None:
    app, room = a_room(step="1")
    app.selectbox(key=f"narabe.stage.{room.code}.to.0").set_value(4).run()
    press(app, room, "go")
    press(app, room, "on")
    vote(room, ["窓口"], ["<b>LINE</b>"], ["講座"], ["Wi-Fi"], ["そのまま"])
    app.run()
    said = [
        element.value
        for element in app.text
        if element.value in ("窓口", "<b>LINE</b>", "講座", "Wi-Fi", "そのまま")
    ]
    assert said == ["窓口", "<b>LINE</b>", "講座", "Wi-Fi", "そのまま"]
    places = [each.place for each in room.texts(4)]
    app.button(key=f"narabe.text.{room.code}.{places[1]}.True").click().run()
    app.button(key=f"narabe.text.{room.code}.{places[0]}.False").click().run()
    assert [each.approved for each in room.texts(4)] == [False, True, None, None, None]
    press(app, room, "on")
    press(app, room, "on")
    assert table(app) == [["<b>LINE</b>"]]


def test_fewer_than_five_answers_are_told_to_nobody() -> None:
    app, room = a_room()
    press(app, room, "on")
    vote(room, ["11"], ["22"], ["33"], ["44.125"])
    press(app, room, "on")
    press(app, room, "on")
    assert table(app) == [["会場の回答が5人未満のため、表示しません。", None, ""]]
    assert "44.125" not in text(app)


def revealed() -> tuple[AppTest, LiveRoom]:
    app, room = a_room()
    press(app, room, "on")
    vote(room, ["10"], ["20"], ["30"], ["40"], ["50"])
    press(app, room, "on")
    return press(app, room, "on"), room


def save(app: AppTest, department: str = "市民課", author: str = "佐藤") -> AppTest:
    app.text_input(key="narabe.stage.save.department").set_value(department)
    app.text_input(key="narabe.stage.save.author").set_value(author)
    app.button(key="narabe.stage.save.send").click().run()
    assert not app.exception
    return app


def test_sums_are_saved_once_and_read_again_later() -> None:
    app, room = revealed()
    assert "担当課を入力してください。" in save(app, department=" ").error[0].value
    save(app)
    save(app)
    (kept,) = desk.saved()
    assert (kept.department, kept.author, kept.results.code) == ("市民課", "佐藤", room.code)
    assert say.SURE_TIDY_UP.ja in text(app) and say.SURE_DISCARD.ja not in text(app)
    later = opened("stage", view="kept")
    assert table(later)[1] == ["予想の中央値", 30.0, "%"]
    keys = [str(button.key) for button in later.get("download_button")]
    assert f"narabe_room_{room.code}.csv" in keys and f"narabe_room_{room.code}.xlsx" in keys


def test_the_slides_are_made_when_clicked_with_what_is_revealed_by_then(store: Path) -> None:
    app, room = revealed()
    keys = [str(button.key) for button in app.get("download_button")]
    assert f"narabe_room_{room.code}.pptx" in keys
    first, *others = deck(deck_file(room, "ja")).slides
    assert len(others) == 4
    assert [shape.chart.plots[0].series[0].values for shape in first.shapes if shape.has_chart] == [
        (27.9, 43.8)
    ]
    assert not any(shape.has_chart for shape in others[1].shapes), "held back until it is revealed"


def test_a_deck_that_cannot_be_read_is_listed_with_that_sentence(own: Path) -> None:
    bad = Views(own / "store").add(ViewDraft("後の版", PAGE, '{"format": 9}', "市民課", "佐藤"))
    told = "資料「後の版」の内容が読み取れません。"
    app = opened("stage")
    assert told in app.selectbox(key="deck.ja").options
    assert len(app.dataframe[0].value) == 5, "the ready decks work"
    chosen = opened("stage", deck=bad.view_id)
    assert not chosen.exception and told in text(chosen) and "Narabe を新しくしてください。" in text(chosen)
    assert not opened("stage", view="make").exception


def test_a_room_thrown_away_is_gone_with_its_votes() -> None:
    app, room = revealed()
    assert say.SURE_DISCARD.ja in text(app)
    app.button(key="narabe.stage.discard").click().run()
    assert not app.exception
    assert [box.value for box in app.success] == [say.DISCARDED.ja]
    assert "room" not in app.query_params and hall().rooms.one(room.code) is None and desk.saved() == ()
    gone = opened("stage", room=room.code)
    assert not gone.exception and "この参加コードの会場はありません。" in text(gone)


def test_an_ended_room_shows_results_and_nothing_to_steer() -> None:
    app, room = revealed()
    press(app, room, "end")
    assert room.state.ended
    assert not [each for each in app.button if ".on." in str(each.key)]
    assert table(app)[1] == ["予想の中央値", 30.0, "%"]


def test_a_closed_server_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app, room = a_room()
    settings = tmp_path / "settings.toml"
    settings.write_text("rooms_open = false\n")
    monkeypatch.setattr("narabe.settings.SETTINGS_FILE", settings)
    closed = opened("stage")
    assert not [each for each in closed.button if each.key == "narabe.stage.open"]
    assert say.ROOMS_CLOSED.ja in text(closed)
    press(app, room, "on")
    assert room.state.change == 0
    assert say.ROOMS_CLOSED.ja in text(opened("stage", room=room.code))


def test_everything_is_said_in_english_too() -> None:
    app, room = a_room("en")
    press(app, room, "on")
    assert "Step 1 of 5. Voting. Go on with “Next&#58; Close voting”." in app.markdown[0].value
    assert "2021&#58; 27.9% / 2025&#58; held back" in text(app)
