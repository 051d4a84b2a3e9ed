"""Words of the revisions page."""

import math
from datetime import date

import pandas as pd

from analysis.captions import Caption, report
from analysis.captions.words import counted, day, number, share, subtitle
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.revisions import COUNT, Fates, Gone, Revised
from analysis.vocabulary import SMALL_GROUP

FIELDS = {
    "individuals_affected": "Individuals affected",
    "all": "All fields",
    "entity_name": "Name",
    "submitted_on": "Day of submission",
    "breach_type": "Type of breach",
    "location": "Location",
    "entity_type": "Who filed",
    "business_associate_present": "Business associate",
    "state": "State",
    "status": "Status at HHS",
    "web_description": "Narrative",
}


def no_history(data: Provenance) -> str:
    """Why the page's day has no history, and what to do."""
    how = "`python -m etl load FILE --on DAY` adds an older export"
    if data.is_past:
        return (
            f"The export of {day(data.as_of)} is the oldest one loaded, so nothing is known of "
            f"what changed before. Choose a later day in the filters, or load an older one: {how}."
        )
    return (
        "One export shows no history: what changed is seen between two. "
        f"{how[:1].upper()}{how[1:]}, `python -m etl pull` a newer one; every change between the "
        "two then stands here."
    )


def lead(found: Revised, filters: Filters, data: Provenance) -> str:
    """How much was revised, and which way."""
    exports = sum(day <= data.as_of for day in data.days)
    what = f" ({filters.words()})" if filters.is_narrowed else ""
    if not found.seen_twice:
        return (
            f"None of the reports that match{what} stands in two of the {exports} loaded exports, "
            "so no revision of them can be seen."
        )
    is_one = found.seen_twice == 1
    start = (
        f"{found.counts_of:,} of {counted(found.seen_twice, 'report')}{what} that "
        f"{'stands' if is_one else 'stand'} in two or more of {exports} loaded exports "
        f"({share(found.counts_of / found.seen_twice)}) changed {'its' if is_one else 'their'} "
        f"number of individuals after {'it was' if is_one else 'they were'} filed"
    )
    if not found.counts_of:
        return f"{start}."
    parts = [
        f"{count:,} {counted_as}"
        for count, counted_as in (
            (found.raised, "raised"),
            (found.lowered, "lowered"),
            (found.without_one, "without a number before or after"),
        )
        if count
    ]
    return f"{start}: {', '.join(parts)}."


def fields(found: Revised) -> dict[str, str]:
    """The fields that were revised, each with how often, the counts and all fields first."""
    return {
        field: f"{label} ({often:,})"
        for field, label in FIELDS.items()
        if (often := found.length(field)) or field in (COUNT, "all")
    }


def step_title(previous_on: date, data: Provenance) -> str:
    """Between which two days."""
    return f"What changed from {day(previous_on)} to {day(data.as_of)}"


def measures(found: Revised, gone: Gone) -> list[tuple[str, str, str]]:
    """What the newest snapshot changed: label, value, explanation."""
    sign = "+" if found.last_individuals_added > 0 else ""
    return [
        ("New reports", f"{found.new_reports:,}", "whatever their date"),
        ("Reports revised", f"{found.last_reports:,}", "in any field"),
        (
            "Counts revised",
            f"{found.last_counts:,}",
            f"net {sign}{number(found.last_individuals_added)}",
        ),
        ("Placeholders raised", f"{found.last_placeholders_raised:,}", "from 500 or 501"),
        ("Reports gone", f"{gone.since_previous:,}", "whatever the filters"),
    ]


