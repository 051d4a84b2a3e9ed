"""Where? Reports by the state of the filer."""

import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.vocabulary import SMALL_GROUP, STATES, TERRITORIES


def states(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one state or territory of filers, NULL where not stated; most reports first.

    Columns: state, name, reports, individuals_affected, median_individuals, largest_entity_name,
    residents (at the middle of the period of submission, on the line through the censuses of 2010
    and 2020; NaN for territories), reports_per_million, is_small.
    """
    found = db.ask("states", filters)
    found.insert(1, "name", found["state"].map(STATES).fillna("Not stated"))
    found["is_small"] = found["reports"] < SMALL_GROUP
    return found


def on_the_map(found: pd.DataFrame) -> pd.DataFrame:
    """The states and the District of Columbia: what a map of the country can show."""
    return found[found["state"].notna() & ~found["state"].isin(TERRITORIES)]


def beside_the_map(found: pd.DataFrame) -> pd.DataFrame:
    """Territories, and reports whose state is not stated (mostly territories, too)."""
    return found[found["state"].isna() | found["state"].isin(TERRITORIES)]
