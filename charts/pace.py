"""The running year beside the years before, day by day."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, INK, QUIET, figure, spread


def pace(paces: pd.DataFrame, *, as_of: date) -> go.Figure:
    """One climbing line a year, each named at its end; the running year and the same day of the
    year before carry their numbers."""
    drawn = figure(400, right=46)
    today = as_of.timetuple().tm_yday
    running = as_of.year if (as_of.month, as_of.day) != (12, 31) else None
    ends = []
    for year, line in paces.groupby("year"):
        now = year == as_of.year
        drawn.add_scatter(
            x=line["day_of_year"],
            y=line["reports_so_far"],
            mode="lines",
            line={"color": ACCENT if now else QUIET, "width": 3 if now else 1.3, "shape": "hv"},
            opacity=1 if now or year == as_of.year - 1 else 0.6,
            hovertemplate=f"{year}: %{{y:,}}<extra></extra>",
        )
        end = line.iloc[-1]
        if year != running:
            ends.append((str(year), end["day_of_year"], float(end["reports_so_far"])))
        if running and year >= as_of.year - 1 and (line["day_of_year"] <= today).any():
            _count_today(drawn, line, today, now=now)
    _name_ends(drawn, ends, float(paces["reports_so_far"].max()))
    months = ("Jan", "Mar", "May", "Jul", "Sep", "Nov")
    drawn.update_xaxes(tickvals=[1, 60, 121, 182, 244, 305], ticktext=months, range=[1, 366])
    drawn.update_yaxes(rangemode="tozero")
    return drawn


def _count_today(drawn: go.Figure, line: pd.DataFrame, today: int, *, now: bool) -> None:
    """A point and a number where the year stood on this day."""
    stood = line[line["day_of_year"] <= today].iloc[-1]
    drawn.add_scatter(
        x=[today],
        y=[stood["reports_so_far"]],
        mode="markers",
        marker={"size": 9, "color": ACCENT if now else QUIET},
        hoverinfo="skip",
    )
    drawn.add_annotation(
        x=today,
        y=stood["reports_so_far"],
        text=f"<b>{stood['year']}: {stood['reports_so_far']:,}</b>",
        xanchor="left" if now else "right",
        xshift=8 if now else -8,
        yshift=-10 if now else 10,
        showarrow=False,
        font={"color": ACCENT if now else INK},
    )


def _name_ends(drawn: go.Figure, ends: list[tuple[str, float, float]], highest: float) -> None:
    apart = spread([value for _, _, value in ends], highest / 22)
    for (name, day, _), value in zip(ends, apart, strict=True):
        drawn.add_annotation(
            x=day, y=value, text=name, xanchor="left", xshift=6, showarrow=False, font={"size": 12}
        )
