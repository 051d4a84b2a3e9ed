"""Trends: is it getting worse?"""

import streamlit as st

from analysis import trends
from analysis.captions import trends as captions
from analysis.vocabulary import MECHANISMS
from charts import trends as charts
from ui.context import page_context
from ui.controls import choose
from ui.data import answer
from ui.panel import panel

here = page_context("Is it getting worse?")
yearly = answer(trends.reports_by_period, here.filters, period="year")
here.stop_if_empty(len(yearly))

with st.container(horizontal=True, key="controls"):
    measure = choose("Measure", {k: v[0] for k, v in captions.MEASURES.items()}, key="measure")
    period = choose("By", {"year": "Year", "quarter": "Quarter", "month": "Month"}, key="period")
column = captions.COLUMN_OF[measure]

periods = answer(trends.reports_by_period, here.filters, period=period)
panel(
    "over-time",
    captions.over_time(periods, measure, period, here.filters, here.data),
    charts.over_time(periods, column, running_year=here.running_year),
    periods,
)

by = choose("Split by", captions.GROUPS, key="by")
members = answer(trends.members_by_period, here.filters, by=by)
if members[column].gt(0).any():
    panel(
        "split",
        captions.by_group(members, by, measure, here.filters, here.data),
        charts.small_multiples(members, column, by, MECHANISMS, running_year=here.running_year),
        members,
    )
else:
    here.remark(f"None of these reports states {captions.GROUPS[by]}.")

if yearly["individuals_affected"].any():
    most = int(choose("Leave out the largest", {"5": "5", "1": "1", "10": "10"}, key="largest"))
    years = answer(trends.years_without_largest, here.filters, most=most)
    panel(
        "without-largest",
        captions.without_largest(years, most, here.filters, here.data),
        charts.without_largest(years, most),
        years,
    )
    panel(
        "influence",
        captions.influence(yearly, here.filters, here.data),
        charts.influence(yearly),
        yearly,
    )

paces = answer(trends.pace_of_years, here.filters, as_of_day=here.data.as_of)
if len(paces):
    panel(
        "pace",
        captions.pace(paces, here.filters, here.data),
        charts.pace(paces, running_year=here.data.as_of.year),
        paces,
    )
