"""Figures of the methods page."""

from math import log10

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, FAINT, QUIET, figure, word

# Verdicts in the order of the rows, each with its colour and what is said of it.
_ROWS = {
    "agrees": (ACCENT, "found again, within 1% or rounding"),
    "differs, explained": (QUIET, "differ for a known reason"),
    "differs": ("#d8572f", "differ without one"),
}
_TICKS = {0.25: "a quarter", 0.5: "half", 1: "equal", 2: "twice", 4: "four times"}
_ROW, _DOT = 150, 9


def reconciliation(figures: pd.DataFrame) -> go.Figure:
    """One dot a published figure, a row a verdict, at computed over published on a log scale.

    Dots that would cover each other stand below each other. `figures` has verdict, published,
    computed, source and definition; published and computed are above 0.
    """
    ratios = figures["computed"] / figures["published"]
    reach = max(2.0, ratios.max(), 1 / ratios.min()) * 1.1
    rows = [verdict for verdict in _ROWS if (figures["verdict"] == verdict).any()]
    heights = {verdict: len(rows) - 1 - at for at, verdict in enumerate(rows)}
    counts = figures["verdict"].value_counts()
    return figure(
        _ROW * len(rows) + 30,
        data=[_row(figures[figures["verdict"] == row], heights[row], row, reach) for row in rows],
        layout={
            "annotations": [
                word(
                    f"<b>{counts[verdict]}</b> {_ROWS[verdict][1]}",
                    x=0,
                    xref="paper",
                    xanchor="left",
                    y=height + 0.44,
                    yanchor="middle",
                )
                for verdict, height in heights.items()
            ],
            "shapes": [_equal(height) for height in heights.values()],
            "xaxis": {
                "type": "log",
                "range": [-log10(reach), log10(reach)],
                "tickvals": list(_TICKS),
                "ticktext": list(_TICKS.values()),
                "showgrid": True,
                "gridcolor": FAINT,
            },
            "yaxis": {"visible": False, "range": [-0.5, len(rows) - 0.45]},
        },
    )


def _row(part: pd.DataFrame, height: int, verdict: str, reach: float) -> dict:
    ratios = (part["computed"] / part["published"]).to_numpy()
    return {
        "type": "scatter",
        "x": ratios,
        "y": height + _swarm(np.log10(ratios), 2 * log10(reach)),
        "mode": "markers",
        "marker": {"size": _DOT, "color": _ROWS[verdict][0]},
        "customdata": part[["published", "computed", "source", "definition"]],
        "hovertemplate": (
            "%{customdata[2]}<br>%{customdata[3]}<br>published %{customdata[0]:,.5~g}, "
            "computed %{customdata[1]:,.5~g}<extra></extra>"
        ),
    }


def _swarm(places: np.ndarray, span: float) -> np.ndarray:
    """How far above or below its row each dot stands, so that on a phone none covers another."""
    columns = np.round(places / span * 300 / _DOT).astype(int)
    offsets = np.zeros(len(places))
    for column in np.unique(columns):
        at = np.flatnonzero(columns == column)
        step = min(_DOT + 1, 100 / len(at)) / _ROW
        offsets[at] = (np.arange(len(at)) - (len(at) - 1) / 2) * step
    return offsets - 0.05


def _equal(height: int) -> dict:
    """The line of agreement beside the dots of a row, below its words."""
    return {
        "type": "line",
        "layer": "below",
        "x0": 1,
        "x1": 1,
        "y0": height - 0.5,
        "y1": height + 0.36,
        "line": {"color": QUIET, "width": 1},
    }
