"""Invented reports in two exports: one count rises, one name and day move, one report vanishes."""

from datetime import date
from pathlib import Path

from etl.load import Workspace, load
from tests.conftest import SMALL_ROWS, write_export

FIRST, SECOND = date(2016, 5, 1), date(2017, 5, 1)
GONE = "2014-birch-plan-ca"
GREW = "2014-alder-clinic-tx"


def two_snapshots(folder: Path) -> Workspace:
    """A published database: SMALL_ROWS as of FIRST, changed as of SECOND."""
    workspace = Workspace(folder / "breaches.duckdb", folder / "raw")
    load(workspace, [write_export(folder / "first_both.csv", SMALL_ROWS)], FIRST)
    changed = [
        row.replace(",1200,", ",90000,").replace(
            "Theft,Laptop,No,", "Theft,Laptop,No,It was <b>$1</b>."
        )
        for row in SMALL_ROWS
        if not row.startswith("Birch")
    ]
    load(workspace, [write_export(folder / "second_both.csv", changed)], SECOND, accept_loss=True)
    return workspace
