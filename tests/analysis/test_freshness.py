"""Age of the data and the fate of the last pull."""

from datetime import date

import pytest

from analysis.freshness import Freshness, freshness
from etl.attempts import remember_attempt

NEWEST = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("today", "is_old"), [(date(2026, 8, 15), False), (date(2026, 8, 16), True)]
)
def test_data_are_old_after_45_days(tmp_path, today, is_old):
    found = freshness(tmp_path / "b.duckdb", NEWEST, today)
    assert found.is_old is is_old
    assert found.problem is None


def test_a_failed_pull_is_told_with_why_until_one_works(tmp_path):
    database = tmp_path / "b.duckdb"
    remember_attempt(database, "The portal did not answer.")
    found = freshness(database, NEWEST, date(2026, 7, 3))
    assert (found.age_days, found.problem) == (2, "The portal did not answer.")
    remember_attempt(database, None)
    assert freshness(database, NEWEST, date(2026, 7, 3)) == Freshness(2)


@pytest.mark.parametrize("note", ["", "[]", '{"tried_at": 3}', "{"])
def test_a_damaged_note_is_no_note(tmp_path, note):
    (tmp_path / "b.duckdb.last_pull.json").write_text(note)
    assert freshness(tmp_path / "b.duckdb", NEWEST, NEWEST) == Freshness(0)
