"""Words of the map page."""

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import counted, number, sentence, subtitle
from analysis.filters import Filters
from analysis.provenance import Provenance

MEASURES = {
    "per_million": ("Per million", "Reports per million residents"),
    "reports": ("Reports", "Reports"),
    "median": ("Median", "Median individuals affected per report"),
}
COLUMN_OF = {
    "per_million": "reports_per_million",
    "reports": "reports",
    "median": "median_individuals",
}
COLUMNS = (
    "state",
    "name",
    "reports",
    "reports_per_million",
    "median_individuals",
    "individuals_affected",
    "largest_entity_name",
    "residents",
)
_FILER = "A state is where the filer sits, not where the people affected live."


def by_state(found: pd.DataFrame, measure: str, filters: Filters, data: Provenance) -> Caption:
    """Which state leads by the measure, small groups left aside."""
    column = COLUMN_OF[measure]
    shown = found[~found["is_small"]].dropna(subset=column)
    shown = shown if len(shown) else found.dropna(subset=column)
    if shown.empty:
        title = "No state has a figure to show"
    else:
        ranked = shown.sort_values(column, ascending=False)
        top, low = ranked.iloc[0], ranked.iloc[-1]
        unit = {
            "per_million": " reports per million residents",
            "reports": " reports",
            "median": " individuals in the middle report",
        }[measure]
        title = f"{top['name']} leads with {_figure(top[column], measure)}{unit}"
        if len(ranked) > 1:
            title += f"; {low['name']} has {_figure(low[column], measure)}"
    small = int(found["is_small"].sum())
    note = _FILER
    if small:
        note += f" {counted(small, 'state')} with fewer than ten reports: pale or starred."
    if measure == "per_million":
        note += " Residents at the middle of the period, on the line through two censuses."
    return Caption(
        title=title,
        subtitle=subtitle(f"{MEASURES[measure][1]}, by state of the filer", filters, data),
        alt=f"{title}. Each state shaded by its figure.",
        note=note,
    )


def beside(found: pd.DataFrame) -> str:
    """Territories and reports without a state, in one sentence."""
    if found.empty:
        return ""
    parts = [
        f"{row.name_of_state}: {counted(row.reports, 'report')}"
        for row in found.rename(columns={"name": "name_of_state"}).itertuples()
    ]
    return sentence(
        f"not on the map: {'; '.join(parts)}. A state that is not stated is mostly a territory."
    )


def _figure(value: float, measure: str) -> str:
    return f"{value:.1f}" if measure == "per_million" else number(value)
