"""Sectors: how does my sector compare?"""

import streamlit as st

from analysis import sectors
from analysis.captions import sectors as captions
from analysis.vocabulary import ENTITY_TYPES, STATES
from charts import sectors as charts
from ui.brief import brief_button
from ui.context import page_context
from ui.controls import choose
from ui.data import answer
from ui.panel import panel

here = page_context("How does my sector compare?")
found = answer(sectors.sectors, here.filters)
here.stop_if_empty(len(found))

measure = choose("Compare by", {k: v[0] for k, v in captions.MEASURES.items()}, key="measure")
panel(
    "compare",
    captions.compare(found, measure, here.filters, here.data),
    charts.compare(
        found,
        measure,
        as_share=measure == "associate_share",
        as_log=measure in ("median", "p90"),
    ),
    found,
)

bands = answer(sectors.exceedance, here.filters)
if len(bands):
    panel(
        "exceedance",
        captions.exceedance(bands, here.filters, here.data),
        charts.exceedance(bands),
        bands,
    )

mix = answer(sectors.mix, here.filters)
if len(mix):
    panel("mix", captions.mix(mix, here.filters, here.data), charts.mix(mix), mix)

st.subheader("My peers against all", anchor="peers")
with st.container(horizontal=True, key="peer-controls"):
    entity_type = st.selectbox(
        "Who filed", ENTITY_TYPES, key="peer", bind="query-params", width=260
    )
    state = st.selectbox(
        "State",
        list(STATES),
        index=None,
        key="peer_state",
        placeholder="All states",
        bind="query-params",
        width=160,
    )
mine = here.filters.but(entity_type=(entity_type,), state=(state,) if state else here.filters.state)
here.remark(
    captions.peers(answer(sectors.group, mine), answer(sectors.group, here.filters), mine.words())
)
brief_button(here, mine, found)
