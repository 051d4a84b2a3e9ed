"""What changed? HHS shows only today's value; the loaded exports together show the history."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.statistics.rates import wilson_interval

PAGE_ROWS = 25


def fields(db: Database, filters: Filters, *, as_of_day: date) -> pd.DataFrame:
    """One row is one field: revisions, and reports with one, up to the page's day."""
    return db.ask("revised_fields", filters, as_of_day=as_of_day)


def largest(db: Database, filters: Filters, *, as_of_day: date, most: int = 400) -> pd.DataFrame:
    """One row is one change of a count between two snapshots, the largest first."""
    return db.ask("count_revisions", filters, as_of_day=as_of_day, most=most)


def ledger(
    db: Database, filters: Filters, *, as_of_day: date, field: str, page: int
) -> pd.DataFrame:
    """One page of the ledger, largest changes first. `all_rows` is the length of the whole."""
    skip = (page - 1) * PAGE_ROWS
    return db.ask(
        "revisions_ledger", filters, as_of_day=as_of_day, field=field, rows=PAGE_ROWS, skip=skip
    )


@dataclass(frozen=True)
class Fates:
    """What became of the placeholders that the snapshot before (`since`) showed.

    `raised` of `placeholders` now hold more than 501; `share` (0..1) has a Wilson interval of 95%;
    `median_raised` is the median count of the raised ones, NaN where there is none. `by_age`: one
    row an age of the report in that snapshot, with the same.
    """

    since: date
    placeholders: int
    raised: int
    share: float
    low: float
    high: float
    median_raised: float
    by_age: pd.DataFrame


_AGES = ((0, "under 3 months"), (91, "3 to 6 months"), (183, "6 to 12 months"), (365, "a year on"))


def placeholder_fates(db: Database, filters: Filters, *, as_of_day: date) -> Fates | None:
    """How placeholders of the snapshot before the page's day ended; None without one before."""
    days = [day.date() for day in db.ask("snapshot_days")["retrieved_on"]]
    before = [day for day in days if day < as_of_day]
    if not before:
        return None
    found = db.ask("placeholder_fates", filters, since=before[0])
    ages = pd.cut(
        found["age_days"],
        [start for start, _ in _AGES] + [np.inf],
        right=False,
        labels=[label for _, label in _AGES],
    )
    by_age = found.groupby(ages, observed=True)["is_raised"].agg(["size", "sum"]).reset_index()
    by_age.columns = ["age", "placeholders", "raised"]
    shares = wilson_interval(by_age["raised"], by_age["placeholders"])
    by_age["share"], by_age["low"], by_age["high"] = (np.asarray(part, float) for part in shares)
    raised = int(found["is_raised"].sum())
    interval = wilson_interval(raised, max(len(found), 1))
    return Fates(
        since=before[0],
        placeholders=len(found),
        raised=raised,
        share=float(interval.estimate),
        low=float(interval.low),
        high=float(interval.high),
        median_raised=float(found.loc[found["is_raised"].astype(bool), "count_now"].median()),
        by_age=by_age,
    )


def late_arrivals(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one month of submission: reports absent from an export made over a month later."""
    return db.ask("late_arrivals", filters)


def gone(db: Database, filters: Filters, *, as_of_day: date, most: int = 50) -> pd.DataFrame:
    """One row is one report that an export of both views proves gone, as last seen. Filters do not
    apply: what is gone passes none."""
    return db.ask("gone_reports", filters, as_of_day=as_of_day, most=most)
