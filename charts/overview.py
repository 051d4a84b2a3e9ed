"""Figures of the overview."""

import pandas as pd
import plotly.graph_objects as go

from charts.periods import time_axis
from charts.theme import ACCENT, INK, QUIET, figure, plain, short_number, word

_NAME_LETTERS = 24
# A name reaches over the columns of so many years on either side.
_REACH = 5


def individuals_by_year(yearly: pd.DataFrame, *, running_year: int | None) -> go.Figure:
    """Stacked columns: every other report of the year, and on top the largest one, named where it
    makes the year.

    `yearly` has period_on, individuals_affected, largest_individuals, largest_entity_name; the
    running year is hatched.
    """
    years = yearly["period_on"].dt.year
    total, largest = yearly["individuals_affected"], yearly["largest_individuals"]
    shape = {
        "shape": ["/" if year == running_year else "" for year in years],
        "solidity": 0.35,
    }
    columns = [
        {
            "type": "bar",
            "x": years,
            "y": total - largest,
            "name": "All other reports",
            "marker": {"color": QUIET, "pattern": shape},
            "hovertemplate": "%{x}: %{y:,} in all other reports<extra></extra>",
        },
        {
            "type": "bar",
            "x": years,
            "y": largest,
            "name": "Largest report of the year",
            "marker": {"color": ACCENT, "pattern": shape},
            "text": [plain(name) for name in yearly["largest_entity_name"].fillna("")],
            "textposition": "none",
            "hovertemplate": "%{x}: %{y:,} in the largest, %{text}<extra></extra>",
        },
    ]
    layout = {
        "annotations": _named(yearly),
        "barmode": "stack",
        "showlegend": True,
        "xaxis": time_axis(yearly["period_on"], "year"),
        "yaxis": {
            "nticks": 6,
            "tickformat": "~s",
            # Room for a name above the highest column.
            "range": [0, max(float(total.max()) * 1.14, 1)],
        },
    }
    return figure(data=columns, layout=layout)


def _named(yearly: pd.DataFrame) -> list[dict]:
    """Names of the two largest reports that are half of their year, above their columns; none where
    a higher column stands in the way."""
    total, largest = yearly["individuals_affected"], yearly["largest_individuals"]
    highest = total.rolling(2 * _REACH + 1, center=True, min_periods=1).max()
    first, last = yearly["period_on"].dt.year.agg(["min", "max"])
    words = []
    for index in (
        largest[(largest >= total / 2) & (total > 0) & (total == highest)].nlargest(2).index
    ):
        year = yearly.loc[index, "period_on"].year
        along = (year - first) / max(last - first, 1)
        name = str(yearly.loc[index, "largest_entity_name"])
        short = name if len(name) <= _NAME_LETTERS else f"{name[:_NAME_LETTERS].rstrip(' ,')}…"
        is_middle = 0.3 < along < 0.7
        words.append(
            word(
                f"<b>{plain(short)}</b> {short_number(largest[index])}",
                x=year,
                y=total[index],
                xanchor="center" if is_middle else "left" if along <= 0.3 else "right",
                xshift=0 if is_middle else -10 if along <= 0.3 else 14,
                yanchor="bottom",
                yshift=2,
                font={"size": 12, "color": INK},
            )
        )
    return words
