"""Map: its measures and views, from the address."""

import pytest

from tests.pages.app import open_page, words
from tests.shared import needs_exports


def test_one_report_without_a_count_has_no_median(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "map", state="NY", measure="median")
    assert "No state has a figure to show" in words(app)


def test_reports_without_a_state_alone_need_no_map(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "map", state="not stated")
    assert len(app.get("plotly_chart")) == 0
    assert "Not on the map" in words(app)


def test_filtered_to_nothing(monkeypatch, small_workspace):
    assert "No report matches: Wyoming" in words(
        open_page(monkeypatch, small_workspace, "map", state="WY")
    )


@needs_exports
@pytest.mark.parametrize("view", ["map", "tiles"])
@pytest.mark.parametrize(
    ("measure", "title"),
    [
        ("per_million", "District of Columbia leads with 49.2 reports per million residents"),
        ("reports", "California leads with 768 reports"),
        ("median", "individuals in the middle report"),
    ],
)
def test_every_view(monkeypatch, newest_workspace, measure, title, view):
    app = open_page(monkeypatch, newest_workspace, "map", measure=measure, view=view)
    assert title in words(app)
    assert "Puerto Rico" in words(app)
