"""A database of no more than the bundled sample says so in all that is taken from it."""

import io

import openpyxl
import pyarrow.parquet as pq
import pytest

from analysis.provenance import SAMPLE

ONE = "columns=entity_name&state=WY"
SQL = {"sql": "SELECT 1 AS one"}


@pytest.fixture
def sample(client_of, sample_workspace):
    """The web app on the bundled sample."""
    return client_of(sample_workspace)


@pytest.mark.parametrize("ending", ["csv", "json", "parquet", "xlsx"])
def test_the_name_and_the_headers_of_a_file(sample, ending):
    headers = sample.get(f"/api/breaches.{ending}?{ONE}").headers
    assert headers["atlas-sample"] == SAMPLE
    assert "as of 26 February 2015 (bundled sample)" in headers["atlas-citation"]
    assert headers["content-disposition"].endswith(
        f'"hhs-ocr-breaches-sample-2015-02-26-filtered.{ending}"'
    )


def test_the_inside_of_a_file(sample):
    about = sample.get(f"/api/breaches.json?{ONE}").json()["about"]
    facts = pq.read_schema(io.BytesIO(sample.get(f"/api/breaches.parquet?{ONE}").content)).metadata
    book = openpyxl.load_workbook(io.BytesIO(sample.get(f"/api/breaches.xlsx?{ONE}").content))
    sheet = {name.value: text.value for name, text in book["About"].iter_rows()}
    assert about["sample"] == facts[b"sample"].decode() == sheet["sample"] == SAMPLE
    assert "(bundled sample)" in about["citation"]


def test_queries_records_and_the_package(sample):
    answer = sample.get("/api/query.json", params=SQL)
    assert answer.json()["sample"] == answer.headers["atlas-sample"] == SAMPLE
    assert sample.get("/api/query.csv", params=SQL).headers["atlas-sample"] == SAMPLE
    breach_id = sample.get("/api/breaches.json?state=WY").json()["reports"][0]["breach_id"]
    record = sample.get(f"/api/breaches/{breach_id}.json").json()
    assert [seen["source"] for seen in record["observations"]] == ["sample"]
    package = sample.get("/api/datapackage.json").json()
    assert package["title"].endswith("(sample)")
    assert package["description"].startswith(SAMPLE)


def test_other_data_do_not_say_so(client):
    answer = client.get(f"/api/breaches.json?{ONE}")
    assert "atlas-sample" not in answer.headers
    assert "sample" not in answer.text
    assert "sample" not in client.get("/api/query.json", params=SQL).json()
    assert "sample" not in client.get("/api/datapackage.json").text
