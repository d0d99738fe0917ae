"""Which columns of all the tables of a cross-tabulation to mask: what one table hides, no other may tell."""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import chain
from math import prod

import numpy as np

from narabe.model.answers_plan import Missing
from narabe.model.survey import Asked
from narabe.stats.crossing import Array
from narabe.stats.disclosure import closed
from narabe.stats.suppression import PARTNER, SHOWN, masked
from narabe.warehouse.counting import Axis

MOST_PARTS = 20_000
"""Parts of the respondents that are told apart; beyond it every table is looked at by itself."""
REASONS = tuple(Missing)


def masks(
    axes: Sequence[Axis],
    people: Sequence[Array],
    sums: Sequence[Sequence[Sequence[int]]],
    offered: Sequence[Array],
    fewest: int,
) -> list[Array]:
    """Per axis (C,) of SHOWN, SMALL, PARTNER.

    `people` (C,) is who answered in each column, `offered` (C,) which columns the reader did not hide.
    """
    states = [masked(each, fewest, groups) for each, groups in zip(people, sums, strict=True)]
    for together in _together(axes, people, fewest):
        _close(together, axes, people, states, offered, fewest)
    return states


def _close(
    together: Sequence[int],
    axes: Sequence[Axis],
    people: Sequence[Array],
    states: Sequence[Array],
    offered: Sequence[Array],
    fewest: int,
) -> None:
    """Mask further columns of these axes."""
    questions = list({asked.question.question_id: asked for at in together for asked in axes[at]}.values())
    shown = np.concatenate([(states[at] == SHOWN) & offered[at] for at in together])
    after = closed(
        np.vstack([_vectors(axes[at], questions) for at in together]),
        np.concatenate([people[at] for at in together]),
        shown,
        fewest,
        totals=np.concatenate([np.arange(len(people[at])) == 0 for at in together]),
    )
    ends = np.cumsum([len(people[at]) for at in together])
    for at, new in zip(together, np.split(shown & ~after, ends[:-1]), strict=True):
        states[at][new] = PARTNER


def _together(axes: Sequence[Axis], people: Sequence[Array], fewest: int) -> Iterator[list[int]]:
    """Axes to look at together: those that share questions, where any of them could tell of few people."""
    groups: list[list[int]] = []
    for place, axis in enumerate(axes):
        if not axis:
            continue
        names = _names(axis)
        joined = [group for group in groups if any(names & _names(axes[other]) for other in group)]
        groups = [group for group in groups if group not in joined] + [[*chain(*joined), place]]
    for group in groups:
        if not any(_may_tell(axes[at], people[at], fewest) for at in group):
            continue
        asked = {each.question.question_id: _parts(each) for at in group for each in axes[at]}
        if prod(asked.values()) <= MOST_PARTS:
            yield sorted(group)
        else:
            yield from ([at] for at in group if prod(_parts(each) for each in axes[at]) <= MOST_PARTS)


def _names(axis: Axis) -> set[str]:
    return {asked.question.question_id for asked in axis}


def _may_tell(axis: Axis, people: Array, fewest: int) -> bool:
    """Whether there is a small column, or a net beside its members."""
    small = bool(((people > 0) & (people < fewest)).any())
    return small or any(len(each.option_ids) > 1 for asked in axis for each in asked.categories)


def _parts(asked: Asked) -> int:
    return len(asked.question.options) + len(REASONS)


def _vectors(axis: Axis, questions: Sequence[Asked]) -> Array:
    """(1 + columns, parts) what each column is made of: everybody in the axis, then its categories crossed."""
    told = {asked.question.question_id: asked for asked in axis}
    total: list[Array] = []
    each: list[Array] = []
    for question in questions:
        asked = told.get(question.question.question_id)
        everybody = np.ones(_parts(question))
        total.append(everybody if asked is None else _in_base(asked))
        each.append(everybody[None, :] if asked is None else _members(asked))
    # Categories cross in the order of the axis, parts in that of the questions.
    order = [_place(questions, asked) for asked in axis]
    crossed = reduce(np.multiply.outer, each)
    rows, parts = np.arange(0, 2 * len(each), 2), np.arange(1, 2 * len(each), 2)
    others = [place for place in range(len(each)) if place not in order]
    turned = crossed.transpose([*rows[order], *rows[others], *parts])
    whole = reduce(np.multiply.outer, total).ravel()
    return np.vstack([whole, turned.reshape(-1, whole.size)])


def _place(questions: Sequence[Asked], asked: Asked) -> int:
    return [each.question.question_id for each in questions].index(asked.question.question_id)


def _in_base(asked: Asked) -> Array:
    """Who counts in the base: all with an answer, and those without where they are shown."""
    options = len(asked.question.options)
    return np.r_[np.ones(options), np.full(len(REASONS), float(asked.everyone))]


def _members(asked: Asked) -> Array:
    """(categories, parts) of one question."""
    places = {option.option_id: place for place, option in enumerate(asked.question.options)}
    found = np.zeros((len(asked.categories), _parts(asked)))
    for row, category in enumerate(asked.categories):
        found[row, [places[option] for option in category.option_ids]] = 1
        if category.missing is not None:
            found[row, len(places) + REASONS.index(category.missing)] = 1
    return found
