"""One small chart a member, two abreast, all on one scale."""

from math import log10

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.periods import names, time_axis
from charts.splits import Split, ground
from charts.theme import FAINT, alpha, figure, log_axis, named, plain, short_number

# Two abreast still read on a phone.
_ABREAST, _ROW_HEIGHT = 2, 132
_QUIET_AXIS = {"gridcolor": FAINT, "zeroline": False, "automargin": True, "ticks": ""}


def small_multiples(shown: Split, *, is_size: bool) -> go.Figure:
    """One small chart a member, all on one scale; sizes on a log axis. What is not over is
    hollow."""
    rows = -(-len(shown.called) // _ABREAST)
    scale = _log_scale(shown.wide) if is_size else _linear_scale(shown.wide)
    first, last = shown.at.iloc[0], shown.at.iloc[-1]
    across = {
        **time_axis(shown.days, shown.period),
        "tickvals": [first, last],
        "ticktext": [str(day.year) for day in (shown.days.iloc[0], shown.days.iloc[-1])],
        **_QUIET_AXIS,
        "showgrid": False,
    }
    layout, traces, words, shapes = {}, [], [], []
    for place, member in enumerate(shown.called):
        nth = "" if place == 0 else str(place + 1)
        row, column = divmod(place, _ABREAST)
        top, left = 1 - (row + 0.16) / rows, column * 0.54
        layout[f"xaxis{nth}"] = across | {
            "domain": [left, left + 0.46],
            "anchor": f"y{nth}",
            "showticklabels": place >= len(shown.called) - _ABREAST,
        }
        layout[f"yaxis{nth}"] = scale | {
            "domain": [top - 0.7 / rows, top],
            "anchor": f"x{nth}",
            "showticklabels": column == 0,
        }
        traces += _small(shown, member, nth, is_size=is_size)
        words.append(_heading(shown.called[member], shown.colours[member], left, top))
        # On a log axis a falling line would run through its own label.
        words += [] if is_size else _last_value(shown, member, nth)
        shapes += [shape | {"xref": f"x{nth}", "yref": f"y{nth} domain"} for shape in ground(shown)]
    layout |= {"annotations": words, "shapes": shapes, "margin": {"t": 4, "r": 44, "l": 8, "b": 8}}
    return figure(_ROW_HEIGHT * rows + 24, data=traces, layout=layout)


def _small(shown: Split, member: str, nth: str, *, is_size: bool) -> list[dict]:
    """A line through what is over; what is not stands apart, lest it look like a fall."""
    values, colour = shown.wide[member].to_numpy(float), shown.colours[member]
    values = np.where(values > 0, values, np.nan) if is_size else values
    at, unfinished = shown.at.to_numpy(), shown.unfinished.to_numpy()
    called = np.array(names(shown.days, shown.period))
    is_many = len(values) > 30
    whole = {
        "type": "scatter",
        "mode": "lines+markers",
        "line": {"color": colour, "width": 1.4 if is_many else 2.2},
        "marker": {"color": colour, "size": 2 if is_many else 5},
        "fill": "none" if is_size else "tozeroy",
        "fillcolor": alpha(colour, 0.16),
    }
    begun = {
        "type": "scatter",
        "mode": "markers",
        "marker": {"color": colour, "size": 5, "symbol": "circle-open"},
    }
    return [
        look
        | {
            "xaxis": f"x{nth}",
            "yaxis": f"y{nth}",
            "x": at[part],
            "y": values[part],
            "text": called[part],
            "hovertemplate": "%{text}: %{y:,.0f}<extra>" + shown.called[member] + "</extra>",
        }
        for look, part in ((whole, ~unfinished), (begun, unfinished))
        if part.any()
    ]


def _heading(name: str, colour: str, left: float, top: float) -> dict:
    return {
        "text": named(plain(name), colour),
        "xref": "paper",
        "yref": "paper",
        "x": left,
        "y": top,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 3,
        "showarrow": False,
    }


def _last_value(shown: Split, member: str, nth: str) -> list[dict]:
    """The count of the last year that is over, at the line's end, if it bears comparing."""
    if shown.period != "year":
        return []
    over = [
        index
        for index, (day, is_open) in enumerate(zip(shown.days, shown.unfinished, strict=True))
        if not is_open and day.year not in shown.pale
    ]
    if not over:
        return []
    at = over[-1]
    value = shown.wide[member].iloc[at]
    return [
        {
            "text": f"{value:,.0f}",
            "xref": f"x{nth}",
            "yref": f"y{nth}",
            "x": shown.at[at],
            "y": value,
            "xanchor": "right",
            "yanchor": "bottom",
            "xshift": 8,
            "yshift": 2,
            "showarrow": False,
            "font": {"size": 12},
        }
    ]


def _linear_scale(wide: pd.DataFrame) -> dict:
    return {
        "range": [0, float(wide.max().max()) * 1.18],
        "nticks": 4,
        "tickformat": ",",
    } | _QUIET_AXIS


def _log_scale(wide: pd.DataFrame) -> dict:
    known = wide.where(wide > 0)
    low, high = float(known.min().min()), float(known.max().max())
    settings = log_axis(low / 2, high * 3)
    ticks = settings["tickvals"][:: 2 if len(settings["tickvals"]) > 4 else 1]
    return settings | {
        "tickvals": ticks,
        "ticktext": [short_number(tick) for tick in ticks],
        "range": [log10(low / 2), log10(high * 3)],
        **_QUIET_AXIS,
    }
