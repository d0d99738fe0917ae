"""Columns found again in a codebook, the one of the file or those of other surveys; and codebooks as files."""

from pathlib import Path

import duckdb
import pytest

from narabe.intake import books
from narabe.intake.answers import propose
from narabe.intake.written_books import write_book
from narabe.model.answers_plan import AnswersPlan, AnswerType, Layout, Missing, QuestionPlan
from narabe.model.problem import Problem
from tests.intake.answers.table import raw_table, text_table

Work = duckdb.DuckDBPyConnection
OWN = """
wave: town2025
questions:
  - id: aware
    number: 問1
    concept: dx_awareness
    label: {ja: 「DX」という言葉の認知, en: Awareness of DX}
    type: single
    options_complete: true
    options:
      - {id: know, label: {ja: 知っている, en: Knows}}
      - {id: heard, label: {ja: 聞いたことがある, en: Has heard}}
      - {id: any, label: {ja: 知っている（計）, en: Knows (net)}, net_of: [know, heard]}
      - {id: never, label: {ja: まったく知らない, en: Never}}
    missing: [{value: 9, reason: no_answer}]
  - id: media
    number: 問2
    label: 市の情報の入手先
    type: multiple
    options:
      - {id: web, label: ホームページ}
      - {id: air, label: "テレビ, ラジオ"}
      - {id: paper, label: 広報紙}
  - id: visits
    number: 問3
    label: 窓口に行った回数
    type: numeric
    options: []
"""


@pytest.fixture
def own() -> object:
    return books.from_bytes(OWN.encode())


def by_id(plan: AnswersPlan) -> dict[str, QuestionPlan]:
    return {question.question_id: question for question in plan.questions}


def test_numbers_of_questions_and_places_of_options_are_the_codebooks(work: Work, own: books.Book) -> None:
    raw = text_table(work, "Q1|Q2_1|Q2_2|Q2_3|Q3\n1|1|0|0|3\n2|0|1|1|0\n3|1|1|0|12\n9|0|0|0|1")
    found = by_id(propose(work, raw, (own,), "town"))
    aware, media, visits = found["aware"], found["media"], found["visits"]
    assert {o.option_id: o.spellings for o in aware.options} == {
        "know": ("1",),
        "heard": ("2",),
        "never": ("3",),
    }
    assert dict(aware.missing) == {"9": Missing.NO_ANSWER}
    assert aware.concept_id == "dx_awareness"
    assert [(o.option_id, o.column) for o in media.options] == [("web", "c2"), ("air", "c3"), ("paper", "c4")]
    assert (visits.answer_type, visits.layout) == (AnswerType.NUMERIC, Layout.CELL)


def test_labels_in_headers_and_cells(work: Work, own: books.Book) -> None:
    header = ["「DX」という言葉を知っていますか", "市の情報の入手先"]
    rows = [
        ["知っている", "ホームページ, テレビ, ラジオ"],
        ["聞いたことがある", "広報紙"],
        ["まったく知らない", "テレビ, ラジオ"],
    ]
    found = by_id(propose(work, raw_table(work, header, rows), (own,), "town"))
    assert (found["media"].layout, found["media"].delimiter) == (Layout.DELIMITED, ",")
    assert [o.option_id for o in found["media"].options] == ["web", "air", "paper"]
    assert [o.option_id for o in found["aware"].options] == ["know", "heard", "never"]


def test_columns_named_like_options_are_boxes_of_their_question(work: Work, own: books.Book) -> None:
    raw = text_table(work, "広報紙|ホームページ|テレビ, ラジオ\n1|0|1\n0|1|0\n1|1|0")
    media = by_id(propose(work, raw, (own,), "town"))["media"]
    assert [(o.option_id, o.column) for o in media.options] == [("paper", "c1"), ("web", "c2"), ("air", "c3")]


def test_a_value_that_the_codebook_lacks_is_left_unmapped(work: Work, own: books.Book) -> None:
    aware = by_id(propose(work, text_table(work, "Q1\n1\n4\n1\n2"), (own,), "town"))["aware"]
    assert "4" not in {each for option in aware.options for each in option.spellings}
    assert [o.option_id for o in aware.options] == ["know", "heard", "never"]


def test_an_incomplete_codebook_takes_new_options(work: Work) -> None:
    open_ended = OWN.replace("options_complete: true", "options_complete: false")
    book = books.from_bytes(open_ended.encode())
    raw = raw_table(work, ["問1"], [["知っている"], ["少し知っている"], ["知っている"]])
    aware = by_id(propose(work, raw, (book,), "town"))["aware"]
    assert [(o.option_id, o.label.ja) for o in aware.options][-1] == ("o1", "少し知っている")


