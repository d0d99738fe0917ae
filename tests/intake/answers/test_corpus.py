"""Every file of answers in the corpus, from its bytes to its counts."""

from pathlib import Path

import pytest

from narabe.intake.answers import convert, propose
from narabe.intake.coded_books import book_of
from narabe.intake.converted import Converted
from narabe.intake.reading import guess_kind, open_file, workbench
from narabe.model.answers_plan import AnswersPlan
from narabe.model.intake import Kind, Raw
from tests.intake.corpus.answers import CASES
from tests.intake.corpus.case import Bad, Case, Good


def taken(case: Case, folder: Path) -> tuple[Raw, AnswersPlan, Converted]:
    path = folder / "original"
    path.write_bytes(case.make())
    incoming = open_file(path, case.file_name, case.options, case.limits)
    assert guess_kind(incoming.sheets(100)) is Kind.ANSWERS
    with workbench(folder) as work:
        raw = incoming.bulk(work)
        books = (book_of(incoming.codes),) if incoming.codes else ()
        plan = propose(work, raw, books, "corpus2025")
        return raw, plan, convert(work, raw, plan, folder, case.limits)


def counted(plan: AnswersPlan, made: Converted) -> dict[tuple[str, str, str], tuple[float, int]]:
    """(header, option, group) -> (respondents, base)."""
    headers = {f"in_corpus2025__{q.question_id}": q.header for q in plan.questions}
    labels = {
        (f"in_corpus2025__{q.question_id}", o.option_id): o.label.ja
        for q in plan.questions
        for o in q.options
    }
    (results,) = [table for table in made.tables if table.name == "survey_results"]
    return {
        (headers[row["question_id"]], labels[row["question_id"], row["option_id"]], row["group_id"]): (
            row["value"],
            row["base"],
        )
        for row in results.records()
        if row["measure"] == "count"
    }


@pytest.mark.parametrize(
    "case", [each for each in CASES if isinstance(each.expect, Good)], ids=lambda case: case.name
)
def test_a_messy_file_gives_the_counts_that_are_in_it(case: Case, tmp_path: Path) -> None:
    assert isinstance(case.expect, Good)
    raw, plan, made = taken(case, tmp_path)
    wanted = case.expect.expected
    assert [(f.row, f.column, f.value, f.message.ja) for f in made.faults if f.severity == "error"] == []
    if "questions" in wanted:
        assert tuple((q.header, q.answer_type, q.layout) for q in plan.questions) == wanted["questions"]
    headers = {column.name: column.header for column in raw.columns}
    for role, name in (("respondent", plan.respondent), ("weight", plan.weight)):
        if role in wanted:
            assert headers.get(name or "") == wanted[role]
    found = counted(plan, made)
    for (header, option), count in wanted.get("counts", {}).items():
        assert found[header, option, "all"][0] == count, (header, option)
    for key, count in wanted.get("groups", {}).items():
        assert found[key][0] == count, key
    for header, base in wanted.get("bases", {}).items():
        assert {value[1] for key, value in found.items() if key[0] == header and key[2] == "all"} == {base}


@pytest.mark.parametrize(
    "case", [each for each in CASES if isinstance(each.expect, Bad)], ids=lambda case: case.name
)
def test_what_is_wrong_is_said_where_it_stands(case: Case, tmp_path: Path) -> None:
    assert isinstance(case.expect, Bad)
    _, _, made = taken(case, tmp_path)
    places = [
        (fault.row, fault.column)
        for fault in made.faults
        if case.expect.message_part_ja in fault.message.ja and fault.severity is case.expect.severity
    ]
    assert places, [fault.message.ja for fault in made.faults]
    if case.expect.row is not None:
        assert case.expect.row in [row for row, _ in places]
    if case.expect.column is not None:
        assert case.expect.column in [column for _, column in places]
    assert made.refused is (case.expect.severity == "error")
