"""Figures of the report page."""

from math import log10

import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, figure, log_axis, word


def count_history(seen: pd.DataFrame) -> go.Figure:
    """The count in each export, on a log scale; each value is written where it is first seen.

    `seen` has retrieved_on and individuals_affected, oldest first.
    """
    counts = seen.dropna(subset=["individuals_affected"])
    sizes = counts["individuals_affected"].astype(int)
    days = counts["retrieved_on"]
    is_new = _is_new(sizes)
    middle = days.min() + (days.max() - days.min()) / 2
    low, high = max(sizes.min(), 1) / 8, sizes.max() * 6
    return figure(
        260,
        data=[
            {
                "type": "scatter",
                "x": days,
                "y": sizes,
                "mode": "lines+markers",
                "line": {"color": ACCENT, "width": 2, "dash": "dot"},
                "marker": {"size": 10},
                "hovertemplate": "%{x|%-d %b %Y}: %{y:,}<extra></extra>",
            }
        ],
        layout={
            "annotations": [
                word(
                    f"<b>{size:,}</b>",
                    x=when,
                    y=log10(max(size, 1)),
                    yshift=-18 if size == sizes.min() else 18,
                    xanchor="left" if when < middle else "right",
                )
                for when, size in zip(days[is_new], sizes[is_new], strict=True)
            ],
            "yaxis": log_axis(max(low, 600), high) | {"range": [log10(low), log10(high)]},
            "xaxis": {"tickvals": list(days), "tickformat": "%b %Y", "range": _padded(days)},
        },
    )


def _is_new(sizes: pd.Series) -> pd.Series:
    return sizes.ne(sizes.shift())


def _padded(days: pd.Series) -> list[pd.Timestamp]:
    pad = (days.max() - days.min()) * 0.06
    return [days.min() - pad, days.max() + pad]
