"""What each column of a file is taken for, without a codebook."""

from datetime import date

import duckdb
import pytest

from narabe.intake.answers import propose
from narabe.intake.books import published
from narabe.intake.reading import guess_kind
from narabe.model.answers_plan import AnswersPlan, AnswerType, Group, Layout, Missing, QuestionPlan
from narabe.model.intake import Kind, Sheet
from tests.intake.answers.table import raw_table, text_table

Work = duckdb.DuckDBPyConnection


def proposed(work: Work, text: str, dataset: str = "survey", **more: object) -> AnswersPlan:
    return propose(work, text_table(work, text, **more), (), dataset)


def only(plan: AnswersPlan) -> QuestionPlan:
    (question,) = plan.questions
    return question


def labels(question: QuestionPlan) -> list[str]:
    return [option.label.ja for option in question.options]


ROLES = """
回答番号|タイムスタンプ|メールアドレス|ウエイト|問1 満足度|自由意見
1|2025/07/03 9:01:00|a@example.jp|1.2|満足|窓口が親切で助かりました
2|2025/07/01 12:30:00|b@example.jp|0.8|不満|もっと早く対応してほしいです
3|2025/07/09 18:45:00|c@example.jp|1.0|やや満足|
4|2025/07/05 10:00:00|d@example.jp|1.1|どちらともいえない|特に困っていることはないです
5|2025/07/05 10:00:00|e@example.jp|0.9|満足|オンラインで手続きできるとよい
"""


def test_ids_weights_times_and_addresses_are_no_questions(work: Work) -> None:
    plan = proposed(work, ROLES)
    assert (plan.respondent, plan.weight) == ("c1", "c4")
    assert plan.ignored == ("c2", "c3")
    assert [(q.header, q.answer_type) for q in plan.questions] == [
        ("問1 満足度", AnswerType.SCALE),
        ("自由意見", AnswerType.TEXT),
    ]
    assert [q.question_id for q in plan.questions] == ["q1", "v6"]


def test_the_days_of_answering_are_the_field_period(work: Work) -> None:
    wave = proposed(work, ROLES).wave
    assert (wave.field_start, wave.field_end) == (date(2025, 7, 1), date(2025, 7, 9))


def test_a_year_in_the_name_stands_in_for_missing_dates(work: Work) -> None:
    wave = proposed(work, "Q1\n満足\n不満\n満足", dataset="市民アンケート2024").wave
    assert (wave.field_start, wave.field_end) == (date(2024, 1, 1), date(2024, 12, 31))
    assert proposed(work, "Q1\n満足\n不満\n満足").wave.field_start is None


@pytest.mark.parametrize(
    ("given", "order", "kind"),
    [
        ("不満 満足 やや不満 どちらともいえない やや満足 無回答", "満足 やや満足 どちらともいえない やや不満 不満", "scale"),
        ("そう思わない とてもそう思う そう思う 全くそう思わない", "とてもそう思う そう思う そう思わない 全くそう思わない", "scale"),
        ("まったく利用しない よく利用する あまり利用しない ときどき利用する", "よく利用する ときどき利用する あまり利用しない まったく利用しない", "scale"),
        ("知らない 知っている 聞いたことがある", "知っている 聞いたことがある 知らない", "scale"),
        ("非常に重要 重要でない 重要 あまり重要でない", "非常に重要 重要 あまり重要でない 重要でない", "scale"),
        ("月に1回 ほぼ毎日 年に数回 利用したことがない", "ほぼ毎日 月に1回 年に数回 利用したことがない", "scale"),
        ("60代 20代 30代 10代", "10代 20代 30代 60代", "single"),
        ("70歳以上 20～29歳 20歳未満 60～69歳", "20歳未満 20～29歳 60～69歳 70歳以上", "single"),
        ("1,000万円以上 200万円未満 200～400万円", "200万円未満 200～400万円 1,000万円以上", "single"),
        ("わからない 東部 その他 西部 特にない", "東部 西部 その他 特にない わからない", "single"),
        ("10 2 1 9 99", "1 2 9 10", "single"),
    ],
)  # fmt: skip
def test_options_stand_in_the_order_of_a_questionnaire(work: Work, given: str, order: str, kind: str) -> None:
    rows = [[value] for value in given.split() * 3]
    question = only(propose(work, raw_table(work, ["設問"], rows), (), "survey"))
    assert labels(question) == order.split()
    assert question.answer_type == kind
    assert [option.option_id for option in question.options] == [
        f"o{n}" for n in range(1, len(order.split()) + 1)
    ]


