"""Can I trust it? What the figures rest on, and how good the parts that judge are."""

from pathlib import Path

import pandas as pd

from analysis.database import Database
from analysis.filters import Filters

_REFERENCE = Path(__file__).resolve().parents[1] / "data" / "reference"


def snapshots(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one loaded export: day, source, coverage, rows, refused and observed ones."""
    return db.ask("snapshots_loaded")


def columns(db: Database, filters: Filters) -> pd.DataFrame:
    """The data dictionary: one row is one column of a table, with type and meaning."""
    return db.ask("columns_described")


def links(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one rule of record linkage and the rows it recognised."""
    return db.ask("links_by_rule")


def narrative_accuracy() -> pd.DataFrame:
    """How well the rules read narratives, measured on labelled ones (docs/narrative.md)."""
    return pd.read_csv(_REFERENCE / "narrative_accuracy.csv")


def narrative_confusion() -> pd.DataFrame:
    """Labelled and read mechanisms of the held-back narratives: one row a label, one column a
    mechanism as read."""
    found = pd.read_csv(_REFERENCE / "narrative_confusion.csv")
    table = found.pivot(index="labelled", columns="read_as", values="narratives")
    return table.fillna(0).astype(int).reset_index()


def linkage_accuracy() -> pd.DataFrame:
    """Precision and recall of record linkage on labelled pairs (docs/linkage.md)."""
    return pd.read_csv(_REFERENCE / "linkage_accuracy.csv")
