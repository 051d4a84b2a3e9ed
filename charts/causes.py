"""Figures of the causes page."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts.periods import time_axis
from charts.stacks import yearly_shares
from charts.theme import (
    ACCENT,
    BREACH_TYPE_COLOURS,
    COLOURS,
    INK,
    QUIET,
    SHADES,
    alpha,
    figure,
    log_axis,
    named,
    spread,
    word,
)

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
    cells = {
        "type": "heatmap",
        "x": [_SHORT.get(name, name) for name in table.columns],
        "y": names,
        "z": table.to_numpy() ** 0.5,
        "text": [[f"{value:,.0f}" if value else "" for value in row] for row in table.to_numpy()],
        "texttemplate": "%{text}",
        "textfont": {"size": 12, "color": INK},
        "colorscale": SHADES,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "customdata": [
            [(kind, place, count) for place, count in zip(table.columns, row, strict=True)]
            for kind, row in zip(table.index, table.to_numpy(), strict=True)
        ],
        "hovertemplate": (
            "%{customdata[0]}, %{customdata[1]}: %{customdata[2]:,} reports<extra></extra>"
        ),
    }
    layout = {
        "xaxis": {"side": "top", "ticks": "", "tickfont": {"size": 11}, "type": "category"},
        "yaxis": {"ticks": "", "showgrid": False},
    }
    return figure(60 + 46 * len(table), data=[cells], layout=layout)


def replaced_theft(years: pd.DataFrame, *, running_year: int | None) -> go.Figure:
    """Three lines of shares, named at their ends; the running year is hollow."""
    lines = (
        ("hacking_share", "Hacking", BREACH_TYPE_COLOURS["Hacking/IT Incident"]),
        ("theft_or_loss_share", "Theft or loss", BREACH_TYPE_COLOURS["Theft"]),
        (
            "unauthorized_share",
            "Unauthorized<br>access",
            BREACH_TYPE_COLOURS["Unauthorized Access/Disclosure"],
        ),
    )
    hollow = [year == running_year for year in years["year"]]
    return _shares(years, lines, hollow={column: hollow for column, _, _ in lines})


def vendors(years: pd.DataFrame, *, little: float, running_year: int | None) -> go.Figure:
    """Two lines of shares; for the narratives' line a year that has few is hollow, for the filed
    one the running year."""
    lines = (
        ("vendor_share", "Vendor told of<br>in narrative", ACCENT),
        ("associate_share", "Filed with<br>associate", QUIET),
    )
    return _shares(
        years,
        lines,
        hollow={
            "vendor_share": [part < little for part in years["narrated_share"]],
            "associate_share": [year == running_year for year in years["year"]],
        },
    )


def _shares(
    years: pd.DataFrame, lines: Sequence[tuple[str, str, str]], *, hollow: dict[str, list[bool]]
) -> go.Figure:
    """Lines of shares by year, each (column, name, colour), named at their ends; `hollow` says of
    each column which of its points are."""
    top = max(0.1, float(years[[column for column, _, _ in lines]].max().max())) * 1.08
    traces, ends = [], []
    for column, name, colour in lines:
        symbols = ["circle-open" if is_hollow else "circle" for is_hollow in hollow[column]]
        known = years[column].dropna()
        if known.empty:
            continue
        traces.append(
            {
                "type": "scatter",
                "x": years["year"],
                "y": years[column],
                "mode": "lines+markers",
                "line": {"color": colour, "width": 2.5},
                "marker": {"size": 7, "symbol": symbols},
                "hovertemplate": "%{x}: %{y:.0%}<extra>" + name.replace("<br>", " ") + "</extra>",
            }
        )
        ends.append((name, colour, known.iloc[-1]))
    apart = spread([height for *_, height in ends], top * 34 / 330, within=(0, top))
    layout = {
        "annotations": [
            word(
                named(name, colour),
                x=1,
                xref="paper",
                y=place,
                align="left",
                xanchor="left",
                xshift=4,
                font={"size": 12},
            )
            for (name, colour, _), place in zip(ends, apart, strict=True)
        ],
        "xaxis": time_axis(pd.to_datetime(years["year"].astype(str)), "year"),
        "yaxis": {"tickformat": ".0%", "range": [0, min(top, 1)], "nticks": 6},
    }
    return figure(right=104, data=traces, layout=layout)


def mechanisms(
    years: pd.DataFrame, labels: dict[str, str], *, as_of: date, little: float
) -> go.Figure:
    """Stacked shares of narrated reports by year; years with little coverage are pale."""
    members = years.assign(
        period_on=pd.to_datetime(years["year"].astype(str)), member=years["mechanism"]
    )
    pale = tuple(years.loc[years["narrated_share"] < little, "year"].unique())
    return yearly_shares(members, "mechanism", labels, as_of=as_of, pale=pale)


def sizes(members: pd.DataFrame, by: str, labels: dict[str, str]) -> go.Figure:
    """One row a member: median with its interval and the 90th percentile, on a log axis."""
    medians = members[members["quantile"] == 0.5].sort_values("individuals_affected")
    upper = members[members["quantile"] == 0.9].set_index("member")
    upper = upper.loc[medians["member"]]
    names = [labels.get(member, member) for member in medians["member"]]
    colours = [COLOURS[by].get(member, QUIET) for member in medians["member"]]
    reaches = [
        {
            "type": "scatter",
            "x": [middle, high],
            "y": [name, name],
            "mode": "lines",
            "line": {"color": alpha(colour, 0.35), "width": 5},
            "hoverinfo": "skip",
        }
        for name, colour, middle, high in zip(
            names,
            colours,
            medians["individuals_affected"],
            upper["individuals_affected"],
            strict=True,
        )
    ]
    ends = {
        "type": "scatter",
        "x": upper["individuals_affected"],
        "y": names,
        "mode": "markers",
        "marker": {"size": 9, "symbol": "line-ns", "line": {"width": 3, "color": colours}},
        "hovertemplate": "90th percentile %{x:,.0f}<extra>%{y}</extra>",
    }
    middles = {
        "type": "scatter",
        "x": medians["individuals_affected"],
        "y": names,
        "mode": "markers",
        "marker": {
            "color": colours,
            "size": 12,
            "symbol": ["circle-open" if small else "circle" for small in medians["is_small"]],
        },
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": (medians["high"] - medians["individuals_affected"]).fillna(0),
            "arrayminus": (medians["individuals_affected"] - medians["low"]).fillna(0),
            "thickness": 1.5,
            "width": 5,
            "color": QUIET,
        },
        "customdata": medians[["low", "high", "reports"]],
        "hovertemplate": (
            "median %{x:,.0f} (95% interval %{customdata[0]:,.0f} to %{customdata[1]:,.0f}), "
            "%{customdata[2]:,} reports<extra>%{y}</extra>"
        ),
    }
    low = min(500.0, float(medians["individuals_affected"].min()))
    across = log_axis(low, float(upper["individuals_affected"].max()) * 2) | {"showgrid": True}
    layout = {"xaxis": across, "yaxis": {"type": "category", "showgrid": False}}
    return figure(70 + 38 * len(medians), data=[*reaches, ends, middles], layout=layout)
