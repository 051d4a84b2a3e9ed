import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.statistics import bootstrap
from analysis.statistics.lognormal import Lognormal

TRUTH = Lognormal(501.5, 5.95, 3.33)
THRESHOLDS = np.array([1e3, 1e4, 1e5, 1e6])


def draw(number: int, seed: int) -> np.ndarray:
    return TRUTH.size_exceeded_by(1 - np.random.default_rng(seed).random(number)).round()


@pytest.mark.parametrize("quantile", [0.5, 0.9])
def test_quantile_interval_is_that_of_scipys_quantile_test(quantile):
    counts = draw(200, 1)
    ours = bootstrap.quantile_interval(counts, quantile)
    test = stats.quantile_test(counts, q=0, p=quantile)
    theirs = test.confidence_interval(confidence_level=0.95)
    assert (ours.low, ours.high) == (theirs.low, theirs.high)
    assert ours.estimate == np.quantile(counts, quantile)


def test_a_median_needs_six_reports_for_an_interval():
    assert bootstrap.median_interval([1, 2, 3, 4, 5, 6]) == (3.5, 1, 6)
    five = bootstrap.median_interval([1, 2, 3, 4, 5])
    assert five.estimate == 3
    assert np.isnan([five.low, five.high]).all()
    assert np.isnan(bootstrap.median_interval([None])).all()


def test_quantile_intervals_cover_the_truth():
    truth = TRUTH.size_exceeded_by(0.1)
    found = [bootstrap.quantile_interval(draw(100, seed), 0.9) for seed in range(400)]
    # Binomial noise of 400 samples: 95% less three standard errors.
    assert np.mean([one.low <= truth <= one.high for one in found]) > 0.917


def test_intervals_by_group_whole_rows():
    frame = pd.DataFrame(
        {"sector": ["a"] * 7 + ["b"], "individuals_affected": [1, 2, 3, 4, 5, 6, None, 9]}
    )
    table = bootstrap.quantile_intervals_by(frame, "sector", quantiles=(0.5,))
    assert table.iloc[0].tolist() == ["a", 0.5, 7, 1, 3.5, 1.0, 6.0, True]
    assert table.iloc[1, :5].tolist() == ["b", 0.5, 1, 0, 9.0]
    assert table.iloc[1][["low", "high"]].isna().all()


def test_exceedance_band_is_clopper_pearson_at_each_threshold():
    counts = draw(500, 2)
    band = bootstrap.exceedance_band(counts, THRESHOLDS)
    for row in band.itertuples():
        at_least = int((counts >= row.individuals_affected).sum())
        interval = stats.binomtest(at_least, 500).proportion_ci()
        assert row.reports_at_least == at_least
        assert (row.low, row.high) == pytest.approx((interval.low, interval.high))


def test_bootstrap_and_exact_band_agree_where_a_dozen_reports_or_more_are_as_large():
    counts = draw(7_600, 3)
    exact = bootstrap.exceedance_band(counts, THRESHOLDS)
    resampled = bootstrap.bootstrap_exceedance_band(counts, THRESHOLDS)
    assert exact["reports_at_least"].min() >= 12
    width = exact["high"] - exact["low"]
    assert ((exact["low"] - resampled["low"]).abs() < 0.1 * width).all()
    assert ((exact["high"] - resampled["high"]).abs() < 0.1 * width).all()


def test_multinomial_resampling_is_the_bootstrap_of_single_reports():
    counts = draw(300, 4)
    found = bootstrap.bootstrap_exceedance_band(counts, [1e4])
    plain = stats.bootstrap(
        ((counts >= 1e4).astype(float),), np.mean, method="percentile", rng=5, n_resamples=2000
    ).confidence_interval
    assert found[["low", "high"]].iloc[0].tolist() == pytest.approx(list(plain), abs=0.01)


def test_the_bootstrap_is_the_same_each_time():
    counts = draw(300, 6)
    once, again = (bootstrap.bootstrap_exceedance_band(counts, THRESHOLDS) for _ in range(2))
    pd.testing.assert_frame_equal(once, again)


def test_beyond_the_largest_the_exact_band_has_an_upper_bound_and_the_bootstrap_none():
    exact = bootstrap.exceedance_band([600] * 20, [1e6]).iloc[0]
    resampled = bootstrap.bootstrap_exceedance_band([600] * 20, [1e6]).iloc[0]
    assert (exact["low"], exact["high"] > 0.1, resampled["high"]) == (0, True, 0)


def test_without_reports_the_rows_stay_and_claim_nothing():
    for band in (bootstrap.exceedance_band, bootstrap.bootstrap_exceedance_band):
        found = band([None], THRESHOLDS)
        assert found["reports_at_least"].tolist() == [0, 0, 0, 0]
        assert found[["share_at_least", "low", "high"]].isna().all(axis=None)
        assert found["is_small"].all()


def test_bands_by_group_have_a_row_for_each_group_and_threshold():
    frame = pd.DataFrame(
        {"sector": ["a"] * 12 + ["b"] * 3, "individuals_affected": [2000] * 12 + [50_000] * 3}
    )
    table = bootstrap.exceedance_bands_by(frame, "sector", [1e3, 1e4])
    assert table[["sector", "reports_at_least", "is_small"]].to_numpy().tolist() == [
        ["a", 12, False],
        ["a", 0, False],
        ["b", 3, True],
        ["b", 3, True],
    ]
    assert bootstrap.exceedance_bands_by(frame[:0], "sector", [1e3]).columns.equals(table.columns)
