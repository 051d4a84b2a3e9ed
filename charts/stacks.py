"""Stacked columns over time, of counts or of shares, named at their right end."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts.periods import MONTHS, names, time_axis
from charts.splits import Split, ground, split
from charts.theme import figure, named, plain, spread

_HEIGHT = 420


def stacked(shown: Split, *, is_share: bool) -> go.Figure:
    """Stacked columns, one colour a member, named at their right end; `is_share` of all mentions.
    What is not over is hatched."""
    wide = shown.wide
    if is_share:
        wide = wide.div(wide.sum(axis=1).where(lambda total: total > 0), axis=0)
    opacity = [0.35 if day.year in shown.pale else 1 for day in shown.days]
    pattern = {"shape": ["/" if now else "" for now in shown.unfinished], "solidity": 0.35}
    called = names(shown.days, shown.period)
    value = "%{text}: %{y:.1%}" if is_share else "%{text}: %{y:,}"
    columns = [
        {
            "type": "bar",
            "x": shown.at,
            "y": wide[member],
            "width": MONTHS[shown.period] / 12 * (0.84 if shown.period == "year" else 1),
            "text": called,
            "textposition": "none",
            "marker": {"color": shown.colours[member], "pattern": pattern, "opacity": opacity},
            "hovertemplate": f"{value}<extra>{name}</extra>",
        }
        for member, name in shown.called.items()
    ]
    top = 1.0 if is_share else float(wide.sum(axis=1).max())
    layout = {
        "barmode": "stack",
        "bargap": 0,
        "annotations": _key(shown, wide, top),
        "shapes": [shape | {"xref": "x", "yref": "y domain"} for shape in ground(shown)],
        "xaxis": time_axis(shown.days, shown.period, most=4),
        "yaxis": {
            "range": [0, top * (1 if is_share else 1.04)],
            "nticks": 6,
            "tickformat": ".0%" if is_share else "~s",
        },
    }
    return figure(_HEIGHT, right=152, data=columns, layout=layout)


def yearly_shares(
    members: pd.DataFrame,
    by: str,
    labels: dict[str, str],
    *,
    as_of: date,
    pale: tuple[int, ...] = (),
) -> go.Figure:
    """The same of the reports of each year: `members` has period_on, member and reports; `pale`
    years hold too few to compare."""
    years = members["period_on"].drop_duplicates()
    shown = split(members, "reports", by, "year", labels, years, as_of=as_of, pale=pale)
    return stacked(shown, is_share=True)


def _key(shown: Split, wide: pd.DataFrame, top: float) -> list[dict]:
    """The members' names right of the columns, as near their part of the last one as they fit."""
    filled = wide.loc[wide.sum(axis=1) > 0]
    last = filled.iloc[-1]
    middles = last.cumsum() - last / 2
    least = top * 18 / (_HEIGHT - 50)
    apart = spread(middles.tolist(), least, within=(least / 2, top - least / 2))
    return [
        {
            "text": named(plain(name), shown.colours[member]),
            "x": 1,
            "xref": "paper",
            "y": value,
            "xanchor": "left",
            "xshift": 2,
            "showarrow": False,
            "font": {"size": 12},
        }
        for (member, name), value in zip(shown.called.items(), apart, strict=True)
    ]
