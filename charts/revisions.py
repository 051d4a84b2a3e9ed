"""How counts were revised: how many times as many after as before."""

from math import ceil, floor, log10

import pandas as pd
import plotly.graph_objects as go

from charts.theme import (
    ACCENT,
    QUIET,
    figure,
    named,
    plain,
    short_number,
    shortened,
    spread,
    word,
)

RAISED, LOWERED = ACCENT, "#d8572f"
# Fewer changes are read faster in the ledger.
FEWEST_POINTS = 3
_HEIGHT, _PLOT_PIXELS, _LINE_PIXELS = 480, 400, 18
_NAMED_LARGEST, _NAMED_STEPS = 3, 4
# So many times as many or as few stand clear of the line of no change.
_CLEAR = 4
_NAME_LETTERS = 20
# Further to the right a phone has no room for more than a name.
_ROOM_FOR_COUNTS = 0.15


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
    names, leader = _names(_worth_a_name(changes), (left, right), (low, high))
    layout = {
        "annotations": [*names, *_key()],
        "shapes": [_same()],
        "xaxis": _before_axis(left, right),
        "yaxis": _times_axis(low, high),
    }
    return figure(_HEIGHT, data=[points, leader], layout=layout)


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
    """The largest changes of all, and the largest between each two exports, but for those in the
    crowd about the line of no change."""
    times = changes["new_count"].astype(float) / changes["old_count"].astype(float)
    clear = changes[(times >= _CLEAR) | (times <= 1 / _CLEAR)]
    firsts = (~clear["seen_on"].duplicated()).to_numpy().nonzero()[0][:_NAMED_STEPS]
    largest = range(min(_NAMED_LARGEST, len(clear)))
    return clear.iloc[sorted({*largest, *firsts})]


def _names(
    chosen: pd.DataFrame, across: tuple[float, float], upwards: tuple[float, float]
) -> tuple[list[dict], dict]:
    """Names beside their points, moved apart where they would touch, and thin lines to them.

    `across` and `upwards` are the ends of the axes, as powers of ten.
    """
    left, right = across
    low, high = upwards
    apart = (high - low) * _LINE_PIXELS / _PLOT_PIXELS
    factors = chosen["new_count"].astype(float) / chosen["old_count"].astype(float)
    places = spread([log10(factor) for factor in factors], apart)
    # What has no room above moves down, so that the highest name stays inside the plot.
    shift = min(0.0, high - apart / 2 - max(places, default=low))
    words, x, y = [], [], []
    for row, factor, place in zip(chosen.itertuples(), factors, places, strict=True):
        along = (log10(row.old_count) - left) / (right - left)
        is_left = along < 0.5
        beside = log10(row.old_count) + (1 if is_left else -1) * (right - left) * 0.03
        said = f"<b>{plain(shortened(row.entity_name, _NAME_LETTERS))}</b>"
        if along < _ROOM_FOR_COUNTS:
            said += f" {short_number(row.old_count)} → {short_number(row.new_count)}"
        x += [row.old_count, 10**beside, None]
        y += [factor, 10 ** (place + shift), None]
        words.append(
            word(
                said,
                x=beside,
                y=place + shift,
                xanchor="left" if is_left else "right",
                font={"size": 12},
            )
        )
    leader = {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "lines",
        "line": {"color": QUIET, "width": 1},
        "hoverinfo": "skip",
    }
    return words, leader


def _key() -> list[dict]:
    """What is above and below the line, at its right end, where points are few."""
    return [
        word(
            f"<b>{named(said, colour, mark)}</b>",
            xref="paper",
            x=1,
            y=0,
            xanchor="right",
            yshift=shift,
            font={"size": 13},
        )
        for mark, said, colour, shift in (
            ("▲", "raised", RAISED, 40),
            ("▼", "lowered", LOWERED, -40),
        )
    ]
