"""Figures of the size page."""

from math import log10

import pandas as pd
import plotly.graph_objects as go

from charts.periods import time_axis
from charts.theme import (
    ACCENT,
    QUIET,
    alpha,
    figure,
    log_axis,
    plain,
    short_number,
    spread,
    word,
)

NAMED = "#d8572f"
_MOST_NAMES = 9
# Names lie this far apart: in powers of ten of the share, about 17 pixels.
_APART = 0.21


def exceedance(sizes: pd.DataFrame, named: pd.DataFrame, *, asked: int) -> go.Figure:
    """The falling line of shares on log axes, with named cases on it and a mark at the size asked.

    `sizes` has individuals_affected, share_at_least, reports_at_least; `named` as `named_cases`.
    """
    low, high = sizes["individuals_affected"].min(), sizes["individuals_affected"].max()
    least = float(sizes["share_at_least"].min())
    line = {
        "type": "scatter",
        "x": sizes["individuals_affected"],
        "y": sizes["share_at_least"],
        "mode": "lines",
        "line": {"color": ACCENT, "width": 2.5, "shape": "hv"},
        "customdata": sizes[["reports_at_least"]],
        "hovertemplate": "%{x:,} or more: %{y:.2%} of reports, %{customdata[0]:,}<extra></extra>",
    }
    traces, words, shapes = [line], [], []
    if low < asked <= high:
        part = _share_at(sizes, asked)
        words.append(_asked(asked, part))
        shapes.append(upright(asked, y0=part, yref="y", layer="below"))
    if len(named):
        at = [_share_at(sizes, n) for n in named["individuals_affected"]]
        shown = _chosen(named.assign(at=at))
        traces.append(_points(shown))
        words += _names(shown, middle=low * 100)
    layout = {
        "annotations": words,
        "shapes": shapes,
        "xaxis": size_ticks(low, high) | {"range": [log10(max(low, 1)) - 0.03, log10(high) + 0.12]},
        "yaxis": {
            "type": "log",
            "tickformat": ".2~%",
            "dtick": 1,
            "range": [log10(least) - 0.35, 0.12],
        },
    }
    return figure(450, data=traces, layout=layout)


def _share_at(sizes: pd.DataFrame, size: float) -> float:
    above = sizes[sizes["individuals_affected"] >= size]
    return float(above["share_at_least"].max() if len(above) else sizes["share_at_least"].min())


def size_ticks(low: float, high: float) -> dict:
    """A log axis without the label next to 500, which would run into it on a phone."""
    settings = log_axis(low, high)
    ticks = [n for n in settings["tickvals"] if n != 1000 or low > 500]
    return settings | {"tickvals": ticks, "ticktext": [short_number(n) for n in ticks]}


def upright(x: float, **settings: object) -> dict:
    """A dotted upright line, from the bottom to the top unless `settings` say otherwise."""
    line = {"width": 1, "dash": "dot", "color": QUIET}
    whole = {"type": "line", "x0": x, "x1": x, "y0": 0, "y1": 1, "yref": "paper", "line": line}
    return whole | settings


def _asked(asked: int, part: float) -> dict:
    is_left = log10(asked) > 5
    return word(
        f"{short_number(asked)} or more: <b>{percent(part)}</b>",
        x=log10(asked),
        y=0,
        xanchor="right" if is_left else "left",
        xshift=-6 if is_left else 6,
        yshift=-10,
    )


def percent(part: float) -> str:
    digits = 0 if part >= 0.0995 else 1 if part >= 0.00095 else 2
    return f"{part:.{digits}%}"


def _points(shown: pd.DataFrame) -> dict:
    return {
        "type": "scatter",
        "x": shown["individuals_affected"],
        "y": shown["at"],
        "mode": "markers",
        "marker": {"size": 8, "color": NAMED},
        "text": [plain(name) for name in shown["short_name"]],
        "customdata": shown[["place", "reports", "place_of_year", "reports_of_year", "year"]],
        "hovertemplate": (
            "%{text}: %{x:,}<br>no. %{customdata[0]:,} of %{customdata[1]:,} reports,"
            "<br>no. %{customdata[2]:,} of %{customdata[3]:,} of %{customdata[4]}<extra></extra>"
        ),
    }


