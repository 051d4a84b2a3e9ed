"""Words of the trends page."""

import pandas as pd

from analysis.captions import Caption
from analysis.captions.overview import running_year_note
from analysis.captions.words import change, counted, number, sentence, share, subtitle
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.vocabulary import MECHANISMS

MEASURES = {
    "reports": ("Reports", "Reports filed with HHS"),
    "individuals": ("Individuals", "Individuals affected, as reported"),
    "median": ("Median size", "Median individuals affected per report"),
}
COLUMN_OF = {
    "reports": "reports",
    "individuals": "individuals_affected",
    "median": "median_individuals",
}
GROUPS = {
    "breach_type": "type of breach",
    "entity_type": "who filed",
    "location": "location of the information",
    "mechanism": "what happened, by OCR’s narrative",
}
_BREAKS = (
    "OCR’s guidance of January 2015 moved some thefts to hacking; counts of 500 and 501 are often "
    "raised later; reports keep arriving under old dates."
)


def over_time(
    periods: pd.DataFrame, measure: str, period: str, filters: Filters, data: Provenance
) -> Caption:
    """One line of the whole: first whole year against the last."""
    title = (
        _change_of_whole_years(periods, measure, data)
        if period == "year"
        else _peak(periods, measure, period)
    )
    return Caption(
        title=title,
        subtitle=subtitle(f"{MEASURES[measure][1]}, by {period} of submission", filters, data),
        alt=f"{title}. One mark a {period}.",
        note=" ".join(filter(None, (running_year_note(periods, data), _BREAKS))),
    )


def _change_of_whole_years(periods: pd.DataFrame, measure: str, data: Provenance) -> str:
    column = COLUMN_OF[measure]
    whole = periods[periods["period_on"].dt.year < data.as_of.year]
    whole = whole[whole["period_on"].dt.year > 2009]
    whole = whole.dropna(subset=column)
    what = MEASURES[measure][0].lower() if measure != "median" else "the median report"
    if len(whole) < 2:
        return sentence(f"{what} by year: too few whole years to speak of a trend")
    last, before = whole.iloc[-1], whole.iloc[-2]
    peak = whole.loc[whole[column].idxmax()]
    year, value = last["period_on"].year, last[column]
    head = f"{number(value)} {what}" if measure != "median" else f"{what} held {number(value)}"
    text = f"{head} in {year}, {change(value, before[column])} than the year before"
    text = text.replace("as many than", "as many as")
    if peak["period_on"] != last["period_on"]:
        text += f"; the peak was {peak['period_on'].year} with {number(peak[column])}"
    else:
        text += ", the most of any year"
    return sentence(text)


def _peak(periods: pd.DataFrame, measure: str, period: str) -> str:
    column = COLUMN_OF[measure]
    known = periods.dropna(subset=column)
    if known.empty:
        return f"No {period} states a size"
    peak = known.loc[known[column].idxmax()]
    when = peak["period_on"]
    named = (
        f"{when:%B %Y}" if period == "month" else f"{(when.month + 2) // 3}. quarter of {when.year}"
    )
    what = "median of" if measure == "median" else ""
    unit = "" if measure == "median" else f" {MEASURES[measure][0].lower()}"
    return sentence(
        f"{named} was the highest: {what} {number(peak[column])}{unit}".replace("  ", " ")
    )


def by_group(
    members: pd.DataFrame, by: str, measure: str, filters: Filters, data: Provenance
) -> Caption:
    """Small multiples: who leads in the last whole year, and who led in the first."""
    column = COLUMN_OF[measure]
    whole = members[members["period_on"].dt.year < data.as_of.year].dropna(subset=column)
    if whole.empty:
        whole = members
    last_year = whole["period_on"].dt.year.max()
    last = whole[whole["period_on"].dt.year == last_year]
    leader = last.loc[last[column].idxmax()]
    name = MECHANISMS.get(leader["member"], leader["member"])
    first = whole[(whole["member"] == leader["member"])].iloc[0]
    title = (
        f"{name} leads in {last_year} with {number(leader[column])}, "
        f"after {number(first[column])} in {first['period_on'].year}"
    )
    note = "A report with several types or locations counts once in each of them."
    if by == "mechanism":
        note = (
            "Only reports with a narrative are counted here, and OCR writes one when it closes a "
            "case: recent years hold few."
        )
    return Caption(
        title=title,
        subtitle=subtitle(f"{MEASURES[measure][1]}, by year and {GROUPS[by]}", filters, data),
        alt=f"{title}. One small chart for each {GROUPS[by]}, on one scale.",
        note=note if by != "entity_type" else "",
    )


def without_largest(years: pd.DataFrame, most: int, filters: Filters, data: Provenance) -> Caption:
    """How much of all individuals stands in a few reports."""
    whole, rest = years["individuals_affected"].sum(), years["without_largest"].sum()
    part = 1 - rest / whole if whole else 0.0
    title = sentence(
        f"{counted(most, 'report')} {'holds' if most == 1 else 'hold'} {share(part)} of all "
        f"individuals; without {'it' if most == 1 else 'them'} the years look different"
    )
    return Caption(
        title=title,
        subtitle=subtitle(
            f"Individuals affected by year, with and without the {most} largest reports",
            filters,
            data,
        ),
        alt=f"{title}. Two lines by year on a logarithmic scale.",
    )


def influence(yearly: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """The year that turns most on one report."""
    known = yearly[yearly["individuals_affected"] > 0]
    part = known["largest_individuals"] / known["individuals_affected"]
    at = part.idxmax()
    title = sentence(
        f"one filing is {share(part[at])} of {known.loc[at, 'period_on'].year}: "
        f"{known.loc[at, 'largest_entity_name']}"
    )
    return Caption(
        title=title,
        subtitle=subtitle("Share of a year’s individuals in its largest report", filters, data),
        alt=f"{title}. One bar a year, named for its largest report.",
    )


def pace(paces: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """The running year against the same days of the years before."""
    until = data.as_of.timetuple().tm_yday
    so_far = (
        paces[paces["day_of_year"] <= until].groupby("year")["reports_so_far"].max().astype(int)
    )
    year = data.as_of.year
    now, before = int(so_far.get(year, 0)), int(so_far.get(year - 1, 0))
    title = sentence(
        f"{counted(now, 'report')} in {year} up to {data.as_of:%-d %B}, "
        f"{change(now, before)} than in the same days of {year - 1}"
    ).replace("as many than", "as many as")
    return Caption(
        title=title,
        subtitle=subtitle("Reports of a year so far, by day of submission", filters, data),
        alt=f"{title}. One climbing line a year.",
        note="Reports keep arriving under past dates, so the last weeks always look thin.",
    )
