"""Shares, intervals and tests of crossed tables against R's survey package, statsmodels, scipy and hand counts."""

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint, proportions_ztest

from narabe.stats import association
from narabe.stats.averages import average
from narabe.stats.columns_apart import against_rest, pairs
from narabe.stats.crossing import (
    Counts,
    effective_base,
    logit_intervals,
    wilson_intervals,
)
from narabe.stats.raking import EmptyCell, rake
from narabe.stats.suppression import PARTNER, SHOWN, SMALL, masked
from tests.stats.crossed import answered, counted, people, reference, says

SEXES, AGES, ANSWERS = ("m", "f"), ("10s", "20s", "40s", "60s"), ("know", "heard", "no", "other")
EXACT, CLOSE = 1e-9, 1e-6
EVERYBODY, R = people(), reference()


def crossed(row: str, rows: tuple[str, ...], column: str, columns: tuple[str, ...], part=EVERYBODY) -> Counts:  # type: ignore[no-untyped-def]
    base = answered(part, row, column)
    return counted(EVERYBODY, base, [says(row, r) for r in rows], [says(column, c) for c in columns])


TABLES = {
    "q_sex": (crossed("q", ANSWERS, "sex", SEXES), EVERYBODY),
    "q_age": (crossed("q", ANSWERS, "age", AGES), EVERYBODY),
    "sex_net": (crossed("sex", SEXES, "use_net", ("0", "1")), EVERYBODY),
    "q_sex_20s": (
        crossed("q", ANSWERS, "sex", SEXES, [each for each in EVERYBODY if each["age"] == "20s"]),
        [each for each in EVERYBODY if each["age"] == "20s"],
    ),
}
LABELS = {"q_sex": (ANSWERS, SEXES), "q_age": (ANSWERS, AGES)}


@pytest.mark.parametrize("name", TABLES)
def test_rao_scott_is_that_of_r(name: str) -> None:
    counts, part = TABLES[name]
    told = association.associated(counts.people, counts.weighted, counts.squared, len(EVERYBODY), len(part))
    assert told is not None
    found = told.rao_scott
    assert found is not None
    said = [R[f"{name}/F/{key}"] for key in ("statistic", "parameter/1", "parameter/2", "p")]
    assert [found.statistic, found.ndf, found.ddf, found.p] == pytest.approx(said, rel=CLOSE)


@pytest.mark.parametrize("name", TABLES)
def test_pearson_without_weights_is_that_of_r(name: str) -> None:
    counts, _ = TABLES[name]
    both = association.associated(counts.people, counts.people)
    assert both is not None
    found = both.pearson
    told = [R[f"{name}/pearson/{key}"] for key in ("statistic", "df", "p")]
    assert [found.statistic, found.df, found.p] == pytest.approx(told, rel=CLOSE)


@pytest.mark.parametrize("name", LABELS)
def test_weighted_shares_and_logit_intervals_are_those_of_r(name: str) -> None:
    counts, _ = TABLES[name]
    rows, columns = LABELS[name]
    low, high = logit_intervals(counts)
    seen = 0
    for r, row in enumerate(rows):
        for c, column in enumerate(columns):
            assert counts.weighted[r, c] == pytest.approx(R[f"{name}/weighted/{row}/{column}"], rel=EXACT)
            if (told := f"{name}/share/{row}/{column}") in R:
                seen += 1
                assert counts.column_shares[r, c] == pytest.approx(R[told], rel=EXACT)
                assert low[r, c] == pytest.approx(R[told.replace("share", "low")], rel=CLOSE)
                assert high[r, c] == pytest.approx(R[told.replace("share", "high")], rel=CLOSE)
    assert seen > 6


def test_several_answers_have_the_shares_and_intervals_of_r() -> None:
    flags = ("use_net", "use_phone", "use_desk", "use_post")
    base = answered(EVERYBODY, *flags)
    counts = counted(EVERYBODY, base, [says(f, "1") for f in flags], [says("sex", s) for s in SEXES])
    low, high = logit_intervals(counts)
    for r, flag in enumerate(flags):
        for c, sex in enumerate(SEXES):
            told = [R[f"multiple/{key}/{flag}/{sex}"] for key in ("share", "low", "high")]
            assert [counts.column_shares[r, c], low[r, c], high[r, c]] == pytest.approx(told, rel=CLOSE)


