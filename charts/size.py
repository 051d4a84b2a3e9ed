"""Figures of the size page."""

from math import log10

import pandas as pd
import plotly.graph_objects as go

from charts.periods import time_axis
from charts.theme import (
    ACCENT,
    INK,
    QUIET,
    alpha,
    figure,
    log_axis,
    plain,
    short_number,
    spread,
)

NAMED = "#d8572f"
_MOST_NAMES = 9
# Names lie this far apart: in powers of ten of the share, about 17 pixels.
_APART = 0.21


def exceedance(sizes: pd.DataFrame, named: pd.DataFrame, *, asked: int) -> go.Figure:
    """The falling line of shares on log axes, with named cases on it and a mark at the size asked.

    `sizes` has individuals_affected, share_at_least, reports_at_least; `named` as `named_cases`.
    """
    drawn = figure(450)
    low, high = sizes["individuals_affected"].min(), sizes["individuals_affected"].max()
    least = float(sizes["share_at_least"].min())
    drawn.add_scatter(
        x=sizes["individuals_affected"],
        y=sizes["share_at_least"],
        mode="lines",
        line={"color": ACCENT, "width": 2.5, "shape": "hv"},
        customdata=sizes[["reports_at_least"]],
        hovertemplate="%{x:,} or more: %{y:.2%} of reports, %{customdata[0]:,}<extra></extra>",
    )
    if low < asked <= high:
        _mark(drawn, asked, _share_at(sizes, asked))
    if len(named):
        _name(drawn, named.assign(at=[_share_at(sizes, n) for n in named["individuals_affected"]]))
    drawn.update_xaxes(
        size_ticks(low, high) | {"range": [log10(max(low, 1)) - 0.03, log10(high) + 0.12]}
    )
    drawn.update_yaxes(
        type="log",
        tickformat=".2~%",
        dtick=1,
        range=[log10(least) - 0.35, 0.12],
    )
    return drawn


def _share_at(sizes: pd.DataFrame, size: float) -> float:
    above = sizes[sizes["individuals_affected"] >= size]
    return float(above["share_at_least"].max() if len(above) else sizes["share_at_least"].min())


def size_ticks(low: float, high: float) -> dict:
    """A log axis without the label next to 500, which would run into it on a phone."""
    settings = log_axis(low, high)
    ticks = [n for n in settings["tickvals"] if n != 1000 or low > 500]
    return settings | {"tickvals": ticks, "ticktext": [short_number(n) for n in ticks]}


def _mark(drawn: go.Figure, asked: int, part: float) -> None:
    line = {"width": 1, "dash": "dot", "color": QUIET}
    drawn.add_shape(
        type="line", x0=asked, x1=asked, y0=part, y1=1, yref="y", line=line, layer="below"
    )
    drawn.add_annotation(
        x=log10(asked),
        y=0,
        text=f"{short_number(asked)} or more: <b>{percent(part)}</b>",
        xanchor="right" if log10(asked) > 5 else "left",
        xshift=-6 if log10(asked) > 5 else 6,
        yshift=-10,
        showarrow=False,
        font={"color": INK},
    )


def percent(part: float) -> str:
    digits = 0 if part >= 0.0995 else 1 if part >= 0.00095 else 2
    return f"{part:.{digits}%}"


def _name(drawn: go.Figure, named: pd.DataFrame) -> None:
    """Points with names: above the line where it is high, left of it where it falls."""
    shown = _chosen(named)
    drawn.add_scatter(
        x=shown["individuals_affected"],
        y=shown["at"],
        mode="markers",
        marker={"size": 8, "color": NAMED},
        text=[plain(name) for name in shown["short_name"]],
        customdata=shown[["place", "reports", "place_of_year", "reports_of_year", "year"]],
        hovertemplate=(
            "%{text}: %{x:,}<br>no. %{customdata[0]:,} of %{customdata[1]:,} reports,"
            "<br>no. %{customdata[2]:,} of %{customdata[3]:,} of %{customdata[4]}<extra></extra>"
        ),
    )
    middle = drawn.data[0].x.min() * 100
    heights = spread([log10(at) for at in shown["at"]], _APART)
    words = []
    for case, height in zip(shown.itertuples(), heights, strict=True):
        is_left = case.individuals_affected > middle
        words.append(
            {
                "x": log10(case.individuals_affected),
                "y": log10(case.at),
                "axref": "pixel",
                "ayref": "y",
                "ax": -26 if is_left else 26,
                "ay": height - _APART * 0.6 if is_left else height + _APART * 0.9,
                "text": f"{plain(case.short_name)} {short_number(case.individuals_affected)}",
                "xanchor": "right" if is_left else "left",
                "arrowwidth": 0.8,
                "arrowcolor": QUIET,
                "arrowhead": 0,
            }
        )
    drawn.layout.annotations += tuple(go.layout.Annotation(word) for word in words)


