"""Cases: full, side by side, any report, filtered to nothing, without a database."""

from tests.pages.app import html, open_page
from tests.pages.app import plain_words as words
from tests.shared import needs_exports


def test_ehn_first_and_placed_by_its_file(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "cases")
    said = words(app)
    assert "Emergence Health Network" in said
    assert "11,100 individuals affected" in said
    assert "The loaded data do not hold the report of EHN" in said
    assert "some 11,000 patients" in said
    assert "True when written" in said
    assert len(app.get("plotly_chart")) == 2
    assert "inforisktoday.com" in html(app)


def test_two_side_by_side(monkeypatch, small_workspace):
    app = open_page(
        monkeypatch, small_workspace, "cases", case="anthem-2015", **{"and": "aflac-2025"}
    )
    said = words(app)
    assert "Anthem: largest of the 3 reports of 2015" in said
    assert "Aflac: the only report of 2025" in said
    assert "Anthem went unnoticed for 11 months" in said
    assert app.selectbox(key="second-case").value == "aflac-2025"
    # Two strips, and one timeline for both.
    assert len(app.get("plotly_chart")) == 3


def test_any_report_in_the_same_frame_and_its_name_is_text(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "cases", report="2016-fir-hospital-tx")
    assert "Fir Hospital: largest of the 2 reports of 2016" in words(app)
    nameless = "2016-elm-script-alert-1-script-ny"
    app = open_page(monkeypatch, small_workspace, "cases", report=nameless)
    assert "states no count" in words(app)
    assert "<script>" not in html(app)
    assert "&lt;script&gt;" in html(app)


def test_a_choice_goes_into_the_address(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "cases")
    app.selectbox(key="first-case").select("anthem-2015").run()
    assert app.query_params["case"] in ("anthem-2015", ["anthem-2015"])
    assert "Anthem: largest" in words(app)


def test_a_search_puts_a_report_in_the_frame(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "cases")
    app.text_input(key="find").set_value("dogwood").run()
    app.button(key="choose-2015-dogwood-inc-tx").click().run()
    assert not app.exception
    assert "Dogwood, Inc" in words(app)


def test_an_unknown_case_is_named(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "cases", case="nobody-1999")
    assert "No case and no report of this day is called “nobody-1999”" in words(app)


def test_filtered_to_nothing(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "cases", state="WY")
    said = words(app)
    assert "No report matches: Wyoming" in said
    assert "some 11,000 patients" in said
    assert "EHN: about 3.6 years from intrusion to discovery" in said
    assert len(app.get("plotly_chart")) == 1


def test_filtered_to_one_and_to_fewer_than_ten(monkeypatch, small_workspace):
    one = words(open_page(monkeypatch, small_workspace, "cases", state="CA"))
    assert "EHN: the only report of 2015, 2nd of all 2" in one
    assert "among the reports that pass the filters, itself counted in" in one
    few = words(open_page(monkeypatch, small_workspace, "cases", state="TX"))
    assert "EHN: 2nd largest of the 2 reports of 2015, 2nd of all 5" in few
    assert "Fewer than ten reports: all, same year, same state" in few


def test_without_a_database(monkeypatch, tmp_path):
    damaged = tmp_path / "breaches.duckdb"
    damaged.write_bytes(b"not a database")
    assert "rebuild" in words(open_page(monkeypatch, damaged, "cases"))


@needs_exports
def test_change_healthcare_was_500_in_october_2024(monkeypatch, history_workspace):
    app = open_page(
        monkeypatch,
        history_workspace,
        "cases",
        case="change-healthcare-2024",
        as_of="2024-10-08",
    )
    said = words(app) + html(app)
    assert "reported 500 individuals affected" in said
    assert "192,700,000" not in said
    assert "192.7 million" not in said
