"""Figures of sizes: log axes, names that do not touch, places in the hover."""

from itertools import pairwise
from math import log10

import pandas as pd
import pytest

from charts import size
from charts.concentration import held
from charts.shape import fitted

SIZES = pd.DataFrame(
    {
        "individuals_affected": [500, 10_000, 1_000_000, 60_000_000, 80_000_000, 190_000_000],
        "share_at_least": [1, 0.4, 0.02, 0.0004, 0.00026, 0.00013],
        "reports_at_least": [7700, 3080, 154, 3, 2, 1],
    }
)
NAMED = pd.DataFrame(
    {
        "short_name": ["Change", "A & B", "Conduent", "Near", "EHN"],
        "individuals_affected": [190_000_000, 80_000_000, 60_000_000, 59_000_000, 10_000],
        "place": [1, 2, 3, 4, 2600],
        "reports": 7700,
        "place_of_year": [1, 1, 1, 1, 48],
        "reports_of_year": 270,
        "year": 2015,
    }
)


def test_the_line_falls_on_log_axes_with_the_size_asked_marked():
    drawn = size.exceedance(SIZES, NAMED, asked=1_000_000)
    assert (drawn.layout.xaxis.type, drawn.layout.yaxis.type) == ("log", "log")
    assert [shape.x0 for shape in drawn.layout.shapes] == [1_000_000]
    assert drawn.layout.annotations[0].text == "1M or more: <b>2.0%</b>"
    assert "1k" not in drawn.layout.xaxis.ticktext


@pytest.mark.parametrize("asked", [500, 200_000_000])
def test_a_size_off_the_line_is_not_marked(asked):
    assert not size.exceedance(SIZES, NAMED, asked=asked).layout.shapes


def test_names_keep_apart_and_the_crowded_one_is_left_out():
    drawn = size.exceedance(SIZES, NAMED, asked=500)
    notes = drawn.layout.annotations
    assert [note.text for note in notes] == [
        "Change 190M",
        "A &amp; B 80M",
        "Conduent 60M",
        "EHN 10k",
    ]
    left = sorted(note.ay for note in notes if note.xanchor == "right")
    assert min(b - a for a, b in pairwise(left)) >= 0.2
    assert drawn.data[1].customdata[-1] == [2600, 7700, 48, 270, 2015]


def test_no_case_no_names():
    drawn = size.exceedance(SIZES, NAMED.iloc[:0], asked=500)
    assert len(drawn.data) == 1


def test_columns_of_the_histogram_lie_between_their_edges():
    bins = pd.DataFrame({"low": [500.0, 5000.0], "high": [5000.0, 50_000.0], "reports": [3, 1]})
    drawn = size.histogram(bins, 900)
    assert list(drawn.data[0].x) == pytest.approx([log10(500) + 0.5, log10(5000) + 0.5])
    assert drawn.layout.annotations[0].text == "median <b>900</b>"


def test_groups_are_named_from_the_largest_down():
    groups = pd.DataFrame(
        {
            "above_share": [0, 0.01, 0.5],
            "top_share": [0.01, 0.5, 1.0],
            "reports": [2, 98, 100],
            "individuals_affected": [900, 90, 10],
            "held_share": [0.9, 0.09, 0.01],
        }
    )
    (bars,) = held(groups).data
    assert list(bars.y) == ["Smaller half", "Next 49%", "Largest 1%"]
    assert list(bars.text) == ["<b>1.0%</b>", "<b>9.0%</b>", "<b>90%</b>"]


def test_hollow_are_the_open_and_the_small_years():
    years = pd.DataFrame(
        {"year": [2014, 2015, 2016], "reports": [9, 20, 30]}
        | {f"p{q}": [600.0 + q, 700.0 + q, 800.0 + q] for q in (10, 25, 50, 75, 90)}
    )
    drawn = size.quantiles(years, running_year=2016)
    assert [band.mode for band in drawn.data[:2]] == ["lines", "lines"]
    assert list(drawn.data[2].marker.symbol) == ["circle-open", "circle", "circle-open"]
    heights = [note.y for note in drawn.layout.annotations]
    assert heights == sorted(heights)


def test_the_fit_says_how_far_it_holds():
    curve = pd.DataFrame(
        {
            "individuals_affected": [502, 10_000, 10_000_000],
            "reports_at_least": [100, 40, 1],
            "lognormal": [100.0, 41.0, 4.0],
            "lognormal_low": [100.0, 33.0, 1.0],
            "lognormal_high": [100.0, 49.0, 8.0],
            "power_law": [float("nan"), 40.0, 6.0],
        }
    )
    drawn = fitted(curve, fits_to=10_000, tail_from=10_000)
    assert drawn.layout.annotations[-1].text == "holds up to 10k"
    assert list(drawn.data[-1].y) == [100, 40, 1]
    assert not fitted(curve, fits_to=10_000_000, tail_from=10_000).layout.shapes
