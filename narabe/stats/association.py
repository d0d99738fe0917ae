"""Do rows and columns of a table hang together: Pearson, Rao–Scott, Cramér's V, exact where little is expected.

Tables are (R, C) arrays of disjoint cells without totals. Rows and columns nobody is in are left out first.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from scipy import stats
from scipy.special import chdtrc, fdtrc

from narabe.stats.crossing import Array

FEW, MOST_FEW, LEAST = 5, 0.2, 1
"""Expected counts: over a fifth of the cells below five, or any below one, is too little for χ² (Cochran 1954)."""
DRAWS, SEED = 9_999, 20260401
"""Beyond 2 × 2 the exact test draws this many tables with the given margins, the same ones each time;
p is then known to about ±0.01 at most."""
KEPT = 256
"""Drawn tests kept."""


@dataclass(frozen=True, slots=True)
class Pearson:
    statistic: float
    df: int
    p: float


@dataclass(frozen=True, slots=True)
class RaoScott:
    """Second-order corrected F."""

    statistic: float
    ndf: float
    ddf: float
    p: float


@dataclass(frozen=True, slots=True)
class Exact:
    """Fisher's test; `draws` is None where every table was counted."""

    p: float
    draws: int | None


@dataclass(frozen=True, slots=True)
class Association:
    """`pearson` over occupied rows and columns, `cramers_v` = √(χ²/(n·(min(R, C) − 1))) without bias correction
    (Cramér 1946); `rao_scott` only where asked for."""

    pearson: Pearson
    cramers_v: float
    rao_scott: RaoScott | None


def associated(
    people: Array, weighted: Array, squared: Array | None = None, sampled: int = 0, part: int = 0
) -> Association | None:
    """Pearson's χ² without Yates' correction, weighted counts scaled to the unweighted base, and with `squared` the
    second-order Rao–Scott test of a weights-only design, as `svychisq(statistic = "F")` of R gives it.

    `sampled` is everybody in the survey, `part` everybody in the filtered part (answered or not): the replacement
    factor and the denominator's degrees of freedom stand on them. Source: Rao & Scott 1984.
    None where there is nothing to hang together: fewer than two rows or columns, or one without any weight.
    """
    rows, columns = people.any(axis=1), people.any(axis=0)
    people, weighted = people[rows][:, columns], weighted[rows][:, columns]
    if min(people.shape) < 2 or not (weighted.any(axis=0).all() and weighted.any(axis=1).all()):
        return None
    count = people.sum()
    scaled = weighted * (count / weighted.sum())
    expected = scaled.sum(axis=1)[:, None] * scaled.sum(axis=0)[None, :] / count
    statistic = float(((scaled - expected) ** 2 / expected).sum())
    df = (people.shape[0] - 1) * (people.shape[1] - 1)
    found = Pearson(statistic, df, float(chdtrc(df, statistic)))
    scott = None
    if squared is not None and sampled > 1 and part > 1:
        effects = _generalised_effects(weighted, squared[rows][:, columns], count, sampled / (sampled - 1))
        scott = None if effects is None else _second_order(statistic, effects, part)
    return Association(found, float(np.sqrt(statistic / (count * (min(people.shape) - 1)))), scott)


def exact(people: Array) -> Exact | None:
    """Fisher's test where the expected counts are too small for χ²; None where they are not, or cannot be."""
    people = people[people.any(axis=1)][:, people.any(axis=0)].astype(int)
    if min(people.shape) < 2:
        return None
    expected = np.outer(people.sum(axis=1), people.sum(axis=0)) / people.sum()
    if (expected < FEW).mean() <= MOST_FEW and (expected >= LEAST).all():
        return None
    if people.shape == (2, 2):
        return Exact(float(stats.fisher_exact(people).pvalue), None)
    return Exact(_drawn(tuple(map(tuple, people.tolist()))), DRAWS)


@lru_cache(maxsize=KEPT)
def _drawn(people: tuple[tuple[int, ...], ...]) -> float:
    # Kept, because it takes a tenth of a second and more, and another correction or layout asks for the same table.
    drawing = stats.MonteCarloMethod(n_resamples=DRAWS, rng=np.random.default_rng(SEED))
    found = stats.fisher_exact(np.array(people), method=drawing).pvalue
    return float(np.ravel(found)[0])


def _second_order(statistic: float, effects: Array, part: int) -> RaoScott | None:
    total = float(np.trace(effects))
    if not total > 0:
        return None
    ndf = total**2 / float(np.trace(effects @ effects))
    ddf, corrected = ndf * (part - 1), statistic / total
    return RaoScott(corrected, ndf, ddf, float(fdtrc(ndf, ddf, corrected)))


def _generalised_effects(weighted: Array, squared: Array, people: float, replacement: float) -> Array | None:
    """Rao–Scott's matrix of design effects, from cell sums of weights and of squared weights alone.

    None where so many cells are empty that there is none (a question by itself); R stops there.
    """
    rows, columns = weighted.shape
    share = (weighted / weighted.sum()).ravel()
    cell = squared.ravel()
    covariance = (
        replacement
        / weighted.sum() ** 2
        * (
            np.diag(cell)
            - np.outer(share, cell)
            - np.outer(cell, share)
            + cell.sum() * np.outer(share, share)
        )
    )
    contrasts = _contrasts(rows, columns)
    inverse = np.diag(np.where(share > 0, 1 / np.where(share > 0, share, 1), 0))
    under_independence = contrasts.T @ (inverse / people) @ contrasts
    if not share.all() and np.linalg.matrix_rank(under_independence) < len(under_independence):
        return None
    measured = contrasts.T @ inverse @ covariance @ inverse @ contrasts
    return np.linalg.solve(under_independence, measured)


@cache
def _contrasts(rows: int, columns: int) -> Array:
    """Of the cells: what lies beyond rows and columns that do not hang together."""
    return np.kron(_differences(rows), _differences(columns))


@cache
def _differences(levels: int) -> Array:
    """An orthonormal basis of what lies beyond the mean of so many levels: (levels, levels − 1)."""
    return np.linalg.qr(np.eye(levels)[:, :-1] - 1 / levels)[0]
