"""Figures of the revisions page."""

from datetime import date, timedelta
from math import ceil, floor, log10

import pandas as pd
import plotly.graph_objects as go

from charts.theme import (
    ACCENT,
    INK,
    QUIET,
    alpha,
    figure,
    plain,
    short_number,
    spread,
    word,
)

RAISED, LOWERED = ACCENT, "#d8572f"
_HEIGHT, _PLOT_PIXELS, _LINE_PIXELS = 480, 400, 18
_NAMED_LARGEST, _NAMED_STEPS, _MOST_LINES = 3, 4, 24
_NAME_LETTERS = 24
# A lone column would fill the chart: a month in milliseconds.
_MONTH = 26 * 86_400_000


def before_and_after(changes: pd.DataFrame) -> go.Figure:
    """One point a revision on log axes: the count before, and how many times as many after.

    `changes` has entity_name, old_count, new_count (both above 0) and seen_on, the largest change
    first; the largest are named.
    """
    before, after = changes["old_count"].astype(float), changes["new_count"].astype(float)
    times = after / before
    points = {
        "type": "scatter",
        "x": before,
        "y": times,
        "mode": "markers",
        "marker": {
            "size": 8,
            "color": [RAISED if up else LOWERED for up in times > 1],
            "opacity": 0.6,
        },
        "text": [
            f"{plain(name)}: {old:,.0f} to {new:,.0f}"
            for name, old, new in zip(changes["entity_name"], before, after, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }
    left, right = log10(min(500.0, before.min()) * 0.8), log10(max(before.max() * 1.6, 1e6))
    low, high = log10(min(times.min(), 0.1) * 0.7), log10(max(times.max(), 10) * 1.6)
    names, lines = _names(_worth_a_name(changes), (left, right), (low, high))
    layout = {
        "annotations": [*names, *_key()],
        "shapes": [_same()],
        "xaxis": _before_axis(left, right),
        "yaxis": _times_axis(low, high),
    }
    return figure(_HEIGHT, data=[points, *lines], layout=layout)


def _before_axis(left: float, right: float) -> dict:
    """A log axis of counts; 1k has no room beside 500 on a phone."""
    counts = [500, *(10**power for power in range(4, floor(right) + 1))]
    return {
        "type": "log",
        "range": [left, right],
        "tickvals": counts,
        "ticktext": [short_number(count) for count in counts],
        "minor": {"ticks": ""},
        "tickangle": 0,
        "title": {"text": "individuals before"},
    }


def _times_axis(low: float, high: float) -> dict:
    """A log axis of factors; `low` and `high` are powers of ten."""
    powers = range(ceil(low), floor(high) + 1)
    return {
        "type": "log",
        "range": [low, high],
        "tickvals": [10.0**power for power in powers],
        "ticktext": [
            "same" if not power else f"{'×' if power > 0 else '÷'}{10 ** abs(power):,}"
            for power in powers
        ],
        "minor": {"ticks": ""},
    }


def _same() -> dict:
    """The line between raised and lowered."""
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": 1,
        "y1": 1,
        "line": {"color": QUIET, "width": 1},
        "layer": "below",
    }


def _worth_a_name(changes: pd.DataFrame) -> pd.DataFrame:
    """The largest changes of all, and the largest between each two exports."""
    firsts = changes.drop_duplicates("seen_on").index[:_NAMED_STEPS]
    return changes[changes.index.isin(firsts) | changes.index.isin(changes.index[:_NAMED_LARGEST])]


def _names(
    named: pd.DataFrame, across: tuple[float, float], upwards: tuple[float, float]
) -> tuple[list[dict], list[dict]]:
    """Names beside their points, moved apart where they would touch, and a thin line to each.

    `across` and `upwards` are the ends of the axes, as powers of ten.
    """
    left, right = across
    low, high = upwards
    apart = (high - low) * _LINE_PIXELS / _PLOT_PIXELS
    factors = named["new_count"].astype(float) / named["old_count"].astype(float)
    places = spread([log10(factor) for factor in factors], apart)
    # What has no room above moves down, so that the highest name stays inside the plot.
    shift = min(0.0, high - apart / 2 - max(places))
    words, lines = [], []
    for row, factor, place in zip(named.itertuples(), factors, places, strict=True):
        at = log10(row.old_count)
        is_left = at < (left + right) / 2
        beside = at + (1 if is_left else -1) * (right - left) * 0.03
        lines.append(_line([row.old_count, 10**beside], [factor, 10 ** (place + shift)]))
        words.append(
            word(
                f"<b>{plain(_short(row.entity_name))}</b> "
                f"{short_number(row.old_count)} → {short_number(row.new_count)}",
                x=beside,
                y=place + shift,
                xanchor="left" if is_left else "right",
                font={"size": 12, "color": INK},
            )
        )
    return words, lines


def _short(name: str) -> str:
    return name if len(name) <= _NAME_LETTERS else f"{name[:_NAME_LETTERS].rstrip(' ,')}…"


def _line(x: list[float], y: list[float]) -> dict:
    """A thin line that says nothing of its own."""
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "lines",
        "line": {"color": QUIET, "width": 1},
        "hoverinfo": "skip",
    }


