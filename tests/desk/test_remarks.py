"""What a person gives is checked before it is kept, and every fault is said in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from narabe.desk import remarks as desk
from narabe.ledger import Remarks
from narabe.model.problem import Problem
from narabe.model.remark import Remark, RemarkKind
from narabe.settings import Openness
from narabe.warehouse import Warehouse

COMMENT, STEP, REPLY = RemarkKind.COMMENT, RemarkKind.NEXT_STEP, RemarkKind.REPLY
KPI, REGISTER = "kpi:online_procedures", "register:d01"
Write = Callable[..., tuple[Remark, ...]]


@pytest.fixture
def write(warehouse: Warehouse, ledger: Path) -> Write:
    """A remark that could be stored, but for what is given otherwise."""

    def given(subject: str = KPI, department: str = "市民課", author: str = "佐藤", **more: object) -> tuple:
        bodies = more.pop("bodies", {COMMENT: "順調です"})
        return desk.write(warehouse, subject, bodies, department, author, **more)  # type: ignore[arg-type]

    return given


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Set what the server lets its visitors do."""
    return lambda **given: monkeypatch.setattr(desk, "openness", lambda: Openness(**given))


def refused(write: Write, ledger: Path, **given: object) -> Problem:
    with pytest.raises(Problem) as caught:
        write(**given)
    assert Remarks(ledger).standing() == ()
    problem = caught.value
    assert problem.message.ja.endswith("。") and problem.message.en.endswith(".")
    return problem


def test_a_remark_is_stored_as_it_was_meant(write: Write, ledger: Path) -> None:
    (stored,) = write(
        bodies={COMMENT: "\u3000 一行目\r\n二行目\t続き\u2028三行目 \n"},
        department=" 市民課\u3000",
        author="佐藤 花子",
    )
    assert stored.body == "一行目\n二行目 続き\n三行目"
    assert (stored.department, stored.author) == ("市民課", "佐藤 花子")
    assert (stored.subject, stored.kind, stored.internal) == (KPI, COMMENT, False)
    assert Remarks(ledger).on(KPI) == (stored,)


def test_comment_and_next_step_are_one_act_and_a_blank_one_is_left_out(write: Write, ledger: Path) -> None:
    both = write(bodies={COMMENT: "所見", STEP: "対応"}, internal=True)
    assert [(r.kind, r.body, r.internal) for r in both] == [(COMMENT, "所見", True), (STEP, "対応", True)]
    one = write(bodies={COMMENT: " \n\u200b", STEP: "これだけ"})
    assert [(r.kind, r.body) for r in one] == [(STEP, "これだけ")]


def test_a_reply_goes_to_the_register(write: Write) -> None:
    (stored,) = write(subject=REGISTER, bodies={REPLY: "1,668が正確です"})
    assert (stored.subject, stored.kind) == (REGISTER, REPLY)


@pytest.mark.parametrize(
    "body",
    [
        "髙橋・𠮷田・邊󠄄",
        "①㈱㍻～－",
        "👩‍👩‍👧 👍🏽",
        "العربية",
        "=SUM(A1)",
        "<script>alert(1)</script>",
        "a" * 1000,
    ],
)
def test_ordinary_words_of_any_kind_are_kept_to_the_letter(write: Write, ledger: Path, body: str) -> None:
    write(bodies={COMMENT: body})
    assert Remarks(ledger).on(KPI)[0].body == body


@pytest.mark.parametrize("body", ["", "  \n \u3000", "\u200b\u200d\ufeff", "\t"])
def test_nothing_to_read_is_refused(write: Write, ledger: Path, body: str) -> None:
    problem = refused(write, ledger, bodies={COMMENT: body})
    assert problem.message.ja == "内容を入力してください。"
    assert problem.message.en == "Please write something."


@pytest.mark.parametrize("characters", [1001, 20_000])
def test_too_many_words_are_refused_with_their_number(write: Write, ledger: Path, characters: int) -> None:
    problem = refused(write, ledger, bodies={COMMENT: "あ" * characters})
    for said in (problem.message.ja, problem.message.en):
        assert "1,000" in said and f"{characters:,}" in said


@pytest.mark.parametrize("field", ["department", "author"])
@pytest.mark.parametrize("given", ["", " \u3000", "\u200b"])
def test_nobody_in_particular_is_refused(write: Write, ledger: Path, field: str, given: str) -> None:
    problem = refused(write, ledger, **{field: given})
    expected = {"department": ("担当課", "department"), "author": ("記入者", "who writes")}[field]
    assert expected[0] in problem.message.ja and expected[1] in problem.message.en


