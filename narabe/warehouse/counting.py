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
    """Groups of one scan (K,), their keys and reasons by SQL."""

    keys: dict[str, Any]
    people: Array
    weighted: Array
    squared: Array
    positive: Array
    known: dict[str, Array] = field(default_factory=dict)

    def told(self, piece: Piece) -> Array:
        """(K, places) as `membership`, worked out once."""
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
    grouped = ", ".join(f"{key} as k{place}" for place, key in enumerate(keys))
    outer = ", ".join(
        f"enum_code(k{place}) as k{place}" if key in codes else f"k{place}" for place, key in enumerate(keys)
    )
    weighing = (
        f", sum({part.weight}) as weighted, sum({part.weight} * {part.weight}) as squared"
        f", count_if({part.weight} > 0) as positive"
        if part.weight
        else ""
    )
    told = ", weighted::double as weighted, squared::double as squared, positive" if part.weight else ""
    where, params = condition_sql(part.where, part.answers)
    inner = f"select {grouped}, count(*) as people{weighing} from {TABLE} {where} group by all"
    found = part.answers.ask(f"select {outer}, people{told} from ({inner}) order by all", params)
    people = np.asarray(found["people"], float)
    named = {key: found[f"k{place}"] for place, key in enumerate(keys)}
    if not part.weight:
        return _Scan(named, people, people, people, people)
    weighted, squared, positive = (
        np.asarray(found[name], float) for name in ("weighted", "squared", "positive")
    )
    return _Scan(named, people, weighted, squared, positive)


def _unique(asked: Iterable[Piece]) -> list[Piece]:
    return list({piece.key: piece for piece in asked}.values())


def _columns(scan: _Scan, axis: Axis, told: Combination) -> tuple[Array, list[int]]:
    """(K, columns) which groups are of which columns of the axis, and their places in the table."""
    if not told:
        return np.zeros((len(scan.people), 0)), []
    each = [scan.told(piece) for piece in told]
    crossed = reduce(lambda one, other: (one[:, :, None] * other[:, None, :]).reshape(len(one), -1), each)
    shape = tuple(len(asked.categories) for asked in axis)
    places = [1 + int(np.ravel_multi_index(at, shape)) for at in product(*(piece.places for piece in told))]
    return crossed, places


class _Gathered:
    """The counts of one axis while its scans come in."""

    def __init__(self, rows: Asked, axis: Axis) -> None:
        self.axis = axis
        lines = len(rows.categories)
        self.size = 1 + (prod(len(asked.categories) for asked in axis) if axis else 0)
        self.cells = np.zeros((3, lines, self.size))
        self.bases = np.zeros((4, self.size))
        self.shared = np.zeros((self.size, self.size))

    def add(self, scan: _Scan, rows: Piece, told: Combination, bases: bool) -> None:
        """Cells of these rows and columns; `bases` says that the scan also tells the bases of the columns."""
        counted = scan.base([rows, *told])
        columns, places = _columns(scan, self.axis, told)
        columns = np.column_stack([counted, columns * counted[:, None]])
        places = [0, *places]
        lines = scan.told(rows)
        measures = (scan.people, scan.weighted, scan.squared, scan.positive)
        for number, measure in enumerate(measures):
            if number < len(self.cells):
                self.cells[number][np.ix_(rows.places, places)] = (lines * measure[:, None]).T @ columns
            if bases:
                self.bases[number, places] = measure @ columns
        if bases:
            self.shared[np.ix_(places, places)] = (columns * scan.squared[:, None]).T @ columns

    def add_shared(self, scan: _Scan, rows: Piece, one: Combination, other: Combination) -> None:
        """Who is in columns of two combinations."""
        counted = scan.base([rows, *one, *other])
        (left, here), (right, there) = _columns(scan, self.axis, one), _columns(scan, self.axis, other)
        both = (left * (counted * scan.squared)[:, None]).T @ right
        self.shared[np.ix_(here, there)] = both
        self.shared[np.ix_(there, here)] = both.T

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
        self.axis = axis
        self.size = 1 + (prod(len(asked.categories) for asked in axis) if axis else 0)
        self.found: dict[float, Array] = {}

    def add(self, scan: _Scan, number: Piece, told: Combination) -> None:
        # Missing numbers have no value to count, even where missing answers are shown.
        counted = scan.base([number, *told]) & ~np.ma.getmaskarray(scan.keys[number.key])
        columns, places = _columns(scan, self.axis, told)
        columns, places = np.column_stack([counted, columns * counted[:, None]]), [0, *places]
        values = np.ma.getdata(scan.keys[number.key])
        distinct, at = np.unique(values[counted], return_inverse=True)
        for measure, kept in enumerate((scan.people, scan.weighted, scan.squared)):
            sums = np.zeros((len(distinct), len(places)))
            np.add.at(sums, at, (columns * kept[:, None])[counted])
            for value, line in zip(distinct, sums, strict=True):
                self.found.setdefault(float(value), np.zeros((3, self.size)))[measure, places] = line

    def values(self, part: Part) -> Values:
        rising = sorted(self.found)
        every = np.array([self.found[value] for value in rising]).reshape(len(rising), 3, self.size)
        people, weighted, squared = (every[:, measure] for measure in range(3))
        sampled = part.answers.survey.respondents
        return Values(np.array(rising), people, weighted, squared, sampled, part.unit)
