"""Figures of the trends page: the whole over time, and with and without the largest reports."""

from datetime import date
from math import log10

import pandas as pd
import plotly.graph_objects as go

from charts.periods import MONTHS, is_open, names, places, time_axis
from charts.theme import (
    ACCENT,
    QUIET,
    alpha,
    figure,
    log_axis,
    named,
    plain,
    short_number,
    shortened,
    word,
)

_SIZES = ("individuals_affected", "median_individuals")
_NAME_LETTERS = 22
# Bars of shares with names beside them: how far the axis goes, and how many letters of a name a
# phone could show if there were no bar.
_ROOM, _LETTERS_ACROSS = 2.05, 33
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
    called = names(periods["period_on"], period)
    unfinished = is_open(periods["period_on"], period, as_of)
    is_size = column in _SIZES
    values = periods[column]
    words = []
    if is_size:
        traces, upwards = _line(at, values, called, unfinished), _log_range(values)
        if column == "individuals_affected":
            words += _peaks(at, periods)
    else:
        width = MONTHS[period] / 12 * 0.8
        traces = [_columns(at, values, called, unfinished, width)]
        upwards = {"nticks": 6, "rangemode": "tozero", "tickformat": ",d"}
    if before and unfinished.iloc[-1]:
        traces.append(_same_days_mark(at.iloc[-1], before, as_of))
        words.append(_same_days(before, as_of, is_log=is_size))
    layout = {
        "annotations": words,
        "xaxis": time_axis(periods["period_on"], period),
        "yaxis": upwards,
    }
    return figure(right=66 if before else 8, data=traces, layout=layout)


def _columns(
    at: pd.Series, values: pd.Series, called: list[str], unfinished: pd.Series, width: float
) -> dict:
    return {
        "type": "bar",
        "x": at,
        "y": values,
        "width": width,
        "text": called,
        "textposition": "none",
        "marker": {
            "color": ACCENT,
            "pattern": {"shape": ["/" if now else "" for now in unfinished], "solidity": 0.35},
        },
        "hovertemplate": "%{text}: %{y:,}<extra></extra>",
    }


def _line(at: pd.Series, values: pd.Series, called: list[str], unfinished: pd.Series) -> list[dict]:
    known = values.where(values > 0)
    is_few = len(at) < 30
    # What is not over stands apart, lest it look like a fall.
    return [
        {
            "type": "scatter",
            "x": at[~unfinished],
            "y": known[~unfinished],
            "mode": "lines",
            "line": {"color": ACCENT, "width": 2.5 if is_few else 1.5},
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "x": at,
            "y": known,
            "mode": "markers",
            "text": called,
            "marker": {
                "color": ACCENT,
                "size": 8 if is_few else 4,
                "symbol": ["circle-open" if now else "circle" for now in unfinished],
            },
            "hovertemplate": "%{text}: %{y:,.0f}<extra></extra>",
        },
    ]


def _log_range(values: pd.Series) -> dict:
    """A log axis that shows a little room about the values, and at least two labels."""
    known = values[values > 0]
    if known.empty:
        return {}
    bottom, top = known.min() / 1.6, known.max() * 2.2
    settings = log_axis(bottom, top)
    if len(settings["tickvals"]) < 2:
        settings = {"type": "log", "nticks": 5, "tickformat": "~s"}
    return settings | {"range": [log10(bottom), log10(top)]}


def _peaks(at: pd.Series, periods: pd.DataFrame) -> list[dict]:
    """Names what makes the two highest of the points that are half one report or more."""
    total = periods["individuals_affected"]
    part = periods["largest_individuals"] / total.where(total > 0)
    words = []
    for index in total[(part >= 0.5) & (periods["reports"] >= _FEW)].nlargest(2).index:
        is_right = at[index] > at.min() + 0.6 * (at.max() - at.min())
        name = shortened(periods.loc[index, "largest_entity_name"], _NAME_LETTERS)
        words.append(
            word(
                f"{plain(name)} {part[index]:.0%}",
                x=at[index],
                y=log10(total[index]),
                xanchor="right" if is_right else "center",
                xshift=-8 if is_right else 0,
                yshift=8 if is_right else 14,
            )
        )
    return words


def _same_days_mark(at: float, before: float, as_of: date) -> dict:
    """A mark at what the year before held by the same day."""
    return {
        "type": "scatter",
        "x": [at],
        "y": [before],
        "mode": "markers",
        "marker": {"symbol": "line-ew", "size": 14, "line": {"width": 2.5, "color": QUIET}},
        "cliponaxis": False,
        "hovertemplate": f"Same days of {as_of.year - 1}: %{{y:,.0f}}<extra></extra>",
    }


def _same_days(before: float, as_of: date, *, is_log: bool) -> dict:
    return word(
        f"{as_of.year - 1}<br>by then:<br><b>{short_number(before)}</b>",
        x=1,
        xref="paper",
        y=log10(before) if is_log else before,
        xanchor="left",
        xshift=6,
        align="left",
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
                "type": "scatter",
                "x": years["year"][over],
                "y": both[column][over],
                "mode": "lines",
                "line": {"color": colour, "width": 2.5},
                "hoverinfo": "skip",
            }
        )
        traces.append(
            {
                "type": "scatter",
                "x": years["year"],
                "y": both[column],
                "mode": "markers",
                "marker": {"color": colour, "size": 8, "symbol": symbols},
                "hovertemplate": "%{x}: %{y:,}<extra></extra>",
            }
        )
    rest = f"without the {most} largest" if most > 1 else "without the largest"
    key = word(
        named("all reports", QUIET, "●") + "<br>" + named(rest, ACCENT, "●"),
        # Years grow to the right, so that the corner below is free.
        x=1,
        y=0,
        xref="paper",
        yref="paper",
        xanchor="right",
        yanchor="bottom",
        align="left",
    )
    layout = {
        "annotations": [key],
        "xaxis": time_axis(pd.to_datetime(years["year"].astype(str)), "year"),
        "yaxis": _log_range(both.stack()),
    }
    return figure(data=traces, layout=layout)


def influence(yearly: pd.DataFrame, *, running_year: int | None) -> go.Figure:
    """One bar a year: the share of its individuals in its largest report, named; half and more
    stands out, the running year is hatched."""
    known = yearly[yearly["individuals_affected"] > 0].iloc[::-1]
    part = known["largest_individuals"] / known["individuals_affected"]
    years = known["period_on"].dt.year
    names = [
        plain(shortened(name, int(_LETTERS_ACROSS * (1 - value / _ROOM))))
        for name, value in zip(known["largest_entity_name"], part, strict=True)
    ]
    bars = {
        "type": "bar",
        "x": part,
        "y": years.astype(str),
        "orientation": "h",
        "marker": {
            "color": [ACCENT if value >= 0.5 else alpha(ACCENT, 0.45) for value in part],
            "pattern": {
                "shape": ["/" if year == running_year else "" for year in years],
                "solidity": 0.35,
            },
        },
        "text": [
            f"<b>{value:.0%}</b>  {name}" if value >= 0.5 else f"{value:.0%}  {name}"
            for value, name in zip(part, names, strict=True)
        ],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": known[["largest_entity_name", "largest_individuals"]],
        "hovertemplate": "%{y}: %{customdata[0]}, %{customdata[1]:,}<extra></extra>",
    }
    layout = {
        "xaxis": {"visible": False, "range": [0, _ROOM]},
        "yaxis": {"type": "category", "showgrid": False, "ticks": ""},
        "margin": {"l": 8, "r": 8, "t": 4, "b": 4},
    }
    return figure(26 * len(known) + 24, data=[bars], layout=layout)