@pytest.mark.parametrize("field", ["department", "author"])
def test_a_name_is_no_longer_than_sixty_and_of_one_line(write: Write, ledger: Path, field: str) -> None:
    problem = refused(write, ledger, **{field: "課" * 61})
    assert "60" in problem.message.ja and "61" in problem.message.en
    assert "制御文字" in refused(write, ledger, **{field: "一\n二"}).message.ja


@pytest.mark.parametrize(
    "letter",
    [
        "\x00",
        "\x07",
        "\x0b",
        "\x1b",
        "\x7f",
        "\x85",
        "\ud800",
        "\u202e",
        "\u2066",
        "\ufffe",
        "\uffff",
        "\ufdd0",
    ],
    ids=lambda letter: f"{ord(letter):04x}",
)
@pytest.mark.parametrize("field", ["body", "department", "author"])
def test_control_characters_are_refused(write: Write, ledger: Path, field: str, letter: str) -> None:
    text = f"前{letter}後"
    given: dict[str, object] = {"bodies": {COMMENT: text}} if field == "body" else {field: text}
    problem = refused(write, ledger, **given)
    assert "制御文字" in problem.message.ja and "control characters" in problem.message.en


@pytest.mark.parametrize(
    "subject",
    [
        "kpi:no_such_metric",
        "register:d999",
        "kpi:",
        "register:",
        "",
        "d01",
        "kpi:online_procedures ",
        "x:d01",
    ],
)
def test_an_unknown_subject_is_refused(write: Write, ledger: Path, subject: str) -> None:
    problem = refused(write, ledger, subject=subject, bodies={COMMENT: "どこへ"})
    assert "書き込めません" in problem.message.ja and "cannot be written on" in problem.message.en


@pytest.mark.parametrize(("subject", "kind"), [(KPI, REPLY), (REGISTER, COMMENT), (REGISTER, STEP)])
def test_a_kind_that_does_not_fit_its_subject_is_refused(
    write: Write, ledger: Path, subject: str, kind: RemarkKind
) -> None:
    assert "書けません" in refused(write, ledger, subject=subject, bodies={kind: "違う"}).message.ja


def test_every_fault_is_said_at_once(write: Write, ledger: Path) -> None:
    said = refused(write, ledger, bodies={COMMENT: "あ" * 1001}, department="", author="").message.ja
    assert "1,000" in said and "担当課" in said and "記入者" in said


def test_one_fault_stores_no_part_of_the_act(write: Write, ledger: Path) -> None:
    refused(write, ledger, bodies={COMMENT: "書ける", STEP: "あ" * 1001})


def test_a_closed_server_takes_nothing(write: Write, ledger: Path, opened: Callable[..., None]) -> None:
    (stored,) = write()
    opened(remarks_open=False)
    with pytest.raises(Problem) as caught:
        write(bodies={COMMENT: "締切後"})
    assert "受け付けていません" in caught.value.message.ja and "remarks_open" in caught.value.advice.en
    with pytest.raises(Problem):
        desk.withdraw(stored.remark_id, "佐藤")
    assert Remarks(ledger).standing() == (stored,)


def test_whoever_withdraws_is_named(write: Write, ledger: Path) -> None:
    (stored,) = write()
    for nobody in ("", " ", "\x00", "あ" * 61):
        with pytest.raises(Problem):
            desk.withdraw(stored.remark_id, nobody)
    assert Remarks(ledger).standing() == (stored,)
    withdrawn = desk.withdraw(stored.remark_id, " 鈴木 ")
    assert withdrawn.withdrawal is not None and withdrawn.withdrawal.author == "鈴木"
    with pytest.raises(Problem) as caught:
        desk.withdraw(stored.remark_id, "田中")
    assert "取り下げられて" in caught.value.message.ja and "withdrawn" in caught.value.message.en


def test_what_one_cannot_see_one_cannot_withdraw(
    write: Write, ledger: Path, opened: Callable[..., None]
) -> None:
    (remark,) = write(internal=True)
    opened(show_internal=False)
    with pytest.raises(Problem):
        desk.withdraw(remark.remark_id, "鈴木")
    opened(show_internal=True)
    assert desk.withdraw(remark.remark_id, "鈴木").withdrawal is not None
