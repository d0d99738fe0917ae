"""Intervals for shares and for differences of shares, as if from simple random samples."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

ALPHA = 0.05
"""Intervals are 95 % throughout; the sentences and column names say so."""


def wilson(count: int, base: int) -> tuple[float, float]:
    """Wilson score interval of `count`/`base`, in percent. Source: Wilson 1927."""
    low, high = proportion_confint(count, base, alpha=ALPHA, method="wilson")
    return max(0.0, 100 * float(low)), min(100.0, 100 * float(high))


def newcombe(
    count_later: float, base_later: float, count_earlier: float, base_earlier: float
) -> tuple[float, float]:
    """Interval of (later − earlier) in points, Newcombe's hybrid score method 10 (1998).

    Counts and bases need not be whole: those of weighted shares are on the effective base.
    """
    low, high = confint_proportions_2indep(
        count_later,
        base_later,
        count_earlier,
        base_earlier,
        method="newcomb",
        compare="diff",
        alpha=ALPHA,
    )
    return 100 * float(low), 100 * float(high)
