"""Loading: one command in, a published database out, or no change at all."""

import csv
import hashlib
from collections import Counter
from datetime import date

import duckdb
import pytest

from etl.errors import FileUnreadable, LoadRunning, LossRefused, UsageError
from etl.load import Workspace, load, rebuild, sample
from etl.publish import only_loader
from tests.conftest import SMALL_ROWS, write_export
from tests.shared import EXPORTS, needs_exports, raw_newest


def rows(workspace: Workspace, sql: str) -> list[tuple]:
    with duckdb.connect(workspace.database, read_only=True) as con:
        return con.execute(sql).fetchall()


def fingerprint(workspace: Workspace) -> str:
    return hashlib.sha256(workspace.database.read_bytes()).hexdigest()


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace(tmp_path / "breaches.duckdb", tmp_path / "raw")


def test_a_small_export_becomes_whole_rows(small_workspace):
    found = rows(
        small_workspace,
        "SELECT entity_name, state, entity_type, individuals_affected, submitted_on, breach_type, "
        "location, business_associate_present, is_placeholder, first_seen_on, listing "
        "FROM breaches ORDER BY submitted_on",
    )
    provider, hipaa, seen = "Healthcare Provider", "hipaa", date(2016, 5, 1)
    assert found[0] == (
        "Alder Clinic", "TX", provider, 1200, date(2014, 2, 3), "Theft", "Laptop", False, False,
        seen, hipaa,
    )  # fmt: skip
    assert found[3] == (
        'Cedar "C" Labs', None, "Business Associate", 500, date(2015, 11, 30), "Loss",
        "Laptop, Paper/Films", True, True, seen, hipaa,
    )  # fmt: skip
    assert found[4][:5] == (
        "Elm <script>alert(1)</script>", "NY", "Healthcare Clearing House", None,
        date(2016, 3, 1),
    )  # fmt: skip
    assert len(found) == len(SMALL_ROWS)


def test_sets_are_one_row_a_member(small_workspace):
    assert rows(
        small_workspace,
        "SELECT breach_type, count(*) FROM breach_types GROUP BY 1 ORDER BY 2 DESC, 1",
    ) == [
        ("Hacking/IT Incident", 3),
        ("Theft", 2),
        ("Loss", 1),
        ("Other", 1),
        ("Unauthorized Access/Disclosure", 1),
    ]


def test_every_column_of_every_table_is_described(small_workspace):
    undescribed = rows(
        small_workspace,
        "SELECT table_name, column_name FROM duckdb_columns() "
        "WHERE NOT internal AND (comment IS NULL OR comment = '')",
    )
    assert undescribed == []
    assert not rows(small_workspace, "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL")


def test_loading_again_changes_nothing(workspace, tmp_path):
    export = write_export(tmp_path / "both.csv", SMALL_ROWS)
    assert load(workspace, [export], date(2016, 5, 1)).changed
    before = fingerprint(workspace)
    assert not load(workspace, [export], date(2016, 5, 1)).changed
    assert fingerprint(workspace) == before


def test_a_broken_row_goes_to_rejects_with_file_line_reason_and_text(workspace, tmp_path):
    broken = "Gum Co,ZZ,Health Plan,900,01/05/2015,Theft,Laptop,No,"
    export = write_export(tmp_path / "both.csv", [*SMALL_ROWS, broken])
    load(workspace, [export], date(2016, 5, 1))
    assert rows(workspace, "SELECT file_name, line_number, reason, raw FROM rejects") == [
        ("both.csv", 9, "unknown state 'ZZ'", broken.replace(",", "\x1f"))
    ]
    assert rows(workspace, "SELECT row_count, rejected_count FROM snapshots") == [(8, 1)]


def test_too_many_broken_rows_stop_the_load_and_leave_everything(workspace, tmp_path):
    load(workspace, [write_export(tmp_path / "both.csv", SMALL_ROWS)], date(2016, 5, 1))
    before = fingerprint(workspace), sorted(workspace.raw.iterdir())
    broken = [row.replace("/201", "/190") for row in SMALL_ROWS]
    with pytest.raises(FileUnreadable, match="7 of 7 rows"):
        load(workspace, [write_export(tmp_path / "both2.csv", broken)], date(2016, 6, 1))
    assert (fingerprint(workspace), sorted(workspace.raw.iterdir())) == before


