"""The routes as a caller meets them, behind the headers that the app puts on every answer."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from etl.load import Workspace, load
from tests.conftest import SMALL_ROWS, write_export
from web.headers import SecurityHeaders
from web.routes import routes

LATER_ROWS = [
    *SMALL_ROWS[:1],
    SMALL_ROWS[1].replace("250000", "300000"),
    *SMALL_ROWS[2:],
    '"Gum & Sons ""<b>"" \x0b LLC",OH,Health Plan,4000,05/20/2016,Theft,Laptop,No,',
]
"""SMALL_ROWS a month later: one count raised, one new report whose name is hard on XML."""


@pytest.fixture(scope="session")
def later_workspace(tmp_path_factory) -> Workspace:
    """Two snapshots: SMALL_ROWS as of 1 May 2016, LATER_ROWS as of 1 June 2016."""
    folder = tmp_path_factory.mktemp("later")
    workspace = Workspace(folder / "breaches.duckdb", folder / "raw")
    load(workspace, [write_export(folder / "both.csv", SMALL_ROWS)], date(2016, 5, 1))
    (folder / "new").mkdir()
    load(workspace, [write_export(folder / "new" / "both.csv", LATER_ROWS)], date(2016, 6, 1))
    return workspace


@pytest.fixture
def client_of(monkeypatch) -> Callable[[Workspace | Path], TestClient]:
    """Makes a caller of the routes on a database; redirects are not followed."""

    def make(workspace: Workspace | Path) -> TestClient:
        database = workspace if isinstance(workspace, Path) else workspace.database
        monkeypatch.setenv("BREACH_DB", str(database))
        app = Starlette(routes=routes(), middleware=[SecurityHeaders.as_middleware()])
        return TestClient(app, follow_redirects=False)

    return make


@pytest.fixture
def client(client_of, small_workspace) -> TestClient:
    """A caller of the routes on the seven invented reports."""
    return client_of(small_workspace)
