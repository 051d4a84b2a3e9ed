"""How does my sector compare? Entity types side by side."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.statistics.bootstrap import exceedance_bands_by, quantile_interval
from analysis.statistics.counts import each_report
from analysis.statistics.rates import poisson_interval, wilson_interval
from analysis.vocabulary import SMALL_GROUP

THRESHOLDS = np.geomspace(500, 100_000_000, 54)


@dataclass(frozen=True)
class Compared:
    """Entity types side by side.

    sectors: one row is one entity type (`member`), the most reports first. Columns: reports,
    individuals_affected (sum), largest_individuals; per_year with its 95% Poisson interval
    (per_year_low, per_year_high); median and p90 of individuals per report with 95% intervals;
    associate_share and hacking_share (0..1) with Wilson intervals; is_small.
    bands: one row is one entity type and one size: the share of its reports at least as large, with
    an exact 95% interval.
    """

    sectors: pd.DataFrame
    bands: pd.DataFrame


def compared(db: Database, filters: Filters, *, years: float) -> Compared:
    """The entity types of the reports that pass; `years` as from `peers.years_covered`."""
    found = db.ask("sectors", filters)
    counts = each_report(db.ask("members_by_count", filters, by="entity_type"))
    if len(found):
        _add(found, "per_year", poisson_interval(found["reports"], exposure=years))
        for name, part, whole in (
            ("associate_share", "with_associate", "stated_associate"),
            ("hacking_share", "hacking", "reports"),
        ):
            _add(found, name, wilson_interval(found[part], found[whole]))
        groups = {
            member: group.to_numpy(dtype=float)
            for member, group in counts.groupby("member")["individuals_affected"]
        }
        for name, quantile in (("median", 0.5), ("p90", 0.9)):
            intervals = [
                quantile_interval(groups.get(member, []), quantile) for member in found["member"]
            ]
            _add(found, name, tuple(zip(*intervals, strict=True)))
        found["is_small"] = found["reports"] < SMALL_GROUP
    return Compared(found, exceedance_bands_by(counts, "member", THRESHOLDS))


def mix(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one entity_type and breach_type: reports and their share of the entity type's."""
    return db.ask("sector_mix", filters)


def _add(frame: pd.DataFrame, name: str, interval: tuple) -> None:
    frame[name], frame[f"{name}_low"], frame[f"{name}_high"] = (
        np.asarray(values, dtype=float) for values in interval
    )