def largest(found: Revised, changes: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """Which way counts go, and the largest change of all."""
    top = changes.iloc[0]
    moved = found.raised + found.lowered
    title = f"{top['entity_name']} went from {int(top['old_count']):,} to {int(top['new_count']):,}"
    if moved >= SMALL_GROUP:
        title = f"{share(found.raised / moved)} of revised counts were raised; {title}"
    note = ""
    if moved > len(changes):
        note = f"Drawn: the {len(changes)} largest changes of {moved:,}."
    if found.without_one:
        note += (
            f" {counted(found.without_one, 'change')} from or to no count at all cannot be drawn."
        )
    return Caption(
        title=title,
        subtitle=subtitle(
            "Each point is a revision: individuals affected before, and how many times as many "
            "after; log scales",
            filters,
            data,
        ),
        alt=f"{title}. Points above the line were raised, below it lowered.",
        note=note.strip(),
    )


def fates(found: Fates, filters: Filters, data: Provenance) -> Caption:
    """How placeholders end."""
    low, median, high = found.raised_quartiles
    were = "was" if found.raised == 1 else "were"
    title = (
        f"{found.raised} of {counted(found.placeholders, 'placeholder')} of {day(found.since)} "
        f"{were} raised by {day(data.as_of)}"
    )
    note = (
        f"All ages: {share(found.share)} (95% interval {share(found.low)} to {share(found.high)})."
    )
    if not math.isnan(median):
        title += f", to {'a median of ' if found.raised > 1 else ''}{number(median)}"
    if found.raised >= SMALL_GROUP:
        note += f" Half of the raised ones hold {number(low)} to {number(high)} individuals now."
    if found.placeholders < SMALL_GROUP:
        note += " Fewer than ten reports: the shares turn on single ones."
    return Caption(
        title=title,
        subtitle=subtitle(
            f"Share of counts of 500 and 501 that were raised, by age of the report on "
            f"{day(found.since)}, with 95% interval",
            filters,
            data,
        ),
        alt=f"{title}. One row an age of the report.",
        note=note,
    )


def late(months: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """Reports that came under old dates."""
    total, old = int(months["reports"].sum()), int(months["over_a_year"].sum())
    title = f"{counted(total, 'report')} came late"
    if old and total == 1:
        title += ", over a year after its date"
    elif old:
        title += f", {old} of them over a year after their date"
    return Caption(
        title=title,
        subtitle=subtitle(
            "Reports that an export made over a month after their submission did not hold, by "
            "month of submission; dotted: the exports",
            filters,
            data,
        ),
        alt=f"{title}. Columns by month of submission.",
        note="Only an export made in the meantime shows that a report came late: more exports "
        "would show more. Figures of past years grow by such reports.",
    )


def ledger(rows: pd.DataFrame, field: str) -> tuple[list[str], list[tuple[str, ...]]]:
    """Headings and lines of a page of the ledger, its reports apart; one field is named once."""
    headings = ["Field", "Before", "After", "Changed between"]
    lines = [
        (*line[:-1], f"{_short(row.previous_seen_on)} – {_short(row.seen_on)}")
        for line, row in zip(report.revised(rows), rows.itertuples(), strict=True)
    ]
    if field == "all":
        return headings, lines
    return headings[1:], [line[1:] for line in lines]


def gone(found: Gone, data: Provenance) -> str:
    """What it means that a report is gone."""
    shown, is_one = len(found.largest), found.reports == 1
    text = (
        f"{counted(found.reports, 'report')} of earlier exports {'is' if is_one else 'are'} "
        f"missing from that of {day(data.as_of)}: merged, withdrawn or filed anew. "
        f"{'It counts' if is_one else 'They count'} in no figure, and no filter applies here."
    )
    return text + (f" Shown: the {shown} largest." if shown < found.reports else "")


def gone_lines(found: Gone) -> tuple[list[str], list[tuple[str, ...]]]:
    """Headings and lines of the largest reports that are gone, their names apart."""
    fields = ("state", "individuals_affected", "submitted_on")
    lines = [
        (*(report.value(field, getattr(row, field)) for field in fields), _short(row.last_seen_on))
        for row in found.largest.itertuples()
    ]
    return ["State", "Individuals affected", "Submitted", "Last shown"], lines


def _short(when: date) -> str:
    return f"{when:%-d %b %Y}"
