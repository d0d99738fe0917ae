"""Codebooks (YAML, one file per wave) -> checked tables of questions, options, concepts, groups."""

from typing import Any

from narabe.sources.entries import Entry, listed, read
from narabe.sources.inputs import CODEBOOKS, place_of
from narabe.sources.tables import CheckedTable, Type, from_records

ANSWER_TYPES = ("single", "multiple", "limited", "scale", "numeric", "text")
BASE_RULES = ("all", "answered", "routed")
BASE_STATUSES = ("printed", "inferred")
LISTS = ("concepts", "groups")
FOLDER = place_of(CODEBOOKS)

QUESTION: dict[str, Type] = {
    "question_id": "text",
    "wave_id": "text",
    "concept_id": "text",
    "number": "text",
    "label_ja": "text",
    "label_en": "text",
    "answer_type": "text",
    "max_choices": "integer",
    "base": "integer",
    "base_status": "text",
    "base_rule": "text",
    "base_note_ja": "text",
    "base_note_en": "text",
    "options_complete": "boolean",
    "note_ja": "text",
    "note_en": "text",
}
OPTION: dict[str, Type] = {
    "question_id": "text",
    "option_id": "text",
    "option_order": "integer",
    "label_ja": "text",
    "label_en": "text",
    "is_net": "boolean",
    "part_of": "text",
}
CONCEPT: dict[str, Type] = {
    "concept_id": "text",
    "concept_order": "integer",
    "label_ja": "text",
    "label_en": "text",
    "question_ja": "text",
    "question_en": "text",
}
GROUP: dict[str, Type] = {
    "group_id": "text",
    "group_order": "integer",
    "label_ja": "text",
    "label_en": "text",
    "kind": "text",
}


def codebook_tables() -> list[CheckedTable]:
    """Questions and options of every wave, concepts and groups. Errors: Problem naming file, entry and field."""
    questions: list[dict[str, Any]] = []
    options: list[dict[str, Any]] = []
    for path in sorted(CODEBOOKS.glob("*.yml")):
        if path.stem in LISTS:
            continue
        book = Entry(path, read(path), None)
        for question in book.entries("questions", needed=True):
            questions.append(_question(book.text("wave"), question))
            options += _options(question)
    concepts = [_concept(entry) for entry in listed(CODEBOOKS / "concepts.yml")]
    groups = [_group(entry) for entry in listed(CODEBOOKS / "groups.yml")]
    return [
        from_records("questions", QUESTION, questions, FOLDER),
        from_records("options", OPTION, options, FOLDER),
        from_records("concepts", CONCEPT, concepts, FOLDER),
        from_records("groups", GROUP, groups, FOLDER),
    ]


def _question(wave: str, question: Entry) -> dict[str, Any]:
    base = question.group("base")
    return {
        "question_id": question.text("id"),
        "wave_id": wave,
        "concept_id": question.text("concept"),
        "number": question.optional_text("number"),
        **question.label("label"),
        "answer_type": question.text("type", ANSWER_TYPES),
        "max_choices": question.optional_integer("max_choices"),
        "base": base.optional_integer("count"),
        "base_status": base.optional_text("status", BASE_STATUSES),
        "base_rule": base.text("rule", BASE_RULES) if question.has("base") else None,
        **base.note("note", "base_note"),
        "options_complete": question.flag("options_complete"),
        **question.note("note", "note"),
    }


def _options(question: Entry) -> list[dict[str, Any]]:
    """Options in order; a part of a net names it, so that sums count neither twice."""
    options = list(question.entries("options"))
    known = tuple(option.text("id") for option in options)
    part_of = {part: net.text("id") for net in options for part in net.texts("net_of", known)}
    return [
        {
            "question_id": question.text("id"),
            "option_id": option.text("id"),
            "option_order": order,
            **option.label("label"),
            "is_net": option.has("net_of"),
            "part_of": part_of.get(option.text("id")),
        }
        for order, option in enumerate(options, start=1)
    ]


def _concept(entry: Entry) -> dict[str, Any]:
    return {
        "concept_id": entry.text("id"),
        "concept_order": entry.integer("order"),
        **entry.label("label"),
        **entry.label("question"),
    }


def _group(entry: Entry) -> dict[str, Any]:
    return {
        "group_id": entry.text("id"),
        "group_order": entry.integer("order"),
        "kind": entry.text("kind"),
        **entry.label("label"),
    }
