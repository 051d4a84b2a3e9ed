"""Figures of the trends page: the whole over time, and with and without the largest reports."""

from datetime import date
from math import log10

import pandas as pd
import plotly.graph_objects as go

from charts.periods import MONTHS, is_open, names, places, time_axis
from charts.theme import ACCENT, INK, QUIET, alpha, figure, log_axis, plain, short_number

_SIZES = ("individuals_affected", "median_individuals")
_NAME_LETTERS = 22
# Fewer reports than this are not worth a name.
_FEW = 10


def over_time(
    periods: pd.DataFrame, column: str, period: str, *, as_of: date, before: float | None = None
) -> go.Figure:
    """Columns for reports; points and lines on a log axis for sizes. An open period is hatched or
    hollow, and `before`, the same days of the year before, is a mark across its column.

    `periods` has period_on, `column`, individuals_affected, largest_individuals,
    largest_entity_name.
    """
    at = places(periods["period_on"], period)
    unfinished = is_open(periods["period_on"], period, as_of)
    drawn = figure(right=66 if before else 8)
    if column in _SIZES:
        _line(drawn, at, periods[column], names(periods["period_on"], period), unfinished)
        if column == "individuals_affected":
            _name_peaks(drawn, at, periods)
    else:
        _columns(drawn, at, periods, column, period, unfinished)
    if before and unfinished.iloc[-1]:
        _same_days(drawn, at.iloc[-1], before, as_of, is_log=column in _SIZES)
    drawn.update_xaxes(time_axis(periods["period_on"], period))
    return drawn


def _columns(
    drawn: go.Figure,
    at: pd.Series,
    periods: pd.DataFrame,
    column: str,
    period: str,
    unfinished: pd.Series,
) -> None:
    drawn.add_bar(
        x=at,
        y=periods[column],
        width=MONTHS[period] / 12 * 0.8,
        text=names(periods["period_on"], period),
        textposition="none",
        marker={
            "color": ACCENT,
            "pattern": {"shape": ["/" if now else "" for now in unfinished], "solidity": 0.35},
        },
        hovertemplate="%{text}: %{y:,}<extra></extra>",
    )
    drawn.update_yaxes(nticks=6, rangemode="tozero", tickformat=",d")


def _line(
    drawn: go.Figure, at: pd.Series, values: pd.Series, called: list[str], unfinished: pd.Series
) -> None:
    known = values.where(values > 0)
    # What is not over stands apart, lest it look like a fall.
    drawn.add_scatter(
        x=at[~unfinished],
        y=known[~unfinished],
        mode="lines",
        line={"color": ACCENT, "width": 2.5 if len(at) < 30 else 1.5},
        hoverinfo="skip",
    )
    drawn.add_scatter(
        x=at,
        y=known,
        mode="markers",
        text=called,
        marker={
            "color": ACCENT,
            "size": 8 if len(at) < 30 else 4,
            "symbol": ["circle-open" if now else "circle" for now in unfinished],
        },
        hovertemplate="%{text}: %{y:,.0f}<extra></extra>",
    )
    if known.notna().any():
        _log(drawn, known.min(), known.max())


def _log(drawn: go.Figure, low: float, high: float) -> None:
    """A log axis that shows a little room about the values, and at least two labels."""
    bottom, top = low / 1.6, high * 2.2
    settings = log_axis(bottom, top)
    if len(settings["tickvals"]) < 2:
        settings = {"type": "log", "nticks": 5, "tickformat": "~s"}
    drawn.update_yaxes(settings | {"range": [log10(bottom), log10(top)]})


def _name_peaks(drawn: go.Figure, at: pd.Series, periods: pd.DataFrame) -> None:
    """Names what makes the two highest of the points that are half one report or more."""
    total = periods["individuals_affected"]
    part = periods["largest_individuals"] / total.where(total > 0)
    for index in total[(part >= 0.5) & (periods["reports"] >= _FEW)].nlargest(2).index:
        is_right = at[index] > at.min() + 0.6 * (at.max() - at.min())
        name = _short(periods.loc[index, "largest_entity_name"])
        drawn.add_annotation(
            x=at[index],
            y=log10(total[index]),
            text=f"{plain(name)} {part[index]:.0%}",
            xanchor="right" if is_right else "center",
            xshift=-8 if is_right else 0,
            yshift=8 if is_right else 14,
            showarrow=False,
        )


