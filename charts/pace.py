"""The running year beside the years before, day by day."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, QUIET, figure, spread


def pace(paces: pd.DataFrame, *, as_of: date) -> go.Figure:
    """One climbing line a year, each named at its end; the running year and the same day of the
    year before carry their numbers."""
    today = as_of.timetuple().tm_yday
    is_over = (as_of.month, as_of.day) == (12, 31)
    traces, words, ends = [], [], []
    for year, line in paces.groupby("year"):
        now = year == as_of.year
        traces.append(_line(line, int(year), now=now, faint=year < as_of.year - 1))
        if is_over or not now:
            end = line.iloc[-1]
            ends.append((str(year), int(end["day_of_year"]), float(end["reports_so_far"])))
        stood = line[line["day_of_year"] <= today]
        if not is_over and year >= as_of.year - 1 and len(stood):
            point, word = _count_today(today, int(year), int(stood["reports_so_far"].iloc[-1]), now)
            traces.append(point)
            words.append(word)
    words += _ends(ends, float(paces["reports_so_far"].max()))
    layout = {
        "annotations": words,
        "xaxis": {
            "tickvals": [1, 60, 121, 182, 244, 305],
            "ticktext": ["Jan", "Mar", "May", "Jul", "Sep", "Nov"],
            "range": [1, 366],
        },
        "yaxis": {"rangemode": "tozero"},
    }
    return figure(400, right=46, data=traces, layout=layout)


def _line(line: pd.DataFrame, year: int, *, now: bool, faint: bool) -> dict:
    return {
        "type": "scatter",
        "x": line["day_of_year"].to_numpy(),
        "y": line["reports_so_far"].to_numpy(),
        "mode": "lines",
        "line": {"color": ACCENT if now else QUIET, "width": 3 if now else 1.3, "shape": "hv"},
        "opacity": 0.6 if faint else 1,
        "hovertemplate": f"{year}: %{{y:,}}<extra></extra>",
    }


def _count_today(today: int, year: int, reports: int, now: bool) -> tuple[dict, dict]:
    """A point and a number where the year stood on this day."""
    point = {
        "type": "scatter",
        "x": [today],
        "y": [reports],
        "mode": "markers",
        "marker": {"size": 9, "color": ACCENT if now else QUIET},
        "hoverinfo": "skip",
    }
    word = {
        "x": today,
        "y": reports,
        "text": f"<b>{year}: {reports:,}</b>",
        "xanchor": "left" if now else "right",
        "xshift": 8 if now else -8,
        "yshift": -10 if now else 10,
        "showarrow": False,
    }
    return point, word


def _ends(ends: list[tuple[str, int, float]], highest: float) -> list[dict]:
    """The years' names where their lines end."""
    apart = spread([value for _, _, value in ends], highest / 22)
    return [
        {
            "x": day,
            "y": value,
            "text": name,
            "xanchor": "left",
            "xshift": 6,
            "showarrow": False,
            "font": {"size": 12},
        }
        for (name, day, _), value in zip(ends, apart, strict=True)
    ]
