import numpy as np
import pytest
from scipy import integrate, optimize, stats

from analysis.statistics.goodness import lognormal_goodness, power_law_goodness
from analysis.statistics.lognormal import Lognormal, fit_lognormal, likeliest_lognormal
from analysis.statistics.power_law import (
    CANDIDATES,
    LEAST_TAIL,
    PowerLaw,
    fit_power_law,
    tail_start,
)
from analysis.statistics.tails import fit_tail
from tests.shared import needs_exports, raw_newest

LOGNORMAL = Lognormal(501.5, 5.95, 3.33)
POWER_LAW = PowerLaw(501.5, 1.4)


def draw(model, number: int, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return np.maximum(np.sort(model.size_exceeded_by(1 - rng.random(number)).round()), 502)


@pytest.mark.parametrize("model", [LOGNORMAL, POWER_LAW])
def test_density_share_and_quantile_belong_together(model):
    assert model.share_above(np.array([501.5])) == pytest.approx(1)
    shares = np.array([1e-9, 1e-4, 0.3, 1])
    assert model.share_above(model.size_exceeded_by(shares)) == pytest.approx(shares)
    held, _ = integrate.quad(lambda x: np.exp(model.log_density(x)), 501.5, 20_000, limit=200)
    assert held == pytest.approx(1 - model.share_above(20_000), abs=1e-8)


def test_lognormal_is_scipys_truncated_normal_of_the_logarithm():
    y = np.log(np.array([600.0, 5e3, 1e6]))
    start = (np.log(501.5) - 5.95) / 3.33
    theirs = stats.truncnorm(start, np.inf, loc=5.95, scale=3.33)
    assert LOGNORMAL.log_density(np.exp(y)) == pytest.approx(theirs.logpdf(y) - y)


def test_likeliest_lognormal_is_where_scipy_finds_the_maximum():
    counts = draw(LOGNORMAL, 3000, 1)

    def loss(point):
        return -Lognormal(501.5, point[0], np.exp(point[1])).log_density(counts).mean()

    theirs = optimize.minimize(loss, (6, 1), method="Nelder-Mead", options={"xatol": 1e-7})
    ours = likeliest_lognormal(counts, 501.5)
    assert (ours.mu, np.log(ours.sigma)) == pytest.approx(theirs.x, abs=1e-3)


def test_both_fits_and_the_test_agree_with_powerlaw():
    import powerlaw

    counts = draw(LOGNORMAL, 3000, 2)
    theirs = powerlaw.Fit(counts + 1e-9, xmin=501.5, discrete=False, verbose=0)
    ours = fit_tail(counts)
    assert ours.lognormal.model.mu == pytest.approx(theirs.lognormal.mu, abs=0.01)
    assert ours.lognormal.model.sigma == pytest.approx(theirs.lognormal.sigma, abs=0.01)
    assert ours.whole_power_law.model.alpha == pytest.approx(theirs.power_law.alpha, abs=1e-6)
    ratio, p_value = theirs.distribution_compare("power_law", "lognormal")
    assert ours.comparison.ratio == pytest.approx(ratio, abs=0.01)
    assert ours.comparison.p_value == pytest.approx(p_value, rel=0.01)


def test_known_parameters_are_found_again_within_their_intervals():
    held = {"mu": 0, "sigma": 0, "alpha": 0}
    for seed in range(100):
        fit = fit_lognormal(draw(LOGNORMAL, 2000, seed), 501.5)
        law = fit_power_law(draw(POWER_LAW, 2000, seed), 501.5)
        held["mu"] += fit.mu_low <= 5.95 <= fit.mu_high
        held["sigma"] += fit.sigma_low <= 3.33 <= fit.sigma_high
        held["alpha"] += law.alpha_low <= 1.4 <= law.alpha_high
    assert min(held.values()) >= 88, held


def test_a_lognormal_wider_than_any_is_a_power_law():
    spread = 501.5 * np.exp(stats.gamma(0.4, scale=3).ppf(np.linspace(0.001, 0.999, 500)))
    assert likeliest_lognormal(spread, 501.5) is None
    fit = fit_tail(spread.round() + 1)
    assert fit.lognormal is None
    assert (fit.comparison.better, fit.fits_from) == ("undecided", None)
    assert fit.by_threshold["lognormal"].isna().all()
    assert not fit.by_threshold["is_outside"].any()


def test_close_to_a_power_law_intervals_are_wide_but_numbers():
    fits = [fit_lognormal(draw(POWER_LAW, 1000, seed), 501.5) for seed in range(60)]
    bounds = [(fit.mu_low, fit.mu_high, fit.sigma_low, fit.sigma_high) for fit in fits if fit]
    assert 5 < len(bounds) < 55
    assert np.isfinite(bounds).all()


def test_the_start_of_a_tail_is_where_powerlaw_finds_it():
    import powerlaw

    body = np.random.default_rng(3).uniform(502, 20_000, 1500).round()
    tail = draw(PowerLaw(20_000, 2.1), 1500, 3)
    counts = np.sort(np.concatenate([body, tail]))
    start, distance = tail_start(counts)
    theirs = powerlaw.Fit(counts + 1e-9, discrete=False, verbose=0)
    assert counts[start] == pytest.approx(theirs.xmin, rel=0.25)
    assert distance == pytest.approx(theirs.D, abs=0.005)


@pytest.mark.parametrize("seed", range(6))
def test_no_other_start_of_a_tail_is_nearer_to_its_curve(seed):
    counts = draw((LOGNORMAL, POWER_LAW)[seed % 2], 300, seed)
    spaced = np.geomspace(counts[0], counts[-LEAST_TAIL - 1], CANDIDATES)
    gaps = {}
    for first in np.unique(np.searchsorted(counts, spaced)):
        excess = np.log(counts[first:] / counts[first])
        gaps[first] = stats.kstest(excess, "expon", args=(0, excess.mean())).statistic
    start, distance = tail_start(counts)
    assert distance == pytest.approx(min(gaps.values()), abs=1e-12)
    assert gaps[start] == pytest.approx(distance, abs=1e-12)


def test_a_tail_of_too_few_is_refused():
    with pytest.raises(ValueError, match="at least 50 counts"):
        tail_start(np.arange(502.0, 540))


def test_each_model_passes_for_its_own_counts_and_the_other_does_not():
    lognormal, power_law = draw(LOGNORMAL, 3000, 4), draw(POWER_LAW, 3000, 4)
    fitted = likeliest_lognormal(lognormal, 501.5)
    assert lognormal_goodness(lognormal, fitted, 1).p_value > 0.05
    lumpy = np.sort(np.concatenate([lognormal, np.full(200, 5000.0)]))
    assert lognormal_goodness(lumpy, likeliest_lognormal(lumpy, 501.5), 1).p_value <= 0.01
    start, distance = tail_start(power_law)
    law = fit_power_law(power_law[start:], power_law[start] - 0.5).model
    assert power_law_goodness(power_law, start, distance, law, 1).p_value > 0.05


def test_the_comparison_names_the_lognormal_that_made_the_counts():
    fit = fit_tail(draw(LOGNORMAL, 3000, 5))
    assert fit.comparison.better == "lognormal"
    assert fit.comparison.ratio < 0
    assert fit.comparison.nested_p_value < 1e-6


def test_the_comparison_does_not_prefer_a_lognormal_to_the_power_law_that_made_the_counts():
    better = [fit_tail(draw(POWER_LAW, 1000, seed)).comparison.better for seed in range(5)]
    assert "lognormal" not in better


def test_placeholders_missing_and_small_counts_are_set_aside_and_numbered():
    counts = [*draw(LOGNORMAL, 300, 6), *[500] * 7, *[501] * 5, None, 499]
    fit = fit_tail(counts)
    assert (fit.reports, fit.placeholders, fit.missing, fit.below) == (300, 12, 1, 1)
    assert (fit.bound, fit.sampled) == (501.5, None)


def test_a_filtered_minimum_moves_the_bound():
    counts = draw(LOGNORMAL, 3000, 7)
    fit = fit_tail(counts, smallest=10_000)
    assert fit.bound == 9_999.5
    assert fit.reports == (counts >= 10_000).sum()
    assert fit.below == (counts < 10_000).sum()
    assert fit.by_threshold["individuals_affected"].iloc[0] >= 10_000


def test_too_few_or_all_alike_are_not_fitted():
    assert fit_tail(draw(LOGNORMAL, 99, 8)) is None
    assert fit_tail([5000] * 300) is None
    assert fit_tail([]) is None


def test_more_than_twenty_thousand_are_sampled_but_observed_in_full():
    counts = draw(LOGNORMAL, 50_000, 9)
    fit = fit_tail(counts)
    assert (fit.reports, fit.sampled) == (50_000, 20_000)
    assert fit.by_threshold["reports_at_least"].iloc[0] == (counts >= 1000).sum()
    assert fit.lognormal.mu_low <= 5.95 <= fit.lognormal.mu_high


@needs_exports
def test_july_2026_is_lognormal_up_to_some_millions_and_thinner_beyond():
    counts = [int(row["count"]) for row in raw_newest() if row["count"]]
    fit = fit_tail(counts)
    assert fit.placeholders == sum(n in (500, 501) for n in counts) == 199
    assert fit.reports == len(counts) - 199
    assert fit.comparison.better == fit.tail.comparison.better == "lognormal"
    table = fit.by_threshold.set_index("individuals_affected")
    assert table["reports_at_least"].tolist() == [
        sum(n >= 10**power for n in counts) for power in range(3, 9)
    ]
    assert table.index[table["is_outside"]].tolist() == [10_000_000]
    assert fit.fits_from < 1000
    assert 1_000_000 < fit.fits_to < 10_000_000
    assert fit.tail.goodness.p_value < 0.05
