"""The reports as files: the same rows in every format, each saying what it holds."""

import csv
import io
from collections import Counter
from datetime import date, datetime

import openpyxl
import pyarrow.parquet as pq
import pytest

from analysis import export
from analysis.database import Database
from analysis.explorer import COLUMNS, Selection, reports_page
from analysis.filters import Filters
from tests.shared import needs_exports, raw_newest

TEXAS = "state=TX&columns=entity_name&columns=individuals_affected&columns=submitted_on"
TEXAS_ROWS = [
    ["Fir Hospital", 9000, date(2016, 4, 15)],
    ["=HYPERLINK(1)", 501, date(2016, 4, 1)],
    ["Dogwood, Inc.", 78_000_000, date(2015, 2, 13)],
    ["Alder Clinic", 1200, date(2014, 2, 3)],
]


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


def test_csv_is_a_plain_table_that_a_spreadsheet_does_not_run(client):
    answer = client.get(f"/api/breaches.csv?{TEXAS}")
    assert answer.status_code == 200
    assert csv_rows(answer.content) == [
        ["entity_name", "individuals_affected", "submitted_on"],
        ["Fir Hospital", "9000", "2016-04-15"],
        ["'=HYPERLINK(1)", "501", "2016-04-01"],
        ["Dogwood, Inc.", "78000000", "2015-02-13"],
        ["Alder Clinic", "1200", "2014-02-03"],
    ]


def test_what_a_csv_holds_stands_beside_it(client):
    headers = client.get("/api/breaches.csv?state=TX&sort=oldest").headers
    assert headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert headers["content-disposition"] == (
        'attachment; filename="hhs-ocr-breaches-2016-05-01-filtered.csv"'
    )
    assert headers["atlas-as-of"] == "2016-05-01"
    assert headers["atlas-filters"] == "state=TX"
    assert headers["atlas-reports"] == "4"
    assert "as of 1 May 2016" in headers["atlas-citation"]
    assert headers["atlas-citation"].endswith("/api/breaches.csv?state=TX&sort=oldest")
    assert headers["link"].startswith("</api/datapackage.json>")


def test_json_says_what_it_holds_and_null_where_nothing_is_stated(client):
    found = client.get("/api/breaches.json?state=not+stated&state=NY").json()
    assert found["about"]["filters"] == "state=not+stated&state=NY"
    assert found["about"]["as_of"] == "2016-05-01"
    assert found["about"]["reports"] == "2"
    elm, cedar = found["reports"]
    assert list(elm) == list(COLUMNS)
    assert (elm["entity_name"], elm["individuals_affected"], elm["submitted_on"]) == (
        "Elm <script>alert(1)</script>",
        None,
        "2016-03-01",
    )
    assert (cedar["entity_name"], cedar["state"], cedar["is_placeholder"]) == (
        'Cedar "C" Labs',
        None,
        True,
    )


def test_json_of_nothing_is_json(client):
    found = client.get("/api/breaches.json?state=WY").json()
    assert found["reports"] == []
    assert found["about"]["filters_in_words"] == "Wyoming"


def test_parquet_keeps_text_and_types_and_says_what_it_holds(client):
    table = pq.read_table(io.BytesIO(client.get(f"/api/breaches.parquet?{TEXAS}").content))
    assert [list(row.values()) for row in table.to_pylist()] == TEXAS_ROWS
    facts = table.schema.metadata
    assert facts[b"filters"] == b"state=TX"
    assert facts[b"as_of"] == b"2016-05-01"
    assert b"Breach Atlas" in facts[b"citation"]
    meaning = table.schema.field("individuals_affected").metadata[b"description"]
    assert b"individuals" in meaning.lower()


def test_excel_holds_text_never_formulas_and_a_sheet_about_it(client):
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/api/breaches.xlsx?{TEXAS}").content))
    rows = [[cell.value for cell in row] for row in book["Reports"].iter_rows()]
    expected = [
        [name, count, datetime.combine(day, datetime.min.time())] for name, count, day in TEXAS_ROWS
    ]
    expected[1][0] = "'=HYPERLINK(1)"
    assert rows == [["entity_name", "individuals_affected", "submitted_on"], *expected]
    assert {cell.data_type for cell in book["Reports"]["A"]} == {"s"}
    about = {name.value: text.value for name, text in book["About"].iter_rows()}
    assert about["filters"] == "state=TX"
    assert about["snapshots"].startswith("2016-05-01-hipaa-")
    assert about["citation"].startswith("US Department of Health and Human Services")


