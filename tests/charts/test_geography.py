"""Figures of the map page."""

import pandas as pd

from analysis.vocabulary import STATES, TERRITORIES
from charts import geography

FOUND = pd.DataFrame(
    {
        "state": ["TX", "WY"],
        "name": ["Texas", "Wyoming"],
        "reports": [40, 4],
        "reports_per_million": [2.0, 7.0],
        "largest_entity_name": ["Alder", "Birch"],
        "is_small": [False, True],
    }
)


def test_few_reports_are_pale_and_do_not_stretch_the_scale():
    many, few = geography.outlines(FOUND, "reports_per_million").data
    assert (list(many.locations), many.marker.opacity, many.zmax) == (["TX"], 1, 2.0)
    assert (list(few.locations), few.marker.opacity, few.showscale) == (["WY"], 0.35, False)


def test_each_state_has_a_tile_of_its_own_and_few_are_starred():
    (squares,) = geography.tiles(FOUND, "reports_per_million").data
    assert list(squares.text) == ["<b>TX</b><br>2", "<b>WY</b><br>7*"]
    assert list(zip(squares.x, squares.y, strict=True)) == [(3, 7), (2, 3)]
    country = sorted(set(STATES) - set(TERRITORIES))
    every = pd.DataFrame({"state": country, "name": country, "reports": 20})
    every = every.assign(largest_entity_name="", is_small=False)
    (squares,) = geography.tiles(every, "reports").data
    assert len(set(zip(squares.x, squares.y, strict=True))) == 51
