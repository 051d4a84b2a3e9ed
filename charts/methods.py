"""Figures of the methods page."""

import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, QUIET, figure

_COLOURS = {"agrees": ACCENT, "differs, explained": QUIET, "differs": "#d8572f"}


def reconciliation(figures: pd.DataFrame) -> go.Figure:
    """One point a published figure: when its period ended, and computed over published (log)."""
    drawn = figure(360)
    for verdict, colour in _COLOURS.items():
        part = figures[(figures["verdict"] == verdict) & (figures["published"] > 0)]
        drawn.add_scatter(
            x=part["to_on"],
            y=part["computed"] / part["published"],
            mode="markers",
            name=verdict.capitalize(),
            marker={"size": 9, "color": colour, "opacity": 0.85},
            customdata=part[["published", "computed", "source", "definition"]],
            hovertemplate=(
                "%{customdata[2]}<br>%{customdata[3]}<br>published %{customdata[0]:,.5~g}, "
                "computed %{customdata[1]:,.5~g}<extra></extra>"
            ),
        )
    drawn.add_hline(y=1, line={"color": QUIET, "width": 1})
    drawn.update_layout(showlegend=True)
    ticks = [0.5, 0.8, 1, 1.25, 2]
    drawn.update_yaxes(
        type="log", tickvals=ticks, ticktext=["half", "0.8", "equal", "1.25", "twice"]
    )
    return drawn
