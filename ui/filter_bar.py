"""The one filter bar: it lives in the address, and every page counts by it."""

from collections.abc import Sequence

import streamlit as st

from analysis.captions.words import day, sentence
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.vocabulary import (
    BREACH_TYPES,
    ENTITY_TYPES,
    LOCATIONS,
    MECHANISMS,
    NO_STATE,
    STATES,
)
from ui.address import clear_widgets, filters_of_widgets
from ui.words import escaped

_LISTINGS = {
    "hipaa": "HIPAA breach reports",
    "part2": "42 CFR Part 2 reports",
    "all": "Both listings",
}


def filter_bar(data: Provenance) -> Filters:
    """Show the bar and return what it says."""
    with st.container(key="filter-bar", horizontal=True, vertical_alignment="center"):
        with st.popover("Filters", icon=":material/tune:", key="filters", width="content"):
            _widgets(data)
        filters = filters_of_widgets()
        words = filters.words()
        st.markdown(escaped(sentence(words)) if words else ":gray[All reports]", width="stretch")
        if filters != Filters():
            st.button(
                "Clear",
                icon=":material/close:",
                type="tertiary",
                on_click=clear_widgets,
                key="clear",
            )
    if filters.as_of is not None:
        _as_of_notice(data)
    return filters


def _widgets(data: Provenance) -> None:
    years = list(range(data.first_year, data.last_year + 1))
    left, right = st.columns(2)
    left.selectbox("From year", years, index=None, key="from", placeholder="First")
    right.selectbox("To year", years, index=None, key="to", placeholder="Last")
    _any_of("Who filed", ENTITY_TYPES, "entity_type", "All entity types")
    _any_of("Type of breach", BREACH_TYPES, "breach_type", "All types")
    _any_of("Location of the information", LOCATIONS, "location", "All locations")
    st.multiselect(
        "State of the filer",
        (*STATES, NO_STATE),
        key="state",
        placeholder="All states",
        format_func=lambda code: STATES.get(code, "Not stated"),
    )
    st.multiselect(
        "What happened, by OCR’s narrative",
        tuple(MECHANISMS),
        key="mechanism",
        placeholder="All, with and without a narrative",
        format_func=MECHANISMS.get,
        help="Only closed cases have a narrative.",
    )
    st.segmented_control(
        "Business associate involved", ("yes", "no"), key="ba", format_func=str.capitalize
    )
    left, right = st.columns(2)
    left.number_input("At least, individuals", min_value=0, value=None, step=1000, key="min")
    right.number_input("At most, individuals", min_value=0, value=None, step=1000, key="max")
    st.text_input("Words in name or narrative", key="q", max_chars=200)
    st.selectbox(
        "As of",
        data.days,
        index=None,
        key="as_of",
        placeholder="Newest snapshot",
        format_func=day,
        help="Every figure as HHS showed it on that day.",
    )
    st.selectbox("Listing", tuple(_LISTINGS), key="listing", format_func=_LISTINGS.get)


def _any_of(label: str, options: Sequence[str], key: str, placeholder: str) -> None:
    st.multiselect(label, options, key=key, placeholder=placeholder)


def _as_of_notice(data: Provenance) -> None:
    with st.container(key="as-of", horizontal=True, vertical_alignment="center"):
        st.markdown(
            f":material/history: **As HHS showed it on {day(data.as_of)}.** "
            "Every figure on this page is of that day.",
            width="stretch",
        )
        st.button("Back to the newest", key="back-to-newest", on_click=_forget_day)


def _forget_day() -> None:
    st.session_state["as_of"] = None
