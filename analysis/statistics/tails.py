"""Which curve describes the sizes, and where it fails: lognormal or power law, tested.

Everything here is conditional on being published: counts below 500 are not seen, so both models
are cut off there. 500 and 501, filed as placeholders far more often than their neighbours, are set
aside and their number is said; the models then begin at 501.5, midway to the next count.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy import stats

from analysis.statistics.counts import stated
from analysis.statistics.goodness import Goodness, lognormal_goodness, power_law_goodness
from analysis.statistics.lognormal import Lognormal, LognormalFit, fit_lognormal
from analysis.statistics.power_law import PowerLaw, PowerLawFit, fit_power_law, tail_start
from analysis.vocabulary import PLACEHOLDER_COUNTS, SMALLEST_PUBLISHED

LEAST_REPORTS = 100
MOST_REPORTS = 20_000
SEED = 2015
THRESHOLDS = tuple(10**power for power in range(3, 9))
QUANTILES = (0.5, 0.75, 0.9, 0.95, 0.99, 0.999)
SIGNIFICANT = 0.05


@dataclass(frozen=True)
class Comparison:
    """Power law against lognormal on the same reports.

    `ratio`: log-likelihood of the power law less that of the lognormal, below 0 if the lognormal
    is likelier. `p_value`: Vuong's test of its sign, as in `powerlaw`. `nested_p_value`: the
    likelihood-ratio test of the power law as the limit of the lognormal (sharper, one-sided).
    `better`: "lognormal", "power law", or "undecided" where Vuong's p is 0.05 or more.
    """

    ratio: float
    p_value: float
    nested_p_value: float
    better: str


@dataclass(frozen=True)
class Tail:
    """The reports of at least `starts_at` individuals, where a power law fits best.

    `lognormal` is fitted to the same reports (None where it has become the power law), so that the
    comparison is fair. `goodness` is of the power law, its start chosen anew in each simulation.
    """

    starts_at: int
    reports: int
    share: float
    power_law: PowerLawFit
    lognormal: LognormalFit | None
    comparison: Comparison
    goodness: Goodness


@dataclass(frozen=True)
class TailFit:
    """What the sizes look like; `describe` it in words elsewhere.

    reports: counts that the models were fitted to, out of `reports + placeholders + below`
    that are stated (`below`: under the smallest count that can occur); missing: reports without.
    sampled: how many of them were drawn for the fit, None if all were used.
    lognormal: fitted to all of them, None where it has become the power law of `whole_power_law`.
    fits_from, fits_to: the longest run of sizes at which the number of reports at least as large
    lies in the lognormal's 95% range; None if there is none.
    by_threshold: one row a size (1,000 to 100 million): `individuals_affected`,
    `reports_at_least`, `lognormal` and `power_law` (expected reports; the power law from the tail's
    start on, else NaN), `lognormal_low`, `lognormal_high` (95% range of the number), `is_outside`.
    by_quantile: one row a quantile (0..1) and the largest (1): `observed`, `lognormal`,
    `power_law` (individuals; as above), `lognormal_over_observed`.
    """

    reports: int
    missing: int
    placeholders: int
    below: int
    sampled: int | None
    bound: float
    lognormal: LognormalFit | None
    lognormal_goodness: Goodness | None
    whole_power_law: PowerLawFit
    comparison: Comparison
    tail: Tail
    fits_from: int | None
    fits_to: int | None
    by_threshold: pd.DataFrame
    by_quantile: pd.DataFrame


def fit_tail(
    counts: ArrayLike, *, smallest: int = SMALLEST_PUBLISHED, seed: int = SEED
) -> TailFit | None:
    """Fit and compare both models; None with fewer than 100 usable counts: too few to tell.

    `smallest`: the smallest count that can occur, the filter's minimum if it has one. With a
    filtered maximum neither model applies. Over 20,000 counts a random sample of as many, with a
    fixed seed, is fitted; the observed figures are of all.
    """
    known, missing = stated(counts)
    seen = known[known >= smallest]
    # The placeholders are the smallest counts there are, or not there at all.
    values = seen[seen > max(PLACEHOLDER_COUNTS)]
    if values.size < LEAST_REPORTS or values[0] == values[-1]:
        return None
    bound = max(smallest, max(PLACEHOLDER_COUNTS) + 1) - 0.5
    sample = _sample(values, seed)
    lognormal = fit_lognormal(sample, bound)
    power_law = fit_power_law(sample, bound)
    tail = _fit_tail_part(sample, seed)
    fits_from, fits_to = _region(values, lognormal.model) if lognormal else (None, None)
    return TailFit(
        reports=values.size,
        missing=missing,
        placeholders=seen.size - values.size,
        below=known.size - seen.size,
        sampled=sample.size if sample.size < values.size else None,
        bound=bound,
        lognormal=lognormal,
        lognormal_goodness=lognormal_goodness(sample, lognormal.model, seed) if lognormal else None,
        whole_power_law=power_law,
        comparison=_compare(sample, power_law, lognormal),
        tail=tail,
        fits_from=fits_from,
        fits_to=fits_to,
        by_threshold=_by_threshold(values, lognormal, tail),
        by_quantile=_by_quantile(values, lognormal, tail),
    )


def _sample(values: np.ndarray, seed: int) -> np.ndarray:
    if values.size <= MOST_REPORTS:
        return values
    rng = np.random.default_rng(seed)
    return np.sort(rng.choice(values, MOST_REPORTS, replace=False, shuffle=False))


def _fit_tail_part(values: np.ndarray, seed: int) -> Tail:
    start, distance = tail_start(values)
    above = values[start:]
    bound = float(above[0]) - 0.5
    power_law, lognormal = fit_power_law(above, bound), fit_lognormal(above, bound)
    return Tail(
        starts_at=int(above[0]),
        reports=above.size,
        share=above.size / values.size,
        power_law=power_law,
        lognormal=lognormal,
        comparison=_compare(above, power_law, lognormal),
        goodness=power_law_goodness(values, start, distance, power_law.model, seed),
    )


def _compare(
    values: np.ndarray, power_law: PowerLawFit, lognormal: LognormalFit | None
) -> Comparison:
    if lognormal is None:
        return Comparison(0.0, 1.0, 1.0, "undecided")
    # Imported late: it brings Matplotlib, which only this question needs.
    from powerlaw import loglikelihood_ratio

    ratio, p_value = loglikelihood_ratio(
        power_law.model.log_density(values), lognormal.model.log_density(values)
    )
    # At the edge of the family the statistic is an even mixture of 0 and chi-square.
    nested = 0.5 * stats.chi2.sf(max(-2 * ratio, 0), 1)
    better = "lognormal" if ratio < 0 else "power law"
    return Comparison(
        float(ratio),
        float(p_value),
        float(nested),
        better if p_value < SIGNIFICANT else "undecided",
    )


def _range(model: Lognormal, sizes: np.ndarray, number: int) -> tuple[np.ndarray, ...]:
    """Expected reports at or above whole sizes under the model, and their 95% range."""
    shares = model.share_above(sizes - 0.5)
    low, high = (stats.binom.ppf(tail, number, shares) for tail in (0.025, 0.975))
    return shares * number, low, high


def _at_least(values: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    return values.size - np.searchsorted(values, sizes)


def _region(values: np.ndarray, model: Lognormal) -> tuple[int | None, int | None]:
    """The longest run, on the log axis, of sizes where the lognormal's range holds."""
    sizes = np.unique(np.geomspace(values[0], values[-1], 200).round())
    _, low, high = _range(model, sizes, values.size)
    at_least = _at_least(values, sizes)
    holds = np.concatenate([[False], (at_least >= low) & (at_least <= high), [False]])
    starts, ends = np.flatnonzero(np.diff(holds)).reshape(-1, 2).T
    if not starts.size:
        return None, None
    longest = np.argmax(np.log(sizes[ends - 1] / sizes[starts]))
    return int(sizes[starts[longest]]), int(sizes[ends[longest] - 1])


