"""The published database, read-only, for any number of threads, following each new publication.

A loader replaces the file by a rename. An open DuckDB keeps reading the old file, so each file is
attached to an in-memory DuckDB of its own, and a changed file means a new one; whoever still reads
the old one finishes undisturbed.
"""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from analysis.filters import Filters

# Answers are small: to pick rows of them, Arrow's strings take longer than Python's own.
pd.set_option("mode.string_storage", "python")

SCHEMA_VERSION = "1"
_SQL = Path(__file__).parent / "sql"
_DEFAULT = Path(__file__).resolve().parents[1] / "data" / "breaches.duckdb"

# A count by one of these is a count by its members: a report with two types stands in both.
MEMBERS = {
    "breach_type": "unnest(string_split(breach_type, ', '))",
    "location": "unnest(string_split(location, ', '))",
    "entity_type": "entity_type",
    "mechanism": "mechanism",
    "state": "state",
    "business_associate_present": "business_associate_present",
}


class NoDatabase(Exception):
    """There is no database that can be read; the text says what to do."""


@dataclass(frozen=True)
class _Generation:
    """One published file, attached to its own in-memory DuckDB."""

    stamp: tuple[int, int, int]
    con: duckdb.DuckDBPyConnection
    build_id: str
    built_at: datetime


class Database:
    """Answers questions about the newest published database at `path`."""

    def __init__(self, path: Path):
        self.path = Path(path)
        self._lock = threading.Lock()
        self._generation: _Generation | None = None

    @property
    def version(self) -> str:
        """Changes with each publication: what caches are keyed on."""
        return self._current().build_id

    @property
    def built_at(self) -> datetime:
        """When the publication was built (UTC)."""
        return self._current().built_at

    def ask(
        self, question: str, filters: Filters | None = None, *, by: str | None = None, **values
    ) -> pd.DataFrame:
        """The answer of `analysis/sql/<question>.sql`.

        In it `filtered` is the reports that pass the filters; with `by` (a key of MEMBERS),
        `grouped` is the same once for each `member` of that column, NULL members left out.
        `values` are bound to the names in the SQL.
        """
        sql, bound = compose(_text(question), filters or Filters(), by)
        if clash := bound.keys() & values.keys():
            raise ValueError(f"{question}.sql binds names that the filters bind, too: {clash}")
        return self.frame(sql, bound | values)

    def frame(self, sql: str, values: dict[str, object] | None = None) -> pd.DataFrame:
        """The rows of one SELECT of ours, with `values` bound by name."""
        with self._current().con.cursor() as cursor:
            cursor.execute("USE atlas")  # a cursor does not inherit it
            return cursor.execute(sql, values or {}).df()

    def batches(
        self, sql: str, values: dict[str, object] | None = None, *, rows: int = 20_000
    ) -> Iterator[pa.RecordBatch]:
        """The rows of one SELECT of ours, a few at a time, however many there are.

        All batches are of one publication, whatever is published meanwhile.
        """
        with self._current().con.cursor() as cursor:
            cursor.execute("USE atlas")
            yield from batches(cursor, sql, values, rows=rows)

    def _current(self) -> _Generation:
        try:
            found = self.path.stat()
        except OSError:
            raise NoDatabase(
                f"There is no database {self.path}: run `python -m etl pull`, `load` or `sample`."
            ) from None
        stamp = (found.st_ino, found.st_mtime_ns, found.st_size)
        generation = self._generation
        if generation is None or generation.stamp != stamp:
            with self._lock:
                if self._generation is None or self._generation.stamp != stamp:
                    self._generation = _attach(self.path, stamp)
                generation = self._generation
        return generation


def batches(
    con: duckdb.DuckDBPyConnection,
    sql: str,
    values: dict[str, object] | None = None,
    *,
    rows: int = 20_000,
) -> Iterator[pa.RecordBatch]:
    """The rows of a SELECT, a few at a time; the first batch is empty and tells the columns."""
    reader = con.sql(sql, params=values or {}).to_arrow_reader(rows)
    yield pa.RecordBatch.from_pylist([], schema=reader.schema)
    yield from reader


def database_path() -> Path:
    """The published database: BREACH_DB, or the default below data/."""
    return Path(os.environ.get("BREACH_DB") or _DEFAULT)


def shared_database() -> Database:
    """The one reader of `database_path()` that all pages and routes share."""
    return _reader(database_path())


@cache
def _reader(path: Path) -> Database:
    return Database(path)


def compose(sql: str, filters: Filters, by: str | None = None) -> tuple[str, dict[str, object]]:
    """A question's SQL with `filtered` (and `grouped`) put before its own CTEs, and its values."""
    conditions, bound = filters.conditions()
    source = "breaches"
    if filters.as_of is not None:
        source = "breaches_as_of($as_of)"
        bound["as_of"] = filters.as_of
    where = " AND ".join(conditions) or "true"
    ctes = f"filtered AS (SELECT * FROM {source} WHERE {where})"
    if by is not None:
        ctes += (
            f", grouped AS (SELECT * FROM (SELECT *, {MEMBERS[by]} AS member FROM filtered)"
            " WHERE member IS NOT NULL)"
        )
    head, _, rest = sql.lstrip().partition("WITH ")
    if head:
        return f"WITH {ctes}\n{sql}", bound
    return f"WITH {ctes},\n{rest}", bound


@cache
def _text(question: str) -> str:
    """The SQL of a question, its leading comment lines taken off."""
    lines = (_SQL / f"{question}.sql").read_text(encoding="utf-8").splitlines()
    while lines and lines[0].startswith("--"):
        lines.pop(0)
    return "\n".join(lines).rstrip().rstrip(";")


def _attach(path: Path, stamp: tuple[int, int, int]) -> _Generation:
    try:
        con = duckdb.connect(":memory:")
        escaped = str(path).replace("'", "''")
        con.execute(f"ATTACH '{escaped}' AS atlas (READ_ONLY)")
        meta = dict(con.execute("SELECT key, value FROM atlas.meta").fetchall())
    except duckdb.Error:
        meta = {}
    if meta.get("schema_version") != SCHEMA_VERSION:
        raise NoDatabase(
            f"The database {path} is damaged or was made by another version: "
            "run `python -m etl rebuild`."
        )
    return _Generation(stamp, con, meta["build_id"], datetime.fromisoformat(meta["built_at"]))
