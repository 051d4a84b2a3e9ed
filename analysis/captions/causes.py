"""Words of the causes page."""

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import counted, number, sentence, share, subtitle
from analysis.causes import LITTLE_COVERAGE
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.vocabulary import MECHANISMS, SMALL_GROUP

_FEW = " Most years hold fewer than ten reports: their shares turn on single ones."
_SETS = "A report filed with several types or locations stands in each of their pairs."


def heat_map(pairs: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """Which type and location stand together most often."""
    top = pairs.iloc[0]
    title = (
        f"{top['breach_type']} with {top['location']} is the commonest pair: "
        f"{counted(int(top['reports']), 'report')}"
    )
    return Caption(
        title=title,
        subtitle=subtitle("Reports by type of breach and location, as filed", filters, data),
        alt=f"{title}. A table of types and locations, darker where there are more reports.",
        note=_SETS,
    )


def replaced_theft(years: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """When hacking overtook theft and loss."""
    whole = years[years["year"] > data.first_year]
    ahead = whole[whole["hacking_share"] > whole["theft_or_loss_share"]]
    last = years.iloc[-1]
    if len(ahead) and len(whole[whole["year"] < ahead["year"].iloc[0]]):
        first = int(ahead["year"].iloc[0])
        title = (
            f"Hacking overtook theft and loss in {first}; by {int(last['year'])} it was "
            f"{share(last['hacking_share'])} of reports, theft and loss "
            f"{share(last['theft_or_loss_share'])}"
        )
    else:
        title = sentence(
            f"in {int(last['year'])} {share(last['hacking_share'])} of reports were hacking, "
            f"{share(last['theft_or_loss_share'])} theft or loss"
        )
    return Caption(
        title=title,
        subtitle=subtitle("Share of a year’s reports, by type of breach as filed", filters, data),
        alt=f"{title}. Three lines by year.",
        note="OCR’s guidance of January 2015 moved some thefts to hacking."
        + _unfinished(years, data)
        + (_FEW if (years["reports"] < SMALL_GROUP).mean() > 0.5 else ""),
    )


def mechanisms(years: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """The leading mechanism of the last well-covered year."""
    covered = _covered(years)
    shown = covered if len(covered) else years
    year = int(shown["year"].max())
    leader = shown[shown["year"] == year].iloc[0]
    title = sentence(
        f"{MECHANISMS[leader['mechanism']].lower()} leads in {year}"
        + (", the last year with enough narratives" if len(covered) else "")
        + f": {share(leader['mechanism_share'])} of "
        + ("them" if len(covered) else "the few narrated reports")
    )
    thin = _thin(years)
    note = "Read from OCR’s narratives by rules; only closed cases have one."
    if thin:
        note += f" Fewer than half of the reports of {_listed(thin)} have one: pale."
    return Caption(
        title=title,
        subtitle=subtitle("Share of a year’s narrated reports, by what happened", filters, data),
        alt=f"{title}. Stacked columns by year.",
        note=note,
    )


def vendors(years: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """How often a vendor is told of, in the last year with enough narratives and the first."""
    covered = _covered(years)
    if covered.empty:
        title = "Too few narratives to say how often a vendor was involved"
    else:
        last, first = covered.iloc[-1], covered.iloc[0]
        title = (
            f"A vendor is told of in {share(last['vendor_share'])} of narrated reports of "
            f"{int(last['year'])}"
        )
        if last["year"] > first["year"]:
            title += f", {share(first['vendor_share'])} of those of {int(first['year'])}"
    thin = _thin(years[years["vendor_share"].notna()])
    note = ""
    if thin:
        note = f"Hollow: fewer than half of the reports of {_listed(thin)} have a narrative."
    return Caption(
        title=title,
        subtitle=subtitle(
            "Share of narrated reports whose narrative tells of a vendor, and of reports filed as "
            "with a business associate",
            filters,
            data,
        ),
        alt=f"{title}. Two lines by year.",
        note=f"{note}{_unfinished(years, data)}".strip(),
    )


def _unfinished(years: pd.DataFrame, data: Provenance) -> str:
    """A sentence on the last year shown where it is not over."""
    last = int(years["year"].iloc[-1])
    return f" Hollow: {last}, which is not over." if last == data.running_year else ""


def _named(row: pd.Series) -> str:
    return MECHANISMS.get(row["member"], row["member"])


def _covered(years: pd.DataFrame) -> pd.DataFrame:
    """The years with narratives enough to say what their reports tell."""
    is_covered = (years["narrated_share"] >= LITTLE_COVERAGE) & (years["narrated"] >= SMALL_GROUP)
    return years[is_covered]


def _thin(years: pd.DataFrame) -> list[int]:
    """The years whose narratives cover less than half of their reports."""
    return sorted(set(years.loc[years["narrated_share"] < LITTLE_COVERAGE, "year"].astype(int)))


def _listed(years: list[int]) -> str:
    return ", ".join(str(year) for year in years)


def sizes(members: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """Which type holds the larger median report."""
    medians = members[(members["quantile"] == 0.5) & ~members["is_small"]]
    if medians.empty:
        title = "Too few reports to compare sizes"
    else:
        ranked = medians.sort_values("individuals_affected", ascending=False)
        top, low = ranked.iloc[0], ranked.iloc[-1]
        title = (
            f"The middle report of {_named(top)} holds {number(top['individuals_affected'])} "
            "individuals"
        )
        if len(ranked) > 1:
            title += f", that of {_named(low)} {number(low['individuals_affected'])}"
    return Caption(
        title=title,
        subtitle=subtitle(
            "Individuals affected per report: median with 95% interval, and 90th percentile",
            filters,
            data,
        ),
        alt=f"{title}. One row a type, sizes on a log scale.",
        note=f"Hollow: fewer than {SMALL_GROUP} reports.",
    )
