"""Words of the size page."""

import math

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import counted, number, sentence, share, subtitle
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.statistics.rarity import Rarity
from analysis.statistics.sizes import Concentration
from analysis.statistics.tails import TailFit
from analysis.vocabulary import SMALL_GROUP

_FEW = "Fewer than ten reports: these figures turn on single ones."


def exceedance(sizes: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """The share of reports that reach the round sizes."""
    half = sizes[sizes["share_at_least"] >= 0.5]["individuals_affected"].max()
    reaches = sizes[sizes["individuals_affected"] >= 100_000]
    large = reaches["share_at_least"].max() if len(reaches) else 0.0
    title = sentence(
        f"half of the reports stay at {number(half)} individuals or fewer; "
        f"{share(large)} reach {number(100_000)}"
    )
    total = int(sizes["reports_at_least"].max())
    return Caption(
        title=title,
        subtitle=subtitle(
            "Share of reports with at least so many individuals affected, both on log scales",
            filters,
            data,
        ),
        alt=f"{title}. A falling line, with well-known cases named on it.",
        note=_FEW if total < SMALL_GROUP else "",
    )


def quantiles(years: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """How the middle report has moved."""
    is_whole = (years["year"] > data.first_year) & (years["year"] < data.as_of.year)
    whole = years[is_whole & (years["reports"] >= SMALL_GROUP)]
    if len(whole) < 2:
        title = "Too few reports a year to follow their sizes"
    else:
        first, last = whole.iloc[0], whole.iloc[-1]
        title = (
            f"The middle report held {number(last['p50'])} individuals in {int(last['year'])}, "
            f"{number(first['p50'])} in {int(first['year'])}"
        )
    return Caption(
        title=title,
        subtitle=subtitle(
            "Individuals affected per report by year: median, middle half, middle four fifths",
            filters,
            data,
        ),
        alt=f"{title}. A line with two bands by year on a log scale.",
        note="Years with fewer than ten reports are hollow.",
    )


def concentrated(found: Concentration) -> str:
    """One sentence on how much the largest reports hold."""
    if found.is_small:
        return _FEW
    top = found.shares.iloc[0]
    return sentence(
        f"the largest {share(top['top_share'])} of reports hold {share(top['share'])} of all "
        f"individuals affected; the largest single one holds {share(found.largest_share)}."
    )


def rare(found: Rarity, filters: Filters, data: Provenance) -> str:
    """How often a report of that size was filed, with intervals."""
    size = number(found.size)
    if found.is_beyond_record:
        return (
            f"No report reaches {size} individuals among {found.reports:,}. In "
            f"{found.years_observed:.1f} years that means: rarer than one in "
            f"{found.years_between_low:.0f} years, with 95% confidence."
        )
    return (
        f"{counted(found.reports_at_least, 'report')} of {found.reports:,} "
        f"({share(found.share)}; 95% interval {share(found.share_low)} to "
        f"{share(found.share_high)}) hold {size} individuals or more: one every "
        f"{_wait(found.years_between)} on average over {found.years_observed:.1f} years "
        f"(interval {_wait(found.years_between_low)} to {_wait(found.years_between_high)})."
        + (f" {_FEW}" if found.is_small else "")
    )


def shape(found: TailFit | None) -> str:
    """Which distribution describes the sizes, and where it fails, in one sentence."""
    if found is None:
        return (
            "No distribution is fitted: that takes at least a hundred reports of known size and no "
            "upper limit among the filters."
        )
    if found.lognormal is None or found.fits_from is None:
        return (
            "Neither a lognormal nor a power law describes these sizes: the counts by size above "
            "are all that can be said."
        )
    better = "" if found.comparison.better == "lognormal" else ", though a power law is not refuted"
    text = (
        f"A lognormal distribution cut off at {number(500)} describes the {found.reports:,} counts "
        f"from {number(found.fits_from)} to {number(found.fits_to)} individuals, better than a "
        f"power law does{better}"
    )
    if found.lognormal_goodness is not None:
        text += f" (goodness of fit p = {found.lognormal_goodness.p_value:.2g})"
    outside = found.by_threshold[found.by_threshold["is_outside"].astype(bool)]
    if len(outside):
        at = outside.iloc[-1]
        text += (
            f"; it fails beyond: of {number(at['individuals_affected'])} or more it expects "
            f"{at['lognormal']:.1f} reports, and there are {int(at['reports_at_least'])}"
        )
    return text + f". {counted(found.placeholders, 'placeholder')} of 500 and 501 are left out."


def _wait(years: float) -> str:
    if math.isinf(years):
        return "never"
    if years < 1 / 6:
        return counted(max(1, round(years * 365.25)), "day")
    return counted(round(years * 12), "month") if years < 2 else f"{years:.1f} years"


def fit(found: TailFit, filters: Filters, data: Provenance) -> Caption:
    """Reports filed beside those the lognormal expects."""
    outside = found.by_threshold[found.by_threshold["is_outside"].astype(bool)]
    title = (
        f"The lognormal holds up to {number(found.fits_to)} individuals"
        if found.fits_to is not None
        else "The lognormal holds nowhere"
    )
    return Caption(
        title=title,
        subtitle=subtitle(
            "Reports of at least so many individuals: filed, and expected with 95% range",
            filters,
            data,
        ),
        alt=f"{title}. {counted(len(outside), 'size')} of {len(found.by_threshold)} lie outside.",
    )
