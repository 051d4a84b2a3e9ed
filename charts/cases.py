"""Where one report stands among the others: a strip a frame, the one among them coloured."""

from math import log10

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, QUIET, alpha, figure, named, plain, short_number, shortened, word

SECOND = "#d8572f"
# Room for a strip with two lines above it, for a third line, and for the name on top.
_STRIP, _LINE, _TOP = 70, 15, 30
# A little below the 500 from which HHS publishes reports.
_LEAST = 430
# Few enough to stand side by side on a phone.
_TICKS = (500, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)


def strips(frames: pd.DataFrame, name: str, *, most: float, colour: str = ACCENT) -> go.Figure:
    """One strip a frame: the others' sizes as grey dots, their median as a tick, the one coloured.

    `frames` has label, said, said_then, individuals, sizes, median_individuals and, where the count
    was another one then, individuals_then (drawn hollow); `most` is the largest size that the axis
    must hold, so that two such figures can share it.
    """
    rows = np.arange(len(frames) - 1, -1, -1)
    size = frames["individuals"].iloc[0]
    data = _others(frames, rows)
    if "individuals_then" in frames and (frames["individuals_then"] != size).any():
        data.append(_dots(frames["individuals_then"], rows, "rgba(0, 0, 0, 0)", colour, "then"))
    data.append(_dots(frames["individuals"], rows, colour, colour, plain(name)))
    strip = _STRIP + _LINE * bool(frames["said_then"].any())
    return figure(
        _TOP + strip * len(frames) + 30,
        data=data,
        layout={
            "annotations": [
                _name_at(size, name, most, len(frames), colour),
                *(_row_label(*row) for row in zip(rows, *_words(frames), strict=True)),
            ],
            "xaxis": {
                "type": "log",
                "range": [log10(_LEAST), log10(max(most, 1000) * 1.6)],
                "tickvals": _TICKS,
                "ticktext": [short_number(tick) for tick in _TICKS],
                "tickangle": 0,
            },
            "yaxis": {"visible": False, "range": [-0.35, len(frames) - 0.1]},
        },
    )


def _words(frames: pd.DataFrame) -> list[pd.Series]:
    return [frames[column] for column in ("label", "said", "said_then")]


def _others(frames: pd.DataFrame, rows: np.ndarray) -> list[dict]:
    return [
        {
            "type": "scatter",
            "x": [size for sizes in frames["sizes"] for size in sizes],
            "y": np.repeat(rows, frames["sizes"].map(len).to_numpy()),
            "mode": "markers",
            "marker": {"color": alpha(QUIET, 0.45), "size": 7},
            "hovertemplate": "%{x:,} individuals<extra></extra>",
        },
        {
            "type": "scatter",
            "x": frames["median_individuals"],
            "y": rows,
            "mode": "markers",
            "marker": {"symbol": "line-ns", "size": 13, "line": {"color": QUIET, "width": 2}},
            "hovertemplate": "Median %{x:,.0f}<extra></extra>",
        },
    ]


def _dots(sizes: pd.Series, rows: np.ndarray, fill: str, line: str, said: str) -> dict:
    return {
        "type": "scatter",
        "x": sizes,
        "y": rows,
        "mode": "markers",
        "marker": {"color": fill, "size": 13, "line": {"color": line, "width": 2}},
        "cliponaxis": False,
        "hovertemplate": f"%{{x:,}} individuals, {said}<extra></extra>",
    }


def _row_label(row: int, label: str, said: str, said_then: str) -> dict:
    lines = [
        f"<b>{plain(shortened(label, 48))}</b>",
        plain(said),
        *([plain(said_then)] if said_then else []),
    ]
    return word(
        "<br>".join(lines),
        x=0,
        xref="paper",
        xanchor="left",
        align="left",
        y=row,
        yshift=9,
        yanchor="bottom",
        font={"size": 12},
    )


def _name_at(size: float, name: str, most: float, rows: int, colour: str) -> dict:
    """The name above its dots, on the side where there is room."""
    is_left = log10(max(size, 1)) < (log10(_LEAST) + log10(most)) / 2
    return word(
        f"<b>{named(plain(shortened(name, 26)), colour, '●')} {short_number(size)}</b>",
        x=log10(max(size, 1)),
        y=rows - 0.25,
        yanchor="bottom",
        xanchor="left" if is_left else "right",
        font={"size": 13},
    )
