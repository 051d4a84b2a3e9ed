"""Revisions: what changed?"""

import streamlit as st

from analysis import revisions
from analysis.captions import revisions as captions
from charts import revisions as charts
from ui.context import page_context
from ui.controls import choose
from ui.data import answer
from ui.panel import panel
from ui.tables import report_table

here = page_context("What changed?")
day = {"as_of_day": here.data.as_of}
fields = answer(revisions.fields, here.filters, **day)
if here.data.days[-1] == here.data.as_of:
    st.info(captions.NO_HISTORY, icon=":material/history:")
    here.end()
here.lead(captions.lead(fields, here.data))

largest = answer(revisions.largest, here.filters, **day)
if len(largest):
    panel(
        "largest",
        captions.largest(largest, here.filters, here.data),
        charts.before_and_after(largest),
        largest,
    )

fates = answer(revisions.placeholder_fates, here.filters, **day)
if fates is not None and fates.placeholders:
    panel(
        "placeholders",
        captions.fates(fates, here.filters, here.data),
        charts.fates(fates.by_age),
        fates.by_age,
    )

late = answer(revisions.late_arrivals, here.filters)
if len(late):
    panel("late", captions.late(late, here.filters, here.data), charts.late(late), late)

st.subheader("The ledger", anchor="ledger")
field = choose("Field", captions.FIELDS, key="field")
ledger = answer(revisions.ledger, here.filters, **day, field=field, page=1)
if len(ledger):
    pages = -(-int(ledger["all_rows"].iloc[0]) // revisions.PAGE_ROWS)
    page = st.pagination(pages, key="page", bind="query-params") if pages > 1 else 1
    ledger = answer(revisions.ledger, here.filters, **day, field=field, page=page)
    report_table(ledger.drop(columns="all_rows"), key="ledger-rows")
else:
    here.remark("No revision of this field among these reports.")

gone = answer(revisions.gone, here.filters, **day)
if len(gone):
    st.subheader("Reports that are gone", anchor="gone")
    here.remark("Exports of both views no longer show them: merged, withdrawn or filed anew.")
    report_table(gone, key="gone-rows")
