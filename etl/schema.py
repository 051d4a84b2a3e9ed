"""The tables of the database, with a description on every column."""

from pathlib import Path

import duckdb

from etl.fields import DERIVED_MEANINGS, FIELDS

# Raise it when a table changes: an older database is then rebuilt from raw instead of misread.
SCHEMA_VERSION = "1"

SQL = Path(__file__).parent / "sql"
_MEANINGS = {field.column: field.meaning for field in FIELDS} | DERIVED_MEANINGS


def create(con: duckdb.DuckDBPyConnection) -> None:
    """Create every table and macro; describe the columns that stand in several tables once."""
    con.execute((SQL / "schema.sql").read_text(encoding="utf-8"))
    con.execute((SQL / "reference.sql").read_text(encoding="utf-8"))
    undescribed = con.execute(
        "SELECT table_name, column_name FROM duckdb_columns() "
        "WHERE NOT internal AND comment IS NULL"
    ).fetchall()
    for table, column in undescribed:
        meaning = _MEANINGS[column].replace("'", "''")
        con.execute(f"COMMENT ON COLUMN {table}.{column} IS '{meaning}'")


def derive(con: duckdb.DuckDBPyConnection) -> None:
    """Fill the tables that follow from observations and snapshots."""
    con.execute((SQL / "derive.sql").read_text(encoding="utf-8"))