def test_where_a_share_is_one_the_interval_is_wilson_on_the_effective_base() -> None:
    told = counted(
        EVERYBODY, [p for p in EVERYBODY if p["sex"] == "m"], [says("sex", "m")], [says("sex", "m")]
    )
    base = told.base_weighted[0] ** 2 / told.base_squared[0]
    low, high = logit_intervals(told)
    assert (low[0, 0], high[0, 0]) == pytest.approx(proportion_confint(base, base, method="wilson"))


def test_intervals_without_weights_are_wilson() -> None:
    low, high = wilson_intervals(np.array([[0.25, 0.0]]), np.array([[40.0, 12.0]]))
    assert (low[0, 0], high[0, 0]) == pytest.approx(proportion_confint(10, 40, method="wilson"))
    assert (low[0, 1], high[0, 1]) == pytest.approx(proportion_confint(0, 12, method="wilson"))


def test_effective_base_of_equal_weights_is_the_number_of_people() -> None:
    assert effective_base(np.array([30.0, 0.0]), np.array([90.0, 0.0])).tolist() == [10.0, 0.0]


def plain() -> Counts:
    base = answered(EVERYBODY, "q", "age")
    columns = [says("age", age) for age in AGES] + [lambda _: True]
    return counted(EVERYBODY, base, [says("q", q) for q in ANSWERS], columns, lambda _: 1.0)


def test_pairs_without_weights_are_the_pooled_z_of_statsmodels() -> None:
    counts = plain()
    found = pairs(counts, [0, 1, 2, 3], "none")
    for place, (a, b) in enumerate(zip(found.left, found.right, strict=True)):
        z, p = proportions_ztest(counts.people[0, [a, b]], counts.base_people[[a, b]])
        assert (found.z[0, place], found.p[0, place]) == pytest.approx((z, p), rel=CLOSE)


@pytest.mark.parametrize(("correction", "method"), [("holm", "holm"), ("bonferroni", "b"), ("fdr", "fdr_bh")])
def test_the_family_of_a_correction_is_the_testable_pairs_of_a_row(correction: str, method: str) -> None:
    counts = plain()
    found = pairs(counts, [0, 1, 2, 3], correction)
    for p, adjusted in zip(found.p, found.adjusted, strict=True):
        tested = ~np.isnan(p)
        assert (np.isnan(adjusted) == ~tested).all()
        told = multipletests(p[tested], method=method)[1] if tested.any() else []
        assert adjusted[tested] == pytest.approx(told)


def test_nobody_or_everybody_is_no_difference_tested() -> None:
    counts = Counts(
        people=np.array([[0.0, 5.0, 10.0, 1.0]]),
        weighted=np.array([[0.0, 5.0, 10.0, 1.0]]),
        squared=np.array([[0.0, 5.0, 10.0, 1.0]]),
        base_people=np.array([20.0, 20.0, 10.0, 1.0]),
        base_weighted=np.array([20.0, 20.0, 10.0, 1.0]),
        base_squared=np.array([20.0, 20.0, 10.0, 1.0]),
        positive=np.array([20.0, 20.0, 10.0, 1.0]),
        shared=np.zeros((4, 4)),
        sampled=51,
    )
    assert np.isnan(pairs(counts, [0, 1, 2, 3], "holm").adjusted).all()


def test_columns_that_share_people_are_tested_as_overlapping() -> None:
    """Two overlapping columns: the variance of the difference is that of a sum over people, counted person by person."""
    flags = ("use_net", "use_phone")
    base = answered(EVERYBODY, "q", *flags)
    counts = counted(EVERYBODY, base, [says("q", "know")], [says(flag, "1") for flag in flags])
    found = pairs(counts, [0, 1], "none")
    total = counts.base_weighted
    size = total**2 / counts.base_squared
    share = counts.column_shares[0]
    pooled = (share @ size) / size.sum()
    variance = sum(
        (float(p["weight"]) * ((p["use_net"] == "1") / total[0] - (p["use_phone"] == "1") / total[1])) ** 2
        * pooled
        * (1 - pooled)
        for p in base
    )
    assert found.z[0, 0] == pytest.approx((share[0] - share[1]) / variance**0.5, rel=EXACT)


