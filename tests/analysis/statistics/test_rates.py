import numpy as np
import pytest
from scipy import stats

from analysis.statistics import rates


def test_poisson_interval_has_the_tabled_bounds():
    # Garwood's bounds as tabled in textbooks: 0 (0, 3.689); 1 (0.025, 5.572); 10 (4.795, 18.390).
    found = rates.poisson_interval([0, 1, 10])
    assert np.round(found.low, 3).tolist() == [0, 0.025, 4.795]
    assert np.round(found.high, 3).tolist() == [3.689, 5.572, 18.390]


def test_poisson_interval_is_per_unit_of_exposure():
    assert rates.poisson_interval(10, exposure=5) == pytest.approx(
        (2, 4.7954 / 5, 18.3904 / 5), 1e-4
    )


@pytest.mark.parametrize("method", ["wilson", "exact"])
def test_share_intervals_equal_those_of_scipy(method):
    ours = {"wilson": rates.wilson_interval, "exact": rates.exact_share_interval}[method]
    for k, n in [(0, 1), (0, 10), (1, 10), (5, 10), (10, 10), (3, 7790)]:
        theirs = stats.binomtest(k, n).proportion_ci(method=method)
        assert ours(k, n) == pytest.approx((k / n, theirs.low, theirs.high), abs=1e-12)


def test_a_share_of_nothing_is_not_a_number():
    assert np.isnan(rates.wilson_interval(0, 0)).all()
    assert np.isnan(rates.exact_share_interval([0, 1], [0, 2]).high).tolist() == [True, False]


def test_exact_share_interval_covers_what_it_says_where_wilson_does_not():
    k = np.arange(1001)
    chance = stats.binom.pmf(k, 1000, 0.001)
    covered = {}
    for method in (rates.exact_share_interval, rates.wilson_interval):
        _, low, high = method(k, 1000 * np.ones_like(k))
        covered[method] = chance[(low <= 0.001) & (high >= 0.001)].sum()
    assert covered[rates.exact_share_interval] >= 0.95
    assert covered[rates.wilson_interval] < 0.93


def test_rate_ratio_turns_round_with_its_sides():
    one, other = rates.rate_ratio(30, 2, 10, 1), rates.rate_ratio(10, 1, 30, 2)
    assert one.estimate == pytest.approx(1.5)
    assert one == pytest.approx((1 / other.estimate, 1 / other.high, 1 / other.low))
    assert one.low < 1 < one.high


def test_rate_ratio_without_events():
    assert rates.rate_ratio(3, 1, 0, 1).high == np.inf
    assert rates.rate_ratio(0, 1, 3, 1).low == 0
    assert np.isnan(rates.rate_ratio(0, 1, 0, 1)).all()


def test_share_difference_is_newcombes_published_example():
    # Newcombe 1998, Statistics in Medicine 17:873-890, method 10: 56/70 against 48/80.
    assert rates.share_difference(56, 70, 48, 80) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


def test_dispersion_tells_chance_from_clusters():
    even = np.random.default_rng(1).poisson(40, 60)
    clusters = even * np.tile([0, 2], 30)
    assert rates.dispersion(even).p_value > 0.05
    assert rates.dispersion(clusters).index > 10
    assert rates.dispersion(clusters).p_value < 1e-6
