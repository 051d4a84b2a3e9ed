"""Causes: with and without narratives."""

import pytest

from tests.pages.app import open_page, words
from tests.shared import needs_exports


def test_without_narratives_it_says_where_they_come_from(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "causes")
    assert "none of these reports has one" in words(app)
    assert len(app.get("plotly_chart")) == 3


def test_without_a_count_no_sizes(monkeypatch, small_workspace):
    assert (
        len(open_page(monkeypatch, small_workspace, "causes", state="NY").get("plotly_chart")) == 2
    )


@needs_exports
@pytest.mark.parametrize("by", ["breach_type", "location", "mechanism"])
def test_every_way_to_compare_sizes(monkeypatch, newest_workspace, by):
    app = open_page(monkeypatch, newest_workspace, "causes", sizes=by)
    assert len(app.get("plotly_chart")) == 5
    assert "A vendor is told of in" in words(app)


@needs_exports
def test_fewer_than_ten(monkeypatch, newest_workspace):
    said = words(open_page(monkeypatch, newest_workspace, "causes", state="WY"))
    assert "Most years hold fewer than ten reports" in said
