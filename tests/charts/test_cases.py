"""What the figures of cases and reports draw."""

import pandas as pd

from charts.cases import strips
from charts.report import count_history


def test_strips_draw_the_one_the_others_and_the_count_of_then():
    frames = pd.DataFrame(
        {
            "label": ["All <b>", "Filed in 2024"],
            "said": ["1st of 3", "1st of 2"],
            "said_then": ["then 3rd of 3", ""],
            "individuals": [90_000, 90_000],
            "individuals_then": [500, 500],
            "median_individuals": [750.0, 1000.0],
            "sizes": [[500, 1000], [1000]],
        }
    )
    drawn = strips(frames, "A & B", most=90_000)
    assert [list(trace.x) for trace in drawn.data] == [
        [500, 1000, 1000],
        [750.0, 1000.0],
        [500, 500],
        [90_000, 90_000],
    ]
    assert [list(trace.y) for trace in drawn.data[:1]] == [[1, 1, 0]]
    texts = [note.text for note in drawn.layout.annotations]
    assert texts == [
        '<b><span style="color:#148aa3">●</span> A &amp; B 90k</b>',
        "<b>All &lt;b&gt;</b><br>1st of 3<br>then 3rd of 3",
        "<b>Filed in 2024</b><br>1st of 2",
    ]


def test_long_names_are_cut_by_us_rather_than_by_the_edge_of_a_phone():
    frames = pd.DataFrame(
        {
            "label": ["Type: " + " or ".join(["Improper Disposal"] * 5)],
            "said": ["1st of 1"],
            "said_then": [""],
            "individuals": [600],
            "median_individuals": [600.0],
            "sizes": [[600]],
        }
    )
    name, label = (note.text for note in strips(frames, "A" * 80, most=600).layout.annotations)
    assert name.endswith(f"> {'A' * 25}… 600</b>")
    assert label.startswith("<b>Type: Improper Disposal or Improper Disposal or")
    assert len(label.split("<br>")[0]) <= 48 + len("<b></b>")


def test_a_count_that_never_changed_is_drawn_once():
    frames = pd.DataFrame(
        {
            "label": ["All"],
            "said": ["1st of 1"],
            "said_then": [""],
            "individuals": [600],
            "median_individuals": [float("nan")],
            "sizes": [[]],
        }
    )
    assert len(strips(frames, "One", most=600).data) == 3


def test_each_count_is_written_where_it_is_first_seen():
    seen = pd.DataFrame(
        {
            "retrieved_on": pd.to_datetime(["2020-08-11", "2022-04-15", "2024-10-08"]),
            "individuals_affected": pd.array([500, 1_245_218, 1_245_218], dtype="Int64"),
        }
    )
    notes = count_history(seen).layout.annotations
    assert [note.text for note in notes] == ["<b>500</b>", "<b>1,245,218</b>"]
