"""What a room answered, as tables and files: the numbers of the page, nothing of steps that stayed hidden."""

import csv
import io

from openpyxl import load_workbook

from narabe.export.csv_file import to_csv
from narabe.export.xlsx_file import to_xlsx
from narabe.model.room import Form
from narabe.model.room_results import GuessSum, OptionSum, RoomResults, StepResult
from narabe.model.text import Text, plain
from narabe.tables.room import results_table, step_table

NEWS = StepResult(
    0,
    plain("題"),
    Text("どれで知りましたか", "How did you hear?"),
    Form.SINGLE,
    8,
    5,
    options=(OptionSum(plain("紙"), 1, 0.125), OptionSum(plain("LINE"), 7, 0.875)),
)
GUESS = StepResult(
    2, plain("題"), Text("何％?", "What %?"), Form.NUMBER, 6, guess=GuessSum(10, 27.5, 40.25, plain("%"))
)
FEW = StepResult(3, plain("題"), Text("ひとり", "Alone"), Form.SINGLE, too_few=True)
WISH = StepResult(4, plain("題"), Text("ひとこと", "A word"), Form.TEXT, 5, texts=("=1+1", "窓口"))
ROOM = RoomResults("ABC234", Text("小さな会", "A small one"), (NEWS, GUESS, FEW, WISH))


def test_the_csv_has_one_line_per_option_guess_and_text() -> None:
    rows = list(csv.reader(io.StringIO(to_csv(results_table(ROOM), "ja").decode("utf-8-sig"))))
    assert rows == [
        [
            "画面番号",
            "会場への質問",
            "回答者数",
            "うち挙手",
            "選択肢・内容",
            "人数",
            "割合（%）",
            "予想の値",
            "単位",
        ],
        ["1", "どれで知りましたか", "8", "5", "紙", "1", "12.5", "", ""],
        ["1", "どれで知りましたか", "8", "5", "LINE", "7", "87.5", "", ""],
        ["3", "何％?", "6", "0", "下から4分の1の予想", "", "", "10", "%"],
        ["3", "何％?", "6", "0", "予想の中央値", "", "", "27.5", "%"],
        ["3", "何％?", "6", "0", "上から4分の1の予想", "", "", "40.25", "%"],
        ["4", "ひとり", "", "", "会場の回答が5人未満のため、表示しません。", "", "", "", ""],
        ["5", "ひとこと", "5", "0", "'=1+1", "", "", "", ""],
        ["5", "ひとこと", "5", "0", "窓口", "", "", "", ""],
    ]


def test_the_workbook_says_that_a_room_is_no_sample() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx(results_table(ROOM), "en"))).active
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "Results of the session: A small one" in cells
    assert any("A room is not a sample" in cell for cell in cells)
    assert any("Only steps that were revealed" in cell for cell in cells)
    assert 87.5 in [cell.value for row in sheet.iter_rows() for cell in row]


def test_a_table_of_one_step_has_the_columns_it_needs() -> None:
    keys = [[column.key for column in step_table(ROOM, step).columns] for step in ROOM.steps]
    assert keys == [
        ["item", "count", "share"],
        ["item", "value", "unit"],
        ["item", "count", "share"],
        ["item"],
    ]
    assert step_table(ROOM, NEWS).rows[0] == (plain("紙"), 1, 12.5)


def test_no_approved_text_is_told() -> None:
    none = StepResult(4, plain("題"), plain("ひとこと"), Form.TEXT, 5)
    assert len(step_table(ROOM, none).rows) == 1