def test_reasons_for_no_answer_are_told_apart(work: Work) -> None:
    rows = [[value] for value in ["1", "2", "3", "99", "88", "無回答", "非該当", "複数回答", "９９"] * 2]
    question = only(propose(work, raw_table(work, ["Q1"], rows), (), "survey"))
    assert labels(question) == ["1", "2", "3"]
    assert dict(question.missing) == {
        "99": Missing.NO_ANSWER,
        "９９": Missing.NO_ANSWER,
        "無回答": Missing.NO_ANSWER,
        "88": Missing.NOT_APPLICABLE,
        "非該当": Missing.NOT_APPLICABLE,
        "複数回答": Missing.INVALID,
    }


def test_a_code_among_others_is_an_answer(work: Work) -> None:
    rows = [[str(value)] for value in (*range(90, 100), *range(90, 100))]
    assert only(propose(work, raw_table(work, ["点数"], rows), (), "survey")).missing == ()


@pytest.mark.parametrize(
    "columns",
    [
        "Q3_1|Q3_2|Q3_3\n1|0|1\n0|1|0\n1|1|0",
        "Q3-1|Q3-2|Q3-3\n○||○\n|○|\n○|○|",
        "問3(1)|問3(2)|問3(3)\nTRUE|FALSE|TRUE\nFALSE|TRUE|FALSE\nTRUE|TRUE|FALSE",
        "Q3【市報】|Q3【LINE】|Q3【その他】\n選択||選択\n|選択|\n選択|選択|",
        "Q3[市報]|Q3[LINE]|Q3[その他]\n1||1\n|1|\n1|1|",
        "Q3_1 市報|Q3_2 LINE|Q3_3 その他\n1|0|1\n0|1|0\n1|1|0",
        "Q3：市報|Q3：LINE|Q3：その他\n1|0|1\n0|1|0\n1|1|0",
        "Q3_1|Q3_2|Q3_3\n1||3\n|2|\n1|2|",
        "Q3_1|Q3_2|Q3_3\n市報||その他\n|LINE|\n市報|LINE|",
    ],
)
def test_ticked_boxes_in_columns_of_their_own_are_one_question(work: Work, columns: str) -> None:
    question = only(proposed(work, columns))
    assert (question.answer_type, question.layout) == (AnswerType.MULTIPLE, Layout.FLAGS)
    assert question.columns == ("c1", "c2", "c3")
    assert [option.column for option in question.options] == ["c1", "c2", "c3"]
    named = "市報" in columns
    assert labels(question) == (["市報", "LINE", "その他"] if named else ["選択肢1", "選択肢2", "選択肢3"])


def test_an_option_that_nobody_chose_keeps_its_column(work: Work) -> None:
    question = only(proposed(work, "Q3_1|Q3_2|Q3_3\n1||1\n1||\n|||"))
    assert question.columns == ("c1", "c2", "c3")


def test_a_grid_of_ratings_is_a_row_of_questions(work: Work) -> None:
    plan = proposed(work, "Q5【接客】|Q5【待ち時間】\n満足|不満\n不満|不満\n満足|満足\n満足|不満\n満足|不満")
    assert [(q.header, q.layout) for q in plan.questions] == [
        ("Q5【接客】", Layout.CELL),
        ("Q5【待ち時間】", Layout.CELL),
    ]
    assert len({q.question_id for q in plan.questions}) == 2


@pytest.mark.parametrize(
    "headers", ["Q3-1つ目|Q3-2つ目|Q3-3つ目", "Q3 第1位|Q3 第2位|Q3 第3位", "Q3_1|Q3_2|Q3_3"]
)
def test_one_column_per_slot(work: Work, headers: str) -> None:
    question = only(proposed(work, f"{headers}\n2|1|3\n1|3|\n3||\n2|3|\n1||"))
    assert (question.answer_type, question.layout, question.max_choices) == (
        AnswerType.LIMITED,
        Layout.SLOTS,
        3,
    )
    assert labels(question) == ["1", "2", "3"]


