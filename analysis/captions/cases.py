"""Words of the cases page."""

from datetime import date

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import counted, day, number, ordinal, sentence, share
from analysis.claims import CheckedClaim, Finding, last_day_of
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.subjects import Subject
from analysis.vocabulary import STATES

# What happened falls into four phases, which the timeline colours.
PHASES = {
    "intrusion_started": "intrusion",
    "data_taken": "intrusion",
    "intrusion_ended": "intrusion",
    "ransom": "intrusion",
    "discovered": "discovery",
    "announced": "discovery",
    "notice": "discovery",
    "reported_to_ocr": "report",
    "count_revised": "report",
    "settlement_ocr": "settlement",
    "settlement_states": "settlement",
    "settlement_class": "settlement",
}
# 45 CFR 164.408: a breach of 500 or more is due at HHS within so many days of its discovery.
DAYS_TO_REPORT = 60


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


def course(events: pd.DataFrame) -> pd.DataFrame:
    """What the timeline draws: one row is one dated event, with `said_when`, `ended_on` (the last
    day that the date can mean) and `phase`."""
    dated = events.dropna(subset=["happened_on"])
    days = [(row.happened_on.date(), row.date_precision) for row in dated.itertuples()]
    return dated.assign(
        said_when=[when(*known) for known in days],
        ended_on=pd.to_datetime([last_day_of(*known) for known in days]),
        phase=dated["kind"].map(PHASES),
    )


def timeline(events: pd.DataFrame, subject: Subject) -> Caption:
    """How long it took from the intrusion to its discovery and to the report."""
    first = {kind: rows.iloc[0] for kind, rows in events.groupby("kind", sort=False)}
    hidden = _span(first, "intrusion_started", "discovered")
    told = _span(first, "discovered", "reported_to_ocr")
    parts = [
        f"{words} from {what}"
        for words, what in (
            (hidden, "intrusion to discovery"),
            (told, "discovery to the report to HHS"),
        )
        if words
    ]
    title = (
        f"{subject.name}: {', '.join(parts)}" if parts else f"{subject.name}: what happened when"
    )
    undated = list(events[events["happened_on"].isna()]["label"])
    note = f"Without a date: {'; '.join(undated)}." if undated else ""
    return Caption(
        title=title,
        subtitle="From intrusion to settlement; a bar where only the month or year is known",
        alt=f"{title}. {counted(len(events), 'event')}: "
        + "; ".join(
            f"{when(row.happened_on, row.date_precision)}, {row.label}"
            for row in events.itertuples()
        ),
        note=" ".join(part for part in (_due(first), note) if part),
    )


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


def _span(first: dict, start: str, end: str) -> str:
    """The time between two kinds of event, as exactly as their dates allow; empty where unknown."""
    if start not in first or end not in first:
        return ""
    if pd.isna(first[start]["happened_on"]) or pd.isna(first[end]["happened_on"]):
        return ""
    days = (first[end]["happened_on"] - first[start]["happened_on"]).days
    is_exact = {first[start]["date_precision"], first[end]["date_precision"]} == {"day"}
    if days < 0:
        return ""
    about = "" if is_exact else "about "
    if days < 90 and is_exact:
        return counted(days, "day") if days else "no day"
    if days < 730:
        return f"{about}{counted(round(days / 30.44), 'month')}"
    years = round(days / 365.25, 1)
    return f"{about}{years:g} years"


def _due(first: dict) -> str:
    """Whether the report came within the 60 days of the rule, where both days are known."""
    if "discovered" not in first or "reported_to_ocr" not in first:
        return ""
    ends = (first["discovered"], first["reported_to_ocr"])
    if any(row["date_precision"] != "day" for row in ends):
        return ""
    days = (ends[1]["happened_on"] - ends[0]["happened_on"]).days
    if days < 0:
        return ""
    return (
        f"The rule asks for a report within {DAYS_TO_REPORT} days of discovery; from the first "
        f"day given as discovery it took {days}."
    )
