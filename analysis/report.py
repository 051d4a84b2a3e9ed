"""What is known of this one? One report with everything that the loaded exports say of it."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.record import current_id
from analysis.subjects import Subject


@dataclass(frozen=True)
class Report:
    """One report as the newest export up to a day shows it.

    `seen` has one row a snapshot that showed it, oldest first (`retrieved_on` and the filed
    fields); `filed` is the last of them. `asked_as` is the id that was asked for. `missing_on` is
    the day of the newest export of both views that no longer shows it, None where it is shown;
    `known_from` is set, and `filed` None, where the report is first seen after the day asked for.
    """

    breach_id: str
    asked_as: str
    seen: pd.DataFrame
    filed: dict[str, object] | None
    missing_on: date | None
    known_from: date | None


def report(db: Database, filters: Filters, *, breach_id: str, as_of_day: date) -> Report | None:
    """The report of that id, or of an older id that leads to it; None where there is none."""
    current = current_id(db, breach_id) or breach_id
    ever = db.ask("report_seen", breach_id=current, until=date.max)
    if ever.empty:
        return None
    seen = ever[ever["retrieved_on"].dt.date <= as_of_day]
    if seen.empty:
        first = ever["retrieved_on"].iloc[0].date()
        return Report(current, breach_id, seen, None, None, first)
    shown = db.ask("report_shown", Filters(as_of=filters.as_of, listing="all"), breach_id=current)
    last = seen.iloc[-1]
    filed = last if shown.empty else shown.iloc[0]
    missing_on = None if not shown.empty else _missing_on(db, last, as_of_day)
    return Report(current, breach_id, seen, _plain(filed), missing_on, None)


def revisions(db: Database, filters: Filters, *, breach_id: str, as_of_day: date) -> pd.DataFrame:
    """One row is one changed field, oldest first: field, old_value, new_value, and the days of the
    last export with the old (`previous_seen_on`) and the first with the new (`seen_on`)."""
    return db.ask("report_revisions", breach_id=breach_id, until=as_of_day)


def peers(db: Database, filters: Filters, *, subject: Subject, most: int = 8) -> pd.DataFrame:
    """One row is one report of the same entity type filed within a year, nearest in size first.

    `subject` states a count.
    """
    return db.ask(
        "report_peers",
        filters,
        breach_id=subject.breach_id,
        individuals=subject.individuals_affected,
        its_entity_type=subject.entity_type,
        submitted_on=subject.submitted_on,
        most=most,
    )


def newest_reports(db: Database, filters: Filters, *, most: int = 8) -> pd.DataFrame:
    """One row is one report, the last submitted first, at most `most` of them."""
    return db.ask("newest_reports", filters, most=most)


def cases_of(db: Database, filters: Filters, *, breach_id: str) -> pd.DataFrame:
    """One row is one case file that names the report: slug, title, summary, role."""
    return db.ask("report_cases", breach_id=breach_id)


def actions_of(db: Database, filters: Filters, *, breach_id: str) -> pd.DataFrame:
    """One row is one enforcement action that is tied to the report."""
    return db.ask("report_actions", breach_id=breach_id, until=filters.as_of or date.max)


def _missing_on(db: Database, last: pd.Series, as_of_day: date) -> date | None:
    found = db.ask(
        "last_full_day",
        its_listing=last["listing"],
        last_seen_on=last["retrieved_on"].date(),
        until=as_of_day,
    ).iloc[0]["missing_on"]
    return None if pd.isna(found) else found.date()


def _plain(row: pd.Series) -> dict[str, object]:
    """The row with None for what is missing, days as days and counts as whole numbers."""
    values = {}
    for name, value in row.items():
        if pd.isna(value):
            values[name] = None
        elif isinstance(value, pd.Timestamp):
            values[name] = value.date()
        else:
            values[name] = int(value) if name == "individuals_affected" else value
    return values
