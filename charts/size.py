"""Figures of the size page."""

import math

import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, QUIET, alpha, figure, log_axis, short_number

_MOST_NAMES = 8


def exceedance(sizes: pd.DataFrame, named: pd.DataFrame) -> go.Figure:
    """The falling line of shares on log axes, with named cases on it.

    `sizes` has individuals_affected, share_at_least, reports_at_least; `named` short_name and
    individuals_affected.
    """
    drawn = figure(430)
    drawn.add_scatter(
        x=sizes["individuals_affected"],
        y=sizes["share_at_least"],
        mode="lines",
        line={"color": ACCENT, "width": 2.5, "shape": "hv"},
        customdata=sizes[["reports_at_least"]],
        hovertemplate="%{x:,} or more: %{y:.2%} of reports, %{customdata[0]:,}<extra></extra>",
    )
    largest = float(sizes["individuals_affected"].max())
    for case in _apart(named).itertuples():
        above = sizes[sizes["individuals_affected"] >= case.individuals_affected]
        part = above["share_at_least"].max() if len(above) else sizes["share_at_least"].min()
        # Beyond the end of the line there is no room for a name.
        is_far_right = case.individuals_affected > largest / 20
        drawn.add_scatter(
            x=[case.individuals_affected],
            y=[part],
            mode="markers",
            marker={"size": 9, "color": "#d8572f"},
            hovertemplate=f"{case.short_name}: %{{x:,}}<extra></extra>",
        )
        drawn.add_annotation(
            x=math.log10(case.individuals_affected),
            y=math.log10(part),
            text=case.short_name,
            ax=-26 if is_far_right else 34,
            ay=16 if is_far_right else -16,
            xanchor="right" if is_far_right else "left",
            arrowwidth=0.8,
            arrowcolor=QUIET,
            arrowhead=0,
        )
    drawn.update_xaxes(
        **log_axis(sizes["individuals_affected"].min(), largest),
        range=[math.log10(max(1, sizes["individuals_affected"].min())), math.log10(largest) + 0.2],
    )
    drawn.update_yaxes(type="log", tickformat=".2~%", nticks=6, dtick=1)
    return drawn


def quantiles(years: pd.DataFrame) -> go.Figure:
    """Median line with the bands of the middle half and the middle four fifths, on a log axis."""
    drawn = figure()
    for low, high, opacity in (("p10", "p90", 0.14), ("p25", "p75", 0.26)):
        drawn.add_scatter(
            x=[*years["year"], *years["year"][::-1]],
            y=[*years[high], *years[low][::-1]],
            fill="toself",
            fillcolor=alpha(ACCENT, opacity),
            line={"width": 0},
            hoverinfo="skip",
        )
    drawn.add_scatter(
        x=years["year"],
        y=years["p50"],
        mode="lines+markers",
        line={"color": ACCENT, "width": 2.5},
        marker={
            "size": 7,
            "symbol": ["circle-open" if small else "circle" for small in years["reports"] < 10],
        },
        customdata=years[["p25", "p75", "reports"]],
        hovertemplate=(
            "%{x}: median %{y:,.0f}, middle half %{customdata[0]:,.0f} to %{customdata[1]:,.0f}, "
            "%{customdata[2]:,} reports<extra></extra>"
        ),
    )
    for column, text in (("p90", "90% below"), ("p75", "75%"), ("p50", "median"), ("p25", "25%")):
        drawn.add_annotation(
            x=years["year"].iloc[-1],
            y=math.log10(years[column].iloc[-1]),
            text=text,
            xanchor="left",
            xshift=8,
            showarrow=False,
            font={"size": 12},
        )
    drawn.update_layout(margin={"r": 74})
    drawn.update_xaxes(nticks=9, tickformat="d")
    drawn.update_yaxes(**log_axis(min(500, years["p10"].min()), years["p90"].max()))
    return drawn


def fitted(by_threshold: pd.DataFrame) -> go.Figure:
    """Reports filed and reports expected by the lognormal, at round sizes, on log axes."""
    shown = by_threshold[by_threshold["lognormal"] > 0.05]
    drawn = figure(300)
    drawn.add_scatter(
        x=shown["individuals_affected"],
        y=shown["lognormal"],
        mode="lines",
        name="Expected by the lognormal",
        line={"color": QUIET, "width": 2, "dash": "dash"},
        error_y={
            "type": "data",
            "symmetric": False,
            "array": shown["lognormal_high"] - shown["lognormal"],
            "arrayminus": shown["lognormal"] - shown["lognormal_low"],
            "color": QUIET,
            "thickness": 1,
        },
        hovertemplate="%{x:,} or more: %{y:,.1f} expected<extra></extra>",
    )
    drawn.add_scatter(
        x=shown["individuals_affected"],
        y=shown["reports_at_least"].where(shown["reports_at_least"] > 0),
        mode="markers",
        name="Filed",
        marker={"size": 10, "color": ACCENT},
        hovertemplate="%{x:,} or more: %{y:,} filed<extra></extra>",
    )
    drawn.update_layout(showlegend=True)
    ticks = shown["individuals_affected"].tolist()
    drawn.update_xaxes(type="log", tickvals=ticks, ticktext=[short_number(n) for n in ticks])
    drawn.update_yaxes(type="log", dtick=1, tickformat=",")
    return drawn


def _apart(named: pd.DataFrame) -> pd.DataFrame:
    """Few enough cases that their names do not touch: at least a third of a decade between them."""
    kept, last = [], math.inf
    for case in named.itertuples():
        at = math.log10(case.individuals_affected)
        if last - at >= 0.3:
            kept.append(case.Index)
            last = at
    return named.loc[kept[:_MOST_NAMES]]
