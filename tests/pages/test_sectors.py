"""Sectors: peer groups in the address, and what the page says of few, one and none."""

from tests.pages.app import open_page
from tests.pages.app import plain_words as words
from tests.shared import needs_exports


def test_a_peer_group_comes_from_the_address(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "sectors", peer_place="South", peer_size="1000")
    said = words(app)
    assert "Healthcare Provider, the South, 1,000 to 9,999 individuals: 2 reports" in said
    assert "Fewer than ten reports: these figures turn on single ones." in said
    # Sizes say nothing of a group that was chosen by size.
    assert len(app.get("plotly_chart")) == 4


def test_peers_by_place_have_a_curve(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "sectors", peer_place="TX")
    assert len(app.get("plotly_chart")) == 5


def test_a_peer_group_without_a_report_says_so(monkeypatch, small_workspace):
    said = words(open_page(monkeypatch, small_workspace, "sectors", peer_place="WY"))
    assert "No report of this peer group (Healthcare Provider, Wyoming): widen it." in said


def test_one_report_without_a_count(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "sectors", state="NY", peer="any")
    assert "New York: 1 report" in words(app)


def test_filtered_to_nothing(monkeypatch, small_workspace):
    assert "No report matches: Wyoming" in words(
        open_page(monkeypatch, small_workspace, "sectors", state="WY")
    )


@needs_exports
def test_every_measure(monkeypatch, newest_workspace):
    titles = {
        "per_year": "Healthcare Providers file most: 337 reports a year; Business Associates 72",
        "median": "The middle report of ",
        "p90": "One in ten reports of ",
        "associate_share": "involve a business associate",
    }
    for measure, title in titles.items():
        app = open_page(monkeypatch, newest_workspace, "sectors", measure=measure)
        assert title in words(app)
