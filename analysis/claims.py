"""What was said of a case, held against the reports: was it true when written, is it today?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.placing import Known, among, days_seen
from analysis.subjects import Subject
from analysis.subjects import subject as subject_of

# How far a count may be from “about” and “some”.
ABOUT = 0.1


@dataclass(frozen=True)
class Finding:
    """A claim held against one state of knowledge.

    `holds` is None where nothing can be said: the report was not filed by then or states no count
    (`individuals` is None too), or the loaded data end before a place among them was claimed.
    `basis` is snapshot (an export made by then shows the report), submission (no such export: the
    reports filed by then, as the first later export shows them) or filed (the data hold no report
    of the case: the count of its file). `rank` is among all `reports`; the largest of the others
    has its name and count beside it, None without others.
    """

    holds: bool | None
    basis: str
    seen_on: date
    until: date
    individuals: int | None = None
    rank: int | None = None
    reports: int = 0
    largest_entity_name: str | None = None
    largest_individuals: int | None = None


@dataclass(frozen=True)
class CheckedClaim:
    """One claim as it is coded in the case file, and what the record said `then` and says `now`."""

    said_on: date
    date_precision: str
    said_by: str
    about: str
    comparison: str
    value: int
    text: str
    source: str
    then: Finding
    now: Finding


def checked_claims(
    db: Database, filters: Filters, *, subject: Subject, as_of_day: date
) -> list[CheckedClaim]:
    """The claims made of a case, each checked against all reports, whatever the filters say."""
    if subject.slug is None:
        return []
    today = (as_of_day, as_of_day, "snapshot" if subject.is_in_data else "filed")
    claims = []
    for row in db.ask("case_claims", slug=subject.slug).to_dict("records"):
        row |= {"said_on": row["said_on"].date(), "value": int(row["value"])}
        last_day = last_day_of(row["said_on"], row["date_precision"])
        is_open = row["about"] == "rank" and row["said_on"] > as_of_day
        then, now = (
            _finding(db, subject, row, *known, is_open=is_open)
            for known in (_known_by(db, subject, last_day, as_of_day), today)
        )
        claims.append(CheckedClaim(**row, then=then, now=now))
    return claims


def last_day_of(day: date, precision: str) -> date:
    """The last day that a date can mean: of its month or year where no more is known."""
    if precision == "day":
        return day
    end = pd.Timestamp(day) + (
        pd.offsets.MonthEnd(0) if precision == "month" else pd.offsets.YearEnd(0)
    )
    return end.date()


def _known_by(db: Database, subject: Subject, day: date, as_of_day: date) -> tuple[date, date, str]:
    """Which export tells what was known on a day, up to which filing, and on which basis."""
    if not subject.is_in_data:
        return as_of_day, min(day, as_of_day), "filed"
    seen = days_seen(db, subject, as_of_day)
    before = [other for other in seen if other <= day]
    if before:
        return max(before), day, "snapshot"
    return min(seen), day, "submission"


def _finding(
    db: Database,
    subject: Subject,
    claim: dict,
    seen_on: date,
    until: date,
    basis: str,
    *,
    is_open: bool,
) -> Finding:
    """`is_open` says that the data end before the claim, so that a place cannot be judged."""
    day = Filters(as_of=seen_on)
    shown = subject_of(db, day, key=subject.key)
    count = shown.individuals_affected
    is_early = basis != "filed" and shown.submitted_on > until
    if is_early or count is None:
        return Finding(None, basis, seen_on, until)
    place = among(db, day, Known(shown, seen_on, until)).iloc[0]
    has_others = place["reports"] > 1
    return Finding(
        holds=None if is_open else _holds(claim, count, int(place["rank"])),
        basis=basis,
        seen_on=seen_on,
        until=until,
        individuals=count,
        rank=int(place["rank"]),
        reports=int(place["reports"]),
        largest_entity_name=place["largest_entity_name"] if has_others else None,
        largest_individuals=int(place["largest_individuals"]) if has_others else None,
    )


def _holds(claim: dict, count: int, rank: int) -> bool:
    value = claim["value"]
    match claim["comparison"]:
        case "at_least":
            return count >= value
        case "more_than":
            return count > value
        case "about":
            return abs(count - value) <= ABOUT * value
        case _:  # largest_ever and rank name a place
            return rank == value
