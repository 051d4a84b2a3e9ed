"""Overview: what is going on?"""

import streamlit as st

from analysis import overview, trends
from analysis.captions import overview as captions
from charts import overview as charts
from ui.context import page_context
from ui.controls import choose
from ui.data import answer
from ui.doors import doors
from ui.measures import measures
from ui.panel import panel
from ui.tables import report_table

here = page_context("What is going on?")
found = answer(overview.headline, here.filters, as_of_day=here.data.as_of)
here.lead(captions.lead(found, here.filters, here.data))
here.stop_if_empty(found.reports)

monthly = answer(trends.reports_by_period, here.filters, period="month")
measures(found, monthly)
since = answer(overview.since_last_snapshot, here.filters, as_of_day=here.data.as_of)
here.remark(captions.since_last(since))

yearly = answer(trends.reports_by_period, here.filters, period="year")
panel(
    "individuals-by-year",
    captions.by_year(yearly, here.filters, here.data),
    charts.individuals_by_year(yearly, running_year=here.running_year),
    yearly,
)

st.header("The largest reports", anchor="largest")
choices = captions.all_or_new(since)
is_new = bool(choices) and choose("Which", choices, key="of") == "new"
new_on = here.data.as_of if is_new else None
report_table(answer(overview.largest_reports, here.filters, new_on=new_on), key="largest-reports")

st.header("Go on", anchor=False)
doors()
