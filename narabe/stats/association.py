"""Do rows and columns of a table hang together: Pearson, Rao–Scott, Cramér's V, exact where little is expected.

Tables are (R, C) arrays of disjoint cells without totals. Rows and columns nobody is in are left out first.
"""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from narabe.stats.crossing import Array

FEW, MOST_FEW, LEAST = 5, 0.2, 1
"""Expected counts: over a fifth of the cells below five, or any below one, is too little for χ² (Cochran 1954)."""
DRAWS, SEED = 9_999, 20260401
"""Beyond 2 × 2 the exact test draws this many tables with the given margins, the same ones each time;
p is then known to about ±0.01 at most."""


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


def occupied(people: Array) -> tuple[Array, Array]:
    """Rows and columns with anybody in them."""
    return np.asarray(people.any(axis=1)), np.asarray(people.any(axis=0))


def pearson(people: Array, weighted: Array) -> Pearson | None:
    """Pearson's χ² without Yates' correction; weighted counts are scaled to the unweighted base.

    None where there is nothing to hang together: fewer than two rows or columns.
    """
    people, weighted = _trimmed(people, people), _trimmed(people, weighted)
    if min(people.shape) < 2 or weighted.sum() <= 0:
        return None
    scaled = weighted * (people.sum() / weighted.sum())
    expected = np.outer(scaled.sum(axis=1), scaled.sum(axis=0)) / scaled.sum()
    statistic = float(((scaled - expected) ** 2 / expected).sum()) if (expected > 0).all() else float("nan")
    df = (people.shape[0] - 1) * (people.shape[1] - 1)
    return Pearson(statistic, df, float(stats.chi2.sf(statistic, df)))


def cramers_v(people: Array, weighted: Array) -> float | None:
    """√(χ²/(n·(min(R, C) − 1))), without bias correction. Source: Cramér 1946."""
    found = pearson(people, weighted)
    if found is None:
        return None
    rows, columns = (side.sum() for side in occupied(people))
    return float(np.sqrt(found.statistic / (people.sum() * (min(rows, columns) - 1))))


def rao_scott(people: Array, weighted: Array, squared: Array, sampled: int, part: int) -> RaoScott | None:
    """Second-order Rao–Scott test of a weights-only design, as `svychisq(statistic = "F")` of R gives it.

    `sampled` is everybody in the survey, `part` everybody in the filtered part (answered or not): the replacement
    factor and the denominator's degrees of freedom stand on them. Source: Rao & Scott 1984.
    """
    plain = pearson(people, weighted)
    if plain is None or sampled < 2 or part < 2 or np.isnan(plain.statistic):
        return None
    weighted, squared = _trimmed(people, weighted), _trimmed(people, squared)
    design = _generalised_effects(weighted, squared, int(people.sum()), sampled / (sampled - 1))
    total = float(np.trace(design))
    if not total > 0:
        return None
    ndf = total**2 / float(np.trace(design @ design))
    ddf, statistic = ndf * (part - 1), plain.statistic / total
    return RaoScott(statistic, ndf, ddf, float(stats.f.sf(statistic, ndf, ddf)))


def exact(people: Array) -> Exact | None:
    """Fisher's test where the expected counts are too small for χ²; None where they are not, or cannot be."""
    people = _trimmed(people, people).astype(int)
    if min(people.shape) < 2:
        return None
    expected = np.outer(people.sum(axis=1), people.sum(axis=0)) / people.sum()
    if (expected < FEW).mean() <= MOST_FEW and (expected >= LEAST).all():
        return None
    if people.shape == (2, 2):
        return Exact(float(stats.fisher_exact(people).pvalue), None)
    drawing = stats.MonteCarloMethod(n_resamples=DRAWS, rng=np.random.default_rng(SEED))
    found = stats.fisher_exact(people, method=drawing).pvalue
    return Exact(float(np.ravel(found)[0]), DRAWS)


def _trimmed(people: Array, values: Array) -> Array:
    rows, columns = occupied(people)
    return values[np.ix_(rows, columns)]


def _generalised_effects(weighted: Array, squared: Array, people: int, replacement: float) -> Array:
    """Rao–Scott's matrix of design effects, from cell sums of weights and of squared weights alone."""
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
    contrasts = np.kron(_differences(rows), _differences(columns))
    inverse = np.diag(np.where(share > 0, 1 / np.where(share > 0, share, 1), 0))
    under_independence = contrasts.T @ (inverse / people) @ contrasts
    measured = contrasts.T @ inverse @ covariance @ inverse @ contrasts
    return np.linalg.solve(under_independence, measured)


def _differences(levels: int) -> Array:
    """An orthonormal basis of what lies beyond the mean of so many levels: (levels, levels − 1)."""
    return np.linalg.qr(np.eye(levels)[:, :-1] - 1 / levels)[0]
