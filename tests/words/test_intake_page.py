"""The page for bringing in: every vocabulary has words, and what was found is said as a clerk would say it."""

from __future__ import annotations

from enum import StrEnum

import pytest

from narabe.model.answers_plan import AnswerType, Group, Layout, Missing
from narabe.model.imports import Counts, Effect
from narabe.model.intake import Detection, Fault, Format, Kind, Severity, SheetFound
from narabe.model.status import MetricKind
from narabe.model.text import Text, plain
from narabe.words import intake_page_sentences as say


@pytest.mark.parametrize(
    ("vocabulary", "table"),
    [
        (AnswerType, say.ANSWER_TYPE),
        (Effect, say.EFFECT),
        (Format, say.FORMAT),
        (Group, say.GROUP),
        (Kind, say.KIND),
        (Kind, say.KIND_SHORT),
        (Layout, say.LAYOUT),
        (MetricKind, say.METRIC_KIND),
        (Missing, say.MISSING),
        (Severity, say.SEVERITY),
        (Severity, say.SEVERITY_SHORT),
    ],
)
def test_every_member_has_words_of_its_own(vocabulary: type[StrEnum], table: dict[StrEnum, Text]) -> None:
    assert set(table) == set(vocabulary)
    assert (
        len({text.ja for text in table.values()}) == len({text.en for text in table.values()}) == len(table)
    )


def test_what_a_file_was_read_as() -> None:
    text = Detection(Format.DELIMITED, (SheetFound("", 1320, 24),), "cp932", False, ",", '"', "\r\n")
    assert say.found(text, "", 2).ja == (
        "テキスト（CSVなど）・Shift_JIS・区切りはカンマ（,）・見出しは2行目・1,320行×24列"
    )
    book = Detection(Format.WORKBOOK, (SheetFound("表紙", 3, 2), SheetFound("4月", 40, 8)))
    assert say.found(book, "4月", 3).en == "Excel workbook; sheet “4月”; header in row 3; 40 rows × 8 columns"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("cp932", "Shift_JIS"),
        ("shift_jis", "Shift_JIS"),
        ("utf-16-le", "UTF-16"),
        ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"),
        ("koi8-r", "koi8-r"),
    ],
)
def test_encodings_by_the_names_people_know(encoding: str, said: str) -> None:
    assert say.encoding(encoding).ja.startswith(said)


def test_the_place_of_a_problem() -> None:
    fault = Fault(Severity.ERROR, plain("x"), plain("y"), "月次", 1204, "4月", "#REF!")
    assert say.place(fault).ja == "シート「月次」・1,204行目・列「4月」・値「#REF!」"
    assert say.place(fault).en == "sheet “月次”, row 1,204, column “4月”, value “#REF!”"
    assert say.place(Fault(Severity.ERROR, plain("x"))).ja == ""


def test_figures_that_go_are_named_only_when_there_are_any() -> None:
    assert "なくなる" not in say.counted(Counts(3, 2, 1, 0, 0)).ja
    assert "なくなるもの 26" in say.counted(Counts(3, 2, 1, 0, 0, 26)).ja


@pytest.mark.parametrize(("count", "said"), [(999, "1KB"), (12_345, "12KB"), (52_000_000, "52.0MB")])
def test_sizes(count: int, said: str) -> None:
    assert say.size(count).ja == said


def test_only_severities_that_were_found_are_counted() -> None:
    assert say.faults_found(0, 1, 1_200).ja == "要確認 1件、お知らせ 1,200件。"
    assert say.faults_found(2, 0, 1).en == "2 to mend, 1 note."
    assert say.faults_found(0, 0, 0) == say.NO_FAULTS
