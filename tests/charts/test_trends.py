"""Figures over time: what is not over is marked, sizes are logarithmic, names fit."""

from datetime import date
from math import log10

import pandas as pd
import pytest

from charts import trends
from charts.pace import pace
from charts.periods import is_open, names, places, time_axis
from charts.small_multiples import small_multiples
from charts.splits import split
from charts.stacks import stacked
from charts.theme import spread, year_ticks

AS_OF = date(2016, 5, 1)
YEARS = pd.to_datetime(pd.Series(["2014-01-01", "2015-01-01", "2016-01-01"]))
PERIODS = pd.DataFrame(
    {
        "period_on": YEARS,
        "reports": [20, 10, 4],
        "individuals_affected": [1000, 9000, 200],
        "median_individuals": [50.0, None, 50.0],
        "largest_individuals": [100, 8000, 100],
        "largest_entity_name": ["A", "<b>Dogwood</b> & Daughters of the Forest", "C"],
    }
)
MEMBERS = pd.DataFrame(
    {
        "period_on": YEARS[[0, 0, 2, 2]].reset_index(drop=True),
        "member": ["Theft", "Loss", "Theft", "Hacking/IT Incident"],
        "reports": [3, 1, 2, 2],
        "median_individuals": [700.0, 500.0, None, 90_000.0],
    }
)


def split_of(column: str, **options):
    return split(MEMBERS, column, "breach_type", "year", {}, YEARS, as_of=AS_OF, **options)


@pytest.mark.parametrize(
    ("period", "day", "at", "name"),
    [
        ("year", "2015-01-01", 2015, "2015"),
        ("quarter", "2015-10-01", 2015.375, "4th quarter of 2015"),
        ("month", "2015-02-01", 2014.625, "February 2015"),
    ],
)
def test_periods_have_a_place_and_a_name(period, day, at, name):
    days = pd.to_datetime(pd.Series([day]))
    assert places(days, period).tolist() == [at]
    assert names(days, period) == [name]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [(date(2015, 12, 30), [False, True, True]), (date(2015, 12, 31), [False, False, True])],
)
def test_a_year_is_open_until_its_last_day(as_of, expected):
    assert is_open(YEARS, "year", as_of).tolist() == expected


def test_few_years_are_labelled_and_the_last_is_one():
    assert year_ticks(2009, 2026) == [2011, 2014, 2017, 2020, 2023, 2026]
    assert year_ticks(2015, 2015) == [2015]
    assert time_axis(YEARS, "year")["range"] == [2013.4, 2016.6]


def test_labels_move_apart_and_keep_their_order():
    moved = spread([1, 1.1, 5, 5.05, 4.2, 9], 1)
    assert moved == pytest.approx([0.55, 1.55, 4.75, 5.75, 3.75, 9])


def test_only_the_open_year_is_hatched_and_its_mark_is_named():
    drawn = trends.over_time(PERIODS, "reports", "year", as_of=AS_OF, before=6)
    columns, mark = drawn.data
    assert list(columns.marker.pattern.shape) == ["", "", "/"]
    assert list(mark.y) == [6]
    assert drawn.layout.annotations[0].text == "2015<br>by then:<br><b>6</b>"


def test_sizes_are_logarithmic_and_the_line_ends_before_the_open_year():
    drawn = trends.over_time(PERIODS, "individuals_affected", "year", as_of=AS_OF)
    line, points = drawn.data
    assert drawn.layout.yaxis.type == "log"
    assert list(line.x) == [2014, 2015]
    assert list(points.marker.symbol) == ["circle", "circle", "circle-open"]
    (name,) = drawn.layout.annotations
    assert name.text == "&lt;b&gt;Dogwood&lt;/b&gt; &amp; Daug… 89%"
    assert name.y == pytest.approx(log10(9000))


def test_a_share_of_all_mentions_adds_up_to_one():
    drawn = stacked(split_of("reports"), is_share=True)
    sums = pd.DataFrame({bar.hovertemplate: list(bar.y) for bar in drawn.data}).sum(axis=1)
    assert sums.tolist() == [1, 0, 1]
    labels = drawn.layout.annotations
    assert len(labels) == 3
    assert all(0 < note.y < 1 for note in labels)


def test_years_with_few_narratives_are_pale_and_grey():
    drawn = stacked(split_of("reports", pale=(2016, 2031)), is_share=False)
    assert list(drawn.data[0].marker.opacity) == [1, 1, 0.35]
    assert [(shape.x0, shape.x1) for shape in drawn.layout.shapes] == [(2015.5, 2016.5)]


def test_small_multiples_share_one_scale_and_mark_the_break():
    drawn = small_multiples(split_of("reports", breaks_at=2015), is_size=False)
    ranges = {tuple(drawn.layout[f"yaxis{n}"].range) for n in ("", "2", "3")}
    assert len(ranges) == 1
    assert {shape.x0 for shape in drawn.layout.shapes} == {2014.5}
    assert [list(line.y) for line in drawn.data] == [[3, 0], [2], [0, 0], [2], [1, 0], [0]]
    assert "Hacking" in drawn.layout.annotations[2].text


def test_a_year_with_few_narratives_carries_no_number():
    drawn = small_multiples(split_of("reports", pale=(2015,)), is_size=False)
    numbers = [note for note in drawn.layout.annotations if note.xref != "paper"]
    assert {note.x for note in numbers} == {2014}
    assert [note.text for note in numbers] == ["3", "0", "1"]


def test_medians_stay_unknown_where_there_are_none():
    drawn = small_multiples(split_of("median_individuals"), is_size=True)
    assert drawn.layout.yaxis.type == "log"
    assert pd.isna(drawn.data[2].y[1])


def test_influence_names_each_year():
    drawn = trends.influence(PERIODS, running_year=2016)
    (bars,) = drawn.data
    assert list(bars.y) == ["2016", "2015", "2014"]
    assert list(bars.marker.pattern.shape) == ["/", "", ""]
    assert bars.text[1] == "<b>89%</b>  &lt;b&gt;Dogwood&lt;/b&gt; &amp;…"


def test_a_name_beside_a_short_bar_has_more_room():
    (bars,) = trends.influence(
        PERIODS.assign(
            largest_individuals=1, individuals_affected=100, largest_entity_name="N" * 50
        ),
        running_year=None,
    ).data
    assert bars.text[0] == f"1%  {'N' * 31}…"


def test_with_and_without_are_drawn_until_the_year_that_is_not_over():
    years = pd.DataFrame(
        {
            "year": [2014, 2015, 2016],
            "individuals_affected": [1000, 9000, 200],
            "without_largest": [1000, 0, 200],
        }
    )
    drawn = trends.without_largest(years, 1, running_year=2016)
    assert [list(trace.x) for trace in drawn.data[::2]] == [[2014, 2015]] * 2
    assert pd.isna(drawn.data[3].y[1])
    assert "without the largest" in drawn.layout.annotations[0].text


def test_the_pace_tells_both_years_on_this_day():
    days = pd.DataFrame(
        {
            "year": [2015, 2015, 2016],
            "day_of_year": [44, 334, 61],
            "reports_so_far": [1, 2, 1],
        }
    )
    drawn = pace(days, as_of=AS_OF)
    said = [note.text for note in drawn.layout.annotations]
    assert said == ["<b>2015: 1</b>", "<b>2016: 1</b>", "2015"]
