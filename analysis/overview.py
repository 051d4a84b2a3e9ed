"""What is going on? The few measures that come first, and the largest reports."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.database import Database
from analysis.filters import Filters


@dataclass(frozen=True)
class Headline:
    """Totals for the filters, and the running year beside the same days of the year before.

    Counts are reports; individuals are as reported, summed over reports, not unique people.
    Medians are None where no report states a count. `ends_on` is the last day compared.
    """

    reports: int
    individuals_affected: int
    median_individuals: float | None
    largest_individuals: int | None
    reports_now: int
    reports_before: int
    individuals_now: int
    individuals_before: int
    median_now: float | None
    median_before: float | None
    placeholders_now: int
    ends_on: date


def headline(db: Database, filters: Filters, *, as_of_day: date) -> Headline:
    """The first measures of the overview, `as_of_day` being the day of the data."""
    row = db.ask("headline", filters, as_of_day=as_of_day).iloc[0]
    whole = {name: None if pd.isna(value) else value for name, value in row.items()}
    medians = {name for name in whole if name.startswith("median")}
    return Headline(
        **{
            name: value if value is None or name in medians else int(value)
            for name, value in whole.items()
        },
        ends_on=as_of_day,
    )


def largest_reports(
    db: Database, filters: Filters, *, new_on: date | None = None, most: int = 10
) -> pd.DataFrame:
    """One row is one report, the largest first, at most `most` of them; of `new_on`, the day of a
    snapshot, only those that it was the first to show."""
    return db.ask("largest_reports", filters, new_on=new_on, most=most)


@dataclass(frozen=True)
class SinceLast:
    """What the snapshot of the page's day changed against the one before it (`previous_on`).

    `revised_counts` reports changed their number of individuals; `largest_*` is the one that
    changed most, None where none did.
    """

    previous_on: date
    new_reports: int
    revised_counts: int
    largest_breach_id: str | None
    largest_entity_name: str | None
    largest_old_count: int | None
    largest_new_count: int | None


def since_last_snapshot(db: Database, filters: Filters, *, as_of_day: date) -> SinceLast | None:
    """New and revised reports among the filtered ones; None where no snapshot came before."""
    row = db.ask("since_last_snapshot", filters, as_of_day=as_of_day).iloc[0]
    if pd.isna(row["previous_on"]):
        return None
    whole = {name: None if pd.isna(value) else value for name, value in row.items()}
    for name in ("new_reports", "revised_counts", "largest_old_count", "largest_new_count"):
        whole[name] = None if whole[name] is None else int(whole[name])
    return SinceLast(**whole | {"previous_on": row["previous_on"].date()})
