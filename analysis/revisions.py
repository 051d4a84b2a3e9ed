"""What changed? HHS shows only today's value; the loaded exports together show the history."""

import math
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.statistics.rates import wilson_interval

PAGE_ROWS = 10
COUNT = "individuals_affected"


@dataclass(frozen=True)
class Revised:
    """How the reports that pass the filters were revised, up to the page's day.

    Of `reports`, `seen_twice` stand in two exports or more. `revisions` says how often each field
    was revised, the most revised first. `counts_of` reports changed their count of individuals:
    `raised` of these changes went up, `lowered` down, `without_one` had no count on one side.

    The newest snapshot alone brought `new_reports`; it revised `last_reports` in any field and
    `last_counts` in their count, raised `last_placeholders_raised` from 500 or 501, and its counts
    are `last_individuals_added` more on balance.
    """

    reports: int
    seen_twice: int
    revisions: dict[str, int]
    counts_of: int
    raised: int
    lowered: int
    without_one: int
    new_reports: int
    last_reports: int
    last_counts: int
    last_placeholders_raised: int
    last_individuals_added: int

    def length(self, field: str) -> int:
        """How many lines the ledger of `field` has; `all` for every field."""
        return sum(self.revisions.values()) if field == "all" else self.revisions.get(field, 0)


def revised(db: Database, filters: Filters, *, as_of_day: date) -> Revised:
    """How often each field was revised, which way counts went, what the newest snapshot brought."""
    rows = db.ask("revised_fields", filters, as_of_day=as_of_day).to_dict("records")
    fields = {row["field"]: row for row in rows if isinstance(row["field"], str)}
    count = fields.get(COUNT, _NEVER)
    return Revised(
        reports=rows[0]["filtered_reports"],
        seen_twice=rows[0]["seen_twice"],
        revisions={field: int(row["revisions"]) for field, row in fields.items()},
        counts_of=int(count["reports"]),
        raised=int(count["raised"]),
        lowered=int(count["lowered"]),
        without_one=int(count["revisions"] - count["raised"] - count["lowered"]),
        new_reports=rows[0]["new_reports"],
        last_reports=rows[0]["revised_last"],
        last_counts=int(count["last_reports"]),
        last_placeholders_raised=int(count["last_placeholders_raised"]),
        last_individuals_added=int(count["last_individuals_added"]),
    )


_NEVER: dict[str, int] = defaultdict(int)


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
_AGES_FROM = (91, 183, 365)
_A_YEAR = timedelta(days=365)


def placeholder_fates(db: Database, filters: Filters, *, exports: tuple[date, ...]) -> Fates | None:
    """How placeholders ended that stood a year or more before the page's day, the first of
    `exports` (their days up to then, newest first).

    The day before is the newest export that is so old, or else the oldest one. None where no
    report was a placeholder then.
    """
    since = next((day for day in exports if exports[0] - day >= _A_YEAR), exports[-1])
    found = db.ask("placeholder_fates", filters, since=since)
    if found.empty:
        return None
    counts = found["count_now"].to_numpy(float, na_value=np.nan)
    is_raised = counts > 501
    share, low, high = wilson_interval(int(is_raised.sum()), len(found))
    return Fates(
        since=since,
        placeholders=len(found),
        raised=int(is_raised.sum()),
        share=share,
        low=low,
        high=high,
        raised_quartiles=_quartiles(counts[is_raised]),
        by_age=_by_age(np.digitize(found["age_days"], _AGES_FROM), is_raised),
    )


def _quartiles(counts: np.ndarray) -> tuple[float, float, float]:
    if not len(counts):
        return (math.nan,) * 3
    return tuple(np.quantile(counts, (0.25, 0.5, 0.75)).tolist())


def _by_age(ages: np.ndarray, is_raised: np.ndarray) -> pd.DataFrame:
    """One row an age that some placeholder had, `ages` being positions in _AGES."""
    placeholders = np.bincount(ages, minlength=len(_AGES))
    raised = np.bincount(ages[is_raised], minlength=len(_AGES))
    shown = np.flatnonzero(placeholders)
    share, low, high = wilson_interval(raised[shown], placeholders[shown])
    return pd.DataFrame(
        {
            "age": [_AGES[age] for age in shown],
            "placeholders": placeholders[shown],
            "raised": raised[shown],
            "share": share,
            "low": low,
            "high": high,
        }
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
    db: Database, filters: Filters, *, as_of_day: date, previous_on: date, most: int = PAGE_ROWS
) -> Gone:
    """What HHS no longer shows. Filters do not apply: what is gone passes none."""
    rows = db.ask("gone_reports", as_of_day=as_of_day, previous_on=previous_on, most=most)
    counts = rows[["all_rows", "since_previous"]].head(1).sum()
    return Gone(
        reports=int(counts["all_rows"]),
        since_previous=int(counts["since_previous"]),
        largest=rows.drop(columns=["all_rows", "since_previous"]),
    )
