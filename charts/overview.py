"""Figures of the overview."""

import pandas as pd
import plotly.graph_objects as go

from charts.periods import time_axis
from charts.theme import ACCENT, QUIET, figure, plain, short_number, shortened, word

_NAME_LETTERS = 25
# Over the columns of so many years a name reaches on a phone, when it stands beside its own column.
_REACH = 12


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
    years = yearly["period_on"].dt.year.to_numpy()
    total = yearly["individuals_affected"].to_numpy()
    largest = yearly["largest_individuals"].to_numpy()
    words = []
    for at in (-largest).argsort(kind="stable")[:2]:
        along = at / max(len(years) - 1, 1)
        to_the_left = _REACH if along >= 0.7 else _REACH // 2 if along > 0.3 else 0
        covered = total[max(at - to_the_left, 0) : at + _REACH - to_the_left + 1]
        if not largest[at] or largest[at] < total[at] / 2 or covered.max() > total[at]:
            continue
        name = str(yearly["largest_entity_name"].iloc[at])
        anchor, shift = {0: ("left", -10), _REACH: ("right", 14)}.get(to_the_left, ("center", 0))
        words.append(
            word(
                f"<b>{plain(shortened(name, _NAME_LETTERS))}</b> {short_number(largest[at])}",
                x=years[at],
                y=total[at],
                xanchor=anchor,
                xshift=shift,
                yanchor="bottom",
                yshift=2,
                font={"size": 12},
            )
        )
    return words
