"""Figures of the overview."""

import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, alpha, figure, plain


def individuals_by_year(yearly: pd.DataFrame, *, running_year: int | None) -> go.Figure:
    """Stacked columns: every other report of the year, and the largest one apart.

    `yearly` has period_on, individuals_affected, largest_individuals, largest_entity_name; the
    running year is hatched.
    """
    years = yearly["period_on"].dt.year
    largest = yearly["largest_individuals"]
    others = yearly["individuals_affected"] - largest
    pattern = ["/" if year == running_year else "" for year in years]
    shape = {"shape": pattern, "solidity": 0.35}
    columns = [
        {
            "type": "bar",
            "x": years,
            "y": others,
            "name": "All other reports",
            "marker": {"color": ACCENT, "pattern": shape},
            "hovertemplate": "%{x}: %{y:,} in all other reports<extra></extra>",
        },
        {
            "type": "bar",
            "x": years,
            "y": largest,
            "name": "Largest report of the year",
            "marker": {"color": alpha(ACCENT, 0.42), "pattern": shape},
            "text": [plain(name) for name in yearly["largest_entity_name"].fillna("")],
            "textposition": "none",
            "hovertemplate": "%{x}: %{y:,} in the largest, %{text}<extra></extra>",
        },
    ]
    layout = {
        "barmode": "stack",
        "showlegend": True,
        "xaxis": {"nticks": 10, "tickformat": "d"},
        "yaxis": {"nticks": 6, "tickformat": "~s", "rangemode": "tozero"},
    }
    return figure(data=columns, layout=layout)
