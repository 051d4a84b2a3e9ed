"""Figures of reports split by what they are: small multiples, stacked columns, shares."""

from dataclasses import dataclass
from datetime import date
from math import log10

import pandas as pd
import plotly.graph_objects as go

from charts.periods import MONTHS, is_open, names, places, time_axis
from charts.theme import (
    COLOURS,
    FAINT,
    QUIET,
    alpha,
    figure,
    log_axis,
    plain,
    short_number,
    spread,
)

_SHORT = {
    "Hacking/IT Incident": "Hacking",
    "Unauthorized Access/Disclosure": "Unauthorized access",
    "Healthcare Provider": "Provider",
    "Healthcare Clearing House": "Clearing house",
    "Other Portable Electronic Device": "Portable device",
    "Electronic Medical Record": "Medical record",
    "Desktop Computer": "Desktop",
    "misdirected_communication": "Misdirected",
    "stolen_device_or_records": "Stolen device/records",
    "lost_device_or_records": "Lost device/records",
}
# Two abreast still read on a phone.
_ABREAST, _ROW_HEIGHT = 2, 132
_HEIGHT = 420


@dataclass(frozen=True)
class Split:
    """Members over time, ready to draw.

    wide: one row a period, one column a member, the largest first; called: what to call each;
    at: where each period lies on the axis; unfinished: whether it was over on the day of the data;
    pale: years that hold too few reports to compare, grey underneath; breaks_at: the year from
    whose start the members mean something else.
    """

    wide: pd.DataFrame
    called: dict[str, str]
    colours: dict[str, str]
    period: str
    days: pd.Series
    at: pd.Series
    unfinished: pd.Series
    pale: tuple[int, ...]
    breaks_at: int | None


def split(
    members: pd.DataFrame,
    column: str,
    by: str,
    period: str,
    labels: dict[str, str],
    periods: pd.Series,
    *,
    as_of: date,
    pale: tuple[int, ...] = (),
    breaks_at: int | None = None,
) -> Split:
    """`members` (period_on, member, `column`) in the shape of a figure, one row for each day of
    `periods`. A count that is not there is zero; a median that is not there stays unknown."""
    wide = members.pivot(index="period_on", columns="member", values=column).reindex(periods)
    if column != "median_individuals":
        wide = wide.fillna(0)
    order = wide.sum().sort_values(ascending=False)
    wide = wide[[member for member in order.index if order[member] > 0]]
    days = periods.reset_index(drop=True)
    first, last = days.iloc[0].year, days.iloc[-1].year
    return Split(
        wide=wide.reset_index(drop=True),
        called={member: _SHORT.get(member, labels.get(member, member)) for member in wide},
        colours={member: COLOURS[by].get(member, QUIET) for member in wide},
        period=period,
        days=days,
        at=places(days, period),
        unfinished=is_open(days, period, as_of),
        pale=tuple(year for year in pale if first <= year <= last),
        breaks_at=breaks_at if breaks_at and first < breaks_at <= last else None,
    )


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
        shapes += [
            shape | {"xref": f"x{nth}", "yref": f"y{nth} domain"} for shape in _ground(shown)
        ]
    drawn.add_traces(traces)
    drawn.update_layout(layout | {"annotations": words, "shapes": shapes})
    drawn.update_layout(margin={"t": 4, "r": 44})
    return drawn


def stacked(shown: Split, *, is_share: bool) -> go.Figure:
    """Stacked columns, one colour a member, named at their right end; `is_share` of all mentions.
    What is not over is hatched."""
    wide = shown.wide
    if is_share:
        wide = wide.div(wide.sum(axis=1).where(lambda total: total > 0), axis=0)
    drawn = figure(_HEIGHT, right=152)
    opacity = [0.35 if day.year in shown.pale else 1 for day in shown.days]
    pattern = {"shape": ["/" if now else "" for now in shown.unfinished], "solidity": 0.35}
    called = names(shown.days, shown.period)
    for member, name in shown.called.items():
        drawn.add_bar(
            x=shown.at,
            y=wide[member],
            width=MONTHS[shown.period] / 12 * (0.84 if shown.period == "year" else 1),
            text=called,
            textposition="none",
            marker={"color": shown.colours[member], "pattern": pattern, "opacity": opacity},
            hovertemplate="%{text}: %{y:.1%}<extra>" + name + "</extra>"
            if is_share
            else "%{text}: %{y:,}<extra>" + name + "</extra>",
        )
    top = 1.0 if is_share else float(wide.sum(axis=1).max())
    words = _key(shown, wide, top)
    shapes = [shape | {"xref": "x", "yref": "y domain"} for shape in _ground(shown)]
    drawn.update_layout(barmode="stack", bargap=0, annotations=words, shapes=shapes)
    drawn.update_xaxes(time_axis(shown.days, shown.period, most=4))
    drawn.update_yaxes(
        range=[0, top * (1 if is_share else 1.04)],
        nticks=6,
        tickformat=".0%" if is_share else "~s",
    )
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


def _ground(shown: Split) -> list[dict]:
    """Grey under years that hold too little, and a line where the members' meaning changes."""
    shapes = [
        {
            "type": "rect",
            "x0": year - 0.5,
            "x1": year + 0.5,
            "y0": 0,
            "y1": 1,
            "fillcolor": FAINT,
            "line": {"width": 0},
            "layer": "below",
        }
        for year in shown.pale
    ]
    if shown.breaks_at:
        at = shown.breaks_at - 0.5
        line = {"width": 1, "dash": "dot", "color": QUIET}
        shapes.append(
            {"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "line": line, "layer": "above"}
        )
    return shapes


def _key(shown: Split, wide: pd.DataFrame, top: float) -> list[dict]:
    """The members' names right of the columns, as near their part of the last one as they fit."""
    filled = wide.loc[wide.sum(axis=1) > 0]
    last = filled.iloc[-1]
    middles = last.cumsum() - last / 2
    least = top * 18 / (_HEIGHT - 50)
    apart = spread(middles.tolist(), least)
    lift = max(0.0, least / 2 - min(apart)) - max(0.0, max(apart) - top + least / 2)
    return [
        {
            "text": f'<span style="color:{shown.colours[member]}">■</span> {plain(name)}',
            "x": 1,
            "xref": "paper",
            "y": value + lift,
            "xanchor": "left",
            "xshift": 2,
            "showarrow": False,
            "font": {"size": 12},
        }
        for (member, name), value in zip(shown.called.items(), apart, strict=True)
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
