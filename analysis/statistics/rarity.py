"""How rare is a breach of N? Share and expected years between, among reports as filed."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import ArrayLike

from analysis.statistics.counts import stated
from analysis.statistics.rates import exact_share_interval, poisson_interval
from analysis.vocabulary import SMALL_GROUP

DAYS_A_YEAR = 365.2425


@dataclass(frozen=True)
class Rarity:
    """Reports of at least `size` individuals among the `reports` that state a count.

    `share` (0..1) has a Clopper-Pearson interval (Wilson's covers too little where so few reports
    are that large), `per_year` an exact Poisson one. `years_between` is the
    mean wait, the inverse of the rate: its bounds are those of the rate turned round. With no such
    report `years_between` and `years_between_high` are infinite and only `years_between_low` says
    something: rarer than one in so many years. Placeholders of 500 and 501 count as filed.
    `is_small`: fewer than ten reports are as large.
    """

    size: float
    years_observed: float
    reports: int
    missing: int
    reports_at_least: int
    largest_individuals: int | None
    share: float
    share_low: float
    share_high: float
    per_year: float
    per_year_low: float
    per_year_high: float
    years_between: float
    years_between_low: float
    years_between_high: float
    is_small: bool

    @property
    def is_beyond_record(self) -> bool:
        """No report is as large: the share is an upper bound, not an estimate."""
        return self.reports_at_least == 0


def rarity(counts: ArrayLike, years_observed: float, size: float, *, level: float = 0.95) -> Rarity:
    """How often a report reaches `size` individuals; `years_observed` as from `years_spanned`.

    ValueError if the window is empty.
    """
    if years_observed <= 0:
        raise ValueError("years_observed must be above 0: give the length of the filtered window.")
    values, missing = stated(counts)
    at_least = int(values.size - np.searchsorted(values, size))
    share = exact_share_interval(at_least, values.size, level=level)
    rate = poisson_interval(at_least, exposure=years_observed, level=level)
    return Rarity(
        size=float(size),
        years_observed=float(years_observed),
        reports=values.size,
        missing=missing,
        reports_at_least=at_least,
        largest_individuals=int(values[-1]) if values.size else None,
        share=share.estimate,
        share_low=share.low,
        share_high=share.high,
        per_year=rate.estimate,
        per_year_low=rate.low,
        per_year_high=rate.high,
        years_between=_inverse(rate.estimate),
        years_between_low=_inverse(rate.high),
        years_between_high=_inverse(rate.low),
        is_small=at_least < SMALL_GROUP,
    )


def years_spanned(first: date, last: date) -> float:
    """The length in years of a window whose first and last day both belong to it."""
    return ((last - first).days + 1) / DAYS_A_YEAR


def _inverse(rate: float) -> float:
    return 1 / rate if rate > 0 else float("inf")