def test_another_survey_lends_its_concept_and_ids_of_the_same_words(work: Work) -> None:
    header = ["問7 市の行政サービスのデジタル化の実感"]
    values = [
        "進んでいる",
        "どちらかといえば進んでいる",
        "どちらともいえない",
        "進んでいない",
        "よく分からない市民です",
    ]
    raw = raw_table(work, header, [[value] for value in values * 5])
    (question,) = propose(work, raw, books.published(), "survey").questions
    assert question.concept_id == "digital_progress"
    ids = {option.label.ja: option.option_id for option in question.options}
    assert ids["進んでいる"] == "progressing_clearly"
    assert ids["どちらかといえば進んでいる"] == "progressing_somewhat"
    assert ids["よく分からない市民です"].startswith("o")


def test_other_questions_stay_apart_from_other_surveys(work: Work) -> None:
    raw = text_table(work, "問1 好きな季節|問2 住んでいる地区\n夏|東部\n冬|西部\n夏|東部\n春|西部")
    assert [q.concept_id for q in propose(work, raw, books.published(), "survey").questions] == [None, None]


def test_the_codebook_of_a_published_wave_says_whose_answers_these_are(work: Work) -> None:
    path = books.CODEBOOKS / "net2021.yml"
    book = books.from_bytes(path.read_bytes())
    raw = text_table(work, "問1\n知っている\nまったく知らない\n知っている")
    plan = propose(work, raw, (book, *books.published()), "monitor")
    assert plan.wave.same_as == "net2021"
    assert plan.questions[0].question_id == "net2021_q1"


def test_a_written_codebook_reads_back(work: Work, own: books.Book, tmp_path: Path) -> None:
    raw = text_table(work, "Q1|Q2_1|Q2_2|Q2_3\n1|1|0|0\n2|0|1|1\n9|0|0|0")
    plan = propose(work, raw, (own,), "town")
    path = tmp_path / "codebook.yml"
    write_book(plan, path, {"aware": (2, "answered")})
    again = books.from_bytes(path.read_bytes())
    assert again.wave_id == "in_town" and again.own
    aware, media = again.questions
    assert (aware.question_id, aware.header, aware.concept_id) == ("aware", "Q1", "dx_awareness")
    know = aware.options[0]
    assert (know.option_id, know.label.en, know.spellings) == ("know", "Knows", ("1",))
    assert aware.missing == (("9", "no_answer"),)
    assert [o.option_id for o in media.options] == ["web", "air", "paper"]
    assert not aware.complete
    strict = books.from_bytes(path.read_text("utf-8").replace("drafted: true\n", "").encode())
    assert strict.questions[0].complete


def test_a_drafted_codebook_maps_the_same_file_as_before(work: Work, tmp_path: Path) -> None:
    text = "Q1|Q2_1|Q2_2|性別\n満足|1|0|男性\n不満|0|1|女性\nやや不満|1|1|女性\n無回答|0|0|男性"
    first = propose(work, text_table(work, text), (), "town")
    path = tmp_path / "codebook.yml"
    write_book(first, path)
    again = propose(work, text_table(work, text), (books.from_bytes(path.read_bytes()),), "town")
    for before, after in zip(first.questions, again.questions, strict=True):
        assert (before.question_id, before.layout, before.columns) == (
            after.question_id,
            after.layout,
            after.columns,
        )
        assert [(o.option_id, o.label, o.group_id) for o in before.options] == [
            (o.option_id, o.label, o.group_id) for o in after.options
        ]
        assert before.missing == after.missing


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"wave: a\nquestions: [", "YAML"),
        (b"[" * 2000, "YAML"),
        (b"a: &a [1, 1]\nb: &b [*a, *a]\nquestions: *b", "&"),
        (b"wave: a\n", "questions"),
        (b"questions:\n  - {id: a, type: rating, label: b}", "rating"),
        (b"questions:\n  - {id: a, type: single}", "label"),
        (b"questions: 5", "5"),
        (b"just words", "just words"),
        (b"questions:\n  - {id: a, type: single, label: b, missing: [{value: 9, reason: gone}]}", "gone"),
    ],
)
def test_a_codebook_that_cannot_be_used_is_one_sentence(content: bytes, part: str) -> None:
    with pytest.raises(Problem) as caught:
        books.from_bytes(content)
    assert part in caught.value.message.ja and part in caught.value.message.en
    assert "narabe build" not in caught.value.advice.ja


def test_every_published_codebook_reads() -> None:
    known = {book.wave_id: len(book.questions) for book in books.published()}
    assert known["net2025"] > 10 and set(known) == {
        "net2017",
        "net2021",
        "net2025",
        "seniors2025",
        "youth2025",
    }
