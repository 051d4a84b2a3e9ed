"""Figures of revisions: what is drawn where, and that names stay apart and are no markup."""

from datetime import date
from itertools import pairwise
from math import log10

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts import fates as fate_charts
from charts.revisions import LOWERED, RAISED, before_and_after
from charts.theme import named

CHANGES = pd.DataFrame(
    [
        ("Anthem", 500, 192_700_000, "2026-07-01"),
        ("<b>Bold</b> & Sons of a Very Long Name", 501, 7_000_000, "2026-07-01"),
        ("Cedar", 500, 5_400_000, "2026-07-01"),
        ("Dogwood", 2_000_000, 1_000_000, "2024-10-08"),
        ("Elm", 4600, 1_400_000, "2024-10-08"),
        ("Fir", 500, 1_200_000, "2022-04-15"),
        ("Gum", 700, 700_000, "2022-04-15"),
    ],
    columns=["entity_name", "old_count", "new_count", "seen_on"],
)
KEY = [f"<b>{named('raised', RAISED, '▲')}</b>", f"<b>{named('lowered', LOWERED, '▼')}</b>"]


def checked(drawn: go.Figure) -> go.Figure:
    """The figure, once Plotly has accepted it."""
    go.Figure(drawn.to_dict())
    return drawn


def test_each_change_is_a_point_of_before_and_times_as_many():
    points = checked(before_and_after(CHANGES))["data"][0]
    assert list(points["x"]) == CHANGES["old_count"].tolist()
    assert list(points["y"]) == (CHANGES["new_count"] / CHANGES["old_count"]).tolist()
    assert list(points["marker"]["color"]) == [RAISED] * 3 + [LOWERED] + [RAISED] * 3
    assert points["text"][0] == "Anthem: 500 to 192,700,000"


def test_the_largest_and_the_largest_between_each_two_exports_are_named():
    words = [word["text"] for word in checked(before_and_after(CHANGES))["layout"]["annotations"]]
    assert words == [
        "<b>Anthem</b> 500 → 192.7M",
        "<b>&lt;b&gt;Bold&lt;/b&gt; &amp; Sons…</b> 501 → 7M",
        "<b>Cedar</b> 500 → 5.4M",
        "<b>Elm</b>",
        "<b>Fir</b> 500 → 1.2M",
        *KEY,
    ]


def test_names_stay_apart_and_inside():
    layout = checked(before_and_after(CHANGES))["layout"]
    low, high = layout["yaxis"]["range"]
    heights = sorted(word["y"] for word in layout["annotations"][:5])
    least = (high - low) * 18 / 400
    assert min(b - a for a, b in pairwise(heights)) >= least - 1e-9
    assert low < heights[0]
    assert heights[-1] < high


def test_the_axes_hold_every_point():
    layout = checked(before_and_after(CHANGES))["layout"]
    times = CHANGES["new_count"] / CHANGES["old_count"]
    low, high = layout["yaxis"]["range"]
    assert low < log10(times.min())
    assert log10(times.max()) < high
    assert list(layout["yaxis"]["ticktext"][:3]) == ["÷10", "same", "×10"]
    assert list(layout["xaxis"]["ticktext"]) == ["500", "10k", "100k", "1M"]


def test_what_hardly_changed_is_not_named():
    few = CHANGES.assign(new_count=CHANGES["old_count"] * 2)
    words = [word["text"] for word in checked(before_and_after(few))["layout"]["annotations"]]
    assert words == KEY


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_few_changes_can_be_drawn(rows):
    points, leader = checked(before_and_after(CHANGES.head(rows)))["data"]
    assert len(points["x"]) == rows
    assert list(leader["x"]).count(None) == rows


def test_placeholders_by_age():
    ages = pd.DataFrame(
        [("under 3 months", 20, 14, 0.7, 0.5, 0.85), ("1 year or more", 104, 17, 0.16, 0.1, 0.25)],
        columns=["age", "placeholders", "raised", "share", "low", "high"],
    )
    drawn = checked(fate_charts.placeholders(ages))
    (shares,) = drawn["data"]
    assert (list(shares["x"]), list(shares["y"])) == (
        [0.16, 0.7],
        ["1 year or more", "under 3 months"],
    )
    assert list(shares["error_x"]["array"]) == pytest.approx([0.09, 0.15])
    assert list(shares["error_x"]["arrayminus"]) == pytest.approx([0.06, 0.2])
    words = [word["text"] for word in drawn["layout"]["annotations"]]
    assert words == ["<b>17</b> of 104", "<b>14</b> of 20"]


def test_late_arrivals_are_stacked_and_exports_marked():
    months = pd.DataFrame(
        {
            "period_on": pd.to_datetime(["2015-01-01", "2016-03-01"]),
            "reports": [3, 1],
            "over_a_year": [2, 0],
        }
    )
    days = (date(2017, 5, 1), date(2016, 5, 1), date(2014, 1, 1))
    drawn = checked(fate_charts.late(months, days))
    assert [list(columns["y"]) for columns in drawn["data"]] == [[2, 0], [1, 1]]
    assert drawn["layout"]["barmode"] == "stack"
    assert [line["x0"] for line in drawn["layout"]["shapes"]] == list(days[:2])
