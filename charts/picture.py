"""A figure as an image that stands alone: with its finding, its measure and its source."""

import textwrap

import plotly.graph_objects as go

_WIDTH_IN_LETTERS = 78


def picture(
    figure: go.Figure, title: str, subtitle: str, source: str, *, height: int = 675
) -> go.Figure:
    """A copy for print: light, 1200 px wide, title and subtitle above, source line below."""
    printed = go.Figure(figure)
    heading = textwrap.wrap(title, _WIDTH_IN_LETTERS)
    below = textwrap.wrap(subtitle, _WIDTH_IN_LETTERS * 3 // 2)
    top = 40 + 32 * len(heading) + 20 * len(below)
    printed.update_layout(
        template="plotly_white",
        paper_bgcolor="#ffffff",
        plot_bgcolor="#ffffff",
        width=1200,
        height=height + top - 100,
        font={"family": "Inter, Helvetica, Arial, sans-serif", "size": 15, "color": "#1b2530"},
        margin={"l": 60, "r": 40, "t": top, "b": 90},
        title={
            "text": f"<b>{'<br>'.join(map(_plain, heading))}</b><br>"
            f"<span style='font-size:15px;color:#5a6672'>{'<br>'.join(map(_plain, below))}</span>",
            "x": 0.02,
            "xanchor": "left",
            "y": 0.98,
            "yanchor": "top",
            "yref": "container",
            "font": {"size": 24},
            "automargin": False,
        },
    )
    printed.add_annotation(
        text=_plain(source),
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        yshift=-70,
        xanchor="left",
        showarrow=False,
        font={"size": 12, "color": "#5a6672"},
    )
    return printed


def _plain(text: str) -> str:
    """Plotly reads a little HTML in text; names must not become markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
