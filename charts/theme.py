"""What every figure shares: colours that mean one thing everywhere, and a quiet frame.

Colours are told apart by readers with any form of colour blindness (measured in the tests) and
stand out from the light and the dark page alike. Text and grid colours are left to the page.
"""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

ACCENT = "#148aa3"
QUIET = "#8a939d"
FAINT = "rgba(128, 140, 152, 0.25)"
# Streamlit's stand-in for its strong text colour, which follows the theme; nearly black in print.
INK = "#000037"

BREACH_TYPE_COLOURS = {
    "Hacking/IT Incident": "#1f78c8",
    "Unauthorized Access/Disclosure": "#e08a1e",
    "Theft": "#12936f",
    "Loss": "#b8439a",
    "Improper Disposal": "#8f6f45",
    "Other": "#7c8590",
    "Unknown": "#a5adb8",
}
ENTITY_TYPE_COLOURS = {
    "Healthcare Provider": "#148aa3",
    "Health Plan": "#8460cf",
    "Business Associate": "#d8572f",
    "Healthcare Clearing House": "#7c8590",
}
LOCATION_COLOURS = {
    "Network Server": "#1f78c8",
    "Email": "#d8572f",
    "Paper/Films": "#c9a227",
    "Laptop": "#12936f",
    "Desktop Computer": "#6a4fb3",
    "Other Portable Electronic Device": "#c05fa6",
    "Electronic Medical Record": "#148aa3",
    "Other": "#7c8590",
}
MECHANISM_COLOURS = {
    "ransomware": "#b3342d",
    "email_compromise": "#d8572f",
    "network_intrusion": "#1f78c8",
    "tracking_technology": "#6a4fb3",
    "public_exposure": "#148aa3",
    "misdirected_communication": "#e08a1e",
    "insider_misuse": "#c9a227",
    "stolen_device_or_records": "#12936f",
    "lost_device_or_records": "#c05fa6",
    "improper_disposal": "#8f6f45",
    "other_disclosure": "#7c8590",
    "unclear": "#a5adb8",
}
COLOURS = {
    "breach_type": BREACH_TYPE_COLOURS,
    "entity_type": ENTITY_TYPE_COLOURS,
    "location": LOCATION_COLOURS,
    "mechanism": MECHANISM_COLOURS,
}

HEIGHT = 380

# What the browser's chart toolbar may do; downloads stand below each chart instead.
CONFIG = {
    "displayModeBar": False,
    "showSendToCloud": False,
    "scrollZoom": False,
    "topojsonURL": "/assets/topojson/",
}


# Axes name no title at all: an empty one takes as much room as one with words.
_LAYOUT = {
    # Plotly's default template would be copied and validated at each step of each figure (9 ms).
    "template": {"layout": {"colorway": [ACCENT]}},
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "font": {"family": "Inter, sans-serif", "size": 13, "color": INK},
    "showlegend": False,
    "hovermode": "closest",
    "hoverlabel": {"font": {"family": "Inter, sans-serif", "size": 13}},
    "bargap": 0.22,
    "dragmode": False,
    "legend": {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1.02,
        "yanchor": "bottom",
        "title": {"text": ""},
    },
    "xaxis": {
        "showgrid": False,
        "zeroline": False,
        "automargin": True,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": FAINT,
    },
    "yaxis": {
        "gridcolor": FAINT,
        "griddash": "solid",
        "zeroline": False,
        "automargin": True,
        "tickformat": ",",
    },
}


def figure(
    height: int = HEIGHT,
    *,
    left: int = 8,
    right: int = 8,
    data: list[dict] | None = None,
    layout: dict | None = None,
) -> go.Figure:
    """A figure in the house style: no frame, faint horizontal lines, no legend.

    Margins are in pixels; axes make room for their own labels. A figure gives its parts as `data`
    and `layout` at once, since Plotly works through all that is there at each later addition;
    settings of `xaxis` and `yaxis` are added to those of the house. Plotly does not check them
    (a third of the time of a page): the tests do, each time they open a page.
    """
    asked = layout or {}
    axes = {axis: _LAYOUT[axis] | asked.get(axis, {}) for axis in ("xaxis", "yaxis")}
    margin = {"l": left, "r": right, "t": 12, "b": 8}
    return go.Figure(
        data=[_as_lists(trace) for trace in data or []],
        layout=_LAYOUT | {"height": height, "margin": margin} | asked | axes,
        _validate=False,
    )


