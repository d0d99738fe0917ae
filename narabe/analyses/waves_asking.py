"""Everybody who asks one question: published waves, and answers that were brought in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from narabe.analyses.cohorts import cohorts
from narabe.analyses.crosstab import crosstab
from narabe.analyses.rows import Row, source, text
from narabe.analyses.wave_columns import WaveColumn, crossed_column, published_column
from narabe.model.answers_file import question_of, wave_of
from narabe.model.comparison import Cohort
from narabe.model.crosstab import Base, CrossAsk, Net, Recode
from narabe.model.source import Source
from narabe.model.status import Origin
from narabe.model.survey import ONE_ANSWER, Survey, SurveyQuestion
from narabe.warehouse import Warehouse
from narabe.warehouse.answers import Answers
from narabe.words import crossed_waves_sentences as say

ALL = "all"
Opening = Callable[[str], Answers]


@dataclass(frozen=True)
class Waves:
    """Everybody who asks one question."""

    warehouse: Warehouse
    concept: str
    opening: Opening

    @property
    def questions(self) -> dict[str, Row]:
        """By wave, in order of time."""
        asked = self.warehouse.ask("concept_questions", concept=self.concept)
        return {row["wave_id"]: row for row in asked}

    @property
    def figures(self) -> list[Row]:
        return self.warehouse.ask("concept_figures", concept=self.concept)

    def nets(self, question: SurveyQuestion) -> tuple[Recode, ...]:
        """The options that published waves add up, where the answers hold every part but not the sum."""
        own = {option.option_id for option in question.options}
        found: dict[str, Net] = {}
        for row in self.warehouse.ask("crossed_nets", concept=self.concept):
            if row["net_id"] not in own and own.issuperset(row["parts"]):
                found.setdefault(row["net_id"], Net(row["net_id"], text(row, "label"), tuple(row["parts"])))
        return (Recode(question.question_id, tuple(found.values())),) if found else ()

    def source(self, wave_id: str) -> Source | None:
        return next((source(row) for row in self.figures if row["wave_id"] == wave_id), None)

    def cohort(self, dataset: str, group_id: str) -> Cohort:
        row = self.questions[wave_of(dataset)]
        name = text(row, "wave")
        return Cohort(
            wave_id=row["wave_id"],
            group_id=group_id,
            label=name,
            short=name,
            order=row["wave_order"],
            origin=Origin(row["origin"]),
            same_as=row["same_as"],
        )

    def published(self, group: str | None) -> Iterator[WaveColumn]:
        """Whole published waves and the same group of them, of which anything is told; the newest first."""
        known = [
            replace(cohort, short=cohort.label)
            for cohort in cohorts(self.warehouse, self.concept)
            if cohort.origin is Origin.PUBLISHED and cohort.group_id in {ALL, group}
        ]
        for cohort in sorted(known, key=lambda each: -each.order):
            column = published_column(cohort, self.figures, self.warehouse.settings.small_base)
            if column.told:
                yield column

    def imported(self, ask: CrossAsk, group: str | None) -> Iterator[WaveColumn]:
        """Other answers that were brought in; fictional ones never. Weighted where the ones asked for are and they can be."""
        for wave_id, row in reversed(self.questions.items()):
            dataset = wave_id.removeprefix(wave_of(""))
            if Origin(row["origin"]) is not Origin.IMPORTED or dataset == ask.dataset:
                continue
            answers = self.opening(dataset)
            if answers.survey.origin is not Origin.FICTIONAL:
                yield from self._of(answers, row, ask, group)

    def _of(self, answers: Answers, row: Row, ask: CrossAsk, group: str | None) -> Iterator[WaveColumn]:
        survey = answers.survey
        question = next(
            each
            for each in survey.questions
            if question_of(survey.dataset, each.question_id) == row["question_id"]
        )
        weighted = ask.weight is not None or bool(ask.margins)
        divided = _divided_by(survey, group)
        plain = CrossAsk(
            dataset=survey.dataset,
            rows=question.question_id,
            banner=((), (divided[0],)) if divided else (),
            weight=survey.weight if weighted else None,
            base=people_base(ask),
            recodes=self.nets(question),
        )
        told, where = crosstab(answers, plain, self.warehouse.settings), self.source(row["wave_id"])
        whole = self.cohort(survey.dataset, ALL)
        yield crossed_column(whole, told, told.tables[0], 0, where)
        if divided and group:
            table = told.tables[1]
            place = next(at for at, each in enumerate(table.columns) if each.members == (divided,))
            name = say.part(whole.label, table.columns[place].label)
            cohort = replace(whole, group_id=group, label=name, short=name)
            yield crossed_column(cohort, told, table, place, where)


def people_base(ask: CrossAsk) -> Base:
    """Shares of answers are no shares of people, and cannot stand beside any."""
    return Base.ANSWERED if ask.base is Base.ANSWERS else ask.base


def _divided_by(survey: Survey, group: str | None) -> tuple[str, str] | None:
    """The question and the option that make a sex or an age in these answers."""
    for question in survey.questions:
        if question.answer_type in ONE_ANSWER:
            for option in question.options:
                if group is not None and option.group_id == group:
                    return question.question_id, option.option_id
    return None
