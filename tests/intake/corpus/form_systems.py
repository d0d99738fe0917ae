"""Files of answers as Questant, LoGoフォーム, SurveyMonkey and research companies write them, with codes of every kind."""

import io
import tempfile
from pathlib import Path

import pandas
import pyreadstat
from openpyxl import Workbook

from narabe.model.intake import Severity
from tests.intake.corpus.case import Bad, Case
from tests.intake.corpus.making import good, text

QUESTANT = """ID,回答日時,Q1.使うものを全て選択してください。_1.LINE,Q1.使うものを全て選択してください。_2.X（旧Twitter）,Q1.使うものを全て選択してください。_3.その他,Q1.使うものを全て選択してください。_3.その他_自由記述,Q2.満足度
1,2025/7/1 10:00,LINE,,,,5 とても満足
2,2025/7/1 10:10,LINE,X（旧Twitter）,,,4 やや満足
3,2025/7/2 10:00,,,その他,回覧板,1 とても不満
4,2025/7/2 11:00,,X（旧Twitter）,,,4 やや満足
5,2025/7/3 12:00,LINE,,,,2 やや不満"""
LOGO = """受付番号,送信日時,申請者氏名,知ったきっかけ（複数選択）,知ったきっかけ（その他）,満足度
A001,2025-07-01 12:00:00,郡山 一郎,"広報こおりやま
知人・家族",,満足
A002,2025-07-01 12:10:00,安積 花子,市ウェブサイト,,不満
A003,2025-07-02 09:00:00,開成 次郎,"市ウェブサイト
その他",回覧板,普通
A004,2025-07-02 09:30:00,富田 三郎,"広報こおりやま
市ウェブサイト",,満足"""
MONKEY = """Respondent ID,Collector ID,Start Date,性別を教えてください,使う端末をすべて選んでください,,,満足度
,,,Response,スマートフォン,パソコン,その他 (具体的に),Response
1001,55,06/01/2025 10:00:00,男性,スマートフォン,,,満足
1002,55,06/01/2025 10:05:00,女性,スマートフォン,パソコン,ゲーム機,不満
1003,55,06/02/2025 10:00:00,女性,,パソコン,,普通
1004,55,06/02/2025 11:00:00,男性,スマートフォン,,,満足"""
COMMAS = """ID,問1(MA),問2
1,"1,3",1
2,2,2
3,"1,2,5",9
4,"2,3",5
5,5,99
6,1,4"""
ENCLOSED = """No,性別,Q1 利用意向
1,①男性,1.利用したい
2,②女性,⑨無回答
3,②女性,3.利用したくない
4,①男性,2.どちらともいえない"""


def coded_book() -> bytes:
    """Codes with their labels on a sheet of their own, longer than the answers."""
    workbook, content = Workbook(), io.BytesIO()
    data = workbook.active
    assert data is not None
    data.title = "データ"
    for row in (["ID", "F1", "Q1", "Q2S1", "Q2S2"], [1, 1, 1, 1, None], [2, 2, 9, None, 2], [3, 2, 2, 1, 2]):
        data.append(row)
    codes = workbook.create_sheet("コード表")
    for row in (
        ["変数", "設問文", "コード", "ラベル"],
        ["F1", "性別", 1, "男性"], ["F1", None, 2, "女性"],
        ["Q1", "満足度", 1, "満足"], ["Q1", None, 2, "不満"], ["Q1", None, 9, "非該当"],
        ["Q2", "使う端末（2つまで）", 1, "スマホ"], ["Q2", None, 2, "ＰＣ"],
    ):  # fmt: skip
        codes.append(row)
    workbook.save(content)
    return content.getvalue()


def multiple_response_sav() -> bytes:
    """Boxes whose variable labels all begin with the question."""
    frame = pandas.DataFrame({"id": [1.0, 2, 3], "q2_1": [1.0, 0, 1], "q2_2": [0.0, 1, 1]})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.sav"
        pyreadstat.write_sav(
            frame, str(path), column_labels=["番号", "利用経験：LINE", "利用経験：市公式サイト"]
        )
        return path.read_bytes()


