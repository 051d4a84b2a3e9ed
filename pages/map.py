"""Map: where?"""

import streamlit as st

from analysis import geography
from analysis.captions import geography as captions
from charts import geography as charts
from ui.context import page_context
from ui.controls import choose
from ui.data import answer
from ui.panel import panel
from ui.tables import column_settings

here = page_context("Where?")
found = answer(geography.states, here.filters)
here.stop_if_empty(len(found))
shown = geography.on_the_map(found)

with st.container(horizontal=True, key="controls"):
    measure = choose("Show", {k: v[0] for k, v in captions.MEASURES.items()}, key="measure")
    view = choose("As", {"map": "Map", "tiles": "Tiles"}, key="view")
column = captions.COLUMN_OF[measure]
draw = charts.outlines if view == "map" else charts.tiles

if len(shown):
    chosen = panel(
        "states",
        captions.by_state(shown, measure, here.filters, here.data),
        draw(shown, column),
        found,
        selectable=True,
        scales=True,
    )
    here.filter_by("state", chosen)
here.remark(captions.beside(geography.beside_the_map(found)))

st.header("Every state", anchor="table")
st.dataframe(
    found.round(1),
    hide_index=True,
    column_order=captions.COLUMNS,
    column_config=column_settings(found),
    height=420,
    alt="Table of states",
    key="states",
)
