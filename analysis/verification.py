"""Published figures beside computed ones: does this database say what others found?

Each figure is computed as of the snapshot nearest in time to its source, from the reports of its
period of submission. Figures by year of occurrence and others that the portal's columns cannot give
are marked and not compared.
"""

from datetime import date

import numpy as np
import pandas as pd

from analysis.database import Database
from analysis.filters import Filters

AGREES, EXPLAINED, DIFFERS, NOT_COMPARABLE, NO_DATA = (
    "agrees",
    "differs, explained",
    "differs",
    "not comparable",
    "not in the loaded data",
)
_UNITS = {"millions": 1e-6, "pct": 100.0}
# Reports come late under old dates and counts are revised between a source's day and ours.
_TOLERANCE = 0.01

COLUMNS = [
    "figure_id",
    "source",
    "definition",
    "from_on",
    "to_on",
    "measure",
    "unit",
    "published",
    "computed",
    "difference",
    "snapshot_on",
    "verdict",
    "note",
]


def published_beside_computed(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one published figure, with COLUMNS; `difference` is relative to the published one.

    `computed` and `difference` are NaN where nothing was compared; `verdict` says why. `filters`
    do not apply: a published figure has its own.
    """
    figures = db.ask("published_figures")
    days = [day.date() for day in db.ask("snapshot_days")["retrieved_on"]]
    figures["snapshot_on"] = [
        _snapshot_for(row.nearest_snapshot, row.to_on, days) if row.comparable else None
        for row in figures.itertuples()
    ]
    figures["computed"] = _computed(db, figures)
    figures["snapshot_on"] = pd.to_datetime(figures["snapshot_on"])
    figures["published"] = figures["value"]
    figures["difference"] = figures["computed"] / figures["published"] - 1
    figures["verdict"] = [_verdict(row) for row in figures.itertuples()]
    return figures[COLUMNS]


def announced_rows(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one fetched snapshot: rows the portal announced and rows its exports held."""
    return db.ask("announced_rows")


def _snapshot_for(nearest: object, to_on: object, days: list[date]) -> date | None:
    """The loaded snapshot to compute by: nearest to the source's, the whole period in it."""
    if pd.isna(nearest):
        return None
    wanted = pd.Timestamp(nearest).date()
    ends = date.min if pd.isna(to_on) else pd.Timestamp(to_on).date()
    whole = [day for day in days if day >= min(ends, wanted)]
    return min(whole, key=lambda day: abs((day - wanted).days), default=None)


def _computed(db: Database, figures: pd.DataFrame) -> pd.Series:
    computed = pd.Series(np.nan, index=figures.index)
    for day, due in figures.dropna(subset="snapshot_on").groupby("snapshot_on"):
        answers = db.ask("figures_computed", day=day, figure_ids=due["figure_id"].tolist())
        answers = answers.set_index("figure_id")
        for at, row in due.iterrows():
            if row["figure_id"] in answers.index and row["measure"] in answers.columns:
                found = answers.loc[row["figure_id"], row["measure"]]
                computed[at] = float(found) * _UNITS.get(row["unit"], 1.0)
    totals = db.ask("enforcement_totals").set_index("figure_id")["enforcement_usd"]
    of_enforcement = figures["figure_id"].isin(totals.index)
    computed[of_enforcement] = figures.loc[of_enforcement, "figure_id"].map(totals).astype(float)
    return computed


def _verdict(row) -> str:
    if not row.comparable:
        return NOT_COMPARABLE
    if pd.isna(row.computed):
        return NO_DATA
    if abs(row.difference) <= _TOLERANCE or _is_rounding(row.published, row.computed):
        return AGREES
    return EXPLAINED if isinstance(row.note, str) and row.note else DIFFERS


def _is_rounding(published: float, computed: float) -> bool:
    """Whether the published figure is the computed one to its own number of decimals."""
    text = np.format_float_positional(published, trim="-")
    decimals = len(text.partition(".")[2])
    return decimals > 0 and round(computed, decimals) == published
