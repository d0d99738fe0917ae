"""Respondents counted over rows × columns: the one place where the SQL of a cross-tabulation is made.

Names come from the catalogue of the file, values go in as parameters. A scan groups by the rows and by the full
product of all axes, which numpy then rolls up, while that product stays below `MOST_CELLS`; beyond it there is a scan
per axis.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain, combinations, product
from math import prod
from typing import Any

import numpy as np

from narabe.model.answers_file import WEIGHT_SCALE
from narabe.model.conditions import Condition
from narabe.model.survey import ONE_ANSWER, Asked
from narabe.stats.crossing import Array, Counts
from narabe.warehouse.answers import TABLE, Answers
from narabe.warehouse.conditions import condition_sql
from narabe.warehouse.pieces import Piece, answered_piece, in_base, membership, number_piece, pieces

MOST_CELLS = 10_000
SQUARED = 2
"""The place of squared weights among the measures of a scan."""
Axis = tuple[Asked, ...]
"""Nested questions, outer first; none of them is everybody."""


@dataclass(frozen=True, slots=True)
class Part:
    """Whom to count and how heavily. `weight` is SQL of whole millionths, None for everybody as one."""

    answers: Answers
    weight: str | None = None
    where: Condition | None = None

    @property
    def unit(self) -> float:
        """What a weight of 1 adds to a sum of weights."""
        return float(WEIGHT_SCALE) if self.weight else 1.0


@dataclass(frozen=True, slots=True)
class Values:
    """How often each number was given: `values` (V,) rising; people, weights and their squares (V, C)."""

    values: Array
    people: Array
    weighted: Array
    squared: Array
    sampled: int
    unit: float

    def bases(self) -> Counts:
        """Everybody who gave a number, as counts without rows."""
        none, people = np.zeros((0, self.people.shape[1])), self.people.sum(axis=0)
        weighted, squared = self.weighted.sum(axis=0), self.squared.sum(axis=0)
        shared = np.zeros((len(people), len(people)))
        return Counts(none, none, none, people, weighted, squared, people, shared, self.sampled, self.unit)


def size_of(part: Part) -> int:
    """How many respondents the condition leaves, answered or not."""
    if part.where is None:
        return part.answers.survey.respondents
    where, params = condition_sql(part.where, part.answers)
    return int(part.answers.ask(f"select count(*) as people from {TABLE} {where}", params)["people"][0])


def count(part: Part, rows: Asked, axes: Sequence[Axis]) -> tuple[Counts, ...]:
    """Counts per axis; column 0 is everybody in it, then the product of the categories, outer first.

    A respondent counts who is in the base of the rows and of every question of the axis.
    """
    cut = [_combinations(part.answers, axis) for axis in axes]
    gathered = [_Gathered(rows, axis) for axis in axes]
    for first, piece in enumerate(pieces(part.answers, rows)):
        for together in _together(piece, axes, cut):
            scan = _scan(part, [piece, *chain.from_iterable(told for _, told in together)])
            for place, told in together:
                gathered[place].add(scan, piece, told, bases=first == 0)
    asked = answered_piece(part.answers, rows)
    for place, every in enumerate(cut):
        for one, other in combinations(every, 2):
            gathered[place].add_shared(_scan(part, [asked, *one, *other]), asked, one, other)
    return tuple(each.counts(part) for each in gathered)


def count_values(part: Part, rows: Asked, axes: Sequence[Axis]) -> tuple[Values, ...]:
    """The numbers given to a numeric question, per axis; columns as in `count`."""
    number = number_piece(part.answers, rows)
    found = []
    for axis in axes:
        tallies = _Tallies(axis)
        for told in _combinations(part.answers, axis):
            tallies.add(_scan(part, [number, *told]), number, told)
        found.append(tallies.values(part))
    return tuple(found)


Combination = tuple[Piece, ...]
"""One piece of every question of an axis."""


def _combinations(answers: Answers, axis: Axis) -> list[Combination]:
    return list(product(*(pieces(answers, asked) for asked in axis)))


def _together(
    rows: Piece, axes: Sequence[Axis], cut: Sequence[list[Combination]]
) -> Iterator[list[tuple[int, Combination]]]:
    """Which axes one scan serves: all of single answers at once while they are small, every other for itself."""
    plain = [
        place for place, axis in enumerate(axes) if all(a.question.answer_type in ONE_ANSWER for a in axis)
    ]
    joint = [(place, cut[place][0]) for place in plain]
    cells = prod(piece.size for piece in _unique([rows, *chain.from_iterable(told for _, told in joint)]))
    if joint and cells <= MOST_CELLS:
        yield joint
    else:
        yield from ([each] for each in joint)
    yield from ([(place, told)] for place in range(len(axes)) if place not in plain for told in cut[place])


@dataclass(frozen=True, slots=True)
class _Scan:
    """Groups of one scan (K,), their keys and reasons by SQL.

    `measures` (4, K): people, weights, squared weights, people whose weight is above zero.
    """

    keys: dict[str, Any]
    measures: Array
    known: dict[str, Array] = field(default_factory=dict)

    def told(self, piece: Piece) -> Array:
        """(places, K) as `membership`, worked out once."""
        if piece.key not in self.known:
            reasons = self.keys[piece.reason] if piece.reason else None
            self.known[piece.key] = membership(piece, self.keys[piece.key], reasons)
        return self.known[piece.key]

    def base(self, asked: Iterable[Piece]) -> Array:
        return reduce(np.logical_and, (in_base(piece, self.keys[piece.key]) for piece in asked))


def _scan(part: Part, asked: Iterable[Piece]) -> _Scan:
    """Group the respondents by these keys, sorted, so that sums come out the same every time."""
    every = _unique(asked)
    keys = list(dict.fromkeys([*(p.key for p in every), *(p.reason for p in every if p.reason)]))
    codes = {piece.key for piece in every if piece.coded} | {piece.reason for piece in every}
    told = [f"{f'enum_code({key})' if key in codes else key} as k{place}" for place, key in enumerate(keys)]
    measured = [f"{each} as m{place}" for place, each in enumerate(_measures(part.weight))]
    where, params = condition_sql(part.where, part.answers)
    found = part.answers.ask(
        f"select {', '.join([*told, *measured])} from {TABLE} {where} group by {', '.join(keys)}",
        params,
    )
    named = {key: found[f"k{place}"] for place, key in enumerate(keys)}
    # By the keys as they are and then by having none: whole numbers of a byte sort forty times faster than floats.
    rising = np.lexsort(
        [each for key in reversed(named.values()) for each in (np.ma.filled(key, 0), np.ma.getmaskarray(key))]
    )
    measures = np.array([found[f"m{place}"] for place in range(len(measured))], float).take(rising, axis=1)
    if part.weight is None:
        measures = np.repeat(measures, 4, axis=0)
    return _Scan({key: values[rising] for key, values in named.items()}, measures)


def _measures(weight: str | None) -> list[str]:
    """The measures of a scan; without weights all of them are people."""
    if weight is None:
        return ["count(*)"]
    return [
        "count(*)",
        f"sum({weight})::double",
        f"sum({weight} * {weight})::double",
        f"count_if({weight} > 0)",
    ]


def _unique(asked: Iterable[Piece]) -> list[Piece]:
    return list({piece.key: piece for piece in asked}.values())


def _size(axis: Axis) -> int:
    """How many columns: everybody, and the categories crossed."""
    return 1 + (prod(len(asked.categories) for asked in axis) if axis else 0)


def _columns(scan: _Scan, axis: Axis, told: Combination, counted: Array) -> tuple[Array, list[int]]:
    """(1 + columns, K) which of the groups that count are of which columns, everybody first; their places."""
    everybody = counted[None].astype(float)
    if not told:
        return everybody, [0]
    each = [everybody, *(scan.told(piece) for piece in told)]
    crossed = reduce(
        lambda one, other: (one[:, None] * other[None]).reshape(len(one) * len(other), len(counted)), each
    )
    shape = tuple(len(asked.categories) for asked in axis)
    places = 1 + np.ravel_multi_index(np.ix_(*(piece.places for piece in told)), shape).ravel()
    return np.concatenate([everybody, crossed]), [0, *places.tolist()]


class _Gathered:
    """The counts of one axis while its scans come in."""

    def __init__(self, rows: Asked, axis: Axis) -> None:
        self.axis = axis
        size = _size(axis)
        self.cells = np.zeros((3, len(rows.categories), size))
        self.bases = np.zeros((4, size))
        self.shared = np.zeros((size, size))

    def add(self, scan: _Scan, rows: Piece, told: Combination, bases: bool) -> None:
        """Cells of these rows and columns; `bases` says that the scan also tells the bases of the columns."""
        columns, places = _columns(scan, self.axis, told, scan.base([rows, *told]))
        cells = (scan.told(rows) * scan.measures[: len(self.cells), None]) @ columns.T
        self.cells[np.ix_(range(len(self.cells)), rows.places, places)] = cells
        if bases:
            self.bases[:, places] = scan.measures @ columns.T
            self.shared[np.ix_(places, places)] = (columns * scan.measures[SQUARED]) @ columns.T

    def add_shared(self, scan: _Scan, rows: Piece, one: Combination, other: Combination) -> None:
        """Who is in columns of two combinations."""
        counted = scan.base([rows, *one, *other])
        (left, here), (right, there) = (_columns(scan, self.axis, told, counted) for told in (one, other))
        both = ((left * scan.measures[SQUARED]) @ right.T)[1:, 1:]
        self.shared[np.ix_(here[1:], there[1:])] = both
        self.shared[np.ix_(there[1:], here[1:])] = both.T

    def counts(self, part: Part) -> Counts:
        people, weighted, squared = self.cells
        base_people, base_weighted, base_squared, positive = self.bases
        return Counts(
            people, weighted, squared, base_people, base_weighted, base_squared, positive,
            self.shared, part.answers.survey.respondents, part.unit,
        )  # fmt: skip


class _Tallies:
    """The numbers of one axis while its scans come in."""

    def __init__(self, axis: Axis) -> None:
        self.axis, self.size = axis, _size(axis)
        self.found: dict[float, Array] = {}

    def add(self, scan: _Scan, number: Piece, told: Combination) -> None:
        # Missing numbers have no value to count, even where missing answers are shown.
        counted = scan.base([number, *told]) & ~np.ma.getmaskarray(scan.keys[number.key])
        columns, places = _columns(scan, self.axis, told, counted)
        values = np.ma.getdata(scan.keys[number.key])
        distinct, at = np.unique(values[counted], return_inverse=True)
        for measure, kept in enumerate(scan.measures[:3]):
            sums = np.zeros((len(distinct), len(places)))
            np.add.at(sums, at, (columns * kept).T[counted])
            for value, line in zip(distinct, sums, strict=True):
                self.found.setdefault(float(value), np.zeros((3, self.size)))[measure, places] = line

    def values(self, part: Part) -> Values:
        rising = sorted(self.found)
        every = np.array([self.found[value] for value in rising]).reshape(len(rising), 3, self.size)
        people, weighted, squared = (every[:, measure] for measure in range(3))
        sampled = part.answers.survey.respondents
        return Values(np.array(rising), people, weighted, squared, sampled, part.unit)
