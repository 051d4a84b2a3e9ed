"""How well the intervals and fits of `analysis/statistics` keep their word, and how long they take.

Run `python -m benchmarks.intervals` (about three minutes): it prints the tables of
`docs/statistics.md`.
Where outcomes can be enumerated, coverage is exact; elsewhere it is simulated with a fixed seed.
"""

import time
from collections.abc import Callable

import numpy as np
import pandas as pd
from scipy import stats

from analysis.statistics import bootstrap, rates, sizes
from analysis.statistics.goodness import lognormal_goodness
from analysis.statistics.lognormal import Lognormal, fit_lognormal
from analysis.statistics.power_law import PowerLaw, fit_power_law
from analysis.statistics.tails import fit_tail

# About what fits the reports of July 2026, and a tail as heavy as theirs.
LOGNORMAL = Lognormal(501.5, 5.95, 3.33)
POWER_LAW = PowerLaw(501.5, 1.4)


def draw(model: Lognormal | PowerLaw, number: int, rng: np.random.Generator) -> np.ndarray:
    """Whole counts made by a model, ascending."""
    return np.maximum(np.sort(model.size_exceeded_by(1 - rng.random(number)).round()), 502)


def share_coverage() -> pd.DataFrame:
    """Exact coverage of 95% intervals for a share, by the number of successes expected."""
    rows = []
    for trials in (20, 100, 1000, 7790):
        for expected in (0.2, 1, 3, 10, 0.3 * trials):
            share = min(expected / trials, 0.5)
            k = np.arange(trials + 1)
            chance = stats.binom.pmf(k, trials, share)
            resampled = [
                stats.binom.ppf(tail, trials, k / trials) / trials for tail in (0.025, 0.975)
            ]
            resampled = np.nan_to_num(resampled)
            bounds = {
                "exact": rates.exact_share_interval(k, trials)[1:],
                "Wilson": rates.wilson_interval(k, trials)[1:],
                "bootstrap": resampled,
            }
            covered = {
                name: chance[(low <= share) & (share <= high)].sum()
                for name, (low, high) in bounds.items()
            }
            rows.append({"reports": trials, "expected": expected, **covered})
    return pd.DataFrame(rows)


def rate_coverage() -> pd.DataFrame:
    """Exact coverage of the 95% Poisson interval and, for equal rates, of the ratio's."""
    rows = []
    for mean in (0.2, 1, 3, 10, 100):
        events = np.arange(int(mean + 12 * np.sqrt(mean) + 12))
        chance = stats.poisson.pmf(events, mean)
        interval = rates.poisson_interval(events)
        one = chance[(interval.low <= mean) & (mean <= interval.high)].sum()
        a, b = np.meshgrid(events, events)
        ratio = rates.rate_ratio(a, 1, b, 1)
        both = np.outer(chance, chance)
        # Where neither has an event there is no ratio, and nothing is claimed.
        held = ~((ratio.low > 1) | (ratio.high < 1))
        rows.append({"mean": mean, "rate": one, "ratio": both[held].sum()})
    return pd.DataFrame(rows)


def difference_coverage() -> pd.DataFrame:
    """Exact coverage of the 95% interval for the difference of two shares."""
    rows = []
    for n, m, p, q in ((20, 20, 0.3, 0.5), (17, 1197, 0.1, 0.2), (943, 5633, 0.02, 0.05)):
        k, j = np.meshgrid(np.arange(n + 1), np.arange(m + 1), indexing="ij")
        _, low, high = rates.share_difference(k, n, j, m)
        chance = np.outer(
            stats.binom.pmf(np.arange(n + 1), n, p), stats.binom.pmf(np.arange(m + 1), m, q)
        )
        covered = chance[(low <= p - q) & (p - q <= high)].sum()
        rows.append({"reports": n, "other": m, "share": p, "other_share": q, "coverage": covered})
    return pd.DataFrame(rows)


def quantile_coverage(repeats: int = 2000) -> pd.DataFrame:
    """Simulated coverage of 95% intervals for quantiles, beside SciPy's percentile bootstrap."""
    rng = np.random.default_rng(1)
    rows = []
    for number in (12, 50, 400):
        for quantile in (0.5, 0.9):
            truth = LOGNORMAL.size_exceeded_by(1 - quantile)
            samples = [draw(LOGNORMAL, number, rng) for _ in range(repeats)]
            exact = [bootstrap.quantile_interval(values, quantile) for values in samples]
            held = [not (i.low > truth or i.high < truth) for i in exact]
            resampled = []
            for values in samples[:400]:
                found = stats.bootstrap(
                    (values,),
                    lambda x, axis, q=quantile: np.quantile(x, q, axis=axis),
                    n_resamples=999,
                    method="percentile",
                    rng=rng,
                ).confidence_interval
                resampled.append(found.low <= truth <= found.high)
            rows.append(
                {
                    "reports": number,
                    "quantile": quantile,
                    "exact": np.mean(held),
                    "both bounds": np.mean([np.isfinite(i.high - i.low) for i in exact]),
                    "bootstrap": np.mean(resampled),
                }
            )
    return pd.DataFrame(rows)


