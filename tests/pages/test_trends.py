"""Trends: what its controls change, and that the address holds them."""

import pytest

from tests.pages.app import open_page, words
from tests.shared import needs_exports


def test_full(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "trends")
    assert len(app.get("plotly_chart")) == 5
    assert "3 reports in 2016 up to 1 May" in words(app)


def test_filtered_to_nothing(monkeypatch, small_workspace):
    said = words(open_page(monkeypatch, small_workspace, "trends", state="WY"))
    assert "No report matches: Wyoming" in said


def test_without_a_count_there_is_nothing_to_leave_out(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "trends", state="NY")
    assert len(app.get("plotly_chart")) == 3


def test_none_is_narrated(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "trends", by="mechanism")
    assert "None of these reports states what happened." in words(app)


@needs_exports
@pytest.mark.parametrize("period", ["year", "quarter", "month"])
@pytest.mark.parametrize("show", ["small", "stacked", "shares"])
@pytest.mark.parametrize("measure", ["reports", "individuals", "median"])
def test_every_view_by_type(monkeypatch, newest_workspace, measure, show, period):
    app = open_page(
        monkeypatch,
        newest_workspace,
        "trends",
        measure=measure,
        show=show,
        period=period,
        state="WY",
    )
    assert len(app.get("plotly_chart")) == 5
    assert f"by {period} and type of breach" in words(app)


@needs_exports
@pytest.mark.parametrize("by", ["entity_type", "location", "mechanism"])
def test_every_split(monkeypatch, newest_workspace, by):
    app = open_page(monkeypatch, newest_workspace, "trends", by=by, show="shares")
    # A report has one entity type, but may have several locations.
    shares = "Share of reports" if by == "entity_type" else "Share of mentions"
    assert f"{shares}, by year and" in words(app)
    assert r"One filing is 70% of 2015\: Anthem Inc." in words(app)
