"""Report: full, vanished, not yet seen, unknown, without an id, without a database."""

import pytest

from tests.analysis.two_snapshots import GONE, GREW, two_snapshots
from tests.pages.app import html, open_page
from tests.pages.app import plain_words as words


@pytest.fixture(scope="module")
def two_workspace(tmp_path_factory):
    """The invented reports in two exports."""
    return two_snapshots(tmp_path_factory.mktemp("two"))


def test_full(monkeypatch, two_workspace):
    app = open_page(monkeypatch, two_workspace, "report", id=GREW)
    said, facts = words(app), html(app)
    assert "Alder Clinic reported 90,000 individuals affected" in said
    assert "From 1,200 to 90,000 individuals" in said
    assert "<dd>90,000</dd>" in facts
    assert "1 May 2016 – 1 May 2017" in facts
    assert "It was &lt;b&gt;$1&lt;/b&gt;." in facts
    assert app.code[-1].value.startswith("Alder Clinic, breach report submitted 3 February 2014")
    links = [link.proto.url for link in app.get("link_button")]
    assert f"/api/breaches/{GREW}.json" in links


def test_vanished(monkeypatch, two_workspace):
    app = open_page(monkeypatch, two_workspace, "report", id=GONE)
    assert "HHS last showed it on 1 May 2016" in words(app)
    assert not app.get("plotly_chart")


def test_without_a_count_and_with_a_hostile_name(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "report", id="2016-elm-script-alert-1-script-ny")
    assert "&lt;script&gt;" in html(app)
    assert "<script>" not in html(app)
    assert "reported no count" in words(app)


def test_filters_that_nothing_passes_leave_the_report(monkeypatch, two_workspace):
    app = open_page(monkeypatch, two_workspace, "report", id=GREW, state="WY")
    said = words(app)
    assert "the only report of 2014" in said
    assert "Nearest in size" not in said


def test_a_past_day_shows_the_old_count(monkeypatch, two_workspace):
    app = open_page(monkeypatch, two_workspace, "report", id=GREW, as_of="2016-05-01")
    assert "reported 1,200 individuals affected" in words(app)
    assert "90,000" not in words(app) + html(app)


def test_without_an_id_it_offers_a_search(monkeypatch, two_workspace):
    app = open_page(monkeypatch, two_workspace, "report")
    assert "Search for one of 6 reports" in words(app)
    assert [len(table.value) for table in app.dataframe] == [5, 6]
    app.text_input(key="find").set_value("alder").run()
    app.button(key=f"choose-{GREW}").click().run()
    assert "Alder Clinic reported 90,000" in words(app)


def test_an_unknown_id_says_what_to_do(monkeypatch, two_workspace):
    app = open_page(monkeypatch, two_workspace, "report", id="2015-<b>nobody")
    assert "search for its name below" in words(app)


def test_without_a_database(monkeypatch, tmp_path):
    damaged = tmp_path / "breaches.duckdb"
    damaged.write_bytes(b"not a database")
    assert "rebuild" in words(open_page(monkeypatch, damaged, "report"))
