"""Size: the size asked is in the address; the fit is shown only where it holds."""

import pytest

from tests.pages.app import open_page, words
from tests.shared import needs_exports


def test_full(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "size")
    said = words(app)
    assert "1 of 6 reports" in said
    assert "No fit is attempted" in said
    assert len(app.get("plotly_chart")) == 2


def test_the_size_asked_comes_from_the_address(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "size", n="250000")
    assert app.number_input(key="n").value == 250_000
    assert "2 of 6 reports" in words(app)
    app.number_input(key="n").set_value(9000).run()
    assert "3 of 6 reports" in words(app)


def test_filtered_to_nothing(monkeypatch, small_workspace):
    said = words(open_page(monkeypatch, small_workspace, "size", state="WY"))
    assert "No report matches: Wyoming" in said


def test_a_report_without_a_count_is_not_denied(monkeypatch, small_workspace):
    said = words(open_page(monkeypatch, small_workspace, "size", state="NY"))
    assert "The one report here does not state how many individuals were affected." in said
    assert "No report matches" not in said


@needs_exports
@pytest.mark.parametrize("view", ["share", "histogram"])
def test_july_2026(monkeypatch, newest_workspace, view):
    app = open_page(monkeypatch, newest_workspace, "size", view=view)
    said = words(app)
    assert "142 of 7,790 reports" in said
    assert "The lognormal holds up to 3.3 million individuals" in said
    assert len(app.get("plotly_chart")) == 4


@needs_exports
def test_a_fit_that_fails_is_said_and_not_drawn(monkeypatch, newest_workspace):
    app = open_page(monkeypatch, newest_workspace, "size", **{"from": "2020"})
    assert "Neither curve describes these sizes" in words(app)
    assert len(app.get("plotly_chart")) == 3
