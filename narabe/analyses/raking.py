"""How must respondents count so that they stand as the population does?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce
from itertools import combinations as pairs_of
from math import inf, isclose, prod

import numpy as np

from narabe.analyses.naming import question_named
from narabe.model.crosstab import crossed_label
from narabe.model.problem import Problem
from narabe.model.raking import CellWeight, LeftOut, Margin, Skew, Standing, Weighting
from narabe.model.survey import ONE_ANSWER, Survey, SurveyQuestion
from narabe.model.text import Text
from narabe.stats.crossing import Array, divided
from narabe.stats.raking import EmptyCell, Raked, rake
from narabe.stats.suppression import SHOWN, masked
from narabe.warehouse.answers import Answers
from narabe.warehouse.weighing import combinations, looked_up_sql
from narabe.words import raking_sentences as say
from narabe.words.crosstab_sentences import no_option

MOST_COMBINATIONS = 20_000
HEAVIEST = 3000.0
"""The square of a heavier weight in millionths would not fit in a whole number of the database."""
SAME = 1e-9
KEPT = 4
"""Sets of weights kept; each keeps its dataset file open."""


def raked(
    answers: Answers, margins: Sequence[Margin], trim: float | None = None, fewest: int = 0
) -> Weighting:
    """Weights for everybody of the survey, filtered or not; none above `trim` times their mean.

    In margins of several questions what is told of the sample is masked as columns of nested questions are: groups of
    fewer than `fewest`, and those that would tell them. Of one question every table tells the counts.
    Errors: Problem where a margin does not fit the survey, asks for people nobody of the sample stands for, disagrees
    with another, or all cannot be met at once.
    """
    return _raked(answers, tuple(margins), trim, fewest)


@lru_cache(maxsize=KEPT)
def _raked(answers: Answers, margins: tuple[Margin, ...], trim: float | None, fewest: int) -> Weighting:
    # Once for all questions of a batch and all runs of a page: a dataset that is imported anew is another `Answers`.
    return _Raking(answers, margins, trim, fewest).told()


def margin_names(weighting: Weighting) -> str:
    """What is weighted by: the files of the margins, or their questions."""
    return " + ".join(skew.name or skew.label.ja for skew in weighting.skew)


def raked_sql(answers: Answers, weighting: Weighting) -> str:
    """SQL of the weight of each respondent."""
    questions = [question_named(answers.survey, each) for each in weighting.question_ids]
    weights = np.zeros([len(each.options) for each in questions])
    for cell in weighting.weights:
        weights[_place(questions, cell.option_ids)] = cell.weight
    return looked_up_sql(questions, weights)


@dataclass(frozen=True, slots=True)
class _Side:
    """A margin over the axes of the crossed questions: `axes` are its own, `targets` has an axis for each of them."""

    margin: Margin
    questions: tuple[SurveyQuestion, ...]
    axes: tuple[int, ...]
    targets: Array

    def summed(self, table: Array) -> Array:
        """A table over all questions, summed over those that are not of this margin."""
        return np.einsum(table, list(range(table.ndim)), list(self.axes))

    def shared(self, axes: Sequence[int]) -> Array:
        """What is wanted over some of its own questions."""
        return np.einsum(self.targets, list(self.axes), list(axes))

    @property
    def name(self) -> str:
        return self.margin.name or crossed_label([each.label for each in self.questions]).ja

    def over(self, shape: Sequence[int]) -> Array:
        """For every cell of the crossed questions, the place of its category among the flattened targets."""
        at = np.indices(shape)
        return np.ravel_multi_index([at[axis] for axis in self.axes], self.targets.shape)

    def option_ids(self, place: Sequence[int]) -> tuple[str, ...]:
        return _option_ids(self.questions, place)

    def label(self, place: Sequence[int]) -> Text:
        return crossed_label([each.options[at].label for each, at in zip(self.questions, place, strict=True)])


class _Raking:
    """One set of margins over one survey."""

    def __init__(self, answers: Answers, margins: Sequence[Margin], trim: float | None, fewest: int) -> None:
        if trim is not None and not 1 < trim < inf:
            raise Problem(say.BAD_TRIM)
        self.answers, self.trim, self.fewest = answers, trim, fewest
        ids = dict.fromkeys(each for margin in margins for each in margin.question_ids)
        self.questions = tuple(_question(answers.survey, each) for each in ids)
        self.shape = tuple(len(each.options) for each in self.questions)
        if prod(self.shape) > MOST_COMBINATIONS:
            raise Problem(say.too_many_combinations(prod(self.shape), MOST_COMBINATIONS), say.FEWER_MARGINS)
        self.sides = tuple(self._side(margin) for margin in margins)
        for one, other in pairs_of(self.sides, 2):
            _must_agree(one, other)

    @cached_property
    def everybody(self) -> Array:
        return combinations(self.answers, self.questions)

    @cached_property
    def answered(self) -> Array:
        """Respondents by option, who answered every question of the margins."""
        return self.everybody[tuple(slice(size) for size in self.shape)]

    @cached_property
    def counts(self) -> Array:
        """Whether every margin gives people to a combination."""
        wanted = [side.targets.ravel()[side.over(self.shape)] > 0 for side in self.sides]
        return reduce(np.logical_and, wanted)

    def told(self) -> Weighting:
        free = self._rake(None)
        if not free.converged:
            number, category = free.worst
            raise Problem(say.cannot_be_met(self._category(number, category).ja, free.off), say.FEWER_MARGINS)
        found = free if self.trim is None else self._rake(self.trim)
        if not found.settled:
            raise Problem(say.NEVER_AT_REST, say.RAISE_LIMIT)
        if found.high > HEAVIEST:
            raise Problem(say.too_heavy(found.high, HEAVIEST), say.TRIM_OR_MERGE)
        weights = np.zeros(self.shape)
        weights[self.counts] = found.weights
        there = self.counts & (self.answered > 0)
        return Weighting(
            question_ids=tuple(each.question_id for each in self.questions),
            label=crossed_label([each.label for each in self.questions]),
            weights=tuple(
                CellWeight(_option_ids(self.questions, at), int(self.answered[at]), float(weights[at]))
                for at in _places(there)
            ),
            respondents=int(self.answered[self.counts].sum()),
            unanswered=int(self.everybody.sum() - self.answered.sum()),
            left_out=tuple(each for side in self.sides for each in self._left_out(side)),
            rounds=found.rounds,
            converged=found.converged,
            off=found.off,
            low=found.low,
            high=found.high,
            design_effect=found.design_effect,
            effective_base=found.effective_base,
            ceiling=self.trim,
            trimmed=found.trimmed,
            skew=tuple(self._skew(side, weights) for side in self.sides),
        )

    def _rake(self, ceiling: float | None) -> Raked:
        """Over the combinations that count, whether or not anybody gave them."""
        places = [side.over(self.shape)[self.counts] for side in self.sides]
        targets = [side.targets.ravel() for side in self.sides]
        try:
            return rake(self.answered[self.counts], places, targets, ceiling)
        except EmptyCell as empty:
            wanted = float(targets[empty.margin][empty.category])
            category = self._category(empty.margin, empty.category)
            raise Problem(say.nobody_there(category.ja, wanted), say.MERGE) from empty

    def _side(self, margin: Margin) -> _Side:
        questions = tuple(_question(self.answers.survey, each) for each in margin.question_ids)
        targets = np.zeros([len(each.options) for each in questions])
        for cell in margin.cells:
            targets[_place(questions, cell.option_ids)] += cell.people
        return _Side(margin, questions, tuple(self.questions.index(each) for each in questions), targets)

    def _left_out(self, side: _Side) -> list[LeftOut]:
        people, hidden = side.summed(self.answered), self._hidden(side)
        return [
            LeftOut(side.label(at), None if hidden[at] else int(people[at]))
            for at in _places((side.targets == 0) & (people > 0))
        ]

    def _skew(self, side: _Side, weights: Array) -> Skew:
        people = np.where(side.targets > 0, self._people(side), 0)
        tables = (people, side.targets, side.summed(self.answered * weights))
        sample, population, weighted = (divided(each, np.asarray(each.sum())) for each in tables)
        hidden = self._hidden(side)
        return Skew(
            side.margin.question_ids,
            crossed_label([each.label for each in side.questions]),
            side.margin.name,
            int(people.sum()),
            tuple(
                Standing(
                    option_ids=side.option_ids(at),
                    label=side.label(at),
                    respondents=None if hidden[at] else int(people[at]),
                    sample_share=None if hidden[at] else float(sample[at]),
                    population=float(side.targets[at]),
                    population_share=float(population[at]),
                    weighted_share=float(weighted[at]),
                )
                for at in _places(side.targets > 0)
            ),
        )

    def _people(self, side: _Side) -> Array:
        """Respondents of each category of a margin, whatever they answered to the other questions."""
        return side.summed(self.everybody)[tuple(slice(size) for size in side.targets.shape)]

    def _hidden(self, side: _Side) -> Array:
        """Which categories are masked: none of a margin of one question."""
        people = self._people(side)
        if people.ndim == 1:
            return np.zeros(people.shape, bool)
        place = np.arange(people.size).reshape(people.shape)
        lines = (np.moveaxis(place, axis, -1).reshape(-1, size) for axis, size in enumerate(people.shape))
        sums = [line.tolist() for each in lines for line in each]
        sums += [
            place[chosen].tolist() for chosen in (side.targets >= 0, side.targets > 0, side.targets == 0)
        ]
        return (masked(people.ravel(), self.fewest, sums) != SHOWN).reshape(people.shape)

    def _category(self, number: int, category: int) -> Text:
        side = self.sides[number]
        return side.label([int(at) for at in np.unravel_index(category, side.targets.shape)])


def _question(survey: Survey, question_id: str) -> SurveyQuestion:
    question = question_named(survey, question_id)
    if question.answer_type not in ONE_ANSWER:
        raise Problem(say.no_margin_question(question.label.ja), say.CHECK_MARGIN)
    return question


def _place(questions: Sequence[SurveyQuestion], option_ids: Sequence[str]) -> tuple[int, ...]:
    """Errors: Problem for an id that is no option's."""
    found = []
    for question, option_id in zip(questions, option_ids, strict=True):
        known = [option.option_id for option in question.options]
        if option_id not in known:
            raise Problem(no_option(question.label.ja, option_id, known), say.CHECK_MARGIN)
        found.append(known.index(option_id))
    return tuple(found)


def _option_ids(questions: Sequence[SurveyQuestion], place: Sequence[int]) -> tuple[str, ...]:
    return tuple(each.options[at].option_id for each, at in zip(questions, place, strict=True))


def _places(chosen: Array) -> list[tuple[int, ...]]:
    return [tuple(int(each) for each in at) for at in np.argwhere(chosen)]


def _must_agree(one: _Side, other: _Side) -> None:
    """Errors: Problem unless two margins give the same people: in all, and in the categories of questions they share."""
    here, there = float(one.targets.sum()), float(other.targets.sum())
    if not isclose(here, there, rel_tol=SAME):
        raise Problem(say.totals_disagree(one.name, here, other.name, there), say.SAME_SOURCE)
    axes = [axis for axis in one.axes if axis in other.axes]
    for at, said in np.ndenumerate(one.shared(axes)):
        also = float(other.shared(axes)[at])
        if not isclose(said, also, abs_tol=SAME * here):
            questions = [one.questions[one.axes.index(axis)] for axis in axes]
            category = crossed_label([each.options[i].label for each, i in zip(questions, at, strict=True)])
            raise Problem(
                say.parts_disagree(category.ja, one.name, float(said), other.name, also), say.SAME_SOURCE
            )
