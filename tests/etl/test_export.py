"""The exported tables: every one, in both formats, described, and nothing left behind."""

import csv
import json

import duckdb
import pyarrow.parquet as pq
import pytest

from analysis.provenance import SAMPLE
from etl.errors import DatabaseUnusable, UsageError
from etl.export import export
from etl.load import Workspace


@pytest.fixture(scope="module")
def exported(small_workspace, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export") / "new"
    outcome = export(small_workspace, folder)
    assert outcome.message.endswith(f"tables as Parquet and CSV to {folder}.")
    return folder


def test_every_table_is_there_in_both_formats(exported, small_workspace):
    with duckdb.connect(small_workspace.database, read_only=True) as con:
        tables = {name for (name,) in con.execute("SHOW TABLES").fetchall()}
    expected = {f"{table}.{ending}" for table in tables for ending in ("csv", "parquet")}
    assert {path.name for path in exported.iterdir()} == {*expected, "datapackage.json"}


def test_parquet_rows_are_those_of_the_database(exported, small_workspace):
    with duckdb.connect(small_workspace.database, read_only=True) as con:
        for table in ("breaches", "observations", "cases", "snapshots"):
            rows = con.sql(f"FROM {table}").to_arrow_table().to_pylist()
            assert pq.read_table(exported / f"{table}.parquet").to_pylist() == rows, table


def test_csv_rows_match_and_no_spreadsheet_runs_them(exported):
    parquet = pq.read_table(exported / "breaches.parquet")
    with (exported / "breaches.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = parquet.column("entity_name").to_pylist()
    assert "=HYPERLINK(1)" in names
    assert [row["entity_name"].removeprefix("'") for row in rows] == names
    assert "'=HYPERLINK(1)" in [row["entity_name"] for row in rows]
    assert [row["submitted_on"] for row in rows] == [
        day.isoformat() for day in parquet.column("submitted_on").to_pylist()
    ]


def test_the_data_package_describes_each_file(exported):
    package = json.loads((exported / "datapackage.json").read_text(encoding="utf-8"))
    paths = [resource["path"] for resource in package["resources"]]
    assert {*paths, "datapackage.json"} == {path.name for path in exported.iterdir()}
    assert len({resource["name"] for resource in package["resources"]}) == len(paths)
    for resource in package["resources"]:
        assert resource["description"]
        assert all(field["description"] for field in resource["schema"]["fields"])
        if resource["format"] == "csv":
            with (exported / resource["path"]).open(encoding="utf-8", newline="") as file:
                header = next(csv.reader(file))
            assert header == [field["name"] for field in resource["schema"]["fields"]]


def test_exporting_again_replaces_the_files(exported, small_workspace):
    before = (exported / "breaches.csv").read_bytes()
    (exported / "breaches.csv").write_text("old")
    export(small_workspace, exported)
    assert (exported / "breaches.csv").read_bytes() == before


def test_what_cannot_be_written_or_read_is_one_sentence(small_workspace, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="name another folder"):
        export(small_workspace, tmp_path / "file")
    with pytest.raises(DatabaseUnusable, match="python -m etl"):
        export(Workspace(tmp_path / "none.duckdb", tmp_path), tmp_path / "out")
    (tmp_path / "bad.duckdb").write_bytes(b"no database")
    with pytest.raises(DatabaseUnusable, match="rebuild"):
        export(Workspace(tmp_path / "bad.duckdb", tmp_path), tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_an_export_of_the_sample_says_so(sample_workspace, exported, tmp_path):
    export(sample_workspace, tmp_path)
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert described["title"].endswith("(sample)")
    assert pq.read_schema(tmp_path / "breaches.parquet").metadata[b"sample"] == SAMPLE.encode()
    assert b"sample" not in pq.read_schema(exported / "breaches.parquet").metadata