def _chosen(named: pd.DataFrame) -> pd.DataFrame:
    """The three largest and the smallest, then as many others as have room for their names."""
    order = [*named.index[:3], named.index[-1], *named.index[3:-1]]
    kept: list[int] = []
    for index in dict.fromkeys(order):
        height = log10(named.loc[index, "at"])
        gaps = [abs(height - log10(named.loc[other, "at"])) for other in kept]
        if len(kept) < 3 or min(gaps) >= _APART:
            kept.append(index)
    return named.loc[sorted(kept[:_MOST_NAMES])]


def histogram(bins: pd.DataFrame, median: float) -> go.Figure:
    """Reports by size, equal steps of the logarithm, the median marked.

    `bins` has low, high, reports.
    """
    drawn = figure(400)
    low, high = bins["low"].map(log10), bins["high"].map(log10)
    drawn.add_bar(
        x=(low + high) / 2,
        y=bins["reports"],
        width=(high - low) * 0.94,
        marker={"color": ACCENT},
        customdata=bins[["low", "high"]],
        hovertemplate="%{customdata[0]:,.0f} to %{customdata[1]:,.0f}: %{y:,}<extra></extra>",
    )
    drawn.add_vline(x=log10(median), line={"width": 1.5, "dash": "dot", "color": QUIET})
    drawn.add_annotation(
        x=log10(median),
        y=1,
        yref="paper",
        text=f"median <b>{median:,.0f}</b>",
        xanchor="left",
        xshift=6,
        showarrow=False,
        font={"color": INK},
    )
    ticks = size_ticks(bins["low"].min() * 0.99, bins["high"].max())
    drawn.update_xaxes(tickvals=[log10(n) for n in ticks["tickvals"]], ticktext=ticks["ticktext"])
    drawn.update_yaxes(rangemode="tozero", nticks=6)
    return drawn


def quantiles(years: pd.DataFrame, *, running_year: int | None) -> go.Figure:
    """Median line with the bands of the middle half and the middle four fifths, on a log axis;
    years that are not over or hold fewer than ten reports are hollow."""
    drawn = figure(400, right=72)
    for low, high, opacity in (("p10", "p90", 0.14), ("p25", "p75", 0.26)):
        drawn.add_scatter(
            x=[*years["year"], *years["year"][::-1]],
            y=[*years[high], *years[low][::-1]],
            mode="lines",
            fill="toself",
            fillcolor=alpha(ACCENT, opacity),
            line={"width": 0},
            hoverinfo="skip",
        )
    is_hollow = (years["reports"] < 10) | (years["year"] == running_year)
    drawn.add_scatter(
        x=years["year"],
        y=years["p50"],
        mode="lines+markers",
        line={"color": ACCENT, "width": 2.5},
        marker={"size": 8, "symbol": ["circle-open" if open_ else "circle" for open_ in is_hollow]},
        customdata=years[["p10", "p25", "p75", "p90", "reports"]],
        hovertemplate=(
            "%{x}: median %{y:,.0f}<br>middle half %{customdata[1]:,.0f} to %{customdata[2]:,.0f}"
            "<br>four fifths %{customdata[0]:,.0f} to %{customdata[3]:,.0f}"
            "<br>%{customdata[4]:,} reports<extra></extra>"
        ),
    )
    low, high = min(500, years["p10"].min()), years["p90"].max() * 1.15
    _name_quantiles(drawn, years.iloc[-1], log10(high / low) / 20)
    drawn.update_xaxes(time_axis(pd.to_datetime(years["year"].astype(str)), "year"))
    drawn.update_yaxes(size_ticks(low, high) | {"range": [log10(low * 0.93), log10(high)]})
    return drawn


def _name_quantiles(drawn: go.Figure, last: pd.Series, least: float) -> None:
    words = {"p10": "10% below", "p25": "25%", "p50": "<b>median</b>", "p75": "75%"}
    words["p90"] = "90% below"
    places = spread([log10(last[column]) for column in words], least)
    drawn.layout.annotations = [
        {
            "x": 1,
            "xref": "paper",
            "y": place,
            "text": text,
            "xanchor": "left",
            "xshift": 2,
            "showarrow": False,
            "font": {"size": 12},
        }
        for text, place in zip(words.values(), places, strict=True)
    ]
