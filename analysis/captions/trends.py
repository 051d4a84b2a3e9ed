"""Words of the trends page: the whole over time, without the largest, and the running year."""

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import change, counted, day, number, sentence, share, subtitle
from analysis.filters import Filters
from analysis.overview import Headline
from analysis.provenance import Provenance
from analysis.vocabulary import SMALL_GROUP

MEASURES = {
    "reports": ("Reports", "Reports filed with HHS"),
    "individuals": ("Individuals", "Individuals affected, as reported (log scale)"),
    "median": ("Median size", "Median individuals affected per report (log scale)"),
}
COLUMN_OF = {
    "reports": "reports",
    "individuals": "individuals_affected",
    "median": "median_individuals",
}
FEW = "Fewer than ten reports: these figures turn on single ones."
_BREAKS = (
    "Reports are published since September 2009 and keep arriving under old dates; counts of 500 "
    "and 501 are often placeholders that are raised later."
)


def over_time(
    periods: pd.DataFrame,
    measure: str,
    period: str,
    same_days: Headline,
    filters: Filters,
    data: Provenance,
) -> Caption:
    """The last whole year against the one before and the highest; by quarter or month the peak."""
    title = (
        _last_whole_year(periods, measure, data)
        if period == "year"
        else _peak(periods, measure, period)
    )
    notes = (
        FEW if periods["reports"].sum() < SMALL_GROUP else "",
        running_year(periods, measure, same_days, data),
        _BREAKS,
    )
    return Caption(
        title=title,
        subtitle=subtitle(f"{MEASURES[measure][1]}, by {period} of submission", filters, data),
        alt=f"{title}. One mark a {period}.",
        note=" ".join(filter(None, notes)),
    )


def same_days_before(measure: str, same_days: Headline) -> float | None:
    """What the year before the running one held by the same day."""
    return _now_and_before(measure, same_days)[1]


def running_year(periods: pd.DataFrame, measure: str, same_days: Headline, data: Provenance) -> str:
    """How the year that is not over compares with the same days of the year before."""
    if periods["period_on"].iloc[-1].year != data.running_year:
        return ""
    now, before = _now_and_before(measure, same_days)
    year = data.as_of.year
    if now is None:
        return f"{year} is not over, and no report of it states a count yet."
    text = f"{year} is not over: {_worded(now, measure)} up to {day(data.as_of)}"
    if not before:
        return f"{text}, and none in the same days of {year - 1}."
    return (
        f"{text}, {change(now, before)} than in the same days of {year - 1} "
        f"({number(before)}).".replace("as many than", "as many as")
    )


def without_largest(years: pd.DataFrame, most: int, filters: Filters, data: Provenance) -> Caption:
    """How much of all individuals stands in a few reports, and whether the peak is theirs."""
    whole, rest = years["individuals_affected"], years["without_largest"]
    part = 1 - rest.sum() / whole.sum()
    held = f"{'one report holds' if most == 1 else f'{most} reports hold'} {share(part)}"
    them = "it" if most == 1 else "them"
    peak, other = years.loc[whole.idxmax(), "year"], years.loc[rest.idxmax(), "year"]
    if not rest.any():
        after = f"without {them} nothing is left"
    elif peak == other:
        after = f"without {them} the peak is still {peak}"
    else:
        after = f"without {them} the peak is {other}, not {peak}"
    title = sentence(f"{held} of all individuals; {after}")
    is_open = years["year"].iloc[-1] == data.running_year
    return Caption(
        title=title,
        subtitle=subtitle(
            "Individuals affected by year, with and without the largest "
            + ("report" if most == 1 else f"{most} reports")
            + " of all these years (log scale)",
            filters,
            data,
        ),
        alt=f"{title}. Two lines by year on a logarithmic scale.",
        note=f"Hollow: {data.as_of.year}, up to {day(data.as_of)}." if is_open else "",
    )


