"""Codebooks (YAML, one file per wave) -> checked tables of questions, options, concepts, groups."""

from pathlib import Path
from typing import Any

import yaml

from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.settings import ROOT
from narabe.sources.inputs import CODEBOOKS
from narabe.sources.tables import CheckedTable, Type, from_records

ANSWER_TYPES = {"single", "multiple", "limited", "numeric", "text"}
BASE_RULES = {"all", "answered", "routed"}
LISTS = ("concepts", "groups")

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
    """Questions and options of every wave, concepts and groups. Errors: Problem naming file and question."""
    questions: list[dict[str, Any]] = []
    options: list[dict[str, Any]] = []
    for path in sorted(CODEBOOKS.glob("*.yml")):
        if path.stem in LISTS:
            continue
        book = _read(path)
        for question in _field(path, book, "questions", "codebook"):
            questions.append(_question(path, _field(path, book, "wave", "codebook"), question))
            options += _options(path, question)
    concepts = [
        {
            "concept_id": entry["id"],
            "concept_order": entry["order"],
            **_label(entry, "label"),
            **_label(entry, "question"),
        }
        for entry in _read(CODEBOOKS / "concepts.yml")
    ]
    groups = [
        {
            "group_id": entry["id"],
            "group_order": entry["order"],
            "kind": entry["kind"],
            **_label(entry, "label"),
        }
        for entry in _read(CODEBOOKS / "groups.yml")
    ]
    return [
        from_records("questions", QUESTION, questions),
        from_records("options", OPTION, options),
        from_records("concepts", CONCEPT, concepts),
        from_records("groups", GROUP, groups),
    ]


def _read(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise _problem(path, str(error).splitlines()[0]) from error


def _question(path: Path, wave: str, question: dict[str, Any]) -> dict[str, Any]:
    name = _field(path, question, "id", "question")
    kind, base = _field(path, question, "type", name), question.get("base") or {}
    if kind not in ANSWER_TYPES:
        raise _problem(path, f"{name}: type = {kind!r}; {sorted(ANSWER_TYPES)}")
    if base and base.get("rule") not in BASE_RULES:
        raise _problem(path, f"{name}: base.rule = {base.get('rule')!r}; {sorted(BASE_RULES)}")
    note, base_note = question.get("note") or {}, base.get("note") or {}
    return {
        "question_id": name,
        "wave_id": wave,
        "concept_id": _field(path, question, "concept", name),
        "number": question.get("number"),
        **_label(question, "label"),
        "answer_type": kind,
        "max_choices": question.get("max_choices"),
        "base": base.get("count"),
        "base_status": base.get("status"),
        "base_rule": base.get("rule"),
        "base_note_ja": base_note.get("ja"),
        "base_note_en": base_note.get("en"),
        "options_complete": bool(question.get("options_complete")),
        "note_ja": note.get("ja"),
        "note_en": note.get("en"),
    }


def _options(path: Path, question: dict[str, Any]) -> list[dict[str, Any]]:
    entries = question.get("options") or []
    return [
        {
            "question_id": question["id"],
            "option_id": _field(path, option, "id", question["id"]),
            "option_order": order,
            **_label(option, "label"),
            "is_net": "net_of" in option,
        }
        for order, option in enumerate(entries, start=1)
    ]


def _label(entry: dict[str, Any], name: str) -> dict[str, str | None]:
    label = entry.get(name) or {}
    return {f"{name}_ja": label.get("ja"), f"{name}_en": label.get("en")}


def _field(path: Path, entry: dict[str, Any], name: str, where: str) -> Any:
    if not isinstance(entry, dict) or entry.get(name) in (None, ""):
        raise _problem(path, f"{where}: {name} ?")
    return entry[name]


def _problem(path: Path, what: str) -> Problem:
    place = path.relative_to(ROOT).as_posix()
    return Problem(
        Text(f"コードブック {place} を読めません：{what}", f"Cannot read codebook {place}: {what}"),
        Text(
            "書式は data/codebooks の他のファイルに合わせてください。",
            "Follow the form of the other files there.",
        ),
    )
