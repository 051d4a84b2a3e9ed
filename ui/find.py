"""Find a report by words: what the pages Cases and Report offer beside their addresses."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analysis.captions.words import day
from analysis.filters import Filters
from analysis.subjects import reports_by_words
from ui.data import answer
from ui.words import escaped


def find_report(filters: Filters, choose: Callable[[str], None], *, label: str) -> None:
    """A search field; `choose` is called with the id of the report that the reader picks."""
    words = st.text_input(
        label,
        key="find",
        placeholder="Name of an entity, or words of a narrative",
        icon=":material/search:",
        max_chars=200,
    ).strip()
    if not words:
        return
    found = answer(reports_by_words, Filters(as_of=filters.as_of), words=words)
    if found.empty:
        st.caption("No report holds these words: try fewer of them.")
    for row in found.itertuples():
        st.button(
            _described(row),
            key=f"choose-{row.breach_id}",
            type="tertiary",
            on_click=choose,
            args=(row.breach_id,),
        )


def _described(row) -> str:
    count = "no count" if pd.isna(row.individuals_affected) else f"{row.individuals_affected:,}"
    state = f", {row.state}" if isinstance(row.state, str) else ""
    return f"{escaped(row.entity_name)}{state} · {count} · {day(row.submitted_on)}"
