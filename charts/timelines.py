"""One or two cases as they ran: bars to compare above, every event below, all on one scale."""

import textwrap

import pandas as pd
import plotly.graph_objects as go

from charts.theme import FAINT, alpha, figure, named, plain, word

PHASE_COLOURS = {
    "intrusion": "#b3342d",
    "discovery": "#e08a1e",
    "report": "#1f78c8",
    "settlement": "#6a4fb3",
}
_LEGEND = {"discovery": "discovery, notice"}
# The narrowest page: so many letters of 13 px stand beside a dot, so many of 12 px in a line.
_PHONE_LETTERS, _PHONE_LINE = 50, 50
_LINE, _GAP, _BAR = 17, 16, 10


def timelines(
    events: pd.DataFrame,
    stretches: pd.DataFrame,
    heads: dict[str, str],
    begins: dict[str, str],
    ticks: list[tuple[int, str]],
) -> go.Figure:
    """Cases on one scale of days, each as a bar of its stretches and below as a list of events.

    `events` has name, from_day, to_day, said (its date, as HTML), label and phase, in order case by
    case; an event known only by month or year is a bar from its first to its last possible day.
    `stretches` has name, phase, from_day and to_day; `heads` says a line over the bar of each name,
    `begins` one over its events, drawn where there are several; `ticks` are days and their labels.
    """
    span = max(int(events["to_day"].max()), 60)
    is_pair = len(heads) > 1
    texts, shapes, dots = [_legend(events)], [], []
    top = 3 * _LINE
    texts += _scale(ticks, top - 4)
    for name, head in heads.items():
        lines = textwrap.wrap(f"{name}. {head}" if is_pair else head, _PHONE_LINE)
        texts.append(_at_left(_head(name, lines) if is_pair else "<br>".join(lines), top))
        top += 15 * len(lines) + 6
        shapes += [
            _bar(row.from_day, row.to_day, top + _BAR / 2, _BAR, PHASE_COLOURS[row.phase])
            for row in stretches[stretches["name"] == name].itertuples()
        ]
        shapes += _lines(ticks, top - 4, top + _BAR + 4)
        top += _BAR + _GAP
    for name in heads:
        if is_pair:
            top += _GAP
            texts.append(_at_left(f"<b>{plain(name)}</b> · {plain(begins[name])}", top))
            top += 2 * _LINE + 4
            texts += _scale(ticks, top)
        began = top
        for row in events[events["name"] == name].itertuples():
            lines = _wrapped(row, span)
            height = _LINE * (1 + len(lines))
            texts.append(_event(row, top + height / 2, lines, span))
            if row.to_day > row.from_day:
                colour = alpha(PHASE_COLOURS[row.phase], 0.45)
                shapes.append(_bar(row.from_day, row.to_day, top + height / 2, _BAR, colour))
            else:
                dots.append((row.from_day, top + height / 2, PHASE_COLOURS[row.phase]))
            top += height + _GAP
        shapes += _lines(ticks, began, top)
    pad = span * 0.03
    return figure(
        top + 20,
        data=[
            {
                "type": "scatter",
                "x": [dot[0] for dot in dots],
                "y": [dot[1] for dot in dots],
                "mode": "markers",
                "marker": {"color": [dot[2] for dot in dots], "size": 12},
                "hoverinfo": "skip",
            }
        ],
        layout={
            "annotations": texts,
            "shapes": shapes,
            "xaxis": {"visible": False, "range": [-pad, span + pad]},
            "yaxis": {"visible": False, "range": [top, 0]},
        },
    )


def _legend(events: pd.DataFrame) -> dict:
    """The colours by name, as they come: one line that fits a phone."""
    seen = set(events["phase"])
    parts = [
        named(_LEGEND.get(phase, phase), colour, "●")
        for phase, colour in PHASE_COLOURS.items()
        if phase in seen
    ]
    return _at_left("  ".join(parts), 0)


def _scale(ticks: list[tuple[int, str]], bottom: float) -> list[dict]:
    return [
        word(
            text,
            x=day,
            y=bottom,
            xanchor="left" if day == 0 else "center",
            yanchor="bottom",
            font={"size": 11},
        )
        for day, text in ticks
    ]


def _at_left(text: str, top: float) -> dict:
    return word(
        text,
        x=0,
        xref="paper",
        xanchor="left",
        align="left",
        y=top,
        yanchor="top",
        font={"size": 12},
    )


def _head(name: str, lines: list[str]) -> str:
    first, *rest = map(plain, lines)
    return "<br>".join([f"<b>{plain(name)}</b>{first[len(plain(name)) :]}", *rest])


def _lines(ticks: list[tuple[int, str]], top: float, bottom: float) -> list[dict]:
    """Faint lines down the page, so that the scale can be followed."""
    return [
        {
            "type": "line",
            "layer": "below",
            "x0": day,
            "x1": day,
            "y0": top,
            "y1": bottom,
            "line": {"color": FAINT, "width": 1},
        }
        for day, _ in ticks
    ]


def _bar(start: float, end: float, middle: float, height: float, colour: str) -> dict:
    return {
        "type": "rect",
        "x0": start,
        "x1": end,
        "y0": middle - height / 2,
        "y1": middle + height / 2,
        "line": {"width": 0},
        "fillcolor": colour,
    }


def _event(row, y: float, lines: list[str], span: int) -> dict:
    """Date and words on the side of the dot where there is room."""
    is_early = _share(row, span) <= 0.5
    side = "left" if is_early else "right"
    return word(
        "<br>".join([row.said, *map(plain, lines)]),
        x=row.to_day if is_early else row.from_day,
        y=y,
        xshift=12 if is_early else -12,
        xanchor=side,
        align=side,
        font={"size": 13},
    )


def _share(row, span: int) -> float:
    """How far along the scale an event lies, 0 to 1."""
    return (row.from_day + row.to_day) / 2 / span


def _wrapped(row, span: int) -> list[str]:
    """The label in lines that fit beside the dot on a phone."""
    room = 1 - row.to_day / span if _share(row, span) <= 0.5 else row.from_day / span
    return textwrap.wrap(row.label, max(16, int(room * _PHONE_LETTERS) - 3))
