"""Published figures beside computed ones."""

import shutil
from datetime import date

import duckdb
import pytest

from analysis.database import Database
from analysis.filters import Filters
from analysis.verification import published_beside_computed
from tests.shared import needs_exports

FIGURE = {
    "figure_id": 1,
    "source": "A paper",
    "metric": "reports",
    "dimension": "all",
    "value_key": "all",
    "value": 4.0,
    "unit": "1",
    "definition": "Reports.",
    "basis": "submission",
    "comparable": True,
    "nearest_snapshot": date(2016, 4, 1),
    "from_on": date(2015, 1, 1),
    "to_on": date(2016, 12, 31),
    "measure": "reports",
    "group_column": "none",
    "counting": "any_of",
}


def verdict(small_workspace, folder, **changes: object) -> tuple:
    """(computed, verdict) of FIGURE with some fields changed, on the seven invented reports."""
    path = folder / "breaches.duckdb"
    shutil.copy(small_workspace.database, path)
    figure = FIGURE | changes
    with duckdb.connect(path) as con:
        con.execute("DELETE FROM published_figures")
        con.execute(
            f"INSERT INTO published_figures ({', '.join(figure)}) "
            f"VALUES ({', '.join('?' for _ in figure)})",
            list(figure.values()),
        )
    row = published_beside_computed(Database(path), Filters()).iloc[0]
    return row["computed"], row["verdict"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"value": 5.0}, (5, "agrees")),
        ({"value": 4.0}, (5, "differs")),
        ({"value": 4.0, "note": "One came late."}, (5, "differs, explained")),
        ({"measure": "individuals", "unit": "millions", "value": 78.0}, (78.010001, "agrees")),
        ({"measure": "median", "value": 4750.0}, (4750.5, "agrees")),
        ({"measure": "mean", "value": 19502500.25}, (19502500.25, "agrees")),
        (
            {"group_column": "breach_type", "group_value": "Loss|Other", "value": 2.0},
            (2, "agrees"),
        ),
        (
            {
                "group_column": "state",
                "group_value": "TX",
                "measure": "share_reports",
                "unit": "pct",
                "value": 60.0,
            },
            (60, "agrees"),
        ),
        ({"min_individuals": 1000, "value": 2.0}, (2, "agrees")),
    ],
)
def test_each_measure_is_computed_as_defined(small_workspace, tmp_path, changes, expected):
    assert verdict(small_workspace, tmp_path, **changes) == expected


def test_what_cannot_be_compared_is_not(small_workspace, tmp_path):
    computed, said = verdict(small_workspace, tmp_path, comparable=False, basis="occurrence")
    assert computed != computed
    assert said == "not comparable"


@needs_exports
def test_october_2024_reproduces_published_tables_of_2010_to_2017(history_db):
    figures = published_beside_computed(history_db, Filters())
    settled = figures[
        (figures["measure"] == "reports")
        & (figures["from_on"] < "2010-01-02")
        & (figures["to_on"] <= "2021-12-31")
        & figures["computed"].notna()
    ]
    assert len(settled) >= 6
    assert settled["difference"].abs().max() < 0.01
    assert (figures["verdict"] == "differs").sum() <= 8
