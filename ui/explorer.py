"""The Explorer's controls: search, order, columns, pages, downloads."""

from urllib.parse import urlencode

import streamlit as st

from analysis.explorer import COLUMNS, DEFAULT_ORDER, ORDERS, Selection, pages_count
from analysis.filters import Filters
from ui.controls import turn_pages

SHOWN_AT_FIRST = (
    "entity_name",
    "individuals_affected",
    "submitted_on",
    "state",
    "breach_type",
    "location",
    "entity_type",
)
_FORMATS = {"csv": "CSV", "xlsx": "Excel", "parquet": "Parquet", "json": "JSON"}


def search() -> None:
    """A search field: the filter `q`, nearer at hand."""
    st.session_state["search"] = st.session_state.get("q") or ""
    st.text_input(
        "Search",
        key="search",
        placeholder="Words in name or narrative",
        icon=":material/search:",
        max_chars=200,
        on_change=_filter_by_search,
    )


def order() -> str:
    """The order the reader chose, a key of ORDERS."""
    options = [name.capitalize() for name in ORDERS]
    chosen = st.selectbox("Order", options, key="sort", bind="query-params", width=170)
    return (chosen or DEFAULT_ORDER).casefold()


def columns() -> tuple[str, ...]:
    """The columns the reader chose, in that order."""
    with st.popover("Columns", icon=":material/view_column:", key="choose-columns"):
        chosen = st.multiselect(
            "Columns", COLUMNS, default=SHOWN_AT_FIRST, key="columns", bind="query-params"
        )
    return tuple(chosen) or SHOWN_AT_FIRST


def page_number(reports: int, selection: Selection) -> int:
    """The page the reader turned to; another selection starts at the first."""
    return turn_pages(pages_count(reports), selection, key="page")


def downloads(filters: Filters, sort: str, chosen: tuple[str, ...]) -> None:
    """Links to the data addresses of exactly these reports, every page of them.

    They bring all columns unless the reader chose some.
    """
    wanted = COLUMNS if chosen == SHOWN_AT_FIRST else chosen
    query = urlencode(Selection(filters, sort, wanted).address_pairs())
    with st.container(key="downloads", horizontal=True, vertical_alignment="center"):
        for ending, label in _FORMATS.items():
            address = f"/api/breaches.{ending}{f'?{query}' if query else ''}"
            st.link_button(label, address, icon=":material/download:")


def _filter_by_search() -> None:
    st.session_state["q"] = st.session_state["search"]
