"""How much of all individuals the largest reports hold."""

import pandas as pd
import plotly.graph_objects as go

from charts.size import percent
from charts.theme import ACCENT, alpha, figure


def held(groups: pd.DataFrame) -> go.Figure:
    """One bar for each group of reports, the largest first: the share of individuals it holds.

    `groups` has above_share, top_share, reports, held_share.
    """
    shown = groups[groups["reports"] > 0].iloc[::-1]
    bars = {
        "type": "bar",
        "x": shown["held_share"],
        "y": [_group(row) for row in shown.itertuples()],
        "orientation": "h",
        "marker": {"color": [ACCENT, *[alpha(ACCENT, 0.45)] * (len(shown) - 1)][::-1]},
        "text": [f"<b>{percent(part)}</b>" for part in shown["held_share"]],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": shown[["reports", "individuals_affected"]],
        "hovertemplate": "%{customdata[0]:,} reports: %{customdata[1]:,}<extra></extra>",
    }
    layout = {
        "xaxis": {"visible": False, "range": [0, shown["held_share"].max() * 1.18]},
        "yaxis": {"showgrid": False, "ticks": ""},
    }
    return figure(46 * len(shown) + 12, data=[bars], layout=layout)


def _group(row: tuple) -> str:
    width = f"{row.top_share - row.above_share:.0%}"
    if row.above_share == 0:
        return f"Largest {width}"
    return "Smaller half" if row.top_share == 1 else f"Next {width}"
