"""Figures of the cases page: strips of reports with one among them, and a course of events."""

import textwrap
from math import log10

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, INK, QUIET, alpha, figure, plain, short_number

SECOND = "#d8572f"
_STRIP, _TOP = 70, 30
# A little below the 500 from which HHS publishes reports.
_LEAST = 430
# Few enough to stand side by side on a phone.
_TICKS = (500, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)

PHASE_COLOURS = {
    "intrusion": "#b3342d",
    "discovery": "#e08a1e",
    "report": ACCENT,
    "settlement": "#6a4fb3",
}
# The narrowest page: so many letters of 13 px stand beside a dot on a phone.
_PHONE_LETTERS, _LINE, _GAP = 50, 17, 16


def strips(frames: pd.DataFrame, name: str, *, most: float, colour: str = ACCENT) -> go.Figure:
    """One strip a frame: the others' sizes as grey dots, their median as a tick, the one coloured.

    `frames` has label, said, individuals, sizes, median_individuals and, where the count was
    another one then, individuals_then (drawn hollow); `most` is the largest size that the axis
    must hold, so that two such figures can share it.
    """
    drawn = figure(_TOP + _STRIP * len(frames) + 30)
    rows = range(len(frames) - 1, -1, -1)
    _others(drawn, frames, rows)
    size = frames["individuals"].iloc[0]
    if "individuals_then" in frames and (frames["individuals_then"] != size).any():
        _dots(drawn, frames["individuals_then"], rows, "rgba(0, 0, 0, 0)", colour, "then")
    _dots(drawn, frames["individuals"], rows, colour, colour, plain(name))
    labels = [_name_at(size, name, most, len(frames), colour)]
    for row, label, said in zip(rows, frames["label"], frames["said"], strict=True):
        labels += [
            _row_label(row, f"<b>{plain(label)}</b>", 27),
            _row_label(row, plain(said), 11),
        ]
    # All at once: Plotly copies the whole list for each one that is added.
    drawn.update_layout(annotations=labels)
    low, high = _LEAST, max(most, 1000) * 1.6
    drawn.update_xaxes(
        type="log",
        range=[log10(low), log10(high)],
        tickvals=_TICKS,
        ticktext=[short_number(tick) for tick in _TICKS],
        tickangle=0,
    )
    drawn.update_yaxes(visible=False, range=[-0.35, len(frames) - 0.1])
    return drawn


def timeline(events: pd.DataFrame) -> go.Figure:
    """Events down the page in order, each dot at its day on the axis, its words beside it.

    `events` has happened_on, ended_on, said_when, label and phase. A date known only by month or
    year is a bar from its first to its last possible day.
    """
    start, end = events["happened_on"].min(), events["ended_on"].max()
    span = max((end - start).days, 60)
    labels = [_wrapped(row, start, span) for row in events.itertuples()]
    heights = [_LINE * (1 + len(lines)) + _GAP for lines in labels]
    total = sum(heights)
    middles = [sum(heights[:at]) + height / 2 for at, height in enumerate(heights)]
    drawn = figure(total + 40)
    rows = list(zip(events.itertuples(), middles, labels, strict=True))
    exact = [(row, y) for row, y, _ in rows if row.ended_on == row.happened_on]
    drawn.add_scatter(
        x=[row.happened_on for row, _ in exact],
        y=[y for _, y in exact],
        mode="markers",
        marker={"color": [PHASE_COLOURS[row.phase] for row, _ in exact], "size": 12},
        hoverinfo="skip",
    )
    drawn.update_layout(
        annotations=[
            _event_label(row, y, lines, is_early=_share(row, start, span) <= 0.5)
            for row, y, lines in rows
        ],
        shapes=[_bar(row, y) for row, y, _ in rows if row.ended_on > row.happened_on],
    )
    pad = pd.Timedelta(days=span * 0.03)
    drawn.update_xaxes(
        side="top",
        type="date",
        range=[start - pad, start + pd.Timedelta(days=span) + pad],
        nticks=5,
        hoverformat="%-d %b %Y",
    )
    drawn.update_yaxes(visible=False, range=[total, 0])
    return drawn


def _others(drawn: go.Figure, frames: pd.DataFrame, rows: range) -> None:
    # Arrays, as Plotly looks at each member of a list (8 ms).
    lengths = frames["sizes"].map(len).to_numpy()
    drawn.add_scatter(
        x=np.array([size for sizes in frames["sizes"] for size in sizes]),
        y=np.repeat(np.array(rows), lengths),
        mode="markers",
        marker={"color": alpha(QUIET, 0.45), "size": 7},
        hovertemplate="%{x:,} individuals<extra></extra>",
    )
    drawn.add_scatter(
        x=frames["median_individuals"],
        y=np.array(rows),
        mode="markers",
        marker={"symbol": "line-ns", "size": 13, "line": {"color": QUIET, "width": 2}},
        hovertemplate="Median %{x:,.0f}<extra></extra>",
    )


def _dots(drawn: go.Figure, sizes: pd.Series, rows: range, fill: str, line: str, said: str) -> None:
    drawn.add_scatter(
        x=sizes,
        y=np.array(rows),
        mode="markers",
        marker={"color": fill, "size": 13, "line": {"color": line, "width": 2}},
        cliponaxis=False,
        hovertemplate=f"%{{x:,}} individuals, {said}<extra></extra>",
    )


def _row_label(row: int, text: str, shift: int) -> dict:
    return {
        "text": text,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": row,
        "yshift": shift,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12, "color": INK},
    }


def _name_at(size: float, name: str, most: float, rows: int, colour: str) -> dict:
    """The name above its dots, on the side where there is room."""
    is_left = log10(max(size, 1)) < (log10(_LEAST) + log10(most)) / 2
    return {
        "text": f"<b>{plain(name[:40])} {short_number(size)}</b>",
        "x": log10(max(size, 1)),
        "y": rows - 0.25,
        "yanchor": "bottom",
        "xanchor": "left" if is_left else "right",
        "showarrow": False,
        "font": {"size": 13, "color": colour},
    }


def _bar(row, y: float) -> dict:
    """A date known by its month or year: a bar over all days that it can mean."""
    return {
        "type": "rect",
        "x0": row.happened_on,
        "x1": row.ended_on,
        "y0": y - 5,
        "y1": y + 5,
        "line": {"width": 0},
        "fillcolor": alpha(PHASE_COLOURS[row.phase], 0.45),
    }


def _event_label(row, y: float, lines: list[str], *, is_early: bool) -> dict:
    side = "left" if is_early else "right"
    return {
        "text": "<br>".join([f"<b>{row.said_when}</b>", *(plain(line) for line in lines)]),
        "x": row.ended_on if is_early else row.happened_on,
        "y": y,
        "xshift": 12 if is_early else -12,
        "xanchor": side,
        "align": side,
        "showarrow": False,
        "font": {"size": 13, "color": INK},
    }


def _share(row, start: pd.Timestamp, span: int) -> float:
    """How far along the axis an event lies, 0 to 1."""
    middle = row.happened_on + (row.ended_on - row.happened_on) / 2
    return (middle - start).days / span


def _wrapped(row, start: pd.Timestamp, span: int) -> list[str]:
    """The label in lines that fit beside the dot on a phone."""
    at = _share(row, start, span)
    ends = (
        (row.ended_on - start).days / span if at <= 0.5 else (row.happened_on - start).days / span
    )
    room = 1 - ends if at <= 0.5 else ends
    return textwrap.wrap(row.label, max(16, int(room * _PHONE_LETTERS) - 3))
