"""Figures of the trends page."""

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from charts.theme import ACCENT, COLOURS, FAINT, QUIET, alpha, figure, short_number

_PER_ROW = 3


def over_time(periods: pd.DataFrame, column: str, *, running_year: int | None) -> go.Figure:
    """Columns for counts, a line with points on a log axis for sizes (`median_individuals`).

    `periods` has period_on and `column`; the running year is hatched or hollow.
    """
    days, values = periods["period_on"], periods[column]
    running = days.dt.year == running_year
    drawn = figure()
    if column == "median_individuals":
        drawn.add_scatter(
            x=days,
            y=values,
            mode="lines+markers",
            line={"color": ACCENT, "width": 2},
            marker={"size": 7, "symbol": ["circle-open" if now else "circle" for now in running]},
            hovertemplate="%{x|%b %Y}: %{y:,.0f}<extra></extra>",
        )
        drawn.update_yaxes(rangemode="tozero")
    else:
        drawn.add_bar(
            x=days,
            y=values,
            marker={
                "color": ACCENT,
                "pattern": {"shape": ["/" if now else "" for now in running], "solidity": 0.35},
            },
            hovertemplate="%{x|%b %Y}: %{y:,}<extra></extra>",
        )
        drawn.update_yaxes(tickformat="~s", nticks=6, rangemode="tozero")
    drawn.update_xaxes(tickformat="%Y", nticks=10)
    return drawn


def small_multiples(
    members: pd.DataFrame,
    column: str,
    by: str,
    labels: dict[str, str],
    *,
    running_year: int | None,
) -> go.Figure:
    """One small chart a member on one scale, the largest first; the running year is left out."""
    whole = members[members["period_on"].dt.year != running_year]
    whole = whole if whole[column].gt(0).any() else members
    totals = whole.groupby("member")[column].sum().sort_values(ascending=False)
    shown = [member for member in totals.index if totals[member] > 0]
    rows = -(-len(shown) // _PER_ROW)
    drawn = make_subplots(
        rows=rows,
        cols=_PER_ROW,
        shared_xaxes=False,
        shared_yaxes="all",
        subplot_titles=[labels.get(member, member) for member in shown],
        horizontal_spacing=0.04,
        vertical_spacing=0.42 / max(rows, 2),
        figure=figure(180 * rows + 20),
    )
    for place, member in enumerate(shown):
        line = whole[whole["member"] == member]
        colour = COLOURS[by].get(member, QUIET)
        drawn.add_scatter(
            x=line["period_on"],
            y=line[column],
            mode="lines+markers" if len(line) < 3 else "lines",
            line={"color": colour, "width": 2.5},
            fill="tozeroy",
            fillcolor=alpha(colour, 0.18),
            hovertemplate="%{x|%Y}: %{y:,.0f}<extra></extra>",
            row=place // _PER_ROW + 1,
            col=place % _PER_ROW + 1,
        )
    first, last = whole["period_on"].min(), whole["period_on"].max()
    drawn.update_xaxes(
        showgrid=False, range=[first, last], tickvals=[first, last], tickformat="%Y", zeroline=False
    )
    drawn.update_yaxes(
        gridcolor=FAINT, nticks=4, tickformat="~s", rangemode="tozero", zeroline=False
    )
    drawn.update_annotations(font={"size": 13})
    drawn.update_layout(margin={"t": 30, "l": 8, "r": 14, "b": 8})
    return drawn


def without_largest(years: pd.DataFrame, most: int) -> go.Figure:
    """Two lines by year on a log axis: all individuals, and without the largest reports."""
    drawn = figure(right=118)
    for column, name, colour in (
        ("individuals_affected", "All reports", QUIET),
        ("without_largest", f"Without the {most} largest", ACCENT),
    ):
        values = years[column].where(years[column] > 0)
        drawn.add_scatter(
            x=years["year"],
            y=values,
            name=name,
            mode="lines+markers",
            line={"color": colour, "width": 2.5},
            marker={"size": 6},
            hovertemplate="%{x}: %{y:,}<extra>" + name + "</extra>",
        )
    both = years[["individuals_affected", "without_largest"]]
    drawn.update_layout(showlegend=True)
    drawn.update_layout(margin={"r": 14})
    low, high = both[both > 0].min().min(), both.max().max()
    ticks = [10**n for n in range(2, 10) if low / 10 <= 10**n <= high * 2]
    drawn.update_yaxes(type="log", tickvals=ticks, ticktext=[short_number(n) for n in ticks])
    drawn.update_xaxes(dtick=2)
    return drawn


def influence(yearly: pd.DataFrame) -> go.Figure:
    """One bar a year: the share of its individuals in its largest report, named."""
    known = yearly[yearly["individuals_affected"] > 0].iloc[::-1]
    part = known["largest_individuals"] / known["individuals_affected"]
    names = [_short(name) for name in known["largest_entity_name"]]
    drawn = figure(28 * len(known) + 40)
    drawn.add_bar(
        x=part,
        y=known["period_on"].dt.year.astype(str),
        orientation="h",
        marker={"color": [ACCENT if value >= 0.5 else alpha(ACCENT, 0.45) for value in part]},
        text=[f"{value:.0%}  {name}" for value, name in zip(part, names, strict=True)],
        textposition="outside",
        cliponaxis=False,
        customdata=known[["largest_entity_name", "largest_individuals"]],
        hovertemplate="%{y}: %{customdata[0]}, %{customdata[1]:,}<extra></extra>",
    )
    drawn.update_xaxes(visible=False, range=[0, 1.55])
    drawn.update_yaxes(type="category", showgrid=False, categoryorder="array")
    return drawn


def pace(paces: pd.DataFrame, *, running_year: int) -> go.Figure:
    """One climbing line a year; the running one stands out."""
    drawn = figure(right=48)
    for year, line in paces.groupby("year"):
        now = year == running_year
        drawn.add_scatter(
            x=line["day_of_year"],
            y=line["reports_so_far"],
            mode="lines",
            line={"color": ACCENT if now else QUIET, "width": 3 if now else 1.3, "shape": "hv"},
            opacity=1 if now else 0.75,
            hovertemplate=f"{year}: %{{y:,}}<extra></extra>",
        )
        if year < running_year - 1:
            continue
        end = line.iloc[-1]
        drawn.add_annotation(
            x=end["day_of_year"],
            y=end["reports_so_far"],
            text=f"<b>{year}</b>" if now else str(year),
            xanchor="left",
            xshift=4,
            showarrow=False,
        )
    months = ("Jan", "Mar", "May", "Jul", "Sep", "Nov")
    drawn.update_xaxes(tickvals=[1, 60, 121, 182, 244, 305], ticktext=months, range=[1, 366])
    drawn.update_yaxes(rangemode="tozero")
    return drawn


def _short(name: str) -> str:
    return name if len(name) <= 30 else f"{name[:29].rstrip()}…"
