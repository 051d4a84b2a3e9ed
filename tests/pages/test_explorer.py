"""The Explorer: full, turned over, filtered to nothing, without a database, with SQL."""

from tests.pages.app import open_page, words
from tests.shared import needs_exports


def links(app) -> list[str]:
    return [link.proto.url for link in app.get("link_button")]


def test_full(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "explorer")
    assert "7 reports, all that HHS showed on 1 May 2016" in words(app)
    table = app.dataframe[0].value
    assert table["entity_name"].tolist()[:2] == ["Fir Hospital", "=HYPERLINK(1)"]
    assert table["report"].iloc[0] == "/report?id=2016-fir-hospital-tx"
    assert links(app) == [
        f"/api/breaches.{ending}" for ending in ("csv", "xlsx", "parquet", "json")
    ]


def test_filters_order_and_columns_are_in_the_links(monkeypatch, small_workspace):
    app = open_page(
        monkeypatch,
        small_workspace,
        "explorer",
        state="TX",
        sort="Largest",
        columns=["entity_name"],
    )
    assert app.dataframe[0].value["entity_name"].tolist()[0] == "Dogwood, Inc."
    assert links(app)[0] == "/api/breaches.csv?state=TX&sort=largest&columns=entity_name"


def test_a_search_is_a_filter(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "explorer")
    app.text_input(key="search").set_value("hospital").run()
    assert app.dataframe[0].value["entity_name"].tolist() == ["Fir Hospital"]
    assert links(app)[0] == "/api/breaches.csv?q=hospital"
    assert "Report 1 of 1" in words(app)


def test_filtered_to_nothing_the_search_stays(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "explorer", q="nobody")
    assert "No report matches: matching “nobody”" in words(app)
    app.text_input(key="search").set_value("").run()
    assert len(app.dataframe[0].value) == 7


def test_filtered_to_fewer_than_ten(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "explorer", state="TX")
    assert "4 of 7 reports (Texas), as of 1 May 2016" in words(app)
    assert "Reports 1 to 4 of 4" in words(app)
    assert len(app.dataframe[0].value) == 4


def test_without_a_database(monkeypatch, tmp_path):
    damaged = tmp_path / "breaches.duckdb"
    damaged.write_bytes(b"not a database")
    assert "rebuild" in words(open_page(monkeypatch, damaged, "explorer"))


def test_a_query_of_the_address_is_answered(monkeypatch, small_workspace):
    sql = "SELECT state, count(*) AS reports FROM breaches GROUP BY state ORDER BY 2 DESC LIMIT 1"
    app = open_page(monkeypatch, small_workspace, "explorer", sql=sql)
    assert app.dataframe[1].value.values.tolist() == [["TX", 4]]
    assert app.text_area(key="sql-text").value == sql
    assert links(app)[-1].startswith("/api/query.json?sql=SELECT+state")


def test_a_query_that_is_typed_and_run_goes_into_the_address(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "explorer")
    app.text_area(key="sql-text").set_value("SELECT 42 AS answer")
    app.button(key="run-sql").click().run()
    assert app.dataframe[1].value["answer"].tolist() == [42]
    assert app.query_params["sql"] == "SELECT 42 AS answer"


def test_an_example_runs_at_once(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "explorer")
    app.selectbox(key="example").select("What was loaded").run()
    assert app.dataframe[1].value["row_count"].tolist() == [7]


def test_a_wrong_query_is_refused_in_one_sentence(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "explorer", sql="DROP TABLE breaches")
    (error,) = app.error
    assert error.value.startswith("Only one SELECT is answered")
    assert len(app.dataframe) == 1


@needs_exports
def test_july_2026_shows_a_screenful_of_all(monkeypatch, newest_workspace):
    app = open_page(monkeypatch, newest_workspace, "explorer", page="312")
    assert "7,790 reports, all that HHS showed on 1 July 2026" in words(app)
    assert "Reports 7,776 to 7,790 of 7,790" in words(app)
    assert len(app.dataframe[0].value) == 15
