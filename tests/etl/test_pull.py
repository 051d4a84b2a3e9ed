"""`pull` against the stand-in: loaded and kept raw, or refused with nothing changed."""

import hashlib
import json

import duckdb
import pytest

from etl.cli import main
from tests.portal.rows import CLOSED_ROWS, OPEN_ROWS, PART2_ROWS
from tests.portal.standin import StandIn


@pytest.fixture
def database(tmp_path, monkeypatch):
    """A database path; the pauses between requests are left out."""
    from etl import load

    whole_pull = load.pull
    monkeypatch.setattr(
        load,
        "pull",
        lambda *args, **options: whole_pull(*args, **options, pause=0.0, time_limit=8.0),
    )
    return tmp_path / "breaches.duckdb"


def rows(database, sql):
    with duckdb.connect(database, read_only=True) as con:
        return con.execute(sql).fetchall()


def test_both_views_and_part_2_are_loaded_and_kept_raw(database, capsys):
    with StandIn(part2=PART2_ROWS) as portal:
        assert main(["pull", "--portal-url", portal.url, "--db", str(database)]) == 0
    held = len(OPEN_ROWS) + len(CLOSED_ROWS) + len(PART2_ROWS)
    assert f"Loaded {held} rows" in capsys.readouterr().out
    assert rows(
        database, "SELECT listing, status, count(*) FROM breaches GROUP BY ALL ORDER BY ALL"
    ) == [
        ("hipaa", "archived", len(CLOSED_ROWS)),
        ("hipaa", "under_investigation", len(OPEN_ROWS)),
        ("part2", "under_investigation", len(PART2_ROWS)),
    ]
    sidecars = [json.loads(p.read_text()) for p in (database.parent / "raw").glob("*/*.json")]
    assert {(s["view"], s["announced_rows"], s["rows"]) for s in sidecars} >= {
        ("under_investigation", len(OPEN_ROWS), len(OPEN_ROWS)),
        ("archive", len(CLOSED_ROWS), len(CLOSED_ROWS)),
    }
    hipaa = len(OPEN_ROWS) + len(CLOSED_ROWS)
    announced = "SELECT announced_rows, row_count FROM snapshots WHERE listing = 'hipaa'"
    assert rows(database, announced) == [(hipaa, hipaa)]


@pytest.mark.parametrize(
    ("fault", "code"),
    [("503", 3), ("connection reset", 3), ("maintenance", 4), ("fewer rows than announced", 4)],
)
def test_a_fault_is_one_sentence_and_changes_nothing(database, capsys, fault, code):
    with StandIn() as portal:
        assert main(["pull", "--portal-url", portal.url, "--db", str(database)]) == 0
    before = hashlib.sha256(database.read_bytes()).hexdigest()
    raw = sorted(path.name for path in (database.parent / "raw").iterdir())
    capsys.readouterr()
    with StandIn(fault=fault) as portal:
        assert main(["pull", "--portal-url", portal.url, "--db", str(database)]) == code
    said = capsys.readouterr().err.strip().splitlines()
    assert said[-1].startswith("etl: ")
    assert said[-1].endswith(".")
    assert hashlib.sha256(database.read_bytes()).hexdigest() == before
    assert sorted(path.name for path in (database.parent / "raw").iterdir()) == raw
    note = json.loads((database.parent / "breaches.duckdb.last_pull.json").read_text())
    assert note["problem"] in said[-1]


def test_a_portal_that_lost_most_reports_is_refused(database, capsys):
    with StandIn() as portal:
        main(["pull", "--portal-url", portal.url, "--db", str(database)])
    with StandIn(archive=CLOSED_ROWS[:1]) as portal:
        arguments = ["pull", "--portal-url", portal.url, "--db", str(database)]
        assert main(arguments) == 4
        assert "--accept-loss" in capsys.readouterr().err
        assert main([*arguments, "--accept-loss"]) == 0
