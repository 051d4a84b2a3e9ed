"""How does my sector compare? Entity types side by side, and one's own peers against all."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.statistics.bootstrap import exceedance_bands_by, median_interval, quantile_interval
from analysis.statistics.counts import stated
from analysis.statistics.rarity import years_spanned
from analysis.statistics.rates import poisson_interval, wilson_interval
from analysis.vocabulary import SMALL_GROUP

_THRESHOLDS = np.geomspace(500, 100_000_000, 54)


def sectors(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one entity type, the most reports first.

    Columns: member, reports, individuals_affected (sum), largest_individuals; per_year with its 95%
    Poisson interval (per_year_low, per_year_high); median and p90 of individuals per report with
    95% intervals; associate_share and hacking_share (0..1) with Wilson intervals; is_small.
    """
    found = db.ask("sectors", filters)
    days = db.ask("standing", filters).iloc[0]
    if found.empty:
        return found
    years = years_spanned(days["first_on"].date(), days["last_on"].date())
    _add(found, "per_year", poisson_interval(found["reports"], exposure=max(years, 1 / 12)))
    for name, part, whole in (
        ("associate_share", "with_associate", "stated_associate"),
        ("hacking_share", "hacking", "reports"),
    ):
        _add(found, name, wilson_interval(found[part], found[whole]))
    counts = db.ask("members_with_counts", filters, by="entity_type")
    groups = dict(list(counts.groupby("member")["individuals_affected"]))
    for name, quantile in (("median", 0.5), ("p90", 0.9)):
        intervals = [
            quantile_interval(stated(groups.get(member, []))[0], quantile)
            for member in found["member"]
        ]
        _add(found, name, tuple(zip(*intervals, strict=True)))
    found["is_small"] = found["reports"] < SMALL_GROUP
    return found


def mix(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one entity_type and breach_type: reports and their share of the entity type's."""
    return db.ask("sector_mix", filters)


def exceedance(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one entity type (`member`) and one size: share of its reports at least as large,
    with an exact 95% interval."""
    counts = db.ask("members_with_counts", filters, by="entity_type")
    return exceedance_bands_by(counts, "member", _THRESHOLDS)


@dataclass(frozen=True)
class Group:
    """Key figures of one group of reports. Medians are NaN where no report states a count."""

    reports: int
    per_year: float
    median: float
    median_low: float
    median_high: float
    p90: float
    hacking_share: float
    associate_share: float
    is_small: bool


def group(db: Database, filters: Filters) -> Group:
    """Key figures of the reports that pass the filters."""
    days = db.ask("standing", filters).iloc[0]
    reports = int(days["reports"])
    if not reports:
        nothing = float("nan")
        return Group(0, 0.0, nothing, nothing, nothing, nothing, nothing, nothing, True)
    whole = db.ask("standing", Filters(as_of=filters.as_of)).iloc[0]
    first = max(whole["first_on"], pd.Timestamp(f"{filters.from_year or 2009}-01-01"))
    last = min(whole["last_on"], pd.Timestamp(f"{filters.to_year or 2100}-12-31"))
    totals = db.ask("sectors", filters).sum(numeric_only=True)
    counts = db.ask("counts", filters)["individuals_affected"].to_numpy(dtype=float)
    middle = median_interval(counts)
    return Group(
        reports=reports,
        per_year=reports / max(years_spanned(first.date(), last.date()), 1 / 12),
        median=float(middle.estimate),
        median_low=float(middle.low),
        median_high=float(middle.high),
        p90=float(quantile_interval(counts, 0.9).estimate),
        hacking_share=float(totals["hacking"] / totals["reports"]) if len(totals) else 0.0,
        associate_share=float(totals["with_associate"] / max(totals["stated_associate"], 1)),
        is_small=reports < SMALL_GROUP,
    )


def _add(frame: pd.DataFrame, name: str, interval: tuple) -> None:
    frame[name], frame[f"{name}_low"], frame[f"{name}_high"] = (
        np.asarray(values, dtype=float) for values in interval
    )
