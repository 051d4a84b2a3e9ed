"""Figures of the report page."""

from math import log10

import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, INK, figure, log_axis


def count_history(seen: pd.DataFrame) -> go.Figure:
    """The count in each export, on a log scale; each value is written where it is first seen.

    `seen` has retrieved_on and individuals_affected, oldest first.
    """
    counts = seen.dropna(subset=["individuals_affected"])
    sizes = counts["individuals_affected"].astype(int)
    drawn = figure(260)
    drawn.add_scatter(
        x=counts["retrieved_on"],
        y=sizes,
        mode="lines+markers",
        line={"color": ACCENT, "width": 2, "dash": "dot"},
        marker={"size": 10},
        hovertemplate="%{x|%-d %b %Y}: %{y:,}<extra></extra>",
    )
    days = counts["retrieved_on"]
    middle = days.min() + (days.max() - days.min()) / 2
    for when, size in zip(days[_is_new(sizes)], sizes[_is_new(sizes)], strict=True):
        drawn.add_annotation(
            text=f"<b>{size:,}</b>",
            x=when,
            y=log10(max(size, 1)),
            yshift=-18 if size == sizes.min() else 18,
            xanchor="left" if when < middle else "right",
            showarrow=False,
            font={"color": INK},
        )
    low, high = max(sizes.min(), 1) / 8, sizes.max() * 6
    drawn.update_yaxes(**log_axis(max(low, 600), high), range=[log10(low), log10(high)])
    drawn.update_xaxes(tickvals=days, tickformat="%b %Y", range=_padded(days))
    return drawn


def _is_new(sizes: pd.Series) -> pd.Series:
    return sizes.ne(sizes.shift())


def _padded(days: pd.Series) -> list[pd.Timestamp]:
    pad = (days.max() - days.min()) * 0.06
    return [days.min() - pad, days.max() + pad]