def _by_threshold(values: np.ndarray, lognormal: LognormalFit | None, tail: Tail) -> pd.DataFrame:
    sizes = np.array([size for size in THRESHOLDS if size >= values[0]], dtype="float64")
    at_least = _at_least(values, sizes)
    nothing = np.full(sizes.shape, np.nan)
    expected, low, high = (
        _range(lognormal.model, sizes, values.size) if lognormal else (nothing,) * 3
    )
    power_law = tail.power_law.model
    in_tail = sizes >= tail.starts_at
    share = power_law.share_above(sizes - 0.5) * tail.share
    return pd.DataFrame(
        {
            "individuals_affected": sizes.astype("int64"),
            "reports_at_least": at_least,
            "lognormal": expected,
            "lognormal_low": low,
            "lognormal_high": high,
            "power_law": np.where(in_tail, share * values.size, np.nan),
            "is_outside": (at_least < low) | (at_least > high),
        }
    )


def _by_quantile(values: np.ndarray, lognormal: LognormalFit | None, tail: Tail) -> pd.DataFrame:
    quantiles = np.array([*QUANTILES, 1.0])
    # The largest of n is set beside the size that the models expect one report in n to exceed.
    exceeding = np.maximum(1 - quantiles, 1 / values.size)
    observed = np.quantile(values, quantiles)
    modelled = (
        lognormal.model.size_exceeded_by(exceeding)
        if lognormal
        else np.full(quantiles.shape, np.nan)
    )
    within = np.minimum(exceeding / tail.share, 1)
    power_law: PowerLaw = tail.power_law.model
    in_tail = exceeding <= tail.share
    return pd.DataFrame(
        {
            "quantile": quantiles,
            "observed": observed,
            "lognormal": modelled,
            "power_law": np.where(in_tail, power_law.size_exceeded_by(within), np.nan),
            "lognormal_over_observed": modelled / observed,
        }
    )