def _key() -> list[dict]:
    """What is above and below the line, at its right end, where points are few."""
    return [
        word(
            f"<b>{said}</b>",
            xref="paper",
            x=1,
            y=0,
            xanchor="right",
            yshift=shift,
            font={"size": 13, "color": colour},
        )
        for said, colour, shift in (("raised", RAISED, 40), ("lowered", LOWERED, -40))
    ]


def fates(by_age: pd.DataFrame) -> go.Figure:
    """One row an age: the share that was raised, with its interval and the numbers behind it."""
    rows = by_age.iloc[::-1]
    intervals = [
        {
            "type": "scatter",
            "x": [row.low, row.high],
            "y": [row.age, row.age],
            "mode": "lines",
            "line": {"color": alpha(ACCENT, 0.4), "width": 6},
            "hoverinfo": "skip",
        }
        for row in rows.itertuples()
    ]
    shares = {
        "type": "scatter",
        "x": rows["share"],
        "y": rows["age"],
        "mode": "markers",
        "marker": {"size": 12, "color": ACCENT},
        "cliponaxis": False,
        "hovertemplate": "%{x:.0%}<extra>%{y}</extra>",
    }
    numbers = [
        word(
            f"<b>{row.raised}</b> of {row.placeholders}",
            x=row.share,
            y=row.age,
            yshift=16,
            font={"size": 13, "color": INK},
        )
        for row in rows.itertuples()
    ]
    layout = {
        "annotations": numbers,
        "xaxis": {"tickformat": ".0%", "range": [0, 1.02], "showgrid": True, "nticks": 6},
        "yaxis": {"type": "category", "showgrid": False, "range": [-0.5, len(rows) - 0.3]},
    }
    return figure(60 + 48 * len(rows), right=24, data=[*intervals, shares], layout=layout)


def late(months: pd.DataFrame, days: tuple[date, ...]) -> go.Figure:
    """Stacked columns by month of submission: still missing a year later, and the others.

    Exports made between the first month and the last are dotted lines; `days` are all there are.
    """
    columns = [
        {
            "type": "bar",
            "x": months["period_on"],
            "y": reports,
            "name": name,
            "marker": {"color": colour},
            "width": _MONTH,
            "hovertemplate": "%{x|%B %Y}: %{y:,}<extra>%{fullData.name}</extra>",
        }
        for name, reports, colour in (
            ("Still missing a year later", months["over_a_year"], ACCENT),
            (
                "Missing for a month or more",
                months["reports"] - months["over_a_year"],
                alpha(ACCENT, 0.45),
            ),
        )
    ]
    first, until = months["period_on"].iloc[0].date(), max(days)
    shown = [day for day in days if first < day <= until][:_MOST_LINES]
    layout = {
        "barmode": "stack",
        "showlegend": True,
        "shapes": [_export(day) for day in shown],
        "xaxis": {"range": [first - timedelta(days=60), until + timedelta(days=60)]},
        "yaxis": {"rangemode": "tozero", "nticks": 5, "tickformat": ",d"},
    }
    return figure(280, data=columns, layout=layout)


def _export(day: date) -> dict:
    return {
        "type": "line",
        "x0": day,
        "x1": day,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": QUIET, "width": 1.5, "dash": "dot"},
    }
