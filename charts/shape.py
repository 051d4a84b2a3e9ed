"""The fitted distribution beside the reports filed."""

from math import log10

import pandas as pd
import plotly.graph_objects as go

from charts.size import NAMED, size_ticks
from charts.theme import ACCENT, FAINT, INK, QUIET, figure, short_number


def fitted(curve: pd.DataFrame, *, fits_to: int | None, tail_from: int) -> go.Figure:
    """Reports filed at each size and more, beside what the lognormal expects with its 95% range,
    and the power law from where it fits best; on log axes."""
    drawn = figure(400)
    shown = curve[curve["lognormal_high"] > 0.5]
    x = shown["individuals_affected"]
    drawn.add_scatter(
        x=[*x, *x[::-1]],
        y=[*shown["lognormal_high"].clip(lower=0.5), *shown["lognormal_low"].clip(lower=0.5)[::-1]],
        mode="lines",
        fill="toself",
        fillcolor=FAINT,
        line={"width": 0},
        hoverinfo="skip",
    )
    lines = (
        ("lognormal", QUIET, "dash", 1.8, "lognormal, with its 95% range"),
        ("power_law", NAMED, "dot", 1.8, f"power law from {short_number(tail_from)}"),
        ("reports_at_least", ACCENT, "solid", 2.5, "filed"),
    )
    for column, colour, dash, width, name in lines:
        drawn.add_scatter(
            x=x,
            y=shown[column],
            mode="lines",
            line={"color": colour, "width": width, "dash": dash},
            hovertemplate=f"%{{x:,}} or more: %{{y:,.1f}}<extra>{name}</extra>",
        )
    drawn.add_annotation(
        x=0,
        y=0,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        xshift=6,
        align="left",
        text="<br>".join(
            f'<span style="color:{colour}">{mark}</span> {name}'
            for mark, (_, colour, _, _, name) in zip("╌┈━", lines, strict=True)
        ),
        showarrow=False,
        font={"color": INK},
    )
    if fits_to is not None and fits_to < x.max():
        line = {"width": 1, "dash": "dot", "color": QUIET}
        drawn.add_vline(x=fits_to, line=line)
        drawn.add_annotation(
            x=log10(fits_to),
            y=1,
            yref="paper",
            text=f"holds up to {short_number(fits_to)}",
            xanchor="right" if fits_to > x.max() / 1000 else "left",
            xshift=-6 if fits_to > x.max() / 1000 else 6,
            showarrow=False,
            font={"color": INK},
        )
    drawn.update_xaxes(size_ticks(x.min(), x.max()) | {"showgrid": False})
    top = float(shown["lognormal_high"].max())
    drawn.update_yaxes(type="log", dtick=1, tickformat=",", range=[log10(0.5), log10(top) + 0.2])
    return drawn
