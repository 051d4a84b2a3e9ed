"""Health, data package, unknown addresses, and the headers on all of them."""

import duckdb
import pytest

from analysis.explorer import COLUMNS


def test_health_says_how_old_the_data_are(client):
    answer = client.get("/healthz")
    found = answer.json()
    assert answer.status_code == 200
    assert found["status"] == "ok"
    assert found["as_of"] == "2016-05-01"
    assert found["newest_report_on"] == "2016-04-15"
    assert found["reports"] == 7
    assert found["age_days"] > 3650
    assert found["data_version"]


@pytest.mark.parametrize("content", [None, b"no database"])
def test_health_without_data_is_503(client_of, tmp_path, content):
    database = tmp_path / "breaches.duckdb"
    if content is not None:
        database.write_bytes(content)
    answer = client_of(database).get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["status"] == "no data"
    assert "python -m etl" in answer.json()["problem"]


def test_the_data_package_describes_every_column_as_the_schema_does(client, small_workspace):
    found = client.get("/api/datapackage.json").json()
    assert [resource["path"] for resource in found["resources"]] == [
        "breaches.csv",
        "breaches.json",
        "breaches.parquet",
        "breaches.xlsx",
    ]
    with duckdb.connect(small_workspace.database, read_only=True) as con:
        comments = con.execute(
            "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'breaches'"
        ).fetchall()
    for resource in found["resources"]:
        fields = resource["schema"]["fields"]
        assert [(field["name"], field["description"]) for field in fields] == comments
        assert tuple(field["name"] for field in fields) == COLUMNS
        assert client.head(f"/api/{resource['path']}").status_code == 200
    types = {field["name"]: field["type"] for field in found["resources"][0]["schema"]["fields"]}
    assert types["individuals_affected"] == "integer"
    assert types["submitted_on"] == "date"
    assert types["is_placeholder"] == "boolean"


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/nothing", "/api/breaches", "/api/a/b/c"])
def test_an_unknown_data_address_is_404_and_says_where_to_look(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "/api/datapackage.json" in answer.text


@pytest.mark.parametrize(
    "path",
    ["/healthz", "/feed.xml", "/api/datapackage.json", "/api/breaches.csv", "/api/nothing"],
)
def test_every_answer_bears_the_security_headers(client, path):
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'self'; script-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/api/breaches.csv", "/feed.xml", "/healthz"])
def test_nothing_can_be_posted(client, path):
    assert client.post(path, content=b"x").status_code == 405
