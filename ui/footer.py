"""The last lines of every page: where the figures come from and how to cite them."""

import streamlit as st

from analysis.captions.words import day
from analysis.provenance import Provenance


def footer(data: Provenance) -> None:
    """Source, day and caveats, in two lines."""
    with st.container(key="footer"):
        st.caption(
            "Source: US Department of Health and Human Services, Office for Civil Rights, breach "
            f"portal, as of {day(data.as_of)}. Reports of 500 or more individuals. Individuals are "
            "as reported, never unique people. Dates are days of submission, not of the breach. "
            "States are the filers’ states."
        )
