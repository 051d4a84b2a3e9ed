"""Intervals for medians, other quantiles and exceedance curves of counts.

Quantiles: the exact interval between two order statistics, from the binomial distribution of the
number of counts below the quantile (David and Nagaraja 2003, section 7.1). It assumes nothing of
the distribution, covers at least `level`, also with ties, and needs no simulation.

Exceedance: at each threshold the share is binomial, so Clopper and Pearson's exact interval is to
be had. The bootstrap is here as well, because a whole curve can be resampled at once: between the
thresholds a resample is a multinomial draw, which costs the same for 7,000 and 7,000,000 reports.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy import stats

from analysis.statistics.counts import stated
from analysis.statistics.rates import Interval, exact_share_interval
from analysis.vocabulary import SMALL_GROUP

RESAMPLES = 2_000
SEED = 2015


def quantile_interval(counts: ArrayLike, quantile: float, *, level: float = 0.95) -> Interval:
    """A quantile of the counts (individuals) with its exact interval.

    A bound is NaN where so few counts cannot give one: a median at 95% needs six.
    """
    values, _ = stated(counts)
    number = values.size
    if not number:
        return Interval(np.nan, np.nan, np.nan)
    tail = (1 - level) / 2
    below = stats.binom.ppf([tail, 1 - tail], number, quantile).astype("int64")
    low = float(values[below[0] - 1]) if below[0] > 0 else np.nan
    high = float(values[below[1]]) if below[1] < number else np.nan
    return Interval(float(np.quantile(values, quantile)), low, high)


def median_interval(counts: ArrayLike, *, level: float = 0.95) -> Interval:
    """The median count with its exact interval: see `quantile_interval`."""
    return quantile_interval(counts, 0.5, level=level)


def quantile_intervals_by(
    frame: pd.DataFrame,
    by: str,
    *,
    quantiles: Sequence[float] = (0.5, 0.9),
    level: float = 0.95,
    column: str = "individuals_affected",
) -> pd.DataFrame:
    """Quantiles with intervals. One row is one value of `by` and one quantile.

    Columns: `by`, `quantile` (0..1), `reports`, `missing`, `individuals_affected` (the quantile),
    `low`, `high` (NaN where too few), `is_small` (fewer than ten stated counts).
    """
    rows = []
    for member, counts in frame.groupby(by, observed=True)[column]:
        values, missing = stated(counts)
        for quantile in quantiles:
            interval = quantile_interval(values, quantile, level=level)
            small = values.size < SMALL_GROUP
            rows.append([member, quantile, len(counts), missing, *interval, small])
    columns = [by, "quantile", "reports", "missing", column, "low", "high", "is_small"]
    return pd.DataFrame(rows, columns=columns)


def exceedance_band(
    counts: ArrayLike, thresholds: ArrayLike, *, level: float = 0.95
) -> pd.DataFrame:
    """The share of reports at or above each threshold, with its exact pointwise interval.

    One row a threshold: `individuals_affected` (the threshold), `reports_at_least`,
    `share_at_least`, `low`, `high` (0..1; NaN without reports), `is_small` (fewer than ten reports
    state a count). With no report so large, `low` is 0 and `high` is an upper bound.
    """
    values, _ = stated(counts)
    at_least, thresholds = _at_least(values, thresholds)
    share = exact_share_interval(at_least, np.full(thresholds.shape, values.size), level=level)
    return _band(values, thresholds, at_least, share)


def bootstrap_exceedance_band(
    counts: ArrayLike,
    thresholds: ArrayLike,
    *,
    level: float = 0.95,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> pd.DataFrame:
    """`exceedance_band` by the percentile bootstrap, with a fixed seed: same columns.

    It agrees with the exact interval where a dozen reports or more are at least as large. Beyond
    the largest report it can only say zero: use `exceedance_band` there.
    """
    values, _ = stated(counts)
    at_least, thresholds = _at_least(values, thresholds)
    if not values.size:
        nothing = np.full(thresholds.shape, np.nan)
        return _band(values, thresholds, at_least, Interval(nothing, nothing, nothing))
    between = -np.diff(at_least, prepend=values.size, append=0)
    drawn = np.random.default_rng(seed).multinomial(
        values.size, between / values.size, size=resamples
    )
    # What falls below a threshold falls below all higher ones.
    shares = 1 - np.cumsum(drawn[:, :-1], axis=1) / values.size
    tail = (1 - level) / 2
    low, high = np.quantile(shares, [tail, 1 - tail], axis=0)
    return _band(values, thresholds, at_least, Interval(at_least / values.size, low, high))


def exceedance_bands_by(
    frame: pd.DataFrame,
    by: str,
    thresholds: ArrayLike,
    *,
    level: float = 0.95,
    column: str = "individuals_affected",
) -> pd.DataFrame:
    """`exceedance_band` of each group: one row is one value of `by` and one threshold."""
    bands = [
        exceedance_band(counts, thresholds, level=level).assign(**{by: member})
        for member, counts in frame.groupby(by, observed=True)[column]
    ]
    bands = bands or [exceedance_band([], []).assign(**{by: []})]
    joined = pd.concat(bands, ignore_index=True)
    return joined[[by, *joined.columns.drop(by)]]


def _at_least(values: np.ndarray, thresholds: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """For each threshold, ascending, how many counts reach it."""
    thresholds = np.sort(np.asarray(thresholds, float))
    return values.size - np.searchsorted(values, thresholds), thresholds


def _band(
    values: np.ndarray, thresholds: np.ndarray, at_least: np.ndarray, share: Interval
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "individuals_affected": thresholds,
            "reports_at_least": at_least,
            "share_at_least": share.estimate,
            "low": share.low,
            "high": share.high,
            "is_small": np.full(thresholds.shape, values.size < SMALL_GROUP),
        }
    )
