"""A saved room among the surveys: its own wave with counts, beside them and never tested against them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from narabe.analyses.cohorts import cohorts, usual_cohorts
from narabe.analyses.compare import compare
from narabe.analyses.stage import staged
from narabe.desk import imports
from narabe.desk import rooms as desk
from narabe.desk.room_figures import stand_beside
from narabe.model.comparison import CompareAsk
from narabe.model.imports import Signer
from narabe.model.intake import Kind
from narabe.model.room import Form
from narabe.model.room_results import KeptResults, OptionSum, RoomResults, StepResult
from narabe.model.status import Origin
from narabe.model.text import Text, plain
from narabe.sources.decks import ready_decks
from narabe.warehouse import open_live, select

SIGNER = Signer("市民課", "佐藤")
NIGHT = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
"""Half past midnight of the 21st in Japan."""


def asked(resistant: int, not_resistant: int) -> RoomResults:
    base = resistant + not_resistant
    counts = (("resistant", "抵抗を感じる", resistant), ("not_resistant", "抵抗を感じない", not_resistant))
    options = tuple(OptionSum(plain(label), n, n / base, option) for option, label, n in counts)
    survey = StepResult(
        0, plain("題"), Text("抵抗がある？", "Reluctant?"), Form.SINGLE, base, options=options,
        concept="online_resistance",
    )  # fmt: skip
    own = StepResult(
        1, plain("題"), plain("自前の質問"), Form.SINGLE, base, options=(OptionSum(plain("はい"), base, 1.0),)
    )
    return RoomResults("ABC234", plain("3つの調査対象"), (survey, own))


def kept(results: RoomResults, at: datetime = NIGHT) -> KeptResults:
    return KeptResults(1, results, "市民課", "佐藤", at)


def test_a_saved_room_is_one_more_cohort(own_store: Path) -> None:
    assert stand_beside(kept(asked(3, 5)))
    warehouse = open_live()
    every = {each.key: each for each in cohorts(warehouse, "online_resistance")}
    room = every["room_abc234"]
    assert (room.label.ja, room.label.en) == ("会場（2026年11月21日）", "Room (21 Nov 2026)")
    assert room.origin is Origin.ROOM
    assert "room_abc234" not in usual_cohorts(warehouse, "online_resistance"), "only where it is chosen"
    shown = compare(warehouse, CompareAsk("online_resistance", ("seniors2025", "youth2025", "room_abc234")))
    place = [cohort.key for cohort in shown.cohorts].index("room_abc234")
    shares = {row.option_id: row.shares[place] for row in shown.rows}
    found = shares["resistant"]
    assert (found.value, found.count, found.base) == (37.5, 3, 8)  # 3 of 8
    assert (found.low, found.high) == (None, None), "no interval of what is no sample"
    assert shown.label.ja == "オンライン手続への抵抗感", "the question stays one that was published"
    assert any("room_ABC234_2026-11-21.json" in source.line.ja for source in shown.sources)
    pairs = {frozenset((d.earlier.key, d.later.key)) for d in shown.differences}
    assert pairs == {frozenset(("seniors2025", "youth2025"))}, "never tested against a survey"
    assert any("会場は標本ではありません" in note.ja for note in shown.notes)
    reasons = [j.reason.ja for j in shown.judgements if "room_abc234" in (j.earlier_id, j.later_id)]
    assert len(reasons) == 2 and all("会場は標本ではありません" in reason for reason in reasons)


def test_the_figures_say_that_they_come_from_a_room(own_store: Path) -> None:
    stand_beside(kept(asked(3, 5)))
    answer = select(
        "select option_id, value, base from figures where origin = 'room' and unit = '%' order by 1"
    )
    assert answer.rows == (("not_resistant", 62.5, 8), ("resistant", 37.5, 8))


def test_the_same_results_stand_once_and_newer_ones_replace_them(own_store: Path) -> None:
    stand_beside(kept(asked(3, 5)))
    version = open_live().build_id
    stand_beside(kept(asked(3, 5)))
    assert open_live().build_id == version
    stand_beside(kept(asked(6, 6)))
    answer = select(
        "select value, base from figures where origin = 'room' and option_id = 'resistant' and unit = '%'"
    )
    assert answer.rows == ((50.0, 12),)


def test_it_is_taken_back_like_any_import(own_store: Path) -> None:
    before = open_live().build_id
    stand_beside(kept(asked(3, 5)))
    (entry,) = imports.imports()
    assert (entry.kind, entry.origin, entry.dataset) == (Kind.ROOM, Origin.ROOM, "room_abc234")
    imports.undo(entry.import_id, "鈴木")
    assert open_live().build_id == before


def test_the_history_tells_how_many_figures_a_room_brought(own_store: Path) -> None:
    stand_beside(kept(asked(3, 5)))
    (first,) = imports.imports()
    (brought,) = select("select count(*) from figures where origin = 'room'").rows
    assert (first.counts.added, first.counts.changed, first.counts.unchanged) == (*brought, 0, 0)
    assert (first.counts.rows, *brought) == (2, 4), "two options, in people and in per cent"
    stand_beside(kept(asked(6, 6)))
    newest = imports.imports()[0].counts
    assert (newest.added, newest.changed) == (0, brought[0])


def test_a_room_that_was_asked_nothing_of_the_surveys_changes_no_figure(own_store: Path) -> None:
    before = open_live().build_id
    results = asked(3, 5)
    assert not stand_beside(kept(replace(results, steps=results.steps[1:])))
    few = replace(results.steps[0], too_few=True, base=None, options=())
    assert not stand_beside(kept(replace(results, steps=(few,))))
    assert open_live().build_id == before
    assert imports.imports() == ()


def test_saving_on_the_stage_brings_the_room_beside_the_surveys(own_store: Path) -> None:
    """From the ready deck by way of ballots: every option of the survey, those nobody chose too."""
    from narabe.analyses.room_results import room_results
    from narabe.model.room import Act

    deck = next(deck for deck in ready_decks() if deck.deck_id == "three_groups")
    room, _ = desk.hall().open(staged(open_live(), deck))
    room.act(Act.OPEN)
    for sent in ["resistant"] * 6:
        token = room.join(None)
        room.vote(token, 0, room.form_token(token, 0), [sent])
    room.act(Act.CLOSE)
    assert room_results(room).steps == ()
    room.act(Act.REVEAL)
    desk.save(room_results(room), SIGNER)
    answer = select("select option_id, value from figures where origin = 'room' and unit = '%' order by 1")
    assert answer.rows == (("not_resistant", 0.0), ("resistant", 100.0))
    folder = next((own_store / "imports").iterdir())
    told = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"voter" not in told and b"token" not in told


@pytest.mark.parametrize("form", [Form.SCALE, Form.MULTIPLE])
def test_how_it_was_asked_is_kept(own_store: Path, form: Form) -> None:
    results = asked(4, 4)
    step = replace(results.steps[0], form=form, most=2 if form is Form.MULTIPLE else None)
    stand_beside(kept(replace(results, steps=(step,))))
    answer = select("select answer_type, max_choices from questions where wave_id = 'room_abc234'")
    assert answer.rows == ((("limited", 2) if form is Form.MULTIPLE else ("scale", None)),)
