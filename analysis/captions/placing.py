"""Words about where one report stands among others; the pages Cases and Report share them."""

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import day, number, ordinal, share, subtitle
from analysis.filters import Filters
from analysis.placing import Placing
from analysis.provenance import Provenance
from analysis.subjects import Subject
from analysis.vocabulary import SMALL_GROUP, STATES

# From here on the share would read as 100%; the rank says more.
_TELLING_SHARE = 0.995
_SECTORS = {
    "Healthcare Provider": "healthcare providers",
    "Health Plan": "health plans",
    "Business Associate": "business associates",
    "Healthcare Clearing House": "clearing houses",
}


def place(rank: int, reports: int) -> str:
    """1st of 270, the largest; 48th of 270; the only one."""
    if reports == 1:
        return "the only one"
    return f"{ordinal(rank)} of {reports:,}{', the largest' if rank == 1 else ''}"


def comparison(
    found: Placing, drawn: pd.DataFrame, subject: Subject, filters: Filters, data: Provenance
) -> Caption:
    """The finding above the strips: the place among the reports of its year, then among all.

    `drawn` is what `strips` says of the same placing.
    """
    rows = found.frames.set_index("frame")
    year, everything = rows.loc["year"], rows.loc["all"]
    title = f"{subject.name}: {_of_the_year(year, subject)}, {_of_all(everything)}"
    if found.then and year["individuals"] != year["individuals_then"]:
        title += (
            f". With the {number(year['individuals_then'])} known then it was "
            f"{ordinal(int(year['rank_then']))} of {int(year['reports_then']):,}"
        )
    return Caption(
        title=title,
        subtitle=subtitle(
            "Individuals affected, as reported, on a log scale; each grey dot is about one in a "
            "hundred of the reports, the tick their median",
            filters,
            data,
        ),
        alt=f"{title}. "
        + " ".join(
            f"{row.label}: {row.said}{f', {row.said_then}' if row.said_then else ''}."
            for row in drawn.itertuples()
        ),
        note=_note(found, filters, data),
    )


def strips(found: Placing, subject: Subject) -> pd.DataFrame:
    """What is drawn: the frames with `label` (what they hold), `said` (the place, in words) and
    `said_then` (the place as it was known then, empty where that is the same)."""
    rows = list(found.frames.itertuples())
    return found.frames.assign(
        label=[_label(row.frame, subject) for row in rows],
        said=[_place(row.rank, row.reports, row.smaller_share) for row in rows],
        said_then=[
            f"then {_place(int(row.rank_then), int(row.reports_then), row.smaller_share_then)}"
            if found.then and pd.notna(row.rank_then)
            else ""
            for row in rows
        ],
    )


def table(drawn: pd.DataFrame) -> pd.DataFrame:
    """What `strips` says as a table to read: without the sizes, the label in place of the key."""
    frames = drawn.drop(columns=["frame", "sizes", "said", "said_then"])
    frames.insert(0, "among", frames.pop("label"))
    return frames


def _place(rank: int, reports: int, smaller_share: float) -> str:
    if smaller_share == 0:
        return f"{place(rank, reports)}, none smaller"
    if rank > 1 and smaller_share < _TELLING_SHARE:
        return f"{place(rank, reports)}, larger than {share(smaller_share)}"
    return place(rank, reports)


def _of_the_year(row: pd.Series, subject: Subject) -> str:
    if row["reports"] == 1:
        return f"the only report of {subject.submitted_on.year}"
    rank = "" if row["rank"] == 1 else f"{ordinal(row['rank'])} "
    return f"{rank}largest of the {row['reports']:,} reports of {subject.submitted_on.year}"


def _of_all(row: pd.Series) -> str:
    if row["rank"] == 1:
        return f"the largest of all {row['reports']:,}"
    return f"{ordinal(row['rank'])} of all {row['reports']:,}"


def _label(frame: str, subject: Subject) -> str:
    match frame:
        case "all":
            return "All reports"
        case "year":
            return f"Filed in {subject.submitted_on.year}"
        case "state":
            return f"Filed from {STATES[subject.state]}"
        case "entity_type":
            return f"Filed by {_SECTORS[subject.entity_type]}"
        case _:
            return f"Type: {subject.breach_type.replace(', ', ' or ')}"


def _note(found: Placing, filters: Filters, data: Provenance) -> str:
    parts = []
    if found.then:
        of = found.then.subject.name if found.then.subject.slug else "the report"
        parts.append(
            f"Then: the reports filed up to {day(found.then.until)}, as HHS showed them on "
            f"{day(found.then.seen_on)}, the export nearest to the end of the year that shows {of}."
        )
    frames = found.frames
    small = [_SHORT[row.frame] for row in frames.itertuples() if row.reports < SMALL_GROUP]
    if small:
        parts.append(f"Fewer than ten reports: {', '.join(small)}; one more would change much.")
    if filters.is_narrowed:
        parts.append("It is placed among the reports that pass the filters, itself counted in.")
    return " ".join(parts)


_SHORT = {
    "all": "all",
    "year": "same year",
    "state": "same state",
    "entity_type": "same sector",
    "breach_type": "same type",
}
