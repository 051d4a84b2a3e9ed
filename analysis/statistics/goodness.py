"""Could the model have made these counts? Kolmogorov-Smirnov distance and parametric bootstrap.

Parameters fitted to the same counts make the tables of the distance invalid, so its p-value comes
from counts simulated by the fitted model, rounded to whole individuals and fitted again.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from analysis.statistics.lognormal import Lognormal, likeliest_lognormal
from analysis.statistics.power_law import PowerLaw, tail_start

SIMULATIONS = 199
# So many gaps as large settle the matter: the simulations end there (Besag and Clifford 1991,
# Biometrika 78:301-304), which for a model that fits is after a fifth of them.
ENOUGH = 20


class Goodness(NamedTuple):
    """`distance`: the largest gap (0..1) between the observed and the fitted share.

    `p_value`: the share of simulations with a gap as large, at least 0.005; of fewer simulations
    where it is plainly not small. A small one means that the model did not make these counts.
    """

    distance: float
    p_value: float


def lognormal_goodness(values: np.ndarray, model: Lognormal, seed: int) -> Goodness:
    """Of a lognormal fitted to these ascending whole counts, all above its bound."""
    rng = np.random.default_rng(seed)
    distance = _distance(values, model)

    def simulated() -> float:
        drawn = model.size_exceeded_by(1 - np.sort(rng.random(values.size))).round()
        drawn = np.maximum(drawn, np.ceil(model.bound))
        again = likeliest_lognormal(drawn, model.bound)
        # A draw whose likeliest lognormal is the power law itself has no distance to compare.
        return _distance(drawn, again) if again else np.inf

    return Goodness(distance, p_value(distance, (simulated() for _ in range(SIMULATIONS))))


def power_law_goodness(
    values: np.ndarray, start: int, distance: float, model: PowerLaw, seed: int
) -> Goodness:
    """Of a power law fitted to `values[start:]`, as Clauset, Shalizi and Newman do it.

    Below the start, reports are drawn from those observed; above, from the model; and the start is
    chosen anew each time.
    """
    rng = np.random.default_rng(seed)

    def simulated() -> float:
        above = rng.binomial(values.size, 1 - start / values.size) if start else values.size
        body = values[rng.integers(0, max(start, 1), values.size - above)]
        tail = model.size_exceeded_by(1 - rng.random(above)).round()
        return tail_start(np.sort(np.concatenate([body, tail])))[1]

    return Goodness(distance, p_value(distance, (simulated() for _ in range(SIMULATIONS))))


def _distance(values: np.ndarray, model: Lognormal) -> float:
    """The largest gap at ascending whole counts, each standing for half an individual around it."""
    sizes, first = np.unique(values, return_index=True)
    below = first / values.size
    up_to = np.append(below[1:], 1)
    gap_before = np.abs(1 - model.share_above(np.maximum(sizes - 0.5, model.bound)) - below)
    gap_after = np.abs(1 - model.share_above(sizes + 0.5) - up_to)
    return float(max(gap_before.max(), gap_after.max()))


def p_value(distance: float, simulated: Iterable[float]) -> float:
    """The p-value of a distance; takes from `simulated` no more than settles it."""
    as_large = number = 0
    for gap in simulated:
        number += 1
        as_large += gap >= distance
        if as_large == ENOUGH:
            return as_large / number
    return (1 + as_large) / (1 + number)
