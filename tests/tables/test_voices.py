"""The tables of the voices page say what the analyses found."""

from narabe.analyses.echo import echo
from narabe.analyses.history import history
from narabe.analyses.voices import heard, voice_board
from narabe.export import cells
from narabe.model.table import Cell, Table
from narabe.model.text import Text
from narabe.tables import history as history_tables
from narabe.tables import voices as tables
from narabe.warehouse import Warehouse


def records(table: Table) -> list[dict[str, Cell]]:
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def japanese(cell: Cell) -> str:
    assert isinstance(cell, Text)
    return cell.ja


def test_columns_are_unique_and_in_both_languages(warehouse: Warehouse) -> None:
    board, result, past = voice_board(warehouse), heard(warehouse), history(warehouse)
    found = echo(warehouse, "divide")
    assert found is not None
    for table in (
        tables.themes(board),
        tables.voices(board, board.voices),
        tables.echo(found),
        tables.stages(result),
        tables.ages(result),
        tables.occasions(result.occasions, result.build_id),
        history_tables.periods(past),
        history_tables.events(past),
    ):
        for names in (cells.header(table, "ja"), cells.header(table, "en")):
            assert len(set(names)) == len(names), (table.name, names)
        assert {len(row) for row in table.rows} == {len(table.columns)}
        assert table.sources


def test_themes_add_up(warehouse: Warehouse) -> None:
    rows = records(tables.themes(voice_board(warehouse)))
    people = ("monitor", "student", "older", "firm", "staff")
    assert all(sum(int(str(row[key])) for key in people) == row["remarks"] for row in rows)
    assert sum(int(str(row["staff"])) for row in rows) == 9
    assert sum(int(str(row["remarks"])) for row in rows) == 103


def test_ages_show_counts_and_shares(warehouse: Warehouse) -> None:
    rows = {(japanese(r["age"]), japanese(r["sex"])): r for r in records(tables.ages(heard(warehouse)))}
    row = rows["40代", "女性"]
    assert (row["answered"], row["printed"]) == (62, 1)
    assert round(float(str(row["answered_share"])), 1) == 19.0  # 62 / 326
    assert round(float(str(row["printed_share"])), 1) == 8.3  # 1 / 12


def test_dates_are_as_precise_as_print(warehouse: Warehouse) -> None:
    past = records(history_tables.events(history(warehouse, find="コンビニ交付")))
    assert [japanese(row["when"]) for row in past] == ["2015年度", "2016年"]
    places = records(tables.occasions(heard(warehouse).occasions, ""))
    assert {"2021年9月14日", "2021年9月", "日付の記載なし（計画は2026年3月）"} <= {
        japanese(row["when"]) for row in places
    }


def test_notes_on_occasions_stand_below_the_table(warehouse: Warehouse) -> None:
    notes = tables.occasions(heard(warehouse).occasions, "").notes
    assert [note.ja.partition("：")[0] for note in notes] == [
        "ネットモニター（問11 自由記述）",
        "ネットモニター（問5〜10「その他」の記入）",
    ]


def test_rows_of_one_event_carry_a_mark(warehouse: Warehouse) -> None:
    past = records(history_tables.events(history(warehouse, find="コンビニ交付")))
    assert [japanese(row["counting"]) for row in past] == [
        "2016年と同じ（数える）",
        "2015年度と同じ（数えない）",
    ]


def test_a_row_without_its_others_is_counted(warehouse: Warehouse) -> None:
    """The main volume opens the maps in FY2006, the appendix in FY2008."""
    past = records(history_tables.events(history(warehouse, find="2006 地理情報")))
    assert [japanese(row["counting"]) for row in past] == ["2008年度と同じ（数える）"]


def test_teenagers_have_a_name(warehouse: Warehouse) -> None:
    first = records(tables.ages(heard(warehouse)))[0]["age"]
    assert first == Text("10代", "Teens")


def test_a_period_counts_each_category(warehouse: Warehouse) -> None:
    past = history(warehouse)
    rows = records(history_tables.periods(past))
    assert rows[0]["years"] == "1960–1964"
    # 1964: computers come in, and one batch of taxes
    assert (rows[0]["infrastructure"], rows[0]["internal"], rows[0]["security"]) == (1, 1, 0)
