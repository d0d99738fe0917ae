"""Which columns of a table to mask, so that no small group can be seen or worked out."""

from collections.abc import Sequence

import numpy as np

from narabe.stats.crossing import Array

SHOWN, SMALL, PARTNER = 0, 1, 2
"""Why a column is masked: its own base is small, or a masked one could be worked out from it."""


def masked(base: Array, fewest: int, sums: Sequence[Sequence[int]]) -> Array:
    """(C,) of SHOWN, SMALL, PARTNER.

    `base` is the unweighted base of each column. `sums` lists places of columns whose sum is shown somewhere (a
    total, a net, an outer group); what is masked among them must add up to at least `fewest` people in at least two
    columns, or subtraction would tell. Where it does not, the smallest other column of the sum is masked too.
    """
    state = np.where((base > 0) & (base < fewest), SMALL, SHOWN)
    changed = bool(state.any())
    while changed:
        changed = False
        for group in sums:
            partner = _partner(base, fewest, state, group)
            if partner is not None:
                state[partner] = PARTNER
                changed = True
    return state


def _partner(base: Array, fewest: int, state: Array, group: Sequence[int]) -> int | None:
    """The column to mask next in this sum, if one must be."""
    hidden = [place for place in group if state[place] != SHOWN]
    if not hidden or (len(hidden) > 1 and sum(base[place] for place in hidden) >= fewest):
        return None
    others = [place for place in group if state[place] == SHOWN and base[place] > 0]
    return min(others, key=lambda place: (base[place], place)) if others else None
