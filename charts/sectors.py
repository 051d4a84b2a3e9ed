"""Figures of the sectors page."""

import math

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from charts.theme import (
    BREACH_TYPE_COLOURS,
    ENTITY_TYPE_COLOURS,
    FAINT,
    QUIET,
    alpha,
    figure,
    log_axis,
)


def compare(found: pd.DataFrame, measure: str, *, as_share: bool, as_log: bool) -> go.Figure:
    """One row an entity type: the estimate as a point, its interval as a line."""
    rows = found.sort_values(measure)
    drawn = figure(70 + 46 * len(rows), right=24)
    colours = [ENTITY_TYPE_COLOURS.get(member, QUIET) for member in rows["member"]]
    for row, colour in zip(rows.itertuples(), colours, strict=True):
        drawn.add_scatter(
            x=[getattr(row, f"{measure}_low"), getattr(row, f"{measure}_high")],
            y=[row.member, row.member],
            mode="lines",
            line={"color": alpha(colour, 0.45), "width": 6},
            hoverinfo="skip",
        )
    shown = "%{x:.0%}" if as_share else "%{x:,.0f}"
    drawn.add_scatter(
        x=rows[measure],
        y=rows["member"],
        mode="markers+text",
        marker={
            "size": 13,
            "color": colours,
            "symbol": ["circle-open" if small else "circle" for small in rows["is_small"]],
        },
        text=[f"{value:.0%}" if as_share else f"{value:,.0f}" for value in rows[measure]],
        textposition="top center",
        cliponaxis=False,
        customdata=rows[[f"{measure}_low", f"{measure}_high", "reports"]],
        hovertemplate=shown + ", %{customdata[2]:,} reports<extra>%{y}</extra>",
    )
    low, high = rows[f"{measure}_low"].min(), rows[f"{measure}_high"].max()
    if as_log:
        drawn.update_xaxes(**log_axis(min(500, low), high * 1.5), showgrid=True, gridcolor=FAINT)
    else:
        drawn.update_xaxes(
            rangemode="tozero",
            tickformat=".0%" if as_share else ",",
            showgrid=True,
            gridcolor=FAINT,
            nticks=7,
        )
    drawn.update_yaxes(type="category", showgrid=False, range=[-0.6, len(rows) - 0.3])
    return drawn


def exceedance(bands: pd.DataFrame) -> go.Figure:
    """One falling line an entity type with its band, on log axes, named where it stands alone."""
    drawn = figure(430)
    for member, colour in ENTITY_TYPE_COLOURS.items():
        line = bands[(bands["member"] == member) & (bands["share_at_least"] > 0)]
        if line.empty:
            continue
        drawn.add_scatter(
            x=[*line["individuals_affected"], *line["individuals_affected"][::-1]],
            y=[*line["high"], *line["low"].clip(lower=1e-6)[::-1]],
            fill="toself",
            fillcolor=alpha(colour, 0.13),
            line={"width": 0},
            hoverinfo="skip",
            showlegend=False,
        )
        drawn.add_scatter(
            x=line["individuals_affected"],
            y=line["share_at_least"],
            mode="lines",
            name=member,
            line={"color": colour, "width": 2.5},
            hovertemplate="%{x:,.0f} or more: %{y:.1%}<extra>" + member + "</extra>",
        )
    shown = bands[bands["share_at_least"] > 0]
    drawn.update_layout(showlegend=True)
    drawn.update_xaxes(**log_axis(500, float(shown["individuals_affected"].max())))
    drawn.update_yaxes(
        type="log",
        dtick=1,
        tickformat=".2~%",
        range=[math.log10(shown["share_at_least"].min() / 1.6), 0.05],
    )
    return drawn


def mix(found: pd.DataFrame) -> go.Figure:
    """One small bar chart an entity type, on one scale."""
    entity_types = [name for name in ENTITY_TYPE_COLOURS if name in set(found["entity_type"])]
    types = [name for name in BREACH_TYPE_COLOURS if name in set(found["breach_type"])][::-1]
    drawn = make_subplots(
        rows=1,
        cols=len(entity_types),
        shared_yaxes=True,
        subplot_titles=[name.replace("Healthcare ", "Healthcare<br>") for name in entity_types],
        horizontal_spacing=0.03,
        figure=figure(90 + 34 * len(types)),
    )
    for place, entity_type in enumerate(entity_types, start=1):
        part = found[found["entity_type"] == entity_type].set_index("breach_type")["type_share"]
        part = part.reindex(types).fillna(0)
        drawn.add_bar(
            x=part,
            y=types,
            orientation="h",
            marker={"color": [BREACH_TYPE_COLOURS[name] for name in types]},
            text=[f"{value:.0%}" if value >= 0.005 else "" for value in part],
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{y}: %{x:.1%}<extra>" + entity_type + "</extra>",
            row=1,
            col=place,
        )
    drawn.update_xaxes(visible=False, range=[0, 1.15])
    drawn.update_yaxes(showgrid=False, automargin=True)
    drawn.update_annotations(font={"size": 13})
    drawn.update_layout(margin={"t": 48})
    return drawn
