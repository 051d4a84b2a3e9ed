"""Figures of the revisions page."""

from math import log10

import pandas as pd
import plotly.graph_objects as go

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
    word,
)

RAISED, LOWERED = ACCENT, "#d8572f"
_HEIGHT, _PLOT_PIXELS, _LINE_PIXELS = 480, 400, 18
_NAMED_LARGEST = 3
_NAME_LETTERS = 24
# A lone column would fill the chart: a month in milliseconds.
_MONTH = 26 * 86_400_000


def before_and_after(changes: pd.DataFrame) -> go.Figure:
    """One point a revision on log axes, with the line of no change; the largest are named.

    `changes` has entity_name, old_count, new_count (both above 0) and seen_on, the largest change
    first.
    """
    before, after = changes["old_count"].astype(float), changes["new_count"].astype(float)
    low, high = min(500.0, before.min(), after.min()) * 0.8, max(before.max(), after.max()) * 1.6
    points = {
        "type": "scatter",
        "x": before,
        "y": after,
        "mode": "markers",
        "marker": {
            "size": 8,
            "color": [RAISED if up else LOWERED for up in after > before],
            "opacity": 0.6,
        },
        "customdata": changes[["entity_name"]].map(plain),
        "hovertemplate": "%{customdata[0]}: %{x:,} to %{y:,}<extra></extra>",
    }
    names, lines = _names(_worth_a_name(changes), low, high)
    limits = [log10(low), log10(high)]
    layout = {
        "annotations": [*names, *_key()],
        "xaxis": log_axis(5_000, high)
        | {"range": limits, "tickangle": 0, "title": {"text": "before"}},
        "yaxis": log_axis(500, high) | {"range": limits, "title": {"text": "after"}},
    }
    return figure(_HEIGHT, data=[_line([low, high], [low, high]), points, *lines], layout=layout)


def _worth_a_name(changes: pd.DataFrame) -> pd.DataFrame:
    """The largest changes of all, and the largest between each two exports."""
    firsts = changes.drop_duplicates("seen_on").index
    return changes[changes.index.isin(firsts) | changes.index.isin(changes.index[:_NAMED_LARGEST])]


def _names(named: pd.DataFrame, low: float, high: float) -> tuple[list[dict], list[dict]]:
    """Names beside their points, moved apart where they would touch, and a thin line to each."""
    decades = log10(high / low)
    apart = decades * _LINE_PIXELS / _PLOT_PIXELS
    places = spread([log10(count) for count in named["new_count"]], apart)
    # What has no room above moves down, so that the highest name stays inside the plot.
    shift = min(0.0, log10(high) - apart / 2 - max(places))
    words, lines = [], []
    for row, place in zip(named.itertuples(), places, strict=True):
        old, new = float(row.old_count), float(row.new_count)
        is_left = log10(old / low) < decades / 2
        beside = old * 10 ** ((1 if is_left else -1) * decades * 0.035)
        lines.append(_line([old, beside], [new, 10 ** (place + shift)]))
        words.append(
            word(
                f"<b>{plain(_short(row.entity_name))}</b> "
                f"{short_number(old)} → {short_number(new)}",
                x=log10(beside),
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
    """What the colours mean, in the corner that no point reaches."""
    return [
        word(
            f"<b>● {said}</b>",
            xref="paper",
            yref="paper",
            x=1,
            y=0.02,
            xanchor="right",
            yanchor="bottom",
            yshift=18 * line,
            font={"size": 13, "color": colour},
        )
        for line, (said, colour) in enumerate((("lowered", LOWERED), ("raised", RAISED)))
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


def late(months: pd.DataFrame) -> go.Figure:
    """Stacked columns by month of submission: still missing a year later, and the others."""
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
    layout = {
        "barmode": "stack",
        "showlegend": True,
        "yaxis": {"rangemode": "tozero", "nticks": 5, "tickformat": ",d"},
    }
    return figure(280, data=columns, layout=layout)