def _names(shown: pd.DataFrame, *, middle: float) -> list[dict]:
    """Names of points: above the line where it is high, left of it where it falls."""
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
    return words


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
    low, high = bins["low"].map(log10), bins["high"].map(log10)
    bars = {
        "type": "bar",
        "x": (low + high) / 2,
        "y": bins["reports"],
        "width": (high - low) * 0.94,
        "marker": {"color": ACCENT},
        "customdata": bins[["low", "high"]],
        "hovertemplate": "%{customdata[0]:,.0f} to %{customdata[1]:,.0f}: %{y:,}<extra></extra>",
    }
    ticks = size_ticks(bins["low"].min() * 0.99, bins["high"].max())
    named = word(
        f"median <b>{median:,.0f}</b>",
        x=log10(median),
        y=1,
        yref="paper",
        xanchor="left",
        xshift=6,
    )
    layout = {
        "annotations": [named],
        "shapes": [upright(log10(median))],
        "xaxis": {
            "tickvals": [log10(n) for n in ticks["tickvals"]],
            "ticktext": ticks["ticktext"],
        },
        "yaxis": {"rangemode": "tozero", "nticks": 6},
    }
    return figure(400, data=[bars], layout=layout)


def quantiles(years: pd.DataFrame, *, running_year: int | None) -> go.Figure:
    """Median line with the bands of the middle half and the middle four fifths, on a log axis;
    years that are not over or hold fewer than ten reports are hollow."""
    bands = [
        {
            "type": "scatter",
            "x": [*years["year"], *years["year"][::-1]],
            "y": [*years[high], *years[low][::-1]],
            "mode": "lines",
            "fill": "toself",
            "fillcolor": alpha(ACCENT, opacity),
            "line": {"width": 0},
            "hoverinfo": "skip",
        }
        for low, high, opacity in (("p10", "p90", 0.14), ("p25", "p75", 0.26))
    ]
    is_hollow = (years["reports"] < 10) | (years["year"] == running_year)
    line = {
        "type": "scatter",
        "x": years["year"],
        "y": years["p50"],
        "mode": "lines+markers",
        "line": {"color": ACCENT, "width": 2.5},
        "marker": {
            "size": 8,
            "symbol": ["circle-open" if hollow else "circle" for hollow in is_hollow],
        },
        "customdata": years[["p10", "p25", "p75", "p90", "reports"]],
        "hovertemplate": (
            "%{x}: median %{y:,.0f}<br>middle half %{customdata[1]:,.0f} to %{customdata[2]:,.0f}"
            "<br>four fifths %{customdata[0]:,.0f} to %{customdata[3]:,.0f}"
            "<br>%{customdata[4]:,} reports<extra></extra>"
        ),
    }
    low, high = min(500, years["p10"].min()), years["p90"].max() * 1.15
    layout = {
        "annotations": _quantile_names(years.iloc[-1], log10(high / low) / 20),
        "xaxis": time_axis(pd.to_datetime(years["year"].astype(str)), "year"),
        "yaxis": size_ticks(low, high) | {"range": [log10(low * 0.93), log10(high)]},
    }
    return figure(400, right=72, data=[*bands, line], layout=layout)


def _quantile_names(last: pd.Series, least: float) -> list[dict]:
    words = {"p10": "10% below", "p25": "25%", "p50": "<b>median</b>", "p75": "75%"}
    words["p90"] = "90% below"
    places = spread([log10(last[column]) for column in words], least)
    return [
        word(text, x=1, xref="paper", y=place, xanchor="left", xshift=2, font={"size": 12})
        for text, place in zip(words.values(), places, strict=True)
    ]