def test_a_cell_against_the_rest_is_its_adjusted_residual() -> None:
    """Without weights: Haberman's adjusted residual of the table."""
    counts = plain()
    z, p = against_rest(counts, 4)
    observed = counts.people[:, :4]
    n = observed.sum()
    rows, columns = observed.sum(axis=1, keepdims=True), observed.sum(axis=0, keepdims=True)
    expected = rows * columns / n
    residual = (observed - expected) / np.sqrt(expected * (1 - rows / n) * (1 - columns / n))
    able = (observed > 0) & (observed < columns) & (rows - observed > 0)
    assert z[:, :4][able] == pytest.approx(residual[able], rel=EXACT)
    assert p[0, 0] == pytest.approx(2 * stats.norm.sf(abs(residual[0, 0])), rel=EXACT)
    assert np.isnan(z[:, 4]).all()


def test_cramers_v_by_hand() -> None:
    """30/10 against 10/30: χ² = 80·(30·30−10·10)²/(40⁴) = 20, V = √(20/80) = 0.5; an empty row counts for nothing."""
    table = np.array([[30.0, 10.0], [10.0, 30.0], [0.0, 0.0]])
    found = association.associated(table, table * 2.5)
    assert found is not None
    assert found.cramers_v == pytest.approx(0.5)
    assert (found.pearson.statistic, found.pearson.df) == (pytest.approx(20.0), 1)
    assert found.rao_scott is None, "not asked for"


def test_one_row_or_one_column_hangs_together_with_nothing() -> None:
    table = np.array([[3.0, 4.0], [0.0, 0.0]])
    assert association.associated(table, table, table, 7, 7) is None
    assert association.exact(table) is None
    assert association.associated(np.ones((2, 2)), np.array([[1.0, 1.0], [0.0, 0.0]])) is None, "no weight"


def test_exact_where_little_is_expected() -> None:
    assert association.exact(np.array([[30.0, 10.0], [10.0, 30.0]])) is None
    tea = association.exact(np.array([[3.0, 1.0], [1.0, 3.0]]))
    assert tea is not None
    assert (tea.p, tea.draws) == (pytest.approx(34 / 70), None), "Fisher's tea: (1+16+16+1)/70"
    wide = association.exact(np.array([[3.0, 0.0, 0.0], [0.0, 3.0, 0.0], [0.0, 0.0, 3.0]]))
    assert wide is not None
    assert wide.draws is not None
    assert wide.p == pytest.approx(6 * 6**3 / (6**3 * 1680), abs=0.003), "6 of 1,680 arrangements"
    association._drawn.cache_clear()
    assert association.exact(np.eye(3) * 3) == wide, "the same tables are drawn each time"
    assert association.exact(np.eye(3)) is not None, "one person a cell"


def test_averages_by_hand() -> None:
    """1, 1, 2, 5 (mean 9/4; median between 1 and 2; SD √(51/12))."""
    found = average(np.array([1.0, 2.0, 5.0]), np.array([2.0, 1.0, 1.0]), np.array([2.0, 1.0, 1.0]))
    assert (found.mean, found.median, found.sd) == (2.25, 1.5, pytest.approx((10.75 / 3) ** 0.5))
    heavy = average(np.array([1.0, 2.0, 5.0]), np.array([1.0, 1.0, 1.0]), np.array([0.5, 0.5, 3.0]))
    assert (heavy.mean, heavy.median) == (pytest.approx(16.5 / 4), 5.0)
    assert np.isnan(average(np.array([1.0]), np.array([0.0]), np.array([0.0])).mean)


