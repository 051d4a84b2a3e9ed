"""A figure as an image that stands alone: with its finding, its measure and its source."""

import textwrap

import plotly.graph_objects as go

from charts.theme import plain

WIDTH = 1200
_TITLE_LETTERS, _SUBTITLE_LETTERS = 74, 120
_TITLE_LINE, _SUBTITLE_LINE = 34, 22
_LEFT, _BOTTOM = 60, 90
# Room between subtitle and plot, where a legend may stand.
_ABOVE_PLOT = 46


def picture(
    figure: go.Figure, title: str, subtitle: str, source: str, *, height: int = 480
) -> go.Figure:
    """A copy for print: light, 1200 px wide, title and subtitle above, source line below.

    `height` is that of the plot in pixels; the words come on top of it.
    """
    heading = textwrap.wrap(title, _TITLE_LETTERS)
    below = textwrap.wrap(subtitle, _SUBTITLE_LETTERS)
    title_at = _ABOVE_PLOT + _SUBTITLE_LINE * len(below) + 8
    top = title_at + _TITLE_LINE * len(heading) + 24
    printed = go.Figure(figure)
    printed.update_layout(
        template="plotly_white",
        paper_bgcolor="#ffffff",
        plot_bgcolor="#ffffff",
        width=WIDTH,
        height=top + height + _BOTTOM,
        font={"family": "Inter, Helvetica, Arial, sans-serif", "size": 15, "color": "#1b2530"},
        margin={"t": top, "b": _BOTTOM, "l": _LEFT, "r": max(40, figure.layout.margin.r or 0)},
    )
    _line(printed, heading, at=title_at, size=26, bold=True)
    _line(printed, below, at=_ABOVE_PLOT, size=15, colour="#5a6672")
    printed.add_annotation(
        text=plain(source),
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        yshift=-62,
        xshift=-_LEFT / 2,
        xanchor="left",
        showarrow=False,
        font={"size": 12, "color": "#5a6672"},
    )
    return printed


def _line(
    printed: go.Figure,
    lines: list[str],
    *,
    at: int,
    size: int,
    bold: bool = False,
    colour: str = "#1b2530",
) -> None:
    text = "<br>".join(plain(line) for line in lines)
    printed.add_annotation(
        text=f"<b>{text}</b>" if bold else text,
        xref="paper",
        yref="paper",
        x=0,
        y=1,
        yshift=at,
        xshift=-_LEFT / 2,
        xanchor="left",
        yanchor="bottom",
        align="left",
        showarrow=False,
        font={"size": size, "color": colour},
    )


def drawing(figure: go.Figure, *, width: int = 760) -> str:
    """The figure alone as SVG text, light, to be set into a page that has its own words."""
    printed = go.Figure(figure)
    printed.update_layout(
        template="plotly_white",
        paper_bgcolor="#ffffff",
        plot_bgcolor="#ffffff",
        font={"family": "Inter, Helvetica, Arial, sans-serif", "size": 13, "color": "#1b2530"},
        width=width,
    )
    svg = printed.to_image(format="svg").decode("utf-8")
    return svg[svg.index("<svg") :]
