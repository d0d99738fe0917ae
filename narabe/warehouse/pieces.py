"""What to group by, so that the categories of a question can be told from the groups.

A question of one answer is one piece: its code. Several answers are cut into pieces of six categories, each a number
with one bit a category.
"""

from dataclasses import dataclass

import numpy as np

from narabe.model.answers_plan import Missing
from narabe.model.survey import ONE_ANSWER, Asked, Category
from narabe.stats.crossing import Array
from narabe.warehouse.answers import Answers
from narabe.warehouse.datasets import MASK_BITS
from narabe.warehouse.sql import quoted

BITS = 6
MANY = 1_000_000
REASONS = tuple(Missing)


@dataclass(frozen=True, slots=True)
class Piece:
    """One key: SQL that is NULL without an answer, and the places of the categories it tells.

    `reason` is the column that says why there is no answer, None where all answered. `size` is how many values the
    key takes. Categories of missing answers belong to the first piece of their question. A `coded` key is an ENUM.
    """

    asked: Asked
    key: str
    places: tuple[int, ...]
    reason: str | None
    size: int
    coded: bool = False


def pieces(answers: Answers, asked: Asked) -> tuple[Piece, ...]:
    """The keys of a question, in the order of its categories."""
    question = asked.question
    columns = answers.columns[question.question_id]
    reason = next((quoted(name) for name, _, kind in columns if kind == "missing"), None)
    if question.answer_type in ONE_ANSWER:
        size = len(question.options) + (len(REASONS) if reason else 0)
        every = tuple(range(len(asked.categories)))
        return (Piece(asked, quoted(question.question_id), every, reason, size, coded=True),)
    masks = [quoted(name) for name, _, kind in columns if kind == "mask"]
    flags = [option_id for _, option_id, kind in columns if kind == "flag" and option_id]
    places = {option_id: divmod(place, MASK_BITS) for place, option_id in enumerate(flags)}
    told = [place for place, category in enumerate(asked.categories) if category.missing is None]
    missing = [place for place in range(len(asked.categories)) if place not in told]
    cut = [told[start : start + BITS] for start in range(0, len(told), BITS)] or [[]]
    return tuple(
        Piece(
            asked,
            _bits([asked.categories[place] for place in part], places, masks),
            (*part, *(missing if number == 0 else ())),
            reason,
            2 ** len(part) + (len(REASONS) if reason else 0),
        )
        for number, part in enumerate(cut)
    )


def answered_piece(answers: Answers, asked: Asked) -> Piece:
    """Whether there is an answer, and nothing else."""
    told = pieces(answers, asked)[0].key
    return Piece(asked, f"case when {told} is not null then 1 end", (), None, 2)


def number_piece(answers: Answers, asked: Asked) -> Piece:
    """The number itself, of a numeric question."""
    return Piece(asked, quoted(asked.question.question_id), (), None, MANY)


def _bits(part: list[Category], places: dict[str, tuple[int, int]], masks: list[str]) -> str:
    """One bit a category; neighbouring options come straight out of the mask."""
    each = [[places[option] for option in category.option_ids if option in places] for category in part]
    first = each[0][0] if each and each[0] else (0, 0)
    if each == [[(first[0], first[1] + bit)] for bit in range(len(each))]:
        return f"(({masks[first[0]]} >> {first[1]}) & {2 ** len(each) - 1})::utinyint"
    terms = [f"case when {_any(found, masks)} then {1 << bit} else 0 end" for bit, found in enumerate(each)]
    return f"case when {masks[0]} is not null then ({' + '.join(terms) or '0'})::utinyint end"


def _any(found: list[tuple[int, int]], masks: list[str]) -> str:
    """Was any of these options chosen?"""
    wanted: dict[int, int] = {}
    for mask, bit in found:
        wanted[mask] = wanted.get(mask, 0) | 1 << bit
    return " or ".join(f"({masks[mask]} & {bits}) <> 0" for mask, bits in wanted.items()) or "false"


def in_base(piece: Piece, key: np.ma.MaskedArray) -> Array:
    """(K,) does the group count in the base of this question?"""
    return np.ones(len(key), bool) if piece.asked.everyone else ~np.ma.getmaskarray(key)


def membership(piece: Piece, key: np.ma.MaskedArray, reasons: np.ma.MaskedArray | None) -> Array:
    """(K, places) is the group of this category?"""
    answered = ~np.ma.getmaskarray(key)
    codes = np.where(answered, np.ma.getdata(key), 0).astype(int)
    told = [place for place in piece.places if piece.asked.categories[place].missing is None]
    if piece.asked.question.answer_type in ONE_ANSWER:
        given = _codes(piece)[codes][:, told]
    else:
        given = codes[:, None] >> np.arange(len(told))[None, :] & 1
    gone = [
        _is(reasons, reason, len(codes)) & ~answered
        for place in piece.places
        if (reason := piece.asked.categories[place].missing) is not None
    ]
    return np.column_stack([given.astype(bool) & answered[:, None], *gone]).astype(float)


def _codes(piece: Piece) -> Array:
    """(options, categories) which option is of which category."""
    order = {option.option_id: place for place, option in enumerate(piece.asked.question.options)}
    table = np.zeros((max(len(order), 1), len(piece.asked.categories)), bool)
    for place, category in enumerate(piece.asked.categories):
        table[[order[option] for option in category.option_ids], place] = True
    return table


def _is(reasons: np.ma.MaskedArray | None, reason: Missing, groups: int) -> Array:
    if reasons is None:
        return np.zeros(groups, bool)
    return np.asarray(~np.ma.getmaskarray(reasons) & (np.ma.getdata(reasons) == REASONS.index(reason)))