def _as_lists(value: object) -> object:
    """Columns as lists: Plotly takes longer to pack an array than to write a list."""
    if isinstance(value, dict):
        return {key: _as_lists(inner) for key, inner in value.items()}
    if isinstance(value, pd.DataFrame):
        return value.to_numpy().tolist()
    if isinstance(value, pd.Series | pd.Index | np.ndarray):
        return value.tolist()
    return value


def named(name: str, colour: str, mark: str = "■") -> str:
    """A name beside a mark of its colour: coloured letters are too faint to read."""
    return f'<span style="color:{colour}">{mark}</span> {name}'


def word(text: str, **settings: object) -> dict:
    """An annotation that is only words: no arrow."""
    return {"text": text, "showarrow": False} | settings


def log_axis(low: float, high: float) -> dict:
    """Axis settings for sizes on a logarithmic scale: 500, 1k, 10k … labelled; 2k and 5k, too,
    where fewer than two of these are in sight."""
    ticks = [value for value in (500, *(10**n for n in range(3, 10))) if low <= value <= high * 1.2]
    if len(ticks) < 2:
        between = (digit * 10**n for n in range(2, 9) for digit in (1, 2, 5))
        ticks = [value for value in between if low <= value <= high * 1.2]
    return {
        "type": "log",
        "tickvals": ticks,
        "ticktext": [short_number(value) for value in ticks],
        "minor": {"ticks": ""},
    }


def year_ticks(first: int, last: int, *, most: int = 6) -> list[int]:
    """A few years to label, evenly spaced and counted back from the last: they fit on a phone."""
    step = next(n for n in (1, 2, 3, 4, 5, 10, 20, 50) if (last - first) // n < most)
    return list(range(last, first - 1, -step))[::-1]


def spread(
    places: list[float], least: float, *, within: tuple[float, float] | None = None
) -> list[float]:
    """The places moved apart so that labels at them do not touch: `least` between neighbours.

    The order stays; a crowd moves about its middle, as little as the room it needs. `within` are
    the lowest and the highest place to be had.
    """
    crowds: list[list[int]] = []
    middles: list[float] = []
    for index in sorted(range(len(places)), key=places.__getitem__):
        crowds.append([index])
        middles.append(places[index])
        while len(crowds) > 1 and middles[-1] - middles[-2] < (
            (len(crowds[-1]) + len(crowds[-2])) * least / 2
        ):
            joined = crowds.pop()
            crowds[-1] += joined
            middles.pop()
            middles[-1] = sum(places[i] for i in crowds[-1]) / len(crowds[-1])
    moved = list(places)
    for crowd, middle in zip(crowds, middles, strict=True):
        for position, index in enumerate(crowd):
            moved[index] = middle + (position - (len(crowd) - 1) / 2) * least
    if within is None:
        return moved
    upwards = sorted(range(len(places)), key=moved.__getitem__)
    ceiling, floor = within[1], within[0]
    for index in reversed(upwards):
        moved[index] = min(moved[index], ceiling)
        ceiling = moved[index] - least
    for index in upwards:
        moved[index] = max(moved[index], floor)
        floor = moved[index] + least
    return moved


def short_number(value: float) -> str:
    """500, 1k, 78.8M: short enough for an axis or a label."""
    for size, letter in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if abs(value) >= size:
            digits = f"{value / size:.1f}".rstrip("0").rstrip(".")
            return f"{digits}{letter}"
    return f"{value:,.0f}"


def shortened(name: str, most: int) -> str:
    """The name in at most so many letters, so that a phone's edge does not cut it."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip(' ,.')}…"


def plain(text: str) -> str:
    """Text for a figure: Plotly reads a little HTML in it, and names must not become markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def alpha(colour: str, opacity: float) -> str:
    """A hex colour with an opacity, as Plotly wants it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {opacity})"


# For cells with words in them: pale enough for the page's own text colour, light or dark.
SHADES = [[0, alpha(ACCENT, 0.04)], [1, alpha(ACCENT, 0.75)]]
