"""Figures of the causes page."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from charts.theme import (
    BREACH_TYPE_COLOURS,
    COLOURS,
    MECHANISM_COLOURS,
    QUIET,
    alpha,
    figure,
    log_axis,
)

_SHADES = [[0, "rgba(20,138,163,0.06)"], [0.35, "rgba(20,138,163,0.38)"], [1, "#0f6f84"]]
# Names that leave room for the numbers on a phone; the whole ones show on hovering.
_SHORT = {
    "Hacking/IT Incident": "Hacking",
    "Unauthorized Access/Disclosure": "Unauthorized",
    "Improper Disposal": "Disposal",
    "Network Server": "Server",
    "Paper/Films": "Paper",
    "Desktop Computer": "Desktop",
    "Other Portable Electronic Device": "Portable",
    "Electronic Medical Record": "Record",
    "Other": "Other",
}


def heat_map(pairs: pd.DataFrame, types: Sequence[str], locations: Sequence[str]) -> go.Figure:
    """Types by locations, shaded by the square root of reports so that small ones show, with the
    numbers written in."""
    table = pairs.pivot(index="breach_type", columns="location", values="reports")
    table = table.reindex(index=types, columns=locations).dropna(how="all").fillna(0).iloc[::-1]
    names = [_SHORT.get(name, name) for name in table.index]
    drawn = figure(60 + 46 * len(table))
    drawn.add_heatmap(
        x=[_SHORT.get(name, name) for name in table.columns],
        y=names,
        z=table.to_numpy() ** 0.5,
        text=[[f"{value:,.0f}" if value else "" for value in row] for row in table.to_numpy()],
        texttemplate="%{text}",
        textfont={"size": 12},
        colorscale=_SHADES,
        showscale=False,
        xgap=2,
        ygap=2,
        customdata=[
            [(kind, place, count) for place, count in zip(table.columns, row, strict=True)]
            for kind, row in zip(table.index, table.to_numpy(), strict=True)
        ],
        hovertemplate=(
            "%{customdata[0]}, %{customdata[1]}: %{customdata[2]:,} reports<extra></extra>"
        ),
    )
    drawn.update_xaxes(side="top", ticks="", tickfont={"size": 11}, type="category")
    drawn.update_yaxes(ticks="", showgrid=False)
    return drawn


def replaced_theft(years: pd.DataFrame, *, running_year: int | None) -> go.Figure:
    """Three lines of shares, named at their ends; the running year is hollow."""
    drawn = figure()
    lines = (
        ("hacking_share", "Hacking", BREACH_TYPE_COLOURS["Hacking/IT Incident"]),
        ("theft_or_loss_share", "Theft or loss", BREACH_TYPE_COLOURS["Theft"]),
        (
            "unauthorized_share",
            "Unauthorized<br>access",
            BREACH_TYPE_COLOURS["Unauthorized Access/Disclosure"],
        ),
    )
    for column, name, colour in lines:
        drawn.add_scatter(
            x=years["year"],
            y=years[column],
            mode="lines+markers",
            line={"color": colour, "width": 2.5},
            marker={
                "size": 7,
                "symbol": [
                    "circle-open" if year == running_year else "circle" for year in years["year"]
                ],
            },
            hovertemplate="%{x}: %{y:.0%}<extra>" + name.replace("<br>", " ") + "</extra>",
        )
        drawn.add_annotation(
            x=years["year"].iloc[-1],
            y=years[column].iloc[-1],
            text=name,
            align="left",
            xanchor="left",
            xshift=9,
            showarrow=False,
            font={"color": colour},
        )
    drawn.update_layout(margin={"r": 96})
    drawn.update_xaxes(nticks=9, tickformat="d")
    drawn.update_yaxes(tickformat=".0%", range=[0, 1], nticks=6)
    return drawn


def mechanisms(years: pd.DataFrame, labels: dict[str, str], *, little: float) -> go.Figure:
    """Stacked shares of narrated reports by year; years with little coverage are pale."""
    drawn = figure(440)
    for mechanism, colour in MECHANISM_COLOURS.items():
        line = years[years["mechanism"] == mechanism]
        if line.empty:
            continue
        drawn.add_bar(
            x=line["year"],
            y=line["mechanism_share"],
            name=labels[mechanism],
            marker={
                "color": colour,
                "opacity": [0.3 if part < little else 1 for part in line["narrated_share"]],
            },
            customdata=line[["reports", "narrated", "narrated_share"]],
            hovertemplate=(
                "%{x}: %{y:.0%}, %{customdata[0]:,} of %{customdata[1]:,} narrated reports "
                "(%{customdata[2]:.0%} of all)<extra>" + labels[mechanism] + "</extra>"
            ),
        )
    drawn.update_layout(
        barmode="stack",
        showlegend=True,
        legend={"orientation": "h", "y": -0.1, "yanchor": "top", "x": 0, "traceorder": "normal"},
    )
    drawn.update_xaxes(nticks=9, tickformat="d")
    drawn.update_yaxes(tickformat=".0%", range=[0, 1], nticks=6)
    return drawn


def sizes(members: pd.DataFrame, by: str, labels: dict[str, str]) -> go.Figure:
    """One row a member: median with its interval and the 90th percentile, on a log axis."""
    medians = members[members["quantile"] == 0.5].sort_values("individuals_affected")
    upper = members[members["quantile"] == 0.9].set_index("member")
    upper = upper.loc[medians["member"]]
    names = [labels.get(member, member) for member in medians["member"]]
    colours = [COLOURS[by].get(member, QUIET) for member in medians["member"]]
    drawn = figure(70 + 38 * len(medians))
    for row, name, colour in zip(medians.itertuples(), names, colours, strict=True):
        drawn.add_scatter(
            x=[row.individuals_affected, upper.loc[row.member, "individuals_affected"]],
            y=[name, name],
            mode="lines",
            line={"color": alpha(colour, 0.35), "width": 5},
            hoverinfo="skip",
        )
    drawn.add_scatter(
        x=upper["individuals_affected"],
        y=names,
        mode="markers",
        marker={
            "color": [alpha(colour, 0.55) for colour in colours],
            "size": 9,
            "symbol": "line-ns",
            "line": {"width": 3, "color": colours},
        },
        hovertemplate="90th percentile %{x:,.0f}<extra>%{y}</extra>",
    )
    drawn.add_scatter(
        x=medians["individuals_affected"],
        y=names,
        mode="markers",
        marker={
            "color": colours,
            "size": 12,
            "symbol": ["circle-open" if small else "circle" for small in medians["is_small"]],
        },
        error_x={
            "type": "data",
            "symmetric": False,
            "array": (medians["high"] - medians["individuals_affected"]).fillna(0),
            "arrayminus": (medians["individuals_affected"] - medians["low"]).fillna(0),
            "thickness": 1.5,
            "width": 5,
            "color": QUIET,
        },
        customdata=medians[["low", "high", "reports"]],
        hovertemplate=(
            "median %{x:,.0f} (95%% interval %{customdata[0]:,.0f} to %{customdata[1]:,.0f}), "
            "%{customdata[2]:,} reports<extra>%{y}</extra>"
        ).replace("%%", "%"),
    )
    low = min(500.0, float(medians["individuals_affected"].min()))
    drawn.update_xaxes(
        **log_axis(low, float(upper["individuals_affected"].max()) * 2), showgrid=True
    )
    drawn.update_yaxes(type="category", showgrid=False)
    return drawn