def test_more_rows_than_excel_holds_are_refused(client, monkeypatch):
    monkeypatch.setattr(export, "EXCEL_ROWS", 6)
    answer = client.get("/api/breaches.xlsx")
    assert answer.status_code == 400
    assert answer.text == (
        "Excel holds at most 6 rows and these are 7: narrow the filters, or take CSV or Parquet.\n"
    )
    assert client.get("/api/breaches.xlsx?state=TX").status_code == 200


@pytest.mark.parametrize("sort", ["newest", "oldest", "largest", "smallest", "name", "state"])
def test_the_rows_are_those_of_the_explorer_in_its_order(client, small_db, sort):
    answer = client.get(f"/api/breaches.csv?min=500&sort={sort}&columns=breach_id")
    pages = [
        reports_page(small_db, Filters(min=500), sort=sort, page=page, rows=4)["breach_id"]
        for page in (1, 2)
    ]
    assert [row[0] for row in csv_rows(answer.content)[1:]] == [*pages[0], *pages[1]]


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("from=abc", "The parameter from is a whole number"),
        ("color=red", "Unknown parameter 'color'"),
        ("sort=random", "The parameter sort is one of newest"),
        ("sort=newest&sort=oldest", "The parameter sort is one of newest"),
        ("columns=1;DROP+TABLE+breaches", "The parameter columns is one or more of breach_id"),
        ("as_of=2016-13-01", "The parameter as_of is a day"),
        ("as_of=2001-01-01", "There is no snapshot so early: the first is of 2016-05-01."),
        ("from=2015&from=2016", "The parameter from may stand once."),
    ],
)
def test_a_wrong_parameter_is_answered_with_one_sentence(client, query, says):
    answer = client.get(f"/api/breaches.csv?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith(says)
    assert len(answer.text.splitlines()) == 1


def test_an_unknown_format_is_named(client):
    answer = client.get("/api/breaches.pdf")
    assert (answer.status_code, answer.text) == (
        404,
        "Reports come as csv, json, parquet, xlsx, not as pdf.\n",
    )


@pytest.mark.parametrize("ending", ["csv", "json", "parquet", "xlsx"])
def test_head_and_an_unchanged_version_bring_no_body(client, ending):
    whole = client.get(f"/api/breaches.{ending}")
    head = client.head(f"/api/breaches.{ending}")
    assert (head.status_code, head.content) == (200, b"")
    assert "content-length" not in head.headers
    for name in ("etag", "last-modified", "content-type", "content-disposition"):
        assert head.headers[name] == whole.headers[name]
    again = client.get(
        f"/api/breaches.{ending}", headers={"If-None-Match": f'"x", W/{whole.headers["etag"]}'}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_each_address_and_each_publication_has_its_own_version(client_of, client, later_workspace):
    addresses = ("/api/breaches.csv", "/api/breaches.json", "/api/breaches.csv?state=TX")
    marks = {client.get(address).headers["etag"] for address in addresses}
    assert len(marks) == 3
    later = client_of(later_workspace).get("/api/breaches.csv").headers["etag"]
    assert later not in marks


def test_a_past_day_is_answered_as_it_was(client_of, later_workspace):
    client = client_of(later_workspace)
    address = "/api/breaches.csv?q=birch&columns=individuals_affected"
    assert csv_rows(client.get(address).content)[1:] == [["300000"]]
    past = client.get(f"{address}&as_of=2016-05-15")
    assert csv_rows(past.content)[1:] == [["250000"]]
    assert past.headers["atlas-as-of"] == "2016-05-01"


def test_without_a_database_the_way_out_is_said(client_of, tmp_path):
    answer = client_of(tmp_path / "none.duckdb").get("/api/breaches.csv")
    assert answer.status_code == 503
    assert "python -m etl" in answer.text


def test_rows_come_in_batches(sample_workspace):
    batches = list(Database(sample_workspace.database).batches(*Selection().sql(), rows=500))
    assert [batch.num_rows for batch in batches] == [0, 500, 500, 151]
    chunks = list(export.csv_chunks(iter(batches)))
    assert len(chunks) == 4
    assert len(csv_rows(b"".join(chunks))) == 1 + 1151


@needs_exports
def test_every_report_of_july_2026_is_in_the_csv(client_of, newest_workspace):
    columns = ("entity_name", "individuals_affected", "submitted_on")
    query = "&".join(f"columns={column}" for column in columns)
    rows = csv_rows(client_of(newest_workspace).get(f"/api/breaches.csv?{query}").content)[1:]
    raw = raw_newest()
    assert len(rows) == len(raw) == 7790

    def days(dates):
        return Counter(dates)

    assert days(row[2] for row in rows) == days(
        f"{row['date'][6:]}-{row['date'][:2]}-{row['date'][3:5]}" for row in raw
    )
    assert Counter(int(row[1]) for row in rows) == Counter(int(row["count"]) for row in raw)
