"""What changed? HHS shows only today's value; the loaded exports together show the history."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.statistics.rates import wilson_interval

PAGE_ROWS = 10


def fields(db: Database, filters: Filters, *, as_of_day: date) -> pd.DataFrame:
    """One row is one field: revisions, and reports with one, up to the page's day."""
    return db.ask("revised_fields", filters, as_of_day=as_of_day)


@dataclass(frozen=True)
class CountChanges:
    """How counts of individuals affected were revised, up to the page's day.

    Of the `reports` that pass the filters, `seen_twice` stand in two exports or more, and `revised`
    of those changed their count; of all `changes`, `raised` went up, `lowered` down, and
    `without_one` had no count on one side.
    """

    reports: int
    seen_twice: int
    revised: int
    changes: int
    raised: int
    lowered: int
    without_one: int


def count_changes(db: Database, filters: Filters, *, as_of_day: date) -> CountChanges:
    """How many counts were revised, and which way."""
    row = db.ask("count_changes", filters, as_of_day=as_of_day).iloc[0]
    return CountChanges(**row.astype(int).to_dict())


def largest(db: Database, filters: Filters, *, as_of_day: date, most: int = 500) -> pd.DataFrame:
    """One row is one change of a count between two snapshots, the largest first."""
    return db.ask("count_revisions", filters, as_of_day=as_of_day, most=most)


def ledger(
    db: Database, filters: Filters, *, as_of_day: date, field: str, page: int
) -> pd.DataFrame:
    """One page of the ledger: one row a changed field, `all` for every field."""
    skip = (page - 1) * PAGE_ROWS
    return db.ask(
        "revisions_ledger", filters, as_of_day=as_of_day, field=field, rows=PAGE_ROWS, skip=skip
    )


@dataclass(frozen=True)
class LastStep:
    """What the snapshot of the page's day changed among the filtered reports.

    `new_reports` were seen for the first time; `revised_reports` changed in any field and
    `revised_counts` in their number of individuals; `placeholders_raised` went from 500 or 501 to
    more; `individuals_added` is the net change of all counts that stood before.
    """

    new_reports: int
    revised_reports: int
    revised_counts: int
    placeholders_raised: int
    individuals_added: int


def last_step(db: Database, filters: Filters, *, as_of_day: date) -> LastStep:
    """The step from the snapshot before to that of the page's day."""
    row = db.ask("last_step", filters, as_of_day=as_of_day).iloc[0]
    return LastStep(**row.astype(int).to_dict())


@dataclass(frozen=True)
class Fates:
    """What became of the placeholders of an earlier day (`since`) that HHS still shows.

    `raised` of `placeholders` now hold more than 501; `share` (0..1) has a Wilson interval of 95%.
    `raised_quartiles` are three quantiles of the counts of the raised ones, NaN where there is
    none. `by_age`: one row an age of the report on that day, with placeholders, raised and share.
    """

    since: date
    placeholders: int
    raised: int
    share: float
    low: float
    high: float
    raised_quartiles: tuple[float, float, float]
    by_age: pd.DataFrame


_AGES = (
    (-np.inf, "under 3 months"),
    (91, "3 to 6 months"),
    (183, "6 to 12 months"),
    (365, "1 year or more"),
)
_A_YEAR = timedelta(days=365)


def placeholder_fates(db: Database, filters: Filters, *, as_of_day: date) -> Fates | None:
    """How placeholders ended that stood a year or more before the page's day.

    The day is the newest snapshot that is so old, or else the oldest one; None where the page's
    day is the oldest itself.
    """
    days = [day.date() for day in db.ask("snapshot_days")["retrieved_on"]]
    before = [day for day in days if day < as_of_day]
    if not before:
        return None
    since = next((day for day in before if as_of_day - day >= _A_YEAR), before[-1])
    found = db.ask("placeholder_fates", filters, since=since)
    raised = int(found["is_raised"].sum())
    share, low, high = wilson_interval(raised, len(found)) if len(found) else (np.nan,) * 3
    counts = found.loc[found["is_raised"], "count_now"].astype(float)
    return Fates(
        since=since,
        placeholders=len(found),
        raised=raised,
        share=float(share),
        low=float(low),
        high=float(high),
        raised_quartiles=tuple(counts.quantile([0.25, 0.5, 0.75])),
        by_age=_by_age(found),
    )


def _by_age(found: pd.DataFrame) -> pd.DataFrame:
    """One row is one age that some placeholder had, the youngest first."""
    starts, labels = zip(*_AGES, strict=True)
    ages = pd.cut(found["age_days"], [*starts, np.inf], right=False, labels=labels)
    rows = found.groupby(ages, observed=True)["is_raised"].agg(["size", "sum"]).reset_index()
    rows.columns = ["age", "placeholders", "raised"]
    bounds = wilson_interval(rows["raised"], rows["placeholders"]) if len(rows) else ([], [], [])
    rows["share"], rows["low"], rows["high"] = (np.asarray(part, float) for part in bounds)
    return rows.astype({"age": "str", "raised": "int"})


def late_arrivals(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one month of submission: reports absent from an export made over a month later;
    `over_a_year` of them were absent from one made over a year later."""
    return db.ask("late_arrivals", filters)


@dataclass(frozen=True)
class Gone:
    """Reports that an export of both views proves gone, whatever the filters.

    `since_previous` of all `reports` stood in the snapshot before the page's day. `largest`: one
    row is one of the largest of them, as it was last seen.
    """

    reports: int
    since_previous: int
    largest: pd.DataFrame


def gone(
    db: Database, filters: Filters, *, as_of_day: date, previous_on: date, most: int = 50
) -> Gone:
    """What HHS no longer shows. Filters do not apply: what is gone passes none."""
    rows = db.ask("gone_reports", as_of_day=as_of_day, previous_on=previous_on, most=most)
    counts = rows[["all_rows", "since_previous"]].head(1).sum()
    return Gone(
        reports=int(counts["all_rows"]),
        since_previous=int(counts["since_previous"]),
        largest=rows.drop(columns=["all_rows", "since_previous"]),
    )
