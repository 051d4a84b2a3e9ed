"""One chart with everything that belongs to it: finding, measure, table, downloads, citation."""

from contextlib import nullcontext
from functools import partial
from urllib.parse import urlencode

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.captions import Caption
from analysis.filters import Filters
from analysis.provenance import provenance
from analysis.safety import safe_for_spreadsheets
from charts.picture import picture
from charts.theme import CONFIG
from ui.address import filters_of_widgets
from ui.data import answer
from ui.tables import column_settings
from ui.words import escaped


def panel(
    key: str,
    caption: Caption,
    figure: go.Figure,
    table: pd.DataFrame,
    *,
    selectable: bool = False,
    scales: bool = False,
) -> list[str]:
    """Show a chart under its finding, with its table, downloads and link below.

    `key` names the chart in the address (`#key`) and in file names; `table` is the data drawn, one
    row a mark. Where `selectable`, what a reader clicks comes back: the first customdata of each
    chosen mark. A chart that `scales` is as high as the screen is wide enough for, whatever its own
    height: for maps.
    """
    with st.container(key=f"panel-{key}"):
        st.header(escaped(caption.title), anchor=key)
        st.caption(escaped(caption.subtitle))
        with st.container(key=f"scaled-{key}") if scales else nullcontext():
            event = st.plotly_chart(
                figure,
                key=f"chart-{key}",
                alt=caption.alt,
                config=CONFIG,
                theme="streamlit",
                height="stretch" if scales else "content",
                on_select="rerun" if selectable else "ignore",
                selection_mode="points",
            )
        if caption.note:
            st.caption(escaped(caption.note))
        _under_the_chart(key, caption, figure, table)
    points = event["selection"]["points"] if selectable else []
    return [point["customdata"][0] for point in points if point.get("customdata")]


@st.fragment
def _under_the_chart(key: str, caption: Caption, figure: go.Figure, table: pd.DataFrame) -> None:
    """A row of small doors; what lies behind them is built when they are opened."""
    popover = st.popover(
        "Data, picture, citation",
        icon=":material/download:",
        type="tertiary",
        key=f"behind-{key}",
        on_change="rerun",
    )
    if not popover.open:
        return
    with popover:
        is_sample = answer(provenance, Filters(as_of=filters_of_widgets().as_of)).is_sample
        with st.container(horizontal=True):
            _download("CSV", key, "csv", "text/csv", lambda: _csv(table), is_sample)
            for kind, mime in (("png", "image/png"), ("svg", "image/svg+xml")):
                make = partial(_image, caption, figure, kind)
                _download(kind.upper(), key, kind, mime, make, is_sample)
        st.caption("Link to this view")
        st.code(link_to(key), language=None, wrap_lines=True)
        st.caption("Citation")
        st.code(citation(caption), language=None, wrap_lines=True)
        st.dataframe(
            table,
            hide_index=True,
            height=240,
            column_config=column_settings(table),
            alt=f"Data of: {caption.title}",
        )


def _download(label: str, key: str, ending: str, mime: str, make, is_sample: bool) -> None:
    st.download_button(
        label,
        make,
        file_name=f"breach-atlas-{'sample-' if is_sample else ''}{key}.{ending}",
        mime=mime,
        on_click="ignore",
        key=f"download-{key}-{ending}",
    )


def _csv(table: pd.DataFrame) -> bytes:
    return safe_for_spreadsheets(table).to_csv(index=False).encode("utf-8-sig")


def _image(caption: Caption, figure: go.Figure, kind: str) -> bytes:
    return picture(figure, caption.title, caption.subtitle, SOURCE).to_image(
        format=kind, scale=2 if kind == "png" else 1
    )


SOURCE = "Source: HHS Office for Civil Rights breach portal; Breach Atlas"


def link_to(key: str | None = None) -> str:
    """The address of exactly this view, filters included."""
    base = (st.context.url or "").split("?")[0]
    pairs = filters_of_widgets().address_pairs() + _page_pairs()
    query = f"?{urlencode(pairs)}" if pairs else ""
    return f"{base}{query}{f'#{key}' if key else ''}"


def _page_pairs() -> list[tuple[str, str]]:
    """What the page itself keeps in the address, beside the filters."""
    known = {key for key, _ in filters_of_widgets().address_pairs()}
    return [
        (key, value)
        for key in st.query_params
        if key not in known
        for value in st.query_params.get_all(key)
    ]


def citation(caption: Caption) -> str:
    """One line to copy into a footnote."""
    return f"“{caption.title}”. {caption.subtitle}. {SOURCE}. {link_to()}"
