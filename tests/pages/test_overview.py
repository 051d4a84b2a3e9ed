"""The overview: full, filtered to nothing, without a database, with a wrong address."""

from datetime import date

from etl.load import Workspace, load
from tests.conftest import SMALL_ROWS, write_export
from tests.pages.app import open_page, words
from tests.shared import needs_exports


def test_full(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "overview")
    assert "7 breach reports and 78.3 million individuals affected" in words(app)
    assert [metric.value for metric in app.metric] == ["3", "9,501", "4,750"]
    assert len(app.get("plotly_chart")) >= 1
    table = app.dataframe[0].value
    assert table["individuals_affected"].tolist() == [78_000_000, 250_000, 9000, 1200, 501, 500]


def test_fewer_than_ten_are_not_compared_in_percent(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "overview")
    assert [metric.delta for metric in app.metric] == [
        "1 the year before",
        "78 million the year before",
        "78 million the year before",
    ]
    assert "3 reports, against 1 in the same days of the year before" in words(app)


def test_filtered(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "overview", state=["TX", "NY"], to="2015")
    assert "2 breach reports (Texas or New York, up to 2015)" in words(app)


def test_filtered_to_nothing_says_why_and_what_to_do(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "overview", state="WY")
    assert "No report matches: Wyoming" in words(app)
    assert "clear them above" in words(app)


def test_a_wrong_parameter_is_named(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "overview", **{"from": "abc"})
    assert "The parameter from is a whole number" in words(app)


def test_a_past_day_cannot_be_overlooked(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "overview", as_of="2016-05-01")
    assert "As HHS showed it on 1 May 2016" in words(app)


def test_the_sample_says_that_it_is_one(monkeypatch, sample_workspace):
    app = open_page(monkeypatch, sample_workspace, "overview")
    assert "This is a sample" in words(app)
    assert "python -m etl load" in words(app)


def test_a_damaged_database_says_what_to_do(monkeypatch, tmp_path):
    damaged = tmp_path / "breaches.duckdb"
    damaged.write_bytes(b"not a database")
    app = open_page(monkeypatch, damaged, "overview")
    assert "rebuild" in words(app)


def test_first_start_without_a_network_loads_the_sample(monkeypatch, tmp_path):
    monkeypatch.setenv("BREACH_PORTAL_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("BREACH_RAW_DIR", str(tmp_path / "raw"))
    app = open_page(monkeypatch, tmp_path / "new" / "breaches.duckdb", "overview")
    assert "1,151 reports as they stood on 26 February 2015" in words(app)


def test_the_new_ones_can_be_listed_apart(monkeypatch, tmp_path):
    workspace = Workspace(tmp_path / "breaches.duckdb", tmp_path / "raw")
    load(workspace, [write_export(tmp_path / "first_both.csv", SMALL_ROWS[:5])], date(2016, 4, 3))
    load(workspace, [write_export(tmp_path / "second_both.csv", SMALL_ROWS)], date(2016, 5, 1))
    app = open_page(monkeypatch, workspace, "overview", of="new")
    assert app.segmented_control(key="of").options == ["Of all", "New since 3 April 2016"]
    assert app.dataframe[0].value["entity_name"].tolist() == ["Fir Hospital", "=HYPERLINK(1)"]
    past = open_page(monkeypatch, workspace, "overview", of="new", as_of="2016-04-03")
    assert "of" not in [control.key for control in past.segmented_control]
    assert past.dataframe[0].value["individuals_affected"].max() == 78_000_000


@needs_exports
def test_july_2026(monkeypatch, newest_workspace):
    app = open_page(monkeypatch, newest_workspace, "overview")
    assert "7,790 breach reports and 1.04 billion individuals affected" in words(app)
