"""The parts of the report page: facts, revisions, what it is tied to, how to cite it."""

from html import escape
from urllib.parse import quote

import pandas as pd
import streamlit as st

from analysis.captions import cases as case_captions
from analysis.captions import report as captions
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.report import Report
from ui.data import ROOT
from ui.facts import Html, fact_list, fact_table, prose, with_source
from ui.find import find_report
from ui.panel import link_to
from ui.words import escaped


def search(filters: Filters) -> None:
    """A search whose results open as the page's report."""
    find_report(filters, _open, label="Find a report")


def narrative(found: Report) -> None:
    """OCR's words as they stand, or why there are none."""
    text = found.filed["web_description"]
    if text:
        prose(text)
    st.caption(escaped(captions.narrative_note(found)))


def revisions_table(changes: pd.DataFrame) -> None:
    """Each changed field with both values and the days between which it changed."""
    fact_table(("Field", "Before", "After", "Changed between"), captions.revised(changes))


def ties(cases: pd.DataFrame, actions: pd.DataFrame) -> None:
    """The cases and the enforcement actions that the report belongs to."""
    pairs = [
        (
            "Case",
            Html(
                f'<a href="/cases?case={quote(row.slug)}" target="_self">'
                f"{escape(row.title)}</a>: {case_captions.ROLES[row.role]}"
            ),
        )
        for row in cases.itertuples()
    ]
    for _, row in actions.iterrows():
        when = case_captions.when(row["announced_on"].date(), row["date_precision"])
        pairs.append((when, with_source(case_captions.action(row), row["source"])))
    fact_list(pairs)


def doors(found: Report, *, is_comparable: bool) -> None:
    """To the comparison, and to the data behind the page."""
    with st.container(horizontal=True, vertical_alignment="center", key="report-doors"):
        if is_comparable:
            st.page_link(
                ROOT / "pages" / "cases.py",
                label="Put it beside a case",
                icon=":material/compare_arrows:",
                query_params={"report": found.breach_id},
            )
        st.link_button(
            "JSON",
            f"/api/breaches/{quote(found.breach_id)}.json",
            icon=":material/data_object:",
        )


def citation(found: Report, data: Provenance) -> None:
    """The citation, to copy."""
    st.code(captions.citation(found, data, link_to()), language=None, wrap_lines=True)


def _open(breach_id: str) -> None:
    st.query_params["id"] = breach_id
    st.session_state["find"] = ""
