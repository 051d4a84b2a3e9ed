"""The reader: follows each publication, stands many threads, says what to do without data."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import duckdb
import pytest

from analysis import database
from analysis.database import Database, NoDatabase, compose
from analysis.filters import Filters
from etl import schema
from etl.load import load
from tests.conftest import SMALL_ROWS, write_export


def test_the_schema_version_is_that_of_the_etl():
    assert database.SCHEMA_VERSION == schema.SCHEMA_VERSION


def test_a_new_publication_is_seen_without_a_restart(tmp_path, small_workspace):
    copy = tmp_path / "breaches.duckdb"
    shutil.copy(small_workspace.database, copy)
    reader = Database(copy)
    first = reader.version
    assert reader.ask("standing")["reports"].iloc[0] == 7

    from etl.load import Workspace

    workspace = Workspace(copy, tmp_path / "raw")
    export = write_export(tmp_path / "both.csv", SMALL_ROWS[:2])
    load(workspace, [export], date(2016, 6, 1), accept_loss=True)
    assert reader.ask("standing")["reports"].iloc[0] == 2
    assert reader.version != first


def test_many_threads_get_each_their_own_answer(small_db):
    wanted = [Filters(state=("TX",)), Filters(state=("CA",)), Filters()] * 40
    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(lambda f: small_db.ask("standing", f)["reports"].iloc[0], wanted))
    assert counts == [4, 1, 7] * 40


@pytest.mark.parametrize("content", [None, b"", b"not a database"])
def test_what_is_no_database_says_what_to_do(tmp_path, content):
    path = tmp_path / "breaches.duckdb"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NoDatabase, match="python -m etl"):
        Database(path).ask("standing")


def test_a_database_of_another_schema_asks_for_a_rebuild(tmp_path, small_workspace):
    path = tmp_path / "breaches.duckdb"
    shutil.copy(small_workspace.database, path)
    with duckdb.connect(path) as con:
        con.execute("UPDATE meta SET value = '0' WHERE key = 'schema_version'")
    with pytest.raises(NoDatabase, match="rebuild"):
        Database(path).ask("standing")


def test_values_are_bound_never_formatted():
    sql, bound = compose("SELECT * FROM filtered", Filters(q="'; DROP TABLE breaches; --"))
    assert "DROP" not in sql
    assert "%DROP%" in bound.values()


def test_a_question_with_its_own_ctes_keeps_them():
    sql, _ = compose("WITH a AS (SELECT 1) SELECT * FROM a", Filters(), by="state")
    assert sql.startswith("WITH filtered AS (")
    assert sql.count("WITH ") == 1
