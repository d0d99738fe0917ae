"""What to group by, so that the categories of a question can be told from the groups.

A question of one answer is one piece: its code. Several answers are cut into pieces of six categories, each a number
with one bit a category.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from narabe.intake.quoting import quoted
from narabe.model.answers_plan import Missing
from narabe.model.survey import ONE_ANSWER, Asked, Category
from narabe.stats.crossing import Array
from narabe.warehouse.answers import Answers
from narabe.warehouse.datasets import MASK_BITS, PACKED_BITS

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
    why = answers.reasons(question.question_id)
    reason = quoted(why) if why else None
    if question.answer_type in ONE_ANSWER:
        size = len(question.options) + (len(REASONS) if reason else 0)
        every = tuple(range(len(asked.categories)))
        return (Piece(asked, quoted(question.question_id), every, reason, size, coded=True),)
    several = _Several.of(answers, question.question_id)
    told = [place for place, category in enumerate(asked.categories) if category.missing is None]
    missing = [place for place in range(len(asked.categories)) if place not in told]
    cut = [told[start : start + PACKED_BITS] for start in range(0, len(told), PACKED_BITS)] or [[]]
    return tuple(
        Piece(
            asked,
            several.key([asked.categories[place] for place in part]),
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


@dataclass(frozen=True, slots=True)
class _Several:
    """Where several answers lie: options in the order of their bits, in `masks` of 64 and, `packed`, of six."""

    options: tuple[str, ...]
    masks: tuple[str, ...]
    packed: tuple[str, ...]

    @classmethod
    def of(cls, answers: Answers, question_id: str) -> "_Several":
        masks, packed = answers.masks(question_id), answers.packed(question_id)
        return cls(tuple(answers.flags(question_id)), tuple(map(quoted, masks)), tuple(map(quoted, packed)))

    def key(self, part: Sequence[Category]) -> str:
        """One bit a category; six neighbouring options may lie together as they are."""
        chosen = [category.option_ids for category in part]
        for column, start in zip(self.packed, range(0, len(self.options), PACKED_BITS), strict=False):
            if chosen == [(option,) for option in self.options[start : start + PACKED_BITS]]:
                return column
        terms = [f"case when {self._any(ids)} then {1 << bit} else 0 end" for bit, ids in enumerate(chosen)]
        return f"case when {self.masks[0]} is not null then ({' + '.join(terms) or '0'})::utinyint end"

    def _any(self, option_ids: Sequence[str]) -> str:
        """Was any of these options chosen?"""
        wanted: dict[int, int] = {}
        for option in option_ids:
            if option in self.options:
                mask, bit = divmod(self.options.index(option), MASK_BITS)
                wanted[mask] = wanted.get(mask, 0) | 1 << bit
        return " or ".join(f"({self.masks[mask]} & {bits}) <> 0" for mask, bits in wanted.items()) or "false"


def in_base(piece: Piece, key: np.ma.MaskedArray) -> Array:
    """(K,) does the group count in the base of this question?"""
    return np.ones(len(key), bool) if piece.asked.everyone else ~np.ma.getmaskarray(key)


def membership(piece: Piece, key: np.ma.MaskedArray, reasons: np.ma.MaskedArray | None) -> Array:
    """(places, K) is the group of this category?"""
    answered = ~np.ma.getmaskarray(key)
    codes = np.where(answered, np.ma.getdata(key), 0).astype(int)
    told = [place for place in piece.places if piece.asked.categories[place].missing is None]
    if piece.asked.question.answer_type in ONE_ANSWER:
        given = _codes(piece)[told].take(codes, axis=1)
    else:
        given = codes >> np.arange(len(told))[:, None] & 1
    gone = [
        _is(reasons, reason, len(codes)) & ~answered
        for place in piece.places
        if (reason := piece.asked.categories[place].missing) is not None
    ]
    return np.vstack([given.astype(bool) & answered, *gone]).astype(float)


def _codes(piece: Piece) -> Array:
    """(categories, options) which option is of which category."""
    order = {option.option_id: place for place, option in enumerate(piece.asked.question.options)}
    table = np.zeros((len(piece.asked.categories), max(len(order), 1)), bool)
    for place, category in enumerate(piece.asked.categories):
        table[place, [order[option] for option in category.option_ids]] = True
    return table


def _is(reasons: np.ma.MaskedArray | None, reason: Missing, groups: int) -> Array:
    if reasons is None:
        return np.zeros(groups, bool)
    return np.asarray(~np.ma.getmaskarray(reasons) & (np.ma.getdata(reasons) == REASONS.index(reason)))
