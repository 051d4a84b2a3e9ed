import numpy as np
import pandas as pd

from analysis.statistics import robust
from tests.shared import needs_exports, raw_newest

FRAME = pd.DataFrame(
    {
        "year": [2014, 2014, 2015, 2015, 2015, 2016],
        "individuals_affected": [500, 1500, 78_800_000, None, 1_200_000, None],
        "entity_name": ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir"],
    }
)


def test_without_largest_takes_the_named_number_away():
    found = robust.without_largest(FRAME["individuals_affected"], 1)
    assert (found.reports, found.missing, found.largest) == (4, 2, 1)
    assert (found.individuals_affected, found.individuals_without) == (80_002_000, 1_202_000)
    assert found.removed_share == 78_800_000 / 80_002_000


def test_without_more_than_there_are_nothing_is_left():
    found = robust.without_largest([500, 600], 10)
    assert (found.largest, found.individuals_without, found.removed_share) == (2, 0, 1.0)
    assert np.isnan(robust.without_largest([], 1).removed_share)


def test_the_largest_of_all_are_taken_from_their_groups():
    table = robust.without_largest_by(FRAME, "year", 2)
    assert table.to_numpy().tolist() == [
        [2014, 2, 0, 2000, 2000, 0, True],
        [2015, 3, 1, 80_000_000, 0, 2, True],
        [2016, 1, 1, 0, 0, 0, True],
    ]


def test_influence_names_the_largest_of_each_year():
    table = robust.influence(FRAME)
    assert table.to_dict("list") == {
        "year": [2014, 2015],
        "reports": [2, 2],
        "individuals_affected": [2000, 80_000_000],
        "largest_individuals": [1500, 78_800_000],
        "largest_share": [0.75, 0.985],
        "individuals_without": [500, 1_200_000],
        "is_small": [True, True],
        "entity_name": ["Birch", "Cedar"],
    }


def test_nullable_and_empty_frames_keep_the_columns():
    nullable = FRAME.astype({"individuals_affected": "Int64"})
    pd.testing.assert_frame_equal(robust.influence(nullable), robust.influence(FRAME))
    pd.testing.assert_frame_equal(
        robust.without_largest_by(nullable, "year", 2), robust.without_largest_by(FRAME, "year", 2)
    )
    assert list(robust.influence(FRAME[:0])) == list(robust.influence(FRAME))
    assert robust.without_largest_by(FRAME[:0], "year", 2).empty


@needs_exports
def test_one_filing_is_seven_tenths_of_2015():
    rows = [row for row in raw_newest() if row["count"]]
    frame = pd.DataFrame(
        {
            "year": [int(row["date"][-4:]) for row in rows],
            "individuals_affected": [int(row["count"]) for row in rows],
        }
    )
    table = robust.influence(frame).set_index("year")
    year = [int(row["count"]) for row in rows if row["date"].endswith("2015")]
    assert table.loc[2015, "largest_share"] == max(year) / sum(year)
    assert round(table.loc[2015, "largest_share"], 2) == 0.70
    assert table["individuals_affected"].sum() == sum(int(row["count"]) for row in rows)
