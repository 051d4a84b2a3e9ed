"""Notices that stand above every page."""

import streamlit as st

from analysis.captions.words import day
from analysis.provenance import Provenance


def sample_notice(data: Provenance) -> None:
    """Say that the data are a sample, and how to get everything."""
    with st.container(key="sample-notice"):
        st.markdown(
            f":material/science: **This is a sample:** {data.reports:,} reports as they stood on "
            f"{day(data.as_of)}. For everything since, run `python -m etl pull`, or save the table "
            "of the HHS portal and run `python -m etl load FILE --on DAY`."
        )
