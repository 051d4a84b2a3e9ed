"""The command line as a user meets it: exit code, one sentence, nothing changed."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SMALL_ROWS, write_export

ROOT = Path(__file__).resolve().parents[2]


def etl(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "etl", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture
def loaded(tmp_path) -> Path:
    export = write_export(tmp_path / "both.csv", SMALL_ROWS)
    database = tmp_path / "db" / "breaches.duckdb"
    done = etl("load", export, "--on", "2016-05-01", "--db", database)
    assert (done.returncode, done.stdout) == (0, "Loaded 7 rows as the snapshot of 2016-05-01.\n")
    return database


def bad_file(name: str, content: bytes | None):
    def make(folder: Path) -> Path:
        path = folder / name
        if content is not None:
            path.write_bytes(content)
        return path

    return make


@pytest.mark.parametrize(
    ("make", "on", "code", "says"),
    [
        (bad_file("missing.csv", None), "2026-07-01", 5, "There is no file"),
        (lambda folder: folder, "2026-07-01", 5, "is a folder"),
        (bad_file("both.pdf", b"%PDF-1.7 x"), "2026-07-01", 5, "is a PDF"),
        (bad_file("both.csv", b""), "2026-07-01", 5, "is empty"),
        (bad_file("both.csv", b"name,size\na,1\n"), "2026-07-01", 5, "not part of a breach export"),
        (bad_file("both.csv", b"x"), "1 July", 2, "is no day"),
        (bad_file("both.csv", b"x"), "2199-01-01", 2, "lies in the future"),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(loaded, tmp_path, make, on, code, says):
    before = hashlib.sha256(loaded.read_bytes()).hexdigest()
    folder = tmp_path / "bad"
    folder.mkdir()
    done = etl("load", make(folder), "--on", on, "--coverage", "both", "--db", loaded)
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert hashlib.sha256(loaded.read_bytes()).hexdigest() == before


def test_status_says_what_is_loaded(loaded):
    found = json.loads(etl("status", "--json", "--db", loaded).stdout)
    assert found["reports"] == 7
    assert found["individuals_affected"] == 1200 + 250000 + 500 + 78000000 + 501 + 9000
    assert found["newest_report_on"] == "2016-04-15"
    assert found["rejects"] == 0
    assert set(found["checks"].values()) == {0}
    (snapshot,) = found["snapshots"]
    assert snapshot["retrieved_on"] == "2016-05-01"
    assert "7 reports" in etl("status", "--db", loaded).stdout


def test_the_environment_names_database_and_raw_folder(loaded, tmp_path):
    raw = loaded.parent / "raw"
    other = tmp_path / "other.duckdb"
    done = etl("rebuild", BREACH_DB=str(other), BREACH_RAW_DIR=str(raw))
    assert done.returncode == 0
    assert json.loads(etl("status", "--json", BREACH_DB=str(other)).stdout)["reports"] == 7


def test_status_without_a_database_says_what_to_run(tmp_path):
    done = etl("status", "--db", tmp_path / "none.duckdb")
    assert done.returncode == 5
    assert "python -m etl" in done.stderr


def test_rebuild_without_raw_files_says_so(tmp_path):
    done = etl("rebuild", "--db", tmp_path / "none.duckdb")
    assert done.returncode == 5
    assert "no raw exports" in done.stderr


def test_help_names_every_command():
    said = etl("--help").stdout
    for command in ("pull", "load", "sample", "rebuild", "status"):
        assert command in said
