"""A page of the app without a browser, for the tests of the pages."""

import json
from pathlib import Path

import plotly.graph_objects as go
from streamlit.testing.v1 import AppTest

from etl.load import Workspace

ROOT = Path(__file__).resolve().parents[2]


def open_page(
    monkeypatch, workspace: Workspace | Path, page: str, /, **query: str | list[str]
) -> AppTest:
    """The app on `workspace` at a page, its filters in the address; fails on an exception and on a
    figure that Plotly would refuse.

    A page is named by its address: overview, trends, …
    """
    database = workspace if isinstance(workspace, Path) else workspace.database
    monkeypatch.setenv("BREACH_DB", str(database))
    app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    if page != "overview":
        app.switch_page(f"../pages/{page}.py").run()
    assert not app.exception, app.exception[0].message
    for chart in app.get("plotly_chart"):
        go.Figure(json.loads(chart.proto.spec))
    return app


def words(app: AppTest) -> str:
    """Everything the page says, as one text."""
    headings = (app.title, app.header, app.subheader)
    parts = (*headings, app.markdown, app.caption, app.info, app.warning, app.error)
    return "\n".join(str(element.value) for elements in parts for element in elements)


def plain_words(app: AppTest) -> str:
    """The same as a reader sees it: without the escapes that keep names from being markup."""
    return words(app).replace("\\", "")


def html(app: AppTest) -> str:
    """The tables and facts of the page, which are HTML of ours."""
    return "\n".join(element.proto.body for element in app.get("html"))
