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


def comparison(found: Placing, subject: Subject, filters: Filters, data: Provenance) -> Caption:
    """The finding above the strips: the place among the reports of its year, then among all."""
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
        alt=f"{title}. " + " ".join(f"{row.label}: {row.said}." for row in _said(found, subject)),
        note=_note(found, filters, data),
    )


def strips(found: Placing, subject: Subject) -> pd.DataFrame:
    """What is drawn: the frames with `label` (what they hold) and `said` (the place, in words)."""
    said = _said(found, subject)
    return found.frames.assign(label=[row.label for row in said], said=[row.said for row in said])


def table(found: Placing, subject: Subject) -> pd.DataFrame:
    """The frames as a table to read: without the sizes drawn, the label in place of the key."""
    frames = strips(found, subject)
    frames.insert(0, "among", frames.pop("label"))
    return frames.drop(columns=["frame", "sizes", "said"])


def _said(found: Placing, subject: Subject) -> list:
    rows = []
    for row in found.frames.itertuples():
        text = place(row.rank, row.reports)
        if row.rank > 1 and row.smaller_share < _TELLING_SHARE:
            text += f" · larger than {share(row.smaller_share)}"
        rank_then = getattr(row, "rank_then", None)
        if found.then and pd.notna(rank_then):
            text += f" · then {ordinal(int(rank_then))} of {int(row.reports_then):,}"
        rows.append((row.frame, _label(row.frame, subject), text))
    return list(pd.DataFrame(rows, columns=["frame", "label", "said"]).itertuples(index=False))


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
