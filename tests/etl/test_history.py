"""Loading in any order and rebuilding give the same records, revisions and ids."""

import random
from datetime import date

import duckdb
import pytest

from etl.load import Workspace, load, rebuild
from tests.shared import EXPORTS, needs_exports

QUESTIONS = {
    "ids": "SELECT breach_id, snapshot_id, file_name, line_number FROM observations ORDER BY ALL",
    "revisions": "SELECT * FROM revisions ORDER BY ALL",
    "breaches": "SELECT * FROM breaches ORDER BY ALL",
}


def everything(workspace: Workspace) -> dict[str, list]:
    with duckdb.connect(workspace.database, read_only=True) as con:
        return {name: con.execute(sql).fetchall() for name, sql in QUESTIONS.items()}


@needs_exports
@pytest.mark.parametrize("seed", [5])
def test_any_order_gives_the_same_history(tmp_path, history_workspace, seed):
    days = sorted(path.name for path in EXPORTS.iterdir())
    random.Random(seed).shuffle(days)
    shuffled = Workspace(tmp_path / "breaches.duckdb", tmp_path / "raw")
    for day in days:
        files = sorted((EXPORTS / day).glob("*.csv"))
        load(shuffled, files, date.fromisoformat(day), accept_loss=True)
    expected = everything(history_workspace)
    assert everything(shuffled) == expected
    rebuild(shuffled)
    assert everything(shuffled) == expected