def test_a_google_form_with_an_option_that_holds_the_delimiter(work: Work) -> None:
    options = ["ホームページ", "テレビ, ラジオ", "広報紙", "SNS（LINE, X）"]
    rows = [
        [", ".join(option for bit, option in enumerate(options) if chosen >> bit & 1)]
        for chosen in range(1, 16)
        for _ in range(2)
    ]
    question = only(
        propose(work, raw_table(work, ["市の情報をどこで得ますか（いくつでも）"], rows), (), "survey")
    )
    assert (question.layout, question.delimiter) == (Layout.DELIMITED, ",")
    assert labels(question) == options


@pytest.mark.parametrize("delimiter", [";", "、", "\n", " | "])
def test_other_delimiters(work: Work, delimiter: str) -> None:
    cells = [
        ["A市役所", "B支所"],
        ["A市役所"],
        ["B支所", "C分室"],
        ["A市役所", "B支所", "C分室"],
        ["C分室"],
    ] * 4
    question = only(
        propose(work, raw_table(work, ["使う窓口"], [[delimiter.join(cell)] for cell in cells]), (), "s")
    )
    assert question.layout is Layout.DELIMITED
    assert labels(question) == ["A市役所", "B支所", "C分室"]


def test_a_comma_inside_single_answers_is_no_delimiter(work: Work) -> None:
    rows = [["はい、知っています"], ["いいえ、知りません"]] * 6
    question = only(propose(work, raw_table(work, ["ご存じですか"], rows), (), "survey"))
    assert (question.answer_type, question.layout) == (AnswerType.SINGLE, Layout.CELL)
    assert sorted(labels(question)) == ["いいえ、知りません", "はい、知っています"]


def test_words_of_people_are_text_and_numbers_are_numbers(work: Work) -> None:
    rows = [[f"私の意見その{n}、もっと便利にしてほしい", str(20 + n), f"{n * 1000:,}円"] for n in range(20)]
    plan = propose(work, raw_table(work, ["その理由", "利用回数", "支払額"], rows), (), "survey")
    assert [q.answer_type for q in plan.questions] == [
        AnswerType.TEXT,
        AnswerType.NUMERIC,
        AnswerType.NUMERIC,
    ]


def test_ages_in_years_give_a_question_of_age_groups_too(work: Work) -> None:
    rows = [[str(age)] for age in (18, 25, 29, 34, 71, 92, 8)]
    years, groups = propose(work, raw_table(work, ["年齢"], rows), (), "survey").questions
    assert (years.answer_type, groups.group) == (AnswerType.NUMERIC, Group.AGE)
    assert [(o.label.ja, o.spellings, o.group_id) for o in groups.options] == [
        ("10歳未満", ("8",), None),
        ("10代", ("18",), "age10s"),
        ("20代", ("25", "29"), "age20s"),
        ("30代", ("34",), "age30s"),
        ("70代", ("71",), "age70s"),
        ("90歳以上", ("92",), None),
    ]


def test_sex_and_age_groups_are_recognised(work: Work) -> None:
    rows = [
        ["女性", "20代", "20～29歳"],
        ["男性", "80歳以上", "18～19歳"],
        ["その他", "10代", "30～34歳"],
    ] * 3
    sex, age, band = propose(work, raw_table(work, ["F1 性別", "F2 年代", "年齢層"], rows), (), "s").questions
    assert sex.group is Group.SEX and age.group is Group.AGE
    assert {o.label.ja: o.group_id for o in sex.options} == {"男性": "male", "女性": "female", "その他": None}
    assert {o.label.ja: o.group_id for o in age.options} == {
        "10代": "age10s",
        "20代": "age20s",
        "80歳以上": None,
    }
    assert [o.group_id for o in band.options] == ["age10s", "age20s", "age30s"]


def test_codes_of_sex_are_not_guessed(work: Work) -> None:
    question = only(proposed(work, "性別\n1\n2\n1\n2"))
    assert question.group is None and labels(question) == ["1", "2"]


