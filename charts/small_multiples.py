"""One small chart a member, two abreast, all on one scale."""

from math import log10

import pandas as pd
import plotly.graph_objects as go

from charts.periods import names, time_axis
from charts.splits import Split, ground
from charts.theme import FAINT, alpha, figure, log_axis, plain, short_number

# Two abreast still read on a phone.
_ABREAST, _ROW_HEIGHT = 2, 132


def small_multiples(shown: Split, *, is_size: bool) -> go.Figure:
    """One small chart a member, all on one scale; sizes on a log axis. What is not over is
    hollow."""
    rows = -(-len(shown.called) // _ABREAST)
    drawn = figure(_ROW_HEIGHT * rows + 24)
    scale = _log_scale(shown.wide) if is_size else _linear_scale(shown.wide)
    axis = time_axis(shown.days, shown.period)
    ends = [shown.days.iloc[0].year, shown.days.iloc[-1].year]
    axis |= {"tickvals": shown.at.iloc[[0, -1]].tolist(), "ticktext": [str(y) for y in ends]}
    layout, traces, words, shapes = {}, [], [], []
    for place, member in enumerate(shown.called):
        nth = "" if place == 0 else str(place + 1)
        row, column = divmod(place, _ABREAST)
        top, left = 1 - (row + 0.16) / rows, column * 0.54
        layout[f"xaxis{nth}"] = axis | {"domain": [left, left + 0.46], "anchor": f"y{nth}"}
        layout[f"xaxis{nth}"]["showticklabels"] = place >= len(shown.called) - _ABREAST
        layout[f"yaxis{nth}"] = scale | {"domain": [top - 0.7 / rows, top], "anchor": f"x{nth}"}
        layout[f"yaxis{nth}"]["showticklabels"] = column == 0
        traces += _small(shown, member, nth, is_size=is_size)
        words.append(_heading(shown.called[member], shown.colours[member], left, top))
        words += _last_value(shown, member, nth, is_size=is_size)
        shapes += [shape | {"xref": f"x{nth}", "yref": f"y{nth} domain"} for shape in ground(shown)]
    drawn.add_traces(traces)
    drawn.update_layout(layout | {"annotations": words, "shapes": shapes})
    drawn.update_layout(margin={"t": 4, "r": 44})
    return drawn


def _small(shown: Split, member: str, nth: str, *, is_size: bool) -> list[go.Scatter]:
    """A line through what is over; what is not stands apart, lest it look like a fall."""
    values, colour = shown.wide[member], shown.colours[member]
    values = values.where(values > 0) if is_size else values
    axes = {"xaxis": f"x{nth}", "yaxis": f"y{nth}"}
    over = ~shown.unfinished
    line = go.Scatter(
        axes,
        x=shown.at[over],
        y=values[over],
        mode="lines",
        line={"color": colour, "width": 2.2 if len(values) < 30 else 1.4},
        fill=None if is_size else "tozeroy",
        fillcolor=alpha(colour, 0.16),
        hoverinfo="skip",
    )
    points = go.Scatter(
        axes,
        x=shown.at,
        y=values,
        mode="markers",
        marker={
            "color": colour,
            "size": [5 if now or len(values) < 30 else 2 for now in shown.unfinished],
            "symbol": ["circle-open" if now else "circle" for now in shown.unfinished],
        },
        text=names(shown.days, shown.period),
        hovertemplate="%{text}: %{y:,.0f}<extra>" + shown.called[member] + "</extra>",
    )
    return [line, points]


def _heading(name: str, colour: str, left: float, top: float) -> dict:
    return {
        "text": f'<span style="color:{colour}">■</span> {plain(name)}',
        "xref": "paper",
        "yref": "paper",
        "x": left,
        "y": top,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 3,
        "showarrow": False,
    }


def _last_value(shown: Split, member: str, nth: str, *, is_size: bool) -> list[dict]:
    """The value of the last period that is over, at the line's end."""
    known = shown.wide.loc[~shown.unfinished, member].dropna()
    known = known[known > 0] if is_size else known
    if known.empty or shown.period != "year":
        return []
    value = known.iloc[-1]
    return [
        {
            "text": short_number(value) if is_size else f"{value:,.0f}",
            "xref": f"x{nth}",
            "yref": f"y{nth}",
            "x": shown.at[known.index[-1]],
            "y": log10(value) if is_size else value,
            "xanchor": "right",
            "yanchor": "bottom",
            "xshift": 8,
            "yshift": 2,
            "showarrow": False,
            "font": {"size": 12},
        }
    ]


def _linear_scale(wide: pd.DataFrame) -> dict:
    return {"range": [0, float(wide.max().max()) * 1.18], "nticks": 4, "gridcolor": FAINT}


def _log_scale(wide: pd.DataFrame) -> dict:
    known = wide.where(wide > 0)
    low, high = float(known.min().min()), float(known.max().max())
    settings = log_axis(low / 2, high * 3)
    ticks = settings["tickvals"][:: 2 if len(settings["tickvals"]) > 4 else 1]
    return settings | {
        "tickvals": ticks,
        "ticktext": [short_number(tick) for tick in ticks],
        "range": [log10(low / 2), log10(high * 3)],
        "gridcolor": FAINT,
    }
