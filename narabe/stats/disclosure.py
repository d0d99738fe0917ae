"""Which further columns to mask, so that no small group is a sum or difference of columns that are shown."""

import numpy as np

from narabe.stats.crossing import Array

TOLERANCE = 1e-9


def closed(members: Array, people: Array, shown: Array, fewest: int, totals: Array) -> Array:
    """(C,) which columns may still be shown.

    `members` (C, A) says which parts of the respondents make up each column (0 or 1); `people` (C,) how many they
    are, `shown` (C,) which would be shown, `totals` (C,) which are masked last. Protected is every column of fewer than
    `fewest` people, and every difference of two columns, one inside the other, that leaves so few. As long as one of them is a linear combination of what is shown (a person with pencil and paper needs no
    more), the smallest column of that combination is masked.
    """
    shown = shown.copy()
    parts = np.unique(members.astype(float), axis=1)
    protected = np.vstack([parts[_few(people, fewest)], _differences(parts, people, fewest, totals)])
    while len(protected) and shown.any():
        open_ones = np.flatnonzero(shown)
        weights, *_ = np.linalg.lstsq(parts[open_ones].T, protected.T, rcond=None)
        left = np.abs(parts[open_ones].T @ weights - protected.T).max(axis=0)
        told = np.flatnonzero(left < TOLERANCE)
        if not len(told):
            break
        used = open_ones[np.abs(weights[:, told[0]]) > TOLERANCE]
        shown[min(used, key=lambda place: (totals[place], people[place], place))] = False
    return shown


def _few(people: Array, fewest: int) -> Array:
    return (people > 0) & (people < fewest)


def _differences(parts: Array, people: Array, fewest: int, totals: Array) -> Array:
    """What one column leaves of another that holds it, where that is few; between two totals it is no group."""
    common = parts @ parts.T
    inside = (common == np.diag(common)[:, None]) & _few(people[None, :] - people[:, None], fewest)
    inside[np.ix_(totals, totals)] = False
    smaller, larger = np.nonzero(inside)
    return parts[larger] - parts[smaller]
