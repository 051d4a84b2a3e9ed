"""Intervals for numbers of reports, rates a year and shares.

All are two-sided at `level`, and take numbers or arrays alike. They treat reports as independent
and the rate as constant within the window; `dispersion` says how far from true that is.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy import special, stats


class Interval(NamedTuple):
    """An estimate with its lower and upper bound: floats, or arrays of one shape."""

    estimate: np.ndarray | float
    low: np.ndarray | float
    high: np.ndarray | float


def poisson_interval(
    events: ArrayLike, *, exposure: ArrayLike = 1, level: float = 0.95
) -> Interval:
    """Events per unit of exposure (reports a year, if exposure is in years), exact.

    Garwood 1936, by chi-square quantiles. No events give low 0 and a high above 0.
    """
    events, exposure = np.asarray(events, float), np.asarray(exposure, float)
    tail = (1 - level) / 2
    low = special.chdtri(2 * events, 1 - tail) / 2
    low = np.where(events > 0, low, 0.0)
    high = special.chdtri(2 * events + 2, tail) / 2
    return Interval(*(_plain(part / exposure) for part in (events, low, high)))


def wilson_interval(successes: ArrayLike, trials: ArrayLike, *, level: float = 0.95) -> Interval:
    """A share (0..1) with its score interval, without continuity correction (Wilson 1927).

    NaN where there are no trials. Equals `scipy.stats.binomtest(...).proportion_ci("wilson")`,
    which takes one share at a time.
    """
    k, n = _share_of(successes, trials)
    z = special.ndtri((1 + level) / 2)
    share = k / n
    centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    # At 0 and n the bound is 0 and 1; rounding must not put it a hair outside.
    low = np.where(k == 0, 0.0, centre - half)
    high = np.where(k == n, 1.0, centre + half)
    return Interval(_plain(share), _plain(low * n / n), _plain(high * n / n))


def exact_share_interval(
    successes: ArrayLike, trials: ArrayLike, *, level: float = 0.95
) -> Interval:
    """A share (0..1) whose interval covers at least `level`, also near 0 (Clopper-Pearson 1934).

    For rare outcomes: there Wilson's interval can cover less than it says. NaN without trials.
    """
    k, n = _share_of(successes, trials)
    tail = (1 - level) / 2
    low = np.where(k > 0, stats.beta.ppf(tail, np.maximum(k, 1), n - k + 1), 0.0)
    high = np.where(k < n, stats.beta.ppf(1 - tail, k + 1, np.maximum(n - k, 1)), 1.0)
    return Interval(_plain(k / n), _plain(low * n / n), _plain(high * n / n))


def rate_ratio(
    events: ArrayLike,
    exposure: ArrayLike,
    other_events: ArrayLike,
    other_exposure: ArrayLike,
    *,
    level: float = 0.95,
) -> Interval:
    """How many times the other rate this one is, exact.

    Given the sum of both, the events are binomial (Przyborowski and Wilenski 1940), so the bounds
    are those of a Clopper-Pearson share turned into odds. High is infinite when the other has no
    events; all is NaN when neither has.
    """
    share = exact_share_interval(events, np.add(events, other_events), level=level)
    scale = np.divide(other_exposure, exposure)
    with np.errstate(divide="ignore"):
        return Interval(*(_plain(scale * p / np.subtract(1, p)) for p in share))


def share_difference(
    successes: ArrayLike,
    trials: ArrayLike,
    other_successes: ArrayLike,
    other_trials: ArrayLike,
    *,
    level: float = 0.95,
) -> Interval:
    """This share less the other (-1..1), by Newcombe's hybrid of two Wilson intervals (1998)."""
    share, low, high = wilson_interval(successes, trials, level=level)
    other, other_low, other_high = wilson_interval(other_successes, other_trials, level=level)
    difference = share - other
    return Interval(
        difference,
        _plain(difference - np.hypot(share - low, other_high - other)),
        _plain(difference + np.hypot(high - share, other - other_low)),
    )


class Dispersion(NamedTuple):
    """Variance over mean (1 if Poisson) and the chance of one this large if it were Poisson."""

    index: float
    p_value: float


def dispersion(events: ArrayLike) -> Dispersion:
    """Are counts of equally long periods (one number a period, at least two) more uneven than
    chance? A large index says that the Poisson intervals here are too narrow for forecasts."""
    events = np.asarray(events, float)
    index = events.var(ddof=1) / events.mean()
    return Dispersion(
        float(index), float(stats.chi2.sf(index * (events.size - 1), events.size - 1))
    )


def _share_of(successes: ArrayLike, trials: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Both as floats, with NaN for no trials."""
    k, n = np.asarray(successes, float), np.asarray(trials, float)
    return k, np.where(n > 0, n, np.nan)


def _plain(value: np.ndarray) -> np.ndarray | float:
    """A float for one number, the array otherwise."""
    return value if np.ndim(value) else float(value)
