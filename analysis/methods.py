"""Can I trust it? What the figures rest on, and how good the parts that judge are."""

from functools import cache
from pathlib import Path

import pandas as pd

from analysis.database import Database
from analysis.filters import Filters

# Files of the project, which do not change while it runs: each is read once.
_REFERENCE = Path(__file__).resolve().parents[1] / "data" / "reference"


def snapshots(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one loaded export: day, source, coverage, rows, refused and observed ones."""
    return db.ask("snapshots_loaded")


def links(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one rule of record linkage and the rows it recognised."""
    return db.ask("links_by_rule")


# What the share of right answers should be at least.
NARRATIVE_GOALS = {
    "mechanism": 0.85,
    "mechanism, high-confidence labels": 0.92,
    "vendor involved": 0.92,
}


@cache
def narrative_accuracy() -> pd.DataFrame:
    """How well the rules read narratives on which they were not written (docs/narrative.md).

    One row is one part of the labelled narratives and one question (`what`): narratives, correct,
    accuracy (0..1) with its 95% interval (low, high), and the `goal`.
    """
    found = pd.read_csv(_REFERENCE / "narrative_accuracy.csv")
    unseen = found[found["part"] != "tuning"].reset_index(drop=True)
    return unseen.assign(goal=unseen["what"].map(NARRATIVE_GOALS))


@cache
def narrative_confusion() -> pd.DataFrame:
    """Labelled and read mechanisms of the same narratives: one row a label, one column a mechanism
    as read."""
    found = pd.read_csv(_REFERENCE / "narrative_confusion.csv")
    table = found.pivot(index="labelled", columns="read_as", values="narratives")
    return table.fillna(0).astype(int).reset_index()


# What precision and recall should be at least.
LINKAGE_GOALS = {"all pairs": 0.99, "hard pairs": 0.95, "reserved pairs": 0.99}


@cache
def linkage_accuracy() -> pd.DataFrame:
    """How well rows are linked, on pairs judged by reading (docs/linkage.md): one row is one set of
    pairs (`what`), how many of them are of one report (`same`), precision, recall, `goal` (0..1).
    """
    found = pd.read_csv(_REFERENCE / "linkage_accuracy.csv")
    return found.assign(goal=found["what"].map(LINKAGE_GOALS))
