"""What a room answered as input tables: a wave of its own with counts, for the questions that surveys ask too."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from narabe.model.room import Form
from narabe.model.room_results import RoomResults, StepResult
from narabe.sources import CheckedTable
from narabe.sources.codebooks import OPTION, QUESTION
from narabe.sources.shapes import RESULTS, SECTIONS, WAVES
from narabe.sources.tables import from_records
from narabe.words import room_wave_sentences as say
from narabe.words.remark_sentences import JAPAN

SECTION = "s1"


def room_tables(results: RoomResults, held: datetime) -> tuple[CheckedTable, ...]:
    """The tables of a room of that day. Of a question asked twice the last answers count."""
    wave = dataset_of(results)
    steps = {step.concept: step for step in results.steps if step.beside_surveys}.values()
    section = {
        "section_id": SECTION,
        "heading_ja": results.title.ja,
        "heading_en": results.title.en,
        "order": 1,
    }
    return (
        from_records("sections", SECTIONS, [section]),
        from_records("waves", WAVES, [_wave(wave, held)]),
        from_records("questions", QUESTION, (_question(wave, step) for step in steps)),
        from_records("options", OPTION, (row for step in steps for row in _options(wave, step))),
        from_records("survey_results", RESULTS, (row for step in steps for row in _results(wave, step))),
    )


def dataset_of(results: RoomResults) -> str:
    """The name of a room among the imports."""
    return f"room_{results.code.lower()}"


def _wave(wave: str, held: datetime) -> dict[str, Any]:
    title, day = say.title(held), held.astimezone(JAPAN).date()
    return {
        "wave_id": wave,
        "order": int(f"{day:%Y%m%d}"),
        **_both("title", title),
        **_both("series", title),
        **_both("short", title),
        **_both("population", say.POPULATION),
        "field_start": day,
        "field_end": day,
        "field_precision": "day",
        "base_status": "printed",
        "section": SECTION,
        **_both("note", say.NOTE),
    }


def _question(wave: str, step: StepResult) -> dict[str, Any]:
    several = "limited" if step.most else "multiple"
    return {
        "question_id": _id(wave, step),
        "wave_id": wave,
        "concept_id": step.concept,
        "number": str(step.step + 1),
        **_both("label", step.asked),
        "answer_type": several if step.form is Form.MULTIPLE else step.form.value,
        "max_choices": step.most,
        "base": step.base,
        "base_status": "printed",
        "base_rule": "answered",
        "options_complete": True,
        **_both("note", say.NOTE),
    }


def _options(wave: str, step: StepResult) -> Iterator[dict[str, Any]]:
    for order, option in enumerate(step.options, start=1):
        yield {
            "question_id": _id(wave, step),
            "option_id": option.option_id,
            "option_order": order,
            **_both("label", option.label),
            "is_net": False,
        }


def _results(wave: str, step: StepResult) -> Iterator[dict[str, Any]]:
    for option in step.options:
        yield {
            "wave_id": wave,
            "question_id": _id(wave, step),
            "option_id": option.option_id,
            "group_id": "all",
            "measure": "count",
            "value": float(option.count),
            "decimals": 0,
            "unit": "人",
            "base": step.base,
            "base_status": "printed",
            "status": "computed",
            "section": SECTION,
        }


def _id(wave: str, step: StepResult) -> str:
    return f"{wave}_{step.concept}"


def _both(field: str, said: Any) -> dict[str, str]:
    return {f"{field}_ja": said.ja, f"{field}_en": said.en}
