"""Problems of one kind are told as one line, with how often and where first."""

from __future__ import annotations

from narabe.model.intake import Fault, Severity
from narabe.model.text import Text
from narabe.words.fault_kinds import kinds

UNKNOWN, MEND = Text("選択肢にない値です。", "No such option."), Text("直してください。", "Mend it.")


def unknown(row: int, column: str, value: str = "9") -> Fault:
    return Fault(Severity.ERROR, UNKNOWN, MEND, "回答", row, column, value)


def test_the_same_message_of_one_column_is_one_kind() -> None:
    found = [unknown(row, "年代") for row in (2, 5, 9, 12, 40)]
    (kind,) = kinds(found)
    assert kind.faults == tuple(found)
    assert (kind.count.ja, kind.count.en) == ("5か所", "5 places")
    assert kind.places.ja == "シート「回答」・列「年代」・値「9」・2行目、5行目、9行目 ほか2か所"
    assert kind.places.en == "sheet “回答”, column “年代”, value “9”: row 2; row 5; row 9 and 2 more"


def test_what_differs_stands_at_each_place() -> None:
    (kind,) = kinds([unknown(2, "年代", "9"), unknown(5, "年代", "abc")])
    assert kind.places.ja == "シート「回答」・列「年代」・2行目・値「9」、5行目・値「abc」"


def test_a_single_fault_says_its_place_as_ever() -> None:
    (kind,) = kinds([unknown(2, "年代")])
    assert (kind.count.ja, kind.places.ja) == ("", "シート「回答」・2行目・列「年代」・値「9」")


def test_columns_are_kinds_of_their_own_until_there_are_many() -> None:
    three = [unknown(row, column) for column in "ABC" for row in (2, 3)]
    assert [len(kind.faults) for kind in kinds(three)] == [2, 2, 2]
    four = [*three, unknown(2, "D")]
    (kind,) = kinds(four)
    assert len(kind.faults) == 7
    assert (
        kind.places.ja == "シート「回答」・値「9」・2行目・列「A」、3行目・列「A」、2行目・列「B」 ほか4か所"
    )


def test_another_message_or_severity_is_another_kind() -> None:
    other = Fault(Severity.WARNING, UNKNOWN, MEND, "回答", 3, "年代", "9")
    empty = Fault(Severity.ERROR, Text("空です。", "Empty."), MEND, "回答", 4, "年代")
    assert [kind.faults for kind in kinds([unknown(2, "年代"), other, empty])] == [
        (unknown(2, "年代"),),
        (other,),
        (empty,),
    ]


def test_faults_of_the_whole_file_have_no_place() -> None:
    (kind,) = kinds([Fault(Severity.NOTE, UNKNOWN)] * 2)
    assert (kind.count.ja, kind.places.ja) == ("2か所", "")
