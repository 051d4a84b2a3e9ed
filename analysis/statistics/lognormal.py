"""The lognormal distribution of counts that are only seen from a lower bound on.

With y = ln(count / bound), counts are lognormal and cut off at the bound exactly when y is normal
and cut off at 0. That family is exponential in (y, y²), so the maximum of the likelihood follows
from the mean of y and of y² alone, whatever the number of reports. It exists if and only if the
coefficient of variation of y is below 1 (del Castillo and Puig 1999, JASA 94:529-532); at 1 the
lognormal has become a power law.
"""

from dataclasses import dataclass

import numpy as np
from scipy import optimize, special, stats

# Below, no sample tells the cut-off normal from an exponential; above, it is not cut off at all.
_LEAST_MEAN, _MOST_MEAN = -30, 1e6
_LOG_ROOT_TWO_PI = 0.5 * np.log(2 * np.pi)


@dataclass(frozen=True)
class Lognormal:
    """Counts above `bound` individuals: ln(count) is normal(`mu`, `sigma`) before the cut."""

    bound: float
    mu: float
    sigma: float

    @property
    def _mean(self) -> float:
        """The mean of ln(count), from the bound, in units of sigma."""
        return (self.mu - np.log(self.bound)) / self.sigma

    def log_density(self, counts: np.ndarray) -> np.ndarray:
        """The logarithm of the density (per individual) at each count."""
        z = (np.log(counts) - self.mu) / self.sigma
        scale = np.log(self.sigma) + _LOG_ROOT_TWO_PI + special.log_ndtr(self._mean)
        return -(z**2) / 2 - scale - np.log(counts)

    def share_above(self, counts: np.ndarray) -> np.ndarray:
        """The share (0..1) of reports above each size, 1 at the bound."""
        z = (self.mu - np.log(counts)) / self.sigma
        return np.exp(np.minimum(special.log_ndtr(z) - special.log_ndtr(self._mean), 0))

    def size_exceeded_by(self, shares: np.ndarray) -> np.ndarray:
        """The size that a share (0..1] of reports exceeds: the inverse of `share_above`."""
        z = special.ndtri_exp(np.log(shares) + special.log_ndtr(self._mean))
        return np.exp(self.mu - self.sigma * z)


@dataclass(frozen=True)
class LognormalFit:
    """The likeliest lognormal, with Wald intervals from the expected information."""

    model: Lognormal
    mu_low: float
    mu_high: float
    sigma_low: float
    sigma_high: float


def likeliest_lognormal(counts: np.ndarray, bound: float) -> Lognormal | None:
    """The maximum-likelihood lognormal of counts above `bound`; None where it is a power law."""
    y = np.log(counts / bound)
    mean = y.mean()
    ratio = (y**2).mean() / mean**2

    def excess(h: float) -> float:
        return _moment_ratio(h) - ratio

    if excess(_LEAST_MEAN) <= 0 or excess(_MOST_MEAN) >= 0:
        return None
    h = optimize.brentq(excess, _LEAST_MEAN, _MOST_MEAN, xtol=1e-10)
    sigma = mean / (h + _hazard(h))
    return Lognormal(bound, float(np.log(bound) + h * sigma), float(sigma))


def fit_lognormal(counts: np.ndarray, bound: float, *, level: float = 0.95) -> LognormalFit | None:
    """The likeliest lognormal of counts above `bound`, with intervals for `mu` and ln(`sigma`)."""
    model = likeliest_lognormal(counts, bound)
    if model is None:
        return None
    errors = _standard_errors(model, counts.size)
    half = special.ndtri((1 + level) / 2) * errors
    return LognormalFit(
        model,
        mu_low=float(model.mu - half[0]),
        mu_high=float(model.mu + half[0]),
        sigma_low=float(model.sigma * np.exp(-half[1])),
        sigma_high=float(model.sigma * np.exp(half[1])),
    )


def _hazard(h: float) -> float:
    """phi(h) / Phi(h), also where Phi(h) underflows."""
    return float(np.sqrt(2 / np.pi) / special.erfcx(-h / np.sqrt(2)))


def _moment_ratio(h: float) -> float:
    """E[y²] / E[y]² of a normal(h, 1) cut off at 0: falls from 2 (exponential) to 1 as h rises."""
    mean = h + _hazard(h)
    return (1 + h * mean) / mean**2


def _standard_errors(model: Lognormal, number: int) -> np.ndarray:
    """Of mu and of ln(sigma): the inverse information of (y, y²), carried over to them."""
    h, sigma = model._mean, model.sigma
    cut = stats.truncnorm(-h, np.inf, loc=h)
    first, second, third, fourth = (cut.moment(k) * sigma**k for k in (1, 2, 3, 4))
    covariance = np.array(
        [
            [second - first**2, third - first * second],
            [third - first * second, fourth - second**2],
        ]
    )
    # mu = -a / 2b and sigma² = -1 / 2b in the natural parameters (a, b).
    location = h * sigma
    change = np.array([[sigma**2, 2 * location * sigma**2], [0, sigma**2]])
    return np.sqrt(np.diag(change @ np.linalg.inv(covariance * number) @ change.T))
