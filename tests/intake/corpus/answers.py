"""Files of answers as form systems, spreadsheets and research companies leave them, with the counts that must come out.

`expected` of a good case: `questions` as (header, type, layout) in order; `counts` as (header, option) -> respondents,
`bases` by header; `respondent` and `weight` say which header was taken for them (None for none).
"""

import tempfile
from pathlib import Path

import pandas
import pyreadstat

from narabe.model.intake import Severity
from tests.intake.corpus import form_systems
from tests.intake.corpus.case import Bad, Case
from tests.intake.corpus.making import book, good, text


def sav() -> bytes:
    """Labels, codes that mean no answer, boxes, a weight."""
    frame = pandas.DataFrame(
        {
            "no": [1.0, 2, 3, 4, 5, 6],
            "q1": [1.0, 2, 3, 9, 1, 2],
            "q2_1": [1.0, 0, 1, 0, 1, 0],
            "q2_2": [0.0, 1, 1, 0, 0, 1],
            "sex": [1.0, 2, 2, 1, 2, 2],
            "weight": [1.5, 0.5, 1, 1, 1.25, 0.75],
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.sav"
        pyreadstat.write_sav(
            frame,
            str(path),
            column_labels=["回答者番号", "Q1 満足度", "Q2_1 市報", "Q2_2 LINE", "性別", "ウエイト"],
            variable_value_labels={
                "q1": {1.0: "満足", 2.0: "普通", 3.0: "不満", 9.0: "無回答"},
                "sex": {1.0: "男性", 2.0: "女性"},
            },
            missing_ranges={"q1": [9.0]},
        )
        return path.read_bytes()


GOOGLE = """タイムスタンプ,メールアドレス,年代,市の情報をどこで得ますか（あてはまるものすべて）,満足度,ご意見
2025/07/01 9:00:00,a@example.jp,20代,"市ホームページ, LINE",満足,
2025/07/01 9:10:00,b@example.jp,30代,"テレビ（ニュース, 番組）",不満,もっと早く知らせてほしいと思います
2025/07/02 10:00:00,c@example.jp,20代,"市ホームページ, テレビ（ニュース, 番組）, LINE",やや満足,
2025/07/02 11:00:00,d@example.jp,40代,LINE,満足,"子育て情報が役に立ちました、これからも続けてください"
2025/07/03 12:00:00,e@example.jp,30代,"市ホームページ, LINE",やや不満,夜間も窓口を開けてほしいです"""
FORMS = """ID;開始時刻;使うサービス（複数選択）;また使いたいですか
1;2025/05/01 10:00;市税の支払い|図書館予約|;はい
2;2025/05/01 10:05;図書館予約|;いいえ
3;2025/05/01 10:09;市税の支払い|;はい
4;2025/05/01 10:20;市税の支払い|図書館予約|;はい"""
CIRCLES = """回答番号,Q1【市報】,Q1【ホームページ】,Q1【その他】,Q2
1,○,,,知っている
2,○,○,,聞いたことがある
3,,,○,知らない
4,,,,知らない
5,◯,,,知っている"""
OWN_CODES = """No.,Q1_1,Q1_2,Q1_3
1,1,,3
2,,2,
3,1,2,
4,,,"""
TRUTH = """respondent_id,age_group,Q5_1,Q5_2
r1,20-29歳,TRUE,FALSE
r2,30-39歳,FALSE,FALSE
r3,20-29歳,TRUE,TRUE"""
SLOTS = """ID,力を入れてほしいこと-1つ目,力を入れてほしいこと-2つ目,力を入れてほしいこと-3つ目
1,子育て,防災,交通
2,防災,,
3,子育て,交通,
4,交通,防災,子育て"""
REASONS = """整理番号,Q1,Q2
1,１,1
2,２,8888
3,3,無回答
4,99,2
5,無効,1
6,非該当,2
7,1,1"""
NUMBERED = """ID,Q1
1,1.満足
2,2.やや満足
3,4.不満
4,3.やや不満
5,1.満足
6,9.無回答"""
TOUTEN = """ID,困っていること（いくつでも）
1,道が暗い、段差が多い
2,特にない
3,段差が多い
4,道が暗い、段差が多い、バスが少ない
5,バスが少ない"""
GRID = """ID,Q7[手続きが早い],Q7[説明が丁寧]
1,はい,いいえ
2,いいえ,いいえ
3,はい,はい
4,はい,いいえ"""
AGES = """ID,性別,年齢,Q1
1,男,18,a
2,女,25歳,b
3,女,２９,a
4,男,34,a
5,女,71,b"""
WIDTHS = """ID,使う端末
1,スマートフォン
2,ｽﾏｰﾄﾌｫﾝ
3,パソコン
4,ﾊﾟｿｺﾝ
5,スマートフォン
6,タブレット"""
BLANKS = """ID,Q1,備考,Q2_1,Q2_2
1,a,,1,0
2,,,0,0
3,b,,0,1"""
DUPLICATES = "ID,Q1\n1,満足\n2,不満\n2,満足\n3,不満"
NO_IDS = "回答者ID,Q1\n1,満足\n,不満\n3,満足\n4,不満"
NEGATIVE = "ID,ウエイト,Q1\n1,1.2,満足\n2,-1,不満\n3,0.8,満足"
WORD_AS_WEIGHT = "ID,ウエイト,Q1\n1,1.2,満足\n2,不明,不満\n3,0.8,満足"
TOO_MANY = "ID,Q1（2つまで）【道路】,Q1（2つまで）【公園】,Q1（2つまで）【学校】\n1,1,1,1\n2,1,0,0\n3,0,1,1"
NONE_AND_MORE = "ID,Q1【道路】,Q1【公園】,Q1【特にない】\n1,1,0,1\n2,0,0,1\n3,0,1,0"
HTML = "ID,Q1【<b>道路</b>】,Q1【=公園】\n1,1,1\n2,1,0\n3,0,1"

CASES = [
    Case(
        "google_form", text(GOOGLE), "回答.csv",
        good(
            questions=(
                ("年代", "single", "cell"),
                ("市の情報をどこで得ますか（あてはまるものすべて）", "multiple", "delimited"),
                ("満足度", "scale", "cell"),
                ("ご意見", "text", "cell"),
            ),
            counts={
                ("市の情報をどこで得ますか（あてはまるものすべて）", "市ホームページ"): 3,
                ("市の情報をどこで得ますか（あてはまるものすべて）", "テレビ（ニュース, 番組）"): 2,
                ("市の情報をどこで得ますか（あてはまるものすべて）", "LINE"): 4,
                ("満足度", "満足"): 2, ("満足度", "やや不満"): 1,
            },
            respondent=None,
        ),
    ),
    Case(
        "microsoft_forms_with_a_closing_delimiter", text(FORMS), "forms.csv",
        good(
            questions=(("使うサービス（複数選択）", "multiple", "delimited"), ("また使いたいですか", "single", "cell")),
            counts={("使うサービス（複数選択）", "市税の支払い"): 3, ("使うサービス（複数選択）", "図書館予約"): 3},
            respondent="ID",
        ),
    ),
    Case(
        "circles_in_cp932", text(CIRCLES, "cp932"), "circles.csv",
        good(
            questions=(("Q1", "multiple", "flags"), ("Q2", "scale", "cell")),
            counts={("Q1", "市報"): 3, ("Q1", "ホームページ"): 1, ("Q1", "その他"): 1, ("Q2", "知らない"): 2},
            bases={"Q1": 4, "Q2": 5},
            respondent="回答番号",
        ),
    ),
    Case(
        "boxes_that_hold_their_own_code", text(OWN_CODES), "own.csv",
        good(
            questions=(("Q1", "multiple", "flags"),),
            counts={("Q1", "選択肢1"): 2, ("Q1", "選択肢2"): 2, ("Q1", "選択肢3"): 1},
            bases={"Q1": 3}, respondent="No.",
        ),
    ),
    Case(
        "true_and_false", text(TRUTH), "truth.csv",
        good(
            questions=(("age_group", "single", "cell"), ("Q5", "multiple", "flags")),
            counts={("Q5", "選択肢1"): 2, ("Q5", "選択肢2"): 1},
            bases={"Q5": 3}, respondent="respondent_id",
        ),
    ),
    Case(
        "one_column_per_slot", text(SLOTS), "slots.csv",
        good(
            questions=(("力を入れてほしいこと", "limited", "slots"),),
            counts={("力を入れてほしいこと", each): 3 for each in ("子育て", "防災", "交通")},
            bases={"力を入れてほしいこと": 4},
        ),
    ),
    Case(
        "full_width_codes_and_reasons_for_no_answer", text(REASONS, "cp932"), "codes.csv",
        good(
            questions=(("Q1", "single", "cell"), ("Q2", "single", "cell")),
            counts={("Q1", "１"): 2, ("Q1", "２"): 1, ("Q1", "3"): 1, ("Q2", "1"): 3, ("Q2", "2"): 2},
            bases={"Q1": 4, "Q2": 5}, respondent="整理番号",
        ),
    ),
    Case(
        "codes_in_front_of_labels", text(NUMBERED), "numbered.csv",
        good(
            questions=(("Q1", "scale", "cell"),),
            counts={("Q1", "1.満足"): 2, ("Q1", "4.不満"): 1},
            bases={"Q1": 5},
        ),
    ),
    Case(
        "japanese_commas_between_answers", text(TOUTEN, "cp932"), "touten.csv",
        good(
            questions=(("困っていること（いくつでも）", "multiple", "delimited"),),
            counts={
                ("困っていること（いくつでも）", "道が暗い"): 2,
                ("困っていること（いくつでも）", "段差が多い"): 3,
                ("困っていること（いくつでも）", "バスが少ない"): 2,
                ("困っていること（いくつでも）", "特にない"): 1,
            },
            bases={"困っていること（いくつでも）": 5},
        ),
    ),
    Case(
        "a_grid_of_yes_and_no", text(GRID), "grid.csv",
        good(
            questions=(("Q7[手続きが早い]", "single", "cell"), ("Q7[説明が丁寧]", "single", "cell")),
            counts={("Q7[手続きが早い]", "はい"): 3, ("Q7[説明が丁寧]", "はい"): 1},
        ),
    ),
    Case(
        "ages_in_years", text(AGES), "ages.csv",
        good(
            questions=(
                ("性別", "single", "cell"),
                ("年齢", "numeric", "cell"),
                ("年齢（年代）", "single", "cell"),
                ("Q1", "single", "cell"),
            ),
            counts={("Q1", "a"): 3},
            groups={("Q1", "a", "female"): 1, ("Q1", "a", "age20s"): 1, ("Q1", "b", "age70s"): 1},
        ),
    ),
    Case(
        "half_width_kana", text(WIDTHS, "cp932"), "widths.csv",
        good(
            questions=(("使う端末", "single", "cell"),),
            counts={("使う端末", "スマートフォン"): 3, ("使う端末", "パソコン"): 2, ("使う端末", "タブレット"): 1},
        ),
    ),
    Case(
        "an_empty_column_and_an_empty_answer", text(BLANKS), "blanks.csv",
        good(
            questions=(("Q1", "single", "cell"), ("Q2", "multiple", "flags")),
            counts={("Q1", "a"): 1, ("Q2", "選択肢1"): 1},
            bases={"Q1": 2, "Q2": 3},
        ),
    ),
    Case(
        "a_workbook_with_numbers", book([["ID", "Q1", "利用回数", "weight"], [1, 1, 3, 1.2], [2, 2.0, 40, 0.8], [3, 1, 25, 1], [4, None, 100, 1]]),
        "book.xlsx",
        good(
            questions=(("Q1", "single", "cell"), ("利用回数", "numeric", "cell")),
            counts={("Q1", "1"): 2, ("Q1", "2"): 1}, bases={"Q1": 3},
            respondent="ID", weight="weight",
        ),
    ),
    Case(
        "spss_with_labels_and_missing_codes", sav, "answers.sav",
        good(
            questions=(("q1 Q1 満足度", "scale", "cell"), ("Q2", "multiple", "flags"), ("sex 性別", "single", "cell")),
            counts={("q1 Q1 満足度", "満足"): 2, ("q1 Q1 満足度", "普通"): 2, ("q1 Q1 満足度", "不満"): 1, ("Q2", "市報"): 3},
            groups={("q1 Q1 満足度", "普通", "female"): 2},
            bases={"q1 Q1 満足度": 5, "Q2": 6}, respondent="no 回答者番号", weight="weight ウエイト",
        ),
    ),
    Case("the_same_id_twice", text(DUPLICATES), "twice.csv", Bad("同じ回答者ID", row=3, column="ID")),
    Case("an_empty_id", text(NO_IDS), "no_id.csv", Bad("回答者IDが空", row=3, column="回答者ID")),
    Case("a_negative_weight", text(NEGATIVE), "negative.csv", Bad("0より小さい", row=3, column="ウエイト")),
    Case("a_word_as_weight", text(WORD_AS_WEIGHT), "word.csv", Bad("数値ではありません", row=3, column="ウエイト")),
    Case("more_than_allowed", text(TOO_MANY), "many.csv", Bad("それより多く", Severity.WARNING, row=2)),
    Case("none_with_others", text(NONE_AND_MORE), "none.csv", Bad("一緒に選ばれて", Severity.WARNING, row=2)),
    Case("html_in_labels", text(HTML), "html.csv", Bad("HTML", Severity.NOTE)),
    Case("a_formula_in_labels", text(HTML), "formula.csv", Bad("数式のように", Severity.NOTE)),
    *form_systems.CASES,
]  # fmt: skip
