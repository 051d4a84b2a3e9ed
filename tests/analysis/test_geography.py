"""Map: whole rows of seven reports, and what the page says of few, one and none."""

import pandas as pd
import pytest

from analysis import geography
from analysis.captions import geography as captions
from analysis.filters import Filters
from analysis.provenance import provenance

ALL = Filters()


def test_states_of_the_filers(small_db):
    found = geography.states(small_db, ALL)
    columns = ["name", "reports", "individuals_affected", "median_individuals", "is_small"]
    assert sorted(found[columns].fillna(-1).values.tolist()) == [
        ["California", 1, 250_000, 250_000, True],
        ["New York", 1, 0, -1, True],
        ["Not stated", 1, 500, 500, True],
        ["Texas", 4, 78_010_701, 5100, True],
    ]
    texas = found.set_index("name").loc["Texas"]
    # The censuses counted 25,145,561 on 1 April 2010 and 29,145,505 ten years later; the middle of
    # the period is 10 March 2015.
    assert texas["residents"] == pytest.approx(25_145_561 + 0.494 * 3_999_944, rel=0.001)
    assert texas["reports_per_million"] == pytest.approx(4e6 / texas["residents"])


def test_what_no_map_can_show_stands_beside_it():
    found = pd.DataFrame(
        {
            "state": ["TX", "PR", None],
            "name": ["Texas", "Puerto Rico", "Not stated"],
            "reports": [4, 2, 1],
        }
    )
    assert geography.on_the_map(found)["state"].tolist() == ["TX"]
    assert captions.beside(geography.beside_the_map(found)) == (
        "Not on the map: Puerto Rico: 2 reports; Not stated: 1 report. A state that is not stated "
        "is mostly a territory."
    )
    assert captions.beside(geography.beside_the_map(found[:1])) == ""


def test_few_reports_are_said(small_db):
    shown = geography.on_the_map(geography.states(small_db, ALL))
    said = captions.by_state(shown, "reports", ALL, provenance(small_db, ALL))
    assert said.title.startswith("Texas leads with 4 reports; ")
    assert "3 states with fewer than ten reports: pale or starred." in said.note
    assert "A state is where the filer sits" in said.note


def test_one_state_is_compared_with_nothing(small_db):
    only = Filters(state=("CA",))
    shown = geography.on_the_map(geography.states(small_db, only))
    said = captions.by_state(shown, "median", only, provenance(small_db, ALL))
    assert said.title == "California leads with 250,000 individuals in the middle report"
    without = geography.on_the_map(geography.states(small_db, Filters(state=("NY",))))
    said = captions.by_state(without, "median", ALL, provenance(small_db, ALL))
    assert said.title == "No state has a figure to show"
