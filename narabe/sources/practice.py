"""data/practice: how fictional answers are made for practice, and which published figures they cannot give."""

from collections.abc import Iterator
from typing import Any

from narabe.sources.entries import Entry, read
from narabe.sources.inputs import PRACTICE, place_of
from narabe.sources.tables import CheckedTable, Type, from_records

RULE, LEFT_OUT = PRACTICE / "rule.yml", PRACTICE / "cannot_reproduce.yml"
TYPES = ("single", "multiple", "limited")

STEP: dict[str, Type] = {"version": "integer", "step_order": "integer", "step_ja": "text", "step_en": "text"}
DATASET: dict[str, Type] = {
    "dataset": "text",
    "dataset_order": "integer",
    "wave_id": "text",
    "title_ja": "text",
    "title_en": "text",
}
QUESTION: dict[str, Type] = {
    "dataset": "text",
    "question_order": "integer",
    "question_id": "text",
    "answer_type": "text",
    "everyone": "boolean",
    "rest_ja": "text",
    "rest_en": "text",
    "asked_question": "text",
    "asked_option": "text",
}
REASON: dict[str, Type] = {
    "reason_id": "text",
    "reason_order": "integer",
    "label_ja": "text",
    "label_en": "text",
    "why_ja": "text",
    "why_en": "text",
}
FIGURE: dict[str, Type] = {
    "place_order": "integer",
    "reason_id": "text",
    "wave_id": "text",
    "question_id": "text",
    "option_id": "text",
    "group_id": "text",
    "measure": "text",
    "document_id": "text",
    "section_id": "text",
    "what_ja": "text",
    "what_en": "text",
}
"""A figure by its ids, or what is missing in words with the section that would hold it."""


def practice_tables() -> list[CheckedTable]:
    """The rule in words, its datasets with their questions, and what it leaves out with the reasons.

    Errors: Problem naming file, entry and field.
    """
    rule = Entry(RULE, read(RULE), None)
    left_out = Entry(LEFT_OUT, read(LEFT_OUT), None)
    reasons = [_reason(entry, order) for order, entry in _numbered(left_out, "reasons")]
    known = tuple(reason["reason_id"] for reason in reasons)
    listed = [*_figures(left_out, known), *_others(left_out, known)]
    datasets = list(_numbered(rule, "datasets"))
    return [
        from_records("practice_steps", STEP, _steps(rule), place_of(RULE)),
        from_records("practice", DATASET, [_dataset(*each) for each in datasets], place_of(RULE)),
        from_records(
            "practice_questions",
            QUESTION,
            [row for _, each in datasets for row in _questions(each)],
            place_of(RULE),
        ),
        from_records("not_reproduced_reasons", REASON, reasons, place_of(LEFT_OUT)),
        from_records(
            "not_reproduced",
            FIGURE,
            [{"place_order": order, **row} for order, row in enumerate(listed, start=1)],
            place_of(LEFT_OUT),
        ),
    ]


def practice_names() -> tuple[str, ...]:
    """The names of the datasets that are made; nothing brought in may bear one. Errors: Problem."""
    return tuple(entry.text("id") for entry in Entry(RULE, read(RULE), None).entries("datasets", needed=True))


def _numbered(entry: Entry, field: str) -> Iterator[tuple[int, Entry]]:
    return enumerate(entry.entries(field, needed=True), start=1)


def _steps(rule: Entry) -> list[dict[str, Any]]:
    version = rule.integer("version")
    return [
        {"version": version, "step_order": order, "step_ja": step.text("ja"), "step_en": step.text("en")}
        for order, step in _numbered(rule, "steps")
    ]


def _dataset(order: int, entry: Entry) -> dict[str, Any]:
    return {
        "dataset": entry.text("id"),
        "dataset_order": order,
        "wave_id": entry.text("wave"),
        **entry.label("title"),
    }


def _questions(dataset: Entry) -> Iterator[dict[str, Any]]:
    for order, entry in _numbered(dataset, "questions"):
        asked = entry.group("asked_of") if entry.has("asked_of") else None
        yield {
            "dataset": dataset.text("id"),
            "question_order": order,
            "question_id": entry.text("id"),
            "answer_type": entry.optional_text("type", TYPES),
            "everyone": entry.flag("everyone"),
            **entry.note("rest", "rest"),
            "asked_question": asked.text("question") if asked else None,
            "asked_option": asked.text("option") if asked else None,
        }


def _reason(entry: Entry, order: int) -> dict[str, Any]:
    return {
        "reason_id": entry.text("id"),
        "reason_order": order,
        **entry.label("label"),
        **entry.label("why"),
    }


def _figures(left_out: Entry, reasons: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Figures of survey_results; their section is the one that prints them."""
    for _, entry in _numbered(left_out, "figures"):
        yield {
            "reason_id": entry.text("reason", reasons),
            "question_id": entry.text("question"),
            "option_id": entry.text("option"),
            "group_id": entry.optional_text("group") or "all",
            "measure": entry.optional_text("measure") or "share",
        }


def _others(left_out: Entry, reasons: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for entry in left_out.entries("others"):
        yield {
            "reason_id": entry.text("reason", reasons),
            "wave_id": entry.text("wave"),
            "question_id": entry.optional_text("question"),
            "document_id": entry.text("document"),
            "section_id": entry.text("section"),
            **entry.label("what"),
        }
