"""Databases for the tests, made by the real ETL: a handful of invented reports, the bundled sample,
and, where they are there, the full exports."""

from datetime import date
from pathlib import Path

import pytest

from analysis.database import Database
from etl.load import Workspace, load, sample
from tests.shared import EXPORTS, NEWEST

HEADER = (
    "Name of Covered Entity,State,Covered Entity Type,Individuals Affected,"
    "Breach Submission Date,Type of Breach,Location of Breached Information,"
    "Business Associate Present,Web Description"
)


def write_export(path: Path, rows: list[str]) -> Path:
    """A saved export of `rows`, each the CSV text of one report."""
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


SMALL_ROWS = [
    "Alder Clinic,TX,Healthcare Provider,1200,02/03/2014,Theft,Laptop,No,",
    'Birch Plan,CA,Health Plan,250000,05/20/2014,"Hacking/IT Incident",Network Server,No,',
    'Cedar "C" Labs,,Business Associate,500,11/30/2015,Loss,"Laptop, Paper/Films",Yes,',
    '"Dogwood, Inc.",TX,Healthcare Provider,78000000,02/13/2015,'
    '"Theft, Unauthorized Access/Disclosure",Email,Yes,',
    "Elm <script>alert(1)</script>,NY,Healthcare Clearing House,,03/01/2016,Other,Other,No,",
    "=HYPERLINK(1),TX,Healthcare Provider,501,04/01/2016,Hacking/IT Incident,Email,No,",
    "Fir Hospital,TX,Healthcare Provider,9000,04/15/2016,Hacking/IT Incident,Network Server,No,",
]
"""Seven invented reports: two placeholders, one without a count, one without a state."""


@pytest.fixture(scope="session")
def small_workspace(tmp_path_factory) -> Workspace:
    """A published database of SMALL_ROWS as of 1 May 2016."""
    folder = tmp_path_factory.mktemp("small")
    workspace = Workspace(folder / "breaches.duckdb", folder / "raw")
    load(workspace, [write_export(folder / "both.csv", SMALL_ROWS)], date(2016, 5, 1))
    return workspace


@pytest.fixture(scope="session")
def small_db(small_workspace) -> Database:
    """Reader of the seven invented reports."""
    return Database(small_workspace.database)


@pytest.fixture(scope="session")
def sample_workspace(tmp_path_factory) -> Workspace:
    """A published database of the bundled sample."""
    folder = tmp_path_factory.mktemp("sample")
    workspace = Workspace(folder / "breaches.duckdb", folder / "raw")
    sample(workspace)
    return workspace


@pytest.fixture(scope="session")
def newest_workspace(tmp_path_factory) -> Workspace:
    """A published database of the export of July 2026; for tests marked needs_exports."""
    folder = tmp_path_factory.mktemp("newest")
    workspace = Workspace(folder / "breaches.duckdb", folder / "raw")
    load(workspace, sorted(NEWEST.glob("*.csv")), date(2026, 7, 1))
    return workspace


@pytest.fixture(scope="session")
def newest_db(newest_workspace) -> Database:
    """Reader of the export of July 2026; for tests marked needs_exports."""
    return Database(newest_workspace.database)


@pytest.fixture(scope="session")
def history_workspace(tmp_path_factory) -> Workspace:
    """A published database of all five exports; for tests marked needs_exports."""
    folder = tmp_path_factory.mktemp("history")
    workspace = Workspace(folder / "breaches.duckdb", folder / "raw")
    for day in sorted(EXPORTS.iterdir()):
        load(workspace, sorted(day.glob("*.csv")), date.fromisoformat(day.name))
    return workspace


@pytest.fixture(scope="session")
def history_db(history_workspace) -> Database:
    """Reader of all five exports; for tests marked needs_exports."""
    return Database(history_workspace.database)
