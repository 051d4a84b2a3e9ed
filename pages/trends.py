"""Trends: is it getting worse?"""

import streamlit as st

from analysis import overview, trends
from analysis.captions import splits as split_captions
from analysis.captions import trends as captions
from analysis.vocabulary import MECHANISMS
from charts import trends as charts
from charts.pace import pace
from charts.small_multiples import small_multiples
from charts.splits import split
from charts.stacks import stacked
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
same_days = answer(overview.headline, here.filters, as_of_day=here.data.as_of)
before = captions.same_days_before(measure, same_days) if period == "year" else None
panel(
    "over-time",
    captions.over_time(periods, measure, period, same_days, here.filters, here.data),
    charts.over_time(periods, column, period, as_of=here.data.as_of, before=before),
    periods,
)

with st.container(horizontal=True, key="split-controls"):
    by = choose("Split by", split_captions.CHOICES, key="by")
    # Medians neither stack nor add up to a whole.
    is_median = measure == "median"
    show = "small" if is_median else choose("Shown", split_captions.SHOWS, key="show")
members = answer(trends.members_by_period, here.filters, by=by, period=period)
if members[column].gt(0).any():
    narrated = answer(trends.narrated_by_year, here.filters) if by == "mechanism" else None
    shown = split(
        members,
        column,
        by,
        period,
        MECHANISMS,
        periods["period_on"],
        as_of=here.data.as_of,
        pale=split_captions.few_narratives(narrated),
        breaks_at=split_captions.TYPES_CHANGED_IN if by == "breach_type" else None,
    )
    panel(
        "split",
        split_captions.by_group(
            answer(trends.members_by_period, here.filters, by=by, period="year"),
            narrated,
            by=by,
            measure=measure,
            show=show,
            period=period,
            filters=here.filters,
            data=here.data,
        ),
        small_multiples(shown, is_size=measure != "reports")
        if show == "small"
        else stacked(shown, is_share=show == "shares"),
        members,
    )
else:
    here.remark(f"None of these reports states {split_captions.GROUPS[by]}.")

if yearly["individuals_affected"].any():
    tops = {"1": "1", "5": "5", "10": "10"}
    most = int(choose("Leave out the largest", tops, key="largest", default="5"))
    years = answer(trends.years_without_largest, here.filters, most=most)
    panel(
        "without-largest",
        captions.without_largest(years, most, here.filters, here.data),
        charts.without_largest(years, most, running_year=here.running_year),
        years,
    )
    panel(
        "influence",
        captions.influence(yearly, here.filters, here.data),
        charts.influence(yearly, running_year=here.running_year),
        yearly,
    )

paces = answer(trends.pace_of_years, here.filters, as_of_day=here.data.as_of)
if len(paces):
    panel(
        "pace",
        captions.pace(paces, here.filters, here.data),
        pace(paces, as_of=here.data.as_of),
        paces,
    )
