"""How do my peers compare? A peer group of one's own, beside everything that passes the filters."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.sectors import THRESHOLDS
from analysis.statistics.bootstrap import exceedance_band, median_interval, quantile_interval
from analysis.statistics.rarity import years_spanned
from analysis.statistics.rates import poisson_interval, wilson_interval
from analysis.vocabulary import ENTITY_TYPES, REGIONS, SMALL_GROUP, STATES

MINE, ALL = "My peers", "All"
# From and to how many individuals, both inclusive.
BANDS = {
    "500": (500, 999),
    "1000": (1_000, 9_999),
    "10000": (10_000, 99_999),
    "100000": (100_000, None),
}
_LEAST_WINDOW = 1 / 12


def peer_filters(filters: Filters, *, entity_type: str, place: str, size: str) -> Filters:
    """The filters narrowed to a peer group.

    `entity_type` is one, `place` a region or the letters of a state, `size` a key of BANDS; ""
    narrows nothing, and so does a value that is none of these.
    """
    if entity_type in ENTITY_TYPES:
        filters = filters.but(entity_type=(entity_type,))
    if place in REGIONS:
        filters = filters.but(state=REGIONS[place])
    elif place in STATES:
        filters = filters.but(state=(place,))
    if size in BANDS:
        low, high = BANDS[size]
        filters = filters.but(min=low, max=high)
    return filters


def years_covered(db: Database, filters: Filters) -> float:
    """The length in years of what the filters let through of the data's time, a month at least.

    Only the years and the day of the filters count: a state without a report in 2010 was there.
    """
    whole = db.ask("standing", Filters(as_of=filters.as_of, listing=filters.listing)).iloc[0]
    first, last = whole["first_on"], whole["last_on"]
    if pd.isna(first):
        return _LEAST_WINDOW
    if filters.from_year is not None:
        first = max(first, pd.Timestamp(filters.from_year, 1, 1))
    if filters.to_year is not None:
        last = min(last, pd.Timestamp(filters.to_year, 12, 31))
    return max(years_spanned(first.date(), last.date()), _LEAST_WINDOW)


@dataclass(frozen=True)
class Group:
    """Key figures of one group of reports, each an estimate with its 95% interval.

    per_year: reports a year; median and p90: individuals per report (NaN where none is stated);
    hacking_share and associate_share: 0..1 of the reports (that say so).
    """

    reports: int
    per_year: tuple[float, float, float]
    median: tuple[float, float, float]
    p90: tuple[float, float, float]
    hacking_share: tuple[float, float, float]
    associate_share: tuple[float, float, float]

    @property
    def is_small(self) -> bool:
        """Fewer than ten reports: the figures turn on single ones."""
        return self.reports < SMALL_GROUP


@dataclass(frozen=True)
class Compared:
    """A peer group beside all reports that pass the filters.

    bands: one row is one group (`member`: MINE or ALL) and one size: the share of its reports at
    least as large, with an exact 95% interval. A group without a stated count has no rows.
    """

    mine: Group
    everyone: Group
    bands: pd.DataFrame


def compared(db: Database, filters: Filters, *, peers: Filters, years: float) -> Compared:
    """The reports that pass `peers` beside those that pass `filters`; `years` as from
    `years_covered`."""
    groups, bands = {}, []
    for member, narrowed in ((ALL, filters), (MINE, peers)):
        found = db.ask("group_by_count", narrowed)
        stated = found.dropna(subset="individuals_affected")
        counts = np.repeat(stated["individuals_affected"].to_numpy(dtype=float), stated["reports"])
        groups[member] = _group(found.sum(numeric_only=True), counts, years)
        if counts.size:
            bands.append(exceedance_band(counts, THRESHOLDS).assign(member=member))
    joined = pd.concat(bands, ignore_index=True) if bands else pd.DataFrame()
    return Compared(groups[MINE], groups[ALL], joined)


def _group(totals: pd.Series, counts: np.ndarray, years: float) -> Group:
    return Group(
        reports=int(totals["reports"]),
        per_year=_floats(poisson_interval(totals["reports"], exposure=years)),
        median=_floats(median_interval(counts)),
        p90=_floats(quantile_interval(counts, 0.9)),
        hacking_share=_share(totals["hacking"], totals["reports"]),
        associate_share=_share(totals["with_associate"], totals["stated_associate"]),
    )


def tells_of_sizes(bands: pd.DataFrame, peers: Filters, filters: Filters) -> bool:
    """Whether the curves of `Compared` say anything: both are there, and the peers are not chosen
    by their sizes."""
    same_sizes = (peers.min, peers.max) == (filters.min, filters.max)
    return peers != filters and same_sizes and MINE in set(bands.get("member", ()))


def _share(part: int, whole: int) -> tuple[float, float, float]:
    return _floats(wilson_interval(part, whole)) if whole else (float("nan"),) * 3


def _floats(interval: tuple) -> tuple[float, float, float]:
    return tuple(float(value) for value in interval)
