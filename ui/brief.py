"""The brief for a board meeting: one file that stands alone and prints on two pages."""

import pandas as pd
import streamlit as st

from analysis import brief
from analysis.captions import sectors as captions
from analysis.filters import Filters
from charts import sectors as charts
from charts.picture import drawing
from ui.context import PageContext
from ui.data import answer
from ui.panel import link_to


def brief_button(here: PageContext, peers: Filters, found: pd.DataFrame, *, years: float) -> None:
    """A download that is made when it is asked for; `found` as `Compared.sectors`."""
    address = link_to()

    def make() -> bytes:
        figures = [
            (
                captions.compare(found, measure, here.filters, here.data),
                drawing(
                    charts.compare(found, measure, as_share=False, as_log=measure != "per_year")
                ),
            )
            for measure in ("per_year", "median")
        ]
        return brief.as_html(
            here.data,
            here.filters,
            peers,
            answer(brief.facts, here.filters, peers=peers, years=years),
            figures,
            address,
        ).encode()

    st.download_button(
        "Brief for a board meeting (HTML, two pages)",
        make,
        file_name=f"breach-brief-{here.data.as_of}.html",
        mime="text/html",
        on_click="ignore",
        icon=":material/description:",
        key="brief",
    )