def influence(yearly: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """The year that turns most on one report, and how many others turn on one."""
    known = yearly[(yearly["individuals_affected"] > 0) & (yearly["reports"] >= SMALL_GROUP)]
    is_thin = known.empty
    known = yearly[yearly["individuals_affected"] > 0] if is_thin else known
    part = known["largest_individuals"] / known["individuals_affected"]
    at = part.idxmax()
    # The first year holds a few months of reports; a whole one says more, where there is one.
    whole = part[known["period_on"].dt.year > data.first_year]
    at = whole.idxmax() if len(whole) else at
    title = sentence(
        f"one filing is {share(part[at])} of {known.loc[at, 'period_on'].year}: "
        f"{known.loc[at, 'largest_entity_name']}"
    )
    return Caption(
        title=title,
        subtitle=subtitle("Share of a year’s individuals in its largest report", filters, data),
        alt=f"{title}. One bar a year, named for its largest report.",
        note="Years with few reports turn on one of them easily." if is_thin else "",
    )


def pace(paces: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """The running year against the same days of the years before."""
    so_far = paces[paces["day_of_year"] <= data.as_of.timetuple().tm_yday]
    so_far = so_far.groupby("year")["reports_so_far"].max()
    year = data.as_of.year
    now, before = int(so_far.get(year, 0)), int(so_far.get(year - 1, 0))
    compared = (
        f"{change(now, before)} than in the same days of {year - 1}"
        if before
        else f"none in the same days of {year - 1}"
    ).replace("as many than", "as many as")
    title = sentence(f"{counted(now, 'report')} in {year} up to {data.as_of:%-d %B}, {compared}")
    return Caption(
        title=title,
        subtitle=subtitle("Reports of a year so far, by day of submission", filters, data),
        alt=f"{title}. One climbing line a year.",
        note="Reports keep arriving under past dates, so the last weeks always look thin.",
    )


def _last_whole_year(periods: pd.DataFrame, measure: str, data: Provenance) -> str:
    column = COLUMN_OF[measure]
    whole = whole_years(periods[["period_on", column]], data).dropna()
    if len(whole) < 2:
        return "Too few whole years to speak of a trend"
    last, before = whole.iloc[-1], whole.iloc[-2]
    peak = whole.loc[whole[column].idxmax()]
    year, value = last["period_on"].year, last[column]
    head = (
        f"the median report held {number(value)} individuals"
        if measure == "median"
        else _worded(value, measure)
    )
    against = (
        f"{change(value, before[column])} than the year before"
        if before[column]
        else ("after none the year before")
    )
    text = f"{head} in {year}, {against}".replace("as many than", "as many as")
    if peak["period_on"] != last["period_on"]:
        return sentence(
            f"{text}; the peak was {peak['period_on'].year} with {number(peak[column])}"
        )
    return sentence(f"{text}, the most of any year")


def whole_years(periods: pd.DataFrame, data: Provenance) -> pd.DataFrame:
    """The years that are over and were reported from their first day on."""
    years = periods["period_on"].dt.year
    is_whole = (years > data.first_year) & (years <= data.as_of.year)
    return periods[is_whole & (years != data.running_year)]


def _peak(periods: pd.DataFrame, measure: str, period: str) -> str:
    column = COLUMN_OF[measure]
    known = periods.dropna(subset=column)
    if known.empty:
        return f"No {period} states a size"
    peak = known.loc[known[column].idxmax()]
    when = peak["period_on"]
    quarters = ("first", "second", "third", "fourth")
    named = (
        f"{when:%B %Y}"
        if period == "month"
        else f"the {quarters[when.month // 3]} quarter of {when.year}"
    )
    if measure == "median":
        return sentence(f"the highest median was that of {named}: {number(peak[column])}")
    return sentence(f"{named} was the highest: {_worded(peak[column], measure)}")


def _now_and_before(measure: str, same_days: Headline) -> tuple[float | None, float | None]:
    return {
        "reports": (same_days.reports_now, same_days.reports_before),
        "individuals": (same_days.individuals_now, same_days.individuals_before),
        "median": (same_days.median_now, same_days.median_before),
    }[measure]


def _worded(value: float, measure: str) -> str:
    if measure == "reports":
        return counted(int(value), "report")
    return f"{'a median of ' if measure == 'median' else ''}{number(value)} individuals"
