"""Figures of the revisions page."""

import math

import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, QUIET, alpha, figure, log_axis

_NAMED = 5


def before_and_after(changes: pd.DataFrame) -> go.Figure:
    """One point a revision on log axes, with the line of no change; the largest are named."""
    known = changes.dropna(subset=["old_count", "new_count"])
    drawn = figure(460)
    top = float(known[["old_count", "new_count"]].max().max())
    drawn.add_scatter(
        x=[500, top],
        y=[500, top],
        mode="lines",
        line={"color": QUIET, "width": 1},
        hoverinfo="skip",
    )
    drawn.add_scatter(
        x=known["old_count"],
        y=known["new_count"],
        mode="markers",
        marker={
            "size": 8,
            "color": [
                ACCENT if new > old else "#d8572f"
                for old, new in zip(known["old_count"], known["new_count"], strict=True)
            ],
            "opacity": 0.6,
        },
        customdata=known[["entity_name"]],
        hovertemplate="%{customdata[0]}: %{x:,} to %{y:,}<extra></extra>",
    )
    last = math.inf
    for row in known.head(_NAMED).itertuples():
        at = math.log10(max(row.new_count, 1))
        if last - at < 0.26:
            continue
        last = at
        is_right = row.old_count > top / 50
        drawn.add_annotation(
            x=math.log10(row.old_count),
            y=at,
            text=row.entity_name[:34].replace("<", "&lt;"),
            xanchor="right" if is_right else "left",
            xshift=-9 if is_right else 9,
            showarrow=False,
            font={"size": 12},
        )
    drawn.update_xaxes(**log_axis(500, top), title={"text": "before"})
    drawn.update_yaxes(**log_axis(500, top), title={"text": "after"})
    return drawn


def fates(by_age: pd.DataFrame) -> go.Figure:
    """One row an age: the share that was raised, with its interval."""
    rows = by_age.iloc[::-1]
    drawn = figure(70 + 42 * len(rows), right=30)
    for row in rows.itertuples():
        drawn.add_scatter(
            x=[row.low, row.high],
            y=[row.age, row.age],
            mode="lines",
            line={"color": alpha(ACCENT, 0.4), "width": 6},
            hoverinfo="skip",
        )
    drawn.add_scatter(
        x=rows["share"],
        y=rows["age"],
        mode="markers+text",
        marker={"size": 12, "color": ACCENT},
        text=[f"{row.raised} of {row.placeholders}" for row in rows.itertuples()],
        textposition="top center",
        hovertemplate="%{x:.0%}<extra>%{y}</extra>",
    )
    drawn.update_xaxes(tickformat=".0%", range=[0, 1.02], showgrid=True)
    drawn.update_yaxes(type="category", showgrid=False, range=[-0.5, len(rows) - 0.3])
    return drawn


def late(months: pd.DataFrame) -> go.Figure:
    """Columns by month of submission."""
    drawn = figure(260)
    drawn.add_bar(
        x=months["period_on"],
        y=months["reports"],
        marker={"color": ACCENT},
        hovertemplate="%{x|%B %Y}: %{y:,} reports<extra></extra>",
    )
    drawn.update_yaxes(rangemode="tozero")
    return drawn
