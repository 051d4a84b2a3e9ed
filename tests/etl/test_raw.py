"""The raw store: untouched bytes, a sidecar, one rename."""

import json
from datetime import date

import pytest

from etl.errors import FileUnreadable
from etl.raw import RawFile, RawStore, Snapshot, with_unique_names

FILE = RawFile("a.csv", b"\xd5 bytes \r", "both", 3, "a.csv", "2026-07-01T10:00:00+00:00")


def snapshot(day: int = 1, content: bytes = FILE.content) -> Snapshot:
    file = RawFile(**{**FILE.__dict__, "content": content})
    return Snapshot(date(2026, 7, day), "file", "both", (file,))


def test_a_snapshot_comes_back_byte_for_byte(tmp_path):
    store = RawStore(tmp_path / "raw")
    store.add(snapshot())
    assert store.snapshots() == [snapshot()]
    sidecar = json.loads(next(tmp_path.rglob("*.json")).read_text())
    assert sidecar["sha256"] == FILE.sha256
    assert sidecar["bytes"] == len(FILE.content)
    assert sidecar["retrieved_on"] == "2026-07-01"


def test_the_same_files_on_the_same_day_are_one_snapshot():
    assert snapshot().snapshot_id == snapshot().snapshot_id
    assert snapshot(day=2).snapshot_id != snapshot().snapshot_id
    assert snapshot(content=b"other").snapshot_id != snapshot().snapshot_id


def test_snapshots_come_in_order_of_time_whatever_the_order_of_loading(tmp_path):
    store = RawStore(tmp_path)
    for day in (3, 1, 2):
        store.add(snapshot(day))
    assert [found.retrieved_on.day for found in store.snapshots()] == [1, 2, 3]


def test_a_changed_raw_file_is_found_out(tmp_path):
    store = RawStore(tmp_path)
    store.add(snapshot())
    packed = next(tmp_path.rglob("*.gz"))
    store_of_other = RawStore(tmp_path / "other")
    store_of_other.add(snapshot(content=b"changed"))
    packed.write_bytes(next((tmp_path / "other").rglob("*.gz")).read_bytes())
    with pytest.raises(FileUnreadable, match="not what its sidecar says"):
        store.snapshots()


def test_a_half_written_snapshot_is_invisible_and_cleaned_up(tmp_path):
    (tmp_path / ".staging-x").mkdir()
    store = RawStore(tmp_path)
    assert store.ids() == []
    store.clean_up()
    assert list(tmp_path.iterdir()) == []


def test_files_of_one_name_are_told_apart():
    assert [file.name for file in with_unique_names([FILE, FILE])] == ["a.csv", "a-2.csv"]