def _same_days(drawn: go.Figure, at: float, before: float, as_of: date, *, is_log: bool) -> None:
    """A mark at what the year before held by the same day, named beside it."""
    drawn.add_scatter(
        x=[at],
        y=[before],
        mode="markers",
        marker={"symbol": "line-ew", "size": 14, "line": {"width": 2.5, "color": QUIET}},
        cliponaxis=False,
        hovertemplate=f"Same days of {as_of.year - 1}: %{{y:,.0f}}<extra></extra>",
    )
    drawn.add_annotation(
        x=1,
        xref="paper",
        y=log10(before) if is_log else before,
        text=f"{as_of.year - 1}<br>by then:<br><b>{short_number(before)}</b>",
        xanchor="left",
        xshift=6,
        align="left",
        showarrow=False,
        font={"size": 11},
    )


def without_largest(years: pd.DataFrame, most: int, *, running_year: int | None) -> go.Figure:
    """Two lines by year on a log axis: all individuals, and without the largest reports.

    `years` has year, individuals_affected, without_largest; the running year is hollow.
    """
    both = years[["individuals_affected", "without_largest"]].where(lambda held: held > 0)
    over = years["year"] != running_year
    symbols = ["circle" if is_over else "circle-open" for is_over in over]
    traces = []
    for column, colour in (("individuals_affected", QUIET), ("without_largest", ACCENT)):
        traces.append(
            {
                "x": years["year"][over],
                "y": both[column][over],
                "mode": "lines",
                "line": {"color": colour, "width": 2.5},
                "hoverinfo": "skip",
            }
        )
        traces.append(
            {
                "x": years["year"],
                "y": both[column],
                "mode": "markers",
                "marker": {"color": colour, "size": 8, "symbol": symbols},
                "hovertemplate": "%{x}: %{y:,}<extra></extra>",
            }
        )
    drawn = figure(data=traces)
    _log(drawn, both.min().min(), both.max().max())
    drawn.update_xaxes(time_axis(pd.to_datetime(years["year"].astype(str)), "year"))
    rest = f"without the {most} largest" if most > 1 else "without the largest"
    drawn.add_annotation(
        # Years grow to the right, so that the corner below is free.
        x=1,
        y=0,
        xref="paper",
        yref="paper",
        xanchor="right",
        yanchor="bottom",
        align="left",
        text=f'<span style="color:{QUIET}">●</span> all reports<br>'
        f'<span style="color:{ACCENT}">●</span> {rest}',
        showarrow=False,
        font={"color": INK},
    )
    return drawn


def influence(yearly: pd.DataFrame, *, running_year: int | None) -> go.Figure:
    """One bar a year: the share of its individuals in its largest report, named; half and more
    stands out, the running year is hatched."""
    known = yearly[yearly["individuals_affected"] > 0].iloc[::-1]
    part = known["largest_individuals"] / known["individuals_affected"]
    years = known["period_on"].dt.year
    named = [plain(_short(name)) for name in known["largest_entity_name"]]
    drawn = figure(26 * len(known) + 24)
    drawn.add_bar(
        x=part,
        y=years.astype(str),
        orientation="h",
        marker={
            "color": [ACCENT if value >= 0.5 else alpha(ACCENT, 0.45) for value in part],
            "pattern": {
                "shape": ["/" if year == running_year else "" for year in years],
                "solidity": 0.35,
            },
        },
        text=[
            f"<b>{value:.0%}</b>  {name}" if value >= 0.5 else f"{value:.0%}  {name}"
            for value, name in zip(part, named, strict=True)
        ],
        textposition="outside",
        cliponaxis=False,
        customdata=known[["largest_entity_name", "largest_individuals"]],
        hovertemplate="%{y}: %{customdata[0]}, %{customdata[1]:,}<extra></extra>",
    )
    drawn.update_xaxes(visible=False, range=[0, 2.05])
    drawn.update_yaxes(type="category", showgrid=False, ticks="")
    drawn.update_layout(margin={"t": 4, "b": 4})
    return drawn


def _short(name: str) -> str:
    return name if len(name) <= _NAME_LETTERS else f"{name[: _NAME_LETTERS - 1].rstrip(' ,.')}…"
