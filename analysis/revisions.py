"""What changed? HHS shows only today's value; the loaded exports together show the history."""

import math
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.statistics.rates import wilson_interval

PAGE_ROWS = 10
COUNT = "individuals_affected"

_OF_ALL_FIELDS = (
    "seen_twice",
    "new_reports",
    "raised",
    "lowered",
    "without_one",
    "last_reports",
    "last_placeholders_raised",
    "last_individuals_added",
)


@dataclass(frozen=True)
class Revised:
    """How the reports that pass the filters were revised, up to the page's day.

    Of `reports`, `seen_twice` stand in two exports or more. `fields`: one row is one revised field,
    with `revisions` and the `reports` that have one, most revised first. Of the counts of
    individuals, `raised` went up, `lowered` down, and `without_one` had no count on one side.

    The newest snapshot alone brought `new_reports`; it revised `last_reports` in any field and
    `last_counts` in their count, raised `last_placeholders_raised` from 500 or 501, and its counts
    are `last_individuals_added` more on balance.
    """

    reports: int
    seen_twice: int
    new_reports: int
    fields: pd.DataFrame
    raised: int
    lowered: int
    without_one: int
    last_reports: int
    last_counts: int
    last_placeholders_raised: int
    last_individuals_added: int

    def revisions(self, field: str) -> int:
        """How often `field` was revised; `all` for every field."""
        shown = self.fields if field == "all" else self.fields[self.fields["field"] == field]
        return int(shown["revisions"].sum())


def revised(db: Database, filters: Filters, *, as_of_day: date) -> Revised:
    """How often each field was revised, which way counts went, what the newest snapshot brought."""
    rows = db.ask("revised_fields", filters, as_of_day=as_of_day)
    whole = rows[rows["field"].isna()].iloc[0]
    fields = rows[rows["field"].notna()].reset_index(drop=True)
    return Revised(
        reports=int(whole["filtered_reports"]),
        fields=fields[["field", "revisions", "reports"]],
        last_counts=int(fields.loc[fields["field"] == COUNT, "last_reports"].sum()),
        **{name: int(whole[name]) for name in _OF_ALL_FIELDS},
    )


def largest(db: Database, filters: Filters, *, as_of_day: date, most: int = 500) -> pd.DataFrame:
    """One row is one change from one count to another, the largest first, at most `most`."""
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


_AGES = ("under 3 months", "3 to 6 months", "6 to 12 months", "1 year or more")
_A_YEAR = timedelta(days=365)


def placeholder_fates(db: Database, filters: Filters, *, as_of_day: date) -> Fates | None:
    """How placeholders ended that stood a year or more before the page's day.

    The day is the newest snapshot that is so old, or else the oldest one; None where the page's
    day is the oldest itself, or where no report was a placeholder then.
    """
    days = [day.date() for day in db.ask("snapshot_days")["retrieved_on"]]
    before = [day for day in days if day < as_of_day]
    if not before:
        return None
    since = next((day for day in before if as_of_day - day >= _A_YEAR), before[-1])
    rows = db.ask("placeholder_fates", filters, since=since)
    if not rows["placeholders"].iloc[0]:
        return None
    rows["share"], rows["low"], rows["high"] = wilson_interval(rows["raised"], rows["placeholders"])
    whole, ages = rows.iloc[0], rows.iloc[1:]
    return Fates(
        since=since,
        placeholders=int(whole["placeholders"]),
        raised=int(whole["raised"]),
        share=float(whole["share"]),
        low=float(whole["low"]),
        high=float(whole["high"]),
        raised_quartiles=tuple(whole["quartiles"]) if whole["raised"] else (math.nan,) * 3,
        by_age=ages.assign(age=[_AGES[step] for step in ages["age"]])
        .drop(columns="quartiles")
        .reset_index(drop=True),
    )


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
