"""Figures of the map page: the country as outlines, and as tiles that read on a phone."""

import pandas as pd
import plotly.graph_objects as go

from charts.theme import figure

_SHADES = [[0, "#dcecf0"], [0.25, "#a5d0da"], [0.5, "#5fadbf"], [0.75, "#1f8299"], [1, "#0a4f60"]]

# Column and row of each state's tile.
_TILES = {
    "AK": (0, 0), "ME": (10, 0),
    "VT": (9, 1), "NH": (10, 1),
    "WA": (0, 2), "ID": (1, 2), "MT": (2, 2), "ND": (3, 2), "MN": (4, 2), "IL": (5, 2),
    "WI": (6, 2), "MI": (7, 2), "NY": (8, 2), "RI": (9, 2), "MA": (10, 2),
    "OR": (0, 3), "NV": (1, 3), "WY": (2, 3), "SD": (3, 3), "IA": (4, 3), "IN": (5, 3),
    "OH": (6, 3), "PA": (7, 3), "NJ": (8, 3), "CT": (9, 3),
    "CA": (0, 4), "UT": (1, 4), "CO": (2, 4), "NE": (3, 4), "MO": (4, 4), "KY": (5, 4),
    "WV": (6, 4), "VA": (7, 4), "MD": (8, 4), "DE": (9, 4),
    "AZ": (1, 5), "NM": (2, 5), "KS": (3, 5), "AR": (4, 5), "TN": (5, 5), "NC": (6, 5),
    "SC": (7, 5), "DC": (8, 5),
    "OK": (3, 6), "LA": (4, 6), "MS": (5, 6), "AL": (6, 6), "GA": (7, 6),
    "HI": (0, 7), "TX": (3, 7), "FL": (8, 7),
}  # fmt: skip

_COLOUR_BAR = {
    "orientation": "h",
    "thickness": 9,
    "len": 0.36,
    "x": 0.02,
    "xanchor": "left",
    "y": 1.0,
    "yanchor": "bottom",
    "outlinewidth": 0,
    "tickformat": "~s",
    "nticks": 4,
}
_SAID = ["state", "name", "reports", "largest_entity_name"]
_HOVER = (
    "%{customdata[1]}: %{z:,.1f}<br>%{customdata[2]:,} reports, the largest by "
    "%{customdata[3]}<extra></extra>"
)


def outlines(found: pd.DataFrame, column: str) -> go.Figure:
    """The states shaded by `column`; those with few reports are pale."""
    well_known = found.loc[~found["is_small"], column]
    top = float((well_known if len(well_known) else found[column]).max())
    maps = [
        {
            "type": "choropleth",
            "locations": part["state"],
            "z": part[column],
            "locationmode": "USA-states",
            "colorscale": _SHADES,
            "zmin": 0,
            "zmax": top,
            "marker": {
                "line": {"color": "#ffffff", "width": 0.8},
                "opacity": 0.35 if is_small else 1,
            },
            "showscale": not is_small,
            "colorbar": _COLOUR_BAR,
            "customdata": part[_SAID],
            "hovertemplate": _HOVER,
        }
        for is_small, part in found.groupby("is_small")
    ]
    layout = {
        "geo": {
            "scope": "usa",
            "bgcolor": "rgba(0,0,0,0)",
            "showlakes": False,
            "showframe": False,
        },
        "margin": {"l": 0, "r": 0, "t": 36, "b": 0},
    }
    return figure(430, data=maps, layout=layout)


def tiles(found: pd.DataFrame, column: str) -> go.Figure:
    """One square a state, where it lies, with code and figure; it scales with the screen."""
    shown = found[found["state"].isin(_TILES) & found[column].notna()]
    ranked = shown.loc[~shown["is_small"], column]
    squares = {
        "type": "heatmap",
        "x": [_TILES[state][0] for state in shown["state"]],
        "y": [_TILES[state][1] for state in shown["state"]],
        "z": shown[column],
        "zmin": 0,
        "zmax": float(ranked.max()) if len(ranked) else None,
        "colorscale": _SHADES,
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "hoverongaps": False,
        "text": [
            f"<b>{state}</b><br>{value:,.0f}{'*' if small else ''}"
            for state, value, small in zip(
                shown["state"], shown[column], shown["is_small"], strict=True
            )
        ],
        "texttemplate": "%{text}",
        "textfont": {"size": 10},
        "customdata": shown[_SAID],
        "hovertemplate": _HOVER,
    }
    layout = {
        "xaxis": {"visible": False, "range": [-0.6, 10.6]},
        "yaxis": {"visible": False, "range": [7.6, -0.6]},
    }
    return figure(430, data=[squares], layout=layout)
