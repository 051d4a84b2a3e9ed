"""Words of the revisions page."""

import math

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import counted, day, number, sentence, share, subtitle
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.revisions import Fates

FIELDS = {
    "individuals_affected": "Individuals affected",
    "all": "All fields",
    "entity_name": "Name",
    "submitted_on": "Date",
    "breach_type": "Type",
    "location": "Location",
    "status": "Status",
}
NO_HISTORY = (
    "One export shows no history. Load an older or a newer one (`python -m etl load FILE --on "
    "DAY`, or `python -m etl pull`), and every change between the two stands here."
)


def lead(fields: pd.DataFrame, data: Provenance) -> str:
    """How much was revised."""
    counts = fields[fields["field"] == "individuals_affected"]
    revised = int(counts["reports"].iloc[0]) if len(counts) else 0
    return (
        f"{counted(int(fields['revisions'].sum()), 'revision')} between "
        f"{counted(len([d for d in data.days if d <= data.as_of]), 'export')}; "
        f"{counted(revised, 'report')} changed their number of individuals."
    )


def largest(changes: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """The largest change of a count."""
    top = changes.iloc[0]
    before = "no count" if pd.isna(top["old_count"]) else f"{int(top['old_count']):,}"
    title = f"{top['entity_name']} went from {before} to {int(top['new_count']):,}"
    known = changes.dropna(subset=["old_count", "new_count"])
    up = int((known["new_count"] > known["old_count"]).sum())
    return Caption(
        title=title,
        subtitle=subtitle(
            "Individuals affected before and after, one point a revision, log scales",
            filters,
            data,
        ),
        alt=f"{title}. Points above the line were raised, below it lowered.",
        note=f"Of the {len(known)} largest revisions {up} went up, {len(known) - up} down.",
    )


def fates(found: Fates, filters: Filters, data: Provenance) -> Caption:
    """How placeholders end."""
    title = sentence(
        f"{found.raised} of {found.placeholders} placeholders of {day(found.since)} were raised "
        f"by {day(data.as_of)}"
    )
    if not math.isnan(found.median_raised):
        title += f", to a median of {number(found.median_raised)}"
    return Caption(
        title=title,
        subtitle=subtitle(
            "Share of counts of 500 and 501 that were raised, by age of the report then, with "
            "95% interval",
            filters,
            data,
        ),
        alt=f"{title}. One row an age.",
        note=f"All ages: {share(found.share)}, interval {share(found.low)} to {share(found.high)}.",
    )


def late(months: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """Reports that came under old dates."""
    total = int(months["reports"].sum())
    title = f"{counted(total, 'report')} came late, under a date that an export had passed"
    return Caption(
        title=title,
        subtitle=subtitle(
            "Reports absent from an export made over a month after their date, by month of "
            "submission",
            filters,
            data,
        ),
        alt=f"{title}. Columns by month.",
    )
