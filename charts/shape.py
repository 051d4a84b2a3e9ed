"""The fitted distribution beside the reports filed."""

from math import log10

import pandas as pd
import plotly.graph_objects as go

from charts.size import NAMED, size_ticks, upright
from charts.theme import ACCENT, FAINT, QUIET, figure, named, short_number, word


def fitted(curve: pd.DataFrame, *, fits_to: int | None, tail_from: int) -> go.Figure:
    """Reports filed at each size and more, beside what the lognormal expects with its 95% range,
    and the power law from where it fits best; on log axes."""
    shown = curve[curve["lognormal_high"] > 0.5]
    x = shown["individuals_affected"]
    low, high = (shown[f"lognormal_{end}"].clip(lower=0.5) for end in ("low", "high"))
    band = {
        "type": "scatter",
        "x": [*x, *x[::-1]],
        "y": [*high, *low[::-1]],
        "mode": "lines",
        "fill": "toself",
        "fillcolor": FAINT,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }
    lines = (
        ("lognormal", QUIET, "dash", 1.8, "lognormal, with its 95% range"),
        ("power_law", NAMED, "dot", 1.8, f"power law from {short_number(tail_from)}"),
        ("reports_at_least", ACCENT, "solid", 2.5, "filed"),
    )
    drawn = [
        {
            "type": "scatter",
            "x": x,
            "y": shown[column],
            "mode": "lines",
            "line": {"color": colour, "width": width, "dash": dash},
            "hovertemplate": f"%{{x:,}} or more: %{{y:,.1f}}<extra>{name}</extra>",
        }
        for column, colour, dash, width, name in lines
    ]
    layout = {
        "annotations": [_key([(colour, name) for _, colour, _, _, name in lines])],
        "xaxis": size_ticks(x.min(), x.max()) | {"showgrid": False},
        "yaxis": {"type": "log", "dtick": 1, "range": [log10(0.5), log10(high.max()) + 0.2]},
    }
    if fits_to is not None and fits_to < x.max():
        layout["annotations"].append(_holds(fits_to, is_left=fits_to > x.max() / 1000))
        layout["shapes"] = [upright(fits_to)]
    return figure(400, data=[band, *drawn], layout=layout)


def _key(lines: list[tuple[str, str]]) -> dict:
    return word(
        "<br>".join(
            named(name, colour, mark) for mark, (colour, name) in zip("╌┈━", lines, strict=True)
        ),
        x=0,
        y=0,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        xshift=6,
        align="left",
    )


def _holds(fits_to: int, *, is_left: bool) -> dict:
    return word(
        f"holds up to {short_number(fits_to)}",
        x=log10(fits_to),
        y=1,
        yref="paper",
        xanchor="right" if is_left else "left",
        xshift=-6 if is_left else 6,
    )
