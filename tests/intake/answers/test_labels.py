"""Words that people see are those of the file; one form of all spellings is for comparing alone."""

import duckdb
import pytest

from narabe.intake.answers import propose
from narabe.intake.answers.headings import heading, without_number
from narabe.intake.answers.segments import found
from narabe.intake.answers.shared_words import parted
from narabe.model.answers_plan import AnswersPlan, Layout, QuestionPlan
from tests.intake.answers.table import raw_table

Work = duckdb.DuckDBPyConnection


def labels(question: QuestionPlan) -> list[str]:
    return [option.label.ja for option in question.options]


def proposed(work: Work, header: list[str], *rows: list[str | None]) -> AnswersPlan:
    return propose(work, raw_table(work, header, rows), (), "survey")


@pytest.mark.parametrize(
    ("header", "stem", "number", "label"),
    [
        ("問１①市政だより", "問１", 1, "市政だより"),
        ("問１③その他：", "問１", 3, "その他："),
        ("Q２【①ＬＩＮＥ：公式】", "Q２", None, "①ＬＩＮＥ：公式"),
        ("Ｑ３_1 市報（月刊）", "Ｑ３", 1, "市報（月刊）"),
        ("Q3_1【市報】", "Q3", 1, "市報"),
        ("Q3.利用しているもの_2.X（旧Twitter）", "Q3.利用しているもの", 2, "X（旧Twitter）"),
        ("Q3A Q3_1 困りごと：手続き", "Q3", 1, "困りごと：手続き"),
    ],
)
def test_the_parts_of_a_header_stay_as_written(
    header: str, stem: str, number: int | None, label: str
) -> None:
    part = heading(header)
    assert (part.stem, part.number, part.label) == (stem, number, label)


def test_without_its_number_a_header_stays_as_written() -> None:
    assert without_number("Ｑ１．　満足度：①窓口") == "満足度：①窓口"
    assert without_number("満足度：") == "満足度："


def test_options_stay_as_written(work: Work) -> None:
    answers = ["①普通：ふつう", "{{7*7}}", "'満足", "不満\n（とても）", " ５．良い　"]
    plan = proposed(work, ["問２ 〔満足度：総合〕"], *([each] for each in answers * 3))
    (question,) = plan.questions
    assert question.label.ja == "問２ 〔満足度：総合〕"
    assert set(labels(question)) == {"①普通：ふつう", "{{7*7}}", "'満足", "不満 （とても）", "５．良い"}


def test_options_that_hold_the_delimiter_stay_as_written() -> None:
    cells = [("テレビ（ニュース，番組）,LINE", 3), ("LINE", 2), ("テレビ（ニュース，番組）", 1)]
    assert dict(found(cells, ",").options) == {"テレビ（ニュース，番組）": 4, "LINE": 5}
    inseparable = [("ゴミ,  騒音,段差", 6), ("段差", 2), ("交通,ゴミ,  騒音", 6)]
    assert dict(found(inseparable, ",").options) == {"ゴミ,  騒音": 12, "段差": 8, "交通": 6}


@pytest.mark.parametrize(
    ("given", "shared", "rest"),
    [
        (("利用経験：LINE", "利用経験：市公式サイト"), "利用経験", ("LINE", "市公式サイト")),
        (("利用【LINE】", "利用【X】"), "利用", ("LINE", "X")),
        (("LINE／使うSNS", "X／使うSNS"), "使うSNS", ("LINE", "X")),
        (("市ホームページ", "市の広報紙"), "", ("市ホームページ", "市の広報紙")),
        (("市：", "市：県"), "", ("市：", "市：県")),
        (("LINE",), "", ("LINE",)),
    ],
)
def test_words_that_all_options_share_are_the_question(
    given: tuple[str, ...], shared: str, rest: tuple[str, ...]
) -> None:
    assert parted(given) == (shared, rest)


def test_boxes_take_their_shared_words_as_the_title(work: Work) -> None:
    plan = proposed(
        work,
        ["id 回答者番号", "q2_1 利用経験：LINE", "q2_2 利用経験：市公式サイト"],
        ["1", "1", "0"],
        ["2", "0", "1"],
        ["3", "1", "1"],
    )
    (question,) = plan.questions
    assert (question.header, question.label.ja, labels(question)) == (
        "q2",
        "利用経験",
        ["LINE", "市公式サイト"],
    )


def test_boxes_named_after_the_question_belong_together(work: Work) -> None:
    """As Questant writes them: a ticked cell holds the option's own words, and その他 has a column for words."""
    asked = "Q3.使うものを全て選択してください。"
    plan = proposed(
        work,
        [f"{asked}_1.LINE", f"{asked}_2.X", f"{asked}_3.その他", f"{asked}_3.その他_自由記述"],
        ["LINE", None, None, None],
        ["LINE", "X", None, None],
        [None, None, "その他", "回覧板"],
    )
    boxes, words = plan.questions
    assert (boxes.header, boxes.layout, labels(boxes)) == (asked, Layout.FLAGS, ["LINE", "X", "その他"])
    assert (words.columns, words.answer_type) == (("c4",), "text")


def test_words_written_beside_other_are_no_options(work: Work) -> None:
    rows: list[list[str | None]] = [["会社員", None], ["その他（　）", "農業法人"], ["学生", None]] * 4
    job, words = proposed(work, ["職業", "職業（その他）"], *rows).questions
    assert (labels(job), words.answer_type) == (["会社員", "学生", "その他（　）"], "text")


def test_postal_codes_and_other_values_that_never_repeat_are_no_options(work: Work) -> None:
    rows: list[list[str | None]] = [[f"町{place}", "はい"] for place in range(30)]
    town, _ = proposed(work, ["町名", "Q1"], *rows).questions
    assert (town.answer_type, town.options) == ("text", ())


def test_codes_between_commas_are_several_answers_not_one_number(work: Work) -> None:
    rows: list[list[str | None]] = [["1,3"], ["2"], ["1,2,5"], ["3"], ["5"], ["2,3"]]
    (question,) = proposed(work, ["問2"], *rows).questions
    assert (question.layout, question.delimiter) == (Layout.DELIMITED, ",")
    assert labels(question) == ["1", "2", "3", "5"]


def test_numbers_in_a_circle_or_right_before_the_words_are_codes(work: Work) -> None:
    rows: list[list[str | None]] = [
        ["①男性", "1利用したい"],
        ["②女性", "2どちらともいえない"],
        ["①男性", "9無回答"],
    ]
    sex, use = proposed(work, ["性別", "Q2"], *rows * 3).questions
    assert [option.group_id for option in sex.options] == ["male", "female"]
    assert dict(use.missing) == {"9無回答": "no_answer"}


def test_two_codes_with_the_same_label_are_two_options(work: Work) -> None:
    raw = raw_table(
        work, ["Q5"], [["1"], ["2"], ["3"]], labels={"Q5": (("1", "その他"), ("2", "市民"), ("3", "その他"))}
    )
    (question,) = propose(work, raw, (), "survey").questions
    assert [(option.label.ja, option.spellings[0]) for option in question.options] == [
        ("その他", "1"), ("市民", "2"), ("その他", "3"),
    ]  # fmt: skip