CASES = [
    Case(
        "questant_in_cp932", text(QUESTANT, "cp932"), "questant.csv",
        good(
            questions=(
                ("Q1.使うものを全て選択してください。", "multiple", "flags"),
                ("Q1.使うものを全て選択してください。_3.その他_自由記述", "text", "cell"),
                ("Q2.満足度", "scale", "cell"),
            ),
            counts={
                ("Q1.使うものを全て選択してください。", "LINE"): 3,
                ("Q1.使うものを全て選択してください。", "X（旧Twitter）"): 2,
                ("Q1.使うものを全て選択してください。", "その他"): 1,
                ("Q2.満足度", "4 やや満足"): 2,
            },
            bases={"Q1.使うものを全て選択してください。": 5}, respondent="ID",
        ),
    ),
    Case(
        "logo_form_in_cp932", text(LOGO, "cp932"), "logo.csv",
        good(
            questions=(
                ("知ったきっかけ（複数選択）", "multiple", "delimited"),
                ("知ったきっかけ（その他）", "text", "cell"),
                ("満足度", "scale", "cell"),
            ),
            counts={
                ("知ったきっかけ（複数選択）", "市ウェブサイト"): 3,
                ("知ったきっかけ（複数選択）", "広報こおりやま"): 2,
                ("知ったきっかけ（複数選択）", "知人・家族"): 1,
            },
            respondent="受付番号",
        ),
    ),
    Case(
        "surveymonkey_with_two_header_rows", text(MONKEY), "monkey.csv",
        good(
            questions=(
                ("性別を教えてください", "single", "cell"),
                ("使う端末をすべて選んでください", "multiple", "flags"),
                ("使う端末をすべて選んでください[その他 (具体的に)]", "text", "cell"),
                ("満足度", "scale", "cell"),
            ),
            counts={
                ("使う端末をすべて選んでください", "スマートフォン"): 3,
                ("使う端末をすべて選んでください", "パソコン"): 2,
                ("満足度", "満足"): 2,
            },
            bases={"満足度": 4}, respondent="Respondent ID",
        ),
    ),
    Case(
        "codes_between_commas_and_9_beside_99", text(COMMAS, "cp932"), "commas.csv",
        good(
            questions=(("問1(MA)", "multiple", "delimited"), ("問2", "single", "cell")),
            counts={("問1(MA)", "1"): 3, ("問1(MA)", "2"): 3, ("問1(MA)", "3"): 2, ("問1(MA)", "5"): 2, ("問2", "5"): 1},
            bases={"問1(MA)": 6, "問2": 4},
        ),
    ),
    Case(
        "numbers_in_circles", text(ENCLOSED, "cp932"), "circled.csv",
        good(
            questions=(("性別", "single", "cell"), ("Q1 利用意向", "scale", "cell")),
            counts={("Q1 利用意向", "1.利用したい"): 1},
            groups={("Q1 利用意向", "3.利用したくない", "female"): 1},
            bases={"Q1 利用意向": 3},
        ),
    ),
    Case(
        "a_sheet_of_codes_beside_the_answers", coded_book, "coded.xlsx",
        good(
            questions=(("F1", "single", "cell"), ("Q1", "single", "cell"), ("Q2", "limited", "flags")),
            counts={("Q1", "満足"): 1, ("Q1", "不満"): 1, ("Q2", "スマホ"): 2, ("Q2", "ＰＣ"): 2},
            groups={("Q1", "不満", "female"): 1},
            bases={"Q1": 2, "Q2": 3},
        ),
    ),
    Case(
        "spss_boxes_that_repeat_the_question", multiple_response_sav, "boxes.sav",
        good(
            questions=(("q2", "multiple", "flags"),),
            counts={("q2", "LINE"): 2, ("q2", "市公式サイト"): 2},
            bases={"q2": 3},
        ),
    ),
    Case("9_beyond_a_scale", text("ID,Q1\n1,1\n2,2\n3,5\n4,9\n5,4\n6,3"), "nine.csv", Bad("無回答などの番号かもしれません", Severity.WARNING, column="Q1")),
    Case("9_beside_99", text(COMMAS), "nines.csv", Bad("「無回答」として扱い", Severity.WARNING, column="問2")),
]  # fmt: skip
