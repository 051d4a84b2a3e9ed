"""Size: how big is big?"""

import streamlit as st

from analysis import overview, size
from analysis.captions import shape as shape_captions
from analysis.captions import size as captions
from charts import size as charts
from charts.concentration import held as held_bars
from charts.shape import fitted
from ui.context import PageContext, page_context
from ui.controls import choose
from ui.data import answer
from ui.panel import panel


@st.fragment(parallel=True)
def which_distribution(here: PageContext, reports: int) -> None:
    """The fitted curve, found beside the rest of the page: it takes as long as all of that."""
    st.header("Which distribution describes the sizes?", anchor="distribution")
    found = answer(size.shape, here.filters)
    here.remark(shape_captions.shape(found, reports, here.filters))
    if found is not None and found.is_supported:
        panel(
            "fit",
            shape_captions.fit(found, here.filters, here.data),
            fitted(found.curve, fits_to=found.fit.fits_to, tail_from=found.fit.tail.starts_at),
            found.curve,
        )


here = page_context("How big is big?")
whole = answer(overview.headline, here.filters, as_of_day=here.data.as_of)
here.stop_if_empty(whole.reports)
if whole.median_individuals is None:
    here.remark(captions.without_counts(whole.reports))
    here.end()
found = answer(size.sizes, here.filters)
here.lead(captions.concentrated(found.held))

st.header("How rare is a breach of this size?", anchor="rare")
asked = st.number_input(
    "Individuals affected, at least",
    min_value=500,
    value=1_000_000,
    step=100_000,
    key="n",
    bind="query-params",
    width=260,
)
here.remark(captions.rare(answer(size.rarity, here.filters, size=asked), here.filters, here.data))
st.caption(captions.rare_note(here.data))

view = choose("Shown", captions.VIEWS, key="view")
median = whole.median_individuals
panel(
    "exceedance",
    captions.exceedance(found.exceedance, view, median, here.filters, here.data),
    charts.exceedance(found.exceedance, answer(size.named_cases, here.filters), asked=asked)
    if view == "share"
    else charts.histogram(found.histogram, median),
    found.exceedance if view == "share" else found.histogram,
)

if found.held.reports >= captions.LEAST_FOR_GROUPS:
    groups = size.held_in_groups(found.held)
    panel("held", captions.held(groups, here.filters, here.data), held_bars(groups), groups)

years = answer(size.quantiles_by_year, here.filters)
panel(
    "quantiles",
    captions.quantiles(years, here.filters, here.data),
    charts.quantiles(years, running_year=here.running_year),
    years,
)

which_distribution(here, found.held.reports)
