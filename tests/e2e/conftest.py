"""The real server and a real browser."""

from collections.abc import Iterator

import pytest

from tests.e2e.server import browser_settings, serve


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args) -> dict:
    """The installed browser, whatever playwright would download."""
    settings = browser_settings()
    if settings is None:
        pytest.skip("needs Chromium: `make test` installs it")
    return browser_type_launch_args | settings


@pytest.fixture(scope="session")
def sample_server(sample_workspace, tmp_path_factory) -> Iterator[str]:
    """Address of a server on the bundled sample."""
    with serve(sample_workspace.database, tmp_path_factory.mktemp("server") / "log") as address:
        yield address
