"""What the figures of cases and reports draw."""

import pandas as pd

from charts.cases import strips, timeline
from charts.report import count_history


def test_strips_draw_the_one_the_others_and_the_count_of_then():
    frames = pd.DataFrame(
        {
            "label": ["All <b>", "Filed in 2024"],
            "said": ["1st of 3", "1st of 2"],
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
    assert texts[:3] == ["<b>A &amp; B 90k</b>", "<b>All &lt;b&gt;</b>", "1st of 3"]


def test_a_count_that_never_changed_is_drawn_once():
    frames = pd.DataFrame(
        {
            "label": ["All"],
            "said": ["1st of 1"],
            "individuals": [600],
            "median_individuals": [float("nan")],
            "sizes": [[]],
        }
    )
    assert len(strips(frames, "One", most=600).data) == 3


def test_events_stand_below_each_other_in_order():
    events = pd.DataFrame(
        {
            "happened_on": pd.to_datetime(["2012-01-01", "2015-08-18", "2015-08-18"]),
            "ended_on": pd.to_datetime(["2012-12-31", "2015-08-18", "2015-08-18"]),
            "said_when": ["2012", "18 August 2015", "18 August 2015"],
            "label": ["Earliest access <i>", "Noticed", "Told " * 20],
            "phase": ["intrusion", "discovery", "report"],
        }
    )
    drawn = timeline(events)
    (dots,), (bar,) = drawn.data, drawn.layout.shapes
    assert len(dots.x) == 2
    assert dots.y[0] < dots.y[1]
    assert (str(bar.x0)[:10], str(bar.x1)[:10]) == ("2012-01-01", "2012-12-31")
    notes = drawn.layout.annotations
    assert notes[0].text == "<b>2012</b><br>Earliest access &lt;i&gt;"
    assert [note.xanchor for note in notes] == ["left", "right", "right"]
    tops = [note.y - 17 * note.text.count("<br>") / 2 for note in notes]
    ends = [note.y + 17 * note.text.count("<br>") / 2 for note in notes]
    assert all(end < top for end, top in zip(ends, tops[1:], strict=False))


def test_a_single_event_is_drawn():
    events = pd.DataFrame(
        {
            "happened_on": pd.to_datetime(["2024-04-12"]),
            "ended_on": pd.to_datetime(["2024-04-12"]),
            "said_when": ["12 April 2024"],
            "label": ["Filed with OCR"],
            "phase": ["report"],
        }
    )
    assert len(timeline(events).layout.annotations) == 1


def test_each_count_is_written_where_it_is_first_seen():
    seen = pd.DataFrame(
        {
            "retrieved_on": pd.to_datetime(["2020-08-11", "2022-04-15", "2024-10-08"]),
            "individuals_affected": pd.array([500, 1_245_218, 1_245_218], dtype="Int64"),
        }
    )
    notes = count_history(seen).layout.annotations
    assert [note.text for note in notes] == ["<b>500</b>", "<b>1,245,218</b>"]
