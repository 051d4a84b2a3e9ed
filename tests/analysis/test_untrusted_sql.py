"""Attacks on the SQL box: each ends in one sentence, within its limits, and harms nothing."""

import hashlib
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from analysis import untrusted_sql
from analysis.untrusted_sql import TooManyQueries, WrongSql, run_select
from etl.load import Workspace, load
from tests.conftest import SMALL_ROWS, write_export

ONE_SELECT = "Only one SELECT is answered"
MEMORY = "The query needed more memory than allowed"
ENDLESS = "WITH RECURSIVE t AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM t) SELECT max(i) FROM t"


@pytest.fixture
def database(small_workspace):
    return small_workspace.database


@pytest.fixture
def soon(monkeypatch):
    """A deadline that a test can wait for."""
    monkeypatch.setattr(untrusted_sql, "DEADLINE_SECONDS", 2)


def test_an_answer_has_names_types_and_plain_values(database):
    found = run_select(
        "SELECT submitted_on, individuals_affected, 1.50 AS ratio, 'nan'::DOUBLE AS none, "
        "[1, 2] AS list, {'a': NULL} AS pair, individuals_affected "
        "FROM breaches WHERE state = 'CA'",
        database,
    )
    assert found.columns[:2] == ["submitted_on", "individuals_affected"]
    assert found.types[:3] == ["DATE", "BIGINT", "DECIMAL(3,2)"]
    assert found.rows == [["2014-05-20", 250_000, 1.5, None, [1, 2], {"a": None}, 250_000]]
    assert not found.has_more


def test_a_cut_answer_says_so(database):
    found = run_select("SELECT * FROM range(30)", database, most_rows=10)
    assert (len(found.rows), found.has_more) == (10, True)
    assert not run_select("SELECT * FROM range(10)", database, most_rows=10).has_more


def test_the_state_of_a_day_can_be_asked(database):
    found = run_select("FROM breaches_as_of('2016-05-01') SELECT count(*)", database)
    assert found.rows == [[7]]


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("", "There is no SQL"),
        (" ;", ONE_SELECT),
        ("SELECT 1; SELECT 2", ONE_SELECT),
        ("SELECT 1; DROP TABLE breaches", ONE_SELECT),
        ("COPY breaches TO 'stolen.csv'", ONE_SELECT),
        ("ATTACH 'other.duckdb'", ONE_SELECT),
        ("INSTALL httpfs", ONE_SELECT),
        ("LOAD httpfs", ONE_SELECT),
        ("SET memory_limit = '100GB'", ONE_SELECT),
        ("RESET lock_configuration", ONE_SELECT),
        ("PRAGMA database_list", ONE_SELECT),
        ("CALL pragma_version()", ONE_SELECT),
        ("EXPORT DATABASE 'stolen'", ONE_SELECT),
        ("CHECKPOINT", ONE_SELECT),
        ("INSERT INTO meta VALUES ('a', 'b')", ONE_SELECT),
        ("CREATE TEMP VIEW breaches AS SELECT 1", ONE_SELECT),
        ("CREATE MACRO count(x) AS 1", ONE_SELECT),
        ("PREPARE q AS SELECT 1", ONE_SELECT),
        ("EXPLAIN ANALYZE SELECT 1", ONE_SELECT),
        ("SELECT * FROM read_csv('/etc/passwd')", "Permission Error"),
        ("SELECT * FROM read_text('/proc/self/environ')", "Permission Error"),
        ("SELECT * FROM glob('/*')", "Permission Error"),
        ("SELECT * FROM '/etc/passwd'", "Catalog Error"),
        ("SELECT * FROM 'https://example.org/x.csv'", "Permission Error"),
        ("SELECT getenv('PATH')", "Catalog Error"),
        ("SELECT * FROM query('DROP TABLE breaches')", "Parser Error"),
        ("SELECT now()", "Cast TIMESTAMP WITH TIME ZONE"),
        ("SELECT repeat('x', 2000000000)", MEMORY),
        ("SELECT length(repeat('x', 2000000000))", MEMORY),
        ("SELECT list(range) FROM range(100000000)", MEMORY),
        ("SELECT string_agg(range::VARCHAR, '') FROM range(100000000)", MEMORY),
        ("SELECT * FROM range(100000000) ORDER BY hash(range)", MEMORY),
        ("SELECT repeat('x', 5000000) FROM range(3)", "The answer is larger than 8 MB"),
        (f"SELECT {'(' * 3000}1{')' * 3000}", "Parser Error"),
        ("SELECT '" + "x" * 10_000 + "'", "The SQL is longer than 10,000 characters."),
    ],
)
def test_an_attack_ends_in_one_sentence(database, sql, says):
    before = hashlib.sha256(database.read_bytes()).hexdigest()
    files = sorted(database.parent.iterdir())
    with pytest.raises(WrongSql) as refused:
        run_select(sql, database)
    assert str(refused.value).startswith(says)
    assert "\n" not in str(refused.value)
    assert str(database.parent) not in str(refused.value)
    assert hashlib.sha256(database.read_bytes()).hexdigest() == before
    assert sorted(database.parent.iterdir()) == files


@pytest.mark.parametrize(
    "sql",
    [
        ENDLESS,
        "SELECT count(*) FROM range(1000000) AS a, range(1000000) AS b WHERE hash(a, b) = 1",
    ],
)
def test_a_query_without_end_is_killed_at_the_deadline(database, soon, sql):
    with pytest.raises(WrongSql, match="took more than 2 seconds"):
        run_select(sql, database)


def test_settings_are_locked_and_nothing_of_ours_is_found(database, monkeypatch):
    monkeypatch.setenv("SECRET_OF_THE_TEST", "hush")
    found = run_select(
        "SELECT name, value FROM duckdb_settings() WHERE name IN "
        "('enable_external_access', 'lock_configuration', 'threads', 'temp_directory') ORDER BY 1",
        database,
    )
    assert found.rows == [
        ["enable_external_access", "false"],
        ["lock_configuration", "true"],
        ["temp_directory", ""],
        ["threads", "1"],
    ]
    everything = run_select("SELECT string_agg(value) FROM duckdb_settings()", database)
    assert "hush" not in str(everything.rows)


def test_at_most_two_run_at_a_time(database, soon):
    started = threading.Barrier(4)

    def ask(_):
        started.wait()
        try:
            run_select(ENDLESS, database)
        except (WrongSql, TooManyQueries) as refused:
            return str(refused)

    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(ask, range(4)))
    assert sum("2 other queries are running" in text for text in said) == 2
    assert sum("took more than" in text for text in said) == 2
    assert run_select("SELECT 1", database).rows == [[1]]


def test_queries_go_on_while_a_new_database_is_published(tmp_path):
    workspace = Workspace(tmp_path / "breaches.duckdb", tmp_path / "raw")
    export = write_export(tmp_path / "both.csv", SMALL_ROWS)
    load(workspace, [export], date(2016, 5, 1))
    done = threading.Event()
    counts = []

    def ask():
        while not done.is_set():
            counts.extend(run_select("SELECT count(*) FROM snapshots", workspace.database).rows)

    with ThreadPoolExecutor(2) as pool:
        readers = [pool.submit(ask) for _ in range(2)]
        for month in (6, 7, 8):
            load(workspace, [export], date(2016, month, 1))
        done.set()
        for reader in readers:
            reader.result()
    assert {count for (count,) in counts} <= {1, 2, 3, 4}
    assert run_select("SELECT count(*) FROM snapshots", workspace.database).rows == [[4]]
