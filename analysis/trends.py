"""Is it getting worse? Reports and individuals over time, by day of submission."""

from datetime import date

import pandas as pd

from analysis.database import Database
from analysis.filters import Filters

PERIODS = {"year": 12, "quarter": 3, "month": 1}


def reports_by_period(db: Database, filters: Filters, *, period: str = "year") -> pd.DataFrame:
    """One row a period (`period_on` is its first day), gaps filled with zero reports.

    Columns: reports; individuals_affected (sum, as reported); median_individuals (NaN where no
    report states a count); largest_individuals, largest_entity_name and largest_breach_id.
    """
    return db.ask("reports_by_period", filters, period=period, months=PERIODS[period])


def members_by_period(
    db: Database, filters: Filters, *, by: str, period: str = "year"
) -> pd.DataFrame:
    """One row is one period and one `member` of the column `by` (a key of MEMBERS).

    Columns: period_on, member, reports, individuals_affected, median_individuals. A report with two
    types stands in both, so members do not add up to the total.
    """
    return db.ask("members_by_period", filters, by=by, period=period)


def years_without_largest(db: Database, filters: Filters, *, most: int) -> pd.DataFrame:
    """One row a year: individuals_affected, the same `without_largest` (the `most` largest reports
    of the selection left out), and how many of these the year holds (`largest_reports`)."""
    return db.ask("years_without_largest", filters, most=most)


def pace_of_years(
    db: Database, filters: Filters, *, as_of_day: date, years: int = 5
) -> pd.DataFrame:
    """One row is one day with a report: year, day_of_year and the reports of that year so far."""
    return db.ask("pace_of_years", filters, as_of_day=as_of_day, years=years)


def narrated_by_year(db: Database, filters: Filters) -> pd.DataFrame:
    """One row a year: reports, how many have a narrative, and their share (0..1)."""
    return db.ask("narrated_by_year", filters)
