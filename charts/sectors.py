"""Figures of the sectors page."""

import math

import pandas as pd
import plotly.graph_objects as go

from charts.splits import SHORT
from charts.theme import (
    ACCENT,
    BREACH_TYPE_COLOURS,
    ENTITY_TYPE_COLOURS,
    FAINT,
    INK,
    QUIET,
    SHADES,
    alpha,
    figure,
    log_axis,
    named,
    plain,
    word,
)

_SHORT = SHORT | {"Health Plan": "Plan", "Business Associate": "Associate"}
_PEER_COLOURS = {"All": QUIET, "My peers": ACCENT}


def compare(found: pd.DataFrame, measure: str, *, as_share: bool, as_log: bool) -> go.Figure:
    """One row an entity type: the estimate as a point, its interval as a line."""
    rows = found.dropna(subset=measure).sort_values(measure)
    colours = [ENTITY_TYPE_COLOURS.get(member, QUIET) for member in rows["member"]]
    tell = "{:.0%}".format if as_share else _count
    intervals = [
        {
            "type": "scatter",
            "x": [low, high],
            "y": [member, member],
            "mode": "lines",
            "line": {"color": alpha(colour, 0.45), "width": 6},
            "hoverinfo": "skip",
        }
        for member, low, high, colour in zip(
            rows["member"], rows[f"{measure}_low"], rows[f"{measure}_high"], colours, strict=True
        )
    ]
    points = {
        "type": "scatter",
        "x": rows[measure],
        "y": rows["member"],
        "mode": "markers+text",
        "marker": {
            "size": 13,
            "color": colours,
            "symbol": ["circle-open" if small else "circle" for small in rows["is_small"]],
        },
        "text": [f"<b>{tell(value)}</b>" for value in rows[measure]],
        "textposition": "top center",
        "cliponaxis": False,
        "customdata": rows["reports"],
        "hovertemplate": ("%{x:.0%}" if as_share else "%{x:,.0f}")
        + ", %{customdata:,} reports<extra>%{y}</extra>",
    }
    low = rows[[measure, f"{measure}_low"]].min().min()
    high = rows[[measure, f"{measure}_high"]].max().max()
    across = {"showgrid": True, "gridcolor": FAINT}
    if as_log:
        across |= log_axis(low, high)
        across["range"] = [math.log10(low) - 0.06, math.log10(high) + 0.06]
    else:
        across |= {"tickformat": ".0%" if as_share else ",", "nticks": 6}
        across["range"] = [-0.02 * high, 1.08 * high]
    layout = {
        "xaxis": across,
        "yaxis": {"type": "category", "showgrid": False, "range": [-0.6, len(rows) - 0.3]},
    }
    return figure(70 + 46 * len(rows), right=24, data=[*intervals, points], layout=layout)


def _count(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}"


def exceedance(bands: pd.DataFrame) -> go.Figure:
    """One falling line an entity type with its band, on log axes, named above."""
    return _falling(bands, ENTITY_TYPE_COLOURS, _SHORT)


def peers(bands: pd.DataFrame) -> go.Figure:
    """The same for the peer group and for all."""
    return _falling(bands, _PEER_COLOURS, {})


def _falling(bands: pd.DataFrame, colours: dict[str, str], short: dict[str, str]) -> go.Figure:
    shown = bands[bands["share_at_least"] > 0]
    least = shown["share_at_least"].min() / 1.6
    traces, names = [], []
    for member, colour in colours.items():
        line = shown[shown["member"] == member]
        if line.empty:
            continue
        x, low = line["individuals_affected"], line["low"].clip(lower=least / 10)
        traces.append(
            {
                "type": "scatter",
                "x": [*x, *x[::-1]],
                "y": [*line["high"], *low[::-1]],
                "mode": "lines",
                "fill": "toself",
                "fillcolor": alpha(colour, 0.13),
                "line": {"width": 0},
                "hoverinfo": "skip",
            }
        )
        traces.append(
            {
                "type": "scatter",
                "x": x,
                "y": line["share_at_least"],
                "mode": "lines",
                "line": {"color": colour, "width": 2.5},
                "hovertemplate": "%{x:,.0f} or more: %{y:.1%}<extra>" + member + "</extra>",
            }
        )
        names.append(named(plain(short.get(member, member)), colour))
    # Lines cross where they end, so the names stand above them all.
    key = word("   ".join(names), x=0, y=1, xref="paper", yref="paper", xanchor="left")
    layout = {
        "annotations": [key | {"yanchor": "bottom", "yshift": 6, "font": {"size": 12}}],
        "xaxis": log_axis(501, float(shown["individuals_affected"].max())) | {"tickangle": 0},
        "yaxis": {
            "type": "log",
            "dtick": 1,
            "tickformat": ".2~%",
            "range": [math.log10(least), 0.05],
        },
        "margin": {"l": 8, "r": 16, "t": 34, "b": 8},
    }
    return figure(430, data=traces, layout=layout)


def mix(found: pd.DataFrame) -> go.Figure:
    """Types of breach by entity types, each cell the share of the entity type's reports."""
    table = found.pivot(index="breach_type", columns="entity_type", values="type_share").fillna(0)
    entity_types = [name for name in ENTITY_TYPE_COLOURS if name in table.columns]
    types = [name for name in BREACH_TYPE_COLOURS if name in table.index][::-1]
    shares = table.loc[types, entity_types].to_numpy()
    cells = {
        "type": "heatmap",
        "x": [_SHORT[name].replace(" ", "<br>") for name in entity_types],
        "y": [_SHORT.get(name, name) for name in types],
        "z": shares**0.7,
        "zmin": 0,
        "zmax": 1,
        "colorscale": SHADES,
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "text": [[f"{value:.0%}" if value >= 0.005 else "" for value in row] for row in shares],
        "texttemplate": "%{text}",
        "textfont": {"size": 13, "color": INK},
        "customdata": shares,
        "hovertemplate": "%{y}: %{customdata:.1%}<extra></extra>",
    }
    layout = {
        "xaxis": {"side": "top", "ticks": "", "tickangle": 0, "tickfont": {"size": 12}},
        "yaxis": {"ticks": "", "showgrid": False},
    }
    return figure(90 + 40 * len(types), data=[cells], layout=layout)
