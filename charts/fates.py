"""What became of placeholders, and which reports came late."""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, QUIET, alpha, figure, word

_MOST_LINES = 24
# A lone column would fill the chart: most of a month in milliseconds.
_MONTH = 26 * 86_400_000


def placeholders(by_age: pd.DataFrame) -> go.Figure:
    """One row an age: the share that was raised, with its interval and the numbers behind it."""
    rows = by_age.iloc[::-1]
    shares = {
        "type": "scatter",
        "x": rows["share"],
        "y": rows["age"],
        "error_x": {
            "symmetric": False,
            "array": rows["high"] - rows["share"],
            "arrayminus": rows["share"] - rows["low"],
            "color": alpha(ACCENT, 0.4),
            "thickness": 6,
            "width": 0,
        },
        "mode": "markers",
        "marker": {"size": 12, "color": ACCENT},
        "cliponaxis": False,
        "hovertemplate": "%{x:.0%}<extra>%{y}</extra>",
    }
    numbers = [
        word(
            f"<b>{row.raised}</b> of {row.placeholders}",
            x=row.share,
            y=row.age,
            yshift=16,
            font={"size": 13},
        )
        for row in rows.itertuples()
    ]
    layout = {
        "annotations": numbers,
        "xaxis": {"tickformat": ".0%", "range": [-0.04, 1.04], "showgrid": True, "nticks": 6},
        "yaxis": {"type": "category", "showgrid": False, "range": [-0.5, len(rows) - 0.3]},
    }
    return figure(60 + 48 * len(rows), right=24, data=[shares], layout=layout)


def late(months: pd.DataFrame, days: Sequence[date]) -> go.Figure:
    """Stacked columns by month of submission: still missing a year later, and the others.

    Exports made after the first month are dotted lines; `days` are those of all exports, newest
    first.
    """
    columns = [
        {
            "type": "bar",
            "x": months["period_on"],
            "y": reports,
            "name": name,
            "marker": {"color": colour},
            "width": _MONTH,
            "hovertemplate": "%{x|%B %Y}: %{y:,}<extra>%{fullData.name}</extra>",
        }
        for name, reports, colour in (
            ("Still missing a year later", months["over_a_year"], ACCENT),
            (
                "Missing for a month or more",
                months["reports"] - months["over_a_year"],
                alpha(ACCENT, 0.45),
            ),
        )
    ]
    first, until = months["period_on"].iloc[0].date(), days[0]
    shown = [day for day in days if first < day][:_MOST_LINES]
    layout = {
        "barmode": "stack",
        "showlegend": True,
        "shapes": [_export(day) for day in shown],
        "xaxis": {"range": [first - timedelta(days=60), until + timedelta(days=60)]},
        "yaxis": {"rangemode": "tozero", "tickformat": ",d"}
        | _whole_steps(months["reports"].max()),
    }
    return figure(280, data=columns, layout=layout)


def _whole_steps(most: int) -> dict:
    """Ticks of whole reports: left alone, Plotly would write halves as 0, 1, 1."""
    return {"dtick": 1} if most < 5 else {"nticks": 5}


def _export(day: date) -> dict:
    return {
        "type": "line",
        "x0": day,
        "x1": day,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": QUIET, "width": 1.5, "dash": "dot"},
    }
