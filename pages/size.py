"""Size: how big is big?"""

import streamlit as st

from analysis import size
from analysis.captions import size as captions
from charts import size as charts
from ui.context import page_context
from ui.data import answer
from ui.panel import panel

here = page_context("How big is big?")
sizes = answer(size.exceedance, here.filters)
here.stop_if_empty(len(sizes))
here.lead(captions.concentrated(answer(size.held_by_largest, here.filters)))

panel(
    "exceedance",
    captions.exceedance(sizes, here.filters, here.data),
    charts.exceedance(sizes, answer(size.named_cases, here.filters)),
    sizes,
)

st.subheader("How rare is a breach of this size?", anchor="rare")
asked = st.number_input(
    "Individuals affected, at least",
    min_value=500,
    value=1_000_000,
    step=100_000,
    key="n",
    bind="query-params",
    width=260,
)
found = answer(size.rarity, here.filters, size=asked)
here.remark(captions.rare(found, here.filters, here.data))

years = answer(size.quantiles_by_year, here.filters)
panel(
    "quantiles",
    captions.quantiles(years, here.filters, here.data),
    charts.quantiles(years),
    years,
)

st.subheader("Which distribution describes the sizes?", anchor="fit")
shape = answer(size.shape, here.filters)
here.remark(captions.shape(shape))
if shape is not None and shape.lognormal is not None:
    panel(
        "fit",
        captions.fit(shape, here.filters, here.data),
        charts.fitted(shape.by_threshold),
        shape.by_threshold,
    )
