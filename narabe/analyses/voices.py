"""What did people say, and who were they?"""

from dataclasses import replace

from narabe.analyses.rows import Row, optional_text, source, text
from narabe.model.text import Text
from narabe.model.voices import (
    AgeRow,
    Heard,
    Occasion,
    OccasionKind,
    Precision,
    Speaker,
    Stage,
    Theme,
    ThemeVoices,
    Voice,
    VoiceBoard,
)
from narabe.warehouse import Warehouse
from narabe.words import voices_sentences as say

SURVEY, COMMENTS = "net2021", "comments_2021"
"""The survey whose printed comments name sex and age, and the occasion of these comments."""
STAFF_INTERVIEWED = ("d73",)
"""Entries of the register about who was interviewed."""
AGES = tuple(f"age{decade}0s" for decade in range(1, 9))


def voice_board(warehouse: Warehouse, speaker: Speaker | None = None) -> VoiceBoard:
    """Every remark of one sort of people, or of all, under its theme, the theme with most remarks first."""
    places = {occasion.occasion_id: occasion for occasion in occasions(warehouse)}
    every = [_voice(row, places) for row in warehouse.ask("voices")]
    voices = [voice for voice in every if speaker in (None, voice.occasion.speaker)]
    themes = [
        ThemeVoices(about, tuple(voice for voice in voices if voice.theme_id == about.theme_id))
        for about in (theme(row) for row in warehouse.ask("themes"))
    ]
    board = VoiceBoard(
        themes=tuple(sorted((t for t in themes if t.voices), key=lambda t: -len(t.voices))),
        occasions=tuple(place for place in places.values() if speaker in (None, place.speaker)),
        whole=len(every),
        speaker=speaker,
        notes=say.BOARD_NOTES,
        build_id=warehouse.build_id,
    )
    return replace(board, sentence=say.board(board))


def occasions(warehouse: Warehouse) -> tuple[Occasion, ...]:
    """Where people were heard, earliest first."""
    return tuple(
        Occasion(
            row["occasion_id"],
            OccasionKind(row["kind"]),
            Speaker(row["cohort"]),
            text(row, "who"),
            row["date"],
            Precision(row["precision"]),
            row["people"],
            row["remarks"],
            optional_text(row, "note"),
            source(row),
        )
        for row in warehouse.ask("occasions")
    )


def heard(warehouse: Warehouse) -> Heard:
    """From those invited to the comments in print: men and women, and ages where they are printed."""
    rows = {
        (row["population"], row["sex"], row["age"]): row for row in warehouse.ask("respondents", wave=SURVEY)
    }
    counts = {key: row["count"] for key, row in rows.items()}
    places = occasions(warehouse)
    comments = next(occasion for occasion in places if occasion.occasion_id == COMMENTS)
    voices = [v for v in voice_board(warehouse).voices if v.occasion.occasion_id == COMMENTS]
    men, women = (sum(voice.sex == sex for voice in voices) for sex in ("male", "female"))
    stages = (
        _everyone(say.INVITED, rows, "invited"),
        _everyone(say.ANSWERED, rows, "answered"),
        Stage(say.WROTE, comments.people or 0, None, None, comments.source),
        Stage(say.PRINTED, men + women, men, women, comments.source, _is_small(men + women, warehouse)),
    )
    result = Heard(
        stages=stages,
        ages=tuple(_age(age, counts, voices) for age in AGES),
        occasions=places,
        notes=say.heard_notes(stages[2].total, stages[3].total),
        discrepancies=STAFF_INTERVIEWED,
        build_id=warehouse.build_id,
    )
    return replace(result, sentence=say.heard(result))


def _voice(row: Row, places: dict[str, Occasion]) -> Voice:
    return Voice(
        row["voice_id"],
        row["theme_id"],
        text(row, "gist"),
        places[row["occasion_id"]],
        row["sex"],
        row["age"],
        source(row),
    )


def theme(row: Row) -> Theme:
    """A row of the report `themes`."""
    return Theme(
        row["theme_id"],
        row["theme_order"],
        text(row, "label"),
        row["concept_id"],
        row["option_id"],
        optional_text(row, "option"),
    )


def _everyone(label: Text, rows: dict[tuple[str, str, str], Row], population: str) -> Stage:
    """All, men and women of those invited or of those who answered."""
    everyone, men, women = (rows[population, sex, "all"] for sex in ("all", "male", "female"))
    return Stage(label, everyone["count"], men["count"], women["count"], source(everyone))


def _is_small(base: int, warehouse: Warehouse) -> bool:
    return base < warehouse.settings.small_base


def _age(age: str, counts: dict[tuple[str, str, str], int], voices: list[Voice]) -> AgeRow:
    answered = (counts["answered", "male", age], counts["answered", "female", age])
    men, women = (sum((v.sex, v.age) == (sex, age) for v in voices) for sex in ("male", "female"))
    return AgeRow(age, answered, (men, women))
