"""Figures of the sectors page."""

import math

import pandas as pd
import plotly.graph_objects as go

from charts.theme import (
    BREACH_TYPE_COLOURS,
    ENTITY_TYPE_COLOURS,
    FAINT,
    QUIET,
    alpha,
    figure,
    log_axis,
)

_SHADES = [[0, "rgba(20,138,163,0.06)"], [0.5, "rgba(20,138,163,0.5)"], [1, "#0f6f84"]]


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
    """Types of breach by entity types, each cell the share of the entity type's reports."""
    table = found.pivot(index="breach_type", columns="entity_type", values="type_share").fillna(0)
    entity_types = [name for name in ENTITY_TYPE_COLOURS if name in table.columns]
    types = [name for name in BREACH_TYPE_COLOURS if name in table.index][::-1]
    table = table.loc[types, entity_types]
    drawn = figure(90 + 40 * len(types))
    drawn.add_heatmap(
        x=[name.replace(" ", "<br>") for name in entity_types],
        y=[
            name.replace("Access/Disclosure", "access").replace("/IT Incident", "")
            for name in types
        ],
        z=table.to_numpy() ** 0.7,
        zmin=0,
        zmax=1,
        colorscale=_SHADES,
        showscale=False,
        xgap=3,
        ygap=3,
        text=[[f"{value:.0%}" if value >= 0.005 else "" for value in row] for row in table.values],
        texttemplate="%{text}",
        textfont={"size": 13},
        customdata=table.to_numpy(),
        hovertemplate="%{y}: %{customdata:.1%}<extra></extra>",
    )
    drawn.update_xaxes(side="top", ticks="", tickangle=0, tickfont={"size": 12})
    drawn.update_yaxes(ticks="", showgrid=False)
    return drawn
