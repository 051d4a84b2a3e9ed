"""Words of the cases page."""

from datetime import date

import pandas as pd

from analysis.captions.words import counted, day, number, ordinal, sentence, share
from analysis.claims import CheckedClaim, Finding
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.subjects import Subject
from analysis.vocabulary import STATES


def lead(subject: Subject) -> str:
    """What was filed, in one sentence."""
    count = subject.individuals_affected
    said = "no count" if count is None else f"{counted(count, 'individual')} affected"
    where = f", {STATES[subject.state]}," if subject.state else ""
    filer = subject.entity_type or "type of entity not stated"
    return (
        f"{subject.entity_name} ({filer}){where} reported {said} on {day(subject.submitted_on)}: "
        f"{subject.breach_type or 'type not stated'}, "
        f"{subject.location or 'location not stated'}."
    )


def not_in_data(subject: Subject, data: Provenance) -> str:
    """Why the case is placed by its file; empty where the data hold it."""
    if subject.is_in_data:
        return ""
    return (
        f"The loaded data do not hold the report of {subject.name}: they are of {day(data.as_of)}. "
        f"The count of the export of {day(subject.filed_seen_on)}, "
        f"{subject.individuals_affected:,}, is placed among the loaded reports."
    )


def without_count(subject: Subject) -> str:
    """Why a report has no place."""
    return f"The report of {subject.name} states no count, so it has no place among the others."


def said_by(claim: CheckedClaim) -> str:
    """Who said it, and when."""
    return f"{claim.said_by}, {when(claim.said_on, claim.date_precision)}"


def verdict(finding: Finding, moment: str) -> str:
    """True when written; Not true today; …"""
    if finding.holds is None:
        return f"Cannot be told, {moment}"
    return f"{'True' if finding.holds else 'Not true'} {moment}"


def moment_now(filters: Filters, data: Provenance) -> str:
    """today, or the past day the page shows."""
    return f"on {day(data.as_of)}" if filters.as_of else "today"


def evidence(claim: CheckedClaim, finding: Finding) -> str:
    """The figure that decides, in one sentence."""
    if finding.individuals is None:
        return "No report with a count had been filed by then."
    if claim.about == "individuals":
        apart = finding.individuals - claim.value
        exactly = (
            "exactly that"
            if not apart
            else (
                f"{share(abs(apart) / claim.value)} {'more' if apart > 0 else 'fewer'} than "
                f"{claim.value:,}"
            )
        )
        return f"The report says {finding.individuals:,}: {exactly}."
    place = (
        f"{finding.individuals:,} was " if finding.holds is None else f"{finding.individuals:,}: "
    )
    rank = "the largest" if finding.rank == 1 else f"the {ordinal(finding.rank)} largest"
    text = f"{place}{rank} of {finding.reports:,} reports"
    if finding.largest_entity_name is None:
        return f"{text}."
    other = f"{finding.largest_entity_name} with {finding.largest_individuals:,}"
    return f"{text}; {'next' if finding.rank == 1 else 'the largest'}, {other}."


def basis(claim: CheckedClaim, finding: Finding) -> str:
    """On what the verdict rests."""
    if finding.holds is None and finding.individuals is not None:
        return (
            f"The loaded data end on {day(finding.seen_on)}, before this was said: "
            "a place among them does not decide it."
        )
    match finding.basis:
        case "snapshot":
            return f"By the export of {day(finding.seen_on)}."
        case "submission":
            return (
                f"By the reports filed up to {day(finding.until)}, as the export of "
                f"{day(finding.seen_on)} shows them: none of the loaded exports made by then "
                "holds the report."
            )
        case _:
            return "By the count of the case file, as the loaded data do not hold the report."


def when(first: date, precision: str | None) -> str:
    """18 August 2015, October 2015 or 2012: as exactly as it is known."""
    if precision is None or pd.isna(precision):
        return "without a date"
    return {"day": day(first), "month": f"{first:%B %Y}", "year": str(first.year)}[precision]


def counts_title(counts: pd.DataFrame, subject: Subject) -> str:
    """How far apart the published counts are."""
    low, high = counts["individuals"].min(), counts["individuals"].max()
    if low == high:
        return f"Every count given for {subject.name} is {low:,}"
    return f"The counts given for {subject.name} go from {number(low)} to {number(high)}"


def count_when(row: pd.Series) -> str:
    """The day of a count, or the first and last day of the exports that show it."""
    start = when(row["stated_on"], row["date_precision"])
    if pd.isna(row["until_on"]) or row["until_on"] == row["stated_on"]:
        return start
    return f"{start} to {day(row['until_on'])}"


def against_the_record(difference_share: float | None) -> str:
    """as filed, 1.8% more, 99% fewer; empty without a count on file."""
    if difference_share is None or pd.isna(difference_share):
        return ""
    if difference_share == 0:
        return "as filed"
    if difference_share > 1:
        return f"{difference_share + 1:,.1f} times as many"
    return f"{share(abs(difference_share))} {'more' if difference_share > 0 else 'fewer'}"


ROLES = {
    "principal": "the report of the case",
    "part": "another report of the same event",
    "duplicate": "the same people reported again",
    "superseded": "a row that later exports lack",
    "related": "another breach of the same filer",
}


def action(row: pd.Series) -> str:
    """Settlement, Anthem: 16,000,000 dollars."""
    what = sentence(row["action_type"].replace("_", " "))
    amount = "" if pd.isna(row["amount_usd"]) else f": {int(row['amount_usd']):,} dollars"
    return f"{what}, {row['entity']}{amount}"
