"""The answers as input tables: the survey, its questions, and counts of every answer."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from typing import Any

from narabe.intake.answers.results import ALL, People, Tally
from narabe.intake.answers.soundness import CHOICES, SEVERAL
from narabe.model.answers_file import question_of, wave_of
from narabe.model.answers_plan import AnswersPlan, Group, Missing, QuestionPlan, WavePlan
from narabe.sources import CheckedTable
from narabe.sources.codebooks import CONCEPT, OPTION, QUESTION
from narabe.sources.shapes import RESPONDENTS, RESULTS, SECTIONS, WAVES
from narabe.sources.tables import from_records
from narabe.words import answers_sentences as say

SECTION = "s1"
AFTER_PUBLISHED = 1000
"""New concepts stand behind those of data/codebooks."""


class Writer:
    """Rows of every table for one wave."""

    def __init__(self, plan: AnswersPlan, sheet: str, people: People) -> None:
        self._plan, self._sheet, self._people = plan, sheet, people
        self._wave = wave_id(plan.wave)

    def tables(
        self,
        tallies: Mapping[str, Mapping[str, Tally]],
        reasons: Mapping[str, Mapping[Missing, int]],
    ) -> tuple[CheckedTable, ...]:
        """All tables; `tallies` and `reasons` by question id."""
        questions = self._plan.questions
        return (
            from_records("sections", SECTIONS, [self._section()]),
            from_records("waves", WAVES, [self._survey()]),
            from_records(
                "questions",
                QUESTION,
                (self._question(q, tallies[q.question_id], reasons[q.question_id]) for q in questions),
            ),
            from_records("options", OPTION, (row for q in questions for row in self._options(q))),
            from_records("concepts", CONCEPT, self._concepts()),
            from_records("respondents", RESPONDENTS, self._respondents()),
            from_records(
                "survey_results",
                RESULTS,
                (row for q in questions if counted(q) for row in self._results(q, tallies[q.question_id])),
            ),
        )

    def _section(self) -> dict[str, Any]:
        title = self._plan.wave.title
        return {
            "section_id": SECTION,
            "heading_ja": self._sheet or title.ja,
            "heading_en": self._sheet or title.en,
            "order": 1,
        }

    def _survey(self) -> dict[str, Any]:
        wave, note = self._plan.wave, say.counted_from(self._people.total)
        year = wave.field_start.year if wave.field_start else None
        series, short = (wave.title, None) if year else (say.SERIES, wave.title)
        return {
            "wave_id": self._wave,
            "order": int(f"{wave.field_start:%Y%m%d}") if wave.field_start else AFTER_PUBLISHED,
            "title_ja": wave.title.ja,
            "title_en": wave.title.en,
            "series_ja": series.ja,
            "series_en": series.en,
            "short_ja": short.ja if short else f"{year}年",
            "short_en": short.en if short else str(year),
            "population_ja": wave.population.ja or wave.title.ja,
            "population_en": wave.population.en or wave.title.en,
            "field_start": wave.field_start,
            "field_end": wave.field_end or wave.field_start,
            "field_precision": precision(wave),
            "answered": self._people.total,
            "base_status": "printed",
            "section": SECTION,
            "note_ja": note.ja,
            "note_en": note.en,
            "same_as": wave.same_as,
        }

    def _question(
        self, question: QuestionPlan, tallies: Mapping[str, Tally], reasons: Mapping[Missing, int]
    ) -> dict[str, Any]:
        left = [reasons.get(each, 0) for each in (Missing.NO_ANSWER, Missing.NOT_APPLICABLE, Missing.INVALID)]
        note = say.base_note(*left)
        base = tallies[ALL].base if ALL in tallies else self._people.total - sum(left)
        return {
            "question_id": self._id(question),
            "wave_id": self._wave,
            "concept_id": self._concept_id(question),
            "number": question.header,
            "label_ja": question.label.ja,
            "label_en": question.label.en,
            "answer_type": str(question.answer_type),
            "max_choices": question.max_choices,
            "base": base,
            "base_status": "printed",
            "base_rule": rule(left[1], sum(left)),
            "base_note_ja": note.ja if note else None,
            "base_note_en": note.en if note else None,
            "options_complete": True,
        }

    def _options(self, question: QuestionPlan) -> Iterator[dict[str, Any]]:
        for order, option in enumerate(question.options, start=1):
            yield {
                "question_id": self._id(question),
                "option_id": option.option_id,
                "option_order": order,
                "label_ja": option.label.ja,
                "label_en": option.label.en,
                "is_net": False,
            }

    def _concepts(self) -> Iterator[dict[str, Any]]:
        """A concept of its own for every counted question that shares none."""
        for order, question in enumerate(self._plan.questions, start=AFTER_PUBLISHED):
            if counted(question) and question.concept_id is None:
                yield {
                    "concept_id": self._concept_id(question),
                    "concept_order": order,
                    "label_ja": question.label.ja,
                    "label_en": question.label.en,
                    "question_ja": question.label.ja,
                    "question_en": question.label.en,
                }

    def _respondents(self) -> Iterator[dict[str, Any]]:
        """How many answered, by sex, by age and by both, as far as they are known."""
        counts: dict[tuple[str, str], int] = {(ALL, ALL): self._people.total}
        for sex, age, count in self._people.cells:
            for place in ((sex, ALL), (ALL, age), (sex, age)):
                if place[0] and place[1]:
                    counts[place[0], place[1]] = counts.get((place[0], place[1]), 0) + count
        for (sex, age), count in sorted(counts.items()):
            yield {
                "wave_id": self._wave,
                "population": "answered",
                "sex": sex,
                "age": age,
                "count": count,
                "section": SECTION,
            }

    def _results(self, question: QuestionPlan, tallies: Mapping[str, Tally]) -> Iterator[dict[str, Any]]:
        for group, tally in tallies.items():
            for option in question.options:
                if not tally.base or (
                    option.option_id not in tally.counts and question.answer_type in SEVERAL
                ):
                    continue
                row = {
                    "wave_id": self._wave,
                    "question_id": self._id(question),
                    "option_id": option.option_id,
                    "group_id": group,
                    "base": tally.base,
                    "base_status": "printed",
                    "status": "computed",
                    "section": SECTION,
                }
                count = tally.counts.get(option.option_id, 0)
                yield {**row, "measure": "count", "value": float(count), "decimals": 0, "unit": "人"}
                if tally.weighted_base:
                    share = 100 * tally.weighted.get(option.option_id, 0) / tally.weighted_base
                    note = {"note_ja": say.WEIGHTED.ja, "note_en": say.WEIGHTED.en}
                    yield {**row, "measure": "share", "value": share, "decimals": 1, "unit": "%", **note}

    def _id(self, question: QuestionPlan) -> str:
        return question_id(self._plan.wave, question.question_id)

    def _concept_id(self, question: QuestionPlan) -> str | None:
        if not counted(question):
            return None
        return question.concept_id or self._id(question)


def wave_id(wave: WavePlan) -> str:
    """The id of an imported wave."""
    return wave_of(wave.dataset)


def question_id(wave: WavePlan, own: str) -> str:
    """The id of an imported question in figures."""
    return question_of(wave.dataset, own)


def counted(question: QuestionPlan) -> bool:
    """Questions whose answers become figures: choices. Sex and age are told by the respondents instead."""
    grouping = question.group in (Group.SEX, Group.AGE) and all(
        option.group_id for option in question.options
    )
    return question.answer_type in (*CHOICES, *SEVERAL) and not grouping


def precision(wave: WavePlan) -> str:
    """How exact the field period is: a whole year, whole months, or days."""
    start, end = wave.field_start, wave.field_end or wave.field_start
    if start is None or end is None:
        return "day"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return "year"
    return "month" if start.day == 1 and end.day == monthrange(end.year, end.month)[1] else "day"


def rule(not_applicable: int, missing: int) -> str:
    """Who the base of a question is (`sources.codebooks.BASE_RULES`)."""
    return "routed" if not_applicable else "answered" if missing else "all"
