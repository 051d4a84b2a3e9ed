"""Words of the size page, the fitted distribution apart."""

import math

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import counted, number, sentence, share, subtitle
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.statistics.rarity import Rarity
from analysis.statistics.sizes import Concentration
from analysis.vocabulary import SMALL_GROUP, SMALLEST_PUBLISHED

VIEWS = {"share": "At least so large", "histogram": "Of each size"}
FEW = "Fewer than ten reports: these figures turn on single ones."
# A hundredth of fewer reports than this is not one report.
LEAST_FOR_GROUPS = 100
_LARGE = 100_000


def without_counts(reports: int) -> str:
    """Where reports pass the filters and none says how large it is."""
    which = "the one report" if reports == 1 else f"none of the {reports:,} reports"
    states = "does not state" if reports == 1 else "states"
    return sentence(f"{which} here {states} how many individuals were affected.")


def exceedance(
    sizes: pd.DataFrame, view: str, median: float, filters: Filters, data: Provenance
) -> Caption:
    """Half of the reports, and the share that reaches a round size."""
    reaches = sizes[sizes["individuals_affected"] >= _LARGE]
    large = share(reaches["share_at_least"].max()) if len(reaches) else "none"
    title = sentence(
        f"half of the reports hold {number(median)} individuals or fewer; "
        f"{large} reach{'' if len(reaches) else 'es'} {number(_LARGE)}"
    )
    what = {
        "share": "Share of reports with at least so many individuals affected, both on log scales",
        "histogram": "Reports by individuals affected, five columns to each power of ten",
    }[view]
    shown = "A falling line, with well-known cases named on it."
    return Caption(
        title=title,
        subtitle=subtitle(what, filters, data),
        alt=f"{title}. {shown if view == 'share' else 'Columns that fall from left to right.'}",
        note=FEW if sizes["reports_at_least"].max() < SMALL_GROUP else "",
    )


def quantiles(years: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """How the middle report has moved between the first and the last whole year."""
    is_whole = (years["year"] > data.first_year) & (years["year"] < data.as_of.year)
    whole = years[is_whole & (years["reports"] >= SMALL_GROUP)]
    if len(whole) < 2:
        title = "Too few reports a year to follow their sizes"
    else:
        first, last = whole.iloc[0], whole.iloc[-1]
        peak = whole.loc[whole["p50"].idxmax()]
        title = (
            f"The middle report of {int(last['year'])} held {number(last['p50'])} individuals, "
            f"that of {int(first['year'])} {number(first['p50'])}"
        )
        if peak["year"] not in (first["year"], last["year"]):
            title += f"; the peak was {int(peak['year'])} with {number(peak['p50'])}"
    notes = []
    if (years["year"] == data.running_year).any():
        notes.append(f"{data.running_year} is not over")
    if (years["reports"] < SMALL_GROUP).any():
        notes.append("some years have fewer than ten reports")
    return Caption(
        title=title,
        subtitle=subtitle(
            "Individuals affected per report by year: median, middle half, middle four fifths "
            "(log scale)",
            filters,
            data,
        ),
        alt=f"{title}. A line with two bands by year on a log scale.",
        note=f"Hollow: {' and '.join(notes)}." if notes else "",
    )


def concentrated(found: Concentration) -> str:
    """One sentence on how much the largest reports hold."""
    if found.is_small or not found.individuals_affected:
        return FEW
    largest = f"the largest single one holds {share(found.largest_share)}"
    if found.reports < LEAST_FOR_GROUPS:
        return sentence(f"of all individuals affected in {found.reports} reports, {largest}.")
    top = found.shares.iloc[0]
    return sentence(
        f"the largest {share(top['top_share'])} of reports hold {share(top['share'])} of all "
        f"individuals affected; {largest}."
    )


def held(groups: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """What the smaller half of the reports holds together, beside the largest."""
    top, rest = groups.iloc[0], groups.iloc[-1]
    title = (
        f"{counted(int(top['reports']), 'report')} of {groups['reports'].sum():,} hold "
        f"{share(top['held_share'])} of all individuals, the smaller half together "
        f"{share(rest['held_share'])}"
    )
    return Caption(
        title=title,
        subtitle=subtitle(
            "Share of all individuals affected, by groups of reports from the largest down",
            filters,
            data,
        ),
        alt=f"{title}. One bar for each group of reports.",
    )


def rare(found: Rarity, filters: Filters, data: Provenance) -> str:
    """How often a report of that size was filed, with intervals."""
    size = f"{found.size:,.0f}"
    if filters.max is not None and found.size > filters.max:
        return f"The filters leave out every report above {filters.max:,}: raise that limit."
    if found.is_beyond_record:
        return (
            f"None of {counted(found.reports, 'report')} reaches {size} individuals in "
            f"{_span(found)}: rarer than one in {_wait(found.years_between_low)}, with 95% "
            "confidence."
        )
    return (
        f"{found.reports_at_least:,} of {counted(found.reports, 'report')} "
        f"({share(found.share)}; 95% interval {share(found.share_low)} to "
        f"{share(found.share_high)}) {'holds' if found.reports_at_least == 1 else 'hold'} {size} "
        f"individuals or more: one every {_wait(found.years_between)} on average over "
        f"{_span(found)} (interval {_wait(found.years_between_low)} to "
        f"{_wait(found.years_between_high)})." + (f" {_TURNS}" if found.is_small else "")
    )


def rare_note(data: Provenance) -> str:
    """What the figure of rarity does not say."""
    return (
        f"As filed with HHS since {data.first_year}; reports of fewer than {SMALLEST_PUBLISHED} "
        "are not published. Vendors’ breaches are filed by many clients at once, so that large "
        "reports come in clusters: the interval is for the past, not a forecast."
    )


_TURNS = "Fewer than ten reports are as large: the figure turns on single ones."


def _span(found: Rarity) -> str:
    return _wait(found.years_observed)


def _wait(years: float) -> str:
    if math.isinf(years):
        return "never"
    if years < 1 / 6:
        return counted(max(1, round(years * 365.25)), "day")
    return counted(round(years * 12), "month") if years < 2 else f"{years:.1f} years"
