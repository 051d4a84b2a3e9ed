"""The current tables as Parquet and CSV files with a Frictionless `datapackage.json`."""

import json
import tempfile
from datetime import datetime
from pathlib import Path

import duckdb
import pandas as pd

import analysis
from analysis.database import batches
from analysis.datapackage import datapackage, resource
from analysis.export import csv_chunks, write_parquet
from analysis.provenance import SAMPLE
from etl.errors import DatabaseUnusable, UsageError
from etl.load import Outcome, Workspace
from etl.schema import SCHEMA_VERSION

COLUMNS_SQL = Path(analysis.__file__).parent / "sql" / "schema.sql"
DESCRIPTOR = "datapackage.json"


def export(workspace: Workspace, folder: Path) -> Outcome:
    """Write every table into `folder` as `<table>.parquet` and `<table>.csv`, and what they mean.

    The files are written beside and moved into place, the descriptor last, so that a failure leaves
    what was there. Raises DatabaseUnusable, or UsageError where the folder cannot be written.
    """
    if not workspace.database.exists():
        raise DatabaseUnusable(
            f"There is no database {workspace.database}: run `python -m etl pull`, `load` or "
            "`sample`."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".export-") as new:
            tables = _write(workspace.database, Path(new))
            for path in sorted(Path(new).iterdir(), key=lambda path: path.name == DESCRIPTOR):
                path.replace(folder / path.name)
    except OSError as error:
        raise UsageError(
            f"{folder} cannot be written ({error.strerror}): name another folder."
        ) from None
    return Outcome(True, f"Wrote {tables} tables as Parquet and CSV to {folder}.")


def _write(database: Path, folder: Path) -> int:
    try:
        with duckdb.connect(database, read_only=True) as con:
            facts = dict(con.execute("SELECT key, value FROM meta").fetchall())
            if facts.get("schema_version") != SCHEMA_VERSION:
                raise DatabaseUnusable(
                    f"{database} was made by another version: run `python -m etl rebuild`."
                )
            (is_sample,) = con.execute(
                "SELECT coalesce(bool_and(source = 'sample'), false) FROM snapshots"
            ).fetchone()
            facts |= {"sample": SAMPLE} if is_sample else {}
            columns = con.execute(COLUMNS_SQL.read_text(encoding="utf-8")).df()
            tables = [table for _, table in columns.groupby("table_name")]
            for table in tables:
                _write_table(con, table, facts, folder)
    except duckdb.Error:
        raise DatabaseUnusable(
            f"{database} is damaged or was made by another version: run `python -m etl rebuild`."
        ) from None
    resources = [
        resource(table, f"{table['table_name'].iloc[0]}.{ending}")
        for ending in ("csv", "parquet")
        for table in tables
    ]
    built_at = datetime.fromisoformat(facts["built_at"])
    described = datapackage(
        resources, version=facts["build_id"], built_at=built_at, is_sample=is_sample
    )
    (folder / DESCRIPTOR).write_text(
        json.dumps(described, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    return len(tables)


def _write_table(
    con: duckdb.DuckDBPyConnection, table: pd.DataFrame, facts: dict[str, str], folder: Path
) -> None:
    name = table["table_name"].iloc[0]
    meanings = dict(zip(table["column_name"], table["meaning"], strict=True))
    about = facts | {"table": name, "description": table["table_meaning"].iloc[0]}
    write_parquet(
        batches(con, f"SELECT * FROM {name}"), folder / f"{name}.parquet", about, meanings
    )
    # A cell of a CSV holds no list.
    flat = ", ".join(
        f"array_to_string({column.column_name}, ', ') AS {column.column_name}"
        if column.data_type.endswith("[]")
        else column.column_name
        for column in table.itertuples()
    )
    with (folder / f"{name}.csv").open("wb") as file:
        file.writelines(csv_chunks(batches(con, f"SELECT {flat} FROM {name}")))
