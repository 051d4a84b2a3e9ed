"""Revisions: full, of a field, page by page, filtered to little and to nothing, without history."""

import pytest

from etl.load import Workspace
from tests.analysis.revised_reports import revised_reports
from tests.pages.app import html, open_page, words
from tests.shared import needs_exports


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Workspace:
    return revised_reports(tmp_path_factory.mktemp("revised"))


def test_full(monkeypatch, workspace):
    app = open_page(monkeypatch, workspace, "revisions")
    said = words(app)
    assert "4 of 6 reports that stand in two or more of 2 loaded exports" in said
    assert "2 raised, 1 lowered, 1 without a number before or after" in said
    assert "What changed from 1 May 2016 to 1 May 2017" in said
    assert [(metric.label, metric.value) for metric in app.metric] == [
        ("New reports", "4"),
        ("Reports revised", "5"),
        ("Counts revised", "4"),
        ("Placeholders raised", "1"),
        ("Reports gone", "1"),
    ]
    assert len(app.get("plotly_chart")) == 3
    assert '<a href="/report?id=2014-birch-plan-ca" target="_self">Birch Plan</a>' in html(app)


def test_the_ledger_links_to_reports_and_names_are_no_markup(monkeypatch, workspace):
    shown = html(open_page(monkeypatch, workspace, "revisions"))
    assert '<a href="/report?id=2015-dogwood-inc-tx" target="_self">Dogwood, Inc.</a>' in shown
    assert "Elm &lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "1 May 2016 – 1 May 2017" in shown


def test_a_field_of_the_address(monkeypatch, workspace):
    app = open_page(monkeypatch, workspace, "revisions", field="web_description")
    assert app.selectbox(key="field").value == "web_description"
    shown = html(app)
    assert "It was &lt;b&gt;$1&lt;/b&gt;." in shown
    assert "Dogwood" not in shown


def test_only_revised_fields_can_be_chosen(monkeypatch, workspace):
    app = open_page(monkeypatch, workspace, "revisions", field="state")
    assert app.selectbox(key="field").options == [
        "Individuals affected (4)",
        "All fields (6)",
        "Type of breach (1)",
        "Narrative (1)",
    ]
    assert app.selectbox(key="field").value == "individuals_affected"


def test_another_field_starts_at_the_first_page(monkeypatch, workspace):
    monkeypatch.setattr("analysis.revisions.PAGE_ROWS", 2)
    app = open_page(monkeypatch, workspace, "revisions", ledger_page="2")
    assert "Elm" in html(app)
    assert "Dogwood" not in html(app)
    app.selectbox(key="field").set_value("all").run()
    assert "Dogwood" in html(app)


def test_one_report_has_no_chart_of_one_point(monkeypatch, workspace):
    app = open_page(monkeypatch, workspace, "revisions", state="NY")
    assert "1 of 1 report (New York) that stands" in words(app)
    assert not app.get("plotly_chart")
    assert "Elm" in html(app)


def test_a_report_seen_once_cannot_have_been_revised(monkeypatch, workspace):
    said = words(open_page(monkeypatch, workspace, "revisions", state="VT"))
    assert "None of the reports that match (Vermont) stands in two of the 2 loaded exports" in said
    assert "None of these reports was revised in this field." in said


def test_filtered_to_nothing(monkeypatch, workspace):
    said = words(open_page(monkeypatch, workspace, "revisions", state="WY"))
    assert "No report matches: Wyoming" in said


def test_one_export_says_how_to_get_history(monkeypatch, small_workspace):
    said = words(open_page(monkeypatch, small_workspace, "revisions"))
    assert "One export shows no history" in said
    assert "`python -m etl pull`" in said


def test_the_oldest_day_says_so(monkeypatch, workspace):
    said = words(open_page(monkeypatch, workspace, "revisions", as_of="2016-05-01"))
    assert "The export of 1 May 2016 is the oldest one loaded" in said


@needs_exports
def test_july_2026(monkeypatch, history_workspace):
    app = open_page(monkeypatch, history_workspace, "revisions")
    said = words(app)
    assert "Change Healthcare, Inc. went from 500 to 192,700,000" in said
    assert "placeholders of 8 October 2024 were raised by 1 July 2026" in said
    assert len(app.get("plotly_chart")) == 3


@needs_exports
def test_links_keep_the_day(monkeypatch, history_workspace):
    app = open_page(monkeypatch, history_workspace, "revisions", as_of="2024-10-08")
    assert "&amp;as_of=2024-10-08" in html(app)
    assert "Change Healthcare" not in html(app)
