"""What phones send: read, or refused with a sentence that says how to answer."""

import pytest

from narabe.model.problem import Problem
from narabe.model.room import Answer, Hands, Question
from narabe.room.ballots import as_text, check_hands, from_text, read
from tests.room.deck import GUESS, NEWS, THREE, WISH


@pytest.mark.parametrize(
    ("question", "sent", "answer"),
    [
        (NEWS, ["web"], ("web",)),
        (NEWS, ["web", "web"], ("web",)),
        (THREE, ["o3", "o1"], ("o1", "o3")),
        (GUESS, ["４３．８％"], 43.8),
        (GUESS, [" 40 "], 40.0),
        (GUESS, ["100"], 100.0),
        (GUESS, ["+.5"], 0.5),
        (WISH, ["  窓口が\n近い\u200b  "], "窓口が 近い"),
        (WISH, ["あ" * 140], "あ" * 140),
        (WISH, ["👨\u200d👩\u200d👧 と ❤\ufe0f\u200d🔥"], "👨\u200d👩\u200d👧 と ❤\ufe0f\u200d🔥"),
        (WISH, ["\U0001fae8"], "\U0001fae8"),  # of Unicode 15, which this Python does not know
        (WISH, ["\u202e右から\u2066左\u2069\x07\ufffe"], "右から左"),
        (WISH, ["<b>太字</b>"], "<b>太字</b>"),
    ],
)
def test_read(question: Question, sent: list[str], answer: Answer) -> None:
    found = read(question, sent)
    assert found == answer
    assert from_text(as_text(found)) == answer


@pytest.mark.parametrize(
    ("question", "sent", "said"),
    [
        (NEWS, [], "選択肢を選んで"),
        (NEWS, ["paper", "web"], "1つまで"),
        (NEWS, ["radio"], "選択肢を選んで"),
        (NEWS, ["web", "radio"], "選択肢が変わりました"),
        (THREE, ["o1", "o2", "o3"], "2つまでです（いま3つ）"),
        (GUESS, [], "数字を入力"),
        (GUESS, ["たくさん"], "数字を入力"),
        (GUESS, ["nan"], "数字を入力"),
        (GUESS, ["1_0"], "数字を入力"),
        (GUESS, ["1e1"], "数字を入力"),
        (GUESS, ["9" * 400], "0〜100%"),
        (GUESS, ["101"], "0〜100%"),
        (GUESS, ["△5"], "0〜100%"),
        (WISH, [" \u3000\u200b"], "文字を入力"),
        (WISH, ["\u200d\ufe0f"], "文字を入力"),
        (WISH, ["あ" * 141], "140文字まで"),
    ],
)
def test_refused(question: Question, sent: list[str], said: str) -> None:
    with pytest.raises(Problem) as refused:
        read(question, sent)
    assert said in refused.value.message.ja


@pytest.mark.parametrize(
    ("question", "raised", "people", "said"),
    [
        (NEWS, {"paper": 3, "web": 4}, 8, "（7人）が、参加した人数（8人）"),
        (NEWS, {"radio": 1}, 1, "選択肢が変わりました"),
        (NEWS, {"paper": -1, "web": 2}, 1, "選択肢が変わりました"),
        (THREE, {"o1": 9}, 8, "（9人）が、参加した人数（8人）より多く"),
        (GUESS, {}, 8, "選択肢のある質問だけ"),
    ],
)
def test_hands_that_do_not_add_up(question: Question, raised: dict[str, int], people: int, said: str) -> None:
    with pytest.raises(Problem) as refused:
        check_hands(question, Hands(raised, people))
    assert said in refused.value.message.ja


def test_hands_that_do() -> None:
    check_hands(NEWS, Hands({"paper": 3, "web": 4, "line": 0}, 7))
    check_hands(THREE, Hands({"o1": 8, "o2": 8}, 8))
