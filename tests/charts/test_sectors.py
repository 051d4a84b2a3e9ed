"""Figures of the sectors page."""

import pandas as pd
import pytest

from charts import sectors

FOUND = pd.DataFrame(
    {
        "member": ["Health Plan", "Business Associate"],
        "reports": [40, 4],
        "per_year": [20.0, 2.0],
        "per_year_low": [15.0, 0.5],
        "per_year_high": [26.0, 5.1],
        "is_small": [False, True],
    }
)
BANDS = pd.DataFrame(
    {
        "member": ["Health Plan"] * 3 + ["Business Associate"] * 3,
        "individuals_affected": [500.0, 5_000.0, 50_000.0] * 2,
        "share_at_least": [1.0, 0.5, 0.1, 1.0, 0.25, 0.0],
        "low": [0.9, 0.4, 0.05, 0.4, 0.01, 0.0],
        "high": [1.0, 0.6, 0.2, 1.0, 0.8, 0.6],
    }
)


def test_a_group_of_few_is_hollow_and_small_numbers_keep_a_digit():
    drawn = sectors.compare(FOUND, "per_year", as_share=False, as_log=False)
    points = drawn.data[-1]
    assert list(points.text) == ["<b>2.0</b>", "<b>20</b>"]
    assert list(points.marker.symbol) == ["circle-open", "circle"]
    assert [list(line.x) for line in drawn.data[:2]] == [[0.5, 5.1], [15.0, 26.0]]


def test_lines_end_where_no_report_is_as_large_and_are_named_above():
    drawn = sectors.exceedance(BANDS)
    lines = [trace for trace in drawn.data if trace.fill is None]
    assert [list(line.x) for line in lines] == [[500, 5_000, 50_000], [500, 5_000]]
    (key,) = drawn.layout.annotations
    assert key.text.index(" Plan") < key.text.index(" Associate")


def test_cells_hold_the_share_and_leave_out_what_rounds_to_nothing():
    found = pd.DataFrame(
        {
            "entity_type": ["Health Plan", "Health Plan", "Business Associate"],
            "breach_type": ["Theft", "Loss", "Theft"],
            "type_share": [0.5, 0.004, 1.0],
        }
    )
    (cells,) = sectors.mix(found).data
    assert [list(row) for row in cells.text] == [["", ""], ["50%", "100%"]]
    assert cells.customdata[1] == pytest.approx([0.5, 1.0])
