"""Words of the peer group on the sectors page and in the brief."""

import math

import pandas as pd

from analysis.captions import Caption
from analysis.captions.sectors import REACHES, share_reaching
from analysis.captions.words import counted, number, sentence, share, subtitle
from analysis.filters import Filters
from analysis.peers import ALL, BANDS, MINE, Group
from analysis.provenance import Provenance
from analysis.vocabulary import ENTITY_TYPES, REGIONS, STATES

ENTITIES = {name: name for name in ENTITY_TYPES} | {"any": "Any entity type"}
PLACES = {
    "": "Anywhere",
    **{region: f"{region} (region)" for region in REGIONS},
    **STATES,
}
SIZES = {
    "": "Any size",
    **{
        key: f"{low:,} to {high:,}" if high else f"{low:,} and more"
        for key, (low, high) in BANDS.items()
    },
}
_ROWS = (
    ("Reports a year", "per_year", lambda value: f"{value:,.1f}"),
    ("Median individuals", "median", number),
    ("One in ten holds at least", "p90", number),
    ("Hacking", "hacking_share", share),
    ("Business associate involved", "associate_share", share),
)


def peers(mine: Group, everyone: Group, words: str) -> str:
    """One's own peers against all, in two sentences."""
    if not mine.reports:
        return f"No report of this peer group ({words}): widen it."
    text = (
        f"{words}: {counted(mine.reports, 'report')}, {mine.per_year[0]:.1f} a year. Their middle "
        f"report holds {_size(mine.median[0])} individuals, against {_size(everyone.median[0])} of "
        f"all; one in ten holds {_size(mine.p90[0])} or more, against {_size(everyone.p90[0])}. "
        f"Hacking is {share(mine.hacking_share[0])} of them, against "
        f"{share(everyone.hacking_share[0])}"
    )
    if not math.isnan(mine.associate_share[0]):
        text += (
            f"; a business associate was involved in {share(mine.associate_share[0])}, against "
            f"{share(everyone.associate_share[0])}"
        )
    text += "."
    if mine.is_small:
        text += " Fewer than ten reports: these figures turn on single ones."
    return sentence(text)


def side_by_side(mine: Group, everyone: Group) -> pd.DataFrame:
    """One row is one measure: `Measure`, the peers' value and that of all, each with its 95%
    interval, as words."""
    return pd.DataFrame(
        [
            {
                "Measure": label,
                MINE: _with_interval(getattr(mine, name), tell),
                ALL: _with_interval(getattr(everyone, name), tell),
            }
            for label, name, tell in _ROWS
        ]
    )


def exceedance(bands: pd.DataFrame, words: str, filters: Filters, data: Provenance) -> Caption:
    """How often the peers' reports reach a hundred thousand individuals, against all."""
    at = share_reaching(bands)
    title = sentence(
        f"{share(at[MINE])} of the peers’ reports reach {number(REACHES)} individuals, "
        f"{share(at[ALL])} of all"
    )
    few = bands.loc[bands["member"] == MINE, "is_small"].any()
    return Caption(
        title=title,
        subtitle=subtitle(
            f"Share of reports with at least so many individuals, {words} and all, bands of 95%, "
            "log scales",
            filters,
            data,
        ),
        alt=f"{title}. Two falling lines with bands.",
        note="Fewer than ten reports in the peer group: its line turns on single ones."
        if few
        else "",
    )


def _with_interval(value: tuple[float, float, float], tell) -> str:
    estimate, low, high = value
    if math.isnan(estimate):
        return "not stated"
    if math.isnan(low) or math.isnan(high):
        return f"{tell(estimate)} (too few for an interval)"
    return f"{tell(estimate)} ({tell(low)} to {tell(high)})"


def _size(value: float) -> str:
    return "an unknown number of" if math.isnan(value) else number(value)
