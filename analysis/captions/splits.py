"""Words of reports split by what they are."""

import pandas as pd

from analysis.captions import Caption
from analysis.captions.trends import COLUMN_OF, MEASURES, whole_years
from analysis.captions.words import filers_of, number, share, subtitle
from analysis.causes import LITTLE_COVERAGE
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.vocabulary import MECHANISMS, SMALL_GROUP

GROUPS = {
    "breach_type": "type of breach",
    "entity_type": "who filed",
    "location": "location",
    "mechanism": "what happened",
}
# Short enough to stand side by side on a phone.
CHOICES = {
    "breach_type": "Type",
    "entity_type": "Filer",
    "location": "Location",
    "mechanism": "Mechanism",
}
_UNITS = {
    "reports": " reports",
    "individuals": " individuals",
    "median": " individuals in the middle report",
}
SHOWS = {"small": "Side by side", "stacked": "Stacked", "shares": "Shares"}

# In January 2015 OCR's guidance moved some thefts to hacking.
TYPES_CHANGED_IN = 2015


def by_group(
    yearly: pd.DataFrame,
    narrated: pd.DataFrame | None,
    *,
    by: str,
    measure: str,
    show: str,
    period: str,
    filters: Filters,
    data: Provenance,
) -> Caption:
    """Who leads in the last year that can be judged, and what it was in the first.

    `yearly` has one row a year and member, whatever the period shown; `narrated` only matters where
    `by` is the mechanism.
    """
    title = _leader(yearly, narrated, by, measure, show, data)
    what = MEASURES[measure][1]
    if show == "shares":
        what = "Share of reports" if by == "entity_type" else "Share of mentions"
    if show == "shares" and measure == "individuals":
        what = "Share of individuals affected"
    if show == "stacked":
        what = what.replace(" (log scale)", "")
    return Caption(
        title=title,
        subtitle=subtitle(f"{what}, by {period} and {GROUPS[by]}", filters, data),
        alt=f"{title}. "
        + (
            f"One small chart for each {GROUPS[by]}, all on one scale."
            if show == "small"
            else f"Stacked columns by {period}, one colour for each {GROUPS[by]}."
        ),
        note=_note(narrated, by),
    )


def few_narratives(narrated: pd.DataFrame | None) -> tuple[int, ...]:
    """The years in which too few reports have a narrative to speak of what happened."""
    if narrated is None:
        return ()
    is_thin = narrated["narrated_share"] < LITTLE_COVERAGE
    return tuple(int(year) for year in narrated.loc[is_thin, "year"])


def _leader(
    yearly: pd.DataFrame,
    narrated: pd.DataFrame | None,
    by: str,
    measure: str,
    show: str,
    data: Provenance,
) -> str:
    column = COLUMN_OF[measure]
    known = yearly.dropna(subset=column)
    if measure == "median":
        known = known[known["reports"] >= SMALL_GROUP]
    if by == "mechanism":
        known = known[~known["period_on"].dt.year.isin(few_narratives(narrated))]
    whole = whole_years(known, data)
    if whole.empty:
        return f"Too few whole years to say who leads by {GROUPS[by]}"
    values = whole.assign(year=whole["period_on"].dt.year).pivot(
        index="year", columns="member", values=column
    )
    if measure != "median":
        values = values.fillna(0)
    if show == "shares":
        values = values.div(values.sum(axis=1), axis=0)
    last = values.iloc[-1]
    leader = last.idxmax()
    first = values[leader].dropna()
    told = share if show == "shares" else number
    unit = "" if show == "shares" else _UNITS[measure]
    leads = f"{MECHANISMS.get(leader, leader)} leads"
    if by == "entity_type":
        leads = f"{filers_of(leader)} lead"
    text = f"{leads} in {last.name} with {told(last[leader])}{unit}"
    if first.index[0] == last.name:
        return text
    before = told(first.iloc[0]) if first.iloc[0] else "none"
    return f"{text}, after {before} in {first.index[0]}"


def _note(narrated: pd.DataFrame | None, by: str) -> str:
    if by == "entity_type":
        return ""
    if by != "mechanism":
        twice = "A report with several types or locations counts once in each of them."
        if by == "breach_type":
            twice += " Dotted line: OCR’s guidance of January 2015 moved some thefts to hacking."
        return twice
    note = (
        "Read from OCR’s narratives, which come when a case is closed: only reports that have one "
        "are counted."
    )
    if not few_narratives(narrated):
        return note
    parts = [
        f"{int(row.year)} ({share(row.narrated_share) if row.narrated else 'none'})"
        for row in narrated[narrated["narrated_share"] < LITTLE_COVERAGE].itertuples()
    ]
    return f"{note} On grey ground: years in which fewer than half have one, {', '.join(parts)}."
