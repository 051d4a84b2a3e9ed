"""Individuals by year: what is stacked, hatched and named."""

import pandas as pd
import plotly.graph_objects as go

from charts.overview import individuals_by_year
from charts.theme import ACCENT, QUIET


def yearly(*rows: tuple[int, int, str | None]) -> pd.DataFrame:
    """Years from 2010 on: individuals affected, those of the largest report, its name."""
    frame = pd.DataFrame(
        rows, columns=["individuals_affected", "largest_individuals", "largest_entity_name"]
    )
    years = [f"{2010 + place}-01-01" for place in range(len(rows))]
    return frame.assign(period_on=pd.to_datetime(pd.Series(years)))


QUIET_YEAR = (1000, 200, "Alder")


def names(drawn: go.Figure) -> list[str]:
    go.Figure(drawn.to_dict())
    return [word["text"] for word in drawn["layout"]["annotations"]]


def test_the_largest_stands_on_the_others():
    drawn = individuals_by_year(yearly((900, 500, "Birch"), (0, 0, None)), running_year=2011)
    others, largest = drawn["data"]
    assert (list(others["x"]), list(others["y"])) == ([2010, 2011], [400, 0])
    assert list(largest["y"]) == [500, 0]
    assert list(largest["text"]) == ["Birch", ""]
    assert (others["marker"]["color"], largest["marker"]["color"]) == (QUIET, ACCENT)
    assert list(others["marker"]["pattern"]["shape"]) == ["", "/"]
    assert drawn["layout"]["yaxis"]["range"][1] > 900


def test_what_makes_its_year_is_named_and_is_no_markup():
    rows = [QUIET_YEAR] * 5 + [(9000, 8000, "<b>Dogwood</b> & Sons, of the Woods")]
    assert names(individuals_by_year(yearly(*rows), running_year=None)) == [
        "<b>&lt;b&gt;Dogwood&lt;/b&gt; &amp; Sons, o…</b> 8k"
    ]


def test_two_are_named_where_no_higher_column_is_in_the_way():
    anthem, change = (9000, 8000, "Anthem"), (90_000, 60_000, "Change")
    apart = yearly(anthem, *[QUIET_YEAR] * 12, change)
    near = yearly(anthem, *[QUIET_YEAR] * 2, change)
    assert names(individuals_by_year(apart, running_year=None)) == [
        "<b>Change</b> 60k",
        "<b>Anthem</b> 8k",
    ]
    assert names(individuals_by_year(near, running_year=None)) == ["<b>Change</b> 60k"]


def test_years_of_many_small_reports_name_none():
    assert names(individuals_by_year(yearly(QUIET_YEAR, QUIET_YEAR), running_year=None)) == []
    empty = individuals_by_year(yearly((0, 0, None)), running_year=2010)
    assert names(empty) == []
    assert list(empty["layout"]["yaxis"]["range"]) == [0, 1]