def test_spss_labels_give_order_words_and_missing_codes(work: Work) -> None:
    given = {"q1": (("1", "不満"), ("2", "普通"), ("3", "満足"), ("9", "無回答"), ("8", "非該当"))}
    raw = text_table(work, "q1\n3\n1\n9\n8\n1\n3", labels=given, missing={"q1": ("9",)})
    question = only(propose(work, raw, (), "survey"))
    assert labels(question) == ["不満", "普通", "満足"]
    assert [option.spellings for option in question.options] == [("1", "不満"), ("2", "普通"), ("3", "満足")]
    assert dict(question.missing) == {"9": Missing.NO_ANSWER, "8": Missing.NOT_APPLICABLE}


def test_what_people_wrote_under_other_is_one_option(work: Work) -> None:
    values = (
        ["市役所"] * 12
        + ["支所"] * 10
        + ["隣町の出張所で済ませた", "家族に頼んだので不明です", "行ったことがありません"]
    )
    question = only(
        propose(work, raw_table(work, ["どこで手続きしましたか"], [[v] for v in values]), (), "s")
    )
    assert labels(question) == ["市役所", "支所", "その他（自由記入）"]
    assert len(question.options[-1].spellings) == 3


def test_spellings_of_one_answer_are_one_option(work: Work) -> None:
    question = only(proposed(work, "Q1\nＬＩＮＥ\nLINE\nline\n市報\n市報 \nLINE"))
    assert labels(question) == ["LINE", "市報"]
    assert set(question.options[0].spellings) == {"ＬＩＮＥ", "LINE", "line"}


def test_ids_are_never_given_twice(work: Work) -> None:
    plan = proposed(work, "Q1|Q1 詳細|q1|row\n1|2|3|1\n2|1|3|2\n1|2|1|1")
    ids = [question.question_id for question in plan.questions]
    assert len({each.casefold() for each in ids}) == 4 and "row" not in ids


def test_an_empty_column_is_left_out(work: Work) -> None:
    plan = proposed(work, "Q1|備考\n1|\n2|\n1|")
    assert (plan.ignored, len(plan.questions)) == (("c2",), 1)


# --- what is easily misread --------------------------------------------------------------------


def test_pieces_between_semicolons_are_never_one_option(work: Work) -> None:
    """LINE and X stand together nine times, and never apart."""
    rows = ["LINE;X", "LINE;X;Instagram", "Instagram"] * 9
    question = only(proposed(work, "利用しているSNS\n" + "\n".join(rows)))
    assert labels(question) == ["LINE", "X", "Instagram"]


@pytest.mark.parametrize(
    "form", ["問3({n}){word}", "問3-{n} {word}", "問3-{n}{word}", "問3（{n}）{word}", "Q3_{n} {word}"]
)
@pytest.mark.parametrize("ticked", [("○", ""), ("1", ""), ("1", "0")])
def test_columns_numbered_and_named_are_one_question(work: Work, form: str, ticked: tuple[str, str]) -> None:
    words = ("スマホ", "パソコン", "使わない")
    header = [form.format(n=place, word=word) for place, word in enumerate(words, start=1)]
    yes, no = ticked
    rows = [(yes, no, no), (no, yes, no), (yes, yes, no), (no, no, yes)]
    question = only(propose(work, raw_table(work, header, rows), (), "s"))
    assert (question.answer_type, question.layout, labels(question)) == (
        AnswerType.MULTIPLE,
        Layout.FLAGS,
        list(words),
    )


def test_circled_numbers_name_parts_too(work: Work) -> None:
    raw = raw_table(work, ["問3①スマホ", "問3②パソコン"], [("○", ""), ("", "○"), ("○", "○")])
    assert labels(only(propose(work, raw, (), "s"))) == ["スマホ", "パソコン"]


def test_nine_beside_boxes_is_no_answer(work: Work) -> None:
    question = only(proposed(work, "Q3_1|Q3_2|Q3_3\n9|9|9\n1|0|0\n0|1|0\n1|1|0\n0|0|1"))
    assert (question.layout, question.missing) == (Layout.FLAGS, (("9", Missing.NO_ANSWER),))
    assert [option.spellings for option in question.options] == [("1",)] * 3


