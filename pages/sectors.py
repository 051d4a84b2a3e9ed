"""Sectors: how does my sector compare?"""

import streamlit as st

from analysis import peers, sectors, trends
from analysis.captions import peers as peer_captions
from analysis.captions import sectors as captions
from analysis.captions import splits as split_captions
from charts import sectors as charts
from charts.stacks import yearly_shares
from ui.brief import brief_button
from ui.context import page_context
from ui.controls import choose, choose_from_list
from ui.data import answer
from ui.panel import panel

here = page_context("How does my sector compare?")
years = answer(peers.years_covered, here.filters.window())
found = answer(sectors.compared, here.filters, years=years)
here.stop_if_empty(len(found.sectors))

measure = choose("Compare by", {k: v[0] for k, v in captions.MEASURES.items()}, key="measure")
panel(
    "compare",
    captions.compare(found.sectors, measure, here.filters, here.data),
    charts.compare(
        found.sectors,
        measure,
        as_share=measure == "associate_share",
        as_log=measure in ("median", "p90"),
    ),
    found.sectors,
)

if len(found.bands):
    panel(
        "exceedance",
        captions.exceedance(found.bands, here.filters, here.data),
        charts.exceedance(found.bands),
        found.bands,
    )

mix = answer(sectors.mix, here.filters)
if len(mix):
    panel("mix", captions.mix(mix, here.filters, here.data), charts.mix(mix), mix)

members = answer(trends.members_by_period, here.filters, by="entity_type", period="year")
panel(
    "over-time",
    split_captions.by_group(
        members,
        None,
        by="entity_type",
        measure="reports",
        show="shares",
        period="year",
        filters=here.filters,
        data=here.data,
    ),
    yearly_shares(members, "entity_type", {}, as_of=here.data.as_of),
    members,
)

st.header("My peers against all", anchor="peers")
with st.container(horizontal=True, key="peer-controls"):
    mine = peers.peer_filters(
        here.filters,
        entity_type=choose_from_list("Filer", peer_captions.ENTITIES, key="peer", width=230),
        place=choose_from_list("Where", peer_captions.PLACES, key="peer_place", width=200),
        size=choose_from_list("Individuals", peer_captions.SIZES, key="peer_size", width=200),
    )
words = mine.words() or "all reports"
both = answer(peers.compared, here.filters, peers=mine, years=years)
here.remark(peer_captions.peers(both.mine, both.everyone, words))
if both.mine.reports:
    st.table(peer_captions.side_by_side(both.mine, both.everyone).set_index("Measure"))
if peers.tells_of_sizes(both.bands, mine, here.filters):
    panel(
        "peers-exceedance",
        peer_captions.exceedance(both.bands, words, here.filters, here.data),
        charts.peers(both.bands),
        both.bands,
    )
brief_button(here, mine, found.sectors, years=years)
