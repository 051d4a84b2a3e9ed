"""Is it getting worse? Reports and individuals over time, by day of submission."""

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