@pytest.mark.parametrize("sex", SEXES)
def test_the_mean_of_a_scale_is_that_of_r(sex: str) -> None:
    values = np.arange(1.0, 6.0)
    there = [[p for p in EVERYBODY if p["sex"] == sex and p["scale"] == str(int(v))] for v in values]
    weighted = np.array([sum(float(p["weight"]) for p in group) for group in there])
    found = average(values, np.array([float(len(group)) for group in there]), weighted)
    assert found.mean == pytest.approx(R[f"scale/mean/{sex}"], rel=EXACT)


def test_raking_reaches_the_weights_of_r() -> None:
    cells = [(sex, age) for sex in SEXES for age in AGES]
    count = np.array([sum(p["sex"] == s and p["age"] == a for p in EVERYBODY) for s, a in cells], float)
    found = rake(
        count,
        [np.array([SEXES.index(s) for s, _ in cells]), np.array([AGES.index(a) for _, a in cells])],
        [np.array([117.0, 123.0]), np.array([30.0, 50.0, 80.0, 80.0])],
    )
    assert found.converged
    assert found.weights == pytest.approx([R[f"raked/{s}/{a}"] for s, a in cells], rel=CLOSE)
    assert found.effective_base == pytest.approx(240 / found.design_effect)
    assert (found.low, found.high) == (min(found.weights), max(found.weights))


def test_raking_refuses_a_margin_nobody_stands_in() -> None:
    with pytest.raises(EmptyCell) as refusal:
        rake(np.array([5.0, 5.0]), [np.array([0, 1])], [np.array([3.0, 3.0, 4.0])])
    assert (refusal.value.margin, refusal.value.category) == (0, 2)


def test_raking_says_when_margins_cannot_agree() -> None:
    """All men are young and all women old, but the margins ask for half and half against one to three."""
    places = [np.array([0, 1]), np.array([0, 1])]
    found = rake(np.array([10.0, 10.0]), places, [np.array([1.0, 1.0]), np.array([1.0, 3.0])])
    assert not found.converged
    assert found.off > 0.1


def test_trimmed_weights_stay_below_the_ceiling() -> None:
    places = [np.array([0, 1])]
    free = rake(np.array([10.0, 90.0]), places, [np.array([40.0, 60.0])])
    assert free.high == pytest.approx(4.0)
    cut = rake(np.array([10.0, 90.0]), places, [np.array([40.0, 60.0])], ceiling=3.0)
    assert (cut.high, cut.trimmed, cut.converged) == (3.0, 10, False)


def test_a_small_column_is_masked_with_a_partner() -> None:
    """7 of 100 would be told by 100 − 43 − 50: the smaller of the others goes with it."""
    assert masked(np.array([43, 7, 50]), 10, [[0, 1, 2]]).tolist() == [PARTNER, SMALL, SHOWN]
    assert masked(np.array([43, 17, 50]), 10, [[0, 1, 2]]).tolist() == [SHOWN] * 3
    assert masked(np.array([40, 7, 8, 45]), 10, [[0, 1, 2, 3]]).tolist() == [SHOWN, SMALL, SMALL, SHOWN], "15"
    assert masked(np.array([40, 3, 4, 53]), 10, [[0, 1, 2, 3]]).tolist() == [PARTNER, SMALL, SMALL, SHOWN], (
        "7"
    )
    assert masked(np.array([40, 0, 60]), 10, [[0, 1, 2]]).tolist() == [SHOWN] * 3, "nobody is no secret"


def test_nested_columns_are_masked_along_both_questions() -> None:
    """Men and women by two ages: hiding one cell needs one more in its row and one more in its column."""
    sums = [[0, 1], [2, 3], [0, 2], [1, 3]]
    assert masked(np.array([5, 40, 30, 50]), 10, sums).tolist() == [SMALL, PARTNER, PARTNER, PARTNER]


def test_pairs_are_the_same_in_any_order_of_columns() -> None:
    counts = plain()
    forward = pairs(counts, [0, 1, 2, 3], "holm")
    backward = pairs(counts, [3, 2, 1, 0], "holm")
    for (a, b), p in zip(zip(forward.left, forward.right, strict=True), forward.adjusted.T, strict=True):
        other = next(i for i in range(6) if {backward.left[i], backward.right[i]} == {a, b})
        assert backward.adjusted[:, other] == pytest.approx(p, nan_ok=True)
