"""How do breaches happen? Type and location as filed, mechanism as OCR told it."""

import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.statistics.bootstrap import quantile_intervals_by
from analysis.statistics.counts import each_report

# A year whose narratives cover less than this share of its reports is marked.
LITTLE_COVERAGE = 0.5


def types_by_location(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one breach_type and location filed together: reports, median_individuals.

    Both are sets: a report stands in every pair of its types and locations.
    """
    return db.ask("types_by_location", filters)


def shares_by_year(db: Database, filters: Filters) -> pd.DataFrame:
    """One row a year: shares (0..1) of reports filed as hacking, theft or loss, unauthorised."""
    return db.ask("shares_by_year", filters)


def mechanisms_by_year(db: Database, filters: Filters) -> pd.DataFrame:
    """One row a year and mechanism: narrated reports, their share of the narrated ones, and the
    share of the year's reports that have a narrative (`narrated_share`)."""
    return db.ask("mechanisms_by_year", filters)


def vendors_by_year(db: Database, filters: Filters) -> pd.DataFrame:
    """One row a year: reports, narrated, narrated_share, `vendor_share` of the narrated ones (the
    narrative tells of a vendor), and `associate_share` of all (filed as with a business associate).
    Shares are 0..1, NaN where no report says."""
    return db.ask("vendors_by_year", filters)


def sizes_by_member(db: Database, filters: Filters, *, by: str) -> pd.DataFrame:
    """One row a member of the column `by`: median and 90th percentile with 95% intervals.

    Columns: member, quantile, reports, individuals_affected (the quantile), low, high, is_small.
    """
    counts = each_report(db.ask("members_by_count", filters, by=by))
    return quantile_intervals_by(counts, "member")
