"""Power-law (Pareto) tails of counts, after Clauset, Shalizi and Newman 2009, SIAM Review 51:661.

The density falls as count^-alpha from a lower bound on. Given the bound, ln(count / bound) is
exponential, so that alpha and its interval are in closed form. Where the tail begins is chosen as
they do: the size from which the fitted curve is nearest to the observed one.
"""

from dataclasses import dataclass

import numpy as np
from scipy import stats

CANDIDATES = 80
LEAST_TAIL = 50
# Reports of a tail that are looked at before all of them are.
_LOOKED_AT = 24
_ROUNDING = 1e-9


@dataclass(frozen=True)
class PowerLaw:
    """Counts above `bound` individuals whose density falls as count^-`alpha` (above 1)."""

    bound: float
    alpha: float

    def log_density(self, counts: np.ndarray) -> np.ndarray:
        """The logarithm of the density (per individual) at each count."""
        return np.log((self.alpha - 1) / self.bound) - self.alpha * np.log(counts / self.bound)

    def share_above(self, counts: np.ndarray) -> np.ndarray:
        """The share (0..1) of reports above each size, 1 at the bound."""
        return np.minimum((counts / self.bound) ** (1 - self.alpha), 1)

    def size_exceeded_by(self, shares: np.ndarray) -> np.ndarray:
        """The size that a share (0..1] of reports exceeds: the inverse of `share_above`."""
        return self.bound * np.asarray(shares) ** (1 / (1 - self.alpha))


@dataclass(frozen=True)
class PowerLawFit:
    """The likeliest power law, with the exact interval for a bound that is given."""

    model: PowerLaw
    alpha_low: float
    alpha_high: float


def likeliest_power_law(counts: np.ndarray, bound: float) -> PowerLaw:
    """The maximum-likelihood power law of counts above `bound`."""
    return PowerLaw(bound, float(1 + 1 / np.log(counts / bound).mean()))


def fit_power_law(counts: np.ndarray, bound: float, *, level: float = 0.95) -> PowerLawFit:
    """The likeliest power law; 2n (alpha - 1) / (fitted alpha - 1) is chi-square on 2n."""
    model = likeliest_power_law(counts, bound)
    tails = [(1 - level) / 2, (1 + level) / 2]
    low, high = stats.chi2.ppf(tails, 2 * counts.size) / (2 * counts.size)
    slope = model.alpha - 1
    return PowerLawFit(model, float(1 + slope * low), float(1 + slope * high))


def tail_start(values: np.ndarray) -> tuple[int, float]:
    """Where the power-law tail of ascending counts begins: (index of its first report, distance).

    Of up to `CANDIDATES` sizes, evenly spaced in their logarithm and leaving `LEAST_TAIL` reports
    above, the one whose tail has the smallest Kolmogorov-Smirnov distance from its fit.
    ValueError if no size leaves so many.
    """
    most = values.size - LEAST_TAIL
    if most < 0:
        raise ValueError(f"A tail needs at least {LEAST_TAIL} counts: widen the filters.")
    spaced = np.geomspace(values[0], values[most], CANDIDATES)
    starts = np.unique(np.searchsorted(values, spaced))
    logs = np.log(values)
    numbers = values.size - starts
    totals = np.cumsum(logs[::-1])[::-1][starts]
    rates = numbers / np.maximum(totals - numbers * logs[starts], 1e-300)
    # A few reports of each tail already tell how far it is at least: most are not worth the rest.
    at_least = _gaps_at_some(logs, starts, rates).max(axis=1)
    best, nearest = 0, np.inf
    for candidate in np.argsort(at_least, kind="stable"):
        if at_least[candidate] > nearest + _ROUNDING:
            break
        distance = _distance(logs[starts[candidate] :], rates[candidate])
        if (distance, candidate) < (nearest, best):
            best, nearest = int(candidate), distance
    return int(starts[best]), nearest


def _distance(logs: np.ndarray, rate: float) -> float:
    """Kolmogorov-Smirnov distance of ascending logs from the exponential with this rate."""
    number = logs.size
    ahead = number * (1 - np.exp(-rate * (logs - logs[0]))) - np.arange(number)
    return float(max(ahead.max(), 1 - ahead.min()) / number)


def _gaps_at_some(logs: np.ndarray, starts: np.ndarray, rates: np.ndarray) -> np.ndarray:
    """One row a start, one column a report of its tail: the gaps of which `_distance` is the
    largest, at reports evenly spaced by rank."""
    numbers = (logs.size - starts)[:, None]
    ranks = (np.linspace(0, 1, _LOOKED_AT) * (numbers - 1)).astype(int)
    excess = logs[starts[:, None] + ranks] - logs[starts][:, None]
    ahead = 1 - np.exp(-rates[:, None] * excess) - ranks / numbers
    return np.maximum(ahead, 1 / numbers - ahead)
