"""Words of the sectors page."""

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import filers_of, number, share, subtitle
from analysis.filters import Filters
from analysis.provenance import Provenance

MEASURES = {
    "per_year": ("Reports a year", "Reports a year with 95% interval"),
    "median": ("Median size", "Median individuals affected per report, with 95% interval"),
    "p90": ("90th percentile", "90th percentile of individuals affected, with 95% interval"),
    "associate_share": (
        "Business associate",
        "Share of reports with a business associate involved, with 95% interval",
    ),
}
REACHES = 100_000
# A share of large reports means little in a group of a few dozen.
_ENOUGH_FOR_A_TAIL = 100
# What is found of the first, and of the next.
_FINDINGS = {
    "per_year": ("{filers} file most: {value} reports a year", "; {filers} {value}"),
    "median": (
        "The middle report of {filers} holds {value} individuals",
        ", that of {filers} {value}",
    ),
    "p90": (
        "One in ten reports of {filers} holds {value} individuals or more",
        "; of {filers}, {value}",
    ),
    "associate_share": (
        "{value} of reports of {filers} involve a business associate",
        ", {value} of those of {filers}",
    ),
}
_SMALL = "Hollow: fewer than ten reports."


def compare(found: pd.DataFrame, measure: str, filters: Filters, data: Provenance) -> Caption:
    """Who leads by one measure, and by how much over the next."""
    shown = found[~found["is_small"]].sort_values(measure, ascending=False)
    shown = shown if len(shown) else found
    top = shown.iloc[0]
    say = share if measure == "associate_share" else _count
    finding, beside = _FINDINGS[measure]
    title = finding.format(filers=filers_of(top["member"]), value=say(top[measure]))
    if len(shown) > 1:
        second = shown.iloc[1]
        overlap = second[f"{measure}_high"] >= top[f"{measure}_low"]
        title += beside.format(filers=filers_of(second["member"]), value=say(second[measure]))
        title += " – the intervals overlap" if overlap else ""
    return Caption(
        title=title,
        subtitle=subtitle(MEASURES[measure][1], filters, data),
        alt=f"{title}. One row an entity type, the interval as a line.",
        note=_SMALL if found["is_small"].any() else "",
    )


def _count(value: float) -> str:
    return number(value) if value >= 10 else f"{value:.1f}"


def share_reaching(bands: pd.DataFrame) -> pd.Series:
    """The share of the reports of each `member` that reach the size nearest to REACHES."""
    distance = (bands["individuals_affected"] - REACHES).abs()
    near = bands.loc[distance.groupby(bands["member"]).idxmin()]
    return near.set_index("member")["share_at_least"]


def exceedance(bands: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """Which entity type most often reaches a hundred thousand individuals."""
    filed = bands.groupby("member")["reports_at_least"].transform("max")
    enough = bands[filed >= _ENOUGH_FOR_A_TAIL]
    title = f"Too few reports to say who reaches {number(REACHES)} individuals most often"
    if len(enough):
        reached = share_reaching(enough)
        title = (
            f"{filers_of(reached.idxmax())} most often reach {number(REACHES)} individuals: "
            f"{share(reached.max())} of their reports"
        )
    return Caption(
        title=title,
        subtitle=subtitle(
            "Share of an entity type’s reports with at least so many individuals, log scales",
            filters,
            data,
        ),
        alt=f"{title}. One falling line an entity type, with a band of 95%.",
    )


def mix(found: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """Which entity type is hacked most."""
    hacked = found[found["breach_type"] == "Hacking/IT Incident"]
    hacked = hacked[hacked["reports"] >= 10].sort_values("type_share", ascending=False)
    if hacked.empty:
        title = "What each entity type reports"
    else:
        top, low = hacked.iloc[0], hacked.iloc[-1]
        title = (
            f"Hacking is {share(top['type_share'])} of reports by {filers_of(top['entity_type'])}"
        )
        if top["entity_type"] != low["entity_type"]:
            title += f", {share(low['type_share'])} by {filers_of(low['entity_type'])}"
    return Caption(
        title=title,
        subtitle=subtitle("Share of an entity type’s reports, by type of breach", filters, data),
        alt=f"{title}. One small row of bars an entity type.",
        note="A report of two types counts in both.",
    )
