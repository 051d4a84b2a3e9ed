"""What the timelines draw: dots and bars in order, on one scale for two cases."""

import pandas as pd
import plotly.graph_objects as go

from charts.timelines import timelines

EVENTS = pd.DataFrame(
    {
        "name": ["A", "A", "A"],
        "from_day": [0, 1325, 1325],
        "to_day": [365, 1325, 1325],
        "said": ["<b>2012</b>", "<b>18 August 2015</b>", "<b>18 August 2015</b>"],
        "label": ["Earliest access <i>", "Noticed", "Told " * 20],
        "phase": ["intrusion", "discovery", "report"],
    }
)
STRETCHES = pd.DataFrame({"name": ["A"], "phase": ["intrusion"], "from_day": [0], "to_day": [1325]})
TICKS = [(0, "2012"), (731, "2014")]


def checked(figure: go.Figure) -> go.Figure:
    return go.Figure(figure.to_dict())


def bars(figure: go.Figure) -> list[tuple[float, float]]:
    return [(shape.x0, shape.x1) for shape in figure.layout.shapes if shape.type == "rect"]


def test_events_stand_below_each_other_in_order():
    drawn = checked(timelines(EVENTS, STRETCHES, {"A": "Unnoticed"}, {"A": ""}, TICKS))
    (dots,) = drawn.data
    assert len(dots.x) == 2
    assert dots.y[0] < dots.y[1]
    assert bars(drawn) == [(0, 1325), (0, 365)]
    notes = [note for note in drawn.layout.annotations if note.font.size == 13]
    assert notes[0].text == "<b>2012</b><br>Earliest access &lt;i&gt;"
    assert [note.xanchor for note in notes] == ["left", "right", "right"]
    tops = [note.y - 17 * note.text.count("<br>") / 2 for note in notes]
    ends = [note.y + 17 * note.text.count("<br>") / 2 for note in notes]
    assert all(end < top for end, top in zip(ends, tops[1:], strict=False))


def test_two_cases_stand_on_one_scale():
    other = EVENTS.assign(name="B & C", from_day=[0, 100, 400], to_day=[0, 100, 400])
    both = pd.concat([EVENTS, other], ignore_index=True)
    stretches = pd.concat([STRETCHES, STRETCHES.assign(name="B & C", to_day=100)])
    heads = {"A": "Unnoticed", "B & C": "Seen"}
    begins = {"A": "day 0: 2012", "B & C": "day 0: 2013"}
    drawn = checked(timelines(both, stretches, heads, begins, TICKS))
    assert bars(drawn)[:2] == [(0, 1325), (0, 100)]
    assert [trace.x for trace in drawn.data] == [(1325, 1325, 0, 100, 400)]
    texts = [note.text for note in drawn.layout.annotations]
    assert "<b>A</b>. Unnoticed" in texts
    assert "<b>B &amp; C</b> · day 0: 2013" in texts
    assert texts.count("2014") == 3
    low, high = drawn.layout.xaxis.range
    assert low < 0 < 1325 < high


def test_a_single_event_is_drawn():
    one = EVENTS.tail(1).assign(from_day=0, to_day=0)
    drawn = checked(timelines(one, STRETCHES.head(0), {"A": "Not known"}, {"A": ""}, [(0, "2024")]))
    assert bars(drawn) == []
    assert drawn.data[0].x == (0,)