@pytest.mark.parametrize(
    "header",
    [
        "「DX」という言葉を知っていますか",
        "問1　「ＤＸ」という言葉を知っていますか？",
        "DXという言葉を知っていますか",
    ],
)
def test_the_published_text_of_a_question_gives_its_concept(work: Work, header: str) -> None:
    """Even where the options differ from the published ones."""
    raw = text_table(
        work, f"ID|{header}\n1|まったく知らない\n2|聞いたことがある\n3|まったく知らない\n4|聞いたことがある"
    )
    assert only(propose(work, raw, published(), "s")).concept_id == "dx_awareness"


def test_options_that_only_an_older_survey_names_get_its_ids(work: Work) -> None:
    """What was printed of 2025 names no 知っている; the appendix of 2021 does."""
    header = "「DX」という言葉を知っていますか"
    raw = text_table(
        work, f"ID|{header}\n" + "\n".join(f"{n}|知っている\n{n + 9}|まったく知らない" for n in range(1, 9))
    )
    question = only(propose(work, raw, published(), "s"))
    assert {option.label.ja: option.option_id for option in question.options} == {
        "知っている": "know", "まったく知らない": "never_heard",
    }  # fmt: skip


def test_a_table_under_years_is_no_survey() -> None:
    rows = (
        ("No", "指標", "単位", "担当課", "R6実績", "R7実績", "R8目標", "進捗率"),
        (1, "申請件数", "件", "DX課", 100, 150, 200, "75%"),
    )
    assert guess_kind((Sheet("Sheet1", rows),)) is Kind.FIGURES
    rows = (("No", "名称", "2023年度", "2024年度"), *((n, "A", 1, 2) for n in range(40)))
    assert guess_kind((Sheet("Sheet1", rows),)) is Kind.FIGURES
    rows = (("ID", "性別", "2023年度の満足度"), *((n, "男性", "満足") for n in range(40)))
    assert guess_kind((Sheet("Sheet1", rows),)) is Kind.ANSWERS


def test_9_beyond_a_scale_is_no_answer_where_99_says_such_codes_are_used(work: Work) -> None:
    question = only(proposed(work, "Q1\n1\n2\n3\n4\n5\n9\n99\n1"))
    assert labels(question) == ["1", "2", "3", "4", "5"]
    assert dict(question.missing) == {"9": Missing.NO_ANSWER, "99": Missing.NO_ANSWER}


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ("1 2 3 4 5 8 9 99", {"8": "not_applicable", "9": "no_answer", "99": "no_answer"}),
        ("1 2 3 8 88", {"8": "not_applicable", "88": "not_applicable"}),
        ("1 2 3 4 5 6 7 8 9 99", {"99": "no_answer"}),
        ("1 2 3 7 9 99", {"99": "no_answer"}),
        ("1 2 3 4 5 9", {}),
        ("1 2 3 8 99", {"99": "no_answer"}),
    ],
)
def test_short_codes_are_missing_only_beside_long_ones(
    work: Work, values: str, missing: dict[str, str]
) -> None:
    question = only(proposed(work, "Q1\n" + "\n".join(values.split())))
    assert dict(question.missing) == missing
    assert len(question.options) == len(values.split()) - len(missing)


def test_9_among_amounts_is_an_amount(work: Work) -> None:
    question = only(proposed(work, "利用回数\n1\n2\n3\n9\n99\n4"))
    assert (question.answer_type, dict(question.missing)) == (AnswerType.NUMERIC, {"99": "no_answer"})


@pytest.mark.parametrize(("header", "ignored"), [("メール", True), ("名前", True), ("住所", False)])
def test_a_column_named_for_contacts_is_personal_whatever_it_holds(
    work: Work, header: str, ignored: bool
) -> None:
    plan = proposed(work, f"{header}|Q1\nなし|満足\nなし|不満\n富田|満足\nなし|不満\n富田|満足\nなし|普通")
    assert ("c1" in plan.ignored) is ignored


def test_what_form_systems_note_for_themselves_is_no_question(work: Work) -> None:
    plan = proposed(
        work, "id|lastpage|seed|開始時刻|Q1\n1|3|11|6/1/25 10:00:00|満足\n2|3|12|6/2/25 9:00:00|不満"
    )
    assert plan.ignored == ("c2", "c3", "c4")
