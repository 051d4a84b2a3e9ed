"""Figures of the causes page."""

from datetime import date

import pandas as pd

from analysis.vocabulary import BREACH_TYPES, LOCATIONS, MECHANISMS
from charts import causes

PAIRS = pd.DataFrame(
    {
        "breach_type": ["Theft", "Loss"],
        "location": ["Laptop", "Paper/Films"],
        "reports": [1200, 4],
    }
)


def test_rows_without_a_report_are_left_out_and_numbers_are_written_in():
    (cells,) = causes.heat_map(PAIRS, BREACH_TYPES, LOCATIONS).data
    assert list(cells.y) == ["Loss", "Theft"]
    assert [[text for text in row if text] for row in cells.text] == [["4"], ["1,200"]]
    assert cells.customdata[1][3] == ("Theft", "Laptop", 1200)


def test_years_with_few_narratives_are_hollow():
    years = pd.DataFrame(
        {
            "year": [2019, 2024],
            "narrated_share": [0.9, 0.1],
            "vendor_share": [0.3, 0.4],
            "associate_share": [0.2, 0.25],
        }
    )
    drawn = causes.vendors(years, little=0.5, running_year=None)
    assert [list(line.marker.symbol) for line in drawn.data] == [
        ["circle", "circle-open"],
        ["circle", "circle"],
    ]
    assert [note.text.split("> ")[1] for note in drawn.layout.annotations] == [
        "Vendor told of<br>in narrative",
        "Filed with<br>associate",
    ]


def test_what_is_filed_is_hollow_in_the_running_year_alone():
    years = pd.DataFrame(
        {
            "year": [2025, 2026],
            "narrated_share": [0.1, 0.9],
            "vendor_share": [0.3, 0.4],
            "associate_share": [0.2, 0.25],
        }
    )
    drawn = causes.vendors(years, little=0.5, running_year=2026)
    assert [list(line.marker.symbol) for line in drawn.data] == [
        ["circle-open", "circle"],
        ["circle", "circle-open"],
    ]


def test_every_mechanism_is_named_beside_the_last_column_inside_of_the_plot():
    years = pd.DataFrame(
        {
            "year": 2023,
            "mechanism": list(MECHANISMS),
            "reports": [200, 100, *[1] * (len(MECHANISMS) - 2)],
            "narrated_share": 0.9,
        }
    )
    drawn = causes.mechanisms(years, MECHANISMS, as_of=date(2026, 7, 1), little=0.5)
    heights = [note.y for note in drawn.layout.annotations]
    assert len(heights) == len(MECHANISMS)
    assert min(heights) > 0
    assert max(heights) < 1


def test_a_median_stands_on_the_line_to_its_90th_percentile():
    members = pd.DataFrame(
        {
            "member": ["Theft", "Theft"],
            "quantile": [0.5, 0.9],
            "reports": [9, 9],
            "individuals_affected": [1500.0, 40_000.0],
            "low": [900.0, 5000.0],
            "high": [4000.0, float("nan")],
            "is_small": [True, True],
        }
    )
    reach, end, middle = causes.sizes(members, "breach_type", MECHANISMS).data
    assert list(reach.x) == [1500, 40_000]
    assert (list(end.x), list(middle.x)) == ([40_000], [1500])
    assert (list(middle.error_x.array), list(middle.error_x.arrayminus)) == ([2500], [600])
    assert list(middle.marker.symbol) == ["circle-open"]