def test_a_snapshot_that_would_lose_reports_is_refused_unless_accepted(workspace, tmp_path):
    load(workspace, [write_export(tmp_path / "both.csv", SMALL_ROWS)], date(2016, 5, 1))
    fewer = write_export(tmp_path / "both2.csv", SMALL_ROWS[:3])
    with pytest.raises(LossRefused, match="lose 4 of 7 known reports"):
        load(workspace, [fewer], date(2016, 6, 1))
    load(workspace, [fewer], date(2016, 6, 1), accept_loss=True)
    assert rows(workspace, "SELECT count(*) FROM breaches") == [(3,)]
    assert rows(workspace, "SELECT count(*) FROM breaches_as_of(DATE '2016-05-01')") == [(7,)]


def test_an_export_of_one_view_cannot_prove_that_a_report_is_gone(workspace, tmp_path):
    load(workspace, [write_export(tmp_path / "both.csv", SMALL_ROWS)], date(2016, 5, 1))
    open_cases = write_export(tmp_path / "under_investigation.csv", SMALL_ROWS[-1:])
    load(workspace, [open_cases], date(2016, 6, 1))
    assert rows(workspace, "SELECT count(*), count(status) FROM breaches") == [(7, 1)]


def test_coverage_is_asked_for_where_the_name_does_not_say(workspace, tmp_path):
    export = write_export(tmp_path / "breach_report.csv", SMALL_ROWS)
    with pytest.raises(UsageError, match="add --coverage"):
        load(workspace, [export], date(2016, 5, 1))
    load(workspace, [export], date(2016, 5, 1), "both")
    assert rows(workspace, "SELECT coverage FROM snapshots") == [("both",)]


def test_a_second_load_is_told_so(workspace, tmp_path):
    export = write_export(tmp_path / "both.csv", SMALL_ROWS)
    with only_loader(workspace.database), pytest.raises(LoadRunning):
        load(workspace, [export], date(2016, 5, 1))


def test_the_sample_is_1151_reports_over_700_of_them_with_a_breach_date(sample_workspace):
    assert rows(
        sample_workspace,
        "SELECT count(*), count(breach_started_on) > 700, count(web_description), "
        "min(submitted_on), count(DISTINCT first_seen_on) FROM breaches",
    ) == [(1151, True, 0, date(2009, 10, 21), 1)]
    assert rows(sample_workspace, "SELECT source, coverage, row_count FROM snapshots") == [
        ("sample", "both", 1151)
    ]
    assert not sample(sample_workspace).changed


def test_a_rebuild_gives_the_same_rows(workspace, tmp_path):
    load(workspace, [write_export(tmp_path / "both.csv", SMALL_ROWS)], date(2016, 5, 1))
    before = rows(workspace, "SELECT * FROM breaches ORDER BY ALL")
    workspace.database.unlink()
    rebuild(workspace)
    assert rows(workspace, "SELECT * FROM breaches ORDER BY ALL") == before


@needs_exports
def test_counts_of_july_2026_equal_those_of_the_raw_files(newest_workspace):
    raw = raw_newest()
    assert len(raw) == 7790
    by_year = Counter(int(row["date"][-4:]) for row in raw)
    by_entity = Counter(row["entity"] for row in raw)
    by_type = Counter(part for row in raw for part in row["type"].split(", "))
    by_location = Counter(part for row in raw for part in row["location"].split(", "))
    for sql, expected in (
        ("SELECT year(submitted_on), count(*) FROM breaches GROUP BY 1", by_year),
        ("SELECT entity_type, count(*) FROM breaches GROUP BY 1", by_entity),
        ("SELECT breach_type, count(*) FROM breach_types GROUP BY 1", by_type),
        ("SELECT location, count(*) FROM breach_locations GROUP BY 1", by_location),
        (
            "SELECT 'all', sum(individuals_affected) FROM breaches",
            {"all": sum(int(row["count"]) for row in raw)},
        ),
    ):
        assert dict(rows(newest_workspace, sql)) == dict(expected)


@needs_exports
@pytest.mark.parametrize("day", sorted(path.name for path in EXPORTS.glob("*")))
def test_each_export_loads_and_rows_add_up(workspace, day):
    files = sorted((EXPORTS / day).glob("*.csv"))
    load(workspace, files, date.fromisoformat(day))
    in_files = sum(_rows_in(path) for path in files)
    observed, refused = rows(
        workspace, "SELECT (SELECT count(*) FROM observations), (SELECT count(*) FROM rejects)"
    )[0]
    assert observed + refused == in_files


def _rows_in(path) -> int:
    text = path.read_bytes().decode("mac_roman")
    return sum(1 for row in csv.reader(text.splitlines(keepends=True)) if row) - 1