def parameter_recovery(repeats: int = 1000) -> pd.DataFrame:
    """Known parameters found again: mean estimate and coverage of the 95% intervals."""
    rng = np.random.default_rng(2)
    rows = []
    for number in (300, 1000, 7600):
        fits = [fit_lognormal(draw(LOGNORMAL, number, rng), 501.5) for _ in range(repeats)]
        found = [fit for fit in fits if fit]
        laws = [fit_power_law(draw(POWER_LAW, number, rng), 501.5) for _ in range(repeats)]
        mu, sigma, alpha = LOGNORMAL.mu, LOGNORMAL.sigma, POWER_LAW.alpha
        rows.append(
            {
                "reports": number,
                "no lognormal": 1 - len(found) / repeats,
                "mu, median": np.median([fit.model.mu for fit in found]),
                "mu covered": np.mean([fit.mu_low <= mu <= fit.mu_high for fit in found]),
                "sigma, median": np.median([fit.model.sigma for fit in found]),
                "sigma covered": np.mean([f.sigma_low <= sigma <= f.sigma_high for f in found]),
                "alpha, mean": np.mean([law.model.alpha for law in laws]),
                "alpha covered": np.mean([w.alpha_low <= alpha <= w.alpha_high for w in laws]),
            }
        )
    return pd.DataFrame(rows)


def verdicts(repeats: int = 60) -> pd.DataFrame:
    """How often the comparison names the model that made the counts, and how often goodness of
    fit rejects that model at 5%."""
    rng = np.random.default_rng(3)
    rows = []
    for number in (300, 1000, 4000):
        for name, model in (("lognormal", LOGNORMAL), ("power law", POWER_LAW)):
            fits = [fit_tail(draw(model, number, rng)) for _ in range(repeats)]
            better = pd.Series([fit.comparison.better for fit in fits]).value_counts(normalize=True)
            tails = pd.Series([fit.tail.comparison.better for fit in fits]).eq("lognormal").mean()
            law = np.mean([fit.tail.goodness.p_value <= 0.05 for fit in fits])
            whole = [f.lognormal_goodness.p_value <= 0.05 for f in fits if f.lognormal]
            rows.append(
                {
                    "made by": name,
                    "reports": number,
                    "lognormal": better.get("lognormal", 0.0),
                    "undecided": better.get("undecided", 0.0),
                    "power law": better.get("power law", 0.0),
                    "lognormal in the tail": tails,
                    "lognormal rejected": np.mean(whole) if whole else np.nan,
                    "power-law tail rejected": law,
                }
            )
    return pd.DataFrame(rows)


def durations(number: int = 7790) -> pd.DataFrame:
    """Median milliseconds of each function on as many reports, in four groups where grouped."""
    rng = np.random.default_rng(4)
    counts = rng.permutation(draw(LOGNORMAL, number, rng))
    frame = pd.DataFrame({"group": rng.integers(0, 4, number), "individuals_affected": counts})
    thresholds = np.geomspace(500, 2e8, 60)
    questions: dict[str, Callable[[], object]] = {
        "ccdf": lambda: sizes.ccdf(counts),
        "quantiles_by": lambda: sizes.quantiles_by(frame, "group"),
        "concentration": lambda: sizes.concentration(counts),
        "quantile_intervals_by": lambda: bootstrap.quantile_intervals_by(frame, "group"),
        "exceedance_bands_by": lambda: bootstrap.exceedance_bands_by(frame, "group", thresholds),
        "bootstrap_exceedance_band": lambda: bootstrap.bootstrap_exceedance_band(
            counts, thresholds
        ),
        "lognormal_goodness": lambda: lognormal_goodness(np.sort(counts), LOGNORMAL, 1),
        "fit_tail": lambda: fit_tail(counts),
    }
    return pd.DataFrame(
        [{"function": name, "ms": _median_ms(question)} for name, question in questions.items()]
    )


def _median_ms(question: Callable[[], object], repeats: int = 5) -> float:
    question()
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        question()
        taken.append(1000 * (time.perf_counter() - start))
    return float(np.median(taken))


if __name__ == "__main__":
    for table in (
        share_coverage,
        rate_coverage,
        difference_coverage,
        quantile_coverage,
        parameter_recovery,
        verdicts,
        durations,
    ):
        print(f"\n{table.__doc__}\n")
        print(table().round(3).to_string(index=False))
