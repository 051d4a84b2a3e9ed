"""Figures of the methods page."""

import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, QUIET, figure

_COLOURS = {"agrees": ACCENT, "differs, explained": QUIET, "differs": "#d8572f"}


def reconciliation(figures: pd.DataFrame) -> go.Figure:
    """One point a published figure: when its period ended, and computed over published (log)."""
    traces = []
    for verdict, colour in _COLOURS.items():
        part = figures[(figures["verdict"] == verdict) & (figures["published"] > 0)]
        traces.append(
            {
                "type": "scatter",
                "x": part["to_on"],
                "y": part["computed"] / part["published"],
                "mode": "markers",
                "name": verdict.capitalize(),
                "marker": {"size": 9, "color": colour, "opacity": 0.85},
                "customdata": part[["published", "computed", "source", "definition"]],
                "hovertemplate": (
                    "%{customdata[2]}<br>%{customdata[3]}<br>published %{customdata[0]:,.5~g}, "
                    "computed %{customdata[1]:,.5~g}<extra></extra>"
                ),
            }
        )
    equal = {
        "type": "line",
        "x0": 0,
        "x1": 1,
        "xref": "paper",
        "y0": 1,
        "y1": 1,
        "line": {"color": QUIET, "width": 1},
    }
    layout = {
        "showlegend": True,
        "shapes": [equal],
        "yaxis": {
            "type": "log",
            "tickvals": [0.5, 0.8, 1, 1.25, 2],
            "ticktext": ["half", "0.8", "equal", "1.25", "twice"],
        },
    }
    return figure(360, data=traces, layout=layout)
